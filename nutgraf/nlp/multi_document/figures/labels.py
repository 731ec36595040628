"""Labels of figures: what a figure counts or measures, in words that a reader understands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.lang.schema.figure_labels import FigureLabelTerms
from nutgraf.nlp.multi_document.figures.event_clause import event_clauses, lasting_clauses
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.figure_names import figure_names
from nutgraf.nlp.multi_document.figures.figure_subjects import age_noun, subject_of
from nutgraf.nlp.multi_document.figures.label_phrases import FigureName, dimension_of

_OWN: Final = 1.5
"""What the phrase that an analysis has found beside a figure is worth."""

_DESCRIBED: Final = frozenset({FigureKind.MONEY, FigureKind.PERCENT})
"""Kinds of figures whose own phrase is what they measure."""

_TIMES: Final = frozenset({"time", "months"})
_AGE: Final = "age"


@dataclass(frozen=True, slots=True)
class FigureLabel:
    """What a figure is called.

    Attributes:
        what: the quantity in words; of an age it names the person.
        sound: whether ``what`` names the quantity; False where it only says of what kind it is.
        subject: the person or thing that it belongs to; None if not known.
    """

    what: str
    sound: bool
    subject: str | None


def label_claims(claims: Sequence[FigureClaim]) -> FigureLabel:
    """Return what the claims count, and whom or what it belongs to.

    Numbers of people are called by what happened to them, other counts by the phrase that most reports have,
    and sums, shares and measures by the noun phrase that their clause measures.

    Args:
        claims: of one quantity, in order of publication.
    """
    terms, subject = claims[0].report.rules.labels, None
    if any(claim.figure.what == _AGE for claim in claims):
        subject = subject_of(claims)
        what = _age(claims, subject, terms)
    elif _kind_of(claims) is FigureKind.COUNT and any(claim.aspect for claim in claims):
        what = _people(claims)
    elif claims[0].figure.kind is FigureKind.DATE:
        clauses = (clause for claim in claims for clause in event_clauses(claim))
        what = _best(FigureName(terms.when.format(clause), 1.0) for clause in clauses)
    else:
        subject = subject_of(claims)
        what = _count(claims, terms)
        if what is None and not _is_of_things(claims):
            what = _measure(claims, terms)
    if what:
        return FigureLabel(what, sound=True, subject=subject)
    return FigureLabel(_generic(claims, terms), sound=False, subject=subject)


def _kind_of(claims: Sequence[FigureClaim]) -> FigureKind:
    """Return the kind of a figure: money if some report has its currency."""
    kinds = [claim.figure.kind for claim in claims]
    return FigureKind.MONEY if FigureKind.MONEY in kinds else kinds[0]


def _is_of_things(claims: Sequence[FigureClaim]) -> bool:
    return _kind_of(claims) is FigureKind.COUNT and any(claim.figure.unit for claim in claims)


def _age(claims: Sequence[FigureClaim], subject: str | None, terms: FigureLabelTerms) -> str | None:
    if subject:
        return terms.age.format(subject)
    nouns = Counter(noun for claim in claims if (noun := age_noun(claim)))
    noun = max(sorted(nouns), key=nouns.__getitem__, default=None)
    return terms.age.format(noun) if noun else None


def _people(claims: Sequence[FigureClaim]) -> str:
    """Return what people are called by what happened to them; those of one kind are called by their noun."""
    claim = next(claim for claim in claims if claim.aspect)
    aspect, rules = claim.aspect, claim.report.rules
    assert aspect is not None  # noqa: S101 - for the type checker
    units = {other.figure.unit for other in claims}
    if len(units) == 1 and not claim.unspecific and claim.figure.unit:
        return rules.labels.of_aspect.format(claim.figure.unit, aspect.value)
    return rules.casualties.labels.get(aspect, aspect.value)


def _count(claims: Sequence[FigureClaim], terms: FigureLabelTerms) -> str | None:
    """Return the phrase for counted things that most reports have, the fullest of equals."""
    if _kind_of(claims) is not FigureKind.COUNT:
        return None
    phrases = Counter(phrase for claim in claims if (phrase := _counted(claim.figure, terms)))
    return max(sorted(phrases), key=lambda phrase: (phrases[phrase], len(phrase)), default=None)


def _measure(claims: Sequence[FigureClaim], terms: FigureLabelTerms) -> str | None:
    """Return the best name of a sum, a share or a measure, with what it is for and when, where known."""
    names = [name for claim in claims for name in figure_names(claim)]
    names += [
        FigureName(terms.how_long.format(clause), _OWN)
        for claim in claims
        if dimension_of(claim) in _TIMES
        for clause in lasting_clauses(claim)
    ]
    names += [
        FigureName(what, _OWN)
        for claim in claims
        if claim.figure.kind in _DESCRIBED
        and (what := claim.figure.what)
        and _is_noun(what, terms)
        # "cost of the sluice gate" says more than "sluice gate".
        and not any(name.text.endswith(f" {what}") for name in names)
    ]
    best = _best(_in_full(names, terms) if claims[0].figure.kind is FigureKind.MONEY else names)
    if best is None:
        return None
    behind = [claim.report.doc.text[claim.figure.end : claim.sentence.end] for claim in claims]
    rate = next((match for text in behind if (match := terms.rate.match(text))), None)
    if rate and _kind_of(claims) is FigureKind.MONEY and rate["unit"].casefold() not in best.casefold():
        best = terms.per.format(best, rate["unit"].casefold())
    periods = {
        match[1].casefold()
        for claim in claims
        if (match := terms.period.search(claim.report.doc.text, claim.sentence.start, claim.sentence.end))
    }
    return terms.within.format(best, *periods) if len(periods) == 1 else best


def _in_full(names: Sequence[FigureName], terms: FigureLabelTerms) -> Iterator[FigureName]:
    """Yield the names, those of a thing that has a price as the name of the price ("cost of the gate")."""
    texts = {name.text for name in names}
    for name in names:
        full = (text for text in texts if _ends_in(text.casefold(), name.text.casefold(), terms))
        yield FigureName(min(full, key=len, default=name.text), name.weight)


def _ends_in(text: str, name: str, terms: FigureLabelTerms) -> bool:
    """Whether a name ends in another one with its article ("cost of the gate")."""
    before = text.removesuffix(f" {name}")
    return before != text and before.split()[-1] in terms.phrases.determiners


def _best(names: Iterable[FigureName]) -> str | None:
    """Return the name of the most weight, the shortest of equals."""
    weights: Counter[str] = Counter()
    written: dict[str, str] = {}
    for name in names:
        key = name.text.casefold()
        weights[key] += name.weight  # type: ignore[assignment]
        written.setdefault(key, name.text)
    best = min(weights, key=lambda key: (-weights[key], len(key), key), default=None)
    return written[best] if best is not None else None


def _counted(figure: Figure, terms: FigureLabelTerms) -> str | None:
    """Return a phrase for counted things, with what happened to them if it tells: "people killed"."""
    if figure.what is None:
        return None
    *noun, last = figure.what.split()
    counted = last.casefold() == (figure.unit or "").casefold()
    if counted:
        return figure.what if _is_noun(figure.what, terms, plural=last) else None
    if noun and (terms.phrases.is_verb(last.casefold()) or terms.phrases.is_participle(last.casefold())):
        things = " ".join(noun)
        if terms.phrases.is_participle(last.casefold()):
            return figure.what if _is_noun(things, terms, hollow=True, plural=noun[-1]) else None
        return things if _is_noun(things, terms, plural=noun[-1]) else None
    return figure.what if _is_noun(figure.what, terms) else None


def _is_noun(phrase: str, terms: FigureLabelTerms, *, hollow: bool = False, plural: str = "") -> bool:
    """Whether a phrase reads as a noun phrase: no small word at its ends, no verb and no number in it.

    Args:
        phrase: the words.
        terms: of the language.
        hollow: whether a noun may be one that names no quantity by itself.
        plural: a word that is a noun though it may be a verb ("runs").
    """
    words, rules = phrase.split(), terms.phrases
    lows = [word.casefold() for word in words]
    pairs = zip(words, lows, strict=True)
    if {lows[0], lows[-1]} & (rules.ends | rules.determiners) or (not hollow and lows[-1] in rules.hollow):
        return False
    if any(rules.is_number(low) or (word != plural and rules.is_verb(low)) for word, low in pairs):
        return False
    shouted = sum(len(word) > 1 and word.isupper() for word in words)
    return shouted <= 1 and all(_is_plainly_written(word) for word in words)


def _is_plainly_written(word: str) -> bool:
    """Whether a word has capitals at its beginning alone, or all through, unlike "mAh"."""
    return len(word) == 1 or word[1:].islower() or word[:-1].isupper() or not word.isalpha()


def _generic(claims: Sequence[FigureClaim], terms: FigureLabelTerms) -> str:
    """Return what a figure without a name of its own is called: the kind of quantity."""
    kind = _kind_of(claims)
    if any(claim.figure.what == _AGE for claim in claims):
        return terms.generic_age or kind.value
    unit = next((claim.figure.unit for claim in claims if claim.figure.unit), None)
    if kind is FigureKind.COUNT and unit:
        return terms.number_of.format(unit)
    dimension = dimension_of(claims[0]) if kind is FigureKind.QUANTITY else kind.value
    return terms.generic.get(dimension, terms.generic.get(kind.value, kind.value))
