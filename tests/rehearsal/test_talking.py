"""Scripts about one carer, about oneself and about places: what their lines become, and what is wrong with bad ones."""

import pytest

from exercises.registry import KINDS
from facilitator import content
from facilitator.content import ContentFaults
from facilitator.rehearsal.lines import Ref
from facilitator.rehearsal.script import read
from facilitator.rehearsal.sent import FACILITATOR
from facilitator.settings import ROOT

TOP = """
titel: Een proef
keten: Lindervaart
bron: eigen voorstel
agenda: {agenda}
deelnemers:
  - {{id: sam, naam: Sam, organisatie: Gemeente Lindervaart}}
  - {{id: kim, naam: Kim, organisatie: Thuiszorg West}}
stappen:
"""
CASE = """
  - oefening: casus-bespreken
    casus: {titel: Joke, tekst: Zij werkt vier dagen.}
    briefjes:
      - {van: sam, onderdeel: hulpvrager, tekst: Een avond vrij}
      - {id: tafel, van: kim, onderdeel: warme overdracht, tekst: Samen aan tafel}
    aanbod:
      - {van: sam, hoe: past bij ons}
    casusregisseur: Gemeente Lindervaart
    eerste_stap: {briefje: tafel, organisatie: Thuiszorg West}
  - oefening: reflectie
    briefjes:
      - {van: kim, vraag: 2, tekst: Eerst bellen}
    acties:
      - {van: kim, wat: Eerst bellen}
    klaar: [kim]
"""
PLACES = """
  - oefening: vindplaatsen
    eigen_plekken:
      - {id: kantine, van: sam, groep: jong, naam: De kantine}
    bezoek:
      - {van: kim, groep: ouder, plekken: [Apotheken]}
      - {organisatie: Bibliotheek, groep: ouder, plekken: [Bibliotheken], eigen: [kantine]}
"""
BAD = """
  - oefening: casus-bespreken
    briefjes:
      - {van: sam, onderdeel: vriend, tekst: Hallo}
    aanbod:
      - {van: sam, hoe: past bij een ander}
    eerste_stap: {briefje: weg}
    bezoek:
      - {van: kim, groep: ouder, plekken: [Apotheken]}
  - oefening: reflectie
    klaar: [niemand]
"""


@pytest.fixture(scope="module")
def library():
    return content.load(ROOT, {kind.name: kind for kind in KINDS})


def acts(tmp_path, library, agenda, steps):
    path = tmp_path / "proef.yaml"
    path.write_text(TOP.format(agenda=agenda) + steps, "utf-8")
    return [[(act.who, act.name, act.body) for act in scene.acts] for scene in read(path, library).scenes]


def test_a_case_is_told_written_about_settled_and_handed_over(tmp_path, library):
    case, reflection = acts(tmp_path, library, "casuistiek", CASE)
    assert case == [
        (FACILITATOR, "case.tell", {"title": "Joke", "text": "Zij werkt vier dagen."}),
        (FACILITATOR, "case.look", {"at": "seeker"}),
        (0, "note.post", {"text": "Een avond vrij", "section": "seeker"}),
        (FACILITATOR, "case.open", {"part": "seeker", "on": True}),
        (FACILITATOR, "case.look", {"at": "handover"}),
        (1, "note.post", {"text": "Samen aan tafel", "section": "handover"}),
        (FACILITATOR, "case.open", {"part": "handover", "on": True}),
        (FACILITATOR, "case.look", {"at": "director"}),
        (0, "role.offer", {"slot": "case_director", "how": "fits"}),
        (FACILITATOR, "case.settle", {"organisation": "Gemeente Lindervaart"}),
        (FACILITATOR, "case.look", {"at": "handover"}),
        (FACILITATOR, "case.hand", {"note": Ref("tafel"), "organisation": "Thuiszorg West"}),
    ]
    assert reflection == [
        (1, "note.post", {"text": "Eerst bellen", "lane": "2"}),
        (1, "action.make", {"what": "Eerst bellen", "sources": []}),
        (1, "reflection.ready", {}),
    ]


def test_places_are_named_in_the_words_of_the_list(tmp_path, library):
    [found] = acts(tmp_path, library, "basisbijeenkomst-1", PLACES)
    assert found == [
        (0, "place.add", {"group": "young", "name": "De kantine"}),
        (1, "place.tell", {"slot": "older.pharmacy"}),
        (FACILITATOR, "place.mark", {"organisation": "Bibliotheek", "slots": ["older.library", Ref("kantine")]}),
    ]


def test_all_that_is_wrong_is_told_at_once(tmp_path, library):
    with pytest.raises(ContentFaults) as refusal:
        acts(tmp_path, library, "casuistiek", BAD)
    told = [str(fault) for fault in refusal.value.faults]
    for sentence in (
        "'onderdeel' kent 'vriend' niet.",
        "Zeg bij 'ander' bij wie het past.",
        "'weg' is hier nog niet bekend.",
        "Bij een stap van de soort 'casus' past geen 'bezoek'.",
        "'niemand' staat niet bij de deelnemers.",
    ):
        assert any(sentence in fault for fault in told), (sentence, told)
    assert len(told) == 5
