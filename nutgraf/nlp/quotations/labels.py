"""Speakers without a reporting verb: "— Maria Lenz" behind a quotation, "from Maria Lenz:" before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.quotations.phrase_tags import TaggedWords, tag_words
from nutgraf.nlp.quotations.speaker_candidates import speaker_of
from nutgraf.nlp.quotations.subject import Attribution, Subject, mention_speaker, speaker_of_run
from nutgraf.nlp.quotations.subject_after_verb import main_subject

if TYPE_CHECKING:
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord, SpeakerMentions

_LABEL: Final = re.compile(
    r"(?:,,?|\()[TUKx]{0,4}?(?P<name>P|O|U{1,4})"
    r"(?:[,(](?:[DAHxTKYUGOSdop#,]|(?<![,(])c|c(?=[DAH]?[TKY]))*)?\)?e?"
)
_LONGEST_LABEL: Final = 90
_SOURCE: Final = re.compile(r"(?P<source>p)[DAH]?[xTUK]*(?P<name>P|O|U{1,4})(?:,[DAHxTKUGOSop#,]*)?e?$")
_VOICE: Final = re.compile(r"p(?P<name>S)x{1,2}[,e]?$")
_MOST_BEFORE_SOURCE: Final = 4


def label_after(names: SpeakerMentions, closing: int, limit: int) -> Attribution | None:
    """Return the speaker whom a dash or a bracket behind a quotation names, and nothing behind it."""
    if limit - closing > _LONGEST_LABEL:
        return None
    words = tag_words(names, closing, limit)
    found = _LABEL.fullmatch(words.tags)
    if not found:
        return None
    subject = _of_name(words, *found.span("name"))
    return Attribution(None, subject) if subject else None


def _of_name(words: TaggedWords, first: int, end: int) -> Subject | None:
    if words.tags[first] == "U":
        return speaker_of_run(words, first, end) if end - first > 1 else None
    return Subject((mention_speaker(words, first),))


def _of_source(words: TaggedWords) -> Subject | None:
    """Return the name behind a preposition of sources: "from Maria Lenz:"."""
    source = _SOURCE.search(words.tags)
    if source is None or source.start() > _MOST_BEFORE_SOURCE:
        return None
    if words.chunks[source.start()].word.low not in words.names.rules.nouns.document_sources:
        return None
    return _of_name(words, *source.span("name"))


def speaker_before_colon(
    names: SpeakerMentions, behind: list[ContextWord], opening: int
) -> Attribution | None:
    """Return whom the words before a quotation name: "This from Lenz:", "in Lenz's words", "Lenz:"."""
    start = behind[0].start
    voiced = any(word.low in names.rules.nouns.voices for word in behind[-2:])
    if not voiced and behind[-1].text != ":":
        return None
    words = tag_words(names, start, opening)
    voice = _VOICE.search(words.tags)
    if voiced and voice:
        named = words.chunks[voice.start("name")].mention
        return Attribution(None, Subject((speaker_of(named.entity),))) if named else None
    if "v" in words.tags:
        return None
    subject = _of_source(words) or main_subject(names, start, opening)
    person = subject and subject.pronoun and subject.pronoun.low in names.rules.words.person_pronouns
    return Attribution(None, subject) if subject and (subject.speakers or person) else None
