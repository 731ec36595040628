"""The callers' commands: they speak to the API over HTTP."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

from nutgraf.cli import tables
from nutgraf.cli.http_client import Client
from nutgraf.cli.local_stack import running_settings
from nutgraf.settings import caller_settings

PATIENCE_SECONDS = 300


class UnreadableFileError(Exception):
    """A file can't be submitted; the message says which and why."""


def submit(options: argparse.Namespace) -> int:
    """Submit every file; 1 if any article failed."""
    client = _client(options)
    articles = [article for path in options.files for article in articles_in(path, options.source)]
    accepted = [client.submit(article) for article in _progress(articles, "Submitting", options)]
    if options.wait:
        accepted = [
            client.finished(article["id"], PATIENCE_SECONDS)
            for article in _progress(accepted, "Analysing", options)
        ]
    if options.json:
        _print_lines(accepted)
    elif options.wait and len(accepted) == 1:
        tables.article_panel(Console(), accepted[0])
    else:
        tables.article_rows(Console(), accepted)
    return int(any(article["status"] == "failed" for article in accepted))


def show(options: argparse.Namespace) -> int:
    """Show one article."""
    found = _client(options).call("GET", f"/v1/articles/{options.id}")
    if options.json:
        _print_lines([found])
    else:
        tables.article_panel(Console(), found)
    return 0


def story(options: argparse.Namespace) -> int:
    """Show one story, or list the latest."""
    client = _client(options)
    if options.id:
        found = [client.call("GET", f"/v1/stories/{options.id}")]
    else:
        found = list(client.call("GET", "/v1/stories")["items"])
    if options.json:
        _print_lines(found)
    elif options.id:
        tables.story_panel(Console(), found[0])
    else:
        tables.story_rows(Console(), found)
    return 0


def articles_in(path: Path, source: str | None) -> list[dict[str, Any]]:
    """The submissions that a file holds: a text, a page, or JSON of one or several.

    Raises:
        UnreadableFileError: the file can't be read, or is not JSON though it says so.
    """
    try:
        content = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            loaded = json.loads(content)
            found = loaded if isinstance(loaded, list) else [loaded]
        else:
            found = [{"html" if path.suffix in {".html", ".htm"} else "text": content}]
    except (OSError, ValueError) as error:
        raise UnreadableFileError(f"{path} can't be submitted: {error}") from error
    named = {"source": {"name": source}} if source else {}
    return [{**named, **article} for article in found]


def _client(options: argparse.Namespace) -> Client:
    return Client(*caller_settings(options.url, options.key, running_settings()))


def _progress(items: list[dict[str, Any]], about: str, options: argparse.Namespace) -> Any:
    """A bar for people who wait for several; nothing for pipes."""
    silent = options.json or len(items) == 1 or not sys.stderr.isatty()
    return track(items, about, console=Console(stderr=True), disable=silent, transient=True)


def _print_lines(items: list[dict[str, Any]]) -> None:
    for item in items:
        print(json.dumps(item, ensure_ascii=False))
