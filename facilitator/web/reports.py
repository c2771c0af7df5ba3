"""The report: a page with choices, and the Word file itself."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from flask import Flask, Response, render_template, request

from facilitator.report.build import VERSIONS, Choice, Source, build
from facilitator.web.house import House

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def file_name(title: str, date: str) -> str:
    """A file name that every system takes: plain letters, figures and dashes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "bijeenkomst"
    day = re.sub(r"[^0-9-]", "", date)
    return f"verslag-{words[:60]}{'-' + day if day else ''}.docx"


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    @app.get("/regie/<ref>/verslag")
    def report_page(ref: str) -> Any:
        house.need_facilitator()
        _, meeting = house.place(ref)
        return render_template("report.html", ref=ref, meeting=meeting, versions=VERSIONS)

    @app.get("/regie/<ref>/verslag.docx")
    def report_file(ref: str) -> Any:
        """Copied in the loop, written in a thread (D12)."""
        house.need_facilitator()
        room, meeting = house.place(ref)
        version = request.args.get("soort", "volledig")
        names = request.args.get("namen", "ja") == "ja"
        choice = Choice(version if version in VERSIONS else "volledig", names, house.practice)
        source = Source(room.report_view(meeting["id"]), meeting["id"], house.rooms.clock())
        house.settle()
        body = house.loop.offload(lambda: build(source, house.rooms.rulebook.kinds, choice))
        name = ("oefening-" if house.practice else "") + file_name(meeting["title"], meeting["date"])
        return Response(body, content_type=WORD, headers={"Content-Disposition": f'attachment; filename="{name}"'})
