"""The report of reflectie: what was shared under each question, and the actions that people made of it."""

from __future__ import annotations

from exercises.kinds.reflectie.words import MONTHS, WORDS
from facilitator.chain.chorus import once
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Bullets, Heading, Table, Text

WIDTHS = [5.6, 3.4, 2.6, 3.6]
AWAY = ("hidden", "withdrawn", "redacted")


def section(step: Entity, page: Page) -> list[Block]:
    notes = page.list("note", step["id"])
    listed = [note for note in notes if page.full or not any(note.get(flag) for flag in AWAY)]
    found: list[Block] = []
    for prompt in step["prompts"] or [{"id": "1", "text": step["title"]}]:
        here = [line(note) for note in listed if note["lane"] == prompt["id"]]
        if here:
            found += [Heading(4, prompt["text"]), Bullets(once(here))]
    found += own(step, page)
    missing = len(notes) - len(listed)
    if missing:
        found.append(Text(say(WORDS["left_out"], missing), "small"))
    number = step["state"].get("ready", 0)
    lead = WORDS["lead"] if found else WORDS["nothing"]
    return [Text(f"{lead} {say(WORDS['ready'], number)}" if number else lead), *found]


def say(words: tuple[str, str], number: int) -> str:
    return words[0] if number == 1 else words[1].format(n=number)


def own(step: Entity, page: Page) -> list[Block]:
    """Actions that began here; in short only what was put on the list."""
    rows = []
    for one in page.list("action", step["id"]):
        if one.get("gone") or (one.get("offered") and not page.full):
            continue
        stand = WORDS["offered" if one.get("offered") else "listed"]
        when = day(one["when"]) if one.get("when") else ""
        what = f"– {one['what']}" if one.get("under") else one["what"]
        rows.append([what, one.get("who", ""), when, f"{one['status']}; {stand}"])
    return [Heading(4, WORDS["own"]), Table(WORDS["header"], rows, WIDTHS, WORDS["table"])] if rows else []


def day(when: str) -> str:
    """2026-12-01 as 1 december 2026."""
    year, month, number = when.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def line(note: Entity) -> tuple[str, str, list[str]]:
    """What somebody shared, who that was, and what the reader has to know of it."""
    text = WORDS["emptied"] if note.get("redacted") else note["text"]
    named = ", ".join(part for part in (note.get("by"), note.get("org")) if part)
    who = named or (WORDS["behalf"] if note.get("on_behalf") else "")
    return text, who, [WORDS[mark] for mark in ("hidden", "withdrawn") if note.get(mark)]
