"""Actions and notes as rows, with the columns of form 4 and what the list knows besides (handreiking, form 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exercises.kinds.acties.paper import trace
from facilitator.chain.blocks import block_name
from facilitator.chain.model import Entity
from facilitator.luggage.packed import Packed, Part

ACTIONS = (
    ("Wat", 46),
    ("Wie", 24),
    ("Voor wanneer", 14),
    ("Status", 18),
    ("Bijzonderheden", 34),
    ("Bouwsteen", 26),
    ("Prioriteit", 11),
    ("Waarom", 40),
    ("Bijeenkomst", 30),
    ("Herkomst", 50),
    ("Pakt dit op", 30),
    ("Subactie van", 40),
)
NOTES = (
    ("Briefje", 56),
    ("Stap", 28),
    ("Vraag", 36),
    ("Groepje", 26),
    ("Bouwsteen", 26),
    ("Van", 26),
    ("Opmerking", 28),
    ("Bijeenkomst", 30),
    ("Nummer", 10),
)
FLAGS = (
    ("on_behalf", "namens iemand"),
    ("late", "later toegevoegd"),
    ("hidden", "verborgen voor de zaal"),
    ("into", "samengevoegd"),
)
UNSEEN = "nog niet aan de zaal getoond"
Cell = str | int


@dataclass(frozen=True)
class Sheet:
    """A table with a title; `columns` are (heading, width in characters). A cell is text, or a whole number."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: list[list[Cell]]

    @property
    def header(self) -> list[str]:
        return [heading for heading, _ in self.columns]


def actions(packed: Packed) -> Sheet:
    """Every action on the lists, meeting by meeting, the first to do on top, each followed by its subactions."""
    return Sheet("Acties", ACTIONS, [row for part in packed.parts for row in action_rows(part)])


def notes(packed: Packed) -> Sheet:
    """Every note, meeting by meeting, in the order of writing."""
    return Sheet("Briefjes", NOTES, [row for part in packed.parts for row in note_rows(packed, part)])


def action_rows(part: Part) -> Iterator[list[Cell]]:
    page = part.page()
    for place, action in part.every():
        whole = action.get("whole", "")
        yield [
            "\n".join([action["what"], *(f"– {one}" for one in action.get("parts") or ())]),
            action.get("who", ""),
            action.get("when", ""),
            action["status"],
            action.get("remarks", ""),
            block(action),
            place.place,
            "" if whole else place.reason,
            part.label,
            "" if whole else trace(action, page),
            " en ".join(dict.fromkeys(part.takers(action))),
            whole,
        ]


def note_rows(packed: Packed, part: Part) -> Iterator[list[Cell]]:
    for note in part.notes():
        step = part.entities.get(note["step"], {})
        prompts = {prompt["id"]: prompt["text"] for prompt in step.get("prompts", ())}
        writer = [note.get("by"), note.get("org")]
        remarks = [word for flag, word in FLAGS if note.get(flag)]
        if step and not note.get("hidden") and not packed.kinds[step["kind"]].shown(step, note):
            remarks.append(UNSEEN)
        yield [
            note["text"],
            step.get("title", ""),
            prompts.get(note.get("lane", ""), ""),
            part.entities.get(note.get("cluster", ""), {}).get("name", ""),
            block(note),
            " · ".join(one for one in writer if one),
            "; ".join(remarks),
            part.label,
            note["id"],
        ]


def block(entity: Entity) -> str:
    number = entity.get("block") or 0
    return f"{number}. {block_name(number)}" if block_name(number) else ""
