"""Routes for the deliveries of webhooks; all need the scope ``admin``."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, g

from nutgraf.codec import to_jsonable
from nutgraf.model import Delivery
from service.dependencies import dependencies
from service.http import request_parsing
from service.http.json_response import json_response
from service.operation import operation
from service.schemas.webhook import DeliveryListSchema, DeliveryQuerySchema, DeliverySchema

blueprint = Blueprint("deliveries", __name__, url_prefix="/v1")

_admin_operation = partial(operation, scope="admin")
_READ_PROBLEMS = ("not_found", "store_unavailable")


@blueprint.get("/webhooks/<webhook:identifier>/deliveries")
@_admin_operation(
    "List the deliveries to a receiver, the newest first",
    query=DeliveryQuerySchema,
    responses={200: DeliveryListSchema},
    problems=("validation", *_READ_PROBLEMS),
)
def deliveries(identifier: str) -> Response:
    """Return a page of deliveries."""
    dependencies().store.webhooks.read(identifier, g.tenant)
    return _page(identifier)


@blueprint.get("/webhooks/default/deliveries")
@_admin_operation(
    "List the deliveries to the callbacks of articles, the newest first",
    query=DeliveryQuerySchema,
    responses={200: DeliveryListSchema},
    problems=("validation", "store_unavailable"),
)
def default_deliveries() -> Response:
    """Return a page of deliveries."""
    return _page(None)


@blueprint.get("/deliveries/<delivery:identifier>")
@_admin_operation("Read a delivery", responses={200: DeliverySchema}, problems=_READ_PROBLEMS)
def delivery(identifier: str) -> Response:
    """Return a delivery with its attempts and their results."""
    return json_response(delivery_view(dependencies().store.deliveries.read(identifier, g.tenant)))


@blueprint.post("/deliveries/<delivery:identifier>/redeliver")
@_admin_operation(
    "Send a delivery again",
    responses={202: DeliverySchema},
    problems=("conflict", "gone", *_READ_PROBLEMS),
)
def redeliver(identifier: str) -> Response:
    """Restart the delivery's retry schedule, with the same `webhook-id` and the same bytes."""
    store = dependencies().store
    store.deliveries.redeliver(identifier, g.tenant)
    return json_response(delivery_view(store.deliveries.read(identifier, g.tenant)), HTTPStatus.ACCEPTED)


def _page(endpoint: str | None) -> Response:
    query = request_parsing.query_parameters(DeliveryQuerySchema())
    page = dependencies().store.deliveries.find(
        g.tenant, endpoint, query["status"], query["cursor"], query["limit"]
    )
    return json_response(
        {"items": [delivery_view(stored) for stored in page.deliveries], "next_cursor": page.last}
    )


def delivery_view(stored: Delivery) -> dict[str, Any]:
    """Return a delivery as dict for JSON."""
    document: dict[str, Any] = to_jsonable(stored)
    del document["tenant"]
    document["subject_id"] = document.pop("subject")
    return document
