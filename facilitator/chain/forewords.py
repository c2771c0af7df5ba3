"""What organisations told before a meeting: of whom it is, what is known already, and where it is contradicted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from facilitator.chain import checklist
from facilitator.chain.answers import LONG as ABOUT
from facilitator.chain.command import Line
from facilitator.chain.model import Chain, Entity
from facilitator.chain.network import names
from facilitator.chain.network.guests import LONGEST as LONGEST_NAME
from facilitator.chain.network.guests import Register, wider
from facilitator.chain.network.parted import pairs_of
from facilitator.chain.people import plain
from facilitator.chain.wickets import Hash

TOLD = ("contact", "number", "frequency", "offers", "how", "funding", "has", "about", "wants")
NOTHING: dict[str, Any] = {  # what is left of an answer that was taken away
    **dict.fromkeys(("contact", "number", "frequency", "how"), ""),
    **{key: [] for key in ("offers", "funding", "has", "about", "wants", "apart", "right", "wrong")},
}
MOST = 1000  # names with which a typed one is compared
SAID = "names"  # their place among the charts of a chain, which have ids of meetings
SHORT, LONG = 80, 8000  # characters of how many and how often, and of a text
TORN = {"number": "het aantal mantelzorgers", "frequency": "hoe vaak er contact is"}
ASK = "Mensen van deze organisatie zeggen iets verschillends over {about}: {said}. Vraag het na."
NO_MORE = "De één werkt samen met {names}, de ander zegt van niet. Vraag het na."
NOT_YET = "De één werkt al samen met {names}, de ander zou dat willen. Vraag het na."


class Shape(msgspec.Struct):
    """What a book from another laptop may hold (shapes.py)."""

    meeting: str
    organisation: str
    proof: Hash
    contact: str
    number: str
    frequency: str
    how: str
    offers: list[str]
    funding: list[str]
    has: list[Line]
    about: list[Line]
    wants: list[Line]
    gone: bool
    apart: list[list[Line]] = []
    right: list[Line] = []  # of `has`: what was known already, and looked at
    wrong: list[Line] = []  # with whom it does not work, or not any more
    brought: list[str] = []  # organisations that came into the keten with it


def near(chain: Chain, typed: str) -> list[str]:
    """The known names of which it must be asked whether an organisation that somebody typed is the same."""
    return names.asked(typed, known(chain))


def before(chain: Chain, meeting: str) -> list[Entity]:
    """What was told before a meeting, in the order in which it came."""
    return [one for one in chain.of_type("foreword", meeting) if not one["gone"]]


def of_browser(chain: Chain, meeting: str, proof: str) -> Entity | None:
    """What this browser told before."""
    return next((one for one in before(chain, meeting) if proof and one["proof"] == proof), None)


def known(chain: Chain, but: str = "") -> list[str]:
    """The names of all organisations that the keten knows or that somebody named, each once; never a person's.

    `but` is the answer of which the names do not count. At most MOST: whoever types is compared with all of them.
    """
    return list(named(chain, but).values())[:MOST]


def named(chain: Chain, but: str = "") -> dict[str, str]:
    """All of these names, by how they are compared."""
    listed = {plain(one["name"]): one["name"] for one in chain.of_type("organisation") if not one.get("gone")}
    return listed | {bare: name for bare, name in spoken(chain, but).items() if bare not in listed}


def spoken(chain: Chain, but: str = "") -> dict[str, str]:
    """Those of them that somebody said, listed or not, as first spelt."""
    said = [
        name
        for one in chain.of_type("introduction")
        if not one.get("gone") and one["id"] != but
        for name in (*one["has"], *one["wants"])
    ]
    told = [one for one in chain.of_type("foreword") if not one["gone"] and one["id"] != but]
    said += [name for one in told for name in (*one["has"], *one["wants"])]
    said += [one["name"] for one in chain.of_type("claim") if one["says"]]
    found: dict[str, str] = {}
    for name in said:
        if plain(name):
            found.setdefault(plain(name), " ".join(name.split())[:LONGEST_NAME])
    return found


def only_said(chain: Chain) -> list[str]:
    """Of these the names under which nobody is listed, and that are not another's; by the alphabet.

    That way the order does not tell who said them. Made once per event, for all who look.
    """
    known = chain.charts.get(SAID)
    if known is None or known[0] != chain.seq:
        register = Register(chain)
        found = [name for name in named(chain).values() if register.of_name(name) == wider(name)]
        known = chain.charts[SAID] = (chain.seq, sorted(found, key=plain)[:MOST])
    return known[1]


def expected(chain: Chain, meeting: str) -> list[tuple[str, str, list[Entity]]]:
    """(id, name, what it told before this meeting) of each organisation of the keten and of who is to be invited."""
    register = Register(chain)
    found: dict[str, tuple[str, list[Entity]]] = {}
    for identity, one in register.listed.items():
        if register.of_id(identity) == identity:
            found[identity] = (one["name"], [])
    for line in checklist.lasting(chain):
        if line["sort"] == checklist.ORGANISATION and not line["key"] and line["stand"] in ("table", "invite"):
            found.setdefault(register.of_name(line["name"]), (line["name"], []))
    for one in before(chain, meeting):
        identity = register.of_id(one["organisation"])
        found.setdefault(identity, (chain.entities[one["organisation"]]["name"], []))[1].append(one)
    return [(identity, name, told) for identity, (name, told) in found.items()]


def alone(chain: Chain, foreword: Entity) -> list[str]:
    """What nobody else named and so goes with an answer: organisations that came with one, partners that it named."""
    said = {plain(name): name for name in (*foreword["has"], *foreword["wants"])}
    spelt = {plain(line["name"]): "" for line in checklist.lasting(chain)} | spoken(chain, foreword["id"])
    told = {one["id"]: one for one in chain.of_type("foreword") if one["gone"] or one is foreword}
    brought = {identity for one in told.values() for identity in one.get("brought", ()) if identity in chain.entities}
    own = {*foreword.get("brought", ()), foreword["organisation"]}
    bare = {identity: plain(chain.entities[identity]["name"]) for identity in brought}
    mine = {
        identity for identity in brought if (identity in own or bare[identity] in said) and bare[identity] not in spelt
    }
    others = [
        msgspec.json.encode(one)
        for one in (chain.entities.values() if mine else ())
        if one["id"] not in told and one["id"] not in mine and one["type"] != "snapshot"
    ]
    going = [
        identity
        for identity in sorted(mine)
        if not chain.entities[identity].get("gone") and not any(f'"{identity}"'.encode() in other for other in others)
    ]
    names = {**named(chain, foreword["id"]), **spelt}
    return [*going, *(wider(name) for bare, name in said.items() if bare and bare not in names)]


def belongs(person: Entity, foreword: Entity) -> bool:
    """True when somebody at the table is of the organisation that told this."""
    return person.get("organisation") == foreword["organisation"]


def moved(chain: Chain, before: Entity | None, now: dict[str, Any]) -> None:
    """An answer may be of another organisation than it was: reach.py knows only that one, so the others are touched."""
    if before and before.get("organisation") and before["organisation"] != now.get("organisation"):
        chain.touched.update(one["id"] for one in chain.of_type("participant") if belongs(one, before))


def together(told: list[Entity]) -> dict[str, Any]:
    """What people of one organisation told, as one answer: lists joined, sentences under each other."""
    found: dict[str, Any] = {}
    about: dict[str, dict[str, None]] = {}
    for name, what in (row for one in told for row in zip(one["has"], one["about"], strict=False) if row[1]):
        about.setdefault(plain(name), {})[what] = None
    for key in ("offers", "funding", "has", "wants"):
        rows = [value for one in told for value in one[key]]
        found[key] = list({plain(value): value for value in reversed(rows)}.values())[::-1]
    for key, between, most in (
        ("contact", "\n", LONG),
        ("how", "\n", LONG),
        ("number", " / ", SHORT),
        ("frequency", " / ", SHORT),
    ):
        said = list(dict.fromkeys(one[key] for one in told if one[key]))
        whole = between.join(said)
        found[key] = whole if len(whole) <= most else said[-1]  # the last one counts where they do not fit together
    rows = [[*about.get(plain(name), ("",))] for name in found["has"]]
    found["about"] = [whole if len(whole := " / ".join(row)) <= ABOUT else row[-1] for row in rows]
    return found


def unsure(
    chain: Chain, foreword: Entity, only: str = "", aside: Callable[[Callable[[], Any]], Any] = lambda work: work()
) -> list[tuple[str, list[str]]]:
    """Of the partners that somebody named: the names that look like others, with those; but what was said to be two.

    `only` is the one that is meant. `aside` does what takes long for many names: they are all put beside each other.
    """
    others, two = known(chain, foreword["id"]), pairs_of(chain, foreword["organisation"])
    said = [name for name in dict.fromkeys((*foreword["has"], *foreword["wants"])) if only in ("", name)]
    found = aside(lambda: [(name, names.asked(name, others)) for name in said])
    left = [(name, [one for one in alike if frozenset((plain(name), plain(one))) not in two]) for name, alike in found]
    return [(name, alike) for name, alike in left if alike]


def apart(chain: Chain, told: Entity | None, named: list[str], said: list[str]) -> list[list[str]]:
    """The pairs of names that are two: what was said before of names that still stand, and what is said now of `said`.

    A name that becomes known later, and looks like it as well, is asked about then.
    """
    others, standing = known(chain, told["id"] if told else ""), {plain(name) for name in named}
    before = told.get("apart", []) if told else []
    now = [[name, other] for name in said for other in names.asked(name, others)]
    found = {(plain(name), plain(other)): [name, other] for name, other in (*before, *now) if plain(name) in standing}
    return list(found.values())


def torn(told: list[Entity]) -> list[str]:
    """Where people of one organisation contradict each other, as a sentence for the facilitator each."""
    found = []
    for key, about in TORN.items():
        said = {plain(one[key]): one[key] for one in told if one[key]}
        if len(said) > 1:
            found.append(ASK.format(about=about, said=" en ".join(f"“{one}”" for one in said.values())))
    has = {plain(name): name for one in told for name in one["has"]}
    both = {name: has[name] for one in told for name in map(plain, one["wants"]) if name in has}
    split = {name: has[name] for one in told for name in map(plain, one.get("wrong", ())) if name in has}
    pairs = [say.format(names=", ".join(rows.values())) for say, rows in ((NOT_YET, both), (NO_MORE, split)) if rows]
    return [*found, *pairs]
