"""What the parent asks of a crowd: who comes and where to; what is wrong in it becomes a sentence."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

MOST_PEOPLE = 60
Lively = Literal["rustig", "gewoon", "druk"]
LIVELY: dict[str, float] = {"rustig": 0.6, "gewoon": 1.0, "druk": 1.5}  # how much people do, beside their own nature
FIELDS = {
    "address": "het adres van de oefenzaal",
    "code": "de code van de deur (acht cijfers)",
    "watch": "de toegang tot de regie",
    "people": f"het aantal mensen (1 tot {MOST_PEOPLE})",
    "seed": "het startgetal",
    "lively": "hoe levendig het is (rustig, gewoon of druk)",
    "pace": "het tempo (0,1 tot 100000)",
    "organisations": "de organisaties",
    "shelf": "de eigen plank",
}


class Wrong(Exception):
    """The text is a Dutch sentence."""


class Asked(msgspec.Struct, forbid_unknown_fields=True):
    """Where to go, how many, and how they are. No organisations: the made-up town. `shelf`: the own one."""

    address: Annotated[str, Meta(pattern=r"^http://[^/ ]+/?$")]
    code: Annotated[str, Meta(pattern=r"^[0-9]{8}$")]
    watch: str = ""
    people: Annotated[int, Meta(ge=1, le=MOST_PEOPLE)] = 25
    seed: int = 7
    lively: Lively = "gewoon"
    pace: Annotated[float, Meta(ge=0.1, le=100_000)] = 1.0
    organisations: Annotated[list[tuple[str, list[str]]], Meta(max_length=60)] = []
    shelf: str = ""


class Order(msgspec.Struct, forbid_unknown_fields=True):
    """A later line."""

    do: Literal["incident", "lively", "pause", "stop"]
    name: str = ""
    id: int = 0
    value: Lively = "gewoon"
    on: bool = True


def read(line: str | bytes, shape: type[Any]) -> Any:
    """The line as that shape; raises Wrong with what is not right in it."""
    try:
        return msgspec.json.decode(line, type=shape)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as fault:
        field = next((name for name in FIELDS if f"$.{name}" in str(fault) or f"`{name}`" in str(fault)), "")
        what = f"Kijk naar {FIELDS[field]}." if field else "De regel is niet te lezen."
        raise Wrong(f"De oefenzaal begrijpt niet wat er gevraagd wordt. {what}") from None
