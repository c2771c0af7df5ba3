"""What a facilitator does at each kind before people can answer, and what those people do there."""

# the step's id is added
LED = {
    "persona": lambda step: [("persona.choose", {"persona": step["personas"][0]["id"]})],
    "casus": lambda step: [
        ("case.choose", {"persona": step["personas"][0]["id"]}),
        ("case.look", {"at": "director"}),
        ("case.look", {"at": "handover"}),
    ],
    "netwerk": lambda step: [("network.look", {"stage": 2}), ("network.look", {"stage": 3})],
    "planning": lambda step: [("date.propose", {"day": "2029-12-04"}), ("date.propose", {"day": "2029-12-11"})],
}
DOES = {
    "uitleg": set(),
    "acties": {"action.make", "action.take"},
    "afsluiten": {"commitment.make"},
    "briefjes": {"note.post", "note.edit", "note.withdraw"},
    "casus": {"note.post", "role.offer"},
    "checklist": {"tie.tell", "partner.propose"},
    "doelen": {"goal.make", "goal.edit"},
    "instrumenten": {"instrument.propose", "note.post", "role.offer"},
    "kennismaking": {"introduction.give"},
    "matrix": {"rating.give"},
    "netwerk": {"network.say", "network.propose"},
    "persona": {"note.post"},
    "planning": {"ballot.cast"},
    "reflectie": {"note.post", "action.make", "reflection.ready"},
    "rollen": {"role.offer", "note.post"},
    "schaal": {"ballot.cast"},
    "stemmen": {"ballot.cast"},
    "vindplaatsen": {"place.tell", "place.add"},
}
