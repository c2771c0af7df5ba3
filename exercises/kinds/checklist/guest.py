"""What a simulated participant says of the checklist: whom it knows, which line it is itself, and who misses."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

KNOWS, PROPOSES, HOW = 3, 0.15, 0.5  # lines that one knows at most; of the people propose; of those say how
VIA = (
    "via het wijkteam", "uit een vorig overleg", "via een collega", "van de koffieochtend", "uit mijn vorige baan",
    "wij zitten in hetzelfde gebouw", "wij bellen elkaar soms", "van een training", "van een gezamenlijke casus",
    "via de gemeente", "van de buurt waar ik woon", "zij waren er vorige keer ook bij",
)  # fmt: skip


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """The own line first, when there is one; then a few others by their key, which is the same everywhere."""
    rows = {row["id"]: row for row in step["state"].get("rows", ())}
    own = [key for key, row in rows.items() if mine(row["name"], guest)][:1] if not guest.rank else []
    for key in own:
        yield Intent(f"us/{key}", "tie.tell", {"step": step["id"], "row": key, "how": "us", "text": ""})
    liked = sorted((key for key in rows if key not in own), key=lambda key: guest.chance("know", key).random())
    for number, key in enumerate(liked[: guest.many(KNOWS)]):
        text = guest.say("via", VIA, "", number) if guest.often(HOW, "via", key) else ""
        body = {"step": step["id"], "row": key, "how": "know", "text": text}
        yield Intent(f"know/{key}", "tie.tell", body, text, hard=0.7)
    name = guest.say("propose", guest.examples, "") if guest.often(PROPOSES, "propose") else ""
    if name and name not in {row["name"] for row in rows.values()}:
        body = {"step": step["id"], "sort": "organisation", "name": name}
        yield Intent("propose", "partner.propose", body, name)


def mine(name: str, guest: Guest) -> bool:
    """True for the line of one's own sort of work."""
    return any(word in name.casefold() for word in guest.trade.words)
