"""Extraction of quotations, with their speaker where one is named.

Marks around a name, a title or a word that nobody is said to have spoken (scare quotes) are no quotation: one
or two words need an attribution, and titles (words that all begin with a capital) one right beside them. The
second part of a split quotation, and one that follows in the same paragraph without an attribution of its
own, has the first part's speaker.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from nutgraf.model import Quote
from nutgraf.nlp.lang.schema.quotations import QuotationRules
from nutgraf.nlp.quotations import attribution, disclaimed_words
from nutgraf.nlp.quotations.continuation import Continuation
from nutgraf.nlp.quotations.labels import label_after
from nutgraf.nlp.quotations.resolution.described_persons import DescribedPersons
from nutgraf.nlp.quotations.resolution.introductions import Introductions
from nutgraf.nlp.quotations.resolution.joint_speakers import JointSpeakers
from nutgraf.nlp.quotations.resolution.noun_resolution import NounResolver
from nutgraf.nlp.quotations.resolution.pronoun_resolution import PronounResolver
from nutgraf.nlp.quotations.speaker_candidates import SpeakerMentions, context_words, is_reporting_verb
from nutgraf.nlp.quotations.stretch_context import StretchContext
from nutgraf.nlp.quotations.subject import NOBODY, Attribution, Subject
from nutgraf.nlp.segmentation.damaged_marks import repair_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.model import Entity, Speaker
    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.quotations.quotation_marks import QuotedStretch

__all__ = ["extract_quotations"]

_EMPTY: Final = QuotationRules()
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_FEWEST_UNATTRIBUTED: Final = 3
_SHORT_WORD: Final = 3
_LONGEST_TITLE: Final = 12
_ENDS: Final = ".,?!"
_SIGNS_BEFORE: Final = ",:"
_SIGNS_BEHIND: Final = ",?!…—–-"
_REACH_OF_NAME: Final = 200
_REACH_OF_VERB: Final = 40

_Found = list[tuple["QuotedStretch", Attribution | None]]


def extract_quotations(doc: Doc, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Extract the quotations from the sentences of a document.

    Args:
        doc: the document with its sentences; nothing outside them is read. In an unsupported language
            quotations are found by their marks, and a speaker only in front of a colon.
        entities: whom a speaker may be resolved to, through their mentions in the field "text".

    Returns:
        Quotations without their marks, sorted by start, never overlapping, with ``text[start:end] ==
        quote.text``. One that runs over paragraphs is one item a paragraph. A speaker without ``entity_id``
        was named, but is none of the entities; no speaker means that none was found. Several who speak
        together are all in ``speakers``, and ``speaker`` is None.
    """
    ordered = sorted(doc.sentences, key=lambda span: span.start)
    rules = doc.language.quotations if doc.language else _EMPTY
    text = repair_marks(doc.text)
    names = SpeakerMentions(text, entities, rules)
    found = _Extraction(names, StretchContext(text, ordered, names, rules)).quotes()
    return found if text == doc.text else tuple(_verbatim(quote, doc.text) for quote in found)


def _verbatim(quote: Quote, text: str) -> Quote:
    return replace(quote, text=text[quote.start : quote.end])


class _Extraction:
    """One pass over the quotations of a text, in order."""

    def __init__(self, names: SpeakerMentions, context: StretchContext) -> None:
        self._text = names.text
        self._names = names
        self._context = context
        self._pronouns = PronounResolver(names, context.sentences, context.quoted)
        self._joint = JointSpeakers(names, self._pronouns)
        introductions = Introductions(names)
        self._nouns = NounResolver(names, introductions)
        self._described = DescribedPersons(names, context, introductions, self._pronouns.antecedents)
        self._continuation = Continuation(names, context)

    def quotes(self) -> tuple[Quote, ...]:
        """Return all quotations, with continued ones sharing the attribution that any of their parts has."""
        found: _Found = []
        last: int | None = None
        for index, stretch in enumerate(self._context.quoted):
            own = self._attribution(index, found[-1][1] if found else None) or self._at_end(index)
            given = own or self._continuation.inherited(stretch, found, last)
            if given is not None:
                given = self._resolved(given, stretch, found)
                last = index
            found.append((stretch, given))
        return tuple(
            self._quote(stretch, given)
            for stretch, given in _spread_back(found)
            if self._is_quotation(stretch, given)
        )

    def _quote(self, stretch: QuotedStretch, given: Attribution | None) -> Quote:
        speakers = given.speakers if given else ()
        return Quote(
            self._text[stretch.start : stretch.end],
            stretch.start,
            stretch.end,
            speakers[0] if len(speakers) == 1 else None,
            given.cue if given else None,
            speakers,
        )

    def _attribution(self, index: int, earlier: Attribution | None) -> Attribution | None:
        """Return the attribution right before or after a quotation; ``earlier`` is the last quotation's."""
        stretch, context = self._context.quoted[index], self._context
        start, adjoining = context.clause(index)
        opening, closing = context.before_mark(stretch.start), context.past_mark(stretch.end)
        if disclaimed_words.is_denied(self._names, start, opening):
            return Attribution(None, NOBODY)
        signed = context.signature_end(index, closing)
        behind = label_after(self._names, closing, signed) if signed else None
        behind = behind or attribution.attribution_after(
            self._names, stretch.end, closing, context.limit(index, closing)
        )
        if behind is not None:
            return behind
        if start >= opening:
            return None
        given = attribution.attribution_before(
            self._names, start, opening, adjoining=adjoining, earlier=earlier
        )
        return disclaimed_words.without_others_words(self._names, start, opening, given)

    def _at_end(self, index: int) -> Attribution | None:
        """Return the attribution at the end of a quotation's sentence, if a quotation has enough words."""
        stretch, context = self._context.quoted[index], self._context
        if self._text[stretch.end - 1] in _ENDS or not self._is_quotation(stretch, None):
            return None
        closing = context.past_mark(stretch.end)
        limit = context.limit(index, closing)
        if context.sentence_number(closing) != context.sentence_number(limit - 1):
            return None
        return attribution.attribution_at_end(self._names, closing, limit)

    def _resolved(self, given: Attribution, stretch: QuotedStretch, found: _Found) -> Attribution:
        """Return the attribution with its pronoun or noun resolved, and record who speaks."""
        subject = given.subject
        if subject is not None and not subject.speakers and subject.is_open:
            speakers = self._whom(subject, given, stretch, found)
            if self._are_spoken_of(stretch, speakers):
                speakers = ()
            given = replace(given, subject=replace(subject, speakers=speakers))
        if given.speakers:
            self._pronouns.note(stretch.end, given.speakers)
        return given

    def _whom(
        self, subject: Subject, given: Attribution, stretch: QuotedStretch, earlier: _Found
    ) -> tuple[Speaker, ...]:
        """Return whom the pronoun or the noun of a subject stands for."""
        words, nouns = self._names.rules.words, self._names.rules.nouns
        if subject.pronoun is not None:
            if subject.pronoun.low in words.plural_pronouns:
                return self._joint.of_pronoun(subject.pronoun)
            return self._pronouns.resolve(subject.pronoun, without=self._askers(given, earlier))
        if subject.noun is None:
            return ()
        if subject.noun.head in nouns.groups or subject.noun.head in nouns.counts:
            return self._joint.of_noun(subject.noun)
        found = self._nouns.resolve(subject.noun) or self._joint.of_role(subject.noun)
        if found or subject.noun.tag not in "T#":
            return found
        return self._described.resolve(subject.noun, stretch)

    def _are_spoken_of(self, stretch: QuotedStretch, speakers: tuple[Speaker, ...]) -> bool:
        """Return whether a quotation names the person who would speak it, and is not in the first person."""
        if len(speakers) != 1 or speakers[0].entity_id not in self._names.persons:
            return False
        if all(
            one.entity.id != speakers[0].entity_id for one in self._names.within(stretch.start, stretch.end)
        ):
            return False
        first = self._names.rules.words.first_persons
        return all(word.low not in first for word in context_words(self._text, stretch.start, stretch.end))

    def _askers(self, given: Attribution, found: _Found) -> frozenset[str]:
        """Return the ids of those who asked what a quotation replies to."""
        verbs = self._names.rules.verbs
        before, asked = found[-1] if found else (None, None)
        if before is None or asked is None or (given.cue or "").lower() not in verbs.replying:
            return frozenset()
        if self._text[before.end - 1] != "?" and (asked.cue or "").lower() not in verbs.asking:
            return frozenset()
        return frozenset(speaker.entity_id for speaker in asked.speakers if speaker.entity_id is not None)

    def _is_quotation(self, stretch: QuotedStretch, given: Attribution | None) -> bool:
        found = _WORD.finditer(self._text, stretch.start, stretch.end)
        words = [match[0] for match in islice(found, _LONGEST_TITLE)]
        if not words:
            return False
        start = max(0, stretch.start - _REACH_OF_NAME)
        opening = self._context.before_mark(stretch.start)
        if attribution.gives_name(self._names, start, opening, len(words)):
            return False
        titled = not words[0][0].islower() and all(
            word[0].isupper() or word[0].isdigit() or len(word) <= _SHORT_WORD for word in words
        )
        if len(words) >= _FEWEST_UNATTRIBUTED and not titled:
            return True
        if given is None:
            return False
        spoken = bool(given.speakers) or self._has_person_pronoun(given)
        if not titled:
            return spoken or given.cue in self._names.rules.verbs.describing
        return spoken and self._is_title_spoken(stretch, opening)

    def _has_person_pronoun(self, given: Attribution) -> bool:
        pronoun = given.subject.pronoun if given.subject else None
        return pronoun is not None and pronoun.low in self._names.rules.words.person_pronouns

    def _is_title_spoken(self, stretch: QuotedStretch, opening: int) -> bool:
        """Return whether what looks like a title stands where a quotation does: beside its verb or a sign."""
        text, verbs = self._text, self._names.rules.verbs
        behind = context_words(text, max(0, opening - _REACH_OF_VERB), opening)[-1:]
        if any(word.low in self._names.rules.words.complement_markers for word in behind):
            return False
        before = text[max(0, opening - 2) : opening].rstrip()[-1:]
        if before in _SIGNS_BEFORE or text[stretch.end - 1] in _SIGNS_BEHIND:
            return True
        if self._context.opens_sentence(stretch):
            return text[stretch.end - 1] in _ENDS
        return any(
            is_reporting_verb(self._names.rules, text, word) and word.low not in verbs.addressing
            for word in behind
        )


def _spread_back(found: _Found) -> _Found:
    """Give the parts of a quotation over paragraphs that stand before its attribution the same one."""
    spread = list(found)
    for index in range(len(spread) - 1, 0, -1):
        stretch, given = spread[index]
        if stretch.continued and given is not None and spread[index - 1][1] is None:
            spread[index - 1] = (spread[index - 1][0], given)
    return spread
