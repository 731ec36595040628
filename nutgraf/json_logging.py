"""Structured logging: one JSON object per line, with a constant event, its fields and context ids."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import AbstractContextManager
from typing import Any

import orjson
import structlog

_LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40}


def configure_logging(level: str) -> None:
    """Write every log line of this process, including those of libraries, to stderr as one JSON object."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer(serializer=_as_json)],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS[level]),
        logger_factory=structlog.BytesLoggerFactory(sys.stderr.buffer),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    # Celery logs a line per task, which repeats our own.
    logging.getLogger("celery.app.trace").setLevel(logging.WARNING)
    logging.basicConfig(handlers=[handler], level=_LEVELS[level], force=True)


def _as_json(line: dict[str, Any], default: Any) -> bytes:
    try:
        return orjson.dumps(line, default=default)
    except TypeError:  # half of a surrogate pair, or a number of more than 64 bits
        return json.dumps(line, default=default).encode()


def get_logger() -> structlog.typing.FilteringBoundLogger:
    """Return a logger whose methods take a constant event and its fields."""
    logger: structlog.typing.FilteringBoundLogger = structlog.get_logger()
    return logger


def log_context(**ids: str | None) -> AbstractContextManager[None]:
    """Add ids to every line that is logged within the block."""
    return structlog.contextvars.bound_contextvars(**ids)
