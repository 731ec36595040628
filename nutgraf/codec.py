"""Dataclasses to JSON and back, by their annotations; fields that are marked as unwritten stay out."""

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

_JSON = (str, int, float, bool)
_PLAIN = (Any, *_JSON)


def timestamp(moment: datetime) -> str:
    """RFC 3339 in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_jsonable(value: Any) -> Any:
    """A noun as dicts, lists and JSON's own types."""
    if type(value) in _JSON:
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
    """A noun as compact UTF-8 JSON; equal nouns give equal bytes."""
    return json.dumps(to_jsonable(value), ensure_ascii=False, separators=(",", ":")).encode()


def decode(noun: type[T], raw: bytes | str) -> T:
    """The noun that ``encode`` wrote.

    Raises:
        ValueError: the bytes are not JSON. KeyError or TypeError: not this noun's.
    """
    return _assembled(noun, json.loads(raw))  # type: ignore[no-any-return]


@cache
def _hints(noun: type) -> dict[str, Any]:
    hints = get_type_hints(noun)
    return {part.name: hints[part.name] for part in fields(noun) if part.metadata.get("written", True)}


@cache
def _optional(noun: type) -> frozenset[str]:
    """Fields that have a default."""
    parts = fields(noun)
    return frozenset(
        part.name for part in parts if part.default is not MISSING or part.default_factory is not MISSING
    )


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a kind out of JSON's types."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        build = _builder(_present(kind))
        return lambda value: None if value is None else build(value)
    if origin is tuple:
        part = get_args(kind)[0]
        if part in _PLAIN:
            return tuple
        each = _builder(part)
        return lambda value: tuple([each(item) for item in value])
    if isinstance(kind, type) and is_dataclass(kind):
        return partial(_assembled, kind)
    if kind is datetime:
        return datetime.fromisoformat
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _assembled(noun: type, value: dict[str, Any]) -> Any:
    return noun(
        **{
            name: build(value[name])
            for name, build, optional in _parts(noun)
            if name in value or not optional
        }
    )


@cache
def _parts(noun: type) -> tuple[tuple[str, Callable[[Any], Any], bool], ...]:
    """Each field, what builds it, and whether it may be missing: what was written before it came lacks it."""
    optional = _optional(noun)
    return tuple((name, _builder(hint), name in optional) for name, hint in _hints(noun).items())


def _present(union: Any) -> Any:
    """What an optional noun is when it is there; a union of plain types stands for itself."""
    members = [member for member in get_args(union) if member is not type(None)]
    return members[0] if len(members) == 1 else Any
