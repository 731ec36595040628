"""Words of English that turn a number into a name, a time or a place in an order."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en.number_words import PARTITIVES
from nutgraf.nlp.lang.schema.figures.number_labels import NumberLabels
from nutgraf.nlp.lang.schema.phrases import phrase_table
from nutgraf.nlp.word_lists import word_set

_LOCATIVE: Final = word_set("in at near")

NUMBER_LABELS: Final = NumberLabels(
    labels=word_set(
        """
        article articles section sections page pages chapter number no nos room phase level grade group
        channel junction route highway class version type covid formula division gate line platform ward
        district zone sector unit block floor part step episode volume stage category tier boeing airbus
        flight resolution protocol point-of amendment schedule rule case appendix figure table fig
        clause paragraph verse act bill bus interstate motorway pier lot exhibit plot apartment flat
        suite box windows iphone galaxy playstation apollo soyuz falcon euro season week day year round
        lap race event match game leg bloc studio radio bbc itv cp pm pmi top size title proposition
        prop measure question track trial model mark series station camp cell crew expedition starship
        angle age-group bond g file record issue quarter half period
        """
    ),
    versioned=word_set(
        """
        update version firmware build release patch software ios ipados macos watchos android windows linux
        ubuntu chrome firefox safari bluetooth usb python java css kernel driver beta edition section
        rule paragraph clause chapter article figure table v ver
        """
    ),
    abbreviations=word_set("no nos fig art sec vol p pp"),
    hyphenated=frozenset({"covid"}),
    possessive="s",
    clock=word_set("am pm gmt bst est edt pst utc et pt ist cet cest o'clock noon midnight hrs"),
    clock_phrases=phrase_table({True: "a . m|p . m"}),
    slides=word_set("photos images pictures slides full"),
    partitives=PARTITIVES,
    placing=_LOCATIVE | word_set("from on of to , ."),
    locative=_LOCATIVE,
)
