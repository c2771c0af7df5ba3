"""Trees of prose (what authors write in Markdown) as blocks of a paper, and blocks as plain text for a mail."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.chain.paper import Block, Bullets, Heading, Numbers, Quote, Table, Text

LISTS = {"ul": Bullets, "ol": Numbers}


def blocks_of(tree: list) -> list[Block]:
    """A tree as blocks; what has no block of its own becomes a paragraph."""
    found: list[Block] = []
    for node in tree:
        tag, children = (node[0], node[1:]) if isinstance(node, list) else ("p", [node])
        if tag in LISTS:
            found.append(LISTS[tag]([words(item) for item in children if words(item)]))
        elif tag == "blockquote":
            found.append(Quote(words(node)))
        elif tag == "table":
            rows = [[words(cell) for cell in row[1:]] for part in children for row in part[1:]]
            found.append(Table(rows[0], rows[1:]))
        elif words(node):
            found.append(Text(words(node)))
    return found


def words(node: str | list) -> str:
    """All text of a node on one line."""
    if isinstance(node, str):
        return node
    inside = [words(child) for child in node[1:]]
    apart = any(isinstance(child, list) and child[0] in ("p", "ul", "ol", "li") for child in node[1:])
    return " ".join((" " if apart else "").join(inside).split())


def letter(blocks: Iterable[Block]) -> str:
    """Blocks as text that can be pasted into a mail: a line for each paragraph, an empty line between."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading(_, text):
                found.append(text.upper())
            case Text(text) | Quote(text):
                found.append(text)
            case Bullets(items):
                found.append("\n".join(f"- {item}" for item in items))
            case Numbers(items):
                found.append("\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)))
            case Table(header, rows):
                found.append("\n".join(said(header, row) for row in rows))
    return "\n\n".join(found) + "\n"


def said(header: list[str], row: list[str]) -> str:
    """A row in words: its first cell, then the others that hold something, each behind its heading."""
    rest = ", ".join(f"{name.lower()}: {cell}" for name, cell in zip(header[1:], row[1:], strict=True) if cell)
    return " ".join(f"- {row[0]}{f' ({rest})' if rest else ''}".split())
