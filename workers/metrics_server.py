"""HTTP server for ``/metrics`` in the parent process of a worker."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer

from nutgraf.json_logging import get_logger
from nutgraf.metrics import CONTENT_TYPE

READ_SECONDS = 2.0
"""Read timeout of a connection."""

log = get_logger()
# Held while a page is rendered and while a child is forked: a child must not inherit a locked metric.
_rendering = threading.Lock()
os.register_at_fork(
    before=_rendering.acquire, after_in_parent=_rendering.release, after_in_child=_rendering.release
)


def start_metrics_server(host: str, port: int, page: Callable[[], bytes]) -> None:
    """Serve ``/metrics`` from a daemon thread; log a warning if the port is taken.

    Args:
        host: the address to listen on.
        port: the port to listen on.
        page: renders the metrics in Prometheus' text format.
    """

    class Handler(BaseHTTPRequestHandler):
        timeout = READ_SECONDS

        def do_GET(self) -> None:
            if self.path != "/metrics":
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            with _rendering:
                body = page()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", CONTENT_TYPE)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Log nothing: scrapes come every few seconds."""

    try:
        server = HTTPServer((host, port), Handler)
    except OSError as error:
        log.warning("metrics port not opened", port=port, error=type(error).__name__)
        return
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
