"""The API's wiring."""

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
from service.routes import articles, health, pages, stories, verification, webhooks


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
    app.register_blueprint(articles.blueprint)
    app.register_blueprint(stories.blueprint)
    app.register_blueprint(webhooks.blueprint)
    app.register_blueprint(health.blueprint)
    app.register_blueprint(verification.blueprint)
    app.register_blueprint(pages.blueprint)
    return app
