"""Language identification with py3langid, a naive Bayes model over the bytes of a text.

Loading the model takes about a second, 75 MB that stay and 30 MB more while it is unpacked. So it is loaded
once, before processes are forked: all of them share its tables, of which texts of one language read a small
part.
"""

from __future__ import annotations

import mmap
import threading
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier
from py3langid.modelio import load_model

from nutgraf.model import DetectedLanguage
from nutgraf.nlp.lang import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from numpy.typing import ArrayLike, NDArray

UNDETERMINED: Final = "und"
"""ISO 639-3's code for a language that could not be told."""

DECISIVE: Final = 0.9
"""A detection at least this probable wins over the submitter's hint."""

SAMPLE_CHARACTERS: Final = 4_000
"""Characters that are read: more of them change no detection and take time."""

MINIMUM_LETTERS: Final = 3
"""Letters from which a text has a detectable language."""

# The rest of the pipeline need not distinguish these varieties.
_MERGED: Final[Mapping[str, str]] = {"yue": "zh", "wuu": "zh", "arz": "ar", "ary": "ar", "nn": "no"}

_loading = threading.Lock()


def identify_language(
    text: str, hint: str | None = None, languages: Container[str] = LANGUAGES
) -> DetectedLanguage:
    """Identify the language of a text.

    Args:
        text: any Unicode text; its first 4,000 characters decide.
        hint: the language that the submitter named, as an ISO 639 code or BCP 47 tag ("en", "en-GB").
        languages: the codes of the supported languages. A hint may name one that the model does not know.

    Returns:
        The ISO 639-1 code (639-3 where there is none) and its probability, 0 to 1. A known ``hint`` wins
        unless the detection is at least ``DECISIVE``; it then carries the probability that the model gave
        to it. Text without letters and without a hint is ``und`` with confidence 0.
    """
    probabilities = _probabilities(text[:SAMPLE_CHARACTERS])
    code, confidence = max(probabilities.items(), key=lambda item: item[1], default=(UNDETERMINED, 0.0))
    hinted = _canonical(hint)
    if confidence < DECISIVE and (hinted in languages or hinted in _known_codes()):
        code, confidence = hinted, probabilities.get(hinted, 0.0)
    return DetectedLanguage(code=code, confidence=round(min(confidence, 1.0), 4), supported=code in languages)


def load_language_model() -> None:
    """Load the model for this process and those that it will fork; else the first detection loads it."""
    _identifier()


def _probabilities(sample: str) -> dict[str, float]:
    if sum(character.isalpha() for character in sample) < MINIMUM_LETTERS:
        return {}
    merged: dict[str, float] = {}
    for code, probability in _identifier().rank(sample):
        if code != "zxx":
            merged_code = _MERGED.get(code, code)
            merged[merged_code] = merged.get(merged_code, 0.0) + float(probability)
    return merged


def _canonical(hint: str | None) -> str:
    primary = (hint or "").strip().lower().replace("_", "-").split("-")[0]
    return _MERGED.get(primary, primary)


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(_MERGED.get(code, code) for code in _identifier().labels if code != "zxx")


def _identifier() -> LanguageIdentifier:
    with _loading:
        return _load()


@cache
def _load() -> LanguageIdentifier:
    likelihoods, priors, labels, moves, rows, features = load_model(MODEL_DIR / MODEL_FILE)
    return LanguageIdentifier(
        _shared(likelihoods),
        priors,
        labels,
        memoryview(_shared(moves).data),
        features,
        norm_probs=True,
        tk_row=rows,
    )


def _shared(numbers: ArrayLike) -> NDArray[Any]:
    """Copy numbers to memory that forked processes share; each holds only the pages that it reads."""
    original = np.asarray(numbers)
    copy: NDArray[Any] = np.frombuffer(mmap.mmap(-1, original.nbytes), original.dtype)
    copy = copy.reshape(original.shape)
    copy[...] = original
    copy.flags.writeable = False
    return copy
