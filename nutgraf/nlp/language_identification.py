"""Language identification with py3langid, a naive Bayes model over the bytes of a text.

Loading the model takes about a second, 75 MB that stay and 30 MB more while it is unpacked. So it is loaded
once, before processes are forked: all of them share its tables, of which texts of one language read a small
part.
"""

from __future__ import annotations

import mmap
import re
import threading
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier
from py3langid.modelio import load_model

from nutgraf.model import DetectedLanguage
from nutgraf.nlp.lang import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

UNDETERMINED: Final = "und"
"""ISO 639-3's code for a language that could not be told."""

DECISIVE: Final = 0.9
"""A detection at least this probable wins over the submitter's hint."""

UNSURE: Final = 0.7
"""A detection less probable than this is named as uncertain in the analysis."""

SAMPLE_CHARACTERS: Final = 4_000
"""Characters that are read: more of them change no detection and take time."""

MINIMUM_LETTERS: Final = 3
"""Letters from which a text has a detectable language."""

LEAST_PROBABILITY: Final = 0.5
"""The probability from which the words without names are of a language.

On 31,000 sentences in 14 other languages neither this nor 0.8 took one for English.
"""

LEAST_SHARE: Final = 0.15
"""Least share of a language's commonest function words among the words without names."""

MINIMUM_WORDS: Final = 4
"""Words without names from which they tell a language."""

_QUOTED: Final = re.compile(r"[“\"«„][^“”\"«»„]{1,120}[”\"»“]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# The rest of the pipeline need not distinguish these varieties.
_MERGED: Final[Mapping[str, str]] = {"yue": "zh", "wuu": "zh", "arz": "ar", "ary": "ar", "nn": "no"}

_loading = threading.Lock()


def identify_language(
    text: str, hint: str | None = None, languages: Mapping[str, Language] = LANGUAGES
) -> DetectedLanguage:
    """Identify the language of a text.

    Foreign names mislead the model. So a text that it takes for an unsupported language is looked at again
    without its names and quoted titles: its words in lower case.

    Args:
        text: any Unicode text; its first 4,000 characters decide.
        hint: the language that the submitter named, as an ISO 639 code or BCP 47 tag ("en", "en-GB").
        languages: the supported languages by code. A hint may name one that the model does not know.

    Returns:
        The ISO 639-1 code (639-3 where there is none) and its probability, 0 to 1. A known ``hint`` wins
        unless the detection is at least ``DECISIVE``; it then carries the probability that the model gave
        to it. A language that only the words without names have carries the mean of both probabilities.
        Text without letters and without a hint is ``und`` with confidence 0.
    """
    sample = text[:SAMPLE_CHARACTERS]
    probabilities = _probabilities(sample)
    code, confidence = max(probabilities.items(), key=lambda item: item[1], default=(UNDETERMINED, 0.0))
    if code not in languages and (plain := _language_without_names(sample, languages)):
        code, confidence = plain[0], (plain[1] + probabilities.get(plain[0], 0.0)) / 2
    hinted = _canonical(hint)
    if confidence < DECISIVE and (hinted in languages or hinted in _known_codes()):
        code, confidence = hinted, probabilities.get(hinted, 0.0)
    return DetectedLanguage(code=code, confidence=round(min(confidence, 1.0), 4), supported=code in languages)


def _language_without_names(sample: str, languages: Mapping[str, Language]) -> tuple[str, float] | None:
    """Return the supported language of the words in lower case, with its probability, or None.

    Both the model and the share of the language's commonest function words must tell it.
    """
    words = _words_outside_names(_WORD.findall(_QUOTED.sub(" ", sample)), languages)
    if len(words) < MINIMUM_WORDS:
        return None
    probabilities = _probabilities(" ".join(words))
    code, probability = max(probabilities.items(), key=lambda item: item[1], default=(UNDETERMINED, 0.0))
    if code not in languages or probability < LEAST_PROBABILITY:
        return None
    common = languages[code].boilerplate.commonest_words
    share = sum(word in common for word in words) / len(words)
    return (code, probability) if share >= LEAST_SHARE else None


def _words_outside_names(words: list[str], languages: Mapping[str, Language]) -> list[str]:
    """Return the words in lower case, without the particles of names ("Osteria *del* Porto").

    Such a particle stands between two words with a capital and is no common word of a supported language.
    """
    common = {word for language in languages.values() for word in language.boilerplate.commonest_words}
    inside = {
        place
        for place in range(1, len(words) - 1)
        if words[place - 1][0].isupper() and words[place + 1][0].isupper() and words[place] not in common
    }
    return [word for place, word in enumerate(words) if word.islower() and place not in inside]


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
