"""Fields that the schemas share."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from nutgraf import identifiers

URL_LENGTH = 2048
_YEARS = r"^(?:[1-8]\d{3}|9(?!999)\d{3})-"  # 1000 to 9998: four digits, and room for every offset


def string(
    about: str, example: str | None = None, *, longest: int | None = None, **kwargs: Any
) -> fields.String:
    """A string field with its documentation."""
    checks = [kwargs.pop("validate")] if "validate" in kwargs else []
    if longest is not None:
        checks.append(validate.Length(max=longest))
    return fields.String(metadata=_documented(about, example), validate=checks, **kwargs)


def integer(about: str, example: int | None = None, **kwargs: Any) -> fields.Integer:
    """A whole number; strings and fractions are refused."""
    return WholeNumber(metadata=_documented(about, example), **kwargs)


def number(about: str, example: float | None = None, **kwargs: Any) -> fields.Float:
    """A number with a fraction."""
    return StrictFloat(metadata=_documented(about, example), **kwargs)


def moment(about: str, **kwargs: Any) -> fields.AwareDateTime:
    """An RFC 3339 time; one without an offset is refused, because nobody can tell which hour it means."""
    documented = {**_documented(about, "2026-03-02T07:15:00Z"), "pattern": _YEARS}
    return StrictMoment(format="iso", metadata=documented, **kwargs)


def page_cursor() -> fields.String:
    """Where a page of a list begins."""
    return string(
        "`next_cursor` of the page before.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        load_default=None,
        validate=validate.Regexp(rf"^[a-z]{{3}}_{identifiers.REST}\Z", error="Not a cursor of this list."),
    )


def nested(schema: type[Schema], about: str, **kwargs: Any) -> fields.Nested:
    """An object with a schema of its own."""
    return fields.Nested(schema, metadata={"description": about}, **kwargs)


def listed(schema: type[Schema], about: str, **kwargs: Any) -> fields.List[Any]:
    """An array of such objects."""
    return fields.List(fields.Nested(schema), metadata={"description": about}, **kwargs)


class WholeNumber(fields.Integer):
    """A JSON number without a fraction, which JSON lets be written as 3 or 3.0."""

    def _validated(self, value: Any) -> int:
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if isinstance(value, bool) or not whole:
            raise self.make_error("invalid", input=value)
        return int(value)


class StrictFloat(fields.Float):
    """A JSON number: text and booleans that look like one are refused."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if isinstance(value, (str, bool)):
            raise self.make_error("invalid", input=value)
        return float(super()._deserialize(value, attr, data, **kwargs))


class StrictMoment(fields.AwareDateTime):
    """An RFC 3339 time in a string, in a year that every system can write."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        moment = super()._deserialize(value, attr, data, **kwargs)
        if not 1000 <= moment.year < 9999:  # noqa: PLR2004 - four digits, and room for every offset
            raise ValidationError("Not a year between 1000 and 9998.")
        return moment


def _documented(about: str, example: Any) -> dict[str, Any]:
    return {"description": about} if example is None else {"description": about, "examples": [example]}
