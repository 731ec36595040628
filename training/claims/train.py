"""Train the comparison of claims.

``python -m training.claims.train --out nutgraf/nlp/models/claims/weights.json``

Two logistic regressions are fitted by Newton's method with an L2 penalty, to the labelled events of the
evaluation. The labels say whether a span has a fact of a sentence, not of which clause. So the first
regression, of a clause, learns from the clause that it finds most sure itself, round by round. The second
one, of a whole sentence, sees only spans that lack no figure. Nothing is random.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from evaluation.labelled_event_reader import EVENTS, read_events
from nutgraf.nlp.multi_document import IdfTable
from nutgraf.nlp.multi_document.claims.claim_features import CLAUSE_FEATURES, SENTENCE_FEATURES
from nutgraf.nlp.pipeline import SHIPPED_MODELS, Pipeline
from training.boilerplate.logistic_regression import fit
from training.claims.labelled_spans import LabelledPair, analysed_reports, labelled_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

PENALTY: Final = 1.0
ROUNDS: Final = 6
LEAST_STATED: Final = 0.7
LEAST_COMPLETE: Final = 0.5

TUNED_ON: Final = (
    "bear-enclosure", "funicular-crash", "orlo-phone", "port-march", "ravnsborg-verdict", "storm-maren",
    "velmora-results",
)  # fmt: skip
"""Events that weights and thresholds are chosen on; all others only judge."""

_FIRST_GUESS: Final = {
    "near_cover": 1.0,
    "figures_equal": 1.0,
    "figures_lacking": -1.0,
    "concepts_shared": 1.0,
}


def fit_clauses(pairs: Sequence[LabelledPair]) -> NDArray[np.float64]:
    """Return the weights of ``CLAUSE_FEATURES`` and the bias, from the surest clause of each pair."""
    weights = np.array([*(_FIRST_GUESS.get(name, 0.0) for name in CLAUSE_FEATURES), 0.0])
    known = [pair for pair in pairs if pair.clauses]
    target = np.array([float(pair.says_some) for pair in known])
    for _ in range(ROUNDS):
        design = np.array([_surest(np.array(pair.clauses), weights) for pair in known])
        weights = fit(design, target, penalty=PENALTY, weights=np.ones(len(known)))
    return weights


def _surest(clauses: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    row: NDArray[np.float64] = clauses[int((clauses @ weights[:-1]).argmax())]
    return row


def fit_sentences(pairs: Sequence[LabelledPair]) -> NDArray[np.float64]:
    """Return the weights of ``SENTENCE_FEATURES`` and the bias."""
    known = [pair for pair in pairs if pair.whole is not None]
    design = np.array([pair.whole for pair in known])
    target = np.array([float(pair.says_all) for pair in known])
    return fit(design, target, penalty=PENALTY, weights=np.ones(len(known)))


def weights_of(pairs: Sequence[LabelledPair]) -> dict[str, Any]:
    """Return the JSON object of both regressions."""
    return {
        "clause_weights": _named(CLAUSE_FEATURES, fit_clauses(pairs)),
        "sentence_weights": _named(SENTENCE_FEATURES, fit_sentences(pairs)),
        "least_stated": LEAST_STATED,
        "least_complete": LEAST_COMPLETE,
    }


def _named(names: Sequence[str], weights: NDArray[np.float64]) -> dict[str, float]:
    return {name: round(float(each), 3) for name, each in zip((*names, "bias"), weights, strict=True)}


def main() -> None:
    """Fit both regressions to the events for tuning, and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    pipeline, idf = Pipeline.load(), IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
    pairs = [
        pair
        for event in read_events(EVENTS)
        if event.id in TUNED_ON
        for pair in labelled_pairs(event, analysed_reports(event, pipeline), idf)
    ]
    arguments.out.write_text(json.dumps(weights_of(pairs), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
