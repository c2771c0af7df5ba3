"""SG4, SG5, SG6: join codes, guessers, and who sends too fast. Right codes are never counted."""

from __future__ import annotations

import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from facilitator.live.limits import SLOW
from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House
from facilitator.web.joining import FLOOD, UNKNOWN
from tests.trust.raw import Wire, tail

WRONG = "10000000"


@pytest.fixture(scope="module")
def regie():
    """A meeting with an open door, in a house with its limits on."""
    with House() as house:
        made = Facilitator.sign_in(house.link).make("startbijeenkomst", keten="Deur", title="Deur")
        made.house, made.code = house, made.open_door()
        yield made
        made.close()


def knock(regie: Facilitator, code: str, source: str) -> tuple[int, str, float]:
    """Status, page and seconds of an attempt to join from this address."""
    began = time.monotonic()
    line = HTTPConnection(regie.house.host, regie.house.port, timeout=60, source_address=(source, 0))
    try:
        body = urlencode({"code": code, "name": "Iemand"})
        headers = {"Origin": regie.house.address, "Content-Type": "application/x-www-form-urlencoded"}
        line.request("POST", "/meedoen", body, headers)
        reply = line.getresponse()
        return reply.status, reply.read().decode(), time.monotonic() - began
    finally:
        line.close()


def test_sg4_a_code_has_eight_digits_and_lives_as_long_as_the_door_is_open(regie: Facilitator) -> None:
    code = regie.code
    assert (len(code), code.isdigit()) == (8, True)
    for typed in (f"{code[:4]} {code[4:]}", f" {code} ", f"{code[:4]}-{code[4:]}"):
        assert knock(regie, typed, "127.0.0.9")[0] == 303
    regie.do("meeting.close")
    closed, unknown = knock(regie, code, "127.0.0.10"), knock(regie, WRONG, "127.0.0.10")
    assert closed[0] == unknown[0] == 404
    assert UNKNOWN in closed[1]
    assert closed[1].replace(code, "") == unknown[1].replace(WRONG, ""), "the answer tells whether a code ever was one"
    regie.do("meeting.open")
    regie.code = regie.wait(lambda: regie.channel("now")["now"]["door"]["code"].replace(code, ""))


def test_sg5_200_right_joins_from_one_address_all_succeed(regie: Facilitator) -> None:
    """A hall behind one router, in the very first minute, also when ten of them mistype."""
    began = time.monotonic()
    with ThreadPoolExecutor(16) as hall:
        for number in range(5):
            assert knock(regie, WRONG, "127.0.0.11")[0] == 404, number
        found = list(hall.map(lambda _: knock(regie, regie.code, "127.0.0.11"), range(200)))
    took = time.monotonic() - began
    print(f"\n  200 joins in {took:.1f} s")
    assert {status for status, _, _ in found} == {303}
    assert took < 60


def test_sg5_a_guesser_is_slowed_and_then_stopped_while_others_come_in(regie: Facilitator) -> None:
    """Ten wrong codes a minute from one address, then each next one waits; 120 in all, then guessers hear 429."""
    guesser = "127.0.0.12"
    first = [knock(regie, WRONG, guesser) for _ in range(10)]
    assert {status for status, _, _ in first} == {404}
    status, _, seconds = knock(regie, WRONG, guesser)
    assert (status, seconds >= SLOW) == (404, True)
    assert knock(regie, regie.code, guesser)[0] == 303, "a right code is never refused for what a neighbour typed"
    with ThreadPoolExecutor(40) as crowd:
        guesses = [(f"{WRONG[:6]}{n % 90 + 10}", f"127.0.1.{n % 20 + 1}") for n in range(240)]
        found = list(crowd.map(lambda guess: knock(regie, *guess), guesses))
    statuses = [status for status, _, _ in found]
    counted = statuses.count(404) + 2 + 5 + 11  # with those of the tests before, all within one minute
    print(f"\n  {statuses.count(404)} guesses heard, {statuses.count(429)} stopped")
    assert set(statuses) == {404, 429}
    assert counted <= 120 + 20, "each of the 20 addresses may have one guess when there were 120"
    assert FLOOD in next(page for status, page, _ in found if status == 429)
    status, _, seconds = knock(regie, regie.code, "127.0.0.13")
    assert (status, seconds < SLOW) == (303, True)


def test_sg5_thirty_phones_behind_an_address_that_guesses_all_get_in_during_the_flood(regie: Facilitator) -> None:
    """Rule 12: some of them mistyped, and somebody behind the same address goes on guessing."""
    hall = "127.0.0.14"
    for number in range(150):
        if knock(regie, f"{WRONG[:6]}{number % 90 + 10}", f"127.0.2.{number % 30 + 1}")[0] == 429:
            break
    assert knock(regie, WRONG, hall)[0] == 404
    assert knock(regie, WRONG, hall)[0] == 429, "the flood is on, and this address is one of those that send it"
    began = time.monotonic()
    with ThreadPoolExecutor(60) as crowd:
        guesses = [crowd.submit(knock, regie, f"{WRONG[:6]}{number + 10}", hall) for number in range(20)]
        found = [crowd.submit(knock, regie, regie.code, hall) for _ in range(30)]
        assert {one.result()[0] for one in found} == {303}
        assert {one.result()[0] for one in guesses} == {429}
    print(f"\n  30 phones in {time.monotonic() - began:.1f} s beside 20 guesses")
    assert time.monotonic() - began < 30


def test_sg6_thirty_operations_in_ten_seconds_then_retry(regie: Facilitator) -> None:
    """Who goes too fast is asked to send the same again later; nobody else notices, and nothing is lost."""
    step = next(one for one in regie.meeting["steps"] if regie.look()[one]["kind"] == "briefjes")
    regie.go(step)
    fast = Phone.join(regie.house.address, regie.code, "Vlug")
    slow = Phone.join(regie.house.address, regie.code, "Rustig")
    line = Wire(regie.house.address, fast.ticket)
    sent = [secrets.token_hex(16) for _ in range(36)]
    bodies = [{"step": step, "text": f"Snel briefje {number}"} for number in range(36)]
    answers = [line.command("note.post", body, cid) for cid, body in zip(sent, bodies, strict=True)]
    good = [answer["ok"] for answer in answers]
    assert good == [True] * 30 + [False] * 6
    assert {answer["code"] for answer in answers[30:]} == {"retry"}
    assert "te snel" in answers[-1]["say"]
    assert Wire(regie.house.address, fast.ticket).command("note.post", bodies[0], "f" * 32)["code"] == "retry"
    assert slow.do("note.post", {"step": step, "text": "Rustig aan"})["ok"]
    assert line.ask("command", {"name": "typing", "body": {"step": step, "on": True}})["ok"], "typing has its own limit"
    assert regie.wait(lambda: len(regie.list("note", step=step)) == 31)
    for page in (fast, slow):
        page.close()


def test_sg3_nothing_secret_is_in_the_log(regie: Facilitator) -> None:
    """Only the facilitator's own link, at the start; no code, name, ticket or address of a visitor."""
    printed = tail(regie.house.log).replace("http://127.0.0.1:", "")
    secret = (regie.code, WRONG, "Iemand", "Vlug", regie.ticket, "127.0.0.", "127.0.1.")
    assert [word for word in secret if word in printed] == []
