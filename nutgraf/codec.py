"""Serialisation of dataclasses to JSON and back, by their annotations.

Fields marked with ``NOT_SERIALIZED`` are left out. ``decode`` ignores unknown keys and uses a default
if a key is missing. So each of two releases can read what the other has written.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache, partial
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_JSON_TYPES = (str, int, float, bool)
_UNCONVERTED_TYPES = (Any, *_JSON_TYPES)


def timestamp(moment: datetime) -> str:
    """Format a time by RFC 3339 in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_jsonable(value: Any) -> Any:
    """Convert a dataclass, enum, time or sequence to dicts, lists and JSON's scalar types."""
    if type(value) in _JSON_TYPES:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_jsonable(getattr(value, name)) for name in _hints(type(value))}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return timestamp(value)
    if isinstance(value, (tuple, list)):
        return [to_jsonable(item) for item in value]
    return value


def encode(value: Any) -> bytes:
    """Encode a value as compact JSON in UTF-8; equal values give equal bytes."""
    return json.dumps(to_jsonable(value), ensure_ascii=False, separators=(",", ":")).encode()


def decode(kind: type[T], raw: bytes | str) -> T:
    """Decode the JSON of a dataclass that ``encode`` has written.

    Raises:
        ValueError: the bytes are not JSON.
        KeyError, TypeError: the JSON is not of this dataclass.
    """
    return _build_dataclass(kind, json.loads(raw))  # type: ignore[no-any-return]


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind) if field.metadata.get("written", True)}


@cache
def _optional(kind: type) -> frozenset[str]:
    """Return the names of the fields that have a default."""
    return frozenset(
        field.name
        for field in fields(kind)
        if field.default is not MISSING or field.default_factory is not MISSING
    )


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """Return the function that converts JSON to a value of the annotated type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        build = _builder(_without_none(kind))
        return lambda value: None if value is None else build(value)
    if origin is tuple:
        item_kind = get_args(kind)[0]
        if item_kind in _UNCONVERTED_TYPES:
            return tuple
        build_item = _builder(item_kind)
        return lambda value: tuple([build_item(item) for item in value])
    if isinstance(kind, type) and is_dataclass(kind):
        return partial(_build_dataclass, kind)
    if kind is datetime:
        return datetime.fromisoformat
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else _unconverted


def _unconverted(value: Any) -> Any:
    return value


def _build_dataclass(kind: type, value: dict[str, Any]) -> Any:
    return kind(
        **{
            name: build(value[name])
            for name, build, optional in _field_builders(kind)
            if name in value or not optional
        }
    )


@cache
def _field_builders(kind: type) -> tuple[tuple[str, Callable[[Any], Any], bool], ...]:
    """Return each field's name, its conversion, and whether its key may be missing."""
    optional = _optional(kind)
    return tuple((name, _builder(hint), name in optional) for name, hint in _hints(kind).items())


def _without_none(union: Any) -> Any:
    """Return the type of an optional; ``Any`` for a union of several types, which are not converted."""
    members = [member for member in get_args(union) if member is not type(None)]
    return members[0] if len(members) == 1 else Any
