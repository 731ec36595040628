"""What is counted and timed, by Prometheus' client, in one set of files for all processes of a role."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    disable_created_metrics,
    generate_latest,
    multiprocess,
    values,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from nutgraf.model import Capabilities

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # the client's own variable, which children inherit
_REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_STAGE_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15)
_JOURNEY_SECONDS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14400)

_slot = ["parent"]
disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """Every metric that processes write. A label takes a handful of values, never an id, a key or a URL."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.registry = registry

        def counter(name: str, about: str, *labels: str) -> Counter:
            return Counter(f"nutgraf_{name}", about, labels, registry=registry)

        def histogram(name: str, about: str, bounds: tuple[float, ...], *labels: str) -> Histogram:
            return Histogram(f"nutgraf_{name}", about, labels, buckets=bounds, registry=registry)

        self.requests = counter(
            "http_requests", "Requests served, by route template.", "method", "route", "status"
        )
        self.request_seconds = histogram(
            "http_request_seconds",
            "Time to serve a request; `waited` are those answered late on purpose.",
            _REQUEST_SECONDS, "method", "route", "waited",
        )  # fmt: skip
        self.accepted = counter("articles_accepted", "Submissions: queued, cached or refused.", "outcome")
        self.analyses = counter(
            "analyses", "Analyses by a worker: completed, failed or timed_out.", "outcome"
        )
        self.analysis_seconds = histogram("analysis_seconds", "From claim to commit.", _STAGE_SECONDS)
        self.stage_seconds = histogram(
            "stage_seconds", "One stage of the pipeline on one article.", _STAGE_SECONDS, "stage"
        )
        self.journey_seconds = histogram(
            "article_seconds", "From acceptance to commit, waiting included.", _JOURNEY_SECONDS
        )
        self.refusals = counter("claims_refused", "Nudges with nothing left to do, and why.", "reason")
        self.sweeps = counter("swept", "Lost articles that this worker's sweeps found.", "action")
        self.deliveries = counter("deliveries", "Attempts to deliver a webhook, by outcome.", "outcome")
        self.delivery_seconds = histogram("delivery_seconds", "One attempt to deliver.", _REQUEST_SECONDS)


@cache
def metrics() -> Metrics:
    """This process's meters. Call ``share`` first in a process that forks."""
    return Metrics(CollectorRegistry())


def share_metrics() -> None:
    """Keep the values of this process and of those it will fork in files of one folder."""
    folder = tempfile.mkdtemp(prefix="nutgraf-metrics-")
    os.environ[_FOLDER] = folder
    values.ValueClass = values.MultiProcessValue(lambda: _slot[0])  # type: ignore[no-untyped-call]
    atexit.register(_remove, folder, os.getpid())


def use_metrics_slot(name: str) -> None:
    """Write to files of one's own after a fork.

    A successor takes the slot of the process that it replaces and goes on counting there, so that the files
    don't grow in number; no two living processes may have the same slot.
    """
    _slot[0] = name


def metrics_page(*collectors: Collector) -> bytes:
    """What Prometheus reads: the values of all processes that share, and what the collectors look up."""
    registry = CollectorRegistry()
    if os.environ.get(_FOLDER):
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_OwnValues())
    for collector in collectors:
        registry.register(collector)
    return generate_latest(registry)


class PipelineInfo(Collector):
    """The installed pipeline as labels of a constant."""

    def __init__(self, can: Capabilities) -> None:
        self._can = can

    def collect(self) -> Iterator[Metric]:
        """One constant."""
        about = InfoMetricFamily("nutgraf_pipeline", "The pipeline that is installed.")
        identity = self._can.pipeline
        about.add_metric([], {"version": identity.version, "fingerprint": identity.fingerprint})
        yield about


class _OwnValues(Collector):
    """What this process alone has counted, where nothing is shared."""

    def collect(self) -> Iterator[Metric]:
        yield from metrics().registry.collect()


def gauge(name: str, about: str, value: float) -> Metric:
    """One number that was looked up."""
    return GaugeMetricFamily(f"nutgraf_{name}", about, value=value)


def _remove(folder: str, owner: int) -> None:
    """A forked process that ends leaves the files to the others."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
