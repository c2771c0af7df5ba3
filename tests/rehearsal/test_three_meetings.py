"""A keten lives: start, basis 1 and basis 2 in a row, played from a script; the third report tells that story truly."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercises.registry import KINDS
from facilitator import content
from facilitator.rehearsal.check import has_row
from facilitator.rehearsal.house import House
from facilitator.rehearsal.paper import Paper, read
from facilitator.rehearsal.play import sit
from facilitator.rehearsal.programme import Programme
from facilitator.rehearsal.script import read as read_script
from facilitator.rehearsal.stage import Stage
from facilitator.settings import ROOT

SCRIPT = ROOT / "exercises" / "scripts" / "drie-bijeenkomsten.yaml"
CARD, QUESTION = "Eén kaart maken met wie wat doet", "De startvraag in het spreekuur zetten"
SPEED = 100_000.0


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> dict[str, Paper]:
    """The full report of each meeting, and of the last one also the short version and the one for participants."""
    folder = tmp_path_factory.mktemp("drie")
    script = read_script(SCRIPT, content.load(ROOT, {kind.name: kind for kind in KINDS}))
    found: dict[str, Paper] = {}
    with House(speed=SPEED, limits=False, practice=True) as house:
        ids: dict[str, str] = {}
        stages: list[Stage] = []
        try:
            for number, sitting in enumerate(script.sittings, 1):
                stages.append(Stage(house, stages[-1] if stages else None))
                refused = sit(stages[-1], script, sitting, ids, SPEED, Programme(quiet=True))
                assert refused + stages[-1].finish(folder / f"{number}.docx") == []
                found[str(number)] = read((folder / f"{number}.docx").read_bytes())
                if number < len(script.sittings):
                    stages[-1].end()
            for version in ("kort", "deelnemers"):
                body = stages[-1].facilitator.report(version)
                Path(folder / f"{version}.docx").write_bytes(body)
                found[version] = read(body)
        finally:
            for stage in stages:
                stage.close()
    return found


pytestmark = pytest.mark.crowd


def said(paper: Paper) -> str:
    return "\n".join([*paper.lines, *(cell for row in paper.rows for cell in row)])


def test_the_first_report_shows_the_pieces_with_their_own_who_and_when(papers):
    assert has_row(papers["1"], "1", CARD, "Steunpunt De Linde", "16 november 2026", "nog niet begonnen")
    assert has_row(papers["1"], "1a", "Namen en nummers opvragen bij alle partners", "6 oktober 2026")
    assert has_row(papers["1"], "1c", "De kaart ophangen in alle wachtkamers", "Huisartsenpost Noord")


def test_the_second_report_tells_of_splitting_handing_over_and_giving_up(papers):
    happened = "status: nog niet begonnen → bezig; datum: 26 oktober 2026 → 15 januari 2027; wie: Huisartsenpost Noord → Thuiszorg Lindervaart (in deze bijeenkomst, gezegd door Ravi, Huisartsenpost Noord) opgeknipt in 2 subacties (in deze bijeenkomst)"  # noqa: E501
    assert has_row(papers["2"], QUESTION, happened, "Ravi doet het spreekuur straks niet meer.")
    assert has_row(papers["2"], "Een gezamenlijke nieuwsbrief", "vervallen")
    assert has_row(papers["2"], "– De kaart in gewone taal schrijven", "Gemeente Lindervaart", "bezig")
    assert "waarvan 1 voltooid" in said(papers["2"])


@pytest.mark.parametrize("version", ["3", "deelnemers"])
def test_the_third_report_tells_how_it_stands_now(papers, version):
    third = papers[version]
    told = said(third)
    assert "4 acties van eerder: 2 voltooid, 2 bezig." not in told
    assert (
        "4 acties van eerder: 2 voltooid, 1 bezig, 1 nog niet begonnen. Daarbij horen 5 subacties, waarvan 4 voltooid."
        in told
    )
    assert has_row(third, CARD, "Steunpunt De Linde", "voltooid")
    assert has_row(third, "2", QUESTION, "Thuiszorg Lindervaart", "15 januari 2027", "bezig")
    assert has_row(third, "2b", "De vraag met het team oefenen", "Steunpunt De Linde", "15 maart 2027", "bezig")
    over = "wie: Thuiszorg Lindervaart → Steunpunt De Linde"
    assert any(over in cell for row in third.rows for cell in row)
    assert "De tekst is nog te lang voor één kaart." not in told, "it is done: that is in the way no more"
    assert "Een gezamenlijke nieuwsbrief" not in told, "it was given up, and told of, the time before"
    assert "Elke mantelzorger weet bij wie zij terechtkan." in told, "form 2 has the goals of the first meeting"
    assert has_row(third, "Centraal informatiepunt", "Steunpunt De Linde")
    whence = [cell for row in third.rows for cell in row if cell.startswith("Uit Startbijeenkomst")]
    assert not whence, "where an earlier action comes from stands beside it in the list, and not once more"


def test_the_short_version_says_what_is_done_and_who_is_asked(papers):
    told = said(papers["kort"])
    assert "Van eerdere bijeenkomsten: 4 acties, waarvan 2 voltooid, 1 bezig en 1 nog niet begonnen." in told
    assert f"Voltooid: {CARD}; Een ochtend meelopen bij het steunpunt." in told
    part = f"De vraag met het team oefenen, als deel van “{QUESTION}” (voor 15 maart 2027)"
    assert f"Steunpunt De Linde: {part}." in told
    assert f"Thuiszorg Lindervaart: {QUESTION} (voor 15 januari 2027, over tijd)." in told
    assert "Huisartsenpost Noord" not in told.partition("Wat er van wie gevraagd wordt")[2].partition("Wat er van")[0]
