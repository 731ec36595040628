"""Clause of a figure, and the noun phrases in it, found by the words that end them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.nlp.lang.schema.figure_labels import FigurePhraseTerms
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[’'\-/.]\w+)*(?:[’'](?!\w)(?<=s[’']))?|[^\w\s]")
_MOST_WORDS: Final = 5
_MOST_PHRASES: Final = 3


@dataclass(frozen=True, slots=True)
class ClauseToken:
    """A word or a mark with its place in the article's text."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The token, casefolded."""
        return self.text.casefold()

    @property
    def is_word(self) -> bool:
        """Whether it is no mark."""
        return self.text[0].isalnum()


Phrase = tuple[ClauseToken, ...]
"""The words of a noun phrase, in order; empty for none."""


@dataclass(frozen=True, slots=True)
class FigureClause:
    """The words of a sentence around a figure.

    Attributes:
        before: the sentence up to the figure.
        behind: the sentence from the figure on.
        first: the place in ``before`` of the first word of the figure's clause.
        terms: the words of the report's language.
    """

    before: tuple[ClauseToken, ...]
    behind: tuple[ClauseToken, ...]
    first: int
    terms: FigurePhraseTerms

    @classmethod
    def of(cls, claim: FigureClaim) -> FigureClause:
        """Return the clause of a claim's figure."""
        text, figure, sentence = claim.report.doc.text, claim.figure, claim.sentence
        terms = claim.report.rules.labels.phrases
        dateline = claim.report.name_rules.dateline.match(text[sentence.start : figure.start])
        opening = sentence.start + (dateline.end() if dateline else 0)
        before = tokens_of(text, opening, figure.start)
        first = 0
        for place, token in enumerate(before):
            if not token.is_word and token.text not in "-’'$£€%&":
                first = place + 1
        start = before[first].start if first < len(before) else figure.start
        ends = [start + word.end() for word in terms.clause_words.finditer(text[start : figure.start])]
        if ends:
            places = range(first, len(before))
            first = next((place for place in places if before[place].start >= ends[-1]), len(before))
        return cls(before, tokens_of(text, figure.end, sentence.end), first, terms)

    def bare_end(self) -> int:
        """Return the place in ``before`` behind the last word that is no hedge of the number."""
        end = len(self.before)
        while end > 0:
            hedge = next((size for size in (3, 2, 1) if self._hedges(end, size)), 0)
            if not hedge:
                break
            end -= hedge
        return end

    def _hedges(self, end: int, size: int) -> bool:
        words = tuple(token.low for token in self.before[max(0, end - size) : end])
        return words[0] in self.terms.hedges if size == 1 else words in self.terms.hedge_phrases

    def phrase_before(self, end: int) -> Phrase:
        """Return the noun phrase that ends before a place, with its complement's head ("cost of repairs")."""
        phrase = self._simple_before(end)
        first = end - len(phrase)
        while first > 0 and self.before[first - 1].low in self.terms.determiners:
            first -= 1
        if phrase and first > 0 and self.before[first - 1].low in self.terms.partitives:
            head = self._simple_before(first - 1)
            if head:
                return (*_stripped(head, self.terms), *self.before[first - 1 : end])
        return _stripped(phrase, self.terms)

    def subject_before(self, verb: int) -> Phrase:
        """Return the head of the subject of the verb at a place, past the phrases that hang on it.

        Empty where something else than a time stands before it in its clause.
        """
        end = verb
        while end > self.first and (
            self.terms.is_verb(self.before[end - 1].low) or self.before[end - 1].low in self.terms.hedges
        ):
            end -= 1
        last = end
        for _ in range(_MOST_PHRASES):
            phrase = self._simple_before(end)
            if not phrase:
                return ()
            first = end = end - len(phrase)
            while end > self.first and self.before[end - 1].low in self.terms.determiners:
                end -= 1
            before = self.before[end - 1].low if end > self.first else None
            if before in self.terms.prepositions:
                end -= 1
                last = last if before in self.terms.partitives else end
            elif before is None or before in self.terms.possessive_relatives or before not in self.terms.ends:
                return _stripped(self.before[first:last], self.terms)
            else:
                return ()
        return ()

    def antecedent(self) -> Phrase:
        """Return the noun phrase before the clause that its relative pronoun stands for."""
        end = self.first
        while end > 0 and not self.before[end - 1].is_word:
            end -= 1
        return self.phrase_before(end)

    def phrase_behind(self, first: int = 0) -> Phrase:
        """Return the noun phrase that begins at a place behind the figure, with its complement."""
        return phrase_from(self.behind, first, self.terms)

    def _simple_before(self, end: int) -> Phrase:
        first = end
        while first > 0 and end - first < _MOST_WORDS and self._is_inside(first - 1):
            first -= 1
        return self.before[first:end]

    def _is_inside(self, place: int) -> bool:
        token = self.before[place]
        return (
            token.is_word
            and token.low not in self.terms.ends
            and token.low not in self.terms.determiners
            and not self.terms.is_number(token.low)
            and not self.terms.is_verb(token.low)
        )

    def _is_adverb(self, place: int) -> bool:
        token = self.before[place]
        return token.low in self.terms.hedges


def phrase_from(tokens: Sequence[ClauseToken], first: int, terms: FigurePhraseTerms) -> Phrase:
    """Return the noun phrase that begins at a place, with its complement ("loss of jobs")."""
    while first < len(tokens) and tokens[first].low in terms.determiners:
        first += 1
    after = first
    while after < len(tokens) and after - first < _MOST_WORDS and _goes_on(tokens, after, first, terms):
        after += 1
    if after > first and after < len(tokens) and tokens[after].low in terms.partitives:
        complement = phrase_from(tokens, after + 1, terms)
        if complement and len(complement) + after - first < _MOST_WORDS:
            return tuple(tokens[first : tokens.index(complement[-1]) + 1])
    return tuple(tokens[first:after])


def _goes_on(tokens: Sequence[ClauseToken], place: int, first: int, terms: FigurePhraseTerms) -> bool:
    token = tokens[place]
    return (
        token.is_word
        and token.low not in terms.ends
        and not terms.is_number(token.low)
        and not (place > first and terms.is_verb(token.low))
    )


def _stripped(phrase: Phrase, terms: FigurePhraseTerms) -> Phrase:
    small = terms.determiners | terms.hedges | terms.partitives
    while phrase and phrase[0].low in small:
        phrase = phrase[1:]
    return phrase


def tokens_of(text: str, start: int, end: int) -> tuple[ClauseToken, ...]:
    """Return the words and marks of a stretch of text."""
    return tuple(
        ClauseToken(token[0], token.start(), token.end()) for token in _TOKEN.finditer(text, start, end)
    )
