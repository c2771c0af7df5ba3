"""The section of the report: the date that was chosen, and how many people could on each of the others."""

from __future__ import annotations

from exercises.kinds.planning.words import WORDS
from facilitator.chain.cards import few as people
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Table, Text


def told(step: Entity, page: Page) -> list[Block]:
    """First what was agreed, then the counts; nobody is named, also not in the full report."""
    state = step["state"]
    rows = [*state.get("dates", ()), *(state.get("left", ()) if page.full else ())]
    if not rows:
        return [Text(WORDS["none"])]
    tally = page.entities.get(f"{step['id']}.tally", {})
    chosen = [one for one in state["dates"] if one["id"] == state["chosen"]]
    found: list[Block] = [Text(WORDS["chosen"].format(label=chosen[0]["label"]) if chosen else WORDS["open"], "lead")]
    voters, best = tally.get("voters", 0), tally.get("best", [])
    said = WORDS["asked_one" if voters == 1 else "asked"].format(people=people(voters)) if voters else WORDS["nobody"]
    if len(best) == 1 and not chosen:
        label = next(one["label"] for one in state["dates"] if one["id"] == best[0])
        said += " " + WORDS["best"].format(label=label)
    paper = tally.get("paper", 0)
    said += f" {WORDS['paper_one' if paper == 1 else 'paper'].format(n=paper)}" if paper else ""
    lines = []
    for one in sorted(rows, key=lambda one: (one["day"], one["start"])):
        counts = tally.get("counts", {}).get(one["id"])
        cells = [str(count) for count in counts] if counts else ["–"] * 3
        lines.append([one["label"], *cells, remark(one, state["chosen"], best)])
    return [*found, Text(said), Table(WORDS["header"], lines, [5.0, 1.0, 1.4, 1.0, 2.0], WORDS["table"])]


def remark(one: Entity, chosen: str, best: list[str]) -> str:
    if one.get("gone"):
        return WORDS["left"]
    if one["id"] == chosen:
        return WORDS["is_it"]
    return WORDS["is_best"] if one["id"] in best else ""
