"""What is verified, and what is answered."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from service.schemas.fields import integer, listed, string

MOST_SENTENCES = 1000


class VerificationSchema(Schema):
    """A text, and sentences that are said to be from it."""

    text = string("The text.", "The council voted on Monday. The mayor left.", required=True)
    sentences = fields.List(
        fields.String(validate=validate.Length(min=1)),
        required=True,
        validate=validate.Length(1, MOST_SENTENCES),
        metadata={"description": "The sentences, each as it was printed.", "examples": [["The mayor left."]]},
    )


class VerifiedSentenceSchema(Schema):
    """Whether one sentence stands in the text."""

    text = string("The sentence.", "The mayor left.", required=True)
    verbatim = fields.Boolean(
        required=True, metadata={"description": "Whether it stands there, character for character."}
    )
    start = integer(
        "Where it first begins; null if it does not stand there.", 29, required=True, allow_none=True
    )
    end = integer("Where that ends (exclusive); null if not.", 44, required=True, allow_none=True)


class VerificationAnswerSchema(Schema):
    """The verdict."""

    verified = fields.Boolean(
        required=True, metadata={"description": "Whether every sentence stands in the text."}
    )
    sha256 = string(
        "SHA-256 of the text in UTF-8, hexadecimal.",
        "9b2d0f0f3c5a1c0d7f0c2a57a7b1a6de4c1c9d0cf5b6f7f8e1a2b3c4d5e6f708",
        required=True,
    )
    sentences = listed(VerifiedSentenceSchema, "One for each sentence, in order.", required=True)
