"""The lines of one step of a script -> commands, checked against the step that they belong to."""

from __future__ import annotations

from typing import Any

from facilitator.chain.answers import LONG
from facilitator.chain.network.links import YES
from facilitator.chain.people import FUNDING, OFFERS, plain
from facilitator.content.faults import suggestion
from facilitator.content.fields import Form
from facilitator.rehearsal import agreeing, cards, charting, talking
from facilitator.rehearsal.deeds import action, looked_back
from facilitator.rehearsal.lines import (
    Act,
    Known,
    Org,
    Ref,
    Scene,
    filled,
    keep,
    names,
    promised,
    prose,
    refs,
    rows,
    texts,
    who,
)
from facilitator.rehearsal.sent import FACILITATOR
from facilitator.rehearsal.weighing import ballot, rating, spot

# the word in a script -> the kinds of step in which it stands
WORDS = {
    "kennismaking": {"kennismaking"},
    "briefjes": {"briefjes", "persona", "casus", "reflectie"},
    "groepjes": {"briefjes"},
    "stemmen": {"stemmen"},
    "cijfers": {"matrix"},
    "plekken": {"matrix", "netwerk"},
    "doelen": {"doelen"},
    "standen": {"doelen"},
    "instrumenten": {"rollen"},
    "aanbod": {"rollen", "casus"},
    "casus": {"casus"},
    "casusregisseur": {"casus"},
    "eerste_stap": {"casus"},
    "klaar": {"reflectie"},
    "eigen_plekken": {"vindplaatsen"},
    "bezoek": {"vindplaatsen"},
    "verwachtingen": {"rollen"},
    "rollen": {"rollen"},
    "data": {"planning"},
    "antwoorden": {"planning"},
    "gekozen": {"planning"},
    "schaal": {"schaal"},
    "acties": {"acties", "reflectie"},
    "terugblik": {"terugblik"},
    "voornemens": {"afsluiten"},
    "samenwerking": {"netwerk"},
    "kring": {"netwerk"},
    "dezelfde": {"netwerk"},
    "soorten": {"netwerk"},
    "voorstellen": {"netwerk"},
    "oordelen": {"netwerk"},
    "uitnodigen": {"netwerk"},
    "vertrekken": {"netwerk"},
    "nagekeken": {"netwerk"},
    "vooruitgang": {"netwerk"},
    "papier": cards.KINDS,
}
MOST_BLOCKS = 7


def scene(form: Form, number: int, step: dict[str, Any], known: Known) -> Scene:
    """One item of `stappen`: people write, the room is shown, then the facilitator arranges."""
    found = Scene(number, form.line)
    kind = step["kind"]
    for word in [word for word, kinds in WORDS.items() if word in form.values and kind not in kinds]:
        fits = [other for other, kinds in WORDS.items() if kind in kinds]
        form.fault(form.line_of(word), f"Bij een stap van de soort '{kind}' past geen '{word}'.{suggestion('', fits)}")
        form.asked.append(word)
        known.kept |= promised({word: form.values[word]})
    show = form.yes("toon") if "toon" in form.values else True
    form.asked += ["toon", *(word for word, kinds in WORDS.items() if kind in kinds)]
    found.acts += SCENES[kind](form, step, show, known) if kind in SCENES else []
    form.close()
    return found


def shown(form: Form, show: bool) -> list[Act]:
    return [Act(form.line, FACILITATOR, "step.reveal", {"on": True})] if show else []


def introduced(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    turns = len(known.organisations) if form.yes("ronde") else 0
    acts = [Act(form.line_of("ronde"), FACILITATOR, "turn.next", {}) for _ in range(turns)]
    return acts + [introduction(one, known) for one in rows(form, "kennismaking")]


def walled(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    acts = [note(one, step, known) for one in rows(form, "briefjes")] + cards.cards_of(form, step, known)
    return acts + shown(form, show) + [group(one, step, known) for one in rows(form, "groepjes")]


def voted(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    acts = [ballot(one, step, known) for one in rows(form, "stemmen")]
    return acts + cards.cards_of(form, step, known) + shown(form, show)


def rated(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    acts = [rating(one, known) for one in rows(form, "cijfers")] + cards.cards_of(form, step, known)
    return acts + shown(form, show) + [spot(one, known) for one in rows(form, "plekken")]


def scaled(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    acts = [agreeing.marks(one, step, known) for one in rows(form, "schaal")]
    return acts + cards.cards_of(form, step, known) + shown(form, show)


def planned(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    acts = agreeing.dates_of(form, known) + [agreeing.answers(one, known) for one in rows(form, "antwoorden")]
    return acts + cards.cards_of(form, step, known) + agreeing.chosen(form, known)


def aimed(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    return cards.cards_of(form, step, known) + agreeing.goals_of(form, show, known)


def divided(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    return agreeing.roles_of(form, step, known)


def listed(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    acts = [act for one in rows(form, "acties") for act in action(one, known)]
    return acts + cards.cards_of(form, step, known)


def returned(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    return [act for one in rows(form, "terugblik") for act in looked_back(one, known)]


def ended(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    acts = [commitment(one, known) for one in rows(form, "voornemens")]
    return acts + cards.cards_of(form, step, known) + shown(form, show)


# notes and groups


def note(form: Form, step: dict[str, Any], known: Known, section: str = "") -> Act:
    longest = int(step["settings"].get("max_length", 280))
    body = {"text": prose(form, "tekst", longest), **filled(lane=lane(form, step), section=section)}
    body |= filled(block=form.whole("bouwsteen", 1, MOST_BLOCKS, required=False))
    act = Act(form.line, who(form, known, host=True), "note.post", body, keep(form, known, "note"))
    form.close()
    return act


def lane(form: Form, step: dict[str, Any]) -> str:
    """`vraag`: the number of the prompt under which it hangs."""
    if step["kind"] == "persona":
        return ""
    number = form.whole("vraag", 1, max(1, len(step["prompts"])), required=False)
    return step["prompts"][number - 1]["id"] if number and step["prompts"] else ""


def group(form: Form, step: dict[str, Any], known: Known) -> Act:
    inside = refs(form, names(form, "briefjes"), known, "note")
    for name in inside:
        if name in known.grouped:
            form.fault(form.line_of("briefjes"), f"Briefje '{name}' hangt al in een ander groepje.")
    known.grouped.update(inside)
    body = {"name": prose(form, "naam", 120), "notes": [Ref(name) for name in inside], **filled(lane=lane(form, step))}
    act = Act(form.line, FACILITATOR, "cluster.make", body, keep(form, known, "cluster"))
    form.close()
    return act


def personal(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
    """The persona comes on the screen; where notes are written, the room is at that section, and sees them after."""
    default = step["settings"].get("persona") or next(iter(known.library.personas))
    wanted = form.choice("persona", known.library.personas, required=False) or default
    sections = [section["id"] for section in known.library.personas[wanted]["sections"]]
    acts = [Act(form.line, FACILITATOR, "persona.choose", {"persona": wanted})]
    here = ""
    seen = Act(form.line, FACILITATOR, "step.reveal", {"on": True})
    for one in rows(form, "briefjes"):
        section = one.choice("onderdeel", sections)
        if section and section != here:
            acts += [seen] if here and show else []
            acts.append(Act(one.line, FACILITATOR, "persona.show", {"section": section}))
            here = section
        acts.append(note(one, step, known, f"{wanted}.{section}"))
    return acts + ([seen] if here and show else [])


# what people say of themselves


def introduction(form: Form, known: Known) -> Act:
    body = filled(
        contact=prose(form, "contact", 2000, required=False),
        number=prose(form, "hoeveel", 80, required=False),
        frequency=prose(form, "hoe_vaak", 80, required=False),
        offers=words(form, "aanbod", (*OFFERS, "anders")),
        how=prose(form, "hoe", 2000, required=False),
        funding=words(form, "betaald_door", (*FUNDING, "anders")),
        has=texts(form, "werkt_samen_met"),
        wants=texts(form, "wil_samenwerken_met"),
    )
    body |= filled(about=on_what(form, body.get("has", [])))
    if "organisatie" in form.values and "van" not in form.values:  # on paper
        own = prose(form, "organisatie", 120)
        body["organisation"] = Org(own)
        act = Act(form.line, FACILITATOR, "introduction.paper", body)
    else:
        act = Act(form.line, who(form, known, host=False), "introduction.give", body)
        own = known.of.get(form.text("van", required=False), "")
    for name in body.get("has", ()):
        known.tie(own, name, YES)
    known.named |= {plain(name): name for name in (own, *body.get("wants", ())) if plain(name) not in known.named}
    form.close()
    return act


def on_what(form: Form, has: list[str]) -> list[str]:
    """`waarover: {name: text}`: beside each of the names of `werkt_samen_met`, on what."""
    told: dict[str, str] = {}
    for name, value in form.mapping("waarover").items():
        if plain(name) not in map(plain, has):
            hint = suggestion(name, has) if has else ""
            form.fault(value.line, f"'{name}' staat niet bij 'werkt_samen_met'.{hint}")
        text = " ".join(str(value.raw).split())
        if len(text) > LONG:
            form.fault(value.line, f"'waarover' is te lang: {len(text)} tekens, hoogstens {LONG}.")
        told[plain(name)] = text
    return [told.get(plain(name), "") for name in has] if told else []


def words(form: Form, key: str, options: tuple[str, ...]) -> list[str]:
    found = []
    for value in names(form, key):
        if value.raw in options:
            found.append(str(value.raw))
        else:
            form.fault(value.line, f"'{key}' kent '{value.raw}' niet.{suggestion(str(value.raw), options)}")
    return found


def commitment(form: Form, known: Known) -> Act:
    body = {
        "text": prose(form, "tekst", 500, required=False),
        "worth": prose(form, "waard", 500, required=False),
        "better": prose(form, "beter", 500, required=False),
    }
    if not any(body.values()):
        form.fault(form.line, "Hier staat nog niets. Vul 'tekst', 'waard' of 'beter' in.")
    act = Act(form.line, who(form, known, host=False), "commitment.make", body)
    form.close()
    return act


SCENES = {
    "kennismaking": introduced,
    "persona": personal,
    "briefjes": walled,
    "stemmen": voted,
    "matrix": rated,
    "schaal": scaled,
    "planning": planned,
    "doelen": aimed,
    "rollen": divided,
    "acties": listed,
    "terugblik": returned,
    "afsluiten": ended,
    "netwerk": charting.charted,
    **talking.SCENES,
}
