"""Tarvi, an invented language: the smallest that has every area, a few words in each.

Nouns end in "o" and their plurals in "on", past forms in "u" and participles in "at". Numbers have a decimal
comma. A possessor is marked by the ending "'k".
"""

from __future__ import annotations

import re

from nutgraf.nlp.lang import Language
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules
from nutgraf.nlp.lang.schema.figures import FigureRules
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.lang.schema.patterns import whole_words
from nutgraf.nlp.lang.schema.quotations import QuotationRules
from nutgraf.nlp.lang.schema.segmentation import SegmentationRules
from nutgraf.nlp.lang.schema.stories import (
    CasualtyAspect,
    CasualtyTerms,
    EventDateTerms,
    FigureContextTerms,
    FigureLabelTerms,
    NameFormTerms,
    StoryRules,
)
from nutgraf.nlp.lang.schema.summarization import SummarizationRules
from nutgraf.nlp.word_lists import word_set

CODE = "qtv"
"""Of the codes that ISO 639 leaves to private use."""

SEGMENTATION = SegmentationRules()
BOILERPLATE = BoilerplateRules()
NAMES = NameRules()
FIGURES = FigureRules()
QUOTATIONS = QuotationRules()
SUMMARIZATION = SummarizationRules()
STORIES = StoryRules(
    casualties=CasualtyTerms(
        unspecific_nouns=word_set("doro doron"),
        specific_nouns=word_set("melo melon"),
        aspects={
            CasualtyAspect.DEAD: whole_words(("vesku", "veskat")),
            CasualtyAspect.INJURED: whole_words(("larnu", "larnat")),
        },
        labels={CasualtyAspect.DEAD: "doron veskat", CasualtyAspect.INJURED: "doron larnat"},
        of_others=whole_words(("vesko nel",)),
        phrase_words=whole_words(("es", "oba")),
    ),
    event_dates=EventDateTerms(
        not_event_time=re.compile(r"\bdepo\s$", re.IGNORECASE), up_to_now=whole_words(("havi",))
    ),
    context=FigureContextTerms(
        former_value=re.compile(r"\bsur\s$", re.IGNORECASE),
        change=whole_words(("levu",)),
        attribution=word_set("sivu"),
        plural_endings=("on", "o"),
    ),
    labels=FigureLabelTerms(
        clause_words=whole_words(("kva",)),
        percentage=re.compile(r"\b\d[\d.,]*\s*(?:%|sadosa\b)"),
        stating_verb=re.compile(r"\bmetu\s(?=ta\s)"),
        rate=re.compile(r"\s*un (?:yero|dago)\b"),
        not_first=word_set("ta un nel"),
        not_last=word_set("ta un nel havi dol"),
        dimensions={"length": "disto"},
    ),
    names=NameFormTerms(articles=word_set("ta"), possessive_ending="'k", titles=word_set("havra kestra")),
)

TARVI = Language(
    code=CODE,
    name="Tarvi",
    segmentation=SEGMENTATION,
    boilerplate=BOILERPLATE,
    names=NAMES,
    figures=FIGURES,
    quotations=QUOTATIONS,
    summarization=SUMMARIZATION,
    stories=STORIES,
)
