"""Telling beforehand: one link for all who are expected, and the page behind it where an organisation answers."""

from __future__ import annotations

import secrets
from typing import Any
from urllib.parse import quote

import segno
from flask import Flask, abort, redirect, render_template, request

from facilitator.chain import forewords, intake
from facilitator.chain.answers import FUNDING, OFFERS, OTHER
from facilitator.chain.command import CONTACT, FACILITATOR, Seat
from facilitator.chain.days import day_of
from facilitator.chain.model import KETEN, Entity
from facilitator.chain.network import verified
from facilitator.chain.people import plain
from facilitator.chain.text import clean, one_line
from facilitator.report.source import day
from facilitator.rooms import Room
from facilitator.web.frames import message
from facilitator.web.house import House, caller
from facilitator.web.private import HERE, Private, hashed, kept_out

COOKIE = "tafel_vooraf"  # with the meeting behind it: by this secret a browser changes what it told
TITLE = "Deze vragen zijn gesloten"
ENDED = "Misschien is de bijeenkomst al geweest, of is de link ingetrokken. Wat u invulde, is bewaard. Vraag de begeleider als u nog iets wilt veranderen."  # noqa: E501
LATE = "De vragen sloten terwijl u typte. Dit is niet bewaard. Kopieer het, en geef het door aan de begeleider."
SLOW = "Dat ging te snel achter elkaar. Wacht een minuut en bewaar dan nog eens. Wat u typte, staat er nog."
LINES = ("organisation", "same", "name", "number", "frequency")
TEXTS = ("contact", "how")
LISTS = ("offers", "funding", "has", "about", "wants", "apart", "right", "wrong")
LINE, YES, NO = "lijn-", "ja:", "nee:"  # the fields of lines to look at, and what stands before the name in an answer
MAIL = """Beste allemaal,

{when} komt {keten} bij elkaar{title}. Wilt u vooraf vertellen wat uw organisatie doet voor mantelzorgers, en met wie u samenwerkt? Dan staat het klaar als wij beginnen, en hebben wij meer tijd om te praten.

{link}

U hebt geen account nodig. Invullen kan tot en met {until}. U kunt later terugkomen om iets te veranderen, met hetzelfde apparaat. {where}

Met vriendelijke groet,
"""  # noqa: E501 - a mail breaks its own lines


def told_of(typed: dict[str, Any]) -> str:
    """What somebody typed and ticked, each on its own line as it was typed, to copy."""
    partners = [f"{name} ({what})" if what else name for name, what in zip(typed["has"], typed["about"], strict=True)]
    ticked = [*typed["offers"], *typed["funding"]]
    said = [typed["organisation"], typed["name"], typed["contact"], typed["number"], typed["frequency"], typed["how"]]
    looked = [f"{name}: {say}" for say, key in (("klopt", "right"), ("klopt niet", "wrong")) for name in typed[key]]
    return "\n".join(filter(None, [*said, *ticked, *partners, *typed["wants"], *looked]))


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""
    gate = house.rooms.gate
    kinds = house.rooms.rulebook.kinds

    # the facilitator's side

    def page(ref: str, say: str = "", field: str = "", typed: str = "", **more: Any) -> Any:
        """Who is expected and who told already, and the link; after a refusal with the sentence at its form."""
        room, meeting = house.place(ref)
        now = house.rooms.clock()
        works = intake.given(room.chain, meeting["id"], now, kinds)
        rows = gate.awaited(room.chain, room.people, meeting["id"])
        shown = {
            "ref": ref,
            "meeting": meeting,
            "home": f"/regie/ketens/{room.id}",
            "told": [row for row in rows if row["told"]],
            "silent": [row for row in rows if not row["told"]],
            "works": day(works),
            "over": intake.introduced(room.chain, meeting["id"], kinds),
            "until": typed if field == "until" else intake.usual(meeting, now),
            "today": day_of(now).isoformat(),
            "address": house.addresses.phones,
            "served": bool(house.addresses.public_url),
            "warning": house.addresses.warning,
            "typed": typed,
            "fault": say,
            "field": field,
            "made": None,
            **more,
        }
        body = render_template("intake.html", **shown)
        house.settle()
        return body, 409 if say else 200

    def asked(ref: str, name: str, body: dict[str, Any]) -> dict[str, Any]:
        house.need_facilitator()
        room, meeting = house.place(ref)
        return house.ask(room, name, body, Seat(FACILITATOR, meeting["id"]))

    @app.get("/regie/<ref>/vooraf")
    def ahead(ref: str) -> Any:
        if not house.facilitator():
            return render_template("login.html"), 401
        return page(ref)

    @app.post("/regie/<ref>/vooraf")
    def give_intake(ref: str) -> Any:
        """The link stands on this answer only: what is kept is a hash of it."""
        until, token = one_line(request.form.get("until", ""))[:40], secrets.token_urlsafe(32)
        answer = asked(ref, "intake.give", {"until": until, "hash": hashed(token)})
        if not answer["ok"]:
            bad = answer["code"] == "bad"  # a date that no date field sends
            return page(ref, "Dit is geen datum. Kies een dag." if bad else answer["say"], "until", until)
        room, meeting = house.place(ref)
        return page(ref, made=written(room, meeting, until, f"{house.addresses.phones}/vooraf/{token}"))

    def written(room: Room, meeting: Entity, until: str, link: str) -> dict[str, str]:
        """The link with all that one sends along with it."""
        text = MAIL.format(
            when=f"Op {day(meeting['date'])}" if meeting["date"] else "Binnenkort",
            keten=room.chain.entities[KETEN]["name"],
            title=f" voor “{meeting['title']}”",
            link=link,
            until=day(until),
            where="" if house.addresses.public_url else HERE,
        ).replace("  ", " ")
        subject = f"Vooraf invullen: {meeting['title']}"
        mail = f"mailto:?subject={quote(subject)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
        code = segno.make(link, error="m", micro=False).svg_data_uri(scale=4, border=2, dark="#1d2733")
        return {"link": link, "text": text, "mail": mail, "code": code}

    @app.post("/regie/<ref>/vooraf/weg")
    def close_intake(ref: str) -> Any:
        """Nothing works afterwards, also when nothing did before."""
        answer = asked(ref, "intake.close", {})
        return page(ref, answer["say"]) if answer.get("code") == "retry" else redirect(f"/regie/{ref}/vooraf", 303)

    @app.post("/regie/<ref>/vooraf/verwacht")
    def expect(ref: str) -> Any:
        """Organisations that are to be expected, one on a line; who is known already stays as it is."""
        house.need_facilitator()
        room, _ = house.place(ref)
        lines = [one_line(line) for line in clean(request.form.get("names", ""))[:8000].split("\n")]
        listed = {plain(one["name"]) for one in room.chain.of_type("organisation") if not one.get("gone")}
        left = [line for line in lines if plain(line) and plain(line) not in listed]
        while left:
            answer = asked(ref, "organisation.add", {"name": left[0][:300]})
            if not answer["ok"] and "staat al in de lijst" not in answer["say"]:
                return page(ref, answer["say"], "names", "\n".join(left))
            left = left[1:]
        return redirect(f"/regie/{ref}/vooraf#verwacht", 303)

    @app.post("/regie/<ref>/vooraf/<foreword>/weg")
    def drop_foreword(ref: str, foreword: str) -> Any:
        answer = asked(ref, "intake.drop", {"foreword": foreword})
        return redirect(f"/regie/{ref}/vooraf", 303) if answer["ok"] else page(ref, answer["say"])

    # the page behind the link

    private = Private(
        house,
        intake.behind,
        lambda chain, one: intake.standing(chain, one, house.rooms.clock(), kinds),
        TITLE,
        ENDED,
    )
    behind, closed = private.behind, private.closed

    def cookie(room: Room, found: Entity) -> str:
        return house.called(f"{COOKIE}_{room.id}-{found['meeting']}")

    def before(room: Room, found: Entity) -> Entity | None:
        """What this browser told before, for this meeting."""
        secret = request.cookies.get(cookie(room, found), "")
        return forewords.of_browser(room.chain, found["meeting"], hashed(secret)) if secret else None

    def form(token: str, typed: dict[str, Any] | None = None, say: str = "", field: str = "", status: int = 200) -> Any:
        """The questions, with what was told before, or what was refused as it was typed."""
        room, found = behind(token) or abort(404)
        told = before(room, found)
        values = typed or kept(room, told)
        meeting, near = room.chain.entities[found["meeting"]], []
        if field == "same":
            near = forewords.near(room.chain, values["organisation"])
        shown = {
            "token": token,
            "keten": room.chain.entities[KETEN]["name"],
            "meeting": meeting,
            "day": day(meeting["date"] or ""),
            "until": day(found["until"]),
            "value": values,
            "told": told is not None,
            "saved": request.args.get("bewaard") == "ja" and told is not None and not say,
            "unsure": forewords.unsure(room.chain, told, aside=house.loop.offload) if told and not typed else [],
            "near": near,
            "lines": lines(room, meeting, told, values) if told else [],
            "offers": (*OFFERS, OTHER),
            "funding": (*FUNDING, OTHER),
            "fault": say,
            "field": field,
            "start": {"names": forewords.known(room.chain), "draft": f"{room.id}-{found['meeting']}"},
        }
        body = render_template("foreword.html", **shown)
        house.settle()
        return kept_out(body, status)

    def lines(room: Room, meeting: Entity, told: Entity, values: dict[str, Any]) -> list[tuple[str, str]]:
        """The lines of this organisation that it did not look at yet, with what was ticked; those it named are none."""
        named = room.chain.entities[told["organisation"]]["name"]
        known = verified.known(room.chain, meeting["id"], named, told["id"])
        has = {plain(name) for name in values["has"]}
        ticked = {plain(name): say for say, key in ((YES, "right"), (NO, "wrong")) for name in values[key]}
        asked = [name for name, looked in known.values() if not looked or plain(name) in ticked]
        return [(name, ticked.get(plain(name), "")) for name in asked if plain(name) not in has]

    def kept(room: Room, told: Entity | None) -> dict[str, Any]:
        """What a form shows of an answer; an empty one when there is none."""
        if told is None:
            return {**dict.fromkeys((*LINES, *TEXTS), ""), **{key: [] for key in LISTS}}
        organisation = room.chain.get(told["organisation"]) or {"name": ""}
        name = room.people.get(told["id"], {}).get("name", "")
        return {
            **{key: told[key] for key in forewords.TOLD},
            "organisation": organisation["name"],
            "name": name,
            "same": "",
            "apart": [],
            "right": [],  # those are among whom it works with
            "wrong": list(told.get("wrong", ())),
        }

    def posted() -> dict[str, Any]:
        """What the form sends; without empty rows."""
        typed: dict[str, Any] = {key: one_line(request.form.get(key, ""))[:300] for key in LINES}
        typed |= {key: clean(request.form.get(key, "")).strip()[:8000] for key in TEXTS}
        typed |= {key: [one_line(text)[:300] for text in request.form.getlist(key)[:60]] for key in LISTS}
        said = [one_line(text)[:300] for key, text in request.form.items() if key.startswith(LINE)][:60]
        for key, before in (("right", YES), ("wrong", NO)):
            typed[key] = [text.removeprefix(before) for text in said if text.startswith(before)]
        about = [*typed["about"], *[""] * len(typed["has"])]
        rows = [row for row in zip(typed["has"], about, strict=False) if any(row)]
        typed |= {"has": [name for name, _ in rows], "about": [what for _, what in rows]}
        return typed | {"wants": [name for name in typed["wants"] if name]}

    @app.get("/vooraf/<token>")
    def foreword(token: str) -> Any:
        shut = closed(token)
        if shut is None and not house.limits.looks(f"{hashed(token)} {caller(request)}"):
            abort(429)
        return shut or form(token)

    @app.post("/vooraf/<token>")
    def tell_beforehand(token: str) -> Any:
        """Kept as it was typed; by the same browser it can be changed."""
        typed = posted()  # reading gives way to others: first read, then look
        shut = closed(token)
        if shut is not None:
            return shut if behind(token) is None else kept_out(message(TITLE, LATE, text=told_of(typed)), 410)
        room, found = behind(token) or abort(404)
        secret = request.cookies.get(cookie(room, found), "")
        secret = secret if before(room, found) else secrets.token_urlsafe(32)
        if not house.limits.visits(f"{found['id']} {room.id} {hashed(secret) if before(room, found) else ''}"):
            return form(token, typed, SLOW, status=429)
        return told(token, typed, secret)

    def told(token: str, typed: dict[str, Any], secret: str) -> Any:
        room, found = behind(token) or abort(404)
        seat = Seat(CONTACT, found["meeting"], found["id"])
        answer = house.ask(room, "intake.tell", {**typed, "proof": hashed(secret)}, seat)
        if not answer["ok"]:
            return form(token, typed, answer["say"], answer.get("field", ""), 409)
        response = redirect(f"/vooraf/{token}?bewaard=ja", 303)
        return house.bake(response, cookie(room, found), secret, "/vooraf/")

    @app.post("/vooraf/<token>/dezelfde")
    def same_partner(token: str) -> Any:
        """A partner that was named turns out to be one that is known under another name, or to be none of them."""
        shut = closed(token)
        if shut is not None:
            return shut
        if not house.limits.looks(f"{hashed(token)} {caller(request)}"):
            abort(429)
        room, found = behind(token) or abort(404)
        mine, named = before(room, found), one_line(request.form.get("named", ""))
        means = one_line(request.form.get("means", ""))
        alike = dict(forewords.unsure(room.chain, mine, named)).get(named, ()) if mine else ()
        if mine is None or not alike or means not in (intake.OTHER, *alike):
            return redirect(f"/vooraf/{token}", 303)
        typed = kept(room, mine)
        if means == intake.OTHER:
            return told(token, {**typed, "apart": [named]}, request.cookies.get(cookie(room, found), ""))
        typed |= {key: [means if name == named else name for name in typed[key]] for key in ("has", "wants")}
        return told(token, typed, request.cookies.get(cookie(room, found), ""))
