"""The same incident across articles: an act, told once or many times, with what it led to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.link.gathering import Cluster, gather
from rashomon.link.matters import Matters
from rashomon.link.reasons import Link, reasons_for
from rashomon.link.results import with_results
from rashomon.link.tellings import Telling, tellings_of
from rashomon.link.weighing import weigh
from rashomon.model import Article, BlockKind, LinkedActor, Reason, Record


@dataclass(frozen=True)
class LinkedEvents:
    """The events taken to be one happening, as they are told, in the order of the records, and why."""

    tellings: tuple[Telling, ...]
    why: tuple[Reason, ...] = ()

    @property
    def events(self) -> tuple[str, ...]:
        """The events' ids."""
        return tuple(telling.event for telling in self.tellings)


def link_incidents(
    records: Sequence[Record], actors: Iterable[LinkedActor], at_end_of: Callable[[str], None] = lambda _: None
) -> tuple[LinkedEvents, ...]:
    """The events of all records in groups of one happening each; an event that nothing joins to another stands alone.

    `actors` are those of `link_actors`. `at_end_of` is told when a stage is over. Counts, blame, motives and labels are never looked at.
    """
    actors = tuple(actors)
    tellings = tuple(tellings_of(records, actors))
    names = {actor.id: actor.name for actor in actors}
    at_end_of("tellings")
    matters = Matters((record.article.id, read_text(record.article)) for record in records)
    at_end_of("matters")
    pairs = weigh(tellings, matters)
    at_end_of("weighing")
    clusters = gather(tellings, pairs)
    at_end_of("gathering")
    groups = _in_order(with_results(clusters, tellings), tellings)
    at_end_of("results")
    return tuple(LinkedEvents(group, reasons_for(links, names)) for group, links in groups)


Group = tuple[tuple[Telling, ...], tuple[Link, ...]]


def join_tellings(tellings: Sequence[Telling], matters: Matters) -> tuple[Group, ...]:
    """The tellings in groups of one event each, a result ("nine were killed") apart from the act; each with the links that made it."""
    return _in_order(gather(tellings, weigh(tellings, matters)), tellings)


def _in_order(clusters: Iterable[Cluster], tellings: Sequence[Telling]) -> tuple[Group, ...]:
    """Groups in the order of their first telling."""
    return tuple(
        (
            tuple(tellings[position] for position in sorted(cluster.positions)),
            tuple(Link(tellings[pair.left], tellings[pair.right], pair.outcomes) for pair in cluster.links),
        )
        for cluster in sorted(clusters, key=lambda cluster: min(cluster.positions))
    )


def read_text(article: Article) -> str:
    """The article's text without its furniture."""
    return "\n".join(article.text[block.span.start : block.span.end] for block in article.blocks if block.kind is not BlockKind.FURNITURE)
