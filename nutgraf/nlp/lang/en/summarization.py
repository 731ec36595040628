"""Summaries, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.en import sentence_openings
from nutgraf.nlp.lang.en.function_words import FREQUENT
from nutgraf.nlp.lang.en.pronouns import SPEAKERS
from nutgraf.nlp.lang.en.reporting_verbs import OF_STATEMENTS
from nutgraf.nlp.lang.schema.patterns import whole_words
from nutgraf.nlp.lang.schema.summarization import SummarizationRules

SUMMARIZATION = SummarizationRules(
    reporting=whole_words(OF_STATEMENTS | {"according"}),
    speaker=whole_words(SPEAKERS),
    pronoun_opening=sentence_openings.PRONOUN,
    context_opening=sentence_openings.CONTEXT,
    connective_opening=sentence_openings.CONNECTIVE,
    frequent_words=FREQUENT,
)
