"""The house with protections taken out, for controls: `python without.py roles,gate serve ...`, otherwise as run.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def roles() -> None:
    """Everybody may give every command."""
    from exercises import registry

    plain = registry.rulebook

    def lax():
        from dataclasses import replace

        from facilitator.chain.command import EVERYBODY

        rules = plain()
        rules.rules = {name: replace(rule, roles=EVERYBODY) for name, rule in rules.rules.items()}
        return rules

    registry.rulebook = lax


def gate() -> None:
    """Nobody stands before the pages and the wire."""
    from facilitator.web import gate as gates

    gates.Gate = lambda app, addresses: app


def bound() -> None:
    """Messages of any length and kind, as Flask-SocketIO takes them when nothing is said."""
    import engineio.async_drivers.gevent as driver
    import socketio

    from facilitator.live import engine

    engine.BoundedWebSocket = driver.WebSocketWSGI
    engine.TextOnly = socketio.packet.Packet
    engine.LARGEST = 1_000_000


if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()
    for name in sys.argv[1].split(","):
        {"roles": roles, "gate": gate, "bound": bound}[name]()
    from facilitator.app import main

    sys.exit(main(sys.argv[2:]))
