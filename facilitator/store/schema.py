"""The tables of a data folder, as migrations that run once each."""

from sqlite_utils import Database, Migrations

migrations = Migrations("ketentafel")


@migrations()
def first_tables(db: Database) -> None:
    """Ketens, their books, people, doors (join codes), keys of weighings, settings."""
    db.executescript(
        """
        create table chains (id text primary key, name text not null, made real not null) strict;
        create table events (
            chain text not null, seq integer not null, at real not null, cid text not null default '',
            meeting text not null default '', step text not null default '', name text not null, body text not null,
            digest text not null default '', primary key (chain, seq)) strict, without rowid;
        create unique index events_cid on events (chain, cid) where cid <> '';
        create table people (chain text not null, id text not null, name text not null default '',
            primary key (chain, id)) strict, without rowid;
        create table doors (code text primary key, chain text not null, meeting text not null,
            unique (chain, meeting)) strict;
        create table salts (chain text not null, step text not null, salt blob not null,
            primary key (chain, step)) strict;
        create table settings (name text primary key, value text not null) strict, without rowid;
        """
    )
