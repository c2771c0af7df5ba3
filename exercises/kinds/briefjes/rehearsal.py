"""A plausible round on a wall: people write, correct and take back; the facilitator groups, merges and shows."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

from exercises.kinds.briefjes.words import GROUPS
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity

TEXTS = ("Wij weten elkaar nog niet te vinden.", "Er is geen vast telefoonnummer.", "Het mag eerder gezien worden.")


def demo(step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
    """Everybody writes one to three notes before the wall is shown; then it is put in order, and somebody is late."""
    chance, supply = table.chance, answers(step, table)
    people = [who for who in range(table.people) for _ in range(chance.choice((1, 1, 2, 2, 3)))]
    chance.shuffle(people)
    written: list[tuple[int, str, str]] = []
    for who in people:
        lane, text = next(supply)
        answer = yield who, "note.post", {"step": step["id"], "lane": lane, "text": text}
        written.append((who, answer["ids"][0], text))
    for who, note, text in written:
        draw, own = chance.random(), {"note": note, **proof(step, table, who, note)}
        if draw < 0.06:
            text = text if text[-1:] in ".!?" else f"{text}."
            yield who, "note.edit", {**own, "text": f"{text} Daar hebben wij het vaker over."[: length(step)]}
        elif draw < 0.1:
            yield who, "note.withdraw", {**own, "on": True}
            if draw < 0.08:
                yield who, "note.withdraw", {**own, "on": False}
    lane, text = next(supply)
    yield "facilitator", "note.many", {"step": step["id"], "lane": lane, "lines": [text, next(supply)[1]]}
    yield from ordered(step, table)
    if written:
        lane, text = next(supply)
        answer = yield written[0][0], "note.post", {"step": step["id"], "lane": lane, "text": text}
        if step["settings"].get("approve"):
            yield "facilitator", "note.hide", {"notes": answer["ids"], "on": False}


def proof(step: Entity, table: Table, who: int, note: str) -> dict[str, str]:
    """In an anonymous step a phone shows with the cid that it kept that the note is its own."""
    return {"proof": table.look(who)[note]["cid"]} if step["settings"].get("names") == "anoniem" else {}


def ordered(step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
    """The facilitator's part: let notes through, show the wall, merge what is the same, make groups per prompt."""
    waiting = [note["id"] for note in wall(step, table) if note.get("waiting")]
    if waiting:
        yield "facilitator", "note.hide", {"notes": waiting, "on": False}
    if not table.look("facilitator")[step["id"]]["revealed"]:
        yield "facilitator", "step.reveal", {"step": step["id"], "on": True}
    seen: dict[tuple[str, str], str] = {}
    for note in wall(step, table):
        same = (note["lane"], note["text"].casefold())
        if same in seen:
            yield "facilitator", "note.merge", {"into": seen[same], "notes": [note["id"]]}
        else:
            seen[same] = note["id"]
    yield from compared(step, table)
    names = list(GROUPS)
    table.chance.shuffle(names)
    for lane in [prompt["id"] for prompt in step["prompts"]] or ["1"]:
        loose = [note["id"] for note in wall(step, table) if note["lane"] == lane and not note.get("into")]
        while len(loose) >= 3 and names:
            chosen, loose = loose[: table.chance.choice((2, 3, 4))], loose[4:]
            body = {"step": step["id"], "lane": lane, "name": names.pop(), "notes": chosen}
            made = yield "facilitator", "cluster.make", body
            if len(names) == len(GROUPS) - 1:
                yield "facilitator", "wall.show", {"step": step["id"], "group": made["ids"][0]}
                yield from named(step, table, made["ids"][0], body["name"], names[-1:])
                yield "facilitator", "wall.show", {"step": step["id"]}
    if seen:
        one = table.chance.choice(list(seen.values()))
        yield "facilitator", "note.block", {"notes": [one], "block": table.chance.randint(1, 7)}
        yield "facilitator", "note.hide", {"notes": [one], "on": True}
        yield "facilitator", "note.hide", {"notes": [one], "on": False}


def named(step: Entity, table: Table, group: str, name: str, others: list[str]) -> Generator[Act, dict[str, Any], None]:
    """The room is asked what the group is called: some say what it becomes, one says otherwise, one thinks again."""
    own = {"step": step["id"], "group": group}
    yield "facilitator", "wall.ask", own
    for who, said in zip(range(min(table.people, 4)), (name, *others, name.upper(), name), strict=False):
        yield who, "wall.name", {**own, "name": said}
    if table.people > 1:
        yield 1, "wall.name", {**own, "name": ""}
    yield "facilitator", "wall.take", {**own, "name": name}


def compared(step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
    """The facilitator lets the house look for doubles, merges the first pair and leaves the second apart."""
    yield "facilitator", "notes.compare", {"step": step["id"]}
    pairs = [pair["notes"] for pair in table.look("facilitator")[step["id"]]["state"]["alike"]]
    if pairs:
        yield "facilitator", "note.merge", {"into": pairs[0][0], "notes": [pairs[0][1]]}
    if len(pairs) > 1:
        yield "facilitator", "notes.apart", {"step": step["id"], "notes": pairs[1]}


def wall(step: Entity, table: Table) -> list[Entity]:
    """The notes that hang there, as the facilitator sees them."""
    notes = [one for one in table.look("facilitator").values() if one["type"] == "note" and one["step"] == step["id"]]
    return [note for note in notes if not note.get("withdrawn")]


def answers(step: Entity, table: Table) -> Iterator[tuple[str, str]]:
    """(lane, text) without end: example i belongs to prompt i modulo the number of prompts."""
    lanes = [prompt["id"] for prompt in step["prompts"]] or ["1"]
    texts = list(table.examples or TEXTS)
    pairs = [(lanes[number % len(lanes)], text[: length(step)]) for number, text in enumerate(texts)]
    while True:
        table.chance.shuffle(pairs)
        yield from pairs


def length(step: Entity) -> int:
    return int(step["settings"].get("max_length", 280))
