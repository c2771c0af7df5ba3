"""The shelf of the facilitator whose house is practised in: an exercise with examples of its own, and two agendas."""

from __future__ import annotations

from pathlib import Path

from facilitator.own.bookcase import FOLDER, write

MINE = (("Wij bellen elke week even op", "De bakker let ook op"), ("Een bankje bij de school", "Soep op dinsdag"))
QUESTIONS = ("Wat doet u al op straat?", "Wat kan er morgen bij?")
EXERCISE = f"""\
---
id: eigen-straat
soort: briefjes
titel: Onze straat
minuten: 5
instellingen: {{names: organisatie, max_length: 280}}
bron: eigen
---

## Vragen

- {QUESTIONS[0]}
- {QUESTIONS[1]}

## Doel

Zien wat er in de straat al is.

## Vraag

"Wat ziet u als u naar buiten kijkt?"

## Let op

- Klein telt ook.

## Als u achterloopt

Sla de eerste vraag over.

## Toelichting

Een eigen oefening.

## Voorbeelden

### 1

- {MINE[0][0]}
- {MINE[0][1]}

### 2

- {MINE[1][0]}
- {MINE[1][1]}
"""
# Every kind once, but looking back; of the own exercise only the second question.
STEPS = (
    "kennismaking", "ketenaanpak", "eigen-straat, kies: [2]", "persona", "casus-bespreken", "checklist", "doelen",
    "instrumenten", "netwerkkaart", "rollen-verdelen", "vindplaatsen", "planning", "stemmen, van: eigen-straat",
    "matrix, van: eigen-straat", "acties, van: eigen-straat", "evaluatie-schaal", "reflectie", "afsluiten",
)  # fmt: skip
EVERYTHING = "eigen-alles"
LOOKING_BACK = "eigen-terug"


def agenda(name: str, exercises: tuple[str, ...]) -> str:
    rows = "".join(f"  - {{oefening: {one}, onderdeel: Oefenen, minuten: 5}}\n" for one in exercises)
    return (
        f"---\nid: {name}\ntitel: Oefenen\nfase: C\nminuten: {5 * len(exercises)}\nbron: eigen\nstappen:\n{rows}---\n\n"
        "Een eigen agenda.\n"
    )


def stand(data: Path) -> Path:
    """Put them on the shelf of a house with this data folder; where that shelf is."""
    folder = data / FOLDER
    write(folder / "oefeningen" / "eigen-straat.md", EXERCISE)
    write(folder / "agendas" / f"{EVERYTHING}.md", agenda(EVERYTHING, STEPS))
    write(folder / "agendas" / f"{LOOKING_BACK}.md", agenda(LOOKING_BACK, ("terugblik",)))
    return folder
