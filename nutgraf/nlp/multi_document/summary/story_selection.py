"""Choice and order of the sentences that tell a story in short.

Sentences are taken greedily by their importance, less what is told already (maximal marginal relevance,
Carbonell and Goldstein, SIGIR 1998), as long as each can be understood after those before it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nutgraf.model.story import StoryFigure
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.summary.references import Key, PersonNames, References, references_of
from nutgraf.nlp.multi_document.summary.sentence_fitness import is_fit
from nutgraf.nlp.multi_document.summary.sentence_similarity import SAME, ReportSentence, Similarity
from nutgraf.nlp.multi_document.summary.told_content import (
    OPENING,
    ToldFigures,
    ToldWords,
    core_of,
    told_figures,
    told_words,
)

_LEAD_PLACES: Final = 2
"""Sentences at the beginning of a report, one of which tells what happened."""

_NOVELTY: Final = 0.25
_HINT: Final = 0.06
_CORE_BONUS: Final = 1.0
_FIRST: Final = 0.3
_OLDER: Final = 0.5
_CURRENT: Final = 0.6
_MOST_TOLD: Final = 0.55
"""The share of a sentence's words that the chosen ones may have, and of one of theirs that it may have."""

_MOST_CORE: Final = 0.6
"""The share of the first sentence's core that another may have: more is a second lead."""

_MOST_CORE_OF_LEAD: Final = 0.4
"""The same for the first sentence of a report, which hardly tells anything else."""

_ASIDE: Final = 0.2
_LEAST_SHARED: Final = 2
"""Words of the core; for each that a sentence lacks of them it is more of an aside."""

_AGAIN_IN_LEAD: Final = 2
_AGAIN: Final = 3
"""Words of the core that a sentence shares with the first one, what happened among them, if it retells it."""

_LEAST_CORE: Final = 3
_TELLING: Final = 0.3
"""The similarity from which another report's sentence shows that it tells the same."""


@dataclass(frozen=True, slots=True)
class StorySelection:
    """Sentences of which a story is made, with what decides among them.

    What is known of a sentence is found when it is first looked at: most are never.

    Attributes:
        sentences: of all reports.
        similarity: of each two, shape (sentences, sentences).
        scores: importance of each, shape (sentences,).
        figures: what each states.
        words: gives what a sentence says, by its row.
        references: gives what a sentence needs and makes known, by its row.
        fits: gives whether a sentence is whole prose, by its row.
        core: the words of the event's core.
    """

    sentences: Sequence[ReportSentence]
    similarity: Similarity
    scores: NDArray[np.float64]
    figures: Sequence[ToldFigures]
    words: Callable[[int], ToldWords]
    references: Callable[[int], References]
    fits: Callable[[int], bool]
    core: frozenset[str]

    @classmethod
    def of(  # noqa: PLR0913, PLR0917 - what the stages before have found
        cls,
        sentences: Sequence[ReportSentence],
        similarity: Similarity,
        importance: NDArray[np.float64],
        figures: Sequence[StoryFigure],
        names: PersonNames,
        idf: IdfTable,
    ) -> StorySelection:
        """Find the event's core, and score sentences with new values above those with old ones."""
        stated = told_figures(sentences, figures)
        changes = [_CURRENT * each.current - _OLDER * each.older for each in stated]
        words = cache(lambda row: told_words(sentences[row], idf))
        places = [row for row, sentence in enumerate(sentences) if sentence.place < OPENING]
        return cls(
            sentences,
            similarity,
            importance + np.array(changes, dtype=np.float64),
            stated,
            words,
            cache(lambda row: references_of(sentences[row], names)),
            cache(lambda row: is_fit(sentences[row])),
            core_of([(sentences[row].report.id, words(row)) for row in places]),
        )

    def choose(self, enough: Callable[[Sequence[ReportSentence]], bool]) -> list[int]:
        """Return the chosen sentences in the order in which they tell the story."""
        chosen: list[int] = []
        left = {row for row, stated in enumerate(self.figures) if not stated.outdated}
        while left and not enough([self.sentences[row] for row in chosen]):
            best = self._opening(left) if not chosen else None
            best = self._best(chosen, left) if best is None else best
            if best is None:
                break
            chosen = self._ordered([*chosen, best])
            left.discard(best)
        return chosen

    def _opening(self, left: Collection[int]) -> int | None:
        """Return the best lead that can be understood, or None."""
        leads = {row: self._lead_score(row) for row in left if self.sentences[row].place < _LEAD_PLACES}
        best, most = None, -math.inf
        for row in sorted(leads, key=lambda row: (-leads[row], row)):
            if leads[row] <= most:
                break
            if not self.fits(row) or not self._is_understood([row]):
                continue
            score = leads[row] - _HINT * len(self.references(row).hints)
            if score > most:
                best, most = row, score
        return best

    def _best(self, chosen: Sequence[int], left: set[int]) -> int | None:
        """Return the best sentence that can be understood and is news, or None.

        Sentences that tell nothing new are left out for good.
        """
        known: set[Key] = {key for other in chosen for key in self.references(other).gives}
        nearest = self.similarity[:, list(chosen)].max(axis=1) if chosen else 0.0
        gains = self.scores - _NOVELTY * nearest
        best, most = None, -math.inf
        for row in sorted(left, key=lambda row: (-gains[row], row)):
            if gains[row] <= most:
                break
            if not self.fits(row) or (chosen and not self._is_news(row, chosen)):
                left.discard(row)
                continue
            gain = float(gains[row]) - self._faults(row, known)
            if gain > most and self._is_understood(self._ordered([*chosen, row])):
                best, most = row, gain
        return best

    def _faults(self, row: int, known: AbstractSet[Key]) -> float:
        """Return what a sentence loses for what is unclear in it, and for words of the core that it lacks."""
        unclear = sum(not hint & known for hint in self.references(row).hints)
        lacking = max(0, _LEAST_SHARED - len(self.core & self.words(row).weights.keys()))
        return _HINT * unclear + _ASIDE * lacking

    def _lead_score(self, row: int) -> float:
        core = len(self.core & self.words(row).weights.keys()) / max(1, len(self.core))
        first = _FIRST if self.sentences[row].place == 0 else 0.0
        return float(self.scores[row]) + _CORE_BONUS * core + first

    def _is_news(self, row: int, chosen: Sequence[int]) -> bool:
        """Whether a sentence tells no fact of the chosen ones again."""
        if any(self.similarity[row, other] > SAME for other in chosen):
            return False
        if any(self.figures[row].numbers & self.figures[other].numbers for other in chosen):
            return False
        words = self.words(row)
        told = [self.words(other) for other in chosen]
        core = self.core & told[0].weights.keys()
        again = core & words.weights.keys()
        lead = self.sentences[row].place < OPENING
        if len(again) >= (_AGAIN_IN_LEAD if lead else _AGAIN) and again & words.events:
            return False
        most = _MOST_CORE_OF_LEAD if lead else _MOST_CORE
        if len(core) >= _LEAST_CORE and len(again) / len(core) > most:
            return False
        if words.share_of({stem for other in told for stem in other.weights}) > _MOST_TOLD:
            return False
        return all(other.share_of(words.weights.keys()) <= _MOST_TOLD for other in told)

    def _ordered(self, chosen: Sequence[int]) -> list[int]:
        """Return the chosen sentences, the first one before the others in the order of their first mention.

        Sentences that follow one another in a report stay together.
        """
        runs: list[list[int]] = []
        for row in sorted(chosen):
            if runs and self._follows(row, runs[-1][-1]):
                runs[-1].append(row)
            else:
                runs.append([row])
        opening = next(run for run in runs if chosen[0] in run)
        others = sorted(
            (run for run in runs if run is not opening), key=lambda run: (self._place(run[0]), run)
        )
        return [row for run in (opening, *others) for row in run]

    def _follows(self, row: int, other: int) -> bool:
        """Whether one sentence stands right behind another in a report."""
        one, before = self.sentences[row], self.sentences[other]
        return one.report.id == before.report.id and one.place == before.place + 1

    def _place(self, row: int) -> int:
        """Return the first sentence that tells what a sentence tells, in the order of publication."""
        telling = np.flatnonzero(self.similarity[row] >= _TELLING)
        return min(row, int(telling[0])) if len(telling) else row

    def _is_understood(self, chosen: Sequence[int]) -> bool:
        """Whether everything that a sentence needs stands in those before it.

        Right behind the sentence that it follows in its report, it stands for what it stood for there.
        """
        known: set[Key] = set()
        for place, row in enumerate(chosen):
            needed = self.references(row)
            if any(not person & known for person in needed.persons):
                return False
            follows = place > 0 and self._follows(row, chosen[place - 1])
            if not follows and (needed.lost or any(not need & known for need in needed.needs)):
                return False
            known |= needed.gives
        return True
