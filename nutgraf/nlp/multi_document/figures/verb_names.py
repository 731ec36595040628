"""Names that a verb gives to a figure: what its subject costs, weighs or has reached, or its object has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nutgraf.model import FigureKind
from nutgraf.nlp.lang.schema.figure_labels import FigureLabelTerms, Naming
from nutgraf.nlp.multi_document.figures.clause import ClauseToken, FigureClause, Phrase, phrase_from
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.label_phrases import (
    SURE,
    FigureName,
    definite,
    dimension_of,
    name_by,
    written,
)


def names_by_verb(claim: FigureClaim, clause: FigureClause, terms: FigureLabelTerms) -> Iterator[FigureName]:
    """Yield what the verb before the number says that its subject or object is measured in."""
    end = clause.bare_end()
    places = range(end - 1, clause.first - 1, -1)
    place = next((place for place in places if _is_measuring(clause.before[place].low, terms)), None)
    if place is None:
        return
    between = clause.before[place + 1 : end]
    states = clause.before[place].low in terms.states and claim.figure.kind is FigureKind.QUANTITY
    if all(_is_small(token, terms, measured=states) for token in between):
        name = _of_subject(claim, clause, place, terms)
    else:
        name = _of_object(claim, clause.before[place].low, between, terms)
    if name:
        yield name


def _of_object(claim: FigureClaim, verb: str, between: Phrase, terms: FigureLabelTerms) -> FigureName | None:
    """Return the object that has the value ("raised its *offer* to"), or changes by it ("cut *jobs* by")."""
    if any(terms.phrases.is_verb(token.low) for token in between):
        return None
    name, last = written(phrase_from(between, 0, terms.phrases), claim), between[-1].low
    if name and last in terms.phrases.agents and verb in terms.made_changes:
        return FigureName(terms.made_changes[verb].format(definite(name, terms)), SURE)
    reaches = last in terms.phrases.reaching and verb in terms.transitive
    return FigureName(name, SURE) if name and reaches else None


def _of_subject(
    claim: FigureClaim, clause: FigureClause, place: int, terms: FigureLabelTerms
) -> FigureName | None:
    """Return what the subject of the verb at a place costs, weighs, has reached or has changed by."""
    verb, namings = clause.before[place].low, _namings(claim, terms)
    if verb in terms.attached:
        beside = written(clause.phrase_before(place), claim)
        return name_by(namings[verb], beside, terms) if verb in namings else None
    subject = subject_of_verb(claim, clause, place, terms)
    if verb in namings:
        return name_by(namings[verb], subject, terms)
    return FigureName(state, SURE) if subject and (state := _state(claim, clause, place, subject)) else None


def _state(claim: FigureClaim, clause: FigureClause, place: int, subject: str) -> str | None:
    """Return what a subject is called that the verb at a place gives a value, or says to change by it."""
    terms, verb = claim.report.rules.labels, clause.before[place].low
    last = clause.before[clause.bare_end() - 1].low
    made = terms.made_changes.get(verb) if last in terms.phrases.agents else None
    change = made or terms.changes.get(verb)
    if not (verb in terms.states or change) or not _is_alone(claim, clause):
        return None
    if change and last not in terms.phrases.reaching:
        return change.format(subject)
    if claim.figure.kind is FigureKind.MONEY and not terms.money_nouns & set(subject.casefold().split()):
        return terms.price.format(definite(subject, terms))
    if claim.figure.kind is FigureKind.QUANTITY and not _is_measure(subject, claim, terms):
        return None
    return subject


def _is_measure(subject: str, claim: FigureClaim, terms: FigureLabelTerms) -> bool:
    """Whether what "is" so much is a measure: a speed is, a hut that stands at a height is none."""
    last = subject.rsplit(maxsplit=1)[-1]
    times = dimension_of(claim) in terms.parts and last.islower()
    return times or last.casefold() in terms.measure_nouns


def _is_alone(claim: FigureClaim, clause: FigureClause) -> bool:
    """Whether a measure is all that is said of its subject: not so in "was 15 feet from the truck"."""
    return claim.figure.kind is not FigureKind.QUANTITY or not clause.behind or not clause.behind[0].is_word


def _namings(claim: FigureClaim, terms: FigureLabelTerms) -> Mapping[str, Naming]:
    """Return the verbs that say what a figure of its kind measures."""
    return terms.measures if claim.figure.kind is FigureKind.QUANTITY else terms.sums_by_verb


def _is_measuring(verb: str, terms: FigureLabelTerms) -> bool:
    """Whether a verb says what something is measured in, or that it has or changes a value."""
    tables = (terms.measures, terms.sums_by_verb, terms.states, terms.transitive, terms.made_changes)
    return any(verb in table for table in tables)


def _is_small(token: ClauseToken, terms: FigureLabelTerms, *, measured: bool) -> bool:
    """Whether a word between a verb and its number leaves the number to the verb.

    Another number does ("fell 4 percent to"); what was *in* a place for a time is not measured.
    """
    words = terms.phrases
    small = words.hedges | words.reaching | (frozenset() if measured else words.prepositions | words.ends)
    return token.low in small or words.is_number(token.low) or not token.is_word


def subject_of_verb(
    claim: FigureClaim, clause: FigureClause, verb: int, terms: FigureLabelTerms
) -> str | None:
    """Return the subject of a verb, or what its relative pronoun stands for."""
    phrases = terms.phrases
    opening = clause.before[clause.first].low if clause.first < len(clause.before) else ""
    if opening in phrases.relatives:
        return written(clause.antecedent(), claim)
    before = clause.before[verb - 1].low if verb > clause.first else ""
    if before in phrases.relatives:
        return written(clause.phrase_before(verb - 1), claim)
    return written(clause.subject_before(verb), claim)
