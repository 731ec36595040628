"""The projection that ships: solved in closed form once the encoder stands still.

While training, a projection learnt by gradient keeps the old meaning in the encoder. After the weights are
averaged, ridge regression from the pooled layers to the teacher's vectors fits them better than that one did.
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
from training.ner.windows import Window, pack, stream_of

RIDGE = 30.0
EVERY = 3  # windows; a third of them is plenty for a linear map
FEWEST = 5  # pieces in a sentence worth learning from


def refit(
    network: EntityNetwork,
    data: dict[str, list[labelled_sentences.LabelledSentence]],
    vectors: NDArray[np.float16],
    pieces: WordpieceTokenizer,
) -> None:
    """Replace the projection of a network by the ridge solution over a third of all windows but tweets."""
    width = 2 * network.encoder.config.hidden_size + 1
    gram, moment = np.zeros((width, width)), np.zeros((width, vectors.shape[1]))
    for window in _windows(data, pieces):
        rows = [row for row in window.sentences.tolist() if row[1] - row[0] >= FEWEST]
        if not rows:
            continue
        states = _states(network, window, pieces)
        pooled = np.array([[*states[start:end].mean(axis=0), 1.0] for start, end, _ in rows])
        wanted = vectors[[number for _, _, number in rows]].astype(np.float64)
        gram += pooled.T @ pooled
        moment += pooled.T @ wanted
    solved = torch.from_numpy(np.linalg.solve(gram + RIDGE * np.eye(width), moment)).float()
    with torch.no_grad():
        network.projection.weight.copy_(solved[:-1].T)
        network.projection.bias.copy_(solved[-1])


def _windows(
    data: dict[str, list[labelled_sentences.LabelledSentence]], pieces: WordpieceTokenizer
) -> Iterator[Window]:
    offset = 0
    for name, sentences in data.items():
        if name not in labelled_sentences.TWEETS:
            cut = [stream_of(s, offset + i, pieces, None) for i, s in enumerate(sentences)]
            yield from list(pack(cut, random.Random(0)))[::EVERY]
        offset += len(sentences)


@torch.inference_mode()
def _states(network: EntityNetwork, window: Window, pieces: WordpieceTokenizer) -> NDArray[np.float32]:
    ids = torch.from_numpy(np.concatenate([[pieces.opening], window.ids, [pieces.closing]]))[None]
    cases = torch.from_numpy(np.pad(window.cases, 1))[None]
    result: NDArray[np.float32] = network.states(ids, cases)[0, 1:-1].numpy()
    return result
