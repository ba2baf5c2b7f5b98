"""Article in, Record out: each reader is one module and one function, and all of them are called here, in order."""

from __future__ import annotations

from rashomon.model import Article, Record
from rashomon.parse import parse
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors import attribute_relations, read_actors
from rashomon.read.attributions import read_attributions
from rashomon.read.choice import Reader, choose_reader, reader_name
from rashomon.read.events import read_events
from rashomon.read.labels import read_labels
from rashomon.read.places import read_places
from rashomon.read.times import read_times


def read_article(article: Article, reader: Reader | None = None) -> Record:
    """All that can be told from one article, each value with its words.

    `reader` says who finds the attributions; by default the learned reader where its weights are installed.
    """
    reader = choose_reader(reader)
    doc = parse(article)
    times = read_times(doc)
    places = read_places(doc)
    actors = ActorIndex(read_actors(doc))
    attributions = read_attributions(doc, actors, learned=reader is Reader.LEARNED)
    return Record(
        article=article,
        reader=reader_name(reader),
        attributions=attributions,
        events=read_events(doc, actors, attributions, times, places),
        actors=attribute_relations(actors.actors, attributions),
        times=times,
        places=places,
        labels=read_labels(doc, actors, attributions),
    )


__all__ = ["Reader", "choose_reader", "read_article", "reader_name"]
