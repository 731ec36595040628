"""Articles to measure on: the project's examples, and labelled articles of a folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from dev.stack import ROOT
from nutgraf.cli.http_client import Client
from nutgraf.model import Document

MAX_LABELLED = 40
UNIT_WORDS = 700


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its title, and an editor's summary or an empty string."""

    title: str
    text: str
    reference: str = ""

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())

    @property
    def document(self) -> Document:
        """Input of the pipeline."""
        return Document(self.text, self.title)


def examples() -> list[Article]:
    """Return the English examples of the project."""
    submitted = Client.examples(ROOT / "examples")
    return [
        Article(each.get("title") or "", each["text"])
        for each in submitted
        if "text" in each and each.get("language", "en") == "en"
    ]


def articles_with_reference(folder: Path) -> list[Article]:
    """Read articles with an editor's summary from ``summaries/dev.jsonl``; none if the file is missing."""
    path = folder / "summaries" / "dev.jsonl"
    if not path.is_file():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Article(row["title"], row["text"], row["summary"]) for row in rows[:MAX_LABELLED]]


def cpu_milliseconds(work: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """Return the CPU milliseconds that the work takes for 700 words, after one warm-up call."""
    work(articles[0])
    began = process_time()
    for article in articles:
        work(article)
    return (process_time() - began) * 1000 / sum(article.words for article in articles) * UNIT_WORDS
