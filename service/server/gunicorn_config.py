"""gunicorn configuration, derived from the product's settings."""

from __future__ import annotations

import resource
import sys
from typing import Any

from nutgraf import metrics
from nutgraf.settings import Settings, SettingsError
from nutgraf.store import Store

_MAX_FILE_HANDLES = 65_536
_RESERVED_FILE_HANDLES = 64
"""File handles of a process that are not connections of callers."""


def _raise_file_limit() -> int:
    """Raise the soft limit on open files as far as the hard limit allows; return the new limit."""
    hard_limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    limit = _MAX_FILE_HANDLES if hard_limit == resource.RLIM_INFINITY else min(hard_limit, _MAX_FILE_HANDLES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard_limit))
    return limit


try:
    _settings = Settings.from_env()
except SettingsError as error:
    sys.exit("\n".join(["Nutgraf can't start:", *error.faults]))

bind = [f"{_settings.host}:{_settings.port}"]
if _settings.metrics_port:
    bind.append(f"{_settings.metrics_host}:{_settings.metrics_port}")
workers = _settings.processes
threads = _settings.threads
worker_class = "service.server.gunicorn_worker.GuardedWorker"
logger_class = "service.server.gunicorn_worker.GunicornLogger"
log_level = _settings.log_level
# gunicorn's debug lines quote requests.
loglevel = log_level if log_level != "debug" else "info"
silence_seconds = _settings.silence_seconds
# A connection uses one file handle, and up to three more while a request is served.
worker_connections = max(1, min(4 * threads, (_raise_file_limit() - _RESERVED_FILE_HANDLES) // 4))
# A client that waits gets its response before the process stops.
graceful_timeout = _settings.max_wait_seconds + 5
timeout = _settings.max_wait_seconds + 30
keepalive = 15
worker_tmp_dir = None
control_socket_disable = True
accesslog = None
limit_request_line = 8190
metrics.share_metrics()


def on_starting(server: Any) -> None:  # noqa: ARG001 - gunicorn's signature
    """Refuse to start on a Redis that would lose what is accepted."""
    store = Store(_settings)
    dangers = store.dangers()
    store.close()
    if dangers:
        sys.exit("\n".join(["Nutgraf can't start:", *dangers]))


def pre_fork(server: Any, worker: Any) -> None:
    """Choose the lowest free metrics slot for the new process."""
    taken = {other.metrics_slot for other in server.WORKERS.values()}
    worker.metrics_slot = next(number for number in range(len(taken) + 1) if number not in taken)


def post_fork(server: Any, worker: Any) -> None:  # noqa: ARG001 - gunicorn's signature
    """Use the metrics slot that the parent process chose."""
    metrics.use_metrics_slot(f"process{worker.metrics_slot}")
