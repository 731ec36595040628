"""The articles that are measured on: the project's own examples, and those of a folder if there is one."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from dev.stack import ROOT
from nutgraf.cli.http_client import Client
from nutgraf.model import Document

MOST_OF_FOLDER = 40
UNIT_WORDS = 700


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its title, and an editor's summary where there is one."""

    title: str
    text: str
    reference: str = ""

    @property
    def words(self) -> int:
        """How long it is."""
        return len(self.text.split())

    @property
    def document(self) -> Document:
        """As the pipeline reads it."""
        return Document(self.text, self.title)


def examples() -> list[Article]:
    """The English ones of the project's own."""
    handed_in = Client.examples(ROOT / "examples")
    return [
        Article(each.get("title") or "", each["text"])
        for each in handed_in
        if "text" in each and each.get("language", "en") == "en"
    ]


def referenced(folder: Path) -> list[Article]:
    """Articles with an editor's summary, from ``summaries/dev.jsonl``; none where the file is missing."""
    path = folder / "summaries" / "dev.jsonl"
    if not path.is_file():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Article(row["title"], row["text"], row["summary"]) for row in rows[:MOST_OF_FOLDER]]


def milliseconds(work: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """CPU time that the work takes for 700 words; every article is read once for warmth before."""
    work(articles[0])
    began = process_time()
    for article in articles:
        work(article)
    return (process_time() - began) * 1000 / sum(article.words for article in articles) * UNIT_WORDS
