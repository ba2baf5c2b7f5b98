"""Article in, Record out: each reader is one module and one function, and all of them are called here, in order."""

from __future__ import annotations

from rashomon.model import Article, Record
from rashomon.parse import parse
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors import attribute_relations, read_actors
from rashomon.read.attributions import read_attributions
from rashomon.read.events import read_events
from rashomon.read.labels import read_labels
from rashomon.read.places import read_places
from rashomon.read.times import read_times
from rashomon.version import __version__

READER = f"rashomon {__version__} rules"
"""What reads: written into every record, so that a case knows which records a newer version should read again."""


def read_article(article: Article) -> Record:
    """All that can be told from one article, each value with its words."""
    doc = parse(article)
    times = read_times(doc)
    places = read_places(doc)
    actors = ActorIndex(read_actors(doc))
    attributions = read_attributions(doc, actors)
    return Record(
        article=article,
        reader=READER,
        attributions=attributions,
        events=read_events(doc, actors, attributions, times, places),
        actors=attribute_relations(actors.actors, attributions),
        times=times,
        places=places,
        labels=read_labels(doc, actors, attributions),
    )


__all__ = ["READER", "read_article"]
