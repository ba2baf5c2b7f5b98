"""Writes the JSON Schemas of the published nouns into docs/schema: `python -m docs.schemas`."""

from __future__ import annotations

import json
from pathlib import Path

from rashomon.model.codec import schemas

FOLDER = Path(__file__).parent / "schema"


def rendered() -> dict[str, str]:
    """The text of each schema file by its name."""
    return {f"{noun}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for noun, schema in schemas().items()}


def write() -> None:
    """Write every schema anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in rendered().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
