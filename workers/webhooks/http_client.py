"""One POST to a checked target, within a deadline that nothing stretches."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from nutgraf.webhook_targets import (
    Address,
    AllowedTargets,
    ForbiddenTargetError,
    Resolver,
    UnresolvedError,
    parse_target,
    resolve_target,
)

ANSWER_BYTES = 16 * 1024


class WebhookRequestError(Exception):
    """There was no answer; the message is one stable word."""


@dataclass(frozen=True, slots=True)
class WebhookResponse:
    """What the receiver said: ``body`` is its beginning, ``retry_after`` are seconds if it named any."""

    status: int
    retry_after: float | None
    body: bytes


class WebhookClient:
    """Posts to targets, checking anew at each connection where it leads.

    Redirects are answers like any other, and no proxy, cookie or password of the environment is used.
    """

    def __init__(
        self,
        allowed: AllowedTargets,
        seconds: float,
        resolver: Resolver | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._allowed = allowed
        self._seconds = seconds
        self._resolver = resolver
        self._tls = tls or ssl.create_default_context()

    def post(self, url: str, headers: Mapping[str, str], body: bytes) -> WebhookResponse:
        """Send the body and read at most 16 KiB of the answer.

        Raises:
            PostError: ``target_forbidden``, ``unresolvable``, ``connect_failed``, ``tls_failed``,
                ``timeout``, ``connection_lost`` or ``not_http``.
        """
        deadline = time.monotonic() + self._seconds
        try:
            target = parse_target(url, self._allowed)
            addresses = resolve_target(target, self._allowed, self._seconds, self._resolver)
            with _connect(addresses, target.port, deadline) as plain:
                lines = _request(target.path, {"Host": target.authority, **headers}, len(body))
                if target.scheme == "http":
                    return _exchange(plain, lines + body, deadline)
                with _secure(plain, self._tls, target.host, deadline) as secured:
                    return _exchange(secured, lines + body, deadline)
        except ForbiddenTargetError as error:
            raise WebhookRequestError("target_forbidden") from error
        except UnresolvedError as error:
            raise WebhookRequestError("unresolvable") from error
        except TimeoutError as error:
            raise WebhookRequestError("timeout") from error
        except ssl.SSLError as error:
            raise WebhookRequestError("tls_failed") from error
        except ConnectionError as error:
            raise WebhookRequestError("connection_lost") from error
        except (http.client.HTTPException, ValueError) as error:
            raise WebhookRequestError("not_http") from error
        except OSError as error:
            raise WebhookRequestError("connection_lost") from error


def _left(deadline: float) -> float:
    """Seconds until the deadline.

    Raises:
        TimeoutError: it is over.
    """
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _connect(addresses: list[Address], port: int, deadline: float) -> socket.socket:
    """A connection to the first of the checked addresses that takes one."""
    for number, address in enumerate(addresses):
        share = _left(deadline) / (len(addresses) - number)
        try:
            return socket.create_connection((str(address), port), timeout=share)
        except OSError:
            continue
    if deadline - time.monotonic() <= 0:
        raise TimeoutError
    raise WebhookRequestError("connect_failed")


def _secure(plain: socket.socket, tls: ssl.SSLContext, host: str, deadline: float) -> ssl.SSLSocket:
    """TLS with the host's own name, whatever address it is spoken to at."""
    plain.settimeout(_left(deadline))
    return tls.wrap_socket(plain, server_hostname=host.removesuffix("."))


def _request(path: str, headers: Mapping[str, str], length: int) -> bytes:
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    lines += [f"Content-Length: {length}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode("ascii")


def _exchange(connection: socket.socket, request: bytes, deadline: float) -> WebhookResponse:
    unsent = memoryview(request)
    while unsent:
        connection.settimeout(_left(deadline))
        unsent = unsent[connection.send(unsent) :]
    response = http.client.HTTPResponse(_Bounded(connection, deadline), method="POST")  # type: ignore[arg-type]
    response.begin()
    return WebhookResponse(response.status, _seconds(response.getheader("Retry-After")), _beginning(response))


def _beginning(response: http.client.HTTPResponse) -> bytes:
    """The body up to the limits; one that is torn off, endless or late takes nothing from the status."""
    body = b""
    try:
        while chunk := response.read1():
            body += chunk
    except (http.client.HTTPException, OSError, ValueError):
        pass
    return body


def _seconds(retry_after: str | None) -> float | None:
    """``Retry-After`` in seconds from now, whether it came as seconds or as a date."""
    if retry_after is None:
        return None
    if retry_after.strip().isascii() and retry_after.strip().isdigit():
        return float(retry_after[:9])
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


class _Bounded(io.RawIOBase):
    """What is read from a connection before the deadline, up to a number of bytes; then it ends."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._connection = connection
        self._deadline = deadline
        self._room = ANSWER_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)[: self._room]
        if not view:
            return 0
        self._connection.settimeout(_left(self._deadline))
        count = self._connection.recv_into(view)
        self._room -= count
        return count

    def makefile(self, _: str) -> io.BufferedReader:
        """What ``HTTPResponse`` asks a socket for."""
        return io.BufferedReader(self, 1024)
