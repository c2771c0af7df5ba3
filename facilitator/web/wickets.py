"""Private pages of contact people: the facilitator gives the links, and behind a link stand somebody's own actions."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import segno
from flask import Flask, abort, redirect, render_template, request

from facilitator.chain import wickets
from facilitator.chain.actions import STATUSES
from facilitator.chain.command import CONTACT, FACILITATOR, Seat
from facilitator.chain.days import day_of
from facilitator.chain.model import KETEN, Entity
from facilitator.chain.text import clean, one_line
from facilitator.report.source import day
from facilitator.rooms import Room
from facilitator.web.house import House
from facilitator.web.private import HERE, Private, hashed, kept_out

TITLE = "Deze link werkt niet meer"
ENDED = "Misschien is de laatste dag voorbij, of is er een nieuwe link gemaakt. Vraag de begeleider om een nieuwe link."
MAIL = """Beste {name},

U doet mee in {keten}. Op uw eigen pagina staat wat u op u nam: {count}. U kunt daar laten weten hoe het gaat, wat er in de weg staat en wat helpt.

{link}

U hebt geen account nodig. De pagina is alleen voor u, dus geef de link niet door. {where} De laatste dag is {until}.

Met vriendelijke groet,
"""  # noqa: E501 - a mail breaks its own lines


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""
    gate = house.rooms.gate

    # the facilitator's side

    def found(chain: str) -> Room:
        house.need_facilitator()
        room = house.rooms.get(chain)
        return abort(404) if room is None else room

    def page(room: Room, typed: dict[str, str] | None = None, say: str = "", field: str = "", **more: Any) -> Any:
        """Everybody who has something to do, with the link of each; after a refusal with the sentence at its form."""
        now = house.rooms.clock()
        people = gate.contacts(room.chain, room.people, now)
        shown = {
            "chain": {"ref": room.id, "name": room.chain.entities[KETEN]["name"]},
            "people": [{**one, "until_said": day(one["until"])} for one in people],
            "usual": (day_of(now) + timedelta(days=wickets.USUAL)).isoformat(),
            "today": day_of(now).isoformat(),
            "address": house.addresses.phones,
            "served": bool(house.addresses.public_url),
            "warning": house.addresses.warning,
            "typed": typed or {},
            "fault": say,
            "field": field,
            "made": None,
            **more,
        }
        body = render_template("wickets.html", **shown)
        house.settle()
        return body, 409 if say else 200

    @app.get("/regie/ketens/<chain>/links")
    def links(chain: str) -> Any:
        if not house.facilitator():
            return render_template("login.html"), 401
        return page(found(chain))

    @app.post("/regie/ketens/<chain>/links")
    def give_link(chain: str) -> Any:
        """The link stands on this answer only: what is kept is a hash of it."""
        room = found(chain)
        typed = {key: one_line(request.form.get(key, ""))[:300] for key in ("owner", "who", "until")}
        token = secrets.token_urlsafe(32)
        answer = house.ask(room, "wicket.give", {**typed, "hash": hashed(token)}, Seat(FACILITATOR))
        if not answer["ok"]:
            bad = answer["code"] == "bad"  # a date that no date field sends
            say, field = ("Dit is geen datum. Kies een dag.", "until") if bad else (answer["say"], answer.get("field"))
            return page(room, typed, say, field or "")
        wicket = room.chain.entities[answer["ids"][0]]
        return page(room, made=written(room, wicket, f"{house.addresses.phones}/eigen/{token}"))

    def written(room: Room, wicket: Entity, link: str) -> dict[str, Any]:
        """The link with all that one sends along with it."""
        told = gate.behind(room.chain, room.people, wicket)
        count = len(told["actions"])
        text = MAIL.format(
            name=told["name"].partition(" (")[0],
            keten=told["keten"],
            count="1 actie" if count == 1 else f"{count} acties",
            link=link,
            where="" if house.addresses.public_url else HERE,
            until=day(told["until"]),
        ).replace("  ", " ")
        subject = f"Uw acties in {told['keten']}"
        mail = f"mailto:?subject={quote(subject)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
        code = segno.make(link, error="m", micro=False).svg_data_uri(scale=4, border=2, dark="#1d2733")
        return {"name": told["name"], "link": link, "text": text, "mail": mail, "code": code}

    @app.post("/regie/ketens/<chain>/links/<wicket>/weg")
    def close_link(chain: str, wicket: str) -> Any:
        room = found(chain)
        answer = house.ask(room, "wicket.close", {"wicket": wicket}, Seat(FACILITATOR))
        return redirect(f"/regie/ketens/{chain}/links", 303) if answer["ok"] else page(room, say=answer["say"])

    # the page behind a link

    private = Private(
        house,
        wickets.behind,
        lambda chain, one: wickets.standing(chain, one, house.rooms.clock()),
        TITLE,
        ENDED,
    )
    behind, closed = private.behind, private.closed

    def own(token: str, typed: dict[str, str] | None = None, say: str = "", field: str = "", status: int = 200) -> Any:
        room, wicket = behind(token) or abort(404)
        told = gate.behind(room.chain, room.people, wicket)
        today = day_of(house.rooms.clock()).isoformat()
        for one in told["actions"]:
            one["late"] = one["status"] in STATUSES[:2] and bool(one["when"]) and one["when"] < today
            one["when_said"] = day(one["when"] or "")
        more = {"token": token, "until": day(told["until"]), "statuses": STATUSES, "saved": request.args.get("bewaard")}
        names = {block["number"]: block["name"] for block in house.library.blocks}
        fault = {"typed": typed or {}, "fault": say, "field": field}
        body = render_template("wicket.html", told=told, names=names, **more, **fault)
        house.settle()
        return kept_out(body, status)

    @app.get("/eigen/<token>")
    def own_page(token: str) -> Any:
        return closed(token) or own(token)

    @app.post("/eigen/<token>/<action>")
    def tell(token: str, action: str) -> Any:
        """How it stands, from who does it; counted at once."""
        shut = closed(token)
        if shut is not None:
            return shut
        typed = {key: clean(request.form.get(key, "")).strip()[:2000] for key in wickets.TOLD}
        room, wicket = behind(token) or abort(404)
        if not house.limits.visits(wicket["id"] + room.id):
            say = "Dat ging te snel achter elkaar. Wacht een minuut en bewaar dan nog eens. Uw tekst staat er nog."
            return own(token, {**typed, "action": action}, say, status=429)
        seat = Seat(CONTACT, "", wicket["id"])
        answer = house.ask(room, "wicket.tell", {"action": action, **typed}, seat)
        if not answer["ok"]:
            return own(token, {**typed, "action": action}, answer["say"], answer.get("field", ""), 409)
        return redirect(f"/eigen/{token}?bewaard={action}#{action}", 303)
