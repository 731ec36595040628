"""Names of figures: the noun phrases that a figure's clause measures, by its grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.lang.schema.figure_labels import FigureLabelTerms, Naming
from nutgraf.nlp.multi_document.figures import unit_conversion
from nutgraf.nlp.multi_document.figures.clause import ClauseToken, FigureClause, Phrase, phrase_from
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim

_SURE: Final = 3.0
_LIKELY: Final = 2.0
_SHORT: Final = 1.0

_NEAR: Final = 6
_NEAR_BEHIND: Final = 2
"""Words around a number among which a noun stands for the figure."""


@dataclass(frozen=True, slots=True)
class FigureName:
    """A name for a figure, and how surely the clause gives it that name."""

    text: str
    weight: float


def figure_names(claim: FigureClaim) -> Iterator[FigureName]:
    """Yield the names that a claim's clause gives to its sum, share or measure, the surest first."""
    clause, terms = FigureClause.of(claim), claim.report.rules.labels
    yield from _before_number(claim, clause, terms)
    yield from _by_verb(claim, clause, terms)
    yield from _behind_number(claim, clause, terms)


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


def _is_name(phrase: Phrase, claim: FigureClaim) -> bool:
    return any(first == phrase[0].start and last == phrase[-1].end for first, last in _names(claim))


def _before_number(claim: FigureClaim, clause: FigureClause, terms: FigureLabelTerms) -> Iterator[FigureName]:
    """Yield the noun before "of" or a colon: "a fine of", "Weight:"."""
    end = clause.bare_end()
    if end == 0:
        return
    last = clause.before[end - 1]
    if last.low in terms.phrases.partitives:
        if name := sized(clause.phrase_before(end - 1), claim):
            yield FigureName(name, _SURE)
    elif last.text == ":":
        phrase = clause.phrase_before(end - 1)
        stands_first = phrase and phrase[0] in clause.before[:2]
        if stands_first and (name := written(phrase, claim)) and not _is_name(phrase, claim):
            yield FigureName(name, _LIKELY)
    elif claim.figure.kind is FigureKind.QUANTITY:
        words = {token.low for token in clause.before[max(clause.first, end - _NEAR) : end]}
        words |= {token.low for token in clause.behind[:_NEAR_BEHIND]}
        for word in words & terms.renamed.keys():
            yield FigureName(terms.renamed[word], _SURE)


def _by_verb(claim: FigureClaim, clause: FigureClause, terms: FigureLabelTerms) -> Iterator[FigureName]:
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
        return FigureName(terms.made_changes[verb].format(definite(name, terms)), _SURE)
    reaches = last in terms.phrases.reaching and verb in terms.transitive
    return FigureName(name, _SURE) if name and reaches else None


def _of_subject(
    claim: FigureClaim, clause: FigureClause, place: int, terms: FigureLabelTerms
) -> FigureName | None:
    """Return what the subject of the verb at a place costs, weighs, has reached or has changed by."""
    verb, namings, end = clause.before[place].low, _namings(claim, terms), clause.bare_end()
    if verb in terms.attached:
        beside = written(clause.phrase_before(place), claim)
        return _named(namings[verb], beside, terms) if verb in namings else None
    subject = _subject(claim, clause, place, terms)
    if verb in namings:
        return _named(namings[verb], subject, terms)
    by = clause.before[end - 1].low in terms.phrases.agents
    change = (terms.made_changes.get(verb) if by else None) or terms.changes.get(verb)
    if subject is None or not (verb in terms.states or change) or not _is_alone(claim, clause):
        return None
    if change and clause.before[end - 1].low not in terms.phrases.reaching:
        return FigureName(change.format(subject), _SURE)
    if claim.figure.kind is FigureKind.MONEY and not terms.money_nouns & set(subject.casefold().split()):
        return FigureName(terms.price.format(definite(subject, terms)), _SURE)
    return FigureName(subject, _SURE)


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


def _subject(claim: FigureClaim, clause: FigureClause, verb: int, terms: FigureLabelTerms) -> str | None:
    """Return the subject of a verb, or what its relative pronoun stands for."""
    phrases = terms.phrases
    opening = clause.before[clause.first].low if clause.first < len(clause.before) else ""
    if opening in phrases.relatives:
        return written(clause.antecedent(), claim)
    before = clause.before[verb - 1].low if verb > clause.first else ""
    if before in phrases.relatives:
        return written(clause.phrase_before(verb - 1), claim)
    return written(clause.subject_before(verb), claim)


def _behind_number(claim: FigureClaim, clause: FigureClause, terms: FigureLabelTerms) -> Iterator[FigureName]:
    """Yield the noun behind the number: "a $5m *bill*", "3 percent of *voters*", "two metres *deep*"."""
    if not clause.behind:
        return
    place = _behind_rate(claim, clause, terms)
    first = clause.behind[place].low if place < len(clause.behind) else ""
    if first in terms.dimensions:
        yield _named(terms.dimensions[first], _measured(claim, clause, terms), terms)
    elif first in terms.phrases.partitives:
        phrase = clause.phrase_behind(place + 1)
        if name := written(phrase, claim):
            yield FigureName(_part(name, claim, determined=phrase[0] != clause.behind[place + 1]), _SURE)
    elif _is_attributive(claim, clause):
        phrase = clause.phrase_behind(place)
        named = claim.figure.kind is FigureKind.QUANTITY and phrase and phrase[0].text[0].isupper()
        if phrase and not named and phrase[0] == clause.behind[place] and (name := sized(phrase, claim)):
            yield FigureName(name, _LIKELY)


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
    return written(clause.antecedent(), claim) if verb is None else _subject(claim, clause, verb, terms)


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


def _named(naming: Naming, subject: str | None, terms: FigureLabelTerms) -> FigureName:
    bare, full = naming
    return FigureName(full.format(definite(subject, terms)), _SURE) if subject else FigureName(bare, _SHORT)
