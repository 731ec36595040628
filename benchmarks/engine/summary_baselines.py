"""Extractive summaries of three sentences: ours, and what others make of the same sentences.

Every library is given this project's sentences and its words where it wants some: the data that NLTK would
download is not there, and so nobody gains or loses by another splitter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newspaper import nlp
from newspaper import settings as newspaper_settings
from newspaper.text import StopWords
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

from benchmarks.engine.articles import Article, milliseconds
from evaluation.rouge import rouge, words
from nutgraf.model import Options
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.nlp.segmented_doc import segmented_doc
from nutgraf.nlp.summarization import extractive

COUNT = 3
Summarise = Callable[[Article], str]


@dataclass(frozen=True, slots=True)
class Summariser:
    """What a summariser costs for 700 words, its own splitting left out of nobody's time, and its ROUGE."""

    name: str
    milliseconds: float
    rouge: tuple[float, float, float] | None


def prose(article: Article) -> list[str]:
    """The cleaned sentences of an article."""
    spans = segmented_doc(article.text, article.title).sentences
    return [article.text[span.start : span.end] for span in spans if not span.heading]


def lead(article: Article) -> str:
    """The first three sentences."""
    return " ".join(prose(article)[:COUNT])


def ours() -> Summarise:
    """This project's ranking."""
    weights = extractive.SentenceRanker.load(SHIPPED_MODELS / "summarization" / "weights.json")

    def summarise(article: Article) -> str:
        found = extractive.summarize(segmented_doc(article.text, article.title), Options(COUNT), weights)
        return " ".join(sentence.text for sentence in found)

    return summarise


class _Words:
    """Words for sumy, whose own tokenizer wants data of NLTK."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(words(text))


def lexrank() -> Summarise:
    """Sumy's LexRank (Erkan and Radev, 2004)."""
    method = LexRankSummarizer(Stemmer("english"))
    method.stop_words = get_stop_words("english")
    tokenizer = _Words()

    def summarise(article: Article) -> str:
        paragraph = Paragraph([Sentence(sentence, tokenizer) for sentence in prose(article)])
        return " ".join(str(found) for found in method(ObjectDocumentModel([paragraph]), COUNT))

    return summarise


def newspaper() -> Summarise:
    """What newspaper4k's ``Article.nlp()`` does: keywords of text and title, and the summary."""
    stopwords = StopWords("en")

    def summarise(article: Article) -> str:
        found = prose(article)
        text = "\n".join(found)
        nlp.split_sentences = lambda _: found
        for field in (text, article.title):
            nlp.keywords(field, stopwords, newspaper_settings.SUMMARIZE_KEYWORD_COUNT)
        return " ".join(nlp.summarize(article.title or found[0], text, stopwords, COUNT))

    return summarise


def measure(plain: Sequence[Article], judged: Sequence[Article]) -> list[Summariser]:
    """Time on all articles, ROUGE-1, -2 and -L on those with a reference."""
    methods = {
        "Nutgraf": ours(), "Lead-3": lead, "sumy LexRank": lexrank(), "newspaper4k nlp()": newspaper()
    }  # fmt: skip
    return [
        Summariser(name, milliseconds(method, [*plain, *judged]), _rouge(method, judged))
        for name, method in methods.items()
    ]


def _rouge(method: Summarise, judged: Sequence[Article]) -> tuple[float, float, float] | None:
    if not judged:
        return None
    scores = [rouge(method(article), article.reference) for article in judged]
    one, two, longest = (sum(column) / len(judged) for column in zip(*scores, strict=True))
    return one, two, longest
