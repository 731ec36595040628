"""Logistic regressions that decide whether a span states a clause, or all of a sentence."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from nutgraf.nlp.multi_document.claims.claim_features import (
    CLAUSE_FEATURES,
    SENTENCE_FEATURES,
    Features,
)

_TELLING: Final = tuple(
    CLAUSE_FEATURES.index(name) for name in ("words_shared", "figures_equal", "figures_agreeing")
)
_WEIGHTS: Final = Path(__file__).parents[2] / "models" / "claims" / "weights.json"


@dataclass(frozen=True, slots=True)
class ClaimModel:
    """Weights of both regressions and the probabilities from which they say yes.

    Attributes:
        clause: weights in the order of ``CLAUSE_FEATURES``, then the bias.
        sentence: weights in the order of ``SENTENCE_FEATURES``, then the bias.
        least_stated: the probability from which a clause is stated.
        least_complete: the probability from which a sentence is stated in full.
    """

    clause: Features
    sentence: Features
    least_stated: float
    least_complete: float

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> ClaimModel:
        """Read both regressions from a JSON object.

        Raises:
            KeyError: a weight is missing.
        """
        return cls(
            _in_order(data["clause_weights"], CLAUSE_FEATURES),
            _in_order(data["sentence_weights"], SENTENCE_FEATURES),
            data["least_stated"],
            data["least_complete"],
        )

    def stated(self, features: Features) -> float:
        """Return the probability that a clause is stated.

        It is 0 where clause and span share no more than names and the story's background.
        """
        if not any(features[place] for place in _TELLING):
            return 0.0
        return _probability(self.clause, features)

    def complete(self, features: Features) -> float:
        """Return the probability that a sentence is stated in full."""
        return _probability(self.sentence, features)


def _in_order(weights: Mapping[str, float], names: tuple[str, ...]) -> Features:
    return tuple(weights[name] for name in (*names, "bias"))


def _probability(weights: Features, features: Features) -> float:
    return 1 / (1 + math.exp(-sum(map(float.__mul__, weights, features)) - weights[-1]))


@cache
def shipped_model() -> ClaimModel:
    """Return the model that is part of the package.

    Raises:
        OSError, ValueError, KeyError: the file is no such model.
    """
    return ClaimModel.parse(json.loads(_WEIGHTS.read_text("utf-8")))
