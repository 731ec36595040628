"""Encoder: tags the names of a document and embeds its sentences in one pass of an ONNX model.

The document is read in windows no longer than those of the training. Windows are cut between sentences where
possible, and each has some of the text around it as context. Time is linear in the length of the document.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime as ort

from nutgraf.model import EntityType
from nutgraf.nlp.encoder.bioes_decoder import BioesDecoder
from nutgraf.nlp.encoder.span_trimming import trim_span
from nutgraf.nlp.encoder.wordpiece_tokenizer import Pieces, WordpieceTokenizer
from nutgraf.nlp.spans import EncodedArticle, TaggedSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from nutgraf.model import Field
    from nutgraf.nlp.doc import Doc

CONFIG = "config.json"
MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
WINDOW = 190
"""Pieces that the model reads at once; the training used windows of this length."""

OWN_PIECES = 158
"""Pieces of a window whose tags are kept; the rest is context."""


class ModelFilesError(Exception):
    """A file of the model is missing, or its SHA-256 is not the one that the config names."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The title or a sentence, tokenized; each is tagged on its own."""

    field: Field
    start: int
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``low`` to ``high`` are read; the tags of ``own_low`` to ``own_high`` are kept."""

    low: int
    own_low: int
    own_high: int
    high: int


class TokenClassifier:
    """The entity model with its tokenizer. Load it after a fork: an ONNX session does not survive one."""

    def __init__(self, directory: Path, config: dict[str, Any], fingerprint: str) -> None:
        """Open the session. Call ``load`` instead, which checks the files first."""
        self.fingerprint = fingerprint
        self.types: tuple[EntityType, ...] = tuple(EntityType(name) for name in config["types"])
        self._types_by_label = {label: EntityType(name) for label, name in config["labels"].items()}
        self._decoder = BioesDecoder(tuple(config["tags"]))
        self._tokenizer = WordpieceTokenizer(directory / TOKENIZER)
        self._session = _session(directory / MODEL)
        self._dimensions = int(config["embedding_dimensions"])

    @classmethod
    def load(cls, directory: Path) -> TokenClassifier:
        """Load a model from its folder.

        Raises:
            ModelFilesError: a file is missing, or its SHA-256 is not the one that ``config.json`` names.
        """
        try:
            raw = (directory / CONFIG).read_bytes()
            config = json.loads(raw)
            digest = hashlib.sha256(raw)
            for name, expected in sorted(config["sha256"].items()):
                with (directory / name).open("rb") as file:
                    found = hashlib.file_digest(file, "sha256")
                if found.hexdigest() != expected:
                    raise ModelFilesError(f"{name} in {directory} is not the file that {CONFIG} names")
                digest.update(found.digest())
        except (OSError, ValueError, KeyError) as error:
            raise ModelFilesError(f"no entity model can be read from {directory}: {error}") from error
        return cls(directory, config, digest.hexdigest())

    def encode(self, doc: Doc) -> EncodedArticle:
        """Tag the title and the sentences of a document, and embed each of them.

        Mentions come in order, the title's first, and never overlap in a field. ``embeddings`` has one row
        for each sentence; a sentence or title without a single word has a row of zeros.
        """
        segments = [Segment("title", 0, self._tokenizer.cut(doc.title))]
        segments += [
            Segment("text", s.start, self._tokenizer.cut(doc.text[s.start : s.end])) for s in doc.sentences
        ]
        scores, embeddings = self._read(segments)
        possessives = doc.language.names.possessives.endings if doc.language else ()
        found = [
            span
            for segment, rows in zip(segments, scores, strict=True)
            for span in self._mentions(segment, rows, doc.field_text(segment.field), possessives)
        ]
        rows = _unit(embeddings)
        return EncodedArticle(mentions=tuple(found), embeddings=rows[1:], title=rows[0])

    def _read(self, segments: Sequence[Segment]) -> tuple[list[NDArray[np.float32]], NDArray[np.float32]]:
        """Return the tag scores of each segment's pieces, and the sum of each segment's embeddings."""
        lengths = [len(segment.pieces.ids) for segment in segments]
        ids = np.concatenate([segment.pieces.ids for segment in segments])
        cases = np.concatenate([segment.pieces.cases for segment in segments])
        owner = np.repeat(np.arange(len(segments)), lengths)
        scores = np.zeros((len(ids), len(self._decoder.tags)), dtype=np.float32)
        embeddings = np.zeros((len(segments), self._dimensions), dtype=np.float32)
        for window in plan_windows(lengths):
            part = slice(window.low, window.high)
            window_scores, window_embeddings = self._run(ids[part], cases[part])
            own = slice(window.own_low, window.own_high)
            kept = slice(window.own_low - window.low, window.own_high - window.low)
            scores[own] = window_scores[kept]
            if self._dimensions:
                owners, firsts = np.unique(owner[own], return_index=True)
                embeddings[owners] += np.add.reduceat(window_embeddings[kept], firsts)
        return np.split(scores, np.cumsum(lengths)[:-1]), embeddings

    def _run(
        self, ids: NDArray[np.int64], cases: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Run the model on one window between the special tokens: tag scores and embeddings of its pieces."""
        wrapped = np.concatenate([[self._tokenizer.opening], ids, [self._tokenizer.closing]])
        feed = {"ids": wrapped[None, :], "cases": np.pad(cases, 1)[None, :]}
        scores, embeddings = self._session.run(["scores", "meanings"], feed)
        return scores[0, 1:-1], embeddings[0, 1:-1]

    def _mentions(
        self, segment: Segment, scores: NDArray[np.float32], text: str, possessives: tuple[str, ...]
    ) -> Iterator[TaggedSpan]:
        words = np.flatnonzero(segment.pieces.first)
        starts = segment.pieces.starts[words] + segment.start
        ends = segment.pieces.ends[words] + segment.start
        for span in self._decoder.spans(scores[words]):
            start, end = trim_span(text, int(starts[span.start]), int(ends[span.end - 1]), possessives)
            if start < end:
                yield TaggedSpan(segment.field, start, end, self._types_by_label[span.label], span.score)


def plan_windows(lengths: Sequence[int]) -> list[Window]:
    """Cut a stream of segments into windows that own whole segments where they fit.

    A window owns up to ``OWN_PIECES`` pieces. The rest of ``WINDOW`` is context, half before and half behind.
    """
    total = sum(lengths)
    cuts = [0]
    end = 0
    for length in lengths:
        if end + length - cuts[-1] > OWN_PIECES and end > cuts[-1]:
            cuts.append(end)
        end += length
        while end - cuts[-1] > OWN_PIECES:
            cuts.append(cuts[-1] + OWN_PIECES)
    cuts.append(total)
    return [_window(low, high, total) for low, high in pairwise(cuts) if low < high]


def _window(own_low: int, own_high: int, total: int) -> Window:
    spare = WINDOW - (own_high - own_low)
    low = max(0, own_low - spare // 2)
    high = min(total, low + WINDOW)
    return Window(max(0, high - WINDOW), own_low, own_high, high)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(norms > 0, norms, 1), dtype=np.float32)


def _session(path: Path) -> ort.InferenceSession:
    """Open a session with one thread: a worker child uses one core."""
    # The runtime would send telemetry to its makers; nothing here leaves the machine.
    ort.disable_telemetry_events()
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
