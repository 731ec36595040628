from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.encoder.bioes_decoder import BioesDecoder


@given(
    scores=st.lists(st.lists(st.floats(-5, 5, width=32), min_size=5, max_size=5), min_size=1, max_size=12),
)
def test_the_best_sequence_of_tags_is_valid(scores: list[list[float]]) -> None:
    tagset = BioesDecoder(("O", "B-X", "I-X", "E-X", "S-X"))
    path = tagset.best_path(np.array(scores, dtype=np.float32))
    assert len(path) == len(scores)
    assert tagset.opens[path[0]]
    assert tagset.closes[path[-1]]
    assert all(tagset.follows[a, b] for a, b in itertools.pairwise(path))
