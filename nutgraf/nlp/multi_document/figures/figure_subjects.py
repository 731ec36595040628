"""Subjects of figures: the person of an age, and whose amount, share or number it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from nutgraf.model import Entity, EntityType, FigureKind, Mention
from nutgraf.nlp.multi_document.figures.clause import ClauseToken, FigureClause, tokens_of
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.label_phrases import definite, written

_MOST_BETWEEN: Final = 4
_OWNERS: Final = frozenset(
    {
        EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.FAC, EntityType.PRODUCT,
        EntityType.NORP, EntityType.LOC, EntityType.EVENT, EntityType.MISC,
    }
)  # fmt: skip

_PARTIES: Final = frozenset({EntityType.PERSON, EntityType.ORG})
"""Kinds of those to whom a figure behind them may belong, rather than to the subject."""


def subject_of(claims: Sequence[FigureClaim]) -> str | None:
    """Return the name of the person of an age, or of whom a figure belongs to, as most reports spell it.

    None where the claims do not say, or do not agree.
    """
    is_age = any(claim.figure.what == "age" for claim in claims)
    holders = [_holder(claim) if is_age else _owner(claim) for claim in claims]
    names = Counter(entity.name for entity in holders if entity is not None)
    if not names:
        return None
    name = min(names, key=lambda name: (-names[name], -len(name), name))
    same = sum(count for other, count in names.items() if _are_one(name, other))
    return (
        max((other for other in names if _are_one(name, other)), key=len)
        if is_age
        else (name if 2 * same > sum(names.values()) else None)
    )


def age_noun(claim: FigureClaim) -> str | None:
    """Return the phrase for whose age is given: the boy in "a four-year-old boy" and "the boy is four"."""
    clause = FigureClause.of(claim)
    terms = claim.report.rules.labels
    behind = written(clause.phrase_behind(), claim) if claim.figure.text[-1:].isalpha() else None
    if behind:
        return terms.definite.format(behind)
    end = clause.bare_end()
    if end > clause.first and clause.terms.is_verb(clause.before[end - 1].low):
        before = written(clause.subject_before(end - 1), claim)
    else:
        while end > 0 and _links(clause.before[end - 1], clause.terms.age_links):
            end -= 1
        before = written(clause.phrase_before(end), claim)
    return definite(before, terms) if before else None


def _are_one(name: str, other: str) -> bool:
    return name in other or other in name


def _mentions(claim: FigureClaim, types: frozenset[EntityType]) -> list[tuple[Mention, Entity]]:
    span = claim.sentence
    return [
        (mention, entity)
        for entity in claim.report.analysis.entities
        if entity.type in types
        for mention in entity.mentions
        if mention.field == "text" and span.start <= mention.start < span.end
    ]


def _holder(claim: FigureClaim) -> Entity | None:
    """Return the person right before an age, or right behind it and a noun."""
    figure, terms = claim.figure, claim.report.rules.labels.phrases
    for mention, entity in _mentions(claim, frozenset({EntityType.PERSON})):
        if mention.end <= figure.start:
            between = tokens_of(claim.report.doc.text, mention.end, figure.start)
            if len(between) <= _MOST_BETWEEN and all(_links(token, terms.age_links) for token in between):
                return entity
    for mention, entity in _mentions(claim, frozenset({EntityType.PERSON})):
        if mention.start >= figure.end and figure.text[-1:].isalpha():
            between = tokens_of(claim.report.doc.text, figure.end, mention.start)
            if len(between) <= _MOST_BETWEEN and all(
                token.is_word and token.text.islower() and token.low not in terms.ends for token in between
            ):
                return entity
    return None


def _links(token: ClauseToken, links: frozenset[str]) -> bool:
    return token.text in ",(" or token.low in links


def _owner(claim: FigureClaim) -> Entity | None:
    """Return the subject of the figure's clause, or the owner in a possessive right before the figure."""
    clause = FigureClause.of(claim)
    mentions = _mentions(claim, _OWNERS)
    for mention, entity in mentions:
        between = tokens_of(claim.report.doc.text, mention.end, claim.figure.start)
        if mention.end <= claim.figure.start and between and between[0].text in "’'" and len(between) <= 2:  # noqa: PLR2004
            return entity
    places = range(clause.first, len(clause.before))
    verb = next((place for place in places if clause.terms.is_verb(clause.before[place].low)), None)
    if verb is None or verb == clause.first or not _governs(claim, clause, verb):
        return None
    last = clause.before[verb - 1]
    if any(_is_between(mention, entity, last.end, claim.figure.start) for mention, entity in mentions):
        return None
    first = clause.before[clause.first]
    return next(
        (
            entity
            for mention, entity in mentions
            if mention.end == last.end and (first.start == mention.start or _opens(clause, mention.start))
        ),
        None,
    )


def _is_between(mention: Mention, entity: Entity, start: int, end: int) -> bool:
    """Whether somebody else stands between a subject and a figure ("lost to Ana Costa by 52.3 percent")."""
    return entity.type in _PARTIES and start <= mention.start and mention.end <= end


def _governs(claim: FigureClaim, clause: FigureClause, verb: int) -> bool:
    """Whether the figure is the object of the verb at a place, or a sum or share that the verb states."""
    last, end = verb, clause.bare_end()
    while last + 1 < end and clause.terms.is_verb(clause.before[last + 1].low):
        last += 1
    if last + 1 == end:
        return True
    terms = claim.report.rules.labels
    stating = (
        clause.before[last].low
        in terms.states | terms.transitive | terms.measures.keys() | terms.sums_by_verb.keys()
    )
    return stating and claim.figure.kind is not FigureKind.COUNT


def _opens(clause: FigureClause, start: int) -> bool:
    """Whether a name that starts at an offset has only a determiner before it in the clause."""
    first = clause.before[clause.first]
    return first.low in clause.terms.determiners and clause.before[clause.first + 1].start == start
