"""gunicorn's worker, made safe from callers who would keep its threads, and its log from what they send."""

from __future__ import annotations

import errno
import socket
import struct
import time
from contextlib import suppress
from typing import Any

from gunicorn import glogging, util  # type: ignore[import-untyped]
from gunicorn.http.errors import ParseException  # type: ignore[import-untyped]
from gunicorn.workers.gthread import DEFAULT_WORKER_DATA_TIMEOUT, ThreadWorker  # type: ignore[import-untyped]

from nutgraf import json_logging
from service.server import bad_request
from service.server.gunicorn_config import log_level, silence_seconds

log = json_logging.get_logger()

_PAUSE, _NO_PAUSE = (struct.pack("@ll", seconds, 0) for seconds in (silence_seconds, 0))
_NO_HANDLE_LEFT = (errno.EMFILE, errno.ENFILE)
_RELIEF_SECONDS = 0.1


class GunicornLogger(glogging.Logger):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn's own lines, as JSON among the others."""

    def setup(self, cfg: Any) -> None:
        """Hand the lines to the handler of all."""
        super().setup(cfg)
        json_logging.configure_logging(log_level)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


class GuardedWorker(ThreadWorker):  # type: ignore[misc]  # as above
    """Bounds what one connection can take of the others' time.

    gunicorn's own worker reads the head of a request at whatever pace it comes: as many half-sent heads as
    there are threads silence it. And where it closes a connection, its main thread waits for the other side
    to do the same, for up to two seconds in which nobody is served. Neither takes a key.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._arriving: dict[Any, float] = {}

    def accept(self, listener: Any) -> None:
        """Take a connection, in the main thread; where no file handle is left, callers wait until one is."""
        try:
            super().accept(listener)
        except OSError as error:
            if error.errno not in _NO_HANDLE_LEFT:
                raise
            log.warning("no file handle left")
            time.sleep(_RELIEF_SECONDS)

    def handle(self, conn: Any) -> Any:
        """Serve one request of a connection, in a thread; False when the connection is at its end."""
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, _NO_PAUSE)
        # Of a new connection the first word is waited for, before there is a head to be overdue.
        first_word = 0.0 if conn.initialized or conn.data_ready else DEFAULT_WORKER_DATA_TIMEOUT
        self._arriving[conn] = time.monotonic() + first_word + silence_seconds
        outcome = super().handle(conn)
        self._arriving.pop(conn, None)
        if outcome is False:
            util.close_graceful(conn.sock)
        return outcome

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Serve a request whose head has arrived."""
        del self._arriving[conn]
        for direction in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            conn.sock.setsockopt(socket.SOL_SOCKET, direction, _PAUSE)
        try:
            return super().handle_request(req, conn)
        except BlockingIOError as error:
            # The kernel's word for a pause that was too long: a caller who has gone, as any other.
            raise BrokenPipeError(errno.EPIPE, "the caller does not read") from error

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:  # noqa: ARG002 - gunicorn's
        """Answer what can't be read, and log no more of it than its kind: it may hold a key or an article."""
        log.warning("request unreadable", error=type(exc).__name__)
        with suppress(OSError):
            bad_request.write_problem(client, exc)

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

    def murder_pending(self) -> None:
        """Let those go who have not said a word in time; when stopping, at once."""
        if not self.alive:
            for conn in self.pending_conns:
                conn.timeout = 0.0
        super().murder_pending()

    def _keepalive_after(self, conn: Any, keepalive: Any) -> bool:
        """Whether more can be served; after a body that is none, nothing: its answer was given already."""
        try:
            return bool(super()._keepalive_after(conn, keepalive))
        except ParseException:
            return False
