"""The lines of a script about one carer, about oneself and about places: casus, reflectie and vindplaatsen."""

from __future__ import annotations

from typing import Any

from facilitator.chain.roles import LONG, PER_CARER
from facilitator.content.fields import Form
from facilitator.rehearsal.deeds import action
from facilitator.rehearsal.lines import Act, Known, Ref, filled, keep, prose, ref, refs, rows, texts, who
from facilitator.rehearsal.lines import names as listed
from facilitator.rehearsal.sent import FACILITATOR

PARTS = {  # the word in a script -> the part of a case
    "wat we weten": "story",
    "partner in zorg": "partner",
    "hulpvrager": "seeker",
    "persoonlijke relatie": "relation",
    "expert": "expert",
    "warme overdracht": "handover",
}
HOW = {"past bij ons": "fits", "past bij een ander": "other"}
GROUPS = {"jong": "young", "ouder": "older", "migratieachtergrond": "migration", "werkend": "working"}
TITLE, STORY, PLACE = 120, 2000, 80


def answered(form: Form, step: dict[str, Any], known: Known, **more: Any) -> Act:
    """One note of somebody."""
    longest = int(step["settings"].get("max_length", 280))
    body = {"text": prose(form, "tekst", longest), **filled(**more)}
    act = Act(form.line, who(form, known, host=True), "note.post", body, keep(form, known, "note"))
    form.close()
    return act


# casus


def case(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    """Whom it is about, part after part, then who becomes casusregisseur, then the first step."""
    acts, here = [chosen(form, step, known)], ""
    for one in rows(form, "briefjes"):
        part = PARTS.get(one.choice("onderdeel", PARTS), "")
        if part and part != here:
            acts += opened(form, here) if show else []
            acts.append(Act(one.line, FACILITATOR, "case.look", {"at": part}))
            here = part
        acts.append(answered(one, step, known, section=part))
    acts += opened(form, here) if show else []
    offers = [offer(one, known) for one in rows(form, "aanbod")]
    settled = prose(form, "casusregisseur", LONG, required=False)
    if offers or settled:
        acts += [Act(form.line, FACILITATOR, "case.look", {"at": "director"}), *offers]
    if settled:
        acts.append(Act(form.line_of("casusregisseur"), FACILITATOR, "case.settle", {"organisation": settled}))
    return acts + first_step(form, known)


def chosen(form: Form, step: dict[str, Any], known: Known) -> Act:
    """A persona, or a case in own words."""
    own = form.mapping("casus")
    if own:
        told = Form(form.file, form.line_of("casus"), own, form.faults)
        body = {"title": prose(told, "titel", TITLE), "text": prose(told, "tekst", STORY)}
        told.close()
        return Act(told.line, FACILITATOR, "case.tell", body)
    default = step["settings"].get("persona") or next(iter(known.library.personas))
    wanted = form.choice("persona", known.library.personas, required=False) or default
    return Act(form.line, FACILITATOR, "case.choose", {"persona": wanted})


def opened(form: Form, part: str) -> list[Act]:
    return [Act(form.line, FACILITATOR, "case.open", {"part": part, "on": True})] if part else []


def offer(form: Form, known: Known) -> Act:
    """What somebody says on a phone of who could be casusregisseur."""
    how, other = form.choice("hoe", HOW), prose(form, "ander", LONG, required=False)
    if how == "past bij een ander" and not other:
        form.fault(form.line_of("hoe"), "Zeg bij 'ander' bij wie het past.")
    if other and how == "past bij ons":
        form.fault(form.line_of("ander"), "'ander' past alleen bij 'past bij een ander'.")
    body = {"slot": PER_CARER, "how": HOW.get(how, ""), **filled(other=other)}
    act = Act(form.line, who(form, known, host=False), "role.offer", body)
    form.close()
    return act


def first_step(form: Form, known: Known) -> list[Act]:
    """`eerste_stap: {briefje: id, organisatie: name}`."""
    values = form.mapping("eerste_stap")
    if not values:
        return []
    one = Form(form.file, form.line_of("eerste_stap"), values, form.faults)
    name = one.text("briefje")
    if name:
        ref(one, one.line_of("briefje"), name, known, "note")
    body = {"note": Ref(name), **filled(organisation=prose(one, "organisatie", LONG, required=False))}
    one.close()
    look = Act(one.line, FACILITATOR, "case.look", {"at": "handover"})
    return [look, Act(one.line, FACILITATOR, "case.hand", body)]


# reflectie


def reflected(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    """What people share under a question, the actions they make of it, and who is ready."""
    acts = []
    for one in rows(form, "briefjes"):
        number = one.whole("vraag", 1, max(1, len(step["prompts"])), required=False)
        lane = step["prompts"][number - 1]["id"] if number and step["prompts"] else ""
        acts.append(answered(one, step, known, lane=lane))
    acts += [act for one in rows(form, "acties") for act in action(one, known)]
    return acts + [Act(form.line_of("klaar"), person, "reflection.ready", {}) for person in ready(form, known)]


def ready(form: Form, known: Known) -> list[int]:
    """`klaar: [sam, kim]`."""
    found = []
    for value in listed(form, "klaar"):
        if value.raw in known.people:
            found.append(known.people[value.raw])
        else:
            form.fault(value.line, f"'{value.raw}' staat niet bij de deelnemers.")
    return found


# vindplaatsen


def visited(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    """Places that people add, then who comes where: on a phone, or said of an organisation by the facilitator."""
    acts = [added(one, known) for one in rows(form, "eigen_plekken")]
    return acts + [act for one in rows(form, "bezoek") for act in visits(one, step, known)]


def added(form: Form, known: Known) -> Act:
    group = form.choice("groep", GROUPS)
    body = {"group": GROUPS.get(group, ""), "name": prose(form, "naam", PLACE)}
    act = Act(form.line, who(form, known, host=True), "place.add", body, keep(form, known, "place"))
    form.close()
    return act


def visits(form: Form, step: dict[str, Any], known: Known) -> list[Act]:
    """`plekken` are the words of the list; `eigen` are names of places that the script added."""
    group = GROUPS.get(form.choice("groep", GROUPS, required=False), "")
    ids = {one["text"]: one["id"] for one in step.get("places", ()) if one["group"] == group}
    slots: list[str | Ref] = []
    for text in texts(form, "plekken"):
        if text in ids:
            slots.append(ids[text])
        else:
            form.fault(form.line_of("plekken"), f"Bij deze groep staat geen plek '{text}'.")
    slots += [Ref(name) for name in refs(form, listed(form, "eigen"), known, "place")]
    if "organisatie" in form.values and "van" not in form.values:
        body = {"organisation": prose(form, "organisatie", LONG), "slots": slots}
        acts = [Act(form.line, FACILITATOR, "place.mark", body)]
    else:
        person = who(form, known, host=False)
        acts = [Act(form.line, person, "place.tell", {"slot": slot}) for slot in slots]
    form.close()
    return acts


SCENES = {"casus": case, "reflectie": reflected, "vindplaatsen": visited}
