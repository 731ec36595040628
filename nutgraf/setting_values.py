"""Conversion and validation of the values of settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from nutgraf.redis_urls import sentinel_address, with_password, without_password

REDIS_SCHEMES = ("redis", "rediss", "unix", "sentinel")


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


def add_redis_password(values: dict[str, Any], default_url: str) -> list[str]:
    """Add the password from the file to the Redis URLs in ``values``; return the faults.

    Args:
        values: of the settings; ``default_url`` stands for a missing ``redis_url``.
        default_url: of Redis.
    """
    path = values.get("redis_password_file")
    if path is None:
        return []
    password = _read_password(path)
    if password is None:
        return ["NUTGRAF_REDIS_PASSWORD_FILE can't be read"]
    urls = {"redis_url": values.get("redis_url", default_url), "broker_url": values.get("broker_url", "")}
    for name, url in urls.items():
        try:
            if url.partition("://")[0] in REDIS_SCHEMES and without_password(url):
                values[name] = with_password(url, password)
        except ValueError:
            continue  # its fault is found with those of all URLs
    return []


def add_sentinel_password(values: dict[str, Any]) -> list[str]:
    """Take the password of the sentinels from its file; return the faults."""
    path = values.get("sentinel_password_file")
    if path is None:
        return []
    if "sentinel_password" in values:
        return ["NUTGRAF_SENTINEL_PASSWORD and NUTGRAF_SENTINEL_PASSWORD_FILE exclude each other"]
    password = _read_password(path)
    if password is None:
        return ["NUTGRAF_SENTINEL_PASSWORD_FILE can't be read"]
    values["sentinel_password"] = password
    return []


def _read_password(path: str) -> str | None:
    """Return the password that a file holds, without white space around it; None if it can't be read."""
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
