"""Cards: what people without a phone chose, offered or promised on paper, typed in by the facilitator (product.md 7).

Votes and marks on paper are one whole set per step, with how many people they are of: typing again replaces it, so
that nothing counts double and a mistake can be put right until the weighing closes. Nobody is named in them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from facilitator.chain import actions, ballots, behalf, sealing
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Paragraph, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import ANONYMOUS, MOST_LINES
from facilitator.chain.people import LONG

MOST_PEOPLE = 200
People = Annotated[int, Meta(ge=0, le=MOST_PEOPLE)]
Pile = Annotated[int, Meta(ge=0, le=20 * MOST_PEOPLE)]  # dots of all of them together
Marks = Annotated[list[int], Meta(max_length=MOST_PEOPLE)]
Answer = Annotated[int, Meta(ge=1, le=20)]
Lines = Annotated[list[Paragraph], Meta(min_length=1, max_length=MOST_LINES)]


class Votes(Body):
    """How many people, and how their dots fell: {candidate: dots of all of them together}."""

    step: Id
    people: People
    choices: Annotated[dict[Id, Pile], Meta(max_length=300)] = {}


class Ratings(Body):
    """How many people, and per candidate the marks they gave: [for impact, for effort], as many of each."""

    step: Id
    people: People
    ratings: Annotated[dict[Id, tuple[Marks, Marks]], Meta(max_length=300)] = {}


class Answers(Body):
    """How many people, and per statement or date what they answered, as a ballot would have it."""

    step: Id
    people: People
    answers: Annotated[dict[Id, Annotated[list[Answer], Meta(max_length=MOST_PEOPLE)]], Meta(max_length=300)] = {}


class Commitments(Body):
    step: Id
    lines: Lines
    field: Literal["text", "worth", "better"] = "text"
    organisation: str = ""


class Rewrite(Body):
    commitment: Id
    text: Paragraph


class Offers(Body):
    step: Id
    lines: Lines
    organisation: str = ""


def still_open(step: Entity) -> None:
    sealing.still_salted(step)
    if step["revealed"] or step["state"].get("closed"):
        raise Refused("Dit is al gesloten. Zet het eerst weer open, dan kunt u het papier aanpassen.")


def few(number: int) -> str:
    return "1 mens" if number == 1 else f"{number} mensen"


def votes(desk: Desk) -> None:
    """All dots on paper, in place of what was typed before: n people have n times the dots of one."""
    step, people = desk.step(desk.body.step), desk.body.people
    still_open(step)
    choices = {identity: dots for identity, dots in desk.body.choices.items() if dots}
    ballots.known(desk, step, list(choices))
    dots, most = ballots.budget(step)
    if sum(choices.values()) > dots * people:
        raise Refused(f"{few(people).capitalize()} hebben samen hoogstens {dots * people} stippen.", field="choices")
    if any(given > most * people for given in choices.values()):
        say = f"Op hetzelfde kunnen hoogstens {most * people} stippen van {few(people)} staan."
        raise Refused(say, field="choices")
    put(desk, step, {"people": people, "choices": choices})


def ratings(desk: Desk) -> None:
    """All marks on paper, in place of what was typed before: at most one mark from each of n people."""
    step, people = desk.step(desk.body.step), desk.body.people
    still_open(step)
    if step["settings"].get("by") == "begeleider":
        raise Refused("Bij deze stap zet u de punten zelf op het schema.")
    given = {identity: [list(marks) for marks in pair] for identity, pair in desk.body.ratings.items() if any(pair)}
    ballots.known(desk, step, list(given))
    for impacts, efforts in given.values():
        if any(not 1 <= mark <= 5 for mark in (*impacts, *efforts)):
            raise Refused("Een cijfer is 1, 2, 3, 4 of 5. Zet bij elk mens één cijfer.", field="ratings")
        if len(impacts) != len(efforts):
            raise Refused("Typ bij elk voorstel evenveel cijfers voor effect als voor moeite.", field="ratings")
        if len(impacts) > people:
            raise Refused(f"Van {few(people)} kunnen hier hoogstens {people} cijfers staan.", field="ratings")
    put(desk, step, {"people": people, "ratings": given})


def answers(desk: Desk) -> None:
    """All answers on paper, in place of what was typed before; the step's kind says what an answer may be."""
    step, people = desk.step(desk.body.step), desk.body.people
    still_open(step)
    given = {identity: list(row) for identity, row in desk.body.answers.items() if row}
    for identity, row in given.items():
        for answer in sorted(set(row)):
            desk.kinds[step["kind"]].judge(desk, step, {identity: answer})
        if len(row) > people:
            raise Refused(f"Van {few(people)} kunnen hier hoogstens {people} antwoorden staan.", field="answers")
    put(desk, step, {"people": people, "answers": given})


def put(desk: Desk, step: Entity, fields: dict[str, Any]) -> None:
    """The set as it is now, when it is another one."""
    identity = f"w{step['id']}"
    before = desk.chain.get(identity, "cards") or {"people": 0, **{key: {} for key in fields if key != "people"}}
    if any(before.get(key) != value for key, value in fields.items()):
        desk.emit("cards.counted", {"id": identity, **fields}, step=step["id"])


def whose(desk: Desk, step: Entity) -> dict[str, str]:
    """Of which organisation the lines are, as far as the step keeps that."""
    return {} if step["settings"].get("names") == ANONYMOUS else behalf.organisation(desk)


def commit(desk: Desk) -> None:
    """Commitments from cards, one per line."""
    step = desk.step(desk.body.step)
    more = {"text": "", "worth": "", "better": "", "on_behalf": True, **whose(desk, step)}
    for line in behalf.lines(desk, LONG, "elk kaartje"):
        body = {"id": desk.new_id("v"), **more, desk.body.field: line}
        desk.emit("commitment.made", body, step=step["id"])


def rewrite(desk: Desk) -> None:
    """What was typed from a card, put right; what somebody wrote on a phone stays theirs."""
    commitment = desk.find(desk.body.commitment, "commitment")
    if not commitment.get("on_behalf"):
        raise Refused("Dit schreef iemand zelf op de telefoon. Alleen diegene kan het veranderen.")
    field = next(key for key in ("text", "worth", "better") if commitment[key])
    text = desk.told(desk.body.text, LONG)
    if text != commitment[field]:
        desk.emit("commitment.edited", {"id": commitment["id"], "fields": {field: text}}, step=commitment["step"])


def offer(desk: Desk) -> None:
    """Actions that people offer on cards, one per line: offers as from a phone, by an organisation when it is known."""
    step = desk.step(desk.body.step)
    known = whose(desk, step)
    who = desk.chain.entities[known["organisation"]]["name"] if known else ""
    for line in behalf.lines(desk, actions.LONG, "elk kaartje"):
        body = {"id": desk.new_id("a"), **actions.EMPTY, "what": line, "who": who, "offered": True, "on_behalf": True}
        desk.emit("action.made", {**body, "sources": [], "trace": []}, step=step["id"])


def on_paper(chain: Chain, step: Entity) -> int:
    """Of how many people without a phone votes or marks were typed in."""
    return chain.census.paper[step["id"]]


def turnout(chain: Chain, step: Entity) -> dict[str, int]:
    """Who voted or rated and of how many, with those on paper in both; `paper` says how many those are."""
    voters, paper = chain.census.voters[step["id"]], on_paper(chain, step)
    found = {"voters": voters + paper}
    return {**found, "paper": paper, "people": chain.census.present[step["meeting"]] + paper} if paper else found


def cards_counted(chain: Chain, event: Event) -> None:
    chain.put({"type": "cards", "meeting": event.meeting, "step": event.step, **event.body})


def commitment_edited(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], **event.body["fields"])


RULES = [
    Rule("ballot.paper", Votes, ONLY_FACILITATOR, votes, of_step=True),
    Rule("rating.paper", Ratings, ONLY_FACILITATOR, ratings, of_step=True),
    Rule("answers.paper", Answers, ONLY_FACILITATOR, answers, of_step=True),
    Rule("commitment.many", Commitments, ONLY_FACILITATOR, commit, of_step=True, late=True),
    Rule("commitment.edit", Rewrite, ONLY_FACILITATOR, rewrite, late=True),
    Rule("action.many", Offers, ONLY_FACILITATOR, offer, of_step=True, late=True),
]
EVENTS = {"cards.counted": cards_counted, "commitment.edited": commitment_edited}
