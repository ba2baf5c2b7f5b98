"""Which tellings are compared: few enough of an archive, and never without those that share what is seldom told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from rashomon.link.acts import act_of
from rashomon.link.blocking import (
    ALL_PAIRS_UP_TO,
    FOLLOWING,
    KEY_PAIRS_UP_TO,
    MOST_COMPARED,
    MOST_HOLDERS,
    MOST_MET,
    keys_of,
    pairs_to_compare,
)
from rashomon.link.loci import Locus
from rashomon.link.matters import Matters
from rashomon.link.periods import period_of
from rashomon.link.tellings import Telling

TELLERS = 3
"""Articles that tell of each happening."""


def archive(happenings: int) -> list[Telling]:
    """Everything is a bombing, and every month has its share of it; who was bombed, where and when is each happening's own."""
    return [
        Telling(
            event=f"{teller}-{number}",
            article=f"{teller}-{number}",
            type=None,
            mode=None,
            act=act_of("bombed"),
            words="bombed",
            period=period_of(f"20{number % 20:02}-{1 + number % 12:02}-{1 + number % 28:02}"),
            place=Locus(f"town {number % 90}", f"Town {number % 90}"),
            patients=frozenset({f"A{number}"}),
        )
        for teller in range(TELLERS)
        for number in range(happenings)
    ]


def pairs(tellings: list[Telling]) -> list[tuple[int, int]]:
    left, right = pairs_to_compare(tellings, Matters({}))
    return list(zip(left.tolist(), right.tolist(), strict=True))


def test_ten_times_the_tellings_are_ten_times_the_pairs_and_not_a_hundred() -> None:
    few, many = (len(pairs(archive(happenings))) for happenings in (1000, 10_000))
    assert few < many < 12 * few


def test_no_telling_meets_more_than_so_many_under_each_of_its_keys() -> None:
    tellings = archive(1000)
    met = Counter(position for pair in pairs(tellings) for position in pair)
    for position, telling in enumerate(tellings):
        assert met[position] <= 2 * (MOST_MET * len(list(keys_of(telling))) + FOLLOWING)


def test_no_telling_is_compared_with_more_than_so_many_that_follow_it() -> None:
    """All share the month, one of forty people and one of ninety towns: more than that have something in common."""
    crowded = [replace(telling, patients=frozenset({f"A{number % 40}"})) for number, telling in enumerate(archive(2000))]
    begun = Counter(left for left, _ in pairs(crowded))
    assert max(begun.values()) == MOST_COMPARED


@pytest.mark.parametrize("happenings", [10, 300, 1000])
def test_those_that_share_what_nobody_else_tells_are_always_compared(happenings: int) -> None:
    """However common the act: the three articles on the same victim meet."""
    assert {(number, number + happenings) for number in range(happenings)} <= set(pairs(archive(happenings)))
    assert {(number, number + 2 * happenings) for number in range(happenings)} <= set(pairs(archive(happenings)))


def test_each_pair_comes_once_and_in_order() -> None:
    found = pairs(archive(200))
    assert found == sorted(set(found))
    assert all(left < right for left, right in found)


def test_what_few_share_is_compared_all_with_all() -> None:
    """One month has all the bombings of one victim, no more than meet under one key."""
    same = [telling for telling in archive(ALL_PAIRS_UP_TO) if telling.patients == frozenset({"A0"})]
    others = [telling for telling in archive(ALL_PAIRS_UP_TO) if telling.patients != frozenset({"A0"})]
    few = [replace(telling, event=f"{turn}", article=f"{turn}") for turn in range(KEY_PAIRS_UP_TO // TELLERS) for telling in same]
    assert set(combinations(range(len(few)), 2)) <= set(pairs([*few, *others]))


def test_a_small_collection_is_compared_all_with_all() -> None:
    assert len(pairs(archive(20))) == 60 * 59 // 2


def bare(article: str) -> Telling:
    """A bombing of which neither time, place nor victim is told."""
    return Telling(event=article, article=article, type=None, mode=None, act=act_of("bombed"), words="bombed")


def test_a_key_that_very_many_share_makes_no_pairs_by_itself() -> None:
    assert pairs([bare(str(number)) for number in range(MOST_HOLDERS)])
    assert not pairs([bare(str(number)) for number in range(MOST_HOLDERS + 1)])


def test_under_a_common_key_those_meet_whose_articles_share_a_telling_word() -> None:
    articles = [str(number) for number in range(2 * MOST_HOLDERS)]
    matters = Matters((article, f"An explosion at the {'customs' if article in {'7', '800'} else 'mill'}.") for article in articles)
    left, right = pairs_to_compare([bare(article) for article in articles], matters)
    assert (7, 800) in set(zip(left.tolist(), right.tolist(), strict=True))
