"""The short version, for who decides and was not there: what this is, who came, what is first and why, who is asked."""

from __future__ import annotations

from typing import Any

from facilitator.chain.kind import Kind, Page
from facilitator.chain.paper import Block, Bullets, Heading, Numbers, Table, Text
from facilitator.chain.priority import NO_TRACE, UNWEIGHED
from facilitator.report.front import (
    DONE,
    DROPPED,
    FIRST,
    around,
    became,
    before,
    following,
    missing,
    placed,
    who_came,
    wish,
)
from facilitator.report.source import begun, day, plural

MOST = 12  # actions in the list of who is asked what: with more of them it is no short version any more
LONGEST = 160  # characters of an action: what is longer stands whole in the other versions
BY_HAND = " (door de begeleider op deze plaats gezet)"
MORE = (
    "Er loopt nog 1 actie. Die staat in het verslag voor deelnemers.",
    "Er lopen nog {n} acties. Die staan in het verslag voor deelnemers.",
)
ABOUT = (
    "In {chain} werken organisaties samen om te voorkomen dat mantelzorgers een depressie krijgen: zij willen eerder "
    "zien wie het zwaar heeft, en hun hulp op elkaar laten aansluiten. {met} Dit is in het kort wat daaruit kwam."
)

TRAINING = (
    "{when} oefenden mensen{where} hoe zij een bijeenkomst van {chain} begeleiden: meedoen, een deel leiden en "
    "terugkijken. Dit is in het kort wat daaruit kwam."
)


def brief(
    page: Page, meeting: dict[str, Any], chain: dict[str, Any], kinds: dict[str, Kind], training: bool = False
) -> list[Block]:
    """Two pages at most in an ordinary meeting."""
    blocks: list[Block] = [Heading(1, "Waar dit over gaat"), Text(about(meeting, chain, training), "lead")]
    came = f"{who_came(page)[:-1]}: {around(page)}" if around(page) else who_came(page)
    blocks += [Heading(1, "Wie er waren"), Text(came)]
    if missing(page) and not training:
        blocks.append(Text(missing(page)))
    blocks += [*first(page, meeting, training), *asked(page, meeting), *besides(page, meeting, kinds), *earlier(page)]
    when = following(page, meeting, kinds)
    return [*blocks, Heading(1, "Hoe het verdergaat"), Text(when)] if when else blocks


def besides(page: Page, meeting: dict[str, Any], kinds: dict[str, Kind]) -> list[Block]:
    """What came out besides the actions: the steps that can say so in a line or a small table."""
    lines: list[str] = []
    tables: list[Block] = []
    for step in begun(page, meeting):
        for block in kinds[step["kind"]].gist(step, page):
            if isinstance(block, Text):
                lines.append(f"{step['title']}{'' if step['title'].endswith(('?', '!')) else ':'} {block.text}")
            else:
                tables += [Heading(2, step["title"]), block]
    found = [*([Bullets(lines)] if lines else []), *tables]
    return [Heading(1, "Wat er nog meer uit kwam"), *found] if found else []


def about(meeting: dict[str, Any], chain: dict[str, Any], training: bool) -> str:
    when = f"Op {day(meeting['date'])}" if meeting.get("date") else "Onlangs"
    where = f" in {meeting['place']}" if meeting.get("place") else ""
    if training:
        return TRAINING.format(when=when, where=where, chain=inside(chain["name"]))
    return ABOUT.format(chain=inside(chain["name"]), met=f"{when} zaten zij{where} samen aan tafel.")


def inside(name: str) -> str:
    """The name of a keten in the middle of a sentence."""
    if name.lower().startswith("keten "):
        return f"de {name[0].lower()}{name[1:]}"
    return name if name.lower().startswith("de ") else f"de keten {name}"


def shortened(text: str) -> str:
    """The first line of what somebody wrote, cut between two words when it is very long."""
    lines = text.splitlines()
    start = lines[0].strip() if lines else ""
    if len(start) <= LONGEST:
        return start.rstrip(". ")
    return start[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def ended(text: str) -> str:
    """The text as a sentence: with a full stop, unless it ends in a mark of its own."""
    return text if text.endswith(("?", "!", "…")) else f"{text}."


def first(page: Page, meeting: dict[str, Any], training: bool) -> list[Block]:
    """The five main actions, each with the reason of its place; where nothing was weighed there is none to tell."""
    now = [(row, action) for row, action in placed(page, meeting) if not row.get("parked")]
    title = "Wat zij het eerst doen" if training else "Wat de keten het eerst doet"
    if not now:
        return [Heading(1, title), Text("Er zijn nog geen acties gemaakt.")]
    top = now[:FIRST]
    blocks: list[Block] = [Heading(1, title)]
    if all(UNWEIGHED in row.get("reason", UNWEIGHED).lower() for row, _ in top):
        blocks.append(
            Numbers([shortened(action["what"]) + (BY_HAND if row.get("hand") else "") for row, action in top])
        )
    else:
        rows = [[str(place), shortened(action["what"]), why(row)] for place, (row, action) in enumerate(top, 1)]
        head = ["Nr.", "Actie", "Waarom op deze plaats"]
        blocks.append(Table(head, rows, [0.8, 6.0, 5.0], "De belangrijkste acties"))
    rest = len(placed(page, meeting)) - len(top)
    if rest:
        verb = "staat" if rest == 1 else "staan"
        blocks.append(Text(f"Nog {plural(rest, 'actie', 'acties')} {verb} in het verslag voor deelnemers.", "small"))
    return blocks


def why(row: dict[str, Any]) -> str:
    """The reason of a place; who was not there needs not know that no note led to it."""
    return row.get("reason", "").replace(f"; {NO_TRACE}", "")


def asked(page: Page, meeting: dict[str, Any]) -> list[Block]:
    """Who is asked to do what, and for when; at the end what nobody does yet, and how much is left out here."""
    still = [
        action for action in page.list("action") if action.get("origin") and action["status"] not in (DONE, DROPPED)
    ]
    still.sort(key=lambda action: (not action.get("when"), action.get("when", "")))
    now = [part for row, action in placed(page, meeting) if not row.get("parked") for part in family(page, action)]
    running = [action for action in (*now, *still) if action["status"] not in (DONE, DROPPED)]
    by: dict[str, list[str]] = {}
    for action in running[:MOST]:
        by.setdefault(action.get("who", "").strip(), []).append(task(action, meeting.get("date") or page.today))
    lines = [ended(f"{who}: {'; '.join(tasks)}") for who, tasks in by.items() if who]
    if "" in by:
        loose = [action for action in running[:MOST] if not action.get("who", "").strip()]
        wishes = [wish(page, action) for action in loose]
        told = [f"{some} ({who})" if who else some for some, who in zip(by[""], wishes, strict=True)]
        lines.append(
            f"{ended('Nog niemand: ' + '; '.join(told))} {'Spreek dat nog af.' if all(wishes) else 'Wie kan dit doen?'}"
        )
    if not lines:
        return []
    rest = len(running) - MOST
    more = [Text(MORE[rest > 1].format(n=rest), "small")] if rest > 0 else []
    return [Heading(1, "Wat er van wie gevraagd wordt"), Bullets(lines), *more]


def task(action: dict[str, Any], today: str) -> str:
    """What somebody is asked, of which whole it is a part, and for when."""
    part_of = f", als deel van “{shortened(action['whole'])}”" if action.get("whole") else ""
    over = ", over tijd" if action.get("when", "") < today else ""
    until = f" (voor {day(action['when'])}{over})" if action.get("when") else ""
    return f"{shortened(action['what'])}{part_of}{until}"


def family(page: Page, action: dict[str, Any]) -> list[dict[str, Any]]:
    """An action with its subactions: each has somebody of its own who is asked."""
    return [action, *(page.entities[one] for one in action.get("subs", ()) if one in page.entities)]


def earlier(page: Page) -> list[Block]:
    """What became of the actions of earlier meetings: the counts, and by name what is done or dropped."""
    by = before(page)
    over = [
        ended(f"{status.capitalize()}: {'; '.join(shortened(action['what']) for action in by[status][:MOST])}")
        for status in (DONE, DROPPED)
        if status in by
    ]
    told: list[Block] = [Text(became(page))]
    return [Heading(1, "Wat er van eerdere acties werd"), *told, *([Bullets(over)] if over else [])] if by else []
