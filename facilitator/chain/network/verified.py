"""What organisations looked at: which lines of theirs nobody of them confirmed or denied, and where that is asked.

On a phone in a step with the map, before a meeting behind the link that all get, and on the page of the keten.
"""

from __future__ import annotations

from facilitator.chain.model import Chain
from facilitator.chain.network.guests import Register
from facilitator.chain.network.links import Network, charted, network
from facilitator.chain.network.moments import last_table


def open_lines(map: Network) -> dict[str, int]:
    """Organisation (id) -> how many of its lines it did not look at yet; only those with any, in the map's order."""
    waiting = [identity for link in map.links.values() for identity in link.asks]
    return {guest.id: waiting.count(guest.id) for guest in map.guests if guest.id in waiting}


def unverified(chain: Chain) -> list[tuple[str, int]]:
    """Of each organisation of the keten that still has lines to look at: its name, and how many."""
    drawn = network(chain, last_table(chain))
    names = {guest.id: guest.name for guest in drawn.guests}
    return [(names[identity], count) for identity, count in open_lines(drawn).items()]


def known(chain: Chain, meeting: str, name: str, but: str = "") -> dict[str, tuple[str, bool]]:
    """With whom an organisation works, as far as anybody said: partner (id) -> its name, and whether it looked at that.

    `but` is the answer from before the meeting that does not count: who changes it is asked all of it again.
    """
    drawn = charted(chain, meeting, frozenset({but}))
    own = Register(chain).of_name(name)
    names = {guest.id: guest.name for guest in drawn.guests}
    mine = [link for link in drawn.links.values() if own in (link.a, link.b) and (link.there or own in link.denied)]
    ends = [(link.b if own == link.a else link.a, link) for link in mine]
    return {other: (names[other], own in link.checked | link.denied) for other, link in ends}
