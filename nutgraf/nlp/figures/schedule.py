"""The present tense of what is to come: "the road closes on 20 April", "Rovers travel on Tuesday"."""

from __future__ import annotations

from typing import Final, Literal

from nutgraf.nlp.figures.token_reader import TokenReader

_LONGEST_SUBJECT: Final = 5
_LONGEST_PHRASE: Final = 12


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
    if known and _has_subject(reader, index, captioned=captioned):
        return "future"
    return "future" if known and not captioned and _has_distant_subject(reader, index) else None


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


def _has_distant_subject(reader: TokenReader, verb: int) -> bool:
    """Return whether a clause opens with its subject and a phrase behind: "the *trial* of two men begins".

    A noun that looks like the verb ("the outcome of the council *votes* was") has another verb behind it.
    """
    cues, nouns, plain = (
        reader.rules.tense,
        reader.rules.nouns,
        reader.low(verb) in reader.rules.tense.plain_forms,
    )
    start = _clause_start(reader, verb)
    if start is None or not _closes_phrase(reader, verb, plain=plain) or _has_other_verb(reader, start, verb):
        return False
    links = (at for at in range(start + 1, verb - 1) if reader.low(at) in cues.phrase_links)
    head = next(links, start) - 1
    if head < start or reader.at(head).kind != "word" or nouns.ends_noun_phrase(reader.low(head)):
        return False
    opened = reader.low(start) in reader.rules.phrases.articles
    return nouns.is_plural(reader.low(head)) == plain and (opened or plain)


def _clause_start(reader: TokenReader, verb: int) -> int | None:
    """Return where the clause of a verb starts: behind a sign or "that"; None where that is far away."""
    openers = reader.rules.phrases.clause_openers
    for start in range(verb, max(-1, verb - _LONGEST_PHRASE), -1):
        before = reader.at(start - 1)
        if before.kind in ("none", "sign") or before.low in openers:
            return start
    return None


def _closes_phrase(reader: TokenReader, verb: int, *, plain: bool) -> bool:
    """Return whether a name or a noun ends before a verb, so that it is no noun itself ("false *starts*")."""
    nouns, noun = reader.rules.nouns, reader.at(verb - 1)
    if noun.kind != "word" or nouns.ends_noun_phrase(noun.low):
        return False
    if nouns.is_plural(noun.low):
        return not plain or noun.text.islower()
    linked = reader.low(verb - 2) in reader.rules.tense.phrase_links
    return noun.text[0].isupper() and (linked or not plain)


def _has_other_verb(reader: TokenReader, start: int, verb: int) -> bool:
    """Return whether a clause has a verb besides one; "May" behind its start is a month."""
    cues, rules, after = reader.rules.tense, reader.rules, verb + 1
    while reader.at(after).kind not in ("none", "sign"):
        after += 1
    lower = (reader.low(at) for at in range(start, after) if at != verb and reader.at(at).text.islower())
    return any(
        low in cues.past
        or low in cues.future
        or low in rules.phrases.auxiliaries
        or cues.is_regular_past(low)
        for low in lower
    )


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
