"""Record: one article and all that was read from it."""

from __future__ import annotations

import msgspec

from rashomon.model.actor import Actor
from rashomon.model.article import Article
from rashomon.model.attribution import Attribution
from rashomon.model.event import Event
from rashomon.model.incident_summary import IncidentSummary
from rashomon.model.label import Label
from rashomon.model.place import Place
from rashomon.model.stance import Stance
from rashomon.model.statement import Statement
from rashomon.model.time import Time


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What one article tells.

    Ids are `<first 8 of the article's id>-<letter><number>`, unique across a case:
    attributions a, events e, actors p, times t, places l, labels d, stances v, statements s; numbered from 1 in text order.
    """

    article: Article
    reader: str
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    labels: tuple[Label, ...] = ()
    stances: tuple[Stance, ...] = ()
    statements: tuple[Statement, ...] = ()
    summary: IncidentSummary = IncidentSummary()


def make_id(article: Article, letter: str, number: int) -> str:
    """The id of the `number`-th thing of its kind in `article`: `make_id(article, "e", 3)` gives `5f3a9c21-e3`."""
    return f"{article.id[:8]}-{letter}{number}"
