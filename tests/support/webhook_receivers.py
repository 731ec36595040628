"""Webhook receivers on loopback, in threads: well-behaved ones and faulty ones."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Received:
    """Request as it was received."""

    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]


Behaviour = Callable[[socket.socket], None]


@dataclass
class Receiver:
    """Receiver that records requests and responds by its behaviour."""

    port: int
    behave: Behaviour
    received: list[Received] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook?a=1"


def answering(status: str, *headers: str, body: bytes = b"ok") -> Behaviour:
    """Respond at once."""

    def behave(connection: socket.socket) -> None:
        lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
        connection.sendall("\r\n".join(lines).encode() + body)

    return behave


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Use one behaviour after the other, and the last one from then on."""
    left = list(behaviours)

    def behave(connection: socket.socket) -> None:
        now = left.pop(0) if len(left) > 1 else left[0]
        now(connection)

    return behave


def hanging(connection: socket.socket) -> None:
    """Accept the request and never respond."""
    with suppress(OSError):
        while connection.recv(1024):
            pass


def dripping(connection: socket.socket, first: bytes = b"HTTP/1.1 200 OK\r\nX-Slow: ") -> None:
    """Send the response slowly, byte by byte, without an end."""
    with suppress(OSError):
        for byte in first + b"z" * 600:
            connection.sendall(bytes([byte]))
            time.sleep(0.05)


def closing(connection: socket.socket) -> None:
    """Close the connection."""
    connection.close()


def babbling(connection: socket.socket) -> None:
    """Respond with something that is not HTTP."""
    connection.sendall(b"220 mail.example ESMTP\r\n")


@contextmanager
def receiver(
    behave: Behaviour | None = None,
    tls: ssl.SSLContext | None = None,
    *,
    port: int = 0,
    reading: bool = True,
) -> Iterator[Receiver]:
    """Run a receiver until the block ends; with ``reading=False`` the behaviour reads the request."""
    listener = socket.create_server(("127.0.0.1", port), backlog=256)
    here = Receiver(listener.getsockname()[1], behave or answering("200 OK"))

    def serve(connection: socket.socket) -> None:
        with suppress(OSError, ValueError), connection:
            connection.settimeout(30)
            talk = tls.wrap_socket(connection, server_side=True) if tls else connection
            with talk:
                if reading:
                    here.received.append(_read(talk))
                here.behave(talk)

    def listen() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()
    try:
        yield here
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def _read(connection: socket.socket) -> Received:
    with connection.makefile("rb") as stream:
        line = stream.readline().decode().strip()
        headers = {}
        while (row := stream.readline().decode()) != "\r\n":
            if not row:
                raise ConnectionError("the sender was killed while it sent")
            name, _, value = row.strip().partition(":")
            headers[name.lower()] = value.strip()
        length = int(headers.get("content-length", 0))
        body = stream.read(length)
        if len(body) != length:
            raise ConnectionError("the sender was killed while it sent")
        return Received(line, headers, body)
