"""Evaluate what stories claim on labelled events: ``python -m evaluation.story_claims [FOLDER] [--faults]``.

Prints a line for each measure, with a 95% bootstrap interval over events (1,000 draws), and a line for each
event. The events are invented and were written for tuning, so the scores are optimistic.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from evaluation.claims.coverage import judge_coverage
from evaluation.claims.figures import judge_figures
from evaluation.claims.judgement import Judgement, interval, rate_of, total
from evaluation.claims.quotes import judge_quotes
from evaluation.claims.summary import judge_summary
from evaluation.labelled_event_reader import EVENTS, read_events
from evaluation.labelled_events import LabelledEvent
from evaluation.span_check import AnalysisPipeline
from nutgraf import json_logging
from nutgraf.model import Document
from nutgraf.nlp.multi_document import IdfTable, compare_reports, report_of
from nutgraf.nlp.pipeline import SHIPPED_MODELS, Pipeline

COLUMNS = {
    "conflicting: precision": "conflicts",
    "conflicting: recall": "of",
    "superseded: precision": "superseded",
    "superseded: recall": "of",
    "figures: unmixed": "unmixed",
    "figures: state": "states",
    "said_by: says it in full or in part": "said_by",
    "said_by: recall of full": "of full",
    "only_in: nobody else says all of it": "only_in",
    "speakers: right of those named": "speakers",
    "speakers: found": "of",
    "summary: no superseded value": "summary",
}
"""Measures on the line of an event, with their short names."""


def judge_event(event: LabelledEvent, pipeline: AnalysisPipeline, idf: IdfTable) -> list[Judgement]:
    """Analyse and compare the reports of an event, and judge what the comparison claims."""
    analyses = {
        report.id: pipeline.analyse(Document(report.text, report.title, report.published_at))
        for report in event.reports
    }
    reports = [
        report_of(
            report.id, title=report.title, text=report.text, source=report.source,
            published_at=report.published_at, received_at=report.published_at, analysis=analyses[report.id],
        )
        for report in event.reports
    ]  # fmt: skip
    comparison = compare_reports(reports, idf)
    return [
        *judge_figures(event, comparison),
        *judge_coverage(event, comparison),
        *judge_quotes(event, comparison, analyses),
        *judge_summary(event, comparison),
    ]


def print_rates(judged: Sequence[Sequence[Judgement]]) -> None:
    """Print the rate of each measure over all events, and its interval."""
    measures = dict.fromkeys(judgement.measure for event in judged for judgement in event)
    for measure in sorted(measures):
        rates = [rate_of(event, measure) for event in judged]
        between = interval(rates)
        span = "" if between is None else " [{:.1f}, {:.1f}]".format(*between)
        print(f"{measure:42} {total(rates)}{span}")


def print_events(events: Sequence[LabelledEvent], judged: Sequence[Sequence[Judgement]]) -> None:
    """Print a line for each event."""
    for event, judgements in zip(events, judged, strict=True):
        parts = []
        for measure, name in COLUMNS.items():
            rate = rate_of(judgements, measure)
            parts.append(f"{name} {rate.right}/{rate.judged}")
        print(f"  {event.id}: {', '.join(parts)}")


def evaluate_story_claims(folder: Path, pipeline: AnalysisPipeline, *, faults: bool = False) -> None:
    """Print all rates, a line for each event, and each fault if wanted.

    Raises:
        LabelError: a labelled event has a fault.
    """
    idf = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
    events = read_events(folder)
    judged = [judge_event(event, pipeline, idf) for event in events]
    print_rates(judged)
    print_events(events, judged)
    if faults:
        for event, judgements in zip(events, judged, strict=True):
            for judgement in judgements:
                if not judgement.right:
                    print(f"{event.id} | {judgement.measure} | {judgement.about}")


def main() -> None:
    """Evaluate the committed events, or those of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=EVENTS)
    parser.add_argument("--faults", action="store_true", help="print each fault")
    arguments = parser.parse_args()
    json_logging.configure_logging("error")
    evaluate_story_claims(arguments.folder, Pipeline.load(), faults=arguments.faults)


if __name__ == "__main__":
    main()
