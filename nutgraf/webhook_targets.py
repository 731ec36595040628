"""Protection against server-side request forgery by webhooks.

Allowed targets are public addresses over https, and what the operator allows in addition. A URL is checked in
two steps: ``parse_target`` checks its form, ``resolve_target`` checks every address of its host. A client
must connect to one of the checked addresses and must not resolve the host again (DNS rebinding).
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

# In addition to what `is_global` refuses. Python 3.11 considers some of these global; others embed an IPv4
# address that would not be checked.
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
    """The target is not allowed; the message is safe to show to the tenant."""


class UnresolvedError(Exception):
    """The host could not be resolved."""


@dataclass(frozen=True, slots=True)
class AllowedTargets:
    """Targets that the operator allows although they are not public: networks and exact host names."""

    networks: tuple[Network, ...] = ()
    names: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, text: str) -> AllowedTargets:
        """Parse a comma-separated list such as ``10.0.0.0/8,receiver``.

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
        """Return whether the address is in an allowed network."""
        return any(address in network for network in self.networks)


@dataclass(frozen=True, slots=True)
class WebhookTarget:
    """URL whose form was checked.

    ``path`` includes the query; ``host`` is in lower case and without brackets.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Value of the ``Host`` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def parse_target(url: str, allowed: AllowedTargets) -> WebhookTarget:
    """Check the form of a URL.

    Raises:
        ForbiddenTargetError: the URL is not allowed, regardless of its host's addresses.
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
    trusted = host in allowed.names or (_is_address(host) and allowed.covers(ipaddress.ip_address(host)))
    # Whether a name's addresses are in an allowed network is known only after it is resolved.
    if not trusted and not (allowed.networks and not _is_address(host)):
        _check_public_shape(target)
    return target


def resolve_target(
    target: WebhookTarget, allowed: AllowedTargets, seconds: float, resolver: Resolver | None = None
) -> list[Address]:
    """Resolve the target's host and check every address.

    Args:
        target: the parsed URL.
        allowed: targets that are allowed although they are not public.
        seconds: timeout of the resolution.
        resolver: returns the addresses of a host as strings; by default the system's resolver.

    Raises:
        ForbiddenTargetError: an address is neither public nor allowed.
        UnresolvedError: there are no addresses, or the resolution timed out.
    """
    if _is_address(target.host):
        addresses = [ipaddress.ip_address(target.host)]
    else:
        addresses = _resolve(target, seconds, resolver or system_resolver)
    if target.host in allowed.names:
        return addresses
    for address in addresses:
        if not allowed.covers(address) and not is_public_address(address):
            raise ForbiddenTargetError("The host's address is not public.")
    if not all(allowed.covers(address) for address in addresses):
        _check_public_shape(target)
    return addresses


def is_public_address(address: Address) -> bool:
    """Return whether the address is reachable from the whole internet and is not an alias of another one."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id is not None:
            return False
        if address in _NAT64:
            # NAT64 (RFC 6052): the IPv4 address is embedded.
            return is_public_address(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not any(address in network for network in _DENIED)


def system_resolver(host: str, port: int) -> list[str]:
    """Resolve a host with the system's resolver."""
    entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in entries))


def _resolve(target: WebhookTarget, seconds: float, resolver: Resolver) -> list[Address]:
    """Resolve in a thread, because the system's resolver has no timeout."""
    addresses: list[str] = []

    def resolve() -> None:
        try:
            addresses.extend(resolver(target.host, target.port))
        except (OSError, UnicodeError):
            addresses.clear()

    thread = threading.Thread(target=resolve, name="resolver", daemon=True)
    thread.start()
    thread.join(max(seconds, 0))
    if thread.is_alive() or not addresses:
        raise UnresolvedError
    return [ipaddress.ip_address(address) for address in addresses]


def _check_host(host: str) -> None:
    if _is_address(host):
        return
    bare = host.removesuffix(".")
    if not _NAME.fullmatch(bare) or _NUMBER.fullmatch(bare.rpartition(".")[2]):
        # Resolvers accept other notations of an address: 2130706433, 0x7f.1 and 0177.0.0.1 are 127.0.0.1.
        raise ForbiddenTargetError("The host is neither a name nor an address in its usual form.")


def _check_public_shape(target: WebhookTarget) -> None:
    if target.scheme != "https":
        raise ForbiddenTargetError("Only https URLs are called.")
    if target.port not in PORTS:
        raise ForbiddenTargetError(f"Only the ports {' and '.join(map(str, PORTS))} are called.")


def _is_address(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return not (isinstance(address, ipaddress.IPv6Address) and address.scope_id is not None)


def _path(url: str) -> str:
    """Return the path and the query unchanged."""
    match = re.search(r"[/?]", url[url.index("://") + 3 :])
    if match is None:
        return "/"
    path = url[url.index("://") + 3 + match.start() :]
    return path if path.startswith("/") else f"/{path}"
