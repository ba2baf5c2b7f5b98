"""The pages made from the code are current, and the schemas are schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docs.made import pages
from docs.schemas import rendered_schemas
from jsonschema import Draft202012Validator

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("name", "text"), pages().items(), ids=list(pages()))
def test_a_made_page_is_current(name: str, text: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == text, f"docs/{name} is out of date; run `make pages`"


def test_no_schema_is_left_over() -> None:
    assert sorted(path.name for path in (DOCS / "schema").iterdir()) == sorted(rendered_schemas())


@pytest.mark.parametrize("text", rendered_schemas().values(), ids=list(rendered_schemas()))
def test_a_schema_is_a_schema(text: str) -> None:
    Draft202012Validator.check_schema(json.loads(text))
