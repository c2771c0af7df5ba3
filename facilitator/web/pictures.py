"""Drawings that are made or kept here: QR codes and portraits."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import segno
from flask import Flask, Response, abort

from facilitator.chain.command import SCREEN
from facilitator.web.house import House


def qr_svg(text: str) -> str:
    """A QR code as SVG, dark on nothing, four modules of rest around it."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", border=4, dark="#1D2733", light=None, xmldecl=False, nl=False
    )
    return out.getvalue().decode()


@lru_cache(maxsize=128)
def qr_uri(text: str) -> str:
    """A QR code as the address of a picture. It takes some 20 ms to make: ask for many of them in a thread."""
    return segno.make(text, error="m", micro=False).svg_data_uri(scale=4, border=2, dark="#1d2733")


def wifi_text(name: str, password: str) -> str:
    """What a phone's camera understands as a Wi-Fi network."""

    def quoted(text: str) -> str:
        return "".join("\\" + c if c in '\\;,":' else c for c in text)

    kind = "WPA" if password else "nopass"
    return f"WIFI:T:{kind};S:{quoted(name)};" + (f"P:{quoted(password)};" if password else "") + ";"


def add_to(app: Flask, house: House) -> None:
    """Hang these pictures in the app."""

    def svg(text: str) -> Any:
        return Response(text, content_type="image/svg+xml")

    @app.get("/scherm/<ref>/deur.svg", endpoint="screen_door")
    @app.get("/regie/<ref>/deur.svg")
    def door(ref: str) -> Any:
        room, meeting = allowed(ref)
        code = house.rooms.code(room.id, meeting["id"])
        if not code:
            abort(404)
        return svg(qr_svg(f"{house.addresses.phones}/{code}"))

    @app.get("/scherm/<ref>/wifi.svg", endpoint="screen_wifi")
    @app.get("/regie/<ref>/wifi.svg")
    def wifi(ref: str) -> Any:
        room, meeting = allowed(ref)
        network = house.door(room, meeting["id"])["wifi"]
        if not network:
            abort(404)
        return svg(qr_svg(wifi_text(network["name"], network["password"])))

    def allowed(ref: str) -> Any:
        """The meeting, for its facilitator or its screen only."""
        if not house.facilitator() and not house.seat(SCREEN, ref):
            abort(401)
        return house.place(ref)

    @app.get("/portretten/<file>")
    def portrait(file: str) -> Any:
        try:
            response = svg(house.library.portrait(file))
        except KeyError:
            abort(404)
        response.headers["Cache-Control"] = "public, max-age=3600"
        return response
