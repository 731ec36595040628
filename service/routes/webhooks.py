"""Routes for webhook endpoints; all need the scope ``admin``."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, g, request
from marshmallow import Schema

from nutgraf.codec import to_jsonable
from nutgraf.model import WebhookEndpoint
from nutgraf.store import EndpointDraft
from service.dependencies import dependencies
from service.http import request_parsing, webhook_target
from service.http.json_response import json_response
from service.operation import operation
from service.routes.deliveries import delivery_view
from service.schemas.webhook import (
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

_admin_operation = partial(operation, scope="admin")
_READ_PROBLEMS = ("not_found", "store_unavailable")
_WRITE_PROBLEMS = ("malformed_json", "unsupported_media_type", "too_large", "validation", *_READ_PROBLEMS)


@blueprint.post("/webhooks")
@_admin_operation(
    "Name a receiver",
    request=EndpointDraftSchema,
    responses={201: NewEndpointSchema},
    links=("webhooks.read", "webhooks.change", "webhooks.ping", "webhooks.rotate_secret", "webhooks.recover",
           "deliveries.deliveries", "webhooks.delete"),
    problems=("conflict", "webhook_target_forbidden", *_WRITE_PROBLEMS),
)  # fmt: skip
def create() -> Response:
    """Create a receiver. The response is the only one that contains its secret."""
    deps = dependencies()
    fields = request_parsing.json_body(EndpointDraftSchema())
    webhook_target.check_webhook_url(deps, fields["url"], "/url")
    draft = EndpointDraft(**{**fields, "events": _unique(fields["events"])})
    secret, endpoint = deps.store.webhooks.create(g.tenant, draft)
    response = json_response({**_endpoint(endpoint), "secret": secret}, HTTPStatus.CREATED)
    response.headers["Location"] = f"/v1/webhooks/{endpoint.id}"
    return response


@blueprint.get("/webhooks")
@_admin_operation(
    "List receivers, the newest first",
    query=PageQuerySchema,
    responses={200: EndpointListSchema},
    problems=("validation", "store_unavailable"),
)
def browse() -> Response:
    """Return a page of the caller's receivers."""
    query = request_parsing.query_parameters(PageQuerySchema())
    page = dependencies().store.webhooks.find(g.tenant, query["cursor"], query["limit"])
    return json_response(
        {"items": [_endpoint(endpoint) for endpoint in page.endpoints], "next_cursor": page.last}
    )


@blueprint.get("/webhooks/<webhook:identifier>")
@_admin_operation("Read a receiver", responses={200: EndpointSchema}, problems=_READ_PROBLEMS)
def read(identifier: str) -> Response:
    """Return a receiver without its secret."""
    return json_response(_endpoint(dependencies().store.webhooks.read(identifier, g.tenant)))


@blueprint.patch("/webhooks/<webhook:identifier>")
@_admin_operation(
    "Change a receiver, or switch it on or off",
    request=EndpointChangeSchema,
    responses={200: EndpointSchema},
    problems=("webhook_target_forbidden", *_WRITE_PROBLEMS),
)
def change(identifier: str) -> Response:
    """Change the given fields. Enabling a receiver clears its record of failures."""
    deps = dependencies()
    fields = request_parsing.json_body(EndpointChangeSchema())
    if "url" in fields:
        webhook_target.check_webhook_url(deps, fields["url"], "/url")
    if "events" in fields:
        fields["events"] = ",".join(_unique(fields["events"]))
    if "enabled" in fields:
        fields["enabled"] = "1" if fields["enabled"] else "0"
    return json_response(_endpoint(deps.store.webhooks.update(identifier, g.tenant, fields)))


@blueprint.delete("/webhooks/<webhook:identifier>")
@_admin_operation("Remove a receiver", responses={204: ""}, problems=_READ_PROBLEMS)
def delete(identifier: str) -> Response:
    """Remove a receiver. Its pending deliveries fail."""
    dependencies().store.webhooks.delete(identifier, g.tenant)
    return Response(status=HTTPStatus.NO_CONTENT)


@blueprint.post("/webhooks/<webhook:identifier>/ping")
@_admin_operation(
    "Send a receiver an event to try it out",
    responses={202: DeliverySchema},
    problems=("conflict", *_READ_PROBLEMS),
    links=("deliveries.delivery", "deliveries.redeliver"),
)
def ping(identifier: str) -> Response:
    """Send `webhook.ping`, regardless of the receiver's event filter."""
    store = dependencies().store
    delivery = store.webhooks.ping(identifier, g.tenant)
    return json_response(delivery_view(store.deliveries.read(delivery, g.tenant)), HTTPStatus.ACCEPTED)


@blueprint.post("/webhooks/<webhook:identifier>/rotate_secret")
@_admin_operation(
    "Replace a receiver's secret",
    request=RotationSchema,
    body_required=False,
    responses={200: SecretSchema},
    problems=_WRITE_PROBLEMS,
)
def rotate_secret(identifier: str) -> Response:
    """Return a new secret, in this response only. Until the grace period ends the old secret signs too."""
    return _rotate(identifier)


@blueprint.post("/webhooks/default/rotate_secret")
@_admin_operation(
    "Replace the default secret, which signs the callbacks of articles",
    request=RotationSchema,
    body_required=False,
    responses={200: SecretSchema},
    problems=_WRITE_PROBLEMS,
)
def rotate_default_secret() -> Response:
    """Return a new default secret, in this response only. The first one is created in the same way."""
    return _rotate(None)


@blueprint.post("/webhooks/<webhook:identifier>/recover")
@_admin_operation(
    "Send again what failed within a time",
    request=RecoverySchema,
    responses={202: RecoveredSchema},
    problems=("conflict", *_WRITE_PROBLEMS),
)
def recover(identifier: str) -> Response:
    """Restart the retry schedule of every failed delivery within the time range."""
    fields = request_parsing.json_body(RecoverySchema())
    until = fields["until"] or datetime.now(UTC)
    number = dependencies().store.webhooks.recover(identifier, g.tenant, fields["since"], until)
    return json_response({"recovered": number}, HTTPStatus.ACCEPTED)


def _rotate(identifier: str | None) -> Response:
    grace = _optional_body(RotationSchema())["grace_period_seconds"]
    secret = dependencies().store.webhooks.rotate_secret(identifier, g.tenant, grace)
    return json_response({"secret": secret, "grace_period_seconds": grace})


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
