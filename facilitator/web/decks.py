"""Decks: cards to print and lay on the tables: personas, professions, questions, finding places, how to join."""

from __future__ import annotations

from typing import Any

from flask import Flask, abort, render_template, request

from facilitator.content.prose import plain
from facilitator.web.house import House

PLACES = "plekken"  # the part of a page of the shelf 'vindplaatsen' that lists where people come
SIZES = ("a4", "a5")
FRONT = 4  # sections of a persona on the front of a card of A5; the others are on its back
QUESTIONS, SPOTS, DOORS = 4, 8, 2  # cards on one sheet of A4


def sheets(cards: list[Any], of: int) -> list[list[Any]]:
    """The cards as sheets of so many each."""
    return [cards[at : at + of] for at in range(0, len(cards), of)]


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app. Only the facilitator prints: a card to join has the code on it."""

    def shown(deck: str, back: str, **more: Any) -> Any:
        house.need_facilitator()
        return render_template("decks.html", deck=deck, back=back, **more)

    @app.get("/regie/kaarten/personas")
    def persona_cards() -> Any:
        size = request.args.get("maat", SIZES[0])
        people = list(house.library.personas.values())
        wanted = request.args.get("wie", "")
        people = [one for one in people if wanted in ("", one["id"])]
        if size not in SIZES or not people:
            abort(404)
        return shown("personas", "/regie/papieren", size=size, people=people, front=FRONT)

    @app.get("/regie/kaarten/beroepen")
    def profession_sheets() -> Any:
        pages = [page for page in house.library.shelf.pages.values() if page["shelf"] == "beroepen"]
        return shown("beroepen", "/regie/papieren", pages=pages)

    @app.get("/regie/kaarten/vindplaatsen")
    def place_cards() -> Any:
        """One card for each place; what is left of the last sheet is for places of one's own."""
        pages = [page for page in house.library.shelf.pages.values() if page["shelf"] == "vindplaatsen"]
        cards = [{"group": page["title"], "text": text} for page in pages for text in places(page)]
        cards += [{"group": "", "text": ""}] * (-len(cards) % SPOTS)
        return shown("vindplaatsen", "/regie/papieren", sheets=sheets(cards, SPOTS))

    @app.get("/regie/kaarten/vragen")
    def question_cards() -> Any:
        """The guiding questions of the seven building blocks."""
        cards = [
            {"block": block["number"], "about": block["name"], "text": question}
            for block in house.library.blocks
            for question in block["questions"]
        ]
        return shown("vragen", "/regie/papieren", sheets=sheets(cards, QUESTIONS), title="Vragen bij de bouwstenen")

    @app.get("/regie/<ref>/kaarten/vragen")
    def meeting_cards(ref: str) -> Any:
        """What this meeting asks, step by step."""
        house.need_facilitator()
        room, meeting = house.place(ref)
        steps = [step for step in room.chain.steps(meeting["id"]) if not step.get("gone")]
        cards = [
            {"block": step.get("block", 0), "about": step["title"], "text": prompt["text"]}
            for step in steps
            for prompt in step["prompts"]
        ]
        title = f"Vragen van {meeting['title']}"
        body = shown("vragen", f"/regie/{ref}/papieren", sheets=sheets(cards, QUESTIONS), title=title)
        house.settle()
        return body

    @app.get("/regie/<ref>/kaarten/meedoen")
    def join_cards(ref: str) -> Any:
        """Code, address and both QR codes; without an open door there is no code to print."""
        house.need_facilitator()
        room, meeting = house.place(ref)
        door = house.door(room, meeting["id"])
        body = shown("meedoen", f"/regie/{ref}/papieren", ref=ref, door=door, meeting=meeting, count=DOORS)
        house.settle()
        return body


def places(page: dict[str, Any]) -> list[str]:
    """The places on a page of the shelf; [] when it lists none."""
    for part in page["parts"]:
        if part["id"] == PLACES:
            return [plain(item[1:]) for node in part["prose"] if node[0] == "ul" for item in node[1:]]
    return []
