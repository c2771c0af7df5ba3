"""One content file: front matter with line numbers, then sections under `## ` headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from facilitator.content.faults import Faults

LARGEST = 200_000  # bytes; a content file is a page or two
HEADING = re.compile(r"##[ \t]+(.*?)(?:[ \t]*\{#([A-Za-z0-9_-]+)\})?[ \t#]*$")
MARKS = re.compile(r"[&*!]")  # without these there is no anchor, alias or tag
# The reader in C takes a tenth of the time of the one in Python; what it refuses, the other one has to refuse as well.
LOADERS = (*([yaml.CBaseLoader] if yaml.__with_libyaml__ else []), yaml.BaseLoader)
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Value:
    """A value of the front matter and its line; scalars are always text, whatever YAML would make of them."""

    line: int
    raw: str | list[Value] | dict[str, Value]


@dataclass(frozen=True)
class Section:
    """A part of the body under one `## ` heading; `line` is the heading's, the body starts on the next."""

    title: str
    id: str
    line: int
    body: str


@dataclass(frozen=True)
class Document:
    """A file that could be read: what stands in front, what stands before the first heading, and the sections."""

    file: str
    stem: str
    fields: dict[str, Value]
    opening: Section
    sections: tuple[Section, ...]


def read(path: Path, root: Path, faults: Faults) -> Document | None:
    """The file as a Document, or None after its faults were added."""
    file = path.relative_to(root).as_posix()
    text = _text_of(path, file, faults)
    return None if text is None else _parsed(text, file, path.stem, faults)


def parse(text: str, file: str, stem: str, faults: Faults) -> Document | None:
    """A text that is in no file yet, read as a file with this name would be; None after its faults were added."""
    seen = _readable(text.encode("utf-8", "surrogatepass"), file, faults)
    return None if seen is None else _parsed(seen, file, stem, faults)


def _parsed(text: str, file: str, stem: str, faults: Faults) -> Document | None:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        faults.add(
            file, 1, "Het bestand begint niet met een regel '---'. Zet bovenaan de kenmerken tussen twee regels '---'."
        )
        return None
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        faults.add(file, 1, "De kenmerken bovenaan worden niet afgesloten. Zet er een regel '---' onder.")
        return None
    fields = _front_matter("\n".join(lines[1:end]), file, faults, 2)
    if fields is None:
        return None
    opening, sections = _split(lines[end + 1 :], end + 2)
    return Document(file, stem, fields, opening, sections)


def read_fields(path: Path, file: str, faults: Faults) -> dict[str, Value] | None:
    """A file that is YAML from its first line to its last, read as front matter is; `file` is its name in faults."""
    text = _text_of(path, file, faults)
    return None if text is None else _front_matter(text, file, faults, 1)


def _text_of(path: Path, file: str, faults: Faults) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        faults.add(file, 1, f"Het bestand kan niet worden gelezen ({error.strerror}).")
        return None
    return _readable(data, file, faults)


def _readable(data: bytes, file: str, faults: Faults) -> str | None:
    """The text of a file's bytes, when it is text and not too large."""
    if len(data) > LARGEST:
        faults.add(
            file, 1, f"Het bestand is te groot ({len(data) // 1000} kB). Het mag hoogstens {LARGEST // 1000} kB zijn."
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        faults.add(file, line, "Hier staat een teken dat geen UTF-8 is. Bewaar het bestand als UTF-8.")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unseen = UNSEEN.search(text)
    if unseen:
        line = text.count("\n", 0, unseen.start()) + 1
        faults.add(file, line, f"Hier staat een onzichtbaar stuurteken (U+{ord(unseen.group()):04X}). Haal het weg.")
        return None
    return text


def _front_matter(text: str, file: str, faults: Faults, first: int) -> dict[str, Value] | None:
    """The keys of a mapping; line 1 of `text` is line `first` of the file."""
    try:
        marked, node = _composed(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line + first if mark else first
        sentence = "Dit is geen geldige YAML. Let op inspringing, en zet tekst met leestekens tussen aanhalingstekens."
        faults.add(file, line, sentence)
        return None
    except RecursionError:
        faults.add(file, first, "De kenmerken zijn te diep genest.")
        return None
    if marked is not None:
        sentence = "&, * en ! hebben in YAML een eigen betekenis. Zet de tekst tussen aanhalingstekens."
        faults.add(file, marked + first, sentence)
        return None
    if not isinstance(node, yaml.MappingNode):
        faults.add(
            file, first, "Bovenaan horen kenmerken te staan: op elke regel een naam, een dubbele punt en een waarde."
        )
        return None
    return _mapping(node, file, faults, first)


def _composed(text: str) -> tuple[int | None, yaml.Node | None]:
    """The line (from 0) of the first anchor, alias or tag, when there is one; and the tree of the text."""
    for loader in LOADERS:
        try:
            for token in yaml.scan(text, Loader=loader) if MARKS.search(text) else ():
                if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
                    return token.start_mark.line, None
            return None, yaml.compose(text, Loader=loader)
        except yaml.YAMLError:
            if loader is LOADERS[-1]:
                raise
    raise AssertionError("there is always a loader")


def _mapping(node: yaml.MappingNode, file: str, faults: Faults, first: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first
        if not isinstance(key_node, yaml.ScalarNode):
            faults.add(file, line, "De naam van een kenmerk is gewone tekst.")
        elif key_node.value in values:
            before = values[key_node.value].line
            faults.add(
                file, line, f"'{key_node.value}' staat er twee keer (eerder op regel {before}). Laat er één staan."
            )
        else:
            values[key_node.value] = Value(line, _raw(value_node, file, faults, first))
    return values


def _raw(node: yaml.Node, file: str, faults: Faults, first: int) -> str | list[Value] | dict[str, Value]:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, file, faults, first)
    if isinstance(node, yaml.SequenceNode):
        return [Value(item.start_mark.line + first, _raw(item, file, faults, first)) for item in node.value]
    return node.value


def _split(lines: list[str], first: int) -> tuple[Section, tuple[Section, ...]]:
    """The text before the first `## ` heading, and the sections; `first` is the file's line number of lines[0]."""
    title, key, start, body = "", "", first - 1, []
    found = []
    for number, line in enumerate(lines, first):
        heading = HEADING.match(line)
        if heading:
            found.append(Section(title, key, start, "\n".join(body)))
            title, key, start, body = heading.group(1).strip(), heading.group(2) or "", number, []
        else:
            body.append(line)
    found.append(Section(title, key, start, "\n".join(body)))
    return found[0], tuple(found[1:])
