"""Boilerplate detection: the patterns and words of a language.

All patterns of whole lines are matched with ``fullmatch``, all others with ``search``, unless said otherwise.
A line comes without surrounding whitespace and without its list marker.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from nutgraf.nlp.lang.international.boilerplate_patterns import INLINE_PREFIX, INLINE_SUFFIX, LINES
from nutgraf.nlp.lang.international.web import CONTACT
from nutgraf.nlp.lang.schema.patterns import NEVER

LinePatterns = tuple[tuple[str, re.Pattern[str]], ...]

LINE_REASONS: Final = (
    "metadata",
    "navigation",
    "share",
    "caption",
    "advertisement",
    "cookie",
    "newsletter",
    "comments",
    "copyright",
    "related",
)
"""Reasons that a pattern can give to a line, in the order in which they are tried."""


def line_patterns(sources: Mapping[str, str] = MappingProxyType({})) -> LinePatterns:
    """Compile patterns of whole lines, joined with those that hold in every language.

    Args:
        sources: sources of verbose, case-insensitive patterns, by reason.

    Raises:
        ValueError: a reason is unknown.
    """
    unknown = sources.keys() - set(LINE_REASONS)
    if unknown:
        raise ValueError(f"No line of boilerplate is removed for {', '.join(sorted(unknown))}.")
    return tuple(
        (reason, re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE | re.VERBOSE))
        for reason in LINE_REASONS
        if (parts := [table[reason] for table in (sources, LINES) if reason in table])
    )


@dataclass(frozen=True, eq=False, slots=True)
class CreditPatterns:
    """Lines that say who made an article or its pictures.

    Attributes:
        byline: a line that only names authors or agencies ("By Ann Poe", "(Reporting by Ann Poe)").
        biography: a sentence that introduces the author ("Ann Poe is a reporter based in Oslo.").
        credit: a line of names beside what they did ("Text Ann Poe, photos Li Wen").
        credited_picture: a caption that ends with whose picture it is ("The quay on Sunday. Photo: Ann Poe").
    """

    byline: re.Pattern[str] = NEVER
    biography: re.Pattern[str] = NEVER
    credit: re.Pattern[str] = NEVER
    credited_picture: re.Pattern[str] = NEVER


@dataclass(frozen=True, eq=False, slots=True)
class InlinePatterns:
    """Boilerplate at the ends of a line of prose.

    Attributes:
        prefix: one piece of boilerplate before the prose, used with ``match`` as long as it matches
            ("UPDATED: 14:11 EST. ").
        byline: opening of a prefix that is a byline, used with ``match`` ("By"); other prefixes are metadata.
        suffix: boilerplate between the end of a sentence and the end of the line ("READ MORE: …").
    """

    prefix: re.Pattern[str] = re.compile(INLINE_PREFIX)
    byline: re.Pattern[str] = NEVER
    suffix: re.Pattern[str] = re.compile(rf"(?<=[.!?\"”'’)])\s*(?:{INLINE_SUFFIX})$")


@dataclass(frozen=True, eq=False, slots=True)
class AddressPatterns:
    """Words by which a page speaks to its reader, and a report of other people.

    Attributes:
        first_person: the outlet speaks of itself ("our", "we").
        second_person: the reader is spoken to ("your", "please").
        imperative: a sentence opens with a request ("Subscribe", "Read").
        speech: somebody speaks ("said", "according to", "I").
        person: somebody is spoken of ("she", "who").
        past: a verb in a past tense ("was", "closed").
        present: a verb in a present tense or a modal ("is", "may").
        self_reference: the page speaks of itself as a page ("this article", "here").
    """

    first_person: re.Pattern[str] = NEVER
    second_person: re.Pattern[str] = NEVER
    imperative: re.Pattern[str] = NEVER
    speech: re.Pattern[str] = NEVER
    person: re.Pattern[str] = NEVER
    past: re.Pattern[str] = NEVER
    present: re.Pattern[str] = NEVER
    self_reference: re.Pattern[str] = NEVER


@dataclass(frozen=True, eq=False, slots=True)
class SiteWords:
    """Words of a page about itself.

    Attributes:
        by_reason: patterns of words, by the reason that they give to a line ("cookie": "consent").
        all: one pattern of all those words.
    """

    by_reason: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    all: re.Pattern[str] = NEVER

    @classmethod
    def compile(cls, sources: Mapping[str, str]) -> SiteWords:
        """Return the words of case-insensitive sources by reason."""
        whole = {reason: rf"\b(?:{source})\b" for reason, source in sources.items()}
        return cls(
            {reason: re.compile(source, re.IGNORECASE) for reason, source in whole.items()},
            re.compile("|".join(whole.values()), re.IGNORECASE) if whole else NEVER,
        )


@dataclass(frozen=True, eq=False, slots=True)
class BoilerplateRules:
    """What boilerplate detection knows of a language.

    Attributes:
        line_patterns: patterns of whole lines by reason, made by the function of this name ("newsletter":
            "Sign up for our newsletter").
        credits: lines that say who made an article or its pictures.
        related_heading: a line that announces links to other articles ("Similar Articles").
        inline: boilerplate at the ends of a line of prose.
        reported: words that a report has and a byline has not ("said", "was").
        addressed: words of boilerplate ("you", "newsletter", "©"); a whole sentence without them that matches
            a line pattern of loose wording is kept as a sentence of the report.
        address: words by which a page speaks to its reader.
        unambiguous_words: words that seldom stand in a report ("newsletter").
        ambiguous_words: words that mean the page in one line and something else in another ("letter").
        commonest_words: function words, lower case, that make up at least a tenth of any text in the language
            and of hardly any text in another ("the", "of"). They decide which language a text is cleaned by,
            and whether the classifier judges it.
        unspecific_words: words, lower case, that tell nothing of a text's subject ("there", "would").
        plural_endings: characters that are cut from the end of a word before words are compared ("s").
        model: folder of the classifier's weights below ``nutgraf/nlp/models``; None when none was trained,
            which leaves the lines that no pattern knows as they are.
    """

    line_patterns: LinePatterns = field(default_factory=line_patterns)
    credits: CreditPatterns = field(default_factory=CreditPatterns)
    related_heading: re.Pattern[str] = NEVER
    inline: InlinePatterns = field(default_factory=InlinePatterns)
    reported: re.Pattern[str] = NEVER
    addressed: re.Pattern[str] = re.compile(CONTACT)
    address: AddressPatterns = field(default_factory=AddressPatterns)
    unambiguous_words: SiteWords = field(default_factory=SiteWords)
    ambiguous_words: SiteWords = field(default_factory=SiteWords)
    commonest_words: frozenset[str] = frozenset()
    unspecific_words: frozenset[str] = frozenset()
    plural_endings: str = ""
    model: str | None = None
