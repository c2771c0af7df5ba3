"""What an organisation tells of itself: contact with carers, offer, cooperation (handreiking §4.2)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from facilitator.chain.command import Body, Line, Paragraph, Refused

OFFERS = ("signaleren", "informeren", "monitoren", "ondersteunen", "doorverwijzen")
FUNDING = ("gemeente", "zorgverzekeraar", "zorgkantoor", "eigen bijdrage mantelzorgers", "vrijwilligerswerk")
OTHER = "anders"
LONG = 120  # characters of what two organisations do together
MOST = 30  # names in each of the two lists
LISTS = {"has": "Met wie nu al?", "wants": "Met wie zou u dat willen?"}
Word = Annotated[str, Meta(max_length=80)]


class Answers(Body):
    """The three parts, as they are asked in a round of introductions and before a meeting.

    `about`: beside each of `has`, on what. `apart`: the names of whom is said that they are no organisation that their
    name looks like.
    """

    contact: Paragraph = ""
    number: Word = ""
    frequency: Word = ""
    offers: Annotated[list[Literal[(*OFFERS, OTHER)]], Meta(max_length=6)] = []
    how: Paragraph = ""
    funding: Annotated[list[Literal[(*FUNDING, OTHER)]], Meta(max_length=6)] = []
    has: Annotated[list[Line], Meta(max_length=1000)] = []
    about: Annotated[list[Line], Meta(max_length=1000)] = []
    wants: Annotated[list[Line], Meta(max_length=1000)] = []
    apart: Annotated[list[Line], Meta(max_length=60)] = []


def kept(body: Answers) -> dict[str, str | list[str]]:
    """The answers as they are kept. Without any `about` nothing is said of it, which is not the same as nothing."""
    found: dict[str, str | list[str]] = {key: getattr(body, key) for key in ("contact", "number", "frequency", "how")}
    found |= {"offers": list(body.offers), "funding": list(body.funding)}
    for key in ("has", "wants"):
        found[key] = [tidy(name) for name in getattr(body, key) if name.strip()]
    if body.about:
        about = [*body.about, *[""] * len(body.has)]
        found["about"] = [tidy(what) for name, what in zip(body.has, about, strict=False) if name.strip()]
    return found


def fitting(found: dict[str, str | list[str]]) -> dict[str, str | list[str]]:
    """The same, refused where a list is too long, or where it says at length on what two work together."""
    for field, label in LISTS.items():
        if len(found[field]) > MOST:
            count = len(found[field])
            say = f"Bij “{label}” passen {MOST} namen. Hier staan er {count}. Haal er {count - MOST} weg."
            raise Refused(say, field=field)
    longest = max(map(len, found.get("about", ())), default=0)
    if longest > LONG:
        say = f"Houd elke regel bij “Waarover?” korter dan {LONG} tekens. De langste heeft er {longest}."
        raise Refused(say, field="about")
    return found


def tidy(line: str) -> str:
    return " ".join(line.split())


def partners(told: dict[str, Any]) -> list[str]:
    """With whom it works, each with on what behind it: "Antes (samen op huisbezoek)"."""
    about = [*(told.get("about") or ()), *[""] * len(told.get("has") or ())]
    return [f"{name} ({what})" if what else name for name, what in zip(told.get("has") or (), about, strict=False)]
