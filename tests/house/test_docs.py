"""The documents for developers say what is so: the map's places, the arrows of its hops, the tables of commands.

Links, pictures and things to type are looked at in test_readme.py.
"""

import ast
import re
import tomllib

import msgspec
import pytest

from exercises.registry import rulebook
from tests.house import tracked

PLACE = re.compile(r"`([\w./-]+\.(?:py|js)):([\w.]+)`")
SPAN = re.compile(r"`([^`]+)`")
ROW = re.compile(r"^\|(.+)\|$", re.MULTILINE)
NAME = re.compile(r"[a-z_]+\.[a-z_]+")
EXPORT = re.compile(r"^export (?:default )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)


# --- the map: places ---


def defined(body: list[ast.stmt]) -> dict[str, ast.stmt]:
    """The names that a module or class defines itself."""
    found = {}
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found[node.name] = node
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if hasattr(node, "target") else []
        found |= {target.id: node for target in targets if isinstance(target, ast.Name)}
    return found


def has(path: str, symbol: str) -> bool:
    """True when this file of ours defines the symbol (`Class.method` for what stands in a class)."""
    if path not in tracked.paths():
        return False
    text = tracked.text(path)
    if path.endswith(".js"):
        return symbol in EXPORT.findall(text)
    body = ast.parse(text).body
    for word in symbol.split("."):
        node = defined(body).get(word)
        if node is None:
            return False
        body = getattr(node, "body", [])
    return True


def missing(text: str) -> list[str]:
    """The places in a document that are not there."""
    return [f"{path}:{symbol}" for path, symbol in PLACE.findall(text) if not has(path, symbol)]


def test_every_place_in_the_documents_exists():
    documents = [name for name in tracked.paths() if name.endswith(".md") and name.startswith(("docs/", "README"))]
    assert {name: missing(tracked.text(name)) for name in documents} == {name: [] for name in documents}
    assert len(PLACE.findall(tracked.text("docs/MAP.md"))) > 8


@pytest.mark.parametrize(
    "place",
    [
        "facilitator/chain/gone.py:Rulebook",
        "facilitator/chain/rules.py:Gone",
        "facilitator/chain/rules.py:Rulebook.gone",
        "facilitator/chain/rules.py:decide",
        "static/js/outbox.js:sendOutbox",
    ],
)
def test_a_place_that_is_not_there_is_found(place):
    assert missing(f"see `{place}`") == [place]


# --- the map: rooms and arrows ---


def table(text: str, heading: str) -> list[list[str]]:
    """The rows (without the head) of the first table under a heading."""
    part = text.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]
    return [[cell.strip() for cell in row.split(" | ")] for row in ROW.findall(part)][2:]


def layers() -> list[set[str]]:
    """The layers of the import contract, the top one first, as paths without an ending."""
    contract = tomllib.loads(tracked.text("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]
    rows = [re.findall(r"[\w.]+", layer) for layer in contract["layers"]]
    return [{name.replace(".", "/") for name in row} for row in rows]


def layer_of(path: str) -> int | None:
    """Which layer a path belongs to; None for what the contract does not know (browsers)."""
    found = [at for at, names in enumerate(layers()) if any(re.match(rf"{name}(/|\.py|$)", path) for name in names)]
    return found[0] if found else None


def rooms(text: str) -> list[set[str]]:
    """The rooms of the map, row by row, as far as the contract knows them."""
    rows = [SPAN.findall(row[0]) for row in table(text, "The rooms")]
    known = [{name.removesuffix(".py") for name in row if layer_of(name) is not None} for row in rows]
    return [row for row in known if row]


def hops(text: str) -> list[list[int]]:
    """The layers through which the note goes, one list for each stretch between two visits to a browser."""
    stretches: list[list[int]] = [[]]
    for row in table(text, "One sticky note"):
        for path, _ in PLACE.findall(row[1]):
            layer = layer_of(path)
            if layer is None:
                stretches.append([])
            else:
                stretches[-1].append(layer)
    return [stretch for stretch in stretches if stretch]


def wrong(text: str) -> list[list[int]]:
    """Stretches that do not go down to the lowest room and up again from there."""
    found = []
    for stretch in hops(text):
        lowest = len(stretch) - stretch[::-1].index(max(stretch)) - 1
        down, up = stretch[: lowest + 1], stretch[lowest:]
        if down != sorted(down) or up != sorted(up, reverse=True):
            found.append(stretch)
    return found


def test_the_rooms_of_the_map_stand_as_in_the_import_contract():
    assert rooms(tracked.text("docs/MAP.md")) == layers()


def test_every_package_is_named_once_as_a_room():
    text = tracked.text("docs/MAP.md").split("\n## One sticky note")[0]
    named = SPAN.findall(text)
    here = {"/".join(name.split("/")[:2]) for name in tracked.paths() if name.startswith("facilitator/")}
    counts = {name: named.count(name) for name in sorted(here - {"facilitator/__init__.py"})}
    assert counts == dict.fromkeys(counts, 1)


def test_the_hops_of_the_note_follow_the_arrows():
    text = tracked.text("docs/MAP.md")
    assert wrong(text) == []
    assert len(hops(text)) == 2, "the way through the house, and the report"


def test_hops_in_another_order_are_found():
    text = tracked.text("docs/MAP.md")
    third, fourth = (row for row in text.splitlines() if row.startswith(("| 3 |", "| 4 |")))
    assert wrong(text.replace(third, "@").replace(fourth, third).replace("@", fourth)) != []


# --- the tables of commands ---


def told(text: str) -> dict[str, list[str]]:
    """Command -> bodies as written (one, or several forms) of the table of commands in VIEWS.md."""
    found: dict[str, list[str]] = {}
    for cells in table(text, "6. Commands"):
        names, bodies = SPAN.findall(cells[0]), re.findall(r"`(\{[^`]*\})`", cells[1])
        assert len(names) == len(bodies), f"as many bodies as names: {cells}"
        for name, body in zip(names, bodies, strict=True):
            found.setdefault(name, []).append(body)
    return found


def fields(body: str) -> set[str]:
    """The names at the top of `{step, lane?, choices: {id: n}}`, without the marks."""
    inner = re.sub(r"[\[({][^\[\](){}]*[\])}]", "", re.sub(r"\{[^{}]*\}", "", body[1:-1]))
    return {part.partition(":")[0].strip().rstrip("?") for part in inner.split(",")} - {"", "..."}


def test_every_command_stands_in_the_table_and_nothing_else():
    assert sorted(told(tracked.text("docs/VIEWS.md"))) == sorted(rulebook().rules)


def test_the_bodies_in_the_table_are_those_of_the_rules():
    rules, faults = rulebook().rules, []
    for name, bodies in told(tracked.text("docs/VIEWS.md")).items():
        known = {field.name: field.required for field in msgspec.structs.fields(rules[name].Body)}
        for body in bodies:
            needed = {field for field, required in known.items() if required}
            if not fields(body) <= known.keys() or not needed <= fields(body):
                faults.append((name, body, sorted(known)))
    assert faults == []


def test_every_name_that_looks_like_a_command_is_one():
    """In SYNC.md and VIEWS.md, of the nouns that have commands; what happened has its own names."""
    book = rulebook()
    nouns = {name.partition(".")[0] for name in book.rules if "." in name}
    known = book.rules.keys() | book.events.keys()
    for document in ("docs/SYNC.md", "docs/VIEWS.md"):
        spans = [word for span in SPAN.findall(tracked.text(document)) for word in span.split()]
        spans += re.findall(r'"name": "([^"]+)"', tracked.text(document))
        names = {word for word in spans if NAME.fullmatch(word) and word.partition(".")[0] in nouns}
        names -= FIELDS_OF_ENTITIES | {name for name in names if name.endswith((".js", ".py", ".md", ".css"))}
        assert names - known == set(), document


FIELDS_OF_ENTITIES = {"step.revealed", "step.timer", "organisation.sort"}  # how a view reads them


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("{step, lane?, text}", {"step", "lane", "text"}),
        ("{step, choices: {id: n}}", {"step", "choices"}),
        ("{step, ratings: {id: [impact, effort]}}", {"step", "ratings"}),
        ("{step, prompts?: [{id?, text}]}", {"step", "prompts"}),
        ('{step, do: "start" / "pause", seconds?}', {"step", "do", "seconds"}),
        ("{}", set()),
    ],
)
def test_the_fields_of_a_written_body(body, found):
    assert fields(body) == found
