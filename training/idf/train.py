"""Counts in how many news articles each word stands, and writes the table that ships with the stories.

    python -m training.idf.train ../shared/data/summaries/train.jsonl

Frequencies only: no text leaves the training data. Words of the stop lists of other languages that the
counted English articles lack are given the frequency of common words, so that two articles do not match
because both are in German.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import justext

from nutgraf.nlp.multi_document.clustering.idf import content_words

TABLE = Path(__file__).parents[2] / "nutgraf" / "nlp" / "models" / "idf" / "idf.json"
LANGUAGES = [
    "German",
    "French",
    "Spanish",
    "Italian",
    "Portuguese",
    "Dutch",
    "Danish",
    "Swedish",
    "Norwegian_Bokmal",
    "Finnish",
    "Polish",
    "Czech",
    "Slovak",
    "Hungarian",
    "Romanian",
    "Bulgarian",
    "Greek",
    "Croatian",
    "Serbian",
    "Slovenian",
    "Ukrainian",
    "Russian",
    "Turkish",
    "Indonesian",
    "Arabic",
    "Persian",
    "Hebrew",
    "Hindi",
    "Catalan",
    "Estonian",
    "Latvian",
    "Lithuanian",
    "Vietnamese",
]
COMMON = 0.5
"""Share of documents that a word of a stop list is taken to stand in."""

LONGEST = 5
"""Function words are short; the longer words of the lists tell topics apart."""

LEAST = 2
"""A word of one document is as good as unseen, and a table without such words is a third of the size."""


def count(paths: list[Path]) -> tuple[int, Counter[str]]:
    """The number of articles, and in how many of them each word stands."""
    frequencies: Counter[str] = Counter()
    documents = 0
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            article = json.loads(line)
            frequencies.update(set(content_words(f"{article['title']} {article['text']}")))
            documents += 1
    return documents, frequencies


def foreign() -> Iterator[str]:
    """The words of the stop lists."""
    for language in LANGUAGES:
        for word in sorted(justext.get_stoplist(language)):
            yield from (part for part in content_words(word) if len(part) <= LONGEST)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    documents, frequencies = count(parser.parse_args().paths)
    kept: dict[str, int] = {word: seen for word, seen in frequencies.items() if seen >= LEAST}
    for word in foreign():
        kept.setdefault(word, round(COMMON * documents))
    table = {"documents": documents, "frequencies": dict(sorted(kept.items()))}
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{documents} documents, {len(kept)} words, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
