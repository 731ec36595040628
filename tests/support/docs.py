"""Documents as the stages of the pipeline take them, made in a line for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang import get_language
from nutgraf.nlp.spans import LabelledLine, SentenceSpan


def english(  # noqa: PLR0913 - the fields of a Doc
    text: str,
    sentences: Sequence[SentenceSpan] | None = None,
    published_at: datetime | None = None,
    *,
    title: str = "",
    lines: Sequence[LabelledLine] = (),
    code: str = "en",
) -> Doc:
    """A document whose whole text is one sentence, unless sentences are given."""
    if sentences is None:
        sentences = (SentenceSpan(0, len(text), 0),) if text else ()
    return Doc(text, title, published_at, code, get_language(code), tuple(lines), tuple(sentences))
