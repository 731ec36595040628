"""One entity across several reports, with the rule and the form that joined each as the receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from nutgraf.model import Entity, EntityType
from nutgraf.story import MentionsInArticle, MergeEvidence, StoryEntity
from workers.pipeline.comparing.report import Report
from workers.pipeline.honorifics import is_title
from workers.pipeline.people import distance

_PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
_LONG_ENOUGH: Final = 6
_MOST_EDITS: Final = 2
_FULL: Final = 2

Words = tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """Entities of several articles that are one, and how often each is written in which way."""

    members: list[tuple[Report, Entity]] = field(default_factory=list)
    evidence: list[MergeEvidence] = field(default_factory=list)

    @property
    def type(self) -> EntityType:
        counts = Counter(entity.type for _, entity in self.members)
        return min(counts, key=lambda kind: (-counts[kind], kind))

    @property
    def name(self) -> str:
        """The spelling that most articles use, then the longest."""
        counts = Counter(entity.name for _, entity in self.members)
        return min(counts, key=lambda name: (-counts[name], -len(name), name))

    @property
    def words(self) -> Words:
        return _words(self.name)

    @property
    def articles(self) -> set[str]:
        return {report.id for report, _ in self.members}

    def forms(self) -> set[str]:
        """Every way in which an article names it, folded."""
        names = (form for _, entity in self.members for form in _forms(entity))
        return {" ".join(_words(name)) for name in names}

    def absorb(self, other: _Group, rule: str) -> None:
        """Take over another group, keeping the receipt."""
        self.evidence += other.evidence
        self.evidence += [MergeEvidence(rule, report.id, entity.name) for report, entity in other.members]
        self.members += other.members


def merge(reports: Sequence[Report]) -> tuple[StoryEntity, ...]:
    """The entities of all reports, each once, the most salient first.

    Two people with one surname stay two: a bare surname joins a full name only where the story has one person
    of that surname. A misspelling joins the spelling that more articles use.
    """
    groups = _by_name(reports)
    for rule, same in _RULES:
        groups = _joined(groups, rule, same)
    found = [_entity(group, len(reports)) for group in groups]
    return tuple(sorted(found, key=lambda entity: (-entity.salience, entity.name)))


def _by_name(reports: Sequence[Report]) -> list[_Group]:
    groups: dict[tuple[object, Words], _Group] = {}
    for report in reports:
        for entity in report.analysis.entities:
            if entity.type in (EntityType.DATE, EntityType.MONEY):
                continue
            words = _words(entity.name)
            groups.setdefault((_family(entity.type), words), _Group()).members.append((report, entity))
    return list(groups.values())


def _family(kind: EntityType) -> object:
    """Types that models often take for one another count as one."""
    return "place" if kind in _PLACES else kind


Rule = Callable[["_Group", "_Group", "Sequence[_Group]"], bool]


def _joined(groups: Sequence[_Group], rule: str, same: Rule) -> list[_Group]:
    """Join each group to the best supported other one that the rule takes for the same."""
    kept: list[_Group] = []
    for group in sorted(groups, key=_standing):
        targets = [other for other in kept if same(group, other, groups)]
        if len(targets) == 1:
            targets[0].absorb(group, rule)
        else:
            kept.append(group)
    return kept


def _standing(group: _Group) -> tuple[int, int, int, Words]:
    """Groups of more articles and fuller names first: the others join them."""
    return -len(group.articles), -len(group.words), -len(group.name), group.words


def _other_type(one: _Group, other: _Group, _: Sequence[_Group]) -> bool:
    """The same name of several words under another type is the model's doubt, not another thing."""
    return one.words == other.words and len(one.words) >= _FULL


def _alias(one: _Group, other: _Group, _: Sequence[_Group]) -> bool:
    """An article itself says that the one name stands for the other, as an acronym in brackets does."""
    if EntityType.PERSON in (one.type, other.type) or _family(one.type) != _family(other.type):
        return False
    return " ".join(one.words) in other.forms() or " ".join(other.words) in one.forms()


def _surname(one: _Group, other: _Group, everybody: Sequence[_Group]) -> bool:
    """A bare surname, or the bare form of a longer name, that only one person of the story has."""
    short, long = sorted((one, other), key=lambda group: len(group.words))
    if not _people(one, other) or len(short.words) != 1 or len(long.words) < _FULL:
        return False
    holders = [p for p in everybody if p.type is EntityType.PERSON and len(p.words) >= _FULL]
    named = [person for person in holders if person.words[-1] == short.words[0]]
    return long.words[-1] == short.words[0] and len(named) == 1


def _middle(one: _Group, other: _Group, _: Sequence[_Group]) -> bool:
    """Full names that differ in middle names or in an initial."""
    a, b = one.words, other.words
    if not _people(one, other) or min(len(a), len(b)) < _FULL or a[-1] != b[-1] or a == b:
        return False
    initial = min(len(a[0]), len(b[0])) == 1 and a[0][0] == b[0][0]
    return initial or (a[0] == b[0] and min(len(a), len(b)) == _FULL)


def _misspelt(one: _Group, other: _Group, _: Sequence[_Group]) -> bool:
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


def _both_named(one: _Group, other: _Group) -> bool:
    """Whether the better part of the articles tells the two apart; a single article may have slipped."""
    return len(one.articles & other.articles) > len(one.articles) / 2 and len(one.articles) > 1


def _slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG_ENOUGH or one[:2] != other[:2]:
        return False
    return distance(one, other) <= _MOST_EDITS


def _people(one: _Group, other: _Group) -> bool:
    return one.type is EntityType.PERSON and other.type is EntityType.PERSON


_RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("same_name", _other_type),
    ("alias", _alias),
    ("middle_name", _middle),
    ("misspelling", _misspelt),
    ("surname", _surname),
)


def _entity(group: _Group, reports: int) -> StoryEntity:
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


def _written(group: _Group, name: str) -> Iterable[MergeEvidence]:
    """Receipts of the joins that each article's own analysis made."""
    for report, entity in group.members:
        for alias in entity.aliases:
            if alias.text != name:
                yield MergeEvidence(alias.rule, report.id, alias.text)


def _forms(entity: Entity) -> Iterable[str]:
    return (entity.name, *(alias.text for alias in entity.aliases))


def _words(name: str) -> Words:
    """A name's words, folded, without titles, the article and a possessive ending."""
    folded = name.casefold().replace("’", "'").removesuffix("'s").replace("-", " ")
    words = [word.strip(".,'\"“”‘()") for word in folded.split()]
    kept = [word for word in words if word and word != "the"]
    while len(kept) > 1 and is_title(kept[0]):
        kept.pop(0)
    return tuple(kept or words)
