"""A bad network: a TCP proxy that delays, stalls and breaks off, by a seed, until it is told to be calm."""

import asyncio
import random
import socket
import threading
from dataclasses import dataclass

CHUNK = 65536


@dataclass(frozen=True)
class Weather:
    """Seconds: a piece's delay (from, to), the longest stall and its chance, a connection's life (from, to)."""

    delay: tuple[float, float] = (0.1, 0.2)
    stall: float = 4.0
    stalls: float = 0.01
    life: tuple[float, float] = (3.0, 12.0)


class Proxy:
    """Listens on a free port of 127.0.0.1; `to` is the port of the house. `storm` is the trouble."""

    def __init__(self, seed: str, weather: Weather) -> None:
        self.chance, self.weather = random.Random(seed), weather
        self.to = 0
        self.storm = False
        self.broken = self.stalled = 0
        self.open: set[asyncio.StreamWriter] = set()
        self.loop = asyncio.new_event_loop()
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        self.server = self.loop.run_until_complete(asyncio.start_server(self.connection, sock=listener))
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

    async def connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            back, forth = await asyncio.open_connection("127.0.0.1", self.to)
        except OSError:
            writer.transport.abort()
            return
        ends = [writer, forth]
        self.open.update(ends)
        pumps = [asyncio.ensure_future(self.pump(reader, forth)), asyncio.ensure_future(self.pump(back, writer))]
        done: set[asyncio.Future[None]] = set()
        try:
            life = self.chance.uniform(*self.weather.life) if self.storm else None
            done, _ = await asyncio.wait(pumps, timeout=life, return_when=asyncio.FIRST_COMPLETED)
            self.broken += not done
        finally:
            for pump in pumps:
                pump.cancel()
            for end in ends:
                self.open.discard(end)
                if done:
                    end.close()
                else:
                    end.transport.abort()

    async def pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pieces leave in order, each after its own delay; a stall holds up everything behind it."""
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        sender = asyncio.ensure_future(self.send(queue, writer))
        ready = 0.0
        try:
            while data := await reader.read(CHUNK):
                wait = 0.0
                if self.storm:
                    wait = self.chance.uniform(*self.weather.delay)
                    if self.chance.random() < self.weather.stalls:
                        self.stalled += 1
                        wait += self.chance.uniform(0, self.weather.stall)
                ready = max(ready, self.loop.time() + wait)
                queue.put_nowait((ready, data))
            queue.put_nowait((ready, b""))
            await sender
        except OSError:
            pass
        finally:
            sender.cancel()

    async def send(self, queue: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
        """Until an empty piece, which stands for the end."""
        while True:
            ready, data = await queue.get()
            await asyncio.sleep(max(0.0, ready - self.loop.time()))
            if not data:
                await writer.drain()
                return
            writer.write(data)

    def cut(self) -> None:
        """Break every connection at once."""
        self.loop.call_soon_threadsafe(lambda: [end.transport.abort() for end in list(self.open)])

    def close(self) -> None:
        """End every connection and the loop."""
        asyncio.run_coroutine_threadsafe(self.end(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)
        self.loop.close()

    async def end(self) -> None:
        self.server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
