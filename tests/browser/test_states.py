"""axe, targets, letters and contrast in every state of every kind, on a phone, in the control room and on the screen
(A1, A5, A7)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from exercises.registry import KINDS
from tests.browser.looking import Eyes, unfold
from tests.browser.room import Room
from tests.browser.stage import SMALL_PHONE, Stage

# Per step of the agenda, in its order: the kind and the acts before which the windows are looked at as well.
STATES = {
    "Wie zit er aan tafel?": ("kennismaking", ("introduction.give", "turn.skip", "turn.choose")),
    "De ketenaanpak in het kort": ("uitleg", ("step.timer",)),
    "Wat doet onze keten voor deze mantelzorger?": ("persona", ("persona.choose", "note.post", "step.reveal")),
    "Een casus samen bekijken": ("casus", ("case.settle",)),
    "Wat betekent dit voor mijzelf?": ("reflectie", ()),
    "Waar komen wij mantelzorgers al tegen?": ("vindplaatsen", ()),
    "Wat verwachten we van elkaar?": ("briefjes", ("note.many", "cluster.make")),
    "Wat kunnen we nu al doen?": ("briefjes", ()),
    "Wat doen we het eerst?": ("stemmen", ("weighing.close", "step.reveal")),
    "Hoeveel helpt het, en hoeveel moeite kost het?": ("matrix", ("weighing.close", "step.reveal")),
    "Wie doet wat, en voor wanneer?": ("acties", ("action.accept", "action.split")),
    "Wat neemt u mee?": ("afsluiten", ("step.reveal",)),
    "Welke doelen kiezen we samen?": ("doelen", ("goal.look", "goal.edit", "goal.adopt")),
    "Wie doet mee, en wat verwachten we?": ("rollen", ("role.offer", "role.look", "role.assign", "role.remove")),
    "Wat is er al voor mantelzorgers?": ("instrumenten", ("instrument.adopt", "instrument.look")),
    "Wie horen er aan onze tafel?": ("checklist", ("partner.adopt", "partner.invite")),
    "Wie werken er samen rond de mantelzorger?": ("netwerk", ("network.say", "network.propose", "network.seat")),
    "Onze keten in vijf cijfers": ("schaal", ("weighing.close", "step.reveal", "scale.show")),
    "Wat werd er van onze acties?": ("terugblik", ()),  # with actions of an earlier meeting: test_lookback.py
    "Wanneer zien we elkaar weer?": ("planning", ("date.propose", "ballot.cast", "date.choose")),
}
SECRET = ("stemmen", "matrix")  # every stop of these shows something else: open, closed, shown
PASTE = """(field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text", text);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
# Exercises that do not stand in the agenda of the start; they come behind it.
MORE = (
    "evaluatie-schaal",
    "verwachtingen",
    "terugblik",
    "casus-bespreken",
    "reflectie",
    "vindplaatsen",
    "instrumenten",
    "checklist",
    "netwerkkaart",
)


@pytest.fixture(scope="module")
def room(stage: Stage) -> Iterator[Room]:
    hall = stage.hall(6)
    for exercise in MORE:
        hall.do("step.add", exercise=exercise, after=hall.steps[-1]["id"])
        hall.steps = hall.wire.steps()
    yield Room(stage, hall)
    hall.close()


@pytest.mark.parametrize("title", STATES)
def test_a_kind_is_accessible_in_each_state(room: Room, eyes: Eyes, title: str, long_run: bool):
    """At the start and at the end; with `--long`, and where every stop shows something else, before each stop too."""
    kind, stops = STATES[title]
    stops = stops if long_run or kind in SECRET else ()
    assert room.hall.go(title)["kind"] == kind
    room.look(eyes, f"{kind}: at the start")
    for stop in stops:
        if room.hall.play(until=stop):
            room.look(eyes, f"{kind}: before {stop}")
            room.hall.play(most=1)
    room.hall.play()
    room.look(eyes, f"{kind}: at the end")


def test_every_kind_is_looked_at():
    """The gate: a new kind stands in the table above, or this fails (A2)."""
    assert {kind for kind, _ in STATES.values()} == {kind.name for kind in KINDS}


def test_partners_are_a_list_that_is_found_in_and_what_is_typed_is_never_lost(room: Room, stage: Stage, eyes: Eyes):
    """With the keyboard: found, asked about, pasted, taken away; what was not added is there again, and is sent along."""
    hall = room.hall
    step = hall.go("Wie zit er aan tafel?")
    for name in ("Antes", "Stichting Woon Lindervaart"):
        hall.do("organisation.add", name=name)
    phone = stage.phone()
    stage.lend(hall.phones[1], phone.page.context)
    page = phone.page
    stage.watch.allow(r"partners\.js|ERR_FAILED|Failed to load resource")
    page.route("**/partners.js*", lambda route: route.abort())
    phone.enter(hall.ref)
    expect(page.locator(".kennis-part")).to_be_visible()
    for _ in range(2):
        for further in page.get_by_role("button", name="Bewaar en ga verder").all():
            further.tap()
    for told in page.locator(".kennis-fill .link-button", has_text="Samenwerking").all():
        told.tap()
    field = page.get_by_role("combobox", name="Met wie nu al?")
    lines = page.get_by_role("list", name="Met wie nu al?").get_by_role("listitem").locator("bdi")
    page.get_by_role("textbox", name="Met wie nu al?").fill("Zonnebloem\nBuurtbus")  # the list did not come yet
    page.unroute("**/partners.js*")
    page.locator("h1").click()
    expect(lines).to_have_text(["Zonnebloem", "Buurtbus"])
    for _ in range(lines.count()):
        page.get_by_role("list", name="Met wie nu al?").get_by_role("button").first.tap()
    expect(field).to_be_focused()
    for keys in ("ante", "ArrowDown", "Enter"):
        page.keyboard.press(keys) if keys[0].isupper() else page.keyboard.type(keys)
    expect(lines).to_have_text(["Antes"])
    expect(field).to_be_focused()
    page.keyboard.type("antes")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Antes staat al op de lijst.")).to_be_visible()
    page.keyboard.type("Woon Lindervaart")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ja, Stichting Woon Lindervaart")).to_be_focused()
    unfold(page)
    eyes.scan("kennismaking: is this the same", phone=page)
    page.set_viewport_size(SMALL_PHONE)
    page.get_by_role("button", name="Nee, een andere").press("Enter")
    field.evaluate(PASTE, "Buurtkamer\n\n  Wmo Radar \nantes")
    expect(lines).to_have_text(["Antes", "Woon Lindervaart", "Buurtkamer", "Wmo Radar"])
    field.evaluate(PASTE, "\n".join(f"Lid {nr}" for nr in range(1, 30)))  # thirty names fit
    expect(field).to_have_value("Lid 27, Lid 28, Lid 29")
    page.get_by_role("button", name="Haal weg: Lid 26").press("Enter")
    page.get_by_role("button", name="Voeg toe: Met wie nu al?").press("Enter")
    expect(lines.last).to_have_text("Lid 27")
    expect(field).to_have_value("Lid 28, Lid 29")
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.get_by_role("alert")).to_have_text("In elke lijst passen 30 namen. Hier staan er 32. Haal er 2 weg.")
    expect(field).to_have_value("Lid 28, Lid 29")
    expect(lines).to_have_count(30)
    field.fill("")
    rows = page.get_by_role("list", name="Met wie nu al?")
    rows.evaluate("list => { while (list.children.length > 4) list.lastChild.querySelector('button').click(); }")
    page.get_by_role("button", name="Haal weg: Buurtkamer").press("Enter")
    expect(page.get_by_role("button", name="Haal weg: Wmo Radar")).to_be_focused()
    field.press_sequentially("Voedselbank Noord")
    page.get_by_label("Waarover? Woon Lindervaart").fill("samen een spreekuur")
    eyes.sideways("kennismaking: partners", page)
    unfold(page)
    eyes.scan("kennismaking: partners", phone=page)
    eyes.targets("kennismaking: partners", page, 24, 44)
    page.set_viewport_size(SMALL_PHONE)
    phone.refresh()
    expect(field).to_have_value("Voedselbank Noord")
    expect(lines).to_have_text(["Antes", "Woon Lindervaart", "Wmo Radar"])
    page.get_by_role("button", name="Haal weg: Antes").tap()
    expect(page.get_by_label("Waarover? Woon Lindervaart")).to_have_value("samen een spreekuur")
    page.get_by_role("button", name="Haal weg: Woon Lindervaart").press("Enter")
    field.fill("Woon Lindervaart")
    field.press("Enter")  # not asked again
    expect(lines).to_have_text(["Wmo Radar", "Woon Lindervaart"])
    page.get_by_label("Waarover? Woon Lindervaart").fill("samen een spreekuur")
    field.fill("Voedselbank Noord")
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.get_by_text("Dank u wel. Uw antwoorden zijn bewaard.")).to_be_visible()
    expect(page.get_by_text("Wmo Radar, Woon Lindervaart (samen een spreekuur), Voedselbank Noord")).to_be_visible()
    told = [one for one in hall.wire.look(1).values() if one["type"] == "introduction" and one["step"] == step["id"]]
    assert told[0]["has"] == ["Wmo Radar", "Woon Lindervaart", "Voedselbank Noord"]
    assert told[0]["about"] == ["", "samen een spreekuur", ""]
    stage.leave(page)


def test_a_proposal_from_a_phone_says_what_is_missing_and_arrives(room: Room):
    """A goal, and who is missed in the list: nothing is sent empty or too long, and what was sent leaves the field."""
    phone = room.phone.page
    for title, label, button, long in (
        ("Welke doelen kiezen we samen?", "Uw doel", "Stel dit doel voor", 501),
        ("Wie horen er aan onze tafel?", "Wie mist u in deze lijst?", "Stel voor", 121),
    ):
        room.hall.go(title)
        field, send = phone.get_by_role("textbox", name=label), phone.get_by_role("button", name=button, exact=True)
        send.tap()
        expect(phone.get_by_role("alert")).to_contain_text("Er staat nog niets.")
        field.fill("\U0001f642" * long)
        send.tap()
        expect(phone.get_by_role("alert")).to_contain_text(f"Nu zijn het er {long}.")
        field.fill(f"Van de telefoon: {label}")
        expect(phone.get_by_role("alert")).to_have_count(0)
        send.tap()
        expect(field).to_have_value("")
        expect(room.control.page.get_by_text(f"Van de telefoon: {label}").first).to_be_visible()
