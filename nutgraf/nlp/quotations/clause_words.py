"""Words and signs of a clause that attributes a quotation: reporting verbs, source phrases and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from nutgraf.nlp.lang.schema.quotations import QuotationRules, SpeakerWords
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord

_LONGEST_OWNER: Final = 24
_LONGEST_TITLE: Final = 5
_SHORTEST_WORD: Final = 3
_LONGEST_PARTICLE: Final = 8


def ends_sentence(rules: QuotationRules, text: str, sign: ContextWord) -> bool:
    """Return whether a sign is the end of a clause, not the point of a title or an initial."""
    if sign.text not in ".;:!?" or not text[sign.end : sign.end + 1].isspace():
        return False
    before = text[max(0, sign.start - _LONGEST_TITLE) : sign.start].split()
    short = bool(before) and (before[-1].lower() in rules.not_names or len(before[-1]) < _SHORTEST_WORD)
    return not (sign.text == "." and short)


def is_reporting_verb(rules: QuotationRules, text: str, word: ContextWord) -> bool:
    """Return whether a word is a reporting verb, not a noun of the same form ("his comments").

    A noun stands behind a determiner, a possessive, or another reporting verb ("denied claims").
    """
    verbs = rules.verbs
    if word.low not in verbs.forms or not word.text[0].islower() or text[word.start - 1 : word.start] == "-":
        return False
    if is_of_manner(rules, word) and not _is_phrasal(rules, text, word):
        return word.low in verbs.manner
    before = text[max(0, word.start - _LONGEST_OWNER) : word.start].lower().replace("’", "'").split()
    return not before or not (
        before[-1] in rules.words.noun_determiners
        or before[-1] in verbs.finite
        or before[-1].endswith(rules.possessives.endings)
    )


def _is_phrasal(rules: QuotationRules, text: str, word: ContextWord) -> bool:
    """Return whether one of a verb's particles follows it."""
    particles = rules.verbs.phrasal.get(word.low, frozenset())
    following = text[word.end : word.end + _LONGEST_PARTICLE].split(maxsplit=1)
    return bool(following) and following[0].strip(",.:") in particles


def is_of_manner(rules: QuotationRules, word: ContextWord) -> bool:
    """Return whether a verb reports only right beside a quotation ("fumed", "shot back")."""
    return word.low not in rules.verbs.finite and word.low not in rules.verbs.participial


def source_phrase_length(words: SpeakerWords, context: list[ContextWord], index: int) -> int:
    """Return how many words of a phrase that a source follows stand at an index; 0 when there is none."""
    low = context[index].low
    for phrase in words.source_phrases:
        if phrase[0] == low and phrase == tuple(word.low for word in context[index : index + len(phrase)]):
            return len(phrase)
    return 0
