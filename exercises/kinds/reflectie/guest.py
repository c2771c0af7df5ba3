"""What a simulated participant does when the room thinks for itself: share a little, perhaps act on it, be ready."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

SHARES, ACTS = 0.45, 0.25  # of the answers are shared; of the people make an action of one


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Most of it stays on the own phone, so what is shared comes late and is not much."""
    most = int(step["settings"].get("max_length", 280))
    for lane in [prompt["id"] for prompt in step["prompts"]] or ["1"]:
        if guest.often(SHARES, "share", lane):
            text = guest.note(lane, 0, most)
            yield Intent(f"share/{lane}", "note.post", {"step": step["id"], "lane": lane, "text": text}, text, hard=2)
    if guest.often(ACTS, "act"):
        what = guest.say("act", (), "actie+")
        yield Intent("act", "action.make", {"step": step["id"], "what": what, "who": guest.own_name()}, what)
    yield Intent("ready", "reflection.ready", {"step": step["id"]}, hard=2)
