"""HTTP client for webhooks: one POST to a checked address, with a deadline for the whole exchange.

A general client would resolve the host again after the check (DNS rebinding), follow redirects, use proxies
of the environment, and bound each read instead of the whole exchange.
"""

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

MAX_RESPONSE_BYTES = 16 * 1024
"""How much is read of a response, its head included."""


class WebhookRequestError(Exception):
    """There was no response; the message is a stable error code."""


@dataclass(frozen=True, slots=True)
class WebhookResponse:
    """Response of a receiver.

    Attributes:
        status: the HTTP status.
        retry_after: seconds to wait according to ``Retry-After``; None without a valid one.
        body: the first bytes of the body.
    """

    status: int
    retry_after: float | None
    body: bytes


class WebhookClient:
    """Client that resolves and checks the target's addresses for each request and connects to these only.

    Redirects are returned and not followed. Proxies, cookies and credentials of the environment are not used.

    Args:
        allowed: targets that are allowed although they are not public.
        seconds: deadline for the whole exchange.
        resolver: resolves host names; by default the system's resolver.
        tls: TLS context; by default Python's default context.
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
        """Send the body and read at most 16 KiB of the response.

        Raises:
            WebhookRequestError: ``target_forbidden``, ``unresolvable``, ``connect_failed``, ``tls_failed``,
                ``timeout``, ``connection_lost`` or ``not_http``.
        """
        deadline = time.monotonic() + self._seconds
        try:
            target = parse_target(url, self._allowed)
            addresses = resolve_target(target, self._allowed, self._seconds, self._resolver)
            with _connect(addresses, target.port, deadline) as connection:
                head = _request_head(target.path, {"Host": target.authority, **headers}, len(body))
                if target.scheme == "http":
                    return _exchange(connection, head + body, deadline)
                with _start_tls(connection, self._tls, target.host, deadline) as tls_connection:
                    return _exchange(tls_connection, head + body, deadline)
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


def _remaining(deadline: float) -> float:
    """Return the seconds until the deadline.

    Raises:
        TimeoutError: the deadline is over.
    """
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def _connect(addresses: list[Address], port: int, deadline: float) -> socket.socket:
    """Connect to the first of the checked addresses that accepts the connection."""
    for number, address in enumerate(addresses):
        share = _remaining(deadline) / (len(addresses) - number)
        try:
            return socket.create_connection((str(address), port), timeout=share)
        except OSError:
            continue
    if deadline - time.monotonic() <= 0:
        raise TimeoutError
    raise WebhookRequestError("connect_failed")


def _start_tls(connection: socket.socket, tls: ssl.SSLContext, host: str, deadline: float) -> ssl.SSLSocket:
    """Start TLS and verify the certificate against the host's name, not the address."""
    connection.settimeout(_remaining(deadline))
    return tls.wrap_socket(connection, server_hostname=host.removesuffix("."))


def _request_head(path: str, headers: Mapping[str, str], length: int) -> bytes:
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    lines += [f"Content-Length: {length}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode("ascii")


def _exchange(connection: socket.socket, request: bytes, deadline: float) -> WebhookResponse:
    unsent = memoryview(request)
    while unsent:
        connection.settimeout(_remaining(deadline))
        unsent = unsent[connection.send(unsent) :]
    response = http.client.HTTPResponse(_BoundedReader(connection, deadline), method="POST")  # type: ignore[arg-type]
    response.begin()
    retry_after = _retry_after_seconds(response.getheader("Retry-After"))
    return WebhookResponse(response.status, retry_after, _read_body(response))


def _read_body(response: http.client.HTTPResponse) -> bytes:
    """Read the body up to the limits; ignore errors, because the status is known already."""
    body = b""
    try:
        while chunk := response.read1():
            body += chunk
    except (http.client.HTTPException, OSError, ValueError):
        pass
    return body


def _retry_after_seconds(retry_after: str | None) -> float | None:
    """Parse ``Retry-After``, which is a number of seconds or an HTTP date; None if it is neither."""
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


class _BoundedReader(io.RawIOBase):
    """Stream that reads at most ``MAX_RESPONSE_BYTES`` of a connection and raises at the deadline."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._connection = connection
        self._deadline = deadline
        self._bytes_left = MAX_RESPONSE_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)[: self._bytes_left]
        if not view:
            return 0
        self._connection.settimeout(_remaining(self._deadline))
        count = self._connection.recv_into(view)
        self._bytes_left -= count
        return count

    def makefile(self, _: str) -> io.BufferedReader:
        """Implement the method of a socket that ``HTTPResponse`` uses."""
        return io.BufferedReader(self, 1024)
