"""Connections of redis-py that end when their server turns out to be no master."""

from __future__ import annotations

from typing import Any

import redis
from redis.sentinel import SentinelManagedConnection, SentinelManagedSSLConnection


class MasterConnection:
    """Mixin for a connection that disconnects from a replica, so that the next try connects anew.

    A server that was a master when it was connected to may be demoted. It then refuses writes and returns old
    data, as long as the connection lives.
    """

    def read_response(self, *arguments: Any, **options: Any) -> Any:
        """Read a response.

        Raises:
            redis.ConnectionError: the server is a replica.
        """
        try:
            return super().read_response(*arguments, **options)  # type: ignore[misc]
        except redis.ResponseError as error:
            # Redis 6.2 names the cause within the error of a script.
            if not isinstance(error, redis.exceptions.ReadOnlyError) and "READONLY" not in str(error):
                raise
            self.disconnect()  # type: ignore[attr-defined]
            raise redis.ConnectionError("The server is a replica.") from error


class TcpMasterConnection(MasterConnection, redis.Connection):
    """Connection over TCP."""


class TlsMasterConnection(MasterConnection, redis.SSLConnection):
    """Connection over TLS."""


class UnixMasterConnection(MasterConnection, redis.UnixDomainSocketConnection):
    """Connection over a Unix socket."""


class _NamedBySentinel:
    """Mixin for a connection whose address a Sentinel gave: it asks the server for its role.

    A Sentinel may name the old master for a moment after an election.
    """

    def read_response(self, *arguments: Any, **options: Any) -> Any:
        """Read a response. A timeout ends the connection, as that of any other kind of connection.

        redis-py would keep it, and the late response would answer the next command.
        """
        return super().read_response(*arguments, **{"disconnect_on_error": True, **options})  # type: ignore[misc]

    def connect_to(self, address: tuple[str, int]) -> None:
        """Connect to the address.

        Raises:
            redis.ConnectionError: the server is no master.
        """
        super().connect_to(address)  # type: ignore[misc]
        connection: Any = self
        try:
            connection.send_command("ROLE", check_health=False)
            role = connection.read_response()[0]
        except redis.exceptions.NoPermissionError:
            return  # what a write answers will tell
        if role not in (b"master", "master"):
            connection.disconnect()
            raise redis.ConnectionError("The server that the Sentinel named is a replica.")


class SentinelMasterConnection(MasterConnection, _NamedBySentinel, SentinelManagedConnection):
    """Connection over TCP to the master that a Sentinel names."""


class SentinelTlsMasterConnection(MasterConnection, _NamedBySentinel, SentinelManagedSSLConnection):
    """Connection over TLS to the master that a Sentinel names."""
