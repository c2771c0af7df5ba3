"""Two moments of one map: what is new, what went, what got firmer, and what was missing and is there now."""

from __future__ import annotations

from typing import Any

from facilitator.chain.model import Chain, Entity
from facilitator.chain.network.links import MISSING, Network
from facilitator.chain.network.table import Guest

Snapshot = dict[str, Any]  # {"guests": [[id, name, sort, outside]], "links": [[a, b, state, mark]]}
WEAK, FIRM, WANTED = 1, 2, 0  # states of a link that is drawn


def snapshot(map: Network) -> Snapshot:
    """What is kept of a map when a meeting ends: no persons, only organisations and what is drawn between them."""
    drawn = [link for link in map.links.values() if link.drawn]
    return {
        "guests": [[guest.id, guest.name, guest.sort, guest.outside] for guest in map.guests],
        "links": [[link.a, link.b, state(link.there, link.firm), link.mark] for link in drawn],
    }


def state(there: bool, firm: bool) -> int:
    return WANTED if not there else FIRM if firm else WEAK


def changes(before: Snapshot, after: Snapshot) -> dict[str, Any]:
    """What happened between two snapshots; guests as names, links as pairs of names."""
    names = {guest[0]: guest[1] for guest in (*before["guests"], *after["guests"])}
    then, now = ({(one[0], one[1]): one for one in moment["links"]} for moment in (before, after))
    was, here = ({guest[0] for guest in moment["guests"] if not guest[3]} for moment in (before, after))

    place = {guest[0]: number for number, guest in enumerate([*after["guests"], *before["guests"]][::-1])}

    def called(pairs: Any) -> list[list[str]]:
        """As they stand on the map, the first one first."""
        return [[names[one] for one in sorted(pair, key=place.__getitem__, reverse=True)] for pair in pairs]

    def reached(pair: tuple[str, str]) -> bool:
        return now[pair][2] != WANTED

    lost = [pair for pair, one in then.items() if one[2] != WANTED and (pair not in now or now[pair][2] == WANTED)]
    return {
        "came": [names[one] for one in sorted(here - was, key=names.get)],
        "left": [names[one] for one in sorted(was - here, key=names.get)],
        "closed": called(pair for pair in now if pair in then and then[pair][2] == WANTED and reached(pair)),
        "new": called(pair for pair in now if pair not in then and reached(pair)),
        "firmer": called(
            pair for pair, one in now.items() if one[2] == FIRM and pair in then and then[pair][2] == WEAK
        ),
        "better": called(pair for pair, one in now.items() if one[3] == "good" and then.get(pair, one)[3] == "improve"),
        "gone": called(lost),
        "wanted": called(pair for pair, one in now.items() if one[3] == MISSING and pair not in then),
    }


def earlier(chain: Chain, meeting: str) -> Entity | None:
    """The snapshot that this meeting is compared with: the last one that another meeting left."""
    return next((one for one in reversed(list(chain.of_type("snapshot"))) if one["meeting"] != meeting), None)


def seen(moment: Snapshot) -> list[Guest]:
    """The guests of a snapshot, to be drawn again."""
    return [Guest(*guest) for guest in moment["guests"]]
