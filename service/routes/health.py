"""Health checks and metrics: ``/livez``, ``/readyz`` and ``/metrics``."""

from __future__ import annotations

from flask import Blueprint, Response

from service.dependencies import dependencies
from service.http.json_response import json_response
from service.http.problems import ProblemError
from service.middleware.metrics import metrics_response
from service.operation import operation
from service.schemas.article import HealthSchema

blueprint = Blueprint("health", __name__)


@blueprint.get("/livez")
@operation("Whether the process lives", scope=None, responses={200: HealthSchema})
def livez() -> Response:
    """Return 200 without a request to Redis."""
    return json_response({"status": "ok"})


@blueprint.get("/readyz")
@operation(
    "Whether articles can be accepted and analysed",
    scope=None,
    responses={200: HealthSchema},
    problems=("store_unavailable", "no_worker"),
)
def readyz() -> Response:
    """Return 200 if Redis keeps what it is given, and a worker is alive and has loaded its models."""
    store = dependencies().store
    if dangers := store.dangers():
        raise ProblemError("store_unavailable", " ".join(dangers))
    if store.workers.live() == 0:
        why = "Nobody could load the models." if store.workers.unable() else "Nobody is there."
        raise ProblemError("no_worker", f"Articles are accepted, but nobody analyses them. {why}")
    return json_response({"status": "ok"})


@blueprint.get("/metrics")
@operation("What is counted and timed, for Prometheus", scope="admin", responses={200: "text/plain"})
def metrics() -> Response:
    """Return the metrics of all API processes and of the store."""
    return metrics_response()
