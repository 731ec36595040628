"""Real texts, damaged in many ways, through the whole pipeline: nothing raises, every span is verbatim.

    python -m evaluation.robustness FOLDER [--count 10000] [--longest 1500]

``FOLDER`` holds ``*.jsonl`` as ``make evaluate`` reads them; their texts are cut to ``--longest`` characters,
so that many can be tried. Each mutation draws one to six damages from a seeded generator, so that what fails
can be made again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

from evaluation.span_check import ProvenPipeline, documents_of
from nutgraf.model import Document
from nutgraf.nlp.pipeline import Pipeline

SHOWN_EVERY = 1000
SWAPPED = 0.4
STRANGE = (
    "\u200b\u200d\ufeff\u00ad\u2028\u2029\x00\x07\x1b\u202e\ufffd\u0301\u00a0\u3000\t\r\n\x0b\x0c"
    "“”‘’\"'«»„‚—–…€£$%½²‰()[]{}<>&#@*_|\\/§°"
    "ß\u0130\u0131\u01c5\ufb01Ωжשع中ก한🚂👩\u200d👧🏽"
)


def insert_strange(text: str, chance: random.Random) -> str:
    """Put up to twelve odd characters anywhere."""
    for _ in range(chance.randint(1, 12)):
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice(STRANGE) * chance.choice((1, 1, 1, 2, 40)) + text[place:]
    return text


def cut_out(text: str, chance: random.Random) -> str:
    """Drop a stretch, in the middle of words or numbers."""
    start = chance.randint(0, len(text))
    return text[:start] + text[start + chance.randint(1, 200) :]


def repeat_part(text: str, chance: random.Random) -> str:
    """Say a stretch up to four times."""
    start = chance.randint(0, len(text))
    part = text[start : start + chance.randint(1, 300)]
    return text[:start] + part * chance.randint(2, 4) + text[start:]


def glue(text: str, chance: random.Random) -> str:
    """Drop some of the spaces and line ends."""
    return "".join(char for char in text if not char.isspace() or chance.random() < chance.choice((0.5, 0.9)))


def break_lines(text: str, chance: random.Random) -> str:
    """Make line ends of some of the spaces."""
    return "".join(
        chance.choice(("\n", "\r\n", "\n\n")) if char == " " and chance.random() < 0.1 else char  # noqa: PLR2004
        for char in text
    )


def change_case(text: str, chance: random.Random) -> str:
    """Write a stretch in capitals, small letters or titles."""
    start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    part = text[start:end]
    return (
        text[:start] + chance.choice((part.upper(), part.lower(), part.title(), part.swapcase())) + text[end:]
    )


def shuffle_words(text: str, chance: random.Random) -> str:
    """Say the words of a stretch in another order."""
    words = text.split(" ")
    start = chance.randint(0, len(words))
    part = words[start : start + 30]
    chance.shuffle(part)
    return " ".join(words[:start] + part + words[start + 30 :])


def swap_quotes(text: str, chance: random.Random) -> str:
    """Exchange quotation marks, apostrophes, full stops and digits at random."""
    table: dict[str, str | int | None] = {
        char: chance.choice("“”‘’\"'«».,;:!?0159 ")
        for char in "“”‘’\"'.,0123456789"
        if chance.random() < SWAPPED
    }
    return text.translate(str.maketrans(table))


DAMAGES = (
    insert_strange, cut_out, repeat_part, glue, break_lines, change_case, shuffle_words, swap_quotes,
)  # fmt: skip


def mutated(document: Document, chance: random.Random, kinds: Counter[str]) -> Document:
    """A damaged document; ``kinds`` counts what was done to it."""
    text = document.text
    for damage in chance.choices(DAMAGES, k=chance.randint(1, 6)):
        text = damage(text, chance)
        kinds[damage.__name__] += 1
    title = swap_quotes(document.title, chance) if chance.random() < 0.3 else document.title  # noqa: PLR2004
    return Document(text, title)


def main() -> int:
    """Try so many mutations; 1 when one of them raised or had a span that is not verbatim."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--longest", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    documents = [Document(each.text[: options.longest], each.title) for each in documents_of(options.data)]
    pipeline, kinds, raised = ProvenPipeline(Pipeline.load()), Counter[str](), list[str]()
    began = time.monotonic()
    for number in range(options.count):
        chance = random.Random(options.seed * 1_000_003 + number)
        try:
            pipeline.analyse(mutated(chance.choice(documents), chance, kinds))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
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
