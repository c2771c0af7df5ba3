"""Scripts about the network map: what their lines become, and who is there in which meeting."""

import pytest

from exercises.registry import KINDS
from facilitator import content
from facilitator.chain.network.guests import wider
from facilitator.content import ContentFaults
from facilitator.rehearsal.charting import Guest
from facilitator.rehearsal.mapped import Mapped
from facilitator.rehearsal.script import Script, read
from facilitator.rehearsal.sent import FACILITATOR
from facilitator.settings import ROOT

TOP = """
titel: Een proef
keten: Lindervaart
bron: eigen voorstel
deelnemers:
  - {id: sam, organisatie: Gemeente Lindervaart}
  - {id: kim, organisatie: Thuiszorg West}
  - {id: bo, organisatie: Steunpunt De Linde}
"""
MAP = """
agenda: ketenanalyse
stappen:
  - oefening: kennismaking
    kennismaking:
      - van: sam
        werkt_samen_met: [Thuiszorg]
        waarover: {thuiszorg: "samen bellen, elke week"}
        wil_samenwerken_met: [Huisartsen]
  - oefening: netwerkkaart
    soorten: {Thuiszorg West: zorg}
    samenwerking:
      - {van: kim, met: [Gemeente Lindervaart, Kerk], waarover: samen bellen}
      - {organisatie: Steunpunt De Linde, met: [Kerk], zegt: nee}
    kring:
      - {naam: Kerk, soort: overig}
    dezelfde:
      - {naam: Thuiszorg, is: Thuiszorg West}
    plekken:
      - {organisatie: Gemeente Lindervaart, plek: 5}
    voorstellen:
      - {van: bo, ziet: gaat goed, organisatie: Thuiszorg West, met: [Kerk]}
    oordelen:
      - {organisatie: Thuiszorg West, oordeel: gaat goed, met: [Kerk]}
      - {organisatie: Gemeente Lindervaart, oordeel: ontbreekt nog, met: [Huisartsen]}
    uitnodigen: [Huisartsen]
    nagekeken: [kim, sam, bo]
"""


@pytest.fixture(scope="module")
def library():
    return content.load(ROOT, {kind.name: kind for kind in KINDS})


def script(tmp_path, library, text: str) -> Script:
    path = tmp_path / "proef.yaml"
    path.write_text(TOP + text, "utf-8")
    return read(path, library)


def test_the_map_is_made_in_the_four_steps_and_checked_by_who_is_on_it(tmp_path, library):
    introductions, scene = script(tmp_path, library, MAP).scenes
    assert [act.body.get("about") for act in introductions.acts] == [["samen bellen, elke week"]]
    town, care, church, doctors = (
        Guest(name) for name in ("Gemeente Lindervaart", "Thuiszorg West", "Kerk", "Huisartsen")
    )
    assert [(act.who, act.name, act.body) for act in scene.acts] == [
        (FACILITATOR, "network.look", {"stage": 2}),
        (1, "network.say", {"name": "Gemeente Lindervaart", "says": "yes", "what": "samen bellen"}),
        (1, "network.say", {"name": "Kerk", "says": "yes", "what": "samen bellen"}),
        (FACILITATOR, "network.say", {"name": "Kerk", "says": "no", "organisation": Guest("Steunpunt De Linde")}),
        (FACILITATOR, "organisation.add", {"name": "Kerk", "sort": "overig"}),
        (FACILITATOR, "network.same", {"one": Guest("Thuiszorg"), "into": care}),
        (FACILITATOR, "organisation.edit", {"organisation": care, "sort": "zorg"}),
        (FACILITATOR, "network.seat", {"organisation": town, "spot": 4}),
        (FACILITATOR, "network.look", {"stage": 3}),
        (2, "network.propose", {"a": care, "b": church, "mark": "good"}),
        (FACILITATOR, "network.mark", {"a": care, "b": church, "mark": "good"}),
        (FACILITATOR, "network.mark", {"a": town, "b": doctors, "mark": "missing"}),
        (FACILITATOR, "network.look", {"stage": 4}),
        (FACILITATOR, "network.invite", {"guest": doctors}),
        (1, "network.say", {"name": "Gemeente Lindervaart", "says": "yes"}),
        (1, "network.say", {"name": "Kerk", "says": "yes"}),
        (0, "network.say", {"name": "Thuiszorg West", "says": "yes"}),
    ]


def test_a_meeting_can_have_more_on_its_agenda_and_not_everybody_comes(tmp_path, library):
    meetings = """
bijeenkomsten:
  - {titel: Een, agenda: kort-overleg, erbij: [netwerkkaart], afwezig: [kim], stappen: [{oefening: netwerkkaart}]}
  - {titel: Twee, agenda: ketenanalyse, stappen: [{oefening: netwerkkaart, nagekeken: [kim]}]}
"""
    first, second = script(tmp_path, library, meetings).sittings
    assert (first.extra, first.away, [scene.number for scene in first.scenes]) == (["netwerkkaart"], {1}, [5])
    assert (second.extra, second.away) == ([], set())


def test_who_is_not_there_says_nothing(tmp_path, library):
    meetings = """
bijeenkomsten:
  - titel: Een
    agenda: ketenanalyse
    afwezig: [kim, iemand]
    erbij: [tekenen]
    stappen:
      - {oefening: netwerkkaart, samenwerking: [{van: kim, met: [Kerk]}], nagekeken: [kim]}
"""
    with pytest.raises(ContentFaults) as refusal:
        script(tmp_path, library, meetings)
    told = [fault.sentence for fault in refusal.value.faults]
    assert sorted(line.partition(".")[0] for line in told) == [
        "'iemand' staat niet bij de deelnemers",
        "'kim' is er niet bij",
        "'van' kent 'kim' niet",
        "De oefening 'tekenen' bestaat niet",
    ]


@pytest.mark.parametrize("pilot", ["harderwijk-ermelo", "rotterdam-overschie", "midden-drenthe"])
def test_the_maps_of_the_pilots_hold_what_the_source_names_and_no_person(pilot, library):
    facts = read(ROOT / "exercises" / "scripts" / f"pilot-{pilot}.yaml", library)
    assert not any(person.name for person in facts.people)
    [chart, roles] = facts.scenes
    assert [act.body["slot"] for act in roles.acts] == ["chain_director", "information_point"]
    judged = {act.body["mark"] for act in chart.acts if act.name == "network.mark"}
    assert {"there", "good"} <= judged, "what the source names is drawn, and what it calls better is marked"


def test_control_a_line_that_is_not_in_the_report_is_told():
    """Of what was said last; not what was denied, merged, or taken off the map."""
    there, organisations = Mapped(), {0: "Gemeente Lindervaart", 1: ""}
    there.on_network_say(0, {"name": "Kerk"}, [])
    there.on_network_say(0, {"name": "School", "says": "yes"}, [])
    there.on_network_say(0, {"name": "School", "says": "no"}, [])
    there.on_network_say(0, {"name": "Thuiszorg"}, [])
    there.on_network_same(FACILITATOR, {"one": wider("Thuiszorg"), "into": "o1"}, [])
    there.on_network_say(1, {"name": "Kerk"}, [])
    row = ["KERK", "Gemeente Lindervaart", "Gemeente Lindervaart noemt het", ""]
    assert there.lost([row], organisations) == []
    assert there.lost([], organisations) == [
        "De lijn tussen 'Gemeente Lindervaart' en 'Kerk' staat niet in het verslag."
    ]
    there.on_network_mark(FACILITATOR, {"a": "o1", "b": wider("Kerk"), "mark": "none"}, [])
    assert there.lost([], organisations) == []
