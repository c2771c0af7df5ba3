"""Sixty phones say at once with whom they work, twice, and the house is killed in between: nothing lost or doubled."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

import pytest

from facilitator.rehearsal.client import Facilitator, Patience, Phone
from facilitator.rehearsal.house import House

pytestmark = pytest.mark.crowd

PHONES, PARTNERS = 60, 12  # five people of each organisation
PATIENT = Patience(connect=4, answer=8, probe=4, pause=(0.05, 0.3), total=90)
FIRST, SECOND = "Huisartsenpost Noord", "De bibliotheek"


def said(house: House) -> Counter[str]:
    """How often each name stands in the book, as it lies on disk."""
    book = sqlite3.connect(house.data / "ketentafel.db")
    try:
        rows = book.execute("select body from events where name = 'network.said'").fetchall()
    finally:
        book.close()
    return Counter(json.loads(body)["name"] for (body,) in rows)


def test_sixty_phones_answer_twice_with_a_kill_between_and_nothing_is_lost_or_doubled():
    with House(limits=False) as house, ThreadPoolExecutor(PHONES) as crowd:
        regie = Facilitator.sign_in(house.link, PATIENT)
        regie.make("ketenanalyse", keten="Lindervaart", title="Proef")
        code = regie.open_door()
        look = regie.look()
        step = next(one for one in regie.meeting["steps"] if look[one]["kind"] == "netwerk")
        regie.go(step)

        def enter(number: int) -> Phone:
            return Phone.join(house.address, code, "Els", f"Vereniging {number % PARTNERS}", patience=PATIENT)

        def answer(phone: Phone, name: str) -> bool:
            return phone.send("network.say", {"step": step, "name": name})["ok"]

        phones = list(crowd.map(enter, range(PHONES)))
        round_one = [crowd.submit(answer, phone, FIRST) for phone in phones]
        wait(round_one, return_when=FIRST_COMPLETED)  # what is on disk by now was perhaps not told yet
        house.kill()
        house.start()
        assert all(one.result() for one in round_one)
        assert all(crowd.map(answer, phones, [SECOND] * PHONES))

        assert said(house) == {FIRST: PHONES, SECOND: PHONES}
        regie.open()
        state = regie.look()[step]["state"]
        assert len(state["guests"]) == PARTNERS + 2 and len(state["links"]) == 2 * PARTNERS
        assert all(len(link["said"]) == 1 for link in state["links"])
        for phone in (*phones, regie):
            phone.close()
