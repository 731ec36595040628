"""Words around a quotation, and the candidates for its speaker: entities, or at least names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.model import EntityType, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.model import Entity
    from nutgraf.nlp.lang.schema.possessives import Possessives
    from nutgraf.nlp.lang.schema.quotations import QuotationRules, SpeakerWords
    from nutgraf.nlp.quotations.phrase_tags import TaggedWords

_SPEAKING: Final = frozenset(
    {EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC, EntityType.NORP}
)
# Python before 3.11.5 matches a possessive group wrongly if it fails within, so none stands here.
WORD: Final = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*|[^\w\s]")
_ARTICLE: Final = 2
_REACH: Final = 60
_LONGEST_OWNER: Final = 24
_LONGEST_TITLE: Final = 5
_SHORTEST_WORD: Final = 3
_LONGEST_PARTICLE: Final = 8


class ContextWord(NamedTuple):
    """A word or sign of the text around a quotation; ``low`` is its lower-case form with straight quotes."""

    text: str
    low: str
    start: int
    end: int


class SpeakerMention(NamedTuple):
    """A mention of an entity in the text."""

    start: int
    end: int
    entity: Entity


class SpeakerMentions:
    """The mentions of a text that can speak, in order, with the rules of the text's language.

    Attributes:
        text: the text.
        rules: the rules of its language.
        mentions: the mentions.
        persons: the persons among their entities, by id.
        tagged: what was tagged of the text, by its start: its end, and the words.
    """

    def __init__(self, text: str, entities: Sequence[Entity], rules: QuotationRules) -> None:
        self.text = text
        self.rules = rules
        self.mentions = sorted(
            (
                SpeakerMention(mention.start, mention.end, entity)
                for entity in entities
                if entity.type in _SPEAKING
                for mention in entity.mentions
                if mention.field == "text"
            ),
            key=lambda named: (named.start, -named.end),
        )
        self.persons = {
            named.entity.id: named.entity for named in self.mentions if named.entity.type == EntityType.PERSON
        }
        self.tagged: dict[int, tuple[int, TaggedWords]] = {}
        self._starts = [named.start for named in self.mentions]
        self._last: tuple[int, int, list[ContextWord]] = (0, 0, [])

    def words(self, start: int, end: int) -> list[ContextWord]:
        """Return the words and signs of a stretch, cut from those returned last where they hold it."""
        low, high, last = self._last
        if low <= start and end <= high:
            first, behind = bisect_left(last, start, key=_start_of), bisect_right(last, end, key=_end_of)
            uncut = behind == len(last) or last[behind].start >= end
            if uncut and (first == 0 or last[first - 1].end <= start):
                return last[first:behind]
            return context_words(self.text, start, end)
        found = context_words(self.text, start, end)
        self._last = (start, end, found)
        return found

    def within(self, start: int, end: int) -> list[SpeakerMention]:
        """Return the mentions that lie inside a stretch."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [named for named in self.mentions[low:high] if named.end <= end]

    def has_around(self, start: int, end: int) -> bool:
        """Return whether a mention holds a stretch inside it: a nickname, or the title of a campaign."""
        high = bisect_left(self._starts, start)
        return high > 0 and self.mentions[high - 1].end > end

    def person_called(self, name: str) -> Speaker | None:
        """Return the person of that full name, or the only one of that surname, or None."""
        same = [entity for entity in self.persons.values() if entity.name == name]
        same = same or [entity for entity in self.persons.values() if entity.name.endswith(f" {name}")]
        return speaker_of(same[0]) if len(same) == 1 else None


def _start_of(word: ContextWord) -> int:
    return word.start


def _end_of(word: ContextWord) -> int:
    return word.end


def context_words(text: str, start: int, end: int) -> list[ContextWord]:
    """Return the words and signs of a stretch."""
    new = tuple.__new__  # The constructor of a named tuple takes twice as long.
    return [
        new(ContextWord, (written, low.replace("’", "'") if "’" in low else low, *match.span()))
        for match in WORD.finditer(text, start, end)
        if (low := (written := match[0]).lower())
    ]


def low_words(rules: QuotationRules, text: str, start: int, end: int) -> list[str]:
    """Return the words of a stretch without its signs, lower case and without possessive endings."""
    endings = rules.possessives.endings
    return [
        next((word.low.removesuffix(one) for one in endings if word.low.endswith(one)), word.low)
        for word in context_words(text, start, end)
        if word.text[0].isalnum()
    ]


def may_stand_between(words: SpeakerWords, low: str) -> bool:
    """Return whether a word may stand between a subject and its verb."""
    return low in words.between or (low.endswith(words.adverb_endings) and low not in words.not_adverbs)


def speaker_of(entity: Entity) -> Speaker:
    """Return the speaker that an entity is."""
    return Speaker(entity.id, entity.name)


def is_possessive(possessives: Possessives, text: str, end: int) -> bool:
    """Return whether a possessive ending stands behind a name or at its end."""
    endings = possessives.endings
    return text.startswith(endings, end) or text.endswith(endings, 0, end)


def is_subject(names: SpeakerMentions, start: int, named: SpeakerMention) -> bool:
    """Return whether a mention may be a subject: no object of a preposition or of "told", no possessor."""
    return not is_possessive(names.rules.possessives, names.text, named.end) and not _is_object(
        names, start, named.start
    )


def _is_object(names: SpeakerMentions, start: int, position: int) -> bool:
    """Return whether a preposition or "told" stands before a name, its titles and one adjective."""
    words = names.rules.words
    before = names.words(max(start, position - _REACH), position)
    while before and (
        before[-1].text[0].isupper() or before[-1].text == "." or before[-1].low in words.definite_articles
    ):
        if before[-1].low in words.prepositions:
            break
        before.pop()
    described = (
        len(before) > _ARTICLE and before[-_ARTICLE].low in words.determiners and before[-1].text.islower()
    )
    last = before[-_ARTICLE - 1] if described else before[-1] if before else None
    return last is not None and (last.low in words.prepositions or last.low in names.rules.verbs.addressing)


def unlinked_speaker(rules: QuotationRules, written: str, *, sentence_initial: bool) -> Speaker | None:
    """Return a speaker by name alone, titles and opening words taken off.

    None for a name in capitals or in the possessive, and for a single word that opens its sentence without a
    title.
    """
    words, parts, titled = rules.words, written.split(), False
    while parts:
        low = parts[0].lower().strip(".")
        if low not in rules.not_names:
            break
        titled = titled or (low not in words.articles and low not in words.conjunctions)
        parts.pop(0)
    if not parts or any(
        part.lower() in rules.not_names or is_possessive(rules.possessives, part, len(part)) for part in parts
    ):
        return None
    if all(part.isupper() for part in parts) or (sentence_initial and len(parts) == 1 and not titled):
        return None
    return Speaker(None, " ".join(parts).rstrip(".,"))


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
        or (word.low in verbs.plural and before[-1] in rules.words.infinitive_openings)
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
