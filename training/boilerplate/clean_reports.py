"""Reports without boilerplate, as lists of sentences."""

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

_OTHERS: Final = (
    ("gum_open", r"GUM_(?:news|interview|bio|speech|voyage)", 60),
    ("uner_ewt", r"newsgroup|weblog", 80),
    ("redocred", r"", 120),
)
"""Corpus, which of its documents, how many: prose that speaks in the first person, asks, or defines."""

_SHORTEST: Final = 6
_LONGEST: Final = 40
_STANDFIRST_CHARACTERS: Final = 30


@dataclass(frozen=True)
class Report:
    """The sentences of one article; ``standfirst`` sums it up, where somebody has done so."""

    kind: str
    title: str
    sentences: tuple[str, ...]
    standfirst: str = ""


def read(news: Path, corpora: Path) -> list[Report]:
    """News articles of ``{text, title, summary}``, then documents of other corpora in ``corpora``."""
    found = [_report(json.loads(line)) for line in news.read_text("utf-8").splitlines()]
    for name, wanted, most in _OTHERS:
        found += _documents(corpora / f"{name}.jsonl.gz", wanted, most)
    return found


def _report(article: dict[str, str]) -> Report:
    """Sentences that a rule knows as boilerplate are left out: articles come with some."""
    text, rules = article["text"], DEFAULT_LANGUAGE.boilerplate
    parts = tuple(
        part for line in split_lines(text) for part in split_inline_boilerplate(line, "body", rules.inline)
    )
    said = [
        " ".join(text[span.start : span.end].split())
        for span in split_sentences(
            Doc(text, language_code=DEFAULT_LANGUAGE.code, language=DEFAULT_LANGUAGE, lines=parts)
        )
    ]
    own = tuple(
        one
        for one in said
        if not any(line_rules.boilerplate_reason(line, rules) for line in split_lines(one))
    )
    standfirst = article["summary"].replace("\n", " ").split(". ")[0].rstrip(".") + "."
    return Report(NEWS, article["title"], own, standfirst if len(standfirst) > _STANDFIRST_CHARACTERS else "")


def _documents(path: Path, wanted: str, most: int) -> list[Report]:
    documents: dict[str, list[str]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            documents[row["id"].rsplit("-", 1)[0]].append(
                " ".join(row["text"].replace(" n't", "n't").split())
            )
    names = [name for name, said in documents.items() if len(said) >= _SHORTEST and re.search(wanted, name)]
    random.Random(3).shuffle(names)
    return [Report(path.name, "", tuple(documents[name][:_LONGEST])) for name in names[:most]]
