"""The JSON Schemas in docs/schema are those of the nouns as they are."""

from __future__ import annotations

import json

import pytest
from docs.schemas import FOLDER, rendered
from jsonschema import Draft202012Validator


@pytest.mark.parametrize(("name", "text"), rendered().items())
def test_a_schema_is_current(name, text):
    assert (FOLDER / name).read_text(encoding="utf-8") == text, f"docs/schema/{name} is out of date; run `make schemas`"


def test_no_schema_is_left_over():
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(rendered())


@pytest.mark.parametrize("text", rendered().values(), ids=list(rendered()))
def test_a_schema_is_a_schema(text):
    Draft202012Validator.check_schema(json.loads(text))
