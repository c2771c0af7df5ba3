"""The report of a terugblik: how every action of earlier meetings stands, and what changed since the last meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from exercises.kinds.terugblik.words import FIELDS, WORDS, actions, day, subactions
from facilitator.chain import taking
from facilitator.chain.carrying import FINISHED
from facilitator.chain.history import standing
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Heading, Table, Text

LIST = [3.9, 2.4, 2.6, 2.0, 2.7]
CHANGES = [3.6, 4.0, 3.0, 3.0]
HEARD = [3.4, 2.0, 3.0, 3.0, 2.2]


def section(step: Entity, page: Page) -> list[Block]:
    """How many were done, the table, what changed, and in full also what people said on their phones."""
    order = step["state"].get("order", [])
    rows = [(row, page.entities[row["id"]]) for row in order if row["id"] in page.entities]
    if not rows:
        return [Text(WORDS["empty"])]
    counts = step["state"]["counts"]
    parts = ", ".join(f"{number} {status}" for status, number in reversed(counts.items()) if number)
    lead = WORDS["lead"].format(n=actions(len(rows)), parts=parts)
    pieces = [page.entities[sub["id"]] for row, _ in rows for sub in inside(row, page)]
    if pieces:
        done = sum(one["status"] == FINISHED for one in pieces)
        lead += " " + WORDS["pieces"].format(n=subactions(len(pieces)), done=done or WORDS["none_of_them"])
    lines = [line for row, one in rows for line in [listed(row, one, page), *below(row, page)]]
    table = Table(WORDS["header"], lines, LIST, WORDS["table"])
    found: list[Block] = [Heading(4, WORDS["title"]), Text(lead), table]
    changes = [line for row, one in rows for line in changes_of(step, row, one, page)]
    still = len(changes)
    changes = [line for line in changes if line[1:] != [WORDS["same"], "", ""]]
    still -= len(changes)
    found.append(Heading(4, WORDS["changed"]))
    if changes:
        found.append(Table(WORDS["changes_header"], changes, CHANGES, WORDS["changes_table"]))
    if still:  # which they are, stands in the table above
        found.append(Text(WORDS["still" if changes else "all_same"].format(n=actions(still))))
    return found + (heard(step, page) if page.full else [])


def changes_of(step: Entity, row: dict[str, Any], action: Entity, page: Page) -> list[list[str]]:
    """What changed in an action, and below it in those of its subactions in which something did."""
    parts = [changed(step, page.entities[sub["id"]], page) for sub in inside(row, page)]
    parts = [part for part in parts if part[1:] != [WORDS["same"], "", ""]]
    own = changed(step, action, page)
    if parts and own[1] == WORDS["same"]:
        own[1] = WORDS["in_parts"]
    return [own, *parts]


def listed(row: dict[str, Any], action: Entity, page: Page) -> list[str]:
    when = day(action.get("when", ""))
    late = f" ({WORDS['late']})" if row.get("late") else ""
    wants = " en ".join(taking.shown(page, action))
    who = action.get("who", "") or (wants and WORDS["takes"].format(who=wants))
    return [whole(action), who, when + late, action["status"], came_from(action)]


def below(row: dict[str, Any], page: Page) -> list[list[str]]:
    """The subactions of an action, each in a row of its own; where it comes from stands with the whole."""
    found = [listed(sub, page.entities[sub["id"]], page) for sub in inside(row, page)]
    return [[f"– {cells[0]}", *cells[1:-1], ""] for cells in found]


def inside(row: dict[str, Any], page: Page) -> list[dict[str, Any]]:
    return [sub for sub in row.get("subs", ()) if sub["id"] in page.entities]


def whole(action: Entity) -> str:
    """What, with the lines of an old split and the remarks below; a subaction on its own says what it is a part of."""
    more = [f"– {part}" for part in action.get("parts") or ()]
    more += [WORDS["remarks"].format(text=action["remarks"])] if action.get("remarks") else []
    return "\n".join([action["what"], *more])


def came_from(action: Entity) -> str:
    """The meeting that an action comes from, with its date."""
    origin = action["origin"]
    return ", ".join(part for part in (origin["title"], day(origin.get("date", ""))) if part)


def changed(step: Entity, action: Entity, page: Page) -> list[str]:
    """One line for each act since the last meeting that still stands."""
    since, here = step["state"]["since"], step_meeting(page)
    lines = []
    for row in standing(action):
        if row["at"] <= since or row["meeting"] not in ("", here):
            continue
        said = [told for key in FIELDS if (told := change(key, row.get("changes", {}).get(key)))]
        if row["name"] == "action.parted" and row.get("made"):
            said.append(WORDS["parted"].format(n=subactions(len(row["made"]))))
        if said:
            where = WORDS["here"] if row["meeting"] else WORDS["between"]
            lines.append(f"{'; '.join(said)} ({', '.join([where, *said_by(row, page)])})")
    stuck = ["", ""] if solved(action) else [action.get("obstacle", ""), action.get("help", "")]
    part_of = [WORDS["part_of"].format(what=action["whole"])] if action.get("under") else []
    return ["\n".join([action["what"], *part_of]), "\n".join(lines) or WORDS["same"], *stuck]


def solved(action: Entity) -> bool:
    """True for what is finished, when nothing was said then of what is in the way: the old words are true no more."""
    if action["status"] != FINISHED:
        return False
    rows = [row.get("changes", {}) for row in standing(action)]
    last = max((at for at, changes in enumerate(rows) if "status" in changes), default=0)
    return not any({"obstacle", "help"} & set(changes) for changes in rows[last:])


def step_meeting(page: Page) -> str:
    """The id of the meeting that this report is of."""
    return page.list("meeting")[0]["id"]


def change(key: str, pair: list[Any] | None) -> str:
    """A field "van ... naar ...", or "" when it did not change."""
    if not pair:
        return ""
    before, after = (day(str(value or "")) if key == "when" else str(value or "") for value in pair)
    return f"{FIELDS[key]}: {before or WORDS['nothing']} → {after or WORDS['nothing']}"


def said_by(row: dict[str, Any], page: Page) -> list[str]:
    """Who said it, as far as this report names people."""
    progress = next((one for one in page.list("progress") if one["id"] == row.get("told")), {})
    who = ", ".join(part for part in (progress.get("by"), progress.get("org")) if part)
    return [WORDS["said_by"].format(who=who)] if who else []


def flat(order: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows of the list, each followed by those of its subactions."""
    for row in order:
        yield row
        yield from row.get("subs", ())


def heard(step: Entity, page: Page) -> list[Block]:
    """What people said on their phones, also what was not taken over."""
    rows = []
    order = {row["id"]: place for place, row in enumerate(flat(step["state"].get("order", ())))}
    for one in sorted(page.list("progress", step["id"]), key=lambda one: order.get(one["action"], len(order))):
        action = page.entities.get(one["action"])
        if action:
            mark = "" if one["taken"] else f" ({WORDS['left'] if one['left'] else WORDS['open']})"
            who = ", ".join(part for part in (one.get("by"), one.get("org")) if part)
            told = [one.get("obstacle", ""), one.get("help", "")]
            rows.append([action["what"], one["status"] + mark, *told, who])
    if not rows:
        return []
    return [Heading(4, WORDS["heard"]), Table(WORDS["heard_header"], rows, HEARD, WORDS["heard_table"])]
