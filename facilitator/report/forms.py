"""The forms of the handreiking (appendix 3) as far as the table filled them: parts of the report, and papers apart.

What only people can add (functions, telephone numbers) stays an empty cell in a paper of its own, with room to write;
in the report a column without anything in it is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from exercises.kinds.acties.paper import form as with_subactions
from facilitator.chain.blocks import BLOCKS
from facilitator.chain.carrying import counts, live
from facilitator.chain.checklist import AT_TABLE, FORM, INVITE, NO_NEED, ORGANISATION, PERSON
from facilitator.chain.kind import Page
from facilitator.chain.paper import Block, Heading, Numbers, PageBreak, Table, Text
from facilitator.chain.people import plain
from facilitator.report import blanks
from facilitator.report.blanks import (
    ACTION_WIDTHS,
    ACTIONS,
    CELL,
    CHECKED,
    CONTACT,
    LINE,
    PARTIES,
    PARTY_WIDTHS,
    TOOL_WIDTHS,
    TOOLS,
)
from facilitator.report.look import OURS, Look
from facilitator.report.source import day
from facilitator.report.word import write

View = dict[str, Any]
CHAIN_ROLES = {"chain_director": "Ketenregisseur", "information_point": "Centraal informatiepunt"}
SORTS = {ORGANISATION: ("Organisaties", "Organisatie"), PERSON: ("Sleutelpersonen", "Sleutelpersoon")}
STANDS = {AT_TABLE: ("x", "", "aan tafel"), INVITE: ("", "x", "nog uitnodigen"), NO_NEED: ("", "x", "niet nodig")}
MAKERS = ("executor", "developer")  # in the order of the form's columns
NOBODY = "nog te beleggen"
NOTHING = {
    1: "Er is nog niet afgevinkt wie er aan tafel hoort. Dat kan in een bijeenkomst, met de oefening checklist.",
    2: "Er zijn nog geen doelen, rollen of ketenpartijen vastgelegd.",
    3: "Er zijn nog geen instrumenten, doelen of rollen per bouwsteen vastgelegd.",
    4: "Er zijn nog geen acties afgesproken.",
}
FILLED = "Ingevuld vanuit Ketentafel, stand van {day}. Wat leeg is, vult u zelf aan."
ORDER = "Eerst wat nog open staat: wat het eerst af moet zijn, staat bovenaan. Daarna wat klaar of vervallen is."


def document(number: int, page: Page, keten: str, at: float, practice: str = "", look: Look = OURS) -> bytes:
    """One form of a keten as a Word file of its own, with room to add by hand."""
    when = datetime.fromtimestamp(at, UTC)
    found = form(number, page, LINE if number == 1 else CELL) or [Text(NOTHING[number])]
    told = FILLED.format(day=day(when.date().isoformat()))
    cover = [line for line in (practice, keten, told) if line]
    blocks = [*found, Text(blanks.SOURCE.format(number=number), "small")]
    title = blanks.title_of(number)
    marks = {"title": title, "subject": keten, "cover": cover, "created": when, "look": look}
    return write(blocks, **marks, contents=False, wide=number == 4)


def form(number: int, page: Page, room: float = 0.0) -> list[Block]:
    """The filled form under headings of level 1, or nothing when the keten has nothing for it yet."""
    return {1: checklist, 2: roles, 3: instruments, 4: actions}[number](page, room)


def chapter(page: Page) -> list[Block]:
    """The forms as a chapter of the report: those in which something stands. The list of actions is its own chapter."""
    found: list[Block] = []
    for number in (1, 2, 3):
        inner = form(number, page)
        if inner:
            found += [Heading(2, blanks.title_of(number)), *(lower(block) for block in inner)]
    opening = "Zoals de handreiking ze in bijlage 3 heeft. Formulier 4 is de actielijst vooraan."
    return [PageBreak(), Heading(1, "De formulieren van de keten"), Text(opening, "small"), *found] if found else []


def lower(block: Block) -> Block:
    return Heading(block.level + 2, block.text) if isinstance(block, Heading) else block


def checklist(page: Page, room: float = 0.0) -> list[Block]:
    """Form 1: both lists with what the keten said of each line, and its own lines; nothing when it said nothing yet."""
    known = [one for one in page.list("partner") if not one.get("proposal")]
    if not any(one.get("stand") for one in known):
        return []
    found: list[Block] = []
    for sort, (title, head) in SORTS.items():
        said = {one["key"]: one.get("stand", "") for one in known if one.get("key")}
        lines = [(name, said.get(key, "")) for key, name in FORM[sort].items()]
        lines += [(one["name"], one.get("stand", "")) for one in known if one["sort"] == sort and not one.get("key")]
        rows = [[name, *STANDS.get(stand, ("", "", ""))] for name, stand in lines]
        found += [
            Heading(1, title),
            table([head, "Ja", "Nee", "Afspraak"], rows, CHECKED, f"{title} in de keten", room),
        ]
    return found


def roles(page: Page, room: float = 0.0) -> list[Block]:
    """Form 2: goals, the two roles of the keten, and every partner with its contact person."""
    goals, held = adopted(page, 0), holders(page)
    partners = parties(page, held)
    if not (goals or partners or any(slot in held for slot in CHAIN_ROLES)):
        return []
    found: list[Block] = []
    if goals:
        found += [Heading(1, "Doelen van de ketenpartijen"), Numbers(goals)]
    rows = [row for slot, name in CHAIN_ROLES.items() for row in role_rows(page, name, held.get(slot, []))]
    header = ["Rol", "Organisatie", *CONTACT]
    found += [
        Heading(1, "Rollen voor de hele keten"),
        table(header, rows, [3.0, 3.2, 3.0, 2.8, 3.2], "Wie deze twee rollen heeft", room),
    ]
    if partners:
        found += [Heading(1, "Ketenpartijen"), table(PARTIES, partners, PARTY_WIDTHS, "Wie er meedoen", room)]
    return found


def role_rows(page: Page, role: str, holding: list[View]) -> list[list[str]]:
    """A row for each organisation that has the role; one that says so when nobody has it."""
    return [
        [role, named(page, one["organisation"]), one.get("contact", ""), function_of(page, one), ""] for one in holding
    ] or [[role, NOBODY, "", "", ""]]


def parties(page: Page, held: dict[str, list[View]]) -> list[list[str]]:
    """The organisations that sat at the table or have a role: contact persons of roles first, else who was there.

    Who left the keten is no party any more, unless a role is still theirs: then somebody has to hand it over. Where no
    contact person may be named, nobody stands there as one.
    """
    people = page.list("participant")
    found = []
    for one in page.list("organisation"):
        mine = [role for some in held.values() for role in some if role["organisation"] == one["id"]]
        here = [person for person in people if person.get("org") == one["id"]]
        if mine or here and not one.get("left"):
            contacts = dict.fromkeys(role["contact"] for role in mine if role.get("contact"))
            there = dict.fromkeys(person["name"] for person in here if person.get("name") and page.contacts)
            found.append([one["name"], "\n".join(contacts or there), "", ""])
    return found


def instruments(page: Page, room: float = 0.0) -> list[Block]:
    """Form 3: per building block its goals, its guardian and its instruments; blocks without anything are left out."""
    held = holders(page)
    tools = [one for one in page.list("instrument") if not one.get("proposal") and not one.get("gone")]
    found: list[Block] = []
    for number in (*range(1, len(BLOCKS)), 0):
        here = [one for one in tools if one.get("block", 0) == number]
        goals, guards = (adopted(page, number), held.get(f"quality_guardian.{number}", [])) if number else ([], [])
        if not (here or goals or guards):
            continue
        found.append(Heading(1, f"Bouwsteen {number}: {BLOCKS[number]}" if number else "Zonder bouwsteen"))
        if goals:
            found += [Text("Eigen doelen:"), Numbers(goals)]
        if guards:
            rows = [row[1:] for row in role_rows(page, "", guards)]
            caption = f"Kwaliteitsbewaker van bouwsteen {number}"
            found.append(table(["Kwaliteitsbewaker", *CONTACT], rows, [3.4, 3.0, 3.0, 3.6], caption, room))
        if here:
            rows = [[called(one), *(who(page, held, role, one) for role in MAKERS)] for one in here]
            if not room:
                rows = [[cell or NOBODY for cell in row] for row in rows]
            caption = f"Instrumenten bij bouwsteen {number}" if number else "Instrumenten zonder bouwsteen"
            found.append(table(TOOLS, rows, TOOL_WIDTHS, caption, room))
    return found


def called(tool: View) -> str:
    """An instrument with whom it is for, as far as that is known."""
    return "\n".join(part for part in (tool["name"], tool.get("group", "")) if part)


def who(page: Page, held: dict[str, list[View]], role: str, tool: View) -> str:
    """The organisations that have this role for an instrument, each with its contact person."""
    some = held.get(f"{role}.{tool['id']}", [])
    told = ((named(page, one["organisation"]), one.get("contact", "")) for one in some)
    return "\n".join(f"{name} ({contact})" if contact else name for name, contact in told)


def actions(page: Page, room: float = 0.0) -> list[Block]:
    """Form 4: per building block every action of the keten, what is open first, each with its subactions under it."""
    known = {one["id"]: one for one in page.list("action") if counts(one)}
    listed = [one for one in known.values() if one.get("under") not in known]
    listed.sort(key=lambda one: (not live(one), not one.get("when"), one.get("when", "")))
    found: list[Block] = [Text(ORDER)] if listed else []
    for number in (*range(1, len(BLOCKS)), 0):
        here = [one for one in listed if (one.get("block") or 0) == number]
        if here:
            title = f"Bouwsteen {number}: {BLOCKS[number]}" if number else "Zonder bouwsteen"
            caption = f"Acties bij bouwsteen {number}" if number else "Acties zonder bouwsteen"
            rows = with_subactions([({"place": place}, one) for place, one in enumerate(here, 1)], title, page).rows
            found += [Heading(1, title), Table(["Nr.", *ACTIONS[1:]], rows, ACTION_WIDTHS, caption, room)]
    return found


def table(header: list[str], rows: list[list[str]], widths: list[float], caption: str, room: float) -> Table:
    """With room to write in it every column stays; without, a column in which nothing stands goes out."""
    keep = [at for at in range(len(header)) if room or at == 0 or any(row[at] for row in rows)]
    kept = [[row[at] for at in keep] for row in rows]
    return Table([header[at] for at in keep], kept, [widths[at] for at in keep], caption, room)


def adopted(page: Page, block: int) -> list[str]:
    """The goals that the keten took on, for one building block, or 0 for the keten itself."""
    found = (one for one in page.list("goal") if one.get("adopted") and not one.get("gone"))
    return [one["text"] for one in found if (one.get("block") or 0) == block]


def holders(page: Page) -> dict[str, list[View]]:
    """Slot -> the roles that organisations took in it; without names no contact person is in them."""
    found: dict[str, list[View]] = {}
    for role in page.list("role"):
        shown = role if page.names else {key: value for key, value in role.items() if key != "contact"}
        found.setdefault(role["slot"], []).append(shown)
    return found


def named(page: Page, organisation: str) -> str:
    return page.entities.get(organisation, {}).get("name", "")


def function_of(page: Page, role: View) -> str:
    """The profession of the contact person, when somebody of that name sat at the table for that organisation."""
    return next(iter(professions(page.list("participant"), role)), "")


def professions(people: Iterable[View], role: View) -> list[str]:
    called_ = plain(role.get("contact", ""))
    return [
        person["profession"]
        for person in people
        if called_ and person.get("org") == role["organisation"] and plain(person.get("name", "")) == called_
        if person.get("profession")
    ]
