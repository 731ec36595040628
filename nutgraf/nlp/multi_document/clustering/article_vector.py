"""What an article is about, as numbers: weighted terms, rare names, its embedding and its time."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words

TERMS: Final = 150
"""Terms kept of an article; on the labelled stories 120 did as well as all."""

ANCHORS: Final = 24
"""Terms to look an article up by. On the labelled stories 16 lost a little recall and 32 gained nothing."""

RARE: Final = 4.0
"""The idf from which a word is rare: it stands in fewer than 7 of 360 articles."""

_LEAST: Final = 1.0
_INSIDE: Final = re.compile(r"(?<=[^\W\d_][ ,;:’'\-] )\w+|(?<=[^\W\d_] )\w+")


@dataclass(frozen=True, slots=True)
class ArticleVector:
    """One article in the space in which stories are found.

    Attributes:
        terms: the heaviest TF-IDF weights, of unit length together.
        names: rare words that are written as names, with one way in which they are written.
        meaning: the embedding in whole numbers; empty for a language that the model lacks.
        moment: when it was published, in milliseconds since 1970; None where time shall not count.
    """

    terms: dict[str, float]
    names: dict[str, str]
    meaning: tuple[int, ...] = ()
    moment: int | None = None

    def anchors(self) -> tuple[str, ...]:
        """The terms that weigh most, under which stories are looked up."""
        return tuple(heaviest_terms(self.terms, ANCHORS))


def vectorize_article(  # noqa: PLR0913 - an article has these parts
    title: str,
    sentences: Sequence[str],
    entities: Iterable[str],
    idf: IdfTable,
    meaning: tuple[int, ...] = (),
    *,
    headings: Sequence[str] = (),
    moment: datetime | None = None,
) -> ArticleVector:
    """Describe an article by its cleaned sentences; boilerplate makes strangers alike.

    Args:
        title: the headline, which counts twice.
        sentences: prose, without boilerplate.
        entities: the names that were found in it.
        idf: what weighs the terms.
        meaning: the article's embedding, or nothing.
        headings: subheadings; their capitals make no names.
        moment: when it was published.
    """
    counts = Counter(content_words(title) * 2)
    for sentence in (*sentences, *headings):
        counts.update(content_words(sentence))
    weights = {word: (1 + math.log(count)) * idf.of(word) for word, count in counts.items()}
    kept = {word: weights[word] for word in heaviest_terms(weights, TERMS) if weights[word] > _LEAST}
    since_1970 = None if moment is None else round(moment.timestamp() * 1000)
    return ArticleVector(unit(kept), _names(sentences, entities, idf), meaning, since_1970)


def heaviest_terms(weights: Mapping[str, float], count: int) -> list[str]:
    """The terms that weigh most; equal ones in alphabetical order, so that the result is always the same."""
    return sorted(weights, key=lambda term: (-weights[term], term))[:count]


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The same direction, of length one."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def _names(sentences: Sequence[str], entities: Iterable[str], idf: IdfTable) -> dict[str, str]:
    """Rare words of entities, and rare words with a capital inside a sentence (the model may miss a name)."""
    written = [word for sentence in sentences for word in _INSIDE.findall(sentence) if word[0].isupper()]
    written += [part for name in entities for part in name.split()]
    found: dict[str, str] = {}
    for surface in written:
        for word in content_words(surface):
            if idf.of(word) >= RARE and not word.isdigit():
                found.setdefault(word, surface.strip("\"'“”‘’.,;:()"))
    return found
