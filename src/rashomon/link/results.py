"""Results: the deaths, injuries and damage that an act led to are part of its incident.

Whoever links events keeps "a bomb went off" and "nine were killed" apart (so do ECB+ and the Gun Violence Corpus); whoever compares
accounts wants the toll beside the act. So clusters are joined once each is complete, where an article tells the one right after the
other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.link.gathering import Cluster
from rashomon.link.tellings import Telling
from rashomon.link.weighing import Weighed

CLOSE_BY = 250
"""Characters between two triggers within which an act and then its result ("the blast", "nine were killed") are told."""
CLOSE_BEFORE = 80
"""The same where the result comes first ("nine died when the house was bombed")."""
OUTCOME = (("result", "close by"),)


def with_results(clusters: Iterable[Cluster], tellings: Sequence[Telling]) -> list[Cluster]:
    """The clusters, those of a result joined to that of the act beside which most articles tell it."""
    clusters = list(clusters)
    home = {position: cluster for cluster in clusters for position in cluster.positions}
    for found in clusters:
        result = home[found.positions[0]]
        if not all(tellings[position].act.is_result for position in result.positions):
            continue
        told = _told_beside(result, tellings)
        articles = Counter(id(home[pair.left if pair.right in result.positions else pair.right]) for pair in told)
        for pair in sorted(
            told, key=lambda pair: (-articles[id(_other(pair, result, home))], _apart(pair, tellings), pair.left, pair.right)
        ):
            act = _other(pair, result, home)
            if act is not result and not act.clashes_with(result):
                joined = act.with_all(result, pair)
                home.update(dict.fromkeys(joined.positions, joined))
                break
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _other(pair: Weighed, result: Cluster, home: dict[int, Cluster]) -> Cluster:
    return home[pair.left if pair.right in result.positions else pair.right]


def _told_beside(result: Cluster, tellings: Sequence[Telling]) -> list[Weighed]:
    """For each article the nearest telling of an act that may have led to the result."""
    nearest: dict[str, Weighed] = {}
    for position in result.positions:
        for other, telling in enumerate(tellings):
            if other in result.positions or not _led_to(telling, tellings[position]):
                continue
            pair = Weighed(min(position, other), max(position, other), OUTCOME)
            known = nearest.get(telling.article)
            if known is None or _apart(pair, tellings) < _apart(known, tellings):
                nearest[telling.article] = pair
    return list(nearest.values())


def _led_to(act: Telling, result: Telling) -> bool:
    if act.article != result.article or not act.act.is_near(result.act):
        return False
    behind = result.position - act.position
    return behind <= CLOSE_BY if behind >= 0 else -behind <= CLOSE_BEFORE


def _apart(pair: Weighed, tellings: Sequence[Telling]) -> int:
    return abs(tellings[pair.left].position - tellings[pair.right].position)
