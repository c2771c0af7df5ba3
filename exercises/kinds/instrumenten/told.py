"""The report of instrumenten: form 3 per building block, the gap in words, and what people proposed and missed."""

from __future__ import annotations

from typing import Any

from exercises.kinds.instrumenten.words import WORDS
from facilitator.chain.blocks import block_name
from facilitator.chain.categories import CATEGORIES
from facilitator.chain.chorus import once, tallied
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Bullets, Heading, Table, Text

THREE = [5.4, 3.8, 3.8]
FOUR = [4.6, 2.0, 4.2, 2.2]
FEW = 2  # blocks that a step can look at without looking at all
Row = dict[str, Any]


def section(step: Entity, page: Page) -> list[Block]:
    """How many there are, a table and the gap per block; in full also what people said."""
    rows = [row for row in step["state"].get("blocks", ()) if row["block"] or row["instruments"]]
    if not rows:
        return []
    found: list[Block] = [Text(lead(rows))]
    for row in rows:
        found += block_of(row, page)
    return found + (said(step, rows, page) if page.full else [])


def say(words: tuple[str, str], number: int) -> str:
    return words[0] if number == 1 else words[1].format(n=number)


def lead(rows: list[Row]) -> str:
    """How many there are and at how many blocks none; where a step looks at one or two blocks, at which."""
    numbers = [row["block"] for row in rows]
    bare = sum(1 for row in rows if row["block"] and not row["instruments"])
    count = sum(len(row["instruments"]) for row in rows)
    many = say(WORDS["one"], count) if count else WORDS["none"]
    if 0 in numbers or len(numbers) > FEW:
        rest = say(WORDS["bare"], bare) if bare else WORDS["filled"]
        return WORDS["lead"].format(n=many, rest=rest if count else "").strip()
    rest = say(WORDS["bare"], bare) if bare else WORDS["both"]
    blocks = " en ".join(map(str, numbers))
    return WORDS["lead_some"].format(blocks=blocks, n=many, rest=rest if count and len(numbers) > 1 else "").strip()


def block_of(row: Row, page: Page) -> list[Block]:
    number = row["block"]
    title = WORDS["title"].format(number=number, name=block_name(number)) if number else WORDS["loose"]
    found: list[Block] = [Heading(4, title)]
    guardians = who(row["guardians"], page)
    if guardians:
        found.append(Text(WORDS["guardian"].format(who=guardians)))
    if row["instruments"]:
        caption = WORDS["table"].format(number=number) if number else WORDS["loose_table"]
        lines = [line(one, page) for one in row["instruments"]]
        found.append(Table(WORDS["header"], lines, THREE, caption))
    return found + [Text(one) for one in gaps(row, page)]


def line(row: Row, page: Page) -> list[str]:
    """Form 3: the instrument with its group, who carries it out, who made it."""
    makers = [who(row[maker], page, "\n") or WORDS["open"] for maker in ("executor", "developer")]
    return [titled(page.entities[row["id"]]), *makers]


def titled(one: Entity) -> str:
    """The name, for whom it is, and of which category."""
    group = WORDS["for"].format(group=one["group"]) if one.get("group") else ""
    category = CATEGORIES.get(one.get("category", ""), "")
    return "\n".join(part for part in (one["name"], group, category) if part)


def who(held: list[str], page: Page, between: str = ", ") -> str:
    """The organisations that hold these roles."""
    found = (page.entities[identity] for identity in held if identity in page.entities)
    return between.join(page.entities.get(one["organisation"], {}).get("name", "") for one in found)


def gaps(row: Row, page: Page) -> list[str]:
    """What is not there, in words."""
    found = [] if row["instruments"] else [WORDS["empty"]]
    if row["missing"]:
        names = ", ".join(CATEGORIES[one].lower() for one in row["missing"])
        found.append(WORDS["missing"].format(names=names))
    bare = [page.entities[one["id"]]["name"] for one in row["instruments"] if not one["executor"]]
    if bare:
        found.append(WORDS["no_executor"].format(names=", ".join(bare)))
    return found


def said(step: Entity, rows: list[Row], page: Page) -> list[Block]:
    """What people missed per block, what they proposed, and who said to carry something out."""
    found: list[Block] = []
    notes = page.list("note", step["id"])
    if notes:
        found.append(Heading(4, WORDS["missed"]))
    for row in rows:
        here = [note for note in notes if note.get("block", 0) == row["block"]]
        if here:
            name = (
                WORDS["title"].format(number=row["block"], name=block_name(row["block"]))
                if row["block"]
                else WORDS["loose"]
            )
            found += [Text(name, "lead"), Bullets(once(map(missed, here)))]
    loose = [one for one in page.list("instrument", step["id"]) if one.get("proposal")]
    if loose:
        table = Table(WORDS["proposals_header"], [proposal(one) for one in loose], FOUR, WORDS["proposals_table"])
        found += [Heading(4, WORDS["proposals"]), table]
    offers = [one for one in page.list("offer", step["id"]) if one["slot"].partition(".")[2] in page.entities]
    if offers:
        found += [Heading(4, WORDS["offered"]), Bullets(offered(offers, page))]
    return found


def missed(note: Entity) -> tuple[str, str, list[str]]:
    """What was missed, who said so, and what the reader has to know of it."""
    return note["text"], writer(note), [WORDS[mark] for mark in ("hidden", "withdrawn") if note.get(mark)]


def proposal(one: Entity) -> list[str]:
    number = one.get("block", 0)
    makers = [WORDS["done_by"].format(who=one["executor"])] if one.get("executor") else []
    makers += [WORDS["made_by"].format(who=one["developer"])] if one.get("developer") else []
    return [titled(one), str(number) if number else WORDS["loose"], "\n".join(makers), writer(one)]


def offered(offers: list[Entity], page: Page) -> list[str]:
    """One line for what was said the same of one instrument, with all who said it."""
    said_by: dict[str, list[str]] = {}
    for one in offers:
        tool = page.entities[one["slot"].partition(".")[2]]["name"]
        said_by.setdefault(f"{tool}: {WORDS[one['how']].format(other=one.get('other', ''))}", []).append(writer(one))
    named = {text: tallied(people) for text, people in said_by.items()}
    return [f"{text} ({people})" if people else text for text, people in named.items()]


def writer(one: Entity) -> str:
    """Who said it, as far as the step and this report name people."""
    named = ", ".join(part for part in (one.get("by"), one.get("org")) if part)
    return named or (WORDS["behalf"] if one.get("on_behalf") else "")
