"""The form's own questions: is this good, what may point at somebody, keep it, and show it as the room would see it."""

from __future__ import annotations

import json
import re
import secrets
from typing import Any

from flask import Flask, abort, redirect, request

from facilitator.chain.command import PARTICIPANT, SCREEN, Refused, Seat
from facilitator.chain.text import clean_all
from facilitator.content.second import CONFIRMED, FOLDERS, STEM
from facilitator.own.desk import DRAFT, RARE, Judged, judge_form, judge_text
from facilitator.own.fields import setting_names
from facilitator.own.papers import write
from facilitator.web.frames import frame, message
from facilitator.web.house import House
from facilitator.web.stills import Still

HOME = "/regie/eigen"
BACK = (HOME, "Naar uw eigen werk")
LONGEST = 60_000  # characters of one field
MOST = 300  # steps and fields that are read at all; the rules say how many are good
KEPT = 6  # stills that wait to be looked at, in memory only
ROLES = {"scherm": "screen.html", "telefoon": "phone.html", "regie": "control.html"}
NOT_YET = "Vul eerst in wat nog ontbreekt. Dan kunt u het bekijken."
ANSWER = {"ok": False, "code": "refused", "say": "Dit is een voorbeeld. Er wordt niets verstuurd."}  # to every command
OVER = "Dit voorbeeld is niet meer te zien. Kies in het formulier opnieuw waar u het wilt bekijken."


def names_of(house: House) -> set[str]:
    """Who took part in this house's ketens, and whom one can call there."""
    found: set[str] = set()
    for room in house.rooms.rooms.values():
        organisations = {one["name"].casefold() for one in room.chain.of_type("organisation")}
        people = [person.get("name", "") for person in room.people.values()]
        contacts = [one.get("contact") or "" for sort in ("role", "introduction") for one in room.chain.of_type(sort)]
        doers = [one.get("who") or "" for one in room.chain.of_type("action")]
        found |= {
            name
            for name in (*people, *contacts, *doers)
            if name.casefold() not in organisations and len(name.split()) < 5
        }
    return found


def asked() -> dict[str, Any]:
    """What the form sent: {sort, id, values or text}; 400 when it is not that."""
    body = request.get_json(silent=True)
    return shaped(body) if isinstance(body, dict) else abort(400)


def shaped(body: dict[str, Any]) -> dict[str, Any]:
    sort, identity = body.get("sort"), body.get("id") or ""
    seen, text, values = body.get("seen") or "", body.get("text"), body.get("values") or {}
    good = sort in FOLDERS and isinstance(identity, str) and isinstance(seen, str) and isinstance(values, dict)
    good = good and (not identity or bool(STEM.fullmatch(identity))) and (text is None or isinstance(text, str))
    steps = values.get("stappen", []) if good else None
    if not good or not isinstance(steps, list) or len(steps) > MOST or not all(flat(one) for one in (values, *steps)):
        abort(400)
    return clean_all({"sort": sort, "id": identity, "seen": seen, "text": text, "values": values})


def flat(values: Any) -> bool:
    """True for texts by name."""
    if not isinstance(values, dict) or len(values) > MOST:
        return False
    return all(name == "stappen" or (isinstance(text, str) and len(text) <= LONGEST) for name, text in values.items())


def add_to(app: Flask, house: House) -> None:
    """Hang these questions in the app."""
    shelf = house.library
    stills: dict[str, Still] = {}

    def judged(body: dict[str, Any]) -> Judged:
        names = names_of(house)
        if body["text"] is not None:
            return judge_text(shelf, body["sort"], body["id"], written(body, body["id"] or DRAFT), names)
        return judge_form(shelf, body["sort"], body["id"], body["values"], names)

    def told(one: Judged) -> dict[str, Any]:
        rare = {"say": RARE, "parts": one.rare} if one.rare else None
        return {"faults": one.faults, "traces": one.traces, "rare": rare, "good": one.good}

    @app.post("/regie/eigen/nakijken")
    def check_own() -> Any:
        house.need_facilitator()
        return told(judged(asked()))

    @app.post("/regie/eigen/bewaren")
    def keep_own() -> Any:
        """Written only when it is good; a copy is one without an id."""
        house.need_facilitator()
        body = asked()
        one = judged(body)
        sort, identity, text = body["sort"], body["id"], one.text
        if not identity and one.good:
            identity = shelf.fresh_id(one.one.title)
            text = written(body, identity)
        if not one.good:
            return {
                "ok": False,
                "code": "faults",
                "say": "Nog niet bewaard. Kijk bij de velden met een opmerking.",
                **told(one),
            }
        try:
            seen = body["seen"] if body["id"] else None
            house.loop.offload(lambda: shelf.put(sort, identity, text, seen))
        except Refused as no:
            return {"ok": False, "code": no.code, "say": no.say, **told(one)}
        return {"ok": True, "id": identity}

    def written(body: dict[str, Any], identity: str) -> str:
        """The text under the name that it gets."""
        if body["text"] is not None:
            return re.sub(r"^id:.*$", f"id: {identity}", body["text"], count=1, flags=re.MULTILINE)
        settings = setting_names(shelf.kinds, str(body["values"].get("soort", "")))
        return write(body["sort"], identity, body["values"], settings).text

    @app.post("/regie/eigen/voorbeeld")
    def make_still() -> Any:
        """A room that is in no book, with this in it; then on to one of its three screens."""
        house.need_facilitator()
        try:
            body = shaped(json.loads(request.form.get("body", "")))
        except (ValueError, TypeError, AttributeError, RecursionError):
            abort(400)
        role = request.form.get("role", "scherm")
        body["values"][CONFIRMED] = "ja"  # to look at it, nobody has to have confirmed anything
        one = judged(body)
        thing = one.one.thing
        if thing is None or role not in ROLES:
            return message("Nog niet te bekijken", NOT_YET, BACK), 409
        word = secrets.token_urlsafe(12)
        stills[word] = Still(house.rooms, one.shelf.library, body["sort"], thing)
        for old in list(stills)[:-KEPT]:
            del stills[old]
        return redirect(f"/regie/eigen/voorbeeld/{word}/{role}", 303)

    @app.get("/regie/eigen/voorbeeld/<word>/<name>")
    def show_still(word: str, name: str) -> Any:
        house.need_facilitator()
        still = stills.get(word)
        if still is None or name not in ROLES:
            return message("Dit voorbeeld is er niet meer", OVER, BACK), 404
        seats = {"scherm": Seat(SCREEN, still.meeting), "telefoon": Seat(PARTICIPANT, still.meeting, still.guest)}
        more = {"still": ANSWER, "door": {"url": "", "code": "", "wifi": None, "warning": "", "addresses": []}}
        more |= {"shelf": [], "personas": []} if name == "regie" else {}
        return frame(ROLES[name], house, still.room, seats.get(name, still.desk), more)
