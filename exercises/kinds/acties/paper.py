"""The list of actions on paper: form 4 with priority, reason and trace, as a whole and per building block."""

from __future__ import annotations

from collections import Counter

from exercises.kinds.acties.words import BLOCKS, WORDS, actions, day
from facilitator.chain import taking
from facilitator.chain.carrying import LIVE
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Heading, Table, Text
from facilitator.chain.priority import NO_TRACE, UNWEIGHED

FORM = [0.9, 4.0, 2.2, 1.7, 1.5, 3.4]
WHY = [0.9, 3.4, 3.6, 5.0]
WHENCE = [0.9, 5.0, 7.0]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LOST = [3.6, 1.8, 1.6, 1.4, 2.6, 3.0]


def section(step: Entity, page: Page) -> list[Block]:
    """What came out: the list, why it stands in this order, and in full also what is not on it."""
    order = step["state"].get("order", [])
    listed = [(row, page.entities[row["id"]]) for row in order if row["id"] in page.entities]
    if not listed:
        return [Text(WORDS["empty"]), *lost(step, page)]
    weighed = any(UNWEIGHED not in row["reason"].lower() for row, _ in listed)
    opening = WORDS["opening" if weighed else "unweighed"].format(n=actions(len(listed)))
    earlier = carried(page, len(listed))
    if earlier:
        opening += " " + (WORDS["one_earlier"] if len(earlier) == 1 else WORDS["earlier"].format(n=len(earlier)))
    by_hand = sum(1 for row, _ in listed if row.get("hand"))
    if by_hand:
        opening += " " + WORDS["by_hand"].format(n=actions(by_hand))
    open_ended = sum(1 for row, _ in listed if {"wie", "voor wanneer"} & set(row.get("missing", ())))
    if open_ended:
        opening += " " + WORDS["open"].format(n=actions(open_ended))
    parked = [(row, one) for row, one in listed if row.get("parked")]
    if parked:
        opening += " " + WORDS["line"].format(most=step["state"]["most"])
    now = [pair for pair in listed if pair not in parked] + earlier
    here, listed = listed, listed + earlier
    found: list[Block] = [Text(opening), form(now, WORDS["all"], page)]
    if parked:
        found += [Heading(3, WORDS["parked"]), form(parked, WORDS["parked_table"], page)]
    found += reasons(here, page) if weighed or by_hand else traces(here, page)
    return found + per_block(listed, page) + lost(step, page)


def reasons(listed: list[tuple[dict, Entity]], page: Page) -> list[Block]:
    """Why each action stands where it does, and where it came from."""
    rows = [[str(row["place"]), one["what"], reason(row["reason"]), trace(one, page)] for row, one in listed]
    return [Heading(3, WORDS["why"]), Table(WORDS["why_header"], rows, WHY, WORDS["why_table"])]


def traces(listed: list[tuple[dict, Entity]], page: Page) -> list[Block]:
    """Where each came from; when nothing was weighed that is all there is to tell, and the opening said so once."""
    rows = [[str(row["place"]), one["what"], trace(one, page)] for row, one in listed]
    return [Heading(3, WORDS["whence"]), Table(WORDS["whence_header"], rows, WHENCE, WORDS["whence_table"])]


def reason(said: str) -> str:
    """Why an action stands where it does; that it has no trace stands in the column beside it.

    That nothing was weighed is said once, above the table: a row then only tells what somebody did.
    """
    told = said.replace(f"; {NO_TRACE}", "").replace(f": {UNWEIGHED}", "")
    return WORDS["as_written"] if told.lower() == UNWEIGHED else told


def carried(page: Page, after: int) -> list[tuple[dict, Entity]]:
    """What earlier meetings left open, the earliest date first: it stands behind what was made here, and says so."""
    found = [one for one in page.list("action") if one.get("origin") and one["status"] in LIVE and alone(one, page)]
    found.sort(key=lambda one: (not one.get("when"), one.get("when", "")))
    return [({"place": place}, one) for place, one in enumerate(found, after + 1)]


def alone(action: Entity, page: Page) -> bool:
    """True for what has a row of its own: no subaction, or one whose action is over and stands in no list."""
    whole = page.entities.get(action.get("under", ""))
    return whole is None or whole["status"] not in LIVE


def form(listed: list[tuple[dict, Entity]], caption: str, page: Page) -> Table:
    """Form 4, with each subaction in a row of its own under its action: 2a, 2b."""
    rows = []
    for row, one in listed:
        rows.append([str(row["place"]), *cells(one, page)])
        for letter, part in zip(LETTERS, subactions(one, page), strict=False):
            rows.append([f"{row['place']}{letter}", *cells(part, page, below=True)])
    return Table(WORDS["header"], rows, FORM, caption)


def subactions(action: Entity, page: Page) -> list[Entity]:
    """What an action was split into, in the order in which it was typed."""
    return [page.entities[identity] for identity in action.get("subs", ()) if identity in page.entities]


def cells(action: Entity, page: Page, below: bool = False) -> list[str]:
    """The columns of form 4; `below` is for a subaction that stands under its action.

    The lines of a split in an old book stand with their action.
    """
    more = [f"– {part}" for part in action.get("parts") or ()]
    if action.get("under") and not below:
        more.append(WORDS["part_of"].format(what=action["whole"]))
    if action.get("origin") and not below:
        more.append(f"({came_from(action)})")
    what = "\n".join([action["what"], *more])
    return [what, who(action, page), day(action.get("when", "")), action["status"], action.get("remarks", "")]


def who(action: Entity, page: Page) -> str:
    """Who does it, and who said on a phone to take it up."""
    wants = " en ".join(taking.shown(page, action))
    return "\n".join(part for part in (action.get("who", ""), wants and WORDS["takes"].format(who=wants)) if part)


def came_from(action: Entity) -> str:
    """The earlier meeting that an action comes from."""
    origin = action["origin"]
    named = ", ".join(part for part in (origin["title"], day(origin.get("date", ""))) if part)
    return WORDS["origin"].format(meeting=named)


def per_block(listed: list[tuple[dict, Entity]], page: Page) -> list[Block]:
    """The same list once more, per building block; nothing when no action has one."""
    if not any(one.get("block") for _, one in listed):
        return []
    found: list[Block] = [Heading(3, WORDS["blocks"])]
    for number in (*BLOCKS, 0):
        here = [(row, one) for row, one in listed if one.get("block", 0) == number]
        if here:
            found.append(form(here, f"Bouwsteen {number}: {BLOCKS[number]}" if number else WORDS["no_block"], page))
    return found


def trace(action: Entity, page: Page) -> str:
    """The notes that an action came from, with the group they were in; one line for each source."""
    if action.get("origin"):
        return came_from(action)
    if not action.get("sources"):
        return WORDS["no_trace"]
    left = dict.fromkeys(note for note in action.get("trace", ()) if note in page.entities)
    lines = []
    for source in action["sources"]:
        group = page.entities.get(source)
        if group and group["type"] == "cluster":
            inside = [note for note in left if page.entities[note].get("cluster") == source]
            for note in inside:
                del left[note]
            notes = "; ".join(quoted(note, page) for note in inside)
            lines.append(WORDS["group"].format(name=group["name"], notes=notes) if notes else group["name"])
    same = Counter(quoted(note, page) for note in left)
    lines += [f"{text} ({number} keer)" if number > 1 else text for text, number in same.items()]
    return "\n".join(lines) or WORDS["not_left"]


def quoted(note: str, page: Page) -> str:
    return f"“{page.entities[note]['text']}”"


def left_alone(action: Entity, page: Page) -> bool:
    """True for a subaction that was taken off the list while its action stayed."""
    return bool(action.get("gone")) and not page.entities.get(action["under"], {}).get("gone")


def lost(step: Entity, page: Page) -> list[Block]:
    """In the full report also what was offered and not taken over, and what was taken off the list."""
    if not page.full:
        return []
    found: list[Block] = []
    mine = [one for one in page.list("action", step["id"]) if not one.get("under") or left_alone(one, page)]
    offered = [one for one in mine if one.get("offered") and not one.get("gone")]
    gone = [one for one in mine if one.get("gone")]
    for words, some in (("offered", offered), ("gone", gone)):
        if some:
            rows = [[*cells(one, page), trace(one, page)] for one in some]
            found += [Heading(3, WORDS[words]), Table(WORDS["lost_header"], rows, LOST, WORDS[f"{words}_table"])]
    return found
