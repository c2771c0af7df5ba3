"""The sections under the front matter: which are there, their prose, and the bullet lists in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.content.document import Document, Section
from facilitator.content.faults import Faults, suggestion
from facilitator.content.prose import plain, prose

BULLET = re.compile(r"[-*][ \t]+(.+)")
LANE = re.compile(r"###[ \t]+(.+?)[ \t#]*$")
MARKED = re.compile(r"[*_\\&<]")  # without these a line of Markdown is what it says
NOT_HERE = (
    (re.compile(r"</?[A-Za-z!]"), "HTML werkt hier niet en zou als tekst verschijnen. Gebruik gewone Markdown."),
    (re.compile(r"!\["), "Een plaatje in de tekst werkt hier niet."),
    (re.compile(r"\]\(|\]\["), "Een link in de tekst werkt hier niet. Schrijf de naam van de bron voluit."),
)


@dataclass
class Body:
    """The sections of one document by lower-case title; every title must be one of `titles`."""

    document: Document
    faults: Faults
    sections: dict[str, Section]

    @classmethod
    def of(cls, document: Document, titles: Iterable[str], faults: Faults) -> Body:
        """Checks titles, doubles, empty sections and text before the first heading."""
        names = {title.casefold(): title for title in titles}
        sections: dict[str, Section] = {}
        body = cls(document, faults, sections)
        no_stray_text(document, faults)
        for section in document.sections:
            key = section.title.casefold()
            if key not in names:
                body.fault(
                    section.line, f"De kop '{section.title}' is niet bekend.{suggestion(section.title, names.values())}"
                )
            elif key in sections:
                body.fault(
                    section.line, f"De kop '{section.title}' staat er twee keer (eerder op regel {sections[key].line})."
                )
            else:
                sections[key] = section
        return body

    def fault(self, line: int, sentence: str) -> None:
        self.faults.add(self.document.file, line, sentence)

    def section(self, title: str, required: bool = False) -> Section | None:
        found = self.sections.get(title.casefold())
        if found is None and required:
            self.fault(1, f"De kop '## {title}' ontbreekt.")
        elif found is not None and not found.body.strip():
            self.fault(found.line, f"Onder de kop '{found.title}' staat niets.")
            return None
        return found

    def prose(self, title: str, required: bool = False) -> list:
        """The prose tree under a heading; [] when it is not there."""
        found = self.section(title, required)
        return tree_of(found, self.document.file, self.faults) if found else []

    def bullets(self, title: str, required: bool = False) -> list[str]:
        """The items of the list under a heading as plain text."""
        found = self.section(title, required)
        return [text for _, text in self._items(found, lanes=False)] if found else []

    def lanes(self, title: str) -> list[tuple[str, list[str]]]:
        """The lists under a heading, each with the `### ` heading above it ("" when there is none)."""
        found = self.section(title)
        lanes: dict[str, list[str]] = {}
        for lane, text in self._items(found, lanes=True) if found else []:
            lanes.setdefault(lane, []).append(text)
        return list(lanes.items())

    def _items(self, section: Section, lanes: bool) -> list[tuple[str, str]]:
        lane, items = "", []
        for number, line in enumerate(section.body.split("\n"), section.line + 1):
            bullet, heading = BULLET.match(line), LANE.match(line) if lanes else None
            if bullet:
                items.append([number, lane, bullet.group(1)])
            elif heading:
                lane = heading.group(1)
            elif line.strip() and line[:1] in " \t" and items:
                items[-1][2] += f" {line.strip()}"
            elif line.strip():
                self.fault(
                    number, f"Onder '{section.title}' hoort een lijst: begin elke regel met een streepje en een spatie."
                )
        for number, _, text in items:
            _refuse_what_does_not_work(text, number, self.document.file, self.faults)
        return [(lane, plain(prose(text)) if MARKED.search(text) else text.strip()) for _, lane, text in items]


def no_stray_text(document: Document, faults: Faults) -> None:
    """A fault when text stands where it would never be shown: before the first heading."""
    for number, line in enumerate(document.opening.body.split("\n"), document.opening.line + 1):
        if line.strip():
            faults.add(
                document.file,
                number,
                "Deze tekst staat boven de eerste kop en wordt nergens getoond. Zet er een kop '## ' boven.",
            )
            return


def tree_of(section: Section, file: str, faults: Faults) -> list:
    """The prose tree of a section's body, with a fault for what would not work in it."""
    _refuse_what_does_not_work(section.body, section.line + 1, file, faults)
    return prose(section.body)


def _refuse_what_does_not_work(text: str, first: int, file: str, faults: Faults) -> None:
    for number, line in enumerate(text.split("\n"), first):
        for pattern, sentence in NOT_HERE:
            if pattern.search(line):
                faults.add(file, number, sentence)
