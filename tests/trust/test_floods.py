"""S9, the first floods: at most 100 MB more memory, and honest people are answered all the time (SG7)."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from facilitator.rehearsal.client import Phone
from tests.trust.floods import BINARY, Gauge, Honest, Hose, Table, many_parts, one_huge_frame
from tests.trust.hall import Hall
from tests.trust.raw import POLLING, Wire, ask, trouble

ROOM = 100  # MB that a flood may cost
PATIENCE = 1.0  # seconds within which 95 of 100 honest notes are acknowledged, on a machine that is not busy


@pytest.fixture(scope="module")
def table(hall: Hall):
    """Three people at the wall of the hall's first meeting, and how long they wait when all is quiet."""
    late = hall.a.join("Dirk", "")
    made = Table(hall.house, hall.a.regie, [hall.a.guest, hall.a.neighbour, late], hall.a.steps["briefjes"])
    with made.honest() as before:
        time.sleep(1)
    made.quiet = before.p95
    yield made
    late.close()


def check(table: Table, gauge: Gauge, honest: Honest) -> None:
    """What every flood must leave: memory, people who were answered, a house without an exception."""
    print(f"\n  +{gauge.grown:.0f} MB, p95 {honest.p95 * 1000:.0f} ms (quiet {table.quiet * 1000:.0f} ms)")
    assert gauge.grown <= ROOM
    assert honest.refused == []
    assert honest.p95 <= max(PATIENCE, 5 * table.quiet)
    assert trouble(table.house.log) == ""


def test_s9_a_frame_of_200_mb(table: Table) -> None:
    with Gauge(table.house) as gauge, table.honest() as honest:
        one_huge_frame(table.house)
        time.sleep(0.5)
    check(table, gauge, honest)


def test_s9_300_binary_parts(table: Table) -> None:
    with Gauge(table.house) as gauge, table.honest() as honest:
        many_parts(table.house, table.phones[0].ticket)
        time.sleep(0.5)
    check(table, gauge, honest)


def test_s9_binary_parts_that_each_fit(table: Table) -> None:
    """60 kB each passes the bound on one message; nothing of them is kept."""
    with Gauge(table.house) as gauge, table.honest() as honest:
        many_parts(table.house, table.phones[0].ticket, parts=1900, size=60_000)
        time.sleep(0.5)
    check(table, gauge, honest)


def test_s9_polling_posts_of_1_mb(table: Table) -> None:
    address = table.house.address
    polled = ask(address, POLLING).text
    sid = polled.partition('"sid":"')[2].partition('"')[0]
    with Gauge(table.house) as gauge, table.honest() as honest:
        found = {
            ask(address, f"{POLLING}&sid={sid}", "POST", {"Origin": address}, b"4" + b"2" * (1024 * 1024 - 1)).status
            for _ in range(40)
        }
        found.add(ask(address, f"{POLLING}&sid={sid}", "POST", {"Origin": address}, b"4" * (1024 * 1024 + 1)).status)
        time.sleep(0.5)
    assert found <= {400, 413, 0}
    check(table, gauge, honest)


def test_s9_500_idle_sockets(table: Table) -> None:
    """Sockets on which nobody shows a ticket are let go; honest people never notice."""
    with Gauge(table.house) as gauge, table.honest() as honest:
        with ThreadPoolExecutor(20) as crowd:
            hoses = list(crowd.map(lambda _: Hose(table.house), range(500)))
        late = Phone.join(table.house.address, table.regie.channel("now")["now"]["door"]["code"], "Els")
        assert late.do("note.post", {"step": table.step, "text": "Ik kwam er nog bij"})["ok"]
        until = time.monotonic() + 25
        still = [hose for hose in hoses if not hose.hung_up(max(0.05, until - time.monotonic()))]
    late.close()
    for hose in hoses:
        hose.close()
    assert still == []
    check(table, gauge, honest)


def test_s9_a_message_just_over_the_bound_ends_only_its_own_line(table: Table) -> None:
    line = Wire(table.house.address, table.phones[0].ticket)
    fits = '42["command",{"cid":"%s"}]'
    line.say(fits % ("x" * (64 * 1024 - len(fits) - 10)))
    assert line.alive
    line.say(fits % ("x" * 64 * 1024))
    assert not line.alive
    assert table.phones[0].do("note.post", {"step": table.step, "text": "En door"})["ok"]


def test_s9_control_with_binary_parts_fill_memory(laid_open: Table) -> None:
    """Before the next one: what a process has had once, it fills again without growing."""
    with Gauge(laid_open.house) as gauge:
        many_parts(laid_open.house, laid_open.phones[0].ticket, parts=300, enough=lambda: gauge.grown > ROOM)
    assert gauge.grown > ROOM


def test_s9_control_without_the_bound_a_frame_fills_memory(laid_open: Table) -> None:
    with Gauge(laid_open.house) as gauge:
        one_huge_frame(laid_open.house, enough=lambda: gauge.grown > ROOM)
    assert gauge.grown > ROOM


def test_no_line_is_ever_compressed(table: Table) -> None:
    """A browser offers deflate on every WebSocket; the house never takes it (D18)."""
    offered = Hose(table.house, "permessage-deflate; client_max_window_bits")
    assert b" 101 " in offered.answer.partition(b"\r\n")[0]
    assert b"extensions" not in offered.answer.lower()
    offered.close()


def test_the_hose_pours_what_it_says(table: Table) -> None:
    """Without this the floods could pass by pouring nothing: frames of the same make are heard."""
    hose = Hose(table.house)
    hose.say(f'40{{"ticket":"{table.phones[0].ticket}"}}')
    assert hose.heard(b"40{")
    hose.say('421["nothing",{}]')
    assert hose.heard(b'431[{"ok":false')
    assert hose.pour(BINARY, 60_000, bytes(60_000))
    hose.say('422["nothing","' + "x" * 60_000 + '"]')
    assert hose.heard(b'432[{"ok":false')
    hose.close()
