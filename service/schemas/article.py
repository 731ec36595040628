"""What is answered: an article, its text, and what the service is."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from nutgraf.model import Status
from service.schemas.analysis import AnalysisSchema, PipelineSchema
from service.schemas.fields import integer, listed, moment, nested, string
from service.schemas.story import MembershipSchema
from service.schemas.submission import SourceSchema


class FailureSchema(Schema):
    """Why an article failed."""

    type = string("The problem's name.", "analysis_timeout", required=True)
    detail = string("A sentence for people.", "The analysis did not end in time.", required=True)


class ArticleSchema(Schema):
    """An article's state, and its analysis once it is completed."""

    id = string("Opaque; sorts by time.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    status = string("Where it stands.", "completed", required=True,
                  validate=validate.OneOf([status.value for status in Status]))  # fmt: skip
    created_at = moment("When it was accepted.", required=True)
    started_at = moment("When work on it began.", required=True, allow_none=True)
    completed_at = moment("When it was finished.", required=True, allow_none=True)
    expires_at = moment("When it will be forgotten; set once it is finished.", required=True, allow_none=True)
    attempts = integer("How often a worker has begun.", 1, required=True)
    queue_position = integer(
        "1 is next; null when it is not waiting. Tenants take turns, so it may rise.",
        1, required=True, allow_none=True,
    )  # fmt: skip
    title = string(
        "As submitted, or the page's.", "Harbour wall to be rebuilt", required=True, allow_none=True
    )
    url = string("As submitted.", "https://courier.example/harbour-wall", required=True, allow_none=True)
    source = nested(SourceSchema, "As submitted.", required=True, allow_none=True)
    published_at = moment("As submitted.", required=True, allow_none=True)
    external_id = string("As submitted.", "cms-4711", required=True, allow_none=True)
    metadata = fields.Dict(
        keys=fields.String(),
        required=True,
        metadata={"description": "As submitted.", "examples": [{"desk": "local"}]},
    )
    error = nested(FailureSchema, "Why it failed, if it did.", required=True, allow_none=True)
    analysis = nested(AnalysisSchema, "Set once it is completed.", required=True, allow_none=True)
    story = nested(
        MembershipSchema,
        "Set once another article of the event is there.",
        required=True,
        allow_none=True,
    )


class ArticleTextSchema(Schema):
    """The strings that the offsets refer to."""

    id = string("The article's id.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    title = string(
        "The title, to which offsets with `field: title` refer.", "Harbour wall to be rebuilt", required=True
    )
    text = string(
        "The text, to which all other offsets refer.",
        "The council of Arlesund voted on Monday to rebuild the old harbour wall.",
        required=True,
    )
    sha256 = string(
        "SHA-256 of the text in UTF-8, hexadecimal.",
        "9b2d0f0f3c5a1c0d7f0c2a57a7b1a6de4c1c9d0cf5b6f7f8e1a2b3c4d5e6f708",
        required=True,
    )


class LimitsSchema(Schema):
    """What a caller may send."""

    max_text_characters = integer("The longest text, in code points.", 200_000, required=True)
    max_body_bytes = integer("The largest body.", 1_048_576, required=True)
    min_words = integer("The shortest text, in words.", 8, required=True)
    max_wait_seconds = integer("The longest `Prefer: wait`.", 30, required=True)
    submit_units_per_minute = integer(
        "Quota for submitting, with keys on; a unit is 10,000 characters begun.", 1200, required=True
    )
    read_units_per_minute = integer(
        "Quota for reading, with keys on; a unit is a request.", 12_000, required=True
    )


class InfoSchema(Schema):
    """What this service is and can do."""

    version = string("The API's version.", "1.0.0", required=True)
    pipeline = nested(
        PipelineSchema, "The pipeline; null until a worker has started.", required=True, allow_none=True
    )
    entity_types = fields.List(
        fields.String(),
        required=True,
        metadata={"description": "Types that the model gives.", "examples": [["PERSON", "ORG", "GPE"]]},
    )
    languages = fields.List(
        fields.String(),
        required=True,
        metadata={"description": "Languages it knows entities in.", "examples": [["en"]]},
    )
    limits = nested(LimitsSchema, "The caller's limits.", required=True)


class HealthSchema(Schema):
    """A process that answers."""

    status = string("Always `ok`.", "ok", required=True)


class InvalidSchema(Schema):
    """One fault of the input."""

    pointer = string(
        "JSON Pointer to the value, or the parameter's name.", "/summary/sentence_count", required=True
    )
    message = string("What is wrong with it.", "Must be greater than or equal to 1.", required=True)


class ProblemSchema(Schema):
    """A problem (RFC 9457)."""

    type = string("The problem's name, as a relative reference.", "/problems/validation", required=True)
    title = string("What the name means.", "The request is well-formed but not valid.", required=True)
    status = integer("The HTTP status.", 422, required=True)
    detail = string("What happened this time.", "Invalid: /summary/sentence_count.", required=True)
    instance = string("The path asked for.", "/v1/articles", required=True)
    errors = listed(InvalidSchema, "Where the input is invalid.")


class BatchItemSchema(Schema):
    """What became of one article of a batch."""

    index = integer("Its place in the batch, from 0.", 0, required=True)
    status = integer("The HTTP status that it would have got alone.", 202, required=True)
    article = nested(ArticleSchema, "The article, if it was accepted.", required=True, allow_none=True)
    problem = nested(ProblemSchema, "Why not, if it was not.", required=True, allow_none=True)


class BatchAnswerSchema(Schema):
    """What became of a batch."""

    items = listed(BatchItemSchema, "One for each article, in order.", required=True)


class ArticleListSchema(Schema):
    """A page of articles."""

    items = listed(ArticleSchema, "The articles, the newest first.", required=True)
    next_cursor = string(
        "Where the next page begins; null at the end.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )
