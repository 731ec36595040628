"""Evaluate every analysis: ``python -m evaluation.quality [FOLDER]`` (``make evaluate DATA=FOLDER``).

The folder holds labelled articles. Each part needs one file and is left out without it. The claims of stories
need no folder:

| file | what is measured |
| --- | --- |
| ``ner/dev.jsonl`` | entities by type, for the model alone and after type voting |
| ``summaries/dev.jsonl`` | summaries against leads of equal length; boilerplate left, words lost |
| ``stories/dev.jsonl`` | clustering of articles into stories |
| ``lookalikes.json`` | look-alike events, controls and round-ups, beside the committed ones |
| ``multi/dev.jsonl`` | summaries of stories |
| none | what stories claim, on the invented events of ``evaluation/data/events`` |
| every ``*.jsonl`` | spans of every text against the slices that they claim |
"""

from __future__ import annotations

import argparse
import json
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation import boilerplate, lookalikes, ner, sentence_pairs, stories, story_claims, summary
from evaluation.labelled_event_reader import EVENT_SETS
from evaluation.span_check import CheckedPipeline, documents_of
from nutgraf import json_logging
from nutgraf.nlp.pipeline import SHIPPED_MODELS, Pipeline
from nutgraf.nlp.span_validation import UnprovenSpanError
from nutgraf.nlp.summarization import extractive
from training.boilerplate import page_wordings
from training.summarization.labelled_articles import read_examples

if TYPE_CHECKING:
    from collections.abc import Callable

BUDGETS = {"3 sentences": None, "60 words": 60}


def evaluate_entities(data: Path) -> None:
    """Print precision, recall and F1 of each type."""
    raw, settled = ner.score_entities(data)
    print(raw.report("model alone"))
    print(settled.report("after the article-wide pass"))


def evaluate_summaries(data: Path) -> None:
    """Print ROUGE of the product and of the lead for each set, and the interval of the difference."""
    examples = read_examples(data)
    shipped = extractive.SentenceRanker.load(SHIPPED_MODELS / "summarization" / "weights.json")
    for label, words in BUDGETS.items():
        for name in sorted({example.set for example in examples}):
            rows = [place for place, example in enumerate(examples) if example.set == name]
            mine, leads = summary.compare_rouge([examples[row] for row in rows], [shipped] * len(rows), words)
            summary.print_comparison(f"{name}, {label}", mine, leads)


def evaluate_boilerplate(data: Path) -> None:
    """Print what remains of injected boilerplate, and what is lost of the articles."""
    articles = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    for wording in page_wordings.HELD_OUT:
        boilerplate.evaluate_injection(articles, wording, show=False)
    boilerplate.evaluate_own_sentences(articles, show=False)


def evaluate_spans(folder: Path, pipeline: CheckedPipeline) -> None:
    """Print how many spans were compared with their texts, and which differ."""
    for document in documents_of(folder):
        with suppress(UnprovenSpanError):  # it is among the failures
            pipeline.analyse(document)
    print(f"{pipeline.texts} texts, {pipeline.spans} spans, {len(pipeline.failures)} not as their slices say")
    for failure in pipeline.failures:
        print(f"  {failure}")


def main() -> None:
    """Evaluate the claims of stories, and every part that the folder has data for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", help="folder with the labelled articles")
    data: Path | None = parser.parse_args().data
    if data is not None and not data.is_dir():
        parser.error(f"there is no folder {data}")
    json_logging.configure_logging("error")
    pipeline = CheckedPipeline(Pipeline.load())
    parts: tuple[tuple[str, str, Callable[[Path], None]], ...] = (
        ("Entities", "ner/dev.jsonl", evaluate_entities),
        ("Summaries", "summaries/dev.jsonl", evaluate_summaries),
        ("Cleaning", "summaries/dev.jsonl", evaluate_boilerplate),
        ("Stories", "stories/dev.jsonl", lambda path: stories.evaluate_clustering(path, pipeline)),
        ("Look-alikes", "lookalikes.json", lambda path: lookalikes.evaluate_lookalikes(path, pipeline)),
        ("Summaries of stories", "multi/dev.jsonl",
         lambda path: stories.evaluate_story_summaries(path, pipeline)),
        ("Spans", ".", lambda folder: evaluate_spans(folder, pipeline)),
    )  # fmt: skip
    print("== Look-alikes, the committed ones", flush=True)
    for path in (lookalikes.COMMITTED, lookalikes.HELD_OUT):
        lookalikes.evaluate_lookalikes(path, pipeline)
    for folder, tuned in EVENT_SETS.items():
        print(f"\n== Claims of stories ({folder.name}: {tuned})", flush=True)
        story_claims.evaluate_story_claims(folder, pipeline)
    print("\n== Claims of stories (hard pairs of sentences)", flush=True)
    sentence_pairs.evaluate_sentence_pairs(pipeline)
    for title, name, measure in parts:
        began = time.monotonic()
        if data is not None and (data / name).exists():
            print(f"\n== {title} ({name})", flush=True)
            measure(data / name)
            print(f"({time.monotonic() - began:.0f} s)", flush=True)
        else:
            print(f"\n== {title}: left out, for {name} is not in the folder", flush=True)


if __name__ == "__main__":
    main()
