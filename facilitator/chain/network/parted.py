"""Names of which an organisation said that they are two: it is not asked again, and nobody else is asked loudly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitator.chain.model import Chain, Entity
from facilitator.chain.network.guests import Register, alike
from facilitator.chain.network.table import Guest
from facilitator.chain.people import plain

TOLD = ("foreword", "introduction")


def told(chain: Chain) -> Iterator[Entity]:
    """All that was told before and at meetings, and still stands."""
    for kind in TOLD:
        yield from (one for one in chain.of_type(kind) if not one.get("gone"))


def pairs_of(chain: Chain, organisation: str) -> dict[frozenset[str], list[str]]:
    """What people of an organisation said are two: by the names as compared, the names as they were then."""
    mine = (one for one in told(chain) if organisation and one.get("organisation") == organisation)
    return {frozenset(map(plain, pair)): pair for one in mine for pair in one.get("apart", ())}


def questions(register: Register, guests: list[Guest]) -> dict[str, Any]:
    """Names that may be one: the pairs to ask about, and (`two`) those of which somebody said they are not, with who.

    Of many spellings of one name each is asked about once, with the likeliest; the next when that is answered.
    """
    said = parted(register)
    pairs = [(pair, said.get(frozenset(pair))) for pair in alike(register, guests)]
    asked: list[list[str]] = []
    going: set[str] = set()
    for one, stays in sorted((pair for pair, by in pairs if by is None), key=lambda pair: pair[1][0] == "w"):
        if going.isdisjoint((one, stays)):
            asked.append([one, stays])
            going.add(one)
    two = [[*pair, by] for pair, by in pairs if by is not None]
    return {"alike": asked, **({"two": two} if two else {})}


def parted(register: Register) -> dict[frozenset[str], list[str]]:
    """By pair of guests that somebody said are two: the names of the organisations that said so."""
    found: dict[frozenset[str], list[str]] = {}
    for one in told(register.chain):
        teller = register.listed.get(register.of_id(one.get("organisation") or ""), {"name": ""})["name"]
        for pair in one.get("apart", ()):
            said = found.setdefault(frozenset(map(register.of_name, pair)), [])
            said += [teller] if teller and teller not in said else []
    return found
