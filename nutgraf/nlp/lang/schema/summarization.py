"""Summaries: the patterns and words of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nutgraf.nlp.lang.schema.patterns import NEVER


@dataclass(frozen=True, eq=False, slots=True)
class SummarizationRules:
    """What the ranking of sentences knows of a language.

    The trained weights are the same for all languages: a feature whose pattern is missing is 0. Patterns of
    openings are used with ``match``, behind quotation marks, brackets and dashes.

    Attributes:
        reporting: words of a sentence that reports what somebody said ("said", "according").
        speaker: words by which somebody speaks of themselves or to somebody ("we", "your").
        pronoun_opening: opening that stands for something said before ("He", "This", "The latter").
        context_opening: opening that cannot be understood without the sentence before it ("He", "This").
        connective_opening: opening that ties a sentence to the one before it ("But", "In addition").
        frequent_words: words, lower case, that a headline and a sentence share whatever they are about
            ("the").
    """

    reporting: re.Pattern[str] = NEVER
    speaker: re.Pattern[str] = NEVER
    pronoun_opening: re.Pattern[str] = NEVER
    context_opening: re.Pattern[str] = NEVER
    connective_opening: re.Pattern[str] = NEVER
    frequent_words: frozenset[str] = frozenset()


UNKNOWN_LANGUAGE: Final = SummarizationRules()
"""Rules for a text in an unsupported language."""
