"""A participant's phone, as a person uses it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


class Phone:
    def __init__(self, page: Page) -> None:
        self.page = page

    # the door

    def knock(self, code: str) -> None:
        """Type the code that stands on the screen."""
        self.page.goto("/")
        self.page.get_by_label("Code").fill(code)
        self.page.get_by_role("button", name="Verder").tap()

    def introduce(self, name: str = "", organisation: str = "", profession: str = "") -> None:
        """Say who one is, and sit down."""
        self.page.get_by_label("Uw voornaam").fill(name)
        self.page.get_by_label("Uw organisatie").fill(organisation)
        self.page.get_by_label("Uw beroep of rol").fill(profession)
        self.page.get_by_role("button", name="Doe mee").tap()
        self.wait()

    def join(self, code: str, name: str = "", organisation: str = "", profession: str = "") -> Phone:
        self.knock(code)
        self.introduce(name, organisation, profession)
        return self

    def enter(self, ref: str) -> Phone:
        self.page.goto(f"/tafel/{ref}")
        self.wait()
        return self

    def wait(self) -> None:
        """Until the page is drawn and the line answers."""
        self.page.locator("#page[data-ready]").wait_for(state="attached")
        expect(self.page.locator(".saved")).not_to_contain_text("Verbinden")

    def refresh(self) -> None:
        self.page.reload()
        self.wait()

    @property
    def ref(self) -> str:
        return self.page.url.rpartition("/tafel/")[2]

    # a step

    @property
    def question(self) -> Locator:
        return self.page.locator("h1")

    @property
    def field(self) -> Locator:
        """Where a note is written."""
        return self.page.locator(".writer textarea")

    @property
    def state(self) -> Locator:
        """Whether all is stored, in words, at the top."""
        return self.page.locator(".phone-head .saved")

    @property
    def notes(self) -> Locator:
        return self.page.locator(".own-notes .note-text")

    def lane(self, text: str) -> None:
        self.page.locator(".writer .choice-pill", has_text=text).tap()

    def type(self, text: str) -> None:
        """Letter by letter, as a thumb does."""
        self.field.press_sequentially(text, delay=4)

    def post(self, text: str = "") -> None:
        """Stick a note on the wall; without text what stands in the field already."""
        if text:
            self.field.fill(text)
        self.page.locator(".writer-post").tap()

    def tab(self, name: str) -> None:
        self.page.get_by_role("navigation").get_by_role("button", name=name).tap()

    def own(self, text: str) -> Locator:
        """One's own card with this text."""
        return self.page.locator(".own-notes li", has=self.page.get_by_text(text, exact=True))

    def stored(self) -> None:
        """Until everything that was written here is on disk."""
        expect(self.state).to_contain_text("Opgeslagen")
        expect(self.page.locator(".note--waiting")).to_have_count(0)
