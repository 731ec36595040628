"""First subject of a stretch: behind an inverted verb ("said the mayor, Maria Lenz"), or of a clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.quotations.phrase_tags import TaggedWords, tag_words
from nutgraf.nlp.quotations.subject import (
    ARTICLE_AND_NUMBER,
    NOBODY,
    Subject,
    is_counted,
    is_of_people,
    mention_speaker,
    noun_of,
    owner_of,
    person_of_titled,
    speaker_of_run,
    subject_of_pronoun,
)

if TYPE_CHECKING:
    from nutgraf.model import Speaker
    from nutgraf.nlp.quotations.speaker_candidates import SpeakerMentions

_TITLED: Final = re.compile(r"[DUGOSTxK#]*TK*(?P<of>o)[DA]?[UGOSKTxo]*?P")
_TITLED_PLACE: Final = re.compile(r"[DUGOSTxK#]*TK*(?P<of>o)[DA]?G")
_APPOSED: Final = re.compile(
    r"(?:[DAHS]|(?=[xTK]))[xSTKUGO#]*[xTKdOG](?:[op][DAHxUGOSTKPop#]*)?,[TUK#]*(?P<name>P)(?=[,e(]|$)"
)
_PERSON: Final = re.compile(r"[DAH]?(?:x{0,3}[#SGOUKT]){0,6}x{0,3}(?P<name>P)")
_MAIN_PERSON: Final = re.compile(r"(?:[DAH]x{0,3})?[#SGOUKT]*(?:x{0,2}[TK]){0,3}(?P<name>P)(?!,r)")
_GROUP: Final = re.compile(r"D?x?(?P<name>[OG])")
_NOUN: Final = re.compile(r"(?:[DHA]|(?=[SUx#]))[x#UGOS]*(?P<name>[TKY])(?![xTKUOG])")
_DOCUMENT: Final = re.compile(r"[DAH]?[xSGOUK]*(?P<name>d)(?:p(?P<source>[DAH]?[xTUKGO#]*[PO]))?")
_UNLINKED: Final = re.compile(r"(?:[DAH]x{0,3})?[xTK#]{0,4}(?P<name>U{1,4})(?=[,eopb(]|$)")
_INDEFINITE: Final = re.compile(r"A|H|D|x{0,3}Y")
_ADVERBIAL: Final = re.compile(r"[DA][Yx#b]*(?:p[DAH]?[x#bGOUS]*)*,(?![A-Z#]+,)")
_SECOND: Final = re.compile(r"(?:,[^,er]*,)?c(?=(?:[DAH]x{0,3})?[#SGOUKT]*x{0,3}P)")
_SECOND_UNKNOWN: Final = re.compile(r"c[DAH]?[x#]*[TKY]")
_SECOND_APPOSED: Final = re.compile(r"c[HDA][xTK]+,(?P<name>P)")
_LISTED: Final = re.compile(r",(?=P(?:,P)*,?c)")
_CLAUSE_GOES_ON: Final = re.compile(r"[^STUPK]")
_GROUP_ENDS: Final = re.compile(r"[,e()opbvz]|$")
_NOUN_TAGS: Final = frozenset("xTK")
_LEADING: Final = "bcze,"
_REACH_OF_MAIN: Final = 160
_MOST_LEADING_CLAUSES: Final = 3


def subject_after(names: SpeakerMentions, verb_end: int, limit: int) -> Subject | None:
    """Return the subject behind an inverted verb: "said Maria Lenz", "added the airline"."""
    words = tag_words(names, verb_end, limit)
    tags = words.tags
    if not tags or tags[0] in "pobvzwe,(":
        return None
    if tags[0] in "rq":
        return subject_of_pronoun(words, 0)
    return _named(words, 0, inverted=True)


def main_subject(names: SpeakerMentions, start: int, end: int) -> Subject | None:
    """Return the subject of a clause, for verbs that go on with it ("…, saying", "… and said")."""
    words = tag_words(names, start, min(end, start + _REACH_OF_MAIN))
    tags = words.tags
    position = len(tags) - len(tags.lstrip(_LEADING))
    for _ in range(_MOST_LEADING_CLAUSES):
        if position >= len(tags):
            return None
        if tags[position] in "rq":
            return subject_of_pronoun(words, position)
        found = _named(words, position, inverted=False) if tags[position] not in "pozwv" else None
        if found is not None:
            return found
        position = tags.find(",", position) + 1
        if position == 0:
            return None
    return None


def _named(words: TaggedWords, at: int, *, inverted: bool) -> Subject | None:
    """Return the subject whose phrase starts at a chunk."""
    tags = words.tags
    found = (_PERSON if inverted else _MAIN_PERSON).match(tags, at)
    if found and not (tags[at] in "DAH" and tags[found.end() : found.end() + 1] in _NOUN_TAGS):
        name = mention_speaker(words, found.start("name"))
        return _with_others(words, name, found.end(), inverted=inverted)
    found = _TITLED.match(tags, at) or _TITLED_PLACE.match(tags, at)
    titled = person_of_titled(words, found.start("of"), found.end()) if found else None
    if found and titled:
        return _with_others(words, titled, found.end(), inverted=inverted)
    found = _APPOSED.match(tags, at)
    if found:
        name = mention_speaker(words, found.start("name"))
        return _with_others(words, name, found.end(), inverted=inverted)
    return _not_a_person(words, at, inverted=inverted)


def _not_a_person(words: TaggedWords, at: int, *, inverted: bool) -> Subject | None:
    tags = words.tags
    found = _DOCUMENT.match(tags, at)
    if found:
        return _of_document(words, found)
    found = _NOUN.match(tags, at)
    if found:
        joined = tags[found.end() : found.end() + 1] == "c"
        return NOBODY if joined else noun_of(words, at, found.end())
    found = _GROUP.match(tags, at)
    if found and (_GROUP_ENDS if inverted else _CLAUSE_GOES_ON).match(tags, found.end()):
        name = mention_speaker(words, found.start("name"))
        return _with_others(words, name, found.end(), inverted=inverted)
    if is_counted(words, at, at + ARTICLE_AND_NUMBER):
        return noun_of(words, at, at + ARTICLE_AND_NUMBER)
    found = _UNLINKED.match(tags, at)
    if found:
        return speaker_of_run(words, at, found.end())
    return NOBODY if _INDEFINITE.match(tags, at) and not _ADVERBIAL.match(tags, at) else None


def _of_document(words: TaggedWords, found: re.Match[str]) -> Subject:
    sources = words.names.rules.nouns.document_sources
    if found["source"] and words.chunks[found.end("name")].word.low in sources:
        return Subject((mention_speaker(words, found.end() - 1),))
    return owner_of(words, found.start(), found.end("name"))


def _with_others(words: TaggedWords, first: Speaker, end: int, *, inverted: bool) -> Subject:
    """Return a speaker with those that are joined behind it; nobody if one of them cannot be told."""
    tags = words.tags
    speakers = [first]
    while _LISTED.match(tags, end):
        speakers.append(mention_speaker(words, end + 1))
        end += 2
    apposed = _SECOND_APPOSED.match(tags, end)
    if apposed:
        return Subject((*speakers, mention_speaker(words, apposed.start("name"))))
    second = _SECOND.match(tags, end)
    found = _PERSON.match(tags, second.end()) if second else None
    if tags[end : end + 1] == "c" and is_of_people(words, end - 1):
        return Subject((mention_speaker(words, found.start("name")),)) if found else NOBODY
    if found and (not inverted or _GROUP_ENDS.match(tags, found.end())):
        return Subject((*speakers, mention_speaker(words, found.start("name"))))
    if _SECOND_UNKNOWN.match(tags, end):
        return NOBODY
    return Subject(tuple(speakers))
