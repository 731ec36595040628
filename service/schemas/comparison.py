"""Schema of a request to compare articles."""

from __future__ import annotations

from marshmallow import Schema, ValidationError, fields, validate, validates

from service.schemas.fields import string
from service.schemas.submission import METADATA_BYTES, SubmissionSchema

MAX_COMPARED = 50


class ComparedArticleSchema(SubmissionSchema):
    """Article to compare: a submission without a callback."""

    class Meta:
        """Fields that it does not have."""

        exclude = ("callback",)

    html = string(
        "Article as HTML. Its text is extracted and not returned, and offsets refer to it: "
        "send `text` where offsets matter.",
        "<article><p>The council voted on Monday to rebuild the harbour wall.</p></article>",
    )
    metadata = fields.Dict(
        keys=fields.String(),
        load_default=dict,
        metadata={
            "description": f"Any JSON object of up to {METADATA_BYTES} bytes; accepted, not returned.",
            "examples": [{"desk": "local"}],
        },
    )


class ComparisonSchema(Schema):
    """Articles to compare."""

    articles = fields.List(
        fields.Nested(ComparedArticleSchema),
        required=True,
        validate=validate.Length(2, MAX_COMPARED),
        metadata={
            "description": f"2 to {MAX_COMPARED} articles. In the response the id of each is its "
            "`external_id`, or `#` and its index in this list, from 0."
        },
    )

    @validates("articles")
    def _check_unique_ids(self, value: list[dict[str, object]], **_: object) -> None:
        ids = [article["external_id"] for article in value if article.get("external_id") is not None]
        if len(set(ids)) < len(ids):
            raise ValidationError("Two articles have the same external_id.")
