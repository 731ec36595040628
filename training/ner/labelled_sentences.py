"""Labelled sentences: reading, weights of the corpora, and augmentation."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from pathlib import Path

TYPES = ("PER", "LOC", "ORG", "MISC")
CORPUS_WEIGHTS = {  # passes over the corpus in one epoch
    "uner_ewt": 1.0,
    "uner_pud": 3.0,
    "wikigold": 2.0,
    "wnut17": 0.5,
    "btc": 0.4,
    "crossner": 1.0,
    "redocred": 1.0,
    "gum_open": 1.0,
    "multiner_gov": 0.5,
    "pasted": 6.0,
}
TWEETS = frozenset({"wnut17", "btc"})

_CURL = str.maketrans({"'": "’", '"': "”"})
_STRAIGHTEN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_MARK = re.compile(r"\[(?P<words>[^\[\]|]+)\|(?P<type>[A-Z]+)\]")
_POSSESSIVE = re.compile(r"(?<=\w)['’](?=s\b)")


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """A name in a sentence. ``type`` is one of ``TYPES``, or empty where the label is unknown."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with its names. ``complete``: names of type MISC are labelled throughout."""

    text: str
    spans: tuple[LabelledSpan, ...]
    complete: bool


def read(path: Path) -> list[LabelledSentence]:
    """Read a corpus of gzipped JSON lines, in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_sentence(json.loads(line)) for line in lines]


def read_marked(path: Path) -> list[LabelledSentence]:
    """Read sentences whose names are marked as ``[words|TYPE]``, as in ``pasted.txt``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_marked(line) for line in lines if line.strip() and not line.startswith("#")]


def _marked(line: str) -> LabelledSentence:
    text, spans, done = "", [], 0
    for match in _MARK.finditer(line):
        text += line[done : match.start()]
        start = len(text)
        text += match["words"]
        spans.append(LabelledSpan(start, len(text), match["type"]))
        done = match.end()
    return LabelledSentence(text + line[done:], tuple(spans), complete=True)


def _sentence(row: dict[str, Any]) -> LabelledSentence:
    spans = [LabelledSpan(int(s["start"]), int(s["end"]), str(s["type"])) for s in row["spans"]]
    spans += [LabelledSpan(int(s["start"]), int(s["end"]), "") for s in row.get("unknown", [])]
    ordered = tuple(sorted(spans, key=lambda span: span.start))
    return LabelledSentence(str(row["text"]), ordered, "MISC" in row["types_covered"])


def augment(sentence: LabelledSentence, rng: random.Random) -> LabelledSentence:
    """Change the style of quotation marks at random, and sometimes drop the apostrophe of a possessive."""
    style = rng.random()
    if style < 0.3:  # noqa: PLR2004
        sentence = replace(sentence, text=sentence.text.translate(_CURL))
    elif style < 0.6:  # noqa: PLR2004
        sentence = replace(sentence, text=sentence.text.translate(_STRAIGHTEN))
    if rng.random() < 0.06:  # noqa: PLR2004
        sentence = drop_apostrophes(sentence)
    return sentence


def drop_apostrophes(sentence: LabelledSentence) -> LabelledSentence:
    """Drop the apostrophes of possessives ("Ukraines"), as careless copying does; the labels stay."""
    for match in reversed(list(_POSSESSIVE.finditer(sentence.text))):
        at = match.start()
        spans = tuple(_without(span, at) for span in sentence.spans)
        sentence = replace(sentence, text=sentence.text[:at] + sentence.text[at + 1 :], spans=spans)
    return sentence


def _without(span: LabelledSpan, at: int) -> LabelledSpan:
    """Move a span after the deletion of one character; one that ends right before it takes in the ``s``."""
    start = span.start - (span.start > at)
    end = span.end + 1 if span.end == at else span.end - (span.end > at)
    return replace(span, start=start, end=end)
