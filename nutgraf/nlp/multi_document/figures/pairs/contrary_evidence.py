"""Evidence that two values which contradict each other are of one quantity."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.multi_document.figures.casualty_aspects import DEVELOPING, GROWING
from nutgraf.nlp.multi_document.figures.figure_claim import (
    FigureClaim,
    context_similarity,
    shared_context_words,
)
from nutgraf.nlp.multi_document.figures.pairs.value_likeness import AGE, same_size

LARGEST_FACTOR: Final = 10.0
"""The factor by which two values of one quantity may differ."""

_CONTRARY: Final = 0.9
"""The log-odds from which values that contradict each other are of one quantity."""

_GROWTH_FACTOR: Final = 40.0
_FALL_FACTOR: Final = 3.0
_AGE_FACTOR: Final = 1.5
_NAMING_WORDS: Final = 2
_PAIR: Final = 2
_NAMED_BY_WORDS: Final = frozenset({FigureKind.MONEY, FigureKind.PERCENT})
"""Kinds of which one report has many that nothing but the words beside them tells apart."""


_BIAS: Final = -2.8
_RATIO: Final = -2.7
_ALONE: Final = 3.7
_TOPIC: Final = 0.14
_SHARE: Final = 1.4
_SIMILARITY: Final = 2.0
_BOTH_LEAD: Final = 2.1
_DIMENSION: Final = 1.5
_PERSONS: Final = -1.2
_OWN_WORDS: Final = 2.8
_OWN_NOUN: Final = 1.2
"""Weights of a logistic regression over pairs of claims, rounded; evaluation/claims has the measure."""

_OWN_WEIGHT: Final = 2.4
"""The idf from which words that stand beside no other value of the story name one quantity."""

_RARE: Final = 3.4
"""The idf from which a noun is rare enough for two reports to count the same things by it."""

_OWN_FACTOR: Final = 2.1
_COMMON: Final = 3
"""Values beside which a word stands at most if it names a quantity, and not what the story is about."""


@dataclass(frozen=True, slots=True)
class PairSetting:
    """What the other claims of a story say about a pair.

    Attributes:
        alone: whether neither report has another value of the kind.
        spread: of each stem how many values of the story have it beside them; words of many values name what
            the story is about, and no quantity.
        beside: of each stem and dimension how many values of the dimension have the stem beside them.
    """

    alone: bool
    spread: Mapping[str, int]
    beside: Mapping[tuple[str, str], int]


def contrary_evidence(one: FigureClaim, other: FigureClaim, setting: PairSetting) -> float:
    """Score how surely two claims whose values contradict each other are of one quantity, 0 to 1.

    Numbers that grow while the event goes on need the same aspect, or the same words.
    """
    if FigureKind.DATE in (one.figure.kind, other.figure.kind):
        return 0.0
    if one.figure.what == AGE:
        return _age_evidence(one, other, alone=setting.alone)
    if not _may_be_same_people(one, other):
        return 0.0
    if _may_develop(one, other) or _may_grow(one, other):
        return 0.5 + context_similarity(one, other) / 2
    if not _names_one_quantity(one, other, setting):
        return 0.0
    score = _score(one, other, setting)
    return score / (1.0 + score) if score >= _CONTRARY else 0.0


def _may_be_same_people(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether numbers of people or of a part may be of the same ones; parts need to be named alike."""
    if one.people and other.people and not (one.aspect == other.aspect and same_people(one, other)):
        return False
    if one.people != other.people and one.happened != other.happened:
        return False
    return not one.part or _share_naming_words(one, other)


def same_people(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two counted nouns may mean the same people: children and people are two quantities."""
    return (one.unspecific and other.unspecific) or one.noun == other.noun


def _age_evidence(one: FigureClaim, other: FigureClaim, *, alone: bool) -> float:
    """Score two ages: of one name, or of the only person of a kind with whom both reports begin."""
    a, b = one.frame.person, other.frame.person
    if a is None or b is None or not same_size(one, other, _AGE_FACTOR):
        return 0.0
    if a.name & b.name:
        return 0.9
    alike = a.noun == b.noun or (a.child and b.child)
    return 0.6 if alone and a.lead and b.lead and alike else 0.0


def _may_develop(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the number may have become the other while the event went on; the dead only become more."""
    if one.aspect not in DEVELOPING or one.aspect != other.aspect:
        return False
    if one.aspect not in GROWING:
        return True
    early, late = sorted((one, other), key=lambda claim: claim.report.moment)
    falls = (late.number or 0.0) < (early.number or 0.0) and early.report.moment < late.report.moment
    if falls:
        return early.lead and late.lead and same_size(one, other, _FALL_FACTOR)
    return same_size(one, other, _GROWTH_FACTOR)


def _may_grow(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two numbers, both said to change, are named by the same words; the later one may be larger."""
    early, late = sorted((one, other), key=lambda claim: claim.report.moment)
    rises = (early.number or 0.0) < (late.number or 0.0)
    return (
        one.develops
        and other.develops
        and early.report.moment < late.report.moment
        and (rises or not (one.only_grows or other.only_grows))
        and _share_naming_words(one, other)
        and same_size(one, other, LARGEST_FACTOR)
    )


def _share_naming_words(one: FigureClaim, other: FigureClaim) -> bool:
    if one.dimensions & other.dimensions:
        return True
    return len(one.segment.keys() & other.segment.keys()) >= _NAMING_WORDS


def _names_one_quantity(one: FigureClaim, other: FigureClaim, setting: PairSetting) -> bool:
    """Whether the words may name one quantity of one time, which its value alone contradicts.

    Prices and polls differ from hour to hour. Words such as "price" name no quantity alone, nor beside words
    for what the story is about.
    """
    moving = (one.is_market_price or other.is_market_price) and not _is_one_close(one, other)
    factor = LARGEST_FACTOR if one.figure.unit == other.figure.unit else _OWN_FACTOR
    if moving or not same_size(one, other, factor):
        return False
    words = one.segment.keys() & other.segment.keys()
    if one.figure.kind in _NAMED_BY_WORDS and not words and not one.frame.closing:
        return False
    generic = words & one.report.rules.frames.measures.generic
    if generic and not any(setting.spread.get(word, 0) <= _COMMON for word in words - generic):
        return False
    things = one.things and (words - {one.noun} or _is_rare(one))
    if one.figure.kind is not FigureKind.COUNT or things or _share_more_than_noun(one, other):
        return True
    return _has_own_words(one, other, setting)


def _is_one_close(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both are the change of a price at the end of one day's trade."""
    a, b = one.frame, other.frame
    return a.closing and b.closing and bool(a.days & b.days) and a.change == b.change and a.change is not None


def _has_own_words(one: FigureClaim, other: FigureClaim, setting: PairSetting) -> bool:
    """Whether the clauses share words that stand beside no third value, and the values are of one size.

    Such words name the quantity: "methane" beside 4.1 percent in one report and 4.7 in another one.
    """
    if one.figure.unit != other.figure.unit and one.figure.kind is FigureKind.QUANTITY:
        return False
    if not same_size(one, other, _OWN_FACTOR + 1):
        return False
    words = (one.segment.keys() & other.segment.keys()) - {one.noun}
    words -= one.report.rules.frames.measures.of_each
    own = (word for word in words if setting.beside.get((word, one.dimension), 0) <= _PAIR)
    least = _OWN_WEIGHT if same_size(one, other, _OWN_FACTOR) else 2 * _OWN_WEIGHT
    return sum(min(one.segment[word], other.segment[word]) for word in own) >= least


def _is_rare(claim: FigureClaim) -> bool:
    return claim.noun is not None and claim.segment.get(claim.noun, 0.0) >= _RARE


def _is_own_noun(one: FigureClaim, other: FigureClaim, setting: PairSetting) -> bool:
    """Whether neither report has another number of the things of one rare noun that both count."""
    named = one.figure.kind is FigureKind.COUNT and one.noun is not None and one.noun == other.noun
    return named and _is_rare(one) and setting.alone and same_size(one, other, _OWN_FACTOR)


def _share_more_than_noun(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two counts have more in common than what they count: of persons, what happened to them."""
    happened = one.people and one.aspect is not None
    if happened or (one.event is not None and one.event == other.event):
        return True
    return not one.persons and shared_context_words(one, other) > 1


def _score(one: FigureClaim, other: FigureClaim, setting: PairSetting) -> float:
    """Return the log-odds that two claims are of one quantity."""
    words = one.segment.keys() & other.segment.keys()
    shared = {word: min(one.segment[word], other.segment[word]) for word in words}
    total = sum(one.segment.values()) + sum(other.segment.values())
    topic = sum(
        weight / (1 + max(0, setting.spread.get(word, 0) - _COMMON) / 4) for word, weight in shared.items()
    )
    ratio = abs(math.log(abs(one.number or 1.0) / abs(other.number or 1.0)))
    return (
        _BIAS
        + _RATIO * ratio
        + _ALONE * setting.alone
        + _TOPIC * topic
        + (_SHARE * 2 * sum(shared.values()) / total if total else 0.0)
        + _SIMILARITY * context_similarity(one, other)
        + _BOTH_LEAD * (one.lead and other.lead)
        + _DIMENSION * bool(one.dimensions & other.dimensions)
        + _PERSONS * (one.persons or other.persons)
        + _OWN_WORDS * (_has_own_words(one, other, setting) or _is_one_close(one, other))
        + _OWN_NOUN * _is_own_noun(one, other, setting)
    )
