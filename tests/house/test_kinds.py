"""A kind touches its folder, the registry and the shelves only: nobody else asks for one by its name."""

import re

import pytest

from exercises.registry import KINDS
from facilitator.settings import ROOT

ASKED = re.compile(r"""(?:\bkind["'\])]*\s*(?:[!=]==?|in)\s*[(\[{]*|of_kind\()["']([a-z]+)["']""")
QUOTED = re.compile(r"""["']([a-z]+)["']""")
# An invitation tells of the round of introductions and of looking back; a still shows a persona in a step of that kind;
# a building block has a "kind" of its own (about one case, or about the whole keten).
TOLD = {
    ("facilitator/papers/invitation.py", "kennismaking"),
    ("facilitator/papers/invitation.py", "terugblik"),
    ("facilitator/web/stills.py", "persona"),
    ("facilitator/content/shelf.py", "casus"),
}
MOST = 3  # names of kinds in one file that may be mere words ("acties", "briefjes"); a table of kinds has more


def asking(text: str) -> set[str]:
    """The kinds that this source asks for by name."""
    return {kind.name for kind in KINDS} & set(ASKED.findall(text))


def sources() -> dict[str, str]:
    """Every file of the house outside the kinds; written scripts (rehearsal) have words of their own for each kind."""
    files = [*(ROOT / "facilitator").rglob("*.py"), *(ROOT / "static" / "js").rglob("*.js")]
    named = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files}
    return {name: text for name, text in named.items() if not name.startswith("facilitator/rehearsal/")}


def test_nobody_asks_for_a_kind_by_its_name():
    assert {(name, kind) for name, text in sources().items() for kind in asking(text)} == TOLD


def test_nobody_keeps_a_table_of_kinds():
    names = {kind.name for kind in KINDS}
    found = {name: names & set(QUOTED.findall(text)) for name, text in sources().items()}
    assert {name: kinds for name, kinds in found.items() if len(kinds) > MOST} == {}


@pytest.mark.parametrize("text", ['if step["kind"] == "matrix":', 'step.kind === "stemmen"', 'one.of_kind("doelen")'])
def test_the_search_finds_one(text):
    assert len(asking(text)) == 1
