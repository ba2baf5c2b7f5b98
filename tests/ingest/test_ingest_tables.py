"""Each row of the tables does what its example says."""

from __future__ import annotations

import re

import pytest

from rashomon.errors import BinaryInput
from rashomon.ingest.formats import refuse_binary
from rashomon.model import BlockKind
from rashomon.tables import choices, load_table

FURNITURE = load_table("rashomon.ingest", "tables/furniture.tsv", ("reason", "place", "pattern", "example"), key=("pattern",))
CAPTIONS = load_table(
    "rashomon.ingest", "tables/captions.tsv", ("reason", "where", "ended", "words", "pattern", "example"), key=("pattern",)
)
PUBLISHERS = load_table("rashomon.ingest", "tables/publisher.tsv", ("pattern", "example", "publisher"), key=("pattern",))
ELEMENTS = load_table("rashomon.ingest", "tables/elements.tsv", ("element", "part"), key=("element",))
SIGNATURES = load_table("rashomon.ingest", "tables/signatures.tsv", ("hex", "name", "remedy"), key=("hex",))


@pytest.mark.parametrize("row", FURNITURE, ids=lambda row: row["example"][:40])
def test_furniture_rows_fit_their_examples(row: dict[str, str]) -> None:
    assert set(choices(row["place"])) <= {"alone", "head", "tail"}
    assert re.compile(row["pattern"], re.IGNORECASE).fullmatch(row["example"])
    assert re.compile(row["pattern"]).groups == 0, "a group inside a row would hide which row fitted"


@pytest.mark.parametrize("row", CAPTIONS, ids=lambda row: row["example"][:40])
def test_caption_rows_fit_their_examples(row: dict[str, str]) -> None:
    assert row["where"] in {"start", "end"}
    assert row["ended"] in {"yes", "no"}
    assert len(row["example"].split()) >= int(row["words"])
    assert re.search(row["pattern"], row["example"])


@pytest.mark.parametrize("row", PUBLISHERS, ids=lambda row: row["example"][:40])
def test_publisher_rows_find_the_outlet(row: dict[str, str]) -> None:
    match = re.search(row["pattern"], row["example"])
    assert match is not None
    assert match["name"] == row["publisher"]


def test_elements_have_known_parts() -> None:
    kinds = {"hidden", "block", "preformatted", "break", "title", "heading", "caption", "quotation", "aside"}
    assert {row["part"] for row in ELEMENTS} == kinds
    assert set(BlockKind) >= {"title", "heading", "caption"}


@pytest.mark.parametrize("row", SIGNATURES, ids=lambda row: row["name"])
def test_signatures_are_refused_by_name(row: dict[str, str]) -> None:
    with pytest.raises(BinaryInput, match=re.escape(row["name"])):
        refuse_binary(bytes.fromhex(row["hex"]) + b"rest", "article.txt")
