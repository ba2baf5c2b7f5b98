"""The heads that read attributions off the encoder's word vectors."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn
from train.minilm import WIDTH, Dropout, Layer

from rashomon.read.attributions.learned.tags import TAGS

ASKED_WIDTH = 256


class Mixer(nn.Module):
    """Word vectors and what the parse tells of each word, mixed by one layer; an anchor score for each word."""

    def __init__(self, sizes: Sequence[int]) -> None:
        super().__init__()
        self.grammar = nn.ModuleList(nn.Embedding(size, WIDTH) for size in sizes)
        for table in self.grammar:
            nn.init.normal_(table.weight, std=0.1)
        self.norm = nn.LayerNorm(WIDTH)
        self.layer = Layer(WIDTH, 12, 2 * WIDTH)
        self.anchor = nn.Linear(WIDTH, 1)

    def forward(self, vectors: Tensor, grammar: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """`vectors` [batch, words, WIDTH], `grammar` [batch, words, columns]; gives vectors and anchor scores [batch, words]."""
        told = sum(table(grammar[..., column]) for column, table in enumerate(self.grammar))
        x = self.layer(self.norm(vectors + told), mask)
        return x, self.anchor(x).squeeze(-1)


class Asker(nn.Module):
    """Asks one anchor for its cue, source and content: a score for each tag at each word around it."""

    def __init__(self, sizes: Sequence[int]) -> None:
        super().__init__()
        self.word, self.anchor = nn.Linear(WIDTH, ASKED_WIDTH), nn.Linear(WIDTH, ASKED_WIDTH)
        self.relations = nn.ModuleList(nn.Embedding(size, ASKED_WIDTH) for size in sizes)
        for table in self.relations:
            nn.init.normal_(table.weight, std=0.1)
        self.norm = nn.LayerNorm(ASKED_WIDTH)
        self.dropout = Dropout()
        self.layers = nn.ModuleList(Layer(ASKED_WIDTH, 8, 3 * ASKED_WIDTH) for _ in range(2))
        self.tags = nn.Linear(ASKED_WIDTH, len(TAGS))

    def forward(self, words: Tensor, anchors: Tensor, relations: Tensor, mask: Tensor) -> Tensor:
        """`words` [rows, length, WIDTH], `anchors` [rows, WIDTH], `relations` [rows, length, columns]; gives [rows, length, tags]."""
        told = sum(table(relations[..., column]) for column, table in enumerate(self.relations))
        x = self.norm(self.word(words) + self.anchor(anchors).unsqueeze(1) + told)
        x = self.dropout(x)
        for layer in self.layers:
            x = layer(x, mask)
        return self.tags(x)
