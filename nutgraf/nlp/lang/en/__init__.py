"""English, as news is written in it."""

from __future__ import annotations

from nutgraf.nlp.lang.base import Language
from nutgraf.nlp.lang.en.boilerplate import BOILERPLATE
from nutgraf.nlp.lang.en.figures import FIGURES
from nutgraf.nlp.lang.en.names import NAMES
from nutgraf.nlp.lang.en.quotations import QUOTATIONS
from nutgraf.nlp.lang.en.segmentation import SEGMENTATION
from nutgraf.nlp.lang.en.stories import STORIES
from nutgraf.nlp.lang.en.summarization import SUMMARIZATION

ENGLISH = Language(
    code="en",
    name="English",
    segmentation=SEGMENTATION,
    boilerplate=BOILERPLATE,
    names=NAMES,
    figures=FIGURES,
    quotations=QUOTATIONS,
    summarization=SUMMARIZATION,
    stories=STORIES,
)

__all__ = ["ENGLISH"]
