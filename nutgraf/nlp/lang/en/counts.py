"""Words of English around a counted number, with or without its noun."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en.function_words import ARTICLES, FORMS_OF_BE, FORMS_OF_HAVE
from nutgraf.nlp.lang.en.number_words import PARTITIVES
from nutgraf.nlp.lang.schema.figures.counts import CountWords, EllipsisWords
from nutgraf.nlp.lang.schema.phrases import phrase_table
from nutgraf.nlp.word_lists import word_set

_AND: Final = frozenset({"and"})
_RELATIVES: Final = word_set("who that which")

COUNTS: Final = CountWords(
    ones=frozenset({"one"}),
    not_before_ones=word_set("no any every each this that the another which some only"),
    not_after_ones=word_set("of another -"),
    not_before_numbers=word_set("per every each hundred thousand"),
    auxiliaries=FORMS_OF_BE | FORMS_OF_HAVE | word_set("get got"),
    skipped=FORMS_OF_BE
    | FORMS_OF_HAVE
    | _RELATIVES
    | _AND
    | word_set(
        """
        also reportedly feared confirmed believed still seriously critically badly severely slightly
        more others reported thought presumed known to now so far left already initially officially either
        tragically subsequently later lightly declared found
        """
    ),
    conjunctions=_AND,
    joined_after=word_set("dead more others"),
    prepositions=word_set("in on at from aboard of near inside across around among under with"),
    clause_openers=_RELATIVES | word_set("and but"),
    asides=word_set("including among most mostly many some all mainly nearly at"),
    after_participles=word_set(
        """
        in by at after as when during on and over since from near or while following across so inside
        outside amid before but with this last yesterday today overnight to for under
        """
    ),
    before_numbers=ARTICLES | PARTITIVES | word_set("another further additional total some its their more"),
    passive_auxiliaries=FORMS_OF_BE - {"be"},
    articles=ARTICLES,
    toll_nouns=frozenset({"toll"}),
    toll_phrases=phrase_table(
        {True: "number of dead|number of deaths|number of fatalities|number of people killed"}
    ),
    toll_verbs=word_set("from to of at reached hit passed topped is was exceeded"),
    toll_roads=word_set("bridge road motorway highway tunnel turnpike crossing lorry truck car"),
    toll_event="killed",
    collectives=word_set(
        """
        workforce staff crew squad crowd population team family group panel audience congregation garrison
        membership jury party delegation class attendance gang force army choir orchestra brigade gathering
        cast entourage field
        """
    ),
    headcounts=word_set("membership attendance workforce headcount enrolment enrollment"),
    totals=phrase_table({True: "the number of|total number of"}),
    more=word_set("more overall altogether fewer"),
    than=frozenset({"than"}),
    situations=phrase_table(
        {
            True: "in critical condition|in a critical condition|in serious condition|in a serious condition"
            "|in intensive care|in hospital|in custody"
        }
    ),
    comparisons=phrase_table(
        {
            True: "up from|down from|compared with|compared to|rising from|falling from|an increase from"
            "|a rise from|a fall from|a drop from|as against|versus|more than the|fewer than the"
        }
    ),
    share_comparisons=phrase_table(
        {True: "against|as against|up from|down from|compared with|compared to|rising from|falling from"}
    ),
    possession_verbs=word_set(
        """
        got gets get won wins win took takes take had has have lost loses lose received receives scored
        scores sold made bought built secured claimed missed kept managed polled collected recorded saw
        """
    ),
    list_prepositions=word_set("from in at on"),
    clause_joiners=_AND | word_set("while but whereas although"),
)

ELLIPSIS: Final = EllipsisWords(
    partitives=PARTITIVES,
    pronouns=frozenset({"them"}),
    people_pronouns=word_set("us whom"),
    relatives=frozenset({"whom"}),
    fronted_pronouns=word_set("whom which them those these"),
    determiners=frozenset({"the"}),
    demonstratives=frozenset({"those"}),
    people_relatives=frozenset({"who"}),
    aboard=phrase_table({True: "on board|aboard"}),
    aboard_what="people aboard",
    not_before_aboard=word_set("at take takes taking took taken bring brings bringing brought get gets got"),
    after_aboard=ARTICLES
    | FORMS_OF_BE
    | FORMS_OF_HAVE
    | _RELATIVES
    | word_set("when as and but or at if after before while its his her their this these that those died"),
    complements=phrase_table(
        {
            True: "all but|all except|all except for|all bar|all apart from|everyone but|everyone except"
            "|everyone bar|everyone apart from|apart from|none of the|none of|neither of the"
            "|neither of|not|hardly"
        }
    ),
    auxiliaries=phrase_table({True: "were|are|have been"}),
    afflicted=word_set("injured wounded dead missing sick infected arrested detained homeless"),
    copulas=word_set("were are"),
)
