"""A lean HTTP load: one thread, many kept connections, each sending its next request once it is answered."""

from __future__ import annotations

import json
import selectors
import socket
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a load met.

    Attributes:
        seconds: how long it went on.
        latencies: seconds of each answered request.
        refused: how many answers were no success.
    """

    seconds: float
    latencies: tuple[float, ...]
    refused: int

    @property
    def throughput(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds within which so many percent were answered; NaN when nothing was."""
        return float(np.percentile(self.latencies, share)) * 1000 if self.latencies else float("nan")


@dataclass(slots=True)
class _Connection:
    link: socket.socket
    sent_at: float = 0.0
    received: bytearray = field(default_factory=bytearray)

    def send(self, message: bytes) -> None:
        self.received.clear()
        self.sent_at = time.perf_counter()
        self.link.sendall(message)


def request(method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None) -> bytes:
    """An HTTP request as it travels."""
    payload = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if payload:
        lines += ["Content-Type: application/json", f"Content-Length: {len(payload)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + payload


def press(port: int, requests: Iterator[bytes], seconds: float, connections: int) -> Pressed:
    """Send requests to a port of this machine for some seconds, over so many connections.

    Raises:
        ConnectionError: the server closed one.
    """
    latencies: list[float] = []
    refused = 0
    with selectors.DefaultSelector() as ready:
        for _ in range(connections):
            connection = _Connection(socket.create_connection(("127.0.0.1", port)))
            connection.link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            ready.register(connection.link, selectors.EVENT_READ, connection)
            connection.send(next(requests))
        began = time.perf_counter()
        while (now := time.perf_counter()) - began < seconds:
            for key, _ in ready.select(timeout=1):
                connection = key.data
                if not (chunk := connection.link.recv(_CHUNK)):
                    raise ConnectionResetError("the server closed a connection that the load still used")
                connection.received += chunk
                if is_whole(connection.received):
                    latencies.append(time.perf_counter() - connection.sent_at)
                    refused += bytes(connection.received[9:10]) not in {b"2", b"3"}
                    connection.send(next(requests))
        for key in list(ready.get_map().values()):
            key.data.link.close()
    return Pressed(now - began, tuple(latencies), refused)


def is_whole(received: bytes | bytearray) -> bool:
    """Whether an answer has arrived to its last byte; answers in chunks are not made here."""
    end = received.find(b"\r\n\r\n")
    if end < 0:
        return False
    head = bytes(received[:end]).lower()
    if head[9:12] in {b"204", b"304"}:
        return True
    length = head.partition(b"\r\ncontent-length:")[2].partition(b"\r\n")[0]
    return bool(length) and len(received) >= end + 4 + int(length)
