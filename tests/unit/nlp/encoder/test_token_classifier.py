from __future__ import annotations

import re
import shutil
import time
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.model import EntityType
from nutgraf.nlp.encoder.token_classifier import (
    OWN_PIECES,
    WINDOW,
    ModelFilesError,
    TokenClassifier,
    plan_windows,
)
from nutgraf.nlp.spans import EncodedArticle, SentenceSpan
from tests.support.docs import english

MODEL = Path(__file__).parents[4] / "nutgraf/nlp/models/ner"
AWKWARD = st.lists(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(list(".?!\"'“”‘’()[]- \n\r\t\x00\u0301\u200f\ufeff")),
        st.sampled_from(
            ["😀", "👩‍🚒", "é", "e\u0301", "\r\n", "שלום ", "你好", "Oslo", " Ann ", "Berg’s ", "NATO"]
        ),
    ),
    max_size=60,
).map("".join)


@lru_cache(maxsize=1)
def encoder() -> TokenClassifier:
    return TokenClassifier.load(MODEL)


def spans_of(text: str) -> tuple[SentenceSpan, ...]:
    found = re.finditer(r"\S[^\n]*", text)
    return tuple(SentenceSpan(m.start(), m.end(), i) for i, m in enumerate(found))


def encode(text: str, title: str = "") -> EncodedArticle:
    return encoder().encode(english(text, spans_of(text), title=title))


def named(text: str) -> set[tuple[str, EntityType]]:
    return {(text[m.start : m.end], m.type) for m in encode(text).mentions}


def test_people_places_and_organisations_are_found_in_a_plain_sentence() -> None:
    found = named("Ingrid Solheim flew from Oslo to Paris on behalf of the World Bank.")
    assert ("Ingrid Solheim", EntityType.PERSON) in found
    assert {("Oslo", EntityType.LOC), ("Paris", EntityType.LOC)} <= found
    assert ("World Bank", EntityType.ORG) in found


def test_a_glued_quotation_mark_and_a_possessive_stay_outside_the_mention() -> None:
    surfaces = {
        surface
        for surface, _ in named('Ingrid Solheim"If Norway’s army leaves," she told the BBC\'s reporter.')
    }
    assert {"Ingrid Solheim", "Norway", "BBC"} <= surfaces


def test_the_title_is_tagged_with_its_own_offsets() -> None:
    title = "Ingrid Solheim resigns"
    mentions = encode("The minister left on Monday.", title).mentions
    assert [(m.field, title[m.start : m.end]) for m in mentions] == [("title", "Ingrid Solheim")]


def test_only_the_given_sentences_are_read() -> None:
    text = "Ingrid Solheim spoke.\nTomas Reinholt listened."
    first = spans_of(text)[:1]
    mentions = encoder().encode(english(text, first)).mentions
    assert all(m.end <= first[0].end for m in mentions)
    assert len(mentions) == 1


def test_each_sentence_has_a_unit_embedding_near_to_that_of_its_paraphrase() -> None:
    text = "The bank cut its rate.\nA storm flooded the harbour.\nInterest rates were lowered by the bank."
    vectors = encode(text).embeddings
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[2] > vectors[0] @ vectors[1]


def test_nothing_to_read_gives_nothing() -> None:
    empty = encoder().encode(english(""))
    assert empty.mentions == ()
    assert empty.embeddings.shape == (0, 384)


def test_reading_twice_gives_the_same() -> None:
    text = "Ingrid Solheim met Tomas Reinholt in Oslo."
    assert encode(text).mentions == encode(text).mentions


@settings(max_examples=60)
@given(text=AWKWARD, title=AWKWARD)
def test_mentions_lie_inside_sentences_in_order_and_free_of_edges(text: str, title: str) -> None:
    spans = spans_of(text)
    encoding = encoder().encode(english(text, spans, title=title))
    assert len(encoding.embeddings) == len(spans)
    reached = {"title": 0, "text": 0}
    for mention in encoding.mentions:
        source = title if mention.field == "title" else text
        surface = source[mention.start : mention.end]
        assert reached[mention.field] <= mention.start < mention.end <= len(source)
        reached[mention.field] = mention.end
        assert surface == surface.strip().strip("\"“”‘’'")
        assert 0 <= mention.score <= 1
        assert mention.field == "title" or any(
            s.start <= mention.start and mention.end <= s.end for s in spans
        )


def test_a_combining_mark_belongs_to_its_name() -> None:
    text = "Zoe\u0301 Lindqvist met Andre\u0301 in Oslo."
    assert "Zoe\u0301 Lindqvist" in {surface for surface, _ in named(text)}


@given(lengths=st.lists(st.integers(0, 400), max_size=60))
def test_windows_own_every_piece_once_and_are_never_longer_than_in_training(lengths: list[int]) -> None:
    windows = plan_windows(lengths)
    owned = [i for window in windows for i in range(window.own_low, window.own_high)]
    assert owned == list(range(sum(lengths)))
    assert all(w.low <= w.own_low < w.own_high <= w.high for w in windows)
    assert all(w.high - w.low <= WINDOW and w.own_high - w.own_low <= OWN_PIECES for w in windows)


def test_time_grows_linearly_with_the_text() -> None:
    sentence = "Ingrid Solheim of the Harbour Union met Tomas Reinholt in Oslo on Monday morning.\n"
    encode(sentence)

    def seconds(times: int) -> float:
        began = time.process_time()
        encode(sentence * times)
        return time.process_time() - began

    few = min(seconds(20) for _ in range(3))
    assert seconds(160) < 24 * few


def test_a_very_long_word_and_a_very_long_sentence_are_survived() -> None:
    text = "A" * 20_000 + " met Ingrid Solheim " + "and then again " * 400 + "in Oslo."
    assert "Oslo" in {surface for surface, _ in named(text)}


def test_a_damaged_file_is_refused_by_name(tmp_path: Path) -> None:
    copy = tmp_path / "entities"
    shutil.copytree(MODEL, copy)
    (copy / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelFilesError, match=r"tokenizer\.json"):
        TokenClassifier.load(copy)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelFilesError, match="no entity model"):
        TokenClassifier.load(tmp_path / "nowhere")


def test_the_fingerprint_is_a_digest_and_the_types_are_known() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", encoder().fingerprint)
    assert {EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC} <= set(encoder().types)
