"""What the room said of each statement: how often each mark, the middle, how far people are apart, and in which words.

Nobody is pointed at: with fewer than three answers nothing of a statement is told. Marks typed in from paper are known
to who typed them, so with one or two phones beside the paper nothing is told either.
"""

from __future__ import annotations

from typing import Any

from facilitator.chain import ballots, priority
from facilitator.chain.model import Chain, Entity
from facilitator.chain.people import plain

LEAST = 3  # answers, below which a spread would point at somebody
FIVE = 5  # the scale for which the measures of agreement hold; a longer one is brought back to it
MOST = 0.75  # of the room gives about the same mark: they agree
DIVIDED = 2.0  # between the middles of the lower and upper half: as far apart as when every mark is given as often


def statements(step: Entity) -> list[Entity]:
    """The statements of a step: its prompts."""
    return step["prompts"]


def scale_of(step: Entity) -> int:
    """5 or 10."""
    return int(step["settings"].get("scale", FIVE))


def key_of(step: Entity, prompt: Entity) -> str:
    """What a statement is called from year to year: the author's key as long as the words are the author's."""
    return step.get("keys", {}).get(prompt["text"], plain(prompt["text"]))


def counted(chain: Chain, step: Entity) -> dict[str, tuple[list[int], int]]:
    """Per statement how often each mark was given, and how many of those came from phones."""
    scale = scale_of(step)
    found = {prompt["id"]: ([0] * scale, 0) for prompt in statements(step)}
    for ballot in chain.in_step(step["id"], "ballot"):
        for identity, mark in ballot["choices"].items():
            if identity in found and 1 <= mark <= scale:
                often, phones = found[identity]
                often[mark - 1] += 1
                found[identity] = (often, phones + 1)
    for cards in chain.in_step(step["id"], "cards"):
        for identity, given in cards.get("answers", {}).items():
            for mark in given:
                if identity in found and 1 <= mark <= scale:
                    found[identity][0][mark - 1] += 1
    return found


def outcome(chain: Chain, step: Entity) -> dict[str, dict[str, Any]]:
    """Per statement {key, count, marks, median, range, level}, or {key, few} when that would tell too much."""
    rows = {}
    given = counted(chain, step)
    for prompt in statements(step):
        often, phones = given[prompt["id"]]
        count = sum(often)
        row: dict[str, Any] = {"key": key_of(step, prompt)}
        if count < LEAST or 0 < phones < LEAST:
            row["few"] = True
        else:
            low, high = ballots.quarters(often)
            row |= {"count": count, "marks": often, "median": ballots.between(often, 0, count)}
            row |= {"range": [low, high], "level": level(often)}
        rows[prompt["id"]] = row
    return rows


def level(often: list[int]) -> str:
    """How far the room is together: eens, ongeveer, verdeeld, or twee (a group low and a group high)."""
    low, high = ballots.quarters(often)
    wide = (high - low) * (FIVE - 1) / (len(often) - 1)
    if wide > priority.AGREED and in_two(often):
        return "twee"
    if wide >= DIVIDED:
        return "verdeeld"
    return "eens" if wide <= priority.AGREED and together(often) >= MOST else "ongeveer"


def together(often: list[int]) -> float:
    """The largest part of the room that gave about the same: two marks side by side, on a long scale three."""
    near = 2 if len(often) <= FIVE else 3
    return max(sum(often[at : at + near]) for at in range(len(often) - near + 1)) / sum(often)


def in_two(often: list[int]) -> bool:
    """True when a good part gave a low mark, a good part a high one, and few something between."""
    third = len(often) * 2 // FIVE
    smaller = min(sum(often[:third]), sum(often[-third:]))
    between = sum(often[third:-third]) / (len(often) - 2 * third)
    return smaller >= max(2, sum(often) / 4) and between <= smaller / third / 2


def earlier(chain: Chain, step: Entity) -> dict[str, dict[str, Any]]:
    """Per key what the last meeting before said of the same statement on the same scale, if its room was shown it."""
    mine = chain.entities[step["meeting"]]
    steps = [
        one
        for one in chain.of_type("step")
        if one["kind"] == step["kind"] and one["meeting"] != mine["id"] and one["revealed"] and not one.get("gone")
    ]
    steps.sort(key=lambda one: chain.entities[one["meeting"]]["date"])
    found: dict[str, dict[str, Any]] = {}
    for one in steps:
        meeting = chain.entities[one["meeting"]]
        if scale_of(one) != scale_of(step) or meeting["date"] > mine["date"]:
            continue
        for row in outcome(chain, one).values():
            if "marks" in row:
                kept = {field: row[field] for field in ("median", "level", "marks", "count")}
                found[row["key"]] = {**kept, "date": meeting["date"]}
    wanted = {key_of(step, prompt) for prompt in statements(step)}
    return {key: row for key, row in found.items() if key in wanted}
