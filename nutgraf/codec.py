"""Dataclasses to JSON and back, by their annotations; fields that are marked as unwritten stay out."""

from __future__ import annotations

import json
import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")

_JSON = (str, int, float, bool)
_PLAIN = (Any, *_JSON)


def timestamp(moment: datetime) -> str:
    """RFC 3339 in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def plain(value: Any) -> Any:
    """A noun as dicts, lists and JSON's own types."""
    if type(value) in _JSON:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _hints(type(value))}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return timestamp(value)
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


def encode(value: Any) -> bytes:
    """A noun as compact UTF-8 JSON; equal nouns give equal bytes."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def decode(noun: type[Noun], raw: bytes | str) -> Noun:
    """The noun that ``encode`` wrote.

    Raises:
        ValueError: the bytes are not JSON. KeyError or TypeError: not this noun's.
    """
    return _build(noun, json.loads(raw))  # type: ignore[no-any-return]


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


def _build(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _build(_present(kind), value)
    if origin is tuple:
        part = get_args(kind)[0]
        return tuple(value) if part in _PLAIN else tuple(_build(part, item) for item in value)
    if origin in (Literal, dict) or kind in _PLAIN:
        return value
    if isinstance(kind, type) and is_dataclass(kind):
        # What was written before a field with a default came in lacks it.
        lacking = _optional(kind) - value.keys()
        found = {name: part for name, part in _hints(kind).items() if name not in lacking}
        return kind(**{name: _build(part, value[name]) for name, part in found.items()})
    if kind is datetime:
        return datetime.fromisoformat(value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value


def _present(union: Any) -> Any:
    """What an optional noun is when it is there; a union of plain types stands for itself."""
    members = [member for member in get_args(union) if member is not type(None)]
    return members[0] if len(members) == 1 else Any
