"""Stokje doorgeven: control is always with exactly one, whatever happens; what each is told; what never leaves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.rehearsal.browser import Browser
from facilitator.rehearsal.client import Facilitator, Phone, Trainee
from facilitator.rehearsal.house import House

HASTY = str(Path(__file__).with_name("hasty.py"))


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with House(limits=False, program=(HASTY,)) as made:
        yield made


@pytest.fixture(scope="module")
def key(house: House) -> Facilitator:
    return Facilitator.sign_in(house.link)


class Table:
    """A meeting at its third step, with a colleague who looks on."""

    def __init__(self, key: Facilitator, who: tuple[str, ...] = ("Sam",)) -> None:
        self.regie = Facilitator(key.browser, "").make("startbijeenkomst", keten="Keten", title="Met stokje")
        self.regie.open_door()
        self.steps = self.regie.meeting["steps"]
        self.regie.go(self.steps[2])
        self.guests = [Trainee.invited(self.regie, name, "Anja") for name in who]

    @property
    def sam(self) -> Trainee:
        return self.guests[0]

    def give(self, number: int = 0, **more: bool) -> None:
        self.regie.do("baton.give", {"trainee": self.guests[number].seat, **more})

    def may(self) -> list[bool]:
        """Whether the facilitator may act, and then each trainee."""
        on = not self.regie.meeting.get("blank")
        return [one.send("meeting.blank", {"on": on})["ok"] for one in (self.regie, *self.guests)]

    def told(self, page: object) -> dict:
        return page.channel("now")["now"]["baton"]

    def close(self) -> None:
        for page in (self.regie, *self.guests):
            page.close()


@pytest.fixture
def table(key: Facilitator) -> Iterator[Table]:
    with closing(Table(key, ("Sam", "Kim"))) as made:
        yield made


def test_who_came_by_the_link_looks_on_until_a_step_is_given_and_gives_it_back(table: Table) -> None:
    assert table.may() == [True, False, False]
    answer = table.sam.send("meeting.blank", {"on": True})
    assert (answer["code"], answer["say"]) == ("elders", "Anja leidt deze stap nu. U kijkt mee.")
    table.give()
    assert table.may() == [False, True, False]
    said = table.regie.send("meeting.close", {})
    assert (said["code"], said["say"]) == (
        "elders",
        "Sam leidt deze stap nu. U kijkt mee. Neem eerst het stokje terug.",
    )
    table.sam.wait(lambda: table.told(table.sam)["holds"] == table.sam.seat)
    assert table.told(table.guests[1])["leader"] == "Sam"
    table.sam.do("baton.back")
    assert table.may() == [True, False, False]
    table.regie.wait(lambda: (table.told(table.regie)["last"] or {}).get("why") == "back")
    assert table.sam.send("baton.back", {})["say"].startswith("U leidt deze stap niet meer")


def test_taken_back_at_any_moment_and_given_to_another_it_moves(table: Table) -> None:
    table.give()
    table.give(1)
    assert table.may() == [False, False, True]
    table.regie.do("baton.take")
    assert table.may() == [True, False, False]


def test_it_covers_one_step_unless_it_was_given_until_it_is_taken_back(table: Table) -> None:
    table.give()
    table.sam.do("meeting.go", {"step": table.steps[3]})
    assert table.may() == [True, False, False]
    table.regie.wait(lambda: (table.told(table.regie)["last"] or {}).get("why") == "step")
    table.give(stays=True)
    table.sam.do("meeting.go", {"step": table.steps[4]})
    assert table.may() == [False, True, False]


def test_who_has_no_line_for_a_while_loses_it_and_a_short_gap_costs_nothing(table: Table) -> None:
    table.give()
    table.sam.close()
    table.sam.open()
    assert table.may() == [False, True, False]
    table.sam.close()
    table.regie.send("baton.whisper", {"trainee": table.sam.seat, "text": "Hallo?"})  # its line ends on hearing it
    table.regie.wait(lambda: table.told(table.regie)["holds"] == "")
    assert table.told(table.regie)["last"] == {"number": 1, "why": "away", "trainee": table.sam.seat}
    assert table.regie.send("baton.give", {"trainee": table.sam.seat})["say"].startswith(
        "Deze medebegeleider is nu niet"
    )
    table.sam.open()
    assert table.may() == [True, False, False]


def test_a_withdrawn_link_takes_it_back_and_puts_its_trainee_out(table: Table) -> None:
    table.give()
    path = f"/regie/{table.regie.ref}/stokje/{table.sam.seat}/weg"
    assert table.regie.browser.post(path).status == 200
    assert table.regie.browser.post(path).status == 409
    assert table.regie.send("meeting.blank", {"on": True})["ok"]
    assert table.sam.browser.get(f"/meekijken/{table.regie.ref}").status == 401
    assert table.sam.send("meeting.blank", {"on": False})["code"] == "weg"


def test_while_the_meeting_is_closed_nobody_looks_on(table: Table) -> None:
    table.regie.do("meeting.close")
    refused = table.sam.browser.get(f"/meekijken/{table.regie.ref}")
    assert (refused.status, "afgesloten" in refused.text) == (401, True)
    made = table.regie.browser.post(f"/regie/{table.regie.ref}/stokje", {})
    assert (made.status, json.loads(made.body)["say"]) == (
        409,
        "De bijeenkomst is afgesloten. Zet eerst de deur weer open.",
    )
    table.regie.do("meeting.open")
    assert table.sam.browser.get(f"/meekijken/{table.regie.ref}").status == 200


def test_a_page_is_told_what_may_be_offered_and_what_is_not_among_it_is_refused(table: Table) -> None:
    text = table.sam.browser.get(f"/meekijken/{table.regie.ref}").text
    lent = json.loads(text.split('id="start"', 1)[1].partition(">")[2].partition("</script>")[0])["may"]
    assert {"note.hide", "note.edit", "meeting.go", "baton.back"} < set(lent)
    table.give()
    for name, body in (("note.redact", {"note": "n1"}), ("organisation.add", {"name": "Kerk"})):
        assert name not in lent and table.sam.send(name, body)["code"] == "forbidden"


def test_what_is_whispered_reaches_one_trainee_and_no_disk(table: Table, house: House) -> None:
    words = "Vraag-door-bij-de-huisarts"
    phone = Phone.join(house.address, table.regie.channel("now")["now"]["door"]["code"], "Els")
    screen = table.regie.screen()
    table.regie.do("baton.whisper", {"trainee": table.sam.seat, "text": f"  {words} "})
    table.sam.wait(lambda: (table.told(table.sam)["whisper"] or {}).get("text") == words)
    for page in (table.regie, table.guests[1], phone, screen):
        assert words not in json.dumps(page.held.channels, default=str), page.door
    assert words.encode() not in b"".join(one.read_bytes() for one in house.data.rglob("*") if one.is_file())
    assert "Sam" not in json.dumps([phone.held.channels, screen.held.channels], default=str)
    too_long = table.regie.send("baton.whisper", {"trainee": table.sam.seat, "text": "a" * 201})
    assert (too_long["field"], too_long["say"][:26]) == ("text", "Houd het korter dan 200 te")
    phone.close()
    screen.close()


def test_a_trainee_never_holds_the_name_of_a_contact_person_and_writes_none(table: Table) -> None:
    table.regie.do("step.add", {"exercise": "rollen-verdelen", "after": table.steps[2]})
    step = table.regie.wait(lambda: [one for one in table.regie.list("step") if one["kind"] == "rollen"])[0]["id"]
    table.regie.go(step)
    body = {"step": step, "slot": "chain_director", "organisation": "Gemeente Ede", "contact": "Willemijn"}
    table.regie.do("role.assign", body)
    table.sam.wait(lambda: table.sam.list("role"))
    late = Trainee.invited(table.regie, "Laat", "Anja")
    assert "Willemijn" in json.dumps(table.regie.look())
    assert "Willemijn" not in json.dumps([table.sam.look(), late.look()])
    late.close()
    table.give()
    said = table.sam.send("role.assign", {**body, "slot": "information_point"})
    assert (said["code"], said["field"]) == ("forbidden", "contact")
    assert table.sam.send("role.assign", {**body, "slot": "information_point", "contact": ""})["ok"]


def test_it_stays_in_the_step_where_the_room_is(table: Table) -> None:
    walls = [table.regie.do("step.add", {"exercise": "kansen", "after": table.steps[2]})["ids"][0] for _ in "12"]
    for wall in walls:
        table.regie.go(wall)
    note = table.regie.do("note.post", {"step": walls[0], "text": "Van een andere stap"})["ids"][0]
    table.give()
    assert "andere stap" in table.sam.send("note.hide", {"notes": [note]})["say"]
    assert "andere stap" in table.sam.send("note.post", {"step": walls[0], "text": "Daar"})["say"]
    assert table.sam.send("note.post", {"step": walls[1], "text": "Hier"})["ok"]


def test_a_link_is_for_one_person_who_says_a_name(table: Table, house: House) -> None:
    made = json.loads(table.regie.browser.post(f"/regie/{table.regie.ref}/stokje", {"by": "Anja"}).body)
    path, guest, other = "/stokje/" + made["link"].rpartition("/")[2], Browser(house.address), Browser(house.address)
    assert "Anja" in guest.get(path).text
    for name, say in (("", "Vul uw voornaam in"), ("x" * 31, "Houd de naam korter dan 30 tekens")):
        refused = guest.post(path, {"name": name})
        assert (refused.status, say in refused.text) == (409, True)
    assert guest.post(path, {"name": "Noor"}).location == f"/meekijken/{table.regie.ref}"
    assert guest.get(path).location == f"/meekijken/{table.regie.ref}", "the same browser goes on to its page"
    used = other.post(path, {"name": "Iemand"})
    assert (used.status, "Iemand opende hem al" in used.text) == (410, True)
    refused = other.get(other.get(path).location)
    assert (refused.status, "opende iemand hem al" in refused.text) == (401, True)
    unknown = other.get("/stokje/" + "x" * 43)
    assert (unknown.status, "ingetrokken" in unknown.text) == (410, True)
    for _ in range(5):
        assert table.regie.browser.post(f"/regie/{table.regie.ref}/stokje", {}).status == 200
    assert "acht links" in table.regie.browser.post(f"/regie/{table.regie.ref}/stokje", {}).text


def test_after_a_restart_the_facilitator_holds_it_and_the_trainee_looks_on(house: House, key: Facilitator) -> None:
    with closing(Table(key)) as table:
        table.give(stays=True)
        assert table.may() == [False, True]
        house.stop()
        house.start()
        table.regie.open()
        table.sam.open()
        assert table.may() == [True, False]
        assert table.told(table.sam)["by"] == "Anja"
        assert table.regie.wait(lambda: table.told(table.regie)["trainees"][0]["name"]) == "Sam", (
            "from their own papers"
        )
