"""Index of the persons of an article by the parts of their names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from nutgraf.nlp.entity_resolution.edit_distance import misspelt
from nutgraf.nlp.entity_resolution.other_names import MentionCluster

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.entity_resolution.person_forms import PersonForm, Words
    from nutgraf.nlp.lang.schema.person_names import PersonNames
    from nutgraf.nlp.spans import TaggedSpan


@dataclass(slots=True)
class Person:
    """A person of the article: the fullest name, the mentions, and where the person is named for certain.

    ``introductions`` are the mentions by a full name or with a title; a bare surname belongs to the person
    whom the nearest of them introduces.
    """

    form: PersonForm
    group: MentionCluster = field(default_factory=lambda: MentionCluster(EntityType.PERSON))
    introductions: list[TaggedSpan] = field(default_factory=list)

    @property
    def words(self) -> Words:
        """Words of the fullest name."""
        return self.form.words

    def add(self, mentions: Sequence[TaggedSpan], rule: str) -> None:
        """Join mentions by a rule that introduce the person."""
        self.group.add(mentions, rule)
        self.introductions += mentions


def place_of(mention: TaggedSpan) -> tuple[bool, int]:
    """Return a key that orders mentions as a reader meets them."""
    return mention.field == "text", mention.start


class PersonIndex:
    """Index of persons by each run of words that ends or opens their names."""

    def __init__(self, rules: PersonNames) -> None:
        self._detachable_prefixes = rules.detachable_prefixes
        self._given_names = rules.feminine_given_names, rules.masculine_given_names
        self.all: list[Person] = []
        self._endings: dict[Words, list[Person]] = defaultdict(list)
        self._without_prefix: dict[Words, list[Person]] = defaultdict(list)
        self._openings: dict[str, list[Person]] = defaultdict(list)
        self._inner: dict[str, list[Person]] = defaultdict(list)
        self._nicknames: dict[str, list[Person]] = defaultdict(list)
        self._stems: dict[str, list[Person]] = defaultdict(list)

    def add(self, person: Person) -> None:
        """Add a person under all parts of the name."""
        self.all.append(person)
        words = person.words
        for i in range(len(words)):
            self._endings[words[i:]].append(person)
        if len(words) > 1:
            for prefix in self._detachable_prefixes:
                bare = words[-1].removeprefix(prefix)
                if bare not in ("", words[-1]):
                    self._without_prefix[(bare,)].append(person)
        for word in words[1:-1]:
            if len(word) > 1 and not any(word in names for names in self._given_names):
                self._inner[word].append(person)
        if person.form.nickname:
            self._nicknames[person.form.nickname].append(person)
        self._openings[words[0]].append(person)
        self._stems[words[-1][:3]].append(person)

    def by_ending(self, words: Words) -> list[Person]:
        """Return the persons whose names end so; a detachable prefix may be left out ("Maliki")."""
        return self._endings.get(words) or self._without_prefix.get(words, [])

    def by_opening(self, word: str) -> list[Person]:
        """Return the persons whose names open so."""
        return self._openings.get(word, [])

    def by_inner(self, word: str) -> list[Person]:
        """Return the persons in whose names a word that is no given name stands in the middle."""
        return self._inner.get(word, [])

    def by_nickname(self, nickname: str) -> list[Person]:
        """Return the persons who have a nickname in marks."""
        return self._nicknames.get(nickname, [])

    def by_misspelt_surname(self, word: str) -> list[Person]:
        """Return the persons whose surname is at most two edits away."""
        alike = self._stems.get(word[:3], [])
        return [person for person in alike if misspelt(word, person.words[-1])]
