"""Who works together: what each organisation says of the others, and how the room judges it.

A link is there when one of the two says so; that the other says it too makes it firm. What nobody said, the
facilitator may draw. The judgement (goes well, can be better, is missing) is the room's: phones propose, the
facilitator decides (handreiking §4.2, steps 2 and 3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.model import Chain, Entity
from facilitator.chain.network.guests import Register
from facilitator.chain.network.table import Guest
from facilitator.chain.people import plain

THERE, GOOD, IMPROVE, MISSING, NONE = "there", "good", "improve", "missing", "none"
MARKS = (THERE, GOOD, IMPROVE, MISSING, NONE)  # "" is: nobody judged it yet
IDEAS = (GOOD, IMPROVE, MISSING)
YES, NO = "yes", "no"
Pair = tuple[str, str]


@dataclass
class Link:
    """What is known between two guests. `said`, `denied` and `wished` hold the ids of who said so."""

    a: str
    b: str
    said: set[str] = field(default_factory=set)
    checked: set[str] = field(default_factory=set)  # of those, who looked at the map and said it is right
    denied: set[str] = field(default_factory=set)
    wished: set[str] = field(default_factory=set)
    what: list[str] = field(default_factory=list)
    mark: str = ""
    ideas: Counter[str] = field(default_factory=Counter)

    @property
    def there(self) -> bool:
        """True when they work together, as far as anybody knows."""
        if self.mark in (MISSING, NONE):
            return False
        return bool(self.said) or self.mark in (THERE, GOOD, IMPROVE)

    @property
    def firm(self) -> bool:
        """True when both say so, or the room settled it."""
        return len(self.said) > 1 or (self.there and self.mark in (THERE, GOOD, IMPROVE))

    @property
    def drawn(self) -> bool:
        """True for what is on the map: what is there, and what is missing."""
        return self.there or self.mark == MISSING

    @property
    def asks(self) -> list[str]:
        """Of what is there: the organisations at its ends that did not yet look whether it is right."""
        looked = self.checked | self.denied
        return [end for end in (self.a, self.b) if self.there and end.startswith("o") and end not in looked]

    @property
    def torn(self) -> bool:
        """True when they contradict each other."""
        return bool(self.denied) and (bool(self.said) or self.there)

    def told(self) -> dict[str, Any]:
        """As JSON, without what is empty."""
        found: dict[str, Any] = {"a": self.a, "b": self.b, "mark": self.mark, "what": self.what}
        found |= {key: sorted(getattr(self, key)) for key in ("said", "checked", "denied", "wished")}
        found |= {
            "asks": self.asks,
            "ideas": dict(self.ideas),
            "there": self.there,
            "firm": self.firm,
            "torn": self.torn,
        }
        return {key: value for key, value in found.items() if value}


ZOOMS: dict[str, Callable[[Link], bool]] = {  # one sort of line alone; "" is all that is on the map
    "": lambda link: link.drawn,
    "works": lambda link: link.there,
    GOOD: lambda link: link.mark == GOOD,
    IMPROVE: lambda link: link.mark == IMPROVE,
    MISSING: lambda link: link.mark == MISSING,
    "wanted": lambda link: bool(link.wished) and not link.there,
}


@dataclass
class Network:
    """The whole map: guests by sort, links by pair."""

    guests: list[Guest]
    links: dict[Pair, Link]
    register: Register

    def of(self, guest: str) -> list[Link]:
        """The links of a guest that are on the map."""
        return [link for link in self.links.values() if link.drawn and guest in (link.a, link.b)]


def pair_of(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def network(chain: Chain, meeting: str) -> Network:
    """The map as it is now, as the table of this meeting sees it; made once per event, for all who look."""
    known = chain.charts.get(meeting)
    if known is None or known[0] != chain.seq:
        known = chain.charts[meeting] = (chain.seq, charted(chain, meeting))
    return known[1]


def charted(chain: Chain, meeting: str, but: frozenset[str] = frozenset()) -> Network:
    """The map, made anew; without what these answers from before a meeting (ids) tell."""
    register = Register(chain)
    links: dict[Pair, Link] = {}

    def link(one: str, other: str, told: Entity) -> Link | None:
        if not one or not other or one == other or register.stale(one, told) or register.stale(other, told):
            return None
        pair = pair_of(one, other)
        return links.setdefault(pair, Link(*pair))

    for introduction in latest(chain, register, but):
        teller = register.of_id(introduction["organisation"])
        about = introduction.get("about") or [""] * len(introduction["has"])
        rows = [(name, what, "said") for name, what in zip(introduction["has"], about, strict=False)]
        for name, what, kept in (*rows, *((name, "", "wished") for name in introduction["wants"])):
            found = link(teller, register.of_name(name), introduction)
            if found:
                getattr(found, kept).add(teller)
                found.what += [what] if what and what not in found.what else []
    for (teller, other), claims in claimed(chain, register, but).items():
        found = link(teller, other, claims[-1])
        if found:
            take(found, teller, claims)
    for judged in chain.of_type("link"):
        found = link(register.of_id(judged["a"]), register.of_id(judged["b"]), judged)
        if found and judged["mark"]:
            found.mark = judged["mark"]
    for idea in chain.of_type("idea", meeting):
        found = link(register.of_id(idea["a"]), register.of_id(idea["b"]), idea)
        if found and idea["mark"]:
            found.ideas[idea["mark"]] += 1
    links = {pair: one for pair, one in links.items() if all(map(register.knows, pair))}
    guests = register.guests(meeting, [identity for pair in links for identity in pair])
    here = {guest.id for guest in guests}
    return Network(guests, {pair: one for pair, one in links.items() if here.issuperset(pair)}, register)


def latest(chain: Chain, register: Register, but: frozenset[str] = frozenset()) -> list[Entity]:
    """What each organisation told at the last meeting at which it told anything, and before those that came after it.

    Who tells at the table has seen what was told before it: that is then no longer counted, but for what it was about.
    Who tells something before a meeting takes nothing back by not saying it again: that is asked (verified.py).
    """
    found: dict[str, dict[str, list[Entity]]] = {}
    for kind in ("foreword", "introduction"):
        for one in chain.of_type(kind):
            teller = register.of_id(one.get("organisation") or "")
            if teller and not one.get("gone") and one["id"] not in but:
                found.setdefault(teller, {}).setdefault(one["meeting"], []).append(one)
    order = {meeting: place for place, meeting in enumerate(chain.by_type.get("meeting", ()))}
    rows: list[Entity] = []
    for told in found.values():
        for meeting in sorted(told, key=order.__getitem__, reverse=True):
            rows += counted(told[meeting])
            if any(one["type"] == "introduction" for one in told[meeting]):
                break
    return rows


def counted(told: list[Entity]) -> list[Entity]:
    """Of what was told before and at a meeting: that of the table; where it says nothing, what it is about from before.

    Who is asked at the table on what, has what was told before filled in: then that answer is the last.
    """
    here = [one for one in told if one["type"] == "introduction"]
    if not here:
        return told
    pairs = [pair for one in told if one["type"] == "foreword" for pair in zip(one["has"], one["about"], strict=False)]
    about = {plain(name): what for name, what in pairs if what}
    return [
        one if "about" in one else {**one, "about": [about.get(plain(name), "") for name in one["has"]]} for one in here
    ]


def claimed(chain: Chain, register: Register, but: frozenset[str] = frozenset()) -> dict[Pair, list[Entity]]:
    """(who says it, about whom) -> what people of that organisation said of it in the last meeting in which any did.

    A year later the same organisation may say something else: that is no contradiction, and the last word counts. So
    does what is said at the table, where it was told beforehand.
    """
    found: dict[Pair, list[Entity]] = {}
    for claim in [*chain.of_type("claim"), *looked(chain, but)]:
        if not claim["says"]:
            continue
        said = found.setdefault((register.of_id(claim["organisation"]), register.of_name(claim["name"])), [])
        newer = register.order[claim["meeting"]] - register.order[said[-1]["meeting"]] if said else 0
        if newer > 0:
            said.clear()
        said += [claim] if newer >= 0 else []
    here = {pair: [one for one in said if one["type"] == "claim"] for pair, said in found.items()}
    return {pair: here[pair] or said for pair, said in found.items()}


def looked(chain: Chain, but: frozenset[str]) -> list[Entity]:
    """What organisations said of their lines before a meeting, as claims, unless one tells otherwise at the table."""
    here: dict[tuple[str, str], set[str]] = {}
    for one in chain.of_type("introduction"):
        here.setdefault((one["meeting"], one.get("organisation") or ""), set()).update(map(plain, one["has"]))
    found = []
    for told in chain.of_type("foreword"):
        if told["gone"] or told["id"] in but:
            continue
        has = here.get((told["meeting"], told["organisation"]))
        for says, key in ((YES, "right"), (NO, "wrong")):
            for name in told.get(key, ()):
                if has is None or (plain(name) in has) == (says == YES):
                    one = {key: told[key] for key in ("type", "meeting", "organisation")}
                    found.append({**one, "name": name, "says": says, "what": ""})
    return found


def take(link: Link, teller: str, claims: list[Entity]) -> None:
    """What an organisation says of its own link. When its people contradict each other, both stand."""
    says = {claim["says"] for claim in claims}
    if YES in says:
        link.said.add(teller)
        link.checked.add(teller)
    else:
        link.said.discard(teller)
    if NO in says:
        link.denied.add(teller)
    told = dict.fromkeys(one["what"] for one in claims if one["what"] and one["says"] == YES)
    link.what += [what for what in told if what not in link.what]
