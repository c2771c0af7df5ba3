"""The report of casus: whom it was about, who becomes casusregisseur, the first step, and the notes per role."""

from __future__ import annotations

from exercises.kinds.casus.parts import name_of, state_of
from exercises.kinds.casus.words import PARTS, WORDS
from facilitator.chain.chorus import once, tallied
from facilitator.chain.kind import Kind, Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Bullets, Heading, Table, Text

MARKS = ("hidden", "withdrawn")
SAID = [7.0, 5.0]


def section(step: Entity, page: Page, kind: Kind) -> list[Block]:
    """What was agreed first; then the parts with what the room could read, in full with everything."""
    state = state_of(step)
    if not (state["persona"] or state["title"]):
        return [Text(WORDS["nothing"])]
    found = [*about(step), *agreed(step, page)]
    notes = page.list("note", step["id"])
    listed = [note for note in notes if page.full or is_open(step, note, kind)]
    for part, title in PARTS.items():
        here = [line(note, step, kind) for note in listed if note.get("section") == part]
        if here:
            found += [Heading(4, title), Bullets(once(here))]
    if page.full:
        found += said(step, page)
    missing = len(notes) - len(listed)
    if missing:
        one, more = WORDS["left_out"]
        found.append(Text(one if missing == 1 else more.format(n=missing), "small"))
    return found


def gist(step: Entity, page: Page) -> list[Block]:
    """Whom it was about, and what was agreed."""
    state = state_of(step)
    if not (state["persona"] or state["title"]):
        return []
    about_whom = WORDS["gist"].format(name=called(state))
    return [Text(" ".join([about_whom, *(block.text for block in agreed(step, page))]))]


def about(step: Entity) -> list[Block]:
    state = state_of(step)
    persona = state["persona"]
    story = f"{persona['line']}. {persona['cares_for']}." if persona else state["text"]
    return [Text(WORDS["lead"].format(name=called(state)), "lead"), Text(story)]


def called(state: Entity) -> str:
    """Whom it was about; a persona says that nobody is called so."""
    name = name_of(state)
    return WORDS["fictional"].format(label=name) if state["persona"] else name.rstrip(".")


def agreed(step: Entity, page: Page) -> list[Block]:
    """Who becomes casusregisseur and what happens first; what is still open says so."""
    state = state_of(step)
    who = page.entities.get(state["director"], {}).get("name")
    found: list[Block] = [Text(WORDS["director"].format(who=who) if who else WORDS["no_director"])]
    note = page.entities.get(state["first"]["note"])
    if note is None or note.get("redacted") or note.get("withdrawn") or note.get("hidden"):
        return [*found, Text(WORDS["no_first_yet"])]
    taker = page.entities.get(state["first"]["organisation"], {}).get("name")
    text = note["text"] if note["text"][-1:] in ".!?" else note["text"] + "."
    words = WORDS["first_by"] if taker else WORDS["first"]
    return [*found, Text(words.format(text=text, who=taker))]


def is_open(step: Entity, note: Entity, kind: Kind) -> bool:
    """True for what the room could read."""
    return not any(note.get(flag) for flag in ("hidden", "withdrawn", "redacted")) and kind.shown(step, note)


def line(note: Entity, step: Entity, kind: Kind) -> tuple[str, str, list[str]]:
    """What somebody wrote, who that was, and what the reader has to know of it."""
    text = WORDS["emptied"] if note.get("redacted") else note["text"]
    marks = [WORDS[mark] for mark in MARKS if note.get(mark)]
    return text, writer(note), marks if kind.shown(step, note) else [*marks, WORDS["unseen"]]


def said(step: Entity, page: Page) -> list[Block]:
    """What people said of who could be casusregisseur."""
    people: dict[str, list[str]] = {}
    for one in page.list("offer", step["id"]):
        what = WORDS["other"].format(other=one.get("other", "")) if one["how"] == "other" else WORDS["fits"]
        people.setdefault(what, []).append(writer(one))
    rows = [[what, tallied(some) or WORDS["someone"]] for what, some in people.items()]
    return [Heading(4, WORDS["offers"]), Table(WORDS["header"], rows, SAID, WORDS["table"])] if rows else []


def writer(one: Entity) -> str:
    """Who said it, as far as the step and this report name people."""
    named = ", ".join(part for part in (one.get("by"), one.get("org")) if part)
    return named or (WORDS["behalf"] if one.get("on_behalf") else "")
