"""The rulebook: decide what a command brings about, and apply what happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from facilitator.chain import (
    actions,
    ballots,
    baton,
    cards,
    carrying,
    clusters,
    erasing,
    goals,
    groundwork,
    handout,
    instruments,
    intake,
    introductions,
    making,
    meetings,
    notes,
    partners,
    people,
    placing,
    plan,
    retention,
    roles,
    sealing,
    sheets,
    splitting,
    steps,
    taking,
    ties,
    undo,
    wickets,
)
from facilitator.chain.command import (
    CONTACT,
    FACILITATOR,
    PARTICIPANT,
    SCREEN,
    TRAINEE,
    Command,
    Desk,
    Refused,
    Rule,
)
from facilitator.chain.kind import Kind
from facilitator.chain.model import Chain, Event, base36
from facilitator.chain.network import inviting
from facilitator.chain.network import rules as network

NOUNS = (
    meetings,
    making,
    steps,
    notes,
    placing,
    plan,
    clusters,
    ballots,
    baton,
    actions,
    people,
    cards,
    carrying,
    goals,
    groundwork,
    handout,
    instruments,
    intake,
    introductions,
    partners,
    roles,
    sealing,
    sheets,
    splitting,
    erasing,
    retention,
    taking,
    ties,
    undo,
    wickets,
    network,
    inviting,
)


NOT_YOURS = {
    FACILITATOR: "Dit mag alleen de begeleider.",
    PARTICIPANT: "Dit kan alleen een deelnemer.",
    TRAINEE: "Dit kan alleen een medebegeleider.",
    CONTACT: "Dit kan alleen op een eigen pagina, met de link.",
}


class Typing(meetings.Body):
    step: str
    on: bool


def nothing(desk: Desk) -> None:
    """What is not kept brings nothing about in the book."""


TYPING = Rule("typing", Typing, frozenset({PARTICIPANT}), nothing, kept=False)


class Rulebook:
    """All rules and events of the nouns and of the kinds, with no name twice."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self.kinds = {kind.name: kind for kind in kinds}
        self.rules: dict[str, Rule] = {}
        self.events: dict[str, Any] = {}
        for noun in (*NOUNS, *self.kinds.values()):
            rules = noun.rules if isinstance(noun, Kind) else noun.RULES
            events = noun.events if isinstance(noun, Kind) else getattr(noun, "EVENTS", {})
            for rule in rules:
                self.add(self.rules, rule.name, rule)
            for name, event in events.items():
                self.add(self.events, name, event)
        self.add(self.rules, TYPING.name, TYPING)

    @staticmethod
    def add(rows: dict[str, Any], name: str, row: Any) -> None:
        if name in rows:
            raise ValueError(f"the name {name} is taken twice")
        rows[name] = row

    def decide(self, chain: Chain, command: Command) -> Desk:
        """The desk with its drafts, or `Refused`. Changes nothing."""
        rule = self.rules.get(command.name)
        if rule is None:
            raise Refused("Dit kent Ketentafel niet. Laad de pagina opnieuw.", "bad")
        if not baton.may(command.seat.role, rule) or command.seat.role == SCREEN:
            who = next(role for role in NOT_YOURS if role in rule.roles)
            raise Refused(baton.NO if command.seat.role == TRAINEE else NOT_YOURS[who], "forbidden")
        self.check_seat(chain, command)
        try:
            body = msgspec.convert(command.body, rule.Body)
        except (msgspec.ValidationError, ValueError, TypeError, RecursionError):
            raise Refused("Dit bericht is niet te lezen. Laad de pagina opnieuw.", "bad") from None
        desk = Desk(chain, command, body, self.kinds)
        self.check_place(desk, rule)
        rule.decide(desk)
        baton.within(desk)
        return desk

    def check_seat(self, chain: Chain, command: Command) -> None:
        """A participant's seat must still be there; who has one does not join again."""
        seat = command.seat
        if seat.role != PARTICIPANT:
            return
        if command.name == "participant.join":
            if seat.id:
                raise Refused("U zit al aan tafel.", "forbidden")
            return
        person = chain.get(seat.id, "participant")
        if person is None or person.get("gone") or person["meeting"] != seat.meeting:
            raise Refused("Deze plek aan tafel bestaat niet meer. Doe opnieuw mee met de code.", "weg")

    def check_place(self, desk: Desk, rule: Rule) -> None:
        """The meeting must be open, but for a facilitator's after-work; the step's kind must take the command."""
        meeting = desk.chain.get(desk.seat.meeting, "meeting")
        if meeting and meeting["state"] == "closed" and not (rule.late and desk.facilitator) and rule.kept:
            if rule.name != "participant.leave":
                raise Refused("De bijeenkomst is afgesloten. Vraag de begeleider om hem weer te openen.")
        if rule.of_step:
            step = desk.step(desk.body.step)
            kind = self.kinds[step["kind"]]
            if rule.name not in kind.commands and rule not in kind.rules:
                raise Refused("Dat kan niet bij deze stap.")
            if rule.given == "key":
                sealing.still_salted(step)
            kind.check(desk, step)

    def apply(self, chain: Chain, event: Event) -> None:
        """Change the chain by one event of the book."""
        chain.seq = event.seq
        chain.marked.clear()
        if event.op:
            chain.answered[event.op] = (event.seq, event.digest, [])
        if str(event.body.get("id", ""))[1:] == base36(event.seq) and chain.answered:
            chain.answered[next(reversed(chain.answered))][2].append(event.body["id"])
        self.events[event.name](chain, event)
        undo.remember(chain, event)

    def fold(self, chain_id: str, events: Iterable[Event]) -> Chain:
        """The chain after all its events."""
        chain = Chain(chain_id)
        for event in events:
            self.apply(chain, event)
        chain.touched.clear()
        return chain
