"""Search finds what people mean, also when they spell it another way."""

import time

import pytest

from exercises.registry import KINDS
from facilitator.content import load
from facilitator.content.search import Index, trigrams, words
from facilitator.settings import ROOT

SHELF = load(ROOT, {kind.name: kind for kind in KINDS}).shelf


def first(question: str, reader: str = "desk") -> list[str]:
    return [hit["id"] for hit in SHELF.search(question, reader)]


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("mantelzorgmakelar", "beroepen/mantelzorgmakelaar"),
        ("mantel zorg makelaar", "beroepen/mantelzorgmakelaar"),
        ("wmo consulent", "beroepen/wmo-consulent"),
        ("midden drente", "pilots/midden-drenthe"),
        ("15 tips", "pilots/vijftien-tips"),
        ("top 10", "vindplaatsen/top-tien"),
        ("waar vind ik jongeren", "vindplaatsen/jonge-mantelzorgers"),
        ("hyves", "vindplaatsen/jonge-mantelzorgers"),
        ("wat is een casusregisseur", "rollen/casusregisseur"),
        ("belastings ladder", "ketenaanpak/belastingsladder"),
        ("BELASTINGSLADDER", "ketenaanpak/belastingsladder"),
        ("kwaliteits bewaker", "rollen/kwaliteitsbewaker"),
        ("ketenregiseur", "rollen/ketenregisseur"),
        ("centraal informatie punt", "rollen/centraal-informatiepunt"),
        ("netwerk analyse", "ketenaanpak/ketenanalyse"),
        ("bewustwordign", "bouwstenen/1"),
        ("leon", "personas/leon"),
        ("verkorte fase", "fasen/c-toepassen"),
        ("zorgruil", "voorbeelden/meer-ideeen"),
        ("mantelzorg kaart", "regioplan/casussen"),
        ("doorvragen aan het loket", "vindplaatsen/zorgpad"),
    ],
)
def test_the_page_that_is_meant_comes_first(question, page):
    assert first(question)[0] == page


def test_a_word_written_apart_is_found_as_one():
    hits = SHELF.search("respijt zorg", "desk")
    assert (hits[0]["id"], hits[0]["heading"]) == ("woorden/woordenlijst", "Respijtzorg")
    assert {"personas/maria_75", "bouwstenen/3"} <= {hit["id"] for hit in hits}


@pytest.mark.parametrize("question", ["", "   ", "!?", "xqzwvk", "<script>", "é" * 5000, "a " * 5000])
def test_nonsense_finds_nothing_or_little_and_breaks_nothing(question):
    assert len(first(question)) <= 12


def test_participants_find_no_personas_and_no_exercises():
    hits = {hit.split("/")[0] for question in ("Maria", "mantelzorger", "vraag") for hit in first(question, "phone")}
    assert hits and not hits & {"personas", "oefeningen"}
    assert "personas/maria_45" in first("Maria")


def test_a_hit_names_the_part_that_answers():
    hit = SHELF.search("overdragen", "phone")[0]
    page = SHELF.page(hit["id"], "phone")
    assert (hit["id"], hit["heading"]) == ("rollen/casusregisseur", "Overdragen")
    assert page["parts"][hit["part"]]["title"] == "Overdragen"


def test_searching_is_quick():
    questions = ["mantelzorgmakelaar", "respijt zorg voor jonge mantelzorgers op school", "wie doet wat", "depresie"]
    start = time.process_time()
    for question in questions:
        SHELF.search(question, "desk")
    assert (time.process_time() - start) / len(questions) < 0.05


def test_words_and_trigrams():
    assert SHELF.search("wat is het", "desk")
    assert words("Léon's Eén-op-één, 24 uur") == ["leons", "een", "op", "een", "24", "uur"]
    assert trigrams("ab") == {"^ab", "ab$"}


def test_rare_words_and_titles_weigh_more():
    index = Index([[(4.0, "rouw"), (1.0, "zorg")], [(1.0, "zorg en rouw")], [(1.0, "zorg")]])
    assert [number for number, _ in index.find("rouw")] == [0, 1]
    assert [number for number, _ in index.find("zorg rouw")] == [0, 1, 2]
    assert Index([]).find("rouw") == []
