"""What is handed in: one article."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import orjson
from marshmallow import Schema, ValidationError, fields, validate, validates, validates_schema

from nutgraf.model import EntityType
from service.schemas.fields import URL_LENGTH, integer, moment, nested, number, string
from service.schemas.webhook import CallbackSchema

METADATA_BYTES = 4096
TITLE_LENGTH = 1000
MOST_SENTENCES = 20
MOST_ARTICLES = 100


class SourceSchema(Schema):
    """The outlet that published an article."""

    name = string(
        "The outlet's name.", "Arlesund Courier", required=True, longest=200, validate=validate.Length(min=1)
    )


class SummaryOptionsSchema(Schema):
    """How the summary is to be."""

    sentence_count = integer(
        "How many sentences the summary has.",
        3,
        load_default=3,
        validate=validate.Range(1, MOST_SENTENCES),
    )
    order = string(
        "Sentences by their place in the text (`offset`) or the best first (`rank`).",
        "offset",
        load_default="offset",
        validate=validate.OneOf(["offset", "rank"]),
    )


class EntityOptionsSchema(Schema):
    """Which entities are wanted."""

    types = fields.List(
        fields.String(validate=validate.OneOf([kind.value for kind in EntityType])),
        load_default=list,
        validate=validate.Length(max=len(EntityType)),
        metadata={
            "description": "Only these types; empty: all that the model gives.",
            "examples": [["PERSON"]],
        },
    )
    min_score = number(
        "Mentions of a lower score are left out.", 0.5, load_default=0.0, validate=validate.Range(0, 1)
    )


class SubmissionSchema(Schema):
    """An article to be analysed. Exactly one of `text` and `html` is given; unknown fields are refused."""

    text = string(
        "The article as plain text; all offsets refer to exactly this string.",
        "The council of Arlesund voted on Monday to rebuild the old harbour wall for 4 million euros.",
    )
    html = string(
        "The article as a page; its text is extracted, and offsets refer to what `/text` returns.",
        "<article><p>The council voted on Monday to rebuild the harbour wall.</p></article>",
    )
    title = string("The headline.", "Harbour wall to be rebuilt", longest=TITLE_LENGTH, load_default="")
    url = string(
        "Where it was published. It is never fetched.",
        "https://courier.example/harbour-wall",
        longest=URL_LENGTH,
        load_default=None,
    )
    source = nested(SourceSchema, "The outlet.", load_default=None)
    published_at = moment(
        "When it was published; dates such as 'on Monday' are read from here.", load_default=None
    )
    language = string(
        "ISO 639-1 code, if known; wins over an unsure detection.",
        "en",
        load_default=None,
        validate=validate.Regexp(r"^[a-z]{2}$", error="Not an ISO 639-1 code of two small letters."),
    )
    external_id = string("The caller's own id.", "cms-4711", longest=200, load_default=None)
    metadata = fields.Dict(
        keys=fields.String(),
        load_default=dict,
        metadata={
            "description": f"Anything of up to {METADATA_BYTES} bytes; handed back untouched.",
            "examples": [{"desk": "local"}],
        },
    )
    summary = nested(
        SummaryOptionsSchema,
        "How the summary is to be.",
        load_default=lambda: {"sentence_count": 3, "order": "offset"},
    )
    entities = nested(
        EntityOptionsSchema,
        "Which entities are wanted.",
        load_default=lambda: {"types": [], "min_score": 0.0},
    )

    callback = nested(CallbackSchema, "A webhook for this article alone.", load_default=None)

    @validates_schema
    def _one_body(self, data: dict[str, Any], **_: Any) -> None:
        if ("text" in data) == ("html" in data):
            raise ValidationError("Give exactly one of text and html.", "text")

    @validates("url")
    def _absolute(self, value: str | None, **_: Any) -> None:
        if value is None:
            return
        try:
            parts = urlsplit(value)
        except ValueError:
            raise ValidationError("Not a valid URL.") from None
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValidationError("Not an absolute http or https URL.")

    @validates("metadata")
    def _small(self, value: dict[str, Any], **_: Any) -> None:
        if len(orjson.dumps(value)) > METADATA_BYTES:
            raise ValidationError(f"Longer than {METADATA_BYTES} bytes.")


class BatchSchema(Schema):
    """Several articles at once; each is judged on its own."""

    articles = fields.List(
        fields.Raw(allow_none=True),
        required=True,
        validate=validate.Length(1, MOST_ARTICLES),
        metadata={
            "description": "Each as `Submission`. One that is not spoils nothing for the others: "
            "its own item of the answer says what is wrong with it.",
            "examples": [
                [{"text": "The council of Arlesund voted on Monday to rebuild the old harbour wall."}]
            ],
        },
    )
