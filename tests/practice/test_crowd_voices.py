"""What people say: enough different texts for a full room, nothing without sense, the same for the same seed."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from exercises.kinds.casus.parts import PARTS
from exercises.kinds.stemmen.guest import chosen
from exercises.registry import KINDS
from facilitator import content
from facilitator.chain.guest import Guest, Nature
from facilitator.install import spelling
from facilitator.practice.crowd import company
from facilitator.practice.crowd.facts import of_persona
from facilitator.practice.crowd.voices import Voices, joined, stances, trade_of, trades
from facilitator.rehearsal.sent import Person
from facilitator.settings import ROOT
from tests.content import dutch
from tests.content.test_spelling import known

PEOPLE = 60  # as many as fit in a room
NOTES = ("briefjes", "casus", "reflectie")
LIBRARY = content.load(ROOT, {kind.name: kind for kind in KINDS})
WITH_NOTES = {
    name: one for name, one in LIBRARY.exercises.items() if one["prompts"] and one["examples"] and one["kind"] in NOTES
}


def spoken(seed=7, among=tuple(WITH_NOTES)):
    """Per exercise what 25 people write in a lively room."""
    voices = Voices(company.people(PEOPLE, seed), seed)
    return {name: list(written(name, WITH_NOTES[name], voices, seed)) for name in among}


def written(name, exercise, voices, seed):
    """All notes of one exercise: what the kind would have people do, at each place where the room can be."""
    kind = next(kind for kind in KINDS if kind.name == exercise["kind"])
    lanes = [prompt["id"] for prompt in exercise["prompts"]]
    for person in range(PEOPLE):

        def note(lane, number=0, most=280, about=("", ""), person=person):
            at = lanes.index(lane) if lane in lanes else 0
            return voices.note(person, "s1", name, exercise, (lane, at, len(lanes)), number, most, of_persona(*about))

        def say(topic, texts, stance="", number=0, most=280, person=person):
            return voices.say(person, "s1", topic, texts, stance, number, most)

        guest = Guest(
            draw=lambda *topic: random.Random(f"{seed}/{topic}"), person=person, people=PEOPLE, step="s1", view={},
            nature=company.temper(seed, person).nature, lively=1.5, note=note, say=say,
        )  # fmt: skip
        for at in PARTS if kind.name == "casus" else ("",):
            step = {**exercise, "id": "s1", "state": {"at": at, "title": "Een casus"}}
            wanted = (one for one in kind.intents(step, guest) if one.name == "note.post")
            yield from (one.text for one in wanted if not one.empty)


@pytest.fixture(scope="module")
def said():
    return spoken()


def test_nobody_says_what_two_others_said(said):
    assert {
        name: most for name, texts in said.items() if texts and (most := Counter(texts).most_common(1)[0])[1] > 2
    } == {}
    assert sum(map(len, said.values())) > 2000


def test_a_wall_does_not_say_the_same_again_and_again(said):
    """Of thirty notes in the order in which people sit, few end alike, and an example comes back only now and then."""
    for name, texts in said.items():
        for wall in (texts[at : at + 30] for at in range(0, len(texts) - 29, 10)):
            ends = Counter(" ".join(text.split()[-2:]) for text in wall if re.search(r"[.!?] ", text))
            starts = Counter(re.split(r"(?<=[.!?]) ", text)[0] for text in wall)
            assert max(ends.values()) <= 5 and max(starts.values()) <= 6, (name, ends, starts)


def test_every_text_is_a_sentence_that_fits_on_a_note(said):
    for texts in said.values():
        for text in texts:
            assert 5 < len(text) <= 280 and text[0] == text[0].upper() and "{" not in text and not text.count("~"), text
            assert not re.search(r"[.!?]\S?\.|\.\.|  ", text), text


def test_every_prompt_of_ours_has_a_stance_that_people_can_take():
    rows = stances().lanes
    assert {name: row for name, row in rows.items() if name not in LIBRARY.exercises} == {}
    taken = {stance.rstrip("+") for row in rows.values() for stance in row}
    assert taken <= set(stances().closers)
    for name, exercise in WITH_NOTES.items():
        assert len(rows[name]) == len(exercise["prompts"]), name


def test_the_same_seed_gives_the_same_words_in_whatever_order_people_speak(said):
    among = ("verwachtingen", "kansen-en-acties")
    assert spoken(among=among[::-1]) == {name: said[name] for name in among}
    assert spoken(8, among) != {name: said[name] for name in among}
    first, last = Voices(company.people(PEOPLE, 7), 7), Voices(company.people(PEOPLE, 7), 7)
    forward = [first.say(one, "s1", "goal", ("Een doel.", "Nog een doel."), "doel", 0, 280) for one in range(PEOPLE)]
    backward = [last.say(one, "s1", "goal", ("Een doel.", "Nog een doel."), "doel", 0, 280) for one in range(PEOPLE)]
    assert forward == backward and Counter(filter(None, forward)).most_common(1)[0][1] <= 2
    assert forward == [
        last.say(one, "s1", "goal", ("Een doel.", "Nog een doel."), "doel", 0, 280) for one in range(PEOPLE)
    ]


def test_without_a_stance_a_text_is_for_one_person():
    voices = Voices(company.people(PEOPLE, 7), 7)
    given = [voices.say(one, "s1", "place", ("De markt", "De kapper"), "", 0, 280) for one in range(PEOPLE)]
    assert sorted(given)[-2:] == ["De kapper", "De markt"] and given.count("") == PEOPLE - 2


def test_who_wrote_something_gives_it_more_dots_than_others_do():
    texts = [f"Voorstel {letter}" for letter in "abcdefghij"]
    step = {"id": "s1", "settings": {"dots": 3, "most": 2}}

    def loved(lean, mine):
        """How many of 200 people give it a dot."""
        note = {"type": "note", "id": "n1", "text": texts[4], "step": "s0", **({"cid": "1"} if mine else {})}
        voters = (Guest(
            draw=lambda *topic: random.Random(f"7/{topic}"), person=person, people=200, step="s1", view={"n1": note},
            nature=Nature(lean=lean), note=None, say=None,
        ) for person in range(200))  # fmt: skip
        return sum(texts[4] in chosen(step, one, texts, "first") for one in voters)

    assert loved(0.5, mine=True) > 1.4 * loved(0.5, mine=False)
    assert loved(0.5, mine=False) == loved(0.0, mine=True), "the control"


@pytest.mark.parametrize(
    ("profession", "organisation", "trade"),
    [
        ("wijkverpleegkundige", "Thuiszorg Waterkant", "wijkverpleging"),
        ("teamleider", "Thuiszorg Waterkant", "wijkverpleging"),
        ("praktijkondersteuner", "Huisartsenpraktijk Molenzicht", "poh"),
        ("coördinator vrijwilligers", "Vrijwilligershulp Bij de Hand", "vrijwilligers"),
        ("", "Basisschool De Wilg", "school"),
        ("mantelzorger", "", "ervaring"),
        ("", "", "algemeen"),
    ],
)
def test_a_sort_of_work_is_known_by_profession_then_organisation(profession, organisation, trade):
    assert trade_of(Person("", organisation, profession)).id == trade


def test_a_second_sentence_joins_a_first():
    assert joined("Bellen", "Dat helpt.") == "Bellen. Dat helpt."
    assert joined("Bellen!", "~Dat helpt.") == "Bellen! Dat helpt."
    assert joined("Bellen.", ", samen") == "Bellen, samen"


def test_no_figures_of_our_own_and_every_word_spelled_right():
    own = [text for one in trades() for value in (one.mist, one.goed, one.kans, one.bied, one.actie) for text in value]
    own += [text for one in trades() for text in (one.contact, one.hoe, one.werk, one.mensen)]
    own += [text for row in stances().closers.values() for text in row]
    assert [text for text in own if re.search(r"\d", text)] == []
    if spelling.found():
        words = {word for text in own for word in dutch.words(text.replace("{", " ").replace("}", " "))}
        assert sorted(set(spelling.unknown(sorted(words))) - set(known()) - {"mensen", "werk"}) == []
