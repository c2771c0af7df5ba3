"""What people know of the shelf: every fact stands there, every way of saying it fits, and each step gets its own."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from exercises.kinds.casus.parts import WRITTEN
from exercises.kinds.vindplaatsen.guest import intents
from exercises.kinds.vindplaatsen.places import stocked
from exercises.kinds.vindplaatsen.words import PLACES
from facilitator.chain.categories import FITTING
from facilitator.chain.guest import Guest
from facilitator.install import spelling
from facilitator.practice.crowd import company, facts
from facilitator.practice.crowd.facts import SLOT, answers, meant, of_lane, of_persona, of_topic, piles, turn_of
from facilitator.practice.crowd.voices import Voices, trades
from tests.content import dutch
from tests.content.test_spelling import known
from tests.practice.test_crowd_voices import LIBRARY

PEOPLE, SEEDS = 30, (7, 23)
LABELS = {
    "op",
    "van",
    "vak",
    "eigen",
    "geen",
    "blok",
    "deel",
    "lijn",
    "samen",
    "signaal",
    "rol",
    "soort",
    "slot",
    "komt",
}  # never said
KEYS = {("wie", "personas"), ("groep", "elders")}
REFS = sorted({ref for row in answers().lanes.values() for lane in row for ref in lane} |
              {ref for name in ("topics", "sections") for refs in getattr(answers(), name).values() for ref in refs}
              )  # fmt: skip


def read(value):
    """All text of a piece of the shelf."""
    if isinstance(value, str):
        return value
    return " ".join(map(read, value.values() if isinstance(value, dict) else value)) if value and not isinstance(
        value, int | bool) else ""  # fmt: skip


def page(pile, fact):
    """Where a fact says that it stands."""
    where = fact.get("op", pile.op)
    if where == "persona":
        return next(one for one in LIBRARY.personas[fact["wie"]]["sections"] if one["id"] == fact["deel"])
    if where == "bouwsteen":
        return [one for one in LIBRARY.blocks if str(one["number"]) in fact["blok"].split()]
    return LIBRARY.pages[where]


def test_every_fact_stands_on_the_shelf():
    gone = [(name, one["van"]) for name, pile in piles().items() for one in pile.facts
            if one["van"].casefold() not in read(page(pile, one)).casefold()]  # fmt: skip
    assert gone == []


def test_an_instrument_belongs_to_each_building_block_that_it_is_said_of():
    for one in piles()["soorten"].facts:
        for block in one["blok"].split():
            assert one["van"].casefold() in read(LIBRARY.blocks[int(block) - 1]["instruments"]).casefold(), one


def test_every_question_and_way_of_saying_exists_and_is_used():
    assert {name for name in answers().lanes if name not in LIBRARY.exercises} == set()
    for name, row in answers().lanes.items():
        assert len(row) == len(LIBRARY.exercises[name]["prompts"]), name
    assert [ref for ref in REFS if not list(meant(ref))] == []
    used = {ref.split()[0] for ref in REFS}
    assert {f"{name}.{aim}" for name, pile in piles().items() for aim in pile.frames} == used
    said = {frame for ref in REFS for _, frame in meant(ref)}
    assert {frame for pile in piles().values() for row in pile.frames.values() for frame in row} == said
    sorts = {one.id for one in trades()}
    named = {trade for pile in piles().values() for one in pile.facts for form in ("vak", "eigen", "geen")
             for trade in one.get(form, "").split()}  # fmt: skip
    assert named <= sorts


def test_no_figures_and_every_word_spelled_right():
    texts = [frame.lstrip("@") for pile in piles().values() for row in pile.frames.values() for frame in row]
    texts += [text for name, pile in piles().items() for one in pile.facts for form, text in one.items()
              if form not in LABELS and (form, name) not in KEYS]  # fmt: skip
    assert [text for text in texts if re.search(r"\d", text)] == []
    if spelling.found():
        words = {word for text in texts for word in dutch.words(SLOT.sub(" ", text))}
        assert sorted(set(spelling.unknown(sorted(words))) - set(known())) == []


def test_people_come_where_their_work_brings_them():
    """A school says that it comes at schools, and a doctor not where young people go out."""
    step = {"id": "s1", "state": {"groups": [{"id": group} for group in PLACES]}, "places": stocked()}
    me = {"type": "participant", "id": "p1", "org": "o1"}
    trade = {one.id: one for one in trades()}
    shelf = {name: pile.facts for name, pile in piles().items()}

    def told(sort, lively=4.0):
        one = Guest(
            draw=lambda *topic: random.Random(f"7/{topic}"), person=1, people=9, step="s1", lively=lively, note=None,
            view={"p1": me}, say=lambda *_: "", trade=trade[sort], shelf=shelf,
        )  # fmt: skip
        return [intent.body["slot"] for intent in intents(step, one) if intent.name == "place.tell"]

    known = {one["slot"]: one["eigen"].split() for one in piles()["plekken"].facts if "slot" in one}
    assert set(known) <= {one["id"] for one in stocked()}
    assert {trade for row in known.values() for trade in row} <= set(trade)
    assert told("gemeente", 0.3)[:1] == ["older.wmo"], "the own house first"
    assert "young.school" in told("school") and "young.out" not in told("huisarts")
    assert all(sum(sort not in known.get(slot, ()) for slot in told(sort)) <= 1 for sort in trade)


def test_what_is_proposed_fits_where_it_is_proposed():
    """Instruments in a block and of a sort that go together; places in a group where they are not on the list yet."""
    for one in piles()["instrumenten"].facts:
        assert one["soort"] in FITTING[int(one["blok"])] and len(one["naam"]) <= 60, one
    for one in piles()["elders"].facts:
        for group in one["groep"].split():
            assert one["naam"].split()[-1] not in " ".join(PLACES[group].values()).casefold(), one


def ways(refs):
    """What somebody can say of these facts: frames with their forms, and anything where a person or another fact is."""
    for ref in refs:
        for fact, frame in meant(ref):
            found = ""
            for part in re.split(r"(\{[^{}]+\})", frame.lstrip("@")):
                form = fact.get(part[1:-1].lower()) if part.startswith("{") else None
                found += re.escape(form) if form else ".+" if part.startswith("{") else re.escape(part)
            yield found.replace("één", "[éE]én")


@pytest.fixture(scope="module", params=SEEDS)
def said(request):
    """Per prompt what a room writes; the prompts of one exercise that are about facts."""
    voices = Voices(company.people(PEOPLE, request.param), request.param)
    found = {}
    for name in answers().lanes:
        exercise = LIBRARY.exercises[name]
        prompts = exercise["prompts"]
        for at, prompt in enumerate(prompts):
            lane = (prompt["id"], at, len(prompts))
            found[name, at] = [
                text for person in range(PEOPLE) if (text := voices.note(person, "s", name, exercise, lane, 0, 280))
            ]
    return found


def test_a_step_about_something_names_what_it_is_about_and_nobody_says_the_same(said):
    """One note of each of thirty people at each prompt: none more than twice; from the shelf, or from the rest."""
    for (name, at), texts in said.items():
        assert max(Counter(texts).values()) <= 2, (name, at)
        known_ways = re.compile("|".join(ways(of_lane(name, at))) or "$.", re.IGNORECASE)
        about = [text for text in texts if known_ways.fullmatch(text)]
        if of_lane(name, at):
            assert len(about) >= 4, (name, at, len(about), texts)
            assert len(set(about)) == len(about)
        rest = [text for text in texts if text not in about]
        stones = tuple(text.rstrip(".") for text in LIBRARY.exercises[name]["examples"])
        own = [one for trade in trades() for row in (trade.mist, trade.kans, trade.goed, trade.bied) for one in row]
        stones += tuple(one.rstrip(".") for one in own)
        assert [text for text in rest if not text.startswith(stones)] == []


def test_of_a_persona_people_say_what_is_so_for_that_one_only():
    voices = Voices(company.people(PEOPLE, 7), 7)
    exercise = LIBRARY.exercises["persona"]
    for who, persona in LIBRARY.personas.items():
        own = {form for one in piles()["personas"].facts if one["wie"] == who
               for form in one.values() if form not in one["van"]}  # fmt: skip
        others = {one["van"] for one in piles()["personas"].facts if one["wie"] != who and one["van"][0].isupper()}
        others -= {one["van"] for one in piles()["personas"].facts if one["wie"] == who}
        names = {
            one for one in others if one in ("Albert", "Peter", "Jeroen", "Jan", "Gregory", "Mees", "Indra", "Tessa")
        }
        for section in persona["sections"]:
            about = of_persona(who, section["id"])
            texts = [voices.note(person, f"s-{who}", "persona", exercise, ("1", 0, 1), 0, 280, about)
                     for person in range(PEOPLE)]  # fmt: skip
            about_it = [text for text in texts if re.fullmatch("|".join(ways(about)), text, re.IGNORECASE)]
            assert len(about_it) >= 2 and max(Counter(about_it).values()) == 1, (who, section["id"])
            assert any(form in text.casefold() for text in about_it for form in map(str.casefold, own))
            assert [text for text in texts for name in names if re.search(rf"\b{name}\b", text)] == []
    assert of_persona("eigen-iemand", "werk") == ()


def test_what_is_said_of_somebody_in_one_part_of_a_case_is_not_said_in_another():
    voices, exercise = Voices(company.people(PEOPLE, 7), 7), LIBRARY.exercises["casus-bespreken"]
    lanes = [(prompt["id"], at, len(exercise["prompts"])) for at, prompt in enumerate(exercise["prompts"])]
    parts = list(zip(WRITTEN, lanes, strict=True))
    about = re.compile("|".join(ways(one for part in WRITTEN for one in of_persona("ank", part))), re.IGNORECASE)
    texts = [
        voices.note(one, "s", "casus", exercise, lane, 0, 280, of_persona("ank", part), turn_of("ank", part))
        for part, lane in parts
        for one in range(PEOPLE)
    ]
    told = [text for text in texts if about.fullmatch(text)]
    assert len(told) > PEOPLE and max(Counter(told).values()) == 1


def test_what_is_too_long_for_the_field_is_not_said():
    voices = Voices(company.people(PEOPLE, 7), 7)
    for topic in answers().topics:
        texts = [voices.say(person, "s", topic, (), "", 0, 60) for person in range(PEOPLE)]
        assert any(texts) and all(len(text) <= 60 for text in texts), topic


def test_facts_of_ones_own_trade_are_said_by_that_trade_only():
    said = {}
    for trade in trades():
        told = facts.Told("", [trade] * PEOPLE, of_topic("act"), 280)
        said[trade.id] = " ".join(told.of(person, 0) for person in range(PEOPLE))
    assert {one for one, text in said.items() if "Mantelscan" in text} == {
        "steunpunt",
        "wijkteam",
        "gemeente",
        "welzijn",
    }
    kennen = facts.Told("", [trades()[0]] * PEOPLE, ("hulpmiddelen.leren",), 280)
    assert not any("ken ik" in kennen.of(person, 0) for person in range(PEOPLE))


def test_nobody_speaks_of_the_own_work_as_if_it_were_of_others():
    said = {}
    for trade in trades():
        if trade.id in ("huisarts", "school"):
            rooms = [facts.Told(str(seed), [trade] * 9, ("beroepen.ziet", "plekken.bereik"), 280) for seed in range(30)]
            said[trade.id] = " ".join(room.of(person, 0) for room in rooms for person in range(9)).casefold()
    assert "op school" in said["huisarts"] and "wachtkamer" not in said["huisarts"] and "de huisarts" in said["school"]
    assert (
        "de huisarts" not in said["huisarts"].replace("bij de huisartsenpraktijk", "")
        and "op school" not in said["school"]
    )


def test_the_same_seed_gives_the_same_facts_in_whatever_order_people_speak():
    def heard(seed, order):
        voices = Voices(company.people(PEOPLE, seed), seed)
        return {person: voices.say(person, "s", "offer", (), "", 0, 280) for person in order}

    assert heard(7, range(PEOPLE)) == heard(7, reversed(range(PEOPLE))) != heard(8, range(PEOPLE))
