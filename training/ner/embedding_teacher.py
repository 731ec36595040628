"""Sentence embeddings of the encoder before it is fine-tuned: what the projection learns to give back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from transformers import BertModel

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from nutgraf.nlp.encoder.wordpiece_tokenizer import WordpieceTokenizer

LONGEST = 254  # the pieces that all-MiniLM-L6-v2 reads, less its two special tokens


@torch.inference_mode()
def embed(texts: list[str], base: Path, pieces: WordpieceTokenizer) -> NDArray[np.float16]:
    """Embed as sentence-transformers does: mean over all pieces, unit length. Shape (texts, 384)."""
    model = BertModel.from_pretrained(base, add_pooling_layer=False).eval()
    cut = [[pieces.opening, *pieces.cut(text).ids[:LONGEST].tolist(), pieces.closing] for text in texts]
    order = sorted(range(len(cut)), key=lambda i: len(cut[i]))
    result = np.zeros((len(texts), model.config.hidden_size), dtype=np.float16)
    for begin in range(0, len(order), 32):
        chosen = order[begin : begin + 32]
        longest = max(len(cut[i]) for i in chosen)
        ids = torch.tensor([cut[i] + [0] * (longest - len(cut[i])) for i in chosen])
        mask = (ids != 0).long()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        pooled = (hidden * mask.unsqueeze(-1)).sum(1)
        result[chosen] = torch.nn.functional.normalize(pooled).numpy()
    return result


def cached(path: Path, texts: list[str], base: Path, pieces: WordpieceTokenizer) -> NDArray[np.float16]:
    """Embed once and keep the vectors beside the checkpoints; a changed number of texts is embedded anew."""
    if path.exists():
        kept: NDArray[np.float16] = np.load(path)
        if len(kept) == len(texts):
            return kept
    vectors = embed(texts, base, pieces)
    np.save(path, vectors)
    return vectors
