"""The regressions learn from the clause that they find most sure themselves."""

from __future__ import annotations

import pytest

from nutgraf.nlp.multi_document.claims.claim_features import CLAUSE_FEATURES, SENTENCE_FEATURES
from nutgraf.nlp.multi_document.claims.claim_model import ClaimModel
from training.claims.labelled_spans import LabelledPair
from training.claims.train import weights_of


def clause(**values: float) -> tuple[float, ...]:
    return tuple(values.get(name, 0.0) for name in CLAUSE_FEATURES)


def whole(**values: float) -> tuple[float, ...]:
    return tuple(values.get(name, 0.0) for name in SENTENCE_FEATURES)


STATED = clause(near_cover=1.0, words_shared=1.0, concepts_shared=1.0)
OTHER = clause(near_cover=0.2, words_shared=0.25, figures_lacking=1.0)
PAIRS = [
    LabelledPair((OTHER, STATED), whole(least_cover=1.0), says_some=True, says_all=True),
    LabelledPair((OTHER,), whole(least_cover=0.2), says_some=False, says_all=False),
    LabelledPair((OTHER, OTHER), None, says_some=False, says_all=False),
] * 20


@pytest.fixture(scope="module")
def model() -> ClaimModel:
    return ClaimModel.parse(weights_of(PAIRS))


def test_the_clause_that_is_stated_is_told_from_the_others_of_its_sentence(model: ClaimModel) -> None:
    assert model.stated(STATED) > 0.8
    assert model.stated(OTHER) < 0.2


def test_a_whole_sentence_is_told_by_its_own_features(model: ClaimModel) -> None:
    assert model.complete(whole(least_cover=1.0)) > 0.7
    assert model.complete(whole(least_cover=0.2)) < 0.3
