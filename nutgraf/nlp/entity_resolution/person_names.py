"""One person under many names: full name, surname, title and surname, given name, initials, misspellings.

People are told apart by their full names; two who share a surname stay two, and a bare surname that could be
either's goes to the one whose full name was given last before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from nutgraf.nlp.entity_resolution.other_names import MentionCluster
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import TaggedSpan

Words = tuple[str, ...]
_SUFFIXES = frozenset({"jr", "sr", "jnr", "snr", "ii", "iii", "iv"})
_ARTICLE = re.compile(r"[ae]l-(?=\w)")
_LONG_ENOUGH = 6


@dataclass(slots=True)
class _Person:
    words: Words
    group: MentionCluster = field(default_factory=lambda: MentionCluster(EntityType.PERSON))
    places: list[tuple[bool, int]] = field(default_factory=list)

    def add(self, mentions: Sequence[TaggedSpan], rule: str) -> None:
        self.group.add(mentions, rule)
        self.places += [_place(mention) for mention in mentions]


class _Index:
    """People by each run of words that ends or opens their names."""

    def __init__(self) -> None:
        self.all: list[_Person] = []
        self._endings: dict[Words, list[_Person]] = defaultdict(list)
        self._without_article: dict[Words, list[_Person]] = defaultdict(list)
        self._openings: dict[str, list[_Person]] = defaultdict(list)
        self._stems: dict[str, list[_Person]] = defaultdict(list)

    def add(self, person: _Person) -> None:
        self.all.append(person)
        for i in range(len(person.words)):
            self._endings[person.words[i:]].append(person)
        bare = _ARTICLE.sub("", person.words[-1], count=1)
        if len(person.words) > 1 and bare != person.words[-1]:
            self._without_article[(bare,)].append(person)
        self._openings[person.words[0]].append(person)
        self._stems[person.words[-1][:3]].append(person)

    def by_ending(self, words: Words) -> list[_Person]:
        """Give the people whose names end so; an Arabic article in a surname may be left out ("Maliki")."""
        return self._endings.get(words) or self._without_article.get(words, [])

    def by_opening(self, word: str) -> list[_Person]:
        return self._openings.get(word, [])

    def by_misspelt_surname(self, word: str) -> list[_Person]:
        alike = self._stems.get(word[:3], [])
        return [person for person in alike if _misspelt(word, person.words[-1])]


def cluster_persons(mentions: Sequence[TaggedSpan], doc: Doc) -> list[MentionCluster]:
    """Group the mentions of people, each group one person."""
    forms: dict[Words, list[TaggedSpan]] = defaultdict(list)
    for mention in mentions:
        forms[_words(doc.surface(mention))].append(mention)
    index = _Index()
    bare = []
    for words, members in sorted(forms.items(), key=_fullest_first):
        if len(words) == 1 or index.by_ending(words):
            bare.append(words)
            continue
        person, rule = _same_person(words, index) or (_Person(words), "")
        person.add(members, rule)
        if not rule:
            index.add(person)
    alone = [_bare(words, forms[words], index) for words in bare]
    return [person.group for person in index.all] + [group for found in alone for group in found]


def _fullest_first(form: tuple[Words, list[TaggedSpan]]) -> tuple[int, int, tuple[bool, int]]:
    """Order names by their length, then by how often and how early the article gives them."""
    words, members = form
    return -len(words), -len(members), min(map(_place, members))


def _words(surface: str) -> Words:
    words = tuple(word.rstrip(".") for word in normalize_surface(surface).replace(",", " ").split())
    return words[:-1] if len(words) > 2 and words[-1] in _SUFFIXES else words or ("",)  # noqa: PLR2004


def _same_person(words: Words, index: _Index) -> tuple[_Person, str] | None:
    """Find the one person whom another full name means, and the rule that says so."""
    candidates = [*index.by_ending(words[-1:]), *index.by_opening(words[0])]
    for rule, same in (("middle_name", _middle), ("initial", _initial), ("misspelling", _misspelt_name)):
        found = {id(person): person for person in candidates if same(words, person.words)}
        if len(found) == 1:
            return next(iter(found.values())), rule
    return None


def _middle(one: Words, other: Words) -> bool:
    """Whether two full names differ only in middle names that one of them leaves out."""
    return (one[0], one[-1]) == (other[0], other[-1]) and min(len(one), len(other)) == 2  # noqa: PLR2004


def _initial(one: Words, other: Words) -> bool:
    """Whether one first name is the initial of the other and the surname is the same."""
    short, long = sorted((one[0], other[0]), key=len)
    return one[-1] == other[-1] and len(short) == 1 and long.startswith(short)


def _misspelt_name(one: Words, other: Words) -> bool:
    """Whether two full names are one letter or two apart, in one of their words.

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
    """Whether two words of some length, alike at the beginning, are at most two edits apart."""
    if min(len(one), len(other)) < _LONG_ENOUGH or one[:2] != other[:2] or one == other:
        return False
    return abs(len(one) - len(other)) <= 2 and edit_distance(one, other) <= 2  # noqa: PLR2004


def edit_distance(one: str, other: str) -> int:
    """Count the letters to insert, delete or replace to make one word the other (Levenshtein, 1966)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def _bare(words: Words, members: Sequence[TaggedSpan], index: _Index) -> list[MentionCluster]:
    """Give the mentions of a bare surname or given name to whom they mean; what is left is a person alone."""
    candidates, rule = index.by_ending(words), "surname"
    if not candidates:
        candidates, rule = index.by_misspelt_surname(words[-1]), "misspelling"
    if not candidates:
        candidates, rule = index.by_opening(words[0]), "given_name"
    alone = MentionCluster(EntityType.PERSON)
    for mention in members:
        person = candidates[0] if len(candidates) == 1 else _named_last(candidates, mention)
        if person is None:
            alone.add([mention], "")
        else:
            person.group.add([mention], rule)
    return [alone] if alone.members else []


def _named_last(candidates: Sequence[_Person], mention: TaggedSpan) -> _Person | None:
    """Give the person whose full name stands nearest before a mention."""
    here = _place(mention)
    before = [(place, i) for i, person in enumerate(candidates) for place in person.places if place < here]
    return candidates[max(before)[1]] if before else None


def _place(mention: TaggedSpan) -> tuple[bool, int]:
    return mention.field == "text", mention.start
