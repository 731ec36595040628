"""Choosing some of the ranked sentences: the best, each telling something new, none left dangling.

Maximal marginal relevance after Carbonell and Goldstein, "The use of MMR, diversity-based reranking for
reordering documents and producing summaries", SIGIR 1998.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.summarization.extractive import RankedSentence

RELEVANCE: Final = 0.8
"""λ: what a sentence tells counts four times as much as what it repeats."""

SAME: Final = 0.8
"""Two sentences with this cosine or more say one thing."""

DANGLING: Final = 0.2
"""What is left of the score of a sentence that leans on one that is not chosen."""

FOLLOWS: Final = 1.35
"""How much the odds of a sentence rise once the sentence before it is chosen: reports tell on."""

AS_GOOD: Final = 0.3
"""A sentence with this share of another's score can take its place at the opening."""

_POOL: Final = 8


def select_mmr(ranked: Sequence[RankedSentence], count: int) -> list[RankedSentence]:
    """Choose up to ``count`` sentences, best first.

    A sentence that opens with an unresolved pronoun or inside a quotation opens the summary, or leads its
    ranking, only when no other is about as good. No sentence repeats one already chosen, so that fewer
    than ``count`` may be left. Sentences unfit to stand alone only fill up.
    """
    places = {id(sentence): place for place, sentence in enumerate(ranked)}
    fit = sorted((sentence for sentence in ranked if sentence.fit), key=lambda found: -found.score)
    rest = [sentence for sentence in ranked if not sentence.fit]
    chosen: list[RankedSentence] = []
    _fill(chosen, fit[: _POOL * count + 20], places, count)
    _fill(chosen, fit, places, count)
    _fill(chosen, rest, places, count)
    _resolve_opening(chosen, fit, places)
    return chosen


def _fill(
    chosen: list[RankedSentence], pool: Sequence[RankedSentence], places: dict[int, int], count: int
) -> None:
    taken = {id(sentence) for sentence in chosen}
    open_pool = [sentence for sentence in pool if id(sentence) not in taken]
    likeness = [max((cosine(one, other) for other in chosen), default=0.0) for one in open_pool]
    while len(chosen) < count:
        allowed = [
            i for i, sentence in enumerate(open_pool) if likeness[i] < SAME and id(sentence) not in taken
        ]
        if not allowed:
            return
        here = {places[key] for key in taken}
        best = max(allowed, key=lambda i: _worth(open_pool[i], likeness[i], places, here))
        best = _resolved(open_pool, allowed, best, places, here)
        chosen.append(open_pool[best])
        taken.add(id(open_pool[best]))
        likeness = [
            max(known, cosine(sentence, open_pool[best]))
            for known, sentence in zip(likeness, open_pool, strict=True)
        ]


def _worth(sentence: RankedSentence, likeness: float, places: dict[int, int], here: set[int]) -> float:
    score = sentence.score
    if places[id(sentence)] - 1 in here:
        score *= FOLLOWS / (1 + (FOLLOWS - 1) * score)
    elif sentence.dangles:
        score *= DANGLING
    return RELEVANCE * score - (1 - RELEVANCE) * likeness


def _resolved(
    pool: Sequence[RankedSentence], allowed: Sequence[int], best: int, places: dict[int, int], here: set[int]
) -> int:
    """The best sentence itself, or the one that it leans on, which then comes first."""
    before = places[id(pool[best])] - 1
    if not pool[best].dangles or before in here:
        return best
    return next((i for i in allowed if places[id(pool[i])] == before and not pool[i].dangles), best)


def _resolve_opening(
    chosen: list[RankedSentence], pool: Sequence[RankedSentence], places: dict[int, int]
) -> None:
    """See to it that the first sentence in the text, and the best ranked one, can stand alone."""
    for _ in range(len(chosen)):
        opening = min(chosen, key=lambda sentence: places[id(sentence)])
        if not opening.dangles:
            break
        others = [sentence for sentence in chosen if sentence is not opening]
        substitute = next(
            (
                sentence
                for sentence in pool
                if not sentence.dangles
                and sentence.score >= AS_GOOD * opening.score
                and sentence not in chosen
                and all(cosine(sentence, other) < SAME for other in others)
            ),
            None,
        )
        if substitute is None:
            break
        chosen[chosen.index(opening)] = substitute
    leader = next((place for place, sentence in enumerate(chosen) if not sentence.dangles), None)
    if leader is not None:
        chosen.insert(0, chosen.pop(leader))


def cosine(one: RankedSentence, other: RankedSentence) -> float:
    """How alike two sentences are, 0 to 1."""
    small, large = (one.terms, other.terms) if len(one.terms) < len(other.terms) else (other.terms, one.terms)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items())
