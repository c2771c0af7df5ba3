"""What a script says of people without a phone: `papier`, the cards that the facilitator types over."""

from __future__ import annotations

from typing import Any

from facilitator.chain.actions import LONG
from facilitator.chain.cards import MOST_PEOPLE, few
from facilitator.content.document import Value
from facilitator.content.fields import Form
from facilitator.rehearsal.agreeing import listed, said, scale_of, whole
from facilitator.rehearsal.lines import Act, Known, Org, Ref, candidate, prose, ref
from facilitator.rehearsal.sent import FACILITATOR

LINES = {  # per kind: the word in a script -> the command, what else is in it, and how long a line may be
    "briefjes": {"briefjes": ("note.many", {}, 280)},
    "acties": {"acties": ("action.many", {}, LONG)},
    "doelen": {"doelen": ("goal.many", {}, 300)},
    "afsluiten": {
        "voornemens": ("commitment.many", {"field": "text"}, 500),
        "waard": ("commitment.many", {"field": "worth"}, 500),
        "beter": ("commitment.many", {"field": "better"}, 500),
    },
}
WEIGHED = {"stemmen": "stemmen", "matrix": "cijfers", "schaal": "cijfers", "planning": "antwoorden"}
KINDS = {*LINES, *WEIGHED}


def cards_of(form: Form, step: dict[str, Any], known: Known) -> list[Act]:
    """The one form under `papier`; [] when there is none."""
    values = form.mapping("papier")
    if not values:
        return []
    card = Form(form.file, form.line_of("papier"), values, form.faults)
    kind = step["kind"]
    acts = weighed(card, step, known) if kind in WEIGHED else typed(card, step, known)
    card.close()
    return acts


def typed(form: Form, step: dict[str, Any], known: Known) -> list[Act]:
    """Lines of text, one card each."""
    acts = []
    for word, (command, more, longest) in LINES[step["kind"]].items():
        lines = texts(form, word, int(step["settings"].get("max_length", longest)))
        if lines:
            acts.append(Act(form.line_of(word), FACILITATOR, command, {"lines": lines, **more}))
    organisation = prose(form, "organisatie", 120, required=False)
    if not acts:
        form.fault(form.line, f"Onder 'papier' staat nog niets. Vul in: {', '.join(LINES[step['kind']])}.")
    for act in acts if organisation else ():
        act.body["organisation"] = Org(organisation)
    return acts


def texts(form: Form, key: str, longest: int) -> list[str]:
    if key not in form.values:
        form.asked.append(key)
        return []
    found = form.texts(key)
    for text in found:
        if len(text) > longest:
            form.fault(form.line_of(key), f"Een regel van '{key}' is te lang: {len(text)} tekens, hoogstens {longest}.")
    return found


def weighed(form: Form, step: dict[str, Any], known: Known) -> list[Act]:
    """How many people, and what all of them together gave."""
    kind, people = step["kind"], form.whole("mensen", 1, MOST_PEOPLE)
    word = WEIGHED[kind]
    if kind == "schaal":
        rows = [
            (prompt["id"], marks(form, value, people, scale_of(step)))
            for prompt, value in zip(step["prompts"], listed(form, word, step), strict=False)
        ]
        body: dict[str, Any] = {"answers": {identity: row for identity, row in rows if row}}
    else:
        given = form.mapping(word)
        if not given:
            form.fault(form.line_of(word), f"Onder 'papier' ontbreekt '{word}', zoals {{naam: waarde}}.")
        body = {"planning": dates, "stemmen": dots, "matrix": pairs}[kind](form, step, given, people, known)
    command = {"stemmen": "ballot.paper", "matrix": "rating.paper"}.get(kind, "answers.paper")
    return [Act(form.line, FACILITATOR, command, {"people": people, **body})]


def dates(form: Form, step: dict[str, Any], given: dict[str, Value], people: int, known: Known) -> dict[str, Any]:
    """`antwoorden: {date: [ja, ja, nee]}`."""
    found = {}
    for name, value in given.items():
        if ref(form, value.line, name, known, "date"):
            row = value.raw if isinstance(value.raw, list) else [value]
            found[Ref(name)] = [said(form, one.line, name, one.raw) for one in row]
            most(form, value.line, len(row), people)
    return {"answers": found}


def dots(form: Form, step: dict[str, Any], given: dict[str, Value], people: int, known: Known) -> dict[str, Any]:
    """`stemmen: {name: dots of all of them}`."""
    each, highest = int(step["settings"].get("dots", 3)), int(step["settings"].get("most", 2))
    found = {
        Ref(name): whole(form, value, 1, max(1, highest * people))
        for name, value in given.items()
        if candidate(form, value.line, name, known)
    }
    if people and sum(found.values()) > each * people:
        form.fault(form.line_of("stemmen"), f"Dit zijn {sum(found.values())} stippen; zij hebben er {each * people}.")
    return {"choices": found}


def pairs(form: Form, step: dict[str, Any], given: dict[str, Value], people: int, known: Known) -> dict[str, Any]:
    """`cijfers: {name: [[effects], [efforts]]}`."""
    found = {}
    for name, value in given.items():
        if not candidate(form, value.line, name, known):
            continue
        halves = value.raw if isinstance(value.raw, list) else []
        rows = [marks(form, half, people, 5) for half in halves]
        if len(rows) != 2 or len(rows[0]) != len(rows[1]):
            form.fault(value.line, f"Geef '{name}' twee even lange lijsten: [[effect, ...], [moeite, ...]].")
            continue
        found[Ref(name)] = rows
    return {"ratings": found}


def marks(form: Form, value: Value, people: int, highest: int) -> list[int]:
    row = value.raw if isinstance(value.raw, list) else [value]
    most(form, value.line, len(row), people)
    return [whole(form, one, 1, highest) for one in row]


def most(form: Form, line: int, number: int, people: int) -> None:
    if people and number > people:
        form.fault(line, f"Hier staan {number} antwoorden van {few(people)}.")
