"""What can be set: one frozen object, and the only place that reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 8000


@dataclass(frozen=True)
class Settings:
    """`speed` is how fast the house's clock runs (rehearsals).

    `limits` False lifts the rate limits (tests, benches). `leash`: another house holds this one (live/leash.py).
    """

    host: str = "0.0.0.0"  # noqa: S104 - phones must be able to reach the table
    port: int = PORT
    data: Path = ROOT / "data"
    public_url: str = ""
    browser: bool = True
    limits: bool = True
    speed: float = 1.0
    practice: bool = False
    leash: bool = False


def default_data() -> Path:
    """The data folder when --data says nothing: KETENTAFEL_DATA, else `data` beside run.py."""
    return Path(os.environ.get("KETENTAFEL_DATA") or ROOT / "data")
