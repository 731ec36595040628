"""What the analysis knows about one language."""

from __future__ import annotations

from dataclasses import dataclass, field

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

    An area that is left out has the rules of an unsupported language.

    Attributes:
        code: ISO 639-1, or ISO 639-3 where there is none.
        name: in English, for people.
    """

    code: str
    name: str
    segmentation: SegmentationRules = field(default_factory=SegmentationRules)
    boilerplate: BoilerplateRules = field(default_factory=BoilerplateRules)
    names: NameRules = field(default_factory=NameRules)
    figures: FigureRules = field(default_factory=FigureRules)
    quotations: QuotationRules = field(default_factory=QuotationRules)
    summarization: SummarizationRules = field(default_factory=SummarizationRules)
    stories: StoryRules = field(default_factory=StoryRules)
