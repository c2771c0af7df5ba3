"""Opening a keten from another laptop: first what is in the file, and only then, when asked, a new keten."""

from __future__ import annotations

import io
import secrets
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from flask import Flask, redirect, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from facilitator.chain import retention, sealing
from facilitator.chain.command import Refused
from facilitator.chain.model import KETEN
from facilitator.luggage import arrival, keten
from facilitator.luggage.arrival import Arrival
from facilitator.rooms import books
from facilitator.web import looks
from facilitator.web.house import House

KEPT = 2  # files that wait for an answer, in memory only
FIELDS = 64 * 1024  # bytes of a form around its file
NONE = "Kies eerst een bestand. De naam eindigt op .keten."
BUSY = "Ketentafel kijkt al een ander bestand na. Wacht even en probeer het dan nog eens."
GONE = "Dit bestand ligt niet meer klaar. Kies het nog eens."


class Waiting:
    """Files that were looked at and wait for a yes, the latest few; `busy` while one is being looked at."""

    def __init__(self) -> None:
        self.kept: dict[str, Arrival] = {}
        self.busy = False

    def keep(self, one: Arrival) -> str:
        """The word by which it is found again."""
        word = secrets.token_urlsafe(16)
        self.kept[word] = one
        for old in list(self.kept)[:-KEPT]:
            del self.kept[old]
        return word


def chosen() -> bytes:
    """The file of the form, kept in memory and never on disk; Refused when there is none or it is too large."""
    if (request.content_length or 0) > keten.LARGEST + FIELDS:
        raise keten.refuse(keten.TOO_LARGE)
    request.max_content_length = keten.LARGEST + FIELDS
    parser = FormDataParser(
        stream_factory=lambda *_, **__: io.BytesIO(), max_form_memory_size=FIELDS, max_form_parts=10
    )
    try:
        form = request.mimetype, request.content_length, request.mimetype_params
        _, _, files = parser.parse(request.stream, *form)
    except RequestEntityTooLarge:
        raise keten.refuse(keten.TOO_LARGE) from None
    file = files.get("file")
    if file is None or not file.filename:
        raise Refused(NONE, field="file")
    return file.stream.read()


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""
    waiting = Waiting()

    def form(fault: str = "", status: int = 200) -> Any:
        return render_template("arrival.html", fault=fault, found=None), status

    def looked_at(body: bytes) -> tuple[Arrival, str]:
        """Read, folded and judged in a thread, one at a time; Refused with a sentence.

        Also what is wrong with the house style that came along, or "".
        """
        if waiting.busy:
            raise Refused(BUSY, "retry")
        waiting.busy = True
        try:
            rulebook = house.rooms.rulebook
            one = house.loop.offload(lambda: arrival.receive(keten.unpack(body), rulebook))
            if one.label.practice != house.practice:
                raise keten.refuse(keten.PRACTICE if one.label.practice else keten.REAL)
            try:
                return replace(one, look=house.loop.offload(lambda: looks.believed(one.look))), ""
            except Refused as no:  # the keten itself is good: it comes in without
                return replace(one, look={}), no.say
        finally:
            waiting.busy = False

    def told(one: Arrival) -> dict[str, Any]:
        """What is in it, for the page."""
        chain = one.chain
        meetings = [{key: meeting[key] for key in ("title", "date", "state")} for meeting in chain.of_type("meeting")]
        counts = {
            "notes": sum(1 for note in chain.of_type("note") if not note.get("withdrawn")),
            "actions": sum(1 for it in chain.of_type("action") if not it.get("gone") and not it.get("offered")),
            "people": sum(1 for person in chain.of_type("participant") if not person.get("gone")),
            "organisations": sum(1 for one in chain.of_type("organisation") if not one.get("gone")),
        }
        return {
            "name": one.name,
            "scale": chain.entities[KETEN]["scale"],
            "place": chain.entities[KETEN]["place"],
            "meetings": meetings,
            "counts": counts,
            "names": len(known(one)),
            "late": len(one.people) - len(known(one)),
            "look": [what for what in looks.WHATS if what in one.look and what != "tint"],
            "shut": [step["title"] for step in sealing.adrift(chain)],
            "made_at": day_of(one.label.made_at),
            "made_with": one.label.made_with,
            "here": [
                {"id": room.id, "name": house.rooms.chains[room.id], "equal": room.chain.entities == chain.entities}
                for room in books.same_keten(house.rooms, chain)
            ],
        }

    def known(one: Arrival) -> dict[str, dict[str, str]]:
        """The names that come in: not those that are past the last day of their meeting."""
        return retention.allowed(one.chain, one.people, house.rooms.clock())

    def name_for(one: Arrival) -> str:
        """Its own name; a copy says that it is one, so that two ketens in the list are never called the same."""
        taken, name, number = set(house.rooms.chains.values()), one.name, 1
        while name in taken:
            name = f"{one.name} (kopie{f' {number}' if number > 1 else ''})"
            number += 1
        return name

    @app.get("/regie/ketens/openen")
    def arrival_form() -> Any:
        house.need_facilitator()
        return form()

    @app.post("/regie/ketens/openen")
    def arrival_look() -> Any:
        house.need_facilitator()
        try:
            one, plain = looked_at(chosen())
        except Refused as no:
            return form(no.say, 409)
        return render_template("arrival.html", fault="", found={**told(one), "plain": plain}, word=waiting.keep(one))

    @app.post("/regie/ketens/openen/<word>")
    def arrival_add(word: str) -> Any:
        house.need_facilitator()
        one = waiting.kept.pop(word, None)
        if one is None:
            return form(GONE, 409)
        one = arrival.settled(one, house.rooms.rulebook, house.rooms.clock())
        keep = partial(looks.names_of, look=one.look)
        answer = house.answer(
            lambda done: books.add(house.rooms, name_for(one), one.chain, one.events, known(one), done, keep)
        )
        if not answer["ok"]:
            return form(answer["say"], 409)
        return redirect(f"/regie#{answer['chain']}", 303)


def day_of(text: str) -> str:
    """The day of a moment like 2026-11-22T05:00:00+00:00; "" when it is none."""
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        return ""
