"""Clusters of entities of several articles, with everything that decides whether another one joins them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from nutgraf.model import Entity, EntityType
from nutgraf.model.story import MergeEvidence
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.multi_document.report import Report

Words = tuple[str, ...]


@dataclass(slots=True, eq=False)
class EntityCluster:
    """Entities of several articles that are one.

    Every name is folded once, when its entity comes in.

    Attributes:
        type: the type of most of its entities.
        name: the spelling that most articles use, then the longest.
        words: that name, folded.
        articles: the ids of the articles that name it.
        forms: every form in which an article names it, folded.
    """

    type: EntityType
    name: str
    words: Words
    members: list[tuple[Report, Entity]] = field(default_factory=list)
    evidence: list[MergeEvidence] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    _types: Counter[EntityType] = field(default_factory=Counter)
    _names: Counter[str] = field(default_factory=Counter)
    _folded: dict[str, Words] = field(default_factory=dict)

    def add(self, report: Report, entity: Entity, words: Words) -> None:
        """Add one article's entity, whose folded name is that of the cluster."""
        self.members.append((report, entity))
        self.articles.add(report.id)
        self.forms.add(" ".join(words))
        self.forms.update(" ".join(name_words(alias.text, report.name_rules)) for alias in entity.aliases)
        self._folded.setdefault(entity.name, words)
        self._count(Counter([entity.type]), Counter([entity.name]))

    def absorb(self, other: EntityCluster, rule: str) -> None:
        """Take over the members of another cluster, with the rule as evidence."""
        self.evidence += other.evidence
        self.evidence += [MergeEvidence(rule, report.id, entity.name) for report, entity in other.members]
        self.members += other.members
        self.articles |= other.articles
        self.forms |= other.forms
        self._folded = other._folded | self._folded
        self._count(other._types, other._names)

    def _count(self, types: Counter[EntityType], names: Counter[str]) -> None:
        # Counts only grow, so the first can only be overtaken by what has just been counted.
        self._types.update(types)
        self._names.update(names)
        self.type = min((self.type, *types), key=lambda kind: (-self._types[kind], kind))
        first = min((self.name, *names), key=lambda name: (-self._names[name], -len(name), name))
        if first != self.name:
            self.name, self.words = first, self._folded[first]


def name_words(name: str, rules: NameRules) -> Words:
    """Return a name's words, folded, without titles, definite articles and a possessive ending."""
    folded = _without_possessive(name, rules).casefold().replace("’", "'").replace("-", " ")
    words = [word.strip(".,'\"“”‘()") for word in folded.split()]
    kept = [word for word in words if word and f"{word} " not in rules.definite_articles]
    while len(kept) > 1 and kept[0] in rules.honorifics.titles:
        kept.pop(0)
    return tuple(kept or words)


def _without_possessive(name: str, rules: NameRules) -> str:
    endings = rules.possessives.endings
    return next((name[: -len(ending)] for ending in endings if name.endswith(ending)), name)
