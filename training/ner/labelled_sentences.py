"""The labelled sentences: how they are read, how much each corpus counts, what is altered in training."""

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
PASSES = {
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
    """A name in a sentence; ``type`` is one of ``TYPES``, or empty where the label is to be left out."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with its names. ``complete`` says whether names of type MISC are labelled throughout."""

    text: str
    spans: tuple[LabelledSpan, ...]
    complete: bool


def read(path: Path) -> list[LabelledSentence]:
    """Read one corpus of gzipped JSON lines, in corpus order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_sentence(json.loads(line)) for line in lines]


def read_marked(path: Path) -> list[LabelledSentence]:
    """Read sentences with their names marked in place, as in ``pasted.txt``: ``[words|TYPE]``."""
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


def alter(sentence: LabelledSentence, chance: random.Random) -> LabelledSentence:
    """Swap the style of quotation marks at random, and sometimes lose the apostrophe of a possessive."""
    style = chance.random()
    if style < 0.3:  # noqa: PLR2004
        sentence = replace(sentence, text=sentence.text.translate(_CURL))
    elif style < 0.6:  # noqa: PLR2004
        sentence = replace(sentence, text=sentence.text.translate(_STRAIGHTEN))
    if chance.random() < 0.06:  # noqa: PLR2004
        sentence = lose_apostrophes(sentence)
    return sentence


def lose_apostrophes(sentence: LabelledSentence) -> LabelledSentence:
    """Glue possessives to their nouns ("Ukraines"), as careless copying does; the label stays."""
    for match in reversed(list(_POSSESSIVE.finditer(sentence.text))):
        at = match.start()
        spans = tuple(_without(span, at) for span in sentence.spans)
        sentence = replace(sentence, text=sentence.text[:at] + sentence.text[at + 1 :], spans=spans)
    return sentence


def _without(span: LabelledSpan, at: int) -> LabelledSpan:
    """Move a span for one character taken out; one that ended right before it takes in the glued ``s``."""
    start = span.start - (span.start > at)
    end = span.end + 1 if span.end == at else span.end - (span.end > at)
    return replace(span, start=start, end=end)
