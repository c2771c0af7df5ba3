"""What a trainer fills in: a clear sentence for everything that cannot be, and nothing that was typed is lost."""

from __future__ import annotations

import re

import pytest

from facilitator.practice import agendas, halls, wish

GOOD = {"agenda": "startbijeenkomst", "people": "12", "seed": "7", "lively": "gewoon", "pace": "1", "town": "stad"}
BAD = [
    ({"people": "500"}, "people", wish.MANY.format(60)),
    ({"people": "1"}, "people", wish.FEW.format(2)),
    ({"people": "-3"}, "people", wish.FEW.format(2)),
    ({"people": "twintig"}, "people", wish.NO_NUMBER.format(2, 60)),
    ({"people": ""}, "people", wish.NO_NUMBER.format(2, 60)),
    ({"people": "²"}, "people", wish.NO_NUMBER.format(2, 60)),
    ({"seed": "zeven"}, "seed", wish.NO_SEED),
    ({"seed": "7.5"}, "seed", wish.NO_SEED),
    ({"seed": "9" * 12}, "seed", wish.BIG_SEED),
    ({"agenda": "bestaat-niet"}, "agenda", agendas.NO_AGENDA),
    ({"lively": "wild"}, "lively", wish.NO_CHOICE),
    ({"pace": "1000"}, "pace", wish.NO_CHOICE),
    ({"town": "atlantis"}, "town", wish.NO_CHOICE),
    ({"town": "eigen", "names": " \n\n"}, "names", wish.NO_NAMES),
    ({"town": "eigen", "names": "x" * 121}, "names", wish.LONG_NAME.format("x" * 40 + " …", 120)),
    ({"town": "eigen", "names": "\n".join(map(str, range(41)))}, "names", wish.MANY_NAMES.format(41, 40)),
]


@pytest.mark.parametrize(("typed", "field", "say"), BAD, ids=lambda part: str(part)[:30])
def test_what_cannot_be_is_said_beside_its_field(house, typed, field, say):
    reply = house.regie.post("/regie/oefenen", {**GOOD, **typed})
    assert reply.status_code == 409
    assert say in reply.get_data(as_text=True)
    assert re.search(rf'id="{field}-fault" role="alert"', reply.text)
    assert 'value="12"' in reply.text or "people" in typed, "what was typed stays"
    assert house.built.house.halls.rooms == {}


def test_a_ninth_room_is_refused(house):
    rooms = house.built.house.halls.rooms
    rooms.update({f"vol{number}": Full(number) for number in range(halls.MOST)})
    reply = house.regie.post("/regie/oefenen", GOOD)
    rooms.clear()
    assert (reply.status_code, halls.FULL in reply.text) == (409, True)


class Full:
    """A room that is only counted."""

    def __init__(self, number: int) -> None:
        self.number = number

    def view(self) -> dict[str, object]:
        return {"id": f"vol{self.number}", "title": "Vol", "phase": "open", "here": 0, "people": 0, "step": None}


def test_a_meeting_without_steps_cannot_be_practised(house):
    house.regie.post("/regie/ketens/k1/bijeenkomsten", {"title": "Leeg", "template": "workshop"})
    meeting = list(house.room.chain.of_type("meeting"))[-1]["id"]
    here, house.meeting = house.meeting, meeting
    try:
        for step in list(house.room.chain.steps(meeting)):
            house.do("step.remove", step=step["id"])
        reply = house.regie.get(f"/regie/oefenen?van=k1-{meeting}")
    finally:
        house.meeting = here
    assert (reply.status_code, "geen enkele stap" in reply.text) == (409, True)


def test_an_agenda_without_steps_cannot_be_practised(house):
    agenda = type("Empty", (), {"id": "leeg", "title": "Leeg", "steps": ()})
    library = type("Shelf", (), {"agendas": {"leeg": agenda}})
    with pytest.raises(wish.Refused, match=agendas.NO_STEPS):
        wish.read({**GOOD, "agenda": "leeg"}, library)


def test_a_meeting_is_practised_with_the_agenda_that_it_has_by_now(house):
    """Its own steps, titles, minutes and questions, and what goes on with what; nothing that was said there."""
    reply = house.regie.get(f"/regie/oefenen?van={house.ref}")
    assert re.search(rf'value="bijeenkomst:{house.ref}" selected>De start,', reply.text)
    steps = list(house.room.chain.steps(house.meeting))
    house.do("step.edit", step=steps[0]["id"], title="Wie: bent u?", minutes=7)
    house.do("step.remove", step=steps[1]["id"])
    steps = list(house.room.chain.steps(house.meeting))
    library = house.built.house.library
    made = agendas.chosen(f"bijeenkomst:{house.ref}", library, agendas.Meeting('De "start": nu', steps))
    agenda = library.judge("agenda", made.id, made.text)[1].thing
    kept = ("title", "minutes", "exercise", "group")
    assert [[step[key] for key in kept] for step in agenda.steps] == [[step[key] for key in kept] for step in steps]
    places = {step["id"]: at for at, step in enumerate(steps)}
    assert [step["from"] for step in agenda.steps] == [places.get(step["from"]) for step in steps]
    assert agenda.title == 'De "start": nu'


def test_a_meeting_of_what_is_gone_from_the_shelf_says_so(house):
    steps = [{**step, "exercise": "weg"} for step in house.room.chain.steps(house.meeting)]
    with pytest.raises(wish.Refused, match="kan de oefenzaal niet overnemen"):
        agendas.chosen("bijeenkomst:x", house.built.house.library, agendas.Meeting("Oud", steps))


def test_the_form_starts_with_the_agenda_that_was_asked_for(house):
    assert re.search(r'value="workshop" selected', house.regie.get("/regie/oefenen?template=workshop").text)


def test_the_pilots_of_the_handbook_bring_their_organisations(house):
    towns = wish.pilots(house.built.house.library)
    title, organisations = towns["midden-drenthe"]
    assert title == "Midden-Drenthe"
    assert ("Gemeente Midden-Drenthe", []) in organisations and len(organisations) == 10
    assert len(towns) == 3, "the page of tips names no organisations"


def test_an_empty_seed_is_drawn():
    assert wish.seed_of("") >= 1
    assert wish.seed_of(" 42 ") == 42
