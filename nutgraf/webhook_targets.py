"""Where webhooks may go: to public addresses over https, and to what the operator allows besides.

A URL is checked in two steps: ``parse`` looks at its shape, ``resolve`` at every address of its host. Whoever
connects must connect to one of the addresses that were checked, and never resolve the host again.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

URL_LENGTH = 2048
PORTS = (443, 8443)
DEFAULT_PORTS = {"https": 443, "http": 80}

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolver = Callable[[str, int], Sequence[str]]

# Beside what `is_global` refuses: Python 3.11 takes some of these for public ones, and others only lead on to
# an IPv4 address that nobody has checked.
_DENIED: tuple[Network, ...] = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
        "::/8", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001:db8::/32", "2002::/16",
        "2620:4f:8000::/48", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_URL = re.compile(r"[!#-\[\]_a-z~%]+", re.IGNORECASE)  # printable ASCII without space, quotes, \ ^ ` { | }
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")


class ForbiddenTargetError(Exception):
    """A webhook must not go there; the message is a sentence that is safe to show to the tenant."""


class UnresolvedError(Exception):
    """The host has no address now."""


@dataclass(frozen=True, slots=True)
class AllowedTargets:
    """What the operator allows although it is not public: networks, and hosts by their exact name."""

    networks: tuple[Network, ...] = ()
    names: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, text: str) -> AllowedTargets:
        """Read ``10.0.0.0/8,receiver``.

        Raises:
            ValueError: an entry is neither a network, an address nor a host name.
        """
        networks, names = [], set()
        for entry in filter(None, (part.strip().lower() for part in text.split(","))):
            try:
                networks.append(ipaddress.ip_network(entry))
            except ValueError:
                if not _NAME.fullmatch(entry) or _NUMBER.fullmatch(entry.rpartition(".")[2]):
                    raise ValueError(f"{entry} is neither a network nor a host name") from None
                names.add(entry)
        return cls(tuple(networks), frozenset(names))

    def covers(self, address: Address) -> bool:
        """Whether the address lies in an allowed network."""
        return any(address in network for network in self.networks)


@dataclass(frozen=True, slots=True)
class WebhookTarget:
    """A URL whose shape was checked: ``path`` has its query, ``host`` neither brackets nor capitals."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """What the ``Host`` header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def parse_target(url: str, allowed: AllowedTargets) -> WebhookTarget:
    """Check a URL's shape.

    Raises:
        ForbiddenTargetError: webhooks do not go to such a URL, whatever its host's addresses are.
    """
    if not _URL.fullmatch(url) or len(url) > URL_LENGTH:
        raise ForbiddenTargetError("The URL is too long, or has characters that a URL must encode.")
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or ""), parts.port
    except ValueError:
        raise ForbiddenTargetError("The URL can't be read.") from None
    if parts.scheme not in DEFAULT_PORTS:
        raise ForbiddenTargetError("Only https URLs are called.")
    if "@" in parts.netloc:
        raise ForbiddenTargetError("A URL with a user name or a password is not called.")
    if "#" in url:
        raise ForbiddenTargetError("A URL with a fragment is not called.")
    _check_host(host)
    target = WebhookTarget(
        parts.scheme, host, DEFAULT_PORTS[parts.scheme] if port is None else port, _path(url)
    )
    trusted = host in allowed.names or (_literal(host) and allowed.covers(ipaddress.ip_address(host)))
    # Names whose addresses are allowed are known only once they are resolved.
    if not trusted and not (allowed.networks and not _literal(host)):
        _check_public_shape(target)
    return target


def resolve_target(
    target: WebhookTarget, allowed: AllowedTargets, seconds: float, resolver: Resolver | None = None
) -> list[Address]:
    """Every address of the target's host, each of them checked.

    Args:
        target: what ``parse`` gave.
        allowed: what the operator allows.
        seconds: how long to wait for the answer.
        resolver: gives a host's addresses as text; by default the system's.

    Raises:
        ForbiddenTargetError: one of the addresses is not public and not allowed.
        UnresolvedError: there are none, or the answer took too long.
    """
    if _literal(target.host):
        addresses = [ipaddress.ip_address(target.host)]
    else:
        addresses = _look_up(target, seconds, resolver or system_resolver)
    if target.host in allowed.names:
        return addresses
    for address in addresses:
        if not allowed.covers(address) and not is_public_address(address):
            raise ForbiddenTargetError("The host's address is not public.")
    if not all(allowed.covers(address) for address in addresses):
        _check_public_shape(target)
    return addresses


def is_public_address(address: Address) -> bool:
    """Whether the whole internet reaches the address, and it stands for no other one."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id is not None:
            return False
        if address in _NAT64:
            # How hosts without IPv4 reach it; what counts is the address inside.
            return is_public_address(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not any(address in network for network in _DENIED)


def system_resolver(host: str, port: int) -> list[str]:
    """The addresses that this machine's resolver knows."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _look_up(target: WebhookTarget, seconds: float, resolver: Resolver) -> list[Address]:
    """Resolve in a thread, for the system's resolver can't be told when to give up."""
    found: list[str] = []

    def ask() -> None:
        try:
            found.extend(resolver(target.host, target.port))
        except (OSError, UnicodeError):
            found.clear()

    thread = threading.Thread(target=ask, name="resolver", daemon=True)
    thread.start()
    thread.join(max(seconds, 0))
    if thread.is_alive() or not found:
        raise UnresolvedError
    return [ipaddress.ip_address(address) for address in found]


def _check_host(host: str) -> None:
    if _literal(host):
        return
    bare = host.removesuffix(".")
    if not _NAME.fullmatch(bare) or _NUMBER.fullmatch(bare.rpartition(".")[2]):
        # 2130706433, 0x7f.1 and 0177.0.0.1 are all 127.0.0.1 to a resolver.
        raise ForbiddenTargetError("The host is neither a name nor an address in its usual form.")


def _check_public_shape(target: WebhookTarget) -> None:
    if target.scheme != "https":
        raise ForbiddenTargetError("Only https URLs are called.")
    if target.port not in PORTS:
        raise ForbiddenTargetError(f"Only the ports {' and '.join(map(str, PORTS))} are called.")


def _literal(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return not (isinstance(address, ipaddress.IPv6Address) and address.scope_id is not None)


def _path(url: str) -> str:
    """The path and query exactly as they were written."""
    found = re.search(r"[/?]", url[url.index("://") + 3 :])
    if found is None:
        return "/"
    path = url[url.index("://") + 3 + found.start() :]
    return path if path.startswith("/") else f"/{path}"
