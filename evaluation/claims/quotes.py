"""Judgements of quotations and their speakers, in the reports and in the story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evaluation.claims.judgement import Judgement
from evaluation.claims.names import same_names
from evaluation.labelled_events import LabelledEvent, LabelledReport, LabelledSentence
from nutgraf.model import Analysis, Quote
from nutgraf.model.story import StoryComparison, StoryQuote


def judge_quotes(
    event: LabelledEvent, comparison: StoryComparison, analyses: Mapping[str, Analysis]
) -> Iterator[Judgement]:
    """Judge the wordings of the story's quotations, and all speakers.

    Args:
        event: the labels.
        comparison: of the event's reports.
        analyses: of each report, by its id.
    """
    for report in event.reports:
        for sentence in report.sentences:
            if sentence.speakers is not None:
                yield from _judge_sentence(report, sentence, analyses[report.id].quotes)
    for quote in comparison.quotes:
        verbatim = event.report(quote.article_id).text[quote.start : quote.end] == quote.text
        yield Judgement("story quotes: verbatim", verbatim, quote.text)
        yield from _judge_story_speaker(event, quote)


def _judge_sentence(
    report: LabelledReport, sentence: LabelledSentence, quotes: Sequence[Quote]
) -> Iterator[Judgement]:
    gold = sentence.speakers or ()
    own = [quote for quote in quotes if sentence.start <= quote.start < sentence.end]
    named = [names for quote in own if (names := _names(quote))]
    about = f"{report.id}: {sentence.text} {named}, should be {list(gold)}"
    yield Judgement("quotes: found", bool(own), about)
    if not gold:
        yield Judgement("speakers: none where the text tells none", not named, about)
        return
    right = bool(named) and all(same_names(names, gold) for names in named)
    if named:
        yield Judgement("speakers: right of those named", right, about)
    yield Judgement("speakers: found", right, about)
    if len(gold) > 1:
        yield Judgement("speakers: joint ones found", right, about)


def _names(quote: Quote) -> list[str]:
    joint = [speaker.name for speaker in getattr(quote, "speakers", ())]
    return joint or ([] if quote.speaker is None else [quote.speaker.name])


def _judge_story_speaker(event: LabelledEvent, quote: StoryQuote) -> Iterator[Judgement]:
    """Judge the speaker of a story's quotation by the labels of the sentences in which its wordings begin."""
    gold = sorted(
        {
            name
            for variant in quote.articles
            for sentence in event.report(variant.article_id).sentences
            if sentence.start <= variant.start < sentence.end
            for name in sentence.speakers or ()
        }
    )
    if not gold:
        return
    named = quote.speakers
    right = bool(named) and same_names(named, gold)
    about = f"{quote.text} {list(named)}, should be {gold}"
    if named:
        yield Judgement("story quotes: right of those named", right, about)
    yield Judgement("story quotes: speaker found", right, about)
