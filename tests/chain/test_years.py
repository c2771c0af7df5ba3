"""The keten over the years: the same statement then and now, and how far the actions were when."""

from typing import Any

from facilitator.chain import years


def row(key: str, median: float, scale: int = 5, **more: Any) -> dict[str, Any]:
    told = {"key": key, "text": key.upper(), "scale": scale, "median": median, "range": [median - 1, median + 1]}
    return {**told, "count": 7, "level": "eens", **more}


def asked(date: str, *rows: dict[str, Any], title: str = "Vijf cijfers") -> tuple[Any, Any, list[Any]]:
    return {"date": date, "title": f"Evaluatie {date[:4]}"}, {"title": title}, list(rows)


def test_the_same_statement_is_laid_beside_earlier_years_in_the_order_of_the_days():
    [score] = years.scores(
        [asked("2027-11-02", row("rollen", 4), row("doelen", 2)), asked("2026-11-03", row("doelen", 3.5))]
    )
    assert [one.text for one in score.statements] == ["ROLLEN", "DOELEN"]
    rollen, doelen = score.statements
    assert [(point.date, point.median) for point in doelen.points] == [("2026-11-03", 3.5), ("2027-11-02", 2)]
    assert doelen.years == ["2026", "2027"] and doelen.change == -1.5 and rollen.change is None
    assert (doelen.points[0].low, doelen.points[0].high, doelen.points[0].count) == (2.5, 4.5, 7)


def test_another_scale_is_another_statement_and_the_last_words_count():
    found = years.scores(
        [asked("2026-11-03", row("doelen", 3)), asked("2027-11-02", row("doelen", 8, 10, text="Nieuw"))]
    )
    assert [(one.text, one.scale, len(one.points)) for score in found for one in score.statements] == [("Nieuw", 10, 1)]


def test_each_exercise_stands_apart_the_last_one_first_and_nothing_measured_is_nothing():
    found = years.scores([asked("2026-01-05", row("a", 3)), asked("2026-06-02", row("b", 3), title="Zes factoren")])
    assert [score.title for score in found] == ["Zes factoren", "Vijf cijfers"]
    assert years.scores([asked("2026-01-05")]) == []


def test_a_meeting_without_a_day_keeps_its_place():
    [score] = years.scores([asked("2026-01-05", row("a", 1)), asked("", row("a", 2)), asked("2026-02-03", row("a", 3))])
    assert [point.median for point in score.statements[0].points] == [1, 2, 3]
    assert score.statements[0].years == ["2026-01-05", "Evaluatie ", "2026-02-03"]  # one year, so their days


def changed(at: float, key: str, before: Any, after: Any) -> dict[str, Any]:
    return {"at": at, "name": "action.followed", "changes": {key: [before, after]}}


MADE = {"at": 1.0, "name": "action.made"}


def test_how_far_the_actions_were_follows_from_their_history():
    actions = [
        {"status": "voltooid", "history": [MADE, changed(15, "status", "bezig", "voltooid")]},
        {"status": "bezig", "history": [{**MADE, "at": 12.0}]},
        {"status": "bezig", "gone": True, "history": [MADE, changed(15, "gone", False, True)]},
        {"status": "bezig", "history": [MADE, changed(15, "offered", True, False)]},
        {"status": "voltooid", "under": "a1", "history": [MADE]},
    ]
    meetings = [{"title": "Twee", "closed_at": 20.0}, {"title": "Een", "closed_at": 10.0}, {"title": "Straks"}]
    found = [(stop.meeting, stop.done, stop.all) for stop in years.progress(actions, meetings)]
    assert found == [("Een", 0, 2), ("Twee", 1, 3), ("", 1, 3)]


def test_an_act_that_was_taken_back_counts_as_it_was():
    rows = [
        MADE,
        changed(5, "status", "bezig", "voltooid"),
        {**changed(15, "status", "voltooid", "bezig"), "undoes": 5},
    ]
    [then, now] = years.progress([{"status": "bezig", "history": rows}], [{"title": "Een", "closed_at": 10.0}])
    assert (then.done, now.done) == (1, 0)
