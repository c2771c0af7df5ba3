"""Papers for who learns to lead a table, held to the rules of the report: guide, form to watch with, the room read."""

import pytest

from exercises.registry import KINDS
from facilitator.chain.mirror import read
from facilitator.papers import guide, mirror, observation
from facilitator.papers.programme import Programme, asking
from tests.kinds.foyer import library
from tests.kinds.tables import Hall, step
from tests.report.opened import Opened
from tests.report.test_checks import CHECKS, headings_in_order, title
from tests.report.test_papers import AT

RULES = [check for check in CHECKS if check is not title]
BY_NAME = {kind.name: kind for kind in KINDS}
MEETING = {"title": "De start", "date": "2026-12-01", "place": "Ede"}


def agenda(template: str, begin: int | None = 9 * 60 + 30, **more) -> Programme:
    steps = [asking(one, BY_NAME) for one in library().agendas[template].step_templates()]
    return Programme("Keten Veluwerand", MEETING, steps, begin, **more)


def the_guide() -> bytes:
    tips = library().shelf.pages["pilots/vijftien-tips"]["parts"]
    named = [(kind.name.capitalize(), kind) for kind in KINDS]
    return guide.write_guide(agenda("train-de-trainer"), library().agendas["train-de-trainer"].about, named, tips, AT)


def longest() -> Programme:
    """The template with the most steps, and everything on the cover that there can be."""
    template = max(library().agendas.values(), key=lambda one: len(one.steps))
    return agenda(template.id, practice="OEFENING: dit gaat niet over een echte keten")


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> dict[str, Opened]:
    """Every paper, with all that is known and with nothing known."""
    hall = Hall(tmp_path_factory.mktemp("trainer"), step("stemmen", 0), people=6)
    for number in range(6):
        hall.time += 90
        hall.note(f"Briefje {number}", number)
    hall.play(1)
    hall.do("meeting.close")
    book = list(hall.rooms.ledger.read(hall.room.id))
    reading = read(book, hall.chain, hall.meeting, BY_NAME, hall.time)
    never = read([], hall.chain, "m0", BY_NAME, hall.time)
    many = Programme("Keten", {"title": "Lang"}, [asking(one, BY_NAME) for one in longest().steps * 3])
    found = {
        "guide": the_guide(),
        "observation": observation.write_observation(agenda("startbijeenkomst"), AT),
        "long observation": observation.write_observation(many, AT),
        "blank observation": observation.write_blank(AT),
        "bare observation": observation.write_observation(Programme("", {"title": "Leeg"}, []), AT),
        "mirror": mirror.write_mirror(reading, MEETING, "Keten Veluwerand", AT, "OEFENING"),
        "bare mirror": mirror.write_mirror(never, {"title": "Leeg"}, "Keten", AT),
    }
    return {name: Opened(data) for name, data in found.items()}


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
def test_every_paper_keeps_the_rule(papers, check):
    for name, paper in papers.items():
        if check is not headings_in_order or "observation" not in name:  # a form of one page has no chapters
            check(paper)


def test_the_guide_tells_the_day_every_kind_and_all_fifteen_tips(papers):
    paper = papers["guide"]
    assert [row[0] for row in paper.cells()[1:]][::3] == ["9:30", "11:00", "14:30", "15:30"]
    told = {row[0]: row[1:] for row in paper.cells(1)[1:]}
    assert told == {kind.name.capitalize(): [kind.purpose, kind.watch] for kind in KINDS}
    tips = [line for line in paper.lines("ListBullet") if line.endswith(")")]
    assert len(tips) == len(set(tips)) == 15
    assert guide.PROPOSAL in paper.lines("BodyText")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_says_what_it_is_for_and_what_to_look_at(kind):
    assert kind.purpose.startswith("Om ") and kind.purpose.endswith(".") and 40 < len(kind.purpose) < 170
    assert kind.watch.endswith("?") and 15 < len(kind.watch) < 60  # two lines of the form


def test_the_form_to_watch_with_has_every_step_on_the_clock_and_room_to_write(papers):
    rows = papers["observation"].cells(1)
    assert rows[0] == observation.HEADER and [row[0] for row in rows[1:3]] == ["9:30", "10:00"]
    assert len(rows) == 1 + len(agenda("startbijeenkomst").steps) and all(row[2] and not row[3] for row in rows[1:])
    assert len(papers["long observation"].cells(1)) <= 1 + observation.MOST
    assert [row[0] for row in papers["blank observation"].cells(1)[1:]] == [name for name, _ in observation.ALWAYS]


def test_reading_the_room_on_paper_says_what_the_page_says(papers):
    paper = papers["mirror"]
    assert [text for level, text in paper.outline() if level == 2] == ["Kansen", "Stemmen"]
    told = paper.lines("BodyText")
    assert "Alle 6 mensen met een telefoon brachten iets in." in told and paper.find("//w:drawing")
    assert paper.lines("Subtitle") == ["OEFENING"]
    assert "Stap voor stap" not in [text for _, text in papers["bare mirror"].outline()]
