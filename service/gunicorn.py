"""gunicorn's settings, read from the product's own."""

from __future__ import annotations

import sys
from typing import Any

from gunicorn import util  # type: ignore[import-untyped]

from nutgraf import metrics
from nutgraf.settings import Settings, SettingsError
from service import unreadable

try:
    _settings = Settings.from_env()
except SettingsError as error:
    sys.exit("\n".join(["Nutgraf can't start:", *error.faults]))

bind = [f"{_settings.host}:{_settings.port}"]
if _settings.metrics_port:
    bind.append(f"{_settings.metrics_host}:{_settings.metrics_port}")
workers = _settings.processes
threads = _settings.threads
worker_class = "service.serving.Worker"
silence_seconds = _settings.silence_seconds
# Each needs a file handle, of which a process often may have no more than 1,024.
worker_connections = min(1000, 4 * threads)
# A waiting client is answered before its process is taken down.
graceful_timeout = _settings.max_wait_seconds + 5
timeout = _settings.max_wait_seconds + 30
keepalive = 15
worker_tmp_dir = None
control_socket_disable = True
accesslog = None
limit_request_line = 8190
# Every worker answers what it can't read by this function, and has no setting for it.
util.write_error = unreadable.answer
metrics.share()


def pre_fork(server: Any, worker: Any) -> None:
    """Give the process the lowest free slot for its metrics."""
    taken = {other.metrics_slot for other in server.WORKERS.values()}
    worker.metrics_slot = next(number for number in range(len(taken) + 1) if number not in taken)


def post_fork(server: Any, worker: Any) -> None:  # noqa: ARG001 - gunicorn hands it over
    """Take the slot that the parent chose."""
    metrics.take_slot(f"process{worker.metrics_slot}")
