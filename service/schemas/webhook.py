"""Schemas of webhook endpoints and deliveries."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from nutgraf.model import ARTICLE_EVENTS, EVENTS, PING, DeliveryStatus
from service.schemas.fields import URL_LENGTH, integer, listed, moment, page_cursor, string

DESCRIPTION_LENGTH = 500
GRACE_SECONDS = 86_400
MAX_GRACE_SECONDS = 604_800
MAX_ITEMS = 100


def _url(**kwargs: Any) -> fields.String:
    return string(
        "URL that events are posted to.", "https://hooks.example/nutgraf", longest=URL_LENGTH, **kwargs
    )


def _events(about: str, known: tuple[str, ...], **kwargs: Any) -> fields.List[Any]:
    return fields.List(
        fields.String(validate=validate.OneOf(known)),
        validate=validate.Length(1, len(known)),
        metadata={"description": about, "examples": [["article.completed"]]},
        **kwargs,
    )


def _description(**kwargs: Any) -> fields.String:
    return string("Note for people.", "Newsroom search index", longest=DESCRIPTION_LENGTH, **kwargs)


def _payload(**kwargs: Any) -> fields.String:
    return string(
        "`thin`: ids and states; `full`: the whole article or story.",
        "thin",
        validate=validate.OneOf(["thin", "full"]),
        **kwargs,
    )


def _enabled(**kwargs: Any) -> fields.Boolean:
    return fields.Boolean(
        truthy={True},
        falsy={False},
        metadata={"description": "Whether events are sent to this receiver."},
        **kwargs,
    )


class CallbackSchema(Schema):
    """Webhook for one article, signed with the tenant's default secret."""

    url = _url(required=True)
    events = _events(
        "Events of the article that are sent.", ARTICLE_EVENTS, load_default=list(ARTICLE_EVENTS)
    )


class EndpointDraftSchema(Schema):
    """New receiver."""

    url = _url(required=True)
    events = _events("Events that are sent; by default all.", EVENTS, load_default=list(EVENTS))
    description = _description(load_default="")
    payload = _payload(load_default="thin")
    enabled = _enabled(load_default=True)


class EndpointChangeSchema(Schema):
    """Change of a receiver; fields that are not given stay unchanged."""

    url = _url()
    events = _events("Events that are sent.", EVENTS)
    description = _description()
    payload = _payload()
    enabled = _enabled()


class EndpointSchema(Schema):
    """Receiver of webhooks."""

    id = string("Opaque id; sorts by time of creation.", "whk_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    url = _url(required=True)
    events = _events("Events that are sent.", EVENTS, required=True)
    description = _description(required=True)
    payload = _payload(required=True)
    enabled = _enabled(required=True)
    disabled_reason = string(
        "`operator`: by hand; `gone`: it returned 410; `failing`: all deliveries failed for days.",
        required=True,
        allow_none=True,
        validate=validate.OneOf(["operator", "gone", "failing"]),
    )
    failing_since = moment(
        "Time of the first failure since the last success; null if there was none.",
        required=True,
        allow_none=True,
    )
    created_at = moment("Time of creation.", required=True)


class NewEndpointSchema(EndpointSchema):
    """Receiver that was just created, with its secret."""

    secret = string("Secret that signs its deliveries. It is returned only once.", "whsec_…", required=True)


class EndpointListSchema(Schema):
    """Page of receivers."""

    items = listed(EndpointSchema, "Receivers, newest first.", required=True)
    next_cursor = string(
        "Cursor of the next page; null on the last page.",
        "whk_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )


class RotationSchema(Schema):
    """Options of a secret's rotation."""

    grace_period_seconds = integer(
        "Seconds for which the old secret signs too.",
        GRACE_SECONDS,
        load_default=GRACE_SECONDS,
        validate=validate.Range(0, MAX_GRACE_SECONDS),
    )


class SecretSchema(Schema):
    """New secret."""

    secret = string("New secret. It is returned only once.", "whsec_…", required=True)
    grace_period_seconds = integer(
        "Seconds for which the old secret signs too.", GRACE_SECONDS, required=True
    )


class RecoverySchema(Schema):
    """Time range of the failed deliveries to send again."""

    since = moment("Minimum time of the event, inclusive.", required=True)
    until = moment("Maximum time of the event, inclusive; by default now.", load_default=None)


class RecoveredSchema(Schema):
    """Result of a recovery."""

    recovered = integer("Number of deliveries that are sent again.", 12, required=True)


class AttemptSchema(Schema):
    """Attempt to deliver."""

    number = integer("Number of the attempt, from 1.", 1, required=True)
    attempted_at = moment("Start of the attempt.", required=True)
    status_code = integer(
        "HTTP status of the receiver's response; null if there was none.", 503, required=True, allow_none=True
    )
    error = string(
        "Error code if there was no response; else null.", "timeout", required=True, allow_none=True
    )
    milliseconds = integer("Duration in milliseconds.", 41, required=True)
    answer = string("First bytes of the response body.", "ok", required=True)


class DeliverySchema(Schema):
    """Delivery of one event to one receiver."""

    id = string("Id; the `webhook-id` of every attempt.", "dlv_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    endpoint_id = string(
        "Id of the receiver; null for an article's callback.",
        "whk_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )
    event = string(
        "Type of the event.", "article.completed", required=True, validate=validate.OneOf([*EVENTS, PING])
    )
    subject_id = string(
        "Id of the article, story or receiver that the event is about.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
    )
    status = string("Status of the delivery.", "pending", required=True,
                  validate=validate.OneOf([status.value for status in DeliveryStatus]))  # fmt: skip
    created_at = moment("Time of the event.", required=True)
    next_attempt_at = moment(
        "Time of the next attempt; null if the delivery is finished.", required=True, allow_none=True
    )
    attempts = listed(AttemptSchema, "Attempts so far, at most the last 50.", required=True)


class DeliveryListSchema(Schema):
    """Page of deliveries."""

    items = listed(DeliverySchema, "Deliveries, newest first.", required=True)
    next_cursor = string(
        "Cursor of the next page; null on the last page.",
        "dlv_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )


class PageQuerySchema(Schema):
    """Query of a list."""

    limit = fields.Integer(
        load_default=20,
        validate=validate.Range(1, MAX_ITEMS),
        metadata={"description": "Maximum number of items per page."},
    )
    cursor = page_cursor()


class DeliveryQuerySchema(PageQuerySchema):
    """Query of the list of deliveries."""

    status = fields.Enum(
        DeliveryStatus,
        by_value=True,
        load_default=None,
        metadata={"description": "Status of the deliveries."},
    )
