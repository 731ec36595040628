"""The operator's command: ``python -m nutgraf keys create | list | revoke``, ``health`` and ``doctor``."""

from __future__ import annotations

import argparse
import socket
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from nutgraf.codec import timestamp
from nutgraf.doctor import examine
from nutgraf.settings import Settings, SettingsError
from nutgraf.store import Store, StoreUnavailableError
from nutgraf.store.keys import SCOPES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 1 with a sentence on stderr."""
    options = _parser().parse_args(arguments)
    try:
        store = Store(Settings.from_env())
        return int(options.run(store, options))
    except SettingsError as error:
        print("\n".join(error.faults), file=sys.stderr)
    except StoreUnavailableError:
        print("Redis can't be reached at NUTGRAF_REDIS_URL.", file=sys.stderr)
    return 1


def _create(store: Store, options: argparse.Namespace) -> int:
    expires_at = datetime.now(UTC) + timedelta(days=options.days) if options.days else None
    secret, key = store.keys.create(options.tenant, tuple(options.scopes), expires_at)
    print(secret)
    print(f"Tenant {key.tenant}, scopes {', '.join(key.scopes)}. It is shown this once.", file=sys.stderr)
    return 0


def _list(store: Store, _: argparse.Namespace) -> int:
    for key in store.keys.all():
        expiry = timestamp(key.expires_at) if key.expires_at else "never"
        facts = (
            f"{key.prefix}…",
            key.tenant,
            ",".join(key.scopes),
            timestamp(key.created_at),
            f"expires {expiry}",
        )
        print(*facts, sep="  ")
    return 0


def _revoke(store: Store, options: argparse.Namespace) -> int:
    if store.keys.revoke(options.prefix) == 0:
        print(f"No key begins with {options.prefix}.", file=sys.stderr)
        return 1
    return 0


def _health(store: Store, options: argparse.Namespace) -> int:
    workers = store.deliveries.senders if options.webhooks else store.workforce.alive
    if workers(socket.gethostname()) == 0:
        print("No worker of this host has lately said that it is alive.", file=sys.stderr)
        return 1
    return 0


def _doctor(store: Store, _: argparse.Namespace) -> int:
    found = examine(Settings.from_env(), store)
    for check in found:
        print(f"{check.verdict:<7}  {check.subject:<8}  {check.finding}")
    return int(any(check.verdict == "wrong" for check in found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nutgraf", description="Operate Nutgraf.")
    commands = parser.add_subparsers(required=True)
    keys = commands.add_parser("keys", help="API keys").add_subparsers(required=True)
    create = keys.add_parser("create", help="make a key and print it once")
    create.add_argument("--tenant", default="default")
    create.add_argument("--scopes", nargs="+", choices=SCOPES, default=["submit", "read"])
    create.add_argument("--days", type=int, help="days until it expires; default: never")
    create.set_defaults(run=_create)
    keys.add_parser("list", help="list keys without their secrets").set_defaults(run=_list)
    revoke = keys.add_parser("revoke", help="make a key useless at once")
    revoke.add_argument("prefix", help="the first eleven characters, as `list` shows them")
    revoke.set_defaults(run=_revoke)
    health = commands.add_parser("health", help="whether the worker of this host is alive")
    health.add_argument("--webhooks", action="store_true", help="the sender of webhooks instead")
    health.set_defaults(run=_health)
    doctor = commands.add_parser("doctor", help="what is wrong with the set-up, a sentence each")
    doctor.set_defaults(run=_doctor)
    return parser


if __name__ == "__main__":
    sys.exit(main())
