"""The JSON Schemas of the published nouns, one file each."""

from __future__ import annotations

import json

from rashomon.model.codec import schemas


def rendered_schemas() -> dict[str, str]:
    """The text of each schema file by its name."""
    return {f"{noun}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for noun, schema in schemas().items()}
