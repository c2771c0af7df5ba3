"""What the report tells of a round of introductions: who spoke, and the answers by theme."""

from __future__ import annotations

from exercises.kinds.kennismaking.words import WORDS
from facilitator.chain.answers import partners
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Table, Text
from facilitator.chain.people import plain

THEMES = (
    (
        "contact",
        ("contact_how", "contact_number", "contact_often"),
        ("contact", "number", "frequency"),
        (4.0, 1.6, 1.6),
    ),
    ("offer", ("offer_what", "offer_how", "offer_paid"), ("offers", "how", "funding"), (2.0, 3.4, 2.0)),
    ("together", ("has", "wants"), ("has", "wants"), (3.4, 3.4)),
)


def report(step: Entity, page: Page) -> list[Block]:
    """The round in a sentence or two, then a table for each theme, with a row for each phone that answered."""
    here = page.list("introduction", step["id"])
    spoke = {one.get("organisation") for one in here}
    before = [one for one in page.list("foreword") if one["organisation"] not in spoke]
    given = [*here, *before]
    blocks = _round(step, page)
    for theme, heads, fields, widths in THEMES:
        rows = [[_organisation(one, page), *(_told(one, field) for field in fields)] for one in given]
        rows = sorted((row for row in rows if any(row[1:])), key=_first)
        if rows:
            header = [WORDS["organisation"], *(WORDS[head] for head in heads)]
            blocks.append(_without_empty(Table(header, rows, [2.2, *widths], WORDS[theme])))
    blocks += _wanted(given, page)
    paper = [_organisation(one, page) for one in given if one.get("on_behalf")]
    if paper:
        blocks.append(Text(f"{WORDS['paper']} {', '.join(sorted(paper))}.", "small"))
    if before:
        names = sorted({_organisation(one, page) for one in before})
        blocks.append(Text(f"{WORDS['before']} {', '.join(names)}.", "small"))
    if not given and step["settings"].get("questions", True) and blocks:
        blocks.append(Text(WORDS["no_answers"]))
    return blocks or [Text(WORDS["nothing"])]


def _without_empty(table: Table) -> Table:
    """The same table; what nobody answered has no column."""
    keep = [at for at in range(len(table.header)) if any(row[at] for row in table.rows)]
    header, widths = [table.header[at] for at in keep], [table.widths[at] for at in keep]
    return Table(header, [[row[at] for at in keep] for row in table.rows], widths, table.caption)


def _round(step: Entity, page: Page) -> list[Block]:
    state = step["state"]
    spoke = [_name(organisation, page) for organisation, _ in state.get("done", [])]
    spoke += [_name(state["current"], page)] if state.get("current") else []
    quiet = [_name(organisation, page) for organisation in (*state.get("waiting", []), *state.get("skipped", []))]
    blocks: list[Block] = []
    if spoke:
        blocks.append(Text(f"{WORDS['order']} {', '.join(spoke)}."))
    if spoke and quiet:
        blocks.append(Text(f"{WORDS['not_yet']} {', '.join(quiet)}."))
    return blocks


def _wanted(given: list[Entity], page: Page) -> list[Block]:
    """Wished-for partners, those that most ask for first: names are the same when they are spelt alike."""
    spelt: dict[str, str] = {}
    by: dict[str, list[str]] = {}
    for one in given:
        for name in one.get("wants") or []:
            spelt.setdefault(plain(name), name)
            by.setdefault(plain(name), []).append(_organisation(one, page))
    if not by:
        return []
    ranked = sorted(by, key=lambda name: (-len(by[name]), name))
    rows = [[spelt[name], ", ".join(dict.fromkeys(by[name]))] for name in ranked]
    return [Table([WORDS["partner"], WORDS["wanted_by"]], rows, [2.2, 4.0], WORDS["wanted"])]


def _organisation(introduction: Entity, page: Page) -> str:
    return _name(introduction.get("organisation", ""), page) or WORDS["no_organisation"]


def _name(organisation: str, page: Page) -> str:
    return page.entities.get(organisation, {}).get("name", "")


def _told(told: Entity, field: str) -> str:
    value = partners(told) if field == "has" else told.get(field)
    return ", ".join(value) if isinstance(value, list) else value or ""


def _first(row: list[str]) -> str:
    return plain(row[0])
