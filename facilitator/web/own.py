"""The facilitator's own shelf: what stands on it, the form to make or change something, files in and out."""

from __future__ import annotations

import io
from typing import Any

from flask import Flask, abort, redirect, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from facilitator.chain.command import Refused
from facilitator.chain.text import clean, one_line
from facilitator.content.document import LARGEST, parse
from facilitator.content.faults import Faults
from facilitator.content.second import AGENDA, CONFIRMED, EXERCISE, FOLDERS, PERSONA, STEM, Own, sort_of
from facilitator.own import fields, papers, starts
from facilitator.own.bookcase import mark
from facilitator.own.desk import DRAFT
from facilitator.web import owndesk
from facilitator.web.attached import attached
from facilitator.web.frames import message
from facilitator.web.house import House

HOME, BACK = owndesk.HOME, owndesk.BACK
MARKDOWN = "text/markdown; charset=utf-8"
NOTHING = "Kies een bestand, of plak de tekst in het veld."
NO_TEXT = "Dit bestand is geen gewone tekst. Kies een bestand dat op .md eindigt, bewaard als UTF-8."
TOO_LARGE = f"Dit bestand is te groot. Het mag hoogstens {LARGEST // 1000} kB zijn."


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app, and the questions of the form."""
    owndesk.add_to(app, house)
    shelf = house.library

    def found(identity: str) -> Own:
        house.need_facilitator()
        one = shelf.own.get(identity)
        return abort(404) if one is None else one

    def row(one: Own) -> dict[str, Any]:
        line = ""
        if one.sort == EXERCISE and one.thing:
            line = f"{one.thing['kind']} · {one.thing['minutes']} min"
        elif one.sort == AGENDA and one.thing:
            line = f"{len(one.thing.steps)} stappen · {one.thing.minutes} min"
        elif one.sort == PERSONA and one.thing:
            line = one.thing["line"]
        says = [fault.sentence.partition(" Kies uit: ")[0] for fault in one.faults[:3]]
        return {"id": one.id, "title": one.title, "line": line, "faults": says, "more": max(0, len(one.faults) - 3)}

    def ours_by_sort() -> dict[str, list[tuple[str, str]]]:
        ours = shelf.ours
        return {
            EXERCISE: [(key, one["title"]) for key, one in ours.exercises.items()],
            AGENDA: [(key, one.title) for key, one in ours.agendas.items()],
            PERSONA: [(key, one["label"]) for key, one in ours.personas.items()],
        }

    @app.get("/regie/eigen")
    def own_shelf() -> Any:
        house.need_facilitator()
        house.loop.offload(shelf.read)  # somebody may have put a file there by hand
        rows: dict[str, list[dict[str, Any]]] = {sort: [] for sort in FOLDERS}
        for one in shelf.own.values():
            rows[one.sort].append(row(one))
        thrown = [{"sort": sort, "id": identity, "title": title} for sort, identity, title in shelf.thrown()]
        templates = list(house.rooms.rulebook.kinds)
        said = one_line(request.args.get("bewaard", ""))[:40]
        saved = shelf.own[said].title if said in shelf.own else ""
        return render_template(
            "own.html", rows=rows, ours=ours_by_sort(), templates=templates, thrown=thrown, saved=saved, here=said
        )

    def editor(sort: str, identity: str, values: papers.Values, seen: str, begun: str, text: str | None = None) -> Any:
        kinds, library = house.rooms.rulebook.kinds, shelf.library
        steps = [
            {"id": one["exercise"], "title": title, "minutes": one["minutes"], "van": library.written[key].source}
            for (key, one), (_, title) in zip(library.exercises.items(), fields.exercises_of(library), strict=True)
        ]
        start = {
            "sort": sort,
            "id": identity,
            "seen": seen,
            "begun": begun,  # what it began with: half-typed text is kept by it
            "values": values,
            "text": text,
            "form": fields.form(sort, kinds, library),
            "settings": {name: fields.settings(kind, library) for name, kind in kinds.items()},
            "exercises": steps if sort == AGENDA else [],
        }
        return render_template("own-edit.html", start=start, sort=sort, new=not identity)

    @app.get("/regie/eigen/nieuw/<name>")
    def new_own(name: str) -> Any:
        """From scratch, from a kind's template, from a skeleton, or as a copy (`van`)."""
        house.need_facilitator()
        sort = name if name in FOLDERS else abort(404)
        source, kind = one_line(request.args.get("van", ""))[:60], one_line(request.args.get("soort", ""))[:40]
        values = starts.empty(sort, shelf)
        if source == starts.YOUNG and sort == PERSONA:
            values = starts.skeleton()
        elif source:
            values = starts.copied(sort, source, shelf)
        elif kind in house.rooms.rulebook.kinds and sort == EXERCISE:
            values = starts.template(kind)
        if not values:
            say = "Wat u wilde overnemen, staat niet (meer) op de plank. Kies iets anders uit de lijst."
            return message("Dit is er niet", say, BACK), 404
        return editor(sort, "", values, "", source or kind or "leeg")

    @app.get("/regie/eigen/<name>")
    def edit_own(name: str) -> Any:
        """The form; or the text itself when it cannot be read as a form, or when that is asked for."""
        one = found(name)
        text = shelf.text(one)
        seen = mark(shelf.path(one))
        if one.document is None or not papers.fits(one.sort, one.document) or request.args.get("als") == "tekst":
            return editor(one.sort, one.id, {}, seen, "tekst", text)
        values = papers.read(one.sort, one.document) | ({CONFIRMED: "ja"} if one.confirmed else {})
        return editor(one.sort, one.id, values, seen, "bewaard")

    @app.get("/regie/eigen/<name>.md")
    def export_own(name: str) -> Any:
        one = found(name)
        try:
            body = shelf.path(one).read_bytes()
        except OSError:
            abort(404)
        return attached(body, MARKDOWN, one.title, f"{one.sort}.md")

    @app.get("/regie/eigen/inlezen")
    def import_form() -> Any:
        house.need_facilitator()
        return render_template("own-import.html", fault="", text="")

    @app.post("/regie/eigen/inlezen")
    def import_own() -> Any:
        """Markdown that was chosen or pasted opens in the form; what cannot be a form yet opens as text."""
        house.need_facilitator()
        try:
            text = given()
        except Refused as no:
            return render_template("own-import.html", fault=no.say, text=""), 409
        document = parse(text, "", DRAFT, Faults())
        sort = sort_of(document) if document else EXERCISE
        if document is None or not papers.fits(sort, document):
            return editor(sort, "", {}, "", "ingelezen", text)
        return editor(sort, "", papers.read(sort, document), "", "ingelezen")

    def deed(sort: str, identity: str, do: str) -> Any:
        house.need_facilitator()
        try:
            if do == "weg":
                shelf.throw(found(identity))
            elif sort not in FOLDERS or not STEM.fullmatch(identity):
                abort(404)
            elif do == "terug":
                shelf.take_back(sort, identity)
            else:
                shelf.clear(sort, identity)
        except Refused as no:
            return message("Dat lukte niet", no.say, BACK), 409
        return redirect(HOME + ("#weggegooid" if do == "weg" else ""), 303)

    @app.post("/regie/eigen/<name>/weg")
    def throw_own(name: str) -> Any:
        """Off the shelf; it stays in the list of what was thrown away."""
        return deed("", name, "weg")

    @app.post("/regie/eigen/<name>/terug")
    def return_own(name: str) -> Any:
        return deed(one_line(request.form.get("sort", "")), name, "terug")

    @app.post("/regie/eigen/<name>/voorgoed")
    def clear_own(name: str) -> Any:
        return deed(one_line(request.form.get("sort", "")), name, "voorgoed")


def given() -> str:
    """The text of the form: a file in memory, else what was pasted; Refused with a sentence."""
    parser = FormDataParser(stream_factory=lambda *_, **__: io.BytesIO(), max_form_memory_size=2 * LARGEST)
    try:
        _, form, files = parser.parse(request.stream, request.mimetype, request.content_length, request.mimetype_params)
    except RequestEntityTooLarge:
        raise Refused(TOO_LARGE) from None
    file = files.get("file")
    body = file.stream.read() if file is not None and file.filename else b""
    if len(body) > LARGEST:
        raise Refused(TOO_LARGE)
    try:
        text = body.decode("utf-8-sig") if body else form.get("text", "")
    except UnicodeDecodeError:
        raise Refused(NO_TEXT) from None
    text = clean(text)
    if not text.strip():
        raise Refused(NOTHING)
    return text
