"""News reports without boilerplate, as lists of sentences."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nutgraf.nlp.boilerplate import line_rules
from nutgraf.nlp.boilerplate.inline import split_inline_boilerplate
from nutgraf.nlp.boilerplate.lines import split_lines
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang import DEFAULT_LANGUAGE
from nutgraf.nlp.segmentation.sentence_splitter import split_sentences

NEWS: Final = "news"

_OTHER_CORPORA: Final = (
    ("gum_open", r"GUM_(?:news|interview|bio|speech|voyage)", 60),
    ("uner_ewt", r"newsgroup|weblog", 80),
    ("redocred", r"", 120),
)
"""Corpus, pattern of document names, number of documents. They hold first-person prose and questions."""

_MIN_SENTENCES: Final = 6
_MAX_SENTENCES: Final = 40
_MIN_STANDFIRST_CHARACTERS: Final = 30


@dataclass(frozen=True)
class CleanReport:
    """Sentences of one report. ``standfirst`` is the first sentence of its summary, or empty."""

    kind: str
    title: str
    sentences: tuple[str, ...]
    standfirst: str = ""


def read_reports(news: Path, corpora: Path) -> list[CleanReport]:
    """Read news reports, then documents of other corpora.

    Args:
        news: JSON lines of ``{text, title, summary}``.
        corpora: folder with ``{name}.jsonl.gz``, one sentence a line.
    """
    found = [_report(json.loads(line)) for line in news.read_text("utf-8").splitlines()]
    for name, pattern, count in _OTHER_CORPORA:
        found += _documents(corpora / f"{name}.jsonl.gz", pattern, count)
    return found


def _report(article: dict[str, str]) -> CleanReport:
    """Build a report without the sentences that a rule labels as boilerplate."""
    text, rules = article["text"], DEFAULT_LANGUAGE.boilerplate
    parts = tuple(
        part for line in split_lines(text) for part in split_inline_boilerplate(line, "body", rules.inline)
    )
    sentences = [
        " ".join(text[span.start : span.end].split())
        for span in split_sentences(
            Doc(text, language_code=DEFAULT_LANGUAGE.code, language=DEFAULT_LANGUAGE, lines=parts)
        )
    ]
    own = tuple(
        one
        for one in sentences
        if not any(line_rules.boilerplate_reason(line, rules) for line in split_lines(one))
    )
    standfirst = article["summary"].replace("\n", " ").split(". ")[0].rstrip(".") + "."
    return CleanReport(
        NEWS, article["title"], own, standfirst if len(standfirst) > _MIN_STANDFIRST_CHARACTERS else ""
    )


def _documents(path: Path, pattern: str, count: int) -> list[CleanReport]:
    documents: dict[str, list[str]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            documents[row["id"].rsplit("-", 1)[0]].append(
                " ".join(row["text"].replace(" n't", "n't").split())
            )
    names = [
        name
        for name, sentences in documents.items()
        if len(sentences) >= _MIN_SENTENCES and re.search(pattern, name)
    ]
    random.Random(3).shuffle(names)
    return [CleanReport(path.name, "", tuple(documents[name][:_MAX_SENTENCES])) for name in names[:count]]
