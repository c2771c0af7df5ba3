"""What stands on a list of the keten (instruments, partners): what is edited, taken onto it, taken off and put back."""

from __future__ import annotations

from facilitator.chain.model import Chain, Event


def edited(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], **event.body["fields"])


def adopted(chain: Chain, event: Event) -> None:
    """A proposal is the keten's, or is a proposal again."""
    chain.change(event.body["id"], adopted=event.body["on"])
    chain.mark(event.body["id"], "adopted", event.seq)


def gone(chain: Chain, event: Event) -> None:
    """Off the list with `<noun>.removed`; on it again with whatever else."""
    chain.change(event.body["id"], gone=event.name.endswith(".removed"))
    chain.mark(event.body["id"], "gone", event.seq)
