"""Clusters of mentions that name one thing, and the rules that join names of other things than persons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from nutgraf.nlp.entity_resolution.short_names import resolve_short_names
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.organisations.acronyms import long_forms
from nutgraf.nlp.ner.organisations.opening_words import longest_forms, opening_words
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

Form = tuple[EntityType, str]
"""Type and normalized name."""


@dataclass(slots=True)
class MentionCluster:
    """Mentions that name one thing: each with the rule that joined it, empty for the name itself."""

    type: EntityType
    members: list[tuple[TaggedSpan, str]] = field(default_factory=list)

    def add(self, mentions: Iterable[TaggedSpan], rule: str) -> None:
        """Join mentions by a rule."""
        self.members += [(mention, rule) for mention in mentions]


def cluster_other(mentions: Sequence[TaggedSpan], doc: Doc) -> list[MentionCluster]:
    """Cluster the mentions of everything but persons."""
    names = name_rules(doc)
    forms: dict[Form, list[TaggedSpan]] = defaultdict(list)
    for mention in mentions:
        forms[mention.type, normalize_surface(names, doc.surface(mention))].append(mention)
    acronyms = long_forms(mentions, doc)
    organisations = {name: members for (kind, name), members in forms.items() if kind is EntityType.ORG}
    shorts = longest_forms(
        opening_words(mentions, organisations, doc) | resolve_short_names(organisations, doc)
    )
    clusters: dict[Form, MentionCluster] = {}
    for (kind, name), members in sorted(forms.items(), key=lambda item: (-len(item[0][1]), item[0])):
        target, rule = _target(names, kind, name, forms, acronyms)
        if not rule and kind is EntityType.ORG and name in shorts:
            target = _target(names, kind, shorts[name], forms, acronyms)[0]
            rule = "" if target == name else "short_name"
        clusters.setdefault((kind, target), MentionCluster(kind)).add(members, rule)
    return list(clusters.values())


def _target(
    names: NameRules, kind: EntityType, name: str, forms: Container[Form], acronyms: Mapping[str, str]
) -> tuple[str, str]:
    """Return the name that a name belongs to, and by which rule; a name of its own belongs to itself."""
    long_form = acronyms.get(name, "")
    if (kind, long_form) in forms and _synonym(names, kind, long_form, forms) != name:
        return long_form, "acronym"
    synonym = _synonym(names, kind, name, forms)
    if synonym:
        return synonym, "known_name"
    for ending in names.demonyms.plural_endings if kind is EntityType.NORP else ():
        if name.endswith(ending) and (kind, name.removesuffix(ending)) in forms:
            return name.removesuffix(ending), "plural"
    return _without_legal_form(names, kind, name, forms)


@lru_cache
def _synonyms(names: NameRules) -> frozenset[str]:
    """Return all names that are another name of something."""
    return frozenset(name for synonyms in names.synonyms.values() for name in synonyms)


def _synonym(names: NameRules, kind: EntityType, name: str, forms: Container[Form]) -> str | None:
    """Return the full name of a synonym, or the first of the full name's synonyms that the article has."""
    if name not in _synonyms(names):
        return None
    for full_name, synonyms in names.synonyms.items():
        if name in synonyms and (kind, full_name) in forms:
            return full_name
    for full_name, synonyms in names.synonyms.items():
        if name in synonyms and (kind, full_name) not in forms:
            first = next((other for other in synonyms if (kind, other) in forms), name)
            if first != name:
                return first
    return None


def _without_legal_form(
    names: NameRules, kind: EntityType, name: str, forms: Container[Form]
) -> tuple[str, str]:
    bare, _, last = name.rpartition(" ")
    bare = bare.rstrip(",")
    legal_form = kind is EntityType.ORG and last.rstrip(".") in names.organisations.legal_forms
    return (bare, "legal_form") if legal_form and (kind, bare) in forms else (name, "")
