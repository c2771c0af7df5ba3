"""The report for participants: who gives it, who gets it, what is in it, and when it is over."""

import io
from datetime import UTC, datetime

import docx
import pytest

from facilitator.chain import handout
from tests.web.indoors import NOON, Indoors, Visitor

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAGE, FILE = "/regie/{}/verslag", "/tafel/{}/verslag.docx"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A closed meeting: Ibrahim was there, and Wilhelmina is the contact person of a role."""
    house = Indoors(tmp_path_factory.mktemp("handout"))
    house.phone = house.join("Ibrahim")
    last = house.room.chain.steps(house.meeting)[-1]["id"]
    house.do("step.add", exercise="rollen-verdelen", after=last)
    place = {"slot": "chain_director", "organisation": "Gemeente Ede", "contact": "Wilhelmina"}
    house.do("role.assign", step=house.step("rollen"), **place)
    house.do("meeting.close")
    yield house
    house.close()


def give(house, **fields):
    asked = {"version": "deelnemers", "until": "2026-11-25", "names": "nee", **fields}
    return house.regie.post(PAGE.format(house.ref) + "/deelnemers", asked)


def fetched(house, by=None):
    return (by or house.phone).get(FILE.format(house.ref))


def text_of(body: bytes) -> str:
    document = docx.Document(io.BytesIO(body))
    cells = [cell.text for one in document.tables for row in one.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


def test_nothing_lies_ready_until_it_is_given(house):
    reply = fetched(house)
    assert reply.status_code == 404 and "Er ligt nu geen verslag voor u klaar" in reply.text
    assert house.seen("phone", "handout") == []


def test_who_was_there_fetches_it_after_the_close_and_nobody_else_does(house):
    assert give(house).status_code == 303
    (seen,) = house.seen("phone", "handout")
    assert seen == {"id": seen["id"], "type": "handout", "until": "2026-11-25", "names": False, "ends": seen["ends"]}
    assert house.seen("screen", "handout") == house.seen("report", "handout") == []
    reply = fetched(house)
    assert (reply.status_code, reply.content_type) == (200, WORD)
    assert reply.headers["Content-Disposition"].startswith('attachment; filename="verslag-de-start')
    assert reply.headers["Cache-Control"] == "no-store"
    for other in (Visitor(house), house.regie):  # nobody, and the facilitator: no seat at this table
        refused = fetched(house, other)
        assert refused.status_code == 401 and "op dezelfde telefoon" in refused.text
    page = house.regie.get(PAGE.format(house.ref)).text
    assert "Het verslag ligt klaar: versie deelnemers, zonder namen." in page and "25 november 2026" in page


def test_who_left_the_table_gets_it_no_more(house):
    house.do("meeting.open")
    leaver = house.join("Carla")
    give(house)
    assert fetched(house, leaver).status_code == 200
    leaver.post(f"/tafel/{house.ref}/weg")
    assert fetched(house, leaver).status_code == 401
    house.do("meeting.close")


@pytest.mark.parametrize(("names", "named"), [("nee", False), ("ja", True)])
def test_names_only_when_asked_and_contact_persons_never(house, names, named):
    assert give(house, names=names).status_code == 303
    told = text_of(fetched(house).data)
    assert "Gemeente Ede" in told and ("Ibrahim" in told) is named and "Wilhelmina" not in told
    own = house.regie.get(PAGE.format(house.ref) + ".docx?soort=deelnemers").data
    assert "Wilhelmina" in text_of(own)  # the facilitator's own has both


@pytest.mark.parametrize(
    ("fields", "say"),
    [
        ({"version": "volledig"}, "Geef de versie kort of deelnemers."),
        ({"until": "2026-11-21"}, "Deze dag is al geweest."),
        ({"until": "2028-11-22"}, "Dat is langer dan een jaar."),
        ({"until": ""}, "Kies een dag tot wanneer"),
        ({"until": "2027-02-31"}, "Kies een dag tot wanneer"),
        ({"until": "morgen"}, "Dit is geen datum."),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(house, fields, say):
    give(house)
    reply = give(house, **fields)
    assert reply.status_code == 409 and say in reply.text
    assert fetched(house).status_code == 200


def test_it_is_made_once_until_something_changes(house):
    give(house)
    first = fetched(house).data
    house.now += 60
    assert fetched(house).data == first
    house.do("meeting.edit", place="Buurthuis De Brink")
    assert "Buurthuis De Brink" in text_of(fetched(house).data)


def test_it_is_taken_back(house):
    give(house)
    assert house.regie.post(PAGE.format(house.ref) + "/deelnemers", {"terug": "ja"}).status_code == 303
    assert house.seen("phone", "handout") == []
    assert fetched(house).status_code == 404
    again = house.regie.post(PAGE.format(house.ref) + "/deelnemers", {"terug": "ja"})
    assert again.status_code == 409 and "Er ligt geen verslag klaar voor deelnemers." in again.text


def test_the_last_day_counts_whole_and_after_it_the_report_is_gone_and_says_so(house):
    give(house, until="2026-11-22")
    midnight = datetime(2026, 11, 22, 23, tzinfo=UTC).timestamp()  # in the Netherlands
    house.now = midnight - 1
    assert fetched(house).status_code == 200
    house.now = midnight
    reply = fetched(house)
    assert reply.status_code == 410 and "U kon het ophalen tot en met 22 november 2026." in reply.text
    assert house.seen("phone", "handout")[0]["ends"] == midnight  # from then on the phone says so
    assert "De laatste dag was 22 november 2026." in house.regie.get(PAGE.format(house.ref)).text
    house.now = NOON


def test_nothing_given_is_never_open():
    assert not handout.is_open(None, NOON)
