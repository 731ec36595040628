"""The vector of an article for clustering: weighted terms, rare names, its embedding and its time."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from nutgraf.model import Entity, EntityType, Figure
from nutgraf.nlp.multi_document.clustering.event_identity import NO_IDENTITY, EventIdentity, identity_of
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words

TERMS: Final = 150
"""Terms kept of an article; on the labelled stories 120 did as well as all."""

ANCHORS: Final = 24
"""Terms to look an article up by. On the labelled stories 16 lost a little recall and 32 gained nothing."""

RARE: Final = 4.0
"""The idf from which a word is rare: it stands in fewer than 7 of 360 articles."""

_LEAST_WEIGHT: Final = 1.0
_NO_NAMES: Final = frozenset({EntityType.DATE, EntityType.MONEY})
_INSIDE_SENTENCE: Final = re.compile(r"(?<=[^\W\d_][ ,;:’'\-] )\w+|(?<=[^\W\d_] )\w+")


@dataclass(frozen=True, slots=True)
class ArticleVector:
    """One article in the space in which stories are found.

    Attributes:
        terms: the heaviest TF-IDF weights, of unit length together.
        names: rare words that are written as names, with one way in which they are written; all rare words
            of a text in a script without capitals.
        meaning: the embedding in whole numbers; empty for a language that the model lacks.
        moment: the time of publication in milliseconds since 1970; None where time shall not count.
        identity: what else says which event it reports.
        gathered: whether it gathers several events by its headline, as a round-up and a live blog do.
    """

    terms: dict[str, float]
    names: dict[str, str]
    meaning: tuple[int, ...] = ()
    moment: int | None = None
    identity: EventIdentity = NO_IDENTITY
    gathered: bool = False

    def anchors(self) -> tuple[str, ...]:
        """Return the terms of the greatest weight, under which stories are looked up."""
        return tuple(heaviest_terms(self.terms, ANCHORS))


def vectorize_article(  # noqa: PLR0913 - an article has these parts
    title: str,
    sentences: Sequence[str],
    entities: Sequence[Entity],
    idf: IdfTable,
    meaning: tuple[int, ...] = (),
    *,
    figures: Sequence[Figure] = (),
    headings: Sequence[str] = (),
    moment: datetime | None = None,
    capitals_mark_names: bool = True,
    gathered: bool = False,
) -> ArticleVector:
    """Compute an article's vector from its text without boilerplate, which unrelated articles share.

    Args:
        title: the headline, which counts twice.
        sentences: prose, without boilerplate.
        entities: the entities that were found in it.
        idf: the weights of terms.
        meaning: the article's embedding, or nothing.
        figures: its figures.
        headings: subheadings; their capitals are no sign of names.
        moment: the time of publication.
        capitals_mark_names: whether a word with a capital inside a sentence is part of a name.
        gathered: whether its headline announces several events.
    """
    counts = Counter(content_words(title) * 2)
    for sentence in (*sentences, *headings):
        counts.update(content_words(sentence))
    weights = _tf_idf(counts, idf)
    kept = {word: weights[word] for word in heaviest_terms(weights, TERMS)}
    capitalised = _capitalised(sentences) if capitals_mark_names else []
    names = _rare_names(capitalised, entities, idf)
    since_1970 = None if moment is None else round(moment.timestamp() * 1000)
    if not names and _is_without_case(sentences):
        names = {word: word for word in kept if idf.of(word) >= RARE and not word.isdigit()}
    identity = identity_of(entities, figures, moment, idf)
    return ArticleVector(unit(kept), names, meaning, since_1970, identity, gathered)


def _tf_idf(counts: Mapping[str, int], idf: IdfTable) -> dict[str, float]:
    """Return the weights of words that are not too common to say anything."""
    # Most words stand once in an article, and looking up a table directly halves the time.
    table, unseen = idf.idf, idf.unseen
    weights = {
        word: table.get(word, unseen) * (1 + math.log(count) if count > 1 else 1.0)
        for word, count in counts.items()
    }
    return {word: weight for word, weight in weights.items() if weight > _LEAST_WEIGHT}


def heaviest_terms(weights: Mapping[str, float], count: int) -> list[str]:
    """Return the terms of the greatest weight; equal ones in alphabetical order, for a stable result."""
    return sorted(weights, key=lambda term: (-weights[term], term))[:count]


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """Return the vector of the same direction and of length one."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def _capitalised(sentences: Sequence[str]) -> list[str]:
    """Return the words with a capital inside sentences, for the names that the model missed."""
    return [
        word for sentence in sentences for word in _INSIDE_SENTENCE.findall(sentence) if word[0].isupper()
    ]


def _is_without_case(sentences: Sequence[str]) -> bool:
    return all(sentence.casefold() == sentence for sentence in sentences)


def _rare_names(capitalised: Sequence[str], entities: Sequence[Entity], idf: IdfTable) -> dict[str, str]:
    """Return the rare words among capitalised words and names, with one way in which each is written.

    Months and currencies are none, though they are written with a capital.
    """
    named = [part for entity in entities if entity.type not in _NO_NAMES for part in entity.name.split()]
    measures = {
        word for entity in entities if entity.type in _NO_NAMES for word in content_words(entity.name)
    }.difference(part.casefold() for part in named)
    names: dict[str, str] = {}
    for surface in dict.fromkeys([*capitalised, *named]):
        for word in content_words(surface):
            if idf.of(word) >= RARE and not word.isdigit() and word not in measures:
                names.setdefault(word, surface.strip("\"'“”‘’.,;:()"))
    return names
