"""Paragraphs and sentences, in English."""

from __future__ import annotations

from nutgraf.nlp.lang.en.calendar import MONTHS, WEEKDAYS
from nutgraf.nlp.lang.en.function_words import OPEN_ENDINGS
from nutgraf.nlp.lang.en.name_particles import ELIDED_PARTICLES, PARTICLES
from nutgraf.nlp.lang.en.pronouns import SUBJECTS
from nutgraf.nlp.lang.en.reporting_verbs import AFTER_EXCLAMATION
from nutgraf.nlp.lang.schema.segmentation import SegmentationRules
from nutgraf.nlp.word_lists import word_set

SEGMENTATION = SegmentationRules(
    open_endings=OPEN_ENDINGS,
    titles=word_set("Ms Mx Amb Atty Cllr Pte Supt Det Insp"),
    places=word_set("Ft"),
    clock_endings=word_set("a.m. p.m."),
    date_openings=frozenset(name.capitalize() for name in (*MONTHS, *WEEKDAYS)),
    name_particles=PARTICLES - {"den"},  # a den is a room as well
    elided_particles=ELIDED_PARTICLES,
    reporting_verbs=AFTER_EXCLAMATION,
    subject_pronouns=SUBJECTS,
)
