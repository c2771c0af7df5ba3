"""All Dutch of the house, where people write it: Markdown, the words of views, pages, and sentences in Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator.settings import ROOT

MANUALS = ("handleiding", "oefeningen", "keten", "meenemen", "papieren", "naslag", "delen", "eigen")
MANUALS += ("oefenzaal", "stokje", "terugkijken", "zaal-lezen")
# A string in Python is Dutch when one of these stands in it, or when it stands in a file of words.
DUTCH = re.compile(r"(?i)\b(de|het|een|u|uw|niet|van|dit|dat|voor|bij|naar|wie|geen|nog|zijn|kies|wordt|deze|alle)\b")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
STRING = re.compile(r"""(?P<quote>["'`])(?P<text>(?:\\.|(?!(?P=quote)).)*)(?P=quote)""", re.DOTALL)
TOLD = re.compile(r"""(?:alt|title|placeholder|aria-label)="(?P<text>[^"]*)\"""")
# What a script calls its own things: no words, but names.
NAMES = (
    r"\b(?:id|van|oefening|agenda|persona|actie|doel|instrument|onderdeel|gekozen|voorstel): [\w-]+"
    r"|\[[^\]\n]*\]|(?:keuzes|cijfers|antwoorden): \{[^}\n]*\}"
)
CODE = (
    r"```.*?```|`[^`\n]*`|\]\([^)]*\)|\{#[^}]*\}"
    r"|^(?:id|soort|oefening|portret|van): .*?$|oefening: [\w-]+|van: [\w-]+"
)


@dataclass(frozen=True)
class Piece:
    """A text and where it stands."""

    file: Path
    line: int
    text: str

    @property
    def place(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}"


def pieces() -> Iterator[Piece]:
    """Every piece of Dutch that somebody can read."""
    for path in files("**/*.md", "exercises", "personas", "facilitator"):
        yield from markdown(path)
    for name in MANUALS:
        yield from markdown(ROOT / "docs" / f"{name}.md")
    for path in files("**/*.yaml", "exercises/scripts"):
        text = blanked(NAMES, path.read_text(encoding="utf-8"))
        yield from lines(path, blanked(r"^[ \t]*#[^\n]*", text))
    for path in files("**/*.js", "static/js", "exercises/kinds"):
        yield from script(path)
    for path in files("**/*.html", "facilitator/web/templates"):
        yield from page(path)
    for path in files("**/*.py", "facilitator", "exercises"):
        yield from python(path)


def files(pattern: str, *folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).glob(pattern))


def lines(path: Path, text: str) -> Iterator[Piece]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Piece(path, number, line)


def blanked(pattern: str, text: str) -> str:
    """The text with what the pattern finds taken out, each line where it was."""
    return re.sub(pattern, lambda found: "\n" * found[0].count("\n") + " ", text, flags=re.DOTALL | re.MULTILINE)


def markdown(path: Path) -> Iterator[Piece]:
    """Without code, addresses and names of keys."""
    text = blanked(CODE, path.read_text(encoding="utf-8"))
    yield from lines(
        path,
        blanked(
            r"^\s*instellingen: .*?$|^  - \{.*?(?=onderdeel)|https?://\S+|\b[\w.-]+\.(?:md|nl|org|py|yaml|svg)\b|^(\w+):",
            text,
        ),
    )


def script(path: Path) -> Iterator[Piece]:
    """The strings of every object of words in a module."""
    text = path.read_text(encoding="utf-8")
    for found in re.finditer(r"(?m)^(?:export )?const (?:words|[A-Z]+) = [\[{]", text):
        start = found.end() - 1
        body = text[start : closed(text, start)]
        for string in STRING.finditer(body):
            before = body[: string.start()]
            if before.endswith(("=== ", "id: ")) or f" {string['text']}:" in body:
                continue
            said = blanked(r"\$\{[^}]*\}|\\n|&nbsp;|<[^>]*>", string["text"])
            if found[0].startswith("const words") or DUTCH.search(said):
                yield Piece(path, text.count("\n", 0, start + string.start()) + 1, said)


def closed(text: str, start: int) -> int:
    """Where the bracket that opens at `start` closes, as the first line that begins with its other half."""
    end = re.compile(r"^[\]}]", re.MULTILINE).search(text, start + 1)
    one_line = text.find("\n", start)
    inside = text[start:one_line]
    if inside.count("{") + inside.count("[") == inside.count("}") + inside.count("]"):
        return one_line
    return end.start() if end else len(text)


def page(path: Path) -> Iterator[Piece]:
    """What stands between the tags of a template, what is read aloud, and the strings in its own statements."""
    source = path.read_text(encoding="utf-8")
    text = blanked(r"\{#.*?#\}|<script.*?</script>", source)
    for found in TOLD.finditer(text):
        yield Piece(path, text.count("\n", 0, found.start()) + 1, blanked(r"\{\{.*?\}\}|\{%.*?%\}", found["text"]))
    for found in re.finditer(r"\{[{%](.*?)[}%]\}", text, re.DOTALL):
        for string in STRING.finditer(found[1]):
            if DUTCH.search(string["text"]):
                yield Piece(path, text.count("\n", 0, found.start()) + 1, string["text"])
    yield from lines(path, blanked(r"<[^>]*>|&\w+;|[\w-]+=\"[^\"\n]*\"", blanked(r"\{\{.*?\}\}|\{%.*?%\}", text)))


def python(path: Path) -> Iterator[Piece]:
    """Strings that are Dutch; in a file of words all of more than one word. Docstrings and comments are not."""
    text = blanked(r'"""(?:.*?)"""|(?:^|(?<=\s\s))#[^\n]*', path.read_text(encoding="utf-8"))
    for found in re.finditer(r'"((?:\\.|[^"\\\n])*)"', text):
        if " " in found[1] if path.name == "words.py" else DUTCH.search(found[1]):
            said = blanked(r"\{[^}]*\}|\\n|https?:\S+|&[A-Z]", found[1])
            yield Piece(path, text.count("\n", 0, found.start()) + 1, said)


def words(text: str) -> list[str]:
    return WORD.findall(text)
