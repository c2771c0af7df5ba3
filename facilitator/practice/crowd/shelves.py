"""What people may have read: our exercises with their example answers, and those of the facilitator's own shelf."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from exercises.registry import KINDS
from facilitator import content
from facilitator.content import Library
from facilitator.content.second import beside
from facilitator.settings import ROOT


@cache
def ours() -> Library:
    return content.load(ROOT, {kind.name: kind for kind in KINDS})


def library(own: str) -> Library:
    """Both shelves; `own` is the folder of the facilitator's, "" for none. What is wrong on it is left out."""
    return beside(ours(), {kind.name: kind for kind in KINDS}, Path(own)).library if own else ours()
