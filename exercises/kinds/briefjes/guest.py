"""What a simulated participant does at a wall: one to a few notes, and sometimes a better word for one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

MOST = 3  # notes of one person
MORE = (
    "Daar praat ik graag over door.",
    "Dit is voor mij het belangrijkste.",
    "Daar kom ik straks op terug.",
    "Hoe zien anderen dat?",
    "Daar wil ik wel iets over vertellen.",
    "Zeg het gerust als ik iets mis.",
    "Ik moest er net weer aan denken.",
    "Bij ons leeft dat echt.",
    "Kunnen we hier langer bij stilstaan?",
    "Denk ook aan naasten die verder weg wonen.",
    "Zo zie ik het nu.",
    "Mijn collega's denken er net zo over.",
)
BACK = 0.3  # of who thinks again takes the note back instead


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Each starts at a lane that it likes and goes round; who is not eager may write nothing."""
    lanes = [prompt["id"] for prompt in step["prompts"]] or ["1"]
    order = guest.chance("lanes").sample(lanes, len(lanes))
    most = int(step["settings"].get("max_length", 280))
    texts = []
    for number in range(guest.many(MOST)):
        lane = order[number % len(order)]
        text = guest.note(lane, number // len(order), most)
        texts.append(text)
        yield Intent(f"note/{number}", "note.post", {"step": step["id"], "lane": lane, "text": text}, text)
    if texts and guest.fickle("note"):
        yield from second_thoughts(step, guest, texts[0], most)


def second_thoughts(step: Entity, guest: Guest, text: str, most: int) -> Iterator[Intent]:
    """A sentence more, or the note goes; found among one's own by its words."""
    note = guest.mine("note", text)
    if note is None or note.get("redacted"):
        return
    own = {"note": note["id"], **proof(step, note)}
    if guest.chance("back").random() < BACK:
        yield Intent("back", "note.withdraw", {**own, "on": True}, late=True)
        return
    more = MORE[(guest.common("more").randrange(len(MORE)) + guest.person) % len(MORE)]
    longer = f"{text} {more}" if text.endswith((".", "!", "?")) else f"{text}. {more}"
    if len(longer) <= most:
        yield Intent("better", "note.edit", {**own, "text": longer}, more, late=True)


def proof(step: Entity, note: Entity) -> dict[str, Any]:
    """In an anonymous step a phone shows with the cid that it kept that the note is its own."""
    return {"proof": note["cid"]} if step["settings"].get("names") == "anoniem" else {}
