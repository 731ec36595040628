"""The command's arguments, and the exits for everything that can go wrong."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from nutgraf.cli import client_commands, operator_commands
from nutgraf.cli.http_client import ClientError
from nutgraf.settings import SettingsError
from nutgraf.store import KEY_SCOPES, StoreUnavailableError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 1 with a sentence on stderr."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SettingsError as error:
        print("\n".join(error.faults), file=sys.stderr)
    except StoreUnavailableError:
        print(f"Redis can't be reached {operator_commands.redis_place()}.", file=sys.stderr)
    except (ClientError, client_commands.UnreadableFileError) as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nutgraf", description="Send articles to Nutgraf, and operate it.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_calling(commands)
    _add_keys(commands)
    erase = commands.add_parser("erase", help="remove a tenant's keys, webhooks and articles for good")
    erase.add_argument("tenant")
    erase.add_argument("--yes", action="store_true", help="do it")
    erase.set_defaults(run=operator_commands.erase_tenant)
    health = commands.add_parser("health", help="whether the worker of this host is alive")
    health.add_argument("--webhooks", action="store_true", help="the sender of webhooks instead")
    health.add_argument("--live", action="store_true", help="whether its process lives; Redis is not asked")
    health.set_defaults(run=operator_commands.health)
    doctor = commands.add_parser("doctor", help="what is wrong with the set-up, a sentence each")
    doctor.set_defaults(run=operator_commands.doctor)
    return parser


def _add_calling(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    submit = commands.add_parser(
        "submit", help="submit articles: .txt, .html, .json, or - for standard input"
    )
    submit.add_argument("files", nargs="+", type=Path, metavar="FILE")
    submit.add_argument("--wait", action="store_true", help="until every article is finished")
    submit.add_argument("--source", help="the outlet's name, for files that do not say")
    submit.set_defaults(run=client_commands.submit)
    show = commands.add_parser("show", help="show an article")
    show.add_argument("id")
    show.set_defaults(run=client_commands.show)
    story = commands.add_parser("story", help="show a story, or list the latest")
    story.add_argument("id", nargs="?")
    story.set_defaults(run=client_commands.story)
    for command in (submit, show, story):
        command.add_argument("--json", action="store_true", help="JSON lines for pipes instead of tables")
        command.add_argument("--url", help="of the service; default: NUTGRAF_API_URL, else this machine")
        command.add_argument("--key", help="API key; default: NUTGRAF_API_KEY")


def _add_keys(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    keys = commands.add_parser("keys", help="API keys").add_subparsers(required=True, metavar="COMMAND")
    create = keys.add_parser("create", help="make a key and print it once")
    create.add_argument("--tenant", default="default")
    create.add_argument("--scopes", nargs="+", choices=KEY_SCOPES, default=["submit", "read"])
    create.add_argument("--days", type=int, help="days until it expires; default: never")
    create.set_defaults(run=operator_commands.create_key)
    keys.add_parser("list", help="list keys without their secrets").set_defaults(
        run=operator_commands.list_keys
    )
    revoke = keys.add_parser("revoke", help="make a key useless at once")
    revoke.add_argument("prefix", help="the first eleven characters, as `list` shows them")
    revoke.set_defaults(run=operator_commands.revoke_key)
