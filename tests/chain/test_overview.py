"""The keten's overview: what is late first, who was not called for the longest first, nothing that was undone."""

from typing import Any

import pytest

from facilitator.chain import overview

TODAY = "2026-11-22"
MADE = {"seq": 1, "at": 1.0, "meeting": "m1", "name": "action.made"}


def action(identity: str, when: str = "", who: str = "", status: str = "bezig", **more: Any) -> dict[str, Any]:
    return {"id": identity, "what": identity, "when": when, "who": who, "status": status, "history": [MADE], **more}


def called(day: str) -> dict[str, Any]:
    return {"seq": 5, "at": 5.0, "meeting": "", "name": "action.called", "day": day, "text": "komt goed"}


ACTIONS = [
    action("zonder"),
    action("later", "2026-12-01", "Els", block=2),
    action("late", "2026-11-21", "Jan", block=1),
    action("vandaag", "2026-11-22", "els"),
    action("klaar", "2026-10-01", "Jan", "voltooid"),
    action("aanbod", offered=True),
    action("weg", gone=True),
]


def open_ones() -> list[dict[str, Any]]:
    return overview.still_open(ACTIONS, TODAY)


def test_the_earliest_date_comes_first_and_what_has_none_last():
    assert [one["id"] for one in open_ones()] == ["late", "vandaag", "later", "zonder"]
    assert [one["id"] for one in open_ones() if one["late"]] == ["late"]


@pytest.mark.parametrize(
    ("way", "keys"),
    [("datum", ["late", "soon", ""]), ("bouwsteen", [1, 2, 0]), ("wie", ["els", "Jan", ""])],
)
def test_the_same_actions_under_other_headings(way, keys):
    groups = overview.grouped(open_ones(), way)
    assert [group.key for group in groups] == keys
    assert sorted(one["id"] for group in groups for one in group.actions) == sorted(one["id"] for one in open_ones())


def test_finished_counts_and_offers_and_removed_ones_do_not():
    assert overview.done(ACTIONS) == (1, 5)
    assert [one["id"] for one in overview.over(ACTIONS, TODAY)] == ["klaar"]


def test_who_was_never_called_is_called_first_then_who_was_called_longest_ago():
    actions = [
        action("a", "2026-12-01", "Els", history=[MADE, called("2026-11-20")]),
        action("b", "2026-12-01", "Els"),
        action("c", "2026-12-01", "Jan", history=[MADE, called("2026-11-01")]),
        action("d", "2026-12-01", "Bo"),
        action("e", "2026-11-01", "Wies"),
        action("f", "2026-12-01"),
    ]
    callers = overview.to_call(overview.still_open(actions, TODAY))
    assert [(one.who, one.last) for one in callers] == [
        ("Wies", ""), ("Bo", ""), ("Jan", "2026-11-01"), ("Els", "2026-11-20")
    ]  # fmt: skip


def test_what_was_undone_is_not_in_what_stands():
    rows = [MADE, {**called("2026-11-20"), "undone": True}, {**called("2026-11-21"), "undoes": 5}]
    [one] = overview.still_open([action("a", history=rows)], TODAY)
    assert one["stands"] == [MADE] and one["call"] is None


def test_guests_are_told_once_with_all_their_people_and_meetings():
    organisations = {"o1": {"id": "o1", "name": "Steunpunt", "sort": "steunpunt"}}
    els, jan = {"name": "Els", "profession": "consulent", "org": "o1"}, {"name": "Jan", "org": "o1"}
    people = {"m1": [els, {"name": "Bo"}], "m2": [els, jan]}
    [guest] = overview.guests([{"id": "m1"}, {"id": "m2"}], people, organisations)
    assert list(guest.people) == [("Els", "consulent"), ("Jan", "")] and list(guest.meetings) == ["m1", "m2"]
