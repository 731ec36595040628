"""Last stage of the comparison: check every span and every statement of a story against its reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Protocol

from nutgraf.model.story import CoverageStatement, StoryComparison, StoryQuote, StorySentence, Support
from nutgraf.nlp.multi_document.claims.figure_ledger import FigureLedger, Origin
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.span_validation import UnprovenSpanError

_TITLE: Final = "title"
_MENTIONS: Final = "mentions"


class _ArticleSpan(Protocol):
    """Span of a story that names its article."""

    @property
    def text(self) -> str: ...

    @property
    def article_id(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def validate_story(reports: Sequence[Report], story: StoryComparison, origin: Origin) -> None:
    """Check that a story claims only what its reports hold.

    Every text equals its slice of the article that it names. The fullest wording of a quotation is one of its
    wordings. A statement lists each article once, its own first and with its own span, and is "only in" one
    article exactly if no other independent source is listed. The figures and the statements never contradict
    each other: no other source states a number of a statement that is "only in" one article.

    Raises:
        UnprovenSpanError: for the first span or statement that is wrong.
    """
    by_id = {report.id: report for report in reports}
    titles = {report.doc.title or None for report in reports}
    if story.title not in titles:
        raise UnprovenSpanError(_TITLE, "is the title of no report")
    for place, span in _spans(story):
        _check_slice(by_id, place, span)
    _check_mentions(by_id, story)
    for number, quote in enumerate(story.quotes):
        _check_quote(f"quotes[{number}]", quote)
    for number, sentence in enumerate(story.summary.sentences):
        _check_sentence(f"summary.sentences[{number}]", sentence)
    ledger = FigureLedger(story.figures)
    for number, statement in enumerate(story.coverage):
        _check_statement(f"coverage[{number}]", statement, origin)
        _check_numbers(f"coverage[{number}]", statement, ledger, origin)


def _spans(story: StoryComparison) -> Iterator[tuple[str, _ArticleSpan]]:
    """Yield every span that names its article, with its place in the story."""
    for number, sentence in enumerate(story.summary.sentences):
        place = f"summary.sentences[{number}]"
        yield place, sentence
        yield from _numbered(place, "evidence", sentence.evidence)
    for number, figure in enumerate(story.figures):
        yield from _numbered(f"figures[{number}]", "values", figure.values)
    for number, quote in enumerate(story.quotes):
        yield f"quotes[{number}]", quote
        yield from _numbered(f"quotes[{number}]", "articles", quote.articles)
    for number, statement in enumerate(story.coverage):
        yield from _numbered(f"coverage[{number}]", "said_by", statement.said_by)


def _numbered(owner: str, field: str, spans: Iterable[_ArticleSpan]) -> Iterator[tuple[str, _ArticleSpan]]:
    yield from ((f"{owner}.{field}[{row}]", span) for row, span in enumerate(spans))


def _check_slice(reports: Mapping[str, Report], place: str, span: _ArticleSpan) -> None:
    report = reports.get(span.article_id)
    if report is None:
        raise UnprovenSpanError(place, "its article is none of the story's")
    _check_text(place, span.text, report.doc.text, span.start, span.end)


def _check_text(place: str, written: str, text: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text):
        raise UnprovenSpanError(place, f"offsets {start} to {end} do not lie inside the text, in order")
    if text[start:end] != written:
        raise UnprovenSpanError(place, f"is not the text between {start} and {end}")


def _check_mentions(reports: Mapping[str, Report], story: StoryComparison) -> None:
    for number, entity in enumerate(story.entities):
        for row, article in enumerate(entity.mentions):
            place = f"entities[{number}].{_MENTIONS}[{row}]"
            if article.article_id not in reports:
                raise UnprovenSpanError(place, "its article is none of the story's")
            doc = reports[article.article_id].doc
            for mention in article.mentions:
                text = doc.title if mention.field == _TITLE else doc.text
                _check_text(place, mention.text, text, mention.start, mention.end)


def _check_quote(place: str, quote: StoryQuote) -> None:
    if not any(
        (cut.article_id, cut.start, cut.end) == (quote.article_id, quote.start, quote.end)
        for cut in quote.articles
    ):
        raise UnprovenSpanError(place, "is none of its wordings")
    if quote.speaker is not None and quote.speakers != (quote.speaker,):
        raise UnprovenSpanError(place, "its speaker is not its only speaker")


def _check_sentence(place: str, sentence: StorySentence) -> None:
    _check_support(place, (sentence.article_id, sentence.start, sentence.end), sentence.evidence)
    if sentence.said_by != tuple(support.article_id for support in sentence.evidence):
        raise UnprovenSpanError(place, "said_by and evidence name different articles")


def _check_statement(place: str, statement: CoverageStatement, origin: Origin) -> None:
    own = (statement.article_id, statement.start, statement.end)
    _check_support(place, own, statement.said_by)
    if statement.said_by[0].text != statement.claim:
        raise UnprovenSpanError(place, "claim is not the span that is listed for its article")
    sources = {origin(support.article_id) for support in statement.said_by}
    alone = len(sources) == 1
    listed = {support.article_id for support in statement.said_by}
    if alone != (statement.only_in is not None) or (alone and statement.only_in not in listed):
        raise UnprovenSpanError(place, "only_in is not the complement of said_by")


def _check_numbers(place: str, statement: CoverageStatement, ledger: FigureLedger, origin: Origin) -> None:
    """Check that every other source of one of a statement's numbers is listed.

    Another source of one of its dates need not say the same of that day, but then nobody alone has the date.
    """
    listed = {support.article_id for support in statement.said_by}
    for entry in ledger.within(statement.article_id, statement.start, statement.end):
        for other in ledger.agreeing(entry, origin):
            if statement.only_in is not None:
                raise UnprovenSpanError(place, "is only in one article, and a figure of it is in another one")
            if other.value.article_id not in listed and not ledger.is_date(entry):
                raise UnprovenSpanError(place, "does not list an article that states one of its figures")


def _check_support(place: str, own: tuple[str, int, int], supports: Sequence[Support]) -> None:
    articles = [support.article_id for support in supports]
    if not articles or len(set(articles)) < len(articles):
        raise UnprovenSpanError(place, "does not list each article once")
    if (supports[0].article_id, supports[0].start, supports[0].end) != own:
        raise UnprovenSpanError(place, "its own span is not the first one listed")
