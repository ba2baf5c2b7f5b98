"""Results: the deaths, injuries and damage that an act led to are part of its incident.

Whoever links events keeps "a bomb went off" and "nine were killed" apart (so do ECB+ and the Gun Violence Corpus); whoever compares
accounts wants the toll beside the act. So clusters are joined once each is complete, where an article tells the one right after the
other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from rashomon.link.clashes import Told
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
    articles: dict[str, list[int]] = {}
    for position, telling in enumerate(tellings):
        articles.setdefault(telling.article, []).append(position)
    for found in clusters:
        result = home[found.positions[0]]
        if all(tellings[position].act.is_result for position in result.positions):
            told = [(home[other], pair) for other, pair in _told_beside(result, tellings, articles)]
            beside = Counter(id(act) for act, _ in told)
            ordered = sorted(told, key=lambda each: (-beside[id(each[0])], _apart(each[1], tellings), each[1].left, each[1].right))
            fitting = ((act, pair) for act, pair in ordered if act is not result and not _clash(act, result, tellings))
            for act, pair in islice(fitting, 1):
                joined = act.with_all(result, pair)
                home.update(dict.fromkeys(joined.positions, joined))
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _clash(one: Cluster, other: Cluster, tellings: Sequence[Telling]) -> bool:
    mine, its = (Told.of_all(tellings[position] for position in cluster.positions) for cluster in (one, other))
    return mine.clashes_with(its)


def _told_beside(result: Cluster, tellings: Sequence[Telling], articles: Mapping[str, Sequence[int]]) -> list[tuple[int, Weighed]]:
    """For each article the nearest telling of an act that may have led to the result, and its link to that; none that befell others."""
    nearest: dict[str, tuple[int, Weighed]] = {}
    results: dict[str, Telling] = {}
    inside = frozenset(result.positions)
    for position in result.positions:
        article = tellings[position].article
        for other in articles[article]:
            if other not in inside and _may_lead_to(tellings[other], tellings[position]):
                pair = Weighed(min(position, other), max(position, other), OUTCOME)
                if article not in nearest or _apart(pair, tellings) < _apart(nearest[article][1], tellings):
                    nearest[article], results[article] = (other, pair), tellings[position]
    return [found for article, found in nearest.items() if not _befell_somebody_else(tellings[found[0]], results[article])]


def _may_lead_to(act: Telling, result: Telling) -> bool:
    if not act.act.is_near(result.act):
        return False
    behind = result.position - act.position
    return behind <= CLOSE_BY if behind >= 0 else -behind <= CLOSE_BEFORE


def _befell_somebody_else(act: Telling, result: Telling) -> bool:
    """True of deaths or injuries told in two sentences, one of somebody named: "killed Lio Besk", "wounded two guards"."""
    named = (act.patients & act.known) | (result.patients & result.known)
    apart = act.around.sentence != result.around.sentence and act.patients.isdisjoint(result.patients)
    return act.act.is_result and bool(named) and apart


def _apart(pair: Weighed, tellings: Sequence[Telling]) -> int:
    return abs(tellings[pair.left].position - tellings[pair.right].position)
