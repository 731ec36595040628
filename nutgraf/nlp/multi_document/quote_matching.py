"""Matching of quotations across reports: one utterance, of which each outlet prints another excerpt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import Quote, Speaker
from nutgraf.model.story import QuoteVariant, StoryQuote
from nutgraf.nlp.multi_document.clustering.idf import content_words
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.multi_document.union_find import DisjointSets

SHARED_RUN: Final = 3
"""Words of a run that two excerpts must share."""

MIN_SHARED: Final = 0.6
"""The share of the shorter excerpt's runs that the longer one has; outlets change a word here and there."""

_LONGEST_ATTRIBUTION: Final = 200
"""Characters between two halves of an utterance that an attribution may take."""

_LEAST_WORDS: Final = 4
"""Words of an excerpt that may be half of an utterance."""

_COMMON_PHRASE: Final = 5
"""Words up to which an excerpt may be a phrase that two people use without quoting one another."""

_MARKS: Final = " \"'“”‘’«»"
_PAUSES: Final = (".", ",", ":", "!", "?")

Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """A quotation of one report with the runs of its words.

    Attributes:
        report: the report.
        quote: the quotation.
        speakers: the names in the story of those who say it; none where the report does not tell.
        words: the number of words.
        runs: every run of ``SHARED_RUN`` words; all words if there are fewer.
    """

    report: Report
    quote: Quote
    speakers: tuple[str, ...]
    words: int
    runs: Runs


def match_quotes(reports: Sequence[Report], names: Mapping[tuple[str, str], str]) -> tuple[StoryQuote, ...]:
    """Return the quotations of all reports, those in most articles first.

    Args:
        reports: in order of publication.
        names: the name in the story of an article's entity, by the ids of article and entity.
    """
    excerpts = [_excerpt(report, quote, names) for report in reports for quote in report.analysis.quotes]
    links = DisjointSets(len(excerpts))
    for one, other in _candidates(excerpts):
        if _is_same_utterance(excerpts[one], excerpts[other]):
            links.join(one, other)
    for place in range(len(excerpts) - 1):
        if _is_continued(excerpts[place], excerpts[place + 1]):
            links.join(place, place + 1)
    quotes = [_story_quote([excerpts[place] for place in group]) for group in links.groups()]
    return tuple(sorted(quotes, key=lambda quote: -len({variant.article_id for variant in quote.articles})))


def _excerpt(report: Report, quote: Quote, names: Mapping[tuple[str, str], str]) -> _Excerpt:
    words = content_words(quote.text)
    runs = frozenset(tuple(words[i : i + SHARED_RUN]) for i in range(max(1, len(words) - SHARED_RUN + 1)))
    speakers = tuple(names.get((report.id, one.entity_id or ""), one.name) for one in _speakers_of(quote))
    return _Excerpt(report, quote, speakers, len(words), runs)


def _speakers_of(quote: Quote) -> tuple[Speaker, ...]:
    """Return who says a quotation; analyses of release 1.0 name the only speaker alone."""
    return quote.speakers or (() if quote.speaker is None else (quote.speaker,))


def _candidates(excerpts: Sequence[_Excerpt]) -> Iterable[tuple[int, int]]:
    """Return the pairs of places whose excerpts share a run."""
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, excerpt in enumerate(excerpts):
        for run in excerpt.runs:
            by_run[run].append(place)
    return sorted({(a, b) for places in by_run.values() for a in places for b in places if a < b})


def _is_same_utterance(one: _Excerpt, other: _Excerpt) -> bool:
    """Whether two excerpts are of one utterance.

    A single word proves nothing without its speaker, and a short phrase nothing against two speakers.
    """
    shorter = min(len(one.runs), len(other.runs))
    if not shorter or len(one.runs & other.runs) < MIN_SHARED * shorter:
        return False
    words = min(one.words, other.words)
    if words <= _COMMON_PHRASE and one.speakers and other.speakers:
        return bool(set(one.speakers) & set(other.speakers))
    return words != 1 or one.speakers == other.speakers


def _is_continued(one: _Excerpt, other: _Excerpt) -> bool:
    """Whether an article continues an utterance after its attribution.

    Without a speaker it may be anybody's: the article names one wherever the text lets it.
    """
    if one.report.id != other.report.id or not one.speakers or one.speakers != other.speakers:
        return False
    between = one.report.doc.text[one.quote.end : other.quote.start]
    paused = between.rstrip(_MARKS)[-1:] in _PAUSES
    near = 0 < len(between) <= _LONGEST_ATTRIBUTION and "\n" not in between
    return near and paused and min(one.words, other.words) >= _LEAST_WORDS


def _story_quote(excerpts: Sequence[_Excerpt]) -> StoryQuote:
    ordered = sorted(excerpts, key=lambda each: (each.report.moment, each.report.id, each.quote.start))
    fullest = max(ordered, key=lambda each: len(each.quote.text))
    speakers = _agreed_speakers(ordered)
    return StoryQuote(
        text=fullest.quote.text,
        article_id=fullest.report.id,
        start=fullest.quote.start,
        end=fullest.quote.end,
        speaker=speakers[0] if len(speakers) == 1 else None,
        speakers=speakers,
        articles=tuple(
            QuoteVariant(each.report.id, each.quote.text, each.quote.start, each.quote.end)
            for each in ordered
        ),
    )


def _agreed_speakers(excerpts: Sequence[_Excerpt]) -> tuple[str, ...]:
    """Return the speakers that most articles give; none where as many give others.

    An article that gives a surname alone gives whom another one gives in full.
    """
    given = {(each.report.id, each.speakers) for each in excerpts if each.speakers}
    full = {speakers for _, speakers in given}
    # A surname that is an entity of the story by itself was kept apart from every full name.
    apart = {each.speakers for each in excerpts if any(one.entity_id for one in _speakers_of(each.quote))}
    votes = Counter(speakers if speakers in apart else _in_full(speakers, full) for _, speakers in given)
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return ()
    return best[0][0]


def _in_full(speakers: tuple[str, ...], others: set[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the only other speaker whose name ends in a bare surname; else the speakers themselves."""
    if len(speakers) != 1 or " " in speakers[0]:
        return speakers
    fuller = [other for other in others if len(other) == 1 and other[0].endswith(f" {speakers[0]}")]
    return fuller[0] if len(fuller) == 1 else speakers
