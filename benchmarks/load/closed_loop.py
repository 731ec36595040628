"""Closed-loop HTTP load generator: one thread; each connection sends its next request when answered."""

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
class LoadResult:
    """Result of a load.

    Attributes:
        seconds: duration.
        latencies: seconds of each answered request.
        refused: number of answers with a status of neither 2xx nor 3xx.
    """

    seconds: float
    latencies: tuple[float, ...]
    refused: int

    @property
    def throughput(self) -> float:
        """Answers per second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """Return a percentile of the latencies in milliseconds; NaN without answers."""
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
    """Return an HTTP/1.1 request as bytes; ``body`` is sent as JSON."""
    payload = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if payload:
        lines += ["Content-Type: application/json", f"Content-Length: {len(payload)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + payload


def run_closed_loop(port: int, requests: Iterator[bytes], seconds: float, connections: int) -> LoadResult:
    """Send requests to a port of this machine for some seconds, over a number of connections.

    Raises:
        ConnectionResetError: the server closed a connection.
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
                if is_complete(connection.received):
                    latencies.append(time.perf_counter() - connection.sent_at)
                    refused += bytes(connection.received[9:10]) not in {b"2", b"3"}
                    connection.send(next(requests))
        for key in list(ready.get_map().values()):
            key.data.link.close()
    return LoadResult(now - began, tuple(latencies), refused)


def is_complete(received: bytes | bytearray) -> bool:
    """Return whether an answer has arrived to its last byte; chunked answers are not supported."""
    end = received.find(b"\r\n\r\n")
    if end < 0:
        return False
    head = bytes(received[:end]).lower()
    if head[9:12] in {b"204", b"304"}:
        return True
    length = head.partition(b"\r\ncontent-length:")[2].partition(b"\r\n")[0]
    return bool(length) and len(received) >= end + 4 + int(length)
