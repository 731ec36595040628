"""Organisations under the end of their name: "the Cubs" after "the Chicago Cubs"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from nutgraf.nlp.lang.en.demonyms import is_demonym
from nutgraf.nlp.lang.en.organisation_suffixes import GENERIC_NAMES
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import TaggedSpan

_JOINING = word_set("of and for & in at on to with")
_DIRECTIONS = word_set("north south east west northern southern eastern western central")


def resolve_short_names(forms: Mapping[str, Sequence[TaggedSpan]], doc: Doc) -> dict[str, str]:
    """Map organisations' names, as keys, to the one longer name that they end and follow.

    Args:
        forms: the mentions of each name.
        doc: the document.
    """
    longer: dict[str, list[str]] = defaultdict(list)
    for name in forms:
        parts = name.split()
        for i in range(1, len(parts)):
            longer[" ".join(parts[i:])].append(name)
    return {
        name: longer[name][0]
        for name, members in forms.items()
        if len(longer[name]) == 1
        and _shortens(name, longer[name][0], members, doc)
        and _first(forms[longer[name][0]], doc) < _first(members, doc)
    }


def _shortens(name: str, long_form: str, members: Sequence[TaggedSpan], doc: Doc) -> bool:
    if name in GENERIC_NAMES or not _JOINING.isdisjoint(long_form.split()):
        return False
    rest = long_form.removesuffix(name).strip()
    if rest.rpartition(" ")[2] in _DIRECTIONS:
        return False
    familiar = " " in rest or gazetteer.is_known_place(rest) is not None or is_demonym(rest)
    return familiar or any(_has_article(mention, doc) for mention in members)


def _has_article(mention: TaggedSpan, doc: Doc) -> bool:
    before = doc.field_text(mention.field)[max(0, mention.start - 4) : mention.start]
    return before.casefold() == "the " or doc.surface(mention).casefold().startswith("the ")


def _first(mentions: Sequence[TaggedSpan], doc: Doc) -> tuple[bool, int]:
    """Say where a name stands first, in the prose if it stands there."""
    return min((doc.in_heading(mention), mention.start) for mention in mentions)
