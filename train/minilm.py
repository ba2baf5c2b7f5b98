"""The encoder in torch: MiniLM-L6 (Wang et al. 2020, arXiv 2002.10957), a BERT of six layers, from its published weights."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, relu, scaled_dot_product_attention

WIDTH, LAYERS, HEADS, VOCABULARY, POSITIONS = 384, 6, 12, 30522, 512
EPSILON = 1e-12


class Dropout(nn.Module):
    """Drops the same tenth of the features at all words of a row (Gal & Ghahramani 2016): cheap, for few numbers are drawn."""

    rate = 0.1

    def forward(self, x: Tensor) -> Tensor:
        """`x` is [batch, length, width]."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate
        return x * (kept / (1 - self.rate))


class Layer(nn.Module):
    """One transformer layer, normalised behind each part as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, activation: Callable[[Tensor], Tensor] = relu) -> None:
        super().__init__()
        self.activation = activation
        self.heads = heads
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.wide, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, EPSILON), nn.LayerNorm(width, EPSILON)
        self.dropout = Dropout()

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is [batch, length, width]; `mask` [batch, 1, 1, length] is added to the attention scores."""

        def split(y: Tensor) -> Tensor:
            return y.view(y.shape[0], y.shape[1], self.heads, y.shape[2] // self.heads).transpose(1, 2)

        mixed = scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask)
        mixed = self.output(mixed.transpose(1, 2).reshape(x.shape))
        x = self.norm1(x + self.dropout(mixed))
        return self.norm2(x + self.narrow(self.activation(self.wide(x))))


class Encoder(nn.Module):
    """Word pieces in, one vector a word out: that of its first piece."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = Dropout()
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, 4 * WIDTH, gelu) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, firsts: Tensor, mask: Tensor) -> Tensor:
        """`pieces` [batch, length], `firsts` [batch, words], `mask` [batch, 1, 1, length]; gives [batch, words, WIDTH]."""
        return self.gather(self.read(self.words(pieces), mask), firsts)

    def read(self, embedded: Tensor, mask: Tensor, *, but_last: bool = False) -> Tensor:
        """What the layers, or all but the last, make of word pieces' own vectors `embedded` [batch, length, WIDTH], in the same shape."""
        places = torch.arange(embedded.shape[1], device=embedded.device)
        x = self.dropout(self.norm(embedded + self.positions(places) + self.kinds))
        for layer in self.layers[: LAYERS - but_last]:
            x = layer(x, mask)
        return x

    @staticmethod
    def gather(vectors: Tensor, firsts: Tensor) -> Tensor:
        """The vectors [batch, words, WIDTH] of the words' first pieces."""
        return torch.gather(vectors, 1, firsts.unsqueeze(-1).expand(-1, -1, vectors.shape[-1]))


def load_encoder(weights: Path) -> Encoder:
    """The encoder with the weights of the file `model.safetensors` of the registry's package."""
    found = load_file(weights)
    state = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        "positions.weight": found["embeddings.position_embeddings.weight"],
        "kinds": found["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for number in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{kind}"] = found[f"encoder.layer.{number}.{theirs}.{kind}"]
    encoder = Encoder()
    encoder.load_state_dict(state)
    return encoder
