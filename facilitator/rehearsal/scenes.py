"""The lines of one step of a script -> commands, checked against the step that they belong to."""

from __future__ import annotations

from typing import Any

from facilitator.chain.actions import LONG, STATUSES
from facilitator.chain.people import FUNDING, OFFERS
from facilitator.content.faults import suggestion
from facilitator.content.fields import Form
from facilitator.rehearsal.script import Act, Known, Ref, Scene, day, keep, names, ref, refs, rows, who
from facilitator.rehearsal.sent import FACILITATOR

# the word in a script -> the command that a step's kind must take for it
WORDS = {
    "kennismaking": "introduction.give",
    "briefjes": "note.post",
    "groepjes": "cluster.make",
    "stemmen": "ballot.cast",
    "cijfers": "rating.give",
    "plekken": "matrix.place",
    "acties": "action.make",
    "terugblik": "progress.tell",
    "voornemens": "commitment.make",
}
MOST_BLOCKS = 7


def scene(form: Form, number: int, step: dict[str, Any], known: Known) -> Scene:
    """One item of `stappen`: people write, the room is shown, then the facilitator arranges."""
    found = Scene(number, form.line)
    kind = known.kinds[step["kind"]]
    for word, command in WORDS.items():
        if word in form.values and command not in kind.commands:
            fits = [other for other, needed in WORDS.items() if needed in kind.commands]
            form.fault(
                form.line_of(word), f"Bij een stap van de soort '{kind.name}' past geen '{word}'.{suggestion('', fits)}"
            )
    show = form.yes("toon") if "toon" in form.values else True
    form.asked.append("toon")
    if step["kind"] == "persona":
        found.acts += told_persona(form, step, show, known)
    else:
        found.acts += [note(one, step, known) for one in rows(form, "briefjes")]
    if step["kind"] == "kennismaking" and form.yes("ronde"):
        found.acts += [Act(form.line_of("ronde"), FACILITATOR, "turn.next", {}) for _ in known.organisations]
    found.acts += [introduction(one, known) for one in rows(form, "kennismaking")]
    found.acts += [ballot(one, step, known) for one in rows(form, "stemmen")]
    found.acts += [rating(one, known) for one in rows(form, "cijfers")]
    found.acts += [commitment(one, known) for one in rows(form, "voornemens")]
    if show and step["kind"] in ("briefjes", "stemmen", "matrix", "afsluiten"):
        found.acts.append(Act(form.line, FACILITATOR, "step.reveal", {"on": True}))
    found.acts += [group(one, step, known) for one in rows(form, "groepjes")]
    found.acts += [spot(one, known) for one in rows(form, "plekken")]
    for one in rows(form, "acties"):
        found.acts += action(one, known)
    for one in rows(form, "terugblik"):
        found.acts += looked_back(one, known)
    form.close()
    return found


def prose(form: Form, key: str, longest: int, required: bool = True) -> str:
    text = form.text(key, required)
    if len(text) > longest:
        form.fault(form.line_of(key), f"'{key}' is te lang: {len(text)} tekens, hoogstens {longest}.")
    return text


def filled(**fields: Any) -> dict[str, Any]:
    """Only what was said."""
    return {key: value for key, value in fields.items() if value not in ("", 0, [], None)}


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


def told_persona(form: Form, step: dict[str, Any], show: bool, known: Known) -> list[Act]:
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
        has=plain(form, "werkt_samen_met"),
        wants=plain(form, "wil_samenwerken_met"),
    )
    act = Act(form.line, who(form, known, host=False), "introduction.give", body)
    form.close()
    return act


def words(form: Form, key: str, options: tuple[str, ...]) -> list[str]:
    found = []
    for value in names(form, key):
        if value.raw in options:
            found.append(str(value.raw))
        else:
            form.fault(value.line, f"'{key}' kent '{value.raw}' niet.{suggestion(str(value.raw), options)}")
    return found


def plain(form: Form, key: str) -> list[str]:
    found = form.texts(key, required=False)
    return [text[:300] for text in found]


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


# weighing


def candidate(form: Form, line: int, name: str, known: Known) -> bool:
    if name in known.grouped:
        form.fault(line, f"Briefje '{name}' hangt in een groepje. Noem het groepje.")
        return False
    return ref(form, line, name, known, "note", "cluster")


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


# actions


def looked_back(form: Form, known: Known) -> list[Act]:
    """How an action of an earlier meeting stands: by the facilitator, or told on a phone and perhaps taken over."""
    name = form.text("actie")
    if name:
        ref(form, form.line_of("actie"), name, known, "action")
    author = who(form, known, host=True, required=False)
    status = form.choice("status", STATUSES, required=author != FACILITATOR)
    told = {"obstacle": prose(form, "obstakel", LONG, False), "help": prose(form, "helpt", LONG, False)}
    taken = form.yes("overnemen")
    body = {"action": Ref(name), **filled(status=status, **told)}
    followed = {**body, **filled(when=day(form, "wanneer"))}
    if taken and author == FACILITATOR:
        form.fault(form.line_of("overnemen"), "Alleen wat een deelnemer zegt (met 'van') kan worden overgenomen.")
    if author != FACILITATOR and "wanneer" in form.values and not taken:
        form.fault(form.line_of("wanneer"), "Een nieuwe datum zet de begeleider. Laat 'van' weg, of neem het over.")
    form.close()
    large = Act(form.line, FACILITATOR, "look.at", {"action": Ref(name)})
    if author == FACILITATOR:
        return [large, Act(form.line, FACILITATOR, "action.follow", followed)]
    keep = f"regel {form.line}"
    said = Act(form.line, author, "progress.tell", body, keep)
    follow = Act(form.line, FACILITATOR, "action.follow", {**followed, "told": Ref(keep)})
    return [said, large, follow] if taken else [said]


def action(form: Form, known: Known) -> list[Act]:
    """An action; offered when it is `van` a participant, with what the facilitator does to it afterwards."""
    sources = refs(form, names(form, "uit"), known, "note", "cluster")
    body = {
        "what": prose(form, "wat", LONG),
        "sources": [Ref(name) for name in sources],
        **filled(
            who=prose(form, "wie", 300, required=False),
            when=day(form, "wanneer"),
            status=form.choice("status", STATUSES, required=False),
            remarks=prose(form, "bijzonderheden", 2000, required=False),
            block=form.whole("bouwsteen", 1, MOST_BLOCKS, required=False),
        ),
    }
    name = keep(form, known, "action")
    author = who(form, known, host=True, required=False)
    parts, place, accepted = plain(form, "stukjes"), form.whole("plaats", 1, 500, False), form.yes("overnemen")
    if accepted and author == FACILITATOR:
        form.fault(form.line_of("overnemen"), "Alleen wat een deelnemer aanbiedt (met 'van') kan worden overgenomen.")
    form.close()
    made = Act(form.line, author, "action.make", body, name or f"regel {form.line}")
    acts, itself = [made], {"action": Ref(made.keep)}
    if accepted:
        acts.append(Act(form.line, FACILITATOR, "action.accept", itself))
    if parts:
        acts.append(Act(form.line, FACILITATOR, "action.split", {**itself, "parts": parts}))
    if place:
        acts.append(Act(form.line, FACILITATOR, "action.rank", {**itself, "place": place}))
    return acts
