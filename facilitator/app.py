"""The porter: builds the house from its settings and opens it. The only file that knows every room."""

from __future__ import annotations

import argparse
import gc
import logging
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator import VERSION
from facilitator.rehearsal import cli as rehearsals
from facilitator.settings import PORT, ROOT, Settings, default_data
from facilitator.web.address import public

log = logging.getLogger("ketentafel")
interrupted: list[int] = []  # Ctrl-C while the house was being built: some libraries swallow the exception


@dataclass
class Built:
    """An open house: the WSGI app, and what the porter keeps an eye on."""

    app: Any
    house: Any
    wire: Any
    ledger: Any


def create_app(settings: Settings, port: int, clock: Callable[[], float] | None = None) -> Built:
    """Everything wired together, with this clock or its own; raises LedgerFault or ContentFaults with sentences."""
    import gevent
    from flask import Flask

    from exercises.registry import rulebook
    from facilitator import content
    from facilitator.live import engine
    from facilitator.live.clock import Clock
    from facilitator.live.leash import Held
    from facilitator.live.limits import Limits
    from facilitator.live.played import Played
    from facilitator.live.sockets import Wire
    from facilitator.live.tickets import Keys, Tickets
    from facilitator.own.bookcase import FOLDER, Bookcase
    from facilitator.practice.halls import Halls
    from facilitator.rooms import Rooms
    from facilitator.rooms.keeping import Keeper
    from facilitator.store import Ledger, LedgerFault
    from facilitator.web import pages
    from facilitator.web.address import Addresses
    from facilitator.web.gate import Gate
    from facilitator.web.house import House, Loop

    rules, offload, ledger = rulebook(), engine.offload, Ledger(settings.data)
    held = Held(settings.data) if settings.leash else None
    clock = clock or Clock(settings.speed, held.since if held else None)
    played = Played(settings.data, clock) if held and settings.practice else None
    library = Bookcase(content.load(ROOT, rules.kinds), rules.kinds, settings.data / FOLDER)
    try:
        rooms = Rooms(ledger, rules, library, offload=offload, start=gevent.spawn, clock=clock)
    except (LookupError, ValueError, TypeError) as fault:
        raise LedgerFault(
            f"Het boek in de map {ledger.path} is niet te lezen met deze versie van Ketentafel ({fault!r}). "
            "Het blijft onaangeroerd staan. Start de nieuwste versie, of kies een andere map met --data."
        ) from fault
    app = Flask("ketentafel", root_path=str(ROOT / "facilitator" / "web"), static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=1024 * 1024, MAX_FORM_MEMORY_SIZE=512 * 1024)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["practice"] = settings.practice
    addresses = Addresses(settings.host, port, settings.public_url)
    tickets, keys, limits = Tickets(rooms.secret), Keys(ledger.path), Limits(settings.limits)
    loop = Loop(engine.Promise, gevent.sleep, offload)
    files = pages.files()
    house = House(rooms, library, tickets, keys, limits, loop, addresses, files, settings.practice, settings.speed)
    house.halls = None if settings.practice else Halls(settings, library)
    house.held = app.jinja_env.globals["held"] = held
    house.played = played
    server = engine.make(app).server
    wire = Wire(server, rooms, tickets, limits, house.door)
    wire.speed = settings.speed
    if played:
        played.wire = wire
    keeper = Keeper(rooms, wire.erased, settings.practice)
    house.pulse, house.trainees, house.keeper = wire.pulse, wire.trainees, keeper
    keeper.look()
    pages.add_to(app, house)
    app.wsgi_app = Gate(app.wsgi_app, addresses)
    return Built(app, house, wire, ledger)


def serve(settings: Settings) -> int:
    """Run the table until Ctrl-C. Exit code 1 with a sentence when it cannot start."""
    import gevent
    from gevent.pywsgi import WSGIServer

    from facilitator.content import ContentFaults
    from facilitator.live import leash
    from facilitator.live.listening import Handler, listener, more_sockets, no_place
    from facilitator.store import LedgerFault, taken
    from facilitator.web.gate import unreadable

    try:
        opened = listener(settings.host, settings.port)
    except OSError as fault:
        return sorry(taken(settings.data) or no_place(settings.host, settings.port, fault))
    port = opened.getsockname()[1]
    try:
        built = create_app(settings, port)
    except (LedgerFault, ContentFaults) as fault:
        return sorry(str(fault))
    except OSError as fault:
        what = f"{fault.filename or settings.data} is niet te lezen of te schrijven ({fault.strerror})"
        return sorry(f"{what}. Kies een andere map met --data.")
    more_sockets()
    Handler.unreadable = staticmethod(unreadable)
    server = WSGIServer(
        opened,
        built.app,
        handler_class=Handler,
        log=None,
        error_log=logging.getLogger("ketentafel.http"),
        environ={"SERVER_NAME": "ketentafel"},  # else the name of this computer is asked of a name server
    )

    def stop(*_: Any) -> None:
        gevent.spawn(server.stop, timeout=1)

    for name in ("SIGINT", "SIGTERM"):
        gevent.signal_handler(getattr(signal, name), stop)
    if settings.leash:
        played = [built.house.played.told] if built.house.played else []
        leash.hold(stop, built.house.keys.told, built.house.held.told, *played)
    watch = gevent.spawn(watch_addresses, built)
    if interrupted:
        built.ledger.close()
        raise KeyboardInterrupt
    announce(settings, built, port)
    gc.collect()
    gc.freeze()
    server.serve_forever()
    watch.kill()
    if built.house.halls is not None:
        built.house.halls.close()
    with gevent.Timeout(1, False):
        while built.house.rooms.writer.running:
            gevent.sleep(0.01)
    built.ledger.close()
    print("Ketentafel is gestopt. Alles is bewaard.", flush=True)
    return 0


def watch_addresses(built: Built) -> None:
    """Every 5 seconds: did the laptop's address change (D21)? Then tell the control rooms. And is it another day?"""
    import gevent

    while True:
        gevent.sleep(5)
        built.house.keeper.look()
        if built.house.addresses.read():
            for room, seat in list(built.wire.presence.seats.values()):
                built.wire.pulse(room, seat.meeting)


def announce(settings: Settings, built: Built, port: int) -> None:
    """Print where everybody has to be, and open the facilitator's own browser."""
    import segno

    link = f"http://127.0.0.1:{port}/regie#{built.house.keys.link}"
    addresses = built.house.addresses
    print(f"\nKetentafel {VERSION} staat klaar. Laat dit venster open staan.\n")
    print(f"  Telefoons:   {addresses.phones}")
    print(f"  Begeleider:  {link}")
    print("               (deze link is van u alleen, en werkt één keer)")
    print(f"  Gegevens:    {settings.data}")
    print(f"               ({built.ledger.version_note()})\n")
    if addresses.alone:
        print(addresses.warning)
    else:
        segno.make(addresses.phones, error="m", micro=False).terminal(compact=True)
    print("\nWat telefoons sturen, is onderweg niet versleuteld: gebruik liefst een eigen wifi met wachtwoord.")
    print("Stoppen: houd Ctrl ingedrukt en druk op C.")
    sys.stdout.flush()
    if settings.browser:
        webbrowser.open(link)


def sorry(say: str) -> int:
    print(f"\n{say}", file=sys.stderr, flush=True)
    return 1


def port(text: str) -> int:
    """A port number for the command line."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError("no port")
    return number


def check(data: Path | None = None) -> int:
    """Read every shelf and say all faults at once, as file:line: sentence; the exit code.

    With a data folder the facilitator's own shelf in it is read as well.
    """
    from exercises.registry import rulebook
    from facilitator import content
    from facilitator.own.bookcase import FOLDER, Bookcase

    kinds = rulebook().kinds
    try:
        library = content.load(ROOT, kinds)
    except content.ContentFaults as faults:
        return sorry(str(faults))
    counts = (len(library.exercises), len(library.agendas), len(library.personas), len(library.blocks))
    print("In orde: {} oefeningen, {} agenda's, {} persona's en {} bouwstenen.".format(*counts), flush=True)
    shelf = Bookcase(library, kinds, (data or default_data()) / FOLDER)
    if shelf.faults:
        return sorry("\n".join(f"{shelf.folder}/{fault}" for fault in shelf.faults))
    if shelf.own:
        print(f"In orde op uw eigen plank: {len(shelf.own)}.", flush=True)
    return 0


def parser() -> argparse.ArgumentParser:
    """Every option of the command line."""
    top = argparse.ArgumentParser(prog="run.py", description="Ketentafel: de levende tafel van een ketenaanpak.")
    top.add_argument("--version", action="version", version=f"Ketentafel {VERSION}")
    commands = top.add_subparsers(dest="command", metavar="{serve,rehearse,play,check,test}")
    one = commands.add_parser("serve", help="start the table (this is also what run.py does without a command)")
    for target in (top, one):
        default: Callable[[Any], Any] = (lambda value: value) if target is top else (lambda value: argparse.SUPPRESS)
        target.add_argument("--host", default=default("0.0.0.0"), help="address to listen on (default: all)")  # noqa: S104
        target.add_argument(
            "--port", type=port, default=default(PORT), help=f"port (default {PORT}; 0 takes a free one)"
        )
        target.add_argument("--data", type=Path, default=default(None), metavar="DIR", help="default: data")
        target.add_argument(
            "--public-url",
            type=public,
            default=default(None),
            metavar="URL",
            help="address that phones use, when it is not this laptop's",
        )
        target.add_argument("--no-browser", action="store_true", default=default(False), help="do not open a browser")
        target.add_argument(
            "--no-limits",
            action="store_true",
            default=default(False),
            help="lift the rate limits (tests and benches only)",
        )
        target.add_argument(
            "--speed", type=float, default=default(1.0), help="run the clock faster (rehearsals; default 1)"
        )
        practising = {"action": "store_true", "default": default(False)}
        target.add_argument("--practice", **practising, help="mark every screen as practice")
        target.add_argument("--leash", **practising, help="end when standard input ends (rooms of the practice hall)")
    rehearsals.add_to(commands)
    commands.add_parser("check", help="read everything on the shelves and say what is wrong, with file and line")
    commands.add_parser("test", help="set up the tests and run them (arguments go to pytest)", add_help=False)
    return top


def note_interrupt(number: int, frame: Any) -> None:
    """Ctrl-C before the house is open: remembered as well as raised."""
    interrupted.append(number)
    raise KeyboardInterrupt


def main(argv: list[str]) -> int:
    """The command line; the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    asked = parser().parse_args(argv)
    if asked.command in rehearsals.COMMANDS:
        return rehearsals.run(asked)
    if asked.command == "check":
        return check(asked.data)
    settings = Settings(
        host=asked.host,
        port=asked.port,
        data=(asked.data or default_data()).expanduser().resolve(),
        public_url=asked.public_url or "",
        browser=not asked.no_browser,
        limits=not asked.no_limits,
        speed=asked.speed,
        practice=asked.practice,
        leash=asked.leash,
    )
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, note_interrupt)
    try:
        return serve(settings)
    except KeyboardInterrupt:
        print("\nGestopt voordat Ketentafel klaar stond. Alles is bewaard.", flush=True)
        return 130
