"""The present tense of what is to come: "the road closes on 20 April", "Rovers travel on Tuesday"."""

from __future__ import annotations

from typing import Final, Literal

from nutgraf.nlp.figures.token_reader import TokenReader

_LONGEST_SUBJECT: Final = 5


def scheduled(reader: TokenReader, index: int) -> Literal["future"] | None:
    """Return "future" where a verb in the present tense stands at a token that tells what is planned.

    A caption is in the present tense too: "Ines Hale *meets* voters on Monday" was that Monday. So a verb of
    such captions counts only behind a common noun.
    """
    word, cues = reader.low(index), reader.rules.tense
    if word in cues.progressives and reader.low(index - 1) in cues.present_copulas:
        return "future"
    captioned = word in cues.captioned
    if not captioned and word not in cues.scheduled:
        return None
    before = index - 1
    while cues.is_adverb(reader.low(before)) or reader.low(before) in cues.adverbs:
        before -= 1
    subject = reader.at(before)
    if subject.kind != "word":
        return None
    if subject.low in cues.subject_pronouns:
        return "future"
    if subject.text[0].isupper() and not reader.rules.nouns.is_plural(subject.low):
        named = (
            captioned and reader.at(before - 1).text[:1].isupper() and reader.at(before - 1).kind == "word"
        )
        return None if named or subject.low in reader.rules.nouns.stops else "future"
    return "future" if _is_subject(reader, before, plural=word in cues.plain_forms) else None


def _is_subject(reader: TokenReader, noun: int, *, plural: bool) -> bool:
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
