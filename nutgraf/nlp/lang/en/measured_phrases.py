"""Words of English around the phrase that says what a sum, a share or a measure is about."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en import compass, grammar
from nutgraf.nlp.lang.en.bounds import RANGE_WORD
from nutgraf.nlp.lang.en.function_words import (
    ARTICLES,
    CONJUNCTIONS,
    FORMS_OF_BE,
    FORMS_OF_HAVE,
    INDEFINITE_ARTICLES,
    MODALS,
)
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

_LEVEL_VERBS: Final = word_set(
    """
    reach reaches reached reaching hit hits stand stands stood total totals totalled totaled exceed
    exceeds exceeded top tops topped become becomes became remain remains remained stay stays stayed
    average averages averaged amount amounts amounted equal equals equalled widen widens widened narrow
    narrows narrowed approach approaches approached near nears neared pass passes passed surpass surpasses
    surpassed cross crosses crossed touch touches touched shrink shrinks shrank shrunk slip slips slipped
    dip dips dipped ease eases eased edge edges edged close closed end ended open opened trade traded
    swell swells swelled slow slows slowed cool cools cooled accelerate accelerates accelerated recover
    recovers recovered improve improves improved worsen worsens worsened valued priced estimated pegged
    capped fixed set put kept come comes came go goes went worth
    """
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
    empty=word_set("total sum amount figure number average minimum maximum worth most more less likely"),
    not_before_partitives=word_set(
        "instead because ahead out outside inside regardless irrespective short front capable upwards upward "
        "lieu spite favour favor view terms"
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
        fit complete full certain sure safe correct accurate effective owned vaccinated ready
        downtown upstream downstream inland offshore
        """
    ),
    times=word_set(
        """
        year month week day night summer winter spring autumn season time morning afternoon evening hour
        minute
        """
    ),
    before_figures=ARTICLES | word_set("by to at from"),
    indefinite=ARTICLES,
    auxiliaries=FORMS_OF_BE | FORMS_OF_HAVE | MODALS | word_set("also further already now not still then"),
    copulas=FORMS_OF_BE,
    infinitives=frozenset({"to"}),
    relatives=word_set("which that who"),
    unnamed_subjects=word_set("which who"),
    postpositives=frozenset({"worth"}),
    clause_openers=CONJUNCTIONS
    | word_set("that which who whose where while as when because if since although though after before than"),
    level_verbs=_LEVEL_VERBS,
    superlatives=word_set("record high low peak all-time total combined whopping staggering just"),
    particles=word_set("up down higher lower"),
    figure_links=word_set("to from or and , against with compared up down"),
    object_links=word_set("by to at"),
    price_links=frozenset({"at"}),
    payment_nouns={
        "fined": "fine",
        "paid": "payment",
        "spent": "spending",
        "lost": "loss",
        "cost": "cost",
        "costs": "cost",
        "costing": "cost",
        "charged": "charge",
        "donated": "donation",
        "invested": "investment",
        "pledged": "pledge",
        "stolen": "theft",
        "won": "win",
        "earned": "earnings",
        "earn": "earnings",
        "earns": "earnings",
        "earning": "earnings",
        "borrowed": "loan",
        "lent": "loan",
        "saved": "saving",
    },
    per=frozenset({"per"}),
    prices=frozenset({"cost"}),
    payment_names=word_set("fine cost charge loss costs losses fines charges"),
    exchange_links=frozenset({"for"}),
    appositions=frozenset(":"),
    is_adverb=grammar.ends_like_adverb,
)
