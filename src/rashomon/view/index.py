"""Index: what the records and the comparison hold, found by id, and what each article is called on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from string import ascii_uppercase

from rashomon.model import (
    Article,
    Attribution,
    BlockKind,
    Comparison,
    Event,
    Incident,
    LinkedActor,
    Record,
    SourceKind,
    Spans,
    quote,
)
from rashomon.view.parts import Passage, Teller
from rashomon.view.words import named_source

TITLE_LENGTH = 80
"""Longest title, in characters, that is made from an article's first words."""


@dataclass(frozen=True)
class Index:
    """Look-ups by id; `articles_of` tells in which article an attribution stands. Actors that no comparison linked stand for themselves."""

    records: dict[str, Record]
    sigla: dict[str, str]
    events: dict[str, tuple[Record, Event]]
    attributions: dict[str, Attribution]
    articles_of: dict[str, str]
    actors: dict[str, LinkedActor]
    incidents: dict[str, Incident]

    def passage(self, article: str, spans: Spans) -> Passage | None:
        """The words at `spans`, or None when there are no spans (a source that is only understood)."""
        if not spans or article not in self.records:
            return None
        return Passage(article=article, spans=spans, words=quote(self.records[article].article.text, spans))

    def teller(self, article: str, source: str | None, kind: SourceKind) -> Teller:
        """Whose account it is, named as the page names sources."""
        name = self._author(article) if kind is SourceKind.AUTHOR else named_source(source, kind)
        return Teller(siglum=self.sigla.get(article, "?"), article=article, source=name, kind=kind)

    def speaker(self, article: str, attribution: str | None) -> Teller:
        """Who says what stands in an attribution; the author where there is none."""
        found = self.attributions.get(attribution or "")
        if found is None:
            return self.teller(article, None, SourceKind.AUTHOR)
        return self.teller(article, found.source.name, found.source.kind)

    def chain(self, attribution: str | None) -> tuple[Attribution, ...]:
        """The attribution and those it stands inside, innermost first."""
        found: list[Attribution] = []
        current = self.attributions.get(attribution or "")
        while current is not None and current not in found:
            found.append(current)
            current = self.attributions.get(current.parent or "")
        return tuple(found)

    def _author(self, article: str) -> str:
        authors = ", ".join(self.records[article].article.authors) if article in self.records else ""
        return f"the author, {authors}" if authors else "the author"


def build_index(records: Sequence[Record], comparison: Comparison) -> Index:
    """The look-ups; articles go by the letters A, B, C in the comparison's order."""
    by_id = {record.article.id: record for record in records}
    order = [article for article in comparison.articles if article in by_id]
    order += [article for article in by_id if article not in set(order)]
    return Index(
        records={article: by_id[article] for article in order},
        sigla={article: _siglum(number) for number, article in enumerate(order)},
        events={event.id: (record, event) for record in records for event in record.events},
        attributions={attribution.id: attribution for record in records for attribution in record.attributions},
        articles_of={attribution.id: record.article.id for record in records for attribution in record.attributions},
        actors=_actors(records, comparison),
        incidents={event: incident for incident in comparison.incidents for account in incident.accounts for event in account.events},
    )


def title_of(article: Article) -> str:
    """The article's title, or its first words where it has none."""
    if article.title:
        return " ".join(article.title.split())
    read = [block for block in article.blocks if block.kind is not BlockKind.FURNITURE]
    titles = [block for block in read if block.kind is BlockKind.TITLE]
    first = next(iter(titles or read), None)
    if first is None:
        return origin_of(article)
    words = quote(article.text, (first.span,))
    return words if titles or len(words) <= TITLE_LENGTH else f"{words[:TITLE_LENGTH].rsplit(' ', 1)[0]} …"


def outlet_of(article: Article) -> str:
    """Who published it, or else who wrote it, or else where it came from."""
    return article.publisher or ", ".join(article.authors) or origin_of(article)


def origin_of(article: Article) -> str:
    """The address, or the file's name without its folders."""
    return article.origin if "://" in article.origin else PurePath(article.origin).name


def shorten(words: str, length: int) -> str:
    """The words, cut at a word's end to at most `length` characters and a mark that shows the cut."""
    return words if len(words) <= length else f"{words[: length - 2].rsplit(' ', 1)[0]} …"


def _siglum(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def _actors(records: Sequence[Record], comparison: Comparison) -> dict[str, LinkedActor]:
    alone = {
        actor.id: LinkedActor(
            id=actor.id,
            kind=actor.kind,
            name=actor.name,
            aliases=actor.aliases,
            country=actor.country,
            sectors=actor.sectors,
            members=(actor.id,),
        )
        for record in records
        for actor in record.actors
    }
    return alone | {member: actor for actor in comparison.actors for member in actor.members}
