"""Conversion and validation of the values of settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from nutgraf.redis_urls import sentinel_address


def parse_value(kind: str, raw: str, least: float | None) -> object:
    """Convert the value of a variable to the type of its setting.

    Raises:
        ValueError: with the fault as message.
    """
    if kind.startswith("Literal"):
        choices = [choice.strip(" '\"") for choice in kind[len("Literal[") : -1].split(",")]
        if raw not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}")
        return raw
    if kind == "str":
        return raw
    number: Callable[[str], float] = int if kind == "int" else float
    try:
        value = number(raw)
    except ValueError:
        raise ValueError(f"must be {'a whole number' if kind == 'int' else 'a number'}") from None
    if not value < float("inf") or (least is not None and value < least):
        raise ValueError(f"must be at least {least:g}")
    return value


def url_faults(name: str, url: str, schemes: tuple[str, ...]) -> list[str]:
    """Return the faults of a URL. It is not quoted, because it may contain a password."""
    try:
        scheme = urlsplit(url).scheme
        if scheme == "sentinel":
            sentinel_address(url)
    except ValueError:
        return [f"{name} can't be read as a URL"]
    return [] if scheme in schemes else [f"{name} must begin with one of {', '.join(schemes)}"]


def add_redis_password(values: dict[str, Any]) -> list[str]:
    """Add the password from the file to the Redis URLs in ``values``; return the faults."""
    path = values.get("redis_password_file")
    if path is None:
        return []
    try:
        password = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ["NUTGRAF_REDIS_PASSWORD_FILE can't be read"]
    for name in ("redis_url", "broker_url"):
        scheme, separator, rest = values.get(name, "").partition("://")
        if scheme in ("redis", "rediss") and "@" not in rest.partition("/")[0]:
            values[name] = f"{scheme}{separator}:{quote(password, safe='')}@{rest}"
    return []
