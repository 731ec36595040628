"""One quotation as each outlet cut it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import Quote
from nutgraf.model.story import QuoteVariant, StoryQuote
from nutgraf.nlp.multi_document.clustering.idf import content_words
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.multi_document.union_find import DisjointSets

SHARED_RUN: Final = 3
"""Words of a run that two cuts must share."""

MIN_CUT: Final = 0.6
"""The share of the shorter cut's runs that stand in the longer one; outlets change a word here and there."""

_ATTRIBUTION: Final = 200
"""Characters between two halves of an utterance that an attribution may take."""

_SENTENCE: Final = 4
_MARKS: Final = " \"'“”‘’«»"

Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Cut:
    report: Report
    quote: Quote
    speaker: str | None
    runs: Runs


def match_quotes(reports: Sequence[Report], names: Mapping[tuple[str, str], str]) -> tuple[StoryQuote, ...]:
    """The quotations of all reports, those in most articles first.

    Args:
        reports: in order of publication.
        names: what the entity of an article (article id, entity id) is called in the story.
    """
    cuts = [_cut(report, quote, names) for report in reports for quote in report.analysis.quotes]
    links = DisjointSets(len(cuts))
    for one, other in _candidates(cuts):
        if _same(cuts[one], cuts[other]):
            links.join(one, other)
    for place in range(len(cuts) - 1):
        if _continued(cuts[place], cuts[place + 1]):
            links.join(place, place + 1)
    found = [_quotation([cuts[place] for place in group]) for group in links.groups()]
    return tuple(sorted(found, key=lambda quote: -len({cut.article_id for cut in quote.articles})))


def _cut(report: Report, quote: Quote, names: Mapping[tuple[str, str], str]) -> _Cut:
    said = content_words(quote.text)
    runs = frozenset(tuple(said[i : i + SHARED_RUN]) for i in range(max(1, len(said) - SHARED_RUN + 1)))
    name = None
    if quote.speaker is not None:
        name = names.get((report.id, quote.speaker.entity_id or ""), quote.speaker.name)
    return _Cut(report, quote, name, runs)


def _candidates(cuts: Sequence[_Cut]) -> Iterable[tuple[int, int]]:
    """Pairs that share a run."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, cut in enumerate(cuts):
        for run in cut.runs:
            places[run].append(place)
    return sorted({(a, b) for found in places.values() for a in found for b in found if a < b})


def _same(one: _Cut, other: _Cut) -> bool:
    """Whether two cuts have one utterance. One word in marks proves nothing without its speaker."""
    shorter = min(len(one.runs), len(other.runs))
    if not shorter or len(one.runs & other.runs) < MIN_CUT * shorter:
        return False
    tiny = min(len(content_words(cut.quote.text)) for cut in (one, other)) == 1
    return not tiny or one.speaker == other.speaker


def _continued(one: _Cut, other: _Cut) -> bool:
    """Whether an article goes on with an utterance after saying whose it is."""
    if one.report.id != other.report.id or (other.speaker and one.speaker != other.speaker):
        return False
    between = one.report.doc.text[one.quote.end : other.quote.start]
    shorter = min(len(content_words(cut.quote.text)) for cut in (one, other))
    pause = between.rstrip(_MARKS)[-1:] in (".", ",", ":", "!", "?")
    near = 0 < len(between) <= _ATTRIBUTION and "\n" not in between
    return near and pause and shorter >= _SENTENCE and one.speaker is not None


def _quotation(cuts: Sequence[_Cut]) -> StoryQuote:
    ordered = sorted(cuts, key=lambda cut: (cut.report.moment, cut.report.id, cut.quote.start))
    by_article: dict[str, list[str]] = defaultdict(list)
    for cut in ordered:
        by_article[cut.report.id].append(cut.quote.text)
    speakers = Counter(cut.speaker for cut in ordered if cut.speaker)
    return StoryQuote(
        text=max((" ".join(parts) for parts in by_article.values()), key=len),
        speaker=min(speakers, key=lambda name: (-speakers[name], name), default=None),
        articles=tuple(
            QuoteVariant(cut.report.id, cut.quote.text, cut.quote.start, cut.quote.end) for cut in ordered
        ),
    )
