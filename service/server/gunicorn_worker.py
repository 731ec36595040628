"""gunicorn worker that limits how long one connection can hold a thread, and a logger that quotes no request.

gunicorn's ``ThreadWorker`` has two weaknesses that any caller can use without a key. It reads the head of a
request at any pace, so as many unfinished heads as there are threads stop the service. And its main thread
waits up to two seconds for the other side whenever it closes a connection.

``GuardedWorker`` overrides these methods, which gunicorn does not document as extension points:

=================== =================================================================
method              change
=================== =================================================================
accept              waits if the process has no free file handle, instead of failing
handle              sets a read timeout and a deadline for the head; closes the
                    connection in the thread instead of the main thread
handle_request      sets read and write timeouts once the head has arrived
handle_error        writes a problem response and logs the error's class only
finish_request      does not close a connection that ``handle`` has closed
murder_keepalived   also shuts down connections whose head is overdue
murder_pending      closes pending connections at once when the worker stops
_keepalive_after    closes the connection after a malformed chunked body
=================== =================================================================

It also uses ``nr_conns``, ``pending_conns`` and ``DEFAULT_WORKER_DATA_TIMEOUT``. A minor release of gunicorn
may change any of these. So gunicorn is pinned to one minor release; before the pin is raised,
``tests/e2e/test_slow_callers.py`` and ``tests/e2e/test_unreadable.py`` must pass.
"""

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

_TIMEOUT, _NO_TIMEOUT = (struct.pack("@ll", seconds, 0) for seconds in (silence_seconds, 0))
_TOO_MANY_FILES = (errno.EMFILE, errno.ENFILE)
_ACCEPT_PAUSE_SECONDS = 0.1


class GunicornLogger(glogging.Logger):  # type: ignore[misc]  # gunicorn has no types
    """Logger that writes gunicorn's lines as JSON."""

    def setup(self, cfg: Any) -> None:
        """Replace gunicorn's handlers by the root handler."""
        super().setup(cfg)
        json_logging.configure_logging(log_level)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


class GuardedWorker(ThreadWorker):  # type: ignore[misc]  # as above
    """Thread worker with deadlines for slow connections; see the module's docstring."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._head_deadlines: dict[Any, float] = {}

    def accept(self, listener: Any) -> None:
        """Accept a connection (main thread); pause if the process has no free file handle."""
        try:
            super().accept(listener)
        except OSError as error:
            if error.errno not in _TOO_MANY_FILES:
                raise
            log.warning("no file handle left")
            time.sleep(_ACCEPT_PAUSE_SECONDS)

    def handle(self, conn: Any) -> Any:
        """Serve one request of a connection (pool thread); return False when the connection is closed."""
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, _NO_TIMEOUT)
        # A new connection may be idle for a while before its first byte.
        idle_seconds = 0.0 if conn.initialized or conn.data_ready else DEFAULT_WORKER_DATA_TIMEOUT
        self._head_deadlines[conn] = time.monotonic() + idle_seconds + silence_seconds
        outcome = super().handle(conn)
        self._head_deadlines.pop(conn, None)
        if outcome is False:
            util.close_graceful(conn.sock)
        return outcome

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Serve a request whose head has arrived (pool thread)."""
        del self._head_deadlines[conn]
        for direction in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            conn.sock.setsockopt(socket.SOL_SOCKET, direction, _TIMEOUT)
        try:
            return super().handle_request(req, conn)
        except BlockingIOError as error:
            # The timeout of the socket has expired. gunicorn handles it like a closed connection.
            raise BrokenPipeError(errno.EPIPE, "the caller does not read") from error

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:  # noqa: ARG002 - gunicorn's
        """Answer an unparseable request; log only the error's class, as its message may quote the request."""
        log.warning("request unreadable", error=type(exc).__name__)
        with suppress(OSError):
            bad_request.write_problem(client, exc)

    def finish_request(self, conn: Any, fs: Any) -> None:
        """Keep the connection open or forget it (main thread)."""
        if not fs.cancelled() and not fs.exception() and fs.result() is False:
            self.nr_conns -= 1
        else:
            super().finish_request(conn, fs)

    def murder_keepalived(self, force: bool = False) -> None:  # noqa: FBT001, FBT002 - gunicorn's
        """Close idle connections and those whose head is overdue (main thread, once a second)."""
        super().murder_keepalived(force)
        now = time.monotonic()
        for conn, deadline in list(self._head_deadlines.items()):
            if deadline < now:
                # The thread then reads the end of the stream and closes the connection.
                with suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RD)

    def murder_pending(self) -> None:
        """Close connections that have sent nothing in time; all of them when the worker stops."""
        if not self.alive:
            for conn in self.pending_conns:
                conn.timeout = 0.0
        super().murder_pending()

    def _keepalive_after(self, conn: Any, keepalive: Any) -> bool:
        """Return whether the connection can serve another request; False after a malformed chunked body."""
        try:
            return bool(super()._keepalive_after(conn, keepalive))
        except ParseException:
            return False
