"""The invitation: when and where, what is going to happen, and what people are asked to prepare (handreiking §4.2)."""

from __future__ import annotations

from datetime import UTC, datetime

from facilitator.chain.paper import Block, Bullets, Heading, Numbers, Table, Text
from facilitator.papers.programme import Programme, View, minutes, spoken
from facilitator.papers.prose import letter
from facilitator.report.brief import inside
from facilitator.report.source import day
from facilitator.report.word import write

GREETING = "Beste [invullen: naam],"
WHY = (
    "Graag nodigen wij u uit voor: {title}. In {keten} werken organisaties samen om te voorkomen dat mantelzorgers een "
    "depressie krijgen. Uw kennis en uw contacten horen daarbij."
)
GAPS = "Staat er [invullen], dan weet Ketentafel dat niet. Vul het aan voordat u dit verstuurt, en haal deze regel weg."
PRESENT = (
    "U stelt uw organisatie voor in {time}, zonder dia's. Houd het daarbij: dan komt iedereen aan de beurt. "
    "Na elk verhaal is er ruimte voor een vraag. Denk vast na over deze vragen:"
)
ANSWERS = (
    "De antwoorden tikt u ter plekke in op uw telefoon. Cijfers hoeven niet precies te zijn: een schatting is goed."
)
LOOK_BACK = "Wij beginnen met de acties die nog open staan. Kijk vast hoe het met die van u gaat, en wat u tegenhoudt:"
LOOK_BACK_EMPTY = "Wij kijken eerst terug: wat is er veranderd sinds de vorige keer?"
FIRST, ALSO = "Dit vragen wij u vooraf:", "Verder vragen wij u vooraf:"
PRACTICAL = (
    "Neem uw telefoon mee. U doet mee met een code; een app of account is niet nodig. Zonder telefoon kan het ook: "
    "dan schrijft u op papier.",
    "Kunt u zelf niet? Stuur dan iemand die namens uw organisatie iets kan afspreken.",
    "U kiest zelf of u uw naam zegt. Noem geen mantelzorgers bij naam.",
)
REPLY = "Laat voor [invullen: datum] weten of u komt, aan [invullen: e-mailadres of telefoonnummer]."


def invitation(programme: Programme) -> list[Block]:
    """The letter as blocks, from the greeting to the name under it."""
    title = programme.meeting["title"]
    blocks: list[Block] = [Text(GREETING), Text(WHY.format(title=title, keten=inside(programme.keten)))]
    blocks += [Heading(1, "Wanneer en waar"), Bullets(where(programme))]
    blocks += [Heading(1, "Wat wij gaan doen"), Bullets([part(programme, *one) for one in programme.parts()])]
    asked = prepare(programme)
    if asked:
        blocks += [Heading(1, "Wat u voorbereidt"), *asked]
    blocks += [Heading(1, "Handig om te weten"), Bullets(list(PRACTICAL)), Text(REPLY)]
    signed = programme.director or "[invullen: naam en organisatie]"
    return [*blocks, Text(f"Met vriendelijke groet,\n{signed}")]


def part(programme: Programme, after: int, name: str, length: int) -> str:
    """A part of the programme in one line; without a time to begin only how long it takes."""
    told = f"{name} ({minutes(length)})"
    return told if programme.begin is None else f"{programme.clock(after)} uur: {told}"


def where(programme: Programme) -> list[str]:
    date, place = day(programme.meeting.get("date", "")), programme.meeting.get("place", "")
    return [
        f"Datum: {date or '[invullen: datum]'}",
        f"Tijd: {programme.hours or '[invullen: begintijd en eindtijd]'}",
        f"Plaats: {place or '[invullen: plaats en adres]'}",
    ]


def prepare(programme: Programme) -> list[Block]:
    """What the steps of this meeting ask of people beforehand."""
    found: list[Block] = []
    round_ = programme.of_kind("kennismaking")
    if round_:
        found.append(Text(PRESENT.format(time=spoken(round_["settings"].get("seconds", 120)))))
        found.append(Numbers([one["text"] for one in round_.get("prompts", ())]))
        found += [Text(ANSWERS)] if round_["settings"].get("questions", True) else []
    if programme.of_kind("terugblik"):
        rows = [[named(one), one.get("who", ""), day(one.get("when", ""))] for one in programme.waiting]
        found.append(Text(LOOK_BACK if rows else LOOK_BACK_EMPTY))
        if rows:
            found.append(Table(["Actie", "Wie", "Voor wanneer"], rows, [6.0, 3.0, 2.4], "Acties die nog open staan"))
    more = list(dict.fromkeys(step["prepare"] for step in programme.steps if step.get("prepare")))
    return [*found, Text(ALSO if found else FIRST), Bullets(more)] if more else found


def named(action: View) -> str:
    """An action in a few words; a subaction with the action that it is part of."""
    return f"{action['what']} ({action['whole']})" if action.get("whole") else action["what"]


def write_invitation(programme: Programme, at: float) -> bytes:
    """The Word file."""
    when = datetime.fromtimestamp(at, UTC)
    cover = [line for line in (programme.practice, programme.keten, programme.when) if line]
    blocks = [Text(GAPS, "small"), *invitation(programme)]
    title = f"Uitnodiging: {programme.meeting['title']}"
    marks = {"title": title, "subject": programme.keten, "cover": cover, "created": when, "look": programme.look}
    return write(blocks, **marks, contents=False, gaps=True)


def as_text(programme: Programme) -> str:
    """The same letter as plain text, for a mail; the first line is its subject."""
    when = f", {programme.when}" if programme.when else ""
    subject = f"Onderwerp: Uitnodiging {programme.meeting['title']}{when}"
    return f"{subject}\n\n{letter(invitation(programme))}"
