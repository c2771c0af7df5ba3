"""What people type is text, everywhere.

It never runs, it stands on every screen as it was typed, and it comes out of the report (S7, D37).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from facilitator.chain.text import blank, clean
from facilitator.rehearsal.paper import read
from facilitator.rehearsal.sent import Person
from tests.browser.room import Room
from tests.browser.stage import Stage
from tests.report.test_strings import naughty

FIRST, SECOND = "Wat verwachten we van elkaar?", "Wat willen we samen bereiken?"
WALL, ACTIONS, END = "Wat kunnen we nu al doen?", "Wie doet wat, en voor wanneer?", "Wat neemt u mee?"
LONGEST = 280

HOSTILE = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror=window.hacked=1>",
    "<svg onload=window.hacked=1><desc>",
    "\"'><iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "<a href=javascript:window.hacked=1>klik</a>",
    "javascript:window.hacked=1//",
    "</script><script>window.hacked=1</script>",
    "{{7*7}} {% raw %} ${window.hacked=1} #{7*7}",
    "<style>body{display:none}</style><b>vet</b>",
    '{"type":"note","__proto__":{"hacked":1}}',
    "-->]]><math><mi xlink:href='javascript:window.hacked=1'>x",
    "&lt;b&gt; &amp;amp; &#60;",
    "=1+1 @SUM(A1) +cmd|'/c calc'!A0",
]
# What would stand in the page if one of these were taken for HTML.
PLANTED = "#page script, #page iframe, #page math, #page style, #page a[href^=javascript], #page [onerror], #page [onload], img[src=x]"


@pytest.fixture(scope="module")
def room(stage: Stage) -> Iterator[Room]:
    """Everybody who sits here is called something that is not a name."""
    people = [Person(HOSTILE[at], HOSTILE[at + 3], HOSTILE[at + 6]) for at in range(3)]
    hall = stage.hall(people, keten=HOSTILE[0], title=HOSTILE[1])
    for exercise in ("verwachtingen", "algemene-doelen"):
        hall.do("step.add", exercise=exercise, after=hall.steps[-1]["id"])
    hall.steps = hall.wire.steps()
    yield Room(stage, hall)
    hall.close()


def harmless(room: Room) -> None:
    for page in room.windows.values():
        assert page.evaluate("() => window.hacked ?? ({}).hacked ?? null") is None, page.url
        assert page.locator(PLANTED).count() == 0, page.url


def texts(page: Page, where: str) -> list[str]:
    """Every note in the page, exactly as it stands in the document."""
    found: list[str] = page.locator(where).evaluate_all("(nodes) => nodes.map((node) => node.textContent)")
    return found


def test_hostile_texts_typed_by_hand_stand_on_every_screen(room: Room):
    room.hall.go(WALL)
    for text in HOSTILE:
        room.phone.post(text)
    room.phone.stored()
    expect(room.control.notes).to_have_count(len(HOSTILE))
    room.control.press("Toon de muur aan de zaal")
    expect(room.screen.notes.first).to_be_visible()
    assert sorted(texts(room.control.page, "#main .note .note-text")) == sorted(HOSTILE)
    assert sorted(texts(room.phone.page, ".own-notes .note-text")) == sorted(HOSTILE)
    assert set(texts(room.screen.page, "#main .note-text")) <= set(HOSTILE)
    for page in (room.control.page, room.screen.page):
        expect(page).to_have_title(f"{HOSTILE[1]} · {'Regie' if page is room.control.page else 'Scherm'}")
    harmless(room)


def test_names_titles_groups_actions_and_promises_are_text_as_well(room: Room):
    hall, step = room.hall, room.hall.step(WALL)
    notes = [note["id"] for note in hall.facilitator.list("note", step=step["id"])]
    hall.do("cluster.make", step=step["id"], lane="1", name=HOSTILE[2][:60], notes=notes[:2])
    hall.do("step.edit", step=step["id"], title=HOSTILE[8], prompts=[{"id": "1", "text": HOSTILE[7]}])
    expect(room.phone.question).to_have_text(HOSTILE[7])
    expect(room.screen.page.locator("#page")).to_contain_text(HOSTILE[8])
    for name in ("Mensen", "Meedoen", "Spiekbrief"):
        room.control.pane(name)
        harmless(room)
    actions = hall.go(ACTIONS)
    hall.do("action.make", step=actions["id"], what=HOSTILE[1], who=HOSTILE[3], remarks=HOSTILE[0], sources=notes[:1])
    expect(room.screen.stage).to_contain_text(HOSTILE[1])
    harmless(room)
    end = hall.go(END)
    hall.wire.act(0, "commitment.make", {"step": end["id"], "text": HOSTILE[4], "worth": "", "better": ""})
    hall.do("step.reveal", step=end["id"], on=True)
    expect(room.screen.stage).to_contain_text(HOSTILE[4])
    room.phone.tab("Naslag")
    harmless(room)
    room.phone.tab("Meedoen")


def test_every_naughty_string_stands_on_the_wall_and_comes_out_of_the_report(room: Room):
    """All of them over the wire, as notes.

    Refused with a sentence, or on every screen and in the report, equal after cleaning.
    """
    hall, strings = room.hall, naughty()
    kept: dict[str, str] = {}
    for at, (title, part) in enumerate(((FIRST, strings[::2]), (SECOND, strings[1::2]))):
        step = hall.go(title)
        mine: dict[str, str] = {}
        for text in part:
            answer = hall.phones[at].send("note.post", {"step": step["id"], "lane": "1", "text": text})
            fits = not blank(clean(text)) and len(clean(text).strip()) <= LONGEST
            assert answer["ok"] == fits, (text, answer)
            if fits:
                mine[answer["ids"][0]] = clean(text).strip()
            else:
                assert answer["field"] == "text" and answer["say"], answer
        hall.do("step.reveal", step=step["id"], on=True)
        expect(room.control.notes).to_have_count(len(mine), timeout=60_000)
        assert sorted(texts(room.control.page, "#main .note .note-text")) == sorted(mine.values())
        expect(room.phone.page.locator(".briefjes-wall .note-text")).to_have_count(len(mine), timeout=60_000)
        assert sorted(texts(room.phone.page, ".briefjes-wall .note-text")) == sorted(mine.values())
        harmless(room)
        kept |= mine
    assert len(kept) > 450
    rows = {row[0]: row[1] for row in read(hall.facilitator.report()).rows if len(row) > 1}
    assert {note: rows.get(note) for note in kept} == kept


def test_the_watch_would_have_seen_it(stage: Stage):
    """The control: the same text as HTML is planted, and the page's policy cries out."""
    page = stage.page()
    page.goto("/")
    page.evaluate("(text) => { document.body.innerHTML = `<div id=page>${text}</div>`; }", HOSTILE[1])
    assert page.locator(PLANTED).count() == 1
    expect(page.locator("img[src=x]")).to_have_count(1)
    page.wait_for_timeout(200)
    assert any("policy broken" in said for said in stage.watch.unexpected())
    stage.watch.errors.clear()
    stage.leave(page)
