"""Words that tell who is speaking."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

FINITE: Final = word_set(
    """
    pointed points remember remembers remembered clarified clarifies murmured muttered elaborated remarked
    said says say told tells tell added adds add warned warns stated states announced announces
    argued argues asked asks insisted insists claimed claims noted notes explained explains declared
    declares replied replies responded responds wrote writes tweeted tweets posted posts described
    describes called calls acknowledged acknowledges admitted admits recalled recalls remarked
    remarks stressed stresses emphasised emphasises emphasized emphasizes urged urges vowed vows
    promised promises pledged joked jokes concluded concludes continued continues complained
    complains confirmed confirms denied denies observed observes testified testifies predicted
    predicts suggested suggests commented comments accused criticised criticises
    criticized criticizes condemned condemns praised praises labelled labels labeled dubbed branded
    brands quipped shouted shouts yelled cried whispered chanted read reads pleaded demanded demands
    agreed agrees lamented laments mentioned mentions cautioned cautions boasted boasts threatened
    threatens hailed hails blasted slammed denounced denounces reiterated reiterates maintained
    maintains countered counters contended contends asserted asserts alleged alleges advised hinted
    exclaimed sighed believes believed hopes hoped thanked opined mused sang
    screamed repeated repeats expressed characterised characterized dismissed dismisses rejected
    rejects ruled begged recounted texted emailed summed quoted conceded concedes estimated
    apologised apologized likened retorted reflected reckoned reckons implored appealed appeals
    proclaimed
    """
)
PARTICIPIAL: Final = word_set(
    """
    saying telling adding warning stating announcing arguing asking insisting claiming noting
    explaining declaring replying writing tweeting describing calling acknowledging admitting
    recalling stressing emphasising emphasizing urging vowing promising joking concluding
    complaining confirming denying suggesting commenting accusing criticising criticizing condemning
    praising labelling labeling dubbing branding shouting yelling chanting reading demanding
    alleging hailing denouncing reiterating asserting quipping screaming posting citing deeming
    """
)
ALL: Final = FINITE | PARTICIPIAL
"""Verbs that a quotation may hang on, in the forms that take or continue a subject."""

REPORTING: Final = word_set(
    """
    said says told tells added adds warned announced argued insisted claimed noted explained stated wrote
    """
)
"""Verbs that may end a sentence whose beginning they report."""

QUOTING: Final = word_set("quoted quotes quoting")
"""Verbs whose object is who speaks."""

PASSING_ON: Final = QUOTING | word_set("cited cites citing")
"""Verbs whose object speaks where "as saying" follows."""

NAMING: Final = word_set(
    """
    called calling dubbed named titled entitled labelled labeled branded known
    """
)
"""Verbs that, right before the mark, give a name instead of quoting."""

PRONOUNS: Final = word_set("he she they it i we you who")
PERSONAL: Final = frozenset({"he", "she"})
BETWEEN: Final = word_set(
    """
    has had have was also later then once again recently repeatedly simply just previously earlier
    today yesterday reportedly publicly still even already further only often always never did does
    himself herself on monday tuesday wednesday thursday friday saturday sunday this week last month
    in an a separate interview statement is are
    """
)
"""Words that may stand between a subject and its verb."""

PREPOSITIONS: Final = word_set(
    """
    of for with to by from in at on about against under over after before during into through
    between among than like via per despite toward towards near behind including
    """
)
DETERMINERS: Final = word_set(
    """
    the a an his her its their our my one another some many most several
    """
)
OWNERS: Final = word_set("the a an his her its their our my these those this some many any no such")
ADDRESSING: Final = word_set("told tells telling asked asks thanked urged accused met called praised")
"""Verbs whose object may be a person."""

DESCRIBING: Final = word_set(
    "described called condemned labelled labeled branded dubbed hailed denounced dismissed criticised"
)
"""Verbs that a quotation of a word or two may hang on, though nobody is named."""

PASSIVE: Final = word_set("was were been being is are be")
NOT_NAMES: Final = word_set(
    """
    the a an but and so then when while after before as if in on at for it he she they we i you this
    that these those there here what who why how monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    according meanwhile however also instead still yet now today yesterday earlier later one another
    some many most several both officials police mr mrs ms miss dr sir lady lord prof professor
    president minister prime senator governor mayor judge general colonel captain chief secretary
    king queen prince princess pope rev admiral sgt lt gen col rep sen gov no not or nor because
    since although though despite his her its their our my additionally asked
    """
)
MASCULINE: Final = frozenset({"mr", "sir", "lord", "king", "prince", "father"})
FEMININE: Final = frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madam", "sister"})
