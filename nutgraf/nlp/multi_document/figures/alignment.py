"""Alignment of the figures of several reports: the groups that count one quantity.

Groups grow by the surest pair first. Two groups never become one if a claim of the one is kept apart from a
claim of the other, nor if one report states values of both: these are two quantities.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim, may_be_money
from nutgraf.nlp.multi_document.figures.pairs.altered_reprints import Origin, altered_pairs
from nutgraf.nlp.multi_document.figures.pairs.contrary_evidence import PairSetting
from nutgraf.nlp.multi_document.figures.pairs.frame_contradiction import are_in_two_places, are_kept_apart
from nutgraf.nlp.multi_document.figures.pairs.pair_evidence import pair_evidence
from nutgraf.nlp.multi_document.figures.pairs.told_pairs import replaced_pairs, rival_pairs
from nutgraf.nlp.multi_document.figures.pairs.value_likeness import (
    Likeness,
    comparable,
    likeness_of,
    same_value,
)

_TOLD: Final = 2.5
"""The evidence where a report itself says that two values are of one quantity."""

FigureCluster = list[FigureClaim]


def align_claims(claims: Sequence[FigureClaim], origin: Origin) -> list[FigureCluster]:
    """Group the claims by the quantity that they are about; most groups have one value, some have more.

    Args:
        claims: of all reports, in order of publication.
        origin: gives the id of the article that an article reprints, or its own.
    """
    parts = _parts_of_sums(claims)
    told = {*altered_pairs(claims, origin), *replaced_pairs(claims), *rival_pairs(claims)}
    clusters: list[FigureCluster] = [[claim] for claim in claims]
    homes = list(range(len(claims)))
    for _, place, other_place in sorted(_pairs(claims, told), key=lambda pair: (-pair[0], *pair[1:])):
        home, other = homes[place], homes[other_place]
        sure = (place, other_place) in told
        if home != other and _may_join(clusters[home], clusters[other], parts, sure=sure):
            clusters[home] += clusters[other]
            homes = [home if each == other else each for each in homes]
            clusters[other] = []
    return [cluster for cluster in clusters if cluster]


def _pairs(
    claims: Sequence[FigureClaim], told: Iterable[tuple[int, int]]
) -> Iterator[tuple[float, int, int]]:
    """Yield each two claims that may be of one quantity, with the evidence for it."""
    yield from ((_TOLD, *pair) for pair in told)
    others, alone = _other_people(claims), _lone_values(claims)
    spread, beside = _spread(claims), _values_beside(claims)
    settings = {known: PairSetting(known, spread, beside) for known in (False, True)}
    for places in _buckets(claims):
        for place, other in combinations(places, 2):
            one, two = claims[place], claims[other]
            if one.report is two.report and not same_value(one, two):
                continue
            if (place in others) == (other in others) and comparable(one, two):
                score = pair_evidence(one, two, settings[place in alone and other in alone])
                if score > 0:
                    yield score, place, other


def _buckets(claims: Sequence[FigureClaim]) -> list[list[int]]:
    """Return the places of the claims by what they may be compared with; some are in two buckets."""
    buckets: defaultdict[object, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        kind = claim.figure.kind
        if kind is FigureKind.DATE:
            buckets[str(claim.figure.value)].append(place)
        elif kind is FigureKind.COUNT:
            persons = claim.people or claim.persons
            buckets["people" if persons else ("noun", claim.noun)].append(place)
        else:
            buckets[claim.dimension].append(place)
        if may_be_money(claim):
            buckets[FigureKind.MONEY.value].append(place)
    return list(buckets.values())


def _spread(claims: Sequence[FigureClaim]) -> dict[str, int]:
    """Return of each stem how many values have it beside them."""
    values: defaultdict[str, set[object]] = defaultdict(set)
    for claim in claims:
        for stem in claim.segment:
            values[stem].add((claim.dimension, claim.number))
    return {stem: len(found) for stem, found in values.items()}


def _values_beside(claims: Sequence[FigureClaim]) -> dict[tuple[str, str], int]:
    """Return of each stem and dimension how many values of the dimension have the stem beside them."""
    values: defaultdict[tuple[str, str], set[object]] = defaultdict(set)
    for claim in claims:
        for stem in claim.segment:
            values[stem, claim.dimension].add(claim.number)
    return {key: len(found) for key, found in values.items()}


def _lone_values(claims: Sequence[FigureClaim]) -> set[int]:
    """Return the places of the claims whose report has no other value of the kind."""
    values: defaultdict[object, set[object]] = defaultdict(set)
    keys = [(claim.report.id, claim.kind) for claim in claims]
    for key, claim in zip(keys, claims, strict=True):
        values[key].add(claim.number)
    return {place for place, key in enumerate(keys) if len(values[key]) == 1}


def _other_people(claims: Sequence[FigureClaim]) -> set[int]:
    """Return the places of claims without an aspect whose sentence counts as many people with one.

    In "Three officers were charged with the killing of three men" only the second three are comparable to
    the dead of another report.
    """
    places: set[int] = set()
    people = [place for place, claim in enumerate(claims) if claim.people]
    for pair in combinations(people, 2):
        one, other = (claims[place] for place in pair)
        beside = one.report.id == other.report.id and one.sentence == other.sentence
        if beside and same_value(one, other) and (one.aspect or other.aspect):
            places.update(place for place in pair if not claims[place].aspect)
    return places


Parts = Mapping[tuple[str, int], frozenset[float]]
"""The totals that a number gives together with another number of its sentence, by report and offset."""


def _parts_of_sums(claims: Sequence[FigureClaim]) -> Parts:
    """Return the totals of each two counts of one sentence: 128 passengers and 12 crew are 140 people."""
    sentences: defaultdict[tuple[str, int], list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        if claim.persons and claim.number and not claim.part:
            sentences[claim.report.id, claim.sentence.start].append(claim)
    return {
        (claim.report.id, claim.figure.start): frozenset(
            (claim.number or 0.0) + (other.number or 0.0)
            for other in beside
            if other.noun != claim.noun
            and (other.happened is claim.happened or None in (other.happened, claim.happened))
        )
        for beside in sentences.values()
        for claim in beside
    }


def _is_part(one: FigureClaim, other: FigureClaim, parts: Parts) -> bool:
    """Whether a number gives the other together with a third one of its own sentence."""
    return other.number in parts.get((one.report.id, one.figure.start), ())


def _may_join(group: FigureCluster, other: FigureCluster, parts: Parts, *, sure: bool) -> bool:
    """Whether two groups may be one.

    Those of which a report says so may. Else no pair may be of two quantities for sure, and the words must
    not tell most pairs apart.
    """
    if sure:
        return True
    apart, contrary = 0, False
    for one in group:
        for two in other:
            if one.report is two.report and not same_value(one, two):
                return False
            if not comparable(one, two) or are_kept_apart(one, two, Likeness.DISTINCTIVE):
                return False
            if _is_part(one, two, parts) or _is_part(two, one, parts):
                return False
            likeness = likeness_of(one, two)
            contrary |= likeness is Likeness.CONTRARY
            apart += are_kept_apart(one, two, likeness)
    if contrary and are_in_two_places(group, other):
        return False
    return 2 * apart < len(group) * len(other)
