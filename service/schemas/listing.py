"""Query parameters of the list of articles."""

from __future__ import annotations

from flask import request
from marshmallow import Schema, fields, validate

from nutgraf.model import Status
from nutgraf.store import ArticleQuery
from service.http import request_parsing
from service.schemas.fields import moment, page_cursor, string

MAX_ITEMS = 100


class ArticleQuerySchema(Schema):
    """Filters of the list of articles; all given filters must match."""

    limit = fields.Integer(
        load_default=20,
        validate=validate.Range(1, MAX_ITEMS),
        metadata={"description": "Maximum number of items per page."},
    )
    cursor = page_cursor()
    status = fields.Enum(
        Status, by_value=True, load_default=None, metadata={"description": "Status of the article."}
    )
    source = string("Name of the outlet, exact match.", "Arlesund Courier", load_default=None)
    external_id = string("The caller's own id, exact match.", "cms-4711", load_default=None)
    entity = string(
        "Name or alias of an entity in the analysis, case-insensitive.", "Torben Hale", load_default=None
    )
    story_id = string("Id of the story that it belongs to.", load_default=None)
    since = moment("Minimum time of acceptance, inclusive.", load_default=None)


_schema = ArticleQuerySchema()
_OTHER_PARAMETERS = ("offset_unit", "explain")


def article_query() -> ArticleQuery:
    """Parse the query parameters of the current request.

    Raises:
        ProblemError: ``validation`` if a parameter is unknown or invalid.
    """
    query = {name: value for name, value in request.args.items() if name not in _OTHER_PARAMETERS}
    loaded = request_parsing.validate_json(_schema, query)
    return ArticleQuery(after=loaded.pop("cursor"), **loaded)
