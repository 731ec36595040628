"""The last stage: every span of an analysis is checked against the text before it leaves the pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.model import Analysis, Document, Entity, Quote, RemovedSpan, SummarySentence


class UnprovenSpanError(Exception):
    """A stage broke its promise about offsets: a bug, not an answer.

    The message names the span by its place in the analysis ("figures[3]") and holds no text of the article.
    """

    def __init__(self, span: str, fault: str) -> None:
        super().__init__(f"{span}: {fault}")
        self.span = span
        self.fault = fault


def validate_spans(document: Document, analysis: Analysis) -> None:
    """Checks that every span says what its slice of the document says, and that ranks and scores are right.

    Raises:
        UnprovenSpanError: one of them does not; the first that was found.
    """
    _prove_removed(document.text, analysis.text.removed)
    _prove_summary(document.text, analysis.summary.sentences)
    for number, entity in enumerate(analysis.entities):
        _prove_entity(document, f"entities[{number}]", entity)
    for number, figure in enumerate(analysis.figures):
        _prove_slice(document.text, f"figures[{number}]", figure.text, figure.start, figure.end)
    _prove_quotes(document.text, analysis.quotes, {entity.id for entity in analysis.entities})


def _prove_slice(text: str, span: str, written: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text):
        raise UnprovenSpanError(span, f"offsets {start} to {end} do not lie inside the text, in order")
    if text[start:end] != written:
        raise UnprovenSpanError(span, f"is not the text between {start} and {end}")


def _prove_unit(span: str, name: str, value: float) -> None:
    # Written so that NaN fails as well.
    if not 0.0 <= value <= 1.0:
        raise UnprovenSpanError(span, f"{name} is {value}, not between 0 and 1")


def _prove_removed(text: str, removed: Iterable[RemovedSpan]) -> None:
    last = 0
    for number, gone in enumerate(removed):
        span = f"text.removed[{number}]"
        if not 0 <= gone.start < gone.end <= len(text):
            raise UnprovenSpanError(
                span, f"offsets {gone.start} to {gone.end} do not lie inside the text, in order"
            )
        if gone.start < last:
            raise UnprovenSpanError(span, "overlaps the one before it, or stands out of order")
        last = gone.end


def _prove_summary(text: str, sentences: tuple[SummarySentence, ...]) -> None:
    for number, sentence in enumerate(sentences):
        span = f"summary.sentences[{number}]"
        _prove_slice(text, span, sentence.text, sentence.start, sentence.end)
        _prove_unit(span, "rank_score", sentence.rank_score)
    ranks = sorted(sentence.rank for sentence in sentences)
    if ranks != list(range(1, len(sentences) + 1)):
        raise UnprovenSpanError("summary.sentences", f"ranks are {ranks}, not 1 to {len(sentences)}")


def _prove_entity(document: Document, span: str, entity: Entity) -> None:
    _prove_unit(span, "salience", entity.salience)
    for number, mention in enumerate(entity.mentions):
        text = document.title if mention.field == "title" else document.text
        place = f"{span}.mentions[{number}]"
        _prove_slice(text, place, mention.text, mention.start, mention.end)
        _prove_unit(place, "score", mention.score)


def _prove_quotes(text: str, quotes: tuple[Quote, ...], known: set[str]) -> None:
    for number, quote in enumerate(quotes):
        span = f"quotes[{number}]"
        _prove_slice(text, span, quote.text, quote.start, quote.end)
        speaker = quote.speaker
        if speaker is not None and speaker.entity_id is not None and speaker.entity_id not in known:
            raise UnprovenSpanError(span, "its speaker is none of the entities")
