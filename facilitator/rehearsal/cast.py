"""Who comes to a simulated meeting: fictional people of a fictional town, the same for the same seed."""

from __future__ import annotations

import random

from faker import Faker

from facilitator.rehearsal.sent import Person

TOWN = "Lindervaart"
KETEN = TOWN
# The two that always belong at the table come first (handreiking §3.1); every name is made up.
TABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (f"Gemeente {TOWN}", ("beleidsadviseur", "Wmo-consulent", "ketenregisseur")),
    ("Mantelzorgsteunpunt De Linde", ("mantelzorgconsulent", "coördinator")),
    ("Huisartsenpraktijk Molenzicht", ("huisarts", "praktijkondersteuner")),
    ("Thuiszorg Waterkant", ("wijkverpleegkundige", "verzorgende", "teamleider")),
    (f"Welzijn {TOWN}", ("sociaal werker", "opbouwwerker", "ouderenadviseur")),
    ("GGZ Het Baken", ("preventiewerker", "psycholoog")),
    ("Jongerenwerk De Loods", ("jongerenwerker",)),
    ("Woonzorgcentrum Hoge Beuken", ("verpleegkundige", "geestelijk verzorger")),
    ("Vrijwilligershulp Bij de Hand", ("coördinator vrijwilligers",)),
    ("Wijkteam Sluiskwartier", ("wijkcoach", "cliëntondersteuner")),
    ("Middelbare school Vaartland", ("schoolmaatschappelijk werker", "mentor")),
    ("Dementiehulp Oever", ("casemanager dementie",)),
    ("Fysiotherapie Vaartzijde", ("fysiotherapeut",)),
    ("Ervaringskring Vaartstreek", ("ervaringsdeskundige",)),
)
FEWEST = 2


def people(number: int, seed: int, among: tuple[tuple[str, tuple[str, ...]], ...] = TABLE) -> list[Person]:
    """So many people in the order in which they come in; a few give no name, very few no organisation."""
    names = Faker("nl_NL")
    names.seed_instance(seed)
    chance = random.Random(f"{seed}/people")
    tables = among[: min(len(among), max(FEWEST, (number + 1) // 2))]
    found = []
    for place in range(number):
        organisation, professions = tables[place % len(tables)]
        name = names.first_name()
        person = Person(name, organisation, chance.choice(professions))
        if place >= FEWEST and chance.random() < 0.08:
            person.name = ""
        if place >= len(tables) and chance.random() < 0.05:
            person.organisation, person.profession = "", "mantelzorger"
        if chance.random() < 0.2:
            person.profession = ""
        found.append(person)
    return found
