"""Ends of persons' names: nicknames in marks between their words, and suffixes behind them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.name_rules import name_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

_NICKNAME: Final = re.compile(
    r"""[ \u00a0](?:\(["“‘'«„]?|["“‘'«„])
        (?P<nickname>(?:\w+[ ])?[A-Z][\w’'-]*(?:[ ]\w+)?)
        (?:["”’'»“]?\)|["”’'»“])[ \u00a0]""",
    re.VERBOSE,
)
_SUFFIX: Final = re.compile(r",?[ \u00a0](?P<suffix>[A-Z][A-Za-z]{0,3})(?P<point>\.?)(?![\w-])")
_OWN_SUFFIX: Final = re.compile(r"[ \u00a0](?P<suffix>[A-Z][a-z]{1,3})$")
_MOST_GIVEN_NAMES: Final = 2
_MARKS: Final = frozenset("(\"'“‘«„")


def join_nicknames(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Join a given name, a nickname in marks and a surname, which the tagger took for two names or three."""
    names = name_rules(doc)
    result: list[TaggedSpan] = []
    i = 0
    while i < len(found):
        joined = i
        if found[i].type is EntityType.PERSON and _is_marked(found[i], doc):
            joined = next((j for j in (i + 1, i + 2) if _is_one_name(names, found, i, j, doc)), i)
        if joined > i:
            score = min(mention.score for mention in found[i : joined + 1])
            result.append(replace(found[i], end=found[joined].end, score=score))
        else:
            result.append(found[i])
        i = joined + 1
    return result


def _is_marked(mention: TaggedSpan, doc: Doc) -> bool:
    """Return whether a mark or a bracket opens behind the space behind a mention."""
    return doc.field_text(mention.field)[mention.end + 1 : mention.end + 2] in _MARKS


def _is_one_name(names: NameRules, found: Sequence[TaggedSpan], i: int, j: int, doc: Doc) -> bool:
    """Return whether nothing but a nickname in marks stands between two mentions of persons."""
    if j >= len(found) or found[i].field != found[j].field:
        return False
    given, surname = found[i], found[j]
    if surname.type is not EntityType.PERSON:
        return False
    between = _NICKNAME.fullmatch(doc.field_text(given.field)[given.end : surname.start])
    short = len(doc.surface(given).split()) <= _MOST_GIVEN_NAMES
    return between is not None and short and gazetteer.is_known_place(names, between["nickname"]) is None


def with_suffixes(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Take in the suffix behind a person's full name, with its full stop ("Dale Hale Jr.")."""
    suffixes = name_rules(doc).persons.suffixes
    return [_with_suffix(suffixes, mention, doc) for mention in found]


def _with_suffix(suffixes: frozenset[str], mention: TaggedSpan, doc: Doc) -> TaggedSpan:
    if mention.type is not EntityType.PERSON:
        return mention
    surface, text = doc.surface(mention), doc.field_text(mention.field)
    if " " not in surface:
        return mention
    own = _OWN_SUFFIX.search(surface)
    if own and own["suffix"].casefold() in suffixes:
        pointed = text.startswith(".", mention.end)
        return replace(mention, end=mention.end + 1) if pointed else mention
    behind = _SUFFIX.match(text, mention.end)
    if behind is None or behind["suffix"].casefold() not in suffixes:
        return mention
    return replace(mention, end=behind.end("suffix") if behind["suffix"].isupper() else behind.end())
