"""The lines of a script about what a keten agrees on: goals, roles and instruments, dates, marks on a scale."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from facilitator.chain import goals, instruments, roles
from facilitator.content.fields import Form
from facilitator.rehearsal.lines import Act, Known, Ref, day, filled, keep, prose, ref, rows, who
from facilitator.rehearsal.sent import FACILITATOR

MOST_BLOCKS = 7
LETTERS = dict(zip(("specifiek", "meetbaar", "acceptabel", "realistisch", "tijdgebonden"), goals.LETTERS, strict=True))
ROLES = dict(
    zip(
        ("ketenregisseur", "informatiepunt", "casusregisseur", "kwaliteitsbewaker", "ontwikkelaar", "uitvoerder"),
        roles.LEVELS,
        strict=True,
    )
)
HOW = {"doen wij al": "already", "past bij ons": "fits", "past bij een ander": "other"}
ANSWERS = {"ja": 3, "misschien": 2, "nee": 1}
HOUR = "00:00"


# goals


def goals_of(form: Form, show: bool, known: Known) -> list[Act]:
    """Proposals, then the room sees them, then the keten takes some; and how goals of before stand now."""
    made, adopted = [], []
    for one in rows(form, "doelen"):
        act, taken = goal(one, known)
        made.append(act)
        adopted += [Act(act.line, FACILITATOR, "goal.adopt", {"goal": Ref(act.keep)})] if taken else []
    followed = [stand(one, known) for one in rows(form, "standen")]
    seen = [Act(form.line, FACILITATOR, "goal.look", {"wall": "voorstellen"})] if made and show else []
    last = [Act(form.line, FACILITATOR, "goal.look", {"wall": "doelen"})] if adopted and show else []
    return followed + made + seen + adopted + last


def goal(form: Form, known: Known) -> tuple[Act, bool]:
    """One goal with the letters that have an answer; True when the keten takes it."""
    letters = {letter: prose(form, word, goals.SHORT, required=False) for word, letter in LETTERS.items()}
    body = {"text": prose(form, "tekst", goals.LONG), **filled(letters={k: v for k, v in letters.items() if v})}
    body |= filled(block=form.whole("bouwsteen", 1, MOST_BLOCKS, required=False))
    name = keep(form, known, "goal")
    act = Act(form.line, who(form, known, host=True), "goal.make", body, name or f"regel {form.line}")
    taken = form.yes("gekozen")
    form.close()
    return act, taken


def stand(form: Form, known: Known) -> Act:
    """How a goal of an earlier meeting (or of this one) goes."""
    name = form.text("doel")
    if name:
        ref(form, form.line_of("doel"), name, known, "goal")
    act = Act(form.line, FACILITATOR, "goal.follow", {"goal": Ref(name), "stand": form.choice("stand", goals.STANDS)})
    form.close()
    return act


# roles and instruments


def roles_of(form: Form, step: dict[str, Any], known: Known) -> list[Act]:
    """Instruments first, since roles can be about them; offers and expectations; then who has which role."""
    acts = [instrument(one, known) for one in rows(form, "instrumenten")]
    acts += [offer(one, step, known) for one in rows(form, "aanbod")]
    acts += [expectation(one, step, known) for one in rows(form, "verwachtingen")]
    return acts + [role(one, step, known) for one in rows(form, "rollen")]


def instrument(form: Form, known: Known) -> Act:
    body = {"name": prose(form, "naam", instruments.LONG)}
    body |= filled(block=form.whole("bouwsteen", 1, MOST_BLOCKS, required=False))
    act = Act(form.line, FACILITATOR, "instrument.add", body, keep(form, known, "instrument"))
    form.close()
    return act


def slot(form: Form, step: dict[str, Any], known: Known) -> str | Ref:
    """`rol`, with the building block or the instrument that it is about."""
    word = form.choice("rol", ROLES)
    number = form.whole("bouwsteen", 1, MOST_BLOCKS, required=False)
    name = form.text("instrument", required=False)
    if name:
        ref(form, form.line_of("instrument"), name, known, "instrument")
    about_tool, about_block = word in ("ontwikkelaar", "uitvoerder"), word == "kwaliteitsbewaker"
    if about_block and not number and "bouwsteen" not in form.values:
        form.fault(form.line_of("rol"), "Een kwaliteitsbewaker hoort bij een bouwsteen. Zet 'bouwsteen' erbij.")
    if about_tool and not name:
        form.fault(form.line_of("rol"), f"Een {word} hoort bij een instrument. Zet 'instrument' erbij.")
    for key, fits in (("bouwsteen", about_block), ("instrument", about_tool)):
        if word and key in form.values and not fits:
            form.fault(form.line_of(key), f"Bij de rol {word} past geen '{key}'.")
    if about_tool:
        return Ref(name, f"{ROLES[word]}.{{}}")
    if about_block:
        return f"{ROLES[word]}.{number}"
    return ROLES.get(word, "")


def offer(form: Form, step: dict[str, Any], known: Known) -> Act:
    """What somebody says of one role on a phone."""
    how, other = form.choice("hoe", HOW), prose(form, "ander", roles.LONG, required=False)
    if how == "past bij een ander" and not other:
        form.fault(form.line_of("hoe"), "Zeg bij 'ander' bij wie de rol past.")
    if other and how in ("doen wij al", "past bij ons"):
        form.fault(form.line_of("ander"), "'ander' past alleen bij 'past bij een ander'.")
    body = {"slot": slot(form, step, known), "how": HOW.get(how, ""), **filled(other=other)}
    act = Act(form.line, who(form, known, host=False), "role.offer", body)
    form.close()
    return act


def expectation(form: Form, step: dict[str, Any], known: Known) -> Act:
    """A note about one of the six roles."""
    longest = int(step["settings"].get("max_length", 280))
    body = {"text": prose(form, "tekst", longest), "section": ROLES.get(form.choice("rol", ROLES), "")}
    act = Act(form.line, who(form, known, host=True), "note.post", body, keep(form, known, "note"))
    form.close()
    return act


def role(form: Form, step: dict[str, Any], known: Known) -> Act:
    """The facilitator gives a role to an organisation."""
    body = {"slot": slot(form, step, known), "organisation": prose(form, "organisatie", roles.LONG)}
    body |= filled(contact=prose(form, "contact", roles.LONG, required=False))
    act = Act(form.line, FACILITATOR, "role.assign", body)
    form.close()
    return act


# dates


def dates_of(form: Form, known: Known) -> list[Act]:
    """The facilitator proposes dates; `gekozen` comes last, after the answers (scenes.py)."""
    return [proposal(one, known) for one in rows(form, "data")]


def proposal(form: Form, known: Known) -> Act:
    """A day, or how many days from today: a script with days alone would be over one day."""
    ahead, on = form.whole("over_dagen", 0, 1000, required=False), day(form, "dag")
    if ("over_dagen" in form.values) == ("dag" in form.values):
        form.fault(form.line, "Geef 'dag' (jaar-maand-dag) of 'over_dagen', een van de twee.")
    on = on or (date.today() + timedelta(days=ahead)).isoformat()
    start, end = hour(form, "begin"), hour(form, "eind")
    if end and end <= start:
        form.fault(form.line_of("eind"), "'eind' moet na 'begin' liggen.")
    body = {"day": on, **filled(start=start, end=end)}
    act = Act(form.line, FACILITATOR, "date.propose", body, keep(form, known, "date"))
    form.close()
    return act


def hour(form: Form, key: str) -> str:
    text = form.text(key, required=False)
    parts = text.split(":")
    if text and not (
        len(text) == len(HOUR) and len(parts) == 2 and all(one.isdigit() for one in parts)
        and int(parts[0]) < 24 and int(parts[1]) < 60
    ):  # fmt: skip
        form.fault(form.line_of(key), f"'{text}' is geen tijd. Schrijf uren en minuten, zoals \"14:00\".")
        return ""
    return text


def answers(form: Form, known: Known) -> Act:
    """What one person says of each date."""
    choices: dict[Ref, int] = {}
    for name, value in form.mapping("antwoorden").items():
        if ref(form, value.line, name, known, "date"):
            choices[Ref(name)] = said(form, value.line, name, value.raw)
    act = Act(form.line, who(form, known, host=False), "ballot.cast", {"choices": choices})
    form.close()
    return act


def said(form: Form, line: int, name: str, word: Any) -> int:
    if not isinstance(word, str) or word not in ANSWERS:
        form.fault(line, f"Bij '{name}' past ja, misschien of nee.")
        return 0
    return ANSWERS[word]


def chosen(form: Form, known: Known) -> list[Act]:
    """The date that it will be."""
    name = form.text("gekozen", required=False)
    if not name or not ref(form, form.line_of("gekozen"), name, known, "date"):
        return []
    return [Act(form.line_of("gekozen"), FACILITATOR, "date.choose", {"date": Ref(name)})]


# a scale


def marks(form: Form, step: dict[str, Any], known: Known) -> Act:
    """One person's mark for each statement, in their order; 0 skips one."""
    given = {}
    for number, value in enumerate(listed(form, "cijfers", step), 1):
        mark = whole(form, value, 0, scale_of(step))
        given |= {step["prompts"][number - 1]["id"]: mark} if mark else {}
    act = Act(form.line, who(form, known, host=False), "ballot.cast", {"choices": given})
    form.close()
    return act


def scale_of(step: dict[str, Any]) -> int:
    return int(step["settings"].get("scale", 5))


def listed(form: Form, key: str, step: dict[str, Any]) -> list[Any]:
    """As many values as the step has statements."""
    form.asked.append(key)
    value = form.values.get(key)
    found = value.raw if value is not None and isinstance(value.raw, list) else []
    if len(found) != len(step["prompts"]):
        number = len(step["prompts"])
        form.fault(form.line_of(key), f"Geef bij '{key}' voor elk van de {number} zinnen iets, zoals [4, 3, 5].")
        return []
    return found


def whole(form: Form, value: Any, least: int, most: int) -> int:
    text = value.raw if isinstance(value.raw, str) else ""
    if not text.isdigit() or not least <= int(text) <= most:
        form.fault(value.line, f"Hier past een cijfer van {least} tot en met {most}. Er staat '{text}'.")
        return least
    return int(text)
