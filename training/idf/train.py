"""Count in how many news articles each word stands, and write the table of document frequencies.

    python -m training.idf.train TRAIN.jsonl

The table holds frequencies only, no text. Short stop words of other languages get the frequency of common
words, so that two articles do not match because both are in German.
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
"""Share of documents that a foreign stop word is assumed to stand in."""

MAX_STOP_WORD_LETTERS = 5
"""Function words are short; longer words of the stop lists carry topics."""

MIN_DOCUMENTS = 2
"""A table without words of a single document is a third of the size."""


def count_documents(paths: list[Path]) -> tuple[int, Counter[str]]:
    """Return the number of articles, and the number of articles that hold each word.

    Args:
        paths: files of JSON lines of ``{title, text}``.
    """
    frequencies: Counter[str] = Counter()
    documents = 0
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            article = json.loads(line)
            frequencies.update(set(content_words(f"{article['title']} {article['text']}")))
            documents += 1
    return documents, frequencies


def foreign_stop_words() -> Iterator[str]:
    """Yield the short words of the stop lists of other languages."""
    for language in LANGUAGES:
        for word in sorted(justext.get_stoplist(language)):
            yield from (part for part in content_words(word) if len(part) <= MAX_STOP_WORD_LETTERS)


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    documents, frequencies = count_documents(parser.parse_args().paths)
    kept: dict[str, int] = {word: count for word, count in frequencies.items() if count >= MIN_DOCUMENTS}
    for word in foreign_stop_words():
        kept.setdefault(word, round(COMMON * documents))
    table = {"documents": documents, "frequencies": dict(sorted(kept.items()))}
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{documents} documents, {len(kept)} words, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
