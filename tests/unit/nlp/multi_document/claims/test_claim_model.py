"""The model's weights are read in the order of the features."""

from __future__ import annotations

import pytest

from nutgraf.nlp.multi_document.claims.claim_features import CLAUSE_FEATURES, SENTENCE_FEATURES
from nutgraf.nlp.multi_document.claims.claim_model import ClaimModel, shipped_model


def weights(**changes: float) -> dict[str, object]:
    return {
        "clause_weights": dict.fromkeys((*CLAUSE_FEATURES, "bias"), 0.0) | changes,
        "sentence_weights": dict.fromkeys((*SENTENCE_FEATURES, "bias"), 0.0),
        "least_stated": 0.5,
        "least_complete": 0.5,
    }


def features(**values: float) -> tuple[float, ...]:
    return tuple(values.get(name, 0.0) for name in CLAUSE_FEATURES)


def test_a_weight_counts_for_its_own_feature() -> None:
    model = ClaimModel.parse(weights(words_shared=100.0, bias=-50.0))
    assert model.stated(features(words_shared=1.0)) == pytest.approx(1.0)
    assert model.stated(features(words_shared=0.25)) < 1e-9


def test_names_and_background_alone_state_nothing() -> None:
    model = ClaimModel.parse(weights(bias=50.0))
    assert model.stated(features(near_cover=1.0, sentence_similarity=1.0)) == 0.0
    assert model.stated(features(figures_equal=0.5)) == pytest.approx(1.0)


def test_a_missing_weight_is_refused() -> None:
    data = weights()
    data["sentence_weights"] = {}
    with pytest.raises(KeyError):
        ClaimModel.parse(data)


def test_the_shipped_model_trusts_figures_and_words() -> None:
    model = shipped_model()
    assert model.clause[CLAUSE_FEATURES.index("figures_equal")] > 0
    assert model.clause[CLAUSE_FEATURES.index("words_shared")] > 0
    assert 0.5 <= model.least_stated < 1
