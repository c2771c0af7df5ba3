"""Subactions (R16): a big action in pieces, each with its own who, when and status; never deeper, and never lost."""

from typing import Any

import pytest

from facilitator.chain import splitting
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.model import Event
from facilitator.chain.paper import Table
from tests.kinds.house import House, made
from tests.kinds.tables import follow, held
from tests.kinds.test_terugblik import next_meeting

PIECES = [
    {"what": "De tekst schrijven", "who": "Els", "when": "2025-12-01"},
    "Laten drukken",
    {"what": "   "},
    {"what": "Bij de huisartsen brengen", "who": "Ibrahim"},
]


def kind(name: str) -> Any:
    from exercises.registry import KINDS

    return next(one for one in KINDS if one.name == name)


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(kind("acties")))


@pytest.fixture
def back(tmp_path):
    return House(tmp_path, made(kind("terugblik")))


def make(house: House, what: str = "Een folder voor de wachtkamer", **more: Any) -> str:
    return house.do("action.make", step=house.step, what=what, **more)["ids"][0]


def split(house: House, action: str, *parts: Any) -> list[str]:
    return house.do("action.split", action=action, parts=list(parts or PIECES))["ids"]


def undo(house: House) -> str:
    offered = house.see("control")[house.meeting]["undo"]
    house.do("undo", seq=offered["seq"])
    return offered["label"]


def rows(blocks: list[Any]) -> list[list[str]]:
    return [row for block in blocks if isinstance(block, Table) for row in block.rows]


def test_every_piece_is_an_action_of_its_own_under_its_whole(house):
    whole = make(house, block=2, who="Steunpunt")
    pieces = split(house, whole)
    house.do("action.edit", action=pieces[0], status="bezig")
    for audience in ("control", "screen", "phone", "report"):
        view = house.see(audience)
        assert view[whole]["subs"] == pieces
        assert [view[one]["what"] for one in pieces] == [
            "De tekst schrijven",
            "Laten drukken",
            "Bij de huisartsen brengen",
        ]
        first = view[pieces[0]]
        assert (first["who"], first["when"], first["status"], first["block"]) == ("Els", "2025-12-01", "bezig", 2)
        assert (first["under"], first["whole"]) == (whole, "Een folder voor de wachtkamer")
        order = view[house.step]["state"]["order"]
        assert [row["id"] for row in order] == [whole]
        assert [one["id"] for one in order[0]["subs"]] == pieces
    assert house.count()["actions"] == 1
    assert house.state(1)["order"][0]["subs"][1]["missing"] == ["wie", "voor wanneer"]


def test_a_subaction_is_not_split_again(house):
    pieces = split(house, make(house))
    assert house.no("action.split", action=pieces[0], parts=["Nog kleiner"]) == splitting.DEEPER
    assert house.no("action.rank", action=pieces[0], place=1).startswith("Een subactie staat altijd bij haar")


@pytest.mark.parametrize(
    ("parts", "say"),
    [
        ([], "Typ eerst in welke stukken"),
        (["  "], "Typ eerst in welke stukken"),
        (["a" * 501, "b"], "Dit bericht is niet te lezen"),
        ([{"what": "a" * 501}], "Houd het korter dan 500 tekens"),
        ([{"what": "Bellen", "owners": ["p0"]}], "Deze persoon of organisatie staat niet meer in de lijst"),
    ],
)
def test_what_cannot_be_split_says_why(house, parts, say):
    whole = make(house)
    assert house.no("action.split", action=whole, parts=parts).startswith(say)
    assert "subs" not in house.see("control")[whole]


def test_no_more_than_twenty_and_no_offer_is_split(house):
    whole = make(house)
    split(house, whole, *(f"Stap {number}" for number in range(19)))
    assert "hoogstens 20" in house.no("action.split", action=whole, parts=["een", "twee"])
    offer = house.by(0, "action.make", step=house.step, what="Aangeboden")["ids"][0]
    assert house.no("action.split", action=offer, parts=["een", "twee"]).startswith("Deze actie is nog een aanbod")


def test_a_split_goes_back_and_forth_with_its_history(house):
    whole = make(house)
    pieces = split(house, whole)
    views = held(house)
    assert undo(house) == "actie opknippen"
    assert "subs" not in house.see("screen")[whole] and not set(pieces) & set(house.see("screen"))
    house.do("undo", seq=house.see("control")[house.meeting]["redo"]["seq"])
    follow(house, views)
    assert house.see("screen")[whole]["subs"] == pieces
    told = [row["name"] for row in house.chain.entities[whole]["history"]]
    assert told == ["action.made", "action.parted", "action.parted", "action.parted"]


def test_a_split_is_not_taken_back_over_what_was_changed_since(house):
    whole = make(house)
    pieces = split(house, whole)
    deed = house.see("control")[house.meeting]["undo"]["seq"]
    house.do("action.follow", action=pieces[1], who="Thuiszorg West")
    assert house.no("undo", seq=deed).startswith("Hier is daarna al iets aan veranderd.")
    assert undo(house) == "stand van een actie"
    house.do("undo", seq=deed)
    assert "subs" not in house.see("control")[whole]


def test_what_is_taken_off_the_list_takes_its_pieces_along_and_back(house):
    whole = make(house)
    first, second, third = split(house, whole)
    house.do("action.remove", action=second)
    apart = house.see("control")[house.meeting]["undo"]["seq"]
    house.do("action.remove", action=whole)
    assert not {whole, first, second, third} & set(house.see("phone"))
    assert "Zet die eerst terug" in house.no("undo", seq=apart)
    assert undo(house) == "actie weghalen"
    assert house.see("phone")[whole]["subs"] == [first, third]
    assert undo(house) == "actie weghalen"
    assert house.see("phone")[whole]["subs"] == [first, second, third]


@pytest.mark.parametrize(
    ("what", "pieces"),
    [
        ("Een belronde houden", []),
        ("1. Tekst schrijven\n2. Drukken laten\n3) Rondbrengen", ["Tekst schrijven", "Drukken laten", "Rondbrengen"]),
        ("- Huisartsen bellen\n- Een afspraak maken", ["Huisartsen bellen", "Een afspraak maken"]),
        ("Folder maken; laten drukken en daarna rondbrengen.", ["Folder maken", "Laten drukken", "Rondbrengen"]),
        ("Bellen en mailen", []),
        ("Dr. Jansen vragen; ja", []),
    ],
)
def test_a_split_is_offered_when_more_steps_are_typed_together(house, what, pieces):
    whole = make(house, what)
    assert house.state(1)["order"][0].get("pieces", []) == pieces
    assert "pieces" not in house.state(1, "phone")["order"][0] and "pieces" not in house.state(1, "screen")["order"][0]
    if pieces:
        split(house, whole, *pieces)
        assert "pieces" not in house.state(1)["order"][0]


def test_an_old_book_keeps_its_lines_until_it_is_split_anew(house):
    whole = make(house)
    old = {"id": whole, "fields": {"parts": ["Eerst bellen", "Dan langsgaan"]}}
    house.rooms.rulebook.apply(house.chain, Event(house.chain.seq + 1, 1.0, "action.edited", old, house.meeting))
    assert house.see("phone")[whole]["parts"] == ["Eerst bellen", "Dan langsgaan"]
    assert ["1", "Een folder voor de wachtkamer\n– Eerst bellen\n– Dan langsgaan", "", "", "nog niet begonnen", ""] in (
        rows(house.paper(1))
    )
    assert house.state(1)["order"][0]["pieces"] == ["Eerst bellen", "Dan langsgaan"]


def test_the_report_gives_each_piece_its_own_row(house):
    whole = make(house, who="Steunpunt")
    split(house, whole)
    assert rows(house.paper(1))[:4] == [
        ["1", "Een folder voor de wachtkamer", "Steunpunt", "", "nog niet begonnen", ""],
        ["1a", "De tekst schrijven", "Els", "1 december 2025", "nog niet begonnen", ""],
        ["1b", "Laten drukken", "", "", "nog niet begonnen", ""],
        ["1c", "Bij de huisartsen brengen", "Ibrahim", "", "nog niet begonnen", ""],
    ]


# across meetings


def test_what_came_back_is_split_where_it_is_looked_back_at(back):
    whole = back.agreed[0]
    views = held(back)
    first, second = split(back, whole, {"what": "De lijst zoeken", "who": "Bo"}, "Bellen")
    follow(back, views)
    back.do("action.follow", action=first, status="voltooid")
    back.by(1, "progress.tell", step=back.step, action=second, status="bezig")
    told = back.listed("progress", "control")[0]["id"]
    back.do("action.follow", action=second, status="bezig", who="Thuiszorg West", told=told)
    for audience in ("control", "screen", "phone", "report"):
        view = back.see(audience)
        assert view[whole]["subs"] == [first, second]
        assert (view[first]["status"], view[second]["who"]) == ("voltooid", "Thuiszorg West")
        assert view[first]["origin"] == view[whole]["origin"]
        row = next(row for row in view[back.step]["state"]["order"] if row["id"] == whole)
        assert [one["id"] for one in row["subs"]] == [first, second]
    assert sum(back.state(1)["counts"].values()) == 3
    told = rows(back.paper(1))
    assert ["– De lijst zoeken", "Bo", "", "voltooid", ""] in told
    happened = "\n".join(row[1] for row in told if row[0] == "De huisartsen bellen")
    assert "opgeknipt in 2 subacties (in deze bijeenkomst)" in happened
    next_meeting(back)
    assert back.see("screen")[whole]["subs"] == [first, second], "what is done stays with its whole"
    assert [row["id"] for row in back.state(1)["order"]].count(second) == 0


def test_a_piece_that_is_open_comes_back_when_its_whole_is_over(back):
    whole = back.agreed[0]
    first, second = split(back, whole, "De lijst zoeken", "Bellen")
    back.do("action.follow", action=whole, status="vervallen")
    back.do("action.follow", action=first, status="voltooid")
    next_meeting(back)
    assert [row["id"] for row in back.state(1)["order"]].count(second) == 1
    view = back.see("phone")
    assert view[second]["whole"] == "De huisartsen bellen" and first not in view and whole not in view


def test_between_meetings_a_split_stands_with_its_whole(back):
    back.do("meeting.close")
    pieces = back.ask(Seat(FACILITATOR), "action.split", action=back.agreed[1], parts=["Een", "Twee"])["ids"]
    next_meeting(back)
    assert back.see("screen")[back.agreed[1]]["subs"] == pieces
    assert {back.chain.entities[one]["meeting"] for one in pieces} == {back.earlier}
