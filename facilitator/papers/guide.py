"""The trainer's guide: the day on the clock, what each kind of exercise is for, what helps, the tips of the pilots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from facilitator.chain.kind import Kind
from facilitator.chain.paper import Block, Bullets, Heading, Numbers, Table, Text
from facilitator.papers.programme import Programme, View, minutes
from facilitator.papers.prose import blocks_of
from facilitator.papers.script import held, overview
from facilitator.report.word import write

TITLE = "Gids voor de trainer"
LEAD = (
    "Voor wie anderen leert om een tafel te begeleiden. U leert het niet uit een gids: u leert het door mee te doen, "
    "zelf een deel te leiden en daar samen op terug te kijken. Deze gids helpt u die dag voor te bereiden."
)
PROPOSAL = (
    "De projectpagina en de handreiking (§5.1) noemen dat trainers anderen opleiden. Een draaiboek geven zij niet. "
    "De dag, het nabespreken en de zinnen over de oefeningen zijn daarom een eigen voorstel van Ketentafel."
)
BEFORE = (
    "Vraag ieder vooraf: welke stap wilt u zelf een keer leiden? En wat vindt u daar spannend aan?",
    "Laat ieder de oefenzaal een keer alleen openen. Dan gaat het die dag niet over knoppen.",
    "Leg per groepje een laptop klaar, en voor wie kijkt een kijkformulier.",
    "Zeg vooraf dat niemand wordt beoordeeld. Er is geen toets en geen diploma.",
)
TALK = (
    "De begeleider vertelt eerst zelf: wat ging er zoals u wilde, en waar twijfelde u?",
    "Wie keek, noemt wat die zag en hoorde. Eerst wat werkte.",
    "Daarna één tip. Niet meer: van vijf tips onthoudt niemand er een.",
    "De begeleider kiest wat die de volgende keer anders doet, en zegt het hardop.",
)
CAREFUL = (
    "Raakt een deelnemer overstuur, ook in een oefening? Stop dan even. Vraag wat iemand nodig heeft. De handreiking "
    "geeft hier geen raad; dit is wat wij zelf zouden doen."
)
KINDS = ["Oefening", "Waarvoor", "Waar u op let"]
AGAIN = "Zoals de stap van {}."
TIPS = "Elke pilot gaf vijf tips. Achter een tip staat van welke pilot die komt."


@dataclass(frozen=True)
class Help:
    """Something in Ketentafel that helps a trainer: its name, and what it does in a sentence or two."""

    name: str
    text: str


HELPS = (
    Help(
        "Oefenzaal",
        "Een bijeenkomst met een zaal die antwoordt, op uw eigen laptop. De mensen zijn bedacht. Ook collega’s doen "
        "mee, met hun telefoon.",
    ),
    Help(
        "Oefendag",
        "Tot acht oefenzalen tegelijk, elk met twee tot vier cursisten. U loopt bij elke zaal binnen, en praat na met "
        "alles op één bladzijde.",
    ),
    Help(
        "Voorvallen in de oefenzaal",
        "De wifi valt weg, iemand schrijft iets kwetsends, niemand schrijft. U ziet daarna wat u deed, en wat ook had "
        "gekund.",
    ),
    Help(
        "Stokje doorgeven",
        "Iemand anders leidt één stap, ook in een echte bijeenkomst. U kijkt mee, fluistert als het nodig is, en neemt "
        "het stokje terug wanneer u wilt.",
    ),
    Help(
        "Terugkijken",
        "Een bijeenkomst nog eens zien, op de schermen zoals ze toen waren. Zet een bladwijzer bij een moment waar u "
        "samen over wilt praten.",
    ),
    Help("Draaiboek", "Bij elke bijeenkomst, in Word: per stap wat u zegt, waar u op let en wat korter kan."),
    Help(
        "Kijkformulier",
        "Eén vel voor wie meekijkt, per stap waar u op let en ruimte om te schrijven. Bij Papieren, of leeg bij "
        "Voor trainers.",
    ),
    Help(
        "De zaal lezen",
        "Na afloop, alleen voor wie begeleidde: hoe de tijd liep, hoeveel mensen iets inbrachten en wanneer het stil "
        "viel. Nooit over één deelnemer.",
    ),
    Help("Wat ik heb begeleid", "Een lijst van de bijeenkomsten op deze laptop, met plaats voor eigen aantekeningen."),
)


def guide(day: Programme, about: list, kinds: Iterable[tuple[str, Kind]], tips: list[dict[str, Any]]) -> list[Block]:
    """`day` is the template's agenda and `about` its own words (prose), `kinds` have the name that people read, `tips`
    are the parts of the handbook's page."""
    blocks: list[Block] = [Text(LEAD, "lead"), Text(PROPOSAL), Heading(1, "Voor de dag"), Bullets(list(BEFORE))]
    blocks += [Heading(1, "De dag, op de klok"), *blocks_of(about), overview(day), *steps(day)]
    blocks += [Heading(1, "Nabespreken"), Numbers(list(TALK)), Text(CAREFUL)]
    rows = [[name, kind.purpose, kind.watch] for name, kind in kinds]
    blocks += [Heading(1, "Waar elke oefening voor is"), Table(KINDS, rows, [2.4, 7.0, 5.4], "Alle soorten oefeningen")]
    lines = [[one.name, one.text] for one in HELPS]
    helps = Table(["Wat", "Waarvoor"], lines, [3.4, 11.0], "Wat Ketentafel een trainer biedt")
    blocks += [Heading(1, "Wat u erbij hebt"), helps]
    blocks += [Heading(1, "De vijftien tips van de pilots"), Text(TIPS, keep=True)]
    for part in tips:
        blocks += [Heading(2, part["title"])] if part["title"] else []
        blocks += blocks_of(part["prose"]) if part["title"] else []
    return [*blocks, Text("Bron: handreiking, bijlage 1. Op onderwerp gezet door Ketentafel.", "small")]


def steps(day: Programme) -> list[Block]:
    """Each step of the day in short; the whole script is made with the meeting itself. The same is told once."""
    found: list[Block] = []
    told_at: dict[str, str] = {}  # exercise -> the time of the step that tells it
    for after, step in day.timed():
        first = told_at.setdefault(step.get("exercise") or step["title"], day.clock(after))
        found += [Heading(2, f"{day.clock(after)}  {step['title']}"), Text(within(step), "small", keep=True)]
        if first != day.clock(after):
            found.append(Text(AGAIN.format(first)))
            continue
        coaching = step.get("coaching") or {}
        for key in ("goal", "ask"):
            told = blocks_of(coaching.get(key) or [])
            found += held(told) if key == "goal" else told
    return found


def within(step: View) -> str:
    return " · ".join(part for part in (step.get("group"), minutes(step["minutes"])) if part)


def write_guide(
    day: Programme, about: list, kinds: Iterable[tuple[str, Kind]], tips: list[dict[str, Any]], at: float
) -> bytes:
    """The Word file."""
    span, when = day.hours or minutes(day.minutes), datetime.fromtimestamp(at, UTC)
    cover = [line for line in (day.practice, f"Een dag, {span}") if line]
    marks = {"title": TITLE, "subject": "Train-de-trainer", "cover": cover, "created": when, "look": day.look}
    return write(guide(day, about, kinds, tips), **marks, contents=False)
