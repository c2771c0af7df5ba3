"""What the report tells of a persona step: by persona, by section, by building block."""

from __future__ import annotations

from collections import Counter
from typing import Any

from exercises.kinds.persona.words import WORDS
from facilitator.chain.blocks import block_name
from facilitator.chain.kind import Kind, Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Bullets, Heading, Text

MARKS = (("on_behalf", "behalf"), ("hidden", "hidden"), ("withdrawn", "withdrawn"), ("into", "merged"))


def report(step: Entity, page: Page, kind: Kind) -> list[Block]:
    """All personas of the step, each said to be fictional, with what the table wrote at their sections."""
    personas = step["state"].get("personas", {})
    if not personas:
        return [Text(WORDS["nobody"])]
    notes = page.list("note", step["id"])
    told = [note for note in notes if page.full or _open(step, note, kind)]
    blocks: list[Block] = []
    for persona in personas.values():
        own = [note for note in told if note.get("section", "").partition(".")[0] == persona["id"]]
        blocks += _persona(persona, own, step, kind)
    if len(told) < len(notes):
        blocks.append(Text(_left_out(len(notes) - len(told)), "small"))
    return blocks


def _open(step: Entity, note: Entity, kind: Kind) -> bool:
    """True for what the room could read."""
    away = any(note.get(flag) for flag in ("hidden", "withdrawn", "redacted", "into"))
    return not away and kind.shown(step, note)


def _persona(persona: dict[str, Any], notes: list[Entity], step: Entity, kind: Kind) -> list[Block]:
    line = f"{persona['line']}. {persona['cares_for']}."
    blocks: list[Block] = [Heading(4, f"{persona['label']}, {WORDS['fictional']}"), Text(line, "small")]
    if not notes:
        return [*blocks, Text(WORDS["nothing"])]
    sections = [(one, _of(persona, one, notes)) for one in persona["sections"]]
    written = [(one, found) for one, found in sections if found]
    many = "briefje" if len(notes) == 1 else "briefjes"
    where = f"{len(written)} van de {len(sections)} onderdelen"
    blocks.append(Text(f"De tafel schreef {len(notes)} {many}, bij {where}."))
    for section, found in written:
        blocks += _section(section, found, step, kind)
    return blocks + _per_block(persona, notes)


def _of(persona: dict[str, Any], section: dict[str, Any], notes: list[Entity]) -> list[Entity]:
    return [note for note in notes if note["section"] == f"{persona['id']}.{section['id']}"]


def _section(section: dict[str, Any], notes: list[Entity], step: Entity, kind: Kind) -> list[Block]:
    """The notes of one section under its question; behind each where it comes from."""
    lines = [_line(note, step, kind) for note in notes]
    return [Heading(5, f"{section['title']} {section['question']}"), Bullets(lines)]


def _line(note: Entity, step: Entity, kind: Kind) -> str:
    block = f"{WORDS['block'].lower()} {note['block']}" if note.get("block") else ""
    origin = ", ".join(part for part in (_from(note), block) if part)
    return f"{_words(note, step, kind)} – {origin}" if origin else _words(note, step, kind)


def _per_block(persona: dict[str, Any], notes: list[Entity]) -> list[Block]:
    """The same notes once more by building block, for who works on one of those."""
    found: dict[int, list[str]] = {}
    for note in notes:
        if note.get("block") and not note.get("withdrawn"):
            found.setdefault(note["block"], []).append(_text(note))
    if not found:
        return []
    blocks: list[Block] = [Heading(4, f"{WORDS['per_block']}: {persona['label']}, {WORDS['fictional']}")]
    for number in sorted(found):
        said = Counter(found[number])
        lines = [f"{text} ({times} keer)" if times > 1 else text for text, times in said.items()]
        blocks += [Heading(5, f"{WORDS['block']} {number}, {block_name(number)}"), Bullets(lines)]
    return blocks


def _from(note: Entity) -> str:
    return ", ".join(part for part in (note.get("by"), note.get("org")) if part)


def _text(note: Entity) -> str:
    return WORDS["emptied"] if note.get("redacted") else note["text"]


def _words(note: Entity, step: Entity, kind: Kind) -> str:
    """A note's text, how often it was said, and what the reader has to know of it."""
    merged = note.get("merged") or []
    marks = [f"{len(merged) + 1} keer genoemd"] if merged else []
    marks += [WORDS[word] for flag, word in MARKS if note.get(flag)]
    if not kind.shown(step, note):
        marks.append(WORDS["unseen"])
    return f"{_text(note)} ({', '.join(marks)})" if marks else _text(note)


def _left_out(count: int) -> str:
    if count == 1:
        return f"1 briefje {WORDS['left_out']}"
    return f"{count} briefjes {WORDS['left_out_many']}"
