"""One pass of the encoder over an article: its names, and an embedding of each sentence.

The article is read in windows no longer than those of the training, cut between sentences where possible,
each with some of the text around it as context; time is linear in the length and memory hardly grows with it.
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
OWN_PIECES = 158


class ModelFilesError(Exception):
    """The model's folder lacks a file, or a file is not the one that the config names."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch that is tagged on its own, the title or a sentence, cut into pieces."""

    field: Field
    start: int
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``low`` to ``high`` are read; the answer is kept for ``own_low`` to ``own_high``."""

    low: int
    own_low: int
    own_high: int
    high: int


class TokenClassifier:
    """The entity model with its tokenizer. Not shared between processes: load it after a fork."""

    def __init__(self, directory: Path, config: dict[str, Any], fingerprint: str) -> None:
        """Open the session; ``load`` is the way in, as it checks the files first."""
        self.fingerprint = fingerprint
        self.types: tuple[EntityType, ...] = tuple(EntityType(name) for name in config["types"])
        self._kinds = {label: EntityType(name) for label, name in config["labels"].items()}
        self._tagset = BioesDecoder(tuple(config["tags"]))
        self._pieces = WordpieceTokenizer(directory / TOKENIZER)
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
        segments = [Segment("title", 0, self._pieces.cut(doc.title))]
        segments += [
            Segment("text", s.start, self._pieces.cut(doc.text[s.start : s.end])) for s in doc.sentences
        ]
        scores, meanings = self._read(segments)
        found = [
            span
            for segment, rows in zip(segments, scores, strict=True)
            for span in self._mentions(segment, rows, doc.field_text(segment.field))
        ]
        rows = _unit(meanings)
        return EncodedArticle(mentions=tuple(found), embeddings=rows[1:], title=rows[0])

    def _read(self, segments: Sequence[Segment]) -> tuple[list[NDArray[np.float32]], NDArray[np.float32]]:
        """Give tag scores of each segment's pieces, and each segment's summed meaning vectors."""
        lengths = [len(segment.pieces.ids) for segment in segments]
        ids = np.concatenate([segment.pieces.ids for segment in segments])
        cases = np.concatenate([segment.pieces.cases for segment in segments])
        owner = np.repeat(np.arange(len(segments)), lengths)
        scores = np.zeros((len(ids), len(self._tagset.tags)), dtype=np.float32)
        meanings = np.zeros((len(segments), self._dimensions), dtype=np.float32)
        for window in plan_windows(lengths):
            part = slice(window.low, window.high)
            tagged, meant = self._run(ids[part], cases[part])
            own = slice(window.own_low, window.own_high)
            kept = slice(window.own_low - window.low, window.own_high - window.low)
            scores[own] = tagged[kept]
            if self._dimensions:
                owners, firsts = np.unique(owner[own], return_index=True)
                meanings[owners] += np.add.reduceat(meant[kept], firsts)
        return np.split(scores, np.cumsum(lengths)[:-1]), meanings

    def _run(
        self, ids: NDArray[np.int64], cases: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Read one window between the special tokens."""
        wrapped = np.concatenate([[self._pieces.opening], ids, [self._pieces.closing]])
        feed = {"ids": wrapped[None, :], "cases": np.pad(cases, 1)[None, :]}
        tagged, meant = self._session.run(["scores", "meanings"], feed)
        return tagged[0, 1:-1], meant[0, 1:-1]

    def _mentions(self, segment: Segment, scores: NDArray[np.float32], text: str) -> Iterator[TaggedSpan]:
        words = np.flatnonzero(segment.pieces.first)
        starts = segment.pieces.starts[words] + segment.start
        ends = segment.pieces.ends[words] + segment.start
        for span in self._tagset.spans(scores[words]):
            start, end = trim_span(text, int(starts[span.start]), int(ends[span.end - 1]))
            if start < end:
                yield TaggedSpan(segment.field, start, end, self._kinds[span.label], span.score)


def plan_windows(lengths: Sequence[int]) -> list[Window]:
    """Cut a stream of segments into windows that own whole segments where they fit.

    A window owns up to ``OWN`` pieces; what is left of ``WINDOW`` is context, half before and half behind.
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
    """One thread within and between operators: a worker child is one core's worth."""
    # The runtime would tell its makers about itself; nothing here calls anybody.
    ort.disable_telemetry_events()
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
