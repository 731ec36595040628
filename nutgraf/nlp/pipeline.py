"""The pipeline from text to analysis: pure functions, without network, clock, store or settings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from nutgraf import __version__
from nutgraf.model import (
    Analysis,
    AnalysisWarning,
    Capabilities,
    DetectedLanguage,
    Document,
    Entity,
    EntityType,
    Options,
    PipelineVersion,
    Quote,
    Speaker,
    Summary,
    SummarySentence,
    TextFacts,
)
from nutgraf.nlp.boilerplate import label_lines, removed_spans
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.encoder.document_embedding import document_embedding
from nutgraf.nlp.encoder.token_classifier import CONFIG, TokenClassifier
from nutgraf.nlp.entity_resolution.numeric_entities import NUMERIC_TYPES, numeric_entities
from nutgraf.nlp.entity_resolution.resolver import resolve_entities
from nutgraf.nlp.figures import extract_figures
from nutgraf.nlp.fingerprint import pipeline_fingerprint
from nutgraf.nlp.lang import DEFAULT_LANGUAGE, LANGUAGES, Language
from nutgraf.nlp.lang.guess import guess_among
from nutgraf.nlp.language_identification import UNSURE, identify_language, load_language_model
from nutgraf.nlp.ner.type_voting import resolve_types
from nutgraf.nlp.process_memory import release_large_buffers, trim_heap
from nutgraf.nlp.quotations import extract_quotations
from nutgraf.nlp.segmentation.sentence_splitter import pack_spans, split_sentences
from nutgraf.nlp.span_validation import validate_spans
from nutgraf.nlp.spans import EncodedArticle, SentenceSpan
from nutgraf.nlp.summarization.extractive import SentenceRanker, summarize

T = TypeVar("T")

_HERE = Path(__file__).parent
SHIPPED_MODELS = _HERE / "models"


def _ignore(stage: str) -> None:
    """Ignore a stage's name, for callers who measure nothing."""


class Pipeline:
    """The stages with their models loaded. Load it after a fork: an ONNX session does not survive one."""

    def __init__(
        self,
        encoder: TokenClassifier,
        ranker: SentenceRanker,
        capabilities: Capabilities,
        languages: Mapping[str, Language] = LANGUAGES,
    ) -> None:
        self.capabilities = capabilities
        self._encoder = encoder
        self._ranker = ranker
        self._languages = languages

    @staticmethod
    def describe(models: Path | None = None, languages: Mapping[str, Language] = LANGUAGES) -> Capabilities:
        """Return what the pipeline with the models of a folder, or with the shipped ones, can do.

        Args:
            models: the folder.
            languages: the supported languages by code.

        Raises:
            OSError, ValueError, KeyError: the folder holds no models.
        """
        models = models or SHIPPED_MODELS
        config = json.loads((models / "ner" / CONFIG).read_text())
        return Capabilities(
            PipelineVersion(__version__, pipeline_fingerprint(_HERE, models)),
            (*(EntityType(name) for name in config["types"]), *NUMERIC_TYPES.values()),
            tuple(sorted(languages)),
        )

    @staticmethod
    def prepare() -> None:
        """Load what processes share that are forked afterwards; ``load`` calls it where nobody has."""
        release_large_buffers()
        load_language_model()
        trim_heap()

    @classmethod
    def load(cls, models: Path | None = None, languages: Mapping[str, Language] = LANGUAGES) -> Pipeline:
        """Load the pipeline with the models of a folder, or with the shipped ones.

        Args:
            models: the folder.
            languages: the supported languages by code.

        Raises:
            ModelFilesError: a model is missing or damaged.
        """
        models = models or SHIPPED_MODELS
        # The largest buffers are needed first, so that they are free again when the other models load.
        cls.prepare()
        pipeline = cls(
            TokenClassifier.load(models / "ner"),
            SentenceRanker.load(models / "summarization" / "weights.json"),
            cls.describe(models, languages),
            languages,
        )
        # The gazetteer loads at first use: here, and not in somebody's article.
        pipeline.analyse(Document("The harbour master of Arlesund, Torben Hale, closed the port on Monday."))
        trim_heap()
        return pipeline

    def analyse(self, document: Document, on_stage: Callable[[str], None] = _ignore) -> Analysis:
        """Run every stage over a document and validate the spans that they found.

        Args:
            document: the text with its title, publication time, language hint and options.
            on_stage: called with each stage's name as the stage ends.

        Raises:
            UnprovenSpanError: a span is not verbatim; a stage broke its promise about offsets.
        """

        def done(stage: str, result: T) -> T:
            on_stage(stage)
            return result

        options = document.options
        guess = guess_among(self._languages.values(), document.text, DEFAULT_LANGUAGE)
        doc = Doc(document.text, document.title, document.published_at, language=guess)
        doc = done("cleaning", replace(doc, lines=label_lines(doc)))
        detected = done("language", identify_language(doc.body, document.language, self._languages))
        doc = replace(doc, language_code=detected.code, language=self._languages.get(detected.code))
        doc = done("sentences", replace(doc, sentences=split_sentences(doc)))
        chosen = done("summary", summarize(doc, options, self._ranker))
        encoded = done("encoding", self._encode(doc))
        named = done("entities", _resolve(encoded, doc, chosen))
        figures = done("figures", extract_figures(doc))
        quotes = done("quotes", extract_quotations(doc, named))
        entities = _requested(named + numeric_entities(figures, len(doc.text), len(named)), options)
        analysis = Analysis(
            pipeline=self.capabilities.pipeline,
            language=detected,
            text=_facts(doc),
            summary=Summary(chosen, options.sentence_count),
            entities=entities,
            figures=figures,
            quotes=_with_known_speakers(quotes, entities),
            warnings=_warnings(len(chosen), options, detected),
            meaning=document_embedding(encoded, doc.sentences),
            sentences=pack_spans(doc.sentences),
        )
        validate_spans(document, analysis)
        return done("proving", analysis)

    def _encode(self, doc: Doc) -> EncodedArticle:
        if doc.language is None:
            return EncodedArticle.empty(len(doc.sentences))
        return self._encoder.encode(doc)


def _resolve(encoded: EncodedArticle, doc: Doc, chosen: Sequence[SummarySentence]) -> tuple[Entity, ...]:
    """Return the entities of the mentions that the encoder found."""
    return resolve_entities(resolve_types(encoded.mentions, doc), doc, _summary_spans(chosen, doc))


def _summary_spans(chosen: Sequence[SummarySentence], doc: Doc) -> list[SentenceSpan]:
    starts = {sentence.start for sentence in chosen}
    return [span for span in doc.sentences if span.start in starts]


def _facts(doc: Doc) -> TextFacts:
    kept = [line for line in doc.lines if line.kind != "removed"]
    return TextFacts(
        sha256=hashlib.sha256(doc.text.encode()).hexdigest(),
        characters=len(doc.text),
        words=sum(len(doc.text[line.start : line.end].split()) for line in kept),
        sentences=sum(not span.heading for span in doc.sentences),
        removed=removed_spans(doc.lines),
    )


def _requested(entities: tuple[Entity, ...], options: Options) -> tuple[Entity, ...]:
    """Return the entities that the submitter asked for; they keep their ids."""
    kept = []
    for entity in entities:
        mentions = tuple(mention for mention in entity.mentions if mention.score >= options.min_score)
        if mentions and (not options.entity_types or entity.type in options.entity_types):
            kept.append(
                Entity(entity.id, entity.name, entity.type, entity.salience, mentions, entity.aliases)
            )
    return tuple(kept)


def _with_known_speakers(quotes: tuple[Quote, ...], kept: tuple[Entity, ...]) -> tuple[Quote, ...]:
    """Return the quotations; a speaker who is not among the kept entities keeps only the name."""
    known = {entity.id for entity in kept}
    return tuple(
        quote
        if quote.speaker is None or quote.speaker.entity_id in known
        else Quote(quote.text, quote.start, quote.end, Speaker(None, quote.speaker.name), quote.cue)
        for quote in quotes
    )


def _warnings(chosen: int, options: Options, detected: DetectedLanguage) -> tuple[AnalysisWarning, ...]:
    warnings = []
    if chosen < options.sentence_count:
        warnings.append(
            AnalysisWarning(
                "fewer_sentences_than_requested",
                f"{options.sentence_count} sentences were asked for; the text has {chosen} that are fit.",
            )
        )
    if detected.supported and detected.confidence < UNSURE:
        warnings.append(
            AnalysisWarning(
                "language_uncertain",
                f"The text was read as {detected.code!r}, of which the detection is not sure.",
            )
        )
    if not detected.supported:
        warnings.append(
            AnalysisWarning(
                "language_not_supported",
                "The summary was made by a method that knows no language; entities and figures are left out.",
            )
        )
    return tuple(warnings)
