"""Words of English around the phrase that says what a sum, a share or a measure is about."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en import compass, grammar
from nutgraf.nlp.lang.en.bounds import RANGE_WORD
from nutgraf.nlp.lang.en.function_words import ARTICLES, FORMS_OF_BE, INDEFINITE_ARTICLES
from nutgraf.nlp.lang.en.number_words import PARTITIVES
from nutgraf.nlp.lang.schema.figures.measured_phrases import ChangeWords, MeasuredPhraseWords
from nutgraf.nlp.word_lists import word_set

CHANGES: Final = ChangeWords(
    joiners=RANGE_WORD,
    openers=frozenset({"by"}),
    intransitive=word_set(
        """
        up down higher lower rise increase drop fall jump gain climb decline slip slips slipped dip dips
        dipped ease eases eased edge edges edged advance advances advanced shrink shrinks shrank shrunk
        widen widens widened narrow narrows narrowed reduce reduces reduced swell swells swelled rallied
        sink sinks sank rebound rebounded tick ticked swing swung
        """
    ),
    # Only "by" tells that these change a number.
    transitive=word_set(
        "cut cuts cutting raise raises raised raising lift lifts lifted lower lowers lowered trim trims "
        "trimmed boost boosts boosted slash slashed slashes lengthen lengthened extend extended"
    ),
    past=word_set("rose fell grew slid cut shrank sank swung shrunk risen fallen grown sunk up down"),
    passive_auxiliaries=FORMS_OF_BE,
    adverbs=word_set("another further"),
)

MEASURED_PHRASES: Final = MeasuredPhraseWords(
    links=PARTITIVES | word_set("in for on"),
    partitives=PARTITIVES,
    articles=ARTICLES | word_set("its his her their our this these those new additional extra"),
    rates=INDEFINITE_ARTICLES | word_set("per each every"),
    worth=frozenset({"worth"}),
    changes=word_set(
        "drop increase rise fall decline cut decrease jump growth reduction surge share slump gain"
    ),
    change_links=frozenset({"in"}),
    empty=word_set("total sum amount figure number average minimum maximum rate worth most more less"),
    not_before_partitives=word_set(
        "instead because ahead out outside inside regardless irrespective short front capable upwards upward"
    ),
    # Adverbs and adjectives that stand behind a measure without being what it measures.
    ends=compass.POINTS
    | compass.COMBINED_POINTS
    | word_set(
        """
        till overseas brand come
        last next previous following same first second third fourth fifth instead worldwide everyday
        either nationally nationwide alone together behind ahead left further farther online abroad
        overnight away back apart prior thick tall high long deep wide clear bigger higher lower larger
        smaller faster slower better worse else home
        downtown upstream downstream inland offshore
        """
    ),
    times=word_set(
        """
        year month week day night summer winter spring autumn season time morning afternoon evening hour
        minute
        """
    ),
    before_figures=ARTICLES | word_set("by to at"),
    indefinite=ARTICLES,
    perfect_auxiliaries=word_set("has have had been also further"),
    is_adverb=grammar.ends_like_adverb,
)
