"""Page: everything a reader sees, as plain data. No HTML; words are shown as they are, codes stand beside them."""

from __future__ import annotations

import msgspec

from rashomon.model import Attitude, SourceKind, Verdict
from rashomon.view.articles import ArticleRow, Reading
from rashomon.view.cards import Card, Dispute, OneSide
from rashomon.view.parts import Act, Ground, Leaning, LeaningSentence, LeftOut, Link, Standing, Tally, Variant
from rashomon.view.profiles import Profile


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, by what, and which period it tells of; `outlets` are those known, and `all_known` whether each article has one."""

    title: str
    articles: int
    outlets: int
    all_known: bool
    period: str
    readers: tuple[str, ...]


class Headline(msgspec.Struct, frozen=True, kw_only=True):
    """How many incidents several articles tell (`met`), several voices of one article (`within`), one account (`alone`).

    `points` counts, by verdict, the points of the first on which articles, not only voices of one, stand so to each other.
    """

    met: int
    within: int
    alone: int
    points: tuple[tuple[Verdict, int], ...]


class PortraitColumn(msgspec.Struct, frozen=True, kw_only=True):
    """One article's picture of an actor; `leanings` say, for each who speaks there, what its sentences on the actor let one think of it."""

    siglum: str
    article: str
    name: str
    leanings: tuple[Leaning, ...] = ()


class PortraitRow(msgspec.Struct, frozen=True, kw_only=True):
    """One aspect of an actor, a cell for each column."""

    aspect: str
    label: str
    cells: tuple[tuple[Variant, ...], ...]


class Portrait(msgspec.Struct, frozen=True, kw_only=True):
    """The pictures that several accounts give of one actor; `code` holds its country and sectors in PLOVER's codes.

    `standings` are what is said of how it stands to others, and they to it.
    """

    id: str
    name: str
    kind: str
    code: str = ""
    aliases: tuple[str, ...]
    standings: tuple[Standing, ...] = ()
    columns: tuple[PortraitColumn, ...]
    rows: tuple[PortraitRow, ...]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """The `in_all` sentences of one source on one actor, the first of them listed with the siglum of their article.

    `attitude` is that of most that are not neutral, None where they are mixed.
    """

    id: str
    attitude: Attitude | None
    tally: Tally
    in_all: int
    sentences: tuple[tuple[str, LeaningSentence], ...]


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the matrix: a source, its kind, and its marks by column (None where it says nothing of that actor)."""

    name: str
    kind: SourceKind
    sigla: tuple[str, ...]
    marks: tuple[Mark | None, ...]


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks about whom. `hidden_speakers` and `hidden_actors` count those left out as the least frequent."""

    actors: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    hidden_speakers: int = 0
    hidden_actors: int = 0


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A labelled place on the time line, from 0 to 1; `gap` where time before it is left out."""

    at: float
    label: str
    gap: bool = False


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One incident on the time line: from `start` to `end`, 0 to 1, or None in the lane without a date."""

    id: str
    title: str
    when: str
    start: float | None
    end: float | None
    stage: str
    hollow: bool
    sigla: tuple[str, ...]


class TimeLine(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents by date, those whose date nobody tells apart."""

    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    undated: tuple[Bar, ...]


class SeriesPoint(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is stable in a series ("how often": yearly), and the wordings of those that tell it."""

    field: str
    label: str
    value: str
    variants: tuple[Variant, ...]


class SeriesRow(msgspec.Struct, frozen=True, kw_only=True):
    """One act that comes again: its instances in order of time, the words that tell of all together, and what was done to one of them."""

    id: str
    title: str
    act: Act
    points: tuple[SeriesPoint, ...]
    instances: tuple[Link, ...]
    tellings: tuple[Variant, ...]
    done_to: tuple[Link, ...]
    why: tuple[Ground, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report, section by section; `standings` are those of the reader's alias table between actors without a portrait."""

    head: Head
    headline: Headline
    disputes: tuple[Dispute, ...]
    articles: tuple[ArticleRow, ...]
    outlets: tuple[Profile, ...]
    cards: tuple[Card, ...]
    claims: tuple[Card, ...]
    compared: str
    left_out: tuple[LeftOut, ...]
    left_out_in_all: int
    sides: tuple[OneSide, ...]
    portraits: tuple[Portrait, ...]
    standings: tuple[Standing, ...]
    matrix: Matrix
    timeline: TimeLine
    series: tuple[SeriesRow, ...]
    readings: tuple[Reading, ...]
