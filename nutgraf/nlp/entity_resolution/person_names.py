"""Clusters of mentions of one person: full name, surname, given name, initials, misspellings.

Persons differ by their full names; two who share a surname stay two, and a bare surname that could be
either's goes to the one whose full name stands last before it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.entity_resolution.other_names import MentionCluster
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

Words = tuple[str, ...]
_LONG_ENOUGH: Final = 6
_MOST_EDITS: Final = 2
_FULL_NAME: Final = 2


@dataclass(slots=True)
class _Person:
    words: Words
    group: MentionCluster = field(default_factory=lambda: MentionCluster(EntityType.PERSON))
    places: list[tuple[bool, int]] = field(default_factory=list)

    def add(self, mentions: Sequence[TaggedSpan], rule: str) -> None:
        self.group.add(mentions, rule)
        self.places += [_place(mention) for mention in mentions]


class _Index:
    """Index of persons by each run of words that ends or opens their names."""

    def __init__(self, detachable_prefixes: tuple[str, ...]) -> None:
        self._detachable_prefixes = detachable_prefixes
        self.all: list[_Person] = []
        self._endings: dict[Words, list[_Person]] = defaultdict(list)
        self._without_prefix: dict[Words, list[_Person]] = defaultdict(list)
        self._openings: dict[str, list[_Person]] = defaultdict(list)
        self._stems: dict[str, list[_Person]] = defaultdict(list)

    def add(self, person: _Person) -> None:
        self.all.append(person)
        for i in range(len(person.words)):
            self._endings[person.words[i:]].append(person)
        if len(person.words) > 1:
            for prefix in self._detachable_prefixes:
                bare = person.words[-1].removeprefix(prefix)
                if bare not in ("", person.words[-1]):
                    self._without_prefix[(bare,)].append(person)
        self._openings[person.words[0]].append(person)
        self._stems[person.words[-1][:3]].append(person)

    def by_ending(self, words: Words) -> list[_Person]:
        """Return the persons whose names end so; a detachable prefix may be left out ("Maliki")."""
        return self._endings.get(words) or self._without_prefix.get(words, [])

    def by_opening(self, word: str) -> list[_Person]:
        return self._openings.get(word, [])

    def by_misspelt_surname(self, word: str) -> list[_Person]:
        alike = self._stems.get(word[:3], [])
        return [person for person in alike if _misspelt(word, person.words[-1])]


def cluster_persons(mentions: Sequence[TaggedSpan], doc: Doc) -> list[MentionCluster]:
    """Cluster the mentions of persons, each cluster one person."""
    names = name_rules(doc)
    forms: dict[Words, list[TaggedSpan]] = defaultdict(list)
    for mention in mentions:
        forms[_words(names, doc.surface(mention))].append(mention)
    index = _Index(names.persons.detachable_prefixes)
    short_names = []
    for words, members in sorted(forms.items(), key=_fullest_first):
        if len(words) == 1 or index.by_ending(words):
            short_names.append(words)
            continue
        person, rule = _same_person(words, index) or (_Person(words), "")
        person.add(members, rule)
        if not rule:
            index.add(person)
    unmatched = [cluster for words in short_names for cluster in _add_short_name(words, forms[words], index)]
    return [person.group for person in index.all] + unmatched


def _fullest_first(form: tuple[Words, list[TaggedSpan]]) -> tuple[int, int, tuple[bool, int]]:
    """Return a key that orders names by their length, then by how often and how early they stand."""
    words, members = form
    return -len(words), -len(members), min(map(_place, members))


def _words(names: NameRules, surface: str) -> Words:
    """Return the words of a name, folded, without a suffix behind the surname."""
    folded = normalize_surface(names, surface).replace(",", " ")
    words = tuple(word.rstrip(".") for word in folded.split())
    suffixed = len(words) > _FULL_NAME and words[-1] in names.persons.suffixes
    return words[:-1] if suffixed else words or ("",)


def _same_person(words: Words, index: _Index) -> tuple[_Person, str] | None:
    """Return the one person whom another full name means, and the rule that says so."""
    candidates = [*index.by_ending(words[-1:]), *index.by_opening(words[0])]
    for rule, same in (("middle_name", _middle), ("initial", _initial), ("misspelling", _misspelt_name)):
        found = {id(person): person for person in candidates if same(words, person.words)}
        if len(found) == 1:
            return next(iter(found.values())), rule
    return None


def _middle(one: Words, other: Words) -> bool:
    """Return whether two full names differ only in middle names that one of them leaves out."""
    return (one[0], one[-1]) == (other[0], other[-1]) and min(len(one), len(other)) == _FULL_NAME


def _initial(one: Words, other: Words) -> bool:
    """Return whether one first name is the initial of the other and the surname is the same."""
    short, long = sorted((one[0], other[0]), key=len)
    return one[-1] == other[-1] and len(short) == 1 and long.startswith(short)


def _misspelt_name(one: Words, other: Words) -> bool:
    """Return whether two full names are one letter or two apart, in one of their words.

    First names of different length are different names ("Daniel", "Daniela"), and so are short ones ("Maria",
    "Marta").
    """
    if len(one) != len(other):
        return False
    pairs = [(i, a, b) for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(pairs) != 1:
        return False
    place, a, b = pairs[0]
    return _misspelt(a, b) and (place > 0 or len(a) == len(b))


def _misspelt(one: str, other: str) -> bool:
    """Return whether two words of some length, alike at the beginning, are at most two edits apart."""
    if min(len(one), len(other)) < _LONG_ENOUGH or one[:2] != other[:2] or one == other:
        return False
    return abs(len(one) - len(other)) <= _MOST_EDITS and edit_distance(one, other) <= _MOST_EDITS


def edit_distance(one: str, other: str) -> int:
    """Return the number of letters to insert, delete or replace between two words (Levenshtein, 1966)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def _add_short_name(words: Words, members: Sequence[TaggedSpan], index: _Index) -> list[MentionCluster]:
    """Add the mentions of a bare surname or given name to their persons; return those left as a cluster."""
    candidates, rule = index.by_ending(words), "surname"
    if not candidates:
        candidates, rule = index.by_misspelt_surname(words[-1]), "misspelling"
    if not candidates:
        candidates, rule = index.by_opening(words[0]), "given_name"
    unmatched = MentionCluster(EntityType.PERSON)
    for mention in members:
        person = candidates[0] if len(candidates) == 1 else _named_last(candidates, mention)
        if person is None:
            unmatched.add([mention], "")
        else:
            person.group.add([mention], rule)
    return [unmatched] if unmatched.members else []


def _named_last(candidates: Sequence[_Person], mention: TaggedSpan) -> _Person | None:
    """Return the person whose full name stands nearest before a mention."""
    here = _place(mention)
    before = [(place, i) for i, person in enumerate(candidates) for place in person.places if place < here]
    return candidates[max(before)[1]] if before else None


def _place(mention: TaggedSpan) -> tuple[bool, int]:
    return mention.field == "text", mention.start
