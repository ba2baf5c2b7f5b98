"""Which actors of two articles are one, which are two, and which are linked by what somebody says: the tables in `actors/`.

Articles are read as any article is; `rows` stand for the reader's alias table.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from rashomon.compare import compare_records
from rashomon.link import AliasTable
from rashomon.model import AliasRelation, AliasRow, Article, Block, BlockKind, Comparison, LinkedActor, Record, Span, quote
from rashomon.read import read_article

Case = dict[str, Any]
ARTICLES = "abc"


def cases(*, marked: bool) -> list[Any]:
    found = []
    for path in sorted((Path(__file__).parent / "actors").glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            marks = [pytest.mark.xfail(reason=case["not_yet"], strict=True)] if marked and "not_yet" in case else []
            found.append(pytest.param(case, id=f"{path.stem}-{'-'.join(re.findall(r'[a-z]+', case['what'].lower())[:9])}", marks=marks))
    return found


@cache
def read_text(letter: str, text: str, published: str | None) -> Record:
    article = Article(
        id=hashlib.sha256(f"{letter} {text}".encode()).hexdigest()[:16],
        origin=f"{letter}.txt",
        authors=(f"Author {letter.upper()}",),
        published=published,
        text=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),),
    )
    return read_article(article)


def records_of(case: Case) -> dict[str, Record]:
    dates = dict(zip(ARTICLES, case.get("dates", ()), strict=False))
    return {letter: read_text(letter, case[letter], dates.get(letter)) for letter in ARTICLES if letter in case}


def compared(case: Case, records: list[Record]) -> Comparison:
    rows = [
        AliasRow(name=name, relation=AliasRelation(relation), other=other, source="The Selm Almanac")
        for name, relation, other in case.get("rows", ())
    ]
    return compare_records(records, AliasTable(rows))


def called(record: Record, name: str, comparison: Comparison) -> list[LinkedActor]:
    """The linked actors that the article calls by the name."""
    members = {
        actor.id
        for actor in record.actors
        if name in {actor.name, *actor.aliases, *(quote(record.article.text, mention.spans) for mention in actor.mentions)}
    }
    assert members, f"{name!r} was not read as an actor of {record.article.origin}"
    return [linked for linked in comparison.actors if members & set(linked.members)]


@pytest.mark.parametrize("case", cases(marked=True))
def test_same_actor(case: Case) -> None:
    records = records_of(case)
    comparison = compared(case, list(records.values()))
    one, other = called(records["a"], case["one"], comparison), called(records["b"], case["other"], comparison)
    assert bool({actor.id for actor in one} & {actor.id for actor in other}) == case["same"]
    if "linked" in case:
        others = {actor.id for actor in other}
        assert case["linked"] in {relation.kind for actor in one for relation in actor.relations if relation.other in others}


@pytest.mark.parametrize("case", cases(marked=False))
def test_the_order_of_the_articles_joins_no_others(case: Case) -> None:
    records = list(records_of(case).values())
    orders = {frozenset(actor.members for actor in compared(case, list(order)).actors) for order in permutations(records)}
    assert len(orders) == 1


@pytest.mark.parametrize("case", cases(marked=False))
def test_what_was_joined_says_why(case: Case) -> None:
    for actor in compared(case, list(records_of(case).values())).actors:
        assert bool(actor.why) == (len(actor.members) > 1)


def test_there_are_many_cases_of_both_kinds() -> None:
    told = [case.values[0]["same"] for case in cases(marked=False)]
    assert min(told.count(True), told.count(False)) >= 60
