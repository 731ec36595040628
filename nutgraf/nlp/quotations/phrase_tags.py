"""Words of a clause with one-letter tags, so that noun phrases can be told by patterns over the letters.

| tag | what | tag | what |
| --- | --- | --- | --- |
| P | mention of a person | v | reporting verb |
| O | mention of an organisation | b | word between a subject and its verb |
| G | mention of a place or a people | r | pronoun for one person |
| S | anything in the possessive | q | other pronoun |
| U | other word with a capital | w | relative pronoun |
| T | noun for a person's role | o | preposition of titles |
| K | noun for a kind of organisation | p | other preposition |
| Y | noun for several people by their role | c | conjunction between names |
| d | noun for a document | z | word that opens a clause |
| D | definite article | , | comma or dash |
| H | possessive determiner | ( ) | brackets |
| A | other determiner | e | end of a sentence or clause |
| # | number | x | any other word |
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.model import EntityType
from nutgraf.nlp.quotations.speaker_candidates import (
    ContextWord,
    ends_sentence,
    is_possessive,
    is_reporting_verb,
    may_stand_between,
)

if TYPE_CHECKING:
    from nutgraf.nlp.lang.schema.quotations import QuotationRules
    from nutgraf.nlp.quotations.speaker_candidates import SpeakerMention, SpeakerMentions

_SIGNS: Final = {",": ",", "—": ",", "–": ",", "―": ",", "-": ",", "(": "(", ")": ")"}
_MOST_LANGUAGES: Final = 16
_MOST_KNOWN: Final = 20_000
_COMPOUND: Final = re.compile(r"-[^\W\d_]")
_APOSTROPHES: Final = frozenset("'’")
_MENTION_TAGS: Final = {EntityType.PERSON: "P", EntityType.ORG: "O"}


class Chunk(NamedTuple):
    """A word, or all words of a mention."""

    word: ContextWord
    mention: SpeakerMention | None = None


class TaggedWords(NamedTuple):
    """Chunks of a stretch, and their tags as one string of the same length."""

    names: SpeakerMentions
    chunks: tuple[Chunk, ...]
    tags: str

    def start(self, index: int) -> int:
        """Return where a chunk starts in the text."""
        return self.chunks[index].word.start

    def end(self, index: int) -> int:
        """Return where a chunk ends in the text."""
        return self.chunks[index].word.end


def tag_words(names: SpeakerMentions, start: int, end: int) -> TaggedWords:
    """Return the tagged words of a stretch; what was tagged from its start before is used again."""
    known = names.tagged.get(start)
    if known is None or known[0] < end:
        known = (end, _tagged(names, start, end))
        names.tagged[start] = known
    reached, words = known
    if reached == end:
        return words
    count = bisect_right(words.chunks, end, key=_end_of)
    return TaggedWords(names, words.chunks[:count], words.tags[:count])


def _end_of(chunk: Chunk) -> int:
    return chunk.word.end


def _tagged(names: SpeakerMentions, start: int, end: int) -> TaggedWords:
    mentions = iter(names.within(start, end))
    named = next(mentions, None)
    chunks: list[Chunk] = []
    tags: list[str] = []
    known_tags = _known_tags(names.rules)
    reached = start
    for word in names.words(start, end):
        if word.start < reached:
            continue
        while named is not None and named.start < word.start:
            named = next(mentions, None)
        if named is not None and named.start == word.start:
            reached = named.end
            written = ContextWord(names.text[named.start : named.end], "", named.start, named.end)
            chunks.append(Chunk(written, named))
            tags.append(_tag_of_mention(names, named))
            continue
        tag = known_tags.get(word.text) or _tag_of_word(names, word, tags, chunks)
        if tag == "U" and not chunks and may_stand_between(names.rules.words, word.low):
            tag = "b"
        if tag:
            chunks.append(Chunk(word))
            tags.append(tag)
    return TaggedWords(names, tuple(chunks), "".join(tags))


def _tag_of_mention(names: SpeakerMentions, named: SpeakerMention) -> str:
    if is_possessive(names.rules.possessives, names.text, named.end):
        return "S"
    tag = _MENTION_TAGS.get(named.entity.type, "G")
    return "x" if tag != "P" and _COMPOUND.match(names.text, named.end) else tag


def _tag_of_word(names: SpeakerMentions, word: ContextWord, tags: list[str], chunks: list[Chunk]) -> str:
    """Return a word's tag; empty for a sign that belongs to the word before it."""
    if not word.text[0].isalnum():
        return _tag_of_sign(names, word, tags, chunks)
    rules = names.rules
    if is_possessive(rules.possessives, word.text, len(word.text)):
        tag = "S"
    elif word.text[0].isdigit():
        tag = "#"
    else:
        tag = _tags_in_any_case(rules).get(word.low) or _tag_of_open_word(names, word)
    if word.low not in rules.verbs.forms:
        known = _known_tags(rules)
        if len(known) >= _MOST_KNOWN:
            known.clear()
        known[word.text] = tag
    return tag


def _tag_of_sign(names: SpeakerMentions, word: ContextWord, tags: list[str], chunks: list[Chunk]) -> str:
    if word.text in _APOSTROPHES and chunks and chunks[-1].word.end == word.start:
        if chunks[-1].word.text[-1:] in names.rules.possessives.last_letters:
            tags[-1] = "S"
        return ""
    if word.text == "." and not ends_sentence(names.rules, names.text, word):
        return ""
    return _SIGNS.get(word.text, "e")


@lru_cache(maxsize=_MOST_LANGUAGES)
def _known_tags(rules: QuotationRules) -> dict[str, str]:
    """Return the tags of words that have one tag in any text, to which those found are added."""
    return dict.fromkeys(rules.words.definite_articles, "D")


@lru_cache(maxsize=_MOST_LANGUAGES)
def _tags_in_any_case(rules: QuotationRules) -> dict[str, str]:
    """Return the tags of function words and of nouns for people, those listed later before those earlier."""
    words, nouns = rules.words, rules.nouns
    third = words.pronouns - words.possessives
    groups = (
        (nouns.roles, "T"),
        (nouns.plural_roles, "Y"),
        (nouns.groups, "Y"),
        (words.clause_openings, "z"),
        (words.joining, "c"),
        (words.prepositions, "p"),
        (words.title_prepositions, "o"),
        (words.determiners, "A"),
        (words.possessives, "H"),
        (words.definite_articles, "D"),
        (third, "q"),
        (words.person_pronouns, "r"),
        (words.relative_pronouns, "w"),
    )
    return {word: tag for group, tag in groups for word in group}


@lru_cache(maxsize=_MOST_LANGUAGES)
def _tags_in_lower_case(rules: QuotationRules) -> dict[str, str]:
    return dict.fromkeys(rules.nouns.documents, "d") | dict.fromkeys(rules.nouns.kinds, "K")


def _tag_of_open_word(names: SpeakerMentions, word: ContextWord) -> str:
    """Return the tag of a noun, a verb or a name."""
    rules, low = names.rules, word.low
    if word.text[0].islower():
        verb = "v" if is_reporting_verb(rules, names.text, word) else ""
        tag = _tags_in_lower_case(rules).get(low, verb)
    elif low in rules.nouns.addresses:
        tag = "T"
    else:
        tag = "" if low in rules.not_names else "U"
    return tag or ("b" if may_stand_between(rules.words, low) else "x")
