"""Frames on their way out: whole, in order, whichever way they take."""

import json

import gevent
import pytest
from gevent import socket as sockets
from wsproto.connection import Connection, ConnectionType
from wsproto.events import TextMessage

from facilitator.live.frames import WholeFrames, frame, on_wire


@pytest.mark.parametrize("size", [0, 1, 120, 125, 126, 5000, 65535, 65536, 200_000])
def test_a_frame_on_the_wire_is_what_a_browser_reads(size):
    packet = frame("patch", {"text": "é" * size})
    reader = Connection(ConnectionType.CLIENT)
    reader.receive_data(packet.wire)
    parts = [event.data for event in reader.events() if isinstance(event, TextMessage)]
    assert "".join(parts) == packet.encode()
    assert json.loads(packet.encode()[2:]) == ["patch", {"text": "é" * size}]


def pair():
    """Two ends of a line with small buffers, the first one wrapped."""
    here, there = sockets.socketpair()
    here.setsockopt(sockets.SOL_SOCKET, sockets.SO_SNDBUF, 4096)
    return WholeFrames(here), there


def received(there, size):
    """The next `size` bytes."""
    got = b""
    with gevent.Timeout(5):
        while len(got) < size:
            got += there.recv(65536)
    return got


def test_a_frame_that_does_not_fit_goes_on_before_anything_else():
    line, there = pair()
    large, small = on_wire(b"a" * 1_000_000), on_wire(b"b")
    assert line.offer(large)
    assert not line.offer(small), "a second frame would have come in the middle of the first"
    later = gevent.spawn(line.send, small)
    assert received(there, len(large) + len(small)) == large + small
    later.get(timeout=5)


def test_what_finds_no_room_at_all_is_not_sent():
    line, there = pair()
    sent = b""
    filler = on_wire(b"x" * 100)
    for _ in range(10_000):
        if not line.offer(filler):
            break
        sent += filler
    else:
        pytest.fail("the line never filled up")
    gevent.sleep(0)
    assert received(there, len(sent)) == sent


def test_a_line_that_is_gone_says_so():
    line, there = pair()
    there.close()
    line.offer(on_wire(b"x" * 100))
    assert not line.offer(on_wire(b"x" * 100))


def test_offers_and_sends_from_all_sides_come_whole():
    line, there = pair()
    frames = [on_wire(bytes([number]) * (1 + 997 * number)) for number in range(1, 100)]
    offered = []

    def work(body):
        if not line.offer(body):
            line.send(body)
        offered.append(body)

    workers = [gevent.spawn(work, body) for body in frames]
    got = received(there, sum(map(len, frames)))
    gevent.joinall(workers, timeout=5, raise_error=True)
    assert sorted(split(got)) == sorted(frames)


def split(data):
    """The frames that stand one behind the other."""
    while data:
        size, start = data[1], 2
        if size == 126:
            size, start = int.from_bytes(data[2:4], "big"), 4
        elif size == 127:
            size, start = int.from_bytes(data[2:10], "big"), 10
        yield data[: start + size]
        data = data[start + size :]
