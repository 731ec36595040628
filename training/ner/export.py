"""Export of trained weights to the files that the service reads: int8 graph, tokenizer and config."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model

from training.ner.windows import TAGS

if TYPE_CHECKING:
    from training.ner.network import EntityNetwork

LABELS = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}
ENTITY_TYPES = ["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"]


def write(network: EntityNetwork, tokenizer: Path, out: Path, trained: dict[str, Any]) -> None:
    """Write the graph, the tokenizer, and ``config.json`` with their hashes and the training record."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, fused = Path(scratch) / "plain.onnx", Path(scratch) / "fused.onnx"
        _trace(network, plain)
        _fuse(network, plain, fused)
        _quantise(fused, out / "model.onnx")
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    config = {
        "tags": list(TAGS),
        "labels": LABELS,
        "types": ENTITY_TYPES,
        "embedding_dimensions": network.projection.out_features,
        "trained": trained,
        "sha256": {name: _digest(out / name) for name in ("model.onnx", "tokenizer.json")},
    }
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def _trace(network: EntityNetwork, path: Path) -> None:
    """Export the graph without a mask: the service reads one window at a time, without padding."""
    example = (torch.ones(1, 16, dtype=torch.long), torch.zeros(1, 16, dtype=torch.long))
    length = {1: "pieces"}
    # The fusion recognizes attention that is written out, not torch's operator.
    network.encoder.set_attn_implementation("eager")
    torch.onnx.export(
        network,
        example,
        str(path),
        input_names=["ids", "cases"],
        output_names=["scores", "meanings"],
        dynamic_axes={"ids": length, "cases": length, "scores": length, "meanings": length},
        opset_version=17,
        dynamo=False,
    )


def _fuse(network: EntityNetwork, plain: Path, fused: Path) -> None:
    config = network.encoder.config
    optimised = optimize_model(
        str(plain), "bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size, opt_level=0
    )
    optimised.save_model_to_file(str(fused))


def _quantise(fused: Path, path: Path) -> None:
    """Quantize the weights per channel; the reduced range keeps sums exact on processors without VNNI."""
    quantize_dynamic(
        fused,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
