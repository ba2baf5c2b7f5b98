"""The pages that are made from the code, and so cannot say anything else than it does."""

from __future__ import annotations

from docs.module_map import module_map
from docs.reference import reference
from docs.schemas import rendered_schemas


def pages() -> dict[str, str]:
    """The text of each made page by its path under docs."""
    schemas = {f"schema/{name}": text for name, text in rendered_schemas().items()}
    return {"reference.md": reference(), "modules.md": module_map(), **schemas}
