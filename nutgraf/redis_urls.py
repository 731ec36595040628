"""URLs of Redis and of the broker, converted to what redis-py and kombu expect.

``sentinel://[user:password@]host:port[,host:port…]/database?master=NAME`` names the sentinels of a master.
The credentials are those of the master, not of the sentinels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

SENTINEL_PORT = 26379
DEFAULT_MASTER = "mymaster"


@dataclass(frozen=True, slots=True)
class SentinelAddress:
    """Address of a Redis master that is discovered through sentinels."""

    sentinels: tuple[tuple[str, int], ...]
    master: str
    database: int
    username: str | None
    password: str | None


def sentinel_address(url: str) -> SentinelAddress:
    """Parse a ``sentinel://`` URL.

    Raises:
        ValueError: it names no sentinel, or a port or database is not a number.
    """
    parts = urlsplit(url)
    credentials, _, hosts = parts.netloc.rpartition("@")
    username, _, password = credentials.partition(":")
    sentinels = tuple(_host_and_port(host) for host in hosts.split(",") if host)
    if not sentinels:
        raise ValueError("a sentinel URL names at least one sentinel")
    master = parse_qs(parts.query).get("master", [DEFAULT_MASTER])[0]
    database = int(parts.path.strip("/") or 0)
    return SentinelAddress(sentinels, master, database, unquote(username) or None, unquote(password) or None)


def broker_address(url: str) -> tuple[str, dict[str, Any]]:
    """Convert a broker URL of the settings to kombu's URL and transport options."""
    parts = urlsplit(url)
    if parts.scheme == "sentinel":
        return _sentinel_broker(sentinel_address(url))
    if parts.scheme == "unix":
        database = parse_qs(parts.query).get("db", ["0"])[0]
        return f"redis+socket://{parts.path}?virtual_host={database}", {}
    if parts.scheme == "rediss" and "ssl_cert_reqs" not in parts.query:
        return _with_certificate_check(parts), {}
    return url, {}


def _host_and_port(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":") if ":" in text else (text, "", str(SENTINEL_PORT))
    return host, int(port)


def _sentinel_broker(address: SentinelAddress) -> tuple[str, dict[str, Any]]:
    credentials = ""
    if address.password is not None:
        credentials = f"{address.username or ''}:{address.password}@"
    urls = [f"sentinel://{credentials}{host}:{port}/{address.database}" for host, port in address.sentinels]
    return ";".join(urls), {"master_name": address.master}


def _with_certificate_check(parts: SplitResult) -> str:
    """Add ``ssl_cert_reqs=required``: without it kombu silently uses no TLS."""
    query = "&".join(part for part in (parts.query, "ssl_cert_reqs=required") if part)
    return parts._replace(query=query).geturl()
