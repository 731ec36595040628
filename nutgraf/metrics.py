"""Prometheus metrics, shared by all processes of a role through files in one folder."""

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
_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # variable of prometheus_client, inherited by children
_REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_STAGE_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15)
_JOURNEY_SECONDS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14400)

_slot = ["parent"]
"""Name of this process's files."""

disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """Metrics that processes write. Labels have few values: never an id, a key or a URL."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.registry = registry

        def counter(name: str, description: str, *labels: str) -> Counter:
            return Counter(f"nutgraf_{name}", description, labels, registry=registry)

        def histogram(name: str, description: str, bounds: tuple[float, ...], *labels: str) -> Histogram:
            return Histogram(f"nutgraf_{name}", description, labels, buckets=bounds, registry=registry)

        self.requests = counter(
            "http_requests", "Requests served, by route template.", "method", "route", "status"
        )
        self.request_seconds = histogram(
            "http_request_seconds",
            "Time to serve a request; `waited` are those delayed on purpose.",
            _REQUEST_SECONDS, "method", "route", "waited",
        )  # fmt: skip
        self.accepted = counter(
            "articles_accepted", "Submissions, by outcome: queued, cached or refused.", "outcome"
        )
        self.analyses = counter(
            "analyses", "Analyses, by outcome: completed, failed or timed_out.", "outcome"
        )
        self.analysis_seconds = histogram("analysis_seconds", "Time from claim to commit.", _STAGE_SECONDS)
        self.stage_seconds = histogram(
            "stage_seconds", "Time of one stage of the pipeline on one article.", _STAGE_SECONDS, "stage"
        )
        self.journey_seconds = histogram(
            "article_seconds", "Time from acceptance to commit, including the queue.", _JOURNEY_SECONDS
        )
        self.refusals = counter("claims_refused", "Nudges that led to no analysis, by reason.", "reason")
        self.stories_unproven = counter(
            "stories_unproven", "Comparisons of stories that were not published: a span was not verbatim."
        )
        self.sweeps = counter("swept", "Lost articles found by this worker's sweeps.", "action")
        self.deliveries = counter("deliveries", "Delivery attempts, by outcome.", "outcome")
        self.delivery_seconds = histogram(
            "delivery_seconds", "Time of one delivery attempt.", _REQUEST_SECONDS
        )


@cache
def metrics() -> Metrics:
    """Return this process's metrics. A process that forks must call ``share_metrics`` before."""
    return Metrics(CollectorRegistry())


def share_metrics() -> None:
    """Store the metrics of this process and of its future children in files of one folder."""
    folder = tempfile.mkdtemp(prefix="nutgraf-metrics-")
    os.environ[_FOLDER] = folder
    values.ValueClass = values.MultiProcessValue(lambda: _slot[0])  # type: ignore[no-untyped-call]
    atexit.register(_remove, folder, os.getpid())


def use_metrics_slot(name: str) -> None:
    """Choose the files that this process writes its metrics to; call it after a fork.

    A process that replaces another uses the same slot and continues its counters, so that the number of files
    stays bounded. Two live processes must not use the same slot.
    """
    _slot[0] = name


def metrics_page(*collectors: Collector) -> bytes:
    """Render the metrics of all sharing processes and of the collectors in Prometheus' text format."""
    registry = CollectorRegistry()
    if os.environ.get(_FOLDER):
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_ProcessMetrics())
    for collector in collectors:
        registry.register(collector)
    return generate_latest(registry)


class PipelineInfo(Collector):
    """Collector of ``nutgraf_pipeline_info``: version and fingerprint of the pipeline as labels."""

    def __init__(self, capabilities: Capabilities) -> None:
        self._pipeline = capabilities.pipeline

    def collect(self) -> Iterator[Metric]:
        """Yield the info metric."""
        info = InfoMetricFamily("nutgraf_pipeline", "The installed pipeline.")
        info.add_metric([], {"version": self._pipeline.version, "fingerprint": self._pipeline.fingerprint})
        yield info


class _ProcessMetrics(Collector):
    """Collector of this process's metrics, for a process that shares none."""

    def collect(self) -> Iterator[Metric]:
        yield from metrics().registry.collect()


def gauge(name: str, description: str, value: float) -> Metric:
    """Create a gauge with a value."""
    return GaugeMetricFamily(f"nutgraf_{name}", description, value=value)


def _remove(folder: str, owner: int) -> None:
    """Remove the folder, unless this is a forked child that ends."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
