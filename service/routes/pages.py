"""HTML pages: the playground, its example articles and the API reference."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, current_app, render_template, request, send_from_directory

from service.http.problems import ProblemError
from service.openapi.document import openapi_document
from service.openapi.reference_page import description_html, reference_of
from service.operation import operation

_PLAYGROUND = Path(__file__).parents[1] / "playground"
_EXAMPLES = Path(__file__).parents[2] / "examples"
_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
# Only resources of this service may be loaded or called, and no string becomes HTML (Trusted Types).
_CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_SECURITY_HEADERS = {
    "Content-Security-Policy": _CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

blueprint = Blueprint("pages", __name__, template_folder="../playground")


@blueprint.get("/")
@operation("The page to try the service on", scope=None, responses={200: "text/html"}, conditional=True)
def playground() -> Response:
    """Return the playground."""
    return _file(_PLAYGROUND, "index.html", "text/html")


@blueprint.get("/playground/<name>")
@operation(
    "A style sheet, script or picture of the pages",
    scope=None,
    responses={200: "*/*"},
    problems=("not_found",),
    conditional=True,
)
def asset(name: str) -> Response:
    """Return one of the static files of the pages."""
    media_type = _MEDIA_TYPES.get(Path(name).suffix)
    if media_type is None:
        raise ProblemError("not_found", "The pages have no such file.")
    return _file(_PLAYGROUND, name, media_type)


@blueprint.get("/examples/articles.json")
@operation(
    "The example articles: titles, outlets and the names of their bodies",
    scope=None,
    responses={200: "application/json"},
    problems=("not_found",),
    conditional=True,
)
def examples() -> Response:
    """Return the manifest."""
    return _file(_EXAMPLES, "articles.json", "application/json")


@blueprint.get("/examples/articles/<name>")
@operation(
    "The body of an example article, as plain text also where it is a page",
    scope=None,
    responses={200: "text/plain"},
    problems=("not_found",),
    conditional=True,
)
def example(name: str) -> Response:
    """Return one body. An HTML page is returned as its source, with media type `text/plain`."""
    return _file(_EXAMPLES / "articles", name, "text/plain")


@blueprint.get("/docs")
@operation("This reference, to be read in a browser", scope=None, responses={200: "text/html"})
def reference() -> Response:
    """Return the OpenAPI document as an HTML page."""
    document = openapi_document(current_app)
    page = render_template(
        "reference.html", info=document["info"], reference=reference_of(document), prose=description_html
    )
    return Response(page, content_type="text/html; charset=utf-8")


@blueprint.after_request
def _add_security_headers(response: Response) -> Response:
    response.headers.update(_SECURITY_HEADERS)
    response.headers.setdefault("Cache-Control", "no-cache")
    return response


def _file(folder: Path, name: str, media_type: str) -> Response:
    if "\0" in name or not (folder / name).is_file():
        raise ProblemError("not_found", "The pages have no such file.")
    response = send_from_directory(folder, name, mimetype=media_type, max_age=None)
    response.make_conditional(request)
    return response
