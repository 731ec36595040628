"""Claims of all sentences of a story, read once for all that compares them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from nutgraf.model.story import StoryEntity, StoryFigure
from nutgraf.nlp.multi_document.claims.claim_comparison import Comparer
from nutgraf.nlp.multi_document.claims.claim_model import ClaimModel, shipped_model
from nutgraf.nlp.multi_document.claims.claim_support import StoryClaims
from nutgraf.nlp.multi_document.claims.clause import NOTHING
from nutgraf.nlp.multi_document.claims.clause_reader import ClauseReader, EntityNames
from nutgraf.nlp.multi_document.claims.figure_ledger import FigureLedger, Origin
from nutgraf.nlp.multi_document.claims.sentence_claims import SentenceClaims, sentence_claims
from nutgraf.nlp.multi_document.claims.vocabulary import Vocabulary
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence, Similarity

_BACKGROUND: Final = 2.0
"""Sentences a report from which a concept is the story's background."""


def read_story_claims(  # noqa: PLR0913, PLR0917 - the parts of a story
    sentences: Sequence[ReportSentence],
    similarity: Similarity,
    figures: Sequence[StoryFigure],
    entities: Sequence[StoryEntity],
    origin: Origin,
    idf: IdfTable,
    model: ClaimModel | None = None,
) -> StoryClaims:
    """Return what each sentence claims, ready to be compared.

    Args:
        sentences: of all reports; those of a report stand together, in order.
        similarity: of each two, shape (sentences, sentences).
        figures: the story's figures, by which alone numbers are compared.
        entities: the story's entities, by which names of several reports are one.
        origin: gives the id of the article that an article reprints, or its own.
        idf: inverse document frequencies of words.
        model: decides whether a span states a claim; the shipped one by default.
    """
    ledger, vocabulary = FigureLedger(figures), Vocabulary(idf)
    names = entity_names(entities)
    claims: list[SentenceClaims] = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.report.id):
        own = list(group)
        reader, before = ClauseReader(own[0].report, names, ledger, vocabulary), NOTHING
        for sentence in own:
            claims.append(sentence_claims(reader.read(sentence.span), before))
            before = claims[-1].whole.people or before
    counts = Counter(concept for each in claims for concept in each.whole.concepts)
    reports = len({sentence.report.id for sentence in sentences})
    background = frozenset(concept for concept, count in counts.items() if count > _BACKGROUND * reports)
    comparer = Comparer(
        vocabulary.weights(counts, len(claims)),
        vocabulary.events(),
        vocabulary.opposites(),
        background,
        ledger,
        vocabulary.mutual(),
    )
    return StoryClaims(sentences, similarity, claims, comparer, origin, model or shipped_model())


def entity_names(entities: Sequence[StoryEntity]) -> EntityNames:
    """Return the name in the story and the type of each article's entities."""
    return {
        (seen.article_id, seen.entity_id): (entity.name, entity.type)
        for entity in entities
        for seen in entity.mentions
    }
