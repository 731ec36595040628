"""gunicorn's threaded worker, made safe from callers who would keep its threads for ever."""

from __future__ import annotations

import socket
import struct
import time
from contextlib import suppress
from typing import Any

from gunicorn import util  # type: ignore[import-untyped]
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

from service.gunicorn import silence_seconds

_PAUSE = struct.pack("@ll", silence_seconds, 0)


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Bounds what one connection can take of the others' time.

    gunicorn's own worker reads the head of a request at whatever pace it comes: as many half-sent heads as
    there are threads silence it. And where it closes a connection, its main thread waits for the other side
    to do the same, for up to two seconds in which nobody is served. Neither takes a key.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._arriving: dict[Any, float] = {}

    def handle(self, conn: Any) -> Any:
        """Serve one request of a connection, in a thread; False when the connection is at its end."""
        for direction in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            conn.sock.setsockopt(socket.SOL_SOCKET, direction, _PAUSE)
        self._arriving[conn] = time.monotonic() + silence_seconds
        outcome = super().handle(conn)
        self._arriving.pop(conn, None)
        if outcome is False:
            util.close_graceful(conn.sock)
        return outcome

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Serve a request whose head has arrived."""
        del self._arriving[conn]
        return super().handle_request(req, conn)

    def finish_request(self, conn: Any, fs: Any) -> None:
        """Keep the connection or forget it, in the main thread."""
        if not fs.cancelled() and not fs.exception() and fs.result() is False:
            self.nr_conns -= 1
        else:
            super().finish_request(conn, fs)

    def murder_keepalived(self, force: bool = False) -> None:  # noqa: FBT001, FBT002 - gunicorn's
        """Once a second, in the main thread: let idle connections go, and those whose head is overdue."""
        super().murder_keepalived(force)
        now = time.monotonic()
        for conn, due in list(self._arriving.items()):
            if due < now:
                # Its thread then finds the stream at its end, and closes the connection as after any other.
                with suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RD)
