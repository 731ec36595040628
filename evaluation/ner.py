"""Evaluate entities by strict spans, for the model alone and after type voting.

``python -m evaluation.ner --data FILE.jsonl [--model DIR]``

A mention is correct if its offsets and its type equal the gold's; GPE and FAC count as LOC. The articles run
through the project's own stages, from boilerplate detection to type voting.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nutgraf.model import EntityType
from nutgraf.nlp.encoder.token_classifier import TokenClassifier
from nutgraf.nlp.entity_resolution import numeric_entities
from nutgraf.nlp.figures import extract_figures
from nutgraf.nlp.ner.type_voting import resolve_types
from nutgraf.nlp.segmented_doc import segmented_doc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import TaggedSpan

MODEL = Path(__file__).parent.parent / "nutgraf/nlp/models/ner"
CORE_TYPES = ("PERSON", "LOC", "ORG")
PLACES = (EntityType.GPE, EntityType.FAC, EntityType.LOC)
ANY_DAY = datetime(2022, 6, 15, tzinfo=UTC)
Spans = set[tuple[str, int, int, str]]


class SpanCounts:
    """Number of gold, found and correct spans of each type."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.correct: Counter[str] = Counter()

    def add(self, gold: Spans, found: Spans) -> None:
        """Add the spans of one article."""
        self.gold.update(span[-1] for span in gold)
        self.found.update(span[-1] for span in found)
        self.correct.update(span[-1] for span in gold & found)

    def line(self, name: str, kinds: Iterable[str]) -> str:
        """Format precision, recall and F1 over some types as one line."""
        gold, found, correct = (sum(c[k] for k in kinds) for c in (self.gold, self.found, self.correct))
        precision, recall = correct / max(found, 1), correct / max(gold, 1)
        score = 2 * correct / max(gold + found, 1)
        return (
            f"  {name:8} P {precision:6.1%}  R {recall:6.1%}  F1 {score:6.1%}  ({gold} gold, {found} found)"
        )

    def report(self, title: str) -> str:
        """Format all scores under a title."""
        others = sorted(set(self.found) - set(CORE_TYPES))
        lines = [self.line(kind, [kind]) for kind in CORE_TYPES]
        return "\n".join(
            [title, *lines, self.line("three", CORE_TYPES), *(self.line(k, [k]) for k in others)]
        )


def spans_of(article: str, mentions: Iterable[TaggedSpan]) -> Spans:
    """Return the mentions of the text as comparable spans, with all places as LOC."""
    return {
        (article, m.start, m.end, "LOC" if m.type in PLACES else str(m.type))
        for m in mentions
        if m.field == "text"
    }


def numeric_mentions(article: str, doc: Doc) -> Spans:
    """Return the dates and sums that the figure rules find; relative dates are resolved from ``ANY_DAY``."""
    return {
        (article, f.start, f.end, numeric_entities.NUMERIC_TYPES[f.kind].value)
        for f in extract_figures(doc)
        if f.kind in numeric_entities.NUMERIC_TYPES
    }


def score_entities(data: Path, model: Path = MODEL) -> tuple[SpanCounts, SpanCounts]:
    """Count the spans of the model alone, and those after type voting and the figure rules.

    Args:
        data: JSON lines of ``{id, text, spans}``.
        model: folder of the model files.
    """
    encoder = TokenClassifier.load(model)
    raw, settled = SpanCounts(), SpanCounts()
    for line in data.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = segmented_doc(row["text"], published_at=ANY_DAY)
        mentions = encoder.encode(doc).mentions
        gold = gold_of(row)
        raw.add(gold, spans_of(row["id"], mentions))
        settled.add(
            gold,
            spans_of(row["id"], resolve_types(mentions, doc)) | numeric_mentions(row["id"], doc),
        )
    return raw, settled


def gold_of(row: dict[str, Any]) -> Spans:
    """Return the labelled spans of an article, with all places as LOC."""
    places = {"GPE": "LOC", "FAC": "LOC"}
    return {(row["id"], s["start"], s["end"], places.get(s["type"], s["type"])) for s in row["spans"]}


def main() -> None:
    """Print the scores of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="JSON lines of {id, text, spans}")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of the model files")
    options = parser.parse_args()
    raw, settled = score_entities(options.data, options.model)
    print(raw.report("model alone"))
    print(settled.report("after the article-wide pass"))


if __name__ == "__main__":
    main()
