"""Differences: whether a comparison shows what a careful reader found that some articles tell differently.

    python -m bench differences LIST.toml FOLDER

The list is made by reading the articles; `bench/differences/seeds.toml` says what its rows hold.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

import rashomon
from rashomon.errors import RashomonError
from rashomon.model import Comparison, Contrast, Description, Series, Verdict


class ListError(RashomonError):
    """A list of differences cannot be read."""


class Told(NamedTuple):
    """Words that a comparison shows of one article."""

    article: str
    words: str


class Difference(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is told differently, where a comparison should show it, and words that stand on either side."""

    tells: str
    shown: str
    one: tuple[str, ...]
    other: tuple[str, ...] = ()


class ReadingList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A careful reader's list of one collection, and how many contradictions there are in it."""

    contradictions: int
    difference: tuple[Difference, ...]


@click.command()
@click.argument("list_file", metavar="LIST", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
def differences(list_file: Path, folder: Path) -> None:
    """Compare the articles in FOLDER and say which differences of LIST are shown, and which contradictions.

    Ends with status 1 where more contradictions are shown than the list tells.
    """
    wanted = read_list(list_file)
    comparison = rashomon.compare(tuple(rashomon.read(str(folder))))
    found = [is_shown(one, comparison) for one in wanted.difference]
    for one, shown in zip(wanted.difference, found, strict=True):
        click.echo(f"{'found ' if shown else 'MISSED'}  {one.tells}")
    contradicted = list(contradictions(comparison))
    for row in contradicted:
        click.echo(f"contradict  {row.field}: {'; '.join(version.value for version in row.versions)}")
    click.echo(f"{sum(found)} of {len(found)} found; {len(contradicted)} contradictions shown, {wanted.contradictions} told of")
    if len(contradicted) > wanted.contradictions:
        raise SystemExit(1)


def read_list(path: Path) -> ReadingList:
    """The list. Raises ListError for a row with an unknown or a missing field."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), ReadingList)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise ListError(f"{path}: {error}") from error


def is_shown(wanted: Difference, comparison: Comparison) -> bool:
    """True where two articles have such words in one row of the section, or one article alone has such an incident.

    Where words of another side are looked for too, another article alone must have an incident with those.
    """
    match wanted.shown:
        case "one side":
            alone = [(one.title.lower(), {account.article for account in one.accounts}) for one in comparison.incidents]
            sides = [
                {article for title, told in alone if len(told) == 1 and all(word in title for word in words) for article in told}
                for words in (wanted.one, wanted.other)
            ]
            if not wanted.other:
                return bool(sides[0])
            return any(one != other for one in sides[0] for other in sides[1])
        case "claims":
            return any(_sides_of(_told(row), wanted) for claim in comparison.claims for row in claim.contrasts)
        case "descriptions":
            return any(_sides_of(_told(actor), wanted) for actor in comparison.descriptions)
        case "incidents":
            return any(_sides_of(_told(row), wanted) for incident in comparison.incidents for row in incident.contrasts)
        case "series":
            return any(_sides_of(_told_of(series, comparison), wanted) for series in comparison.series)
        case other:
            raise ListError(f"shown has {other!r}; it takes one of claims, descriptions, incidents, one side, series")


def contradictions(comparison: Comparison) -> Iterator[Contrast]:
    """The rows in which two accounts are said to contradict each other."""
    parts = [*(one.contrasts for one in comparison.incidents), *(one.contrasts for one in comparison.claims)]
    return (row for rows in parts for row in rows if row.relation is Verdict.CONTRADICT)


def _told(row: Contrast | Description) -> list[Told]:
    return [Told(version.article, version.value) for version in row.versions]


def _told_of(series: Series, comparison: Comparison) -> list[Told]:
    """What each article tells of a series: the titles of its instances and of what was done to one, and what stays the same.

    The title of an incident that several articles tell is no single one's words.
    """
    listed = [one for one in comparison.incidents if one.id in {*series.instances, *series.done_to}]
    articles = ((one, {account.article for account in one.accounts}) for one in listed)
    titles = [Told(article, one.title) for one, told in articles if len(told) == 1 for article in told]
    return [*titles, *(Told(version.article, version.value) for constant in series.constants for version in constant.versions)]


def _sides_of(told: Sequence[Told], wanted: Difference) -> bool:
    """True where an article has one of the words of one side, and another article one of those of the other."""
    ones, others = (_articles_with(words, told) for words in (wanted.one, wanted.other))
    return any(one != other for one in ones for other in others)


def _articles_with(words: Iterable[str], told: Iterable[Told]) -> set[str]:
    words = tuple(words)
    return {one.article for one in told if any(word in one.words.lower() for word in words)}
