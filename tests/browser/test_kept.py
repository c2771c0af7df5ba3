"""R7: nothing that a person typed is lost, and nothing is there twice, whatever happens to phone, line or house."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import count
from time import monotonic

import pytest
from playwright.sync_api import expect

from tests.browser.hall import Hall
from tests.browser.phone import Phone
from tests.browser.stage import Stage
from tests.browser.watch import AWAY

STEP = "Wat kunnen we nu al doen?"
OTHER = "Wat doet onze keten voor deze mantelzorger?"
NUMBERS = count(1)
SOON = 2.0  # s after the line is back in which all that waits is on disk

# A phone whose storage says no: a private window of old, or blocked by its owner.
THROWS = """
Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); };
"""
FILL = """
() => { let size = 1 << 20; for (let at = 0; size > 1; at += 1) { try { localStorage.setItem("full" + at, "x".repeat(size)); } catch (fault) { size >>= 1; } } }
"""


@pytest.fixture(scope="module")
def hall(own_stage: Stage) -> Iterator[Hall]:
    own_stage.watch.allow(AWAY)
    hall = own_stage.hall(1)
    yield hall
    hall.close()


@pytest.fixture
def sit(own_stage: Stage, hall: Hall) -> Iterator[Callable[..., Phone]]:
    """Somebody new at the table, with a phone of their own, in the step where notes are written."""
    hall.wire.go(hall.step(STEP)["id"])
    phones: list[Phone] = []

    def down(script: str = "") -> Phone:
        phone = own_stage.phone()
        if script:
            phone.page.context.add_init_script(script)
        phone.join(hall.code, f"Gast {next(NUMBERS)}", "Gemeente Ermelo")
        phones.append(phone)
        return phone

    yield down
    for phone in phones:
        own_stage.leave(phone.page)


@pytest.fixture
def text() -> str:
    """Words that no other test writes."""
    return f"Bel elkaar vaker, nummer {next(NUMBERS)}"


def on_the_wall(hall: Hall, *texts: str) -> list[str]:
    """Every note in the house with one of these texts, in the order in which it came."""
    hall.facilitator.wait(lambda: any(note["text"] in texts for note in hall.facilitator.list("note")), 15)
    hall.facilitator.open()
    return [note["text"] for note in hall.facilitator.list("note") if note["text"] in texts]


def test_three_notes_without_a_line_and_a_refresh_arrive_once(hall: Hall, sit: Callable[..., Phone], text: str):
    phone, texts = sit(), [f"{text} {letter}" for letter in "abc"]
    phone.page.context.set_offline(True)
    for one in texts:
        phone.post(one)
        expect(phone.field).to_have_value("")
    expect(phone.state).to_contain_text("Nog niet opgeslagen (3)")
    expect(phone.page.locator(".note--waiting")).to_have_count(3)
    phone.page.context.set_offline(False)
    phone.page.reload()
    phone.wait()
    phone.stored()
    expect(phone.notes).to_have_count(3)
    assert on_the_wall(hall, *texts) == texts


def test_a_tab_that_was_shut_sends_what_it_held_when_it_is_opened_again(
    hall: Hall, sit: Callable[..., Phone], text: str
):
    phone = sit()
    ref, context = phone.ref, phone.page.context
    context.set_offline(True)
    phone.post(text)
    expect(phone.own(text)).to_contain_text("Nog niet opgeslagen")
    phone.page.close()
    context.set_offline(False)
    phone.page = context.new_page()
    phone.enter(ref)
    phone.stored()
    assert on_the_wall(hall, text) == [text]


def test_half_a_sentence_survives_a_refresh_and_a_house_that_dies(
    own_stage: Stage, hall: Hall, sit: Callable[..., Phone], text: str
):
    phone = sit()
    me = phone.page.context.cookies()
    phone.type(text[:12])
    phone.refresh()
    expect(phone.field).to_have_value(text[:12])
    phone.field.press("End")
    own_stage.house.kill()
    phone.type(text[12:])
    expect(phone.state).to_contain_text("Geen verbinding")
    phone.post()
    expect(phone.state).to_contain_text("Nog niet opgeslagen (1)")
    own_stage.house.start()
    phone.stored()
    expect(phone.field).to_have_value("")
    phone.refresh()
    expect(phone.own(text)).to_contain_text("Opgeslagen")
    assert phone.page.context.cookies() == me, "the same seat, without a new one"
    assert on_the_wall(hall, text) == [text]


def test_storage_that_refuses_keeps_the_text_in_the_field_until_the_answer(
    hall: Hall, sit: Callable[..., Phone], text: str
):
    phone = sit(THROWS)
    phone.page.context.set_offline(True)
    phone.post(text)
    expect(phone.page.locator(".trouble")).to_contain_text("kan niets bewaren")
    expect(phone.field).to_have_value(text)
    phone.page.context.set_offline(False)
    phone.stored()
    expect(phone.field).to_have_value("")
    expect(phone.own(text)).to_contain_text("Opgeslagen")
    assert on_the_wall(hall, text) == [text]


def test_a_full_storage_is_said_and_loses_nothing(hall: Hall, sit: Callable[..., Phone], text: str):
    phone = sit()
    phone.page.evaluate(FILL)
    long = f"{text} {'en nog wat ' * 12}".strip()
    phone.post(long)
    expect(phone.own(long)).to_contain_text("Opgeslagen")
    expect(phone.field).to_have_value("")
    assert on_the_wall(hall, long) == [long]


def test_a_double_tap_is_one_note_and_no_reproach(hall: Hall, sit: Callable[..., Phone], text: str):
    phone = sit()
    phone.field.fill(text)
    phone.page.locator(".writer-post").evaluate("(button) => { button.click(); button.click(); }")
    phone.stored()
    expect(phone.notes).to_have_count(1)
    expect(phone.page.locator(".writer .field-fault")).to_have_count(0)
    assert on_the_wall(hall, text) == [text]


def test_two_tabs_of_one_phone_send_each_note_once(hall: Hall, sit: Callable[..., Phone], text: str):
    phone = sit()
    second = Phone(phone.page.context.new_page())
    second.enter(phone.ref)
    phone.page.context.set_offline(True)
    texts = [f"{text} in de ene", f"{text} in de andere"]
    phone.post(texts[0])
    second.post(texts[1])
    for one in (phone, second):
        expect(one.notes).to_have_count(2)
    phone.page.context.set_offline(False)
    back = monotonic()
    for one in (phone, second):
        one.stored()
        expect(one.notes).to_have_count(2)
    took = monotonic() - back
    assert took < SOON
    assert sorted(on_the_wall(hall, *texts)) == sorted(texts)


def test_an_answer_that_got_lost_makes_no_second_note(own_stage: Stage, hall: Hall, text: str):
    """The house has stored it, the phone never heard so: the same cid goes again, and counts once (S2)."""
    hall.wire.go(hall.step(STEP)["id"])
    phone = own_stage.phone()
    lost: list[str] = []

    def line(socket):
        server = socket.connect_to_server()

        def answered(message):
            if isinstance(message, str) and re.match(r"43\d+\[", message) and '"ids"' in message and len(lost) < 1:
                lost.append(message)
                socket.close()
                return
            socket.send(message)

        server.on_message(answered)

    phone.page.route_web_socket(re.compile("socket.io"), line)
    phone.join(hall.code, "Gast", "Gemeente Ermelo")
    phone.post(text)
    phone.stored()
    expect(phone.notes).to_have_count(1)
    assert len(lost) == 1 and json.loads(lost[0][lost[0].index("[") :])[0]["ok"]
    assert on_the_wall(hall, text) == [text]
    own_stage.leave(phone.page)


def test_going_back_and_forth_in_the_browser_keeps_the_sentence(hall: Hall, sit: Callable[..., Phone], text: str):
    phone = sit()
    phone.type(text)
    phone.page.goto("/")
    phone.page.go_back()
    phone.wait()
    expect(phone.field).to_have_value(text)
    phone.page.go_forward()
    phone.page.go_back()
    phone.wait()
    phone.post()
    phone.stored()
    assert on_the_wall(hall, text) == [text]


def test_half_an_hour_without_a_line_is_no_farewell(own_stage: Stage, hall: Hall, text: str):
    hall.wire.go(hall.step(STEP)["id"])
    phone = own_stage.phone()
    phone.page.clock.install()
    phone.join(hall.code, "Gast", "Gemeente Ermelo")
    phone.page.context.set_offline(True)
    phone.post(text)
    phone.page.clock.fast_forward("30:00")
    expect(phone.state).to_contain_text("Nog niet opgeslagen (1)")
    phone.page.context.set_offline(False)
    phone.page.clock.run_for(10_000)
    phone.stored()
    assert on_the_wall(hall, text) == [text]
    own_stage.leave(phone.page)


def test_a_phone_that_slept_is_current_within_a_second(hall: Hall, sit: Callable[..., Phone]):
    phone = sit()
    session = phone.page.context.new_cdp_session(phone.page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    hall.wire.go(hall.step(OTHER)["id"])
    session.send("Page.setWebLifecycleState", {"state": "active"})
    # the heading that stays: the step's own title stands there only until the view of its kind is there
    expect(phone.page.locator("#together")).to_contain_text("Over wie denken wij na?", timeout=1500)


def test_a_step_whose_view_did_not_come_is_drawn_as_soon_as_it_can(hall: Hall, sit: Callable[..., Phone]):
    """A phone has the other steps' views only after a while; a Wi-Fi that stutters then must not leave it without one."""
    phone, refused = sit(), []

    def stutter(route):
        refused.append(route.request.url)
        route.abort() if len(refused) == 1 else route.continue_()

    phone.page.route("**/kinds/afsluiten/phone.js*", stutter)
    hall.wire.go(hall.step("afsluiten")["id"])
    expect(phone.page.get_by_label("Mijn voornemen")).to_be_visible()
    assert len(refused) == 2
    assert phone.page.locator("link[href='/kinds/afsluiten/view.css']").count() == 1


def test_the_facilitators_refresh_takes_nothing_from_anybody(
    own_stage: Stage, hall: Hall, sit: Callable[..., Phone], text: str
):
    phone, control = sit(), own_stage.control(hall.facilitator)
    phone.type(text[:10])
    control.refresh()
    expect(control.now).to_have_text(STEP)
    phone.type(text[10:])
    phone.post()
    expect(control.page.locator("#main")).to_contain_text(text)
    own_stage.leave(control.page)


def test_a_meeting_that_was_closed_meanwhile_gives_the_text_back(hall: Hall, sit: Callable[..., Phone], text: str):
    """The last of this file: what was typed without a line is stored, or handed back with a sentence; never gone."""
    phone = sit()
    phone.page.context.set_offline(True)
    phone.post(text)
    phone.type("nog half")
    hall.do("meeting.close")
    phone.page.context.set_offline(False)
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("afgesloten")
    expect(phone.page.locator("#together")).to_contain_text(text)
    expect(phone.page.locator("#together")).to_contain_text("nog half")
    hall.do("meeting.open")
    expect(phone.field).to_have_value("nog half")
