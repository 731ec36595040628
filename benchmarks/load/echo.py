"""A bare Flask app, to see what the framework and the server cost alone."""

from __future__ import annotations

from flask import Flask, Response, request

app = Flask("echo", static_folder=None)


@app.get("/echo/<word>")
def say(word: str) -> Response:
    """Answer with a word of the path."""
    return Response(word, content_type="text/plain")


@app.post("/echo")
def repeat() -> Response:
    """Answer with the body."""
    return Response(request.get_data(), content_type="application/json")
