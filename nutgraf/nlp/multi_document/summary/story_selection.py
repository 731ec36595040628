"""Choice and order of the sentences that tell a story in short.

Sentences are taken greedily by their importance, less what is told already (maximal marginal relevance,
Carbonell and Goldstein, SIGIR 1998), as long as each can be understood after those before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nutgraf.nlp.multi_document.summary.references import Key, PersonNames, References, references_of
from nutgraf.nlp.multi_document.summary.sentence_fitness import is_fit
from nutgraf.nlp.multi_document.summary.sentence_similarity import SAME, ReportSentence, Similarity
from nutgraf.nlp.multi_document.summary.told_content import ToldContent, core_of

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

_LEAST_CORE: Final = 3
_TELLING: Final = 0.3
"""The similarity from which another report's sentence shows that it tells the same."""


@dataclass(frozen=True, slots=True)
class StorySelection:
    """Sentences of which a story is made, with what decides among them.

    Attributes:
        sentences: of all reports.
        similarity: of each two, shape (sentences, sentences).
        scores: importance of each, shape (sentences,).
        contents: what each tells.
        references: what each needs and gives.
        core: the words of the event's core.
        rows: those that may be chosen.
    """

    sentences: Sequence[ReportSentence]
    similarity: Similarity
    scores: NDArray[np.float64]
    contents: Sequence[ToldContent]
    references: dict[int, References]
    core: frozenset[str]
    rows: tuple[int, ...]

    @classmethod
    def of(
        cls,
        sentences: Sequence[ReportSentence],
        similarity: Similarity,
        importance: NDArray[np.float64],
        contents: Sequence[ToldContent],
        names: PersonNames,
    ) -> StorySelection:
        """Find the sentences that can stand in a story: whole prose that is not outdated."""
        core = core_of(sentences, contents)
        fit = [
            row for row, sentence in enumerate(sentences) if not contents[row].outdated and is_fit(sentence)
        ]
        references = {row: references_of(sentences[row], names) for row in fit}
        older = np.array([content.older for content in contents], dtype=np.float64)
        current = np.array([content.current for content in contents], dtype=np.float64)
        scores = importance - _OLDER * older + _CURRENT * current
        return cls(sentences, similarity, scores, contents, references, core, tuple(fit))

    def choose(self, enough: Callable[[Sequence[ReportSentence]], bool]) -> list[int]:
        """Return the chosen sentences in the order in which they tell the story."""
        chosen: list[int] = []
        left = list(self.rows)
        while left and not enough([self.sentences[row] for row in chosen]):
            best = self._best(chosen, left)
            if best is None:
                break
            chosen = self._ordered([*chosen, best])
            left = [row for row in left if row != best and self._is_news(row, chosen)]
        return chosen

    def _best(self, chosen: Sequence[int], left: Sequence[int]) -> int | None:
        """Return the best sentence that can be understood, or None: the first one is a lead if any can."""
        if not chosen:
            leads = [row for row in left if self.sentences[row].place < _LEAD_PLACES]
            opening = self._understood(sorted(leads, key=lambda row: (-self._lead_score(row), row)), chosen)
            if opening is not None:
                return opening
        gains = {row: self._gain(row, chosen) for row in left}
        return self._understood(sorted(left, key=lambda row: (-gains[row], row)), chosen)

    def _understood(self, rows: Sequence[int], chosen: Sequence[int]) -> int | None:
        return next((row for row in rows if self._is_understood(self._ordered([*chosen, row]))), None)

    def _lead_score(self, row: int) -> float:
        core = sum(stem in self.contents[row].weights for stem in self.core) / max(1, len(self.core))
        first = _FIRST if self.sentences[row].place == 0 else 0.0
        return float(self.scores[row]) + _CORE_BONUS * core + first - _HINT * len(self.references[row].hints)

    def _gain(self, row: int, chosen: Sequence[int]) -> float:
        nearest = float(self.similarity[row, list(chosen)].max()) if chosen else 0.0
        known: set[Key] = {key for other in chosen for key in self.references[other].gives}
        unclear = sum(not hint & known for hint in self.references[row].hints)
        lacking = max(0, _LEAST_SHARED - len(self.core & self.contents[row].weights.keys()))
        return float(self.scores[row]) - _NOVELTY * nearest - _HINT * unclear - _ASIDE * lacking

    def _is_news(self, row: int, chosen: Sequence[int]) -> bool:
        """Whether a sentence tells no fact of the chosen ones again."""
        if float(self.similarity[row, list(chosen)].max()) > SAME:
            return False
        content, told = self.contents[row], [self.contents[other] for other in chosen]
        if any(content.figures & other.figures for other in told):
            return False
        if max(content.share_in(told), *(other.share_in([content]) for other in told)) > _MOST_TOLD:
            return False
        core = self.core & told[0].weights.keys()
        again = core & content.weights.keys()
        if self.sentences[row].place < _LEAD_PLACES and len(again) > 1 and again & content.events:
            return False
        most = _MOST_CORE if self.sentences[row].place else _MOST_CORE_OF_LEAD
        return len(core) < _LEAST_CORE or len(again) / len(core) <= most

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
            needed = self.references[row]
            if any(not person & known for person in needed.persons):
                return False
            follows = place > 0 and self._follows(row, chosen[place - 1])
            if not follows and (needed.lost or any(not need & known for need in needed.needs)):
                return False
            known |= needed.gives
        return True
