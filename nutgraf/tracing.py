"""OpenTelemetry tracing. Without OTEL_EXPORTER_OTLP_ENDPOINT it does nothing and loads no library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from nutgraf import __version__
from nutgraf.settings import traces_are_wanted

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Tracer

SpanKind = Literal["internal", "server", "producer", "consumer"]
Attributes = Mapping[str, str | int]


class _Tracing:
    """Tracer of this process; None until tracing is started."""

    provider: TracerProvider | None = None
    tracer: Tracer | None = None


def is_enabled() -> bool:
    """Return whether this process records spans."""
    return _Tracing.tracer is not None


def start_tracing(role: str) -> None:
    """Start tracing if the environment names a collector. Call it after a fork: it starts a thread."""
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
    """Send the remaining spans and stop tracing. A process that exits normally does so by itself."""
    if _Tracing.provider is not None:
        _Tracing.provider.shutdown()
        _Tracing.provider = _Tracing.tracer = None


@contextmanager
def span(
    name: str,
    kind: SpanKind = "internal",
    parent: str | None = None,
    attributes: Attributes | None = None,
) -> Iterator[None]:
    """Record the block as a span.

    Args:
        name: constant name; it must not contain an id.
        kind: OpenTelemetry's span kind.
        parent: ``traceparent`` (W3C Trace Context) of another process; by default the current span.
        attributes: attributes of the span; never text of an article and never a key.
    """
    if _Tracing.tracer is None:
        yield
        return
    from opentelemetry import trace  # noqa: PLC0415 - loaded only where traces are wanted
    from opentelemetry.trace.propagation import tracecontext  # noqa: PLC0415

    context = None
    if parent is not None:
        context = tracecontext.TraceContextTextMapPropagator().extract({"traceparent": parent})
    with _Tracing.tracer.start_as_current_span(
        name, context=context, kind=trace.SpanKind[kind.upper()], attributes=dict(attributes or {}),
        record_exception=False,  # the message may quote an article
    ):  # fmt: skip
        yield


def set_attributes(attributes: Attributes, name: str | None = None) -> None:
    """Add attributes to the current span and rename it if a name is given."""
    if _Tracing.tracer is not None:
        from opentelemetry import trace  # noqa: PLC0415 - loaded only where traces are wanted

        current = trace.get_current_span()
        current.set_attributes(dict(attributes))
        if name is not None:
            current.update_name(name)


def record_finished_span(name: str, began_ns: int, ended_ns: int) -> None:
    """Record a span that has ended; times in nanoseconds since 1970."""
    if _Tracing.tracer is not None:
        _Tracing.tracer.start_span(name, start_time=began_ns).end(ended_ns)


def propagation_headers() -> dict[str, str]:
    """Return headers that make the receiver's spans children of the current span; empty without tracing."""
    headers: dict[str, str] = {}
    if _Tracing.tracer is not None:
        from opentelemetry.trace.propagation import tracecontext  # noqa: PLC0415

        tracecontext.TraceContextTextMapPropagator().inject(headers)
    return headers
