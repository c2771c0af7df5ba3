"""Papers of one meeting: invitation, script, mail; and the start of a covenant; held to the rules of the report."""

import pytest

from exercises.registry import KINDS
from facilitator.chain.kind import Page
from facilitator.chain.paper import Bullets, Numbers, Quote, Table, Text
from facilitator.papers import covenant, invitation, mail, script
from facilitator.papers.materials import ALWAYS, materials
from facilitator.papers.programme import Programme, asking, moment, spoken
from facilitator.papers.prose import blocks_of, letter
from tests.kinds.foyer import library
from tests.report.opened import Opened
from tests.report.test_checks import (
    CHECKS,
    headings_in_order,
    no_empty_paragraph,
    no_merged_cells,
    real_lists,
    title,
)
from tests.report.test_papers import AT, ENTITIES, keten

RULES = [check for check in CHECKS if check is not title]
MEETING = {"id": "m2", "type": "meeting", "title": "De start", "date": "2026-12-01", "place": "Ede", "steps": ["s1"]}
ROUND = {
    "kind": "kennismaking",
    "title": "Wie zit er?",
    "group": "Kennismaking",
    "minutes": 30,
    "settings": {"seconds": 90},
    "prompts": [{"id": "1", "text": "Wat doet u nu al?"}],
    "coaching": {
        "goal": [["p", "Elkaar ", ["strong", "echt"], " kennen."]],
        "ask": [["p", "Wie belt u wel eens?"]],
        "pitfall": [["ul", ["li", "De klok"], ["li", "De koffie"]]],
        "late": [["p", "Een minuut de man."]],
        "notes": [["p", "Niet voorlezen."]],
    },
}
BACK = {"kind": "terugblik", "title": "Hoe staat het?", "group": "Kennismaking", "minutes": 15, "settings": {}}
LIST = {"kind": "acties", "title": "Wie doet wat?", "group": "", "minutes": 60, "settings": {}, "coaching": {}}
KINDS_BY_NAME = {kind.name: kind for kind in KINDS}
STEPS = [asking(step, KINDS_BY_NAME) for step in (ROUND, BACK, LIST)]
WAITING = [
    {"what": "De huisartsen bellen", "who": "Els", "when": "2027-01-15"},
    {"what": "De lijst maken", "whole": "Een kaart met nummers"},
]


def planned(begin: int | None = 13 * 60 + 30, **more) -> Programme:
    return Programme("Keten Veluwerand", MEETING, STEPS, begin, **more)


@pytest.fixture(scope="module")
def papers() -> dict[str, Opened]:
    """Every paper, with all that is known and with nothing known."""
    bare = Programme("Keten", {"title": "Leeg"}, [])
    found = {
        "invitation": invitation.write_invitation(planned(waiting=WAITING), AT),
        "script": script.write_script(planned(), AT),
        "covenant": covenant.write_covenant(keten(), "Keten Veluwerand", AT),
        "bare invitation": invitation.write_invitation(bare, AT),
        "bare script": script.write_script(bare, AT),
        "bare covenant": covenant.write_covenant(Page({}), "Keten", AT, "OEFENING"),
    }
    return {name: Opened(data) for name, data in found.items()}


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
def test_every_paper_keeps_the_rule(papers, check):
    for paper in papers.values():
        check(paper)


def test_the_script_tells_every_step_on_the_clock(papers):
    paper = papers["script"]
    assert paper.lines("CoverLine") == ["1 december 2026 · 13:30 tot 15:15 uur · Ede"]
    assert [row[0] for row in paper.cells()] == ["Tijd", "13:30", "14:00", "14:15", "15:15"]
    steps = [text for level, text in paper.outline() if level == 2]
    assert steps == ["13:30  Wie zit er?", "14:00  Hoe staat het?", "14:15  Wie doet wat?"]
    parts = [text for level, text in paper.outline() if level == 3]
    assert parts == ["Doel", "Zeg of vraag", "Vragen aan de zaal", "Let op", "Als u achterloopt", "Om te weten"]
    assert "Elkaar echt kennen." in paper.lines("BodyText") and "De koffie" in paper.lines("ListBullet")


def test_without_a_time_to_begin_the_script_counts_from_the_beginning():
    paper = Opened(script.write_script(planned(None), AT))
    assert [row[0] for row in paper.cells()[1:]] == ["+0:00", "+0:30", "+0:45", "+1:45"]
    assert script.NO_CLOCK in paper.lines("Small")


@pytest.mark.parametrize(
    ("typed", "found"), [("13:30", 810), (" 9.05 ", 545), ("24:00", None), ("half twee", None), ("", None)]
)
def test_a_time_is_read_or_it_is_none(typed, found):
    assert moment(typed) == found


def test_the_clock_goes_on_after_midnight():
    assert planned(23 * 60 + 50).clock(20) == "0:10"


def test_what_to_lay_ready_follows_the_steps_and_names_nothing_twice():
    assert materials([]) == list(ALWAYS)
    assert len(materials([*STEPS, *STEPS])) == len(ALWAYS) + 3


def test_the_invitation_says_what_to_prepare_and_for_how_long(papers):
    paper = papers["invitation"]
    told = paper.lines("BodyText")
    assert any("anderhalve minuut" in line for line in told) and paper.lines("ListNumber") == ["Wat doet u nu al?"]
    assert paper.cells()[1] == ["De huisartsen bellen", "Els", "15 januari 2027"]
    assert paper.cells()[2][0] == "De lijst maken (Een kaart met nummers)"
    assert invitation.ANSWERS in told
    quiet = {**ROUND, "settings": {"seconds": 90, "questions": False}}
    assert invitation.ANSWERS not in invitation.as_text(Programme("Keten", MEETING, [quiet]))
    assert "Tijd: 13:30 tot 15:15 uur" in paper.lines("ListBullet")
    assert "13:30 uur: Kennismaking (45 minuten)" in paper.lines("ListBullet")


def test_what_nobody_knows_is_a_gap_and_what_is_known_is_not(papers):
    bare, full = "".join(papers["bare invitation"].find("//w:t/text()")), invitation.as_text(planned())
    for gap in ("Datum: [invullen", "Tijd: [invullen", "Plaats: [invullen"):
        assert gap in bare and gap not in full
    assert "Datum: 1 december 2026" in full and "Plaats: Ede" in full
    signed = invitation.as_text(planned(director="Sanne, Gemeente Ede"))
    assert signed.endswith("Met vriendelijke groet,\nSanne, Gemeente Ede\n")
    assert signed.startswith("Onderwerp: Uitnodiging De start, 1 december 2026 · 13:30 tot 15:15 uur · Ede\n\nBeste")


@pytest.mark.parametrize(
    ("seconds", "words"), [(60, "1 minuut"), (90, "anderhalve minuut"), (45, "45 seconden"), (600, "10 minuten")]
)
def test_how_long_somebody_may_speak_is_said_in_words(seconds, words):
    assert spoken(seconds) == words


def test_the_covenant_says_what_it_is_and_how_many_gaps_it_has(papers):
    paper = papers["covenant"]
    assert paper.lines("Lead") == [covenant.NO_LAW]
    gaps = "".join(paper.xml().itertext()).count("[invullen:")
    assert f"Op {gaps} plekken" in paper.lines("BodyText")[0] and gaps > 10
    assert paper.lines("ListNumber") == ["Eén telefoonnummer"]
    assert paper.cells(0)[1:] == [
        ["Ketenregisseur", "Gemeente Ede"],
        ["Centraal informatiepunt", "[invullen: welke organisatie]"],
        ["Kwaliteitsbewaker 2: Preventie en vroegsignalering", "Steunpunt"],
    ]
    assert [row[0] for row in paper.cells(1)[1:]] == ["Gemeente Ede", "Steunpunt"]
    assert "Youssef" not in "".join(paper.xml().itertext())
    assert papers["bare covenant"].lines("Subtitle") == ["OEFENING"]


def test_every_gap_stands_out_and_nothing_else_does(papers):
    for name in ("covenant", "invitation", "bare invitation"):
        paper = papers[name]
        marked = paper.find("//w:r[w:rPr/w:rStyle[@w:val='Gap']]/w:t/text()")
        told = "\n".join("".join(line.itertext()) for line in paper.find("//w:p"))
        assert marked == ["[" + part.split("]")[0] + "]" for part in told.split("[")[1:]] != []
        assert all(gap.startswith("[invullen") for gap in marked)
    assert papers["covenant"].find("//w:style[@w:styleId='Gap']//w:shd", "word/styles.xml")


def test_the_mail_tells_what_comes_first_and_who_does_it():
    views = {one["id"]: one for one in (*ENTITIES, MEETING, {"id": "s1", "type": "step", "state": {}})}
    told = mail.as_text(mail.mail(Page(views, full=False), MEETING, "2027-02-02", ""), MEETING)
    assert told.startswith(
        "Onderwerp: Verslag De start van 1 december 2026\n\nBeste allemaal,\n\nDank voor uw komst op 1"
    )
    assert "1. Zonder dag\n2. Eerst (Els, 1 maart 2027)\n" in told and "- Els: Eerst (voor 1 maart 2027).\n" in told
    assert "2 deelnemers van 2 organisaties." in told and "Wij zien elkaar weer op 2 februari 2027." in told
    assert "Weg" not in told
    bare = mail.as_text(mail.mail(Page({"s1": views["s1"]}), {**MEETING, "date": ""}, "", "Sanne"), MEETING)
    assert mail.NONE in bare and mail.NO_NEXT in bare and bare.endswith("Met vriendelijke groet,\nSanne\n")


def test_prose_becomes_blocks_and_blocks_become_text():
    tree = [
        ["p", "Een ", ["em", "twee"]],
        ["ol", ["li", "eerst", ["ul", ["li", "dan"]]]],
        ["blockquote", ["p", "Zei"], ["p", "zij"]],
        ["table", ["thead", ["tr", ["th", "Wat"], ["th", "Wie"]]], ["tbody", ["tr", ["td", "a"], ["td", "b"]]]],
    ]
    blocks = blocks_of(tree)
    assert blocks == [Text("Een twee"), Numbers(["eerst dan"]), Quote("Zei zij"), Table(["Wat", "Wie"], [["a", "b"]])]
    assert letter([*blocks, Bullets(["x"])]) == "Een twee\n\n1. eerst dan\n\nZei zij\n\n- a (wie: b)\n\n- x\n"


def test_every_template_makes_a_script_and_an_invitation():
    """With all that authors wrote: lists in lists, tables, quotes, steps without a word of guidance."""
    for agenda in library().agendas.values():
        steps = [asking(step, KINDS_BY_NAME) for step in agenda.step_templates()]
        programme = Programme("Keten Veluwerand", {"title": agenda.title}, steps, 9 * 60)
        assert programme.minutes == agenda.minutes
        paper = Opened(script.write_script(programme, AT))
        for check in (headings_in_order, real_lists, no_empty_paragraph, no_merged_cells):
            check(paper)
        assert len(paper.cells()) == len(programme.steps) + 2
        told = invitation.as_text(programme)
        assert programme.hours in told and programme.parts()[-1][1] in told
