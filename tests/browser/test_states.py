"""axe, targets, letters and contrast in every state of every kind, on a phone, in the control room and on the screen
(A1, A5, A7)."""

from collections.abc import Iterator

import pytest

from exercises.registry import KINDS
from tests.browser.looking import Eyes
from tests.browser.room import Room
from tests.browser.stage import Stage

# Per step of the agenda, in its order: the kind and the acts before which the windows are looked at as well.
STATES = {
    "Wie zit er aan tafel?": ("kennismaking", ("introduction.give", "turn.skip", "turn.choose")),
    "De ketenaanpak in het kort": ("uitleg", ("step.timer",)),
    "Wat doet onze keten voor deze mantelzorger?": ("persona", ("persona.choose", "note.post", "step.reveal")),
    "Een casus samen bekijken": ("casus", ("case.settle",)),
    "Wat betekent dit voor mijzelf?": ("reflectie", ()),
    "Waar komen wij mantelzorgers al tegen?": ("vindplaatsen", ()),
    "Wat verwachten we van elkaar?": ("briefjes", ("note.many", "cluster.make")),
    "Wat kunnen we nu al doen?": ("briefjes", ()),
    "Wat doen we het eerst?": ("stemmen", ("weighing.close", "step.reveal")),
    "Hoeveel helpt het, en hoeveel moeite kost het?": ("matrix", ("weighing.close", "step.reveal")),
    "Wie doet wat, en voor wanneer?": ("acties", ("action.accept", "action.split")),
    "Wat neemt u mee?": ("afsluiten", ("step.reveal",)),
    "Welke doelen kiezen we samen?": ("doelen", ("goal.look", "goal.edit", "goal.adopt")),
    "Wie doet mee, en wat verwachten we?": ("rollen", ("role.offer", "role.look", "role.assign", "role.remove")),
    "Wat is er al voor mantelzorgers?": ("instrumenten", ("instrument.adopt", "instrument.look")),
    "Wie horen er aan onze tafel?": ("checklist", ("partner.adopt", "partner.invite")),
    "Wie werken er samen rond de mantelzorger?": ("netwerk", ("network.say", "network.propose", "network.seat")),
    "Onze keten in vijf cijfers": ("schaal", ("weighing.close", "step.reveal", "scale.show")),
    "Wat werd er van onze acties?": ("terugblik", ()),  # with actions of an earlier meeting: test_lookback.py
    "Wanneer zien we elkaar weer?": ("planning", ("date.propose", "ballot.cast", "date.choose")),
}
SECRET = ("stemmen", "matrix")  # every stop of these shows something else: open, closed, shown
# Exercises that do not stand in the agenda of the start; they come behind it.
MORE = (
    "evaluatie-schaal",
    "verwachtingen",
    "terugblik",
    "casus-bespreken",
    "reflectie",
    "vindplaatsen",
    "instrumenten",
    "checklist",
    "netwerkkaart",
)


@pytest.fixture(scope="module")
def room(stage: Stage) -> Iterator[Room]:
    hall = stage.hall(6)
    for exercise in MORE:
        hall.do("step.add", exercise=exercise, after=hall.steps[-1]["id"])
        hall.steps = hall.wire.steps()
    yield Room(stage, hall)
    hall.close()


@pytest.mark.parametrize("title", STATES)
def test_a_kind_is_accessible_in_each_state(room: Room, eyes: Eyes, title: str, long_run: bool):
    """At the start, before what comes last of its stops, and at the end; with `--long` before every stop."""
    kind, stops = STATES[title]
    stops = stops if long_run or kind in SECRET else stops[-1:]
    assert room.hall.go(title)["kind"] == kind
    room.look(eyes, f"{kind}: at the start")
    for stop in stops:
        if room.hall.play(until=stop):
            room.look(eyes, f"{kind}: before {stop}")
            room.hall.play(most=1)
    room.hall.play()
    room.look(eyes, f"{kind}: at the end")


def test_every_kind_is_looked_at():
    """The gate: a new kind stands in the table above, or this fails (A2)."""
    assert {kind for kind, _ in STATES.values()} == {kind.name for kind in KINDS}
