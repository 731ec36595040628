"""Words of English by which a story names its figures."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.lang.en.counted_nouns import STOPS
from nutgraf.nlp.lang.en.event_verbs import EVENT_VERBS, is_past_form
from nutgraf.nlp.lang.en.function_words import ARTICLES, AUXILIARIES, MODALS, PREPOSITIONS
from nutgraf.nlp.lang.en.number_words import NUMBERS
from nutgraf.nlp.lang.en.pronouns import DEMONSTRATIVES, OBJECTS, POSSESSIVES, SUBJECTS
from nutgraf.nlp.lang.en.reporting_verbs import FINITE
from nutgraf.nlp.lang.schema.figure_labels import FigureLabelTerms, FigurePhraseTerms, Naming
from nutgraf.nlp.word_lists import phrase_set, word_set

_COPULAS: Final = word_set("is are was were be been being")
_REACHES: Final = word_set(
    "reached reaches hit hits totalled totaled totals averaged averages stood stands remained remains "
    "exceeded topped tops equalled became becomes came amounted amounts"
)
_RISES: Final = word_set(
    "rose rises risen increased climbed jumped surged soared gained grew grown advanced rallied added up"
)
_FALLS: Final = word_set(
    "fell falls fallen dropped declined decreased slumped slid plunged tumbled sank shrank lost dipped "
    "slipped eased contracted crashed down"
)
_TRANSITIVE: Final = word_set(
    """
    raised raises raising raise lifted cut cuts cutting lowered lowers slashed put puts putting set
    sets setting increased increases doubled trimmed boosted extended reduced revised brought brings
    took takes valued values estimated estimates priced sold bought offered kept left gave gives given
    """
)
_IRREGULAR_PASTS: Final = word_set(
    """
    fell rose grew took gave got had held hit cost paid spent lost won sold bought made said told
    began ran came went saw met put set left kept stood led flew drove broke shot sank shut struck
    stole sent felt found built brought thought knew wore wrote spoke drew threw beat became known
    seen given taken shown done gone drawn written spoken stolen born doing died fled used standing
    measuring weighing stretching lasting
    """
)
_NOUNS_LIKE_VERBS: Final = word_set("hit cost cut set put shot lead left united shut beat saw felt found")
PRESENTS: Final = word_set(
    """
    costs weighs lasts measures stands takes makes gives has holds employs owns runs says wants needs
    includes contains carries rises falls comes gets asks pays brings keeps leaves lies sits helps puts
    spends earns serves houses remains expects
    """
)
"""Forms of the present that stand behind a subject more often than they are a plural."""


_PARTICIPLES: Final = frozenset(EVENT_VERBS.participles.values()) - word_set(
    "cost cut hit worth homeless missing sent lost shot"
)


def _is_verb(word: str) -> bool:
    return (
        word in AUXILIARIES
        or word in _PARTICIPLES
        or word in MODALS
        or word in _IRREGULAR_PASTS
        or word in PRESENTS
        or word in FINITE
        or is_past_form(word)
    )


_TELLING: Final = frozenset(EVENT_VERBS.participles.values()) - word_set(
    """
    spent risen fallen grown worth cost reported crashed collapsed attended contained covered added taken held
    hit raised recorded detected identified lost registered published ordered approved purchased
    """
)
"""Participles that tell of counted things what happened to them, where they stand behind the noun."""


def _is_participle(word: str) -> bool:
    return word in _TELLING


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or all(NUMBERS.is_number_word(part) for part in word.split("-"))


_OLD: Final[Naming] = ("age", "age of {}")
_WEIGHT: Final[Naming] = ("weight", "weight of {}")
_DURATION: Final[Naming] = ("duration", "duration of {}")
_COST: Final[Naming] = ("cost", "cost of {}")
_LENGTH: Final[Naming] = ("length", "length of {}")
_HEIGHT: Final[Naming] = ("height", "height of {}")
_VALUE: Final[Naming] = ("value", "value of {}")

_NO_NOUNS: Final = word_set(
    """
    worth than percent cent so very rather instead bigger larger smaller brighter darker faster slower higher
    lower longer shorter stronger weaker cheaper richer hotter colder older younger greater fewer better worse
    early late alone together away across apart each apiece today tomorrow yesterday tonight
    """
)
"""Adjectives and adverbs that follow a number without naming what it measures."""

LABELS: Final = FigureLabelTerms(
    phrases=FigurePhraseTerms(
        ends=(
            STOPS | PREPOSITIONS | SUBJECTS | word_set("worth than percent cent so very rather instead again")
        )
        - word_set("near like inside outside"),
        is_verb=_is_verb,
        is_participle=_is_participle,
        is_number=_is_number,
        determiners=ARTICLES
        | POSSESSIVES
        | DEMONSTRATIVES
        | word_set("new own about some all both each only"),
        prepositions=PREPOSITIONS,
        hedges=word_set(
            """
            about around nearly almost some roughly approximately more less than least most much many little
            few over under only just estimated reported exactly another now still slightly well far currently
            between also already
            """
        ),
        hedge_phrases=frozenset(
            tuple(phrase.split())
            for phrase in phrase_set(
                "up to | at least | at most | close to | more than | less than | as much as | as many as"
                "| as high as | as low as | as little as | as few as | as long as | a total of | just over"
            )
        ),
        partitives=frozenset({"of"}),
        reaching=word_set("to at below above under over past from as"),
        relatives=word_set("that which who"),
        possessive_relatives=word_set("whose"),
        clause_words=re.compile(
            r"\b(?:when|where|while|but|because|although|though|said|says|after|before|if|unless|whereas)\b"
            r"|\band\s(?=(?:it|he|she|they|that|the\s\w+\s(?:is|was|were|are|has|had))\b)",
            re.IGNORECASE,
        ),
        age_links=word_set("aged age is was who now then turned a an the only just"),
        pronouns=SUBJECTS | OBJECTS | POSSESSIVES | DEMONSTRATIVES | word_set("who which there"),
        moments=word_set("in on early late"),
        lasting=word_set("for"),
        particles=word_set("out off down up away over on"),
        agents=word_set("by"),
        when=word_set("when"),
        hollow=word_set(
            """
            total sum amount figure number average minimum maximum rate most more less times time people
            persons ways way things thing points point parts part sides side others some lot range high
            low level increase rise fall drop decline growth change cut value size cash end course year
            years month months week weeks day days hour hours minute minutes second seconds decade decades
            last first second third half quarter one ones much many bit excess terms fact
            """
        ),
    ),
    states=_COPULAS | _REACHES | _RISES | _FALLS,
    measures={
        **dict.fromkeys(("weighs", "weighed", "weighing", "weigh"), _WEIGHT),
        **dict.fromkeys(("lasted", "lasts", "lasting", "last"), _DURATION),
        **dict.fromkeys(("measures", "measured", "measuring"), ("size", "size of {}")),
    },
    attached=word_set("worth costing weighing measuring lasting"),
    sums_by_verb={
        **dict.fromkeys(("cost", "costs", "costing"), _COST),
        **dict.fromkeys(("spent", "spends", "spend", "spending"), ("amount spent", "amount spent by {}")),
        **dict.fromkeys(("paid", "pays", "pay", "paying"), ("amount paid", "amount paid by {}")),
        **dict.fromkeys(("earned", "earns", "earning"), ("earnings", "earnings of {}")),
        **dict.fromkeys(("fined",), ("fine", "fine")),
        **dict.fromkeys(("owes", "owed"), ("debt", "debt of {}")),
        **dict.fromkeys(("invested", "invests", "invest"), ("investment", "investment by {}")),
        **dict.fromkeys(("donated", "donates"), ("donation", "donation by {}")),
        **dict.fromkeys(("worth",), _VALUE),
    },
    changes={
        **dict.fromkeys(_RISES, "rise in {}"),
        **dict.fromkeys(_FALLS, "fall in {}"),
    },
    made_changes={
        **dict.fromkeys(word_set("cut cuts cutting reduced reduces lowered trimmed slashed"), "cut in {}"),
        **dict.fromkeys(word_set("raised raises raising increased increases lifted"), "rise in {}"),
    },
    transitive=_TRANSITIVE,
    dimensions={
        "tall": _HEIGHT,
        "high": _HEIGHT,
        "long": _LENGTH,
        "wide": ("width", "width of {}"),
        "broad": ("width", "width of {}"),
        "deep": ("depth", "depth of {}"),
        "thick": ("thickness", "thickness of {}"),
        "old": _OLD,
    },
    parts={
        FigureKind.PERCENT: "share of {}",
        "time": "duration of {}",
        "months": "duration of {}",
    },
    determined_parts={"length": "stretch of {}", "area": "area of {}"},
    sizes={
        "mass": "weight of {}",
        "length": "size of {}",
        "area": "area of {}",
        "time": "duration of {}",
        "months": "duration of {}",
        "volume": "volume of {}",
    },
    price="price of {}",
    sums="amount of {}",
    money_nouns=word_set(
        """
        price prices cost costs fine fines bill bills offer bid budget profit loss losses
        revenue revenues sales debt debts loan loans grant grants payment payments salary wage
        wages fee fees tax taxes bonus value damage damages deal contract investment fund
        funding funds rent subsidy subsidies compensation bail turnover income earnings dividend
        deficit surplus aid donation prize jackpot ransom savings spending expenses charge toll
        fare fares tariff penalty settlement package stake loot
        """
    ),
    measure_nouns=word_set(
        """
        speed speeds distance height length width depth weight altitude temperatures size gust gusts wind
        winds area volume capacity range radius diameter thickness mass thrust power rainfall snowfall
        """
    ),
    renamed={
        **dict.fromkeys(("prison", "jail", "sentenced", "jailed", "imprisoned"), "prison sentence"),
    },
    rate=re.compile(
        r"[\s-]*(?:a|an|per|each|every)[\s-](?P<unit>share|barrel|tonne|ton|ounce|litre|liter|gallon|hour|day|week"
        r"|month|year|person|head|unit|kilo|kilogram|pound|mile|kilometre|kilometer|night|ticket|seat|household"
        r"|family|passenger|pupil|student|employee|child)\b",
        re.IGNORECASE,
    ),
    per="{} per {}",
    period=re.compile(r"\b((?:first|second|third|fourth)[\s-](?:quarter|half))\b", re.IGNORECASE),
    within="{}, {}",
    age="age of {}",
    when="when {}",
    how_long="how long {}",
    definite="the {}",
    of_aspect="{} {}",
    generic={
        FigureKind.MONEY: "an amount of money",
        FigureKind.PERCENT: "a share",
        FigureKind.COUNT: "a number",
        FigureKind.QUANTITY: "a measure",
        FigureKind.DATE: "a date",
        "length": "a distance",
        "area": "an area",
        "speed": "a speed",
        "mass": "a weight",
        "time": "a duration",
        "months": "a duration",
        "volume": "a volume",
    },
    generic_age="a person's age",
    number_of="a number of {}",
)
