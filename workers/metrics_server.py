"""A port of the worker's parent on which Prometheus reads the metrics."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer

from nutgraf.json_logging import get_logger
from nutgraf.metrics import CONTENT_TYPE

READ_SECONDS = 2.0

log = get_logger()
# No child is forked while a page is being made, so that it inherits no lock that nobody will release.
_making = threading.Lock()
os.register_at_fork(before=_making.acquire, after_in_parent=_making.release, after_in_child=_making.release)


def start_metrics_server(host: str, port: int, page: Callable[[], bytes]) -> None:
    """Serve ``/metrics`` from a thread. A port that is taken is told to the log: it ends no worker."""

    class Handler(BaseHTTPRequestHandler):
        timeout = READ_SECONDS

        def do_GET(self) -> None:
            if self.path != "/metrics":
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            with _making:
                body = page()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", CONTENT_TYPE)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Scrapes come every few seconds."""

    try:
        server = HTTPServer((host, port), Handler)
    except OSError as error:
        log.warning("metrics port not opened", port=port, error=type(error).__name__)
        return
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
