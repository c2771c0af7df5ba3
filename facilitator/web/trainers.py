"""Voor trainers: a shelf with what helps to learn to lead a table, and the list of what one has led."""

from __future__ import annotations

from typing import Any

from flask import Flask, abort, redirect, render_template, request

from facilitator.chain.model import KETEN
from facilitator.chain.practised import Led, led
from facilitator.chain.text import clean
from facilitator.papers import guide, observation
from facilitator.papers.programme import Programme, asking, moment
from facilitator.rooms import Room
from facilitator.web.attached import attached
from facilitator.web.house import House
from facilitator.web.papers import PRACTICE, WORD

DAY = "trainer"  # the phase of the template that the guide tells
TIPS = "pilots/vijftien-tips"
BEGIN = "9:30"
REMARK = "begeleid "  # the setting with one's own remark, in front of keten and meeting: it goes with the keten
LONGEST = 2000  # characters of a remark


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def practice() -> str:
        return PRACTICE if house.practice else ""

    def called() -> str:
        return "oefening" if house.practice else ""

    @app.get("/regie/trainers")
    def trainers() -> Any:
        house.need_facilitator()
        return render_template("trainers.html", begin=BEGIN, tips=TIPS)

    @app.get("/regie/trainers/gids.docx")
    def trainers_guide() -> Any:
        house.need_facilitator()
        kinds, agendas = house.rooms.rulebook.kinds, house.library.agendas.values()
        agenda = next((one for one in agendas if one.phase == DAY and not one.own), None)
        page = house.library.shelf.pages.get(TIPS)
        if agenda is None or page is None:
            abort(404)
        steps = [asking(step, kinds) for step in agenda.step_templates()]
        begin = moment(request.args.get("begin", BEGIN))
        day = Programme(agenda.title, {"title": agenda.title}, steps, begin, practice=practice())
        named, at = [(name.capitalize(), kind) for name, kind in kinds.items()], house.rooms.clock()
        body = house.loop.offload(lambda: guide.write_guide(day, agenda.about, named, page["parts"], at))
        return attached(body, WORD, f"{called()} trainer", "gids.docx")

    @app.get("/regie/trainers/kijkformulier.docx")
    def blank_observation() -> Any:
        house.need_facilitator()
        at, said = house.rooms.clock(), practice()
        return attached(
            house.loop.offload(lambda: observation.write_blank(at, said)), WORD, called(), "kijkformulier.docx"
        )

    def lines() -> list[tuple[Room, Led, str]]:
        """Newest first: the room, what was led, and what one wrote about it oneself."""
        rooms = [room for chain in house.rooms.chains if (room := house.rooms.get(chain))]
        found = [(room, one) for room in rooms for one in led(room.chain)]
        found.sort(key=lambda pair: (pair[1].day, pair[1].meeting), reverse=True)
        return [(room, one, house.rooms.settings.get(f"{REMARK}{room.id}-{one.meeting}", "")) for room, one in found]

    @app.get("/regie/begeleid")
    def led_page(fault: str = "", at: str = "", typed: str = "") -> Any:
        """Everything that was led in the ketens of this laptop, to read or to print."""
        house.need_facilitator()
        agendas, rows = house.library.agendas, []
        for room, one, remark in lines():
            template = agendas.get(one.template)
            ref = f"{room.id}-{one.meeting}"
            about = {"ref": ref, "keten": room.chain.entities[KETEN]["name"], "remark": typed if ref == at else remark}
            rows.append({**about, "led": one, "template": template.title if template else one.template})
        known = {name: sum(name in row["led"].kinds for row in rows) for name in house.rooms.rulebook.kinds}
        house.settle()
        return render_template("led.html", rows=rows, known=known, fault=fault, at=at)

    @app.post("/regie/begeleid/<ref>")
    def remark(ref: str) -> Any:
        """One's own words about a meeting that one led; an empty text takes them away."""
        house.need_facilitator()
        room, meeting = house.place(ref)
        text = clean(request.form.get("remark", "")).strip()
        if len(text) > LONGEST:
            say = f"Dit is te lang. Gebruik niet meer dan {LONGEST} tekens. Nu zijn het er {len(text)}."
            return led_page(say, ref, text), 409
        house.rooms.set(f"{REMARK}{room.id}-{meeting['id']}", text)
        house.settle()
        return redirect(f"/regie/begeleid#{ref}", 303)
