"""Doubles: what is the same to a reader is put side by side, with the words that show why; what is not, is not."""

from __future__ import annotations

import pytest

from facilitator.chain.alike import MOST, alike, stem_of, words_of

SAME = [
    ("Eén telefoonnummer voor mantelzorgers", "1 telefoonnummer voor alle mantelzorgers"),
    ("Bel na drie maanden nog eens", "Na drie maanden bellen"),
    ("De huisarts verwijst naar het steunpunt", "Huisartsen verwijzen niet naar het steunpunt"),
    ("Folder in de wachtkamer van de huisarts", "folders bij de huisarts in de wachtkamer!"),
    ("Logeeropvang", "logeeropvang?"),
    ("Warme overdracht tussen wijkverpleging en steunpunt", "Warme overdracht van wijkverpleging naar steunpunt"),
    ("Scholen: mentor vraagt hoe het thuis gaat", "De mentor op school vraagt hoe het thuis is"),
]
OTHER = [
    ("De huisarts vraagt door", "De huisarts heeft geen tijd"),
    ("Meer respijtzorg in het weekend", "Meer vrijwilligers in de wijk"),
    ("We bellen terug", "We mailen eerst"),
    ("Cursus voor vrijwilligers", "Koffie voor mantelzorgers"),
    ("", "   "),
    ("De, het en een", "Wij ook niet"),
]


@pytest.mark.parametrize("pair", SAME)
def test_what_says_the_same_is_found_with_its_words(pair: tuple[str, str]):
    found = alike({"n1": pair[0], "n2": "Iets heel anders over vervoer", "n3": pair[1]})
    assert [(one.first, one.second) for one in found] == [("n1", "n3")]
    assert 0.5 <= found[0].share <= 1
    assert found[0].words
    assert all(word in pair[0] for word in found[0].words)


@pytest.mark.parametrize("pair", OTHER)
def test_what_does_not_is_left_alone(pair: tuple[str, str]):
    assert alike({"n1": pair[0], "n2": "Iets heel anders over vervoer", "n3": pair[1]}) == []


def test_a_note_stands_in_one_pair_and_the_order_is_stable():
    texts = {f"n{number}": "Koffie op woensdag in het buurthuis" for number in range(5)}
    found = alike(texts)
    assert [(one.first, one.second) for one in found] == [("n0", "n1"), ("n2", "n3")]
    assert found == alike(dict(texts))


def test_no_more_than_can_be_looked_at():
    texts = {f"n{number}": f"plan{number // 2} wandeling{number // 2}" for number in range(100)}
    assert len(alike(texts)) == MOST


def test_stems():
    same = [
        ("huisarts", "huisartsen"),
        ("bel", "bellen"),
        ("school", "scholen"),
        ("brief", "brieven"),
        ("huis", "huizen"),
    ]
    assert [(one, other) for one, other in same if stem_of(one) != stem_of(other)] == []
    assert list(words_of("Twee wandelingen, één koffie en 2 tassen").values()) == [
        "Twee",
        "wandelingen",
        "koffie",
        "2",
        "tassen",
    ]
