"""Route that verifies whether the sentences of a summary occur verbatim in a text."""

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
    responses={200: VerificationAnswerSchema},
    problems=("malformed_json", "validation", "too_large", "unsupported_media_type"),
)
def verify() -> Response:
    """Return for each sentence whether it occurs in the text, and its first position. Nothing is stored."""
    unit = request_parsing.offset_unit()
    body = request_parsing.json_body(_schema)
    text: str = body["text"]
    longest = dependencies().settings.max_text_characters
    if len(text) > longest:
        raise ProblemError("too_large", f"The text is longer than {longest} characters.")
    starts = [(sentence, text.find(sentence)) for sentence in body["sentences"]]
    offsets = (edge for sentence, start in starts if start >= 0 for edge in (start, start + len(sentence)))
    positions = offset_positions(text, offsets, unit)
    result: dict[str, Any] = {
        "verified": all(start >= 0 for _, start in starts),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "sentences": [
            {
                "text": sentence,
                "verbatim": start >= 0,
                "start": positions[start] if start >= 0 else None,
                "end": positions[start + len(sentence)] if start >= 0 else None,
            }
            for sentence, start in starts
        ],
    }
    return json_response(result)
