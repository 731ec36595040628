"""Selection of ranked sentences by maximal marginal relevance.

After Carbonell and Goldstein, "The use of MMR, diversity-based reranking for reordering documents and
producing summaries", SIGIR 1998. A sentence that needs the one before it is chosen after that one, or last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.nlp.summarization.ranked_sentence import RankedSentence

RELEVANCE: Final = 0.8
"""λ of MMR: weight of a sentence's score; its similarity to chosen sentences has the rest."""

SAME: Final = 0.8
"""Least cosine of two sentences that say the same."""

CONTEXT_PENALTY: Final = 0.2
"""Factor of the score of a sentence that needs one that is not chosen."""

FOLLOWING_GAIN: Final = 1.35
"""Factor of the odds of a sentence once the sentence before it is chosen."""

AS_GOOD: Final = 0.3
"""Least share of a sentence's score with which another takes its place at the opening."""

_POOL: Final = 8


def select_mmr(ranked: Sequence[RankedSentence], count: int) -> list[RankedSentence]:
    """Choose up to ``count`` sentences, best first.

    A sentence that opens with an unresolved pronoun or inside a quotation opens the summary, or leads its
    ranking, only when no other is about as good. No sentence repeats one already chosen, so that fewer than
    ``count`` may be left. Sentences unfit to stand alone only fill up.
    """
    places = {id(sentence): place for place, sentence in enumerate(ranked)}
    fit = sorted((sentence for sentence in ranked if sentence.fit), key=lambda sentence: -sentence.score)
    rest = [sentence for sentence in ranked if not sentence.fit]
    chosen: list[RankedSentence] = []
    _fill(chosen, fit[: _POOL * count + 20], places, count)
    _fill(chosen, fit, places, count)
    _fill(chosen, rest, places, count)
    _replace_opening(chosen, fit, places)
    return chosen


def _fill(
    chosen: list[RankedSentence], pool: Sequence[RankedSentence], places: dict[int, int], count: int
) -> None:
    taken = {id(sentence) for sentence in chosen}
    open_pool = [sentence for sentence in pool if id(sentence) not in taken]
    similarity = [max((cosine(one, other) for other in chosen), default=0.0) for one in open_pool]
    while len(chosen) < count:
        allowed = [
            i for i, sentence in enumerate(open_pool) if similarity[i] < SAME and id(sentence) not in taken
        ]
        if not allowed:
            return
        chosen_places = {places[key] for key in taken}
        best = max(allowed, key=lambda i: _relevance(open_pool[i], similarity[i], places, chosen_places))
        best = _with_context(open_pool, allowed, best, places, chosen_places)
        chosen.append(open_pool[best])
        taken.add(id(open_pool[best]))
        similarity = [
            max(known, cosine(sentence, open_pool[best]))
            for known, sentence in zip(similarity, open_pool, strict=True)
        ]


def _relevance(
    sentence: RankedSentence, similarity: float, places: dict[int, int], chosen_places: set[int]
) -> float:
    score = sentence.score
    if places[id(sentence)] - 1 in chosen_places:
        score *= FOLLOWING_GAIN / (1 + (FOLLOWING_GAIN - 1) * score)
    elif sentence.context_dependent:
        score *= CONTEXT_PENALTY
    return RELEVANCE * score - (1 - RELEVANCE) * similarity


def _with_context(
    pool: Sequence[RankedSentence],
    allowed: Sequence[int],
    best: int,
    places: dict[int, int],
    chosen_places: set[int],
) -> int:
    """Return the best sentence itself, or the one that it needs, which is chosen first then."""
    before = places[id(pool[best])] - 1
    if not pool[best].context_dependent or before in chosen_places:
        return best
    return next((i for i in allowed if places[id(pool[i])] == before and not pool[i].context_dependent), best)


def _replace_opening(
    chosen: list[RankedSentence], pool: Sequence[RankedSentence], places: dict[int, int]
) -> None:
    """Replace the first sentence in the text, and move the best ranked one, where it cannot stand alone."""
    for _ in range(len(chosen)):
        opening = min(chosen, key=lambda sentence: places[id(sentence)])
        if not opening.context_dependent:
            break
        others = [sentence for sentence in chosen if sentence is not opening]
        substitute = next(
            (
                sentence
                for sentence in pool
                if not sentence.context_dependent
                and sentence.score >= AS_GOOD * opening.score
                and sentence not in chosen
                and all(cosine(sentence, other) < SAME for other in others)
            ),
            None,
        )
        if substitute is None:
            break
        chosen[chosen.index(opening)] = substitute
    leader = next((place for place, sentence in enumerate(chosen) if not sentence.context_dependent), None)
    if leader is not None:
        chosen.insert(0, chosen.pop(leader))


def cosine(one: RankedSentence, other: RankedSentence) -> float:
    """Return the cosine of the terms of two sentences, 0 to 1."""
    small, large = (one.terms, other.terms) if len(one.terms) < len(other.terms) else (other.terms, one.terms)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items())
