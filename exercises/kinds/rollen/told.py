"""The report of rollen: form 2 and the roles of form 3 as tables, what is still open, and what people said."""

from __future__ import annotations

from typing import Any

from exercises.kinds.rollen.words import HOW, ROLES, WORDS
from facilitator.chain.blocks import block_name
from facilitator.chain.chorus import once, tallied
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Bullets, Heading, Table, Text
from facilitator.chain.roles import PER_CARER

WHO = [4.0, 4.4, 3.4]
TOOLS = [4.2, 4.2, 4.2]
OFFERED = [4.4, 4.6, 3.0]
Row = dict[str, Any]


def section(step: Entity, page: Page) -> list[Block]:
    """How many places have a name, both tables, the gaps, and in full what was offered and expected."""
    slots = step["state"].get("slots", [])
    found: list[Block] = [Text(lead(slots, step["state"].get("gaps", 0)))] if slots else []
    rows = [row for row in slots if row["level"] != "instrument"]
    if rows:
        found.append(roles_of(rows, page))
    tools = [row for row in slots if row["role"] == "developer"]
    if tools:
        found += [Heading(4, WORDS["instruments"]), tools_of(tools, slots, page)]
    gaps = [title(row, page) for row in slots if not row["holders"] and row["role"] != PER_CARER]
    if gaps:
        found += [Heading(4, WORDS["gaps_title"]), Bullets(gaps)]
    return found + (said(step, slots, page) if page.full else [])


def lead(slots: list[Row], gaps: int) -> str:
    places = [row for row in slots if row["role"] != PER_CARER]
    open_ones = say(WORDS["gaps"], gaps) if gaps else WORDS["full"]
    return WORDS["lead"].format(all=len(places), have=say(WORDS["have"], len(places) - gaps), open=open_ones)


def say(words: tuple[str, str], number: int) -> str:
    return words[0] if number == 1 else words[1].format(n=number)


def title(row: Row, page: Page) -> str:
    """The role, with its building block or its instrument."""
    name = ROLES[row["role"]]
    if row.get("instrument"):
        return f"{name}, {page.entities[row['instrument']]['name']}"
    if row.get("block"):
        return f"{name}, {WORDS['block'].format(number=row['block'], name=block_name(row['block']))}"
    return name


def holders(row: Row, page: Page) -> list[Entity]:
    return [page.entities[identity] for identity in row["holders"] if identity in page.entities]


def who(row: Row, page: Page) -> str:
    """The organisations, one on each line; a place without anybody says so."""
    names = [page.entities.get(one["organisation"], {}).get("name", "") for one in holders(row, page)]
    if row["role"] == PER_CARER:
        return WORDS["can"].format(who=", ".join(names)) if names else WORDS["per_carer"]
    return "\n".join(names) or WORDS["open"]


def roles_of(rows: list[Row], page: Page) -> Table:
    """Form 2 with the roles of the building blocks; without names there is no column for contact persons."""
    if not (page.names and page.contacts):
        told = [[title(row, page), who(row, page)] for row in rows]
        return Table(WORDS["header_short"], told, WHO[:2], WORDS["table"])
    told = [[title(row, page), who(row, page), contacts(row, page)] for row in rows]
    return Table(WORDS["header"], told, WHO, WORDS["table"])


def contacts(row: Row, page: Page) -> str:
    return "\n".join(one.get("contact", "") for one in holders(row, page)).strip("\n")


def tools_of(tools: list[Row], slots: list[Row], page: Page) -> Table:
    by_id = {row["id"]: row for row in slots}
    rows = []
    for row in tools:
        tool = page.entities[row["instrument"]]
        number = tool.get("block", 0)
        block = "\n" + WORDS["block"].format(number=number, name=block_name(number)) if number else ""
        parts = [named(by_id[f"{role}.{tool['id']}"], page) for role in ("developer", "executor")]
        rows.append([tool["name"] + block, *parts])
    return Table(WORDS["instruments_header"], rows, TOOLS, WORDS["instruments_table"])


def named(row: Row, page: Page) -> str:
    """Who it is, with the contact person when this report names people."""
    people = contacts(row, page) if page.names and page.contacts else ""
    return f"{who(row, page)} ({people.replace(chr(10), ', ')})" if people else who(row, page)


def said(step: Entity, slots: list[Row], page: Page) -> list[Block]:
    """Offers as a table; expectations per role."""
    titles = {row["id"]: title(row, page) for row in slots}
    found: list[Block] = []
    people: dict[tuple[str, str], list[str]] = {}
    order = {slot: place for place, slot in enumerate(titles)}
    for one in sorted(page.list("offer", step["id"]), key=lambda one: order.get(one["slot"], len(order))):
        role = titles.get(one["slot"]) or ROLES[one["slot"].partition(".")[0]]
        people.setdefault((role, HOW[one["how"]].format(other=one.get("other", ""))), []).append(writer(one))
    rows = [[role, what, tallied(some)] for (role, what), some in people.items()]
    if rows:
        found += [Heading(4, WORDS["offered"]), Table(WORDS["offered_header"], rows, OFFERED, WORDS["offered_table"])]
    notes = page.list("note", step["id"])
    if notes:
        found.append(Heading(4, WORDS["expected"]))
    for role, name in ROLES.items():
        here = [note for note in notes if note.get("section") == role]
        if here:
            found += [Text(name, "lead"), Bullets(once(map(expected, here)))]
    return found


def expected(note: Entity) -> tuple[str, str, list[str]]:
    """What somebody expects of a role, who that is, and what the reader has to know of it."""
    return note["text"], writer(note), [WORDS[mark] for mark in ("hidden", "withdrawn") if note.get(mark)]


def writer(one: Entity) -> str:
    """Who said it, as far as the step and this report name people."""
    named_ = ", ".join(part for part in (one.get("by"), one.get("org")) if part)
    return named_ or (WORDS["behalf"] if one.get("on_behalf") else "")
