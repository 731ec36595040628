"""Salience of entities: how much an article is about each, from 0 to 1."""

from __future__ import annotations

import bisect
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.entity_resolution.other_names import MentionCluster
    from nutgraf.nlp.spans import SentenceSpan, TaggedSpan

COUNT, POSITION, TITLE, SUMMARY = 0.4, 0.25, 0.15, 0.2


def saliences(groups: Sequence[MentionCluster], length: int, summary: Sequence[SentenceSpan]) -> list[float]:
    """Return the salience of each group of mentions.

    ``0.4 * log(1 + count) / log(1 + highest count) + 0.25 * (1 - first offset / length of the text)
    + 0.15 * (named in the title) + 0.2 * (share of the summary's sentences that name it)``

    Frequency, earliness and place are the usual features of salience (Dunietz and Gillick, EACL 2014).

    Args:
        groups: the mentions of each entity.
        length: of the text, in code points.
        summary: the sentences of the summary.
    """
    highest = max((len(group.members) for group in groups), default=1)
    return [_salience([m for m, _ in group.members], highest, max(length, 1), summary) for group in groups]


def _salience(
    mentions: Sequence[TaggedSpan], highest: int, length: int, summary: Sequence[SentenceSpan]
) -> float:
    starts = sorted(mention.start for mention in mentions if mention.field == "text")
    titled = any(mention.field == "title" for mention in mentions)
    first = 0 if titled or not starts else starts[0]
    hits = sum(_holds(sentence, starts) for sentence in summary)
    score = (
        COUNT * math.log1p(len(mentions)) / math.log1p(highest)
        + POSITION * (1 - first / length)
        + TITLE * titled
        + SUMMARY * hits / max(len(summary), 1)
    )
    return round(min(max(score, 0.0), 1.0), 4)


def _holds(sentence: SentenceSpan, starts: Sequence[int]) -> bool:
    place = bisect.bisect_left(starts, sentence.start)
    return place < len(starts) and starts[place] < sentence.end
