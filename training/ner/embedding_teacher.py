"""Sentence embeddings of the pretrained encoder: targets of the projection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from transformers import BertModel

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from nutgraf.nlp.encoder.wordpiece_tokenizer import WordpieceTokenizer

MAX_TOKENS = 254  # that all-MiniLM-L6-v2 reads, less its two special tokens


@torch.inference_mode()
def embed(texts: list[str], base: Path, tokenizer: WordpieceTokenizer) -> NDArray[np.float16]:
    """Embed texts as sentence-transformers does: mean over all tokens, unit length; shape (texts, 384)."""
    model = BertModel.from_pretrained(base, add_pooling_layer=False).eval()
    cut = [
        [tokenizer.opening, *tokenizer.cut(text).ids[:MAX_TOKENS].tolist(), tokenizer.closing]
        for text in texts
    ]
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


def load_or_embed(
    path: Path, texts: list[str], base: Path, tokenizer: WordpieceTokenizer
) -> NDArray[np.float16]:
    """Load the vectors from a file, or embed and save them if the file is missing or has another length."""
    if path.exists():
        kept: NDArray[np.float16] = np.load(path)
        if len(kept) == len(texts):
            return kept
    vectors = embed(texts, base, tokenizer)
    np.save(path, vectors)
    return vectors
