"""What is kept and what is not (D7, D8, D9): looked for in every byte of the data folder, and in what was printed."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from facilitator.chain.model import Event
from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House
from facilitator.store import Ledger
from facilitator.store.ledger import Entry
from tests.trust.hall import cookies_of
from tests.trust.raw import Wire, ask, form, jar, tail

NAME, ORGANISATION, WORK = "Wilhelmientje", "Stichting Zonnedauw", "dagbestedingscoach"


@dataclass
class Meeting:
    """An anonymous wall, three people, and everything that they sent."""

    house: House
    regie: Facilitator
    phones: list[Phone]
    step: str

    def post(self, phone: Phone, text: str) -> str:
        return phone.do("note.post", {"step": self.step, "text": text})["ids"][0]


@pytest.fixture(scope="module")
def meeting():
    with House(limits=False) as house:
        regie = Facilitator.sign_in(house.link).make("startbijeenkomst", keten="Stil", title="Stil")
        code = regie.open_door()
        step = regie.do("step.add", {"exercise": "verbeterpunten", "after": ""})["ids"][0]
        regie.go(step)
        assert regie.wait(regie.step)["settings"]["names"] == "anoniem"
        phones = [Phone.join(house.address, code, f"{NAME} {n}", f"{ORGANISATION} {n}", WORK) for n in range(3)]
        yield Meeting(house, regie, phones, step)
        for page in (*phones, regie):
            page.close()


def raw(folder: Path) -> bytes:
    """Every byte of every file of a data folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{folder / 'ketentafel.db'}?mode=ro", uri=True)) as look:
        return look.execute(query).fetchall()


def test_d9_an_anonymous_note_knows_no_writer(meeting: Meeting) -> None:
    """No id, no name, no cid with it; its time to the minute; the phone still knows it as its own."""
    phone = meeting.phones[1]
    note = meeting.post(phone, "Wij horen te laat van elkaar")
    cid = phone.cids[-1]
    found = rows(meeting.house.data, "select at, cid, name, body, digest from events where name = 'note.posted'")
    at, op, _, body, digest = next(row for row in found if json.loads(row[3])["id"] == note)
    assert json.loads(body).keys() == {"id", "lane", "text", "proof"}
    assert op == json.loads(body)["proof"] == hashlib.sha256(cid.encode()).hexdigest()[:32]
    assert at % 60 == 0
    assert not re.search(rf'"{phone.seat}"|{NAME}|{ORGANISATION}', body + digest)
    assert phone.wait(lambda: phone.channel("own").get(note))["cid"] == cid
    assert "own" not in meeting.phones[2].held.channels or note not in meeting.phones[2].channel("own")


def test_d9_editing_and_withdrawing_name_nobody_either(meeting: Meeting) -> None:
    phone = meeting.phones[2]
    note = meeting.post(phone, "Een eerste gedachte")
    proof = phone.cids[-1]
    phone.do("note.edit", {"note": note, "text": "Een betere gedachte", "proof": proof})
    phone.do("note.withdraw", {"note": note, "proof": proof})
    for other in (meeting.phones[0], meeting.phones[1]):
        guessed = {"note": note, "text": "Van mij", "proof": (other.cids or ["f" * 32])[-1]}
        assert other.send("note.edit", guessed)["code"] == "forbidden"
    query = f"select body from events where step = '{meeting.step}' and name like 'note.%'"
    bodies = [body for (body,) in rows(meeting.house.data, query) if json.loads(body)["id"] == note]
    assert len(bodies) == 3
    telling = ("author", f'"{phone.seat}"', proof)
    assert [body for body in bodies if any(word in body for word in telling)] == []


def test_d9_no_cid_is_ever_on_disk(meeting: Meeting) -> None:
    """With a cid a phone proves that an anonymous note is its own: the book holds only its sha256."""
    everything = raw(meeting.house.data)
    sent = [cid for page in (*meeting.phones, meeting.regie) for cid in page.cids]
    assert len(sent) > 5
    assert [cid for cid in sent if cid.encode() in everything] == []
    own = meeting.phones[1].cids[0]
    assert hashlib.sha256(own.encode()).hexdigest()[:32].encode() in everything, "this is where it would be"


def test_d8_names_stand_apart_from_the_book_and_go_with_their_owner(meeting: Meeting) -> None:
    books = "".join(body for (body,) in rows(meeting.house.data, "select body from events"))
    assert NAME not in books
    assert (f"{NAME} 0",) in rows(meeting.house.data, "select name from people")
    gone = Phone.join(meeting.house.address, meeting.regie.channel("now")["now"]["door"]["code"], "Vergeetmijnietje")
    assert b"Vergeetmijnietje" in raw(meeting.house.data)
    gone.do("participant.leave")
    assert ("Vergeetmijnietje",) not in rows(meeting.house.data, "select name from people")


def test_d7_a_redacted_text_is_in_no_byte(meeting: Meeting) -> None:
    """All its versions, in the book and in the journal beside it; number, place and writer of nobody stay."""
    phone, regie = meeting.phones[0], meeting.regie
    versions = ("Kanarie-een-7f3a", "Kanarie-twee-9c1d", "Kanarie-drie-2b8e")
    note = meeting.post(phone, f"{versions[0]} bij mevrouw De Vries")
    proof = phone.cids[-1]
    for text in versions[1:]:
        phone.do("note.edit", {"note": note, "text": text, "proof": proof})
    before = raw(meeting.house.data)
    assert [text for text in versions if text.encode() not in before] == [], "this is where they would be"
    regie.do("note.redact", {"note": note})
    after = raw(meeting.house.data)
    assert [text for text in versions if text.encode() in after] == []
    assert b"De Vries" not in after
    assert regie.wait(lambda: regie.look()[note].get("redacted"))
    assert regie.look()[note]["text"] == "[verwijderd]"
    assert phone.wait(lambda: phone.look()[note].get("redacted"))
    assert not re.search("Kanarie", json.dumps([regie.look(), phone.look()]))
    again = phone.send("note.edit", {"note": note, "text": "Toch weer", "proof": proof})
    assert (again["code"], "leeggemaakt" in again["say"]) == ("refused", True)


def test_d7_what_was_withdrawn_is_emptied_when_the_meeting_closes(meeting: Meeting) -> None:
    phone, text = meeting.phones[0], "Kanarie-vier-5e6f"
    note = meeting.post(phone, text)
    phone.do("note.withdraw", {"note": note, "proof": phone.cids[-1]})
    assert text.encode() in raw(meeting.house.data)
    meeting.regie.do("meeting.close")
    assert text.encode() not in raw(meeting.house.data)
    meeting.regie.do("meeting.open")


def test_d9_with_the_close_the_salt_is_in_no_byte(meeting: Meeting) -> None:
    """Without it nobody can tell whose ballot is whose, however much else they have."""
    regie, phone = meeting.regie, meeting.phones[0]
    vote = next(one for one in regie.meeting["steps"] if regie.look()[one]["kind"] == "stemmen")
    source = regie.look()[vote]["from"]
    regie.go(source)
    note = regie.do("note.post", {"step": source, "text": "Een voorstel"})["ids"][0]
    regie.go(vote)
    phone.do("ballot.cast", {"step": vote, "choices": {note: 1}})
    [(salt,)] = rows(meeting.house.data, f"select salt from salts where step = '{vote}'")
    assert salt in raw(meeting.house.data), "this is where it would be"
    assert phone.wait(lambda: [one for one in phone.channel("own").values() if one["type"] == "ballot"])
    regie.do("meeting.close")
    assert salt not in raw(meeting.house.data)
    assert rows(meeting.house.data, "select step from salts") == []
    assert phone.wait(lambda: not [one for one in phone.channel("own").values() if one["type"] == "ballot"])
    regie.do("meeting.open")
    again = phone.send("ballot.cast", {"step": vote, "choices": {note: 1}})
    assert (again["code"], "voorgoed gesloten" in again["say"]) == ("refused", True)


def test_d8_all_names_of_a_meeting_are_in_no_byte_once_they_are_erased(meeting: Meeting) -> None:
    assert NAME.encode() in raw(meeting.house.data), "this is where they would be"
    meeting.regie.do("people.erase")
    assert NAME.encode() not in raw(meeting.house.data)
    assert ORGANISATION.encode() in raw(meeting.house.data), "organisations are no people"
    phone = meeting.phones[0]
    assert phone.wait(lambda: "name" not in phone.channel("own")[phone.seat])


def test_d7_it_stays_away_after_a_kill_and_a_new_start(meeting: Meeting) -> None:
    meeting.house.kill()
    meeting.house.start()
    assert b"Kanarie" not in raw(meeting.house.data)
    notes = [one for one in meeting.regie.wait(lambda: meeting.regie.list("note")) if one.get("redacted")]
    assert {one["text"] for one in notes} == {"[verwijderd]"}


def test_d7_control_without_secure_delete_it_would_still_be_there(tmp_path: Path) -> None:
    canary = "Kanarie-" + "lang" * 60
    found = {}
    for safe in (True, False):
        ledger = Ledger(tmp_path / str(safe))
        if not safe:
            ledger.connection.execute("pragma secure_delete=off")
        note = Event(1, 0.0, "note.posted", {"id": "n1", "text": canary})
        ledger.append([Entry("k1", [note])])
        ledger.append([Entry("k1", [Event(2, 0.0, "note.redacted", {"id": "n1"})], redact=["n1"])])
        found[safe] = b"lang" * 8 in raw(tmp_path / str(safe))
        ledger.close()
    assert found == {True: False, False: True}


def test_pg3_nothing_of_anybody_was_printed(meeting: Meeting) -> None:
    printed = "".join(tail(path) for path in meeting.house.folder.glob("start-*.log"))
    assert [word for word in (NAME, ORGANISATION, WORK, "Kanarie", "gedachte") if word in printed] == []


def test_d7_an_erased_keten_is_in_no_byte_and_its_papers_are_worth_nothing(meeting: Meeting) -> None:
    """The last of this file. Another name than its own erases nothing."""
    house, phone = meeting.house, meeting.phones[0]
    chain = meeting.regie.ref.partition("-")[0]
    erase, browser = f"/regie/ketens/{chain}/wissen", meeting.regie.browser
    cookies = jar(cookies_of(phone))
    assert ORGANISATION.encode() in raw(house.data), "this is where it would be"
    line = Wire(house.address, phone.ticket)
    wrong = form(house.address, erase, {"name": "Stiller"}, cookies_of(meeting.regie))
    assert (wrong.status, "Er is nog niets gewist" in wrong.text) == (409, True)
    assert line.ask("hello", {})["ok"]
    assert browser.post(erase, {"name": "Stil"}).location.endswith("/regie")
    everything = raw(house.data)
    assert [word for word in (ORGANISATION, WORK, "gedachte", "Stil") if word.encode() in everything] == []
    assert line.hear("41", seconds=2) == "41"
    assert Wire(house.address, phone.ticket).said == "ticket"
    for path in (f"/tafel/{phone.ref}", f"/regie/{phone.ref}"):
        page = ask(house.address, path, headers={"Cookie": cookies + "; " + jar(cookies_of(meeting.regie))})
        assert page.status == 404, path
