"""Page: everything a reader sees, as plain data. No HTML; words are shown as they are, codes stand beside them."""

from __future__ import annotations

import msgspec

from rashomon.model import Attitude, BlockKind, SourceKind, Verdict
from rashomon.view.parts import Act, Ground, Leaning, LeftOut, Link, Membership, NoteLine, Passage, Tally, Teller, Utterance, Variant
from rashomon.view.profiles import Profile, Share
from rashomon.view.waterfall import Waterfall


class ArticleRow(msgspec.Struct, frozen=True, kw_only=True):
    """One article in the list. `siglum` is the letter it goes by on the page; `dated` says the date or why there is none.

    `outlet_known` is False where the article does not tell its outlet, and `outlet` is whoever else it can be called after.
    `profile` is None where nobody profiled it.
    """

    id: str
    siglum: str
    title: str
    outlet: str
    outlet_known: bool
    authors: tuple[str, ...]
    origin: str
    dated: str
    words: int
    profile: Profile | None = None

    @property
    def sourcing(self) -> tuple[Share, ...]:
        """The shares of its voices."""
        return self.profile.shares if self.profile else ()


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, by what, and which period it tells of; `outlets` are those known, and `all_known` whether each article has one."""

    title: str
    articles: int
    outlets: int
    all_known: bool
    period: str
    readers: tuple[str, ...]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands on one side of a contradiction, each source with the siglum of its article, and their words where these are short."""

    sources: tuple[tuple[str, str], ...]
    words: str


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A card on which articles contradict each other: each point by name, with its two sides."""

    address: str
    title: str
    points: tuple[tuple[str, tuple[Side, ...]], ...]


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One account, or the accounts of one article beside those of others."""

    siglum: str
    article: str
    name: str
    tellers: tuple[Teller, ...]


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one column tells of one point; no utterances when it is silent."""

    column: Column
    utterances: tuple[Utterance, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One point of an incident: a cell for each column of its card, and, where the card has none, a variant for each wording."""

    field: str
    label: str
    verdict: Verdict
    note: str
    cells: tuple[Cell, ...]
    variants: tuple[Variant, ...] = ()
    silent: tuple[Teller, ...] = ()


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One incident or claim that several accounts tell. `silent` are the sigla of articles that leave it out.

    `columns` are the accounts; the articles, where there are many accounts; none, where there are many articles. `waterfalls` tell
    what the first of the `links` that made an incident rest on, `why` what a claim does.
    """

    id: str
    title: str
    act: Act | None
    when: str
    where: str
    stages: tuple[str, ...]
    tellers: tuple[Teller, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    why: tuple[Ground, ...] = ()
    waterfalls: tuple[Waterfall, ...] = ()
    links: int = 0
    silent: tuple[str, ...] = ()
    series: Membership | None = None

    @property
    def within_one_article(self) -> bool:
        """True where all the accounts stand in one article."""
        return len({teller.article for teller in self.tellers}) == 1


class Single(msgspec.Struct, frozen=True, kw_only=True):
    """An incident that one article alone tells; `silent` are the sigla of those that speak of the same actors without it.

    `weight` holds what it lacks to be told first, False where it lacks nothing: it is vague, undated, not between two known actors,
    not done.
    """

    id: str
    title: str
    act: Act
    when: str
    where: str
    stage: str
    teller: Teller
    passage: Passage
    weight: tuple[bool, ...]
    silent: tuple[str, ...]
    note: str
    series: Membership | None = None

    @property
    def vague(self) -> bool:
        """True without a date or place and with too few participants, or only supposed."""
        return self.weight[0]


class OneSide(msgspec.Struct, frozen=True, kw_only=True):
    """What one article alone tells."""

    siglum: str
    article: str
    name: str
    singles: tuple[Single, ...]


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
    """The pictures that several accounts give of one actor; `code` holds its country and sectors in PLOVER's codes."""

    id: str
    name: str
    kind: str
    code: str = ""
    aliases: tuple[str, ...]
    columns: tuple[PortraitColumn, ...]
    rows: tuple[PortraitRow, ...]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """The statements of one source about one actor. `attitude` is None where they are mixed."""

    attitude: Attitude | None
    tally: Tally
    statements: tuple[Utterance, ...]
    id: str


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
    """One act that comes again: its instances in order of time, and the words that tell of all of them together."""

    id: str
    title: str
    act: Act
    points: tuple[SeriesPoint, ...]
    instances: tuple[Link, ...]
    tellings: tuple[Variant, ...]
    why: tuple[Ground, ...]


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A run of text with the same marks throughout: classes of "source", "cue", "content", "nested", "event".

    `note` is the id of the innermost thing marked; `opens` is True where that thing's own words begin. `anchors` are the
    addresses of passages that start here.
    """

    start: int
    text: str
    classes: tuple[str, ...] = ()
    note: str = ""
    opens: bool = False
    anchors: tuple[str, ...] = ()


class ReadingBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A block of an article; `reason` says why it was not read."""

    kind: BlockKind
    reason: str
    segments: tuple[Segment, ...]
    voices: tuple[tuple[str, str], ...] = ()


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the margin for one marked passage: an attribution or an event."""

    id: str
    kind: str
    heading: str
    lines: tuple[NoteLine, ...]
    links: tuple[Link, ...]


class BriefItem(msgspec.Struct, frozen=True, kw_only=True):
    """One person, organisation or thing in an article's acts of violence; `lead` is "according to ..." before an organisation."""

    words: str
    passage: Passage | None
    lead: str = ""
    firmness: str = ""


class BriefRole(msgspec.Struct, frozen=True, kw_only=True):
    """Those in one role, `label` in plain words."""

    label: str
    items: tuple[BriefItem, ...]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One article in full, marked; `brief` are the roles in the acts of violence that it tells."""

    article: ArticleRow
    blocks: tuple[ReadingBlock, ...]
    notes: tuple[Note, ...]
    brief: tuple[BriefRole, ...] = ()


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report, section by section."""

    head: Head
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
    matrix: Matrix
    timeline: TimeLine
    series: tuple[SeriesRow, ...]
    readings: tuple[Reading, ...]
