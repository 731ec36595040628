"""A script that every request runs, over a connection that each thread keeps to itself."""

from __future__ import annotations

import hashlib
import socket
import ssl
import struct
import threading
from typing import Any

import redis

from nutgraf.store.redis.connection import reaching_redis


class PinnedScript:
    """Calls one Lua script without the bookkeeping of a pool, which would cost more than the script.

    The script takes arguments and no keys, and must be safe to run twice: a broken connection is tried again,
    as the client's own settings have it.
    """

    def __init__(self, client: redis.Redis, source: str) -> None:
        self._pool = client.connection_pool
        self._source = source
        self._sha = hashlib.sha1(source.encode(), usedforsecurity=False).hexdigest()
        self._own = threading.local()

    def __call__(self, *arguments: str | int) -> bytes:
        """What the script answers, which must be one string.

        Raises:
            StoreUnavailableError: Redis is away or full.
        """
        with reaching_redis():
            connection = self._connection()
            answer: bytes = connection.retry.call_with_retry(
                lambda: self._ask(connection, arguments), lambda _: connection.disconnect()
            )
            return answer

    def _connection(self) -> Any:  # redis-py's own methods have no types
        if not hasattr(self._own, "connection"):
            connection: Any = self._pool.get_connection()
            connection.register_connect_callback(self._wait_in_kernel)
            self._wait_in_kernel(connection)
            self._own.connection = connection
        return self._own.connection

    def _wait_in_kernel(self, connection: Any) -> None:
        """Leave the time limit of a plain socket to the kernel.

        Python's own limit makes two calls of each, and at each of them another thread may take its turn.
        """
        link: socket.socket = connection._sock  # noqa: SLF001 - redis-py has no option for it
        seconds = link.gettimeout()
        if seconds is None or isinstance(link, ssl.SSLSocket):
            return
        limit = struct.pack("@ll", int(seconds), int(seconds % 1 * 1e6))
        link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
        link.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
        link.settimeout(None)

    def _ask(self, connection: Any, arguments: tuple[str | int, ...]) -> Any:
        try:
            connection.send_packed_command([_packed("EVALSHA", self._sha, 0, *arguments)])
            try:
                return connection.read_response()
            except redis.exceptions.NoScriptError:
                connection.send_packed_command([_packed("EVAL", self._source, 0, *arguments)])
                return connection.read_response()
        except redis.ConnectionError as error:
            if isinstance(error.__context__, BlockingIOError):  # the kernel's word for too late
                raise redis.TimeoutError from error
            raise


def _packed(*command: str | int) -> bytes:
    """A command as it travels."""
    parts = [str(part).encode() for part in command]
    return b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%b\r\n" % (len(part), part) for part in parts)
