"""Kill webhook workers during thousands of deliveries, and let receivers hang (``make webhook-chaos``)."""

from __future__ import annotations

import argparse
import random
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report.machine import describe_machine
from dev.stack import Stack
from nutgraf.cli.http_client import Client
from nutgraf.model import Delivery, DeliveryStatus, Document, Submission
from nutgraf.settings import Settings
from nutgraf.store import Claim, EndpointDraft, Store
from tests.support.webhook_receivers import Received, answering, hanging, receiver

EVENT = "article.completed"
PATIENCE_SECONDS = 300.0
TEXT = "The council of Arlesund voted on Monday to rebuild the old harbour wall, report {}."
KNOBS = {
    "NUTGRAF_WEBHOOK_ALLOW": "127.0.0.0/8",
    "NUTGRAF_WEBHOOK_MAX_ENDPOINTS": "1000",
    "NUTGRAF_LEASE_SECONDS": "1",
    "NUTGRAF_LOG_LEVEL": "warning",
}
ABOUT = """# Webhooks whose senders are killed, and beside receivers that hang

Written by `make webhook-chaos`; {machine}.

First, ten endpoints and two senders, one of them killed every 4 s until everything is delivered. *Duplicates*
came with the `webhook-id` of the first, *altered* would have come with other bytes. Then, seconds from
submitting an article (to a stand-in for the analyser) to its end and to its webhook, alone and while the
receivers of another tenant hang with twenty deliveries due to each.
"""


@dataclass(frozen=True)
class Survival:
    """Outcome of deliveries whose webhook workers were killed.

    Attributes:
        expected: deliveries that the events caused.
        delivered: deliveries that the store holds as delivered.
        lost: deliveries that no receiver got.
        duplicates: requests beyond the first of a ``webhook-id``.
        altered: ids that came with more than one body.
        kills: webhook workers killed.
        seconds: duration.
    """

    expected: int
    delivered: int
    lost: int
    duplicates: int
    altered: int
    kills: int
    seconds: float


def survive(folder: Path, articles: int, endpoints: int, pause: float, most_kills: int) -> Survival:
    """Finish articles that many endpoints are subscribed to, and kill webhook workers until all is delivered.

    Args:
        folder: folder for the data of the processes.
        articles: number of articles.
        endpoints: number of subscribed endpoints.
        pause: seconds between two kills.
        most_kills: greatest number of kills.
    """
    knobs = {**KNOBS, "NUTGRAF_WEBHOOK_DEADLINE_SECONDS": "1"}
    with ExitStack() as stack_exit:
        stack = stack_exit.enter_context(Stack(folder, knobs=knobs))
        store = _store(stack)
        here = stack_exit.enter_context(receiver(_slow_receiver))
        ids = [store.webhooks.create("default", _draft(f"{here.url}&n={n}"))[1].id for n in range(endpoints)]
        for name in ("sender-0", "sender-1"):
            stack.start_sender(name)
        began, kills, over = time.monotonic(), [0], threading.Event()
        killing = threading.Thread(target=_kill, args=(stack, pause, most_kills, over, kills))
        for number in range(articles):
            _finish(store, number)
            if number == 0:
                _await_first(here.received)
                killing.start()
        expected = articles * endpoints
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline and (
            len(here.received) < expected or _delivered(store, ids) < expected
        ):
            time.sleep(0.2)
        seconds = time.monotonic() - began
        over.set()
        killing.join()
        bodies: dict[str, set[bytes]] = {}
        for request in here.received:
            bodies.setdefault(request.id, set()).add(request.body)
        wanted = {each.id for endpoint in ids for each in _log(store, endpoint)}
        return Survival(
            expected=len(wanted),
            delivered=_delivered(store, ids),
            lost=len(wanted - bodies.keys()),
            duplicates=len(here.received) - len(bodies),
            altered=sum(len(each) > 1 for each in bodies.values()),
            kills=kills[0],
            seconds=seconds,
        )


def measure_hanging(folder: Path, receivers: int, rounds: int) -> dict[str, list[float]]:
    """Measure the seconds from submission to completion and to webhook, before and while receivers hang."""
    found: dict[str, list[float]] = {}
    with ExitStack() as stack_exit:
        stack = stack_exit.enter_context(Stack(folder, knobs=KNOBS, worker_app="tests.support.stub_worker"))
        store = _store(stack)
        stack.start_api()
        stack.start_sender()
        stack.start_worker()
        stack.wait_until_ready()
        good = stack_exit.enter_context(receiver(answering("200 OK")))
        store.webhooks.create("default", _draft(good.url))
        client = Client(stack.url)
        _latencies(client, good.received, 10, "warming up")
        found["alone, article"], found["alone, webhook"] = _latencies(client, good.received, rounds, "alone")
        for _ in range(receivers):
            bad = stack_exit.enter_context(receiver(hanging))
            _, endpoint = store.webhooks.create("other", _draft(bad.url))
            for _ in range(20):
                store.webhooks.ping(endpoint.id, "other")
        time.sleep(2)
        found["hanging, article"], found["hanging, webhook"] = _latencies(
            client, good.received, rounds, "hanging"
        )
    return found


def main() -> int:
    """Print both results as Markdown; return 1 if a delivery was lost or altered."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--deliveries", type=int, default=5000)
    parser.add_argument("--receivers", type=int, default=100)
    options = parser.parse_args()
    print(ABOUT.format(machine=describe_machine()))
    with tempfile.TemporaryDirectory() as folder:
        outcome = survive(Path(folder), options.deliveries // 10, 10, 4.0, 1000)
    print("| deliveries | delivered | lost | duplicates | altered | kills of a sender | seconds |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    print(
        f"| {outcome.expected} | {outcome.delivered} | {outcome.lost} | {outcome.duplicates} "
        f"| {outcome.altered} | {outcome.kills} | {outcome.seconds:.0f} |\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        latencies = measure_hanging(Path(folder), options.receivers, 100)
    print(f"With {options.receivers} receivers that hang:\n")
    print("| | median | 95 % | longest |\n| --- | --- | --- | --- |")
    for name, seconds in latencies.items():
        late = statistics.quantiles(seconds, n=20)[-1]
        print(f"| {name} | {statistics.median(seconds):.3f} | {late:.3f} | {max(seconds):.3f} |")
    return 1 if outcome.lost or outcome.altered or outcome.delivered < outcome.expected else 0


def _store(stack: Stack) -> Store:
    environment = {**stack.knobs, "NUTGRAF_REDIS_URL": stack.start_redis(), "NUTGRAF_AUTH": "off"}
    return Store(Settings.from_env(environment))


def _slow_receiver(connection: socket.socket) -> None:
    """Answer after 20 ms, so that a kill can fall into a delivery."""
    time.sleep(0.02)
    answering("200 OK")(connection)


def _draft(url: str) -> EndpointDraft:
    return EndpointDraft(url, (EVENT,))


def _finish(store: Store, number: int) -> None:
    store.articles.accept(Submission("default", Document(TEXT.format(number))), None)
    claim = store.articles.claim("f1")
    if isinstance(claim, Claim):
        store.articles.commit(claim, b'{"summary":{"sentences":[]}}')


def _await_first(received: list[Received]) -> None:
    """Wait for the first delivery, so that kills hit webhook workers at work."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not received and time.monotonic() < deadline:
        time.sleep(0.01)


def _kill(stack: Stack, pause: float, most: int, over: threading.Event, kills: list[int]) -> None:
    """Kill one webhook worker after the other, and start another in its place."""
    rng = random.Random(1)
    while kills[0] < most and not over.wait(pause):
        process = rng.choice([each for each in stack.processes if each.name.startswith("sender")])
        process.kill()
        stack.processes.remove(process)
        kills[0] += 1
        stack.start_sender(process.name)


def _log(store: Store, endpoint: str) -> Iterator[Delivery]:
    """Yield every delivery to an endpoint."""
    cursor: str | None = None
    while True:
        page = store.deliveries.find("default", endpoint, None, cursor, 1000)
        yield from page.deliveries
        if page.last is None:
            return
        cursor = page.last


def _delivered(store: Store, endpoints: list[str]) -> int:
    return sum(each.status is DeliveryStatus.DELIVERED for name in endpoints for each in _log(store, name))


def _latencies(
    client: Client, received: list[Received], rounds: int, label: str
) -> tuple[list[float], list[float]]:
    articles, webhooks = [], []
    for number in range(rounds):
        began, before = time.monotonic(), len(received)
        client.submit({"text": TEXT.format(f"{number} {label}")}, Prefer="wait=20")
        articles.append(time.monotonic() - began)
        while len(received) == before:
            time.sleep(0.002)
        webhooks.append(time.monotonic() - began)
    return articles, webhooks


if __name__ == "__main__":
    sys.exit(main())
