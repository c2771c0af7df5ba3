"""R1 for what a keten lists: whatever is done with instruments, roles and lines of the checklist, in whatever order."""

import random
from typing import Any

import pytest

from exercises.registry import KINDS
from facilitator.chain.checklist import SORTS, STANDS
from facilitator.chain.command import FACILITATOR, PARTICIPANT, Seat
from tests.kinds.house import House, made
from tests.kinds.tables import follow, held, step

ACTS = 90
NAMES = ("Folder", "Praatgroep", "Gemeente Ede", "Steunpunt", "Huisarts")


def by_name(name: str) -> dict[str, Any]:
    return made(next(kind for kind in KINDS if kind.name == name))


class Walk:
    """One house, and somebody who does things to its lists by chance."""

    def __init__(self, house: House, chance: random.Random) -> None:
        self.house, self.chance = house, chance
        self.done: set[str] = set()

    def some(self, kind: str) -> str:
        found = [one["id"] for one in self.house.chain.of_type(kind)]
        return self.chance.choice(found) if found else "x0"

    def act(self) -> None:
        """One thing, allowed or not."""
        house, chance = self.house, self.chance
        _, tools, lines, roles = house.steps
        person = Seat(PARTICIPANT, house.meeting, chance.choice(house.people))
        seat, name, block = Seat(FACILITATOR, house.meeting), chance.choice(NAMES), chance.randrange(8)
        tool, partner = self.some("instrument"), self.some("partner")
        row = chance.choice(("municipality", "doctor", partner))
        acts: list[tuple[Seat, str, dict[str, Any]]] = [
            (person, "instrument.propose", {"step": tools, "name": name, "block": block, "executor": name}),
            (
                seat,
                "instrument.add",
                {"step": chance.choice((tools, roles)), "name": f"{name} {block}", "block": block},
            ),
            (seat, "instrument.adopt", {"instrument": tool, "on": block > 1}),
            (chance.choice((person, seat)), "instrument.edit", {"instrument": tool, "block": block, "group": name}),
            (chance.choice((person, seat)), "instrument.remove", {"instrument": tool}),
            (seat, "role.assign", {"step": roles, "slot": f"executor.{tool}", "organisation": name}),
            (seat, "role.remove", {"role": self.some("role")}),
            (person, "role.offer", {"step": tools, "slot": f"executor.{tool}", "how": "already"}),
            (seat, "partner.mark", {"step": lines, "row": row, "stand": chance.choice(("", *STANDS))}),
            (seat, "partner.invite", {"step": lines, "row": row}),
            (seat, "action.remove", {"action": self.some("action")}),
            (person, "partner.propose", {"step": lines, "sort": chance.choice(SORTS), "name": name}),
            (seat, "partner.add", {"step": lines, "sort": chance.choice(SORTS), "name": f"{name} {block}"}),
            (seat, "partner.adopt", {"partner": partner, "on": block > 1}),
            (chance.choice((person, seat)), "partner.remove", {"partner": partner}),
            (person, "tie.tell", {"step": lines, "row": row, "how": chance.choice(("us", "know", ""))}),
            (person, "participant.edit", {"organisation": name}),
            (seat, "meeting.go", {"step": chance.choice(house.steps)}),
            (seat, "undo", {"seq": chance.choice(list(house.chain.deeds) or [0])}),
            (seat, "undo", {"seq": ([*house.chain.deeds] or [0])[-1]}),
        ]
        who, command, body = chance.choice(acts)
        if house.ask(who, command, **body)["ok"]:
            self.done.add(command)


@pytest.mark.parametrize("seed", [1, 2])
def test_r1_s4_every_view_agrees_whatever_is_listed_in_two_meetings(tmp_path, seed):
    house = House(tmp_path, by_name("instrumenten"), by_name("checklist"), step("rollen", None))
    walk = Walk(house, random.Random(seed))
    for later in (False, True):
        if later:
            house.do("meeting.close")
            asked = {"title": "De volgende keer", "template": "proef", "date": "2027-01-20"}
            house.meeting = house.ask(Seat(FACILITATOR), "meeting.create", **asked)["ids"][0]
            house.steps = list(house.chain.entities[house.meeting]["steps"])
            house.do("meeting.open")
            house.people = [house.join() for _ in range(2)]
        views = held(house)
        for _ in range(ACTS // 2):
            walk.act()
            for channel in set(house.patches) - set(views):  # the room of the earlier meeting also hears of new names
                del house.patches[channel]
            follow(house, views)
    assert len(walk.done) >= 12, walk.done
    folded = house.rooms.rulebook.fold(house.room.id, house.rooms.ledger.read(house.room.id))
    assert folded.entities == house.chain.entities
