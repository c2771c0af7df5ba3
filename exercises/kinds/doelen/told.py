"""The report of doelen: the goals of the keten and per building block, and kindly what still makes one sharper."""

from __future__ import annotations

from exercises.kinds.doelen.words import LETTERS, WORDS
from facilitator.chain.blocks import block_name
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Heading, Table, Text

GOALS = [5.0, 5.6, 2.4]
PROPOSED = [4.6, 2.6, 4.2, 2.4]
IN_SHORT = 6  # goals in the short version


def section(step: Entity, page: Page) -> list[Block]:
    """How many goals there are, a table per block, and in full also what was proposed and not adopted."""
    groups = [(group, mine(group["goals"], page)) for group in step["state"].get("groups", ())]
    loose = mine(step["state"].get("proposals", ()), page)
    number = sum(len(here) for _, here in groups)
    if not number and not loose:
        return [Text(WORDS["empty"]), *(proposed(step, [], page) if page.full else [])]
    found: list[Block] = [Text(lead(step, groups, number, len(loose)))]
    for group, here in groups:
        name = title(group["block"])
        found += [
            Heading(4, name),
            Table(WORDS["header"], [row(goal) for goal in here], GOALS, caption(group["block"])),
        ]
    return found + (proposed(step, loose, page) if page.full else [])


def gist(step: Entity, page: Page) -> list[Block]:
    """The goals themselves, those of the keten first."""
    groups = step["state"].get("groups", ())
    goals = [(group["block"], goal["text"]) for group in groups for goal in mine(group["goals"], page)]
    first = [(block, text.splitlines()[0].rstrip(". ")) for block, text in goals[:IN_SHORT]]
    lines = [f"{text} ({WORDS['for_block'].format(number=block)})" if block else text for block, text in first]
    more = len(goals) - IN_SHORT
    rest = f" {WORDS['more'][more > 1].format(n=more)}" if more > 0 else ""
    return [Text(f"{'; '.join(lines)}.{rest}")] if lines else []


def mine(ids: list[str], page: Page) -> list[Entity]:
    return [page.entities[identity] for identity in ids if identity in page.entities]


def lead(step: Entity, groups: list, number: int, loose: int) -> str:
    if not number:
        return WORDS["none"].format(n=count(loose, "doel", "doelen"))
    said = WORDS["lead"].format(n=count(number, "doel", "doelen"))
    over = [group["block"] for group, _ in groups if group["running"] > step["state"]["advice"]]
    where = [WORDS["for_block"].format(number=block) if block else WORDS["for_keten"] for block in over]
    return f"{said} {WORDS['advice'].format(where=' en '.join(where))}" if where else said


def count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def title(block: int) -> str:
    return WORDS["block"].format(number=block, name=block_name(block)) if block else WORDS["keten"]


def caption(block: int) -> str:
    return WORDS["block_table"].format(number=block) if block else WORDS["keten_table"]


def row(goal: Entity) -> list[str]:
    origin = goal.get("origin")
    more = f"\n{WORDS['carried'].format(origin=origin['title'])}" if origin else ""
    return [goal["text"], "\n".join([*letters(goal), lacking(goal)]), goal["stand"] + more]


def letters(goal: Entity) -> list[str]:
    """One line for every letter that has an answer."""
    answers = goal.get("letters", {})
    return [f"{name}: {answers[key]}" for key, (name, _) in LETTERS.items() if answers.get(key)]


def lacking(goal: Entity) -> str:
    """What is still open, as a question to go on with."""
    if len(goal.get("missing", ())) == len(LETTERS):
        return WORDS["untouched"]
    open_ones = [f"{LETTERS[key][0].lower()} ({LETTERS[key][1]})" for key in goal.get("missing", ())]
    return WORDS["missing"].format(letters="; ".join(open_ones)) if open_ones else WORDS["sharp"]


def proposed(step: Entity, loose: list[Entity], page: Page) -> list[Block]:
    """What was proposed and not adopted, and apart from that what was taken off the list."""
    gone = [goal for goal in page.list("goal", step["id"]) if goal.get("gone")]
    found: list[Block] = []
    for goals, title_, caption_ in ((loose, "proposals", "proposals_table"), (gone, "gone", "gone_table")):
        if goals:
            rows = [[goal["text"], where(goal), "\n".join(letters(goal)), writer(goal)] for goal in goals]
            table = Table(WORDS["proposals_header"], rows, PROPOSED, WORDS[caption_])
            found += [Heading(4, WORDS[title_]), table]
    return found


def where(goal: Entity) -> str:
    block = goal.get("block", 0)
    return f"{block}. {block_name(block)}" if block else WORDS["whole"]


def writer(goal: Entity) -> str:
    """Who proposed it, as far as the step and this report name people."""
    who = ", ".join(part for part in (goal.get("by"), goal.get("org")) if part)
    return who or (WORDS["behalf"] if goal.get("on_behalf") else "")
