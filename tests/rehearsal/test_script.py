"""Scripts: a good one is read whole, a bad one is refused with all of its faults, each with its line."""

from pathlib import Path

import pytest

from exercises.registry import KINDS
from facilitator import content
from facilitator.content import ContentFaults
from facilitator.rehearsal import paper
from facilitator.rehearsal.agreed import Agreed, days, goals, roles
from facilitator.rehearsal.check import has_row
from facilitator.rehearsal.cli import run
from facilitator.rehearsal.lines import Ref
from facilitator.rehearsal.play import known
from facilitator.rehearsal.script import read
from facilitator.rehearsal.sent import FACILITATOR, Person
from facilitator.settings import ROOT

BAD = Path(__file__).parent / "bad"
EXAMPLES = ROOT / "exercises" / "scripts"
EXAMPLE = EXAMPLES / "harderwijk-ermelo.yaml"


@pytest.fixture(scope="module")
def library():
    return content.load(ROOT, {kind.name: kind for kind in KINDS})


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_all_faults_of_a_bad_script_are_told_at_once(path, library):
    expected = [line for line in (BAD / "expected.txt").read_text().splitlines() if line.startswith(path.name + ":")]
    with pytest.raises(ContentFaults) as refusal:
        read(path, library)
    assert [str(fault).removeprefix(f"{BAD}/") for fault in refusal.value.faults] == expected


def test_a_script_that_is_not_there_is_a_fault(tmp_path, library):
    with pytest.raises(ContentFaults, match="Het bestand kan niet worden gelezen"):
        read(tmp_path / "weg.yaml", library)


def test_a_good_script_becomes_acts_in_order_with_names_for_ids(tmp_path, library):
    path = tmp_path / "goed.yaml"
    path.write_text(
        """
titel: Een proef
keten: Lindervaart
bron: eigen voorstel
agenda: startbijeenkomst
deelnemers:
  - {id: sam, naam: Sam, organisatie: Gemeente Lindervaart}
stappen:
  - oefening: kansen-en-acties
    groepjes:
      - {id: groep, naam: Contact, briefjes: [los]}
    briefjes:
      - {id: los, van: sam, bouwsteen: 2, tekst: Bellen}
  - oefening: stemmen
    toon: nee
    stemmen:
      - {van: sam, keuzes: {groep: 2}}
"""
    )
    script = read(path, library)
    assert script.people == [Person("Sam", "Gemeente Lindervaart", "")]
    wall, vote = script.scenes
    assert [(act.who, act.name, act.body) for act in wall.acts] == [
        (0, "note.post", {"text": "Bellen", "block": 2}),
        (FACILITATOR, "step.reveal", {"on": True}),
        (FACILITATOR, "cluster.make", {"name": "Contact", "notes": [Ref("los")]}),
    ]
    assert [(act.who, act.name, act.body) for act in vote.acts] == [(0, "ballot.cast", {"choices": {Ref("groep"): 2}})]


def test_the_example_is_a_good_script_that_uses_every_word(library):
    script = read(EXAMPLE, library)
    assert len(script.people) == 11
    assert [scene.number for scene in script.scenes] == list(range(11))
    assert not any(person.name for person in script.people)


def test_what_the_first_meeting_agrees_is_known_in_the_second(library):
    script = read(EXAMPLES / "twee-bijeenkomsten.yaml", library)
    first, second = script.sittings
    assert (first.agenda, second.agenda) == ("startbijeenkomst", "kort-overleg")
    assert (first.place, second.date) == ("Lindervaart", "2026-11-24")
    looked_back = second.scenes[0].acts
    assert [(act.who, act.name) for act in looked_back[:3]] == [
        (1, "progress.tell"), (FACILITATOR, "look.at"), (FACILITATOR, "action.follow")
    ]  # fmt: skip
    told = looked_back[0].keep
    assert looked_back[2].body == {"action": Ref("maak-kaart"), "status": "voltooid", "told": Ref(told)}


@pytest.mark.crowd
def test_an_action_of_the_first_meeting_is_finished_in_the_second_and_the_report_says_so(asked, tmp_path, capsys):
    wanted = asked("play", script=EXAMPLES / "twee-bijeenkomsten.yaml", report=tmp_path / "verslag.docx")
    assert run(wanted) == 0
    assert "Van eerder   4, waarvan 1 voltooid" in capsys.readouterr().out
    first, second = (paper.read((tmp_path / name).read_bytes()) for name in ("verslag-1.docx", "verslag.docx"))
    what = "Een kaart maken met namen en nummers"
    assert has_row(first, what, "Steunpunt De Linde", "20 oktober 2026", "nog niet begonnen")
    assert has_row(second, what, "Steunpunt De Linde", "20 oktober 2026", "voltooid")
    assert has_row(
        second, what, "status: nog niet begonnen → voltooid (in deze bijeenkomst, gezegd door Steunpunt De Linde)"
    )
    assert has_row(second, "De startvraag in het spreekuur zetten", "Een tekst die andere praktijken al gebruiken.")
    assert not first.count("De stand van nu") and second.count("De stand van nu")


def test_a_bad_script_is_refused_on_the_command_line_before_anything_starts(asked, capsys):
    assert run(asked("play", script=BAD / "yaml.yaml")) == 1
    assert f"{BAD / 'yaml.yaml'}:3: Dit is geen geldige YAML." in capsys.readouterr().err


@pytest.mark.crowd
def test_the_example_is_played_and_all_of_it_is_in_the_report(asked, capsys):
    assert run(asked("play", script=EXAMPLE)) == 0
    assert "Alles wat verstuurd is, staat in het volledige verslag." in capsys.readouterr().out


PAPER = """titel: Een proef
keten: Lindervaart
bron: eigen voorstel
agenda: jaarlijkse-evaluatie
deelnemers:
  - {id: sam, organisatie: Gemeente Lindervaart}
  - {id: noor, organisatie: Steunpunt De Linde}
  - {id: joop, organisatie: Huisartsenpost Noord}
stappen:
  - oefening: evaluatie-schaal
    schaal:
      - {van: sam, cijfers: [4, 3, 0, 5, 2]}
      - {van: noor, cijfers: [2, 3, 5, 5, 1]}
      - {van: joop, cijfers: [4, 0, 0, 0, 0]}
    papier: {mensen: 2, cijfers: [[3, 5], [3], [1, 1], [5, 4], 2]}
  - oefening: algemene-doelen
    briefjes:
      - {id: weg, van: sam, vraag: 2, tekst: De weg weten}
      - {id: rust, van: noor, vraag: 2, tekst: Op adem komen}
    papier: {briefjes: [Gehoord worden, Niet wachten], organisatie: De Zonnebloem}
  - oefening: stemmen
    stemmen:
      - {van: sam, keuzes: {weg: 2}}
    papier: {mensen: 2, stemmen: {weg: 1, rust: 4}}
  - oefening: matrix
    cijfers:
      - {van: sam, cijfers: {weg: [5, 4]}}
    papier: {mensen: 2, cijfers: {weg: [[5, 4], [1, 1]], rust: [[2], [3]]}}
  - oefening: acties
    acties:
      - {wat: Bellen, van: sam, plaats: 1}
    papier: {acties: [Een kaartje sturen], organisatie: De Zonnebloem}
  - oefening: afsluiten
    papier: {voornemens: [Ik kom terug], waard: [Goed gesprek]}
"""


@pytest.mark.crowd
def test_what_is_on_paper_comes_out_and_what_the_table_refuses_is_told_with_its_line(asked, tmp_path, capsys):
    path = tmp_path / "papier.yaml"
    path.write_text(PAPER)
    assert run(asked("play", script=path)) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line for line in said if line.startswith("  - ")] == [
        f"  - {path}:31: De tafel weigert dit. Deze actie is nog een aanbod. Zet hem eerst op de lijst."
    ]
    report = paper.read((tmp_path / "verslag.docx").read_bytes())
    assert report.count("Een kaartje sturen") and report.count("Ik kom terug") and report.count("Niet wachten")
    marks = "1 keer een 2, 1 keer een 3, 2 keer een 4, 1 keer een 5"
    assert any(row[1] == "4" and row[-1] == marks for row in report.rows)
    assert any(row[-1] == "3" and row[1].startswith("De weg weten") for row in report.rows if len(row) == 3)


def test_control_what_was_agreed_and_is_not_in_the_report_is_told():
    """A goal, a letter, a role, an offer, an instrument and a date that a report does not have (D33)."""
    there = Agreed(
        goals={
            "d1": {"text": "De weg weten", "letters": {"timed": "Voor de zomer."}, "adopted": True, "stand": "loopt"}
        },
        roles={"h1": {"slot": "developer.x1", "organisation": "De Linde", "contact": "Sanne"}},
        instruments={"x1": "De kaart"},
        offers={("s1", 0, "quality_guardian.3"): {"how": "fits", "other": ""}},
        dates={"s2": ["2027-01-21"]},
    )
    rows = [
        ["De weg weten", "Tijdgebonden: Voor de zomer.", "loopt"],
        ["De kaart", "De Linde (Sanne)", "nog te beleggen"],
        ["Kwaliteitsbewaker, bouwsteen 3: Informatie", "dit past bij ons", "Sam"],
        ["donderdag 21 januari 2027, 14:00 tot 16:00 uur", "2", "0", "0", ""],
    ]
    checks = (goals, roles, days)
    assert [line for check in checks for line in check(rows, there)] == []
    for at, changed in ((0, 1), (1, 1), (2, 1), (3, 0)):
        other = [[*row] for row in rows]
        other[at][changed] = "iets anders"
        assert [line for check in checks for line in check(other, there)], rows[at]
    assert len([line for check in checks for line in check([], there)]) == 5


def test_a_look_back_that_the_house_puts_first_is_no_step_of_the_script():
    """A meeting with open actions begins with them, also where the agenda has no look back (chain/making.py)."""
    real = [{"exercise": name} for name in ("kennismaking", "terugblik", "kansen", "kansen", "afsluiten")]
    assert known(real, ["kennismaking", "kansen", "kansen", "afsluiten"]) == [real[0], *real[2:]]
    assert known(real, [one["exercise"] for one in real]) == real
