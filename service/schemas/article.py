"""Schemas of articles, service information and problems."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from nutgraf.model import Status
from service.schemas.analysis import AnalysisSchema, PipelineSchema
from service.schemas.fields import integer, listed, moment, nested, string
from service.schemas.story import MembershipSchema
from service.schemas.submission import SourceSchema


class FailureSchema(Schema):
    """Reason why an article failed."""

    type = string("Name of the problem type.", "analysis_timeout", required=True)
    detail = string("Message for people.", "The analysis did not end in time.", required=True)


class PageFactsSchema(Schema):
    """Facts that were taken from the submitted page, because the submission left them out; else null."""

    title = string("Headline.", "Harbour wall to be rebuilt", required=True, allow_none=True)
    url = string("Canonical address.", "https://courier.example/harbour-wall", required=True, allow_none=True)
    source = string("Name of the outlet.", "Arlesund Courier", required=True, allow_none=True)
    published_at = moment("Time of publication.", required=True, allow_none=True)
    language = string("ISO 639-1 code.", "en", required=True, allow_none=True)
    author = string("Names of the authors.", "Ada Finch", required=True, allow_none=True)


class ArticleSchema(Schema):
    """State of an article, and its analysis if it is completed."""

    id = string("Opaque id; sorts by time of creation.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    status = string("Status of the article.", "completed", required=True,
                  validate=validate.OneOf([status.value for status in Status]))  # fmt: skip
    created_at = moment("Time of acceptance.", required=True)
    started_at = moment("Time at which the analysis started.", required=True, allow_none=True)
    completed_at = moment("Time at which it was finished.", required=True, allow_none=True)
    expires_at = moment(
        "Time at which it will be deleted; set when it is finished.", required=True, allow_none=True
    )
    attempts = integer("Number of times that a worker has started the analysis.", 1, required=True)
    queue_position = integer(
        "Position in the queue; 1 is next, null if not queued. It may rise because tenants take turns.",
        1, required=True, allow_none=True,
    )  # fmt: skip
    title = string(
        "As submitted, or from the HTML page.",
        "Harbour wall to be rebuilt",
        required=True,
        allow_none=True,
    )
    url = string(
        "As submitted, or from the HTML page.",
        "https://courier.example/harbour-wall",
        required=True,
        allow_none=True,
    )
    source = nested(SourceSchema, "As submitted, or from the HTML page.", required=True, allow_none=True)
    published_at = moment("As submitted, or from the HTML page.", required=True, allow_none=True)
    external_id = string("As submitted.", "cms-4711", required=True, allow_none=True)
    metadata = fields.Dict(
        keys=fields.String(),
        required=True,
        metadata={"description": "As submitted.", "examples": [{"desk": "local"}]},
    )
    page = nested(
        PageFactsSchema,
        "What was taken from the submitted HTML page because the submission left it out; null without one.",
        required=True,
        allow_none=True,
    )
    error = nested(
        FailureSchema, "Reason of the failure; null if it did not fail.", required=True, allow_none=True
    )
    analysis = nested(AnalysisSchema, "Set when the article is completed.", required=True, allow_none=True)
    story = nested(
        MembershipSchema,
        "Set when another article of the same event exists.",
        required=True,
        allow_none=True,
    )


class ArticleTextSchema(Schema):
    """Strings that the offsets refer to."""

    id = string("Id of the article.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    title = string(
        "Title; offsets with `field: title` refer to it.", "Harbour wall to be rebuilt", required=True
    )
    text = string(
        "Text; all other offsets refer to it.",
        "The council of Arlesund voted on Monday to rebuild the old harbour wall.",
        required=True,
    )
    sha256 = string(
        "SHA-256 of the text in UTF-8, hexadecimal.",
        "9b2d0f0f3c5a1c0d7f0c2a57a7b1a6de4c1c9d0cf5b6f7f8e1a2b3c4d5e6f708",
        required=True,
    )


class LimitsSchema(Schema):
    """Limits of a request."""

    max_text_characters = integer("Maximum length of a text, in code points.", 200_000, required=True)
    max_body_bytes = integer("Maximum size of a request body, in bytes.", 1_048_576, required=True)
    min_words = integer("Minimum length of a text, in words.", 8, required=True)
    max_wait_seconds = integer("Maximum of `Prefer: wait`, in seconds.", 30, required=True)
    submit_units_per_minute = integer(
        "Submit quota per minute, if keys are on; a unit is 10,000 characters begun.", 1200, required=True
    )
    read_units_per_minute = integer(
        "Read quota per minute, if keys are on; a unit is a request.", 12_000, required=True
    )


class InfoSchema(Schema):
    """Version and capabilities of the service."""

    version = string("Version of the API.", "1.0.0", required=True)
    pipeline = nested(
        PipelineSchema, "Installed pipeline; null until a worker has started.", required=True, allow_none=True
    )
    entity_types = fields.List(
        fields.String(),
        required=True,
        metadata={
            "description": "Entity types that the model recognises.",
            "examples": [["PERSON", "ORG", "GPE"]],
        },
    )
    languages = fields.List(
        fields.String(),
        required=True,
        metadata={
            "description": "Languages with support for entities, as ISO 639-1 codes.",
            "examples": [["en"]],
        },
    )
    limits = nested(LimitsSchema, "Limits of a request.", required=True)


class HealthSchema(Schema):
    """Result of a health check."""

    status = string("Always `ok`.", "ok", required=True)


class InvalidSchema(Schema):
    """Fault of the input."""

    pointer = string(
        "JSON Pointer to the value, or name of the parameter.", "/summary/sentence_count", required=True
    )
    message = string("What is wrong with it.", "Must be greater than or equal to 1.", required=True)


class ProblemSchema(Schema):
    """Problem (RFC 9457)."""

    type = string("Problem type, as a relative reference.", "/problems/validation", required=True)
    title = string("Title of the problem type.", "The request is well-formed but not valid.", required=True)
    status = integer("The HTTP status.", 422, required=True)
    detail = string("What happened in this request.", "Invalid: /summary/sentence_count.", required=True)
    instance = string("Path of the request.", "/v1/articles", required=True)
    errors = listed(InvalidSchema, "Faults of the input.")


class BatchItemSchema(Schema):
    """Result of one article of a batch."""

    index = integer("Index in the batch, from 0.", 0, required=True)
    status = integer("HTTP status that a single submission would have got.", 202, required=True)
    article = nested(
        ArticleSchema, "The article; null if it was not accepted.", required=True, allow_none=True
    )
    problem = nested(
        ProblemSchema, "Why it was not accepted; null if it was.", required=True, allow_none=True
    )


class BatchAnswerSchema(Schema):
    """Results of a batch."""

    items = listed(BatchItemSchema, "One item per article, in order.", required=True)


class ArticleListSchema(Schema):
    """Page of articles."""

    items = listed(ArticleSchema, "Articles, newest first.", required=True)
    next_cursor = string(
        "Cursor of the next page; null on the last page.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )
