"""The Dutch words of voting, as the report says them."""

from __future__ import annotations

WORDS = {
    "purpose": "Om uit veel voorstellen te kiezen zonder lang gesprek. Niemand ziet wat een ander kiest, "
    "dus ook niet wat de baas kiest.",
    "watch": "Is de vraag duidelijk voordat de eerste kiest?",
    "materials": "Plakstippen, voor wie op papier kiest.",
    "rules": "Ieder had {dots}, met hoogstens {most} op hetzelfde voorstel.",
    "cast": "{people} gaven samen {given}.",
    "cast_one": "1 mens gaf {given}.",
    "paper": "{n} mensen stemden op papier; de begeleider typte het over.",
    "paper_one": "1 mens stemde op papier; de begeleider typte het over.",
    "shut": "Er is gestemd, en de stemming is dicht. Laat eerst weer stemmen als u dit wilt veranderen.",
    "only_more": "Er is al gestemd. Dit getal kan nu alleen nog omhoog.",
    "nobody": "Niemand heeft gestemd.",
    "empty": "Er was niets om over te stemmen.",
    "sealed": "De uitslag is nog niet getoond. Hij komt in het verslag zodra de begeleider hem toont.",
    "never_shown": "De uitslag is in de bijeenkomst niet getoond.",
    "picture": "Staafjes met het aantal stippen per voorstel. Bovenaan: {first}, {votes}.",
    "table": "Alle voorstellen, met de meeste stippen bovenaan",
    "header": ["Plaats", "Voorstel", "Stippen"],
    "rest": (
        "Het laatste voorstel staat in het volledige verslag.",
        "De overige {n} voorstellen staan in het volledige verslag.",
    ),
    "waiting": "Kwam later en zat nog niet in de stemming:",
    "past": "Kreeg stippen, en is daarna verborgen, teruggenomen of opgeheven:",
    "unit": "stippen",
    "emptied": "[verwijderd]",
    "spread": "De {given} gingen naar {got} van de {all} voorstellen. Bovenaan staat “{first}”, met {most}.",
    "spread_one": "Alle {given} gingen naar één van de {all} voorstellen: “{first}”.",
}


def dots(number: int) -> str:
    return "1 stip" if number == 1 else f"{number} stippen"


def people(number: int) -> str:
    return "1 mens" if number == 1 else f"{number} mensen"
