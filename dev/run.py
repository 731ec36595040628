"""``make run``: the whole product on this machine, shown on the example articles."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import textwrap
import threading
import time
from collections import Counter
from typing import Any

from rich.console import Console

from dev.processes import StartError
from dev.stack import ROOT, Stack
from nutgraf.cli import tables
from nutgraf.cli.http_client import Client, ClientError
from nutgraf.settings import Settings, SettingsError
from nutgraf.store import Store, StoreUnavailableError

FOLDER = ROOT / ".run"
WAIT_SECONDS = 120
STORY_SECONDS = 30
SHOWN_TYPES = ("PERSON", "ORG", "GPE", "LOC")


def main() -> int:
    """Run until Ctrl-C; the exit status is 0, or 1 with a sentence on stderr."""
    # Whoever stops us gets the same orderly end.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with _stack() as stack:
            _start(stack)
            _show_examples(Client(stack.url))
            print(f"\nServing at {stack.url} (logs in {FOLDER}). Ctrl-C stops everything.", flush=True)
            _watch(stack)
    except KeyboardInterrupt:
        print("\nStopped.")
        return 0
    except (StartError, ClientError) as error:
        print(error, file=sys.stderr)
    except SettingsError as error:
        print("\n".join(error.faults), file=sys.stderr)
    return 1


def _stack() -> Stack:
    """The stack as the environment wishes it, on loopback and without keys."""
    knobs = {
        name: value
        for name, value in os.environ.items()
        if name.startswith("NUTGRAF_") and name not in ("NUTGRAF_HOST", "NUTGRAF_AUTH", "NUTGRAF_REDIS_URL")
    }
    # Only this machine reaches the API, so its users may have their own receivers called.
    knobs.setdefault("NUTGRAF_WEBHOOK_ALLOW", "127.0.0.0/8,::1")
    redis_url = os.environ.get("NUTGRAF_REDIS_URL") or None
    settings = Settings.from_env({**knobs, "NUTGRAF_AUTH": "off"})
    if redis_url is not None:
        _check_redis(Settings.from_env({**knobs, "NUTGRAF_REDIS_URL": redis_url}))
    return Stack(FOLDER, port=settings.port, redis_url=redis_url, knobs=knobs)


def _check_redis(settings: Settings) -> None:
    store = Store(settings)
    try:
        store.ping()
    except StoreUnavailableError as error:
        raise StartError(f"No Redis answers at NUTGRAF_REDIS_URL ({error}).") from error
    finally:
        store.close()


def _start(stack: Stack) -> None:
    stack.check_port()
    given = stack.redis_url is not None
    url = stack.start_redis()
    print(f"Redis   {'as NUTGRAF_REDIS_URL says' if given else f'{url} (private, its data in .run/redis)'}")
    stack.start_api()
    print(f"API     {stack.url}")
    stack.start_sender()
    stack.start_worker()
    print(f"Worker  {len(os.sched_getaffinity(0))} children, loading the models …", flush=True)
    stack.wait_until_ready()


def _show_examples(client: Client) -> None:
    accepted = [_submit(client, article) for article in client.examples(ROOT / "examples")]
    finished = []
    for number, article in enumerate(accepted, 1):
        finished.append(client.finished(article["id"], WAIT_SECONDS))
        _progress(number, len(accepted))
    for article in finished:
        _show(article)
    _show_story(client, [article["id"] for article in finished])


def _submit(client: Client, article: dict[str, Any]) -> dict[str, Any]:
    """The same key on every start: what was there an hour ago is not submitted again unless deleted."""
    try:
        return client.submit(article, **{"Idempotency-Key": f"make-run-{article['external_id']}"})
    except ClientError:
        return client.submit(article)


def _show_story(client: Client, articles: list[str]) -> None:
    """The largest story among the examples, once it has stopped growing; strangers stay without one."""
    deadline = time.monotonic() + STORY_SECONDS
    told, before = Counter[str](), None
    while time.monotonic() < deadline and (not told or told != before):
        before = told
        time.sleep(1)
        found = [client.call("GET", f"/v1/articles/{identifier}")["story"] for identifier in articles]
        told = Counter(story["id"] for story in found if story)
    if told:
        print("\nThe story that several of them tell:\n")
        console = Console(width=min(shutil.get_terminal_size().columns, 100))
        tables.story_panel(console, client.call("GET", f"/v1/stories/{told.most_common(1)[0][0]}"))


def _progress(done: int, total: int) -> None:
    if sys.stdout.isatty():
        bar = "█" * (24 * done // total)
        print(f"\rAnalysed {bar:<24} {done}/{total}", end="\n" if done == total else "", flush=True)
    elif done == total:
        print(f"Analysed {done} of {total} example articles")


def _show(article: dict[str, Any]) -> None:
    width = min(shutil.get_terminal_size().columns, 100)
    source = (article["source"] or {}).get("name", "")
    print(
        f"\n\033[1m{article['title']}\033[0m  {source}"
        if sys.stdout.isatty()
        else f"\n{article['title']}  ({source})"
    )
    if article["status"] != "completed":
        print(f"  {article['status']}: {(article['error'] or {}).get('detail', '')}")
        return
    analysis = article["analysis"]
    for sentence in analysis["summary"]["sentences"]:
        one_line = " ".join(sentence["text"].split())
        print(textwrap.fill(one_line, width, initial_indent="  • ", subsequent_indent="    "))
    for kind in SHOWN_TYPES:
        names = [entity["name"] for entity in analysis["entities"] if entity["type"] == kind]
        if names:
            print(
                textwrap.fill(
                    ", ".join(names), width, initial_indent=f"  {kind:<7}", subsequent_indent=" " * 9
                )
            )
    for warning in analysis["warnings"]:
        print(textwrap.fill(warning["detail"], width, initial_indent="  ! ", subsequent_indent="    "))


def _watch(stack: Stack) -> None:
    """Serve until Ctrl-C, or until a process ends by itself."""
    pause = threading.Event()
    while all(process.running for process in stack.processes):
        pause.wait(1)
    ended = next(process for process in stack.processes if not process.running)
    raise StartError(f"{ended.name} ended: {ended.last_words()}")


if __name__ == "__main__":
    sys.exit(main())
