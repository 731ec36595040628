"""What an analysis looks like from outside."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from nutgraf.model import Bound, EntityType, FigureKind
from service.schemas.fields import integer, listed, nested, number, string

_UNIT = "in the unit that `offset_unit` chose (code points by default)"


def _start() -> fields.Integer:
    return integer(f"Where the span begins, {_UNIT}.", 310, required=True, validate=validate.Range(min=0))


def _end() -> fields.Integer:
    return integer(
        f"Where the span ends (exclusive), {_UNIT}.", 447, required=True, validate=validate.Range(min=0)
    )


def _span_text() -> fields.String:
    return string("The span, verbatim: exactly `text[start:end]`.", "Mr Hale", required=True)


class PipelineSchema(Schema):
    """Which pipeline made the analysis."""

    version = string("The pipeline's version.", "1.0.0", required=True)
    fingerprint = string(
        "A hash over its code and models; equal fingerprints give equal analyses.",
        "sha256:9b2d0f0f3c5a1c0d7f0c2a57a7b1a6de4c1c9d0cf5b6f7f8e1a2b3c4d5e6f708",
        required=True,
    )


class LanguageSchema(Schema):
    """The language of the text."""

    code = string("ISO 639-1 code.", "en", required=True)
    confidence = number("Probability that it is this language.", 0.99, required=True)
    supported = fields.Boolean(
        required=True,
        metadata={"description": "Whether the models know it; if not, entities and figures are left out."},
    )


class RemovedSchema(Schema):
    """A stretch that was recognised as boilerplate and left out of the analysis."""

    start = _start()
    end = _end()
    reason = string("What it is.", "navigation", required=True)


class TextFactsSchema(Schema):
    """What was measured about the text."""

    sha256 = string(
        "SHA-256 of the text in UTF-8, hexadecimal.",
        "9b2d0f0f3c5a1c0d7f0c2a57a7b1a6de4c1c9d0cf5b6f7f8e1a2b3c4d5e6f708",
        required=True,
    )
    characters = integer("Length in code points.", 4120, required=True)
    words = integer("Words outside boilerplate.", 702, required=True)
    sentences = integer("Sentences outside boilerplate and headings.", 31, required=True)
    removed = listed(RemovedSchema, "Boilerplate, in order.", required=True)


class SummarySentenceSchema(Schema):
    """A sentence of the summary, verbatim."""

    text = _span_text()
    start = _start()
    end = _end()
    rank = integer("1 is the best.", 1, required=True)
    rank_score = number("How good, 0 to 1.", 0.91, required=True)
    reasons = fields.Dict(
        keys=fields.String(),
        values=fields.Float(),
        metadata={
            "description": "With `explain=true`: what spoke for and against the sentence.",
            "examples": [{"position": 1.29, "length": 0.86, "penalties": 0.0}],
        },
    )


class SummarySchema(Schema):
    """The summary."""

    sentences = listed(SummarySentenceSchema, "The sentences, in the order asked for.", required=True)
    requested = integer("How many were asked for.", 3, required=True)


class MentionSchema(Schema):
    """One place where an entity is named."""

    field = string("Whether offsets refer to the text or to the title.", "text", required=True,
                 validate=validate.OneOf(["text", "title"]))  # fmt: skip
    text = _span_text()
    start = _start()
    end = _end()
    score = number("The model's confidence, 0 to 1.", 0.98, required=True)


class AliasSchema(Schema):
    """Another surface form of an entity, with the rule that joined it."""

    text = string("The other form.", "Hale", required=True)
    rule = string("Why it is the same.", "surname", required=True)


class EntitySchema(Schema):
    """One person, organisation, place or thing."""

    id = string("Its id within this analysis.", "ent_1", required=True)
    name = string("Its fullest name in the article.", "Torben Hale", required=True)
    type = string(
        "Its type.", "PERSON", required=True, validate=validate.OneOf([kind.value for kind in EntityType])
    )
    salience = number("How much the article is about it, 0 to 1.", 0.31, required=True)
    mentions = listed(MentionSchema, "Every place where it is named.", required=True)
    aliases = listed(AliasSchema, "Its other forms.", required=True)


class FigureSchema(Schema):
    """A number in the text, normalised."""

    value = fields.Raw(
        required=True,
        metadata={
            "description": "The value: a number, or an ISO 8601 date where `kind` is `date`.",
            "type": ["number", "string"],
            "examples": [76000000],
        },
    )
    unit = string("ISO 4217 code, `percent`, the noun counted, a unit, or `date`.", "GBP", required=True,
                allow_none=True)  # fmt: skip
    kind = string(
        "What it measures.",
        "money",
        required=True,
        validate=validate.OneOf([kind.value for kind in FigureKind]),
    )
    bound = string("How firmly the text commits to it.", "exact", required=True,
                 validate=validate.OneOf([bound.value for bound in Bound]))  # fmt: skip
    text = _span_text()
    start = _start()
    end = _end()
    what = string("What it counts or measures, from the text.", "repairs", required=True, allow_none=True)


class SpeakerSchema(Schema):
    """Who said it."""

    entity_id = string(
        "The entity, if the name is one of the analysis.", "ent_1", required=True, allow_none=True
    )
    name = string("The name as it stands there.", "Mr Hale", required=True)


class QuoteSchema(Schema):
    """A quotation without its quotation marks."""

    text = _span_text()
    start = _start()
    end = _end()
    speaker = nested(SpeakerSchema, "Who said it, if the text tells.", required=True, allow_none=True)
    cue = string("The verb that introduces it.", "said", required=True, allow_none=True)


class WarningSchema(Schema):
    """Something the reader should know."""

    code = string("A stable name.", "fewer_sentences_than_requested", required=True)
    detail = string("A sentence for people.", "2 sentences were found; 3 were asked for.", required=True)


class AnalysisSchema(Schema):
    """What was found. Every span was proved against the text before it was stored."""

    pipeline = nested(PipelineSchema, "What made it.", required=True)
    cache = string("Whether an earlier analysis of an equal document answered.", "miss", required=True,
                 validate=validate.OneOf(["hit", "miss"]))  # fmt: skip
    language = nested(LanguageSchema, "The language.", required=True)
    text = nested(TextFactsSchema, "The text.", required=True)
    summary = nested(SummarySchema, "The summary.", required=True)
    entities = listed(EntitySchema, "Entities, the most salient first.", required=True)
    figures = listed(FigureSchema, "Figures, in order.", required=True)
    quotes = listed(QuoteSchema, "Quotations, in order.", required=True)
    warnings = listed(WarningSchema, "What the reader should know.", required=True)
