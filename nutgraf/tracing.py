"""Spans by OpenTelemetry where OTEL_EXPORTER_OTLP_ENDPOINT is set; elsewhere nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from nutgraf import __version__
from nutgraf.settings import traces_are_wanted

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Tracer

Kind = Literal["internal", "server", "producer", "consumer"]
Attributes = Mapping[str, str | int]


class _Tracing:
    """What this process traces with: nothing, until it is switched on."""

    provider: TracerProvider | None = None
    tracer: Tracer | None = None


def is_enabled() -> bool:
    """Whether this process traces."""
    return _Tracing.tracer is not None


def start_tracing(role: str) -> None:
    """Trace from now on, if the environment names a collector. Call it after a fork: it starts a thread."""
    if not traces_are_wanted():
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    resource = Resource.create({"service.name": f"nutgraf-{role}", "service.version": __version__})
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    _Tracing.provider, _Tracing.tracer = provider, provider.get_tracer("nutgraf", __version__)


def flush_tracing() -> None:
    """Send what has not been sent. A process that ends in the ordinary way does so by itself."""
    if _Tracing.provider is not None:
        _Tracing.provider.shutdown()
        _Tracing.provider = _Tracing.tracer = None


@contextmanager
def span(
    name: str,
    kind: Kind = "internal",
    parent: str | None = None,
    attributes: Attributes | None = None,
) -> Iterator[None]:
    """Trace what is done inside.

    Args:
        name: what it is, in words that don't vary: no id stands in it.
        kind: its place between processes.
        parent: a ``traceparent`` (W3C) from elsewhere; by default the span around this one.
        attributes: facts; never text of an article and never a key.
    """
    if _Tracing.tracer is None:
        yield
        return
    from opentelemetry import trace  # noqa: PLC0415 - loaded only where traces are wanted
    from opentelemetry.trace.propagation import tracecontext  # noqa: PLC0415

    origin = None
    if parent is not None:
        origin = tracecontext.TraceContextTextMapPropagator().extract({"traceparent": parent})
    with _Tracing.tracer.start_as_current_span(
        name, context=origin, kind=trace.SpanKind[kind.upper()], attributes=dict(attributes or {}),
        record_exception=False,  # an error's message may quote an article
    ):  # fmt: skip
        yield


def set_attributes(attributes: Attributes, name: str | None = None) -> None:
    """Add facts to the span around this call, and a better name once one is known."""
    if _Tracing.tracer is not None:
        from opentelemetry import trace  # noqa: PLC0415 - loaded only where traces are wanted

        around = trace.get_current_span()
        around.set_attributes(dict(attributes))
        if name is not None:
            around.update_name(name)


def record_finished_span(name: str, began_ns: int, ended_ns: int) -> None:
    """A span that is over already; times in nanoseconds since 1970."""
    if _Tracing.tracer is not None:
        _Tracing.tracer.start_span(name, start_time=began_ns).end(ended_ns)


def propagation_headers() -> dict[str, str]:
    """The headers that make the receiver's spans children of the present one; none when nothing is traced."""
    headers: dict[str, str] = {}
    if _Tracing.tracer is not None:
        from opentelemetry.trace.propagation import tracecontext  # noqa: PLC0415

        tracecontext.TraceContextTextMapPropagator().inject(headers)
    return headers
