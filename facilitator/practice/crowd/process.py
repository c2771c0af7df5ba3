"""The process: lines of JSON in, lines of JSON out, and one loop for everybody (see __main__.py)."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

from facilitator.practice.crowd.asked import Asked, Order, Wrong, read
from facilitator.practice.crowd.crowd import Crowd

Out = Callable[[dict[str, Any]], None]


def run(lines: Iterator[bytes], write: Callable[[bytes], Any]) -> int:
    """Until stdin is closed, the word is stop, or the room cannot go on; 1 when it never began."""
    told = threading.Lock()

    def out(message: dict[str, Any]) -> None:
        with told:
            write(json.dumps(message, ensure_ascii=False).encode() + b"\n")

    try:
        crowd = Crowd(read(next(lines, b""), Asked), out)
    except Wrong as fault:
        out({"fault": str(fault)})
        return 1
    crowd.start()
    threading.Thread(target=listen, args=(crowd, lines, out), daemon=True).start()
    crowd.over.wait()
    return 1 if crowd.faults else 0


def listen(crowd: Crowd, lines: Iterator[bytes], out: Out) -> None:
    """What the parent says afterwards; when it says nothing more, everybody goes."""
    for line in lines:
        if not line.strip():
            continue
        try:
            obey(crowd, read(line, Order))
        except Wrong as fault:
            out({"fault": str(fault)})
        if crowd.over.is_set():
            break
    crowd.stop()


def obey(crowd: Crowd, order: Order) -> None:
    if order.do == "stop":
        crowd.stop()
    elif order.do == "pause":
        crowd.pause(order.on)
    elif order.do == "lively":
        crowd.lively = order.value
        crowd.wake()
    else:
        crowd.happen(order.name, order.id)
