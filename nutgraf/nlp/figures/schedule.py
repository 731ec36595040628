"""The present tense of what is to come: "the road closes on 20 April", "Rovers travel on Tuesday"."""

from __future__ import annotations

from typing import Final, Literal

from nutgraf.nlp.figures.token_reader import TokenReader

_LONGEST_SUBJECT: Final = 5


def scheduled(reader: TokenReader, index: int) -> Literal["future"] | None:
    """Return "future" where a verb in the present tense stands at a token that tells what is planned.

    A caption is in the present tense too: "Ines Hale *meets* voters on Monday" was that Monday, and so was
    "a boy *runs* through a fountain". So a verb of such captions counts only behind a thing or a pronoun.
    """
    word, cues = reader.low(index), reader.rules.tense
    if word in cues.progressives and reader.low(index - 1) in cues.present_copulas:
        return "future"
    if reader.phrase_at(index, cues.scheduled_phrases):
        return "future"
    captioned = word in cues.captioned and reader.low(index + 1) not in cues.repetitions
    known = word in cues.captioned or word in cues.scheduled
    return "future" if known and _has_subject(reader, index, captioned=captioned) else None


def _has_subject(reader: TokenReader, verb: int, *, captioned: bool) -> bool:
    """Return whether what stands before a verb is its subject; that of a caption's verb is no person."""
    cues, nouns, before = reader.rules.tense, reader.rules.nouns, verb - 1
    plain = reader.low(verb) in cues.plain_forms
    while cues.is_adverb(reader.low(before)) or reader.low(before) in cues.adverbs:
        before -= 1
    subject = reader.at(before)
    if subject.kind != "word":
        return subject.low == "," and not plain and not captioned  # "the jury, which was split, returns"
    if subject.low in cues.subject_pronouns:
        return not (captioned and reader.low(before - 1) in reader.rules.phrases.clause_openers)
    if subject.text[0].isupper() and not nouns.is_plural(subject.low):
        earlier = reader.at(before - 1)
        full_name = earlier.kind == "word" and earlier.text[0].isupper()
        full_name = full_name or earlier.low in reader.rules.counts.conjunctions  # "Hale and Lenz arrive"
        return subject.low not in nouns.stops and not (captioned and full_name)
    return _agrees(reader, before, plural=plain) and not (captioned and _is_person(reader, before))


def _is_person(reader: TokenReader, noun: int) -> bool:
    low = reader.low(noun)
    return low in reader.rules.ages.persons or low in reader.rules.nouns.people


def _agrees(reader: TokenReader, noun: int, *, plural: bool) -> bool:
    """Return whether the noun phrase that ends at a token agrees with a verb behind it."""
    nouns, phrases = reader.rules.nouns, reader.rules.phrases
    token = reader.at(noun)
    if plural and token.low in reader.rules.tense.collectives:
        return True
    if nouns.ends_noun_phrase(token.low) or nouns.is_plural(token.low) != plural:
        return not plural and token.text[0].isupper()
    if plural or noun == 0:
        return True
    for index in range(noun - 1, noun - 1 - _LONGEST_SUBJECT, -1):
        if reader.low(index) in phrases.articles:
            return True
        if reader.at(index).kind != "word" or nouns.ends_noun_phrase(reader.low(index)):
            return False
    return False
