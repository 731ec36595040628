"""Tarvi, an invented language: the smallest that has every area, a few words in each.

Nouns end in "o" and their plurals in "on", past forms in "u" and participles in "at". Numbers have a decimal
comma. A possessor is marked by the ending "'k".
"""

from __future__ import annotations

import re
from decimal import Decimal

from nutgraf.model import Bound
from nutgraf.nlp.lang import Language
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules, CreditPatterns, line_patterns
from nutgraf.nlp.lang.schema.figure_labels import FigureLabelTerms, FigurePhraseTerms
from nutgraf.nlp.lang.schema.figures import (
    BoundPhrases,
    CalendarWords,
    CountedNounRules,
    CurrencyWords,
    DigitNotation,
    EventVerbs,
    FigureRules,
    NumberWords,
    UnitWords,
)
from nutgraf.nlp.lang.schema.figures.currencies import CurrencyName
from nutgraf.nlp.lang.schema.names import Demonyms, NameRules
from nutgraf.nlp.lang.schema.organisation_names import OrganisationNames
from nutgraf.nlp.lang.schema.patterns import whole_words
from nutgraf.nlp.lang.schema.person_names import Honorifics
from nutgraf.nlp.lang.schema.phrases import PhraseTable, phrase_table
from nutgraf.nlp.lang.schema.place_names import PlaceNames
from nutgraf.nlp.lang.schema.possessives import Possessives
from nutgraf.nlp.lang.schema.quotations import QuotationRules, ReportingVerbs, SpeakerWords
from nutgraf.nlp.lang.schema.segmentation import SegmentationRules
from nutgraf.nlp.lang.schema.stories import (
    CasualtyAspect,
    CasualtyTerms,
    EventDateTerms,
    FigureContextTerms,
    StoryRules,
)
from nutgraf.nlp.lang.schema.summarization import SummarizationRules
from nutgraf.nlp.word_lists import word_set

CODE = "qtv"
"""Of the codes that ISO 639 leaves to private use."""

_UNITS = {"bap": Decimal(1), "tak": Decimal(2), "septu": Decimal(5)}
_POSSESSIVES = Possessives(endings=("'k",))
_VERBS = word_set("sivu")


def _compound_value(word: str) -> Decimal | None:
    """Read "septuvint", five and twenty, which is one word."""
    unit = _UNITS.get(word.removesuffix("vint"))
    return unit + 20 if unit is not None and word.endswith("vint") else None


def _is_plural(word: str) -> bool:
    return word.endswith("on")


SEGMENTATION = SegmentationRules(titles=frozenset({"Hvr"}), reporting_verbs=_VERBS)
BOILERPLATE = BoilerplateRules(
    line_patterns=line_patterns({"share": r"dilu(?:\sta\s.{1,40})?"}),
    credits=CreditPatterns(byline=re.compile(r"Fen\s[^\W\d_a-z]\w+(?:\s[^\W\d_a-z]\w+){0,3}")),
    commonest_words=word_set("ta es"),
)
NAMES = NameRules(
    names_are_capitalised=True,
    definite_articles=("ta ",),
    articles=("ta ",),
    possessives=_POSSESSIVES,
    honorifics=Honorifics(addresses=word_set("havra"), titles=word_set("havra kestra")),
    organisations=OrganisationNames(suffixes=word_set("gremio")),
    places=PlaceNames(countries=word_set("velland")),
    demonyms=Demonyms(words=word_set("quello")),
)
FIGURES = FigureRules(
    numbers=NumberWords(
        digits=DigitNotation(decimal=",", grouping="."),
        units=_UNITS,
        tens={"vint": Decimal(20)},
        scales={"gross": Decimal(10**6)},
        compound_value=_compound_value,
    ),
    bounds=BoundPhrases(before=phrase_table({Bound.AT_LEAST: "ne sub"})),
    currencies=CurrencyWords(names={"krellon": CurrencyName("krello", "NOK")}),
    units=UnitWords(names=PhraseTable({("leppon",): "km"}), percentages=phrase_table({"percent": "sadosa"})),
    calendar=CalendarWords(months={"frosto": 1}, weekdays={"solno": 6}, day_words={"iero": -1}),
    events=EventVerbs(
        participles={"veskat": "killed"},
        intransitive=frozenset({"veskat"}),
        people_events=frozenset({"killed"}),
    ),
    nouns=CountedNounRules(is_plural=_is_plural),
)
QUOTATIONS = QuotationRules(
    verbs=ReportingVerbs(finite=_VERBS),
    words=SpeakerWords(
        pronouns=word_set("su"),
        person_pronouns={"su": frozenset({"havra"})},
        articles=word_set("ta"),
        definite_articles=word_set("ta"),
    ),
    name=re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*"),
    possessives=_POSSESSIVES,
)
SUMMARIZATION = SummarizationRules(
    reporting=whole_words(_VERBS),
    pronoun_opening=re.compile(r"su\b", re.IGNORECASE),
    context_opening=re.compile(r"su\b", re.IGNORECASE),
    frequent_words=word_set("ta es"),
)
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
        phrases=FigurePhraseTerms(
            ends=word_set("ta un nel havi dol es oba"),
            is_verb=word_set("havi metu levu").__contains__,
            determiners=word_set("ta un"),
            partitives=word_set("nel"),
            clause_words=whole_words(("kva",)),
        ),
        rate=re.compile(r"\s*un (?P<unit>yero|dago)\b"),
        generic={"length": "un disto", "count": "un numo nel {}"},
    ),
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
