"""gunicorn's settings, read from the product's own."""

from __future__ import annotations

import resource
import sys
from typing import Any

from nutgraf import metrics
from nutgraf.settings import Settings, SettingsError

_MOST_HANDLES = 65_536
_OWN_HANDLES = 64


def _file_handles() -> int:
    """As many as a process may have at once: the system's modest limit is raised as far as it lets us."""
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    wanted = _MOST_HANDLES if limit == resource.RLIM_INFINITY else min(limit, _MOST_HANDLES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, limit))
    return wanted


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
# In gunicorn's lines for debugging stands what was sent.
loglevel = log_level if log_level != "debug" else "info"
silence_seconds = _settings.silence_seconds
# A connection takes one file handle, and while it is served up to three more.
worker_connections = max(1, min(4 * threads, (_file_handles() - _OWN_HANDLES) // 4))
# A waiting client is answered before its process is taken down.
graceful_timeout = _settings.max_wait_seconds + 5
timeout = _settings.max_wait_seconds + 30
keepalive = 15
worker_tmp_dir = None
control_socket_disable = True
accesslog = None
limit_request_line = 8190
metrics.share_metrics()


def pre_fork(server: Any, worker: Any) -> None:
    """Give the process the lowest free slot for its metrics."""
    taken = {other.metrics_slot for other in server.WORKERS.values()}
    worker.metrics_slot = next(number for number in range(len(taken) + 1) if number not in taken)


def post_fork(server: Any, worker: Any) -> None:  # noqa: ARG001 - gunicorn hands it over
    """Take the slot that the parent chose."""
    metrics.use_metrics_slot(f"process{worker.metrics_slot}")
