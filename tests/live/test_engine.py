"""D19: the private parts of the engine that live/engine.py leans on are there, in the versions that were tried."""

from __future__ import annotations

import importlib.metadata
import inspect
import re

import engineio
import engineio.async_drivers.gevent as driver
import engineio.exceptions
import engineio.packet
import engineio.server
import engineio.socket
import gevent.pywsgi
import pytest
import simple_websocket
import socketio
import socketio.base_manager
from flask import Flask

from facilitator.live import engine
from facilitator.live.listening import Handler
from facilitator.settings import ROOT

PARTS = {
    "the WebSocket class of the gevent driver": lambda: driver._async["websocket"],
    "its wrapper of simple-websocket": lambda: driver.WebSocketWSGI.wait,
    "the socket class, looked up in its module": lambda: engineio.server.socket.Socket,
    "the engine's POST": lambda: engineio.socket.Socket.handle_post_request,
    "the engine's WebSocket": lambda: engineio.socket.Socket._websocket_handler,
    "how it sends and waits": lambda: (engineio.socket.Socket.send, engineio.socket.Socket.poll),
    "when nothing came to send": lambda: engineio.exceptions.QueueEmpty,
    "from engine to server, at the start": lambda: socketio.Server._handle_eio_connect,
    "from engine to server, a message": lambda: socketio.Server._handle_eio_message,
    "who sits on a line": lambda: socketio.base_manager.BaseManager.sid_from_eio_sid,
    "the line of a seat": lambda: socketio.base_manager.BaseManager.eio_sid_from_sid,
    "a packet that is encoded once": lambda: engineio.packet.Packet(engineio.packet.MESSAGE, data="2").encode_cache,
    "the end of a request": lambda: gevent.pywsgi.WSGIHandler.handle_one_response,
    "an answer to what is no request": lambda: gevent.pywsgi.WSGIHandler.handle_one_request,
}
TRIED = ("python-engineio", "python-socketio", "flask-socketio", "simple-websocket", "gevent", "wsproto")


@pytest.mark.parametrize("what", PARTS)
def test_d19_part_is_there(what: str) -> None:
    PARTS[what]()


def test_d19_arguments_and_fields_are_there() -> None:
    assert "max_message_size" in inspect.signature(simple_websocket.Server.__init__).parameters
    source = inspect.getsource(simple_websocket.ws.Base)
    assert {"input_buffer", "self.sock.recv(", "self.sock.send(", "self.connected"} <= {
        part for part in ("input_buffer", "self.sock.recv(", "self.sock.send(", "self.connected") if part in source
    }
    line = engineio.socket.Socket(engineio.Server(async_mode="threading"), "x")
    assert {"queue", "closed", "upgraded", "upgrading", "connected"} <= set(vars(line))
    assert list(inspect.signature(engineio.socket.Socket.close).parameters) == ["self", "wait", "abort", "reason"]


@pytest.mark.parametrize("package", TRIED)
def test_d19_version_is_the_locked_one(package: str) -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert re.search(rf"^{package}==(\S+)", lock, re.MULTILINE)[1] == importlib.metadata.version(package)


def test_d19_the_made_server_uses_our_parts() -> None:
    server = engine.make(Flask("proef")).server
    assert driver._async["websocket"] is engine.BoundedWebSocket
    assert engineio.server.socket.Socket is engine.EngineLine
    assert server.packet_class is engine.TextOnly
    assert server.packet_class.json is engineio.packet.Packet.json is engine.StrictJson
    assert (server.async_handlers, server.eio.async_handlers, server.eio.http_compression) == (False, False, False)
    assert server.eio.max_http_buffer_size == engine.LARGEST == 64 * 1024
    assert server.eio.handlers["message"].__module__ == server.eio.handlers["connect"].__module__ == engine.__name__
    made = engine.BoundedWebSocket(Handler.handle, server.eio)
    assert made.server_args["max_message_size"] == engine.LARGEST


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", '{"a": -Infinity}', "1e999", "[" * 5000, "9" * 5000, "{", ""])
def test_json_that_is_none_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        engine.StrictJson.loads(text)


@pytest.mark.parametrize(
    ("sent", "kind", "number", "data"),
    [
        ('2["hello",{}]', 2, None, ["hello", {}]),
        ('217["command",{"name":"x"}]', 2, 17, ["command", {"name": "x"}]),
        ("217[NaN]", 2, 17, [engine.UNREADABLE]),
        ('217{"geen":"lijst"}', 2, 17, [engine.UNREADABLE]),
        ("217[]", 2, 17, [engine.UNREADABLE]),
        ("2", 2, None, [engine.UNREADABLE]),
        ('51-3["foto",{"_placeholder":true,"num":0}]', 2, 3, [engine.UNREADABLE]),
        ('0{"ticket":"x"}', 0, None, {"ticket": "x"}),
        ("1", 1, None, None),
    ],
)
def test_a_packet_is_text_and_has_its_shape(sent: str, kind: int, number: int | None, data: object) -> None:
    """What is malformed or binary becomes an event that is answered; nothing waits for a part that comes later."""
    packet = engine.TextOnly(encoded_packet=sent)
    assert (packet.packet_type, packet.id, packet.data, packet.attachment_count) == (kind, number, data, 0)


@pytest.mark.parametrize("sent", ["61-[]", "3", '3{"a":1}', "0[]", "0NaN"])
def test_a_packet_that_no_page_sends_is_a_fault(sent: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        engine.TextOnly(encoded_packet=sent)


def test_ending_a_line_waits_for_nobody() -> None:
    """The engine's own way would wait for ever until somebody polls."""
    server = engine.make(Flask("proef")).server
    line = engine.EngineLine(server.eio, "x")
    server.eio.sockets["x"] = line
    engine.end(server, "x")
    assert line.closed
