"""``make run``: the whole product on this machine, shown on the example articles."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import textwrap
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import urlsplit

from rich.console import Console

from dev.processes import SIGNALS, StartError
from dev.stack import ROOT, WORKER_APP, Stack
from dev.stop import end_processes, names
from dev.supervisor import Supervisor
from nutgraf.cli import tables
from nutgraf.cli.http_client import Client, ClientError
from nutgraf.cli.local_stack import FOLDER, recorded_stack
from nutgraf.settings import CALLER_VARIABLES, Settings, SettingsError
from nutgraf.store import Store, StoreUnavailableError

WAIT_SECONDS = 120
STORY_SECONDS = 30
CHECK_SECONDS = 0.5
SHOWN_TYPES = ("PERSON", "ORG", "GPE", "LOC")
# Only this machine reaches the API, and it asks for no keys; the rest goes its own way.
OWN_VARIABLES = ("NUTGRAF_HOST", "NUTGRAF_AUTH", "NUTGRAF_REDIS_URL", *CALLER_VARIABLES)


def main(folder: Path = FOLDER, worker_app: str = WORKER_APP) -> int:
    """Run until Ctrl-C; the exit status is 0, or 1 with a sentence on stderr."""
    try:
        _end_leftovers(folder)
        with _stack(folder, worker_app) as stack:
            _obey_signals(stack)
            try:
                _serve(stack)
            except KeyboardInterrupt:
                _say("\nStopping. Ctrl-C again kills what has not ended yet.")
                raise
    except KeyboardInterrupt:
        _say("\nStopped.")
        return 0
    except (StartError, ClientError) as error:
        print(error, file=sys.stderr)
    except SettingsError as error:
        print("\n".join(error.faults), file=sys.stderr)
    return 1


def _obey_signals(stack: Stack) -> None:
    """Have the first signal stop the stack, and every later one kill what has not ended by then."""
    obeyed = [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]

    def stop(_: int, __: FrameType | None) -> None:
        for number in obeyed:
            signal.signal(number, lambda *_: stack.send_kill())
        raise KeyboardInterrupt

    for number in obeyed:
        signal.signal(number, stop)


def _end_leftovers(folder: Path) -> None:
    """See that no earlier run is in the way.

    Raises:
        StartError: one is, and is to stay.
    """
    earlier = recorded_stack(folder)
    if earlier is None:
        return
    if earlier.starter.alive:
        port = earlier.settings["NUTGRAF_PORT"]
        raise StartError(
            f"`make run` serves from here already (process {earlier.starter.pid}, port {port}):"
            " Ctrl-C there ends it, and so does `make stop`."
        )
    left = [process for process in earlier.processes if process.alive]
    if not left:
        return
    print(f"An earlier `make run` was killed and has left {names(left)}.", flush=True)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise StartError("`make stop` ends what is left.")
    if input("End what is left, and start? [Y/n] ").strip().casefold() not in ("", "y", "yes"):
        raise StartError("Nothing was started.")
    end_processes(left)


def _stack(folder: Path, worker_app: str) -> Stack:
    """Return the stack as the environment wishes it, on loopback and without keys."""
    knobs = {
        name: value
        for name, value in os.environ.items()
        if name.startswith("NUTGRAF_") and name not in OWN_VARIABLES
    }
    # Only this machine reaches the API, so its users may have their own receivers called.
    knobs.setdefault("NUTGRAF_WEBHOOK_ALLOW", "127.0.0.0/8,::1")
    redis_url = os.environ.get("NUTGRAF_REDIS_URL") or None
    settings = Settings.from_env({**knobs, "NUTGRAF_AUTH": "off"})
    if redis_url is not None:
        _check_redis(Settings.from_env({**knobs, "NUTGRAF_REDIS_URL": redis_url}))
    return Stack(folder, port=settings.port, redis_url=redis_url, knobs=knobs, worker_app=worker_app)


def _check_redis(settings: Settings) -> None:
    store = Store(settings)
    try:
        store.ping()
    except StoreUnavailableError as error:
        raise StartError(f"No Redis answers at NUTGRAF_REDIS_URL ({error}).") from error
    finally:
        store.close()


def _serve(stack: Stack) -> None:
    """Start everything, show the examples, and start again what ends by itself, until a signal comes."""
    supervisor = Supervisor(stack)
    _start(stack)
    _show_examples(Client(stack.url), supervisor)
    print(f"\nServing at {stack.url} (logs in {stack.folder}). Ctrl-C stops everything.", flush=True)
    while True:
        supervisor.check()
        time.sleep(CHECK_SECONDS)


def _start(stack: Stack) -> None:
    stack.check_port()
    given = stack.redis_url is not None
    url = urlsplit(stack.start_redis())
    private = f"{url.scheme}://{url.hostname}:{url.port}{url.path} (private, its data in .run/redis)"
    print(f"Redis   {'as NUTGRAF_REDIS_URL says' if given else private}")
    stack.start_api()
    print(f"API     {stack.url}")
    stack.start_sender()
    stack.start_worker()
    print(f"Worker  {len(os.sched_getaffinity(0))} children, loading the models …", flush=True)
    stack.wait_until_ready()


def _show_examples(client: Client, supervisor: Supervisor) -> None:
    accepted = [_submit(client, article) for article in client.examples(ROOT / "examples")]
    finished = []
    for number, article in enumerate(accepted, 1):
        finished.append(_finished(client, article["id"], supervisor))
        _progress(number, len(accepted))
    for article in finished:
        _show(article)
    _show_story(client, [article["id"] for article in finished])


def _finished(client: Client, identifier: str, supervisor: Supervisor) -> dict[str, Any]:
    """Return the article once it is finished, whatever ends and is started again meanwhile."""
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        supervisor.check()
        try:
            return client.finished(identifier, CHECK_SECONDS)
        except ClientError:
            if time.monotonic() > deadline:
                raise
            time.sleep(CHECK_SECONDS)


def _submit(client: Client, article: dict[str, Any]) -> dict[str, Any]:
    """Submit under the same key on every start, so that what is kept from the last one is not sent again."""
    try:
        return client.submit(article, **{"Idempotency-Key": f"make-run-{article['external_id']}"})
    except ClientError:
        return client.submit(article)


def _show_story(client: Client, articles: list[str]) -> None:
    """Show the largest story among the examples, once it has stopped growing; strangers stay without one."""
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


def _say(text: str) -> None:
    """Print a line, unless the terminal was closed."""
    with contextlib.suppress(OSError):
        print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
