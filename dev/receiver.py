"""``make receiver``: names itself as a receiver of webhooks, and prints the events that it could verify."""

from __future__ import annotations

import argparse
import contextlib
import json
import signal
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError

from nutgraf.cli.http_client import Client, ClientError
from nutgraf.cli.local_stack import running_settings
from nutgraf.settings import SettingsError, caller_settings

MOST_BYTES = 4_194_304


def main() -> int:
    """Receive until Ctrl-C; the exit status is 0, or 1 with a sentence on stderr."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    options = _parser().parse_args()
    try:
        client = Client(*caller_settings(options.url, options.key, running_settings()))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    server = ThreadingHTTPServer((options.host, options.port), _Handler)
    try:
        with _named(client, f"http://{options.host}:{server.server_port}/", options.payload) as endpoint:
            _Handler.webhook = Webhook(endpoint["secret"])
            print(f"Receiving at {endpoint['url']} as {endpoint['id']}. Ctrl-C stops.", flush=True)
            client.call("POST", f"/v1/webhooks/{endpoint['id']}/ping")
            server.serve_forever()
    except KeyboardInterrupt:
        return 0
    except ClientError as error:
        print(f"{error} Is it running? `make run` starts it.", file=sys.stderr)
    finally:
        server.server_close()
    return 1


class _Handler(BaseHTTPRequestHandler):
    """Verifies the raw body before anything in it is believed."""

    webhook: Webhook

    def do_POST(self) -> None:
        body = self.rfile.read(min(int(self.headers.get("Content-Length", 0)), MOST_BYTES))
        try:
            event = self.webhook.verify(body, dict(self.headers))
        except (WebhookVerificationError, ValueError):
            print("refused: the signature is wrong", flush=True)
            self.send_response(400)
        else:
            _show(self.headers["webhook-id"], event)
            self.send_response(204)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing: what matters is printed above."""


def _show(identifier: str, event: dict[str, Any]) -> None:
    print(f"{event['timestamp']}  {event['type']:<24}{identifier}", flush=True)
    print(json.dumps(event["data"], ensure_ascii=False, indent=2), flush=True)


@contextlib.contextmanager
def _named(client: Client, url: str, payload: str) -> Iterator[dict[str, Any]]:
    """Be a receiver until the block ends."""
    draft = {"url": url, "payload": payload, "description": "make receiver"}
    endpoint = client.call("POST", "/v1/webhooks", draft)
    try:
        yield endpoint
    finally:
        with contextlib.suppress(ClientError):
            client.call("DELETE", f"/v1/webhooks/{endpoint['id']}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make receiver", description="Print the events that arrive.")
    parser.add_argument("--url", help="where Nutgraf answers; default: NUTGRAF_API_URL, else this machine")
    parser.add_argument("--key", help="an API key with the scope admin, if keys are asked for")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; by default any free one")
    parser.add_argument("--payload", choices=["thin", "full"], default="thin")
    return parser


if __name__ == "__main__":
    sys.exit(main())
