"""What goes into a report, and in which order: from a room's view to blocks to Word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from facilitator.chain.kind import Kind, Page
from facilitator.chain.paper import Block, Bullets, Heading, Table, Text
from facilitator.report.word import write

VERSIONS = {
    "kort": "Kort: de acties en de kern, op een paar bladzijden",
    "deelnemers": "Voor deelnemers: alles wat de zaal zag",
    "volledig": "Volledig: ook wat verborgen of nog niet getoond is, met alle briefjes",
}
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
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
MAIN_ACTIONS = 5


@dataclass(frozen=True)
class Choice:
    """What somebody asked for: one of VERSIONS, and with or without names."""

    version: str = "volledig"
    names: bool = True


@dataclass(frozen=True)
class Source:
    """A room's view for the scribe, of which meeting, and the moment (seconds) at which it was taken."""

    entities: dict[str, dict[str, Any]]
    meeting: str
    at: float


def day(text: str) -> str:
    """2026-11-22 -> 22 november 2026; anything else stays."""
    try:
        when = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def build(source: Source, kinds: dict[str, Kind], choice: Choice) -> bytes:
    """The Word document, as bytes."""
    entities = visible(source, choice)
    meeting = entities[source.meeting]
    chain = next(entity for entity in entities.values() if entity["type"] == "chain")
    when = datetime.fromtimestamp(source.at, UTC)
    page = Page(entities, names=choice.names, full=choice.version == "volledig", today=when.date().isoformat())
    cover = [
        f"Keten {chain['name']}",
        " · ".join(part for part in (day(meeting.get("date", "")), meeting.get("place")) if part),
    ]
    cover.append(f"Stand van {day(page.today)}, {VERSIONS[choice.version].split(':')[0].lower()}")
    blocks = [*summary(page, meeting, kinds, choice), *actions(page, meeting, kinds), *present(page)]
    if choice.version != "kort":
        blocks += sections(page, meeting, kinds)
        blocks += appendix(page, meeting) if choice.version == "volledig" else []
    title = f"Verslag {meeting['title']}"
    return write(
        blocks, title=title, subject=f"Keten {chain['name']}", cover=[line for line in cover if line], created=when
    )


def visible(source: Source, choice: Choice) -> dict[str, dict[str, Any]]:
    """The entities that this version may tell of; without names, nobody's name is in what the kinds get."""
    entities = {}
    for identity, entity in source.entities.items():
        kept = dict(entity)
        if not choice.names:
            kept = {
                key: value
                for key, value in kept.items()
                if not (key == "by" or key == "name" and entity["type"] == "participant")
            }
        if choice.version != "volledig" and left_out(source, entity):
            continue
        entities[identity] = kept
    return entities


def left_out(source: Source, entity: dict[str, Any]) -> bool:
    """True for what the room did not get to see: hidden, withdrawn, or of a step that was never shown."""
    if entity["type"] not in ("note", "cluster"):
        return False
    step = source.entities.get(entity["step"], {})
    return bool(entity.get("hidden") or entity.get("withdrawn") or not step.get("revealed"))


def steps(page: Page, meeting: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps in the order of the agenda, those that were begun."""
    return [page.entities[step] for step in meeting["steps"] if page.entities[step].get("started_at")]


def summary(page: Page, meeting: dict[str, Any], kinds: dict[str, Kind], choice: Choice) -> list[Block]:
    """In short: who, how many, the first actions, and what is not in this version."""
    people, organisations = page.list("participant"), seated(page)
    notes = [note for note in page.list("note") if not note.get("withdrawn")]
    tables = plural(len(organisations), "organisatie", "organisaties")
    count = f"{plural(len(people), 'deelnemer', 'deelnemers')} van {tables}"
    made = plural(len(page.list("action")), "actie", "acties")
    blocks: list[Block] = [Heading(1, "In het kort")]
    blocks.append(
        Text(f"{count} schreven {plural(len(notes), 'briefje', 'briefjes')}. Er staan {made} op de lijst.", "lead")
    )
    first = [action["what"] for action in ordered(page, meeting, kinds)[:MAIN_ACTIONS]]
    if first:
        blocks += [Text("Hier begint de keten mee:"), Bullets(first)]
    away = omitted(page, meeting, choice)
    if away:
        blocks.append(Text(away, "small"))
    return blocks


def omitted(page: Page, meeting: dict[str, Any], choice: Choice) -> str:
    """One sentence on what is hidden or not yet shown."""
    unseen = [step["title"] for step in steps(page, meeting) if not step.get("revealed") and step["kind"] in REVEALING]
    if not unseen:
        return ""
    told = (
        "Dat staat er wel in, met de opmerking dat het niet getoond is."
        if page.full
        else "Dat staat niet in deze versie."
    )
    return f"Nog niet aan de zaal getoond: {', '.join(unseen)}. {told}"


REVEALING = frozenset({"briefjes", "persona", "stemmen", "matrix", "afsluiten"})


def ordered(page: Page, meeting: dict[str, Any], kinds: dict[str, Kind]) -> list[dict[str, Any]]:
    """All actions of the meeting, those of the action steps in their order of priority."""
    found = []
    for step in steps(page, meeting):
        kind = kinds[step["kind"]]
        if hasattr(kind, "ordered"):
            found += kind.ordered(step, page)
    seen = {action["id"] for action in found}
    return found + [action for action in page.list("action") if action["id"] not in seen]


def actions(page: Page, meeting: dict[str, Any], kinds: dict[str, Kind]) -> list[Block]:
    """The prioritised actions come first: they are what the next meeting starts from."""
    blocks: list[Block] = []
    for step in steps(page, meeting):
        if step["kind"] == "acties":
            blocks += kinds["acties"].report(step, page)
    return [Heading(1, "Acties, op volgorde"), *(blocks or [Text("Er zijn nog geen acties gemaakt.")])]


def seated(page: Page) -> dict[str, int]:
    """Organisation id -> people at the table."""
    found: dict[str, int] = {}
    for person in page.list("participant"):
        if person.get("org"):
            found[person["org"]] = found.get(person["org"], 0) + 1
    return found


def who(person: dict[str, Any]) -> str:
    """Name and profession, as far as they are known and may be told."""
    return ", ".join(part for part in (person.get("name"), person.get("profession")) if part)


def present(page: Page) -> list[Block]:
    """Who was at the table: by organisation, with names when they were asked for."""
    rows = []
    seats = seated(page)
    for organisation in page.list("organisation"):
        if organisation["id"] not in seats:
            continue
        people = [person for person in page.list("participant") if person.get("org") == organisation["id"]]
        named = "; ".join(filter(None, (who(person) for person in people)))
        rows.append([organisation["name"], SORTS.get(organisation["sort"], ""), str(len(people)), named])
    blocks: list[Block] = [Heading(1, "Aan tafel")]
    loose = [person for person in page.list("participant") if not person.get("org")]
    if rows:
        header = ["Organisatie", "Soort", "Mensen", "Wie"]
        blocks.append(Table(header, rows, [4, 2.5, 1.2, 5], "De organisaties aan tafel"))
    if loose:
        named = "; ".join(filter(None, (who(person) for person in loose)))
        sentence = plural(len(loose), "deelnemer noemde", "deelnemers noemden") + " geen organisatie"
        blocks.append(Text(f"{sentence}{': ' + named if named else ''}."))
    if not rows and not loose:
        blocks.append(Text("Er deed niemand mee met een telefoon."))
    sorts = {organisation["sort"] for organisation in page.list("organisation") if organisation["id"] in seats}
    missing = [
        name
        for sort, name in (("gemeente", "de gemeente"), ("steunpunt", "het mantelzorgsteunpunt"))
        if sort not in sorts
    ]
    if missing:
        blocks.append(Text(f"Nog niet aan tafel: {' en '.join(missing)}. Die horen er altijd bij (handreiking §3.1)."))
    return blocks


def sections(page: Page, meeting: dict[str, Any], kinds: dict[str, Kind]) -> list[Block]:
    """What came out per step, under the headings of the agenda."""
    blocks: list[Block] = [Heading(1, "Wat er uit kwam, stap voor stap")]
    group = ""
    for step in steps(page, meeting):
        if step["kind"] == "acties":
            continue
        inner = kinds[step["kind"]].report(step, page)
        if not inner:
            continue
        if step["group"] and step["group"] != group:
            group = step["group"]
            blocks.append(Heading(2, group))
        blocks += [Heading(3, step["title"]), *inner]
    return blocks


def appendix(page: Page, meeting: dict[str, Any]) -> list[Block]:
    """All notes as they were written, with what became of each."""
    rows = []
    for note in page.list("note"):
        step = page.entities.get(note["step"], {})
        cluster = page.entities.get(note.get("cluster", ""), {})
        writer = " · ".join(part for part in (note.get("by"), note.get("org")) if part)
        state = [word for flag, word in FLAGS if note.get(flag)]
        rows.append(
            [
                note["id"],
                note["text"],
                step.get("title", ""),
                cluster.get("name", ""),
                "; ".join([writer, *state]).strip("; "),
            ]
        )
    if not rows:
        return []
    header = ["Nummer", "Briefje", "Stap", "Groepje", "Van, en opmerkingen"]
    return [
        Heading(1, "Bijlage: alle briefjes"),
        Text(
            "Elk briefje staat hier zoals het geschreven is. Het nummer staat ook bij de acties die eruit kwamen.",
            "small",
        ),
        Table(header, rows, [1.3, 6, 3, 2.5, 3], "Alle briefjes van deze bijeenkomst"),
    ]


FLAGS = (
    ("on_behalf", "namens iemand"),
    ("late", "later toegevoegd"),
    ("hidden", "verborgen"),
    ("withdrawn", "ingetrokken"),
    ("into", "samengevoegd"),
)


def plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
