"""Evaluate whether look-alike events stay apart, through the product's own code and a private Redis.

    python -m evaluation.lookalikes [FILE]

A file holds ``pairs`` of events of one kind (two floods, two trials) with several reports each, ``controls``
of one event, and ``round_ups`` that tell of two events. Each case arrives in two orders, alone in its window.
A pair is joined if an article of the one event shares a story with one of the other; a round-up joins if the
two reports of its events share one. ``evaluation/data/lookalikes.json`` is always measured, by its parts; its
note says which of them the thresholds were chosen on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any, Final

from evaluation.span_check import AnalysisPipeline
from evaluation.stories import IDF, redis_store
from nutgraf import json_logging
from nutgraf.codec import encode
from nutgraf.model import Document, Submission
from nutgraf.nlp.pipeline import Pipeline
from nutgraf.store import Claim, Store
from workers.stories.clustering import cluster_articles

COMMITTED: Final = Path(__file__).parent / "data" / "lookalikes.json"
HELD_OUT: Final = COMMITTED.with_name("lookalikes_test.json")
"""No threshold was chosen on it; one change of the rules had to leave its result as it was."""

Reports = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Case:
    """Reports by the events that they tell of.

    Attributes:
        id: its name.
        kind: "look-alikes joined", "controls together" or "round-ups joining".
        part: which half of the file it is in.
        events: the reports of each event.
        extra: reports that tell of all of them.
    """

    id: str
    kind: str
    part: str
    events: tuple[Reports, ...]
    extra: Reports

    def holds(self, stories: Sequence[str]) -> bool:
        """Return whether what the kind says is true of the stories of its reports, in their order."""
        if len(self.events) == 1:
            return len(set(stories)) == 1
        second = len(self.events[0])
        first, rest = stories[:second], stories[second : second + len(self.events[1])]
        return any(one == other for one, other in product(first, rest))


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the cases of a file."""
    data = json.loads(path.read_text("utf-8"))
    for pair in data["pairs"]:
        reports = tuple(event["reports"] for event in pair["events"])
        yield Case(pair["id"], "look-alikes joined", pair.get("part", ""), reports, [])
    for control in data["controls"]:
        yield Case(control["id"], "controls together", control.get("part", ""), (control["reports"],), [])
    for case in data.get("round_ups", []):
        reports = tuple([report] for report in case["reports"])
        yield Case(case["id"], "round-ups joining", case.get("part", ""), reports, [case["roundup"]])


def stories_of(case: Case, pipeline: AnalysisPipeline, store: Store, *, backwards: bool) -> list[str]:
    """Return the story of each report of a case after all have arrived in their order, or backwards."""
    reports = [report for event in (*case.events, case.extra) for report in event]
    tenant = f"{case.kind} {case.id} {backwards}"
    ids: dict[int, str] = {}
    for place in sorted(range(len(reports)), reverse=backwards):
        document = document_of(reports[place])
        ids[place] = store.articles.accept(Submission(tenant, document), None).id
        claim = store.articles.claim("evaluation")
        if isinstance(claim, Claim):
            analysis = pipeline.analyse(document)
            store.articles.commit(claim, encode(analysis), analysis.meaning, analysis.sentences)
        cluster_articles(tenant, store.stories, IDF)
    stored = store.stories.articles([ids[place] for place in range(len(reports))], tenant)
    return [article.story or article.id for article in stored if article is not None]


def document_of(report: dict[str, Any]) -> Document:
    """Return a report as it would be submitted."""
    moment = report.get("published_at")
    published_at = datetime.fromisoformat(moment).astimezone(UTC) if moment else None
    return Document(report["text"], report["title"], published_at)


def evaluate_lookalikes(path: Path, pipeline: AnalysisPipeline) -> None:
    """Print for each kind and part of a file how often it is true of its cases, over two orders."""
    counts: dict[tuple[str, str], list[bool]] = {}
    with redis_store(merge_pass=True) as store:
        for case in cases_of(path):
            found = [
                case.holds(stories_of(case, pipeline, store, backwards=order)) for order in (False, True)
            ]
            counts.setdefault((case.kind, case.part), []).extend(found)
            if any(found) != (len(case.events) == 1) or len(set(found)) > 1:
                print(f"  {case.kind}: {case.id}, {sum(found)} of {len(found)}")
    for (kind, part), found in counts.items():
        print(f"{path.name}, {part or 'all'}: {kind} {sum(found)} of {len(found)}")


def main() -> None:
    """Evaluate the committed look-alikes, and those of a file if one is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?")
    given = parser.parse_args().file
    json_logging.configure_logging("error")
    pipeline = Pipeline.load()
    for path in (COMMITTED, given) if given else (COMMITTED,):
        evaluate_lookalikes(path, pipeline)


if __name__ == "__main__":
    main()
