"""What a simulated participant says of the map: with whom its organisation works, and how some lines are."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.netwerk.words import WHAT, WIDER
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity
from facilitator.chain.network.links import GOOD, IMPROVE, MISSING

PARTNERS, FURTHER, HOW, JUDGES = 3, 0.3, 0.4, 2  # partners; of the people look wider; say what; lines that one judges
MORE = (
    "samen een casus bespreken", "een vast contact", "informatie uitwisselen", "samen op huisbezoek",
    "elkaar uitnodigen in het team", "cursussen geven", "aanmelden van mensen", "een gezamenlijke middag",
)  # fmt: skip
NAMES, JUDGING = 2, 3  # from these steps of the map on


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """First partners of the own organisation, then marks on lines between names that it knows."""
    stage = step["state"].get("stage", 1)
    if stage >= NAMES and guest.organisation:
        yield from partners(step, guest)
    if stage >= JUDGING:
        yield from judged(step, guest)


def partners(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Drawn per name, so that it does not matter who is on the map already."""
    liked = sorted(guest.others(), key=lambda name: guest.chance("partner", name).random())
    named = liked[: guest.many(PARTNERS, 0 if guest.rank else 1)]
    if guest.often(FURTHER, "wider"):
        named.append(guest.chance("wider").choice(WIDER))
    for number, name in enumerate(named):
        what = guest.say("what", (*WHAT, *MORE), "", number) if guest.often(HOW, "what", name) else ""
        yield Intent(f"say/{name}", "network.say", {"step": step["id"], "name": name, "what": what}, name + what)
    if named and guest.fickle("partner"):
        yield Intent("not", "network.say", {"step": step["id"], "name": named[0], "says": "no"}, late=True)


def judged(step: Entity, guest: Guest) -> Iterator[Intent]:
    """A few lines, by the names at their ends."""
    names = {row[0]: row[1] for row in step["state"].get("guests", ())}
    lines = {}
    for link in step["state"].get("links", ()):
        ends = sorted((names.get(link["a"], ""), names.get(link["b"], "")))
        if link.get("there") and all(ends):
            lines[" - ".join(ends)] = link
    for pair in sorted(lines, key=lambda pair: guest.chance("line", pair).random())[: guest.many(JUDGES)]:
        mark = guest.common("line", pair).choice((GOOD, GOOD, IMPROVE))
        if guest.chance("line", pair).random() > 1 - guest.nature.lean:
            mark = guest.chance("mark", pair).choice((GOOD, IMPROVE, MISSING))
        ends = {"a": lines[pair]["a"], "b": lines[pair]["b"]}
        yield Intent(f"line/{pair}", "network.propose", {"step": step["id"], **ends, "mark": mark})
