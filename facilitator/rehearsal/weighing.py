"""The lines of a script in which people weigh proposals: dots, marks for effect and effort, points on the plane."""

from __future__ import annotations

from typing import Any

from facilitator.content.fields import Form
from facilitator.rehearsal.lines import Act, Known, Ref, candidate, who
from facilitator.rehearsal.sent import FACILITATOR


def ballot(form: Form, step: dict[str, Any], known: Known) -> Act:
    dots, most = int(step["settings"].get("dots", 3)), int(step["settings"].get("most", 2))
    choices: dict[str, int] = {}
    given = form.mapping("keuzes")
    for name, value in given.items():
        if not candidate(form, value.line, name, known):
            continue
        text = value.raw if isinstance(value.raw, str) else ""
        if not text.isdigit() or not 1 <= int(text) <= most:
            form.fault(value.line, f"'{name}' kan 1 tot en met {most} stemmen krijgen. Er staat '{text}'.")
            continue
        choices[name] = int(text)
    if sum(choices.values()) > dots:
        form.fault(form.line_of("keuzes"), f"Dit zijn {sum(choices.values())} stemmen; ieder heeft er {dots}.")
    body = {"choices": {Ref(name): number for name, number in choices.items()}}
    act = Act(form.line, who(form, known, host=False), "ballot.cast", body)
    form.close()
    return act


def rating(form: Form, known: Known) -> Act:
    """`cijfers: {name: [effect, effort]}`."""
    ratings: dict[Ref, list[int]] = {}
    for name, value in form.mapping("cijfers").items():
        if not candidate(form, value.line, name, known):
            continue
        pair = [one.raw for one in value.raw] if isinstance(value.raw, list) else []
        if len(pair) != 2 or not all(isinstance(mark, str) and mark in ("1", "2", "3", "4", "5") for mark in pair):
            form.fault(value.line, f"Geef '{name}' twee cijfers van 1 tot en met 5: [effect, moeite].")
            continue
        ratings[Ref(name)] = [int(str(mark)) for mark in pair]
    act = Act(form.line, who(form, known, host=False), "rating.give", {"ratings": ratings})
    form.close()
    return act


def spot(form: Form, known: Known) -> Act:
    """The facilitator puts a proposal somewhere on the plane."""
    name = form.text("voorstel")
    if name:
        candidate(form, form.line_of("voorstel"), name, known)
    body = {"candidate": Ref(name), "impact": form.whole("effect", 1, 5), "effort": form.whole("moeite", 1, 5)}
    act = Act(form.line, FACILITATOR, "matrix.place", body)
    form.close()
    return act
