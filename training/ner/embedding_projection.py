"""Projection from the encoder's layers to sentence embeddings, solved in closed form after training.

During training a projection learnt by gradient keeps the sentence embedding in the encoder. After the weights
are averaged, ridge regression from the pooled layers to the teacher's vectors fits better than that one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray

from nutgraf.nlp.encoder.wordpiece_tokenizer import WordpieceTokenizer
from training.ner import labelled_sentences
from training.ner.network import EntityNetwork
from training.ner.windows import Window, encode_sentence, pack_windows

RIDGE_PENALTY = 30.0
WINDOW_STRIDE = 3  # a third of the windows suffices for a linear map
MIN_TOKENS = 5  # of a sentence


def fit_projection(
    network: EntityNetwork,
    data: dict[str, list[labelled_sentences.LabelledSentence]],
    vectors: NDArray[np.float16],
    tokenizer: WordpieceTokenizer,
) -> None:
    """Replace the network's projection by the ridge solution over a third of the windows, tweets left out."""
    width = 2 * network.encoder.config.hidden_size + 1
    gram, moment = np.zeros((width, width)), np.zeros((width, vectors.shape[1]))
    for window in _windows(data, tokenizer):
        rows = [row for row in window.sentences.tolist() if row[1] - row[0] >= MIN_TOKENS]
        if not rows:
            continue
        states = _states(network, window, tokenizer)
        pooled = np.array([[*states[start:end].mean(axis=0), 1.0] for start, end, _ in rows])
        wanted = vectors[[number for _, _, number in rows]].astype(np.float64)
        gram += pooled.T @ pooled
        moment += pooled.T @ wanted
    solved = torch.from_numpy(np.linalg.solve(gram + RIDGE_PENALTY * np.eye(width), moment)).float()
    with torch.no_grad():
        network.projection.weight.copy_(solved[:-1].T)
        network.projection.bias.copy_(solved[-1])


def _windows(
    data: dict[str, list[labelled_sentences.LabelledSentence]], tokenizer: WordpieceTokenizer
) -> Iterator[Window]:
    offset = 0
    for name, sentences in data.items():
        if name not in labelled_sentences.TWEETS:
            cut = [encode_sentence(s, offset + i, tokenizer, None) for i, s in enumerate(sentences)]
            yield from list(pack_windows(cut, random.Random(0)))[::WINDOW_STRIDE]
        offset += len(sentences)


@torch.inference_mode()
def _states(network: EntityNetwork, window: Window, tokenizer: WordpieceTokenizer) -> NDArray[np.float32]:
    ids = torch.from_numpy(np.concatenate([[tokenizer.opening], window.ids, [tokenizer.closing]]))[None]
    cases = torch.from_numpy(np.pad(window.cases, 1))[None]
    result: NDArray[np.float32] = network.states(ids, cases)[0, 1:-1].numpy()
    return result
