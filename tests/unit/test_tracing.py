"""Without a collector nothing is traced, and what would trace is not even loaded."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from dev.stack import ROOT
from nutgraf import tracing
from nutgraf.settings import traces_are_wanted

LOOK = """
import sys
from nutgraf.settings import Settings
from service.app import create_app
import workers.analysis_main
with create_app(Settings(auth="off")).test_client() as http:
    assert http.get("/livez").status_code == 200
tracers = ("opentelemetry.exporter", "opentelemetry.sdk.trace", "google")
print(sorted(name for name in sys.modules if name.startswith(tracers)))
"""


def test_without_a_collector_no_tracer_and_no_exporter_is_loaded() -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OTEL_", "NUTGRAF_"))}
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        env={**kept, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_without_a_collector_a_span_is_nothing_and_nothing_is_carried() -> None:
    tracing.start_tracing("test")
    with tracing.span(
        "something", "server", parent="00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    ):
        tracing.set_attributes({"fact": 1})
        tracing.record_finished_span("stage", 0, 1)
        assert tracing.propagation_headers() == {}
    tracing.flush_tracing()


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": ""}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://collector:4318"}, True),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://collector:4318/v1/traces"}, True),
    ],
)
def test_a_collector_is_what_switches_traces_on(environ: dict[str, str], *, wanted: bool) -> None:
    assert traces_are_wanted(environ) is wanted
