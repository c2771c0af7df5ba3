"""Looking back by way of the pages: nothing is sent and nothing changes, nobody is named, and what went stays away."""

from __future__ import annotations

import copy
import hashlib
import json
from typing import Any

import pytest

from facilitator.rooms import starts
from facilitator.store.ledger import Entry
from facilitator.web import bookmarks
from tests.web.indoors import NOON, Indoors, Visitor

DAY = 24 * 3600
SECRET = "Zij huilde om half vier"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Two people at a wall; a note is hidden and shown again, one is emptied, and the meeting is closed."""
    house = Indoors(tmp_path_factory.mktemp("replay"), "workshop")
    house.anna = house.join("Anna")
    house.join("Bram", "Thuiszorg")
    house.wall = house.step("briefjes")
    lane = house.room.chain.entities[house.wall]["prompts"][0]["id"]
    for number, text in enumerate(["Een loket", SECRET, "Samen bellen"]):
        house.now = NOON + 60 * (number + 1)
        body = {"step": house.wall, "lane": lane, "text": text}
        assert house.built.house.ask(house.room, "note.post", body, house.anna.seat)["ok"]
    house.notes = [note["id"] for note in house.room.chain.of_type("note")]
    house.do("step.reveal", step=house.wall, on=True)
    house.shown = house.room.chain.seq  # here the secret still hung on the wall
    house.do("note.hide", notes=house.notes[:1], on=True)
    house.do("undo", seq=house.room.chain.seq)
    house.do("note.redact", note=house.notes[1])
    house.now = NOON + 9 * 3600
    house.do("meeting.close")
    yield house
    house.close()


def fresh(house: Indoors) -> Indoors:
    """The same house with another keten, of which nothing was looked back at yet."""
    house = copy.copy(house)
    house.begin("workshop")
    return house


def page(house: Indoors, by: Visitor | None = None) -> Any:
    return (by or house.regie).get(f"/regie/{house.ref}/terugkijken")


def start_of(reply: Any) -> dict[str, Any]:
    return json.loads(reply.text.split('id="start">')[1].split("</script>")[0])


def stand(house: Indoors, seq: int, **more: Any) -> Any:
    asked = {"tot": seq, "beelden": "screen,phone,control", **more}
    return house.regie.get(
        f"/regie/{house.ref}/terugkijken/stand?" + "&".join(f"{key}={value}" for key, value in asked.items())
    )


def bytes_of(house: Indoors) -> str:
    """Every byte of the book and of its journal."""
    files = sorted(house.built.ledger.path.glob("ketentafel.db*"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files if file.suffix != ".db-shm")).hexdigest()


def memory(house: Indoors) -> str:
    """The rooms, who listens to them, what they hold, and who is here."""
    rooms, wire = house.built.house.rooms, house.built.wire
    held = [(room.chain.seq, room.chain.entities, room.held, room.version, room.epoch) for room in rooms.rooms.values()]
    return repr([held, rooms.settings, rooms.codes, wire.presence.sockets, wire.fanout.listeners])


def test_it_sends_nothing_and_changes_nothing(house):
    sent = []
    house.built.house.rooms.fanout, kept = lambda *patch: sent.append(patch), house.built.house.rooms.fanout
    house.room.listen(("screen", house.meeting, ""))
    before = (bytes_of(house), memory(house))
    course = start_of(page(house))
    since = ""
    for seq in [*course["stops"][0], course["stops"][0][0]]:
        since = stand(house, seq, van=since).json["seq"]
    for name in ("scherm", "telefoon", "regie"):
        assert house.regie.get(f"/regie/{house.ref}/terugkijken/beeld/{name}").status_code == 200
    assert (bytes_of(house), memory(house), sent) == (*before, [])
    house.built.house.rooms.fanout = kept
    house.do("meeting.edit", title="De start")  # a control: what is written is seen
    assert bytes_of(house) != before[0]


def test_a_picture_has_nothing_to_ask_with(house):
    for name in ("scherm", "telefoon", "regie"):
        begun = start_of(house.regie.get(f"/regie/{house.ref}/terugkijken/beeld/{name}"))
        assert begun["still"]["ok"] is False and begun["replay"] is True
        assert "ticket" not in begun and begun["patches"] == [] and begun["door"]["code"] == ""
        assert begun["ref"] != house.ref, "what this window keeps or says would be the meeting's own"
    for path in ("", "/stand", "/beeld/scherm"):
        assert house.regie.post(f"/regie/{house.ref}/terugkijken{path}").status_code == 405


def test_only_the_facilitator_looks_back(house):
    for by in (Visitor(house), house.anna):
        assert page(house, by).status_code == 401
        assert by.get(f"/regie/{house.ref}/terugkijken/stand?tot=9&beelden=control").status_code == 401
        assert by.get(f"/regie/{house.ref}/terugkijken/mensen").status_code == 401


def test_what_was_emptied_stays_empty_also_where_it_still_hung(house):
    texts = {}
    for name, patch in stand(house, house.shown).json["patches"].items():
        texts[name] = [view["text"] for view in patch["put"].values() if view["type"] == "note"]
    wall = ["Een loket", "[verwijderd]", "Samen bellen"]
    assert texts == {"screen": wall, "phone": wall, "control": wall}
    assert SECRET not in page(house).text


def test_what_is_emptied_while_somebody_looks_is_gone_at_once(house):
    """The tape that was read before holds that text: it is thrown away."""
    assert "Samen bellen" in stand(house, house.shown).text
    house.do("note.redact", note=house.notes[2])
    assert "Samen bellen" not in stand(house, house.shown, van=house.shown).text


def test_names_are_hidden_until_they_are_asked_for_and_only_as_long_as_they_may(house):
    assert "Anna" not in stand(house, house.shown).text and "Deelnemer 1" in stand(house, house.shown).text
    assert "Anna" in stand(house, house.shown, namen="ja").text
    assert start_of(page(house))["names"]["may"] is True
    house.now = NOON + 31 * DAY
    begun = start_of(page(house))
    assert begun["names"]["may"] is False and "22-12-2026" in begun["names"]["why"]
    assert "Anna" not in stand(house, house.shown, namen="ja").text, "the days are over"
    house.now = NOON + DAY


def test_a_chosen_phone_holds_only_what_was_given_with_a_name(house):
    """Notes of a step for organisations stay nobody's; a promise that was made by name is theirs."""
    clock, house = house, fresh(house)
    anna, ask = house.join("Anna"), house.built.house.ask
    house.join("", "Thuiszorg")
    assert ask(house.room, "note.post", {"step": house.step("briefjes"), "text": "Stil gedacht"}, anna.seat)["ok"]
    promise = {"step": house.step("afsluiten"), "text": "Ik bel maandag", "worth": "Weinig", "better": "Korter"}
    assert ask(house.room, "commitment.make", promise, anna.seat)["ok"]
    seq, who = house.room.chain.seq, anna.seat.id
    people = f"/regie/{house.ref}/terugkijken/mensen"
    assert house.regie.get(people).json == {"people": [{"id": who, "name": "Anna", "org": "Gemeente Ede"}]}
    own = stand(house, seq, namen="ja", wie=who).json["patches"]["own"]["put"]
    assert sorted(view["type"] for view in own.values()) == ["commitment", "participant"]
    promised = next(view for view in own.values() if view["type"] == "commitment")
    assert promised["text"] == "Ik bel maandag" and not {"worth", "better"} & promised.keys(), "opinions have no name"
    assert stand(house, seq, namen="ja", wie=who).json["there"] is True
    for more in ({"wie": who}, {"namen": "ja", "wie": "p999"}, {"namen": "ja"}):
        assert "own" not in stand(house, seq, **more).json["patches"]
    clock.now = NOON + 32 * DAY
    assert house.regie.get(people).json == {"people": []}
    assert "own" not in stand(house, seq, namen="ja", wie=who).json["patches"]
    clock.now = NOON + DAY


def test_names_that_were_erased_stay_erased(house):
    house = fresh(house)
    house.join("Anna")
    assert "Anna" in stand(house, house.room.chain.seq, namen="ja").text
    house.do("people.erase")
    begun = start_of(page(house))
    assert begun["names"] == {"may": False, "why": "Van deze bijeenkomst zijn geen namen bewaard."}
    assert "Anna" not in stand(house, house.room.chain.seq, namen="ja").text


def test_who_left_is_not_told_of_again(house):
    """The profession of somebody who went is in the book, and on no screen that looks back."""
    house = fresh(house)
    cees = house.join("Cees", "Thuiszorg")
    body = {"name": "Cees", "organisation": "Thuiszorg", "profession": "wijkverpleegkundige"}
    assert house.built.house.ask(house.room, "participant.edit", body, cees.seat)["ok"]
    then = house.room.chain.seq
    assert "wijkverpleegkundige" in stand(house, then).text
    assert house.built.house.ask(house.room, "participant.leave", {}, cees.seat)["ok"]
    for more in ({}, {"namen": "ja"}):
        told = stand(house, then, **more).text
        assert "wijkverpleegkundige" not in told and "Cees" not in told and "Thuiszorg" in told


def test_the_course_says_when_what_was(house):
    begun = start_of(page(house))
    said = [(one["sort"], one["say"]) for one in begun["moments"]]
    assert ("first", "Eerste briefje") in said and ("undo", "Iets ongedaan gemaakt") in said
    assert ("hidden", "1 briefje verborgen") in said and said[0] == ("door", "De deur gaat open")
    assert ("door", "De bijeenkomst is afgesloten") in said
    assert begun["sorts"].count(1) == 3
    [(start, to, before, after)] = begun["folds"]
    assert (to - start, after - before > 8 * 3600) == (60, True), "a night is no meeting"


def test_a_start_of_the_house_in_between_is_a_moment(house):
    def told() -> list[str]:
        return [one["say"] for one in start_of(page(house))["moments"] if one["sort"] == "start"]

    before = told()  # the house itself may have been started on this very day
    starts.note(house.built.house.rooms)  # a day later: not in the meeting
    assert told() == before
    house.now, now = NOON + 90, house.now
    starts.note(house.built.house.rooms)
    house.now = now
    assert told() == [*before, "Ketentafel is opnieuw gestart"]


def keep(house: Indoors, **fields: Any) -> Any:
    return house.regie.post(f"/regie/{house.ref}/terugkijken/bladwijzers", fields)


def test_bookmarks_stand_beside_the_book_and_go_with_the_keten(house):
    house = fresh(house)
    seq = house.room.chain.seq
    assert keep(house, seq=seq, t="1.5", say="  Hier werd het stil <b>=1+1</b>  ").json["ok"]
    assert keep(house, seq=seq, t="0.5", say="Het begin").json["ok"]
    kept = start_of(page(house))["bookmarks"]
    assert [(one["say"], one["t"]) for one in kept] == [("Het begin", 0.5), ("Hier werd het stil <b>=1+1</b>", 1.5)]
    assert house.room.chain.seq == seq, "the book knows nothing of it"
    assert keep(house, id=kept[0]["id"], say="Anders").json["bookmarks"][0]["say"] == "Anders"
    assert len(keep(house, id=kept[0]["id"], away="ja").json["bookmarks"]) == 1
    for fields, say in (
        ({"id": kept[0]["id"], "say": "Weg"}, bookmarks.GONE),
        ({"seq": seq, "t": 1, "say": "   "}, bookmarks.EMPTY),
        ({"seq": seq, "t": 1, "say": "a" * 301}, bookmarks.LONG),
    ):
        reply = keep(house, **fields)
        assert (reply.status_code, reply.json["say"]) == (409, say)
    for fields in ({"say": "Waar"}, {"seq": "x", "t": "nan", "say": "Waar"}, {"seq": seq, "t": "inf", "say": "Waar"}):
        assert keep(house, **fields).status_code == 400
    assert "Hier werd het stil" in json.dumps(house.built.ledger.settings())
    house.regie.post(f"/regie/ketens/{house.keten}/wissen", {"name": "Veluwerand"})
    assert not any("bladwijzer" in name for name in house.built.ledger.settings())
    assert not any(
        b"Hier werd het stil" in file.read_bytes() for file in house.built.ledger.path.glob("ketentafel.db*")
    )
    gone = page(house)
    assert (gone.status_code, "Wat gewist is, komt niet terug" in gone.text) == (404, True)
    assert stand(house, seq).status_code == 404


def test_a_meeting_that_has_not_begun_and_a_book_that_cannot_be_read(house):
    house = fresh(house)
    strange = "update events set name = ? where name = ? and chain = ?"
    run = house.built.ledger.connection.execute
    run(strange, ("note.invented", "meeting.opened", house.keten))
    reply = page(house)
    assert (reply.status_code, "De bijeenkomst is nu niet te lezen" in reply.text) == (503, True)
    assert stand(house, 5).status_code == 503
    run(strange, ("meeting.opened", "note.invented", house.keten))
    assert page(house).status_code == 200, "read again, it is good"
    house.regie.post(f"/regie/ketens/{house.keten}/bijeenkomsten", {"title": "Later", "template": "workshop"})
    later = list(house.room.chain.of_type("meeting"))[-1]["id"]
    reply = house.regie.get(f"/regie/{house.keten}-{later}/terugkijken")
    assert (reply.status_code, "Er valt nog niets terug te kijken" in reply.text) == (409, True)


def test_bad_questions_are_refused(house):
    for asked in ({"tot": "x"}, {"tot": "-1"}, {"tot": "9" * 30}, {"beelden": ""}, {"beelden": "own,report"}):
        assert stand(house, **{"seq": 5, **asked}).status_code == 400, asked
    assert stand(house, 999_999_999).json["seq"] == house.room.chain.seq
    assert stand(house, 0).json["seq"] == start_of(page(house))["stops"][0][0]
    assert house.regie.get("/regie/k9-m9/terugkijken").status_code == 404


def test_a_running_meeting_is_shown_as_far_as_it_is(house):
    house = fresh(house)
    first = start_of(page(house))
    assert first["open"] is True
    house.join("Anna")
    assert house.built.house.written(Entry(""))
    assert start_of(page(house))["stops"][0][-1] > first["stops"][0][-1]
