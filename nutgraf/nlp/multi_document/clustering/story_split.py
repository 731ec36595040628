"""Split of a story that turns out to be two events or more.

The first reports of an event say little, and one article that tells of two events may have joined them. When
a story has grown, its articles are compared pair by pair. Those that agree most are put together first
(average linkage), and groups that contradict each other come apart.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from functools import reduce
from itertools import combinations, product
from typing import Final

from nutgraf.nlp.multi_document.clustering.article_vector import ArticleVector
from nutgraf.nlp.multi_document.clustering.centroid import Centroid, centroid_of, merged_centroid
from nutgraf.nlp.multi_document.clustering.event_agreement import event_agreement
from nutgraf.nlp.multi_document.clustering.online_clustering import should_merge

KEPT: Final = -0.1
KEPT_ALONE: Final = -0.2
"""The mean agreement of two groups from which they stay one story; that of a group and a lone article.

Articles join by more than nothing, but only a contradiction parts them: a story does not come apart and
together again, nor because a report says little.
"""

MOST_COMPARED: Final = 48
"""Articles that are compared with one another; each further one stays with those that it agrees with most."""

Group = tuple[int, ...]


def split_story(articles: Sequence[ArticleVector], window_ms: float = math.inf) -> tuple[Group, ...]:
    """Return the places of a story's articles by the events that they report; one group if it is one event.

    ``should_merge`` holds for no two of the groups.

    Args:
        articles: the vectors of the story's articles, in any order.
        window_ms: the time window of a story in milliseconds.
    """
    story = _Story([centroid_of(article) for article in articles])
    order = sorted(range(len(articles)), key=lambda place: (articles[place].moment or 0, place))
    compared = order[:: max(1, math.ceil(len(order) / MOST_COMPARED))]
    kernels = _linked(story, [(place,) for place in sorted(compared)])
    groups = {kernel: list(kernel) for kernel in kernels}
    for place in sorted(set(order).difference(compared)):
        groups[max(kernels, key=lambda kernel: story.agreement((place,), kernel))].append(place)
    return _stable(story, [tuple(sorted(group)) for group in groups.values()], window_ms)


class _Story:
    """The articles of a story, with the agreement of those that have been compared."""

    def __init__(self, articles: Sequence[Centroid]) -> None:
        self._articles = articles
        self._names = [article.name_weights() for article in articles]
        self._pairs: dict[tuple[int, int], float] = {}

    def agreement(self, left: Group, right: Group) -> float:
        """Return the mean agreement of an article of the one group and an article of the other."""
        return statistics.fmean(self._agreement(one, other) for one, other in product(left, right))

    def whole(self, group: Group) -> Centroid:
        """Return the centroid of a group."""
        return reduce(merged_centroid, [self._articles[place] for place in group])

    def _agreement(self, one: int, other: int) -> float:
        pair = (min(one, other), max(one, other))
        if pair not in self._pairs:
            left, right = (self._articles[place].identity for place in pair)
            names = [self._names[place] for place in pair]
            self._pairs[pair] = event_agreement(left, names[0], right, names[1]).balance
        return self._pairs[pair]


def _linked(story: _Story, groups: list[Group]) -> list[Group]:
    """Merge the two groups that agree most, as long as any two agree enough to stay together."""
    agreed = {pair: story.agreement(*pair) for pair in combinations(groups, 2)}
    while enough := {pair: found for pair, found in agreed.items() if found >= _least(*pair)}:
        one, other = max(enough, key=lambda pair: (enough[pair], pair))
        merged = tuple(sorted(one + other))
        agreed = {pair: found for pair, found in agreed.items() if not {one, other} & {*pair}}
        groups = [group for group in groups if group not in (one, other)]
        agreed |= {(group, merged): story.agreement(group, merged) for group in groups}
        groups.append(merged)
    return sorted(groups)


def _least(one: Group, other: Group) -> float:
    return KEPT_ALONE if 1 in (len(one), len(other)) else KEPT


def _stable(story: _Story, groups: list[Group], window_ms: float) -> tuple[Group, ...]:
    """Merge the groups that would be merged anyhow when they meet as stories."""
    wholes = {group: story.whole(group) for group in groups}
    while True:
        pair = next(
            (
                (one, other)
                for one, other in combinations(sorted(wholes), 2)
                if should_merge(wholes[one], wholes[other], window_ms)
            ),
            None,
        )
        if pair is None:
            return tuple(sorted(wholes))
        for group in pair:
            del wholes[group]
        merged = tuple(sorted(pair[0] + pair[1]))
        wholes[merged] = story.whole(merged)
