"""Frames of figures: the words of a language that say which quantity of which event a number belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.patterns import NEVER


@dataclass(frozen=True, eq=False, slots=True)
class FigurePartTerms:
    """Words by which a number is recognised as that of a part, of a whole, or of no quantity at all.

    "Behind" and "before" patterns match at the beginning of the text after a number and at the end of the
    text before it.

    Attributes:
        partitive: anywhere in a number's span or behind it, words for a part of those named before ("of
            whom", "of those").
        partitive_named: those of them behind which a participle names the whole ("of those *killed*").
        opens_clause: before, what stands between a number and the beginning of its clause.
        partitive_before: the same in front of a number ("of those,").
        listed: before, words that list a part ("including", "among them").
        additional: behind, words for more of the same ("others").
        additional_before: before, the same ("another").
        additional_within: in a number's own span, the same ("12 other firms").
        whole: before, words that make a number the whole of which another is a part ("two out of the").
        single_place: words that limit a number to one of several places ("at one hospital", "alone").
        share_of: in a number's own span, words that make it a number of some of all ("of the").
        converted: behind, what stands between a number and its value in another unit ("(").
        exception: before, words that make a number the exception ("all but").
        version: before, nouns whose number is a name ("update").
        rival: between two numbers, words that set the number of one source against that of another ("while").
        rival_source: before, words by which a source gives a number ("put it at").
        denied: before, words that say a number is wrong ("not", "rather than").
        denied_number: such words and the number behind them, in digits or as a word, as group 1.
        denials: the words of those that stand between the right number and the wrong one (" not ").
        mistaken: before, words that name a number as an earlier mistake ("an earlier figure of").
        correction: words that say a number corrects another ("correcting", "as first reported").
        money_toll: tolls that are paid ("bridge toll").
    """

    partitive: re.Pattern[str] = NEVER
    partitive_named: re.Pattern[str] = NEVER
    opens_clause: re.Pattern[str] = NEVER
    partitive_before: re.Pattern[str] = NEVER
    listed: re.Pattern[str] = NEVER
    additional: re.Pattern[str] = NEVER
    additional_before: re.Pattern[str] = NEVER
    additional_within: re.Pattern[str] = NEVER
    whole: re.Pattern[str] = NEVER
    single_place: re.Pattern[str] = NEVER
    share_of: re.Pattern[str] = NEVER
    converted: re.Pattern[str] = NEVER
    exception: re.Pattern[str] = NEVER
    version: re.Pattern[str] = NEVER
    rival: re.Pattern[str] = NEVER
    rival_source: re.Pattern[str] = NEVER
    denied: re.Pattern[str] = NEVER
    denied_number: re.Pattern[str] = NEVER
    denials: tuple[str, ...] = ()
    mistaken: re.Pattern[str] = NEVER
    correction: re.Pattern[str] = NEVER
    money_toll: re.Pattern[str] = NEVER


@dataclass(frozen=True, eq=False, slots=True)
class FigureTimeTerms:
    """Words that say of what time, and whether of this event, a number is.

    Attributes:
        other_event: words for an event that is not the one reported ("in a similar accident").
        former_period: words for an earlier period of the same series ("a year earlier").
        compared: before, words that make a number one with which another is compared ("more than the").
        period: words for a part of a year, with the part as group 1 ("second quarter").
        periods: the numbers that those words stand for, lower case ("second": "2").
        to_date: words for a total over a long time ("so far this year", "in the past decade").
        forecast: words for what is expected or planned.
        forecast_words: the single ones of them, lower case, which name no quantity.
        actual: words for what has happened.
        needed: words that make a number a condition, a limit or a threshold ("are needed for").
    """

    other_event: re.Pattern[str] = NEVER
    former_period: re.Pattern[str] = NEVER
    compared: re.Pattern[str] = NEVER
    period: re.Pattern[str] = NEVER
    periods: Mapping[str, str] = field(default_factory=dict)
    to_date: re.Pattern[str] = NEVER
    forecast: re.Pattern[str] = NEVER
    forecast_words: frozenset[str] = frozenset()
    actual: re.Pattern[str] = NEVER
    needed: re.Pattern[str] = NEVER


@dataclass(frozen=True, eq=False, slots=True)
class FigureMeasureTerms:
    """Words that say whether a number is a change or a level, a total or a rate, steady or moving.

    Attributes:
        rise_before: before a number, words that make it the size of a rise ("rose by").
        fall_before: the same for a fall.
        by_before: before a count, words that make it the size of a change ("by").
        rise_behind: behind a number, the same ("higher", "rise in").
        fall_behind: the same for a fall.
        level_before: before a number, words that make it a level ("to", "stood at").
        rate_behind: behind a number, words that make it a rate, with the unit as a group ("a day").
        rate_before: words before a number that do so, with the unit as a group ("annual").
        rate_units: those units, lower case, each with one word for it ("daily": "day").
        market: words of prices that change by the hour ("shares", "index").
        poll: words for opinion polls.
        developing: words for what changes while an event goes on ("homes without power").
        growing: words for what grows then, and never becomes less ("flights cancelled").
        collected: words for money that is given or collected ("donated").
        dimensions: words, lower case, for what a measure is of, with one noun for all of them ("deep":
            "depth").
        physical: nouns of ``dimensions`` that only measures with a unit have ("depth").
        generic: nouns of ``dimensions`` that many things of one story have ("price"), which name no quantity
            alone.
        of_each: nouns of ``dimensions`` that each firm or product of a story has its own of ("profit").
        closing: words for a price at the end of a day's trade.
        opposites: sets of words that exclude one another ("current", "former").
    """

    rise_before: re.Pattern[str] = NEVER
    fall_before: re.Pattern[str] = NEVER
    by_before: re.Pattern[str] = NEVER
    rise_behind: re.Pattern[str] = NEVER
    fall_behind: re.Pattern[str] = NEVER
    level_before: re.Pattern[str] = NEVER
    rate_behind: re.Pattern[str] = NEVER
    rate_before: re.Pattern[str] = NEVER
    rate_units: Mapping[str, str] = field(default_factory=dict)
    market: re.Pattern[str] = NEVER
    poll: re.Pattern[str] = NEVER
    developing: re.Pattern[str] = NEVER
    growing: re.Pattern[str] = NEVER
    collected: re.Pattern[str] = NEVER
    dimensions: Mapping[str, str] = field(default_factory=dict)
    physical: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    of_each: frozenset[str] = frozenset()
    closing: re.Pattern[str] = NEVER
    opposites: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class FigureStatusTerms:
    """Words that say whether a number is an actual value, a gain or a loss, and whose of several sides it is.

    Attributes:
        supposed_before: before a number, words for values that are not the actual one, by their kind
            ("offered", "prosecutors want").
        supposed_behind: behind a number, the same ("that analysts had expected").
        hypothetical: before a number, words for what might have been, of whatever kind.
        reward: words beside which an offered sum is an actual one.
        denying: before a number, words by which its statement is denied.
        untrue: behind a number, the same.
        gain: words for a sum that is won.
        loss: words for a sum that is lost.
        ordinal: at the beginning of a clause, a subject that is one of a series, its place as group 1.
        kin: at the beginning of a clause, a relative of somebody as its subject, the kind as group 1.
        sides: patterns of words for the parties of a fight, one for each side.
        finding: behind such a word, verbs by which the party tells of what others did.
        falling: words that make a length the height of a fall.
        measured: at the beginning of a clause, a thing that is measured, its noun as group 1.
        place_before: before a name, words that make it that of a place.
    """

    supposed_before: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    supposed_behind: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    hypothetical: re.Pattern[str] = NEVER
    reward: re.Pattern[str] = NEVER
    denying: re.Pattern[str] = NEVER
    untrue: re.Pattern[str] = NEVER
    gain: re.Pattern[str] = NEVER
    loss: re.Pattern[str] = NEVER
    ordinal: re.Pattern[str] = NEVER
    kin: re.Pattern[str] = NEVER
    sides: tuple[re.Pattern[str], ...] = ()
    finding: re.Pattern[str] = NEVER
    falling: re.Pattern[str] = NEVER
    measured: re.Pattern[str] = NEVER
    place_before: re.Pattern[str] = NEVER


@dataclass(frozen=True, eq=False, slots=True)
class FigureFrameTerms:
    """Words by which the frame of a figure is read.

    Attributes:
        bounding: words at the end of a text that only bound the number behind it ("more than"). They are left
            out of the text before a number.
        clause_break: punctuation and words between two clauses.
        listing: punctuation and words between two things of a list.
        relative: words of a clause break that stand for what is named before it ("which").
        subordinate: words of a clause break behind which the clause before still holds ("when").
        attribution: behind a name, words that report what it says (" said").
        attribution_before: before a name, the same ("according to", "said police chief").
        person_nouns: nouns, lower case, for a person whose age is told ("boy").
        same_person: words that stand for one of those nouns ("toddler": "boy").
        counted_as: counted nouns, plural and lower case, that mean the same as another one ("stores":
            "shops").
        parts, times, measures, status: as described there.
    """

    bounding: re.Pattern[str] = NEVER
    clause_break: re.Pattern[str] = NEVER
    listing: re.Pattern[str] = NEVER
    subordinate: re.Pattern[str] = NEVER
    relative: re.Pattern[str] = NEVER
    attribution: re.Pattern[str] = NEVER
    attribution_before: re.Pattern[str] = NEVER
    person_nouns: Mapping[str, str] = field(default_factory=dict)
    counted_as: Mapping[str, str] = field(default_factory=dict)
    parts: FigurePartTerms = FigurePartTerms()
    times: FigureTimeTerms = FigureTimeTerms()
    measures: FigureMeasureTerms = FigureMeasureTerms()
    status: FigureStatusTerms = FigureStatusTerms()
