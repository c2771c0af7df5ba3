"""Terugblik: a next meeting begins with what is open, and sees nothing else of the meetings before it."""

from typing import Any

import pytest

from facilitator.chain.command import FACILITATOR, PARTICIPANT, Seat
from facilitator.chain.paper import Table
from facilitator.rehearsal.paper import read
from facilitator.report.build import VERSIONS, Choice, Source, build
from tests.kinds.foyer import words
from tests.kinds.house import AGREED, House, made, texts
from tests.kinds.tables import follow, held, step

ALL = ("control", "screen", "phone", "report")
CARRIED = set("id type what who when status remarks block parts obstacle help origin wishes unnamed_wishes".split())


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(kind()))


def kind() -> Any:
    from exercises.registry import KINDS

    return next(one for one in KINDS if one.name == "terugblik")


def next_meeting(house: House, title: str = "De volgende keer") -> None:
    """The meeting is closed; the keten comes together again, at its terugblik."""
    if house.chain.entities[house.meeting]["state"] == "open":
        house.do("meeting.close")
    asked = {"title": title, "template": "proef", "date": "2027-01-20"}
    house.meeting = house.ask(Seat(FACILITATOR), "meeting.create", **asked)["ids"][0]
    house.steps = list(house.chain.entities[house.meeting]["steps"])
    house.do("meeting.open")
    house.step = house.go(1)


def listed(house: House, audience: str = "screen") -> list[str]:
    view = house.see(audience)
    return [view[row["id"]]["what"] for row in view[house.step]["state"]["order"]]


# what comes back


def test_what_is_open_comes_back_the_oldest_date_first(house):
    for audience in ALL:
        assert listed(house, audience) == [
            "De huisartsen bellen", "Een kaart met nummers maken", "Twee scholen uitnodigen"
        ]  # fmt: skip
    assert [bool(row.get("late")) for row in house.state(1)["order"]] == [True, False, False]
    assert house.state(1)["today"] == "2026-11-22" and "today" not in house.state(1, "phone")


def test_what_was_done_in_the_earlier_meeting_or_only_offered_does_not(house):
    assert len(house.chain.entities[house.step]["state"]["carried"]) == len(AGREED) - 1
    assert "Koffie schenken" not in words(house.paper(1))


def test_nothing_else_of_the_earlier_meeting_is_shown_to_anybody(house):
    for audience in ALL:
        view = house.see(audience)
        foreign = [one for one in view.values() if (house.chain.get(one["id"]) or {}).get("meeting") == house.earlier]
        assert {one["id"] for one in foreign} == set(house.agreed[:3])
        more = {"history"} if audience in ("control", "report") else set()
        assert all(set(one) <= CARRIED | more for one in foreign)
        told = set(texts(view))
        assert "Dit briefje is van de vorige keer" not in told and "Een aanbod dat bleef liggen" not in told
    origin = house.see("screen")[house.agreed[0]]["origin"]
    assert origin == {"title": "De vorige keer", "date": "2025-08-11"}


def test_elsewhere_on_the_agenda_the_room_does_not_see_it(house):
    house.go(0)
    for audience in ("screen", "phone"):
        assert not set(house.agreed) & set(house.see(audience))
    assert set(house.agreed[:3]) <= set(house.see("control"))


def test_a_meeting_that_does_not_look_back_sees_nothing(house):
    house.go(0)
    house.do("step.remove", step=house.step)
    for audience in ALL:
        assert not set(house.agreed) & set(house.see(audience))
    assert house.no("action.follow", action=house.agreed[0], status="bezig") == "Dit hoort bij een andere bijeenkomst."


def test_before_it_begins_there_is_nothing_to_see(tmp_path):
    class Waiting(House):
        def go(self, number: int) -> str:
            return self.steps[number] if number else super().go(number)

    house = Waiting(tmp_path, made(kind()))
    assert house.state(1) == {} and not set(house.agreed) & set(house.see("control"))


def test_finished_here_is_still_seen_here_and_gone_the_next_time(house):
    first, second, third = house.agreed[:3]
    house.do("action.follow", action=first, status="voltooid")
    house.do("action.follow", action=second, status="vervallen")
    assert sorted(listed(house)) == sorted(one["what"] for one in AGREED[:3])
    next_meeting(house)
    assert listed(house) == ["Twee scholen uitnodigen"]
    assert house.see("control")[third]["origin"]["title"] == "De vorige keer"


def test_finished_between_meetings_is_told_once(house):
    house.do("meeting.close")
    house.ask(Seat(FACILITATOR), "action.follow", action=house.agreed[0], status="voltooid")
    next_meeting(house)
    assert "De huisartsen bellen" in listed(house)
    assert {row["id"]: row.get("news") for row in house.state(1)["order"]}[house.agreed[0]] is True
    next_meeting(house, "Nog een keer")
    assert "De huisartsen bellen" not in listed(house)


def test_an_action_that_was_removed_disappears_from_the_list(house):
    own, house.meeting = house.meeting, house.earlier
    house.do("action.remove", action=house.agreed[0])
    house.meeting = own
    assert house.agreed[0] not in house.see("control") and "De huisartsen bellen" not in listed(house)


# following


def test_status_obstacle_and_help_are_seen_by_the_room(house):
    told = {"status": "bezig", "obstacle": "Niemand neemt op", "help": "Een naam bij de post", "when": "2026-12-20"}
    house.do("action.follow", action=house.agreed[0], **told)
    for audience in ALL:
        view = house.see(audience)[house.agreed[0]]
        assert {key: view[key] for key in told} == told
    assert house.state(1, "screen")["counts"]["bezig"] == 1


def test_what_a_phone_says_is_the_facilitators_to_take_over(house):
    action, body = house.agreed[0], {"status": "voltooid", "obstacle": "", "help": ""}
    house.by(1, "progress.tell", step=house.step, action=action, **body)
    [told] = house.listed("progress", "control")
    assert (told["by"], told["org"], told["status"]) == ("Els", "Steunpunt", "voltooid")
    assert not house.listed("progress", "screen") and not house.listed("progress", "phone")
    assert not house.listed("progress", "own", 0) and house.listed("progress", "own", 1)
    assert house.see("screen")[action]["status"] == "nog niet begonnen"
    house.do("action.follow", action=action, status="voltooid", told=told["id"])
    assert house.see("screen")[action]["status"] == "voltooid"
    assert house.listed("progress", "own", 1)[0]["taken"] is True
    assert house.count()["open"] == 0


def test_the_last_word_of_a_person_counts_and_can_be_left(house):
    for status in ("bezig", "voltooid"):
        house.by(1, "progress.tell", step=house.step, action=house.agreed[0], status=status)
    [told] = house.listed("progress", "control")
    assert told["status"] == "voltooid"
    house.do("progress.leave", progress=told["id"])
    assert house.count() | {"told": 1, "open": 0} == house.count()


def test_an_anonymous_step_knows_nobody(tmp_path):
    house = House(tmp_path, made(kind(), names="anoniem"))
    house.by(1, "progress.tell", step=house.step, action=house.agreed[0], status="bezig")
    [told] = house.listed("progress", "control")
    assert "by" not in told and "org" not in told
    assert house.people[1] not in set(texts(house.chain.entities[told["id"]]))
    assert house.listed("progress", "own", 1) and not house.listed("progress", "own", 2)


@pytest.mark.parametrize(
    ("body", "say"),
    [
        ({"status": "klaar"}, "Kies een status uit de lijst."),
        ({"obstacle": "a" * 501}, "Houd het korter dan 500 tekens. Nu zijn het er 501."),
        ({"action": "a0"}, "Deze actie is er niet meer."),
        ({"action": "aanbod"}, "Dit hoort bij een andere bijeenkomst."),
    ],
)
def test_what_cannot_be_followed_is_refused(house, body, say):
    if body.get("action") == "aanbod":
        body = {"action": next(one["id"] for one in house.chain.of_type("action") if one.get("offered"))}
    assert house.no("action.follow", **{"action": house.agreed[0], **body}) == say


def test_a_phone_cannot_speak_of_another_action(house):
    body = {"step": house.step, "action": house.agreed[3], "status": "bezig"}
    assert house.refused(0, "progress.tell", **body).startswith("Deze actie staat niet (meer) op de lijst")
    assert house.refused(0, "progress.tell", **{**body, "action": house.agreed[0], "status": "af"}).startswith("Kies")


def test_the_screen_shows_one_of_its_own_list(house):
    house.do("look.at", step=house.step, action=house.agreed[1])
    assert house.state(1, "screen")["at"] == house.agreed[1]
    assert house.no("look.at", step=house.step, action=house.agreed[3]).startswith("Deze actie staat niet op de lijst")


# history


def rows(house: House, action: str) -> list[dict[str, Any]]:
    return house.see("control")[action]["history"]


def test_history_says_when_where_and_from_what_to_what(house):
    action = house.agreed[0]
    house.do("action.follow", action=action, status="bezig", obstacle="Geen tijd")
    house.ask(Seat(FACILITATOR), "action.call", action=action, day="2026-12-01", text="Belt volgende week")
    first, second, third = rows(house, action)
    assert (first["name"], first["meeting"]) == ("action.made", house.earlier)
    assert second["changes"] == {"status": ["nog niet begonnen", "bezig"], "obstacle": [None, "Geen tijd"]}
    assert second["meeting"] == house.meeting and second["at"] > first["at"]
    assert (third["meeting"], third["day"], third["text"]) == ("", "2026-12-01", "Belt volgende week")


def test_history_is_complete_after_undo_and_after_undoing_that(house):
    action = house.agreed[0]
    views = held(house)
    house.do("action.follow", action=action, status="voltooid")
    deed = house.see("control")[house.meeting]["undo"]
    assert deed["label"] == "stand van een actie"
    again = house.do("undo", seq=deed["seq"])["seq"]
    assert house.see("screen")[action]["status"] == "nog niet begonnen"
    _, done, taken_back = rows(house, action)
    assert done["undone"] and taken_back["undoes"] == done["seq"]
    assert house.chain.entities[action]["closed"] is None
    house.do("undo", seq=again)
    assert house.see("screen")[action]["status"] == "voltooid" and not rows(house, action)[1]["undone"]
    follow(house, views)


def test_undo_gives_back_what_was_taken_over(house):
    house.by(1, "progress.tell", step=house.step, action=house.agreed[0], status="voltooid")
    [told] = house.listed("progress", "control")
    house.do("action.follow", action=house.agreed[0], status="voltooid", told=told["id"])
    house.do("undo", seq=house.see("control")[house.meeting]["undo"]["seq"])
    assert house.listed("progress", "control")[0]["taken"] is False


def test_what_was_edited_since_cannot_be_undone(house):
    done = house.do("action.follow", action=house.agreed[0], status="voltooid")["seq"]
    own, house.meeting = house.meeting, house.earlier
    house.do("action.edit", action=house.agreed[0], status="bezig")
    house.meeting = own
    assert house.no("undo", seq=done).startswith("Hier is daarna al iets aan veranderd.")


def test_who_comes_from_another_meeting_cannot_follow(house):
    seat = Seat(PARTICIPANT, house.meeting, house.people[0])
    assert house.ask(seat, "action.follow", action=house.agreed[0], status="bezig")["code"] == "forbidden"


# the report


def test_the_report_tells_what_became_of_every_action(house):
    house.do("action.follow", action=house.agreed[0], status="voltooid")
    house.do("action.follow", action=house.agreed[1], obstacle="Geen drukker", help="Een voorbeeld")
    told = words(house.paper(1))
    assert "3 acties van eerder: 1 voltooid, 2 nog niet begonnen." in told
    assert "status: nog niet begonnen → voltooid (in deze bijeenkomst)" in told
    assert "Geen drukker" in told and "Een voorbeeld" in told and "De vorige keer, 11 augustus 2025" in told
    assert "Bij 1 actie veranderde niets." in told  # which one, stands in the table above


def test_the_report_forgets_what_was_undone(house):
    done = house.do("action.follow", action=house.agreed[0], status="voltooid")["seq"]
    house.do("undo", seq=done)
    told = words(house.paper(1))
    assert "→" not in told and "Er veranderde niets." in told


def test_the_report_names_who_said_it_only_as_far_as_the_step_allows(house):
    house.by(1, "progress.tell", step=house.step, action=house.agreed[0], status="bezig", help="Nog een week")
    [told] = house.listed("progress", "control")
    house.do("action.follow", action=house.agreed[0], status="bezig", told=told["id"])
    assert "gezegd door Els, Steunpunt" in words(house.paper(1))
    assert "gezegd door Els" not in words(house.paper(1, names=False))


def test_what_is_still_open_stands_behind_the_new_actions_with_where_it_comes_from(tmp_path):
    house = House(tmp_path, made(kind()), step("acties", 0))
    house.do("action.follow", action=house.agreed[2], status="vervallen")
    house.go(2)
    house.do("action.make", step=house.steps[2], what="Een nieuwe actie")
    table = next(block for block in house.paper(2) if isinstance(block, Table))
    came = "\n(Uit De vorige keer, 11 augustus 2025)"
    listed = ["Een nieuwe actie", f"De huisartsen bellen{came}", f"Een kaart met nummers maken{came}"]
    assert [row[:2] for row in table.rows] == [[str(number), what] for number, what in enumerate(listed, 1)]
    assert "Daarachter staan 2 acties die nog lopen" in words(house.paper(2))


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_of_the_report_tells_what_became_of_the_actions(house, version):
    house.do("action.follow", action=house.agreed[0], status="voltooid")
    source = Source(house.room.report_view(house.meeting), house.meeting, house.time)
    paper = read(build(source, house.rooms.rulebook.kinds, Choice(version)))
    said = ["De stand van nu", "status: nog niet begonnen → voltooid"]
    assert all(paper.count(words) for words in (["Voltooid: De huisartsen bellen."] if version == "kort" else said))
    assert "Dit briefje is van de vorige keer" not in "\n".join(paper.lines)
