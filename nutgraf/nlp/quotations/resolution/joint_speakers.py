"""Resolution of words for several people ("they", "the two", "the couple") to those whom a sentence joins.

Those are the people whom a conjunction joins to the subject of the nearest sentence before ("Lenz and the
mayor, Ana Reyes, met"), or the two parties to one act ("Lenz met Reyes") where the words count two or tell
that they speak together. Anybody else there who may be meant ("met the miners. They said") leaves nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.quotations.phrase_tags import tag_words
from nutgraf.nlp.quotations.speaker_candidates import context_words, speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.model import Speaker
    from nutgraf.nlp.quotations.phrase_tags import Chunk, TaggedWords
    from nutgraf.nlp.quotations.resolution.pronoun_resolution import PronounResolver
    from nutgraf.nlp.quotations.speaker_candidates import ContextWord, SpeakerMentions
    from nutgraf.nlp.quotations.subject import SpeakerNoun

_LEADING: Final = r"(?:[pzb][^,PrqYv]*,)?b*(?:[DAHS][xSUGOT#]*[Yx],)?(?:x(?=P))?"
_PLACE: Final = r"(?:[op][DAHS]?[xSUGOTK#]{1,4}?)?"
_NAMED: Final = rf"(?:[DAHS][xSTKUGO#]*{_PLACE},|[xTK]{{1,4}},)?[DAHS]?(?:(?:x{{0,2}}[STKUGO#])*|[xU]?Y)P"
_BESIDE: Final = rf"{_PLACE}(?:,[^,PrqYwvec]+(?=,)|,w[^,Pec]*(?=,))?"
_TOGETHER: Final = re.compile(rf"{_LEADING}(?P<people>(?:r|{_NAMED}{_BESIDE})(?:,{_NAMED})*,?c{_NAMED})(?!c)")
_PARTIES: Final = re.compile(rf"{_LEADING}(?P<people>{_NAMED}{_BESIDE},?[xvbp]{{1,3}}{_NAMED})(?![SPc])")
_JOINED: Final = re.compile(r"(?:P,)*P(?:,[^,eP]*,)?c[DAHxTUGO#]{0,4}P")
_NEAR: Final = 600
_PASSED_OVER: Final = ("", "q", "r")
_SENTENCES_BACK: Final = 3
_LONGEST_SENTENCE: Final = 500
_REACH_OF_JOINT: Final = 60
_PAIR: Final = 2


class JointSpeakers:
    """Finder of the people who speak together, after whom the text joined last."""

    def __init__(self, names: SpeakerMentions, pronouns: PronounResolver) -> None:
        self._names = names
        self._pronouns = pronouns

    def of_pronoun(self, pronoun: ContextWord) -> tuple[Speaker, ...]:
        """Return whom a plural pronoun stands for; nobody in doubt."""
        ahead = context_words(self._names.text, pronoun.end, pronoun.end + _REACH_OF_JOINT)
        joint = any(word.low in self._names.rules.words.joint for word in ahead)
        return self._before(pronoun.start, parties=joint, others=joint)

    def of_noun(self, noun: SpeakerNoun) -> tuple[Speaker, ...]:
        """Return the people of a noun that counts them; nobody if others were joined last."""
        counts = self._names.rules.nouns.counts
        count = next((counts[word] for word in (*noun.before, noun.head) if word in counts), 0)
        found = self._before(noun.start, parties=count == _PAIR, others=True) if count else ()
        if len(found) == count:
            return found
        return self._joined_last(noun.start, count) if noun.tag == "Y" and noun.head in counts else ()

    def of_role(self, noun: SpeakerNoun) -> tuple[Speaker, ...]:
        """Return the people of a counted role that the text has given nobody near before."""
        role = self._names.rules.nouns.plural_roles.get(noun.head)
        near = self._names.text[max(0, noun.start - _NEAR) : noun.start].lower()
        known = role is None or re.search(rf"\b(?:{re.escape(role)}|{re.escape(noun.head)})\b", near)
        return () if known else self.of_noun(noun)

    def _joined_last(self, position: int, count: int) -> tuple[Speaker, ...]:
        """Return the people whom a conjunction joined last anywhere, if they are as many as a noun counts."""
        words = tag_words(self._names, max(0, position - _NEAR), position)
        found = list(_JOINED.finditer(words.tags))
        people = self._people(words, *found[-1].span()) if found else ()
        return people if len(people) == count else ()

    def _before(self, position: int, *, parties: bool, others: bool) -> tuple[Speaker, ...]:
        """Return the people joined in the nearest sentence before a position that names somebody.

        Args:
            position: where the words for them start.
            parties: whether they may be the parties to one act.
            others: whether they are meant even where the sentence tells of other people.
        """
        for start, end, spoke in self._pronouns.sentences_before(position, _SENTENCES_BACK):
            if spoke is not None:
                return spoke if len(spoke) > 1 else ()
            words = tag_words(self._names, start, min(end, start + _LONGEST_SENTENCE))
            found = _TOGETHER.match(words.tags) or (_PARTIES.match(words.tags) if parties else None)
            if found:
                rest = words.chunks[found.end() :] if not others else ()
                return () if any(map(self._is_of_many, rest)) else self._people(words, *found.span("people"))
            elsewhere = not others and words.tags[:1] not in _PASSED_OVER
            if elsewhere or any(tag in "PY" for tag in words.tags):
                return ()
            if any(map(self._is_of_many, words.chunks)):
                return ()
        return ()

    def _is_of_many(self, chunk: Chunk) -> bool:
        nouns = self._names.rules.nouns
        return chunk.word.low in nouns.many or chunk.word.low in nouns.plural_roles

    def _people(self, words: TaggedWords, first: int, last: int) -> tuple[Speaker, ...]:
        """Return the people whom a stretch names or stands a pronoun for; nobody if one cannot be told."""
        found = list(self._members(words, first, last))
        distinct = tuple(dict.fromkeys(one for one in found if one is not None))
        return distinct if len(distinct) == len(found) >= _PAIR else ()

    def _members(self, words: TaggedWords, first: int, last: int) -> Iterator[Speaker | None]:
        for chunk, tag in zip(words.chunks[first:last], words.tags[first:last], strict=True):
            if tag == "P" and chunk.mention:
                yield speaker_of(chunk.mention.entity)
            elif tag == "r":
                yield next(iter(self._pronouns.resolve(chunk.word)), None)
