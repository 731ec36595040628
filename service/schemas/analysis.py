"""Schemas of an analysis."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from nutgraf.model import Bound, EntityType, FigureKind
from service.schemas.fields import integer, listed, nested, number, string

_UNIT = "in the unit of `offset_unit` (by default code points)"


def _start(example: int) -> fields.Integer:
    return integer(f"Start of the span, {_UNIT}.", example, required=True, validate=validate.Range(min=0))


def _end(example: int) -> fields.Integer:
    return integer(
        f"End of the span (exclusive), {_UNIT}.", example, required=True, validate=validate.Range(min=0)
    )


def _span_text(example: str) -> fields.String:
    return string("Text of the span, verbatim: equals `text[start:end]`.", example, required=True)


class PipelineSchema(Schema):
    """Pipeline that made the analysis."""

    version = string("Version of the pipeline.", "1.0.0", required=True)
    fingerprint = string(
        "Hash of its code and models; equal fingerprints give equal analyses.",
        "sha256:9b2d0f0f3c5a1c0d7f0c2a57a7b1a6de4c1c9d0cf5b6f7f8e1a2b3c4d5e6f708",
        required=True,
    )


class LanguageSchema(Schema):
    """Detected language of the text."""

    code = string("ISO 639-1 code.", "en", required=True)
    confidence = number("Probability of this language, 0 to 1.", 0.99, required=True)
    supported = fields.Boolean(
        required=True,
        metadata={"description": "Whether the models support it; if not, entities and figures are left out."},
    )


class RemovedSchema(Schema):
    """Span that was classified as boilerplate and left out of the analysis."""

    start = _start(310)
    end = _end(447)
    reason = string("Kind of boilerplate.", "navigation", required=True)


class TextFactsSchema(Schema):
    """Measurements of the text."""

    sha256 = string(
        "SHA-256 of the text in UTF-8, hexadecimal.",
        "9b2d0f0f3c5a1c0d7f0c2a57a7b1a6de4c1c9d0cf5b6f7f8e1a2b3c4d5e6f708",
        required=True,
    )
    characters = integer("Length in code points.", 4120, required=True)
    words = integer("Number of words outside boilerplate.", 702, required=True)
    sentences = integer("Number of sentences outside boilerplate and headings.", 31, required=True)
    removed = listed(RemovedSchema, "Boilerplate spans, in order.", required=True)


class SummarySentenceSchema(Schema):
    """Sentence of the summary, verbatim."""

    text = _span_text("The council of Arlesund voted on Monday to rebuild the old harbour wall.")
    start = _start(0)
    end = _end(72)
    rank = integer("Rank of the sentence; 1 is the best.", 1, required=True)
    rank_score = number("Score of the sentence, 0 to 1.", 0.91, required=True)
    reasons = fields.Dict(
        keys=fields.String(),
        values=fields.Float(),
        metadata={
            "description": "With `explain=true`: contribution of each feature to the score.",
            "examples": [{"position": 1.29, "length": 0.86, "penalties": 0.0}],
        },
    )


class SummarySchema(Schema):
    """Extractive summary."""

    sentences = listed(SummarySentenceSchema, "The sentences, in the requested order.", required=True)
    requested = integer("Requested number of sentences.", 3, required=True)


class MentionSchema(Schema):
    """Mention of an entity."""

    field = string("String that the offsets refer to.", "text", required=True,
                 validate=validate.OneOf(["text", "title"]))  # fmt: skip
    text = _span_text("Ines Calloway")
    start = _start(79)
    end = _end(92)
    score = number("Confidence of the model, 0 to 1.", 0.98, required=True)


class AliasSchema(Schema):
    """Other surface form of an entity, with the rule that linked it."""

    text = string("The surface form.", "Ms Calloway", required=True)
    rule = string("Rule that linked it to the entity.", "title_surname", required=True)


class PlaceLinkSchema(Schema):
    """Link of a place to a gazetteer."""

    scheme = string("The gazetteer.", "geonames", required=True)
    id = string("Id of the place in the gazetteer.", "2643743", required=True)
    latitude = number(
        "Degrees north, to 0.01; of a country or a region the middle of its inhabitants.",
        51.51,
        required=True,
    )
    longitude = number("Degrees east, to 0.01, likewise.", -0.13, required=True)
    country = string("ISO 3166-1 alpha-2 code of the country.", "GB", required=True)


class EntitySchema(Schema):
    """Entity: a person, an organisation, a place or another named thing."""

    id = string("Id, unique within this analysis.", "ent_1", required=True)
    name = string("Longest name in the article.", "Ines Calloway", required=True)
    type = string(
        "Type of the entity.",
        "PERSON",
        required=True,
        validate=validate.OneOf([kind.value for kind in EntityType]),
    )
    salience = number("How central the entity is to the article, 0 to 1.", 0.31, required=True)
    mentions = listed(MentionSchema, "All mentions.", required=True)
    aliases = listed(AliasSchema, "Other surface forms.", required=True)
    links = listed(
        PlaceLinkSchema,
        "Links of a country, region or town; empty unless the article leaves no doubt which place it means.",
    )


class FigureSchema(Schema):
    """Figure: a number in the text, normalised."""

    value = fields.Raw(
        required=True,
        metadata={
            "description": "Value: a number, or a date, week, month, year or interval in ISO 8601 "
            "if `kind` is `date`.",
            "type": ["number", "string"],
            "examples": [76000000],
        },
    )
    value_max = number(
        "Upper end of a range, whose lower end is `value`, as in '£76-80 million'; null without a range.",
        80000000,
        required=True,
        allow_none=True,
    )
    unit = string("ISO 4217 code, `percent`, the counted noun, a unit of measure, or `date`; "
                  "null if the text names none.", "GBP",
                  required=True, allow_none=True)  # fmt: skip
    kind = string(
        "Kind of quantity.",
        "money",
        required=True,
        validate=validate.OneOf([kind.value for kind in FigureKind]),
    )
    bound = string("How the text qualifies the value: `at_least` for 'more than', and for the lower end of a "
                   "range.", "at_least",
                   required=True, validate=validate.OneOf([bound.value for bound in Bound]))  # fmt: skip
    text = _span_text("£76-80 million")
    start = _start(310)
    end = _end(324)
    what = string(
        "What is counted or measured, as far as possible in the words of the text.",
        "repairs",
        required=True,
        allow_none=True,
    )


class SpeakerSchema(Schema):
    """Speaker of a quotation."""

    entity_id = string(
        "Id of the entity in this analysis; null if the name matches none.",
        "ent_1",
        required=True,
        allow_none=True,
    )
    name = string("Name as it is written in the text.", "Ines Calloway", required=True)


class QuoteSchema(Schema):
    """Quotation without its quotation marks."""

    text = _span_text("We have waited long enough,")
    start = _start(145)
    end = _end(172)
    speaker = nested(
        SpeakerSchema,
        "Only speaker; null if the text does not attribute the quotation, or several say it together.",
        required=True,
        allow_none=True,
    )
    speakers = listed(
        SpeakerSchema,
        "All speakers: several who say it together, else the one in `speaker`. "
        "Empty in analyses made before this field existed.",
        required=True,
    )
    cue = string("Reporting verb.", "told", required=True, allow_none=True)


class WarningSchema(Schema):
    """Warning about the analysis."""

    code = string("Stable name of the warning.", "fewer_sentences_than_requested", required=True)
    detail = string("Message for people.", "2 sentences were found; 3 were asked for.", required=True)


class AnalysisSchema(Schema):
    """Analysis of an article. Every span was validated against the text before it was stored."""

    pipeline = nested(PipelineSchema, "Pipeline that made the analysis.", required=True)
    cache = string("`hit` if an earlier analysis of an equal document was reused.", "miss", required=True,
                 validate=validate.OneOf(["hit", "miss"]))  # fmt: skip
    language = nested(LanguageSchema, "Detected language.", required=True)
    text = nested(TextFactsSchema, "Measurements of the text.", required=True)
    summary = nested(SummarySchema, "Extractive summary.", required=True)
    entities = listed(EntitySchema, "Entities, most salient first.", required=True)
    figures = listed(FigureSchema, "Figures, in the order of the text.", required=True)
    quotes = listed(QuoteSchema, "Quotations, in the order of the text.", required=True)
    warnings = listed(WarningSchema, "Warnings about the analysis.", required=True)
