"""Evaluate what a comparison makes of two sentences: ``python -m evaluation.sentence_pairs [--faults]``.

Each pair of ``data/sentence_pairs.json`` is put into two reports that share nothing else. A pair of
statements holds if the comparison lists the second for the first no further than it may. A pair of figures
holds if the figures that have values of both show one of the right states, or if there are none where they
are apart. Prints a line for each kind, and each pair that does not hold if wanted.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from evaluation.span_check import AnalysisPipeline
from nutgraf import json_logging
from nutgraf.model import Document
from nutgraf.model.story import StoryComparison, SupportDegree
from nutgraf.nlp.multi_document import IdfTable, Report, compare_reports, report_of
from nutgraf.nlp.pipeline import SHIPPED_MODELS, Pipeline

PAIRS: Final = Path(__file__).parent / "data" / "sentence_pairs.json"

APART: Final = "apart"
"""No figure has values of both reports."""

_FRAMES: Final = (
    "Rain fell over the harbour all evening. {} Shopkeepers along the quay put sandbags before their doors.",
    "The radio played old songs for most of the night. {} A baker handed out free rolls to his neighbours.",
)
_START: Final = datetime(2026, 3, 2, 10, tzinfo=UTC)
_RANKS: Final = {"none": 0, SupportDegree.PARTLY.value: 1, SupportDegree.FULL.value: 2}


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Two sentences of two reports.

    Attributes:
        kind: what makes the pair hard.
        sentences: the two.
        hours: from the publication of the first to that of the second.
        right: the greatest degree of support, or the states that are right.
    """

    kind: str
    sentences: tuple[str, str]
    hours: float
    right: frozenset[str]


def read_pairs(path: Path = PAIRS) -> tuple[list[SentencePair], list[SentencePair]]:
    """Read the pairs of statements and those of figures.

    Raises:
        OSError: the file can't be read.
        ValueError: it is no JSON, or a row has not the fields that its list has.
    """
    data = json.loads(path.read_text("utf-8"))
    statements = [
        SentencePair(kind, (one, other), 0, frozenset({most}))
        for kind, one, other, most in data["statements"]
    ]
    figures = [
        SentencePair(kind, (one, other), hours, frozenset(states))
        for kind, one, other, hours, states in data["figures"]
    ]
    return statements, figures


def compare_pair(pair: SentencePair, pipeline: AnalysisPipeline, idf: IdfTable) -> StoryComparison:
    """Compare two reports that have one of the sentences each."""
    return compare_reports([_report(pair, number, pipeline) for number in (0, 1)], idf)


def _report(pair: SentencePair, number: int, pipeline: AnalysisPipeline) -> Report:
    text = _FRAMES[number].format(pair.sentences[number])
    published = _START + timedelta(hours=pair.hours * number)
    return report_of(
        str(number), title="", text=text, source=f"Outlet {number}", published_at=published,
        received_at=published, analysis=pipeline.analyse(Document(text, "", published)),
    )  # fmt: skip


def is_no_further_than(pair: SentencePair, comparison: StoryComparison) -> bool:
    """Return whether the second sentence is listed for the first at most as far as is right.

    A sentence of which another one states all is no statement of its own: then that one counts.
    """
    (most,) = pair.right
    first, second = (
        [statement for statement in comparison.coverage if sentence in statement.claim]
        for sentence in pair.sentences
    )
    listed = [support.degree for statement in first or second for support in statement.said_by[1:]]
    return max((_RANKS[degree.value] for degree in listed), default=0) <= _RANKS[most]


def shows_right_state(pair: SentencePair, comparison: StoryComparison) -> bool:
    """Return whether the figures with values of both reports show a right state, and no wrong one."""
    states = {
        figure.state.value
        for figure in comparison.figures
        if len({value.article_id for value in figure.values}) > 1
    }
    return (states or {APART}) <= pair.right


def evaluate_sentence_pairs(pipeline: AnalysisPipeline, *, faults: bool = False) -> None:
    """Print how many pairs of each kind hold, and those that do not if wanted."""
    idf = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
    for name, pairs, holds in zip(
        ("statements", "figures"), read_pairs(), (is_no_further_than, shows_right_state), strict=True
    ):
        tried = Counter(pair.kind for pair in pairs)
        failed = [pair for pair in pairs if not holds(pair, compare_pair(pair, pipeline, idf))]
        wrong = Counter(pair.kind for pair in failed)
        for kind, count in tried.items():
            print(f"{name}: {kind:22} {count - wrong[kind]}/{count}")
        print(f"{name}: {'all':22} {len(pairs) - len(failed)}/{len(pairs)}")
        if faults:
            for pair in failed:
                print(f"  {pair.kind} | {' | '.join(pair.sentences)} | {', '.join(sorted(pair.right))}")


def main() -> None:
    """Evaluate the committed pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", action="store_true", help="print each pair that does not hold")
    arguments = parser.parse_args()
    json_logging.configure_logging("error")
    evaluate_sentence_pairs(Pipeline.load(), faults=arguments.faults)


if __name__ == "__main__":
    main()
