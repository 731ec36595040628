"""URLs of Redis and of the broker, converted to what redis-py and kombu expect.

``sentinel://[user:password@]host:port[,host:port…]/database?master=NAME`` names the sentinels of a master.
The credentials are those of the master, not of the sentinels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

SENTINEL_PORT = 26379
DEFAULT_MASTER = "mymaster"


@dataclass(frozen=True, slots=True)
class SentinelAccess:
    """How sentinels are reached.

    Attributes:
        username, password: that the sentinels want; empty for none.
        tls: whether the sentinels and the master speak TLS.
    """

    username: str = ""
    password: str = ""
    tls: bool = False


@dataclass(frozen=True, slots=True)
class SentinelAddress:
    """Address of a Redis master that is discovered through sentinels."""

    sentinels: tuple[tuple[str, int], ...]
    master: str
    database: int
    username: str | None
    password: str | None
    ca_certs: str | None = None


@dataclass(frozen=True, slots=True)
class BrokerAddress:
    """Broker as kombu wants it: its URL, the options of the transport, and those of TLS, if it needs any."""

    url: str
    options: dict[str, Any] = field(default_factory=dict)
    tls: dict[str, Any] | None = None


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
    query = parse_qs(parts.query)
    master, ca_certs = query.get("master", [DEFAULT_MASTER])[0], query.get("ssl_ca_certs", [None])[0]
    database = int(parts.path.strip("/") or 0)
    return SentinelAddress(
        sentinels, master, database, unquote(username) or None, unquote(password) or None, ca_certs
    )


def tls_options(address: SentinelAddress) -> dict[str, Any]:
    """Return redis-py's options for TLS to a master or to its sentinels."""
    return {"ssl_cert_reqs": "required", "ssl_ca_certs": address.ca_certs}


def sentinel_options(address: SentinelAddress, access: SentinelAccess, seconds: float) -> dict[str, Any]:
    """Return redis-py's options for the connections to sentinels.

    Args:
        address: that names the sentinels.
        access: that they grant.
        seconds: time limit of connecting and of each answer.
    """
    return {
        "socket_connect_timeout": seconds,
        "socket_timeout": seconds,
        # redis-py would try a dead sentinel for five seconds before it asks the next one.
        "retry": None,
        "username": access.username or None,
        "password": access.password or None,
        **({"ssl": True, **tls_options(address)} if access.tls else {}),
    }


def broker_address(url: str, access: SentinelAccess | None = None) -> BrokerAddress:
    """Convert a broker URL of the settings to kombu's URL and options."""
    parts = urlsplit(url)
    if parts.scheme == "sentinel":
        return _sentinel_broker(sentinel_address(url), access or SentinelAccess())
    if parts.scheme == "unix":
        database = parse_qs(parts.query).get("db", ["0"])[0]
        credentials, at, _ = parts.netloc.rpartition("@")
        return BrokerAddress(f"redis+socket://{credentials}{at}{parts.path}?virtual_host={database}")
    if parts.scheme == "rediss" and "ssl_cert_reqs" not in parts.query:
        return BrokerAddress(_with_certificate_check(parts))
    return BrokerAddress(url)


def without_password(url: str) -> bool:
    """Return whether a URL of Redis names no password."""
    credentials = urlsplit(url).netloc.rpartition("@")[0]
    return not credentials.partition(":")[2]


def with_password(url: str, password: str) -> str:
    """Return the URL of Redis with a password; a user that it names stays."""
    parts = urlsplit(url)
    credentials, _, hosts = parts.netloc.rpartition("@")
    username = credentials.partition(":")[0]
    # Not by urlunsplit, which drops the empty host of a Unix socket.
    rest = url.partition("://")[2][len(parts.netloc) :]
    return f"{parts.scheme}://{username}:{quote(password, safe='')}@{hosts}{rest}"


def _host_and_port(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":") if ":" in text else (text, "", str(SENTINEL_PORT))
    return host, int(port)


def _sentinel_broker(address: SentinelAddress, access: SentinelAccess) -> BrokerAddress:
    credentials = ""
    if address.password is not None:
        credentials = f"{quote(address.username or '', safe='')}:{quote(address.password, safe='')}@"
    urls = [f"sentinel://{credentials}{host}:{port}/{address.database}" for host, port in address.sentinels]
    options = {"master_name": address.master, "sentinel_kwargs": sentinel_options(address, access, 1.0)}
    return BrokerAddress(";".join(urls), options, tls_options(address) if access.tls else None)


def _with_certificate_check(parts: SplitResult) -> str:
    """Add ``ssl_cert_reqs=required``: without it kombu silently uses no TLS."""
    query = "&".join(part for part in (parts.query, "ssl_cert_reqs=required") if part)
    return parts._replace(query=query).geturl()
