"""Schemas of the verification of sentences against a text."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from service.schemas.fields import integer, listed, string

MAX_SENTENCES = 1000


class VerificationSchema(Schema):
    """Text and the sentences to look up in it."""

    text = string("Text.", "The council voted on Monday. The mayor left.", required=True)
    sentences = fields.List(
        fields.String(validate=validate.Length(min=1)),
        required=True,
        validate=validate.Length(1, MAX_SENTENCES),
        metadata={"description": "Sentences, each exactly as printed.", "examples": [["The mayor left."]]},
    )


class VerifiedSentenceSchema(Schema):
    """Result for one sentence."""

    text = string("Sentence as submitted.", "The mayor left.", required=True)
    verbatim = fields.Boolean(
        required=True, metadata={"description": "Whether the text contains it, character for character."}
    )
    start = integer(
        "Start of its first occurrence; null if it does not occur.", 29, required=True, allow_none=True
    )
    end = integer(
        "End of its first occurrence (exclusive); null if it does not occur.",
        44,
        required=True,
        allow_none=True,
    )


class VerificationAnswerSchema(Schema):
    """Result of a verification."""

    verified = fields.Boolean(
        required=True, metadata={"description": "Whether the text contains every sentence."}
    )
    sha256 = string(
        "SHA-256 of the text in UTF-8, hexadecimal.",
        "9b2d0f0f3c5a1c0d7f0c2a57a7b1a6de4c1c9d0cf5b6f7f8e1a2b3c4d5e6f708",
        required=True,
    )
    sentences = listed(VerifiedSentenceSchema, "One item per sentence, in order.", required=True)
