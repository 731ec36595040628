"""One entity across several reports, with the rule and the form that joined each as the receipt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import EntityType
from nutgraf.model.story import MentionsInArticle, MergeEvidence, StoryEntity
from nutgraf.nlp.entity_resolution.person_names import edit_distance
from nutgraf.nlp.multi_document.entities.entity_cluster import EntityCluster, Words, name_words
from nutgraf.nlp.multi_document.report import Report

_PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
_LONG_ENOUGH: Final = 6
_MOST_EDITS: Final = 2
_OPENING: Final = 2
_FULL: Final = 2
_TOO_MANY: Final = 2

Holders = Counter[str]
"""How many people of the story have a surname."""

Keys = Iterable[Hashable]


@dataclass(frozen=True, slots=True)
class _Rule:
    """When two groups are one.

    Attributes:
        name: what the receipt says.
        same: the rule itself.
        under: where a group is looked for.
        near: where a group looks for others: all that ``same`` takes for it stand under one of these keys.
    """

    name: str
    same: Callable[[EntityCluster, EntityCluster, Holders], bool]
    under: Callable[[EntityCluster], Keys]
    near: Callable[[EntityCluster], Keys]


def merge_entities(reports: Sequence[Report]) -> tuple[StoryEntity, ...]:
    """The entities of all reports, each once, the most salient first.

    Two people with one surname stay two: a bare surname joins a full name only where the story has one person
    of that surname. A misspelling joins the spelling that more articles use.
    """
    groups = _by_name(reports)
    for rule in _RULES:
        groups = _joined(groups, rule)
    found = [_entity(group, len(reports)) for group in groups]
    return tuple(sorted(found, key=lambda entity: (-entity.salience, entity.name)))


def _by_name(reports: Sequence[Report]) -> list[EntityCluster]:
    groups: dict[tuple[object, Words], EntityCluster] = {}
    for report in reports:
        for entity in report.analysis.entities:
            if entity.type in (EntityType.DATE, EntityType.MONEY):
                continue
            words = name_words(entity.name)
            key = _family(entity.type), words
            groups.setdefault(key, EntityCluster(entity.type, entity.name, words)).add(report, entity)
    return list(groups.values())


def _family(kind: EntityType) -> object:
    """Types that models often take for one another count as one."""
    return "place" if kind in _PLACES else kind


def _joined(groups: Sequence[EntityCluster], rule: _Rule) -> list[EntityCluster]:
    """Join each group to the one better supported group that the rule takes for the same, if it is one."""
    kept: list[EntityCluster] = []
    index: defaultdict[Hashable, set[EntityCluster]] = defaultdict(set)
    holders = Counter(surname for group in groups for surname in _held(group))
    for group in sorted(groups, key=_standing):
        targets = _targets(group, rule, index, holders)
        home = targets.pop() if len(targets) == 1 else group
        if home is group:
            kept.append(group)
        else:
            holders.subtract(_held(home))
            home.absorb(group, rule.name)
            holders.update(_held(home))
        # What a name was found under before it changed stays: the rule itself decides.
        for key in rule.under(home):
            index[key].add(home)
    return kept


def _targets(
    group: EntityCluster, rule: _Rule, index: dict[Hashable, set[EntityCluster]], holders: Holders
) -> set[EntityCluster]:
    """Those that a group may join, as far as it matters whether they are none, one or more."""
    found: set[EntityCluster] = set()
    for key in rule.near(group):
        for other in index.get(key, ()):
            if other not in found and rule.same(group, other, holders):
                found.add(other)
                if len(found) == _TOO_MANY:
                    return found
    return found


def _held(group: EntityCluster) -> Words:
    """The surname of a person whose full name is known, or nothing."""
    full = group.type is EntityType.PERSON and len(group.words) >= _FULL
    return group.words[-1:] if full else ()


def _standing(group: EntityCluster) -> tuple[int, int, int, Words]:
    """Groups of more articles and fuller names first: the others join them."""
    return -len(group.articles), -len(group.words), -len(group.name), group.words


def _other_type(one: EntityCluster, other: EntityCluster, _: Holders) -> bool:
    """The same name of several words under another type is the model's doubt, not another thing."""
    return one.words == other.words and len(one.words) >= _FULL


def _whole(group: EntityCluster) -> Keys:
    return (group.words,) if len(group.words) >= _FULL else ()


def _alias(one: EntityCluster, other: EntityCluster, _: Holders) -> bool:
    """An article itself says that the one name stands for the other, as an acronym in brackets does."""
    if EntityType.PERSON in (one.type, other.type) or _family(one.type) != _family(other.type):
        return False
    return " ".join(one.words) in other.forms or " ".join(other.words) in one.forms


def _alias_under(group: EntityCluster) -> Keys:
    yield "name", " ".join(group.words)
    yield from (("form", form) for form in group.forms)


def _alias_near(group: EntityCluster) -> Keys:
    yield "form", " ".join(group.words)
    yield from (("name", form) for form in group.forms)


def _surname(one: EntityCluster, other: EntityCluster, holders: Holders) -> bool:
    """A bare surname, or the bare form of a longer name, that only one person of the story has."""
    short, long = sorted((one, other), key=lambda group: len(group.words))
    if not _people(one, other) or len(short.words) != 1 or len(long.words) < _FULL:
        return False
    return long.words[-1] == short.words[0] and holders[short.words[0]] == 1


def _surname_under(group: EntityCluster) -> Keys:
    return ((group.words[-1], len(group.words) == 1),) if group.words else ()


def _surname_near(group: EntityCluster) -> Keys:
    return ((group.words[-1], len(group.words) != 1),) if group.words else ()


def _middle(one: EntityCluster, other: EntityCluster, _: Holders) -> bool:
    """Full names that differ in middle names or in an initial."""
    a, b = one.words, other.words
    if not _people(one, other) or min(len(a), len(b)) < _FULL or a[-1] != b[-1] or a == b:
        return False
    initial = min(len(a[0]), len(b[0])) == 1 and a[0][0] == b[0][0]
    return initial or (a[0] == b[0] and min(len(a), len(b)) == _FULL)


def _initialled(group: EntityCluster) -> Keys:
    return [(group.words[0][:1], surname) for surname in _held(group)]


def _misspelt(one: EntityCluster, other: EntityCluster, _: Holders) -> bool:
    """Names of several words that differ in one long word by a letter or two, not within one article."""
    a, b = one.words, other.words
    if _family(one.type) != _family(other.type) or len(a) != len(b) or len(a) < _FULL:
        return False
    unlike = [(place, x, y) for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(unlike) != 1 or _both_named(one, other):
        return False
    place, x, y = unlike[0]
    # First names of unlike length are two names: Daniel, Daniela.
    return _slip(x, y) and (place > 0 or len(x) == len(y))


def _but_one(group: EntityCluster) -> Keys:
    """The name with a gap for each long word, of which only the opening stays."""
    words = group.words if len(group.words) >= _FULL else ()
    for place, word in enumerate(words):
        if len(word) >= _LONG_ENOUGH:
            yield words[:place], word[:_OPENING], words[place + 1 :]


def _both_named(one: EntityCluster, other: EntityCluster) -> bool:
    """Whether the better part of the articles tells the two apart; a single article may have slipped."""
    return len(one.articles & other.articles) > len(one.articles) / 2 and len(one.articles) > 1


def _slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG_ENOUGH or one[:_OPENING] != other[:_OPENING]:
        return False
    return abs(len(one) - len(other)) <= _MOST_EDITS and edit_distance(one, other) <= _MOST_EDITS


def _people(one: EntityCluster, other: EntityCluster) -> bool:
    return one.type is EntityType.PERSON and other.type is EntityType.PERSON


_RULES: Final = (
    _Rule("same_name", _other_type, _whole, _whole),
    _Rule("alias", _alias, _alias_under, _alias_near),
    _Rule("middle_name", _middle, _initialled, _initialled),
    _Rule("misspelling", _misspelt, _but_one, _but_one),
    _Rule("surname", _surname, _surname_under, _surname_near),
)


def _entity(group: EntityCluster, reports: int) -> StoryEntity:
    name = group.name
    by_article = sorted(group.members, key=lambda member: (member[0].moment, member[0].id))
    evidence = [*group.evidence, *_written(group, name)]
    return StoryEntity(
        name=name,
        type=group.type,
        salience=round(sum(entity.salience for _, entity in group.members) / reports, 4),
        sources=tuple(dict.fromkeys(report.outlet for report, _ in by_article)),
        mentions=tuple(
            MentionsInArticle(report.id, entity.id, entity.mentions) for report, entity in by_article
        ),
        evidence=tuple(sorted(set(evidence), key=lambda merge: (merge.article_id, merge.rule, merge.text))),
    )


def _written(group: EntityCluster, name: str) -> Iterable[MergeEvidence]:
    """Receipts of the joins that each article's own analysis made."""
    for report, entity in group.members:
        for alias in entity.aliases:
            if alias.text != name:
                yield MergeEvidence(alias.rule, report.id, alias.text)
