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
    r"""[A-Z][\w’'.-]*(?:[ ][A-Z][\w’'.-]*)?
        [ \u00a0](?:\(["“‘'«„]?|["“‘'«„])
        (?P<nickname>(?:\w+[ ])?[A-Z][\w’-]*(?:[ ]\w+)?)
        (?:["”’'»“]?\)|["”’'»“])
        [ \u00a0](?P<surname>[A-Z][\w’'-]*)""",
    re.VERBOSE,
)
"""A given name or two, a nickname in marks or brackets, and the beginning of a surname."""

_SUFFIX: Final = re.compile(r",?[ \u00a0](?P<suffix>[A-Z][A-Za-z]{0,3})(?P<point>\.?)(?![\w-])")
_OWN_SUFFIX: Final = re.compile(r"[ \u00a0](?P<suffix>[A-Z][a-z]{1,3})$")
_MARK_AHEAD: Final = re.compile(r"[^\n]*[ \u00a0][(\"'“‘«„]")


def join_nicknames(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Join a given name, a nickname in marks and a surname, which the tagger took for several names."""
    names = name_rules(doc)
    result: list[TaggedSpan] = []
    for mention in found:
        last = result[-1] if result else None
        if last and last.field == mention.field and mention.start < last.end:
            if mention.end > last.end:
                result[-1] = replace(last, end=mention.end)
            continue
        end = _end_of_nicknamed(names, mention, doc)
        result.append(replace(mention, end=end) if end > mention.end else mention)
    return result


def _end_of_nicknamed(names: NameRules, mention: TaggedSpan, doc: Doc) -> int:
    """Return where a person's name ends that has a nickname in it; 0 where it has none."""
    text = doc.field_text(mention.field)
    if mention.type is not EntityType.PERSON or not _MARK_AHEAD.match(text, mention.start, mention.end + 2):
        return 0
    match = _NICKNAME.match(text, mention.start)
    if match is None or gazetteer.is_known_place(names, match["nickname"]):
        return 0
    return match.end()


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
