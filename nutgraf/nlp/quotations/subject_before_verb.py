"""Subject in front of a reporting verb: "Maria Lenz, head of the agency, later", "the airline", "A and B"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.nlp.quotations.phrase_tags import TaggedWords, tag_words
from nutgraf.nlp.quotations.subject import (
    NOBODY,
    Subject,
    is_counted,
    is_of_people,
    mention_speaker,
    noun_of,
    owner_of,
    person_of_titled,
    speaker_of_run,
    subject_of_pronoun,
)

if TYPE_CHECKING:
    from nutgraf.model import Speaker
    from nutgraf.nlp.quotations.speaker_candidates import SpeakerMentions

_INSIDE_PHRASE: Final = frozenset("TKUGOSdxY#")
_VERB_BEHIND_NOUN: Final = re.compile(r"[DAH][xSUGO#]*[TKYdOG]x$")
_DETERMINERS: Final = frozenset("DAH")
_PREPOSITIONS: Final = frozenset("op")
_BOUNDARIES: Final = frozenset("^,zeb(c")
_APPOSITION: Final = re.compile(r"[DAHTxopwSOUGKv#Pd]")
_BARE_NOUN: Final = re.compile(r"[xK]{1,2}|[xU]?Y")
_PURE_NAME: Final = re.compile(r"[TUKG]*(?:P|O|U)")
_UNCLOSED: Final = re.compile(r"P,[xTKUG][xcTKUGO#op]*$")
_MOST_COMMAS: Final = 5
_LONGEST_PHRASE: Final = 8
_LONGEST_APPOSITION: Final = 160


class _Phrase(NamedTuple):
    """A subject, and the index of its first chunk."""

    subject: Subject
    first: int


def subject_before(names: SpeakerMentions, start: int, verb: int) -> Subject | None:
    """Return the subject right before a verb, or in front of its apposition, from ``start`` on."""
    words = tag_words(names, start, verb)
    return subject_ending(words, len(words.tags))


def subject_ending(words: TaggedWords, end: int) -> Subject | None:
    """Return the subject whose phrase ends before a chunk, adverbs left out; None when none is understood."""
    found = _ending_at(words, _without_adverbs(words.tags, end))
    return found.subject if found else None


def _without_adverbs(tags: str, end: int) -> int:
    """Return the end without adverbials like "on Monday", "later"."""
    last = end
    while last and (tags[last - 1] == "b" or (last < end and tags[last - 1] in "Ap")):
        last -= 1
    return last


def _ending_at(words: TaggedWords, end: int) -> _Phrase | None:
    tags = words.tags
    if end == 0:
        return None
    last = tags[end - 1]
    if last == ",":
        return _behind_apposition(words, end - 1)
    if last == ")" and "(" in tags[:end]:
        return _ending_at(words, tags.rindex("(", 0, end))
    if last in "TK":
        apposed = _UNCLOSED.search(tags[:end])
        if apposed:
            return _head_at(words, apposed.start() + 1)
    if last == "w":
        return _before_relative(words, end - (2 if tags[end - 2 : end - 1] == "," else 1))
    return _head_at(words, end)


def _before_relative(words: TaggedWords, end: int) -> _Phrase | None:
    """Return what a relative pronoun refers to, even behind a preposition: "met by Lenz, who"."""
    if words.tags[max(0, end - 1) : end] in ("P", "O"):
        return _Phrase(Subject((mention_speaker(words, end - 1),)), end - 1)
    return _head_at(words, end)


def _head_at(words: TaggedWords, end: int) -> _Phrase | None:
    """Return the noun phrase that ends before a chunk, as a subject."""
    tags = words.tags
    last = tags[end - 1] if end else ""
    if last and last in "rq":
        return _Phrase(subject_of_pronoun(words, end - 1), end - 1)
    if last not in _INSIDE_PHRASE and last != "P":
        return None
    first = _first_of_phrase(tags, end)
    relative = tags.rfind("w", 0, first)
    if first > relative + 1 and relative > max(tags.rfind(",", 0, first), tags.rfind("e", 0, first), 0):
        return _head_at(words, relative)
    before = tags[first - 1] if first else "^"
    if before in _PREPOSITIONS:
        return _behind_preposition(words, first, end)
    addressed = before == "v" and words.chunks[first - 1].word.low in words.names.rules.verbs.addressing
    subject = NOBODY if addressed else _of_phrase(words, first, end)
    if subject is None:
        return None
    phrase = _Phrase(subject, first)
    return _joined(words, phrase) if before == "c" else phrase


def _first_of_phrase(tags: str, end: int) -> int:
    first = end - 1
    while (
        first
        and tags[first - 1] in _INSIDE_PHRASE
        and not _VERB_BEHIND_NOUN.search(tags[max(0, first - _LONGEST_PHRASE) : first])
    ):
        first -= 1
    return first - 1 if first and tags[first - 1] in _DETERMINERS else first


def _of_phrase(words: TaggedWords, first: int, end: int) -> Subject | None:
    """Return the subject that a noun phrase without prepositions is."""
    last = words.tags[end - 1]
    if last == "G" and words.tags[first] in _DETERMINERS and is_of_people(words, end - 1):
        return NOBODY
    if last in "POG":
        return Subject((mention_speaker(words, end - 1),))
    if last == "U":
        return speaker_of_run(words, first, end)
    if last == "d":
        return owner_of(words, first, end)
    if last in "TKY" or is_counted(words, first, end):
        return noun_of(words, first, end)
    return NOBODY if words.tags[first] == "A" else None


def _behind_preposition(words: TaggedWords, first: int, end: int) -> _Phrase | None:
    """Return the phrase that a prepositional one belongs to: "Lenz of Acme", "Mayor of Norvik Ines Hale"."""
    tags, preposition = words.tags, first - 1
    titled = person_of_titled(words, preposition, end)
    if titled is not None:
        return _Phrase(Subject((titled,)), _first_of_phrase(tags, preposition))
    sources = words.names.rules.nouns.document_sources
    if preposition and tags[preposition - 1] == "d" and words.chunks[preposition].word.low in sources:
        subject = _of_phrase(words, first, end)
        return _Phrase(subject, preposition - 1) if subject else None
    if preposition == 0 and tags[end - 1] == "P":
        return _Phrase(Subject((mention_speaker(words, end - 1),)), first)
    head = _head_at(words, preposition)
    return _Phrase(NOBODY, head.first) if head and head.subject.noun else head


def _behind_apposition(words: TaggedWords, closing: int) -> _Phrase | None:
    """Return the phrase in front of an apposition that a comma closes."""
    tags, names = words.tags, words.names
    found: _Phrase | None = None
    commas = [index for index in range(closing) if tags[index] == ","][-_MOST_COMMAS:]
    for comma in reversed(commas):
        inside = tags[comma + 1 : closing]
        relative = comma and names.rules.words.relative_clause.match(names.text, words.end(comma - 1))
        short = words.start(closing) - words.end(comma) <= _LONGEST_APPOSITION
        if not short or not (relative or _APPOSITION.match(inside)):
            break
        if found is None and _is_author(words, comma):
            subject = _of_phrase(words, comma + 2, closing)
            found = _Phrase(subject, comma - 1) if subject else None
        elif found is None and _is_name_apposed(tags[:comma], inside):
            found = _named_in_apposition(words, comma, closing)
            continue
        if found is None or found.subject is NOBODY or relative:
            found = _head_at(words, comma) or found
    return found or (None if commas else _head_at(words, closing))


def _is_name_apposed(before: str, inside: str) -> bool:
    """Return whether an apposition is a name, and no employer: "Lenz, Acme adviser," is Lenz."""
    return bool(_PURE_NAME.fullmatch(inside)) and (inside.endswith("P") or not before.endswith("P"))


def _is_author(words: TaggedWords, comma: int) -> bool:
    """Return whether a document's author stands behind a comma: "an article, by Maria Lenz,"."""
    source = words.chunks[comma + 1].word.low
    return words.tags[comma - 1 : comma] == "d" and source in words.names.rules.nouns.document_sources


def _named_in_apposition(words: TaggedWords, comma: int, closing: int) -> _Phrase | None:
    """Return the name in apposition: "the mayor, Maria Lenz,", "Reed and his wife, Anna Berg,"."""
    subject = _of_phrase(words, comma + 1, closing)
    if subject is None:
        return None
    first = _first_of_phrase(words.tags, comma)
    while first and words.tags[first - 1] == "o":
        first = _first_of_phrase(words.tags, first - 1)
    phrase = _Phrase(subject, first)
    if first and words.tags[first - 1] == "c":
        return _joined(words, phrase)
    return phrase


def _joined(words: TaggedWords, right: _Phrase) -> _Phrase:
    """Return a phrase together with those that a conjunction joins to it; nobody if one cannot be told."""
    tags, conjunction = words.tags, right.first - 1
    listed = conjunction and tags[conjunction - 1] == ","
    left = _behind_apposition(words, conjunction - 1) if listed else None
    left = left or _head_at(words, conjunction - 1 if listed else conjunction)
    if left is None:
        bare = _BARE_NOUN.fullmatch(tags[:conjunction].rpartition(",")[2])
        return _Phrase(NOBODY, 0) if bare or tags[:conjunction].endswith("T") else right
    if "w" in tags[tags.rfind("e", 0, conjunction) + 1 : conjunction]:
        return _Phrase(NOBODY, left.first)
    if is_of_people(words, conjunction - 1) or (listed and not left.subject.speakers):
        return right
    if left.subject is NOBODY and tags[conjunction - 1] == "T" and tags[left.first] not in _DETERMINERS:
        return right
    if not (left.subject.speakers and right.subject.speakers) or not _opens_clause(tags, left.first):
        return _Phrase(NOBODY, left.first)
    speakers = (*_listed_before(words, left.first), *left.subject.speakers, *right.subject.speakers)
    return _Phrase(Subject(tuple(dict.fromkeys(speakers))), left.first)


def _opens_clause(tags: str, first: int) -> bool:
    return first == 0 or tags[first - 1] in _BOUNDARIES


def _listed_before(words: TaggedWords, first: int) -> tuple[Speaker, ...]:
    """Return the persons before the first of two joined names: "A, B and C"."""
    if words.tags[max(0, first - 2) : first] != "P,":
        return ()
    phrase = _head_at(words, first - 1)
    if phrase is None or not _opens_clause(words.tags, phrase.first):
        return ()
    return (*_listed_before(words, phrase.first), *phrase.subject.speakers)


def subject_of_absolute(words: TaggedWords) -> Subject | None:
    """Return the subject of a participle behind its preposition: "with its head, Maria Lenz, saying"."""
    opened = [
        index
        for index, chunk in enumerate(words.chunks)
        if chunk.word.low in words.names.rules.words.absolute_openings
    ]
    if not opened:
        return None
    inner = TaggedWords(words.names, words.chunks[opened[-1] + 1 :], words.tags[opened[-1] + 1 :])
    return subject_ending(inner, len(inner.tags)) if inner.tags else None
