"""What a facilitator gets of a house: a page as text, and a paper as an opened Word file."""

from __future__ import annotations

import html

from tests.report.opened import Opened
from tests.web.indoors import Indoors


def page(house: Indoors, address: str) -> str:
    reply = house.regie.get(address)
    assert reply.status_code == 200, address
    return html.unescape(reply.text)


def paper(house: Indoors, address: str) -> Opened:
    reply = house.regie.get(address)
    assert reply.status_code == 200 and "attachment" in reply.headers["Content-Disposition"], address
    return Opened(reply.data)
