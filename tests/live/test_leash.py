"""What a held house keeps and plays for its holder: remarks end somewhere, and no other house is ever made late."""

import time

from facilitator.app import create_app
from facilitator.live.clock import Clock
from facilitator.live.leash import MOST, REMARKS, Held, remarks
from facilitator.live.played import NOTED, Played, leaps
from facilitator.settings import Settings


def test_remarks_end_where_the_holder_would_have_to_read_too_much(tmp_path):
    held = Held(tmp_path)
    assert held.remark("Rustige opening")
    while held.remark("x" * 600):
        pass
    assert MOST < (tmp_path / REMARKS).stat().st_size < MOST + 1000
    assert remarks(tmp_path)[0] == "Rustige opening"


def test_a_remark_that_was_cut_off_hides_no_other(tmp_path):
    held = Held(tmp_path)
    held.remark("Eerst\u2028en nog een regel")
    with (tmp_path / REMARKS).open("a", encoding="utf-8") as file:
        file.write('"half\n')
    held.remark("Daarna")
    assert remarks(tmp_path) == ["Eerst\u2028en nog een regel", "Daarna"]


def test_only_a_practice_house_that_is_held_can_be_put_forward(tmp_path):
    """Also when the folder says that it was: nothing reads that in a real house, which has no such address either."""
    (tmp_path / NOTED).write_text('[1.0, "late", 1200.0]\n')
    built = create_app(Settings(data=tmp_path, leash=True), 8000)
    built.ledger.close()
    assert built.house.played is None and abs(built.house.rooms.clock() - time.time()) < 60


def test_a_clock_that_was_put_forward_stays_so_and_a_screen_is_never_dark_for_ever(tmp_path):
    (tmp_path / NOTED).write_text('[1.0, "late", 1200.0]\n[2.0, "la\nonzin\n[3.0, "late", 300.0]\n')
    clock = Clock(10)
    played = Played(tmp_path, clock)
    assert leaps(played.notes) == [(1.0, 1200.0), (3.0, 300.0)]
    assert clock.ahead == 1500 and clock() - Clock(10)() > 1490
    for said, dark, number in (({"dark": 60}, True, 1), ({"dark": 0}, False, 2), ({"dark": 0}, False, 2)):
        played.told(said)
        assert (played.dark, played.number) == (dark, number)
    assert [row[1:] for row in played.notes[2:]] == [("dark", 60), ("dark", 0)]
    played.told({"dark": 10**9})
    assert played.until - time.monotonic() < 3600
