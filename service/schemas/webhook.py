"""Webhooks as JSON: the receivers that a tenant names, and what became of each delivery."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from nutgraf.model import ARTICLE_EVENTS, EVENTS, PING, DeliveryStatus
from service.schemas.fields import URL_LENGTH, integer, listed, moment, page_cursor, string

DESCRIPTION_LENGTH = 500
GRACE_SECONDS = 86_400
LONGEST_GRACE_SECONDS = 604_800
MOST_ITEMS = 100


def _url(**kwargs: Any) -> fields.String:
    return string("Where events are posted.", "https://hooks.example/nutgraf", longest=URL_LENGTH, **kwargs)


def _events(about: str, known: tuple[str, ...], **kwargs: Any) -> fields.List[Any]:
    return fields.List(
        fields.String(validate=validate.OneOf(known)),
        validate=validate.Length(1, len(known)),
        metadata={"description": about, "examples": [["article.completed"]]},
        **kwargs,
    )


def _description(**kwargs: Any) -> fields.String:
    return string("A note for people.", "Newsroom search index", longest=DESCRIPTION_LENGTH, **kwargs)


def _payload(**kwargs: Any) -> fields.String:
    return string(
        "`thin` sends ids and states, `full` the whole article or story.",
        "thin",
        validate=validate.OneOf(["thin", "full"]),
        **kwargs,
    )


def _enabled(**kwargs: Any) -> fields.Boolean:
    return fields.Boolean(
        truthy={True}, falsy={False}, metadata={"description": "Whether events are sent to it."}, **kwargs
    )


class CallbackSchema(Schema):
    """A webhook for one article, signed with the tenant's default secret."""

    url = _url(required=True)
    events = _events(
        "Which of the article's events are sent.", ARTICLE_EVENTS, load_default=list(ARTICLE_EVENTS)
    )


class EndpointDraftSchema(Schema):
    """A new receiver."""

    url = _url(required=True)
    events = _events("Which events are sent; by default all.", EVENTS, load_default=list(EVENTS))
    description = _description(load_default="")
    payload = _payload(load_default="thin")
    enabled = _enabled(load_default=True)


class EndpointChangeSchema(Schema):
    """What is to be different; what is not given stays."""

    url = _url()
    events = _events("Which events are sent.", EVENTS)
    description = _description()
    payload = _payload()
    enabled = _enabled()


class EndpointSchema(Schema):
    """A receiver."""

    id = string("Opaque; sorts by time.", "whk_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    url = _url(required=True)
    events = _events("Which events are sent.", EVENTS, required=True)
    description = _description(required=True)
    payload = _payload(required=True)
    enabled = _enabled(required=True)
    disabled_reason = string(
        "`operator`: by hand; `gone`: it answered 410; `failing`: it only failed for days.",
        required=True,
        allow_none=True,
        validate=validate.OneOf(["operator", "gone", "failing"]),
    )
    failing_since = moment(
        "When the failures began that no success has ended.", required=True, allow_none=True
    )
    created_at = moment("When it was created.", required=True)


class NewEndpointSchema(EndpointSchema):
    """A receiver that was just created, with its secret."""

    secret = string("What its deliveries are signed with. It is shown this once.", "whsec_…", required=True)


class EndpointListSchema(Schema):
    """A page of receivers."""

    items = listed(EndpointSchema, "The receivers, the newest first.", required=True)
    next_cursor = string(
        "Where the next page begins; null at the end.",
        "whk_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )


class RotationSchema(Schema):
    """How a secret is to be replaced."""

    grace_period_seconds = integer(
        "How long the old secret signs beside the new one.",
        GRACE_SECONDS,
        load_default=GRACE_SECONDS,
        validate=validate.Range(0, LONGEST_GRACE_SECONDS),
    )


class SecretSchema(Schema):
    """A new secret."""

    secret = string("The new secret. It is shown this once.", "whsec_…", required=True)
    grace_period_seconds = integer("How long the old one signs too.", GRACE_SECONDS, required=True)


class RecoverySchema(Schema):
    """Which failed deliveries are sent again."""

    since = moment("Those of events at or after this time.", required=True)
    until = moment("And at or before this one; by default now.", load_default=None)


class RecoveredSchema(Schema):
    """What is sent again."""

    recovered = integer("The number of deliveries.", 12, required=True)


class AttemptSchema(Schema):
    """One try to deliver."""

    number = integer("1 is the first.", 1, required=True)
    attempted_at = moment("When it began.", required=True)
    status_code = integer(
        "The receiver's answer; null when there was none.", 503, required=True, allow_none=True
    )
    error = string("Why there was none, in one stable word.", "timeout", required=True, allow_none=True)
    milliseconds = integer("How long it took.", 41, required=True)
    answer = string("The first bytes of the answer.", "ok", required=True)


class DeliverySchema(Schema):
    """One event on its way to one receiver."""

    id = string("The `webhook-id` of every attempt.", "dlv_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    endpoint_id = string(
        "The receiver; null for an article's callback.",
        "whk_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )
    event = string(
        "What happened.", "article.completed", required=True, validate=validate.OneOf([*EVENTS, PING])
    )
    subject_id = string(
        "The article, story or receiver it happened to.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True
    )
    status = string("Where it stands.", "pending", required=True,
                  validate=validate.OneOf([status.value for status in DeliveryStatus]))  # fmt: skip
    created_at = moment("When it happened.", required=True)
    next_attempt_at = moment(
        "When it is tried next; null when it is done with.", required=True, allow_none=True
    )
    attempts = listed(AttemptSchema, "The attempts so far, at most the last fifty.", required=True)


class DeliveryListSchema(Schema):
    """A page of deliveries."""

    items = listed(DeliverySchema, "The deliveries, the newest first.", required=True)
    next_cursor = string(
        "Where the next page begins; null at the end.",
        "dlv_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )


class PageQuerySchema(Schema):
    """Which page of a list."""

    limit = fields.Integer(
        load_default=20,
        validate=validate.Range(1, MOST_ITEMS),
        metadata={"description": "The most items of a page."},
    )
    cursor = page_cursor()


class DeliveryQuerySchema(PageQuerySchema):
    """Which deliveries are listed."""

    status = fields.Enum(
        DeliveryStatus, by_value=True, load_default=None, metadata={"description": "Where they stand."}
    )
