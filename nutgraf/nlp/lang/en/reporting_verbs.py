"""Reporting verbs of English by form and by use, lower case."""

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
"""Forms that take a subject."""

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
"""Forms that continue the clause of a subject."""

ALL: Final = FINITE | PARTICIPIAL
"""All forms that a quotation may hang on."""

REPORTING: Final = word_set(
    "said says told tells added adds warned announced argued insisted claimed noted explained stated wrote"
)
"""Finite forms that may end a sentence whose beginning they report."""

QUOTING: Final = word_set("quoted quotes quoting")
"""Verbs whose object is the speaker."""

PASSING_ON: Final = QUOTING | word_set("cited cites citing")
"""Verbs whose object is the speaker where "as saying" follows."""

NAMING: Final = word_set("called calling dubbed named titled entitled labelled labeled branded known")
"""Verbs that, right before an opening mark, give a name instead of quoting."""

ADDRESSING: Final = word_set("told tells telling asked asks thanked urged accused met called praised")
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
