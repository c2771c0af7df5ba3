"""Bookmarks of who looks back: a moment with a remark. They are settings beside the book, and go with the keten."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask import Flask, abort, request

from facilitator.chain.text import one_line
from facilitator.store.ledger import Entry
from facilitator.web.house import House

KEY = "bladwijzer {} "  # the name of the setting, before its number: erasing a keten looks for its id in there
MOST, LONGEST = 200, 300
EMPTY = "Typ er een paar woorden bij. Dan weet u later waarom u hier wilde stoppen."
LONG = f"Houd het korter dan {LONGEST} tekens."
MANY = f"Er staan al {MOST} bladwijzers. Haal er eerst een paar weg."
FAILED = "Dit is nog niet bewaard. Uw tekst staat er nog; probeer het zo nog eens."
GONE = "Deze bladwijzer staat er niet meer. Laad de pagina opnieuw."
Row = dict[str, Any]


def read(house: House, ref: str) -> list[Row]:
    """All bookmarks of a meeting in the order of its book: {id, seq, t, say}."""
    start = KEY.format(ref)
    kept = [(key.removeprefix(start), value) for key, value in house.rooms.settings.items() if key.startswith(start)]
    rows = [{"id": int(identity), **json.loads(value)} for identity, value in kept]
    return sorted(rows, key=lambda row: (row["t"], row["id"]))


def put(house: House, ref: str, identity: int, row: Row | None) -> bool:
    """Keep one, or take it away; True when that is on disk."""
    name = KEY.format(ref) + str(identity)
    value = json.dumps(row, ensure_ascii=False)
    statement = ("no settings", (name,)) if row is None else ("setting", (name, value))
    if not house.written(Entry("", rows=[statement])):
        return False
    if row is None:
        house.rooms.settings.pop(name, None)
    else:
        house.rooms.settings[name] = value
    return True


def add_to(app: Flask, house: House, place: Callable[[str], Any]) -> None:
    """Hang these in the app."""

    def answer(ref: str, say: str = "") -> Any:
        return {"ok": not say, "say": say, "bookmarks": read(house, ref)}, 409 if say else 200

    @app.post("/regie/<ref>/terugkijken/bladwijzers")
    def keep_bookmark(ref: str) -> Any:
        """A new one (seq, t, say), another remark (id, say), or away with it (id, away). The book is not told."""
        house.need_facilitator()
        if place(ref) is None:
            abort(404)
        rows = {row["id"]: row for row in read(house, ref)}
        known = request.form.get("id", type=int)
        if known is not None:
            if known not in rows:
                return answer(ref, GONE)
            row = {key: rows[known][key] for key in ("seq", "t")}
            if request.form.get("away"):
                return answer(ref, "" if put(house, ref, known, None) else FAILED)
        else:
            row = {"seq": request.form.get("seq", type=int), "t": request.form.get("t", type=float)}
            if row["seq"] is None or row["t"] is None or not 0 <= row["t"] < 1e9 or not 0 <= row["seq"] < 1e9:
                abort(400)
            if len(rows) >= MOST:
                return answer(ref, MANY)
        say = one_line(request.form.get("say", ""))
        if not say:
            return answer(ref, EMPTY)
        if len(say) > LONGEST:
            return answer(ref, LONG)
        identity = known if known is not None else max(rows, default=0) + 1
        return answer(ref, "" if put(house, ref, identity, {**row, "say": say}) else FAILED)
