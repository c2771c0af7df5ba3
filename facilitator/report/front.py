"""The front of the report: in short, the actions in their order, and who was at the table."""

from __future__ import annotations

from typing import Any

from facilitator.chain import taking
from facilitator.chain.kind import Kind, Page
from facilitator.chain.paper import Block, Contents, Heading, Numbers, PageBreak, Table, Text
from facilitator.report.source import Source, begun, day, plural, unseen, weekday

SORTS = {
    "gemeente": "gemeente",
    "steunpunt": "mantelzorgsteunpunt",
    "zorg": "zorg",
    "welzijn": "welzijn",
    "huisarts": "huisartsenzorg",
    "ggz": "ggz",
    "jeugd": "jeugd en onderwijs",
    "mantelzorgers": "mantelzorgers",
    "overig": "overig",
}
ALWAYS = {"gemeente": "de gemeente", "steunpunt": "het mantelzorgsteunpunt"}
FIRST = 5  # actions in the summary
DONE, DROPPED = "voltooid", "vervallen"
STANDS = [DONE, "bezig", "nog niet begonnen", DROPPED]


def summary(page: Page, meeting: dict[str, Any], source: Source, kinds: dict[str, Kind]) -> list[Block]:
    """Who, how many, the first actions, what the room has not seen, and what is in this report."""
    notes = sum(1 for note in source.entities.values() if note["type"] == "note" and not note.get("withdrawn"))
    listed = ordered(page, meeting)
    written = f" Geschreven: {plural(notes, 'briefje', 'briefjes')}." if notes else ""
    made = f"Afgesproken: {plural(len(listed), 'actie', 'acties')}." if listed else "Nog geen acties afgesproken."
    lead = f"{who_came(page)}{written} {made}"
    blocks: list[Block] = [Heading(1, "In het kort"), Text(lead, "lead")]
    if listed:
        blocks += [
            Text("Hier begint de keten mee:"),
            Numbers([said(page, action) for action in now(page, meeting)[:FIRST]]),
        ]
    if became(page):
        blocks.append(Text(became(page)))
    if following(page, meeting, kinds):
        blocks.append(Text(following(page, meeting, kinds)))
    if around(page):
        blocks.append(Text(f"Aan tafel: {around(page)}"))
    away = omitted(page, meeting, source, kinds)
    return [*blocks, *([Text(away, "small")] if away else []), Contents()]


def said(page: Page, action: dict[str, Any]) -> str:
    """An action in one line, with who does it (else who wants to) and for when."""
    what = action["what"].splitlines()[0].rstrip(". ")
    told = ", ".join(part for part in (action.get("who") or wish(page, action), day(action.get("when", ""))) if part)
    return f"{what} ({told})" if told else what


def wish(page: Page, action: dict[str, Any]) -> str:
    """Who said on a phone to take an action up, in a few words; "" when nobody did."""
    some = taking.shown(page, action)
    return f"{' en '.join(some)} {'wil' if len(some) == 1 else 'willen'} dit oppakken" if some else ""


def before(page: Page) -> dict[str, list[dict[str, Any]]]:
    """The actions of earlier meetings that came back here, by status; a subaction counts with its whole."""
    by: dict[str, list[dict[str, Any]]] = {}
    for action in page.list("action"):
        if action.get("origin") and not action.get("gone") and action.get("under") not in page.entities:
            by.setdefault(action["status"], []).append(action)
    return by


def became(page: Page) -> str:
    """How these stand now, in a sentence; "" when there are none."""
    by = before(page)
    if not by:
        return ""
    every = plural(sum(len(some) for some in by.values()), "actie", "acties")
    counts = [f"{len(by[status])} {status}" for status in STANDS if status in by]
    last = f"{', '.join(counts[:-1])} en {counts[-1]}" if len(counts) > 1 else counts[0]
    return f"Van eerdere bijeenkomsten: {every}, waarvan {last}."


def following(page: Page, meeting: dict[str, Any], kinds: dict[str, Kind]) -> str:
    """The day that the table chose for its next meeting, the last that was agreed on, in a sentence; or ""."""
    found = [one for step in begun(page, meeting) for one in kinds[step["kind"]].agreed(step)]
    if not found:
        return ""
    one = found[-1]
    hours = f", {one['start']} tot {one['end']} uur" if one["start"] and one["end"] else ""
    hours = hours or (f", om {one['start']} uur" if one["start"] else "")
    return f"De volgende keer: {weekday(one['day'])}{hours}."


def who_came(page: Page) -> str:
    """How many people of how many organisations."""
    people = plural(len(page.list("participant")), "deelnemer", "deelnemers")
    return f"{people} van {plural(len(seated(page)), 'organisatie', 'organisaties')}."


def around(page: Page) -> str:
    """The organisations at the table in one sentence, with how many people each; "" when there are none."""
    seats = seated(page)
    named = [
        f"{one['name']} ({seats[one['id']]})" if seats[one["id"]] > 1 else one["name"]
        for one in page.list("organisation")
        if one["id"] in seats
    ]
    return f"{', '.join(named)}." if named else ""


def missing(page: Page) -> str:
    """Who has to be at every table and is not at this one, in a sentence; or ""."""
    seats = seated(page)
    here = {organisation["sort"] for organisation in page.list("organisation") if organisation["id"] in seats}
    away = [name for sort, name in ALWAYS.items() if sort not in here]
    return f"Nog niet aan tafel: {' en '.join(away)}. Die horen er altijd bij (handreiking §3.1)." if away else ""


def omitted(page: Page, meeting: dict[str, Any], source: Source, kinds: dict[str, Kind]) -> str:
    """One sentence on what was given but not shown to the room, or ""."""
    steps = dict.fromkeys(
        one["step"]
        for one in source.entities.values()
        if (unseen(source, kinds, one) and not one.get("withdrawn")) or sealed(source, one)
    )
    titles = [source.entities[step]["title"] for step in steps if step in source.entities]
    if not titles:
        return ""
    told = "Het staat hier wel in, en het is erbij gezegd." if page.full else "Dat staat niet in deze versie."
    end = "" if titles[-1].endswith(("?", "!", ".")) else "."
    return f"Niet of niet helemaal aan de zaal getoond: {'; '.join(titles)}{end} {told}"


def sealed(source: Source, one: dict[str, Any]) -> bool:
    """True for a count or a commitment of a step whose outcome was never shown; a count that says it kept no secret."""
    step = source.entities.get(one.get("step", ""), {})
    given = (one.get("voters") and "counts" not in one) if one["type"] == "tally" else one["type"] == "commitment"
    return bool(given) and not step.get("revealed")


def ordered(page: Page, meeting: dict[str, Any]) -> list[dict[str, Any]]:
    """The actions made here, in their order."""
    return [action for _, action in placed(page, meeting)]


def now(page: Page, meeting: dict[str, Any]) -> list[dict[str, Any]]:
    """The actions made here that are not parked for later, in their order."""
    return [action for row, action in placed(page, meeting) if not row.get("parked")]


def placed(page: Page, meeting: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The actions made here with their place, as the last step with actions shows them; what it leaves out is last."""
    away = ("offered", "gone", "origin", "under")  # what an earlier meeting made stands in its own table
    listed = {action["id"]: action for action in page.list("action") if not any(action.get(flag) for flag in away)}
    for step in reversed(begun(page, meeting)):
        rows = [row for row in step["state"].get("order", ()) if isinstance(row, dict)]
        order = {row["id"]: row for row in rows if row["id"] in listed}
        if order:
            return [(order.get(identity, {}), listed[identity]) for identity in dict.fromkeys([*order, *listed])]
    return [({}, action) for action in listed.values()]


def actions(page: Page, meeting: dict[str, Any], kinds: dict[str, Kind]) -> list[Block]:
    """The prioritised actions come first: they are what the next meeting starts from."""
    blocks: list[Block] = []
    for step in begun(page, meeting):
        if kinds[step["kind"]].lists_actions:
            blocks += kinds[step["kind"]].report(step, page)
    title, form = Heading(1, "Acties, op volgorde"), Text("Dit is formulier 4 van de handreiking, aangevuld.", "small")
    if any(isinstance(block, Table) for block in blocks):  # with as many columns as form 4 has, they need a wide page
        return [PageBreak(wide=True), title, form, *blocks, PageBreak()]
    return [title, *(blocks or [Text("Er zijn nog geen acties gemaakt.")])]


def seated(page: Page) -> dict[str, int]:
    """Organisation id -> people at the table."""
    found: dict[str, int] = {}
    for person in page.list("participant"):
        if person.get("org"):
            found[person["org"]] = found.get(person["org"], 0) + 1
    return found


def present(page: Page, training: bool = False) -> list[Block]:
    """Who was at the table: by organisation, with names when they were asked for.

    At a day for trainers (`training`) nobody is missing: it is no meeting of a keten.
    """
    seats = seated(page)
    here = [organisation for organisation in page.list("organisation") if organisation["id"] in seats]
    rows = [
        [one["name"], SORTS.get(one["sort"], ""), str(seats[one["id"]]), people_of(page, one["id"])] for one in here
    ]
    blocks: list[Block] = [Heading(1, "Aan tafel")]
    if rows:
        header = ["Organisatie", "Soort", "Mensen", "Wie"]
        blocks.append(Table(header, rows, [4, 3, 1.2, 5], "De organisaties aan tafel"))
    loose = sum(1 for person in page.list("participant") if not person.get("org"))
    if loose:
        told = plural(loose, "deelnemer noemde", "deelnemers noemden")
        named = people_of(page, None)
        blocks.append(Text(f"{told} geen organisatie{': ' + named if named else ''}."))
    if not page.list("participant"):
        blocks.append(Text("Er deed niemand mee met een telefoon."))
    return [*blocks, Text(missing(page))] if missing(page) and not training else blocks


def people_of(page: Page, organisation: str | None) -> str:
    """The names and professions of the people of an organisation (None for those without), as far as they are told."""
    people = [person for person in page.list("participant") if person.get("org") == organisation]
    told = [", ".join(part for part in (person.get("name"), person.get("profession")) if part) for person in people]
    return "; ".join(part for part in told if part)
