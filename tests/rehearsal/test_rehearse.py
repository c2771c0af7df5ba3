"""A whole rehearsal: everything in the report, the same seed the same content, and nothing can get lost unseen."""

import copy
import io
import zipfile

import pytest

from facilitator.rehearsal import cast
from facilitator.rehearsal.check import lost
from facilitator.rehearsal.cli import run
from facilitator.rehearsal.director import Rehearsal, perform
from facilitator.rehearsal.paper import read
from facilitator.rehearsal.programme import Programme
from facilitator.rehearsal.sent import Person

pytestmark = pytest.mark.crowd
FAST = 100_000.0


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory):
    """One small rehearsal: its report's bytes, and what was sent."""
    path = tmp_path_factory.mktemp("oefening") / "verslag.docx"
    sent, missing = perform(Rehearsal("startbijeenkomst", 6, 7, FAST, path), Programme(quiet=True))
    assert missing == []
    return path.read_bytes(), sent


def without(report: bytes, *texts: str) -> bytes:
    """The same document with these texts gone from every place."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(report)) as old, zipfile.ZipFile(found, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                for text in texts:
                    assert text.encode() in part
                    part = part.replace(text.encode(), b"")
            new.writestr(name, part)
    return found.getvalue()


def test_six_people_play_the_whole_agenda_and_nobody_is_refused(rehearsed):
    report, sent = rehearsed
    assert len(sent.people) == 6 and sent.refused == []
    assert not read(report).count("Niet of niet helemaal aan de zaal getoond"), "all of it was shown, also the dates"
    assert len(sent.introductions) == 6
    assert len(sent.notes) > 25 and len(sent.clusters) > 1
    assert [len(sent.ballots[step]) for step in sent.ballots_of("stemmen", "planning")] == [6, 6]
    assert len(sent.agreed.goals) == 7 and sum(goal["adopted"] for goal in sent.agreed.goals.values()) > 2
    assert len(sent.agreed.roles) > 3 and len(sent.agreed.offers) > 6
    assert [len(given) for given in sent.ratings.values()] == [6]
    assert len(sent.actions) > 5
    assert len(sent.commitments) == 6


def test_the_same_seed_gives_the_same_content_and_another_one_does_not(rehearsed, asked, tmp_path, capsys):
    report, _ = rehearsed
    assert run(asked("rehearse", report=tmp_path / "nog-eens.docx")) == 0
    again = (tmp_path / "nog-eens.docx").read_bytes()
    assert read(again).content() == read(report).content()
    assert "Alles wat verstuurd is, staat in het volledige verslag." in capsys.readouterr().out
    others = cast.people(6, 8)
    assert others != cast.people(6, 7) == cast.people(6, 7)


def test_control_a_note_that_is_not_in_the_report_is_told_and_makes_the_exit_code_1(rehearsed, tmp_path, capsys):
    report, sent = rehearsed
    note, text = next((note, text) for note, text in sent.notes.items() if list(sent.notes.values()).count(text) == 1)
    found = lost(without(report, text), sent)
    assert any(note in sentence and "staat niet in de bijlage" in sentence for sentence in found)
    assert Programme(quiet=True).closing(sent, found, tmp_path) == 1
    assert text[:40] in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (lambda sent: sent.notes.update(nzz="Nergens"), "Briefje nzz 'Nergens' staat niet in de bijlage."),
        (lambda sent: sent.clusters.update(czz="Nergens"), "Groepje 'Nergens' staat niet in het verslag."),
        (lambda sent: sent.joined(6, Person("Nergens")), "Deelnemer 'Nergens' staat niet in het verslag."),
        (lambda sent: one(sent.commitments)[1].update(text="Nergens"), "Voornemen of mening 'Nergens' staat niet"),
        (lambda sent: one(sent.actions)[1].update(who="Nergens"), "staat niet (zo) in het verslag."),
        (lambda sent: one(sent.agreed.goals)[1].update(text="Nergens"), "Doel 'Nergens' staat niet"),
        (lambda sent: one(sent.agreed.roles)[1].update(organisation="Nergens"), "'Nergens' staat niet (zo)"),
        (lambda sent: one(sent.introductions)[1].update(how="Nergens"), ", aanbod:"),
    ],
    ids=["note", "group", "person", "commitment", "action", "goal", "role", "introduction"],
)
def test_control_what_was_sent_and_is_not_there_is_told(rehearsed, more, sentence):
    report, sent = rehearsed
    wanted = copy.deepcopy(sent)
    more(wanted)
    assert any(sentence in told for told in lost(report, wanted))


def one(rows):
    return next(iter(rows.items()))


def test_control_a_vote_too_many_and_another_mark_are_told(rehearsed):
    report, sent = rehearsed
    wanted = copy.deepcopy(sent)
    [vote] = wanted.ballots_of("stemmen")
    ballots = wanted.ballots[vote]
    choices = one(ballots)[1]
    candidate = one(choices)[0]
    choices[candidate] += 1
    [said] = lost(report, wanted)
    assert said.startswith("De ") and "stippen op" in said
    wanted = copy.deepcopy(sent)
    [ratings] = wanted.ratings.values()
    for given in ratings.values():
        given[candidate] = [1, 5] if given[candidate][0] > 2 else [5, 1]
    assert any(told.startswith("De cijfers van") for told in lost(report, wanted))


def test_a_file_that_is_no_report_is_told(rehearsed):
    _, sent = rehearsed
    assert lost(b"geen verslag", sent) == [
        "Het verslag is geen Word-document (not a Word document: File is not a zip file)."
    ]


def test_an_unknown_agenda_is_told_with_the_ones_there_are(asked, capsys):
    assert run(asked("rehearse", meeting="feest")) == 1
    said = capsys.readouterr().err
    assert "De agenda 'feest' bestaat niet. Kies uit: " in said
    assert all(f" {agenda}" in said for agenda in ("startbijeenkomst", "workshop"))


OWN = """---
id: eigen-avond
titel: Onze avond
fase: B
minuten: 20
bron: eigen werk
stappen:
  - oefening: {wall}
    onderdeel: Kijken
    minuten: 10
    kies: [2]
  - oefening: acties
    onderdeel: Doen
    minuten: 10
    van: {wall}
---

Een korte avond.
"""
WALL = """---
id: eigen-muur
soort: briefjes
titel: Onze eigen muur
minuten: 10
bron: eigen werk
---

## Vragen

- Wat hoorde u vandaag?
- Wat zag u vandaag?

## Doel

Samen kijken.

## Voorbeelden

### 1

- Een zucht aan de telefoon
- Gemopper in de wachtkamer

### 2

- Een buurvrouw die nooit meer komt
- Een zoon die alles regelt
"""


def test_an_agenda_of_one_s_own_is_rehearsed_and_its_folder_is_left_alone(asked, tmp_path, capsys):
    for name, text in {
        "agendas/eigen-avond.md": OWN.format(wall="eigen-muur"),
        "oefeningen/eigen-muur.md": WALL,
    }.items():
        path = tmp_path / "eigen" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert run(asked("rehearse", meeting="eigen-avond", participants=3, data=tmp_path, report=tmp_path / "v.docx")) == 0
    report = read((tmp_path / "v.docx").read_bytes())
    assert report.count("Onze eigen muur") and report.count("Onze avond")
    assert report.count("Een zoon die alles regelt") and not report.count("Een zucht aan de telefoon"), "as was asked"
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "v.docx"])
    (tmp_path / "eigen" / "agendas" / "eigen-avond.md").write_text(OWN.format(wall="eigen-weg"), encoding="utf-8")
    assert run(asked("rehearse", meeting="eigen-avond", data=tmp_path)) == 1
    assert "eigen-avond.md:8: " in capsys.readouterr().err, "what is wrong with it, with file and line"
    assert run(asked("rehearse", meeting="eigen-feest", data=tmp_path)) == 1
    assert f"bestaat niet in {tmp_path / 'eigen'}. Kies uit: " in capsys.readouterr().err


def test_a_meeting_that_looks_back_begins_with_what_the_one_before_left(tmp_path):
    path = tmp_path / "verslag.docx"
    sent, missing = perform(Rehearsal("kort-overleg", 3, 7, FAST, path), Programme(quiet=True))
    assert missing == [] and sent.refused == []
    assert len(sent.earlier) > 3 and len(sent.told) == 3
    assert "De stand van nu" in read(path.read_bytes()).lines
    forgotten = without(path.read_bytes(), next(iter(sent.earlier.values()))["what"])
    assert any("van een eerdere bijeenkomst" in line for line in lost(forgotten, sent))
