"""Judges the stories on the development data, through the product's own code and a private Redis.

    python -m evaluation.stories ../shared/data

Grouping: B-cubed (Bagga and Baldwin, ACL 1998) over the labelled articles, streamed in ten random orders,
with the false merges. Summaries: ROUGE against the editors' summaries, beside interleaved leads and LexRank.
The thresholds and weights of both were chosen on this very data; the judges' own data is kept apart.
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
from evaluation.span_check import ProvenPipeline
from nutgraf import json_logging
from nutgraf.codec import encode
from nutgraf.model import Analysis, Document, Submission
from nutgraf.nlp.multi_document import IdfTable, Report, report_of
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

Analyst = Pipeline | ProvenPipeline
SEEDS = range(1, 11)
BUDGETS = (100, 200)
SAME_WORDS = 0.5
IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)

Article = dict[str, Any]
Summariser = Callable[[Sequence[Report], int], list[str]]


def b_cubed(found: Sequence[str], wanted: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a clustering, from a label found and a label wanted for each item."""
    both = Counter(zip(found, wanted, strict=True))
    sizes, events = Counter(found), Counter(wanted)
    precision = statistics.fmean(both[f, w] / sizes[f] for f, w in zip(found, wanted, strict=True))
    recall = statistics.fmean(both[f, w] / events[w] for f, w in zip(found, wanted, strict=True))
    return precision, recall, 2 * precision * recall / (precision + recall)


@dataclass(frozen=True, slots=True)
class Course:
    """One way of streaming the articles: with embeddings or not, times or not, the merge pass or not."""

    name: str
    embedded: bool = True
    dated: bool = False
    passes: bool = True


COURSES = (
    Course("TF-IDF alone, no merge pass", embedded=False, passes=False),
    Course("half embedding, no merge pass", passes=False),
    Course("half embedding"),
    Course("half embedding, with times of publication", dated=True),
)


def stream(
    articles: Sequence[Article], analyses: Sequence[Analysis], store: Store, seed: int, course: Course
) -> list[str]:
    """The story that each article is put into when they arrive one by one in a random order."""
    order = list(range(len(articles)))
    random.Random(seed).shuffle(order)
    tenant = f"{course.name} {seed}"
    ids: dict[int, str] = {}
    for place in order:
        article, analysis = articles[place], analyses[place]
        published_at = datetime.fromisoformat(article["published_at"]).replace(tzinfo=UTC)
        document = Document(article["text"], article["title"], published_at if course.dated else None)
        ids[place] = store.articles.accept(Submission(tenant, document), None).id
        claim = store.articles.claim("evaluation")
        if isinstance(claim, Claim):
            meaning = analysis.meaning if course.embedded else b""
            store.articles.commit(claim, encode(analysis), meaning)
        cluster_articles(tenant, store.stories, IDF)
    stored = store.stories.articles([ids[place] for place in range(len(articles))], tenant)
    return [article.story or article.id for article in stored if article is not None]


@contextmanager
def redis_store(*, passes: bool) -> Iterator[Store]:
    """A store in a Redis of its own, which ends with it whatever happens.

    ``passes``: whether grown stories are compared again after each article, or never while this lasts.
    """
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        server = start_redis(Path(folder), port)
        try:
            settings = Settings(
                redis_url=f"redis://127.0.0.1:{port}/0", story_merge_seconds=0.0 if passes else 86_400.0
            )
            with closing(Store(settings)) as store:
                yield store
        finally:
            server.stop()


def evaluate_clustering(path: Path, pipeline: Analyst) -> None:
    """Print B-cubed for each order, its mean and spread, and which events were merged by mistake."""
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    analyses = [pipeline.analyse(Document(article["text"], article["title"])) for article in articles]
    wanted = [article["event"] for article in articles]
    for course in COURSES:
        print(course.name)
        scores = []
        merged: Counter[tuple[str, ...]] = Counter()
        with redis_store(passes=course.passes) as store:
            for seed in SEEDS:
                found = stream(articles, analyses, store, seed, course)
                scores.append(b_cubed(found, wanted))
                merged.update(false_merges(found, wanted))
                print("  order {:2d}: P {:.3f} R {:.3f} F {:.3f}".format(seed, *scores[-1]))
        for events, pairs in merged.most_common():
            print(f"  false merge, {pairs / len(SEEDS):.1f} pairs an order: {' + '.join(events)}")
        means = [statistics.fmean(part) for part in zip(*scores, strict=True)]
        spread = max(f for *_, f in scores) - min(f for *_, f in scores)
        print("  mean: P {:.3f} R {:.3f} F {:.3f}, spread of F {:.3f}".format(*means, spread))


def false_merges(found: Sequence[str], wanted: Sequence[str]) -> Counter[tuple[str, ...]]:
    """How many pairs of articles of two events stand in one story, by the two events."""
    return Counter(
        tuple(sorted((wanted[a], wanted[b])))
        for a, b in combinations(range(len(found)), 2)
        if found[a] == found[b] and wanted[a] != wanted[b]
    )


def clusters(path: Path, pipeline: Analyst) -> Iterator[tuple[list[Report], str]]:
    """The reports and the editor's summary of each cluster."""
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


def leads(reports: Sequence[Report], _: int) -> list[str]:
    """The first sentence of each report, then the second of each, and so on."""
    rows = zip_longest(*([report.slice(span) for span in report.prose()] for report in reports))
    return [sentence for row in rows for sentence in row if sentence]


def lexrank(reports: Sequence[Report], _: int) -> list[str]:
    """All sentences by LexRank, without those that repeat half of a better one's words."""
    texts = [line.text for line in report_sentences(reports)]
    matrix = tfidf_matrix([terms_of(text) for text in texts])
    scores = centrality(matrix, matrix.dot(matrix.centroid()))
    block = matrix.dense(np.arange(len(texts)))
    chosen: list[int] = []
    for row in np.argsort(-scores, kind="stable").tolist():
        if all(float(block[row] @ block[other]) <= SAME_WORDS for other in chosen):
            chosen.append(row)
    return [texts[row] for row in chosen]


def ours(reports: Sequence[Report], budget: int) -> list[str]:
    """The story's summary."""
    figures = compare_figures(reports, lambda article: article, IDF)
    lines = report_sentences(reports)

    def enough(chosen: Sequence[ReportSentence]) -> bool:
        return sum(len(line.text.split()) for line in chosen) >= budget

    alike = sentence_similarity(lines, stated_facts(figures, ()), IDF)
    worth = sentence_importance(lines, alike)
    return [sentence.text for sentence in summarize_reports(lines, alike, worth, figures, enough)]


def evaluate_story_summaries(path: Path, pipeline: Analyst) -> None:
    """Print ROUGE-1, -2, -L and their mean for each method and budget."""
    told = list(clusters(path, pipeline))
    methods: dict[str, Summariser] = {"interleaved leads": leads, "LexRank": lexrank, "story": ours}
    for budget in BUDGETS:
        for name, method in methods.items():
            scores = [
                rouge(" ".join(" ".join(method(reports, budget)).split()[:budget]), summary)
                for reports, summary in told
            ]
            r1, r2, rl = (statistics.fmean(part) for part in zip(*scores, strict=True))
            print(f"{budget} words, {name:18s} {r1:.1f} / {r2:.1f} / {rl:.1f}, mean {(r1 + r2 + rl) / 3:.2f}")


def main() -> None:
    """Judge both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    json_logging.configure_logging("error")
    pipeline = Pipeline.load()
    evaluate_clustering(data / "stories" / "dev.jsonl", pipeline)
    evaluate_story_summaries(data / "multi" / "dev.jsonl", pipeline)


if __name__ == "__main__":
    main()
