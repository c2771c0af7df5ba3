"""A rule of ours that breaks down: who asked hears so, and memory is what the book says."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from facilitator.chain.command import Command
from tests.chain.sim import summary
from tests.rooms.house import House


def honest(house: House) -> bool:
    """Memory equals the fold of the book, on every channel as well."""
    room, rules = house.room, house.rooms.rulebook
    folded = summary(rules.fold(room.id, house.ledger.read(room.id)))
    gate = house.rooms.gate
    views = [held == gate.whole(room.chain, room.people, room.audience(one)) for one, held in room.held.items()]
    return folded == summary(room.chain) and all(views)


@pytest.fixture
def broken(house: House) -> House:
    """Briefjes that puts half of a note down and then falls over, when the text says so."""
    whole = house.rooms.rulebook.events["note.posted"]

    def half(chain: Any, event: Any) -> None:
        whole(chain, event)
        if event.body["text"] == "val om":
            chain.entities[event.step]["title"] = "Half veranderd"
            raise KeyError("lane")

    house.rooms.rulebook.events["note.posted"] = half
    return house


def test_what_was_half_changed_is_read_again_from_the_book(broken: House) -> None:
    epoch = broken.room.epoch
    assert broken.ask(broken.anna, "note.post", step=broken.step, text="Een")["ok"]
    answer = broken.ask(broken.anna, "note.post", step=broken.step, text="val om")
    assert (answer["ok"], answer["code"], "fout bij ons" in answer["say"]) == (False, "refused", True)
    assert (broken.texts(), broken.on_disk()) == (["Een"], ["Een"])
    assert broken.room.chain.entities[broken.step]["title"] == "Wat kan er beter?"
    assert (broken.room.epoch != epoch, broken.reloads) == (True, 1), "every page starts with whole views again"
    assert honest(broken)
    assert broken.ask(broken.anna, "note.post", step=broken.step, text="Twee")["ok"]
    assert honest(broken)


def test_what_waits_with_it_is_sent_again_and_nothing_is_lost_or_doubled(broken: House) -> None:
    waiting: list[Any] = []
    broken.rooms.writer.start = waiting.append
    answers: dict[str, list[dict[str, Any]]] = {}
    for number, text in enumerate(("Een", "val om", "Twee")):
        command = Command("note.post", {"step": broken.step, "text": text}, broken.anna, f"{number:032x}")
        broken.room.accept(command, answers.setdefault(text, []).append)
    waiting.pop()()
    assert {text: [one["code"] for one in said] for text, said in answers.items()} == {
        "Een": ["retry"],
        "val om": ["refused"],
        "Twee": ["retry"],
    }
    assert (broken.sent, broken.texts(), broken.on_disk()) == ([], [], [])
    broken.rooms.writer.start = lambda work: work()
    for number, text in ((0, "Een"), (2, "Twee")):
        assert broken.ask(broken.anna, "note.post", f"{number:032x}", step=broken.step, text=text)["ok"]
    assert broken.on_disk() == broken.texts() == ["Een", "Twee"]
    assert honest(broken)


def test_a_rule_that_breaks_down_before_it_changed_anything_costs_nobody_anything(house: House) -> None:
    rules = house.rooms.rulebook.rules

    def falls(desk: Any) -> None:
        raise ZeroDivisionError

    rules["note.post"] = dataclasses.replace(rules["note.post"], decide=falls)
    epoch = house.room.epoch
    answer = house.ask(house.anna, "note.post", step=house.step, text="Een")
    assert (answer["code"], house.room.epoch, house.reloads) == ("refused", epoch, 0)
    assert honest(house)


def test_control_without_reading_again_memory_says_something_else(broken: House) -> None:
    broken.rooms.writer.distrust = lambda fault, failed: failed(fault)
    broken.ask(broken.anna, "note.post", step=broken.step, text="val om")
    assert not honest(broken)
