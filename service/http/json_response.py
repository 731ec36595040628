"""JSON responses."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import orjson
from flask import Response


def json_response(value: dict[str, Any], status: int = HTTPStatus.OK) -> Response:
    """Return the value as an ``application/json`` response."""
    return Response(orjson.dumps(value), status=status, content_type="application/json")
