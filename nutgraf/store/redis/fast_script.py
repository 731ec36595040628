"""Caller of the one Lua script that runs before every request, over one Redis connection for each thread."""

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
    """Callable Lua script that keeps one connection for each thread and encodes its command itself.

    It leaves out the connection pool and the command objects of redis-py, which cost more than the script.
    Redis gets the source with the first call and then only its hash. The script takes arguments and no keys.
    It must be safe to run twice, for a call is repeated after a broken connection as the client's retry
    settings say.

    Cost of one call of ``authorize_request.lua`` that grants a read, in microseconds, against the same script
    through ``redis.Redis.register_script``: medians of five runs on two shared cores of 21 (one thread) or 15
    (eight threads) interleaved rounds of 500 or 1,600 calls each; redis-py 8.1 without hiredis, Redis 6.2 on
    loopback. The ratio is the median over the pairs of rounds.

    ============= ============ =============== =====
    threads, time this class   register_script ratio
    ============= ============ =============== =====
    1, wall       42           67              0.60
    1, CPU        15           35              0.43
    8, wall       41           88              0.54
    8, CPU        16           55              0.40
    ============= ============ =============== =====
    """

    def __init__(self, client: redis.Redis, source: str) -> None:
        self._pool = client.connection_pool
        self._source = source
        self._sha = hashlib.sha1(source.encode(), usedforsecurity=False).hexdigest()
        self._thread = threading.local()

    def __call__(self, *arguments: str | int) -> bytes:
        """Run the script and return its result, which must be one string.

        Raises:
            StoreUnavailableError: Redis is unreachable or full.
        """
        with reaching_redis():
            connection = self._connection()
            try:
                result: bytes = connection.retry.call_with_retry(
                    lambda: self._evaluate(connection, arguments), lambda _: connection.disconnect()
                )
            except redis.ResponseError:
                raise
            except BaseException:
                connection.disconnect()  # a response that comes late must not answer the next call
                raise
            return result

    def _connection(self) -> Any:  # redis-py's own methods have no types
        if not hasattr(self._thread, "connection"):
            connection: Any = self._pool.get_connection()
            connection.register_connect_callback(self._set_kernel_timeouts)
            self._set_kernel_timeouts(connection)
            self._thread.connection = connection
        return self._thread.connection

    def _set_kernel_timeouts(self, connection: Any) -> None:
        """Replace the Python timeout of a plain socket by kernel timeouts.

        With a Python timeout each send and receive makes two system calls and may lose the interpreter lock
        twice. Measured as above, a call takes 0.92 to 0.97 of its wall time with a Python timeout.
        """
        connected: socket.socket = connection._sock  # noqa: SLF001 - redis-py has no option for it
        seconds = connected.gettimeout()
        if seconds is None or isinstance(connected, ssl.SSLSocket):
            return
        limit = struct.pack("@ll", int(seconds), int(seconds % 1 * 1e6))
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
        connected.settimeout(None)

    def _evaluate(self, connection: Any, arguments: tuple[str | int, ...]) -> Any:
        if not connection.is_connected:
            # Sending alone would connect to the last address, where a sentinel may now know another master.
            connection.connect()
        try:
            connection.send_packed_command([_packed("EVALSHA", self._sha, 0, *arguments)])
            try:
                return connection.read_response()
            except redis.exceptions.NoScriptError:
                connection.send_packed_command([_packed("EVAL", self._source, 0, *arguments)])
                return connection.read_response()
        except redis.ConnectionError as error:
            if isinstance(error.__context__, BlockingIOError):  # raised when a kernel timeout passes
                raise redis.TimeoutError from error
            raise


def _packed(*command: str | int) -> bytes:
    """Encode a command in the Redis protocol (RESP)."""
    parts = [str(part).encode() for part in command]
    return b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%b\r\n" % (len(part), part) for part in parts)
