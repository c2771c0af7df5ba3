"""House style: of one keten, or of all ketens here that have none of their own. Settings, not events (D8)."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from flask import Flask, Response, abort, redirect, render_template, request

from facilitator.chain.command import Refused
from facilitator.chain.figures import bars
from facilitator.chain.model import KETEN
from facilitator.chain.paper import Block, Bullets, Heading, Numbers, PageBreak, Picture, Quote, Table, Text
from facilitator.chain.text import one_line
from facilitator.report import logo, template
from facilitator.report.look import OURS, Look, checked
from facilitator.report.pictures import png
from facilitator.report.word import write
from facilitator.rooms import Room
from facilitator.web.attached import attached
from facilitator.web.house import House

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EVERYBODY = "huis"  # the scope of all ketens without their own
WHATS = ("main", "tint", "logo", "template")
AWAY = {"kleuren": ("main", "tint"), "logo": ("logo",), "sjabloon": ("template",)}


def kept(house: House, chain: str, what: str) -> str:
    """What a keten has of its own, or else what the house has; "" for neither."""
    settings = house.rooms.settings
    return settings.get(f"huisstijl {chain}-{what}") or settings.get(f"huisstijl {EVERYBODY}-{what}", "")


def look_of(house: House, room: Room) -> Look:
    """The house style that the papers of a keten have."""
    return assembled(*(kept(house, room.id, what) for what in WHATS), room.chain.entities[KETEN]["name"])


def carried(house: House, chain: str) -> dict[str, str]:
    """What of it goes along to another laptop: all that the papers of this keten have, also what the house gave."""
    return {what: value for what in WHATS if (value := kept(house, chain, what))}


def believed(look: dict[str, str]) -> dict[str, str]:
    """What came along, looked at as if it were chosen here; Refused with a sentence. Call it in a thread."""
    main, tint = checked(look.get("main", OURS.main), look.get("tint", OURS.tint))
    fresh = {"main": main, "tint": tint} if "main" in look or "tint" in look else {}
    for what in ("logo", "template"):
        try:
            body = base64.b64decode(look.get(what, ""), validate=True)
        except ValueError:
            raise Refused(logo.NONE if what == "logo" else template.NO_WORD, field=what) from None
        if body and what == "logo":
            fresh[what] = base64.b64encode(logo.drawn(body)).decode()
        elif body:
            tried(main, tint, body)
            fresh[what] = look[what]
    return fresh


def names_of(identity: str, look: dict[str, str]) -> dict[str, str]:
    """The settings that keep it, for the keten with this id."""
    return {f"huisstijl {identity}-{what}": value for what, value in look.items()}


def tried(main: str, tint: str, sheet: bytes) -> None:
    """A template must not only be read: a whole document has to come out of it."""
    write(sample(), title="Proef", look=Look(main, tint, b"", "", template.read(sheet)))


@lru_cache(maxsize=8)
def assembled(main: str, tint: str, image: str, sheet: str, whose: str) -> Look:
    parts = template.read(base64.b64decode(sheet)) if sheet else ()
    return Look(main or OURS.main, tint or OURS.tint, base64.b64decode(image), whose, parts)


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def found(chain: str) -> Room:
        house.need_facilitator()
        room = house.rooms.get(chain)
        return abort(404) if room is None else room

    def page(room: Room, typed: dict[str, str] | None = None, no: Refused | None = None) -> Any:
        look = look_of(house, room)
        shown = {
            "chain": {"ref": room.id, "name": room.chain.entities[KETEN]["name"]},
            "typed": {"main": f"#{look.main.lower()}", "tint": f"#{look.tint.lower()}", **(typed or {})},
            "logo": base64.b64encode(look.logo).decode(),
            "template": bool(look.parts),
            "ours": (look.main, look.tint) == (OURS.main, OURS.tint),
            "fault": no.say if no else "",
            "field": no.field if no else "",
        }
        return render_template("looks.html", **shown), 409 if no else 200

    @app.get("/regie/ketens/<chain>/huisstijl")
    def looks(chain: str) -> Any:
        if not house.facilitator():
            return render_template("login.html"), 401
        return page(found(chain))

    @app.post("/regie/ketens/<chain>/huisstijl")
    def set_look(chain: str) -> Any:
        """Colours, and a logo or a template when a file came along; or (with `weg`) away with one of them."""
        room = found(chain)
        scope = EVERYBODY if request.form.get("voor") == EVERYBODY else room.id
        typed = {key: one_line(request.form.get(key, ""))[:20] for key in ("main", "tint")}
        try:
            fresh = {} if "weg" in request.form else asked(room, typed)
        except Refused as no:
            return page(room, typed, no)
        for what, value in fresh.items():
            house.rooms.set(f"huisstijl {room.id}-{what}", "" if scope == EVERYBODY else value)
            if scope == EVERYBODY:
                house.rooms.set(f"huisstijl {EVERYBODY}-{what}", value)
        for what in AWAY.get(request.form.get("weg", ""), ()):  # its own first; what it has from the house after that
            own = house.rooms.settings.get(f"huisstijl {room.id}-{what}")
            house.rooms.set(f"huisstijl {room.id if own else EVERYBODY}-{what}", "")
        house.settle()
        return redirect(f"/regie/ketens/{chain}/huisstijl#voorbeeld", 303)

    def asked(room: Room, typed: dict[str, str]) -> dict[str, str]:
        """What changes; files are looked at in a thread, since a bad one may take its time."""
        main, tint = checked(typed["main"], typed["tint"])
        look = look_of(house, room)
        fresh = {} if (main, tint) == (look.main, look.tint) else {"main": main, "tint": tint}
        image, sheet = (upload(name, most) for name, most in (("logo", logo.LARGEST), ("template", template.LARGEST)))
        if image:
            fresh["logo"] = base64.b64encode(house.loop.offload(lambda: logo.drawn(image))).decode()
        if sheet:
            house.loop.offload(lambda: tried(main, tint, sheet))
            fresh["template"] = base64.b64encode(sheet).decode()
        return fresh

    def upload(name: str, most: int) -> bytes:
        file = request.files.get(name)
        return file.read(most + 1) if file and file.filename else b""

    @app.get("/regie/ketens/<chain>/huisstijl/voorbeeld.png")
    def preview(chain: str) -> Any:
        """How the first page begins."""
        room = found(chain)
        look = look_of(house, room)
        image = house.loop.offload(lambda: png(drawn(look, room.chain.entities[KETEN]["name"]), 16))
        return Response(image, content_type="image/png")

    @app.get("/regie/ketens/<chain>/huisstijl/voorbeeld.docx")
    def example(chain: str) -> Any:
        """Every style once: to look at, and to begin an own template with."""
        room = found(chain)
        look, name, now = look_of(house, room), room.chain.entities[KETEN]["name"], house.rooms.clock()
        made = datetime.fromtimestamp(now, UTC)
        cover = [name, "Voorbeeld van een verslag"]
        body = house.loop.offload(
            lambda: write(sample(), title="Voorbeeld", subject=name, cover=cover, created=made, look=look)
        )
        return attached(body, WORD, name, "voorbeeld.docx")


def sample() -> list[Block]:
    """One of everything that a report is made of."""
    rows = [["1", "Eén nummer om te bellen", "Steunpunt", "bezig"], ["2", "Een kaart met het aanbod", "Gemeente", ""]]
    picture = Picture(bars([("Eén nummer", 11), ("Een kaart", 9)], unit="stemmen"), "Staven: elf en negen stemmen.", 14)
    return [
        Heading(1, "In het kort"),
        Text("Zo ziet een inleiding eruit.", "lead"),
        Numbers(["Eén nummer om te bellen", "Een kaart met het aanbod"]),
        Text("Dit is gewone tekst. Een verslag bestaat er voor een groot deel uit."),
        Heading(2, "Een onderdeel"),
        Bullets(["Een punt", "Nog een punt"]),
        Quote("Ik weet niet waar ik terechtkan."),
        Heading(3, "Een stap"),
        Table(["Nr.", "Wat", "Wie", "Status"], rows, [0.8, 6, 3, 2], "Een tabel"),
        Text("Een kleine opmerking onder een tabel.", "small"),
        Heading(4, "Een vraag"),
        picture,
        PageBreak(),
        Heading(5, "Een groepje"),
        Text("En zo eindigt het."),
    ]


def drawn(look: Look, name: str) -> str:
    """The top of a first page, as a drawing."""
    parts = [
        '<rect width="640" height="420" fill="#FFFFFF"/>',
        f'<rect x="40" y="96" width="560" height="5" fill="#{look.main}"/>',
    ]
    if look.logo:
        source = base64.b64encode(look.logo).decode()
        parts.append(
            '<image x="40" y="18" width="220" height="64" preserveAspectRatio="xMinYMid meet" '
            f'href="data:image/png;base64,{source}"/>'
        )
    face = 'font-family="Atkinson Hyperlegible, Arial, sans-serif"'
    lines = (
        (144, 30, "bold", look.main, "Verslag Startbijeenkomst"),
        (176, 18, "normal", "1D2733", name[:60]),
        (232, 23, "bold", look.main, "Acties, op volgorde"),
        (262, 14, "normal", "1D2733", "Hier begint de keten mee."),
    )
    for y, size, weight, ink, text in lines:
        parts.append(
            f'<text x="40" y="{y}" {face} font-size="{size}" font-weight="{weight}" fill="#{ink}">{escape(text)}</text>'
        )
    parts.append(f'<rect x="40" y="282" width="560" height="34" fill="#{look.tint}"/>')
    for y, rule in ((282, look.main), (352, "D9CFC0"), (388, look.main)):
        parts.append(f'<rect x="40" y="{y}" width="560" height="2" fill="#{rule}"/>')
    rows = (("Nr.", "Actie", "Wie"), ("1", "Eén nummer om te bellen", "Steunpunt"), ("2", "Een kaart", "Gemeente"))
    for at, row in enumerate(rows):
        weight = "normal" if at else "bold"
        for x, text in zip((50, 100, 440), row, strict=True):
            y = 304 + 36 * at
            parts.append(
                f'<text x="{x}" y="{y}" {face} font-size="14" font-weight="{weight}" fill="#1D2733">{text}</text>'
            )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420" viewBox="0 0 640 420">{"".join(parts)}</svg>'
    )
