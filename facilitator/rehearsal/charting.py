"""The lines of a script about the network map: who is there, who works together, how well, and who is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from facilitator.chain.network import links, rules
from facilitator.chain.network.guests import LONGEST
from facilitator.chain.network.table import COLUMNS, ROWS
from facilitator.chain.people import SORTS, plain
from facilitator.content.faults import suggestion
from facilitator.content.fields import Form
from facilitator.rehearsal.lines import Act, Known, filled, names, prose, rows, who
from facilitator.rehearsal.sent import FACILITATOR

SAYS = {"ja": links.YES, "nee": links.NO}
SEES = {"gaat goed": links.GOOD, "kan beter": links.IMPROVE, "ontbreekt nog": links.MISSING}
JUDGED = {**SEES, "samen getekend": links.THERE, "geen lijn": links.NONE, "geen oordeel": ""}


@dataclass(frozen=True)
class Guest:
    """The name of an organisation on the map, in the place of its id."""

    name: str


def charted(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    """The four steps of the document, and after them what is checked and what changed."""

    def looked(stage: int, acts: list[Act]) -> list[Act]:
        seen = Act(form.line, FACILITATOR, "network.look", {"stage": stage})
        return [seen, *acts] if acts and show else acts

    said = [act for one in rows(form, "samenwerking") for act in together(one, known)]
    ring = [outside(one, known) for one in rows(form, "kring")]
    merged = [one_name(one, known) for one in rows(form, "dezelfde")]
    left = guests(form, "vertrekken", known)
    acts = [Act(line, FACILITATOR, "network.leave", {"organisation": one}) for line, one in left]
    acts += looked(2, said) + ring + merged + sorted_out(form, known)
    acts += [seat(one, known) for one in rows(form, "plekken")]
    views = [act for one in rows(form, "voorstellen") for act in seen(one, known)]
    acts += looked(3, views + [act for one in rows(form, "oordelen") for act in judged(one, known)])
    invited = [
        Act(line, FACILITATOR, "network.invite", {"guest": guest}) for line, guest in guests(form, "uitnodigen", known)
    ]
    acts += looked(4, invited) + checked(form, known)
    if form.yes("vooruitgang"):
        acts.append(Act(form.line_of("vooruitgang"), FACILITATOR, "network.look", {"stage": 5}))
    return acts


def guest(form: Form, line: int, name: str, known: Known) -> Guest:
    """An organisation that is on the map by now: its people are there, or somebody named it."""
    if name and plain(name) not in known.named:
        hint = suggestion(name, known.named.values()) if known.named else ""
        form.fault(line, f"'{name}' staat nog niet op de kaart. Noem het eerst bij 'samenwerking' of 'kring'.{hint}")
    return Guest(name)


def guests(form: Form, key: str, known: Known, required: bool = False) -> Iterator[tuple[int, Guest]]:
    """The organisations of a list, each with its line."""
    found = names(form, key)
    if required and not found and key not in form.values:
        form.fault(form.line, f"'{key}' ontbreekt.")
    for value in found:
        if isinstance(value.raw, str):
            yield value.line, guest(form, value.line, " ".join(value.raw.split()), known)


def teller(form: Form, known: Known) -> tuple[str | int, str, dict[str, Any]]:
    """Who says it, of which organisation, and what that adds to the command: a phone, or the facilitator on behalf."""
    if "organisatie" in form.values and "van" not in form.values:
        name = prose(form, "organisatie", LONGEST)
        return FACILITATOR, name, {"organisation": guest(form, form.line_of("organisatie"), name, known)}
    person = who(form, known, host=False)
    name = known.of.get(form.text("van", required=False), "")
    if person != FACILITATOR and not name:
        form.fault(form.line_of("van"), "Deze deelnemer heeft geen organisatie, en kan dus geen samenwerking noemen.")
    return person, name, {}


def together(form: Form, known: Known) -> list[Act]:
    """With whom an organisation works (or does not), and on what; whoever is named is on the map from here on."""
    person, own, more = teller(form, known)
    says = SAYS[form.choice("zegt", SAYS, required=False) or "ja"]
    what = prose(form, "waarover", rules.LONG, required=False)
    acts = []
    for value in names(form, "met"):
        name = " ".join(str(value.raw).split())
        if len(name) > LONGEST:
            form.fault(value.line, f"Deze naam is te lang: {len(name)} tekens, hoogstens {LONGEST}.")
        if own and plain(name) == plain(own):
            form.fault(value.line, f"'{name}' is de eigen organisatie. Noem een andere.")
        known.tie(own, name, says)
        body = {"name": name, "says": says, **filled(what=what if says == links.YES else ""), **more}
        acts.append(Act(value.line, person, "network.say", body))
    if not acts:
        form.fault(form.line, "Zeg bij 'met' om welke organisaties het gaat, zoals [een, twee].")
    form.close()
    return acts


def outside(form: Form, known: Known) -> Act:
    """Somebody of the wider ring, put in the list by the facilitator; perhaps it was named before."""
    name = prose(form, "naam", LONGEST)
    body = {"name": name, **filled(sort=form.choice("soort", SORTS, required=False))}
    if plain(name) in known.ring | {plain(known.of[person]) for person in known.people}:
        form.fault(form.line_of("naam"), f"'{name}' staat al in de lijst.")
    known.ring.add(plain(name))
    known.named.setdefault(plain(name), name)
    form.close()
    return Act(form.line, FACILITATOR, "organisation.add", body)


def one_name(form: Form, known: Known) -> Act:
    """Two names turn out to be one organisation."""
    name, means = prose(form, "naam", LONGEST), prose(form, "is", LONGEST)
    if name and plain(name) == plain(means):
        form.fault(form.line_of("is"), "Dit is al één naam.")
    body = {
        "one": guest(form, form.line_of("naam"), name, known),
        "into": guest(form, form.line_of("is"), means, known),
    }
    known.merge(name, means)
    form.close()
    return Act(form.line, FACILITATOR, "network.same", body)


def sorted_out(form: Form, known: Known) -> list[Act]:
    """`soorten: {name: sort}`."""
    acts = []
    for name, value in form.mapping("soorten").items():
        if value.raw not in SORTS:
            form.fault(value.line, f"'{value.raw}' is geen soort.{suggestion(str(value.raw), SORTS)}")
        body = {"organisation": guest(form, value.line, name, known), "sort": value.raw}
        acts.append(Act(value.line, FACILITATOR, "organisation.edit", body))
    return acts


def seat(form: Form, known: Known) -> Act:
    """A place upon the table, 1 (at the top left) to 9."""
    name = prose(form, "organisatie", LONGEST)
    body = {"organisation": guest(form, form.line_of("organisatie"), name, known)}
    body |= {"spot": form.whole("plek", 1, COLUMNS * ROWS) - 1}
    form.close()
    return Act(form.line, FACILITATOR, "network.seat", body)


def pairs(form: Form, known: Known) -> Iterator[tuple[int, Guest, Guest]]:
    """`organisatie` with each of `met`."""
    name = prose(form, "organisatie", LONGEST)
    one = guest(form, form.line_of("organisatie"), name, known)
    for line, other in guests(form, "met", known, required=True):
        if plain(other.name) == plain(name):
            form.fault(line, "Een lijn loopt tussen twee verschillende organisaties.")
        yield line, one, other


def seen(form: Form, known: Known) -> list[Act]:
    """What somebody at the table sees in lines between others."""
    person, mark = who(form, known, host=False), form.choice("ziet", SEES)
    acts = [
        Act(line, person, "network.propose", {"a": one, "b": other, "mark": SEES.get(mark, "")})
        for line, one, other in pairs(form, known)
    ]
    form.close()
    return acts


def judged(form: Form, known: Known) -> list[Act]:
    """What the facilitator puts on the map for the room."""
    word, acts = form.choice("oordeel", JUDGED), []
    mark = JUDGED.get(word, "")
    for line, one, other in pairs(form, known):
        acts.append(Act(line, FACILITATOR, "network.mark", {"a": one, "b": other, "mark": mark}))
        if mark in (links.THERE, links.GOOD, links.IMPROVE):
            known.tie(one.name, other.name, links.YES)
    form.close()
    return acts


def checked(form: Form, known: Known) -> list[Act]:
    """`nagekeken: [sam, kim]`: each of them says of every line of the own organisation that it is right."""
    acts = []
    for value in names(form, "nagekeken"):
        if value.raw not in known.people:
            form.fault(value.line, f"'{value.raw}' is er niet bij.{suggestion(str(value.raw), known.people)}")
            continue
        for name in known.ties(known.of.get(str(value.raw), "")):
            body = {"name": name, "says": links.YES}
            acts.append(Act(value.line, known.people[str(value.raw)], "network.say", body))
    return acts
