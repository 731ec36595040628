"""Extractive summaries of three sentences by the product and by other libraries.

Every library is given the project's sentences and words. So none needs data that NLTK would download, and
none gains or loses by another sentence splitter.
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

from benchmarks.engine.articles import Article, cpu_milliseconds
from evaluation.rouge import rouge, words
from nutgraf.model import Options
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.nlp.segmented_doc import segmented_doc
from nutgraf.nlp.summarization import extractive

COUNT = 3
Summarize = Callable[[Article], str]


@dataclass(frozen=True, slots=True)
class SummarizerResult:
    """CPU milliseconds of a summarizer for 700 words, with sentence splitting, and its ROUGE-1, -2 and -L."""

    name: str
    milliseconds: float
    rouge: tuple[float, float, float] | None


def prose(article: Article) -> list[str]:
    """Return the sentences of an article without headings and boilerplate."""
    spans = segmented_doc(article.text, article.title).sentences
    return [article.text[span.start : span.end] for span in spans if not span.heading]


def lead_3(article: Article) -> str:
    """Return the first three sentences."""
    return " ".join(prose(article)[:COUNT])


def nutgraf_summarizer() -> Summarize:
    """Return the product's summarizer."""
    weights = extractive.SentenceRanker.load(SHIPPED_MODELS / "summarization" / "weights.json")

    def summarize(article: Article) -> str:
        found = extractive.summarize(segmented_doc(article.text, article.title), Options(COUNT), weights)
        return " ".join(sentence.text for sentence in found)

    return summarize


class _Words:
    """Tokenizer for sumy, whose own needs data of NLTK."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Split a sentence into words."""
        return tuple(words(text))


def sumy_lexrank() -> Summarize:
    """Return sumy's LexRank (Erkan and Radev 2004)."""
    method = LexRankSummarizer(Stemmer("english"))
    method.stop_words = get_stop_words("english")
    tokenizer = _Words()

    def summarize(article: Article) -> str:
        paragraph = Paragraph([Sentence(sentence, tokenizer) for sentence in prose(article)])
        return " ".join(str(found) for found in method(ObjectDocumentModel([paragraph]), COUNT))

    return summarize


def newspaper4k() -> Summarize:
    """Return the steps of newspaper4k's ``Article.nlp()``: keywords of text and title, and the summary."""
    stopwords = StopWords("en")

    def summarize(article: Article) -> str:
        found = prose(article)
        text = "\n".join(found)
        nlp.split_sentences = lambda _: found
        for field in (text, article.title):
            nlp.keywords(field, stopwords, newspaper_settings.SUMMARIZE_KEYWORD_COUNT)
        return " ".join(nlp.summarize(article.title or found[0], text, stopwords, COUNT))

    return summarize


def measure(plain: Sequence[Article], judged: Sequence[Article]) -> list[SummarizerResult]:
    """Measure time on all articles, and ROUGE on those with a reference."""
    methods = {
        "Nutgraf": nutgraf_summarizer(), "Lead-3": lead_3, "sumy LexRank": sumy_lexrank(),
        "newspaper4k nlp()": newspaper4k(),
    }  # fmt: skip
    return [
        SummarizerResult(name, cpu_milliseconds(method, [*plain, *judged]), _rouge(method, judged))
        for name, method in methods.items()
    ]


def _rouge(method: Summarize, judged: Sequence[Article]) -> tuple[float, float, float] | None:
    if not judged:
        return None
    scores = [rouge(method(article), article.reference) for article in judged]
    one, two, longest = (sum(column) / len(judged) for column in zip(*scores, strict=True))
    return one, two, longest
