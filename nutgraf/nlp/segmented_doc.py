"""Document of known language with its lines labelled and its sentences split."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from nutgraf.nlp.boilerplate import label_lines
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang import get_language
from nutgraf.nlp.segmentation.sentence_splitter import split_sentences


def segmented_doc(text: str, title: str = "", code: str = "en", published_at: datetime | None = None) -> Doc:
    """Label the lines of a text and split its sentences.

    Args:
        text: the document's text.
        title: its headline, or nothing.
        code: ISO 639-1 code of its language.
        published_at: publication time in UTC.
    """
    doc = Doc(text, title, published_at, code, get_language(code))
    doc = replace(doc, lines=label_lines(doc))
    return replace(doc, sentences=split_sentences(doc))
