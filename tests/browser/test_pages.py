"""axe, targets and reflow on every page that is no live window.

The doors, the ketens, the report, the messages (A1, A5, A6).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hall import Hall
from tests.browser.looking import Eyes, unfold
from tests.browser.stage import LAPTOP, SMALL_PHONE, Stage

NARROW = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def hall(stage: Stage) -> Iterator[Hall]:
    hall = stage.hall(2)
    yield hall
    hall.close()


@pytest.fixture(scope="module")
def phone(stage: Stage) -> Page:
    return stage.phone().page


@pytest.fixture(scope="module")
def laptop(stage: Stage, hall: Hall) -> Page:
    page = stage.page(LAPTOP)
    stage.lend(hall.facilitator, page.context)
    return page


def look(eyes: Eyes, state: str, page: Page) -> None:
    """axe, targets, and no scrolling in two directions at 320 px."""
    size = page.viewport_size or LAPTOP
    unfold(page)
    eyes.scan(state, page=page)
    eyes.targets(state, page, 24, 44 if size["width"] < 600 else 24)
    page.set_viewport_size(NARROW)
    eyes.sideways(f"{state}, 320 px", page)
    page.set_viewport_size(size)


def test_the_door(phone: Page, hall: Hall, eyes: Eyes, stage: Stage):
    stage.watch.allow(r"status of 404 \(NOT FOUND\) \(\S+/meedoen\)")
    phone.goto("/")
    look(eyes, "door: the code", phone)
    phone.get_by_label("Code").fill("1234 5678")
    phone.get_by_role("button", name="Verder").tap()
    expect(phone.get_by_role("alert")).to_contain_text("Kijk op het scherm")
    look(eyes, "door: an unknown code", phone)
    phone.get_by_label("Code").fill(hall.code)
    phone.get_by_role("button", name="Verder").tap()
    expect(phone.get_by_role("button", name="Doe mee")).to_be_visible()
    look(eyes, "door: who are you", phone)
    phone.get_by_label("Uw organisatie").tap()
    phone.keyboard.type("Gemeente Lindervart")
    expect(phone.get_by_role("option", name="Gemeente Lindervaart")).to_be_visible()
    phone.keyboard.press("Enter")  # nothing was chosen from the list: the form is sent, and asks first
    same = phone.get_by_role("button", name="Ja, Gemeente Lindervaart")
    expect(same).to_be_focused()
    eyes.scan("door: is this the same", page=phone)
    same.press("Enter")
    expect(phone.get_by_label("Uw organisatie")).to_have_value("Gemeente Lindervaart")


@pytest.mark.parametrize(
    ("path", "status"), [("/bestaat-niet", 404), ("/scherm/k1-m2", 401), ("/tafel/k99-m1", 404), ("/regie", 401)]
)
def test_a_message_says_what_to_do(phone: Page, hall: Hall, eyes: Eyes, stage: Stage, path: str, status: int):
    stage.watch.allow(rf"status of {status} \(\w+( \w+)*\) \(\S+{path}\)")
    reply = phone.goto(path)
    assert reply is not None and reply.status == status
    look(eyes, f"message {status} at {path}", phone)


def test_a_door_that_is_shut(phone: Page, hall: Hall, eyes: Eyes, stage: Stage):
    stage.watch.allow(r"status of 410 \(GONE\)")
    shut = stage.hall(1, title="Dicht")
    shut.do("meeting.close")
    phone.goto(f"/tafel/{shut.ref}")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("De deur is dicht")
    look(eyes, "a door that is shut", phone)
    shut.close()


def test_the_ketens(laptop: Page, hall: Hall, eyes: Eyes, stage: Stage):
    stage.watch.allow(r"status of 409 \(CONFLICT\)")
    laptop.goto("/regie")
    look(eyes, "the ketens", laptop)
    laptop.locator("details.new summary", has_text="Nieuwe keten").click()
    laptop.get_by_role("button", name="Maak deze keten").click()
    expect(laptop.get_by_role("alert")).to_be_visible()
    look(eyes, "a keten without a name", laptop)
    laptop.get_by_label("Naam van de keten", exact=True).fill("Keten Randmeren")
    laptop.get_by_role("button", name="Maak deze keten").click()
    expect(laptop.get_by_role("heading", name="Keten Randmeren")).to_be_visible()
    look(eyes, "a keten without a meeting", laptop)


def test_an_empty_house(browser, axe_script: str):
    """The first page after the link, before there is any keten; and the link for the second time."""
    stage, eyes = Stage(browser), Eyes(axe_script)
    stage.watch.allow(r"status of 403 \(FORBIDDEN\) \(\S+/regie/inloggen\)")
    try:
        first = stage.control()
        first.sign_in(stage.link)
        look(eyes, "an empty house", first.page)
        second = stage.page(LAPTOP)
        second.goto(stage.link)
        expect(second.get_by_role("alert")).to_contain_text("Deze link werkt niet meer")
        look(eyes, "a link for the second time", second)
        eyes.check()
        stage.watch.check()
    finally:
        stage.close()


def test_the_reports_page(laptop: Page, hall: Hall, eyes: Eyes):
    laptop.goto(f"/regie/{hall.ref}/verslag")
    look(eyes, "the report's page", laptop)
    pages = {f"/regie/{hall.ref}/papieren": "papers of a meeting", "/regie/papieren": "empty forms"}
    pages |= {
        f"/regie/{hall.ref}/zaal": "reading the room",
        "/regie/trainers": "for trainers",
        "/regie/begeleid": "led",
    }
    for path, state in pages.items():
        laptop.goto(path)
        look(eyes, state, laptop)


def test_what_is_shared_after_a_meeting(laptop: Page, phone: Page, hall: Hall, eyes: Eyes, stage: Stage):
    """The report on phones, the house style with a colour that is too pale, a private link and the page behind it."""
    stage.watch.allow(r"status of 409 \(CONFLICT\)")
    laptop.goto(f"/regie/{hall.ref}/verslag")
    laptop.get_by_role("button", name="Leg het verslag klaar").click()
    expect(laptop.get_by_text("Het verslag ligt klaar: versie deelnemers")).to_be_visible()
    look(eyes, "the report's page, given to participants", laptop)
    home = f"/regie/ketens/{hall.ref.partition('-')[0]}"
    laptop.goto(f"{home}/huisstijl")
    laptop.get_by_label("Koppen en lijnen").fill("#ffd966")
    laptop.get_by_role("button", name="Bewaar de huisstijl").click()
    expect(laptop.get_by_role("alert")).to_contain_text("te licht voor letters")
    look(eyes, "house style, too pale", laptop)
    acts = hall.go("acties")["id"]
    hall.facilitator.do("action.make", {"step": acts, "what": "De huisartsen bellen", "who": "Els", "block": 2})
    laptop.goto(f"{home}/links")
    laptop.locator("summary", has_text="Maak een link").first.click()
    laptop.get_by_role("button", name="Maak de link").first.click()
    link = laptop.locator(".wicket-link").inner_text()
    look(eyes, "links for contact people", laptop)
    phone.goto(link)
    look(eyes, "a private page", phone)
    phone.get_by_role("radio", name="bezig").check()
    phone.get_by_role("button", name="Bewaar").tap()
    expect(phone.get_by_role("status").filter(has_text="Bewaard. Dank u wel.")).to_be_visible()
    look(eyes, "a private page, saved", phone)


def test_telling_beforehand(laptop: Page, phone: Page, hall: Hall, eyes: Eyes, stage: Stage):
    """One link; a name is found with the keyboard alone, and asked about; what was typed is there after a refresh."""
    stage.watch.allow(r"status of 409 \(CONFLICT\)")
    for name in ("Wijkteam Overschie", "Wijkteam Noord", "Mantelfoon"):
        hall.do("organisation.add", name=name)
    laptop.goto(f"/regie/{hall.ref}/vooraf")
    laptop.get_by_role("button", name="Maak de link").click()
    link = laptop.locator(".wicket-link").inner_text()
    look(eyes, "telling beforehand: the link", laptop)
    phone.goto(link)
    field = phone.get_by_role("combobox", name="Uw organisatie")
    phone.get_by_label("Uw organisatie").tap()
    phone.keyboard.type("wijktaem")
    expect(phone.get_by_role("option")).to_have_text(["Wijkteam Overschie", "Wijkteam Noord"])
    eyes.scan("telling beforehand: names", page=phone)
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        phone.keyboard.press(key)
    expect(field).to_have_value("Wijkteam Overschie")
    expect(phone.get_by_role("listbox")).to_be_hidden()
    with_whom = phone.get_by_role("combobox", name="Organisatie waarmee u samenwerkt")
    rows = phone.get_by_role("list", name="Organisatie waarmee u samenwerkt").get_by_role("listitem")
    with_whom.fill("Mantlefoon")
    with_whom.press("Enter")
    question = phone.get_by_role("group", name="Is dit dezelfde?")
    expect(question.get_by_role("button", name="Ja, Mantelfoon")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(with_whom).to_have_value("")
    phone.get_by_label("Waarover? Mantelfoon").fill("doorverwijzen")
    with_whom.fill("Wijkteam")
    phone.get_by_role("button", name="Voeg toe: Organisatie waarmee u samenwerkt").tap()
    question.get_by_role("button", name="Nee, een andere").tap()
    expect(rows.locator("bdi")).to_have_text(["Mantelfoon", "Wijkteam"])
    with_whom.fill("Antes")
    phone.reload()
    expect(phone.get_by_text("Wat u hier eerder typte en nog niet bewaarde, staat er weer.")).to_be_visible()
    expect(rows.locator("bdi")).to_have_text(["Mantelfoon", "Wijkteam"])
    expect(with_whom).to_have_value("Antes")
    look(eyes, "telling beforehand: half-typed", phone)
    field.fill("Wijkteam")
    phone.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(phone.get_by_role("alert")).to_contain_text("Is dit dezelfde organisatie?")
    look(eyes, "telling beforehand: is this the same", phone)
    phone.get_by_role("radio", name="Ja, wij zijn Wijkteam Overschie").check()
    phone.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(phone.get_by_role("status").filter(has_text="Bewaard. Dank u wel.")).to_be_visible()
    look(eyes, "telling beforehand: saved", phone)
    laptop.goto(f"/regie/{hall.ref}/vooraf")
    expect(laptop.get_by_text("Antes, Mantelfoon (doorverwijzen), Wijkteam")).to_be_visible()
    assert phone.get_by_text("Is dit dezelfde organisatie?").count() == 0, "said while typing that it is another"
    look(eyes, "telling beforehand: who told", laptop)


def test_the_smallest_phone_reads_the_door_as_well(stage: Stage, hall: Hall, eyes: Eyes):
    page = stage.page({"width": 320, "height": 256}, phone=True)
    page.goto(f"/{hall.code}")
    eyes.sideways("the door at 320 x 256", page)
    assert page.viewport_size != SMALL_PHONE
    stage.leave(page)


OUT = """async ([address]) => {
  const tried = {};
  tried.fetch = await fetch(address + "/terugkijken").then(() => "came", () => "stopped");
  tried.socket = await new Promise((done) => {
    const line = new WebSocket(address.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket");
    line.onopen = () => done("came");
    line.onerror = () => done("stopped");
  }).catch(() => "stopped");
  tried.beacon = navigator.sendBeacon(address + "/scherm", "x") ? "came" : "stopped";
  const form = document.createElement("form");
  form.method = "post";
  form.action = address + "/scherm";
  document.body.append(form);
  form.submit();
  return tried;
}"""


def test_looking_back(laptop: Page, hall: Hall, eyes: Eyes, stage: Stage):
    """Play, jump, compare and keep a moment, by keyboard too; a picture shows what was there and reaches nothing."""
    stage.watch.allow(r"/terugkijken: .*(policy broken: |Content Security Policy)", r"policy broken: (connect|form)")
    hall.go("uitleg")
    hall.go("briefjes")
    hall.play()
    laptop.goto(f"/regie/{hall.ref}/terugkijken")
    screen = laptop.frame_locator("iframe[title='Het scherm van toen']")
    expect(screen.get_by_text("Zo gaat de deur open")).to_be_visible()
    look(eyes, "looking back, at the start", laptop)
    slider = laptop.get_by_role("slider", name="Moment in de bijeenkomst")
    slider.focus()
    slider.press("End")
    shown = hall.wire.look("facilitator")
    at = next(view for view in shown.values() if view["type"] == "meeting")["step"]
    expect(screen.get_by_text(shown[at]["prompts"][0]["text"]).first).to_be_visible()
    laptop.keyboard.press("ArrowLeft")
    laptop.keyboard.press("Home")
    laptop.keyboard.press(" ")
    expect(laptop.get_by_role("button", name="Pauze")).to_be_visible()
    laptop.keyboard.press(" ")
    laptop.get_by_role("button", name="Regie", exact=True).click()
    laptop.locator(".moment--step").last.click()
    control = laptop.frame_locator("iframe[title='De regie van toen']")
    control.get_by_role("button", name="Scherm zwart").click()
    expect(control.get_by_text("U kijkt terug. Hier verandert niets meer.")).to_be_visible()
    laptop.get_by_role("button", name="Bladwijzers").click()
    laptop.get_by_label("Waarom is").fill("Hier werd het stil")
    laptop.get_by_role("button", name="Zet hier een bladwijzer").click()
    expect(laptop.get_by_role("button", name="Hier werd het stil")).to_be_visible()
    laptop.get_by_role("button", name="Vergelijk twee momenten").click()
    laptop.locator("iframe").nth(1).wait_for()
    look(eyes, "looking back, two moments", laptop)
    window = next(one for one in laptop.frames if one.url.endswith("/beeld/scherm"))
    before = hall.wire.look("facilitator")
    tried = window.evaluate(OUT, [f"{stage.address}/regie/{hall.ref}"])
    assert tried == {"fetch": "stopped", "socket": "stopped", "beacon": tried["beacon"]}
    assert hall.wire.look("facilitator") == before
    assert laptop.evaluate("Object.keys(localStorage)") == []
    laptop.get_by_role("button", name="Toon namen").click()
    laptop.get_by_role("button", name="Ja, dat is goed").click()
    laptop.get_by_role("button", name="Telefoon", exact=True).click()
    laptop.get_by_label("Telefoon van").select_option(index=1)
    expect(laptop.locator(".replay-whose")).to_contain_text("Stemmen en briefjes zonder naam blijven geheim.")
