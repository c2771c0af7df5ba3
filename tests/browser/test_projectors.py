"""Smaller projectors draw the same picture as large on the wall: results, actions and a persona's notes fit whole."""

from __future__ import annotations

import pytest

from tests.browser.stage import Stage

SIZES = ((1280, 720), (1024, 768))
SEEN = """
() => {
  const unit = Math.min(innerHeight / 1080, innerWidth / 1600); /* a wide picture is 1920 px, a narrow one has less beside it */
  const found = [];
  if (document.querySelector(".is-full")) found.push("too full for its smallest letters");
  if (/Niet alles past|en nog \\d+/.test(document.body.innerText)) found.push("not all of it is shown");
  const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement;
    if (!text.textContent.trim() || node.closest(".visually-hidden, svg") || !node.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(node).fontSize);
    const said = text.textContent.trim().slice(0, 40);
    if (size < 24 * unit - 0.1) found.push(`${size} px in place of ${24 * unit}: ${said}`);
    if (box.right > innerWidth + 2 || box.bottom > innerHeight + 2) found.push("outside the window: " + said);
  }
  return found;
}
"""


@pytest.mark.parametrize("kind", ["acties", "persona"])
def test_what_fits_on_a_large_projector_fits_on_a_small_one(stage: Stage, kind: str):
    hall = stage.hall(8)
    screen = stage.screen(hall.facilitator)
    try:
        for before in ("kansen-en-acties", "stemmen") if kind != "persona" else ():
            hall.go(next(step["title"] for step in hall.steps if before in (step.get("exercise"), step["kind"])))
            hall.play()
        hall.go(next(step["title"] for step in hall.steps if step["kind"] == kind))
        hall.play()
        wrong = {}
        for width, height in SIZES:
            screen.page.set_viewport_size({"width": width, "height": height})
            screen.page.reload()
            screen.page.wait_for_selector("#page[data-ready]")
            screen.page.wait_for_timeout(500)
            found = screen.page.evaluate(SEEN)
            if found:
                wrong[f"{width} x {height}"] = found
        assert wrong == {}
    finally:
        stage.leave(screen.page)
        hall.close()
