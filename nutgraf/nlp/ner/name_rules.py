"""Name rules of a document's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.nlp.lang.schema.names import NameRules

if TYPE_CHECKING:
    from nutgraf.nlp.doc import Doc

_EMPTY: Final = NameRules()


def name_rules(doc: Doc) -> NameRules:
    """Return the name rules of a document's language; empty rules when the language is not supported."""
    return _EMPTY if doc.language is None else doc.language.names
