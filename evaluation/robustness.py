"""Run mutated texts through the whole pipeline and check that nothing raises and every span is verbatim.

    python -m evaluation.robustness FOLDER [--count 10000] [--longest 1500]

``FOLDER`` holds ``*.jsonl`` as ``make evaluate`` reads them; texts are cut to ``--longest`` characters. Each
mutation draws one to six kinds of damage from a generator of its own seed: a failure can be repeated.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

from evaluation.span_check import CheckedPipeline, documents_of
from nutgraf.model import Document
from nutgraf.nlp.pipeline import Pipeline

SHOWN_EVERY = 1000
SWAPPED = 0.4
STRANGE = (
    "\u200b\u200d\ufeff\u00ad\u2028\u2029\x00\x07\x1b\u202e\ufffd\u0301\u00a0\u3000\t\r\n\x0b\x0c"
    "“”‘’\"'«»„‚—–…€£$%½²‰()[]{}<>&#@*_|\\/§°"
    "ß\u0130\u0131\u01c5\ufb01Ωжשع中ก한🚂👩\u200d👧🏽"
)


def insert_strange(text: str, rng: random.Random) -> str:
    """Insert up to twelve unusual characters, some of them repeated, at random positions."""
    for _ in range(rng.randint(1, 12)):
        place = rng.randint(0, len(text))
        text = text[:place] + rng.choice(STRANGE) * rng.choice((1, 1, 1, 2, 40)) + text[place:]
    return text


def cut_out(text: str, rng: random.Random) -> str:
    """Delete up to 200 characters at a random position."""
    start = rng.randint(0, len(text))
    return text[:start] + text[start + rng.randint(1, 200) :]


def repeat_part(text: str, rng: random.Random) -> str:
    """Repeat a part of the text two to four times."""
    start = rng.randint(0, len(text))
    part = text[start : start + rng.randint(1, 300)]
    return text[:start] + part * rng.randint(2, 4) + text[start:]


def glue(text: str, rng: random.Random) -> str:
    """Delete half or nearly all of the white space."""
    return "".join(char for char in text if not char.isspace() or rng.random() < rng.choice((0.5, 0.9)))


def break_lines(text: str, rng: random.Random) -> str:
    """Replace a tenth of the spaces by line breaks."""
    return "".join(
        rng.choice(("\n", "\r\n", "\n\n")) if char == " " and rng.random() < 0.1 else char  # noqa: PLR2004
        for char in text
    )


def change_case(text: str, rng: random.Random) -> str:
    """Change the case of a part: upper, lower, title or swapped."""
    start, end = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
    part = text[start:end]
    return text[:start] + rng.choice((part.upper(), part.lower(), part.title(), part.swapcase())) + text[end:]


def shuffle_words(text: str, rng: random.Random) -> str:
    """Shuffle 30 consecutive words."""
    words = text.split(" ")
    start = rng.randint(0, len(words))
    part = words[start : start + 30]
    rng.shuffle(part)
    return " ".join(words[:start] + part + words[start + 30 :])


def swap_quotes(text: str, rng: random.Random) -> str:
    """Replace quotation marks, apostrophes, full stops and digits at random."""
    table: dict[str, str | int | None] = {
        char: rng.choice("“”‘’\"'«».,;:!?0159 ") for char in "“”‘’\"'.,0123456789" if rng.random() < SWAPPED
    }
    return text.translate(str.maketrans(table))


DAMAGES = (
    insert_strange, cut_out, repeat_part, glue, break_lines, change_case, shuffle_words, swap_quotes,
)  # fmt: skip


def mutate(document: Document, rng: random.Random, kinds: Counter[str]) -> Document:
    """Return a damaged document, and count each kind of damage in ``kinds``."""
    text = document.text
    for damage in rng.choices(DAMAGES, k=rng.randint(1, 6)):
        text = damage(text, rng)
        kinds[damage.__name__] += 1
    title = swap_quotes(document.title, rng) if rng.random() < 0.3 else document.title  # noqa: PLR2004
    return Document(text, title)


def main() -> int:
    """Run the mutations; return 1 if one raised or had a span that is not verbatim."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--longest", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    documents = [Document(each.text[: options.longest], each.title) for each in documents_of(options.data)]
    pipeline, kinds, raised = CheckedPipeline(Pipeline.load()), Counter[str](), list[str]()
    began = time.monotonic()
    for number in range(options.count):
        rng = random.Random(options.seed * 1_000_003 + number)
        try:
            pipeline.analyse(mutate(rng.choice(documents), rng, kinds))
        except Exception as error:  # noqa: BLE001 - any exception is a finding
            raised.append(f"mutation {number}: {type(error).__name__}: {error}")
            print(raised[-1], file=sys.stderr, flush=True)
        if (number + 1) % SHOWN_EVERY == 0:
            print(f"{number + 1} after {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(
        f"{options.count} mutations of {len(documents)} texts, {pipeline.spans} spans: {len(raised)} raised,",
        f"{len(pipeline.failures)} spans or analyses not as their slices say",
    )
    print("damages: " + ", ".join(f"{name} {times}" for name, times in sorted(kinds.items())))
    return int(bool(raised or pipeline.failures))


if __name__ == "__main__":
    sys.exit(main())
