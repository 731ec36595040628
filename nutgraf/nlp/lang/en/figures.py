"""Figures, in English."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en.ages import AGES
from nutgraf.nlp.lang.en.bounds import BOUNDS
from nutgraf.nlp.lang.en.calendar import CALENDAR
from nutgraf.nlp.lang.en.counted_nouns import COUNTED_NOUNS
from nutgraf.nlp.lang.en.counts import COUNTS, ELLIPSIS
from nutgraf.nlp.lang.en.currencies import CURRENCIES
from nutgraf.nlp.lang.en.event_verbs import EVENT_VERBS
from nutgraf.nlp.lang.en.measured_phrases import CHANGES, MEASURED_PHRASES
from nutgraf.nlp.lang.en.number_labels import NUMBER_LABELS
from nutgraf.nlp.lang.en.number_words import FRACTIONS, NUMBERS
from nutgraf.nlp.lang.en.tense import TENSE
from nutgraf.nlp.lang.en.units import UNITS
from nutgraf.nlp.lang.schema.figures import FigureRules

FIGURES: Final = FigureRules(
    numbers=NUMBERS,
    fractions=FRACTIONS,
    bounds=BOUNDS,
    units=UNITS,
    currencies=CURRENCIES,
    calendar=CALENDAR,
    tense=TENSE,
    nouns=COUNTED_NOUNS,
    events=EVENT_VERBS,
    counts=COUNTS,
    ellipsis=ELLIPSIS,
    changes=CHANGES,
    phrases=MEASURED_PHRASES,
    labels=NUMBER_LABELS,
    ages=AGES,
)
