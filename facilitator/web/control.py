"""The facilitator's pages: the way in, the ketens, the control room, the screen's cookie."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Flask, abort, redirect, render_template, request

from facilitator.chain import retention
from facilitator.chain.appointment import agreed
from facilitator.chain.carrying import live
from facilitator.chain.command import FACILITATOR, SCREEN, Seat
from facilitator.chain.model import KETEN
from facilitator.chain.text import one_line
from facilitator.web import keeping
from facilitator.web.frames import frame, message
from facilitator.web.house import KEY_COOKIE, House

MEETING = ("title", "template", "place", "date", "retention")  # the fields of its form
FIRST = "startbijeenkomst"  # the template that is chosen until somebody chooses another

UNDER_WAY = 30  # tenths of a second in which a link may still be on its way from the house that holds this one
SCREENS = "scherm-"
PAGES = {SCREENS: "", "zaal-": "/zaal", "kijk-": "/kijk"}  # what a link may say in front of a meeting -> its page
ERASE = "wis-"  # the form that erases a keten, in front of its id


def personas(house: House) -> list[dict[str, Any]]:
    """Who can be chosen in a persona step."""
    fields = ("id", "label", "line", "cares_for", "portrait", "number")
    return [{key: one[key] for key in fields} for one in house.library.personas.values()]


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def home(form: str = "", typed: dict[str, str] | None = None, answer: dict[str, Any] | None = None) -> Any:
        """The ketens, newest first; after a refusal with the form as it was typed and the sentence beside its field."""
        ketens, today = [], date.fromtimestamp(house.rooms.clock()).isoformat()
        for identity, name in reversed(house.rooms.chains.items()):
            chain = house.rooms.get(identity).chain
            keten = chain.entities[KETEN]
            meetings = [shown(identity, meeting) for meeting in chain.of_type("meeting")]
            more = {"scale": keten["scale"], "place": keten["place"]}
            more["agreed"] = agreed(chain, house.rooms.rulebook.kinds, today)
            more["waiting"] = any(map(live, chain.of_type("action")))
            more["notices"] = keeping.notices(house, house.rooms.get(identity))
            ketens.append({"id": identity, "name": name, **more, "meetings": meetings})
        fields = ("id", "title", "phase", "minutes", "own_proposal", "own", "about")
        templates = [{name: getattr(a, name) for name in fields} for a in house.library.agendas.values()]
        say = answer["say"] if answer else ""
        named = form == "keten" or form.startswith(ERASE)
        field = (answer.get("field") or ("name" if named else "title")) if answer else ""
        shown_with = {"fault": say, "field": field, "form": form, "typed": typed or {}, "default": FIRST}
        shown_with |= {"terms": keeping.TERMS, "usual": retention.USUAL}
        body = render_template("home.html", ketens=ketens, templates=templates, today=today, **shown_with)
        return body, 409 if answer else 200

    def shown(chain: str, meeting: dict[str, Any]) -> dict[str, Any]:
        fields = {key: meeting[key] for key in ("title", "place", "date", "state")}
        return {**fields, "ref": f"{chain}-{meeting['id']}", "template": template_title(meeting["template"])}

    def template_title(identity: str) -> str:
        agenda = house.library.agendas.get(identity)
        return agenda.title if agenda else identity

    @app.get("/regie")
    def control_home() -> Any:
        if not house.facilitator():
            return render_template("login.html"), 401
        return home()

    @app.post("/regie/inloggen")
    def sign_in() -> Any:
        secret, _, where = one_line(request.form.get("secret", ""))[:200].partition("~")
        token = house.keys.exchange(secret)
        for _ in range(UNDER_WAY if house.held and secret not in house.keys.spent else 0):
            house.loop.pause(0.1)
            token = house.keys.exchange(secret)
            if token:
                break
        if token is None:
            say = (
                "Deze link is al gebruikt of niet meer geldig. Start Ketentafel opnieuw: dan krijgt u een nieuwe link."
            )
            return message("Deze link werkt niet meer", say), 403
        return house.bake(way_in(where), house.called(KEY_COOKIE), token, "/regie")

    def way_in(where: str) -> Any:
        """What a link says behind its secret: a meeting, its screen or another page of it; else the ketens."""
        before, ref = next(((one, where.removeprefix(one)) for one in PAGES if where.startswith(one)), ("", where))
        if not ref:
            return redirect("/regie", 303)
        room, meeting = house.place(ref)
        if before != SCREENS:
            return redirect(f"/regie/{ref}{PAGES.get(before, '')}", 303)
        return house.sign_in(redirect(f"/scherm/{ref}", 303), room, Seat(SCREEN, meeting["id"]))

    @app.get("/regie/binnen")
    def by_link() -> Any:
        """Where a link leads that brings its secret along, also for who is in already."""
        return render_template("login.html"), 200 if house.facilitator() else 401

    @app.post("/regie/ketens")
    def make_keten() -> Any:
        house.need_facilitator()
        typed = {key: one_line(request.form.get(key, "")) for key in ("name", "scale", "place")}
        body = {**typed, "scale": typed["scale"] or "gemeente"}
        answer = house.answer(lambda done: house.rooms.make_chain(body, done))
        if not answer["ok"]:
            return home("keten", typed, answer)
        return redirect(f"/regie#{answer['chain']}", 303)

    @app.post("/regie/ketens/<chain>/bijeenkomsten")
    def make_meeting(chain: str) -> Any:
        house.need_facilitator()
        room = house.rooms.get(chain)
        typed = {key: one_line(request.form.get(key, "")) for key in MEETING}
        if room is None:
            abort(404)
        days = typed["retention"]
        kept = int(days) if days in map(str, retention.DAYS) else retention.USUAL
        answer = house.ask(room, "meeting.create", {**typed, "retention": kept}, Seat(FACILITATOR))
        if not answer["ok"]:
            return home(chain, typed, answer)
        return redirect(f"/regie/{chain}-{answer['ids'][0]}", 303)

    @app.post("/regie/ketens/<chain>/wissen")
    def erase_keten(chain: str) -> Any:
        """Everything of this keten, for good; the name must be typed."""
        house.need_facilitator()
        typed = {"name": one_line(request.form.get("name", ""))[:200]}
        if house.rooms.get(chain) is None:
            abort(404)
        answer = house.answer(lambda done: house.rooms.remove_chain(chain, typed["name"], done))
        if not answer["ok"]:
            return home(ERASE + chain, typed, answer)
        return redirect("/regie", 303)

    @app.get("/regie/<ref>")
    def control(ref: str) -> Any:
        if not house.facilitator():
            return render_template("login.html"), 401
        room, meeting = house.place(ref)
        more = {"shelf": shelf(), "personas": personas(house), "door": house.door(room, meeting["id"])}
        more["looks_back"] = house.rooms.opening(meeting["template"]) is not None
        return frame("control.html", house, room, Seat(FACILITATOR, meeting["id"]), more)

    def shelf() -> list[dict[str, Any]]:
        """What can be added to an agenda, with the questions that each exercise has."""
        fields = ("exercise", "kind", "title", "minutes", "source")
        return [
            {
                **{key: one[key] for key in fields},
                "own": "own" in one,
                "prompts": [prompt["text"] for prompt in one["prompts"]],
            }
            for one in house.library.exercises.values()
        ]

    @app.post("/regie/<ref>/ticket")
    def control_ticket(ref: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        return {"ticket": house.tickets.socket(room.id, Seat(FACILITATOR, meeting["id"]))}

    @app.post("/regie/<ref>/scherm")
    def open_screen(ref: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        return house.sign_in(redirect(f"/scherm/{ref}", 303), room, Seat(SCREEN, meeting["id"]))

    @app.post("/regie/<ref>/deur")
    def set_door(ref: str) -> Any:
        """The hall's Wi-Fi, shown as a second QR code (an empty name takes it away); which address phones use."""
        house.need_facilitator()
        room, meeting = house.place(ref)
        if "wifi_name" in request.form:
            name = one_line(request.form["wifi_name"])[:32]
            password = one_line(request.form.get("wifi_password", ""))[:63] if name else ""
            house.rooms.set(f"wifi {ref} name", name)
            house.rooms.set(f"wifi {ref} password", password)
        if request.form.get("address"):
            house.addresses.choose(request.form["address"])
        house.pulse(room, meeting["id"])
        return redirect(f"/regie/{ref}", 303)
