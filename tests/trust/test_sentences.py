"""What bad input gets, at the table: a Dutch sentence that says what to do, and what was there is still there."""

from __future__ import annotations

import json
import secrets
import time

import pytest
from itsdangerous import URLSafeTimedSerializer

from tests.trust.hall import GUEST, Hall, cookies_of, events
from tests.trust.raw import Wire, ask, form, jar

HOUR = 3600
DUTCH = ("uw", "u ", "dit", "deze", "kijk", "vraag", "laad", "typ", "wij", "er staat", "houd", "de ")


def dutch(say: str) -> bool:
    """A sentence for a person: begins and ends like one, and not in English."""
    return say[:1].isupper() and say.rstrip()[-1:] in ".!?" and any(word in say.lower() for word in DUTCH)


@pytest.fixture(scope="module")
def line(hall: Hall):
    made = Wire(hall.address, hall.page(GUEST).ticket)
    yield made
    made.close()


@pytest.mark.parametrize(
    "code", ["10000000", "", "1234567", "abcdefgh", "１２３４５６７８", "9" * 40, "\x00", "<b>1</b>"]
)
def test_a_code_that_opens_no_door_keeps_what_was_typed(code: str, hall: Hall) -> None:
    fields = {"code": code, "name": "Zoë", "organisation": 'Stichting "Nabij" & Co', "profession": "Poh"}
    answer = form(hall.address, "/meedoen", fields)
    assert answer.status == 404
    assert "Met deze code staat er nu geen deur open." in answer.text
    for kept in ("Zoë", "Stichting &#34;Nabij&#34; &amp; Co", "Poh"):
        assert kept in answer.text


def test_a_code_typed_on_the_first_page_leads_to_who_are_you(hall: Hall) -> None:
    """Nobody is at the table before having been asked."""
    before = events(hall.house.data)
    answer = form(hall.address, "/meedoen", {"code": hall.a.code})
    assert (answer.status, answer.headers["location"]) == (303, f"/tafel/{hall.a.ref}?code={hall.a.code}")
    page = ask(hall.address, answer.headers["location"])
    assert 'name="organisation"' in page.text
    assert events(hall.house.data) == before
    empty = form(hall.address, "/meedoen", {"code": hall.a.code, "name": "", "organisation": "", "profession": ""})
    assert (empty.status, empty.headers["location"]) == (303, f"/tafel/{hall.a.ref}")


def test_who_has_a_seat_and_scans_again_is_the_same_person(hall: Hall) -> None:
    """The seat's cookie goes to /tafel only: the code's address leads there, and from there to the page itself."""
    before, cookies = events(hall.house.data), jar(cookies_of(hall.a.guest))
    scanned = ask(hall.address, f"/{hall.a.code}")
    assert (scanned.status, scanned.headers["location"]) == (303, f"/tafel/{hall.a.ref}?code={hall.a.code}")
    again = ask(hall.address, scanned.headers["location"], headers={"Cookie": cookies})
    assert (again.status, again.headers["location"]) == (303, f"/tafel/{hall.a.ref}")
    page = ask(hall.address, again.headers["location"], headers={"Cookie": cookies})
    assert (page.status, f'"seat": "{hall.a.guest.seat}"' in page.text) == (200, True)
    assert events(hall.house.data) == before


def test_a_code_in_the_address_is_judged_like_one_that_is_typed(hall: Hall) -> None:
    wrong = ask(hall.address, f"/tafel/{hall.a.ref}?code=10000000")
    assert (wrong.status, "geen deur open" in wrong.text) == (404, True)
    others = ask(hall.address, f"/tafel/{hall.a.ref}?code={hall.b.code}")
    assert (others.status, others.headers.get("location")) == (303, "/")


def test_an_old_or_foreign_ticket_means_fetch_a_new_one(hall: Hall) -> None:
    """Nothing is lost: the page asks for another with its cookie; only a seat that is gone leads to the door."""
    key = (hall.house.data / "sleutel").read_bytes()
    paper = ["p", hall.a.ref.partition("-")[0], hall.a.id, hall.a.guest.seat]
    signer = URLSafeTimedSerializer(key, salt="socket")
    assert Wire(hall.address, signer.dumps(paper)).opened, "this is how a good one is made"
    old = signer.make_signer(b"socket")
    old.get_timestamp = lambda: int(time.time()) - 13 * HOUR
    late = old.sign(signer.dump_payload(paper)).decode()
    foreign = URLSafeTimedSerializer(secrets.token_bytes(32), salt="socket").dumps(paper)
    cookie = URLSafeTimedSerializer(key, salt="cookie").dumps(paper)
    for ticket in (late, foreign, cookie, signer.dumps(["x", *paper[1:]]), signer.dumps("p"), signer.dumps(paper[:3])):
        assert Wire(hall.address, ticket).said == "ticket"
    assert Wire(hall.address, signer.dumps(["p", "k99", "m1", "p1"])).said == "ticket"
    assert Wire(hall.address, signer.dumps([*paper[:3], "p999"])).said == "weg"
    fresh = form(hall.address, f"/tafel/{hall.a.ref}/ticket", {}, cookies_of(hall.a.guest))
    assert Wire(hall.address, json.loads(fresh.text)["ticket"]).opened


BAD_NOTES = {
    "empty": "",
    "spaces": "   \t  \n ",
    "zero width": "\u200b\u200c\u200d\u2060\ufeff",
    "wide and narrow spaces": "\u00a0\u2003\u3000\u202f",
    "direction marks": "\u200e\u200f\u202a\u202e",
    "control characters": "\x00\x07\x1b\x7f\x9f",
    "a lone surrogate": "\ud83d",
    "too long": "Mantelzorg " * 40,
    "far too long": "a" * 9000,
}


@pytest.mark.parametrize("what", BAD_NOTES)
def test_a_note_that_says_nothing_or_too_much(what: str, hall: Hall, line: Wire) -> None:
    before = events(hall.house.data)
    body = {"step": hall.a.steps["briefjes"], "text": BAD_NOTES[what]}
    answer = line.command("note.post", body, secrets.token_hex(16))
    assert (answer["ok"], dutch(answer["say"])) == (False, True)
    assert (answer["code"], answer.get("field")) == (("bad", None) if what == "far too long" else ("refused", "text"))
    assert events(hall.house.data) == before


def test_a_note_that_was_good_stays_as_it_was_after_a_bad_edit(hall: Hall, line: Wire) -> None:
    note = hall.a.note(hall.a.guest)
    for text in BAD_NOTES.values():
        assert not line.command("note.edit", {"note": note, "text": text}, secrets.token_hex(16))["ok"]
    kept = hall.a.regie.wait(lambda: hall.a.regie.look().get(note))
    assert kept["text"] == "Een briefje om iets mee te doen"


def test_a_message_over_64_kib_ends_the_line_and_nothing_else(hall: Hall) -> None:
    """The page does not send such a thing; who does is told so by the WebSocket itself, and may come back."""
    big = Wire(hall.address, hall.a.neighbour.ticket)
    big.say("42" + json.dumps(["command", {"cid": "c" * 32, "name": "note.post", "body": {"text": "x" * 70_000}}]))
    code = b""
    while not code:
        kind, frame = big.socket.recv_data(control_frame=True)
        code = frame[:2] if kind == 8 else b""
    assert int.from_bytes(code, "big") == 1009
    assert Wire(hall.address, hall.a.neighbour.ticket).opened


def test_a_binary_message_is_answered_and_ignored(hall: Hall, line: Wire) -> None:
    before = events(hall.house.data)
    line.number += 1
    line.say(f'451-{line.number}["command",{{"_placeholder":true,"num":0}}]')
    line.say(b'{"cid": "c", "name": "note.post"}')
    answer = json.loads(line.hear(f"43{line.number}[")[2 + len(str(line.number)) :])[0]
    assert (answer["code"], dutch(answer["say"])) == ("bad", True)
    assert line.alive
    assert events(hall.house.data) == before


@pytest.mark.parametrize("name", ["meeting.close", "step.reveal", "note.redact", "participant.remove", "undo"])
def test_an_event_of_another_role(name: str, line: Wire) -> None:
    answer = line.command(name, {}, secrets.token_hex(16))
    assert (answer["code"], dutch(answer["say"])) == ("forbidden", True)


@pytest.mark.parametrize("event", ["message", "connect_error", "patch", "command.note", "", "__proto__"])
def test_an_event_that_nobody_knows_is_answered(event: str, line: Wire) -> None:
    answer = line.ask(event, {"a": 1})
    assert (answer["code"], dutch(answer["say"])) == ("bad", True)


def test_the_same_cid_for_something_else_is_refused(hall: Hall, line: Wire) -> None:
    cid, body = secrets.token_hex(16), {"step": hall.a.steps["briefjes"], "text": "Een eerste tekst"}
    first = line.command("note.post", body, cid)
    assert line.command("note.post", body, cid) == first
    other = line.command("note.post", {**body, "text": "Een andere tekst"}, cid)
    assert (other["code"], dutch(other["say"])) == ("bad", True)


def test_who_is_taken_from_the_table_hears_it_within_a_second(hall: Hall) -> None:
    """S15: the socket is shut, what comes later is refused, the page leads to the door."""
    leaver = hall.a.join("Even", "")
    cookies, ticket = cookies_of(leaver), leaver.ticket
    leaver.close()
    line = Wire(hall.address, ticket)
    hall.a.regie.do("participant.remove", {"participant": leaver.seat})
    began = time.monotonic()
    late = line.command("note.post", {"step": hall.a.steps["briefjes"], "text": "Nog snel iets"}, "e" * 32)
    assert (late["code"], dutch(late["say"])) == ("weg", True)
    assert line.hear("41", seconds=2) == "41"
    assert time.monotonic() - began < 1
    assert Wire(hall.address, ticket).said == "weg"
    page = ask(hall.address, f"/tafel/{hall.a.ref}", headers={"Cookie": jar(cookies)})
    assert (page.status, page.headers["location"]) == (303, "/")


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nergens", 404, "Deze pagina is er niet"),
        ("/regie/k1-m99", 404, "Deze pagina is er niet"),
        ("/tafel/k9-m9", 404, "Deze pagina is er niet"),
        ("/regie/k1", 404, "Deze pagina is er niet"),
        ("/meedoen", 405, "Dat kan hier niet"),
        ("/10000000", 404, "geen deur open"),
    ],
)
def test_an_address_that_leads_nowhere(path: str, status: int, words: str, hall: Hall) -> None:
    answer = ask(hall.address, path, headers={"Cookie": jar(hall.cookies("facilitator"))})
    assert (answer.status, words in answer.text) == (status, True)


def test_a_used_link_says_what_to_do(hall: Hall) -> None:
    secret = hall.house.link.partition("#")[2]
    answer = form(hall.address, "/regie/inloggen", {"secret": secret})
    assert (answer.status, "Start Ketentafel opnieuw" in answer.text) == (403, True)
