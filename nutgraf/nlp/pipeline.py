"""From text to analysis: pure functions, without network, clock, store or settings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from nutgraf import __version__
from nutgraf.fingerprints import pipeline_fingerprint
from nutgraf.model import (
    Analysis,
    AnalysisWarning,
    Capabilities,
    Document,
    Entity,
    EntityType,
    Options,
    Quote,
    Speaker,
    Summary,
    TextFacts,
)
from nutgraf.model import PipelineVersion as PipelineIdentity
from nutgraf.nlp import boilerplate, figures, language_identification, quotations, span_validation
from nutgraf.nlp.encoder.document_embedding import document_embedding
from nutgraf.nlp.encoder.token_classifier import CONFIG, TokenClassifier
from nutgraf.nlp.entity_resolution import numeric_entities, resolver
from nutgraf.nlp.ner import type_voting
from nutgraf.nlp.process_memory import release_large_buffers, trim_heap
from nutgraf.nlp.segmentation import sentence_splitter
from nutgraf.nlp.spans import LabelledLine, SentenceSpan
from nutgraf.nlp.summarization import extractive

_HERE = Path(__file__).parent
SHIPPED_MODELS = _HERE / "models"


def _unwatched(_: str) -> None:
    """Nobody asks how long a stage took."""


class Pipeline:
    """The stages with their models loaded. Load it after a fork: an ONNX session does not survive one."""

    def __init__(
        self, encoder: TokenClassifier, weights: extractive.SentenceRanker, capabilities: Capabilities
    ) -> None:
        self.capabilities = capabilities
        self._encoder = encoder
        self._weights = weights

    @staticmethod
    def describe(models: Path | None = None) -> Capabilities:
        """What the pipeline with the models of a folder, or with the shipped ones, can do.

        Raises:
            OSError, ValueError, KeyError: the folder holds no models.
        """
        models = models or SHIPPED_MODELS
        config = json.loads((models / "ner" / CONFIG).read_text())
        return Capabilities(
            PipelineIdentity(__version__, pipeline_fingerprint(_HERE, models)),
            (*(EntityType(name) for name in config["types"]), *numeric_entities.NUMERIC_TYPES.values()),
            tuple(sorted(language_identification.SUPPORTED)),
        )

    @staticmethod
    def prepare() -> None:
        """Load what processes share that are forked afterwards; ``load`` does it too where nobody has."""
        release_large_buffers()
        language_identification.load_language_model()
        trim_heap()

    @classmethod
    def load(cls, models: Path | None = None) -> Pipeline:
        """The pipeline with the models of a folder, or with the shipped ones.

        Raises:
            ModelFilesError: a model is missing or damaged.
        """
        models = models or SHIPPED_MODELS
        # What takes the largest buffers to load comes first, so that they are gone when the others come.
        cls.prepare()
        pipeline = cls(
            TokenClassifier.load(models / "ner"),
            extractive.SentenceRanker.load(models / "summarization" / "weights.json"),
            cls.describe(models),
        )
        # The gazetteer loads at first use: here, and not in somebody's article.
        pipeline.analyse(Document("The harbour master of Arlesund, Torben Hale, closed the port on Monday."))
        trim_heap()
        return pipeline

    def analyse(self, document: Document, lap: Callable[[str], None] = _unwatched) -> Analysis:
        """Run every stage over a document and prove what they found.

        Args:
            document: what to read.
            lap: told each stage's name as it ends, for whoever has a clock.

        Raises:
            UnprovenSpanError: a stage broke its promise about offsets.
        """
        text, title, options = document.text, document.title, document.options
        lines = boilerplate.label_lines(text, title)
        lap("cleaning")
        tongue = language_identification.identify_language(_body(text, lines), document.language)
        lap("language")
        spans = sentence_splitter.split_sentences(text, lines, tongue.code)
        lap("sentences")
        chosen = extractive.summarize(text, title, spans, tongue.supported, options, self._weights)
        lap("summary")
        found: tuple[Entity, ...] = ()
        meaning = b""
        if tongue.supported:
            encoding = self._encoder.encode(text, title, spans)
            meaning = document_embedding(encoding, spans)
            lap("encoding")
            settled = type_voting.resolve_types(encoding.mentions, text, title, spans)
            summary_spans = [span for span in spans if any(span.start == best.start for best in chosen)]
            found = resolver.resolve_entities(settled, text, title, spans, summary_spans)
            lap("entities")
        # Rules for English would misread other languages' numbers: "4,2 Millionen", "1 200".
        numbers = figures.extract_figures(text, spans, document.published_at) if tongue.supported else ()
        lap("figures")
        kept = _wanted(found + numeric_entities.numeric_entities(numbers, len(text), len(found)), options)
        said = _attributed(quotations.extract_quotations(text, spans, found), kept)
        lap("quotes")
        analysis = Analysis(
            pipeline=self.capabilities.pipeline,
            language=tongue,
            text=_facts(text, lines, spans),
            summary=Summary(chosen, options.sentence_count),
            entities=kept,
            figures=numbers,
            quotes=said,
            warnings=_warnings(len(chosen), options, supported=tongue.supported),
            meaning=meaning,
            sentences=sentence_splitter.pack_spans(spans),
        )
        span_validation.validate_spans(document, analysis)
        lap("proving")
        return analysis


def _body(text: str, lines: tuple[LabelledLine, ...]) -> str:
    """The prose alone, so that a page's furniture does not decide its language."""
    return "\n".join(text[line.start : line.end] for line in lines if line.kind == "body") or text


def _facts(text: str, lines: tuple[LabelledLine, ...], spans: tuple[SentenceSpan, ...]) -> TextFacts:
    return TextFacts(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        characters=len(text),
        words=sum(len(text[line.start : line.end].split()) for line in lines if line.kind != "removed"),
        sentences=sum(not span.heading for span in spans),
        removed=boilerplate.removed_spans(lines),
    )


def _wanted(found: tuple[Entity, ...], options: Options) -> tuple[Entity, ...]:
    """The entities that the submitter asked for; ids stay as they were given."""
    kept = []
    for entity in found:
        mentions = tuple(mention for mention in entity.mentions if mention.score >= options.min_score)
        if mentions and (not options.entity_types or entity.type in options.entity_types):
            kept.append(
                Entity(entity.id, entity.name, entity.type, entity.salience, mentions, entity.aliases)
            )
    return tuple(kept)


def _attributed(found: tuple[Quote, ...], kept: tuple[Entity, ...]) -> tuple[Quote, ...]:
    """Quotes whose speakers point at entities of this answer only."""
    known = {entity.id for entity in kept}
    return tuple(
        quote
        if quote.speaker is None or quote.speaker.entity_id in known
        else Quote(quote.text, quote.start, quote.end, Speaker(None, quote.speaker.name), quote.cue)
        for quote in found
    )


def _warnings(chosen: int, options: Options, *, supported: bool) -> tuple[AnalysisWarning, ...]:
    found = []
    if chosen < options.sentence_count:
        found.append(
            AnalysisWarning(
                "fewer_sentences_than_requested",
                f"{options.sentence_count} sentences were asked for; the text has {chosen} that are fit.",
            )
        )
    if not supported:
        found.append(
            AnalysisWarning(
                "language_not_supported",
                "The summary was made by a method that knows no language; entities and figures are left out.",
            )
        )
    return tuple(found)
