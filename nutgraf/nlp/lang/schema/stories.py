"""Stories of several reports: the words of a language by which reports are compared.

The comparison takes the rules of each report's own language, so that reports of one event in two languages
can be compared. ``StoryRules()`` is for a language that has none: names and equal values still align.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from nutgraf.nlp.lang.schema.claims import ClaimTerms
from nutgraf.nlp.lang.schema.figure_frames import FigureFrameTerms
from nutgraf.nlp.lang.schema.figure_labels import FigureLabelTerms
from nutgraf.nlp.lang.schema.patterns import NEVER
from nutgraf.nlp.lang.schema.story_sentences import HeadlineTerms, StorySentenceTerms

_NO_FRAMES: Final = FigureFrameTerms()


class CasualtyAspect(StrEnum):
    """What a number of people says about them: the same symbols in every language."""

    DEAD = "dead"
    MISSING = "missing"
    INJURED = "injured"
    IN_HOSPITAL = "in hospital"
    RESCUED = "rescued"
    ABOARD = "aboard"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    RESIDENT = "living there"
    CRITICAL = "seriously hurt"
    SLIGHTLY_HURT = "slightly hurt"
    TREATED = "treated"
    DISCHARGED = "out of hospital"
    TRAPPED = "trapped"
    STRANDED = "stranded"
    EVACUATED = "evacuated"
    CHARGED = "charged"
    CONVICTED = "convicted"


@dataclass(frozen=True, eq=False, slots=True)
class CasualtyTerms:
    """Words by which a number of people is recognised as the dead, the injured, the missing.

    Attributes:
        unspecific_nouns: nouns, lower case, that count people of no special kind ("people", "victims"). The
            unit "people" of ``figures`` does so in every language.
        specific_nouns: nouns, lower case, that count people of one kind ("children", "passengers").
        aspects: for each aspect the words that state it ("killed", "died", "death toll"). The pattern is
            searched in the text around a number, so it begins and ends at a word boundary.
        labels: for each aspect what a story calls such a number ("people dead").
        of_others: phrases behind a number that state an aspect of somebody else ("the killing of" in "three
            men were charged with the killing of a guard"). They are ignored.
        phrase_words: words that end the phrase which a number belongs to ("and", "but"); punctuation does
            so in every language.
    """

    unspecific_nouns: frozenset[str] = frozenset()
    specific_nouns: frozenset[str] = frozenset()
    aspects: Mapping[CasualtyAspect, re.Pattern[str]] = field(default_factory=dict)
    labels: Mapping[CasualtyAspect, str] = field(default_factory=dict)
    of_others: re.Pattern[str] = NEVER
    phrase_words: re.Pattern[str] = NEVER


@dataclass(frozen=True, eq=False, slots=True)
class EventDateTerms:
    """Words that decide whether a date says when the people counted in its sentence were affected.

    Attributes:
        not_event_time: matches at the end of the text before a date that says something else ("since",
            "built in", "the most after").
        dated_clause: matches behind a date where a clause begins that tells what happened then (", when").
        up_to_now: words that make a number the total until today ("has" in "has killed 40 people").
    """

    not_event_time: re.Pattern[str] = NEVER
    dated_clause: re.Pattern[str] = NEVER
    up_to_now: re.Pattern[str] = NEVER


@dataclass(frozen=True, eq=False, slots=True)
class FigureContextTerms:
    """Words that decide which figures are compared, and which words around them count.

    Attributes:
        former_value: matches at the end of the text before a value that is no longer true ("from" in "rose
            from nine to 11"). It counts only in a sentence with a word of ``change``.
        change: words that state a change ("rose", "fell", "revised").
        attribution: words, lower case, that only name the source of a number ("said", "according").
        plural_endings: endings removed from a stem so that singular and plural compare ("s").
    """

    former_value: re.Pattern[str] = NEVER
    change: re.Pattern[str] = NEVER
    attribution: frozenset[str] = frozenset()
    plural_endings: tuple[str, ...] = ()

    def without_plural(self, stem: str) -> str:
        """Return a stem without the first plural ending that it has."""
        for ending in self.plural_endings:
            if stem.endswith(ending):
                return stem[: -len(ending)]
        return stem


@dataclass(frozen=True, eq=False, slots=True)
class StoryRules:
    """What the comparison of reports knows about a language.

    Attributes:
        casualties: what happened to the people that are counted.
        event_dates: whether a number belongs to the event or to an earlier one.
        context: which words around a figure count.
        labels: what a story calls a figure.
        frames: which quantity of which event a figure belongs to.
        claims: by which words the claims of two reports are compared.
        sentences: whether a sentence can be told without the text around it.
        headlines: which headlines say what happened.
        capitals_mark_names: whether a word with a capital inside a sentence is part of a name. Not so in
            German, where every noun has one.
        gathered_titles: found in the headline of an article that gathers several events ("news in brief",
            "live: all the latest").
    """

    casualties: CasualtyTerms = CasualtyTerms()
    event_dates: EventDateTerms = EventDateTerms()
    context: FigureContextTerms = FigureContextTerms()
    labels: FigureLabelTerms = field(default_factory=FigureLabelTerms)
    sentences: StorySentenceTerms = field(default_factory=StorySentenceTerms)
    headlines: HeadlineTerms = field(default_factory=HeadlineTerms)
    frames: FigureFrameTerms = _NO_FRAMES
    claims: ClaimTerms = field(default_factory=ClaimTerms)
    capitals_mark_names: bool = True
    gathered_titles: re.Pattern[str] = NEVER
