"""The forms as data: what each field is called, what belongs in it, and how it is drawn.

A field is {name, label, type, ...}, with type line, text, number, choice, tick or face, and more by its type; what is
`tucked` is drawn folded up. A form is a list of groups of fields. The rules are not here: what is wrong with a value
says the reader of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from facilitator.chain.kind import Kind
from facilitator.chain.setting import bounds
from facilitator.content import Library
from facilitator.content.people import NOTES, SECTIONS
from facilitator.content.second import AGENDA, EXERCISE, PERSONA
from facilitator.own.papers import SET

Field = dict[str, Any]
Group = dict[str, Any]
PHASES = {
    "A": "Fase A: voorbereiden",
    "B": "Fase B: starten",
    "C": "Fase C: toepassen",
    "D": "Fase D: optimaliseren",
    "trainer": "Voor trainers",
}
LIST = "Elke regel die met een streepje begint, wordt een punt in een lijst."
BRON = "Bijvoorbeeld: eigen werk, of de naam van het stuk waar u het uit hebt."
INTERVIEW = {  # section -> what it is called in the form, and what one asks a carer
    "leeftijd": ("Wie is het?", "Hoe oud, en hoe zou deze mantelzorger zich voorstellen?"),
    "persoonlijke_situatie": ("Thuis", "Wie horen erbij? Wie wonen er in huis, en wie juist niet?"),
    "werk": ("Werk of school", "Wat doet deze mantelzorger overdag? Past dat bij de zorg?"),
    "huidige_situatie": ("Hoe gaat het nu?", "Voor wie is de zorg, wat is er aan de hand, en hoe is dat zo gekomen?"),
    "profiel": ("Wat voor mens", "Wat vindt deze mantelzorger belangrijk? Wat geeft plezier?"),
    "informatievoorziening_en_zoekgedrag": ("Informatie zoeken", "Waar zoekt deze mantelzorger iets op, en bij wie?"),
    "behoeften_en_verlangens": ("Wat zou helpen", "Wat zou het leven lichter maken?"),
    "pijn_angst_frustraties_belemmeringen": ("Waar het knelt", "Waar is deze mantelzorger bang voor? Wat lukt niet?"),
    "ondersteuning": ("Wat er al is", "Wie en wat helpt nu al?"),
}


def line(name: str, label: str, hint: str = "", **more: Any) -> Field:
    return {"name": name, "label": label, "type": "line", "hint": hint, **more}


def text(name: str, label: str, hint: str = "", rows: int = 4, **more: Any) -> Field:
    return {"name": name, "label": label, "type": "text", "hint": hint, "rows": rows, **more}


def choice(name: str, label: str, options: list[tuple[str, str]], hint: str = "", **more: Any) -> Field:
    rows = [{"id": value, "text": words} for value, words in options]
    return {"name": name, "label": label, "type": "choice", "options": rows, "hint": hint, **more}


def setting_names(kinds: Mapping[str, Kind], kind: str) -> list[str]:
    """What a kind's file may set; nothing for a kind that is not there."""
    return [one.name for one in msgspec.structs.fields(kinds[kind].Settings)] if kind in kinds else []


def settings(kind: Kind, library: Library) -> list[Field]:
    """The settings of a kind that its own agenda dialog offers, with the kind's own value to begin with."""
    found = []
    usual = msgspec.to_builtins(kind.Settings())
    for one in kind.editable:
        name, value = SET + one.field, usual[one.field]
        first = {True: "ja", False: "nee"}.get(value, str(value)) if isinstance(value, bool) else str(value)
        rows = [(str(value), words) for value, words in one.options]
        if one.options_of == "personas":
            rows += [(persona["id"], persona["label"]) for persona in library.personas.values()]
        sort, least, most = bounds(kind, one.field)
        if rows:
            found.append(choice(name, one.label, rows, one.hint, first=first))
        elif one.options_of:
            continue  # what it chooses from is in the meeting, not on the shelf
        elif sort == "switch":
            found.append(choice(name, one.label, [("ja", "Ja"), ("nee", "Nee")], one.hint, first=first))
        else:
            more = {"least": least, "most": most} if sort == "number" else {}
            found.append({**line(name, one.label, one.hint, first=first, **more), "type": sort if more else "line"})
    return found


def form(sort: str, kinds: Mapping[str, Kind], library: Library) -> list[Group]:
    """The groups of a form, in the order in which one fills them in."""
    return {EXERCISE: _exercise, AGENDA: _agenda, PERSONA: _persona}[sort](kinds, library)


def exercises_of(library: Library) -> list[tuple[str, str]]:
    return [
        (one["exercise"], f"{one['title']}{' (eigen)' if one.get('own') else ''}") for one in library.exercises.values()
    ]


def _exercise(kinds: Mapping[str, Kind], library: Library) -> list[Group]:
    blocks = [("", "Geen"), *((str(one["number"]), f"{one['number']}. {one['name']}") for one in library.blocks)]
    return [
        {
            "title": "Wat is het?",
            "fields": [
                line("titel", "Titel", "Zo heet de stap op de agenda en op het scherm."),
                choice("soort", "Soort", [(name, name.capitalize()) for name in kinds], "Wat doet de zaal?"),
                {**line("minuten", "Minuten"), "type": "number", "least": 1, "most": 240},
                choice("bouwsteen", "Bouwsteen", blocks, optional=True),
                line("bron", "Waar komt dit vandaan?", BRON),
            ],
        },
        {
            "title": "Voor de zaal",
            "fields": [
                text(
                    "vragen",
                    "Vragen aan de zaal",
                    "Elke vraag op een eigen regel. Eén vraag is het rustigst.",
                    4,
                    optional=True,
                ),
                text("uitleg", "Tekst op het scherm", f"Voor een stap met uitleg. {LIST}", 5, optional=True),
            ],
        },
        {"title": "Instellingen", "fields": [], "settings": True},
        {
            "title": "Alleen voor u",
            "fields": [
                text("doel", "Doel", "Wat hebt u als deze stap klaar is?", 2),
                text("vraag", "Wat vraagt u hardop?", "", 2, optional=True),
                text("letop", "Let op", "Waar gaat het vaak mis?", 3, optional=True),
                text("achter", "Als u achterloopt", "Wat kan korter, of mag weg?", 2, optional=True),
                text("toelichting", "Toelichting", "Wat wilt u zelf weten voor u begint?", 4, optional=True),
                text(
                    "voorbeelden",
                    "Voorbeelden van antwoorden",
                    "Voor het oefenen met een proefzaal. Begin elke regel met een streepje. Bij meer vragen: zet boven "
                    "elk rijtje '### 1', '### 2' enzovoort.",
                    5,
                    optional=True,
                ),
                choice(
                    "van",
                    "Bouwt verder op",
                    [("", "Geen andere oefening"), *exercises_of(library)],
                    "Stemmen gaat bijvoorbeeld over de briefjes van een eerdere stap.",
                    optional=True,
                ),
            ],
        },
    ]


def _agenda(kinds: Mapping[str, Kind], library: Library) -> list[Group]:
    return [
        {
            "title": "Wat is het?",
            "fields": [
                line("titel", "Titel", "Zo kiest u hem bij een nieuwe bijeenkomst."),
                choice("fase", "Fase", list(PHASES.items())),
                text("over", "Waar is deze agenda voor?", "Eén of twee zinnen. U leest ze bij het kiezen.", 3),
                line("bron", "Waar komt dit vandaan?", BRON),
            ],
        },
        {"title": "Stappen", "fields": [], "steps": True},
    ]


def _persona(kinds: Mapping[str, Kind], library: Library) -> list[Group]:
    blocks = [{"id": str(one["number"]), "text": f"{one['number']}. {one['name']}"} for one in library.blocks]
    first = {
        "title": "In het kort",
        "fields": [
            line("naam", "Voornaam", "Bedacht: niet de naam van iemand die u kent."),
            {**line("leeftijd", "Leeftijd"), "type": "number", "least": 1, "most": 120},
            line("label", "Naam op het scherm", "Laat leeg voor naam en leeftijd samen.", optional=True),
            line("regel", "In één regel", "Bijvoorbeeld: 45 jaar · werkt in een winkel"),
            line("zorgt_voor", "Zorgt voor", "Bijvoorbeeld: Zorgt voor haar broer met een beperking"),
            text("segmenten", "Groepen", "Elke groep op een eigen regel. Bijvoorbeeld: werkende mantelzorger", 2),
            {
                "name": "bouwstenen",
                "label": "Bouwstenen waar deze persona bij past",
                "type": "tick",
                "options": blocks,
            },
            {"name": "portret", "label": "Tekening", "type": "face", "options": faces(library)},
            line("bron", "Waar komt dit vandaan?", "Bijvoorbeeld: eigen persona, naar gesprekken in onze keten."),
        ],
    }
    sections = [
        {
            "title": f"{number}. {INTERVIEW[section][0]}",
            "about": INTERVIEW[section][1],
            "fields": [
                text(f"{section}.tekst", "Wat de zaal leest", "Korte zinnen. " + LIST, 4),
                line(f"{section}.vraag", "Vraag aan de zaal", "Wat kan een organisatie hier doen, of wat mist zij?"),
                line(
                    f"{section}.kop",
                    "Eigen kop",
                    "Laat leeg voor onze kop met de naam erin.",
                    optional=True,
                    tucked=True,
                ),
            ],
        }
        for number, section in enumerate(SECTIONS, 1)
    ]
    last = {
        "title": "Alleen voor u",
        "fields": [text(NOTES, "Toelichting voor de begeleider", "Waar is deze persona goed voor? Waar past u op?", 5)],
    }
    return [first, *sections, last]


def faces(library: Library) -> list[dict[str, str]]:
    """The neutral drawings: those that no persona of ours has."""
    taken = {persona["portrait"] for persona in library.personas.values() if not persona.get("own")}
    found = [file for file in library.portraits if file not in taken]
    return [{"id": file, "text": f"Tekening {number}"} for number, file in enumerate(found, 1)]
