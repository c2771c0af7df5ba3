"""What is looked at in every state of every window: axe, targets, letters, contrast, overflow."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Contrast as WCAG counts it, of letters on the nearest ground that lets nothing through; in a drawing that is the shape
# under the middle of the letters.
MEASURE = """
  const colour = (text) => {
    const parts = (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const { rgb, alpha } = colour(getComputedStyle(one).backgroundColor);
      if (alpha > 0.99) return rgb;
    }
    return [255, 255, 255];
  };
  const drawn = (node) => {
    const at = node.getBoundingClientRect();
    const [x, y] = [at.left + at.width / 2, at.top + at.height / 2];
    const under = [...node.ownerSVGElement.querySelectorAll("rect, circle, path, polygon, ellipse")].reverse().find((shape) => {
      const box = shape.getBoundingClientRect();
      const fill = getComputedStyle(shape).fill;
      return fill !== "none" && colour(fill).alpha > 0.99 && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    });
    return under ? colour(getComputedStyle(under).fill).rgb : ground(node);
  };
  const contrast = (node) => {
    const inside = node.namespaceURI.endsWith("svg");
    const style = getComputedStyle(node);
    const [a, b] = [light(colour(inside ? style.fill : style.color).rgb), light(inside ? drawn(node) : ground(node))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
"""

# What axe leaves open, and how it is answered here; anything else that it leaves open is a fault until it stands here.
# (rule, axe's reason) -> why axe cannot tell. All of these are about contrast, and we count that ourselves (MEASURE).
ANSWERED = {
    ("color-contrast", "nonBmp"): "a sign without letters, such as the tick of a finished step",
    ("color-contrast", "shortTextContent"): "one figure, such as the number on a point",
    ("color-contrast", "bgOverlap"): "letters in a drawing, or under a bar that stays in view while the page scrolls",
    ("color-contrast", "emptyValue"): "a field in which nothing was typed yet",
    ("color-contrast", "elmPartiallyObscured"): "letters at the edge of a part that scrolls by itself",
    ("color-contrast", "elmPartiallyObscuring"): "letters that are cut off where their part ends",
    ("color-contrast", "equalRatio"): "forced colours: axe takes the colour that the page asked for",
    ("color-contrast", "imgNode"): "letters in a drawing",
}

BEGIN = (
    """
([tags, answered]) => {"""
    + MEASURE
    + """
  const told = (one, node, sort) => `${one.id} (${sort}): ${node.target.join(" ")}\\n      ${node.html.slice(0, 160)}\\n      ` +
    (node.failureSummary || "").split("\\n").slice(1, 3).map((line) => line.trim()).join(" ");
  const key = (node) => [...node.any, ...node.all, ...node.none].map((check) => (check.data && check.data.messageKey) || "").find(Boolean) || "";
  const open = (one, node) => {
    if (!answered.some(([rule, why]) => rule === one.id && why === key(node))) return [told(one, node, `undecided: ${key(node) || "no reason"}`)];
    const ratio = contrast(document.querySelector(node.target[0]));
    return ratio < 4.5 ? [told(one, node, `counted: ${ratio.toFixed(2)}`)] : [];
  };
  window.scanned = axe.run({ exclude: [["iframe"]] }, { /* the pictures of looking back: those screens are looked at by themselves */
    runOnly: { type: "tag", values: tags }, resultTypes: ["violations", "incomplete"], iframes: false, preload: false,
  }).then((found) => [
    ...found.violations.flatMap((one) => one.nodes.map((node) => told(one, node, one.impact))),
    ...found.incomplete.flatMap((one) => one.nodes.flatMap((node) => open(one, node))),
  ]).catch((fault) => ["axe itself failed: " + fault]);
}
"""
)

# What a finger or a mouse can hit. A label counts for the field it holds; a link inside a sentence is exempt.
TARGETS = """
([least, main]) => {
  const seen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !node.closest("[aria-hidden=true], .visually-hidden");
  const inline = (node) => node.tagName === "A" && getComputedStyle(node).display === "inline";
  const found = [];
  for (const node of document.querySelectorAll("button, a[href], summary, select, textarea, input:not([type=hidden]), [role=button], [role=menuitem]")) {
    const target = (/^(radio|checkbox)$/.test(node.type) && node.closest("label")) || node;
    if (!seen(target) || inline(target) || target.disabled) continue;
    const { width, height } = target.getBoundingClientRect();
    if (!width && !height) continue;
    const wanted = target.matches(".button:not(.button--small), .tab, .input, .choice-pill") ? main : least;
    if (width < wanted - 0.5 || height < wanted - 0.5)
      found.push(`${Math.round(width)} x ${Math.round(height)} in place of ${wanted}: ${target.outerHTML.slice(0, 140)}`);
  }
  return found;
}
"""

# Every piece of text that shows: its size, its contrast, and whether it stands inside the window.
TEXT = (
    """
([least, wanted]) => {"""
    + MEASURE
    + """
  const found = [];
  const sizes = {}; /* of what stands in full ink: softer ink is a side remark */
  const ink = getComputedStyle(document.body).color;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement;
    if (!text.textContent.trim() || node.closest(".visually-hidden, script, noscript, style, [hidden]")) continue;
    if (!node.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    let size = parseFloat(getComputedStyle(node).fontSize);
    const svg = node.closest("svg");
    if (svg) size *= Math.abs(svg.getScreenCTM().a);
    const said = `"${text.textContent.trim().slice(0, 60)}"`;
    if (node.closest("#main") && getComputedStyle(node).color === ink) sizes[Math.round(size)] = (sizes[Math.round(size)] || 0) + text.textContent.trim().length;
    if (size < least - 0.1) found.push(`${size.toFixed(1)} px in place of ${least}: ${said}`);
    if (box.bottom > innerHeight + 2 || box.right > innerWidth + 2 || box.left < -2 || box.top < -2)
      found.push(`outside the window (${Math.round(box.left)}..${Math.round(box.right)} x ${Math.round(box.top)}..${Math.round(box.bottom)}): ${said}`);
    if (svg) continue;
    const ratio = contrast(node);
    if (ratio < wanted) found.push(`contrast ${ratio.toFixed(1)} in place of ${wanted}: ${said}`);
  }
  const full = document.querySelectorAll(".fit.is-full").length;
  if (full) found.push(`${full} box(es) too full for their smallest letters`);
  const [most] = Object.entries(sizes).sort((a, b) => b[1] - a[1])[0] || [0];
  return { found, most: Number(most) };
}
"""
)

SIDEWAYS = """
() => {
  const wide = document.documentElement.scrollWidth;
  if (wide <= innerWidth + 1) return [];
  const found = [];
  for (const node of document.querySelectorAll("body *")) {
    const box = node.getBoundingClientRect();
    if (box.width && box.right > innerWidth + 1 && ![...node.children].some((child) => child.getBoundingClientRect().right > innerWidth + 1))
      found.push(node.outerHTML.slice(0, 140));
  }
  return [`${wide} px wide in a window of ${innerWidth}`, ...found.slice(0, 4)];
}
"""

# What has the focus: its name, and what keeps a person from seeing that it has it.
FOCUS = """
() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const target = (/^(radio|checkbox)$/.test(at.type) && at.closest("label")) || at;
  const faults = [];
  const box = target.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width && box.height;
  if (!inside) faults.push("outside the window");
  else {
    const spots = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].map(([x, y]) => [box.left + x * box.width, box.top + y * box.height])
      .filter(([x, y]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight);
    const free = spots.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (target.contains(top) || top.contains(target)); });
    if (!free) faults.push("covered by something");
  }
  const ringed = [at, target, at.nextElementSibling].filter(Boolean).some((node) => {
    const style = getComputedStyle(node);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  });
  const drawn = at.ownerSVGElement && [...at.querySelectorAll("*")].some((node) => parseFloat(getComputedStyle(node).strokeWidth) >= 5);
  if (!ringed && !drawn) faults.push("no ring");
  const all = [...document.querySelectorAll("*")];
  return { name: all.indexOf(at) + " " + at.outerHTML.slice(0, 110), faults };
}
"""

# Wider letters, words and lines, as WCAG 1.4.12 has it; a sheet made by a script is no inline style.
SPACING = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
"""


def unfold(page: Page) -> None:
    """Make a phone's window as high as its page: what a bar at the edge covers now, scrolls free of it."""
    still = 0
    for _ in range(20):  # pictures and parts that come later make it higher
        size = page.viewport_size or {"width": 0, "height": 0}
        page.wait_for_load_state("domcontentloaded")  # between two pages there is nothing to measure
        high = page.evaluate("() => document.documentElement?.scrollHeight ?? 0")
        still = still + 1 if high <= size["height"] else 0
        if still == 3:
            return
        if not still:
            page.set_viewport_size({"width": size["width"], "height": high})
        page.wait_for_timeout(100)


class Eyes:
    """Looks at windows and remembers what is wrong, with the state in which it was seen."""

    def __init__(self, axe: str) -> None:
        self.axe = axe
        self.faults: list[str] = []
        self.scans = 0

    def note(self, state: str, faults: list[str]) -> None:
        self.faults += [f"[{state}] {fault}" for fault in faults]

    def scan(self, state: str, **pages: Page) -> None:
        """axe on several windows at once; each works in a process of its own."""
        for page in pages.values():
            if not page.evaluate("'axe' in window"):
                page.evaluate(self.axe)
            page.evaluate(BEGIN, [TAGS, [list(rule) for rule in ANSWERED]])
        for name, page in pages.items():
            seen = page.evaluate("() => window.scanned")
            if any(one.startswith("axe itself failed") for one in seen):  # something went while axe looked at it
                page.evaluate(BEGIN, [TAGS, [list(rule) for rule in ANSWERED]])
                seen = page.evaluate("() => window.scanned")
            self.note(f"{state}, {name}", seen)
            self.scans += 1

    def targets(self, state: str, page: Page, least: int, main: int) -> None:
        self.note(f"{state}, targets", page.evaluate(TARGETS, [least, main]))

    def sideways(self, state: str, page: Page) -> None:
        self.note(f"{state}, sideways", page.evaluate(SIDEWAYS))

    def projected(self, state: str, page: Page) -> None:
        """The room's screen: 24 px at least, 28 px for most of the text, contrast 7, all of it inside the window."""
        seen: dict[str, Any] = page.evaluate(TEXT, [24, 7])
        faults = seen["found"]
        if 0 < seen["most"] < 28:
            faults.append(f"most of the text is {seen['most']} px in place of 28")
        self.note(f"{state}, screen", faults)

    def check(self) -> None:
        """Fails with everything that was seen, each fault once."""
        unique = list(dict.fromkeys(self.faults))
        self.faults.clear()
        assert unique == [], f"{len(unique)} faults:\n" + "\n".join(unique)
