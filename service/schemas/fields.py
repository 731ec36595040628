"""Field types and helpers that the schemas share."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from nutgraf import identifiers

URL_LENGTH = 2048
_YEARS = r"^(?:[1-8]\d{3}|9(?!999)\d{3})-"  # 1000 to 9998: four digits with every UTC offset

# Seconds and the colon of the offset may be left out. Week dates, which Python reads too, are no RFC 3339.
_RFC_3339 = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)


def string(
    about: str, example: str | None = None, *, longest: int | None = None, **kwargs: Any
) -> fields.String:
    """Create a string field; ``longest`` is its maximum length."""
    checks = [kwargs.pop("validate")] if "validate" in kwargs else []
    if longest is not None:
        checks.append(validate.Length(max=longest))
    return fields.String(metadata=_documented(about, example), validate=checks, **kwargs)


def integer(about: str, example: int | None = None, **kwargs: Any) -> fields.Integer:
    """Create an integer field that refuses strings and fractions."""
    return WholeNumber(metadata=_documented(about, example), **kwargs)


def number(about: str, example: float | None = None, **kwargs: Any) -> fields.Float:
    """Create a number field that refuses strings and booleans."""
    return StrictFloat(metadata=_documented(about, example), **kwargs)


def moment(about: str, **kwargs: Any) -> fields.AwareDateTime:
    """Create a field for an RFC 3339 time; a time without UTC offset is ambiguous and refused."""
    documented = {**_documented(about, "2026-03-02T07:15:00Z"), "pattern": _YEARS}
    return StrictMoment(format="iso", metadata=documented, **kwargs)


def page_cursor() -> fields.String:
    """Create the ``cursor`` field of a list's query."""
    return string(
        "`next_cursor` of the previous page.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        load_default=None,
        validate=validate.Regexp(rf"^[a-z]{{3}}_{identifiers.REST}\Z", error="Not a cursor of this list."),
    )


def nested(schema: type[Schema], about: str, **kwargs: Any) -> fields.Nested:
    """Create a field for a nested object."""
    return fields.Nested(schema, metadata={"description": about}, **kwargs)


def listed(schema: type[Schema], about: str, **kwargs: Any) -> fields.List[Any]:
    """Create a field for an array of nested objects."""
    return fields.List(fields.Nested(schema), metadata={"description": about}, **kwargs)


class WholeNumber(fields.Integer):
    """Integer in JSON, where 3 and 3.0 are the same number."""

    def _validated(self, value: Any) -> int:
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if isinstance(value, bool) or not whole:
            raise self.make_error("invalid", input=value)
        return int(value)


class StrictFloat(fields.Float):
    """JSON number; strings and booleans are refused."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if isinstance(value, (str, bool)):
            raise self.make_error("invalid", input=value)
        return float(super()._deserialize(value, attr, data, **kwargs))


class StrictMoment(fields.AwareDateTime):
    """RFC 3339 time in a string, with a year of four digits in every time zone; "t" and "z" may be small."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        if not _RFC_3339.fullmatch(value):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        moment = super()._deserialize(value.upper(), attr, data, **kwargs)
        if not 1000 <= moment.year < 9999:  # noqa: PLR2004 - four digits with every UTC offset
            raise ValidationError("Not a year between 1000 and 9998.")
        return moment


def _documented(about: str, example: Any) -> dict[str, Any]:
    return {"description": about} if example is None else {"description": about, "examples": [example]}
