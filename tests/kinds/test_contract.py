"""What every kind must be: one suite for all that stand in the registry, and for every exercise on the shelf."""

from __future__ import annotations

import ast
import importlib
import json
import re

import msgspec
import pytest

from exercises.registry import KINDS, rulebook
from facilitator.chain.command import TRAINEE, Body, Seat
from facilitator.chain.kind import Page
from facilitator.chain.paper import Block, Bullets, Heading, Numbers, PageBreak, Picture, Quote, Table, Text
from facilitator.rooms.rooms import Rooms
from facilitator.settings import ROOT
from facilitator.store.ledger import Ledger
from tests.kinds.foyer import library
from tests.kinds.house import EXAMPLES, House, from_library, made, strings, texts
from tests.kinds.tables import follow, held

FILES = ("__init__.py", "kind.py", "words.py", "phone.js", "screen.js", "control.js", "view.css", "new.md")
EVERY = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
SHELF = dict(from_library())
IN_SHORT = {"casus", "checklist", "doelen", "instrumenten", "netwerk", "rollen", "schaal", "vindplaatsen"}


def s4_held_is_whole(house):
    """After every command each channel holds its whole view."""
    for channel, view in house.room.held.items():
        whole = house.rooms.gate.whole(house.chain, house.room.people, house.room.audience(channel))
        assert view == whole, channel


def s8_no_early_text(house):
    """A note that the room was not shown is not on the screen, not on phones, and not with somebody else."""
    at = house.chain.entities[house.meeting]["step"]
    weighed = set(house.chain.entities[at]["state"].get("candidates", ()))
    secret = {}
    for note in house.chain.of_type("note"):
        kind = house.rooms.rulebook.kinds[house.chain.entities[note["step"]]["kind"]]
        seen = kind.shown(house.chain.entities[note["step"]], note) and not note.get("hidden")
        if not seen and not {note["id"], note.get("cluster")} & weighed:
            secret[note["text"]] = note.get("author")
    shown = {note["text"] for note in house.chain.of_type("note") if note["text"] not in secret}
    for channel, view in house.room.held.items():
        if channel[0] == "control":
            continue
        found = set(texts(view))
        for text, author in secret.items():
            if text not in shown and not (channel[0] == "own" and mine(house, channel[2], text, author)):
                assert text not in found, (channel, text)


def mine(house, seat, text, author):
    """True when this seat wrote such a text itself."""
    own = [note for note in house.chain.of_type("note") if note["text"] == text]
    return author == seat or any(
        note.get("author") == seat or note.get("proof") in house.room.authors.proofs.get(seat, {}) for note in own
    )


def played(tmp_path, template, laws=(s4_held_is_whole,)):
    """A house in which the whole demo was played under these laws."""
    house = House(tmp_path, template)
    if house.kind(1).sources:
        house.fill()
        house.go(1)
    views = held(house)
    house.laws = [*laws, lambda one: follow(one, views)]
    house.rehearse()
    return house


@EVERY
def test_a_kind_has_all_its_files(kind):
    folder = ROOT / "exercises" / "kinds" / kind.name
    assert [name for name in FILES if not (folder / name).is_file()] == []
    assert type(kind).__module__ == f"exercises.kinds.{kind.name}.kind"


@EVERY
def test_a_kind_has_its_words_apart(kind):
    words = importlib.import_module(f"exercises.kinds.{kind.name}.words").WORDS
    assert words and all(isinstance(key, str) and value for key, value in words.items())


@EVERY
def test_a_kind_has_a_template_for_authors_that_explains_itself(kind):
    text = (ROOT / "exercises" / "kinds" / kind.name / "new.md").read_text("utf-8")
    assert text.startswith("---\n") and f"\nsoort: {kind.name}\n" in text
    assert "## Doel" in text
    named = set(re.findall(r"\b([a-z_]+):", text.split("---")[1]))
    for field in msgspec.structs.fields(kind.Settings):
        assert field.name in named or f"`{field.name}`" in text or f"{field.name}:" in text, field.name


@EVERY
def test_settings_have_defaults_and_take_no_unknown_field(kind):
    assert msgspec.to_builtins(kind.Settings()) == msgspec.to_builtins(msgspec.convert({}, kind.Settings))
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"onbekend": 1}, kind.Settings)


@EVERY
def test_commands_of_its_own_are_strict(kind):
    for rule in kind.rules:
        assert issubclass(rule.Body, Body) and rule.Body.__struct_config__.forbid_unknown_fields, rule.name
    for name in kind.commands:
        assert rulebook().rules[name].of_step, name


@EVERY
def test_a_fresh_step_starts_and_everybody_can_look_at_it(kind, tmp_path):
    house = House(tmp_path, made(kind))
    for audience in ("control", "screen", "phone", "report"):
        json.dumps(house.see(audience))
        assert house.entity(audience)["kind"] == kind.name
    assert isinstance(house.full_report(), list)


@EVERY
def test_s4_s8_the_demo_runs_to_its_end_and_every_view_stays_right(kind, tmp_path):
    house = played(tmp_path, made(kind), (s4_held_is_whole, s8_no_early_text))
    house.go(2 if len(house.steps) > 2 else 0)
    house.go(1)
    house.do("meeting.close")
    house.do("meeting.open")


@EVERY
def test_the_same_seed_plays_the_same_demo_also_when_a_trainee_runs_the_step(kind, tmp_path):
    def acts(name, seat=None):
        house = House(tmp_path / name, made(kind))
        if kind.sources:
            house.fill()
            house.go(1)
        if seat:
            house.do = lambda name, /, **body: lent(house, seat, name, body)
        return house.rehearse(seed=11)

    def lent(house, seat, name, body):
        if name.startswith("role."):
            body.pop("contact", None)  # the name of a contact person is the facilitator's to write
        answer = house.ask(Seat(seat, house.meeting, "t1", "Sam"), name, **body)
        assert answer["ok"], (name, answer)
        return answer

    first = acts("een")
    assert first == acts("twee", TRAINEE)
    assert first or kind.name == "uitleg"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.commands], ids=lambda kind: kind.name)
def test_every_participant_does_something(kind, tmp_path):
    house = House(tmp_path, made(kind))
    if kind.sources:
        house.fill()
        house.go(1)
    active = {who for who, _, _ in house.rehearse()}
    assert active >= set(range(len(house.people))), "somebody sat and watched"


@EVERY
def test_the_book_gives_what_lives(kind, tmp_path):
    house = played(tmp_path, made(kind))
    folded = house.rooms.rulebook.fold(house.room.id, house.rooms.ledger.read(house.room.id))
    assert folded.entities == house.chain.entities and folded.seq == house.chain.seq
    before = {name: house.see(name) for name in ("control", "screen", "phone", "report")}
    house.rooms.ledger.close()
    again = Rooms(Ledger(tmp_path), rulebook(), house.rooms.library, clock=house.clock)
    house.rooms, house.room = again, again.get(house.room.id)
    assert {name: house.see(name) for name in before} == before


@EVERY
def test_the_full_report_has_every_text_that_was_written(kind, tmp_path):
    house = played(tmp_path, made(kind))
    blocks = house.full_report()
    assert all(isinstance(block, Block | PageBreak) for block in blocks)
    told = "\n".join(strings(blocks))
    for text in house.written():
        assert text in told, text


@EVERY
def test_the_short_report_says_less_and_never_fails(kind, tmp_path):
    house = played(tmp_path, made(kind))
    short = "\n".join(strings(house.paper(1, full=False, names=False)))
    assert len(short) <= len("\n".join(strings(house.full_report())))
    if kind.name != "kennismaking":  # there the organisations are the result
        assert "Ibrahim" not in short
    views = house.room.report_view(house.meeting)
    gist = house.kind(1).gist(views[house.steps[1]], Page(views, names=False, full=False))
    assert bool(gist) == (kind.name in IN_SHORT)
    assert len("\n".join(strings(gist))) < 900 and "Ibrahim" not in "\n".join(strings(gist))


@EVERY
def test_blocks_of_a_report_fit_together(kind, tmp_path):
    house = played(tmp_path, made(kind))
    for block in (*house.full_report(), *house.paper(1, full=False)):
        match block:
            case Table():
                assert block.header and all(len(row) == len(block.header) for row in block.rows)
                assert not block.widths or len(block.widths) == len(block.header)
                assert all(isinstance(cell, str) for row in block.rows for cell in row)
            case Picture():
                assert block.svg.startswith("<svg") and block.alt
            case Heading():
                assert block.level in (3, 4, 5) and block.text
            case Text() | Quote():
                assert block.text
            case Bullets() | Numbers():
                assert block.items and all(block.items)


@pytest.mark.parametrize("name", SHELF)
def test_every_exercise_on_the_shelf_can_be_rehearsed(name, tmp_path):
    house = played(tmp_path, SHELF[name], ())
    told = "\n".join(strings(house.full_report()))
    assert all(text in told for text in house.written())
    assert not set(EXAMPLES[7:]) & set(texts(house.see("screen")))


def test_no_kind_knows_time_chance_or_the_disk():
    """House rule 2: what a kind needs of the world comes with the command."""
    banned = {"time", "random", "secrets", "os", "pathlib", "sqlite3", "uuid", "flask", "gevent"}
    for path in sorted((ROOT / "exercises" / "kinds").glob("*/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & banned, path
            assert not (isinstance(node, ast.Attribute) and node.attr in ("now", "today", "utcnow")), path


def test_the_library_is_the_real_one():
    assert {"startbijeenkomst", "workshop"} <= set(library().agendas)
