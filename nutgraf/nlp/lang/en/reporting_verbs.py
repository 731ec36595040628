"""Reporting verbs of English by form and by use, lower case."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

FINITE: Final = word_set(
    """
    affirmed affirms cited cites pointed points remember remembers remembered clarified clarifies murmured
    muttered elaborated remarked said says say told tells tell added adds add warned warns stated states
    announced announces argued argues asked asks insisted insists claimed claims noted notes explained
    explains declared declares replied replies responded responds wrote writes tweeted tweets posted posts
    described describes called calls acknowledged acknowledges admitted admits recalled recalls remarks
    stressed stresses emphasised emphasises emphasized emphasizes urged urges vowed vows promised promises
    pledged joked jokes concluded concludes continued continues complained complains confirmed confirms
    denied denies observed observes testified testifies predicted predicts suggested suggests commented
    comments accused criticised criticises criticized criticizes condemned condemns praised praises labelled
    labels labeled dubbed branded brands quipped shouted shouts yelled cried whispered chanted read reads
    pleaded demanded demands agreed agrees lamented laments mentioned mentions cautioned cautions boasted
    boasts threatened threatens hailed hails blasted slammed denounced denounces reiterated reiterates
    maintained maintains countered counters contended contends asserted asserts alleged alleges advised
    hinted exclaimed sighed believes believed hopes hoped thanked opined mused sang screamed repeated
    repeats expressed characterised characterized dismissed dismisses rejected rejects ruled begged
    recounted texted emailed summed quoted conceded concedes estimated apologised apologized likened
    retorted reflected reckoned reckons implored appealed appeals proclaimed underlined underlines
    underscored underscores questioned opines quips muses wondered wonders answered answers reported reports
    specified specifies recommended assured assures disclosed discloses enthused enthuses elaborates
    volunteered interjected reasoned reasons speculated speculates theorised theorized surmised ventured
    protested objected retorts ripostes riposted counselled counseled reassured reminded reminds summarised
    summarized rebuked chided scolded deplored decried decries lambasted castigated lauded lauds applauded
    applauds welcomed welcomes insinuated intoned deadpanned forecasts marvelled marveled prophesied
    pronounced professed relayed rejoined stipulated swore vouched wailed inquired enquired queried revealed
    reveals write add argue insist explain
    """
)
"""Forms that take a subject."""

PLURAL: Final = word_set("write add argue insist explain")
"""Finite forms that are infinitives too."""

MANNER: Final = word_set(
    """
    indicated indicates highlighted highlights detailed outlined expounded signalled signaled advocated
    fumed thundered snapped barked growled snarled hissed bellowed roared hollered shrieked squealed moaned
    groaned grumbled griped whined sobbed wept sniffed scoffed sneered mocked jeered taunted chuckled
    laughed giggled grinned smiled beamed smirked winked shrugged nodded frowned gasped panted stammered
    stuttered mumbled croaked drawled purred cooed crowed gushed raved ranted railed raged seethed stormed
    bristled huffed chimed bragged gloated teased offered began finished ended closed corrected interrupted
    interposed chorused cheered messaged blogged captioned penned typed scribbled scrawled offers finishes
    shoots volunteers
    """
)
"""Verbs of a manner or of another act, which report right beside a quotation alone."""

PHRASAL: Final = {
    "shot": word_set("back"),
    "hit": word_set("back out"),
    "fired": word_set("back"),
    "lashed": word_set("out"),
    "called": word_set("out"),
    "cried": word_set("out"),
    "shouted": word_set("out back"),
    "went": word_set("on"),
    "carried": word_set("on"),
    "chimed": word_set("in"),
    "piped": word_set("up"),
    "blurted": word_set("out"),
    "burst": word_set("out"),
    "summed": word_set("up"),
    "wrote": word_set("back"),
    "texted": word_set("back"),
}
"""Verbs with the particles behind them; some report with their particle alone."""

PARTICIPIAL: Final = word_set(
    """
    saying telling adding warning stating announcing arguing asking insisting claiming noting explaining
    declaring replying writing tweeting describing calling acknowledging admitting recalling stressing
    emphasising emphasizing urging vowing promising joking concluding complaining confirming denying
    suggesting commenting accusing criticising criticizing condemning praising labelling labeling dubbing
    branding shouting yelling chanting reading demanding alleging hailing denouncing reiterating asserting
    quipping screaming posting citing deeming underlining questioning wondering answering reporting
    remarking observing recommending assuring lamenting pleading boasting predicting cautioning muttering
    whispering responding retorting applauding lauding welcoming exclaiming revealing continuing opining
    musing dismissing
    """
)
"""Forms that continue the clause of a subject."""

ALL: Final = FINITE | PARTICIPIAL
"""All forms that a quotation may hang on."""

REPORTING: Final = word_set(
    "said says told tells added adds warned announced argued insisted claimed noted explained stated wrote"
    " stressed recalled admitted confirmed tweeted say write add"
)
"""Finite forms that may end a sentence whose beginning they report."""

QUOTING: Final = word_set("quoted quotes quoting")
"""Verbs whose object is the speaker."""

PASSING_ON: Final = QUOTING | word_set("cited cites citing")
"""Verbs whose object is the speaker where "as saying" follows."""

ASKING: Final = word_set("asked asks wondered questioned inquired enquired queried demanded")
"""Verbs of questions."""

CONTINUING: Final = word_set("added adds continued continues concluded concludes went reiterated")
"""Verbs by which somebody goes on speaking."""

REPLYING: Final = word_set(
    "replied replies answered answers responded responds retorted retorts riposted shot"
)
"""Verbs of answers."""

OF_DOCUMENTS: Final = word_set("read reads reading")
"""Verbs whose subject may be a sign."""

DENYING: Final = word_set("denied denies denying disputed disputes disputing")
"""Verbs by which somebody says that they did not speak."""

PERFORMING: Final = word_set("sang sings singing")
"""Verbs of songs."""

NAMING: Final = word_set("called calling dubbed named titled entitled labelled labeled branded known")
"""Verbs that, right before an opening mark, give a name instead of quoting."""

ADDRESSING: Final = word_set(
    """
    told tells telling asked asks thanked urged accused met called praised reminded reminds assured assures
    interviewed contacted invited phoned visited joined hired sued blamed
    """
)
"""Verbs whose object may be a person."""

DESCRIBING: Final = word_set(
    "described called condemned labelled labeled branded dubbed hailed denounced dismissed criticised"
)
"""Verbs that a quotation of a word or two may hang on, though nobody is named."""

# Used by the boilerplate, segmentation and summarization rules.
COMMON: Final = word_set("said says told added announced")
"""The verbs that reports use most."""

AFTER_EXCLAMATION: Final = COMMON | word_set("asked replied wrote wondered cried shouted demanded")
"""Verbs of a clause that reports the question or exclamation before it."""

OF_REPORTS: Final = COMMON | {"reported"}
"""Verbs that tell a sentence of a report from boilerplate of loose wording."""

OF_SPEAKERS: Final = COMMON | word_set("argued wrote tweeted asked")
"""Verbs that tell that somebody speaks in a line."""

OF_STATEMENTS: Final = COMMON | word_set("stated claimed reported warned confirmed")
"""Verbs that rank a sentence for a summary."""
