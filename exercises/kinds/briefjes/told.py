"""What the report tells of a wall: by prompt, by group, with what every note's reader has to know."""

from __future__ import annotations

from exercises.kinds.briefjes.words import WORDS, notes
from facilitator.chain import ballots
from facilitator.chain.blocks import block_name
from facilitator.chain.chorus import bare
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Bullets, Heading, Text

AWAY = ("hidden", "withdrawn", "redacted")
MARKS = ("on_behalf", "late", "waiting", "hidden", "withdrawn", "into")


def report(step: Entity, page: Page) -> list[Block]:
    """All prompts of the wall in their order, each with its groups first and its loose notes last."""
    wall = page.list("note", step["id"])
    told = [note for note in wall if page.full or (step["revealed"] and not any(note.get(flag) for flag in AWAY))]
    blocks: list[Block] = [Text(_opening(step, page, told))] if told else []
    lanes = {prompt["id"]: prompt["text"] for prompt in step["prompts"]}
    for lane, text in lanes.items() if lanes else [("", "")]:
        hanging = [note for note in told if not lanes or note["lane"] == lane]
        if not hanging:
            continue
        if len(lanes) > 1:
            blocks.append(Heading(4, text))
        blocks += _lane(step, page, hanging)
    left_out = sum(1 for note in wall if note not in told and not note.get("into"))
    if not told and not left_out:
        blocks.append(Text(WORDS["nothing"]))
    if not step["revealed"] and wall:
        blocks.append(Text(WORDS["unrevealed"], "small"))
    if left_out:
        words = WORDS["left_out_one"] if left_out == 1 else WORDS["left_out"]
        blocks.append(Text(words.format(count=left_out), "small"))
    return blocks


def _opening(step: Entity, page: Page, told: list[Entity]) -> str:
    """How much was written, by how many, and in how many groups."""
    writers = page.entities.get(f"{step['id']}.tally", {}).get("writers", 0)
    groups = [group for group in page.list("cluster", step["id"]) if group["notes"]]
    parts = [notes(hung(told))]
    if writers:
        parts.append("van 1 mens" if writers == 1 else f"van {writers} mensen")
    if groups:
        parts.append("in 1 groepje" if len(groups) == 1 else f"in {len(groups)} groepjes")
    return f"Op de muur: {', '.join(parts)}."


def hung(told: list[Entity]) -> int:
    """How many of these hang there for themselves, as the room counts them."""
    return sum(1 for note in told if ballots.counts(note))


def _lane(step: Entity, page: Page, hanging: list[Entity]) -> list[Block]:
    blocks: list[Block] = []
    groups = {group["id"]: group for group in page.list("cluster", step["id"])}
    for identity, group in groups.items():
        inside = [note for note in hanging if note.get("cluster") == identity]
        if inside:
            number = group.get("block", 0)
            kind = f", bouwsteen {number}: {block_name(number)}" if number else ""
            count = hung(inside)
            marks = f"{notes(count)}{kind}" if count else kind.removeprefix(", ")
            blocks += _notes(f"{group['name']} ({marks})" if marks else group["name"], inside, step, page.full)
    loose = [note for note in hanging if note.get("cluster") not in groups]
    if loose:
        count = hung(loose)
        title = f"{WORDS['loose']} ({count})" if count else WORDS["loose"]
        blocks += _notes(title if blocks else "", loose, step, page.full)
    return blocks


def _notes(title: str, inside: list[Entity], step: Entity, full: bool) -> list[Block]:
    """A list under the name of its group: each note in its own words, and behind a dash where it comes from."""
    lines: list[Block] = [Bullets([_line(note, step, also) for note, also in _piled(inside, full)])]
    return [Heading(5, title), *lines] if title else lines


def _line(note: Entity, step: Entity, also: list[Entity]) -> str:
    """`also` said the same in the same words: then it stands here once, with all whom it comes from."""
    others = [_from(one) or (WORDS["on_behalf"] if one.get("on_behalf") else "") for one in also]
    named = "; ".join(part for part in dict.fromkeys([_from(note), *others]) if part)
    origin = ", ".join(part for part in (named, _block(note)) if part)
    return f"{_words(note, step)} – {origin}" if origin else _words(note, step)


def _piled(inside: list[Entity], full: bool) -> list[tuple[Entity, list[Entity]]]:
    """Each note with what was merged into it in the same words.

    What says it otherwise stands right behind it, once; in a version that is not `full` it only says whom it is from.
    """
    ids = {note["id"] for note in inside}
    behind: dict[str, list[Entity]] = {}
    for note in inside:
        behind.setdefault(note.get("into") or "", []).append(note)
    found: list[tuple[Entity, list[Entity]]] = []
    for note in inside:
        if note.get("into") not in ids:
            pile: list[tuple[Entity, list[Entity]]] = [(note, [])]
            for one in behind.get(note["id"], ()):
                also = next((said for first, said in pile if not full or _same(one, first)), None)
                if also is None:
                    pile.append((one, []))
                else:
                    also.append(one)
            found += pile
    return found


def _same(one: Entity, other: Entity) -> bool:
    """True when nothing is to be told of the one that the other does not say."""
    told = any(note.get(flag) for note in (one, other) for flag in ("redacted", "hidden", "withdrawn", "waiting"))
    apart = told or one.get("late") or one.get("block") not in (None, 0, other.get("block"))
    return not apart and bare(one["text"]) == bare(other["text"])


def _words(note: Entity, step: Entity) -> str:
    """A note's text, how often it was said, and what the reader has to know of it."""
    merged = note.get("merged") or []
    marks = [f"{len(merged) + 1} keer genoemd"] if merged else []
    marks += [WORDS[flag] for flag in MARKS if note.get(flag) and not (flag == "hidden" and note.get("waiting"))]
    if not step["revealed"]:
        marks.append(WORDS["unseen"])
    text = WORDS["emptied"] if note.get("redacted") else note["text"]
    return f"{text} ({', '.join(marks)})" if marks else text


def _from(note: Entity) -> str:
    return ", ".join(part for part in (note.get("by"), note.get("org")) if part)


def _block(note: Entity) -> str:
    number = note.get("block", 0)
    return f"bouwsteen {number}: {block_name(number)}" if number else ""
