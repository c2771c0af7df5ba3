"""What people know of the shelf: facts of Naslag (facts/*.yaml) in words of somebody at the table, dealt like the rest.

Each fact comes back a few times at most in a step, each time said in another way, and nothing is said twice.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import yaml

if TYPE_CHECKING:
    from facilitator.practice.crowd.voices import Trade

HERE = Path(__file__).parent
SHARE = 0.5  # of the texts are about a fact, where there is one
FACT, FRAME = 3, 3  # times that a fact, and a way of saying, come back in one topic of one step
SLOT = re.compile(r"\{([^{}]+)\}")
OWN, HOME = "@", "ervaring"  # before what only who works with it says (`eigen`, else `vak`); who works with nothing
ABOUT = ("wie", "deel")  # of a persona: who it is about, and in which section
Fact = dict[str, str]


class Pile(msgspec.Struct, forbid_unknown_fields=True):
    """Facts of one subject. `van` stands on the shelf, on the page `op`. `vak` says which trades know it, `eigen` which
    work with it, and `geen` whose own it is, so that they speak of something else. Every other field is a form of it:
    it stands in a frame as {form}, or as {Form} at the beginning of a sentence.

    `frames`: ways of saying, by what is asked. `shared`: forms of all facts about the same `wie`.
    """

    op: str
    facts: list[Fact]
    frames: dict[str, list[str]]
    shared: dict[str, Fact] = {}


class Answers(msgspec.Struct, forbid_unknown_fields=True):
    """Which facts answer what (answers.yaml)."""

    lanes: dict[str, list[list[str]]]
    topics: dict[str, list[str]]
    sections: dict[str, list[str]]


@cache
def piles() -> dict[str, Pile]:
    files = sorted((HERE / "facts").glob("*.yaml"))
    return {one.stem: msgspec.convert(yaml.safe_load(one.read_text("utf-8")), Pile) for one in files}


@cache
def answers() -> Answers:
    return msgspec.convert(yaml.safe_load((HERE / "answers.yaml").read_text("utf-8")), Answers)


def of_lane(exercise: str, lane: int) -> tuple[str, ...]:
    """What answers a prompt of an exercise of ours."""
    row = answers().lanes.get(exercise, ())
    return tuple(row[lane]) if lane < len(row) else ()


def of_persona(persona: str, section: str) -> tuple[str, ...]:
    """What there is to say of a persona in this section, or in a case in this part."""
    refs = answers().sections.get(section, ())
    known = {fact["deel"] for fact in piles()["personas"].facts if fact["wie"] == persona}
    here = f" deel={section}" if section in known else ""
    return tuple(f"{ref} wie={persona}{here}" for ref in refs) if known else ()


def turn_of(persona: str, section: str) -> int:
    """The how manieth of the sections of which there is the same to say: each gets something else of it."""
    same = of_persona(persona, section)
    return [one for one in answers().sections if of_persona(persona, one) == same].index(section) if same else 0


def of_topic(topic: str) -> tuple[str, ...]:
    return tuple(answers().topics.get(topic, ()))


def meant(ref: str) -> Iterator[tuple[Fact, str]]:
    """Every fact of a reference (`pile.frames form=value ...`) with every way of saying it that its forms allow."""
    name, *wanted = ref.split()
    name, _, aim = name.partition(".")
    pile = piles()[name]
    asked = [one.partition("=")[::2] for one in wanted]
    for fact in pile.facts:
        if all(value in fact.get(form, "").split() for form, value in asked):
            forms = {**pile.shared.get(fact.get("wie", ""), {}), **fact}
            for frame in pile.frames[aim]:
                if all("." in slot or slot.lower() in forms for slot in slots(frame)):
                    yield forms, frame


def slots(frame: str) -> list[str]:
    """The forms that a frame asks of its fact; a person fills {werk} and {mensen} itself."""
    return [slot for slot in SLOT.findall(frame) if slot.lower() not in ("werk", "mensen")]


class Told:
    """All texts about facts of one topic of one step; of(person, number) in rounds, as far as anybody asks."""

    def __init__(self, seed: str, trades: list[Trade], refs: tuple[str, ...], most: int) -> None:
        self.seed, self.trades, self.most = f"{seed}/facts", trades, most
        self.chance = random.Random(self.seed)  # noqa: S311 - seeded on purpose
        self.deck = [(key(fact), fact, frame) for ref in refs for fact, frame in meant(ref)]
        self.chance.shuffle(self.deck)
        self.fitting: dict[str, list[tuple[str, Fact, str]]] = {}  # by trade
        self.facts: Counter[str] = Counter()
        self.frames: Counter[str] = Counter()
        self.said: set[str] = set()
        self.texts: dict[tuple[int, int], str] = {}
        self.rounds = 0

    def wants(self, person: int, number: int) -> bool:
        """True when this text of this person is about a fact."""
        return random.Random(f"{self.seed}/{person}/{number}").random() < SHARE  # noqa: S311 - seeded on purpose

    def of(self, person: int, number: int) -> str:
        """The text, or "" when this one is not about a fact, or all was said."""
        order = list(range(len(self.trades)))
        while self.rounds <= number:
            random.Random(f"{self.seed}/{self.rounds}").shuffle(order)  # noqa: S311 - seeded on purpose
            for one in order:
                if self.wants(one, self.rounds):
                    self.texts[one, self.rounds] = self.one(self.trades[one])
            self.rounds += 1
        return self.texts.get((person, number), "")

    def one(self, trade: Trade) -> str:
        """The least used fact, the own ones first, in the least used way, said by somebody of this trade."""
        if trade.id not in self.fitting:
            self.fitting[trade.id] = [one for one in self.deck if says(trade, one[1], one[2])]
        left = [one for one in self.fitting[trade.id] if self.facts[one[0]] < FACT and self.frames[one[2]] < FRAME]
        while left:
            best = min(left, key=lambda one: (self.facts[one[0]] - ("vak" in one[1]), self.frames[one[2]]))
            name, fact, frame = best
            text = self.filled(fact, frame, trade)
            if len(text) <= self.most and text not in self.said:
                self.facts[name] += 1
                self.frames[frame] += 1
                self.said.add(text)
                return text
            left.remove(best)
        return ""

    def filled(self, fact: Fact, frame: str, trade: Trade) -> str:
        """The frame with its forms, and with those of another fact where it names one (`{pile.form}`)."""
        forms: dict[str, Any] = {"werk": trade.werk, "mensen": trade.mensen, **fact}
        text = frame.removeprefix(OWN)
        for slot in SLOT.findall(text):
            found = forms.get(slot.lower(), "") if "." not in slot else self.other(slot, fact)
            text = text.replace(f"{{{slot}}}", capital(found) if slot[0].isupper() else found)
        return text

    def other(self, slot: str, fact: Fact) -> str:
        """A form of another pile's fact, but not what this fact says itself."""
        name, _, form = slot.partition(".")
        known = [one[form] for one in piles()[name].facts if form in one and one["van"] != fact["van"]]
        return self.chance.choice(known)


def key(fact: Fact) -> str:
    return f"{fact.get('op', '')}/{fact.get('wie', '')}/{fact.get('deel', '')}/{fact['van']}"


def capital(text: str) -> str:
    return text.replace("één", "Eén", 1) if text.startswith("één") else text[:1].upper() + text[1:]


def says(trade: Trade, fact: Fact, frame: str) -> bool:
    """True when somebody of this trade knows it, and would say it like this."""
    if trade.id in fact.get("geen", "").split():
        return False
    known = fact.get("vak", trade.id).split()
    if frame.startswith(OWN):
        known = fact.get("eigen", " ".join(known)).split()
        return trade.id in known and trade.id != HOME
    return trade.id in known
