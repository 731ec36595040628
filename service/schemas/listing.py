"""Query parameters of lists."""

from __future__ import annotations

from flask import request
from marshmallow import Schema, fields, validate

from nutgraf.model import Status
from nutgraf.store import ArticleQuery
from service.http import request_parsing
from service.schemas.fields import moment, page_cursor, string

MOST_ITEMS = 100


class ArticleQuerySchema(Schema):
    """Which articles are listed; everything that is given must hold."""

    limit = fields.Integer(
        load_default=20,
        validate=validate.Range(1, MOST_ITEMS),
        metadata={"description": "The most items of a page."},
    )
    cursor = page_cursor()
    status = fields.Enum(
        Status, by_value=True, load_default=None, metadata={"description": "Where the article stands."}
    )
    source = string("The outlet's name, exactly.", "Arlesund Courier", load_default=None)
    external_id = string("The caller's own id, exactly.", "cms-4711", load_default=None)
    entity = string("A name or alias in the analysis, whatever its case.", "Torben Hale", load_default=None)
    story_id = string("The story that it belongs to.", load_default=None)
    since = moment("Accepted at or after this time.", load_default=None)


_schema = ArticleQuerySchema()
_OTHERS = ("offset_unit", "explain")


def article_query() -> ArticleQuery:
    """What the request's parameters look for.

    Raises:
        ProblemError: one of them is unknown or makes no sense.
    """
    given = {name: value for name, value in request.args.items() if name not in _OTHERS}
    loaded = request_parsing.validate_json(_schema, given)
    return ArticleQuery(after=loaded.pop("cursor"), **loaded)
