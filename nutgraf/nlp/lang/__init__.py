"""The supported languages: a folder each, and ``base.Language`` as their common shape.

Only this package imports the folder of a language; everything else takes a ``Language``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nutgraf.nlp.lang.base import Language
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.lang.guess import guess_among

LANGUAGES: Mapping[str, Language] = MappingProxyType({language.code: language for language in (ENGLISH,)})
"""The supported languages by their codes."""

DEFAULT_LANGUAGE = ENGLISH
"""Whose patterns find boilerplate in a text of an unsupported language."""


def get_language(code: str) -> Language | None:
    """Return the rules of a language; None when it is not supported."""
    return LANGUAGES.get(code)


def guess_language(text: str) -> Language:
    """Return the supported language whose patterns a text is cleaned by, before its language is identified.

    The default language is returned where the commonest words of none stand out.
    """
    return guess_among(LANGUAGES.values(), text, DEFAULT_LANGUAGE)


__all__ = ["DEFAULT_LANGUAGE", "LANGUAGES", "Language", "get_language", "guess_language"]
