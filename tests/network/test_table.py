"""The laws of the map: no name meets another, nothing outside the frame, the same in is the same out."""

import random
import re
import time

import pytest

from facilitator.chain.network import table
from facilitator.chain.network.links import Link, Network
from facilitator.chain.network.scene import scene
from facilitator.chain.network.table import COLUMNS, HIGH, LETTERS, ROWS, WIDE, Guest, free_spot, plan
from facilitator.chain.people import SORTS

WORDS = "Welzijn Mantelzorgsteunpunt Huisartsenpraktijk Gemeente Thuiszorg Wijkteam Stichting Jeugdgezondheidszorg "
WORDS = (WORDS + "GGZ Oost De Linde Molenzicht aan de Vecht Noord Centrum voor Vrijwillige Inzet Apotheek").split()


def guests(count: int, seed: int, by_hand: int = 0, words: int = 5) -> list[Guest]:
    """So many made-up organisations, together by sort."""
    chance = random.Random(seed)
    spots = chance.sample(range(COLUMNS * ROWS), by_hand) + [None] * (count - by_hand)
    chance.shuffle(spots)
    found = [
        Guest(f"o{n}", " ".join(chance.choices(WORDS, k=chance.randint(1, words))), chance.choice(SORTS),
              chance.random() < 0.2, spots[n])
        for n in range(count)
    ]  # fmt: skip
    return sorted(found, key=lambda one: SORTS.index(one.sort))


def meet(one, other, air=0.0):
    return one[0] < other[2] + air and other[0] < one[2] + air and one[1] < other[3] and other[1] < one[3]


def faults(drawn: table.Plan) -> list[str]:
    """Names and marks that meet, and what lies outside the frame."""
    found, boxes = [], []
    for seat in drawn.seats.values():
        half = table.MARK * seat.size
        boxes.append((f"name {seat.lines}", seat.box))
        boxes.append((f"mark of {seat.lines}", (seat.x - half, seat.y - half, seat.x + half, seat.y + half)))
    for number, (name, box) in enumerate(boxes):
        if box[0] < 0 or box[1] < 0 or box[2] > WIDE or box[3] > HIGH:
            found.append(f"{name} is outside: {box}")
        found += [f"{name} meets {other}" for other, more in boxes[number + 1 :] if meet(box, more)]
    return found


@pytest.mark.parametrize("count", [0, 1, 2, 5, 15, 40, 80, 200])
def test_no_name_meets_another_and_none_is_cut_off(count):
    for seed in range(60 if count <= 15 else 200 // count + 1):
        asked = guests(count, seed, by_hand=min(count, seed % 4))
        drawn = plan(asked)
        assert faults(drawn) == [], f"seed {seed}"
        for guest in asked:
            assert "".join(drawn.seats[guest.id].lines).replace(" ", "") == guest.name.replace(" ", "")


def test_a_law_that_sees_nothing_is_no_law(monkeypatch):
    monkeypatch.setattr(table, "height", lambda row, letter: 0.6 * letter)
    assert any("meets" in fault for seed in range(5) for fault in faults(plan(guests(40, seed))))


def test_forty_names_can_be_read_at_ten_metres():
    """About 24 of the projector's pixels, also with long names; 28 with fifteen."""
    sizes = sorted(plan(guests(40, seed, words=3)).letter for seed in range(10))
    assert sizes[0] >= 22 and sizes[5] >= 24
    assert min(plan(guests(40, seed)).letter for seed in range(10)) >= 20
    assert min(plan(guests(15, seed)).letter for seed in range(10)) >= 28


def test_the_same_organisations_give_the_same_drawing():
    assert plan(guests(40, 3)) == plan(guests(40, 3))


def test_one_more_moves_the_others_by_about_a_seat():
    for seed in range(15):
        many = guests(30, seed)
        before, after = plan(many[:20] + many[21:]), plan(many)
        assert before.letter - after.letter <= 5
        moved = sorted(
            abs(after.seats[one].x - seat.x) + abs(after.seats[one].y - seat.y) for one, seat in before.seats.items()
        )
        assert moved[len(moved) // 2] < 120, f"seed {seed}"


def test_who_is_put_on_the_table_stays_there():
    asked = guests(12, 1)
    first = plan([Guest(one.id, one.name, one.sort, spot=7 if one.id == "o4" else None) for one in asked])
    more = [*guests(12, 1), Guest("new", "Nog een", "overig")]
    later = plan([Guest(one.id, one.name, one.sort, spot=7 if one.id == "o4" else None) for one in more])
    assert (first.seats["o4"].x, first.seats["o4"].anchor) == (later.seats["o4"].x, "middle")


def test_a_name_of_one_long_word_is_broken_and_not_cut_off():
    name = "Mantelzorgondersteuningscoördinatiecentrum" * 7
    drawn = plan([Guest("o1", name[:300], "zorg"), Guest("o2", "B", "ggz", spot=4), Guest("o3", name, "ggz", spot=5)])
    assert faults(drawn) == []
    assert "".join(drawn.seats["o1"].lines) == name[:300]


def test_a_place_that_is_taken_gives_the_nearest_free_one():
    assert free_spot([], 7) == 7
    assert free_spot([7], 7) in (4, 6, 8)
    assert free_spot(list(range(COLUMNS * ROWS)), 7) is None


def test_a_large_map_is_made_while_nobody_notices():
    began = time.process_time()
    plan(guests(80, 1))
    assert time.process_time() - began < 1, "it is made in the house's loop"


def test_letters_go_from_large_to_small():
    assert list(LETTERS) == sorted(LETTERS, reverse=True)


def over(line: dict, box: tuple[float, float, float, float]) -> bool:
    """True when a line passes over a box, looked at in places of its own."""
    (ax, ay), (vx, vy), (bx, by) = zip(
        *[iter(float(one) for one in re.findall(r"-?[\d.]+", line["path"]))] * 2, strict=True
    )
    points = [
        ((1 - t) ** 2 * ax + 2 * t * (1 - t) * vx + t * t * bx, (1 - t) ** 2 * ay + 2 * t * (1 - t) * vy + t * t * by)
        for t in (number / 37 for number in range(1, 37))
    ]
    assert all(0 <= x <= WIDE and 0 <= y <= HIGH for x, y in points), "inside the frame"
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in points)


def test_lines_between_others_pass_by_who_is_put_upon_the_table():
    """Nearly always: where a table leaves no way, it goes behind the name. Without bending aside it is one in four."""
    lines = crossed = 0
    for seed in range(16):
        asked = guests((5, 8, 15, 40)[seed % 4], seed, by_hand=1 + seed % 3)
        chance, drawn = random.Random(seed), plan(asked)
        pairs = {tuple(sorted(chance.sample([one.id for one in asked if one.spot is None], 2))) for _ in range(12)}
        chart = Network(asked, {pair: Link(*pair, said={pair[0]}) for pair in pairs}, None)
        upon = [drawn.seats[one.id].box for one in asked if one.spot is not None]
        curves = scene(chart)["curves"]
        lines += len(curves)
        crossed += sum(any(over(line, box) for box in upon) for line in curves)
        assert curves == scene(chart)["curves"], "the same in is the same out"
    assert lines > 120 and crossed <= lines / 50
