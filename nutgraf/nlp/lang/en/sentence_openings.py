"""Openings of English sentences that point at the sentence before."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.pronouns import DEMONSTRATIVES, THIRD_PERSON
from nutgraf.nlp.lang.schema.patterns import alternation
from nutgraf.nlp.word_lists import phrase_set, word_set

_PRONOUNS: Final = THIRD_PERSON | DEMONSTRATIVES | {"such"}
_LOOSE_PRONOUNS: Final = _PRONOUNS | word_set("here there both one another other others")
_REFERENCES: Final = word_set(
    """
    latter former two pair three move decision incident statement comment comments remark remarks document
    """
)
_CONNECTIVES: Final = phrase_set(
    """
    but | and | however | so | then | yet | or | nor | meanwhile | also | still | instead | moreover
    furthermore | besides | thus | therefore | hence | nevertheless | nonetheless | for example | for instance
    in addition | as a result | on the other hand | afterward | afterwards | otherwise | similarly | likewise
    indeed | in fact | because | according to him | according to her | according to them | according to the
    """
)

PRONOUN: Final = re.compile(
    rf"(?:{alternation(_LOOSE_PRONOUNS)}|the\s{alternation(_REFERENCES)})\b", re.IGNORECASE
)
"""A pronoun, or a noun phrase that stands for something said before."""

CONTEXT: Final = re.compile(
    rf"{alternation(_PRONOUNS)}\b(?!\s(?:is|was)\s(?:the\sfirst|not\sclear)\b)", re.IGNORECASE
)
"""A pronoun that needs the sentence before it: "It is not clear" does not."""

CONNECTIVE: Final = re.compile(rf"{alternation(_CONNECTIVES)}\b", re.IGNORECASE)
"""A conjunction or an adverb that goes on from the sentence before."""
