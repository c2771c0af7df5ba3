"""Who and what is at the table of the big journey, and what they write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.browser.control import Control
from tests.browser.phone import Phone
from tests.browser.screen import Screen
from tests.browser.stage import Stage

WALL = "Wat kunnen we nu al doen?"
VOTE = "Wat doen we het eerst?"
MATRIX = "Hoeveel helpt het, en hoeveel moeite kost het?"
ACTIONS = "Wie doet wat, en voor wanneer?"
END = "Wat neemt u mee?"

BEGUN, REST = "Bel de huisarts als", " je iemand ziet worstelen."
NOTES = {
    "Fatma": ["Contactgegevens van vandaag delen."],
    "Joop": ["De nummers van vandaag met elkaar delen.", "Een kaartje in de wachtkamer leggen."],
    "Ria": ["Samen op huisbezoek gaan, één keer per maand."],
}
ACTION = "Een lijst met ieders nummer rondsturen"
PROMISE = "Ik bel morgen het steunpunt."


@dataclass
class Table:
    """One control room, one screen, three phones, all at once, behind a name that is no secure context."""

    stage: Stage
    control: Control = field(init=False)
    screen: Screen = field(init=False)
    phones: dict[str, Phone] = field(default_factory=dict)

    @property
    def here(self) -> list[Phone]:
        return list(self.phones.values())


def tab_to(page: Page, match: Callable[[str], bool], *, back: bool = False, most: int = 160) -> str:
    """Press Tab until what has the focus is called so; its name. Fails when Tab never gets there."""
    for _ in range(most):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        name = page.evaluate(
            "() => { const at = document.activeElement; const label = at.labels && at.labels[0];"
            " return at.getAttribute('aria-label') || (label && label.textContent) || at.textContent || ''; }"
        ).strip()
        if match(name):
            return name
    raise AssertionError(f"Tab does not get there in {most} presses; the last was {name!r}")
