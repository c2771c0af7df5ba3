"""What a crowd is asked, and what it says when that is wrong or nobody is there; no house is needed for it."""

from __future__ import annotations

import json

import pytest

from facilitator.practice.crowd import words
from facilitator.practice.crowd.asked import Asked
from facilitator.practice.crowd.crowd import Crowd
from facilitator.practice.crowd.process import run
from tests.practice.room import FAST


def test_a_closed_door_is_said():
    told = []
    crowd = Crowd(Asked(address="http://127.0.0.1:9", code="12345678", people=2, pace=FAST), told.append)
    crowd.start()
    assert crowd.over.wait(20)
    assert [one["fault"] for one in told if "fault" in one] == [words.NO_HOUSE]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"people": 500}, "het aantal mensen (1 tot 60)"),
        ({"people": 0}, "het aantal mensen"),
        ({"seed": "zeven"}, "het startgetal"),
        ({"lively": "wild"}, "hoe levendig het is"),
        ({"pace": 0}, "het tempo"),
        ({"code": "12"}, "de code van de deur"),
        ({"address": "elders"}, "het adres"),
        ({"meer": 1}, "De regel is niet te lezen"),
    ],
)
def test_what_is_asked_wrongly_is_said_in_a_sentence_and_nobody_comes(changed, said):
    asked = {"address": "http://127.0.0.1:9", "code": "12345678", "people": 2, **changed}
    told = []
    assert run(iter([json.dumps(asked).encode() + b"\n"]), told.append) == 1
    [line] = told
    assert said in json.loads(line)["fault"]


def test_a_parent_that_says_nothing_ends_it_with_a_sentence():
    told = []
    assert run(iter([]), told.append) == 1 and "De regel is niet te lezen" in told[0].decode()
