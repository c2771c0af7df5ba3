"""What a person of the room brings to a step: its phone, its nature, its chance, and words that answer the question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.chain.guest import MOST_TEXT, Guest
from facilitator.chain.model import Entity
from facilitator.practice.crowd.asked import LIVELY
from facilitator.practice.crowd.facts import of_persona, piles, turn_of

if TYPE_CHECKING:
    from facilitator.practice.crowd.person import Person

EAGER = 2.0  # as lively as can be


def guest(person: Person, step: str, view: Entity) -> Guest:
    """This person as the kind of the step may know it."""
    crowd = person.crowd
    exercise = view.get("exercise") or ""
    template = crowd.library.exercises.get(exercise, {})

    def say(topic: str, texts: Any, stance: str = "", number: int = 0, most: int = MOST_TEXT) -> str:
        return crowd.voices.say(person.number, step, topic, texts, stance, number, most)

    return Guest(
        draw=crowd.chance,
        person=person.number,
        people=len(crowd.cards),
        step=step,
        view=person.phone.look(),
        say=say,
        note=notes(person, step, exercise, template, view),
        nature=person.temper.nature,
        lively=LIVELY[crowd.lively],
        rank=person.rank,
        done=frozenset(person.done.get(step, ())),
        examples=examples(template, view),
        trade=crowd.voices.trades[person.number],
        shelf={name: pile.facts for name, pile in piles().items()},
        town=crowd.town,
    )


def examples(template: dict[str, Any], view: Entity) -> list[str]:
    """Those of the questions that this agenda asks; all of them when it asks only questions of its own."""
    texts, known = template.get("examples", []), [prompt["text"] for prompt in template.get("prompts", ())]
    asked = {prompt["text"] for prompt in view.get("prompts", ())}
    chosen = [text for at, text in enumerate(texts) if known and known[at % len(known)] in asked]
    return chosen or list(texts)


def notes(person: Person, step: str, exercise: str, template: dict[str, Any], view: Entity) -> Callable[..., str]:
    """Texts under a prompt. An agenda may choose some of the questions, and a facilitator may change one: the examples
    go with the words of the question, and one that is nobody's gets an answer from one's own work. `about` is a
    persona and the section where the room is.
    """
    asked = {prompt["id"]: prompt["text"] for prompt in view.get("prompts", ())}
    known = [prompt["text"] for prompt in template.get("prompts", ())]

    def note(lane: str, number: int = 0, most: int = MOST_TEXT, about: tuple[str, str] = ("", "")) -> str:
        question = asked.get(lane, "")
        if question and question not in known:
            place, name, source = (lane, 0, 1), "", {}
        else:
            at = known.index(question) if question else 0
            place, name, source = (lane, at, max(1, len(known) if question else 1)), exercise, template
        facts = of_persona(*about), turn_of(*about)
        return person.crowd.voices.note(person.number, step, name, source, place, number, most, *facts)

    return note


def eager(one: Guest) -> Guest:
    """The same person when it would do all that it can."""
    return replace(one, lively=EAGER, nature=replace(one.nature, eager=1.0))
