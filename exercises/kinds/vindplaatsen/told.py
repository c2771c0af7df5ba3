"""The report of vindplaatsen: per group a table of places with who comes there, and where nobody comes."""

from __future__ import annotations

from typing import Any

from exercises.kinds.vindplaatsen.places import groups, listed
from exercises.kinds.vindplaatsen.words import WORDS
from facilitator.chain.carers import GROUPS
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Bullets, Heading, Table, Text

WIDTHS = [6.4, 6.4]
Row = dict[str, Any]


def section(step: Entity, page: Page) -> list[Block]:
    """How many places have somebody, the gaps, and in full the tables."""
    rows = listed(step)
    have = sum(1 for row in rows if visitors(step, row, page))
    found: list[Block] = [Text(WORDS["lead"].format(have=have, all=len(rows)), "lead")]
    found += gaps(step, rows, page)
    for group in groups(step):
        here = [[text_of(step, row), "\n".join(visitors(step, row, page)) or WORDS["nobody"]] for row in rows
                if row["group"] == group]  # fmt: skip
        found += [Heading(4, GROUPS[group]), Table(WORDS["header"], here, WIDTHS, caption(group))] if here else []
    gone = [one["text"] for one in step["state"].get("own", ()) if one["gone"]]
    if gone and page.full:
        found.append(Text(WORDS["dropped"].format(places=", ".join(gone)), "small"))
    return found


def caption(group: str) -> str:
    return WORDS["table"].format(group=GROUPS[group].lower())


def visitors(step: Entity, row: Row, page: Page) -> list[str]:
    """The names of the organisations that come there."""
    ids = step["state"].get("who", {}).get(row["id"], ())
    return [page.entities[one]["name"] for one in ids if one in page.entities]


def text_of(step: Entity, row: Row) -> str:
    own = any(one["id"] == row["id"] for one in step["state"].get("own", ()))
    return WORDS["own"].format(text=row["text"]) if own else row["text"]


def gaps(step: Entity, rows: list[Row], page: Page) -> list[Block]:
    """Per group the places where nobody comes, in words."""
    lines = []
    for group in groups(step):
        empty = [row["text"] for row in rows if row["group"] == group and not visitors(step, row, page)]
        if empty:
            lines.append(WORDS["gap"].format(group=GROUPS[group], places="; ".join(empty)))
    return [Heading(4, WORDS["gaps"]), Bullets(lines)] if lines else [Text(WORDS["no_gaps"])]
