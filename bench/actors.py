"""Actors across articles: whether those that ECB+ gives one chain are taken as one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import click
import msgspec

from bench.articles import article_from_text
from bench.lines import read_lines
from bench.scoring.figures import precision_recall, share
from rashomon.link import link_actors
from rashomon.model import Actor, MentionForm, Record, Span
from rashomon.read import read_article

FILE = click.Path(path_type=Path, dir_okay=False)
HUMAN = ("HUM", "Singleton")
"""How ECB+ names the chains of persons and groups, and those of one mention, which may be anything."""


class Told(NamedTuple):
    """A chain in a document, its names there, and the linked actors that they were read as."""

    document: str
    chain: str
    words: str
    linked: frozenset[str]


@click.group()
def actors() -> None:
    """Measure the linking of actors across articles."""


@actors.command("chains")
@click.option("--gold", type=FILE, required=True, help="JSON Lines of ECB+ with its entity chains.")
@click.option("--show", type=int, default=0, help="Print this many of the wrong pairs of each kind.")
def chains(gold: Path, show: int) -> None:
    """Pairs of names in two articles of one topic: are those of one chain linked, and those of two chains not?

    Counted are names alone (the last word has a capital), each chain once in a document. `read` counts only pairs of
    names that were both read as actors, so that it tells how good linking is; `all` counts the others as missed.
    """
    documents = read_lines(gold, required=("id", "text", "topic", "mentions"))
    right = wrong = missed = unread = 0
    shown: dict[str, list[str]] = {"joined": [], "apart": []}
    for told in _by_topic(documents):
        for one, other in combinations(told, 2):
            if one.document == other.document:
                continue
            same, joined = one.chain == other.chain, bool(one.linked & other.linked)
            right += same and joined
            wrong += joined and not same
            missed += same and not joined and bool(one.linked and other.linked)
            unread += same and not (one.linked and other.linked)
            if same != joined and one.linked and other.linked:
                shown["joined" if joined else "apart"].append(f"{one.document} {one.words} | {other.document} {other.words}")
    precision = share(right, right + wrong)
    for title, whole in (("read", right + missed), ("all", right + missed + unread)):
        figures = {name: round(100 * value, 1) for name, value in precision_recall(precision, share(right, whole)).items()}
        click.echo(f"{title:5} P {figures['p']:5} R {figures['r']:5} F1 {figures['f1']:5}  of {whole} pairs")
    for kind, pairs in shown.items():
        for pair in pairs[:show]:
            click.echo(f"wrongly {kind}: {pair}")


def _by_topic(documents: Sequence[Mapping[str, Any]]) -> Iterator[list[Told]]:
    topics: dict[str, list[Mapping[str, Any]]] = {}
    for document in documents:
        topics.setdefault(document["topic"], []).append(document)
    for together in topics.values():
        records = [_record(document) for document in together]
        linked = {member: actor.id for actor in link_actors(records) for member in actor.members}
        yield [one for document, record in zip(together, records, strict=True) for one in _told(document, record, linked)]


def _record(document: Mapping[str, Any]) -> Record:
    return _renamed(read_article(article_from_text(document["id"], document["text"])), document["id"])


def _told(document: Mapping[str, Any], record: Record, linked: Mapping[str, str]) -> Iterator[Told]:
    chains: dict[str, tuple[dict[str, None], set[str]]] = {}
    for mention in document["mentions"]:
        told = document["text"][mention["start"] : mention["end"]].split()
        if mention["kind"] == "entity" and mention["chain"].startswith(HUMAN) and told and told[-1][:1].isupper():
            found = _named_at(Span(mention["start"], mention["end"]), record.actors)
            words, linked_ids = chains.setdefault(mention["chain"], ({}, set()))
            words[" ".join(told)] = None
            linked_ids.update(linked[actor] for actor in found)
    return (Told(document["id"], chain, ", ".join(words), frozenset(found)) for chain, (words, found) in chains.items())


def _named_at(place: Span, read: Iterable[Actor]) -> Iterator[str]:
    """The actors with a name that ends where the place ends or lies in it, as gold mentions are at times longer or shorter."""
    for actor in read:
        names = (span for mention in actor.mentions if mention.form in {MentionForm.NAME, MentionForm.ALIAS} for span in mention.spans)
        if any(place.contains(span) or (span.contains(place) and span.end == place.end) for span in names):
            yield actor.id


def _renamed(record: Record, name: str) -> Record:
    """The record as that of another article; its id stands in the ids of its actors."""
    made = hashlib.sha256(name.encode()).hexdigest()[:16]
    old, new = record.article.id[:8], made[:8]
    changed = tuple(
        msgspec.structs.replace(
            actor,
            id=actor.id.replace(old, new, 1),
            relations=tuple(msgspec.structs.replace(relation, other=relation.other.replace(old, new, 1)) for relation in actor.relations),
        )
        for actor in record.actors
    )
    return msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, id=made), actors=changed)
