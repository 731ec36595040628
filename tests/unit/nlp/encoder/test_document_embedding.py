"""An article's embedding fits into a byte a dimension, and what is not public stays out of the JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.codec import decode, encode
from nutgraf.model import NOT_SERIALIZED, Document
from nutgraf.nlp.encoder.document_embedding import OPENING_SENTENCES, decode_embedding, document_embedding
from nutgraf.nlp.spans import EncodedArticle, SentenceSpan
from tests.support.stub_analyser import StubAnalyser

DIMENSIONS = 8
rows = st.lists(
    st.lists(st.floats(-1, 1, width=32), min_size=DIMENSIONS, max_size=DIMENSIONS), min_size=1, max_size=12
)


def encoding(*vectors: list[float]) -> EncodedArticle:
    """The title's vector first."""
    block = np.array(vectors, dtype=np.float32)
    return EncodedArticle((), block[1:], block[0])


def spans(count: int, heading: int | None = None) -> list[SentenceSpan]:
    return [SentenceSpan(n, n + 1, n, heading=n == heading) for n in range(count)]


@given(rows)
def test_a_meaning_has_a_byte_for_each_dimension_or_nothing(vectors: list[list[float]]) -> None:
    found = document_embedding(encoding(*vectors), spans(len(vectors) - 1))
    assert len(found) in (0, DIMENSIONS)
    assert all(-127 <= number <= 127 for number in decode_embedding(found))


def test_a_meaning_points_where_the_title_and_the_first_sentences_do() -> None:
    chance = np.random.default_rng(3)
    vectors = [list(chance.normal(size=384) / 20) for _ in range(OPENING_SENTENCES + 4)]
    found = np.array(
        decode_embedding(document_embedding(encoding(*vectors), spans(OPENING_SENTENCES + 3))),
        dtype=np.float64,
    )
    wanted = np.sum(vectors[: OPENING_SENTENCES + 1], axis=0)
    assert found @ wanted / np.linalg.norm(found) / np.linalg.norm(wanted) > 0.999


def test_headings_and_what_comes_later_do_not_count() -> None:
    one, other = [1.0, 0.0], [0.0, 1.0]
    assert decode_embedding(document_embedding(encoding(one, one, other), spans(2, heading=1))) == (127, 0)
    late = [one] * (OPENING_SENTENCES + 1) + [other] * 5
    assert decode_embedding(document_embedding(encoding(*late), spans(len(late) - 1))) == (127, 0)


def test_a_text_without_words_or_a_model_without_embeddings_means_nothing() -> None:
    assert document_embedding(encoding([0.0, 0.0], [0.0, 0.0]), spans(1)) == b""
    assert document_embedding(encoding([], []), spans(1)) == b""
    assert decode_embedding(b"") == ()


@dataclass(frozen=True)
class Grown:
    """A noun that has come by fields."""

    name: str
    added: tuple[int, ...] = ()
    secret: bytes = field(default=b"", metadata=NOT_SERIALIZED)


def test_an_unwritten_field_stays_out_of_the_json_and_a_missing_one_takes_its_default() -> None:
    assert encode(Grown("a", (1,), b"hidden")) == b'{"name":"a","added":[1]}'
    assert decode(Grown, b'{"name":"a"}') == Grown("a")
    assert decode(Grown, b'{"name":"a","added":[2],"secret":"x"}') == Grown("a", (2,))
    with pytest.raises(KeyError):
        decode(Grown, b'{"added":[2]}')


def test_an_analysis_is_written_without_what_is_kept_beside_it() -> None:
    plain = StubAnalyser().analyse(Document("Nothing happened in Veddel."))
    assert encode(replace(plain, meaning=b"abc", sentences=b"de")) == encode(plain)
    assert replace(plain, meaning=b"abc", sentences=b"de") == plain
