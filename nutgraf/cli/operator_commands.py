"""The operators' commands: they reach Redis directly."""

from __future__ import annotations

import argparse
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from nutgraf.cli.doctor import Finding, examine
from nutgraf.cli.local_stack import running_settings
from nutgraf.codec import timestamp
from nutgraf.liveness import is_living
from nutgraf.settings import Settings, operator_settings
from nutgraf.store import Store, TenantNameError, erase_tenant_data

UNABLE = "A worker of this host runs, but none of its processes can load the models: its log says why."


def create_key(options: argparse.Namespace) -> int:
    """Make a key; its secret alone goes to stdout, so that it can be piped."""
    expires_at = datetime.now(UTC) + timedelta(days=options.days) if options.days else None
    with _store() as store:
        try:
            secret, key = store.keys.create(options.tenant, tuple(options.scopes), expires_at)
        except TenantNameError as error:
            print(error, file=sys.stderr)
            return 1
    print(secret)
    print(f"Tenant {key.tenant}, scopes {', '.join(key.scopes)}. It is shown this once.", file=sys.stderr)
    return 0


def list_keys(_: argparse.Namespace) -> int:
    """List keys, a line each."""
    with _store() as store:
        for key in store.keys.all():
            expiry = timestamp(key.expires_at) if key.expires_at else "never"
            scopes, created = ",".join(key.scopes), timestamp(key.created_at)
            print(f"{key.prefix}…", key.tenant, scopes, created, f"expires {expiry}", sep="  ")
    return 0


def revoke_key(options: argparse.Namespace) -> int:
    """Revoke the keys of a prefix."""
    with _store() as store:
        if store.keys.revoke(options.prefix.rstrip("…")) == 0:
            print(f"No key begins with {options.prefix}.", file=sys.stderr)
            return 1
    return 0


def erase_tenant(options: argparse.Namespace) -> int:
    """Remove everything that is kept for a tenant."""
    if not options.yes:
        print(f"This can't be undone. To erase {options.tenant}, add --yes.", file=sys.stderr)
        return 1
    with _store() as store:
        gone = erase_tenant_data(store, options.tenant)
    print(
        f"Erased {gone.keys} keys, {gone.webhooks} webhooks and {gone.articles} articles of {options.tenant}."
    )
    return 0


def health(options: argparse.Namespace) -> int:
    """Whether this host's worker has lately told Redis that it is alive, or with --live: whether it lives."""
    if options.live:
        return _living("webhooks" if options.webhooks else "analysis")
    with _store() as store:
        workers = store.deliveries.live_senders if options.webhooks else store.workers.live
        if workers(socket.gethostname()) == 0:
            unable = not options.webhooks and store.workers.unable(socket.gethostname()) > 0
            print(
                UNABLE if unable else "No worker of this host has lately said that it is alive.",
                file=sys.stderr,
            )
            return 1
    return 0


def _living(kind: str) -> int:
    if not is_living(kind):
        print("No worker of this host has lately given a sign of life.", file=sys.stderr)
        return 1
    return 0


def doctor(_: argparse.Namespace) -> int:
    """Examine the set-up; 1 if anything is wrong."""
    found = [Finding("set-up", "well", f"Examined: the Redis {redis_place()}.")]
    with _store() as store:
        found += examine(_settings(), store)
    for check in found:
        print(f"{check.verdict:<7}  {check.subject:<8}  {check.finding}")
    return int(any(check.verdict == "wrong" for check in found))


def redis_place() -> str:
    """Return where Redis is looked for, as the end of a sentence; a URL may hold a password."""
    url, local = _settings().redis_url, running_settings().get("NUTGRAF_REDIS_URL")
    if url == local:
        return "of the stack that `make run` serves here"
    if url == Settings().redis_url:
        return "at the default address (no stack of `make run` is running here)"
    return "at NUTGRAF_REDIS_URL"


def _settings() -> Settings:
    return operator_settings(running_settings())


@contextmanager
def _store() -> Iterator[Store]:
    store = Store(_settings())
    try:
        yield store
    finally:
        store.close()
