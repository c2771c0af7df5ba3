"""Intake: what organisations tell before they meet, by a link and without an account.

The link goes to everybody who is expected; each browser that answers proves itself with a secret of its own, so that
an answer can be changed. The book holds hashes only, and no name: who filled it in stands beside it (D8).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from facilitator.chain import discreet, forewords
from facilitator.chain.answers import Answers, kept
from facilitator.chain.command import CONTACT, ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.days import day_of, read
from facilitator.chain.emptying import NAMELESS
from facilitator.chain.kind import Kind
from facilitator.chain.meetings import Date
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.network import verified
from facilitator.chain.network.compare import without
from facilitator.chain.network.guests import LONGEST as LONGEST_NAME
from facilitator.chain.network.guests import Register
from facilitator.chain.people import organisation_named, plain
from facilitator.chain.wickets import Hash

USUAL, LONGEST = 60, 366  # days, our own proposal
MOST = 200  # answers before one meeting
LONG = 120  # characters of what two organisations do together, or of a name
MOST_NAMES = 30
Lines = Annotated[list[Line], Meta(max_length=60)]
OTHER = "-"  # said of a name that looks like another: no, this is one of its own
OLD = "Deze link werkt niet meer. Vraag de begeleider om een nieuwe."


class Give(Body):
    hash: Hash
    until: Date


class Shut(Body):
    pass


class Tell(Answers, kw_only=True):
    """`same`: the known name that is meant, or "-" for none of them. `about`: beside each of `has`, on what.

    `apart`: the partners of whom is said that they are no organisation that their name looks like. `right` and `wrong`:
    of the lines that are known already those that are right, and those that are not (any more).
    """

    proof: Hash
    organisation: Line = ""
    same: Line = ""
    name: Line = ""
    number: Line = ""
    frequency: Line = ""
    has: Lines = []
    about: Lines = []
    wants: Lines = []
    apart: Lines = []
    right: Lines = []
    wrong: Lines = []


class Drop(Body):
    foreword: Id


class Shape(msgspec.Struct):
    """What a book from another laptop may hold (shapes.py)."""

    meeting: str
    hash: Hash
    until: Date
    gone: bool


# the link


def behind(chain: Chain, token_hash: str) -> Entity | None:
    """The intake of this link, whether or not it still works."""
    return next((one for one in chain.of_type("intake") if one["hash"] == token_hash), None)


def given(chain: Chain, meeting: str, at: float, kinds: dict[str, Kind]) -> str:
    """The last day of the links that work now for this meeting; "" when there is none."""
    found = (one["until"] for one in chain.of_type("intake", meeting) if standing(chain, one, at, kinds))
    return max(found, default="")


def standing(chain: Chain, intake: Entity | None, at: float, kinds: dict[str, Kind]) -> bool:
    """True while the link works: not withdrawn, not over its last day, and the introductions are not done yet."""
    if intake is None or intake["gone"] or day_of(at).isoformat() > intake["until"]:
        return False
    return not introduced(chain, intake["meeting"], kinds)


def introduced(chain: Chain, meeting: str, kinds: dict[str, Kind]) -> bool:
    """True when the room has been through its introductions, or has met."""
    entity = chain.entities[meeting]
    asking = [step for step in chain.steps(meeting) if "introduction.give" in kinds[step["kind"]].commands]
    begun = [step for step in asking if step["started_at"] is not None]
    here = any(step["id"] == entity["step"] for step in asking)
    return entity["state"] == "closed" or (bool(begun) and not here)


def usual(meeting: Entity, at: float) -> str:
    """The last day that is proposed: the day of the meeting when it is known and to come, else after some time."""
    today = day_of(at)
    ahead = meeting["date"] if meeting["date"] >= today.isoformat() else ""
    return ahead or (today + timedelta(days=USUAL)).isoformat()


# the rules


def give(desk: Desk) -> None:
    """A link for everybody who is expected; links that were given before go on working."""
    meeting = desk.meeting["id"]
    until, today = read(desk.body.until), day_of(desk.command.at)
    if until is None or until < today:
        raise Refused("Kies een laatste dag, vanaf vandaag.", field="until")
    if until > today + timedelta(days=LONGEST):
        raise Refused("Dat is langer dan een jaar. Kies een dag die eerder komt.", field="until")
    if introduced(desk.chain, meeting, desk.kinds):
        raise Refused("De kennismaking van deze bijeenkomst is al geweest. Maak de link bij een volgende bijeenkomst.")
    desk.emit("intake.given", {"id": desk.new_id("j"), "hash": desk.body.hash, "until": desk.body.until})


def close(desk: Desk) -> None:
    """All links of this meeting stop; what was told stays."""
    working = [one for one in desk.chain.of_type("intake", desk.meeting["id"]) if not one["gone"]]
    if not working:
        raise Refused("Er is geen link die nog werkt.")
    for one in working:
        desk.emit("intake.closed", {"id": one["id"]})


def tell(desk: Desk) -> None:
    """What somebody of an organisation tells; the last answer of a browser counts."""
    chain, body = desk.chain, desk.body
    intake = chain.get(desk.seat.id, "intake")
    if intake is None or not standing(chain, intake, desk.command.at, desk.kinds):
        raise Refused(OLD, "weg")
    before = forewords.of_browser(chain, intake["meeting"], body.proof)
    if before is None and len(forewords.before(chain, intake["meeting"])) >= MOST:
        raise Refused(f"Er zijn al {MOST} antwoorden. Vraag de begeleider om de lijst na te kijken.")
    answers = answered(desk)
    person = " ".join(body.name.split())
    if len(person) > LONG:
        raise Refused(f"Uw naam is te lang. Gebruik niet meer dan {LONG} tekens.", field="name")
    named = meant(desk)
    looks = looked(desk, named, before, answers)
    organisation = organisation_named(desk, named)
    if not any(answers[key] for key in forewords.TOLD) and not looks["wrong"]:
        raise Refused("U hebt nog niets ingevuld. Eén antwoord is al genoeg.", field="contact")
    identity = before["id"] if before else desk.new_id("z")
    two = forewords.apart(chain, before, [*answers["has"], *answers["wants"]], body.apart)
    told = {"id": identity, "proof": body.proof, "organisation": organisation, **answers, "apart": two, **looks}
    brought = [*(before or {}).get("brought", ()), *([] if chain.get(organisation) else [organisation])]
    desk.emit("intake.told", {**told, "brought": brought})
    desk.people.append((identity, {"name": person} if person else None))


def answered(desk: Desk) -> dict[str, Any]:
    """The answers as they are kept; refused where a name, or what is done together, is too long."""
    body, found = desk.body, kept(desk.body)
    about = [*body.about, *[""] * len(body.has)]
    rows = [(" ".join(name.split()), " ".join(what.split())) for name, what in zip(body.has, about, strict=False)]
    for field in ("number", "frequency"):
        if len(found[field].strip()) > forewords.SHORT:
            raise Refused(
                f"Houd het korter dan {forewords.SHORT} tekens. Nu zijn het er {len(found[field])}.", field=field
            )
    for field in ("has", "wants"):
        if len(found[field]) > MOST_NAMES:
            raise Refused(f"Noem hoogstens {MOST_NAMES} organisaties. Nu zijn het er {len(found[field])}.", field=field)
    for field, texts in (("has", [text for row in rows for text in row]), ("wants", found["wants"])):
        longest = max(map(len, texts), default=0)
        if longest > LONG:
            raise Refused(f"Houd elke regel korter dan {LONG} tekens. De langste heeft er {longest}.", field=field)
    for field, texts in (("organisation", [body.organisation]), ("has", [text for row in rows for text in row])):
        discreet.refuse(texts, field)
    discreet.refuse(found["wants"], "wants")
    return found | {"about": [what for name, what in rows if name]}


def looked(desk: Desk, named: str, before: Entity | None, answers: dict[str, Any]) -> dict[str, list[str]]:
    """Of the lines that were known already: what is right, and so joins `has`, and what is not (any more)."""
    register = Register(desk.chain)
    for field in ("has", "wants"):
        if register.of_name(named) in map(register.of_name, answers[field]):
            raise Refused("Dat is uw eigen organisatie. Noem hier alleen andere.", field=field)
    known = verified.known(desk.chain, desk.meeting["id"], named, before["id"] if before else "")
    has = {register.of_name(name) for name in answers["has"]}
    for name in desk.body.right:
        partner = register.of_name(name)
        if partner in known.keys() - has:
            answers["has"], answers["about"] = [*answers["has"], known[partner][0]], [*answers["about"], ""]
            has.add(partner)
    wrong = dict.fromkeys(register.of_name(name) for name in desk.body.wrong)
    return {
        "right": [name for name in answers["has"] if register.of_name(name) in known],
        "wrong": [known[one][0] for one in wrong if one in known.keys() - has],
    }


def meant(desk: Desk) -> str:
    """The name of the organisation that somebody is of; a name that looks like another is asked about first."""
    typed = " ".join(desk.told(desk.body.organisation, LONGEST_NAME, "organisation").split())
    if not plain(typed):
        raise Refused("Vul de naam van uw organisatie in.", field="organisation")
    before = Register(desk.chain)
    alike = forewords.near(desk.chain, typed)
    if desk.body.same in alike:
        typed = desk.body.same
    elif alike and desk.body.same != OTHER:
        raise Refused("Deze naam lijkt op een naam die wij al kennen. Is dit dezelfde organisatie?", field="same")
    meaning = before.listed.get(before.of_name(typed))  # by an alias, when two names were said to be one
    return meaning["name"] if meaning else typed


def drop(desk: Desk) -> None:
    """The facilitator takes an answer away for good, with who gave it: a link can land in the wrong hands (D7)."""
    foreword = desk.find(desk.body.foreword, "foreword")
    gone = forewords.alone(desk.chain, foreword)
    desk.emit("intake.dropped", {"id": foreword["id"], "gone": gone})
    desk.people.append((foreword["id"], None))
    desk.redact += [foreword["id"], *gone]


# events


def intake_given(chain: Chain, event: Event) -> None:
    chain.put({"type": "intake", "meeting": event.meeting, "gone": False, **event.body})


def intake_closed(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], gone=True)


def foreword_told(chain: Chain, event: Event) -> None:
    forewords.moved(chain, chain.get(event.body["id"], "foreword"), event.body)
    chain.put({"type": "foreword", "meeting": event.meeting, "gone": False, "at": event.at, **event.body})


def foreword_dropped(chain: Chain, event: Event) -> None:
    """What it held is nowhere any more, and with it the organisations that only it named (emptying.py)."""
    gone = set(event.body.get("gone", ()))
    chain.change(event.body["id"], gone=True, **forewords.NOTHING)
    for identity in sorted(gone & chain.entities.keys()):
        chain.change(identity, gone=True, name=NAMELESS)
    for moment in [*chain.of_type("snapshot")] if gone else []:
        if (left := without(moment["map"], gone)) != moment["map"]:
            chain.change(moment["id"], map=left)


RULES = [
    Rule("intake.give", Give, ONLY_FACILITATOR, give),
    Rule("intake.close", Shut, ONLY_FACILITATOR, close, late=True),
    Rule("intake.tell", Tell, frozenset({CONTACT}), tell),
    Rule("intake.drop", Drop, ONLY_FACILITATOR, drop, late=True),
]
EVENTS = {
    "intake.given": intake_given,
    "intake.closed": intake_closed,
    "intake.told": foreword_told,
    "intake.dropped": foreword_dropped,
}
