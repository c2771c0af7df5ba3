"""What an organisation tells of itself: contact with carers, offer, cooperation (handreiking §4.2)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from facilitator.chain.command import Body, Line, Paragraph

OFFERS = ("signaleren", "informeren", "monitoren", "ondersteunen", "doorverwijzen")
FUNDING = ("gemeente", "zorgverzekeraar", "zorgkantoor", "eigen bijdrage mantelzorgers", "vrijwilligerswerk")
OTHER = "anders"
Word = Annotated[str, Meta(max_length=80)]


class Answers(Body):
    """The three parts, as they are asked in a round of introductions and before a meeting."""

    contact: Paragraph = ""
    number: Word = ""
    frequency: Word = ""
    offers: Annotated[list[Literal[(*OFFERS, OTHER)]], Meta(max_length=6)] = []
    how: Paragraph = ""
    funding: Annotated[list[Literal[(*FUNDING, OTHER)]], Meta(max_length=6)] = []
    has: Annotated[list[Line], Meta(max_length=30)] = []
    wants: Annotated[list[Line], Meta(max_length=30)] = []


def kept(body: Answers) -> dict[str, str | list[str]]:
    """The answers as they are kept."""
    found: dict[str, str | list[str]] = {key: getattr(body, key) for key in ("contact", "number", "frequency", "how")}
    found |= {"offers": list(body.offers), "funding": list(body.funding)}
    for key in ("has", "wants"):
        found[key] = [" ".join(name.split()) for name in getattr(body, key) if name.strip()]
    return found
