"""Words of English that decide whether a sentence or a headline can stand in a story."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.calendar import MONTHS, WEEKDAYS
from nutgraf.nlp.lang.en.counted_nouns import STOPS
from nutgraf.nlp.lang.en.event_verbs import EVENT_VERBS
from nutgraf.nlp.lang.en.figure_labels import PRESENTS
from nutgraf.nlp.lang.en.function_words import ARTICLES, CONJUNCTIONS, INDEFINITE_ARTICLES, PREPOSITIONS
from nutgraf.nlp.lang.en.honorifics import ADDRESSES, RANKS
from nutgraf.nlp.lang.en.number_words import NUMBERS
from nutgraf.nlp.lang.schema.patterns import alternation
from nutgraf.nlp.lang.schema.story_sentences import HeadlineTerms, StorySentenceTerms
from nutgraf.nlp.word_lists import phrase_set, word_set

_TIMES: Final = alternation(
    word_set("week weekend month year season morning afternoon evening summer winter spring autumn time")
)
_DAY: Final = alternation(WEEKDAYS)
_MONTH: Final = alternation(MONTHS)

_FURNITURE: Final = re.compile(
    rf"""\b(?:
        (?:file|handout|undated|stock|library)\s(?:photo|image|picture|pic)
        |photos?:|images?:|pictures?:|video:|watch:|(?:hide|toggle)\scaption|image\scopyright|getty\simages|\d+\sof\s\d+\s(?-i:[A-Z])
        |in\s(?:this|these|an?)\s[^.]{{0,40}}\b(?:photo|image|picture|photograph|video\sgrab|screengrab)s?\b
        |this\s[^.]{{0,30}}\b(?:photo|image|picture|photograph|story|article|report|post|page)\b
        |(?:photo|image|picture|photograph)\s(?:taken|released|provided|by|shows|credit|courtesy)
        |pictured|seen\shere|(?:is|are)\sseen\s(?:in|at|on|from|as|here|during|near|after)\b|(?:shown|seen)\sin\s(?:this|a)\b|\((?:left|right|cent(?:er|re)|file|above|below|l|r)\)
        |read\s(?:more|also|next|full)|click\s(?:here|on)|sign\sup|subscribe|newsletter|follow\s(?:us|\w+\son\s)
        |scroll\sdown|continue\sreading|advertisement|all\srights\sreserved|contributed\sto\sthis|reporting\sby
        |editor[’']s\snote|an?\searlier\sversion
    )"""
    r"|^(?-i:CLOSE\b|\w+[’']s\s[A-Z]\w+\s[A-Z]\w+\s(?:talks|speaks|reports))"
    r"|^(?:update|updated|correction|clarification|note|live|breaking|exclusive|related|more)\b\s?\d*\s?[:|]"
    rf"|\b{_DAY},\s{_MONTH}\.?\s\d{{1,2}},\s\d{{4}}\b",
    re.IGNORECASE | re.VERBOSE,
)
"""A weekday with the whole date dates a picture: reports give the one or the other."""

_OPENINGS: Final = alternation(
    phrase_set(
        """
        another | others | both | each | neither | all of them | all of these | one of them | some of them
        many of them | most of them | none of them | the pair | the trio | the duo | the other | the others
        the latter | the same | the rest | the gap | here | two of them | three of them | instead
        more recently | as such | of these | of those | of them | of that | since then | until then | by then
        back then | after that | before that | that said | secondly | third | finally | lastly | next
        afterwards | separately | elsewhere | similarly | again | yet another | like him | like her | asked
        others | not only | even | moreover | and | but | or | so | yet | nor | which | who | as a result
        what | how | why | among them | at the time | at that time | at the same time | in turn | in return
        in response | in contrast | still | also | meanwhile | nonetheless | however | though | thus | hence
        therefore | besides | anyway | in fact | in addition | additionally | on the other hand | for example
        for instance | adding | otherwise | then | for that | with that | to that end | that
        """
    )
)
_ANYWHERE: Final = alternation(
    phrase_set(
        """
        that day | that night | that time | that year | that week | that month | that point | that moment
        the same day | the same night | the same year | the next day | the next morning
        the following day | the following morning | the following week | the following year
        the previous day | the previous night | a day earlier | a day later | days later | hours later
        minutes later | weeks later | months later | years later | moments later | a week later
        a month later | a year later | a week earlier | a month earlier | a year earlier
        an hour later | meanwhile | the latter | the aforementioned | likewise | by then | since then
        until then | at the time
        only this | do so | did so | doing so | for this | like this | like that | as this | the above
        as follows
        """
    )
)
_POINTING_BACK: Final = re.compile(
    rf"^{_OPENINGS}\b(?!-|\sof\b)"
    rf"|\b{_ANYWHERE}\b"
    rf"|\bthis\s(?!{_TIMES}\b|{_DAY}\b|past\b|coming\b)"
    r"|\b(?:these|those)\s(?!(?:who|whose|of|in|with|from|at|on|under|over|aged|wh\w+|\w+ed|\w+ing|\w+en)\b)"
    r"|\bsuch\s(?!as\b)|\bthat[’']s\b|:$",
    re.IGNORECASE,
)

_COMPARED: Final = (
    "hit struck strikes rammed collided crashed ploughed plowed slammed smashed|"
    "released freed frees releases liberated|"
    "boat ship vessel ferry|plane aircraft jet airplane|car vehicle automobile|"
    "offer bid proposal|acquire buy purchase takeover|firm company|girls schoolgirls|"
    "revealed disclosed announced unveiled|sentenced jailed imprisoned|photos pictures images|"
    "blaze fire inferno|explosion blast|gunman shooter attacker assailant|bill invoice|"
    "apologised apologized sorry|won win wins victory triumph|employees workers staff"
)
"""Groups of words that tell one fact, though they are no synonyms everywhere; the first stands for all."""


_EVENTS: Final = (
    frozenset(EVENT_VERBS.participles.values())
    | word_set("hit released acquire sentenced apologised won blaze explosion")
) - word_set("reported recorded detected identified published added covered contained held taken sent worth")


def _synonyms() -> dict[str, str]:
    """Map each form to one word: a verb to its participle, and that to the first of its group."""
    groups = [group.split() for group in _COMPARED.split("|")]
    firsts = {word: group[0] for group in groups for word in group}
    verbs = {form: firsts.get(participle, participle) for form, participle in EVENT_VERBS.participles.items()}
    return verbs | firsts


_THINGS: Final = word_set(
    """
    offer number paper water order matter power letter center winter summer computer former never under
    after other another over either neither rather however whether later earlier further newer higher
    lower larger smaller bigger september october november december river tower quarter border corner
    dinner weather chapter character disaster danger anger cancer answer layer newspaper helicopter
    register semester theater daughter ever her per for or nor error horror mirror motor tractor reactor
    factor sector monitor behavior color labor harbor floor door minor major prior interior exterior
    plant restaurant want grant significant important relevant instant distant constant giant warrant
    covenant process business access success address illness progress press congress less unless express
    fitness weakness darkness list exist twist mist resist assist consist insist persist asian russian
    italian indian canadian australian proper super upper inner outer cover discover recover deliver
    consider remember enter suffer differ prefer refer transfer wonder together altogether filter timber
    lumber rubber silver copper leather feather shelter shoulder finger liver fever butter cluster
    chamber
    """
)
"""Words that end like nouns for persons."""

_AMOUNTS: Final = word_set("percent cent per about around nearly almost some over up more less most least")


def _is_number(word: str) -> bool:
    return word in _AMOUNTS or all(NUMBERS.is_number_word(part) for part in word.split("-"))


def _is_verb(word: str) -> bool:
    return EVENT_VERBS.is_regular_past(word) or word in PRESENTS


STORY_SENTENCES: Final = StorySentenceTerms(
    furniture=_FURNITURE,
    pointing_back=_POINTING_BACK,
    person_pronouns=word_set("he she him her his hers himself herself"),
    other_pronouns=word_set("it its they them their theirs itself themselves"),
    prepositions=PREPOSITIONS - word_set("of after before than like including despite during under over"),
    impersonal=re.compile(
        r"it\s(?:is|was|remains|remained)\s(?:not\s(?:yet\s)?(?:immediately\s)?(?:clear|known)|unclear|unknown|the\sfirst)\b",
        re.IGNORECASE,
    ),
    thing_pronouns=word_set("it its itself"),
    owners=word_set("its their"),
    definite_articles=ARTICLES - INDEFINITE_ARTICLES,
    phrase_ends=STOPS
    | word_set(
        """
        had been being became become went told added found left began made came gave showed held ran led
        kept felt met paid sent lost won fell rose grew took brought sold bought set put hit cut let spent
        built stood broke drove flew spoke wrote saw knew thought heard
        """
    ),
    possessives=("’s", "'s", "s’", "s'"),
    defining=word_set(
        "of in at on that which who whose whom where to for from with between behind during by against into "
        "about near under over among after before when"
    ),
    joining=CONJUNCTIONS,
    unique=re.compile(
        r"(?:government|president|prime|country|nation|world|police|public|media|sun|moon|earth|sky|internet|us"
        r"|economy|market|markets|state|city|army|military|church|press|weather|future|past|present|law|court"
        r"|authorities|king|queen|pope|sea|ocean|air|ground|area|region|capital|team|season|weekend|week|year"
        r"|month|day|night|morning|afternoon|evening|end|beginning|start|chance|need|way|fact|idea|kind|cause"
        r"|environment|universe|planet|west|east|north|south|left|right|web|mail|road|streets?|coast|border|minister"
        r"|mayor|coroner|opposition|parliament|treasury|dollar|euro|pound|yen|fire|emergency|rescue|site|scene"
        r"|first|last|second|third|only|most|least|best|worst|latest|next|current|late|then|former|new|same|total"
        r"|entire|whole|rest|number|amount|majority|minority|\w+est|\d{4}s)",
        re.IGNORECASE,
    ),
    event_nouns=word_set(
        """
        attack attacks crash accident disaster tragedy shooting blast explosion fire blaze storm case event
        incident match game race election vote deal agreement announcement dead death deaths victims toll
        """
    ),
    persons=re.compile(
        rf"(?:{alternation(ADDRESSES | RANKS)}|\w*(?:man|woman|person|boy|girl)|child|teenager|pupil|victim"
        rf"|(?!{alternation(_THINGS)}\b)\w{{2,}}(?:er|or|ist|ian|ant|ess|eur)|suspect|hostage|friend|mother|father|son|daughter|wife|husband"
        r"|uncle|aunt|cousin|nephew|niece|student|resident|accused|head|boss|star|guard|cook|nurse|athlete"
        r"|refugee|employee|native|hero|guest|host|candidate|colleague|addict|who)",
        re.IGNORECASE,
    ),
    is_verb=_is_verb,
    is_number=_is_number,
    events=_EVENTS,
    synonyms=_synonyms(),
)

HEADLINES: Final = HeadlineTerms(
    unspecific=re.compile(
        r"\?|[:–—-]\s\W*(?:how|why|what)\b|^\W*(?:how|why|what|when|where|who|which|is|are|can|could|should|will|does|did|here[’']?s|here\sare|this\sis"
        r"|meet|watch|video|photos?|pictures?|in\spictures|gallery|live|opinion|analysis|explainer?|editorial|comment"
        r"|column|letters?|review|podcast|quiz|factbox|timeline|profile|briefing|recap|round-?up|at\slast|top|best)\b"
        r"|\b(?:live\s(?:updates?|blog)|as\sit\shappened|what\swe\sknow|everything\s(?:you|we)|need\sto\sknow|in\spictures"
        r"|in\sphotos|photos?:|minute\sby\sminute|round-?up|briefing|at\sa\sglance|explained|a\stimeline"
        r"|things\s(?:to|we|you)|in\s(?:us|american|modern)\shistory)\b"
        r"|^\W*\d+\s(?:things|reasons|ways|photos|facts|takeaways|questions)\b",
        re.IGNORECASE,
    ),
    reaction=re.compile(
        r"\b(?:react(?:s|ion|ions)?|briefed|tributes?|responds?|condemns?|mourns?|comments?|sounds\soff|jokes?"
        r"|should|must|warns?|slams?|fumes?|mocks?|praises?|hails?|calls\sfor|offers\scondolences)\b",
        re.IGNORECASE,
    ),
)
