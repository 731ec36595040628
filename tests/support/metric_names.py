"""Names of all metrics, from the code that creates them."""

from __future__ import annotations

from itertools import chain

from prometheus_client import CollectorRegistry
from prometheus_client.core import Metric

from nutgraf.metrics import Metrics, PipelineInfo
from nutgraf.store import Store
from service.middleware.metrics import StoreMetrics
from tests.support.stub_analyser import CAPABILITIES


def known_metrics(store: Store) -> set[str]:
    """Return the names as they are written in queries; those of histograms without suffix."""
    families = chain(
        Metrics(CollectorRegistry()).registry.collect(),
        StoreMetrics(store).collect(),
        PipelineInfo(CAPABILITIES).collect(),
    )
    return {_name(family) for family in families}


def _name(family: Metric) -> str:
    ending = {"counter": "_total", "info": "_info"}.get(family.type, "")
    return family.name + ending
