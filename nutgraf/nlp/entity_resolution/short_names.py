"""Short names of organisations: "the Cubs" after "the Chicago Cubs"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.demonyms import is_demonym
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import article_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan


def resolve_short_names(forms: Mapping[str, Sequence[TaggedSpan]], doc: Doc) -> dict[str, str]:
    """Map organisations' names, as keys, to the one longer name that they end and follow.

    Args:
        forms: the mentions of each name.
        doc: the document.
    """
    names = name_rules(doc)
    longer: dict[str, list[str]] = defaultdict(list)
    for name in forms:
        parts = name.split()
        for i in range(1, len(parts)):
            longer[" ".join(parts[i:])].append(name)
    return {
        name: longer[name][0]
        for name, members in forms.items()
        if len(longer[name]) == 1
        and _shortens(names, name, longer[name][0], members, doc)
        and _first(forms[longer[name][0]], doc) < _first(members, doc)
    }


def _shortens(names: NameRules, name: str, long_form: str, members: Sequence[TaggedSpan], doc: Doc) -> bool:
    organisations = names.organisations
    if name in organisations.generic_names or not organisations.linking_words.isdisjoint(long_form.split()):
        return False
    rest = long_form.removesuffix(name).strip()
    if rest.rpartition(" ")[2] in names.places.directions:
        return False
    known = " " in rest or gazetteer.is_known_place(names, rest) is not None or is_demonym(names, rest)
    return known or any(_has_article(names, mention, doc) for mention in members)


def _has_article(names: NameRules, mention: TaggedSpan, doc: Doc) -> bool:
    articles = names.definite_articles
    before = article_before(articles, doc.field_text(mention.field), mention.start)
    return before > 0 or doc.surface(mention).casefold().startswith(articles)


def _first(mentions: Sequence[TaggedSpan], doc: Doc) -> tuple[bool, int]:
    """Return a key for the first place of a name; places in the prose come before those in headings."""
    return min((doc.in_heading(mention), mention.start) for mention in mentions)
