"""Rows that are proposed to a reader: which pairs, in which order, and that a proposal decides nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rashomon.errors import AliasError
from rashomon.link import AliasTable, link_actors, load_aliases
from rashomon.link.proposals import propose_aliases, write_proposals
from rashomon.model import ActorKind, AliasRelation, AliasRow, Record, RelationKind
from varenia import record

GROUP, PERSON = ActorKind.ORGANISATION, ActorKind.PERSON


def articles(one: str, other: str, kind: ActorKind = GROUP, company: str = "Ana Marr") -> list[Record]:
    shared = [(company, PERSON, ())]
    return [record("Bram Oskell", actors=[(one, kind, ()), *shared]), record("Neve Aldane", actors=[(other, kind, ()), *shared])]


def names(records: list[Record], *rows: AliasRow) -> set[frozenset[str]]:
    return {frozenset({one.name, one.other}) for one in propose_aliases(records, AliasTable(rows))}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Harbour League", "League of Selm Harbour"), ("Hizbollar Brigade", "Hezbollar Brigade"), ("Tern Relief", "Tern Relief Committee")],
)
def test_alike_names_in_one_company_are_proposed(one: str, other: str) -> None:
    assert frozenset({one, other}) in names(articles(one, other))


def test_names_that_share_nothing_are_not() -> None:
    assert names(articles("Night Guard", "Tern Relief")) == set()


def test_two_that_one_article_names_are_not() -> None:
    together = record("Bram Oskell", actors=[("Harbour League", GROUP, ()), ("Harbour League Youth", GROUP, ())])
    assert names([together, record("Neve Aldane", actors=[("Harbour League", GROUP, ())])]) == set()


def test_what_somebody_says_is_one_is_proposed_though_one_article_names_both() -> None:
    claim = record("Bram Oskell", relations=[("Harbour League", RelationKind.ALSO_KNOWN_AS, "Oru Front")])
    other = record("Neve Aldane", actors=[("Harbour League", GROUP, ()), ("Oru Front", ActorKind.ARMED_GROUP, ())])
    (found,) = propose_aliases([claim, other])
    assert (found.score, found.grounds.split("; ")[-1]) == (1.0, "somebody says that they are one")


def test_what_the_table_speaks_of_is_not_proposed() -> None:
    row = AliasRow(name="Harbour League", relation=AliasRelation.MUST_NOT_MERGE, other="League of Selm Harbour", source="x")
    assert names(articles("Harbour League", "League of Selm Harbour"), row) == set()


def test_a_proposal_joins_nothing_and_is_no_table_before_its_sources_are_told(tmp_path: Path) -> None:
    records = articles("Harbour League", "League of Selm Harbour")
    told = write_proposals(propose_aliases(records))
    (row,) = tomllib.loads(told)["actor"]
    assert (row["relation"], row["source"]) == ("alias-of", "")
    assert not any({"Harbour League", "League of Selm Harbour"} <= {one.name, *one.aliases} for one in link_actors(records))
    path = tmp_path / "names.toml"
    path.write_text(told)
    with pytest.raises(AliasError, match="its source is missing or empty"):
        load_aliases(path)
    path.write_text(told.replace('source = ""', 'source = "the almanac"'))
    table = AliasTable(load_aliases(path))
    assert any({"Harbour League", "League of Selm Harbour"} <= {one.name, *one.aliases} for one in link_actors(records, table))


def test_nothing_to_propose_is_said() -> None:
    assert write_proposals(()).startswith("# Nothing to propose")
