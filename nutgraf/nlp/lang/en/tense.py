"""Words of English by which a date without a year is past or to come."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en import event_verbs, grammar
from nutgraf.nlp.lang.schema.figures.tense import TenseCues
from nutgraf.nlp.lang.schema.phrases import phrase_table
from nutgraf.nlp.word_lists import word_set

_WILL: Final = word_set("will 'll won't shall")

TENSE: Final = TenseCues(
    future=_WILL
    | word_set(
        """
        must due scheduled expected upcoming forthcoming plans planned planning
        plan until till deadline set next hopes aims intends vows promises starts begins opens expires
        ends resumes kicks faces coming await awaits proposed poised slated
        """
    ),
    future_phrases=phrase_table({True: "to be|is to|are to"}),
    future_suffix="'ll",
    future_auxiliaries=_WILL,
    infinitives=frozenset({"be"}),
    past=word_set(
        """
        said told was were had did went came took made met held began won lost fell rose left got gave
        saw found brought led felt kept hit shot struck spoke wrote sent fled broke became ran grew drew
        ago earlier since been bought sold cut beat paid heard
        """
    ),
    is_regular_past=event_verbs.is_past_form,
    is_adverb=grammar.ends_like_adverb,
    adverbs=word_set("also first to"),
    intended=word_set("due scheduled expected planned set slated supposed proposed"),
    past_auxiliaries=word_set("was were been"),
    turns=word_set("but yet when before until and only"),
    undecided=word_set(
        """
        was were been had has have is are will said told announced added reported confirmed wrote warned
        postponed delayed cancelled canceled moved rescheduled brought
        """
    ),
)
