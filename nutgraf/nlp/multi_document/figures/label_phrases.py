"""Phrases by which figures are called: noun phrases of a clause, checked and in their right form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.lang.schema.figure_labels import FigureLabelTerms, Naming
from nutgraf.nlp.multi_document.figures import unit_conversion
from nutgraf.nlp.multi_document.figures.clause import ClauseToken, Phrase
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim

SURE: Final = 3.0
LIKELY: Final = 2.0
SHORT: Final = 1.0


@dataclass(frozen=True, slots=True)
class FigureName:
    """A name for a figure, and how surely the clause gives it that name."""

    text: str
    weight: float


def dimension_of(claim: FigureClaim) -> str:
    """Return the dimension of a measure, or the kind of any other figure."""
    figure = claim.figure
    if figure.kind is not FigureKind.QUANTITY or figure.unit is None:
        return figure.kind.value
    return unit_conversion.dimension_of(figure.unit) or figure.kind.value


def written(phrase: Phrase, claim: FigureClaim) -> str | None:
    """Return the words of a noun phrase, or None if they are no sound one.

    A phrase that cuts a name in two, or has no noun that names a thing, is none. A capital that only opens
    the sentence goes.
    """
    terms = claim.report.rules.labels.phrases
    while phrase and terms.is_verb(phrase[-1].low):
        phrase = phrase[:-1]
    if not phrase or phrase[-1].low in terms.hollow or terms.is_verb(phrase[0].low):
        return None
    start, end = phrase[0].start, phrase[-1].end
    if any(first < end and start < last and (first < start or end < last) for first, last in _names(claim)):
        return None
    text = " ".join(claim.report.doc.text[start:end].split())
    if not text[-1].isalnum() or not any(word.text[0].isalpha() for word in phrase):
        return None
    return in_sentence(text, phrase[0], claim)


def in_sentence(text: str, first: ClauseToken, claim: FigureClaim) -> str:
    """Return words without the capital of a first one that opens the sentence and seems to be no name."""
    if first.start != claim.sentence.start or any(start == first.start for start, _ in _names(claim)):
        return text
    if first.low not in claim.report.rules.labels.phrases.determiners:
        following = text.split()[1:2]
        if text[1:2].isupper() or (following and following[0].istitle()):
            return text
    return text[0].lower() + text[1:]


def _names(claim: FigureClaim) -> list[tuple[int, int]]:
    """Return the places of the names in a claim's sentence."""
    span = claim.sentence
    return [
        (mention.start, mention.end)
        for entity in claim.report.analysis.entities
        for mention in entity.mentions
        if mention.field == "text" and span.start <= mention.start < span.end
    ]


def is_name(phrase: Phrase, claim: FigureClaim) -> bool:
    """Whether a phrase is one of the names in a claim's sentence."""
    return any(first == phrase[0].start and last == phrase[-1].end for first, last in _names(claim))


def sized(phrase: Phrase, claim: FigureClaim) -> str | None:
    """Return what the measure of a thing is called; an amount of money may be the thing itself."""
    name, terms = written(phrase, claim), claim.report.rules.labels
    if name is None:
        return None
    if claim.figure.kind is FigureKind.MONEY:
        heads = (
            phrase[place - 1] for place, word in enumerate(phrase) if word.low in terms.phrases.partitives
        )
        head = next(heads, phrase[-1])
        return name if head.low in terms.money_nouns else terms.sums.format(definite(name, terms))
    size = terms.sizes.get(dimension_of(claim))
    return size.format(definite(name, terms)) if size else name


def definite(name: str, terms: FigureLabelTerms) -> str:
    """Return a noun phrase with its definite article; a name has none."""
    return name if name[0].isupper() else terms.definite.format(name)


def name_by(naming: Naming, subject: str | None, terms: FigureLabelTerms) -> FigureName:
    """Return the name of a figure of a subject, or the bare one if the subject is not known."""
    bare, full = naming
    return FigureName(full.format(definite(subject, terms)), SURE) if subject else FigureName(bare, SHORT)
