"""What to lay ready for a meeting, by kind of step: a proposal of our own."""

from __future__ import annotations

from typing import Any

ALWAYS = (
    "Laptop, beamer en een verlengsnoer.",
    "De code op papier bij de deur, en een of twee telefoons voor wie er geen heeft.",
    "Pennen en papieren briefjes, voor wie liever met de hand schrijft.",
)
BY_KIND = {
    "kennismaking": "Naamkaartjes, en een klok die iedereen ziet.",
    "terugblik": "De actielijst van de vorige keer (formulier 4, ingevuld).",
    "persona": "De persona op papier, voor elke tafel een.",
    "stemmen": "Plakstippen, voor wie op papier kiest.",
    "matrix": "Een groot vel met moeite en effect, voor wie niet op het scherm kan kijken.",
    "doelen": "Formulier 2, leeg: daar is plaats voor de doelen.",
    "rollen": "Formulier 2 en 3, leeg: wie doet wat, en hoe bereikt u elkaar?",
    "instrumenten": "Formulier 3, leeg: de instrumenten per bouwsteen.",
    "checklist": "Formulier 1, leeg: wie hoort er nog aan tafel?",
    "acties": "Formulier 4, leeg: voor wie meeschrijft.",
    "planning": "Uw eigen agenda, met de komende maanden.",
    "netwerk": "Een groot vel en stiften in verschillende kleuren.",
    "vindplaatsen": "Een vel met doelgroepen en plekken.",
    "reflectie": "De inspiratiesheets van de beroepen aan tafel.",
    "casus": "De casus op papier, voor elke tafel een.",
}


def materials(steps: list[dict[str, Any]]) -> list[str]:
    """What every meeting needs, then what its steps ask for, in their order and each once."""
    return [*ALWAYS, *dict.fromkeys(BY_KIND[step["kind"]] for step in steps if step["kind"] in BY_KIND)]
