"""Private pages by link: only one's own actions, without an account; what is told there counts, and says where from."""

import re

import pytest

from facilitator.live.limits import STRAYS, VISITS, Limits
from tests.web.indoors import NOON, Indoors, Visitor

LINKS = "/regie/ketens/k1/links"
SECRETS = ("Jan", "Ibrahim", "Wilhelmina", "De scholen uitnodigen", "Een briefje van iemand")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Els has two actions, Jan has one; there is more in this keten that is not theirs."""
    house = Indoors(tmp_path_factory.mktemp("wickets"))
    house.join("Ibrahim")
    house.do("note.post", step=house.step("briefjes"), text="Een briefje van iemand")
    step = house.step("acties")
    house.actions = [
        house.do("action.make", step=step, **one)["ids"][0]
        for one in (
            {"what": "De huisartsen bellen", "who": "Els", "when": "2026-11-01", "block": 2, "remarks": "bel Jan"},
            {"what": "<b>Een kaart</b> maken", "who": "els"},
            {"what": "De scholen uitnodigen", "who": "Jan"},
        )
    ]
    house.do("meeting.close")
    yield house
    house.close()


def link(house, who="Els", until="2026-12-31"):
    """The path of a new link."""
    reply = house.regie.post(LINKS, {"who": who, "until": until})
    assert reply.status_code == 200, reply.text
    return re.search(r"http://[^/]+(/eigen/[\w-]{43})<", reply.text)[1]


def test_the_facilitator_sees_who_has_something_to_do_and_how_far_a_link_reaches(house):
    page = house.regie.get(LINKS).text
    assert [page.count(f'dir="auto">{who}</h2>') for who in ("Els", "els", "Jan")] == [1, 0, 1]
    assert "alleen te bereiken op het netwerk waar hij nu op zit" in page
    assert f'href="{LINKS}"' in house.regie.get("/regie/ketens/k1").text
    assert Visitor(house).get(LINKS).status_code == 401


def test_a_link_shows_ones_own_actions_and_nothing_of_anybody_else(house):
    reply = Visitor(house).get(link(house))
    assert reply.status_code == 200 and "noindex" in reply.headers["X-Robots-Tag"]
    assert "De huisartsen bellen" in reply.text and "&lt;b&gt;Een kaart&lt;/b&gt; maken" in reply.text
    assert "over tijd" in reply.text
    assert [word for word in SECRETS if word in reply.text] == []
    assert "Set-Cookie" not in reply.headers and reply.headers["Cache-Control"] == "no-store"


def test_what_is_told_counts_at_once_and_says_where_it_comes_from(house):
    path, visitor = link(house), Visitor(house)
    told = {"status": "bezig", "obstacle": "Niemand neemt op", "help": "Een nummer van de praktijk"}
    reply = visitor.post(f"{path}/{house.actions[0]}", told)
    assert reply.status_code == 303 and reply.headers["Location"].endswith(f"#{house.actions[0]}")
    assert "Bewaard. Dank u wel." in visitor.get(reply.headers["Location"].partition("#")[0]).text
    action = house.room.chain.entities[house.actions[0]]
    assert [action[key] for key in ("status", "obstacle", "help")] == list(told.values())
    assert action["history"][-1]["name"] == "action.reported"
    page = " ".join(house.regie.get("/regie/ketens/k1").text.split())
    assert "tussen de bijeenkomsten</span> via de eigen pagina: status: nog niet begonnen → bezig" in page
    seq = house.room.chain.seq
    assert visitor.post(f"{path}/{house.actions[0]}", told).status_code == 303  # once more the same: no new line
    assert house.room.chain.seq == seq


def test_what_is_done_stays_in_sight_and_the_next_meeting_hears_of_it(house):
    path = link(house)
    Visitor(house).post(f"{path}/{house.actions[1]}", {"status": "voltooid"})
    assert "Een kaart" in Visitor(house).get(path).text
    assert house.room.chain.entities[house.actions[1]]["closed"]["quiet"]


def test_somebody_elses_action_is_not_ones_own(house):
    path, before = link(house), house.room.chain.seq
    for action in (house.actions[2], "a0", "p1"):
        reply = Visitor(house).post(f"{path}/{action}", {"status": "voltooid", "help": "Dit typte ik"})
        assert reply.status_code == 409 and "Deze actie staat niet meer op uw lijst." in reply.text
        assert "U typte: Dit typte ik" in reply.text
    assert house.room.chain.seq == before


@pytest.mark.parametrize(
    ("fields", "say"),
    [
        ({"status": "morgen"}, "Kies een status uit de lijst."),
        ({"status": "bezig", "help": "a" * 600}, "Houd het korter dan 500 tekens."),
    ],
)
def test_what_is_refused_comes_back_as_it_was_typed(house, fields, say):
    reply = Visitor(house).post(f"{link(house)}/{house.actions[0]}", {**fields, "obstacle": "Dit stond er al"})
    assert reply.status_code == 409 and say in reply.text and ">Dit stond er al</textarea>" in reply.text


def test_only_from_the_page_itself(house):
    path, before = f"{link(house)}/{house.actions[0]}", house.room.chain.seq
    for origin in (None, "http://kwaad.example", "null"):
        assert Visitor(house).post(path, {"status": "bezig"}, origin).status_code == 403
    assert house.room.chain.seq == before


def test_a_link_that_was_withdrawn_replaced_or_is_over_says_so(house):
    first = link(house)
    second = link(house)
    assert [Visitor(house).get(path).status_code for path in (first, second)] == [410, 200]
    wicket = list(house.room.chain.of_type("wicket"))[-1]
    assert house.regie.post(f"{LINKS}/{wicket['id']}/weg").status_code == 303
    gone = Visitor(house).get(second)
    assert gone.status_code == 410 and "Deze link werkt niet meer" in gone.text and "De huisartsen" not in gone.text
    assert Visitor(house).post(f"{second}/{house.actions[0]}", {"status": "bezig"}).status_code == 410
    third = link(house, until="2026-11-22")
    house.now = NOON + 12 * 3600 - 1
    assert Visitor(house).get(third).status_code == 200
    house.now += 1
    assert Visitor(house).get(third).status_code == 410
    house.now = NOON
    assert Visitor(house).get("/eigen/" + "A" * 43).status_code == 404


@pytest.mark.parametrize(
    ("fields", "say"),
    [
        ({"who": "Niemand"}, "Deze persoon heeft nu geen openstaande actie."),
        ({"who": "Els", "until": "2026-11-21"}, "Kies een laatste dag, vanaf vandaag."),
        ({"who": "Els", "until": "2030-01-01"}, "Dat is langer dan een jaar."),
        ({"who": "Els", "until": "gauw"}, "Dit is geen datum."),
    ],
)
def test_a_link_that_cannot_be_made_says_why(house, fields, say):
    reply = house.regie.post(LINKS, {"until": "2026-12-31", **fields})
    assert reply.status_code == 409 and say in reply.text


def test_the_link_itself_is_nowhere_on_disk(house):
    secret = link(house).rpartition("/")[2]
    house.built.ledger.connection.execute("pragma wal_checkpoint(truncate)")
    kept = b"".join(path.read_bytes() for path in house.built.ledger.path.iterdir() if path.is_file())
    assert b"wicket.given" in kept and secret.encode() not in kept
    assert secret not in house.regie.get(LINKS).text


def test_too_much_at_once_is_slowed_down_and_a_good_link_never_is(house):
    path, visitor = link(house), Visitor(house)
    house.built.house.limits = Limits()
    replies = [visitor.post(f"{path}/{house.actions[0]}", {"status": "bezig"}) for _ in range(VISITS.amount + 1)]
    assert [reply.status_code for reply in replies] == [303] * VISITS.amount + [429]
    wrong = [visitor.get("/eigen/geraden").status_code for _ in range(STRAYS.amount + 1)]
    assert wrong == [404] * STRAYS.amount + [429]
    assert visitor.get(path).status_code == 200
