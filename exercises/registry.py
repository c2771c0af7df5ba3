"""The list of kinds; a new kind adds its import and its line here and nothing elsewhere."""

from facilitator.chain.kind import Kind
from facilitator.chain.rules import Rulebook

KINDS: list[Kind] = []


def rulebook() -> Rulebook:
    """The rules of a meeting with all kinds; raises when two kinds claim one name."""
    return Rulebook(KINDS)
