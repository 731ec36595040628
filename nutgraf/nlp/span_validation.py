"""Last stage of the pipeline: check every span of an analysis against the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.model import Analysis, Document, Entity, Quote, RemovedSpan, SummarySentence


class UnprovenSpanError(Exception):
    """A span is not verbatim: a stage has a bug.

    The message names the span by its place in the analysis ("figures[3]") and holds no text of the article.
    """

    def __init__(self, span: str, fault: str) -> None:
        super().__init__(f"{span}: {fault}")
        self.span = span
        self.fault = fault


def validate_spans(document: Document, analysis: Analysis) -> None:
    """Check that every span equals its slice of the document, and that ranks and scores are valid.

    Raises:
        UnprovenSpanError: for the first span, rank or score that is wrong.
    """
    _check_removed(document.text, analysis.text.removed)
    _check_summary(document.text, analysis.summary.sentences)
    for number, entity in enumerate(analysis.entities):
        _check_entity(document, f"entities[{number}]", entity)
    for number, figure in enumerate(analysis.figures):
        _check_slice(document.text, f"figures[{number}]", figure.text, figure.start, figure.end)
    _check_quotes(document.text, analysis.quotes, {entity.id for entity in analysis.entities})


def _check_slice(text: str, span: str, written: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text):
        raise UnprovenSpanError(span, f"offsets {start} to {end} do not lie inside the text, in order")
    if text[start:end] != written:
        raise UnprovenSpanError(span, f"is not the text between {start} and {end}")


def _check_unit(span: str, name: str, value: float) -> None:
    # Written so that NaN fails as well.
    if not 0.0 <= value <= 1.0:
        raise UnprovenSpanError(span, f"{name} is {value}, not between 0 and 1")


def _check_removed(text: str, removed: Iterable[RemovedSpan]) -> None:
    last = 0
    for number, stretch in enumerate(removed):
        span = f"text.removed[{number}]"
        if not 0 <= stretch.start < stretch.end <= len(text):
            raise UnprovenSpanError(
                span, f"offsets {stretch.start} to {stretch.end} do not lie inside the text, in order"
            )
        if stretch.start < last:
            raise UnprovenSpanError(span, "overlaps the one before it, or stands out of order")
        last = stretch.end


def _check_summary(text: str, sentences: tuple[SummarySentence, ...]) -> None:
    for number, sentence in enumerate(sentences):
        span = f"summary.sentences[{number}]"
        _check_slice(text, span, sentence.text, sentence.start, sentence.end)
        _check_unit(span, "rank_score", sentence.rank_score)
    ranks = sorted(sentence.rank for sentence in sentences)
    if ranks != list(range(1, len(sentences) + 1)):
        raise UnprovenSpanError("summary.sentences", f"ranks are {ranks}, not 1 to {len(sentences)}")


def _check_entity(document: Document, span: str, entity: Entity) -> None:
    _check_unit(span, "salience", entity.salience)
    for number, mention in enumerate(entity.mentions):
        text = document.title if mention.field == "title" else document.text
        place = f"{span}.mentions[{number}]"
        _check_slice(text, place, mention.text, mention.start, mention.end)
        _check_unit(place, "score", mention.score)


def _check_quotes(text: str, quotes: tuple[Quote, ...], known: set[str]) -> None:
    for number, quote in enumerate(quotes):
        span = f"quotes[{number}]"
        _check_slice(text, span, quote.text, quote.start, quote.end)
        for speaker in (quote.speaker, *quote.speakers):
            if speaker is not None and speaker.entity_id is not None and speaker.entity_id not in known:
                raise UnprovenSpanError(span, "its speaker is none of the entities")
