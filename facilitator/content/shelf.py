"""The reference shelf: pages of the handbook, building blocks, personas and exercises, to leaf through and search.

Three readers: participants (`phone`), who do not see personas before the room does; the room's `screen`; and the `desk`
of the facilitator or trainer, who reads everything, also what is only for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from facilitator.content.prose import plain
from facilitator.content.search import Index

Page = dict[str, Any]
TITLES = {
    "ketenaanpak": "De ketenaanpak",
    "bouwstenen": "Zeven bouwstenen",
    "rollen": "Zes rollen",
    "fasen": "De fasen",
    "beroepen": "Beroepen",
    "pilots": "Drie pilots",
    "vindplaatsen": "Vindplaatsen",
    "voorbeelden": "Voorbeelden uit de praktijk",
    "regioplan": "Lessen uit 75 gemeenten",
    "landelijk": "Landelijke partijen",
    "woorden": "Woordenlijst",
    "personas": "Persona's",
    "oefeningen": "Oefeningen",
}
READ_ELSEWHERE = ("bouwstenen", "personas", "oefeningen")  # pages made of what was read for another purpose
DESK, SCREEN, PHONE = "desk", "screen", "phone"
HIDDEN = {DESK: (), SCREEN: ("oefeningen",), PHONE: ("personas", "oefeningen")}
TITLE, KEYWORD, HEADING, TEXT = 4.0, 3.0, 2.5, 1.0  # what a word weighs, by where it stands
EXPLAINED = 3.5  # a heading of the list of words
COACHING = {"goal": "Doel", "ask": "Vraag", "pitfall": "Let op", "late": "Als u achterloopt", "notes": "Achtergrond"}


@dataclass(frozen=True)
class Shelf:
    """All pages by id, in the order of the shelves, and the index over their parts."""

    pages: dict[str, Page]
    places: tuple[tuple[str, int], ...]
    index: Index

    @classmethod
    def of(
        cls,
        handbook: Iterable[Page],
        blocks: Iterable[dict[str, Any]],
        personas: Iterable[dict[str, Any]],
        exercises: Iterable[dict[str, Any]],
    ) -> Shelf:
        """The shelf with everything on it."""
        every = [
            *handbook,
            *map(block_page, blocks),
            *map(persona_page, personas),
            *map(exercise_page, exercises),
        ]
        every.sort(key=lambda page: list(TITLES).index(page["shelf"]))  # within a shelf the order stays
        pages = {page["id"]: {**page, "screen": page["shelf"] not in HIDDEN[SCREEN]} for page in every}
        places = tuple((page["id"], at) for page in every for at in range(len(page["parts"])))
        return cls(pages, places, Index(pieces(pages[page], at) for page, at in places))

    def with_more(self, blocks: Iterable[dict[str, Any]], personas: Iterable[Page], exercises: Iterable[Page]) -> Shelf:
        """The same handbook, with these beside it."""
        handbook = [page for page in self.pages.values() if page["shelf"] not in READ_ELSEWHERE]
        return Shelf.of(handbook, blocks, personas, exercises)

    def page(self, identity: str, reader: str) -> Page | None:
        """A page, when there is one that this reader may see."""
        page = self.pages.get(identity)
        return page if page is not None and page["shelf"] not in HIDDEN[reader] else None

    def contents(self, reader: str) -> list[dict[str, Any]]:
        """The shelves with the titles of their pages."""
        rows: dict[str, list[dict[str, str]]] = {}
        for page in self.pages.values():
            if page["shelf"] not in HIDDEN[reader]:
                rows.setdefault(page["shelf"], []).append({key: page[key] for key in ("id", "title", "line")})
        return [{"shelf": shelf, "title": TITLES[shelf], "pages": pages} for shelf, pages in rows.items()]

    def search(self, question: str, reader: str, most: int = 12) -> list[dict[str, Any]]:
        """The pages that answer, the best first, each with the part that answers best."""
        found: dict[str, dict[str, Any]] = {}
        least = 0.0
        for number, score in self.index.find(question):
            identity, at = self.places[number]
            page = self.page(identity, reader)
            if page is None or identity in found:
                continue
            least = least or score / 5  # what is far behind the best answer is no answer
            if score < least or len(found) == most:
                break
            part = page["parts"][at]
            found[identity] = {
                "id": identity,
                "title": page["title"],
                "shelf": TITLES[page["shelf"]],
                "part": at,
                "heading": part["title"],
                "text": clipped(plain(part["prose"])),
            }
        return list(found.values())

    def cards(self, block: int) -> list[dict[str, Any]]:
        """How the pilots did it at a building block: the parts of their pages that are marked with it."""
        mark = f"bouwsteen-{block}"
        pilots = [page for page in self.pages.values() if page["shelf"] == "pilots"]
        return [
            {"id": page["id"], "title": page["title"], "part": at, "prose": part["prose"], "source": page["source"]}
            for page in pilots
            for at, part in enumerate(page["parts"])
            if part["id"] == mark
        ]


def pieces(page: Page, at: int) -> list[tuple[float, str]]:
    """What the index reads of a part; the first part stands for the page as well."""
    part = page["parts"][at]
    heading = EXPLAINED if page["shelf"] == "woorden" else HEADING
    own = [(heading, part["title"]), (TEXT, plain(part["prose"]))]
    if at:
        return [*own, (TEXT, page["title"])]
    return [
        (TITLE, page["title"]),
        (KEYWORD, " ".join(page["keywords"])),
        (TEXT, page["line"]),
        (TEXT, page["note"]),
        *own,
    ]


def clipped(text: str, most: int = 150) -> str:
    """The beginning of a text on one line, without the marks of lists and tables."""
    text = " ".join(" ".join(line.removeprefix("- ").replace(" | ", ", ") for line in text.split("\n")).split())
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def made(shelf: str, identity: str, title: str, line: str, source: str, parts: list[Page], **more: Any) -> Page:
    """A page of what was read for another purpose."""
    page = {"keywords": [], "blocks": [], "note": "", "number": 0, **more}
    return {"id": f"{shelf}/{identity}", "shelf": shelf, "title": title, "line": line, "source": source} | {
        **page,
        "parts": [part for part in parts if part["prose"]],
    }


def part(title: str, prose: list, identity: str = "") -> Page:
    return {"id": identity, "title": title, "prose": prose}


def listed(lines: list[str]) -> list:
    """Lines as the prose of a list."""
    return [["ul", *(["li", line] for line in lines)]] if lines else []


def block_page(block: dict[str, Any]) -> Page:
    line = "Gaat over één mantelzorger" if block["kind"] == "casus" else "Gaat over de hele keten"
    parts = [
        part("Opgave", block["task"]),
        part("Doel", block["goal"]),
        part("Instrumenten", listed(block["instruments"])),
        part("Vragen", listed(block["questions"])),
    ]
    number, title = block["number"], f"Bouwsteen {block['number']}: {block['name']}"
    return made("bouwstenen", str(number), title, line, block["source"], parts, blocks=[number])


def persona_page(persona: dict[str, Any]) -> Page:
    parts = [part(section["title"], section["prose"], section["id"]) for section in persona["sections"] if section]
    more = {"blocks": persona["blocks"], "keywords": persona["segments"], "note": "Bedacht persoon."}
    return made("personas", persona["id"], marked(persona, "label"), persona["line"], persona["source"], parts, **more)


def exercise_page(exercise: dict[str, Any]) -> Page:
    prompts = [prompt["text"] for prompt in exercise["prompts"]]
    coaching = [part(title, exercise["coaching"].get(name, [])) for name, title in COACHING.items()]
    parts = [part("De vragen", listed(prompts)), part("Op het scherm", exercise["slide"]), *coaching]
    line = f"{exercise['minutes']} minuten"
    more = {"blocks": [exercise["block"]] if exercise["block"] else [], "keywords": [exercise["kind"]]}
    return made("oefeningen", exercise["exercise"], marked(exercise, "title"), line, exercise["source"], parts, **more)


def marked(thing: dict[str, Any], key: str) -> str:
    """What it is called, with a word for what the facilitator made."""
    return f"{thing[key]} (eigen)" if thing.get("own") else thing[key]
