"""R4: thirty phones on a bad network, with a house that is killed again and again: 0 lost, 0 doubled, 0 diverged."""

import random
import threading
import time

import pytest

from facilitator.rehearsal.client import Patience, Phone
from facilitator.rehearsal.house import House
from tests.live import broken, crowd
from tests.live.proxy import Proxy, Weather

pytestmark = pytest.mark.crowd

ROUGH = Patience(connect=4, answer=5, probe=3, pause=(0.2, 1.0), total=150)
BAD, WORSE = Weather(), Weather(stalls=0.0, life=(0.8, 2.5))
KILLS, NEVER = (6.0, 10.0), (1e6, 1e6)  # seconds between two kills
ACTS = ("step.reveal", "note.hide", "note.move", "cluster.make")


class Storm:
    """A house behind a bad network, killed by a thread of its own as long as the storm lasts."""

    def __init__(self, seed: str, weather: Weather, kills: tuple[float, float], program: tuple[str, ...] = ()) -> None:
        self.chance, self.kills = random.Random(f"{seed}/kills"), kills
        self.proxy = Proxy(seed, weather)
        self.address = f"http://127.0.0.1:{self.proxy.port}"
        words = {"program": program} if program else {}
        self.house = House(limits=False, options=("--public-url", self.address), **words).start()
        self.proxy.to = self.house.port
        self.killed = 0
        self.over = threading.Event()
        self.killer = threading.Thread(target=self.kill, daemon=True)

    def kill(self) -> None:
        while not self.over.wait(self.chance.uniform(*self.kills)):
            self.house.kill()
            self.killed += 1
            self.house.start()

    def begin(self) -> None:
        self.proxy.storm = True
        self.proxy.cut()  # every connection from here on has its own hour
        self.killer.start()

    def calm(self) -> None:
        self.over.set()
        self.killer.join()
        self.proxy.storm = False
        self.proxy.cut()

    def close(self) -> None:
        self.over.set()
        if self.killer.is_alive():
            self.killer.join()
        self.proxy.close()
        self.house.close()


def meddle(facilitator, wall: str, seed: str, over: threading.Event) -> None:
    """The control room turns, hides, moves and groups notes while the room writes."""
    chance = random.Random(f"{seed}/acts")
    revealed = False
    while not over.wait(0.5):
        act, notes = chance.choice(ACTS), [note["id"] for note in facilitator.list("note")]
        body = {"notes": chance.sample(notes, min(len(notes), 3))}
        if act == "step.reveal":
            revealed = not revealed
            body = {"step": wall, "on": revealed}
        elif not body["notes"]:
            continue
        elif act == "cluster.make":
            body |= {"step": wall, "name": f"Groep {len(notes)}"}
        elif act == "note.move":
            body["cluster"] = ""
        elif act == "note.hide":
            body["on"] = chance.random() < 0.5
        facilitator.send(act, body)


def play(
    storm: Storm, seed: str, phones: int, notes: int, pause: float, retries: bool = True, meddled: bool = True
) -> crowd.Verdict:
    """Everybody writes in the storm; judged when it is calm."""
    facilitator, wall, code = crowd.a_wall(storm.house, storm.address)
    facilitator.patience = ROUGH
    screen = facilitator.screen()
    seats = [Phone.join(storm.address, code, f"Mens {n}", "Gemeente", patience=ROUGH) for n in range(phones)]
    for phone in seats:
        phone.retries = retries
    authors = [
        crowd.Author(phone, wall, [f"Briefje {number} van {seat}" for number in range(notes)], pause)
        for seat, phone in enumerate(seats)
    ]
    over = threading.Event()
    meddler = threading.Thread(target=meddle, args=(facilitator, wall, seed, over), daemon=True)
    storm.begin()
    if meddled:
        meddler.start()
    for author in authors:
        author.start()
    for author in authors:
        author.join()
    over.set()
    if meddled:
        meddler.join()
    storm.calm()
    verdict = crowd.judge(authors, facilitator)
    if retries:
        verdict.diverged = crowd.diverged([facilitator, screen, *seats])
    for page in [facilitator, screen, *seats]:
        page.close()
    return verdict


@pytest.fixture
def storm_of():
    storms = []

    def build(seed, weather=BAD, kills=KILLS, program=()):
        storms.append(Storm(seed, weather, kills, program))
        return storms[-1]

    yield build
    for storm in storms:
        storm.close()


@pytest.mark.parametrize("seed", crowd.seeds("chaos"))
def test_r4_nothing_is_lost_doubled_or_shown_wrong_in_chaos(seed, storm_of, long_run):
    seed = str(random.randrange(10**6)) if long_run else seed
    print(f"seed {seed}")
    storm = storm_of(seed)
    start = time.monotonic()
    verdict = play(storm, seed, phones=30, notes=20, pause=0.5)
    trouble = f"{storm.killed} kills, {storm.proxy.broken} broken, {storm.proxy.stalled} stalled"
    print(f"{time.monotonic() - start:.0f} s, {trouble}")
    assert verdict == crowd.Verdict()
    assert storm.killed >= 2 and storm.proxy.broken > 10 and storm.proxy.stalled > 10


def test_r4_control_a_phone_that_sends_once_loses_notes(storm_of):
    [seed] = crowd.seeds("chaos-control")
    verdict = play(storm_of(seed, WORSE, NEVER), seed, phones=12, notes=4, pause=0.1, retries=False, meddled=False)
    assert verdict.lost


def test_r4_control_a_house_that_takes_every_repeat_doubles_notes(storm_of):
    [seed] = crowd.seeds("chaos-control")
    storm = storm_of(seed, WORSE, NEVER, (broken.__file__, "no-dedupe"))
    verdict = play(storm, seed, phones=12, notes=4, pause=0.1, meddled=False)
    assert verdict.doubled and not verdict.lost
