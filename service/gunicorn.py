"""gunicorn's settings, read from the product's own."""

from __future__ import annotations

import sys

from nutgraf.settings import Settings, SettingsError

try:
    _settings = Settings.from_env()
except SettingsError as error:
    sys.exit("\n".join(["Nutgraf can't start:", *error.faults]))

bind = [f"{_settings.host}:{_settings.port}"]
workers = _settings.processes
threads = _settings.threads
worker_class = "gthread"
# A waiting client is answered before its process is taken down.
graceful_timeout = _settings.max_wait_seconds + 5
timeout = _settings.max_wait_seconds + 30
keepalive = 15
worker_tmp_dir = None
control_socket_disable = True
accesslog = None
limit_request_line = 4094
