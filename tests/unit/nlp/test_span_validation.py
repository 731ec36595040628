"""An analysis that says what the text does not say never leaves the pipeline."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import (
    Analysis,
    Bound,
    DetectedLanguage,
    Document,
    Entity,
    EntityType,
    Figure,
    FigureKind,
    Mention,
    PipelineVersion,
    Quote,
    RemovedSpan,
    Speaker,
    Summary,
    SummarySentence,
    TextFacts,
)
from nutgraf.nlp.span_validation import UnprovenSpanError, validate_spans

TEXT = "Share this. 😀 Maria Lenz said four people died. “We mourn,” she said. Subscribe now."
TITLE = "Lenz mourns"
DOCUMENT = Document(TEXT, TITLE)


def place(part: str) -> tuple[str, int, int]:
    start = TEXT.index(part)
    return part, start, start + len(part)


def sentence(part: str, rank: int, score: float = 0.5) -> SummarySentence:
    return SummarySentence(*place(part), rank, score)


def analysis() -> Analysis:
    mentions = (Mention("text", *place("Maria Lenz"), 0.9), Mention("title", "Lenz", 0, 4, 1.0))
    return Analysis(
        PipelineVersion("1", "sha256:0"),
        DetectedLanguage("en", 1.0, supported=True),
        TextFacts(
            "0", len(TEXT), 15, 3, (RemovedSpan(0, 11, "share"), RemovedSpan(70, len(TEXT), "newsletter"))
        ),
        Summary(
            (sentence("Maria Lenz said four people died.", 2), sentence("“We mourn,” she said.", 1, 1.0)), 3
        ),
        (Entity("ent_1", "Maria Lenz", EntityType.PERSON, 0.0, mentions, ()),),
        (Figure(4, "people", FigureKind.COUNT, Bound.EXACT, *place("four people"), "people killed"),),
        (
            Quote(*place("We mourn,"), Speaker("ent_1", "Maria Lenz"), "said"),
            Quote(*place("We mourn,"), Speaker(None, "A. Stranger"), None),
            Quote(*place("We mourn,"), None, None),
        ),
        (),
    )


def broken(span: str, **changes: Any) -> Analysis:
    """The analysis with the span that a path names changed."""
    whole = analysis()
    if span == "sentence":
        changed = replace(whole.summary.sentences[1], **changes)
        return replace(whole, summary=Summary((whole.summary.sentences[0], changed), 3))
    if span == "entity":
        return replace(whole, entities=(replace(whole.entities[0], **changes),))
    if span in ("text mention", "title mention"):
        mentions = list(whole.entities[0].mentions)
        number = ("text mention", "title mention").index(span)
        mentions[number] = replace(mentions[number], **changes)
        return replace(whole, entities=(replace(whole.entities[0], mentions=tuple(mentions)),))
    if span == "figure":
        return replace(whole, figures=(replace(whole.figures[0], **changes),))
    return replace(whole, quotes=(replace(whole.quotes[0], **changes), *whole.quotes[1:]))


PATHS = {
    "sentence": "summary.sentences[1]",
    "text mention": "entities[0].mentions[0]",
    "title mention": "entities[0].mentions[1]",
    "figure": "figures[0]",
    "quote": "quotes[0]",
}


def fault_of(whole: Analysis) -> UnprovenSpanError:
    with pytest.raises(UnprovenSpanError) as caught:
        validate_spans(DOCUMENT, whole)
    return caught.value


def test_an_analysis_whose_spans_are_all_true_is_proved() -> None:
    assert TEXT[12] == "😀"
    validate_spans(DOCUMENT, analysis())


@pytest.mark.parametrize("span", PATHS)
@given(shift=st.integers(-200, 200).filter(bool))
def test_a_span_moved_by_any_distance_is_named(span: str, shift: int) -> None:
    whole = analysis()
    parts: dict[str, Any] = {
        "sentence": whole.summary.sentences[1],
        "text mention": whole.entities[0].mentions[0],
        "title mention": whole.entities[0].mentions[1],
        "figure": whole.figures[0],
        "quote": whole.quotes[0],
    }
    moved = broken(span, start=parts[span].start + shift, end=parts[span].end + shift)
    assert fault_of(moved).span == PATHS[span]


@pytest.mark.parametrize("span", PATHS)
@given(end=st.integers(-100, 300))
def test_a_span_that_ends_elsewhere_is_named(span: str, end: int) -> None:
    whole = broken(span, end=end)
    if whole == analysis():
        validate_spans(DOCUMENT, whole)
    else:
        assert fault_of(whole).span == PATHS[span]


@pytest.mark.parametrize("span", PATHS)
@given(text=st.text(max_size=20))
def test_a_span_with_other_words_is_named_without_its_words(span: str, text: str) -> None:
    error = fault_of(broken(span, text="zzz" + text))
    assert error.span == PATHS[span]
    assert "zzz" not in str(error)
    assert "Lenz" not in str(error)


@pytest.mark.parametrize("value", [-0.01, 1.01, float("nan"), float("inf")])
@pytest.mark.parametrize(
    ("span", "name"), [("sentence", "rank_score"), ("entity", "salience"), ("text mention", "score")]
)
def test_a_score_outside_0_to_1_is_refused(span: str, name: str, value: float) -> None:
    error = fault_of(broken(span, **{name: value}))
    assert name in error.fault


@pytest.mark.parametrize("rank", [0, 2, 3, -1])
def test_ranks_are_1_to_n_each_once(rank: int) -> None:
    assert fault_of(broken("sentence", rank=rank)).span == "summary.sentences"


def test_an_empty_summary_is_proved() -> None:
    validate_spans(DOCUMENT, replace(analysis(), summary=Summary((), 3)))


def test_a_quotation_of_an_unknown_entity_is_refused() -> None:
    assert fault_of(broken("quote", speaker=Speaker("ent_2", "Tom Reed"))).span == "quotes[0]"
    both = (Speaker("ent_1", "Maria Lenz"), Speaker("ent_2", "Tom Reed"))
    assert fault_of(broken("quote", speaker=None, speakers=both)).span == "quotes[0]"


@pytest.mark.parametrize(
    ("removed", "number"),
    [
        ([(0, 11), (10, 20)], 1),
        ([(20, 30), (0, 11)], 1),
        ([(0, 1000)], 0),
        ([(-1, 4)], 0),
        ([(5, 5)], 0),
        ([(6, 5)], 0),
    ],
)
def test_removed_spans_lie_inside_the_text_in_order_without_overlap(
    removed: list[tuple[int, int]], number: int
) -> None:
    whole = analysis()
    spans = tuple(RemovedSpan(start, end, "share") for start, end in removed)
    error = fault_of(replace(whole, text=replace(whole.text, removed=spans)))
    assert error.span == f"text.removed[{number}]"


def test_removed_spans_may_touch() -> None:
    whole = analysis()
    spans = (RemovedSpan(0, 5, "share"), RemovedSpan(5, 11, "share"))
    validate_spans(DOCUMENT, replace(whole, text=replace(whole.text, removed=spans)))
