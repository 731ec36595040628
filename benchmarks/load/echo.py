"""Bare Flask app: the cost of framework and server alone."""

from __future__ import annotations

from flask import Flask, Response, request

app = Flask("echo", static_folder=None)


@app.get("/echo/<word>")
def say(word: str) -> Response:
    """Return a word of the path."""
    return Response(word, content_type="text/plain")


@app.post("/echo")
def repeat() -> Response:
    """Return the body."""
    return Response(request.get_data(), content_type="application/json")
