"""Factory of the Flask app: middleware, hooks, error handlers and blueprints."""

from __future__ import annotations

from flask import Flask
from werkzeug.routing import BaseConverter

from nutgraf import identifiers, json_logging, tracing
from nutgraf.queue import Queue, make_celery
from nutgraf.settings import Settings
from nutgraf.store import Store
from service.dependencies import EXTENSION, Dependencies
from service.http import auth, problems, rate_limits
from service.middleware import metrics
from service.middleware.cached_reads import CachedReadMiddleware
from service.middleware.request_log import RequestLogMiddleware, record_route
from service.routes import articles, contract, deliveries, health, pages, stories, verification, webhooks


class ArticleConverter(BaseConverter):
    """URL converter for article ids. A string of another shape is a 404 and never reaches the store."""

    regex = "art_" + identifiers.REST


class StoryConverter(BaseConverter):
    """URL converter for story ids."""

    regex = "sty_" + identifiers.REST


class WebhookConverter(BaseConverter):
    """URL converter for webhook endpoint ids."""

    regex = "whk_" + identifiers.REST


class DeliveryConverter(BaseConverter):
    """URL converter for delivery ids."""

    regex = "dlv_" + identifiers.REST


def create_app(settings: Settings, store: Store | None = None, queue: Queue | None = None) -> Flask:
    """Create the Flask app.

    Args:
        settings: the product's settings.
        store: by default a store on the Redis of the settings.
        queue: by default a queue on the broker of the settings.
    """
    json_logging.configure_logging(settings.log_level)
    app = Flask("service", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    app.url_map.converters |= {
        "article": ArticleConverter,
        "story": StoryConverter,
        "webhook": WebhookConverter,
        "delivery": DeliveryConverter,
    }
    deps = Dependencies.of(settings, store or Store(settings), queue or Queue(make_celery(settings)))
    app.extensions[EXTENSION] = deps
    tracing.start_tracing("api")
    app.wsgi_app = RequestLogMiddleware(CachedReadMiddleware(app.wsgi_app, deps))  # type: ignore[method-assign]
    app.before_request(record_route)
    metrics.register(app, settings.metrics_port)
    app.before_request(auth.authenticate_request)
    rate_limits.register(app)
    problems.register(app)
    for routes in (articles, stories, webhooks, deliveries, verification, contract, health, pages):
        app.register_blueprint(routes.blueprint)
    return app
