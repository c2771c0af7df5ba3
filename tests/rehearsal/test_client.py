"""The clients on a real house: they hold what they are shown, repeat until answered, and come back after a kill."""

import secrets

import pytest

from facilitator.rehearsal.client import Facilitator, Patience, Phone, Unanswered, Unexpected
from facilitator.rehearsal.house import House, NotStarted
from tests.live.crowd import a_wall

pytestmark = pytest.mark.crowd
HASTY = Patience(connect=2, answer=2, probe=2, pause=(0.05, 0.2), total=20)


@pytest.fixture(scope="module")
def wall():
    """One house for this file: (house, control room, id of the wall, code)."""
    with House(limits=False) as house:
        facilitator, step, code = a_wall(house)
        facilitator.patience = HASTY
        yield house, facilitator, step, code


def join(wall, name="Noor"):
    house, _, _, code = wall
    return Phone.join(house.address, code, name, "Gemeente Lindervaart", "beleidsadviseur", patience=HASTY)


def test_a_note_reaches_the_control_room_and_after_the_reveal_screen_and_phones(wall):
    _, facilitator, step, _ = wall
    writer, reader, screen = join(wall), join(wall, "Sam"), facilitator.screen()
    answer = writer.do("note.post", {"step": step, "text": "Elke maand een kop koffie"})
    [note] = answer["ids"]
    assert facilitator.wait(lambda: facilitator.look().get(note))["text"] == "Elke maand een kop koffie"
    assert writer.wait(lambda: writer.channel("own").get(note))["text"] == "Elke maand een kop koffie"
    assert note not in reader.look() and note not in screen.look()
    facilitator.do("step.reveal", {"step": step, "on": True})
    assert reader.wait(lambda: reader.channel("phone").get(note)) == screen.wait(lambda: screen.look().get(note))
    facilitator.do("step.reveal", {"step": step, "on": False})
    reader.wait(lambda: note not in reader.look())


def test_who_hangs_up_is_gone_at_once(wall):
    """The house hears it although a thread still waits for the next word on that line."""
    house, facilitator, _, code = wall
    phone = Phone.join(house.address, code, "Kim", "Alleen van Kim", patience=HASTY)

    def sits() -> bool:
        own = [one["id"] for one in facilitator.list("organisation", name="Alleen van Kim")]
        return any(seat["org"] in own for seat in facilitator.channel("now")["now"]["seats"])

    facilitator.wait(sits)
    phone.close()
    facilitator.wait(lambda: not sits(), seconds=8)


def test_s2_the_same_cid_happens_once_and_with_another_body_not_at_all(wall):
    _, _, step, _ = wall
    phone = join(wall)
    cid = secrets.token_hex(16)
    body = {"step": step, "text": "Een keer is genoeg"}
    first = phone.send("note.post", body, cid)
    assert phone.send("note.post", body, cid) == first
    other = phone.send("note.post", {**body, "text": "Iets anders"}, cid)
    assert (other["ok"], other["code"]) == (False, "bad")


def test_s10_pages_come_back_after_a_kill_with_what_they_had_and_send_on(wall):
    house, facilitator, step, _ = wall
    phone = join(wall)
    phone.do("note.post", {"step": step, "text": "Voor de stroom uitviel"})
    epoch = phone.held.epoch
    house.kill()
    house.start()
    phone.do("note.post", {"step": step, "text": "Na de stroom"})
    phone.open()
    texts = {note["text"] for note in phone.channel("own").values() if note["type"] == "note"}
    assert texts == {"Voor de stroom uitviel", "Na de stroom"}
    assert phone.held.epoch != epoch and phone.connections == 2
    facilitator.wait(lambda: facilitator.list("note", text="Na de stroom"))


def test_a_phone_whose_seat_is_taken_away_is_told_so(wall):
    _, facilitator, step, _ = wall
    phone = join(wall, "Weg")
    facilitator.do("participant.remove", {"participant": phone.seat})
    answer = phone.send("note.post", {"step": step, "text": "Te laat"})
    assert (answer["ok"], answer["code"]) == (False, "weg")


def test_a_wrong_code_a_used_link_and_a_refusal_are_told(wall):
    house, facilitator, step, _ = wall
    with pytest.raises(Unexpected, match="meedoen: 404"):
        Phone.join(house.address, "12345678")
    link = house.link
    Facilitator.sign_in(link)
    with pytest.raises(Unexpected, match="inloggen: 403"):
        Facilitator.sign_in(link)
    with pytest.raises(Unexpected, match="Er staat nog niets"):
        facilitator.do("note.post", {"step": step, "text": "  "})


def test_nobody_answers_is_said_when_the_patience_is_over(wall):
    phone = join(wall)
    phone.close()
    phone.patience = Patience(connect=0.2, answer=0.2, probe=0.2, pause=(0.01, 0.02), total=0.3)
    phone.browser.address = "http://127.0.0.1:9"
    with pytest.raises(Unanswered):
        phone.send("note.post", {"step": "s4", "text": "Hallo?"})


def test_a_second_house_on_the_same_folder_says_why_it_does_not_start(wall):
    house = wall[0]
    second = House(data=house.data)
    with pytest.raises(NotStarted, match="Ketentafel draait al met de map"):
        second.start()
    second.close()
