"""Paragraphs and sentences: the words of a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, eq=False, slots=True)
class SegmentationRules:
    """What segmentation knows of a language.

    The splitter (sentencex) knows most abbreviations of many languages by the language's code. These words
    repair its cuts in news texts.

    Attributes:
        open_endings: lower-case words that end no paragraph ("of"): a line that ends with one goes on in the
            next.
        titles: abbreviated forms of address, as written and without full stop, that the splitter takes for
            the end of a sentence ("Ms", "Cllr").
        places: the same for parts of place names that stand for a unit behind a number ("Ft" in "Ft. Worth",
            but not in "5 Ft.").
        clock_endings: lower-case words, with their full stops, that end a clock time ("a.m."). A sentence
            goes on behind one when a date or a time zone follows.
        date_openings: words, as written and without full stop, that open a date ("Monday", "Jan").
        name_particles: lower-case words that may open a sentence because a name begins with them ("de",
            "van").
        elided_particles: the same, with an apostrophe behind them ("d", "l").
        reporting_verbs: verbs, lower case, of a clause that goes on behind a quoted question or exclamation
            ("asked" in "“Who is it?” Ada Moss asked.").
        subject_pronouns: lower-case words that open a sentence of their own there ("he").
        words_like_abbreviations: ordinary words, lower case, that the splitter takes for abbreviations ("no",
            "ill"): with a full stop before a capital they end a sentence.
        closing_abbreviations: abbreviations, as written and without full stop, that end a sentence where a
            word of ``sentence_openings`` follows ("Inc", "Fla").
        sentence_openings: words, lower case, that open a sentence and no name ("the", "but").
        name_endings: those abbreviations that end a name ("Inc", "Jr", "Fla"). A sentence ends behind one
            where a word with a capital and one without follow, if the first is none of ``roles``.
        roles: what people are in a company or a place, lower case ("chief", "president").
        works: nouns, lower case, before the name of a work or a firm ("film", "band"). Behind one, a name may
            end in an exclamation mark.
        names_with_marks: names, as written, that have an exclamation mark of their own ("Yahoo").
        number_abbreviations: abbreviations, as written and without full stop, behind which a number goes on
            with the sentence ("approx").
    """

    open_endings: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    clock_endings: frozenset[str] = frozenset()
    date_openings: frozenset[str] = frozenset()
    name_particles: frozenset[str] = frozenset()
    elided_particles: frozenset[str] = frozenset()
    reporting_verbs: frozenset[str] = frozenset()
    subject_pronouns: frozenset[str] = frozenset()
    words_like_abbreviations: frozenset[str] = frozenset()
    closing_abbreviations: frozenset[str] = frozenset()
    sentence_openings: frozenset[str] = frozenset()
    name_endings: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    names_with_marks: frozenset[str] = frozenset()
    number_abbreviations: frozenset[str] = frozenset()


UNKNOWN_LANGUAGE: Final = SegmentationRules()
"""Rules for a text in an unsupported language."""
