"""With whom an organisation works, and on what: who sees it, what is found by others, and what is not asked twice."""

from random import Random

import pytest

from exercises.kinds.kennismaking.guest import measures
from tests.kinds.foyer import Foyer, words
from tests.kinds.tables import follow, held, step

ANSWER = {
    "contact": "Via het spreekuur",
    "has": [" ", "Thuiszorg West", "Antes"],
    "about": ["niets", " samen op  huisbezoek "],
    "wants": ["De huisartsen"],
}


@pytest.fixture
def foyer(tmp_path):
    return Foyer(tmp_path, step("kennismaking"))


def tell(foyer, person, **told):
    foyer.by(person, "introduction.give", step=foyer.step, **told)


def own(foyer, person, kind):
    return foyer.listed(kind, "own", person)[0]


def test_on_what_organisations_work_together_is_for_who_said_it_and_the_facilitator(foyer):
    views = held(foyer)
    tell(foyer, 0, **ANSWER)
    follow(foyer, views)
    told = own(foyer, 0, "introduction")
    assert (told["has"], told["about"]) == (["Thuiszorg West", "Antes"], ["samen op huisbezoek", ""])
    assert foyer.listed("introduction", "control")[0]["about"] == told["about"]
    assert "huisbezoek" not in str([foyer.see("screen"), foyer.see("phone"), foyer.see("own", 1)])
    assert "120 tekens" in foyer.refused(0, "introduction.give", step=foyer.step, has=["Antes"], about=["x" * 121])
    assert "telefoonnummer" in foyer.refused(0, "introduction.give", step=foyer.step, has=["Jan, 06 12345678"])
    foyer.do("organisation.add", name="Wmo-raad")
    paper = {"organisation": foyer.organisation("Wmo-raad"), "has": ["Antes"], "about": ["elke maand overleg"]}
    foyer.do("introduction.paper", step=foyer.step, **paper)
    assert "Antes (elke maand overleg)" in words(foyer.paper(1))


def test_phones_find_names_that_were_only_said_and_not_who_said_them(foyer):
    views = held(foyer)
    tell(foyer, 0, has=["Zonnebloem", "thuiszorg west"], wants=["De bibliotheek"])
    tell(foyer, 1, has=["Antes", "zonnebloem"])
    follow(foyer, views)
    assert foyer.entity("phone")["state"]["names"] == ["Antes", "De bibliotheek", "Zonnebloem"]
    assert foyer.entity("control")["state"]["names"] == foyer.entity("phone")["state"]["names"]
    assert "names" not in foyer.entity("screen")["state"]
    foyer.do("organisation.add", name="Antes")
    tell(foyer, 0, has=[])
    follow(foyer, views)
    assert foyer.entity("phone")["state"]["names"] == ["zonnebloem"]


def test_names_that_somebody_said_are_two_are_known_to_all_of_that_organisation(foyer):
    tell(foyer, 0, has=["Thuiszorg"], apart=["Thuiszorg"])
    colleague, other = foyer.enter("Gemeente Ede"), foyer.enter("Steunpunt Mantelzorg")
    views = held(foyer)
    tell(foyer, 0, has=["Thuiszorg", "Steunpunt"], apart=["Steunpunt", "Wie niet genoemd is"])
    follow(foyer, views)
    two = [["Thuiszorg", "Thuiszorg West"], ["Steunpunt", "Steunpunt Mantelzorg"]]
    assert own(foyer, 0, "participant")["apart"] == own(foyer, colleague, "participant")["apart"] == two
    assert "apart" not in own(foyer, other, "participant")
    tell(foyer, 0, has=["Thuiszorg"])
    assert own(foyer, colleague, "participant")["apart"] == two[:1], "of what no longer stands nothing is kept"


def test_who_tells_for_another_organisation_takes_its_pairs_of_names_along(foyer):
    """Colleagues of before are told at once, each on the own phone."""
    colleague = foyer.enter("Gemeente Ede")
    tell(foyer, 0, has=["Thuiszorg"], apart=["Thuiszorg"])
    foyer.by(0, "participant.edit", organisation="Steunpunt Mantelzorg")
    views = held(foyer)
    tell(foyer, 0, has=["Thuiszorg"])
    follow(foyer, views)
    assert "apart" not in own(foyer, colleague, "participant")


@pytest.mark.parametrize(
    ("contact", "asked"),
    [
        ("Ongeveer 200 mantelzorgers per jaar, via het spreekuur. Wekelijks contact.", []),
        ("Rond de 60 families, tijdens een huisbezoek", ["frequency"]),
        ("Elke dag in de klas, maar zij vertellen het bijna nooit.", ["number"]),
        ("Via verwijzers, en via mensen die ons al kennen.", ["number", "frequency"]),
    ],
)
def test_who_is_simulated_gives_no_number_beside_another(contact, asked):
    for seed in range(20):
        told = measures(contact, Random(seed))
        assert [field for field in ("number", "frequency") if told[field]] == asked
