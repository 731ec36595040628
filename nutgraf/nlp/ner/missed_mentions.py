"""Names that the tagger missed: those that it found elsewhere in the article, institutions and demonyms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.demonyms import is_demonym
from nutgraf.nlp.ner.hyphenated_names import HYPHENATED_NAME, is_first_half
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import article_before
from nutgraf.nlp.spans import TaggedSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.model import Field
    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules

_CAPITALISED: Final = re.compile(r"(?<![\w-])[^\W\d_a-z]\w*")
_DEMONYM: Final = re.compile(r"\b[A-Z][\w]+(?:[ -][A-Z]\w+)?")
_WORD: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SURE: Final = 0.8


def propagate_names(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Add a name wherever it stands if the tagger was sure of it elsewhere, and a person's bare surname."""
    kinds = _sure_names(found, doc)
    return [*found, *_unclaimed(found, doc, kinds)]


def _sure_names(found: Sequence[TaggedSpan], doc: Doc) -> dict[str, EntityType]:
    kinds: dict[str, EntityType] = {}
    for mention in found:
        surface = doc.surface(mention)
        if doc.in_heading(mention) or mention.score < _SURE or mention.type is EntityType.MISC:
            continue
        kinds.setdefault(surface, mention.type)
        if mention.type is EntityType.PERSON and " " in surface:
            kinds.setdefault(surface.split()[-1], mention.type)
    return {name: kind for name, kind in kinds.items() if len(name) > 2 and name[0].isupper()}  # noqa: PLR2004


def _unclaimed(found: Sequence[TaggedSpan], doc: Doc, kinds: dict[str, EntityType]) -> Iterator[TaggedSpan]:
    """Yield sure names in the stretches that no mention claims, longest first at each place."""
    names = name_rules(doc)
    opening: dict[str, list[str]] = {}
    for name in sorted(kinds, key=lambda name: (-len(name), name)):
        word = _CAPITALISED.match(name)
        if word:
            opening.setdefault(word.group(), []).append(name)
    for field, start, end in unclaimed_gaps(found, doc):
        text = doc.field_text(field)
        reached = start
        for word in _CAPITALISED.finditer(text, start, end):
            at = word.start()
            standing = (n for n in opening.get(word.group(), []) if _stands(text, n, at, end))
            name = next((n for n in standing if not _is_half(names, text, at, n, kinds)), "")
            if name and at >= reached:
                reached = at + len(name)
                yield TaggedSpan(field, at, reached, kinds[name], _SURE)


def _stands(text: str, name: str, at: int, end: int) -> bool:
    """Return whether a whole name stands at an offset."""
    behind = at + len(name)
    return behind <= end and text.startswith(name, at) and not text[behind : behind + 1].isalnum()


def _is_half(names: NameRules, text: str, at: int, name: str, kinds: dict[str, EntityType]) -> bool:
    """Return whether a name goes on behind a hyphen, with a word that is no name by itself ("Eccles-Todd").

    A person with an article is one of two who meet ("the Reed-Holt talks").
    """
    end = at + len(name)
    if kinds[name] not in HYPHENATED_NAME or not is_first_half(text, end):
        return False
    if kinds[name] is EntityType.PERSON and article_before(names.articles, text, at):
        return False
    second = _LETTERS.match(text, end + 1)
    return second is not None and second[0] not in kinds and not gazetteer.is_country(names, second[0])


def add_institutions_and_demonyms(found: Sequence[TaggedSpan], doc: Doc) -> list[TaggedSpan]:
    """Add institutions under their bare names with an article ("the Senate"), and demonyms."""
    names = name_rules(doc)
    added: list[TaggedSpan] = []
    for field, start, end in unclaimed_gaps(found, doc):
        text = doc.field_text(field)
        added += [
            TaggedSpan(field, match.start(), match.end(), EntityType.ORG, _SURE)
            for match in names.organisations.institutions.finditer(text, start, end)
        ]
        for match in _DEMONYM.finditer(text, start, end):
            if not match[0].isalpha() or match[0].casefold() in names.demonyms.words:
                added += _demonyms(names, field, match)
    return [*found, *added]


def _demonyms(names: NameRules, field: Field, match: re.Match[str]) -> list[TaggedSpan]:
    """Return the demonym that one word or two are, or else the demonyms among them."""
    if is_demonym(names, match.group()):
        return [TaggedSpan(field, match.start(), match.end(), EntityType.NORP, 1.0)]
    return [
        TaggedSpan(field, word.start(), word.end(), EntityType.NORP, 1.0)
        for word in _WORD.finditer(match.string, match.start(), match.end())
        if is_demonym(names, word.group())
    ]


def unclaimed_gaps(found: Sequence[TaggedSpan], doc: Doc) -> Iterator[tuple[Field, int, int]]:
    """Yield the stretches of the title and of the sentences that no mention claims."""
    titles = sorted((m.start, m.end) for m in found if m.field == "title")
    texts = sorted((m.start, m.end) for m in found if m.field == "text")
    for start, end in _between(0, len(doc.title), titles):
        yield "title", start, end
    place, last = 0, len(texts)
    for sentence in doc.sentences:
        start, end = sentence.start, sentence.end
        while place < last and texts[place][0] < end:
            claimed, behind = texts[place]
            if start < claimed:
                yield "text", start, claimed
            start = max(start, behind)
            place += 1
        if start < end:
            yield "text", start, end


def _between(start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for claimed, behind in taken:
        if start < claimed:
            yield start, claimed
        start = max(start, behind)
    if start < end:
        yield start, end
