"""S1: every command and every route, for six identities, in their own meeting and in another: none wrongly let through,
none wrongly refused. The rows stand in rights.py and routes.py; a command or route without a row fails."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

import pytest
from websocket import WebSocketException

from exercises.registry import rulebook
from facilitator.app import create_app
from facilitator.chain.baton import may
from facilitator.rehearsal.client import Page
from facilitator.settings import Settings
from tests.trust import lent
from tests.trust.floods import Table
from tests.trust.hall import ELSEWHERE, FACILITATOR, GUEST, IDENTITIES, SCREEN, TRAINEE, Hall, Meeting, events
from tests.trust.raw import Wire, ask, form, jar, trouble
from tests.trust.rights import COMMANDS, SOMEONE_ELSES, Row
from tests.trust.routes import ROUTES

DENIED = {"forbidden", "weg"}


@pytest.fixture(scope="module")
def wires(hall: Hall):
    """One open line for everybody who gets one."""
    lines = {}
    for identity in (GUEST, ELSEWHERE, SCREEN, TRAINEE, FACILITATOR):
        lines[identity] = Wire(hall.address, hall.page(identity).ticket)
        assert lines[identity].opened, identity
    yield lines
    for line in lines.values():
        line.close()


def test_s1_every_command_has_a_row() -> None:
    assert sorted(COMMANDS) == sorted(rulebook().rules)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_s1_command(name: str, hall: Hall, wires: dict[str, Wire]) -> None:
    row, wrong = COMMANDS[name], []
    for identity in wires:
        for own in (True, False):
            if own or row.names and (identity != TRAINEE or name in lent.ABROAD):
                wrong += tried(hall, wires, identity, name, row, own)
    assert wrong == []


def awake(hall: Hall, wires: dict[str, Wire], identity: str) -> Wire:
    """This identity's line; a new one when it slept while others took their time, or a closed door put it out."""
    if not wires[identity].alive:
        wires[identity] = Wire(hall.address, hall.page(identity).ticket)
    return wires[identity]


def tried(hall: Hall, wires: dict[str, Wire], identity: str, name: str, row: Row, own: bool) -> list[str]:
    """What went another way than the row says, when this identity does this in its own meeting or in another."""
    mine, others = (hall.b, hall.a) if identity == ELSEWHERE else (hall.a, hall.b)
    meeting: Meeting = mine if own else others
    sort = GUEST if identity == ELSEWHERE else identity
    allowed = own and (name in lent.COMMANDS if identity == TRAINEE else sort in row.who)
    page, line = hall.page(identity), awake(hall, wires, identity)
    if row.fresh and allowed:
        page = meeting.join("Even", "")
        line = Wire(hall.address, page.ticket)
    asked = identity != TRAINEE or name in lent.COMMANDS | lent.LESS  # for the others of a trainee any body will do
    body = row.body(meeting, page) if asked else {}
    if identity == TRAINEE:  # as far as a trainee ever comes: with the baton
        lent.lead(mine, name, body)
        line = awake(hall, wires, identity)
        lent.lend(mine)
    before = events(hall.house.data)
    try:
        answer = insisted(hall, line, page, name, body)
    finally:
        if identity == TRAINEE:
            mine.regie.do("baton.take")
    unchanged = events(hall.house.data) == before
    meeting.open()
    where = f"{name} by {identity} {'here' if own else 'elsewhere'}: {answer}"
    if allowed:
        good = answer["ok"] if not row.code else answer.get("code") == row.code
        return [] if good else [where]
    refused = not answer["ok"] and (answer["code"] in DENIED or (not own and answer["code"] == "refused"))
    return [] if refused and answer["say"] and unchanged else [where]


def insisted(hall: Hall, line: Wire, page: Page, name: str, body: Any) -> dict[str, Any]:
    """The answer, on a new line when this one fell asleep: the same cid is done once."""
    cid = secrets.token_hex(16)
    try:
        return line.command(name, body, cid)
    except (OSError, WebSocketException):
        return Wire(hall.address, page.ticket).command(name, body, cid)


def test_s1_what_a_trainee_may_is_decided_by_hand() -> None:
    assert sorted(lent.COMMANDS | lent.LESS) == sorted(
        name for name, rule in rulebook().rules.items() if may(TRAINEE, rule)
    )


@pytest.mark.parametrize("name", sorted(SOMEONE_ELSES))
def test_s1_what_somebody_else_wrote(name: str, hall: Hall, wires: dict[str, Wire]) -> None:
    answer = wires[GUEST].command(name, SOMEONE_ELSES[name](hall.a), secrets.token_hex(16))
    assert (answer["ok"], answer["code"]) == (False, "forbidden")


def test_s1_nobody_and_who_was_removed_get_no_line(hall: Hall) -> None:
    """Without a good ticket there is no line, and on a line without a ticket nothing is heard."""
    assert Wire(hall.address, hall.a.removed.ticket).said == "weg"
    cookie = next(iter(hall.cookies(GUEST).values()))
    for paper in (None, "", 7, [], {}, "x" * 5000, cookie, hall.a.guest.ticket[:-1], hall.a.guest.ticket + "A"):
        assert Wire(hall.address, paper).said == "ticket", paper
    silent, before = Wire(hall.address, knock=False), events(hall.house.data)
    for number, name in enumerate(COMMANDS):
        body = COMMANDS[name].body(hall.a, hall.a.guest) if name == "note.post" else {}
        message = {"cid": secrets.token_hex(16), "name": name, "body": body}
        silent.say(f"42{number}" + json.dumps(["command", message]))
    with pytest.raises(Exception, match=r"timed out|hung up"):
        silent.hear("43", seconds=0.5)
    assert events(hall.house.data) == before


def routes(data: Path) -> list[tuple[str, str]]:
    """Every route that the app has, as Flask knows them."""
    built = create_app(Settings(data=data), 8000)
    built.ledger.close()
    rows = [(method, rule.rule) for rule in built.app.url_map.iter_rules() for method in rule.methods]
    return sorted(row for row in rows if row[0] not in ("HEAD", "OPTIONS"))


def test_s1_every_route_has_a_row(tmp_path: Path) -> None:
    assert sorted(ROUTES) == routes(tmp_path)


def path_of(rule: str, hall: Hall, ref: str) -> str:
    """An address of this route that exists."""
    places = {
        "<ref>": ref,
        "<chain>": "k1",
        "<int(fixed_digits=8):number>": hall.a.regie.channel("now")["now"]["door"]["code"],
        "/static/<path:path>": "/static/css/tokens.css",
        "/kinds/<path:path>": "/kinds/uitleg/view.css",
        "<file>": "ank.svg",
        "<name>": "rollen",
        "<page>": "uitvoerder",
        "<suitcase>": "acties.csv",
        "<form>": "formulier-2.docx",
        "<paper>": "convenant.docx",
        "<writing>": "verslagmail.txt",
        "<word>": "geraden",
        "<step>": "s1",
        "<action>": hall.action,
        "<milestone>": "jaarlijkse-evaluatie.1",
        "<wicket>": "w0",
        "<foreword>": "z0",
        "<token>": "geraden",
        "<trainee>": "t9",
        "<hall>": "geraden",
        "<picture>": "scherm",
    }
    for hole, filled in places.items():
        rule = rule.replace(hole, filled)
    return rule


@pytest.mark.parametrize(("method", "rule"), sorted(ROUTES))
def test_s1_route(method: str, rule: str, hall: Hall) -> None:
    row, wrong = ROUTES[method, rule], []
    for ref, statuses in ((hall.a.ref, row.own), (hall.b.ref, row.other)):
        if statuses is None:
            continue
        hall.a.regie.browser.post(f"/regie/{ref}/deur", {"wifi_name": "Zaal", "wifi_password": "welkom in de zaal"})
        path = path_of(rule, hall, ref)
        for identity in IDENTITIES:
            found = knocked(hall, method, path, ref, identity, row.form)
            wrong += [f"{path} by {identity}: {found}"] if found != statuses.get(identity, row.otherwise) else []
    assert wrong == []


def knocked(hall: Hall, method: str, path: str, ref: str, identity: str, fields: dict[str, str] | None) -> int:
    """The status that somebody gets who shows all papers there are, also under the names of this meeting's cookies."""
    cookies = hall.cookies(identity)
    if path.endswith("/weg"):  # who has a seat really leaves
        leaver = {GUEST: hall.a, ELSEWHERE: hall.b}.get(identity)
        cookies = {name: value for name, value in cookies.items() if leaver is None}
    for name, value in list(cookies.items()):
        for forged in (f"tafel_plek_{ref}", f"tafel_scherm_{ref}", f"tafel_stokje_{ref}", "tafel_begeleider"):
            cookies.setdefault(forged, value)
        assert name in cookies
    if method == "GET":
        return ask(hall.address, path, headers={"Cookie": jar(cookies)}).status
    code = hall.a.regie.channel("now")["now"]["door"]["code"]
    filled = {name: code if name == "code" else value for name, value in (fields or {}).items()}
    return form(hall.address, path, filled, cookies).status


def test_s1_nothing_of_all_this_went_wrong_inside(hall: Hall) -> None:
    assert trouble(hall.house.log) == ""


def test_s1_control_without_roles_a_guest_rules(laid_open: Table) -> None:
    assert laid_open.phones[0].send("meeting.blank", {"on": True})["ok"]
