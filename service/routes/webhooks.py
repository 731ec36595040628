"""Webhooks: naming receivers, and following what was sent to them."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, g, request
from marshmallow import Schema

from nutgraf.codec import to_jsonable
from nutgraf.model import Delivery, WebhookEndpoint
from nutgraf.store import EndpointDraft
from service.dependencies import dependencies
from service.http import request_parsing, webhook_target
from service.http.json_response import json_response
from service.operation import operation
from service.schemas.webhook import (
    DeliveryListSchema,
    DeliveryQuerySchema,
    DeliverySchema,
    EndpointChangeSchema,
    EndpointDraftSchema,
    EndpointListSchema,
    EndpointSchema,
    NewEndpointSchema,
    PageQuerySchema,
    RecoveredSchema,
    RecoverySchema,
    RotationSchema,
    SecretSchema,
)

blueprint = Blueprint("webhooks", __name__, url_prefix="/v1")

_administered = partial(operation, scope="admin")
_READ_PROBLEMS = ("not_found", "store_unavailable")
_WRITE_PROBLEMS = ("malformed_json", "unsupported_media_type", "too_large", "validation", *_READ_PROBLEMS)


@blueprint.post("/webhooks")
@_administered(
    "Name a receiver",
    request=EndpointDraftSchema,
    answers={201: NewEndpointSchema},
    links=("webhooks.read", "webhooks.change", "webhooks.ping", "webhooks.rotate_secret", "webhooks.recover",
           "webhooks.deliveries", "webhooks.delete"),
    problems=("conflict", "webhook_target_forbidden", *_WRITE_PROBLEMS),
)  # fmt: skip
def create() -> Response:
    """Create a receiver and show its secret, this once."""
    deps = dependencies()
    given = request_parsing.json_body(EndpointDraftSchema())
    webhook_target.check_webhook_url(deps, given["url"], "/url")
    draft = EndpointDraft(**{**given, "events": _unique(given["events"])})
    secret, endpoint = deps.store.webhooks.create(g.tenant, draft)
    response = json_response({**_endpoint(endpoint), "secret": secret}, HTTPStatus.CREATED)
    response.headers["Location"] = f"/v1/webhooks/{endpoint.id}"
    return response


@blueprint.get("/webhooks")
@_administered(
    "List receivers, the newest first",
    query=PageQuerySchema,
    answers={200: EndpointListSchema},
    problems=("validation", "store_unavailable"),
)
def browse() -> Response:
    """Answer with a page of the caller's receivers."""
    query = request_parsing.query_parameters(PageQuerySchema())
    page = dependencies().store.webhooks.find(g.tenant, query["cursor"], query["limit"])
    return json_response(
        {"items": [_endpoint(endpoint) for endpoint in page.endpoints], "next_cursor": page.last}
    )


@blueprint.get("/webhooks/<webhook:identifier>")
@_administered("Read a receiver", answers={200: EndpointSchema}, problems=_READ_PROBLEMS)
def read(identifier: str) -> Response:
    """Answer with a receiver, without its secret."""
    return json_response(_endpoint(dependencies().store.webhooks.read(identifier, g.tenant)))


@blueprint.patch("/webhooks/<webhook:identifier>")
@_administered(
    "Change a receiver, or switch it on or off",
    request=EndpointChangeSchema,
    answers={200: EndpointSchema},
    problems=("webhook_target_forbidden", *_WRITE_PROBLEMS),
)
def change(identifier: str) -> Response:
    """Change what is given; switching a receiver on forgets that it ever failed."""
    deps = dependencies()
    given = request_parsing.json_body(EndpointChangeSchema())
    if "url" in given:
        webhook_target.check_webhook_url(deps, given["url"], "/url")
    if "events" in given:
        given["events"] = ",".join(_unique(given["events"]))
    if "enabled" in given:
        given["enabled"] = "1" if given["enabled"] else "0"
    return json_response(_endpoint(deps.store.webhooks.update(identifier, g.tenant, given)))


@blueprint.delete("/webhooks/<webhook:identifier>")
@_administered("Remove a receiver", answers={204: ""}, problems=_READ_PROBLEMS)
def delete(identifier: str) -> Response:
    """Remove a receiver; what still waits for it fails."""
    dependencies().store.webhooks.delete(identifier, g.tenant)
    return Response(status=HTTPStatus.NO_CONTENT)


@blueprint.post("/webhooks/<webhook:identifier>/ping")
@_administered(
    "Send a receiver an event to try it out",
    answers={202: DeliverySchema},
    problems=("conflict", *_READ_PROBLEMS),
    links=("webhooks.delivery", "webhooks.redeliver"),
)
def ping(identifier: str) -> Response:
    """Send `webhook.ping`, whatever the receiver's event filter says."""
    store = dependencies().store
    delivery = store.webhooks.ping(identifier, g.tenant)
    return json_response(_delivery(store.deliveries.read(delivery, g.tenant)), HTTPStatus.ACCEPTED)


@blueprint.post("/webhooks/<webhook:identifier>/rotate_secret")
@_administered(
    "Replace a receiver's secret",
    request=RotationSchema,
    body_required=False,
    answers={200: SecretSchema},
    problems=_WRITE_PROBLEMS,
)
def rotate_secret(identifier: str) -> Response:
    """Show a new secret, this once; until the grace is over the old one signs too."""
    return _rotated(identifier)


@blueprint.post("/webhooks/default/rotate_secret")
@_administered(
    "Replace the default secret, which signs the callbacks of articles",
    request=RotationSchema,
    body_required=False,
    answers={200: SecretSchema},
    problems=_WRITE_PROBLEMS,
)
def rotate_default_secret() -> Response:
    """Show a new default secret, this once; the first is made in the same way."""
    return _rotated(None)


@blueprint.post("/webhooks/<webhook:identifier>/recover")
@_administered(
    "Send again what failed within a time",
    request=RecoverySchema,
    answers={202: RecoveredSchema},
    problems=("conflict", *_WRITE_PROBLEMS),
)
def recover(identifier: str) -> Response:
    """Start the schedule of every failed delivery of that time again."""
    given = request_parsing.json_body(RecoverySchema())
    until = given["until"] or datetime.now(UTC)
    number = dependencies().store.webhooks.recover(identifier, g.tenant, given["since"], until)
    return json_response({"recovered": number}, HTTPStatus.ACCEPTED)


@blueprint.get("/webhooks/<webhook:identifier>/deliveries")
@_administered(
    "List the deliveries to a receiver, the newest first",
    query=DeliveryQuerySchema,
    answers={200: DeliveryListSchema},
    problems=("validation", *_READ_PROBLEMS),
)
def deliveries(identifier: str) -> Response:
    """Answer with a page of deliveries."""
    dependencies().store.webhooks.read(identifier, g.tenant)
    return _deliveries(identifier)


@blueprint.get("/webhooks/default/deliveries")
@_administered(
    "List the deliveries to the callbacks of articles, the newest first",
    query=DeliveryQuerySchema,
    answers={200: DeliveryListSchema},
    problems=("validation", "store_unavailable"),
)
def default_deliveries() -> Response:
    """Answer with a page of deliveries."""
    return _deliveries(None)


@blueprint.get("/deliveries/<delivery:identifier>")
@_administered("Read a delivery", answers={200: DeliverySchema}, problems=_READ_PROBLEMS)
def delivery(identifier: str) -> Response:
    """Answer with every attempt and what it came to."""
    return json_response(_delivery(dependencies().store.deliveries.read(identifier, g.tenant)))


@blueprint.post("/deliveries/<delivery:identifier>/redeliver")
@_administered(
    "Send a delivery again",
    answers={202: DeliverySchema},
    problems=("conflict", "gone", *_READ_PROBLEMS),
)
def redeliver(identifier: str) -> Response:
    """Start the delivery's schedule again, with the same `webhook-id` and the same bytes."""
    store = dependencies().store
    store.deliveries.redeliver(identifier, g.tenant)
    return json_response(_delivery(store.deliveries.read(identifier, g.tenant)), HTTPStatus.ACCEPTED)


def _rotated(identifier: str | None) -> Response:
    grace = _optional_body(RotationSchema())["grace_period_seconds"]
    secret = dependencies().store.webhooks.rotate_secret(identifier, g.tenant, grace)
    return json_response({"secret": secret, "grace_period_seconds": grace})


def _deliveries(identifier: str | None) -> Response:
    query = request_parsing.query_parameters(DeliveryQuerySchema())
    page = dependencies().store.deliveries.find(
        g.tenant, identifier, query["status"], query["cursor"], query["limit"]
    )
    return json_response({"items": [_delivery(each) for each in page.deliveries], "next_cursor": page.last})


def _optional_body(schema: Schema) -> dict[str, Any]:
    return (
        request_parsing.json_body(schema)
        if request.content_length
        else request_parsing.validate_json(schema, {})
    )


def _unique(events: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(events))


def _endpoint(endpoint: WebhookEndpoint) -> dict[str, Any]:
    document: dict[str, Any] = to_jsonable(endpoint)
    del document["tenant"]
    return document


def _delivery(found: Delivery) -> dict[str, Any]:
    document: dict[str, Any] = to_jsonable(found)
    del document["tenant"]
    document["subject_id"] = document.pop("subject")
    return document
