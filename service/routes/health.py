"""What operators and strangers ask: what this is, whether it lives, whether it can work."""

from __future__ import annotations

from typing import Any

import yaml
from flask import Blueprint, Response, current_app

from nutgraf import __version__
from nutgraf.codec import to_jsonable
from service.dependencies import dependencies
from service.http.json_response import json_response
from service.http.problems import PROBLEM_TYPES, ProblemError
from service.middleware.metrics import exposition
from service.openapi.document import openapi_document
from service.operation import operation
from service.schemas.article import HealthSchema, InfoSchema

blueprint = Blueprint("operations", __name__)


@blueprint.get("/v1/info")
@operation(
    "What the service is and can do", scope="read", answers={200: InfoSchema}, problems=("store_unavailable",)
)
def info() -> Response:
    """Answer with versions, the installed pipeline and the caller's limits."""
    deps = dependencies()
    can = deps.store.workers.capabilities()
    settings = deps.settings
    return json_response(
        {
            "version": __version__,
            "pipeline": to_jsonable(can.pipeline) if can else None,
            "entity_types": to_jsonable(can.entity_types) if can else [],
            "languages": list(can.languages) if can else [],
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


@blueprint.get("/livez")
@operation("Whether the process lives", scope=None, answers={200: HealthSchema})
def livez() -> Response:
    """Answer without asking anybody else."""
    return json_response({"status": "ok"})


@blueprint.get("/readyz")
@operation(
    "Whether articles can be accepted and analysed",
    scope=None,
    answers={200: HealthSchema},
    problems=("store_unavailable", "no_worker"),
)
def readyz() -> Response:
    """Answer once Redis and at least one worker are there."""
    if dependencies().store.workers.live() == 0:
        raise ProblemError("no_worker", "Articles are accepted, but nobody analyses them.")
    return json_response({"status": "ok"})


@blueprint.get("/metrics")
@operation("What is counted and timed, for Prometheus", scope="admin", answers={200: "text/plain"})
def metrics() -> Response:
    """Answer with the metrics of all API processes and of the store."""
    return exposition()


@blueprint.get("/openapi.yaml")
@operation("This contract", scope=None, answers={200: "application/yaml"})
def openapi() -> Response:
    """Answer with the OpenAPI document."""
    return Response(as_yaml(openapi_document(current_app)), content_type="application/yaml")


@blueprint.get("/problems/<name>")
@operation(
    "What a problem's name means", scope=None, answers={200: "application/json"}, problems=("not_found",)
)
def problem(name: str) -> Response:
    """Answer with a problem type's title and status."""
    kind = PROBLEM_TYPES.get(name)
    if kind is None:
        raise ProblemError("not_found", "No problem has this name.")
    return json_response({"type": name, "title": kind.title, "status": kind.status})


def as_yaml(document: dict[str, Any]) -> str:
    """The OpenAPI document as the file ``openapi.yaml`` has it."""
    return yaml.dump(document, Dumper=_WithoutAliases, sort_keys=False, allow_unicode=True, width=110)


class _WithoutAliases(yaml.SafeDumper):
    """Writes what stands in several places out in each: readers need not follow anchors."""

    def ignore_aliases(self, _: Any) -> bool:
        return True
