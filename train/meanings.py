"""Vectors of word pieces by meaning: `src/rashomon/link/weights/meanings.npy`.

    python -m train.meanings --base FOLDER_WITH_MODEL

Each piece is read alone by the sentence encoder; its vector, less the mean of all, is cut to the directions in which pieces differ most
(principal components) and kept in 8 bits. So a word's meaning is had without running an encoder (Model2Vec, Tulkens & van Dongen 2024,
makes its static vectors alike).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from train.minilm import Encoder, load_encoder

from rashomon.link.meanings import FILE

WIDTH = 64
FIRST_WORD = 1000
"""Pieces before this one are placeholders, digits and single characters."""
AT_ONCE = 1024
UNCLIPPED = 0.999
"""The share of values that 8 bits hold as they are; the rest is cut off."""


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    encoder = load_encoder(options.base / "model.safetensors").eval()
    pieces = tokenizer.get_vocab_size()
    ends = (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"))
    vectors = np.concatenate([_alone(encoder, range(start, min(start + AT_ONCE, pieces)), ends) for start in range(0, pieces, AT_ONCE)])
    vectors -= vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(vectors[FIRST_WORD:], full_matrices=False)
    table = vectors @ directions[:WIDTH].T
    scale = 127 / np.quantile(np.abs(table), UNCLIPPED)
    np.save(options.out, np.clip(np.round(table * scale), -127, 127).astype(np.int8))
    print(options.out.name, table.shape)


def _alone(encoder: Encoder, pieces: range, ends: tuple[int, int]) -> np.ndarray:
    """The vectors [pieces, width] of pieces that are each all there is."""
    with torch.no_grad():
        words = torch.tensor([[ends[0], piece, ends[1]] for piece in pieces])
        read = encoder(words, torch.ones(len(pieces), 1, dtype=torch.long), torch.zeros(len(pieces), 1, 1, 3))
    found: np.ndarray = read[:, 0].numpy()
    return found


if __name__ == "__main__":
    main()
