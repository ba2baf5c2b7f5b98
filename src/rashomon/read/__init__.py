"""Article in, Record out: each reader is one module and one function, and all of them are called here, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from rashomon.encode.networks import load_ahead
from rashomon.model import Article, Record, Stance
from rashomon.parse import Doc, parse
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors import attribute_relations, read_actors
from rashomon.read.attitudes import judged_labels, start_stances
from rashomon.read.attributions import FirstReading, encode_article, read_attributions, read_first
from rashomon.read.choice import Reader, choose_reader, reader_name
from rashomon.read.events import read_events
from rashomon.read.incidents import read_incident_summary
from rashomon.read.labels import read_labels
from rashomon.read.places import read_places
from rashomon.read.statements import read_statements
from rashomon.read.times import read_times

if TYPE_CHECKING:
    from rashomon.encode.encoder import Encoding

_Judging = Callable[[], Record]
"""Waits for the judgement of an article's sentences, the last of what is read."""
_Encoding = Callable[[], _Judging]
"""Waits for the encoder where it is needed, and reads all but that judgement."""


class Reading:
    """Articles read one after another, with up to three under way: what comes first of one is done while networks work on those before.

    Each article is read by itself, so its record is the same alone and in company.
    """

    def __init__(self, reader: Reader | None = None) -> None:
        """`reader` says who finds the attributions; by default the learned reader where its weights are installed."""
        self._reader = choose_reader(reader)
        self._encoding: deque[_Encoding] = deque()
        self._judging: deque[_Judging] = deque()
        if self._reader is Reader.LEARNED:
            load_ahead()

    def add(self, article: Article) -> Iterator[Record]:
        """Begin to read the article; the record of an earlier one, where one is done by now."""
        self._encoding.append(self._begin(article))
        if len(self._encoding) > 1:
            self._judging.append(self._encoding.popleft()())
        if len(self._judging) > 1:
            yield self._judging.popleft()()

    def rest(self) -> Iterator[Record]:
        """The records of all that are still under way, in the order of their articles."""
        while self._encoding:
            self._judging.append(self._encoding.popleft()())
        while self._judging:
            yield self._judging.popleft()()

    def _begin(self, article: Article) -> _Encoding:
        """Parse, and start the encoder; what is returned reads by rules what the encoder is not needed for, and then waits for it."""
        doc = parse(article)
        first = read_first(doc)
        encoding = encode_article(doc, first) if self._reader is Reader.LEARNED else None

        def go_on() -> _Judging:
            record, judged = read_parsed(doc, first, encoding)
            summary = read_incident_summary(doc, record, encoding)

            def finish() -> Record:
                stances = judged()
                return msgspec.structs.replace(record, labels=judged_labels(record.labels, stances), stances=stances, summary=summary)

            return finish

        return go_on


def read_article(article: Article, reader: Reader | None = None) -> Record:
    """All that can be told from one article, each value with its words; `reader` as for Reading."""
    reading = Reading(reader)
    return next(chain(reading.add(article), reading.rest()))


def read_parsed(doc: Doc, first: FirstReading, encoding: Encoding | None) -> tuple[Record, Callable[[], tuple[Stance, ...]]]:
    """What can be told from one parsed article before its incident summary, and what waits for its stances.

    The networks that encode and judge run beside the rules: each is waited for where its answer is first used.
    """
    times = read_times(doc)
    places = read_places(doc)
    actors = ActorIndex(read_actors(doc))
    attributions = read_attributions(doc, actors, first, encoding)
    judged = start_stances(doc, actors, attributions, encoding)
    record = Record(
        article=doc.article,
        reader=reader_name(Reader.RULES if encoding is None else Reader.LEARNED),
        attributions=attributions,
        events=read_events(doc, actors, attributions, times, places),
        actors=attribute_relations(actors.actors, attributions),
        times=times,
        places=places,
        labels=read_labels(doc, actors, attributions),
        statements=read_statements(doc, actors, attributions),
    )
    return record, judged


__all__ = ["Reader", "Reading", "choose_reader", "read_article", "reader_name"]
