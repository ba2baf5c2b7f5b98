"""Cards: an incident or a claim as its accounts tell it side by side, and what one article alone tells."""

from __future__ import annotations

import msgspec

from rashomon.model import Verdict
from rashomon.view.parts import Act, Ground, Membership, Passage, Teller, Utterance, Variant
from rashomon.view.waterfall import Waterfall


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
    """One point of an incident: a cell for each column of its card, and, where the card has none, a variant for each wording.

    `between_articles` is True where its verdict stands between articles, not only between the voices of one.
    """

    field: str
    label: str
    verdict: Verdict
    note: str
    between_articles: bool
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

    `agents` are those told to have done an act of force, whom no title names, `counts` how many were
    killed, arrested and so on, each with what is counted. `weight` holds what it lacks to be told first, False
    where it lacks nothing: it is vague, undated, not between two known actors, not done.
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
    agents: tuple[Passage, ...] = ()
    counts: tuple[tuple[str, Passage], ...] = ()
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
