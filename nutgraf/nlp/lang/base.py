"""What the analysis knows about one language."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules
from nutgraf.nlp.lang.schema.figures import FigureRules
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.lang.schema.quotations import QuotationRules
from nutgraf.nlp.lang.schema.segmentation import SegmentationRules
from nutgraf.nlp.lang.schema.stories import StoryRules
from nutgraf.nlp.lang.schema.summarization import SummarizationRules


@dataclass(frozen=True, eq=False, slots=True)
class Language:
    """The word lists and rules of one language, an object for each part of the analysis.

    Attributes:
        code: ISO 639-1.
        name: in English, for people.
    """

    code: str
    name: str
    segmentation: SegmentationRules
    boilerplate: BoilerplateRules
    names: NameRules
    figures: FigureRules
    quotations: QuotationRules
    summarization: SummarizationRules
    stories: StoryRules
