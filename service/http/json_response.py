"""JSON as an answer."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import orjson
from flask import Response


def json_response(value: dict[str, Any], status: int = HTTPStatus.OK) -> Response:
    """The value in an ``application/json`` answer."""
    return Response(orjson.dumps(value), status=status, content_type="application/json")
