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


def test_what_two_people_do_stands_under_both_of_them():
    both = action("samen", "2026-12-03", "Els en Jan", each=[("p1", "Els"), ("", "Jan")])
    groups = overview.grouped(overview.still_open([*ACTIONS, both], TODAY), "wie")
    assert [(one.key, [action["id"] for action in one.actions]) for one in groups] == [
        ("els", ["vandaag", "later", "samen"]), ("Jan", ["late", "samen"]), ("", ["zonder"])
    ]  # fmt: skip
    assert [one["again"] for group in groups for one in group.actions if one["id"] == "samen"] == [False, True]


def test_a_call_to_one_of_two_people_is_no_call_to_the_other():
    rows = [MADE, {**called("2026-11-20"), "owner": "p1"}]
    both = action("samen", "2026-12-03", "Els en Jan", each=[("p1", "Els"), ("p2", "Jan")], history=rows)
    callers = overview.to_call(overview.still_open([both], TODAY))
    assert [(one.who, one.last) for one in callers] == [("Jan", ""), ("Els", "2026-11-20")]


def test_an_action_can_be_handed_to_everybody_once_and_to_who_came_again_by_their_last_seat():
    organisations = {"o1": {"id": "o1", "name": "Steunpunt"}}
    people = {
        "m1": [{"id": "p1", "name": "Els", "org": "o1"}],
        "m2": [{"id": "p2", "name": "Els", "org": "o1"}, {"id": "p3"}],
    }
    roles = [{"id": "r1", "organisation": "o1", "contact": "Bo"}, {"id": "r2", "organisation": "o1"}]
    found = overview.candidates(people, roles, organisations)
    assert found == [("r1", "Bo (Steunpunt)"), ("p2", "Els (Steunpunt)"), ("o1", "Steunpunt")]


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


def test_a_subaction_is_done_by_itself_and_not_counted_beside_its_whole():
    actions = [action("heel", subs=["deel"]), action("deel", status="voltooid", under="heel")]
    assert overview.done(actions) == (0, 1)
    assert [one["id"] for one in overview.still_open([*actions, action("nog", under="heel")], TODAY)] == ["heel", "nog"]


def goal(text: str, block: int = 0, stand: str = "loopt", adopted: bool = True, **more: Any) -> dict[str, Any]:
    return {"text": text, "block": block, "stand": stand, "adopted": adopted, **more}


def test_goals_stand_by_building_block_with_the_actions_of_that_block():
    goals = [goal("keten"), goal("klaar", 2, "gehaald"), goal("loopt nog", 2), goal("voorstel", 3, adopted=False)]
    found = overview.aims([*goals, goal("weg", 4, gone=True)], ACTIONS, TODAY)
    assert [(aim.block, [one["text"] for one in aim.goals]) for aim in found] == [
        (0, ["keten"]), (1, []), (2, ["loopt nog", "klaar"])
    ]  # fmt: skip
    assert [[one["id"] for one in aim.open] for aim in found] == [["vandaag", "zonder"], ["late"], ["later"]]
    assert [(aim.done, aim.all) for aim in found] == [(1, 3), (0, 1), (0, 1)]


def test_the_road_of_a_goal_tells_when_it_was_chosen_and_how_it_went():
    def row(seq: int, meeting: str, key: str, pair: list[Any], **more: Any) -> dict[str, Any]:
        return {"seq": seq, "at": seq, "meeting": meeting, "name": "goal", "changes": {key: pair}, **more}

    rows = [
        row(1, "m1", "adopted", [False, True]),
        row(2, "m2", "stand", ["loopt", "gehaald"], undone=True),
        row(3, "m3", "stand", ["loopt", "losgelaten"]),
    ]
    assert overview.road({"history": rows}) == [("gekozen", "m1"), ("losgelaten", "m3")]


ORGANISATIONS = {"o1": {"name": "Gemeente", "sort": "gemeente"}, "o2": {"name": "Steunpunt", "sort": "steunpunt"}}


def held(slot: str, organisation: str, contact: str = "") -> dict[str, Any]:
    return {"slot": slot, "organisation": organisation, "contact": contact}


def test_every_role_is_there_with_who_has_it_and_what_nobody_has():
    roles = [held("chain_director", "o1", "Marijke"), held("developer.i1", "o2"), held("developer.i1", "o2")]
    found = overview.posts(roles, [{"id": "i1", "name": "Cursus", "block": 4}], ORGANISATIONS)
    assert len(found) == 3 + 7 + 2 and sum(post.gap for post in found) == 9  # a casusregisseur is chosen for each carer
    assert found[0].holders == (("Gemeente", "Marijke"),)
    assert (found[-2].instrument, found[-2].block, found[-2].holders) == ("Cursus", 4, (("Steunpunt", ""),))


def test_partners_are_who_came_and_who_holds_a_role_with_how_they_reach_carers():
    found = overview.posts([held("chain_director", "o1")], [], ORGANISATIONS)
    guest = overview.Guest("Steunpunt", "steunpunt", meetings={"m1": None})
    told = [{"organisation": "o2", "contact": "Aan de balie, elke dag"}, {"organisation": "o1"}]
    steunpunt, gemeente = overview.partners([guest], found, told, ORGANISATIONS)
    assert (steunpunt.reaches, steunpunt.posts) == ("Aan de balie, elke dag", [])
    assert (gemeente.name, [post.role for post in gemeente.posts], list(gemeente.meetings)) == (
        "Gemeente", ["chain_director"], []
    )  # fmt: skip


def first(course: dict[str, Any], **more: Any) -> list[tuple[str, int]]:
    """What comes first; everything that is not said asks nothing."""
    asked = {"waiting": [], "callers": [], "found": [], "questions": [], **more}
    course = {"next": None, "known": True, "chosen": True, "phase": "C", **course}
    return [(one["what"], one["count"]) for one in overview.first_things(course=course, **asked)]


def test_what_is_late_comes_first_and_what_asks_nothing_is_not_there():
    waiting = open_ones()
    callers = overview.to_call(waiting)
    row = type("Row", (), {"meeting": ""})
    gaps = overview.posts([], [], {})
    found = first({"next": (row, "Basis 1")}, waiting=waiting, callers=callers, found=gaps)
    assert found == [("late", 1), ("meeting", 1), ("calls", 2), ("gaps", 9)]
    assert first({}) == []
    assert first({"chosen": False, "phase": "A"}, questions=["tables"], found=gaps) == [("questions", 1), ("plan", 1)]
