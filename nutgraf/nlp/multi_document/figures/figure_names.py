"""Names of figures: the noun phrases that a figure's clause measures, by its grammar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.lang.schema.figure_labels import FigureLabelTerms
from nutgraf.nlp.multi_document.figures.clause import FigureClause
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.label_phrases import (
    LIKELY,
    SURE,
    FigureName,
    definite,
    dimension_of,
    is_name,
    name_by,
    sized,
    written,
)
from nutgraf.nlp.multi_document.figures.verb_names import names_by_verb, subject_of_verb

_NEAR: Final = 6
_NEAR_BEHIND: Final = 2
"""Words around a number among which a noun stands for the figure."""


def figure_names(claim: FigureClaim) -> Iterator[FigureName]:
    """Yield the names that a claim's clause gives to its sum, share or measure, the surest first."""
    clause, terms = FigureClause.of(claim), claim.report.rules.labels
    yield from _before_number(claim, clause, terms)
    yield from names_by_verb(claim, clause, terms)
    yield from _behind_number(claim, clause, terms)


def _before_number(claim: FigureClaim, clause: FigureClause, terms: FigureLabelTerms) -> Iterator[FigureName]:
    """Yield the noun before "of" or a colon: "a fine of", "Weight:"."""
    end = clause.bare_end()
    if end == 0:
        return
    last = clause.before[end - 1]
    if last.low in terms.phrases.partitives:
        if name := sized(clause.phrase_before(end - 1), claim):
            yield FigureName(name, SURE)
    elif last.text == ":":
        phrase = clause.phrase_before(end - 1)
        stands_first = phrase and phrase[0] in clause.before[:2]
        if stands_first and (name := written(phrase, claim)) and not is_name(phrase, claim):
            yield FigureName(name, LIKELY)
    elif claim.figure.kind is FigureKind.QUANTITY:
        words = {token.low for token in clause.before[max(clause.first, end - _NEAR) : end]}
        words |= {token.low for token in clause.behind[:_NEAR_BEHIND]}
        for word in words & terms.renamed.keys():
            yield FigureName(terms.renamed[word], SURE)


def _behind_number(claim: FigureClaim, clause: FigureClause, terms: FigureLabelTerms) -> Iterator[FigureName]:
    """Yield the noun behind the number: "a $5m *bill*", "3 percent of *voters*", "two metres *deep*"."""
    if not clause.behind:
        return
    place = _behind_rate(claim, clause, terms)
    first = clause.behind[place].low if place < len(clause.behind) else ""
    if first in terms.dimensions:
        yield name_by(terms.dimensions[first], _measured(claim, clause, terms), terms)
    elif first in terms.phrases.partitives:
        phrase = clause.phrase_behind(place + 1)
        if name := written(phrase, claim):
            yield FigureName(_part(name, claim, determined=phrase[0] != clause.behind[place + 1]), SURE)
    elif _is_attributive(claim, clause):
        phrase = clause.phrase_behind(place)
        named = claim.figure.kind is FigureKind.QUANTITY and phrase and phrase[0].text[0].isupper()
        if phrase and not named and phrase[0] == clause.behind[place] and (name := sized(phrase, claim)):
            yield FigureName(name, LIKELY)


def _behind_rate(claim: FigureClaim, clause: FigureClause, terms: FigureLabelTerms) -> int:
    """Return the place behind the unit of a number's rate: behind "a share" in "$5 a share bid"."""
    rate = terms.rate.match(claim.report.doc.text, claim.figure.end)
    end = rate.end() if rate else claim.figure.end
    return sum(token.start < end or token.text == "-" for token in clause.behind[:_NEAR]) if rate else 0


def _measured(claim: FigureClaim, clause: FigureClause, terms: FigureLabelTerms) -> str | None:
    """Return the thing that is so tall or so long: right before the number, or the subject."""
    if beside := written(clause.phrase_before(clause.bare_end()), claim):
        return beside
    places = range(len(clause.before) - 1, clause.first - 1, -1)
    verb = next((place for place in places if terms.phrases.is_verb(clause.before[place].low)), None)
    return (
        written(clause.antecedent(), claim) if verb is None else subject_of_verb(claim, clause, verb, terms)
    )


def _part(name: str, claim: FigureClaim, *, determined: bool) -> str:
    """Return what a number of something is called: "share of the voters"."""
    terms, dimension = claim.report.rules.labels, dimension_of(claim)
    part = terms.parts.get(dimension)
    if determined:
        part = terms.determined_parts.get(dimension, part)
    if part is None:
        return name
    return part.format(definite(name, terms) if determined else name)


def _is_attributive(claim: FigureClaim, clause: FigureClause) -> bool:
    """Whether a number stands between a determiner and a noun: "a $5m bill", "a 425 kg satellite"."""
    if claim.figure.kind is FigureKind.MONEY:
        return True
    end = clause.bare_end()
    before = clause.before[end - 1].low if end else ""
    return before in clause.terms.determiners or before.endswith(claim.report.name_rules.possessives.endings)
