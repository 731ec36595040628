"""Network: a small sentence encoder with case embeddings, a tag head, and a projection to its embeddings.

The encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019). Its token types, unused for a
single text, become the six case classes. The projection is trained to reproduce the sentence embedding of the
encoder before fine-tuning, so that one pass serves entities and similarity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn
from transformers import BertModel

from nutgraf.nlp.encoder.wordpiece_tokenizer import CASE_CLASSES
from training.ner.windows import TAGS

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor


class EntityNetwork(nn.Module):
    """Network that tags each token and gives it a vector; the mean over a sentence is its embedding."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        embeddings = self.encoder.embeddings
        row = embeddings.token_type_embeddings.weight.data[:1]
        embeddings.token_type_embeddings = nn.Embedding.from_pretrained(
            row.repeat(CASE_CLASSES, 1), freeze=False
        )
        embeddings.word_embeddings.weight.requires_grad_(False)  # noqa: FBT003
        embeddings.position_embeddings.weight.requires_grad_(False)  # noqa: FBT003
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(width, len(TAGS))
        self.projection = nn.Linear(2 * width, width)

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Return tag logits (batch, tokens, tags) and embedding vectors (batch, tokens, width)."""
        states = self.states(ids, cases, mask)
        last = states[..., self.encoder.config.hidden_size :]
        return self.head(self.dropout(last)), self.projection(states)

    def states(self, ids: Tensor, cases: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return the middle and the last hidden states side by side (batch, tokens, 2 * width)."""
        output = self.encoder(
            input_ids=ids, token_type_ids=cases, attention_mask=mask, output_hidden_states=True
        )
        return torch.cat([output.hidden_states[MIDDLE_LAYER], output.last_hidden_state], dim=-1)

    def parameter_groups(self) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
        """Return the pretrained parameters, for a low learning rate, and the new ones, for a high one."""
        new = [*self.head.parameters(), *self.projection.parameters()]
        new += list(self.encoder.embeddings.token_type_embeddings.parameters())
        known = {id(parameter) for parameter in new}
        rest = [p for p in self.encoder.parameters() if p.requires_grad and id(p) not in known]
        return rest, new


MIDDLE_LAYER = 3


def tag_loss(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the mean of -log P(set of tags) over the tokens whose set leaves out some tag."""
    bits = torch.arange(logits.shape[-1])
    allowed = (targets.unsqueeze(-1) >> bits & 1).bool()
    labelled = ~allowed.all(-1)
    within = logits.masked_fill(~allowed, -1e9).logsumexp(-1)
    losses = logits.logsumexp(-1) - within
    return (losses * labelled).sum() / labelled.sum().clamp(min=1)


def embedding_loss(vectors: Tensor, pooling: Tensor, teacher: Tensor) -> Tensor:
    """Return 1 minus the mean cosine of pooled sentences (``pooling @ vectors``) and teacher vectors."""
    pooled = pooling @ vectors.reshape(-1, vectors.shape[-1])
    return 1 - nn.functional.cosine_similarity(pooled, teacher).mean()
