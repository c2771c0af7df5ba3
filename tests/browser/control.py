"""The control room, as a facilitator uses it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


class Control:
    def __init__(self, page: Page) -> None:
        self.page = page

    # the way in

    def sign_in(self, link: str) -> None:
        """By the link that was printed at the start."""
        self.page.goto(link)
        self.page.get_by_role("heading", level=1, name="keten").or_(
            self.page.get_by_role("heading", name="Welkom")
        ).first.wait_for()

    def make_chain(self, name: str, place: str = "") -> None:
        self.page.get_by_label("Naam van de keten", exact=True).fill(name)
        self.page.get_by_label("Plaats").first.fill(place)
        self.page.get_by_role("button", name="Maak deze keten").click()

    def make_meeting(self, title: str, template: str = "startbijeenkomst") -> None:
        self.page.locator(f"input[name=template][value={template}]").check()
        self.page.get_by_label("Titel", exact=True).fill(title)
        self.page.get_by_role("button", name="Maak deze bijeenkomst").click()
        self.wait()

    def enter(self, ref: str) -> None:
        self.page.goto(f"/regie/{ref}")
        self.wait()

    def wait(self) -> None:
        """Until the page is drawn and the line answers."""
        self.page.locator("#page[data-ready]").wait_for(state="attached")
        expect(self.page.locator(".top .saved")).to_contain_text("Opgeslagen")

    def refresh(self) -> None:
        self.page.reload()
        self.wait()

    @property
    def ref(self) -> str:
        return self.page.url.rpartition("/regie/")[2]

    # the whole meeting

    def press(self, words: str) -> None:
        """A button by its words (or the beginning of them)."""
        self.page.get_by_role("button", name=words).first.click()

    def open_screen(self) -> Page:
        with self.page.expect_popup() as opened:
            self.press("Open het scherm")
        return opened.value

    @property
    def now(self) -> Locator:
        """The step that the room is at, in the agenda."""
        return self.page.locator(".agenda-look[aria-current=step] .agenda-title")

    @property
    def typing(self) -> Locator:
        return self.page.locator(".bar-typing")

    def next(self) -> None:
        self.page.locator(".bar-side--end .bar-step").click()

    def back(self) -> None:
        self.page.locator(".bar-side:not(.bar-side--end) .bar-step").click()

    def go(self, title: str) -> None:
        """Look at a step in the agenda, and take the room there."""
        self.page.locator(".agenda-look", has_text=title).click()
        if self.page.get_by_role("button", name="Ga hierheen met de zaal").count():
            self.press("Ga hierheen met de zaal")
        expect(self.now).to_have_text(title)

    def pane(self, name: str) -> None:
        self.page.locator(".pane", has_text=name).click()

    def menu(self, label: str, item: str) -> None:
        """Open a menu by the words of its button, and choose."""
        self.page.get_by_role("button", name=label).first.click()
        self.page.get_by_role("menu").get_by_role("menuitem", name=item).click()

    @property
    def undo(self) -> Locator:
        return self.page.locator(".bar-foot").get_by_role("button", name="Maak ongedaan")

    # a wall

    @property
    def notes(self) -> Locator:
        return self.page.locator("#main .note .note-text")

    def note(self, text: str) -> Locator:
        """The card with this text."""
        return self.page.locator("#main .note", has=self.page.locator(".note-text", has_text=text)).first

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")
