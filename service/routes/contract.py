"""Self-description of the service: ``/v1/info``, ``/openapi.yaml`` and ``/problems/<name>``."""

from __future__ import annotations

from flask import Blueprint, Response, current_app

from nutgraf import __version__
from nutgraf.codec import to_jsonable
from service.dependencies import dependencies
from service.http.json_response import json_response
from service.http.problems import PROBLEM_TYPES, TYPE_ROOT, ProblemError
from service.openapi.document import as_yaml, openapi_document
from service.operation import operation
from service.schemas.article import InfoSchema

blueprint = Blueprint("contract", __name__)


@blueprint.get("/v1/info")
@operation(
    "What the service is and can do",
    scope="read",
    responses={200: InfoSchema},
    problems=("store_unavailable",),
)
def info() -> Response:
    """Return the versions, the installed pipeline and the limits of a request."""
    deps = dependencies()
    capabilities = deps.store.workers.capabilities()
    settings = deps.settings
    return json_response(
        {
            "version": __version__,
            "pipeline": to_jsonable(capabilities.pipeline) if capabilities else None,
            "entity_types": to_jsonable(capabilities.entity_types) if capabilities else [],
            "languages": list(capabilities.languages) if capabilities else [],
            "limits": {
                "max_text_characters": settings.max_text_characters,
                "max_body_bytes": settings.max_body_bytes,
                "min_words": settings.min_words,
                "max_wait_seconds": settings.max_wait_seconds,
                "submit_units_per_minute": settings.submit_units_per_minute,
                "read_units_per_minute": settings.read_units_per_minute,
            },
        }
    )


@blueprint.get("/openapi.yaml")
@operation("This contract", scope=None, responses={200: "application/yaml"})
def openapi() -> Response:
    """Return the OpenAPI document."""
    return Response(as_yaml(openapi_document(current_app)), content_type="application/yaml")


@blueprint.get("/problems/<name>")
@operation(
    "What a problem's name means", scope=None, responses={200: "application/json"}, problems=("not_found",)
)
def problem(name: str) -> Response:
    """Return the title and the status of a problem type."""
    problem_type = PROBLEM_TYPES.get(name)
    if problem_type is None:
        raise ProblemError("not_found", "No problem has this name.")
    return json_response(
        {"type": TYPE_ROOT + name, "title": problem_type.title, "status": problem_type.status}
    )
