"""Looks a set-up over and says what is wrong with it, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from kombu.exceptions import OperationalError

from nutgraf.nlp.fingerprint import pipeline_fingerprint
from nutgraf.queue import make_celery
from nutgraf.settings import Settings, is_loopback
from nutgraf.store import (
    ServerInfo,
    ServerInfoForbiddenError,
    Store,
    StoreMemory,
    StoreStatistics,
    StoreUnavailableError,
)

LEAST_VERSION = (6, 2)
MOST_SKEW_SECONDS = 2.0
MOST_FILLED = 0.8
OLDEST_SECONDS = 300.0
# A waiting article of ordinary length with its indexes, and a finished one with its share of a story;
# docs/scaling.md measures them.
BYTES_WAITING = 14_000
BYTES_FINISHED = 45_000
PIPELINE = Path(__file__).resolve().parent.parent / "nlp"

Severity = Literal["well", "warning", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: about what, how bad, and a sentence."""

    subject: str
    verdict: Severity
    finding: str


def examine(settings: Settings, store: Store) -> tuple[Finding, ...]:
    """Look everything over. What can't be looked at because Redis is away is left out."""
    found = [*_settings(settings), *_broker(settings)]
    try:
        found += [*_server(settings, store), *_models(settings, store), *_staff(store.statistics(), store)]
    except StoreUnavailableError as error:
        found.append(
            Finding(
                "redis", "wrong", f"Redis can't be used at NUTGRAF_REDIS_URL ({error}): nothing can be kept."
            )
        )
    return tuple(found)


def _settings(settings: Settings) -> Iterator[Finding]:
    if settings.auth == "off":
        yield Finding("settings", "warning", "NUTGRAF_AUTH is off: everybody on this machine is one tenant.")
    url = urlsplit(settings.redis_url)
    if url.scheme != "unix" and not url.password and not is_loopback(url.hostname or ""):
        yield Finding("settings", "warning", "NUTGRAF_REDIS_URL has no password: who reaches Redis owns all.")
    yield Finding("settings", "well", "Every setting can be used.")


def _server(settings: Settings, store: Store) -> Iterator[Finding]:
    try:
        server = store.server()
    except ServerInfoForbiddenError:
        yield Finding(
            "redis", "warning",
            "The user may not run INFO: memory, eviction and persistence can't be examined. Allow +info.",
        )  # fmt: skip
    else:
        yield from [*_redis(settings, server), *_clock(server)]


def _redis(settings: Settings, server: ServerInfo) -> Iterator[Finding]:
    version = ".".join(map(str, server.version))
    if server.version < LEAST_VERSION:
        yield Finding("redis", "wrong", f"Redis is {version}; the scripts need 6.2 or newer.")
    if server.replica:
        yield Finding("redis", "wrong", "This Redis is a replica: writes will be refused.")
    for danger in server.dangers():
        yield Finding("redis", "wrong", danger)
    if not server.append_only:
        yield Finding(
            "redis", "wrong", "appendonly is no: a restart of Redis forgets articles. Set it to yes."
        )
    elif not server.written:
        yield Finding("redis", "wrong", "The append-only file could not be written: look at its disk.")
    yield from _memory(settings, server.memory)
    yield Finding("redis", "well", f"Redis {version} answers.")


def _memory(settings: Settings, memory: StoreMemory) -> Iterator[Finding]:
    if memory.limit == 0:
        yield Finding(
            "redis", "warning", "maxmemory is not set: a full machine ends Redis before Redis refuses."
        )
    elif memory.used > MOST_FILLED * memory.limit:
        yield Finding(
            "redis", "wrong",
            f"{memory.used / memory.limit:.0%} of maxmemory is used: submissions are or will be refused. "
            "Raise it, delete articles, or shorten NUTGRAF_ARTICLE_TTL_SECONDS.",
        )  # fmt: skip
    elif memory.free <= 0:
        yield Finding(
            "redis", "wrong",
            f"{memory.reserved / 2**20:.0f} MiB of maxmemory are reserved for what waits: submissions are "
            "refused. Raise it, or delete articles.",
        )  # fmt: skip
    elif settings.max_queue * BYTES_WAITING > memory.limit:
        yield Finding(
            "redis", "warning",
            f"A full queue takes about {settings.max_queue * BYTES_WAITING / 2**20:.0f} MiB, maxmemory is "
            f"{memory.limit / 2**20:.0f} MiB: NUTGRAF_MAX_QUEUE will not be reached.",
        )  # fmt: skip
    else:
        yield Finding(
            "redis", "well", f"There is room for about {memory.free // BYTES_FINISHED} articles more."
        )


def _clock(server: ServerInfo) -> Iterator[Finding]:
    skew = abs(server.skew_seconds)
    if skew > MOST_SKEW_SECONDS:
        yield Finding(
            "clock", "wrong", f"This machine's clock and Redis' differ by {skew:.0f} s; ids tell time."
        )
    else:
        yield Finding("clock", "well", "This machine's clock and Redis' agree.")


def _broker(settings: Settings) -> Iterator[Finding]:
    app = make_celery(settings)
    try:
        with app.connection_for_write(transport_options={**app.conf.broker_transport_options}) as connection:
            connection.ensure_connection(max_retries=1, timeout=3)
    except (OperationalError, OSError) as error:
        yield Finding(
            "broker", "wrong",
            f"The broker can't be reached ({type(error).__name__}): articles are kept, but nobody is told.",
        )  # fmt: skip
    else:
        yield Finding("broker", "well", "The broker answers.")


def _models(settings: Settings, store: Store) -> Iterator[Finding]:
    models = Path(settings.models_path) if settings.models_path else PIPELINE / "models"
    if not any(models.rglob("*.onnx")):
        yield Finding("models", "wrong", "The folder of the models holds none: look at NUTGRAF_MODELS_PATH.")
        return
    here, can = pipeline_fingerprint(PIPELINE, models), store.workers.capabilities()
    if can is None:
        yield Finding("models", "warning", "No worker has ever announced a pipeline.")
    elif can.pipeline.fingerprint != here:
        yield Finding(
            "models", "wrong",
            f"The files here make {here[:19]}…, the workers announced {can.pipeline.fingerprint[:19]}…: "
            "a file is damaged, or two versions are running.",
        )  # fmt: skip
    else:
        yield Finding("models", "well", f"The files here are those of the workers ({here[:19]}…).")


def _staff(census: StoreStatistics, store: Store) -> Iterator[Finding]:
    if (unable := store.workers.unable()) > 0:
        yield Finding(
            "workers", "warning" if census.workers else "wrong",
            f"Workers that run but can't load their models: {unable}. "
            f"Workers that can: {census.workers}. The log of a worker says why.",
        )  # fmt: skip
    elif census.workers == 0:
        yield Finding(
            "workers", "wrong", "No worker is alive: articles are accepted, but nobody analyses them."
        )
    else:
        yield Finding("workers", "well", f"Alive: {census.workers}.")
    if census.senders == 0:
        yield Finding("senders", "warning", "No sender of webhooks is alive: deliveries wait.")
    else:
        yield Finding("senders", "well", f"Alive: {census.senders}.")
    if census.oldest_seconds > OLDEST_SECONDS:
        yield Finding(
            "queue", "warning",
            f"{census.queued} articles wait, the oldest for {census.oldest_seconds:.0f} s: add workers.",
        )  # fmt: skip
