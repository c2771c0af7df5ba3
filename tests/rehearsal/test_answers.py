"""What people answered on a scale, or to dates: a rehearsal finds it in the report, and misses what is not there."""

from __future__ import annotations

import copy

from facilitator.rehearsal.check import commitments, dates, lost
from facilitator.rehearsal.director import Rehearsal, perform
from facilitator.rehearsal.paper import Paper
from facilitator.rehearsal.programme import Programme
from facilitator.rehearsal.sent import Sent

FAST = 100_000.0


def test_marks_of_the_yearly_evaluation_are_in_the_report_and_another_one_is_missed(tmp_path):
    path = tmp_path / "verslag.docx"
    sent, missing = perform(Rehearsal("jaarlijkse-evaluatie", 4, 7, FAST, path), Programme(quiet=True))
    assert missing == [] and sent.refused == []
    [step] = sent.ballots_of("schaal")
    assert len(sent.ballots[step]) == 4
    wanted = copy.deepcopy(sent)
    for choices in wanted.ballots[step].values():
        choices["1"] = 5 if choices.get("1") == 1 else 1
    [said] = lost(path.read_bytes(), wanted)
    assert said.startswith("De cijfers '")


def test_what_stands_once_with_how_often_it_was_said_counts_as_often_and_no_more():
    said = {("s1", person): {"text": "Bellen", "worth": "Veel gehoord", "better": ""} for person in range(3)}
    paper = Paper(["Bellen", "Bellen", "Bellen", "Veel gehoord (3 keer)"], [])
    assert commitments(paper, Sent(commitments=said)) == []
    [missed] = commitments(paper, Sent(commitments={**said, ("s1", 4): {"text": "", "worth": "Veel gehoord"}}))
    assert "'Veel gehoord'" in missed


def test_what_was_said_with_other_capitals_or_a_full_stop_is_the_same():
    spelled = ("Samen eten", "samen eten.", "SAMEN  ETEN")
    said = {("s1", person): {"text": "", "worth": text} for person, text in enumerate(spelled)}
    for line in ("Samen eten (3 keer)", "samen eten. (3 keer)"):
        assert commitments(Paper([line], []), Sent(commitments=said)) == []
    [missed] = commitments(Paper(["Samen eten (2 keer)"], []), Sent(commitments=said))
    assert "'Samen eten'" in missed


def test_a_count_of_dates_that_is_not_there_is_missed():
    sent = Sent(kinds={"s1": "planning"}, ballots={"s1": {0: {"d1": 3, "d2": 1}, 1: {"d1": 3, "d2": 2}}})
    paper = Paper([], [["maandag", "2", "0", "0", "gekozen"], ["dinsdag", "0", "1", "1", ""]])
    assert dates(paper, sent) == []
    sent.ballots["s1"][1]["d2"] = 3
    assert dates(paper, sent) == ["De aantallen '1 / 0 / 1' bij een datum staan niet in het verslag."]
