"""Verifying: does each sentence of somebody's summary stand verbatim in the text."""

from __future__ import annotations

import hashlib
from typing import Any

from flask import Blueprint, Response

from service.dependencies import dependencies
from service.http import request_parsing
from service.http.json_response import json_response
from service.http.offset_units import offset_positions
from service.http.problems import ProblemError
from service.operation import OFFSET_UNIT, operation
from service.schemas.verification import VerificationAnswerSchema, VerificationSchema

blueprint = Blueprint("verification", __name__)
_schema = VerificationSchema()


@blueprint.post("/v1/verify")
@operation(
    "Verify that sentences stand verbatim in a text",
    scope="read",
    request=VerificationSchema,
    parameters=(OFFSET_UNIT,),
    answers={200: VerificationAnswerSchema},
    problems=("malformed_json", "validation", "too_large", "unsupported_media_type"),
)
def verify() -> Response:
    """Answer for each sentence whether it is in the text, and where first. Nothing is kept."""
    unit = request_parsing.offset_unit()
    asked = request_parsing.json_body(_schema)
    text: str = asked["text"]
    longest = dependencies().settings.max_text_characters
    if len(text) > longest:
        raise ProblemError("too_large", f"The text is longer than {longest} characters.")
    found = [(sentence, text.find(sentence)) for sentence in asked["sentences"]]
    edges = (edge for sentence, start in found if start >= 0 for edge in (start, start + len(sentence)))
    places = offset_positions(text, edges, unit)
    answer: dict[str, Any] = {
        "verified": all(start >= 0 for _, start in found),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "sentences": [
            {
                "text": sentence,
                "verbatim": start >= 0,
                "start": places[start] if start >= 0 else None,
                "end": places[start + len(sentence)] if start >= 0 else None,
            }
            for sentence, start in found
        ],
    }
    return json_response(answer)
