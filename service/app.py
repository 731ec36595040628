"""The API's wiring."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

import structlog
from flask import Flask, Response, g, request
from werkzeug.routing import BaseConverter

from nutgraf import identifiers, logs
from nutgraf.queue import Queue, make_celery
from nutgraf.settings import Settings
from nutgraf.store import Store
from service import (
    articles,
    auth,
    limits,
    observing,
    operations,
    pages,
    problems,
    stories,
    verification,
    webhooks,
)
from service.wiring import EXTENSION, Wiring

_REQUEST_ID = re.compile(r"[\w.:=+/-]{1,128}", re.ASCII)


class Service(Flask):
    """Flask without coroutines, which it otherwise looks for in every function of every request."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is."""
        return func


class ArticleConverter(BaseConverter):
    """Ids of articles. What has not the shape of an id can't exist and never reaches the store."""

    regex = "art_" + identifiers.REST


class StoryConverter(BaseConverter):
    """Ids of stories."""

    regex = "sty_" + identifiers.REST


class WebhookConverter(BaseConverter):
    """Ids of webhooks."""

    regex = "whk_" + identifiers.REST


class DeliveryConverter(BaseConverter):
    """Ids of deliveries."""

    regex = "dlv_" + identifiers.REST


def create_app(settings: Settings, store: Store | None = None, queue: Queue | None = None) -> Flask:
    """The WSGI app.

    Args:
        settings: the product's settings.
        store: where articles are kept; by default Redis at the settings' URL.
        queue: how workers are told; by default the settings' broker.
    """
    logs.configure(settings.log_level)
    app = Service("service", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    app.url_map.converters |= {
        "article": ArticleConverter,
        "story": StoryConverter,
        "webhook": WebhookConverter,
        "delivery": DeliveryConverter,
    }
    app.extensions[EXTENSION] = Wiring(
        settings, store or Store(settings), queue or Queue(make_celery(settings))
    )
    app.before_request(_name_request)
    observing.register(app, settings.metrics_port)
    app.before_request(auth.identify)
    app.after_request(_echo_name)
    limits.register(app)
    problems.register(app)
    app.register_blueprint(articles.blueprint)
    app.register_blueprint(stories.blueprint)
    app.register_blueprint(webhooks.blueprint)
    app.register_blueprint(operations.blueprint)
    app.register_blueprint(verification.blueprint)
    app.register_blueprint(pages.blueprint)
    return app


def _name_request() -> None:
    """Take the caller's request id if it is a decent one, else make one; every log line will have it."""
    given = request.environ.get("HTTP_X_REQUEST_ID", "")
    name = given if _REQUEST_ID.fullmatch(given) else identifiers.new("req", random.getrandbits)
    g.request_id = name
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=name)


def _echo_name(response: Response) -> Response:
    response.headers["X-Request-Id"] = g.request_id
    return response
