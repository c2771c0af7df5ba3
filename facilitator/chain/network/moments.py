"""The map through the years: how each meeting left it and how it is now, as views that can be drawn and compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from facilitator.chain.carers import unreached
from facilitator.chain.model import Chain
from facilitator.chain.network.compare import FIRM, WANTED, Snapshot, between, seen, snapshot
from facilitator.chain.network.gist import gist
from facilitator.chain.network.guests import Register
from facilitator.chain.network.links import MISSING, Link, Network, network
from facilitator.chain.network.scene import rows, scene

NOW = "nu"


@dataclass(frozen=True)
class Moment:
    """One state of the map: the id of its snapshot (or `nu`), what it is called, its day, and the map itself."""

    id: str
    title: str
    day: str
    map: Snapshot


def moments(chain: Chain) -> list[Moment]:
    """From the first meeting that left a map to now; now is only there when it is something else than the last."""
    found = [
        Moment(one["id"], chain.entities[one["meeting"]]["title"], chain.entities[one["meeting"]]["date"], one["map"])
        for one in chain.of_type("snapshot")
    ]
    now = snapshot(network(chain, last_table(chain)))
    if now["guests"] and (not found or found[-1].map != now):
        found.append(Moment(NOW, "Nu", "", now))
    return found


def last_table(chain: Chain) -> str:
    """The meeting whose people count as those at the table: the last one at which anybody sat."""
    seated = [one["meeting"] for one in chain.of_type("participant")]
    return max(seated, key=lambda one: list(chain.by_type["meeting"]).index(one), default="")


def current(chain: Chain, moment: Moment) -> bool:
    """True for the map as it is now: also the last one that a meeting left, while nothing was drawn since."""
    *_, last = [None, *chain.of_type("snapshot")]
    kept = last is not None and moment.id == last["id"]
    return moment.id == NOW or (kept and moment.map == snapshot(network(chain, last_table(chain))))


def drawn(chain: Chain, moment: Moment) -> Network:
    """The map of a moment, to be drawn: of the past only what was drawn then is known."""
    if current(chain, moment):
        return network(chain, last_table(chain))
    links = {(a, b): past(a, b, state, mark) for a, b, state, mark in moment.map["links"]}
    return Network(seen(moment.map), links, Register(chain))


def past(a: str, b: str, state: int, mark: str) -> Link:
    said = set() if state == WANTED else {a, b} if state == FIRM else {a}
    return Link(a, b, said=said, checked=set(said), mark=MISSING if state == WANTED else mark)


def view(chain: Chain, moment: Moment, since: Moment | None = None) -> dict[str, Any]:
    """What a page needs of a moment: as the step of a meeting has it, with what changed since another moment."""
    chart = drawn(chain, moment)
    found = {"guests": rows(chart), "links": [one.told() for one in chart.links.values()]}
    found |= {"scene": scene(chart), "gist": gist(chart)}
    if current(chain, moment):
        found["gist"]["unreached"] = unreached(chain)
    else:  # who said it and who looked at it was not kept
        found["gist"]["unchecked"] = []
        for link in found["links"]:
            if len(link.get("said", ())) == 1:
                link["one"] = bool(link.pop("said"))
    if since is not None:
        found |= {"since": {"title": since.title, "date": since.day}, "changes": between(chain, since.map, moment.map)}
    return found
