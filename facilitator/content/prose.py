"""Markdown that we or a facilitator wrote, turned into a tree the browser builds elements from.

A tree is a list of nodes; a node is a string or [tag, child, child...]. Never used on what participants write.
Raw HTML, links, images, references, code and autolinks are switched off before parsing: they stay visible as text,
and the slow patterns behind them (`[` x 5,000) never run (decisions D25).
"""

from __future__ import annotations

import re
import threading
from html.parser import HTMLParser

import markdown
import nh3

TAGS = frozenset(
    ["p", "ul", "ol", "li", "strong", "em", "h3", "h4", "blockquote", "br", "table", "thead", "tbody", "tr", "th", "td"]
)
ALIASES = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
# These hold blocks only: white space between them means nothing.
CONTAINERS = frozenset(["ul", "ol", "blockquote", "table", "thead", "tbody", "tr"])
LINES = frozenset(["p", "li", "h3", "h4", "tr"])
DEEPEST = 12

_MARKER = r"[ \t]*(?:>|[-*+][ \t]|\d{1,9}\.[ \t])"
_TOO_DEEP = re.compile(rf"((?:{_MARKER}){{{DEEPEST}}}[ \t]*)(?={_MARKER})")
_INDENT = re.compile(rf"[ ]{{{4 * DEEPEST}}}[ ]+")

# What is no plain sentence: signs that Markdown reads, space at an edge, a line that begins like something else.
_MARKED = re.compile(
    r"[*_\\&<>|`#\[\]\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]|[^\S \n]|^[ =+]| $|^-(?! *[^\s\-+\d])|^\d+\.", re.M
)

_PREPROCESSORS = ("html_block",)
_BLOCKS = ("reference", "code")
_INLINES = (
    "backtick", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref",
    "autolink", "automail", "html", "entity",
)  # fmt: skip


def _parser() -> markdown.Markdown:
    parser = markdown.Markdown(extensions=["tables", "sane_lists"], output_format="html")
    for name in _PREPROCESSORS:
        parser.preprocessors.deregister(name)
    for name in _BLOCKS:
        parser.parser.blockprocessors.deregister(name)
    for name in _INLINES:
        parser.inlinePatterns.deregister(name)
    return parser


def prose(text: str) -> list:
    """The prose tree of a piece of Markdown; any text is fine and gives a tree, never an error."""
    return _simple(text) or _parsed(text)


def _simple(text: str) -> list | None:
    """The tree of paragraphs and lists without any marks, which need no parser; None for all other text."""
    if _MARKED.search(text):
        return None
    tree: list = []
    for block in filter(None, (block.strip("\n") for block in text.split("\n\n"))):
        lines = block.split("\n")
        bullets = [line.startswith("- ") for line in lines]
        if any(bullets) and (not all(bullets) or (tree and tree[-1][0] == "ul")):
            return None
        if bullets[0]:
            tree.append(["ul", *(["li", line[2:].lstrip()] for line in lines)])
        else:
            tree.append(["p", " ".join(lines)])
    return tree


def _parsed(text: str) -> list:
    """The tree of any text."""
    text = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate stops the cleaner
    text = "\n".join(_shallow(line) for line in text.split("\n"))
    allowed = TAGS | ALIASES.keys()
    html = nh3.clean(_converted(text), tags=set(allowed), attributes={}, link_rel=None, strip_comments=True)
    grower = _Grower()
    grower.feed(html)
    grower.close()
    return grower.tree


_mine = threading.local()  # making a parser takes longer than most texts: each thread has one


def _converted(text: str) -> str:
    parser = getattr(_mine, "parser", None) or _parser()
    _mine.parser = None  # a text that breaks the parser down leaves none behind
    html = parser.convert(text)
    _mine.parser = parser.reset()
    return html


def _shallow(line: str) -> str:
    """The line with at most DEEPEST lists or quotes inside each other: the parser recurses into each of them."""
    line = _INDENT.sub(" " * 4 * DEEPEST, line.expandtabs(4), count=1) if line[:1] in (" ", "\t") else line
    deep = _TOO_DEEP.match(line)
    return f"{deep.group(1)}\\{line[deep.end() :]}" if deep else line


def plain(tree: list) -> str:
    """The words of a tree as plain text: one line per block, `- ` before the items of a list, ` | ` between cells."""
    lines: list[str] = [""]
    for node in tree:
        _flatten(node, lines)
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _flatten(node: str | list, lines: list[str]) -> None:
    if isinstance(node, str):
        lines[-1] += node
        return
    tag = node[0]
    if tag == "br":
        lines.append("")
        return
    if tag in LINES and lines[-1] != "- ":
        lines.append("- " if tag == "li" else "")
    if tag in ("td", "th") and lines[-1].strip():
        lines[-1] += " | "
    for child in node[1:]:
        _flatten(child, lines)
    if tag in LINES:
        lines.append("")


class _Grower(HTMLParser):
    """Builds the tree from clean HTML; what is nested deeper than DEEPEST joins the level above it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tree: list = []
        self.open: list[list] = []
        self.deeper: int = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = ALIASES.get(tag, tag)
        if tag == "br":
            self._here().append(["br"])
        elif len(self.open) >= DEEPEST:
            self.deeper += 1
        else:
            node = [tag]
            self._here().append(node)
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if self.deeper:
            self.deeper -= 1
        elif tag != "br" and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        here = self._here()
        children = here[1:] if self.open else here
        last = children[-1] if children else None
        data = data.replace("\n", " ")
        if isinstance(last, str):
            here[-1] += data
            return
        after_block = last is None or last[0] not in ("strong", "em")
        if after_block:
            data = data.lstrip()
        if data and not (not data.strip() and self.open and self.open[-1][0] in CONTAINERS):
            here.append(data)

    def _here(self) -> list:
        return self.open[-1] if self.open else self.tree
