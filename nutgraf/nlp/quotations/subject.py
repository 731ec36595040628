"""Subjects of clauses that attribute a quotation, and the noun phrases that name or stand for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.model import EntityType, Speaker
from nutgraf.nlp.quotations.speaker_candidates import low_words, speaker_of, unlinked_speaker

if TYPE_CHECKING:
    from nutgraf.nlp.quotations.phrase_tags import TaggedWords
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord, SpeakerMention, SpeakerMentions

_TITLE_BEFORE: Final = re.compile(r"(?:^|[^AH])[DUGOSx]*T[K]*$")
_BEFORE_PLACE: Final = frozenset("oDAH")
_MARKS: Final = frozenset("\"'”’»")
_SENTENCE_ENDS: Final = frozenset(".?!")
_REACH_OF_MARK: Final = 4
_LEAST_WORDS_WITH_PLACE: Final = 3
_LONGEST_TITLE: Final = 12
_REACH_OF_BEARERS: Final = 400
_NOUN_TAGS: Final = tuple("xSUGOTKYdP#")
ARTICLE_AND_NUMBER: Final = 2
_OWNERS: Final = frozenset({EntityType.PERSON, EntityType.ORG})


class SpeakerNoun(NamedTuple):
    """Noun phrase that stands for somebody named elsewhere ("the two ministers").

    Attributes:
        head: its last word, lower case.
        tag: the tag of that word.
        before: the words before it, lower case.
        start: where the phrase starts in the text.
    """

    head: str
    tag: str
    before: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks. With none of the three it is somebody whom the text does not name ("a witness").

    Attributes:
        speakers: who are named in the clause; several who speak together.
        pronoun: the pronoun in their place.
        noun: the noun in their place.
    """

    speakers: tuple[Speaker, ...] = ()
    pronoun: ContextWord | None = None
    noun: SpeakerNoun | None = None

    @property
    def is_open(self) -> bool:
        """Whether a pronoun or a noun must still be resolved."""
        return self.pronoun is not None or self.noun is not None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue as written, and who speaks; no subject means that the clause has none that was understood."""

    cue: str | None
    subject: Subject | None

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Who speak, as far as they are named."""
        return self.subject.speakers if self.subject else ()

    @property
    def names_somebody(self) -> bool:
        """Whether a speaker is named, or may be resolved."""
        return self.subject is not None and bool(self.subject.speakers or self.subject.is_open)


NOBODY: Final = Subject()
"""Subject that the text does not name."""


def mention_speaker(words: TaggedWords, index: int) -> Speaker:
    """Return the speaker whom the mention of a chunk names; a surname alone where two may bear it."""
    named = words.chunks[index].mention
    if named is None:
        raise ValueError("the chunk is no mention")
    if _is_of_two(words.names, named):
        return Speaker(None, words.names.text[named.start : named.end])
    return speaker_of(named.entity)


def _is_of_two(names: SpeakerMentions, named: SpeakerMention) -> bool:
    """Return whether one clause has named two in full, both of whom a bare surname may stand for."""
    written = names.text[named.start : named.end].split()
    surname = written[-1]
    titles = {word.lower().strip(".") for word in written[:-1]}
    if named.entity.type != EntityType.PERSON or not titles <= names.rules.not_names:
        return False
    before = names.text[max(0, named.start - _LONGEST_TITLE) : named.start].split()[-1:]
    titles.update(word.lower().strip(".") for word in before)
    rules = names.rules
    barred = [
        rules.nouns.given_names.get(pronoun, frozenset())
        for pronoun in rules.words.person_pronouns
        if any(titles & others for other, others in rules.words.person_pronouns.items() if other != pronoun)
    ]
    last: dict[str, SpeakerMention] = {}
    for one in names.within(max(0, named.start - _REACH_OF_BEARERS), named.start):
        full = one.entity.name == names.text[one.start : one.end]
        if full and one.entity.name.endswith(f" {surname}"):
            last[one.entity.id] = one
    own = last.pop(named.entity.id, None)
    return own is not None and any(
        _SENTENCE_ENDS.isdisjoint(names.text[min(own.end, other.end) : max(own.start, other.start)])
        and not any(other.entity.name.split()[0].lower() in given for given in barred)
        for other in last.values()
    )


def is_of_people(words: TaggedWords, index: int) -> bool:
    """Return whether a chunk names a people, so that it may describe the name behind it ("Swiss")."""
    named = words.chunks[index].mention
    return named is not None and named.entity.type == EntityType.NORP


def person_of_titled(words: TaggedWords, preposition: int, end: int) -> Speaker | None:
    """Return the person behind a title with its place: "Mayor of Norvik Ines Calloway".

    Args:
        words: the clause.
        preposition: the chunk between the title and its place.
        end: the chunk behind the name.
    """
    tags = words.tags
    if tags[preposition] != "o" or not _TITLE_BEFORE.search(tags[:preposition]):
        return None
    if tags[end - 1] == "P" and tags[end - 2] not in _BEFORE_PLACE:
        return mention_speaker(words, end - 1)
    if tags[end - 1] == "G" and tags[end - 2] in _BEFORE_PLACE:
        return _person_behind_place(words, end - 1)
    return None


def _person_behind_place(words: TaggedWords, index: int) -> Speaker | None:
    """Return the person whose name was taken for one with the place before it ("Norvik Ines Calloway")."""
    given = words.names.rules.nouns.given_names.values()
    parts = words.chunks[index].word.text.split()
    if len(parts) < _LEAST_WORDS_WITH_PLACE:
        return None
    for first in range(1, len(parts) - 1):
        if any(parts[first].lower() in names for names in given):
            written = " ".join(parts[first:])
            return words.names.person_called(written) or Speaker(None, written)
    return None


def speaker_of_run(words: TaggedWords, first: int, end: int) -> Subject | None:
    """Return the speaker whom words with a capital name that are no mention."""
    start = end
    while start > first and words.tags[start - 1] == "U":
        start -= 1
    alone = end - start == 1
    opened = start > 0 and words.tags[start - 1] in "DAHopx" and alone
    if opened:
        return None
    titled = start > first and words.tags[start - 1] == "T"
    written = words.names.text[words.start(start) : words.end(end - 1)]
    initial = not titled and words.start(start) == words.chunks[0].word.start and _opens_sentence(words)
    speaker = unlinked_speaker(words.names.rules, written, sentence_initial=initial)
    return Subject((words.names.person_called(speaker.name) or speaker,)) if speaker else None


def _opens_sentence(words: TaggedWords) -> bool:
    """Return whether a clause opens its sentence, and does not follow a quotation in it."""
    before = words.names.text[max(0, words.start(0) - _REACH_OF_MARK) : words.start(0)]
    quoted = before.rstrip()
    return "\n" in before or quoted[-1:] not in _MARKS or quoted[-2:-1] in _SENTENCE_ENDS


def owner_of(words: TaggedWords, first: int, end: int) -> Subject:
    """Return the subject that a document's owner is: "Acme's statement", "the company's letter"."""
    for index in range(end - 1, first - 1, -1):
        if words.tags[index] != "S":
            continue
        named = words.chunks[index].mention
        if named is not None:
            return Subject((speaker_of(named.entity),))
        return _noun_in_possessive(words, first, index)
    return NOBODY


def _noun_in_possessive(words: TaggedWords, first: int, index: int) -> Subject:
    rules = words.names.rules
    low = words.chunks[index].word.low
    ending = next((one for one in rules.possessives.endings if low.endswith(one)), "")
    head = low.removesuffix(ending)
    tag = "K" if head in rules.nouns.kinds else "T" if head in rules.nouns.roles else ""
    if not tag or words.tags[first] == "A":
        return NOBODY
    before = _words_between(words, first, index)
    return Subject(noun=SpeakerNoun(head, tag, before, words.start(first)))


def noun_of(words: TaggedWords, first: int, end: int) -> Subject:
    """Return the subject that a role or a kind is, when it is definite: "the mayor", "Acme's spokesman"."""
    definite = words.tags[first] == "D" or "S" in words.tags[first : end - 1]
    head = words.chunks[end - 1].word.low
    plural = words.tags[end - 1] == "Y"
    counted = plural and any(
        chunk.word.low in words.names.rules.nouns.counts for chunk in words.chunks[first:end]
    )
    if not definite and not counted:
        return NOBODY
    before = _words_between(words, first, end - 1)
    return Subject(noun=SpeakerNoun(head, words.tags[end - 1], before, words.start(first)))


def is_counted(words: TaggedWords, first: int, end: int) -> bool:
    """Return whether a phrase is an article with a number or an age: "the two", "the 29-year-old"."""
    if not first + ARTICLE_AND_NUMBER == end <= len(words.tags) or words.tags[end : end + 1] in _NOUN_TAGS:
        return False
    nouns, low = words.names.rules.nouns, words.chunks[end - 1].word.low
    return words.tags[first] == "D" and (low in nouns.counts or bool(nouns.age.fullmatch(low)))


def subject_of_pronoun(words: TaggedWords, index: int) -> Subject:
    """Return the subject that a pronoun is; nobody when it stands for no third person."""
    word, rules = words.chunks[index].word, words.names.rules.words
    third = word.low in rules.person_pronouns or word.low in rules.thing_pronouns | rules.plural_pronouns
    return Subject(pronoun=word) if third else NOBODY


def _words_between(words: TaggedWords, first: int, end: int) -> tuple[str, ...]:
    """Return the words from a chunk to another, lower case; of possessors only people and organisations."""
    found: list[str] = []
    for index in range(first, end):
        named = words.chunks[index].mention
        if words.tags[index] != "S" or named is None:
            found += low_words(
                words.names.rules, words.names.text, words.start(index), words.start(index + 1)
            )
        elif named is not None and named.entity.type in _OWNERS:
            found += low_words(words.names.rules, words.names.text, named.start, named.end)
    return tuple(found)
