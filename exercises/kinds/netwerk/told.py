"""The section of the report: the map as a picture, what it tells in words, and every line in a table."""

from __future__ import annotations

from collections import Counter
from typing import Any

from exercises.kinds.netwerk.words import KEYS, SORTS, WORDS
from facilitator.chain.carers import GROUPS
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.network.legend import legend
from facilitator.chain.network.scene import from_view
from facilitator.chain.network.table import HIGH
from facilitator.chain.paper import Block, Bullets, Heading, PageBreak, Picture, Table, Text

MOST = 12  # names in one sentence
WIDE_CM = 22.5  # of the drawing, on a page on its side


def section(step: Entity, page: Page) -> list[Block]:
    """What the map was when the report was made: on a page on its side, with what it tells on the next."""
    state = step["state"]
    names = {guest[0]: guest[1] for guest in state.get("guests", ())}
    if len(names) < 2:
        return [Text(WORDS["one" if names else "empty"])]
    gist = state["gist"]
    if not on_map(state):
        return [Text(WORDS["no_links"].format(guests=len(names))), *told(gist, names)]
    keten = next((one["name"] for one in page.entities.values() if one["type"] == "chain"), "")
    picture = drawing(state, WORDS["title"].format(keten=keten))
    return [
        PageBreak(wide=True),
        Text(" ".join([WORDS["lead"].format(guests=len(names)), *counted(gist)]), keep=True),
        Picture(picture, alt(state, names), WIDE_CM),
        Text(WORDS["see"], "small"),
        PageBreak(),
        *told(gist, names),
        *changed(state),
    ]


def drawing(state: dict[str, Any], title: str) -> str:
    """The map as an SVG document, with what its shapes and lines mean."""
    return from_view(state, title, legend(state, KEYS, HIGH))


def every_line(step: Entity) -> list[Block]:
    """The map as a table, for the end of the report."""
    state = step["state"]
    names = {guest[0]: guest[1] for guest in state.get("guests", ())}
    drawn = on_map(state)
    if not drawn:
        return []
    return [Table(WORDS["header"], lines(state["guests"], drawn, names), [3.0, 3.0, 2.2, 2.6], WORDS["list"])]


def on_map(state: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines that are drawn."""
    return [link for link in state.get("links", ()) if link.get("there") or link.get("mark") == "missing"]


def alt(state: dict[str, Any], names: dict[str, str]) -> str:
    """The gist of the drawing in two sentences, for who cannot see it."""
    gist = state["gist"]
    ends = Counter(end for link in state["links"] if link.get("there") for end in (link["a"], link["b"]))
    missing = WORDS["alt_missing"][gist["missing"] > 1].format(n=gist["missing"]) if gist["missing"] else ""
    lines = WORDS["alt_lines"][gist["there"] != 1].format(n=gist["there"] or "nog geen")
    first = WORDS["alt"].format(guests=len(names), lines=lines, missing=missing)
    most, often = max(ends.items(), key=lambda one: one[1], default=("", 0))
    return f"{first} {WORDS['alt_most'].format(name=names[most], n=often) if often > 1 else WORDS['alt_second']}"


def counted(gist: dict[str, Any]) -> list[str]:
    """How many are not at the table, and how many lines there are; no sentence for none."""
    counts = {"lead_outside": len(gist["outside"]), "lead_there": gist["there"], "lead_firm": gist["firm"]}
    return [WORDS[key][n > 1].format(n=n) for key, n in counts.items() if n]


def told(gist: dict[str, Any], names: dict[str, str]) -> list[Block]:
    """The facts under their heading; nothing when all is in order."""
    found = facts(gist, names)
    return [Heading(4, WORDS["gist"]), Bullets(found)] if found else []


def facts(gist: dict[str, Any], names: dict[str, str]) -> list[str]:
    """The facts beside the map, one sentence each; none for what is in order."""
    found = [
        WORDS[key].format(names=listed([names[one] for one in gist[key]])) for key in ("alone", "outside") if gist[key]
    ]
    if gist["absent"]:
        found.append(WORDS["absent"].format(names=listed([SORTS[one] for one in gist["absent"]])))
    for key in ("onesided", "reached", "torn", "denied"):
        if gist[key]:
            pairs = [WORDS["with"].format(a=names[a], b=names[b]) for a, b in gist[key]]
            found.append(WORDS[key].format(pairs=listed(pairs)))
    if gist["unchecked"]:
        found.append(WORDS["unchecked"].format(names=listed([names[one] for one in gist["unchecked"]])))
    if gist.get("over"):
        found.append(WORDS["over"][gist["over"] > 1].format(n=gist["over"]))
    lacking = gist.get("unreached")
    if lacking:
        groups = listed([GROUPS[one].lower() for one in lacking["groups"]])
        fields = {"title": lacking["title"], "n": lacking["told"], "groups": groups}
        found.append(WORDS["unreached"][lacking["told"] > 1].format(**fields))
    missed = gist.get("missed")
    if missed:
        key = "missed_alone" if missed["alone"] else "missed"
        alone = listed([names[one] for one in missed["alone"]])
        found.append(WORDS[key].format(name=names[missed["guest"]], links=missed["links"], alone=alone))
    return found


def still_asked(left: list[list[Any]]) -> list[str]:
    """A question for each that left the keten and still has actions."""
    return [WORDS["still_asked"][n > 1].format(name=name, n=n) for _, name, n in left if n]


CHANGES = (  # what there is to be glad of first
    *("came", "closed", "new", "firmer", "better"),
    *("away", "left", "weaker", "worse", "gone", "wanted", "dropped"),
)


def changed(state: dict[str, Any]) -> list[Block]:
    """What is different from the map that an earlier meeting left, under its heading."""
    if "since" not in state:
        return []
    found = differences(state)
    title = Heading(4, WORDS["since"].format(title=state["since"]["title"]))
    return [title, Bullets(found)]


def differences(state: dict[str, Any]) -> list[str]:
    """One sentence for each sort of change; that there is none is said too."""
    found = []
    for key in CHANGES:
        rows = state["changes"][key]
        if rows:
            names = [one if isinstance(one, str) else WORDS["with"].format(a=one[0], b=one[1]) for one in rows]
            found.append(WORDS[key][len(rows) > 1].format(names=listed(names)))
    return found or [WORDS["same"]]


def listed(words: list[str]) -> str:
    """ "a, b en c"; of very many the first ones, and how many more."""
    if len(words) > MOST:
        return WORDS["few"].format(names=", ".join(words[:MOST]), left=len(words) - MOST)
    if len(words) < 2:
        return "".join(words)
    return WORDS["and"].format(most=", ".join(words[:-1]), last=words[-1])


def lines(guests: list[list[Any]], drawn: list[dict[str, Any]], names: dict[str, str]) -> list[list[str]]:
    """Every line once, under the guest that comes first on the map."""
    order = {guest[0]: place for place, guest in enumerate(guests)}
    rows = []
    for link in drawn:
        first, other = sorted((link["a"], link["b"]), key=order.__getitem__)
        rows.append(
            (
                order[first],
                order[other],
                [names[first], names[other], stands(link, names), ", ".join(link.get("what", ()))],
            )
        )
    return [row for *_, row in sorted(rows, key=lambda one: one[:2])]


def stands(link: dict[str, Any], names: dict[str, str]) -> str:
    """How a line stands, in words."""
    if link.get("mark") in ("good", "improve", "missing"):
        return WORDS[link["mark"]]
    said = link.get("said", ())
    if link.get("one"):
        return WORDS["one_side"]
    if len(said) > 1:
        return WORDS["firm"]
    return WORDS["said"].format(name=names[said[0]]) if said and link.get("mark") != "there" else WORDS["drawn"]
