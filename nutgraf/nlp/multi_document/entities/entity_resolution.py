"""Entity resolution across several reports.

Each entity of an article that was joined to one of another article has the rule and the form as evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import EntityType
from nutgraf.model.story import MentionsInArticle, MergeEvidence, StoryEntity
from nutgraf.nlp.entity_resolution.edit_distance import edit_distance
from nutgraf.nlp.multi_document.entities.entity_cluster import EntityCluster, Words, name_words
from nutgraf.nlp.multi_document.entities.surname_bearers import is_another
from nutgraf.nlp.multi_document.report import Report

_PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
_LEAST_LETTERS: Final = 6
"""Letters of a word from which a misspelling is recognised."""

_MOST_EDITS: Final = 2
_SAME_LETTERS: Final = 2
"""First letters that a misspelling leaves as they are."""

_FULL_NAME: Final = 2
_AMBIGUOUS: Final = 2

Surnames = Counter[str]
"""For each surname the number of people of the story who have it."""

Keys = Iterable[Hashable]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule by which two clusters are one.

    Attributes:
        name: of the rule, as the evidence gives it.
        matches: the rule itself.
        index_keys: the keys under which a cluster is found.
        lookup_keys: the keys under which a cluster looks for others. Every cluster that ``matches`` accepts
            for it is found under one of them.
    """

    name: str
    matches: Callable[[EntityCluster, EntityCluster, Surnames], bool]
    index_keys: Callable[[EntityCluster], Keys]
    lookup_keys: Callable[[EntityCluster], Keys]


def merge_entities(reports: Sequence[Report]) -> tuple[StoryEntity, ...]:
    """Return the entities of all reports, each once, the most salient first.

    Two people with one surname stay two: a bare surname joins a full name only where the story has one person
    of that surname. A misspelling joins the spelling that more articles use.
    """
    clusters = _cluster_by_name(reports)
    for rule in _RULES:
        clusters = _apply_rule(clusters, rule)
    entities = [_story_entity(cluster, len(reports)) for cluster in clusters]
    return tuple(sorted(entities, key=lambda entity: (-entity.salience, entity.name)))


def _cluster_by_name(reports: Sequence[Report]) -> list[EntityCluster]:
    clusters: dict[tuple[object, Words], EntityCluster] = {}
    for report in reports:
        for entity in report.analysis.entities:
            if entity.type in (EntityType.DATE, EntityType.MONEY):
                continue
            words = name_words(entity.name, report.name_rules)
            key = _type_family(entity.type), words
            cluster = clusters.setdefault(key, EntityCluster(entity.type, entity.name, words))
            cluster.add(report, entity, words)
    return list(clusters.values())


def _type_family(kind: EntityType) -> object:
    """Return one value for the types that models often take for one another."""
    return "place" if kind in _PLACES else kind


def _apply_rule(clusters: Sequence[EntityCluster], rule: _Rule) -> list[EntityCluster]:
    """Join each cluster to the better supported one that the rule matches, if there is one and no other."""
    kept: list[EntityCluster] = []
    index: defaultdict[Hashable, set[EntityCluster]] = defaultdict(set)
    surnames = Counter(surname for cluster in clusters for surname in _surname_of(cluster))
    for cluster in sorted(clusters, key=_support):
        targets = _targets(cluster, rule, index, surnames)
        target = targets.pop() if len(targets) == 1 else cluster
        if target is cluster:
            kept.append(cluster)
        else:
            surnames.subtract(_surname_of(target))
            target.absorb(cluster, rule.name)
            surnames.update(_surname_of(target))
        # Keys of a name that has changed stay in the index: the rule itself decides.
        for key in rule.index_keys(target):
            index[key].add(target)
    return kept


def _targets(
    cluster: EntityCluster, rule: _Rule, index: dict[Hashable, set[EntityCluster]], surnames: Surnames
) -> set[EntityCluster]:
    """Return the clusters that a cluster may join, two at most: more than one is ambiguous."""
    targets: set[EntityCluster] = set()
    for key in rule.lookup_keys(cluster):
        for other in index.get(key, ()):
            if other not in targets and rule.matches(cluster, other, surnames):
                targets.add(other)
                if len(targets) == _AMBIGUOUS:
                    return targets
    return targets


def _surname_of(cluster: EntityCluster) -> Words:
    """Return the surname of a person whose full name is known, or nothing."""
    full = cluster.type is EntityType.PERSON and len(cluster.words) >= _FULL_NAME
    return cluster.words[-1:] if full else ()


def _support(cluster: EntityCluster) -> tuple[int, int, int, Words]:
    """Sort clusters of more articles and fuller names first: the others join them."""
    return -len(cluster.articles), -len(cluster.words), -len(cluster.name), cluster.words


def _same_full_name(one: EntityCluster, other: EntityCluster, _: Surnames) -> bool:
    """Match the same name of several words under two types, between which the model wavered."""
    return one.words == other.words and len(one.words) >= _FULL_NAME


def _full_name_keys(cluster: EntityCluster) -> Keys:
    return (cluster.words,) if len(cluster.words) >= _FULL_NAME else ()


def _is_alias(one: EntityCluster, other: EntityCluster, _: Surnames) -> bool:
    """Match a name that an article itself gives for another one, as an acronym in brackets."""
    if EntityType.PERSON in (one.type, other.type) or _type_family(one.type) != _type_family(other.type):
        return False
    return " ".join(one.words) in other.forms or " ".join(other.words) in one.forms


def _alias_index_keys(cluster: EntityCluster) -> Keys:
    yield "name", " ".join(cluster.words)
    yield from (("form", form) for form in cluster.forms)


def _alias_lookup_keys(cluster: EntityCluster) -> Keys:
    yield "form", " ".join(cluster.words)
    yield from (("name", form) for form in cluster.forms)


def _is_surname(one: EntityCluster, other: EntityCluster, surnames: Surnames) -> bool:
    """Match a bare surname that only one person of the story has, and whose titles fit that person."""
    short, long = sorted((one, other), key=lambda cluster: len(cluster.words))
    if not _are_people(one, other) or len(short.words) != 1 or len(long.words) < _FULL_NAME:
        return False
    if long.words[-1] != short.words[0] or surnames[short.words[0]] != 1:
        return False
    return not is_another(short, long)


def _surname_index_keys(cluster: EntityCluster) -> Keys:
    return ((cluster.words[-1], len(cluster.words) == 1),) if cluster.words else ()


def _surname_lookup_keys(cluster: EntityCluster) -> Keys:
    return ((cluster.words[-1], len(cluster.words) != 1),) if cluster.words else ()


def _differs_in_middle_name(one: EntityCluster, other: EntityCluster, _: Surnames) -> bool:
    """Match full names that differ in middle names or in an initial."""
    a, b = one.words, other.words
    if not _are_people(one, other) or min(len(a), len(b)) < _FULL_NAME or a[-1] != b[-1] or a == b:
        return False
    initial = min(len(a[0]), len(b[0])) == 1 and a[0][0] == b[0][0]
    return initial or (a[0] == b[0] and min(len(a), len(b)) == _FULL_NAME)


def _initial_keys(cluster: EntityCluster) -> Keys:
    return [(cluster.words[0][:1], surname) for surname in _surname_of(cluster)]


def _is_misspelling(one: EntityCluster, other: EntityCluster, _: Surnames) -> bool:
    """Match names of several words that differ in one long word by a letter or two."""
    a, b = one.words, other.words
    if _type_family(one.type) != _type_family(other.type) or len(a) != len(b) or len(a) < _FULL_NAME:
        return False
    unlike = [(place, x, y) for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(unlike) != 1 or _named_side_by_side(one, other):
        return False
    place, x, y = unlike[0]
    # First names of unlike length are two names: Daniel, Daniela.
    return _is_typo(x, y) and (place > 0 or len(x) == len(y))


def _gap_keys(cluster: EntityCluster) -> Keys:
    """Yield the name with a gap for each long word, of which only the first letters stay."""
    words = cluster.words if len(cluster.words) >= _FULL_NAME else ()
    for place, word in enumerate(words):
        if len(word) >= _LEAST_LETTERS:
            yield words[:place], word[:_SAME_LETTERS], words[place + 1 :]


def _named_side_by_side(one: EntityCluster, other: EntityCluster) -> bool:
    """Whether most articles have both names, which are then two; a single article may have a typo."""
    return len(one.articles & other.articles) > len(one.articles) / 2 and len(one.articles) > 1


def _is_typo(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST_LETTERS or one[:_SAME_LETTERS] != other[:_SAME_LETTERS]:
        return False
    return abs(len(one) - len(other)) <= _MOST_EDITS and edit_distance(one, other) <= _MOST_EDITS


def _are_people(one: EntityCluster, other: EntityCluster) -> bool:
    return one.type is EntityType.PERSON and other.type is EntityType.PERSON


_RULES: Final = (
    _Rule("same_name", _same_full_name, _full_name_keys, _full_name_keys),
    _Rule("alias", _is_alias, _alias_index_keys, _alias_lookup_keys),
    _Rule("middle_name", _differs_in_middle_name, _initial_keys, _initial_keys),
    _Rule("misspelling", _is_misspelling, _gap_keys, _gap_keys),
    _Rule("surname", _is_surname, _surname_index_keys, _surname_lookup_keys),
)


def _story_entity(cluster: EntityCluster, reports: int) -> StoryEntity:
    name = cluster.name
    by_article = sorted(cluster.members, key=lambda member: (member[0].moment, member[0].id))
    evidence = [*cluster.evidence, *_alias_evidence(cluster, name)]
    return StoryEntity(
        name=name,
        type=cluster.type,
        salience=round(sum(entity.salience for _, entity in cluster.members) / reports, 4),
        sources=tuple(dict.fromkeys(report.outlet for report, _ in by_article)),
        mentions=tuple(
            MentionsInArticle(report.id, entity.id, entity.mentions) for report, entity in by_article
        ),
        evidence=tuple(sorted(set(evidence), key=lambda merge: (merge.article_id, merge.rule, merge.text))),
    )


def _alias_evidence(cluster: EntityCluster, name: str) -> Iterable[MergeEvidence]:
    """Yield the evidence for the aliases that each article's own analysis found."""
    for report, entity in cluster.members:
        for alias in entity.aliases:
            if alias.text != name:
                yield MergeEvidence(alias.rule, report.id, alias.text)
