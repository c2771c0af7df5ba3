"""Own choice of parts: what was chosen is in the report, what was not is named and not in it."""

import pytest

from facilitator.report.build import Choice, Source, build
from facilitator.report.source import OF_VERSION, OWN, PARTS, VERSIONS
from tests.report.opened import Opened
from tests.report.reports import with_notes
from tests.report.test_checks import CHECKS

CHAPTERS = {  # heading of each part in a report that has all of them
    "acties": "Acties, op volgorde",
    "aanwezig": "Aan tafel",
    "stappen": "Wat er uit kwam, stap voor stap",
    "formulieren": "De formulieren van de keten",
    "briefjes": "Bijlage: alle briefjes",
}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Two notes of which one is hidden, an action, a goal of the keten and a role with its contact person."""
    house = with_notes(tmp_path_factory.mktemp("choice"), "Een eerste briefje", "Dit bleef verborgen")
    hidden = next(one["id"] for one in house.listed("note", "control") if "verborgen" in one["text"])
    house.do("note.hide", notes=[hidden])
    house.go(3)
    house.do("action.make", step=house.steps[3], what="De huisartsen bellen", who="Els")
    return house


def made(house, *parts: str, names: bool = True, contacts: bool = True, version: str = OWN) -> Opened:
    views = house.room.report_view(house.meeting)
    org = next(one["id"] for one in views.values() if one["type"] == "organisation")
    role = {"id": "h9", "type": "role", "slot": "chain_director", "organisation": org, "contact": "Marijke Bel"}
    source = Source({**views, "h9": role}, house.meeting, house.time)
    choice = Choice(version, names, contacts=contacts, parts=frozenset(parts))
    return Opened(build(source, house.rooms.rulebook.kinds, choice))


def chapters(report: Opened) -> list[str]:
    return [text for level, text in report.outline() if level == 1][1:]


def told(report: Opened) -> str:
    return "".join(report.xml().itertext())


@pytest.mark.parametrize("part", CHAPTERS)
def test_one_part_is_in_it_and_the_others_are_named(house, part):
    report = made(house, part)
    assert chapters(report) == [CHAPTERS[part], "Niet in dit verslag, omdat daarvoor gekozen is"]
    assert report.lines("ListBullet")[-4:] == [PARTS[one] for one in CHAPTERS if one != part]
    for check in CHECKS:
        check(report)


def test_all_parts_are_the_whole_report_under_another_name(house):
    own, whole = made(house, *PARTS), made(house, version="volledig")
    assert chapters(own) == chapters(whole) == list(CHAPTERS.values())
    assert told(own).replace("eigen keuze", "versie volledig") == told(whole)
    assert any("eigen keuze" in line for line in own.lines("CoverLine", "CoverLast"))


def test_what_is_hidden_stays_away_unless_it_is_chosen(house):
    assert "Dit bleef verborgen" not in told(made(house, *CHAPTERS))
    assert "Een eerste briefje" in told(made(house, "briefjes"))
    assert "Dit bleef verborgen" in told(made(house, "briefjes", "verborgen"))


def test_the_forms_name_a_contact_person_only_when_that_was_asked(house):
    assert "Marijke Bel" in told(made(house, "formulieren"))
    without = made(house, "formulieren", contacts=False)
    assert "Marijke Bel" not in told(without) and "Naam aanspreekpunt" not in told(without)
    assert "Marijke Bel" not in told(made(house, "formulieren", names=False))


def test_every_version_has_the_parts_that_it_says(house):
    assert set(OF_VERSION) == set(VERSIONS) - {"kort"}
    assert chapters(made(house, version="deelnemers")) == list(CHAPTERS.values())[:4]
    assert "De formulieren van de keten" not in told(made(house, version="kort"))
