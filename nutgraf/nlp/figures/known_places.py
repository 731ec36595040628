"""Places that are known whatever the article says, so that a number behind one is told from a name's."""

from __future__ import annotations

from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.ner import gazetteer


def is_known_place(reader: TokenReader, first: int, after: int) -> bool:
    """Return whether the tokens from ``first`` to the one before ``after`` are the name of a known place."""
    return gazetteer.is_known_place(reader.language.names, reader.slice(first, after)) is not None
