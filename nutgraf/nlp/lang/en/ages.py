"""Words of English around ages."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en import grammar
from nutgraf.nlp.lang.en.counted_nouns import PERSONS
from nutgraf.nlp.lang.schema.figures.ages import AgeWords
from nutgraf.nlp.lang.schema.phrases import phrase_table
from nutgraf.nlp.word_lists import word_set


def _is_no_name(word: str) -> bool:
    return grammar.ends_like_adverb(word) or word.endswith("'s")


AGES: Final = AgeWords(
    before=word_set("aged age ages"),
    before_phrases=phrase_table({True: "age of|ages of"}),
    persons=PERSONS
    | word_set(
        """
        father mother son daughter brother sister wife husband grandmother grandfather uncle aunt nephew
        niece cousin twin widow widower fiance fiancee girlfriend boyfriend partner captain coach mayor chef
        attorney surgeon student accountant assistant agent president secretary clerk tenant lieutenant
        consultant sergeant servant giant adult youth teen
        model guard cook athlete colonel sergeant general priest bishop monk nun judge star comic critic
        midfielder striker winger forward centre-back full-back prop hooker singer rapper actress host
        """
    ),
    speaking=word_set("said told says tells added died left lived worked"),
    person_suffixes=("er", "or", "ist", "ian", "man", "woman", "ee", "maid", "mate"),
    no_persons=word_set(
        """
        number order paper letter chapter quarter water weather river tower summer winter september october
        november december matter power corner border centre other another center order answer offer error
        floor door sector factor minor major tour doctor's committee degree fee tree three coffee guarantee
        newspaper computer trailer container super layer shoulder helicopter tanker liner disorder register
        saturday cancer counter dinner shelter theater chamber
        """
    ),
    behind_units=phrase_table({True: "old|olds|of age"}),
    names_are_capitalised=True,
    particles=word_set("de da del della di dos du la le van von der den ten bin ibn al el abu"),
    # What stands before a place, and seldom before a person.
    locative=word_set("in at near around across outside inside throughout within"),
    # What stands before a place as often as before a person: not enough where one name stands alone.
    from_somewhere=word_set("of from to for on by between"),
    articles=frozenset({"the"}),
    openers=word_set(
        """
        however meanwhile overall instead indeed therefore moreover furthermore nevertheless nonetheless
        thus hence elsewhere afterwards besides perhaps please yes well oh okay sadly
        """
    ),
    also_names=word_set("will may"),
    is_no_name=_is_no_name,
)
