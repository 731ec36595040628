"""Evaluate stories on development data, through the product's own code and a private Redis.

    python -m evaluation.stories FOLDER

Clustering: B-cubed (Bagga and Baldwin, 1998) over labelled articles that arrive in ten random orders, with
the false merges. Summaries: ROUGE against editors' summaries, beside interleaved leads and LexRank. The
thresholds and weights of both were chosen on this data, so the scores are optimistic.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations, zip_longest
from pathlib import Path
from typing import Any

import numpy as np

from dev.processes import free_port
from dev.redis_server import start_redis
from evaluation.rouge import rouge
from evaluation.span_check import AnalysisPipeline
from nutgraf import json_logging
from nutgraf.codec import encode
from nutgraf.model import Analysis, Document, Submission
from nutgraf.nlp.multi_document import IdfTable, Report, report_of
from nutgraf.nlp.multi_document.entities.entity_resolution import merge_entities
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from nutgraf.nlp.multi_document.summary.multi_document_summary import sentence_importance, summarize_reports
from nutgraf.nlp.multi_document.summary.sentence_similarity import (
    ReportSentence,
    report_sentences,
    sentence_similarity,
    stated_facts,
)
from nutgraf.nlp.pipeline import SHIPPED_MODELS, Pipeline
from nutgraf.nlp.summarization.lexrank import centrality
from nutgraf.nlp.summarization.tfidf import terms_of, tfidf_matrix
from nutgraf.settings import Settings
from nutgraf.store import Claim, Store
from workers.stories.clustering import cluster_articles

SEEDS = range(1, 11)
BUDGETS = (100, 200)
MAX_SIMILARITY = 0.5
IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)

Article = dict[str, Any]
Summariser = Callable[[Sequence[Report], int], list[str]]


def b_cubed(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of a clustering (Bagga and Baldwin 1998).

    Args:
        found: cluster of each item.
        gold: labelled cluster of each item.
    """
    both = Counter(zip(found, gold, strict=True))
    sizes, events = Counter(found), Counter(gold)
    precision = statistics.fmean(both[f, g] / sizes[f] for f, g in zip(found, gold, strict=True))
    recall = statistics.fmean(both[f, g] / events[g] for f, g in zip(found, gold, strict=True))
    return precision, recall, 2 * precision * recall / (precision + recall)


@dataclass(frozen=True, slots=True)
class Condition:
    """One way of clustering the articles: with or without embeddings, times and the merge pass."""

    name: str
    embedded: bool = True
    dated: bool = False
    merge_pass: bool = True


CONDITIONS = (
    Condition("TF-IDF alone, no merge pass", embedded=False, merge_pass=False),
    Condition("half embedding, no merge pass", merge_pass=False),
    Condition("half embedding"),
    Condition("half embedding, with times of publication", dated=True),
)


def assign_stories(
    articles: Sequence[Article], analyses: Sequence[Analysis], store: Store, seed: int, condition: Condition
) -> list[str]:
    """Return the story of each article after all have arrived one by one in a random order."""
    order = list(range(len(articles)))
    random.Random(seed).shuffle(order)
    tenant = f"{condition.name} {seed}"
    ids: dict[int, str] = {}
    for place in order:
        article, analysis = articles[place], analyses[place]
        published_at = datetime.fromisoformat(article["published_at"]).replace(tzinfo=UTC)
        document = Document(article["text"], article["title"], published_at if condition.dated else None)
        ids[place] = store.articles.accept(Submission(tenant, document), None).id
        claim = store.articles.claim("evaluation")
        if isinstance(claim, Claim):
            meaning = analysis.meaning if condition.embedded else b""
            store.articles.commit(claim, encode(analysis), meaning)
        cluster_articles(tenant, store.stories, IDF)
    stored = store.stories.articles([ids[place] for place in range(len(articles))], tenant)
    return [article.story or article.id for article in stored if article is not None]


@contextmanager
def redis_store(*, merge_pass: bool) -> Iterator[Store]:
    """Yield a store in a Redis of its own, and stop that Redis afterwards.

    Args:
        merge_pass: compare grown stories again after each article; otherwise never.
    """
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        server = start_redis(Path(folder), port)
        try:
            settings = Settings(
                redis_url=f"redis://127.0.0.1:{port}/0", story_merge_seconds=0.0 if merge_pass else 86_400.0
            )
            with closing(Store(settings)) as store:
                yield store
        finally:
            server.stop()


def evaluate_clustering(path: Path, pipeline: AnalysisPipeline) -> None:
    """Print B-cubed for each order, its mean and spread, and the events that were merged by mistake."""
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    analyses = [pipeline.analyse(Document(article["text"], article["title"])) for article in articles]
    gold = [article["event"] for article in articles]
    for condition in CONDITIONS:
        print(condition.name)
        scores = []
        merged: Counter[tuple[str, ...]] = Counter()
        with redis_store(merge_pass=condition.merge_pass) as store:
            for seed in SEEDS:
                found = assign_stories(articles, analyses, store, seed, condition)
                scores.append(b_cubed(found, gold))
                merged.update(false_merges(found, gold))
                print("  order {:2d}: P {:.3f} R {:.3f} F {:.3f}".format(seed, *scores[-1]))
        for events, pairs in merged.most_common():
            print(f"  false merge, {pairs / len(SEEDS):.1f} pairs an order: {' + '.join(events)}")
        means = [statistics.fmean(part) for part in zip(*scores, strict=True)]
        spread = max(f for *_, f in scores) - min(f for *_, f in scores)
        print("  mean: P {:.3f} R {:.3f} F {:.3f}, spread of F {:.3f}".format(*means, spread))


def false_merges(found: Sequence[str], gold: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Count the pairs of articles of different events that share a story, by the two events."""
    return Counter(
        tuple(sorted((gold[a], gold[b])))
        for a, b in combinations(range(len(found)), 2)
        if found[a] == found[b] and gold[a] != gold[b]
    )


def clusters(path: Path, pipeline: AnalysisPipeline) -> Iterator[tuple[list[Report], str]]:
    """Yield the reports and the editor's summary of each cluster."""
    for line in path.read_text("utf-8").splitlines():
        cluster = json.loads(line)
        reports = [
            report_of(
                str(place), title="", text=text, source=None, published_at=None, received_at=MOMENT,
                analysis=pipeline.analyse(Document(text)),
            )
            for place, text in enumerate(cluster["texts"])
        ]  # fmt: skip
        yield reports, cluster["summary"]


def interleaved_leads(reports: Sequence[Report], _: int) -> list[str]:
    """Return the first sentence of each report, then the second of each, and so on."""
    rows = zip_longest(*([report.slice(span) for span in report.prose()] for report in reports))
    return [sentence for row in rows for sentence in row if sentence]


def lexrank(reports: Sequence[Report], _: int) -> list[str]:
    """Return all sentences by LexRank (Erkan and Radev 2004), without those too similar to a better one."""
    texts = [line.text for line in report_sentences(reports)]
    matrix = tfidf_matrix([terms_of(text) for text in texts])
    scores = centrality(matrix, matrix.dot(matrix.centroid()))
    block = matrix.dense(np.arange(len(texts)))
    chosen: list[int] = []
    for row in np.argsort(-scores, kind="stable").tolist():
        if all(float(block[row] @ block[other]) <= MAX_SIMILARITY for other in chosen):
            chosen.append(row)
    return [texts[row] for row in chosen]


def story_summary(reports: Sequence[Report], budget: int) -> list[str]:
    """Return the product's summary of a story, with at least ``budget`` words where there are so many."""
    figures = compare_figures(reports, lambda article: article, IDF)
    lines = report_sentences(reports)

    def enough(chosen: Sequence[ReportSentence]) -> bool:
        return sum(len(line.text.split()) for line in chosen) >= budget

    similarity = sentence_similarity(lines, stated_facts(figures, ()), IDF)
    importance = sentence_importance(lines, similarity)
    entities = merge_entities(reports)
    story = summarize_reports(lines, similarity, importance, figures, entities, IDF, enough)
    return [sentence.text for sentence in story]


def evaluate_story_summaries(path: Path, pipeline: AnalysisPipeline) -> None:
    """Print ROUGE-1, -2, -L and their mean for each method and budget."""
    labelled = list(clusters(path, pipeline))
    methods: dict[str, Summariser] = {
        "interleaved leads": interleaved_leads,
        "LexRank": lexrank,
        "story": story_summary,
    }
    for budget in BUDGETS:
        for name, method in methods.items():
            scores = [
                rouge(" ".join(" ".join(method(reports, budget)).split()[:budget]), summary)
                for reports, summary in labelled
            ]
            r1, r2, rl = (statistics.fmean(part) for part in zip(*scores, strict=True))
            print(f"{budget} words, {name:18s} {r1:.1f} / {r2:.1f} / {rl:.1f}, mean {(r1 + r2 + rl) / 3:.2f}")


def main() -> None:
    """Evaluate clustering and summaries."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    json_logging.configure_logging("error")
    pipeline = Pipeline.load()
    evaluate_clustering(data / "stories" / "dev.jsonl", pipeline)
    evaluate_story_summaries(data / "multi" / "dev.jsonl", pipeline)


if __name__ == "__main__":
    main()
