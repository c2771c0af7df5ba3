"""What people write: examples, facts and their own work, recombined, dealt so that nobody says what another said.

A deal is made per step and topic, from the seed and from who came: never from who was faster.
"""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from facilitator.chain.guest import MOST_TEXT
from facilitator.practice.crowd.facts import Told, capital, of_lane, of_topic
from facilitator.rehearsal.sent import Person

HERE = Path(__file__).parent
EACH = 9  # texts that one person can have of one topic
SAME = 2  # people who may say the very same in one step
TURNS = 4  # how often one example comes back at a wall, each time with another end
ENDS = 4  # how often one end comes back there; at a wall with more lanes each writes only in some of them
OWN = 0.5  # how often somebody speaks of the own work where that is an answer
STOPS = (".", "!", "?", '"')
HEARSAY, ANSWER = "~", "?"  # before a closer: what it may follow
ONESELF = frozenset("ik wij we ons onze mij mijn".split())
Text = str


class Trade(msgspec.Struct, forbid_unknown_fields=True):
    """A sort of work (trades/*.yaml, in the order in which they are tried; the last one is anybody's).

    `words`: parts of a profession, else of an organisation, by which it is known. `werk`, `mensen`: how it names where
    it works, and whom it works for. `mist`, `goed`, `kans`, `bied`: notes of its own. `actie`: an action, in the
    infinitive. `contact`, `hoe`: what it answers when organisations get to know each other.
    """

    id: str
    words: list[str]
    werk: str
    mensen: str
    mist: list[str]
    goed: list[str]
    kans: list[str]
    bied: list[str]
    actie: list[str]
    contact: str
    hoe: str


class Stances(msgspec.Struct, forbid_unknown_fields=True):
    """How people go on, and what each prompt asks for (stances.yaml)."""

    closers: dict[str, list[str]]
    lanes: dict[str, list[str]]


@cache
def trades() -> list[Trade]:
    files = sorted((HERE / "trades").glob("*.yaml"))
    return [msgspec.convert(yaml.safe_load(one.read_text("utf-8")), Trade) for one in files]


@cache
def stances() -> Stances:
    return msgspec.convert(yaml.safe_load((HERE / "stances.yaml").read_text("utf-8")), Stances)


def trade_of(person: Person) -> Trade:
    """The sort of work, by the profession, else by the organisation; the last one is anybody's."""
    for said in (person.profession, person.organisation):
        for trade in trades():
            if any(word in said.casefold() for word in trade.words):
                return trade
    return trades()[-1]


def stance_of(exercise: str, lane: int) -> str:
    """What a prompt asks for; of an exercise that is not ours an opinion, of one's own work as well."""
    row = stances().lanes.get(exercise)
    return row[lane % len(row)] if row else "mening+"


class Voices:
    """The words of one company, in one run."""

    def __init__(self, people: Sequence[Person], seed: int) -> None:
        self.trades = [trade_of(person) for person in people]
        self.seed = seed
        self.dealt: dict[tuple[Any, ...], Deal] = {}
        self.told: dict[tuple[Any, ...], Told] = {}
        self.turn = threading.RLock()  # a round is dealt whole, also where people are threads of the system

    def say(
        self,
        person: int,
        step: str,
        topic: str,
        texts: Sequence[Text],
        stance: str,
        number: int,
        most: int,
        lanes: int = 1,
        about: tuple[str, ...] = (),
    ) -> Text:
        """The text of this person, the how manieth of this topic in this step; "" when all was said already.

        `about`: the facts that are an answer as well (facts.py); half of the texts are about one.
        """
        with self.turn:
            known = self.known(step, topic, about or of_topic(topic), most)
            told = known.of(person, number % EACH) if known is not None else ""
            if told:
                return told
            key = (step, topic, tuple(texts), stance, most, lanes)
            if key not in self.dealt:
                self.dealt[key] = Deal(self, *key)
            return self.dealt[key].of(person, number % EACH)

    def known(self, step: str, topic: str, about: tuple[str, ...], most: int) -> Told | None:
        """The texts about facts of this topic, which everybody shares; None when it has none."""
        key = (step, topic, about, most)
        if about and key not in self.told:
            self.told[key] = Told(f"{self.seed}/{step}/{topic}/{' '.join(about)}", self.trades, about, most)
        return self.told.get(key)

    def note(
        self, person: int, step: str, exercise: str, template: dict[str, Any], lane: tuple[str, int, int], number: int,
        most: int, about: tuple[str, ...] = (), turn: int = 0
    ) -> Text:  # fmt: skip
        """A note under a prompt (its id, its place, how many there are), with the examples that belong to it.

        `about`: facts of who the step is about now, before those of the prompt; `turn` says the how manieth time that
        the step comes back to them.
        """
        name, at, of = lane
        if about:
            with self.turn:
                known = self.known(step, "who it is about", about, most)
                told = known.of(person, turn) if known is not None else ""
            if told:
                return told
        texts = template.get("examples", ())[at::of]
        stance = stance_of(exercise, at)
        return self.say(person, step, f"lane {name}", texts, stance, number, most, of, of_lane(exercise, at))

    def flow(self, person: int, number: int) -> list[Text]:
        """So many notes of one person who does not stop."""
        own = [text for stance in ("mist", "kans", "goed", "bied") for text in self.own(person, stance)]
        ends = self.closers(person, "mening").values()
        return (own + [joined(text, closer) for closer in ends for text in own])[:number]

    def closers(self, person: int, stance: str) -> dict[str, Text]:
        """How this person goes on after a first sentence: what everybody may say, and how this person says it."""
        trade = self.trades[person]
        slots = {"werk": trade.werk, "mensen": trade.mensen}
        slots |= {key.capitalize(): capital(value) for key, value in slots.items()}
        return {one: one.format(**slots) for one in stances().closers.get(stance, ())}

    def own(self, person: int, stance: str) -> list[Text]:
        """Notes of one's own work that are an answer to a question of this stance."""
        trade = self.trades[person]
        asked = ("mist", "kans", "goed") if stance == "mening" else (stance,)
        found = [getattr(trade, one, ()) for one in asked]
        return [text for one in found for text in ([one] if isinstance(one, str) else one)]


class Deal:
    """All texts of one topic of one step: first notes first, so that the plain examples are for them."""

    def __init__(
        self, voices: Voices, step: str, topic: str, texts: Sequence[Text], stance: str, most: int, lanes: int
    ) -> None:
        self.voices, self.most = voices, most
        self.stance, self.share = stance.rstrip("+!"), {"+": OWN, "!": 1.0}.get(stance[-1:], 0.0)
        self.seed = f"{voices.seed}/{step}/{topic}/deal"
        self.chance = random.Random(self.seed)  # noqa: S311 - seeded on purpose
        self.deck = list(dict.fromkeys(text for text in texts if len(text) <= most))
        self.chance.shuffle(self.deck)
        self.at = 0
        self.used: Counter[Text] = Counter()
        self.said: Counter[Text] = Counter()  # closers
        self.turns: Counter[Text] = Counter()  # examples, whatever came after them
        self.most_ends = max(2, ENDS + 1 - lanes)
        self.most_turns = TURNS * lanes if self.share < 1 else len(voices.trades) * EACH  # a form is no wall
        self.texts: dict[tuple[int, int], Text] = {}
        self.rounds = 0

    def of(self, person: int, number: int) -> Text:
        """The how manieth text of this person. Dealt in rounds, as far as anybody asks."""
        order = list(range(len(self.voices.trades)))
        while self.rounds <= number:
            random.Random(f"{self.seed}/{self.rounds}").shuffle(order)  # noqa: S311 - seeded on purpose
            for one in order:
                self.texts[one, self.rounds] = self.one(one)
            self.rounds += 1
        return self.texts.get((person, number), "")

    def one(self, person: int) -> Text:
        """An unused one, if there is any; else what one other person said too; else nothing: it was all said."""
        own = self.voices.own(person, self.stance) if self.share else []
        self.chance.shuffle(own)
        ends = self.voices.closers(person, self.stance)
        free = [one for one in ends if self.said[one] < self.most_ends]
        self.chance.shuffle(free)
        closers = {ends[one]: one for one in sorted(free, key=lambda one: self.said[one])}
        first = own if self.chance.random() < self.share or not self.deck else []
        turned = self.deck[self.at :] + self.deck[: self.at]
        plain = [text for text in (*turned, *own) if self.turns[text] < self.most_turns]
        found = (
            self.fresh((text, "") for text in first)
            or self.fresh((text, "") for text in turned[:1])
            or self.fresh((text, closer) for text in plain for closer in closers if fits(text, closer))
            or self.fresh((text, "") for text in plain)
        )
        if found is None and self.stance:
            found = next(((text, "") for text in plain if self.used[text] < SAME or self.share == 1), None)
        if found is None:
            return ""
        text, closer = found
        if text in self.deck:
            self.at = (self.deck.index(text) + 1) % len(self.deck)
        said = joined(text, closer) if closer else text
        self.used[said] += 1
        self.turns[text] += 1
        self.said[closers.get(closer, "")] += 1
        return said

    def fresh(self, found: Iterable[tuple[Text, Text]]) -> tuple[Text, Text] | None:
        """The first that nobody said and that fits."""
        for text, closer in found:
            said = joined(text, closer) if closer else text
            if not self.used[said] and len(said) <= self.most:
                return text, closer
        return None


def fits(text: Text, closer: Text) -> bool:
    """What one hears of others is not said after a sentence about oneself, nor an answer where nothing was asked."""
    if closer.startswith(ANSWER):
        return text.endswith("?")
    return not closer.startswith(HEARSAY) or not ONESELF.intersection(text.casefold().split())


def joined(text: Text, closer: Text) -> Text:
    """A second sentence after a first, or a tail after a comma."""
    closer = closer.lstrip(HEARSAY + ANSWER)
    if closer.startswith(","):
        return text.rstrip(".") + closer
    return f"{text} {closer}" if text.endswith(STOPS) else f"{text}. {closer}"


__all__ = ["MOST_TEXT", "Voices", "joined", "stance_of", "trade_of"]
