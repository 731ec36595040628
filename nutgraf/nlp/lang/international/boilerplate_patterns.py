"""Boilerplate that is the same in every language: links, handles, copyright signs, digits-only dates."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.international.times import NUMERIC_MOMENTS
from nutgraf.nlp.lang.international.web import NETWORKS

LINES: Final = {
    "metadata": rf"""
        {NUMERIC_MOMENTS}[\s|•·.,]*
        |\d+\s/\s\d+|\(\d+\)|[\d\s.,:/|+-]{{1,20}}
        |(?:[\w-]+/){{1,4}}[\w-]+\.(?:html?|php)|https?://\S+|www\.\S+
        """,
    # The last one is an embedded post: its text, who wrote it, and when.
    "share": rf"(?:(?:{NETWORKS})[\s,|•·/&+]*){{1,12}}|@\w{{2,30}}|(?:\#\w+[\s,]*)+"
    r"|.{0,560}[—–]\s?[^@—–]{2,50}\(@\w{1,20}\)\s(?:\S{1,12}\s){1,3}\d{4}",
    "caption": r"(?:facebook\s?|twitter\s?|pinterest\s?|whatsapp\s?){2,4}.{0,300}",
    "comments": r"\S+@\S+\.\w+",
    "copyright": r"(?:©|\(c\)).{0,600}",
}
"""Sources of whole lines of boilerplate, by reason."""

INLINE_PREFIX: Final = r"[|]\s*\.?\s*"
INLINE_SUFFIX: Final = r"©\s[^.]{0,120}?\d{4}[^.]{0,80}\.?"
"""Sources of boilerplate before and behind the prose of a line."""

ANY_CASE_NAME: Final = r"(?:[^\W\d_][\w.'’-]*\s){0,3}[^\W\d_][\w.'’-]*"
"""One to four words, as a person's name has them."""
