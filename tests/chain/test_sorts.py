"""The sort that an organisation probably has, by its name: forty names as people type them."""

import pytest

from facilitator.chain.people import SORTS, guess_sort

NAMES = {
    "steunpunt": (
        "Steunpunt Mantelzorg Ermelo",
        "Platform Mantelzorgers",
        "MantelzorgNL",
        "Expertisecentrum Mantelzorg",
        "Steunpunt Vrijwilligers en Mantelzorg",
    ),
    "gemeente": (
        "Gemeente Harderwijk",
        "gemeente ermelo, Wmo",
        "Wmo-loket",
        "Sociaal wijkteam Noord",
        "GGD Noord- en Oost-Gelderland",
        "Stadsdeel Zuid",
    ),
    "huisarts": ("Huisartsenpraktijk De Linde", "Huisarts Jansen", "POH ouderen", "Hagro Putten"),
    "ggz": ("GGz Centraal", "Psychiatrie Ziekenhuis West", "Verslavingszorg Oost", "Psycholoog Bakker"),
    "jeugd": (
        "CJG Putten",
        "Jongerenwerk De Kolk",
        "Basisschool De Regenboog",
        "Jeugdgezondheidszorg",
        "Groevenbeek College",
    ),
    "welzijn": (
        "Stichting Welzijn Putten",
        "MEE Veluwe",
        "Algemeen Maatschappelijk Werk",
        "Vrijwilligerscentrale",
        "Protestantse kerk",
        "Humanitas",
        "Buurthuis De Spil",
        "Moskee El Fath",
    ),
    "zorg": (
        "Icare Thuiszorg",
        "Buurtzorg Ermelo",
        "Verpleeghuis Weidehof",
        "Casemanagers dementie",
        "Hospice Jasmijn",
        "Zorggroep Noordwest",
        "Fysiotherapie Centrum",
        "Apotheek Zuid",
        "Wijkverpleging Oost",
    ),
    "overig": (
        "Turkse gemeenschap Harderwijk",
        "Gemeenschappelijk Belang",
        "Woonstichting Ons Huis",
        "Meergeneratiewonen",
        "Meentwerk",
        "Politie",
        "Voedselbank",
        "Rabobank",
        "",
    ),
}


def test_there_are_at_least_forty_names_and_every_sort_that_can_be_guessed_is_there() -> None:
    assert sum(map(len, NAMES.values())) >= 40
    assert set(NAMES) <= set(SORTS)


@pytest.mark.parametrize(("sort", "name"), [(sort, name) for sort, names in NAMES.items() for name in names])
def test_a_name_is_guessed_as_people_mean_it(sort: str, name: str) -> None:
    assert guess_sort(name) == sort
