"""Words of English by which a date without a year is past or to come."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en import event_verbs, grammar
from nutgraf.nlp.lang.schema.figures.tense import TenseCues
from nutgraf.nlp.lang.schema.phrases import phrase_table
from nutgraf.nlp.word_lists import word_set

_WILL: Final = word_set("will 'll won't shall")

_SCHEDULED: Final = word_set(
    """
    travel host return start begin open close reopen resume end conclude finish launch depart air premiere
    debut convene entertain vote decide elect choose face expire kick
    """
)
_CAPTIONED: Final = word_set(
    """
    meet play visit leave arrive attend hold speak appear run sail tour welcome compete fight race fly head go
    sit take
    """
)
_PLAIN: Final = _SCHEDULED | _CAPTIONED


def _third_person(verbs: frozenset[str]) -> frozenset[str]:
    return frozenset("goes" if verb == "go" else grammar.plural_of(verb) for verb in verbs)


TENSE: Final = TenseCues(
    future=_WILL
    | word_set(
        """
        must due scheduled expected upcoming forthcoming plans planned planning
        plan until till deadline next hopes aims intends vows promises coming await awaits
        proposed poised slated
        """
    ),
    future_phrases=phrase_table({True: "to be|is to|are to|set to|set for|is set|are set|date set"}),
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
    date_prepositions=word_set("on in at for"),
    present_copulas=word_set("is are"),
    not_before_copulas=word_set("it today that this"),
    after_events=word_set("after following since"),
    outcomes=word_set(
        """
        ruling rulings decision decisions judgment judgement judgments verdict decree resolution letter
        attack attacks raid raids earthquake quake massacre coup killing killings murder crash explosion
        bombing shooting
        """
    ),
    gatherings=word_set("meeting session sitting hearing talks summit debate"),
    outcome_links=frozenset({"of"}),
    limits=word_set("until till"),
    deferring=word_set(
        """
        postponed adjourned suspended extended delayed closed deferred banned remanded sidelined ruled shut
        had has have given gave agreed ordered told asked set put pushed held kept cancelled canceled
        moved rescheduled sentenced jailed
        """
    ),
    deciding=word_set("decided agreed voted promised vowed pledged planned offered wanted arranged"),
    infinitive_markers=frozenset({"to"}),
    negations=word_set("not never"),
    negative_suffix="n't",
    scheduled=_SCHEDULED | _third_person(_SCHEDULED),
    plain_forms=_PLAIN,
    captioned=_CAPTIONED | _third_person(_CAPTIONED),
    scheduled_phrases=phrase_table(
        {
            True: "take effect|takes effect|go on sale|goes on sale|go to the polls"
            "|goes to the polls|come into force|comes into force|go ahead|goes ahead|get under way"
            "|gets under way"
        }
    ),
    repetitions=word_set("again next"),
    progressives=word_set(
        """
        travelling traveling visiting meeting hosting playing returning opening closing holding launching
        starting flying leaving arriving reopening
        """
    ),
    collectives=word_set("team side club squad crew band pair duo trio family police government council"),
    phrase_links=word_set("of for by with on against in at between over about from"),
    subject_pronouns=word_set("he she it they we who which you i"),
)
