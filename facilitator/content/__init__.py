"""The library: Markdown files become plain objects at start, or every fault in them is named at once."""

from facilitator.content.faults import ContentFaults, Fault
from facilitator.content.library import Agenda, KindCheck, Library, load
from facilitator.content.prose import plain, prose

__all__ = ["Agenda", "ContentFaults", "Fault", "KindCheck", "Library", "load", "plain", "prose"]
