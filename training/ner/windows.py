"""Training windows: tokens, the set of tags that each may carry, and the sentences that lie wholly inside.

A target is a set of tags as a bit mask: one bit where the label is known, O and all MISC tags where a corpus
does not label MISC throughout, every bit where nothing is known. The loss is -log of the set's probability.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nutgraf.nlp.encoder.wordpiece_tokenizer import CAPS, INITIAL, LOWER, TITLE, WordpieceTokenizer
from training.ner import labelled_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from training.ner.labelled_sentences import LabelledSentence

TAGS = ("O", *(f"{place}-{kind}" for kind in labelled_sentences.TYPES for place in "BIES"))
ANY_TAG = (1 << len(TAGS)) - 1
OUTSIDE = 1
OUTSIDE_OR_MISC = 1 | sum(1 << i for i, tag in enumerate(TAGS) if tag.endswith("-MISC"))
WINDOW = 190
TOKENS_PER_BATCH = 1150


@dataclass(frozen=True, slots=True)
class Window:
    """One training example, without special tokens.

    ``sentences`` has a row (first token, end token, sentence number) for each sentence wholly inside.
    """

    ids: NDArray[np.int64]
    cases: NDArray[np.int64]
    targets: NDArray[np.int64]
    sentences: NDArray[np.int64]


def targets_of(
    sentence: LabelledSentence, starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the tag set of each word of a sentence as a bit mask, shape (words,)."""
    masks = np.full(len(starts), OUTSIDE if sentence.complete else OUTSIDE_OR_MISC, dtype=np.int64)
    for span in sentence.spans:
        inside = np.flatnonzero((starts < span.end) & (ends > span.start))
        if not len(inside):
            continue
        exact = starts[inside[0]] == span.start and ends[inside[-1]] == span.end
        masks[inside] = _bits(span.type, len(inside)) if span.type and exact else ANY_TAG
    return masks


def _bits(kind: str, length: int) -> list[int]:
    places = "S" if length == 1 else "B" + "I" * (length - 2) + "E"
    return [1 << TAGS.index(f"{place}-{kind}") for place in places]


def encode_sentence(
    sentence: LabelledSentence, number: int, tokenizer: WordpieceTokenizer, rng: random.Random | None
) -> Window:
    """Tokenize one sentence, augmented at random if there is an ``rng``, with its targets."""
    altered = labelled_sentences.augment(sentence, rng) if rng else sentence
    cut = tokenizer.cut(altered.text)
    targets = np.full(len(cut.ids), ANY_TAG, dtype=np.int64)
    targets[cut.first] = targets_of(altered, cut.starts[cut.first], cut.ends[cut.first])
    cases = _change_case(cut.cases, rng) if rng else cut.cases
    whole = np.array([[0, len(cut.ids), number]], dtype=np.int64)
    return Window(cut.ids, cases, targets, whole)


def _change_case(cases: NDArray[np.int64], rng: random.Random) -> NDArray[np.int64]:
    """Change the case of one sentence in twenty: title case, upper case or lower case."""
    style = rng.random()
    letters = (cases == LOWER) | (cases == TITLE) | (cases == CAPS) | (cases == INITIAL)
    if style < 0.025:  # noqa: PLR2004
        return np.where(letters & (cases == LOWER), TITLE, cases)
    if style < 0.04:  # noqa: PLR2004
        return np.where(letters, CAPS, cases)
    if style < 0.05:  # noqa: PLR2004
        return np.where(letters, LOWER, cases)
    return cases


def pack_windows(sentences: list[Window], rng: random.Random) -> Iterator[Window]:
    """Join consecutive sentences and cut them into windows of ``WINDOW`` tokens, from a random offset."""
    ids, cases, targets = (
        np.concatenate([getattr(s, name) for s in sentences]) for name in ("ids", "cases", "targets")
    )
    lengths = np.array([len(s.ids) for s in sentences])
    rows = np.concatenate([s.sentences for s in sentences])
    rows[:, 1] = np.cumsum(lengths)
    rows[:, 0] = rows[:, 1] - lengths
    for start in range(-rng.randrange(WINDOW), len(ids), WINDOW):
        low, high = max(start, 0), min(start + WINDOW, len(ids))
        inside = rows[(rows[:, 0] >= low) & (rows[:, 1] <= high)].copy()
        inside[:, :2] -= low
        yield Window(ids[low:high], cases[low:high], targets[low:high], inside)


def batch_windows(windows: list[Window], rng: random.Random) -> list[list[Window]]:
    """Group windows of similar length into batches of about ``TOKENS_PER_BATCH`` tokens, in random order."""
    rng.shuffle(windows)
    ordered = sorted(windows, key=lambda window: len(window.ids) // 16)
    grouped: list[list[Window]] = [[]]
    for window in ordered:
        if grouped[-1] and len(window.ids) * (len(grouped[-1]) + 1) > TOKENS_PER_BATCH:
            grouped.append([])
        grouped[-1].append(window)
    rng.shuffle(grouped)
    return grouped
