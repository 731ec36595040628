"""The network: a small sentence encoder with a case table, a tag head, and a way back to its old meaning.

The encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019). Its token types, of no use for
a single text, are widened to the six case classes. The projection is trained to give back the sentence
embedding of the encoder as it was before fine-tuning, so that one pass serves entities and similarity alike.
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
    """Tags for each piece and, from the same pass, a vector whose mean over a sentence embeds it."""

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
        """Give tag logits (batch, pieces, tags) and meaning vectors (batch, pieces, width)."""
        states = self.states(ids, cases, mask)
        last = states[..., self.encoder.config.hidden_size :]
        return self.head(self.dropout(last)), self.projection(states)

    def states(self, ids: Tensor, cases: Tensor, mask: Tensor | None = None) -> Tensor:
        """Give the middle and the last hidden states side by side (batch, pieces, twice the width)."""
        output = self.encoder(
            input_ids=ids, token_type_ids=cases, attention_mask=mask, output_hidden_states=True
        )
        return torch.cat([output.hidden_states[MIDDLE], output.last_hidden_state], dim=-1)

    def groups(self) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
        """Give the pretrained parameters to be trained gently, and the new ones to be trained fast."""
        new = [*self.head.parameters(), *self.projection.parameters()]
        new += list(self.encoder.embeddings.token_type_embeddings.parameters())
        known = {id(parameter) for parameter in new}
        rest = [p for p in self.encoder.parameters() if p.requires_grad and id(p) not in known]
        return rest, new


MIDDLE = 3


def tag_loss(logits: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy against sets: the mean over pieces whose set says something of -log P(set)."""
    bits = torch.arange(logits.shape[-1])
    allowed = (targets.unsqueeze(-1) >> bits & 1).bool()
    told = ~allowed.all(-1)
    within = logits.masked_fill(~allowed, -1e9).logsumexp(-1)
    losses = logits.logsumexp(-1) - within
    return (losses * told).sum() / told.sum().clamp(min=1)


def meaning_loss(meanings: Tensor, pooling: Tensor, teacher: Tensor) -> Tensor:
    """One minus the mean cosine of pooled sentences (``pooling @ meanings``) and the teacher's vectors."""
    pooled = pooling @ meanings.reshape(-1, meanings.shape[-1])
    return 1 - nn.functional.cosine_similarity(pooled, teacher).mean()
