"""Schemas of submissions."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from marshmallow import Schema, ValidationError, fields, validate, validates, validates_schema

from nutgraf.model import EntityType
from service.schemas.fields import URL_LENGTH, integer, moment, nested, number, string
from service.schemas.webhook import CallbackSchema

METADATA_BYTES = 16 * 1024
TITLE_LENGTH = 1000
MAX_SENTENCES = 20
MAX_ARTICLES = 100


class SourceSchema(Schema):
    """Outlet that published an article."""

    name = string(
        "Name of the outlet.", "Arlesund Courier", required=True, longest=200, validate=validate.Length(min=1)
    )


class SummaryOptionsSchema(Schema):
    """Options of the summary."""

    sentence_count = integer(
        "Number of sentences.",
        3,
        load_default=3,
        validate=validate.Range(1, MAX_SENTENCES),
    )
    order = string(
        "Order of the sentences: as in the text (`offset`) or best first (`rank`).",
        "offset",
        load_default="offset",
        validate=validate.OneOf(["offset", "rank"]),
    )


class EntityOptionsSchema(Schema):
    """Options of the entities."""

    types = fields.List(
        fields.String(validate=validate.OneOf([kind.value for kind in EntityType])),
        load_default=list,
        validate=validate.Length(max=len(EntityType)),
        metadata={
            "description": "Only these types; empty for all. "
            "Types that `/v1/info` does not list give nothing.",
            "examples": [["PERSON"]],
        },
    )
    min_score = number(
        "Mentions with a lower score are left out.", 0.5, load_default=0.0, validate=validate.Range(0, 1)
    )


class SubmissionSchema(Schema):
    """Article to analyse. Exactly one of `text` and `html` must be given; unknown fields are refused."""

    text = string(
        "Article as plain text; all offsets refer to exactly this string.",
        "The council of Arlesund voted on Monday to rebuild the old harbour wall for 4 million euros.",
    )
    html = string(
        "Article as HTML; its text is extracted, and offsets refer to the string that `/text` returns.",
        "<article><p>The council voted on Monday to rebuild the harbour wall.</p></article>",
    )
    title = string("Headline.", "Harbour wall to be rebuilt", longest=TITLE_LENGTH, load_default="")
    url = string(
        "URL where it was published. It is never fetched.",
        "https://courier.example/harbour-wall",
        longest=URL_LENGTH,
        load_default=None,
    )
    source = nested(SourceSchema, "Outlet that published it.", load_default=None)
    published_at = moment(
        "Time of publication; dates such as 'on Monday' are resolved relative to it.", load_default=None
    )
    language = string(
        "ISO 639-1 code, if known; overrides an uncertain detection.",
        "en",
        load_default=None,
        validate=validate.Regexp(r"^[a-z]{2}$", error="Not an ISO 639-1 code of two small letters."),
    )
    external_id = string("The caller's own id.", "cms-4711", longest=200, load_default=None)
    metadata = fields.Dict(
        keys=fields.String(),
        load_default=dict,
        metadata={
            "description": f"Any JSON object of up to {METADATA_BYTES} bytes; returned unchanged.",
            "examples": [{"desk": "local"}],
        },
    )
    summary = nested(
        SummaryOptionsSchema,
        "Options of the summary.",
        load_default=lambda: {"sentence_count": 3, "order": "offset"},
    )
    entities = nested(
        EntityOptionsSchema,
        "Options of the entities.",
        load_default=lambda: {"types": [], "min_score": 0.0},
    )
    callback = nested(CallbackSchema, "Webhook for this article only.", load_default=None)

    @validates_schema
    def _check_one_body(self, data: dict[str, Any], **_: Any) -> None:
        if ("text" in data) == ("html" in data):
            raise ValidationError("Give exactly one of text and html.", "text")

    @validates("url")
    def _check_url(self, value: str | None, **_: Any) -> None:
        if value is None:
            return
        try:
            parts = urlsplit(value)
        except ValueError:
            raise ValidationError("Not a valid URL.") from None
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValidationError("Not an absolute http or https URL.")

    @validates("metadata")
    def _check_metadata_size(self, value: dict[str, Any], **_: Any) -> None:
        # Not by orjson, which knows no integer of more than 64 bits.
        if len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()) > METADATA_BYTES:
            raise ValidationError(f"Longer than {METADATA_BYTES} bytes.")


class BatchSchema(Schema):
    """Batch of articles; each is validated on its own."""

    articles = fields.List(
        fields.Raw(allow_none=True),
        required=True,
        validate=validate.Length(1, MAX_ARTICLES),
        metadata={
            "description": "Each as `Submission`. An invalid one does not affect the others: "
            "its item of the response says what is wrong.",
            "examples": [
                [{"text": "The council of Arlesund voted on Monday to rebuild the old harbour wall."}]
            ],
        },
    )
