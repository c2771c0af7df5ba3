"""The report of checklist: form 1 as two tables of their own, who is missing, and what people proposed and said."""

from __future__ import annotations

from typing import Any

from exercises.kinds.checklist.words import WORDS
from facilitator.chain.checklist import LINES, SORTS, STANDS
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Bullets, Heading, Table, Text

TWO = [8.0, 5.0]
Row = dict[str, Any]


def section(step: Entity, page: Page) -> list[Block]:
    """How many of each, who is missing, and a table per list; what was not talked about is one sentence."""
    rows: list[Row] = step["state"].get("rows", [])
    if not rows:
        return []
    found: list[Block] = [Text(lead(rows))]
    if step["state"]["absent"]:
        found.append(Text(missing(step["state"]["absent"])))
    asked = [one for one in page.list("action", step["id"]) if not one.get("gone")]
    for sort in SORTS:
        found += list_of([row for row in rows if row["sort"] == sort], sort)
    if asked:
        found += [Heading(4, WORDS["actions"]), Bullets([action(one) for one in asked])]
    return found + (said(step, rows, page) if page.full else [])


def lead(rows: list[Row]) -> str:
    counts = {stand: sum(1 for row in rows if row["stand"] == stand) for stand in STANDS}
    return WORDS["lead"].format(all=len(rows), **counts)


def missing(names: list[str]) -> str:
    many = len(names) > 1
    shown = " en ".join(f"de {name.lower()}" if name == "Gemeente" else f"het {name.lower()}" for name in names)
    verbs = {"verb": "horen" if many else "hoort", "stands": "staan" if many else "staat"}
    return WORDS["absent"].format(names=shown, **verbs)


def list_of(rows: list[Row], sort: str) -> list[Block]:
    said_of = [row for row in rows if row["stand"]]
    found: list[Block] = [Heading(4, WORDS[sort])]
    if said_of:
        lines = [[row["name"], WORDS[row["stand"]]] for row in said_of]
        found.append(Table(WORDS[f"{sort}_header"], lines, TWO, WORDS[f"{sort}_table"]))
    rest = [row["name"] for row in rows if not row["stand"]]
    if rest:
        found.append(Text(WORDS["unsaid"].format(names=", ".join(rest))))
    return found


def action(one: Entity) -> str:
    return f"{one['what']} ({one['who']})" if one.get("who") else one["what"]


def said(step: Entity, rows: list[Row], page: Page) -> list[Block]:
    """What was proposed and not taken over, and who knows whom."""
    found: list[Block] = []
    loose = [one for one in page.list("partner", step["id"]) if one.get("proposal")]
    if loose:
        found += [Heading(4, WORDS["proposals"]), Bullets([with_writer(one["name"], one) for one in loose])]
    names = {row["id"]: row["name"] for row in rows} | {key: name for key, (_, name) in LINES.items()}
    by: dict[str, list[str]] = {}
    for one in page.list("tie", step["id"]):
        by.setdefault(one["row"], []).append(tie(one))
    lines = [f"{name}: {'; '.join(by[row])}" for row, name in names.items() if row in by]
    if lines:
        found += [Heading(4, WORDS["ties"]), Bullets(lines)]
    return found


def tie(one: Entity) -> str:
    """What somebody said of one line of the lists."""
    more = f", {one['text']}" if one.get("text") else ""
    return with_writer(f"{WORDS[one['how']]}{more}", one)


def with_writer(text: str, one: Entity) -> str:
    """Who said it, as far as the step and this report name people."""
    who = ", ".join(part for part in (one.get("by"), one.get("org")) if part)
    who = who or (WORDS["behalf"] if one.get("on_behalf") else "")
    return f"{text} ({who})" if who else text
