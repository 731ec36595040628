"""A receiver of Nutgraf's webhooks in Flask.

Run it with the secret that creating the webhook showed:

    pip install flask standardwebhooks
    WEBHOOK_SECRET=whsec_… flask --app flask_receiver run --port 8001
"""

import os

from flask import Flask, request
from standardwebhooks import Webhook, WebhookVerificationError

app = Flask(__name__)
webhook = Webhook(os.environ["WEBHOOK_SECRET"])
seen: set[str] = set()  # in earnest: a table with a unique key, so that it outlives the process


@app.post("/hook")
def hook() -> tuple[str, int]:
    """Verify the raw body first; parsing and writing it again would change the bytes that were signed."""
    try:
        event = webhook.verify(request.get_data(), dict(request.headers))
    except (WebhookVerificationError, ValueError):
        return "", 400
    if request.headers["webhook-id"] not in seen:  # the same delivery may come twice
        seen.add(request.headers["webhook-id"])
        print(event["type"], event["data"]["id"], flush=True)
    return "", 204
