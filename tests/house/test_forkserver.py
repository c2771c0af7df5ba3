"""A forked house is the house that run.py starts: the same words, streams and ends."""

import signal
import subprocess

import pytest

from facilitator.rehearsal.house import House, NotStarted
from tests.forkserver import Forked


@pytest.fixture
def plain(monkeypatch):
    """Houses as users start them."""

    def started(**words):
        with monkeypatch.context() as patch:
            patch.setattr(House, "popen", subprocess.Popen)
            return House(**words).start()

    return started


def printed(house):
    """What a house says, without its own number, address and QR code."""
    lines = house.log.read_text("utf-8").replace(str(house.port), "PORT").splitlines()
    return [line.partition("#")[0] for line in lines if not set(line) & set("█▀▄")]


def test_a_forked_house_says_and_ends_as_a_started_one(plain, tmp_path):
    forked, started = House(tmp_path / "a").start(), plain(data=tmp_path / "b")
    try:
        assert isinstance(forked.process, Forked) and isinstance(started.process, subprocess.Popen)
        told = [line.replace(str(tmp_path / "b"), str(tmp_path / "a")) for line in printed(started)]
        assert printed(forked) == told
        with pytest.raises(NotStarted, match="draait al"):
            House(tmp_path / "a").start()
        assert forked.process.poll() is None
        assert (forked.stop(), started.stop()) == (0, 0)
        assert forked.process.poll() == 0
    finally:
        forked.close()
        started.close()


def test_a_forked_house_that_is_killed_says_so():
    house = House().start()
    house.process.send_signal(signal.SIGKILL)
    assert house.process.wait(10) == -signal.SIGKILL
    house.close()
