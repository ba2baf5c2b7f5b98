"""The measures of linking actors, on two invented articles whose right answer is plain."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from bench.actors import actors
from click.testing import CliRunner

TEXTS = {
    "1": ("Dara Velkan visited the docks. The Harbour League cheered.", {"Dara Velkan": "HUM1", "Harbour League": "HUM2"}),
    "2": ("President Velkan signed the law. The Harbour League protested.", {"Velkan": "HUM1", "Harbour League": "HUM3"}),
}


@pytest.fixture
def gold(tmp_path: Path) -> str:
    lines = []
    for name, (text, chains) in TEXTS.items():
        mentions = [
            {"id": words, "start": text.index(words), "end": text.index(words) + len(words), "chain": chain, "kind": "entity"}
            for words, chain in chains.items()
        ]
        lines.append(msgspec.json.encode({"id": name, "topic": "1", "text": text, "mentions": mentions}))
    path = tmp_path / "chains.jsonl"
    path.write_bytes(b"\n".join(lines))
    return str(path)


def test_pairs_of_one_chain_and_of_two(gold: str) -> None:
    told = CliRunner().invoke(actors, ["chains", "--gold", gold, "--show", "5"]).output.splitlines()
    assert "P  50.0 R 100.0" in told[0]
    assert told[2:] == ["wrongly joined: 1 Harbour League | 2 Harbour League"]
