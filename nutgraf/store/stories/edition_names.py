"""Names under which a later submission of an article finds the earlier ones."""

from __future__ import annotations

import hashlib


def edition_names(external_id: str | None, url: str | None) -> list[str]:
    """Return the names under which a later edition of an article finds the earlier one."""
    return [_name(kind, value) for kind, value in (("external_id", external_id), ("url", url)) if value]


def text_name(text: str) -> str:
    """Return the name under which another article with the same text finds an article."""
    return _name("text", text)


def _name(kind: str, value: str) -> str:
    return f"{kind}:{hashlib.sha256(value.encode()).hexdigest()}"
