"""Who says it: each account's source, and whether two accounts go back to one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.verdicts import Judgement, Statement, contrast
from rashomon.link.acts import stem
from rashomon.link.names import content_words, fold_name
from rashomon.model import ActorKind, Attribution, Contrast, SourceKind, Verdict
from rashomon.read.actors.words import nouns

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_GROUP, ActorKind.OUTLET})
"""Kinds of actor that others speak for: "a spokesman for the League" is the League."""
BODY_SORTS = frozenset({"government", "body", "organisation", "armed group", "outlet"})
"""Sorts of noun that name such a body: "the army", "police"."""
FULL_NAME = 2
"""Words from which on a name without the title before it is told for a person's whole name."""
AND = re.compile(r"\s+and\s+|,\s*")


class Voice(NamedTuple):
    """Who tells it: the linked actors it is or speaks for, its names folded, and whether it is told who that is.

    `author` is the article where its author tells it. `body` is False for a person, or several; `written` is True for a document.
    """

    author: str | None = None
    actors: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    known: bool = True
    body: bool = False
    several: bool = False
    written: bool = False


def contrast_sources(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `source`: who says so in each account. The author's own voice is a source, and another one in each article."""
    statements = []
    for teller in tellers:
        event = teller.events[0]
        attribution = None if teller.is_author else teller.lookup.attributions.get(event.attribution or "")
        spans = (attribution.source.spans or attribution.cue.spans) if attribution else ()
        kind = f"{teller.account.source_kind.value} source" if attribution else "the author"
        version = teller.version(f"{teller.account.source} ({kind})", event, spans or event.trigger.spans)
        statements.append(Statement(version, _voice(teller, attribution) if attribution else Voice(teller.account.article)))
    return contrast("source", statements, (), judge_voices)


def judge_voices(one: Voice, other: Voice) -> Judgement:
    """One actor or one name agrees; where it is not told who a source is, it may be the other, which is unclear; others differ."""
    if one.author or other.author:
        return _two_sources() if one.author != other.author else Judgement(Verdict.AGREE, "told by one author")
    if one.known and other.known:
        if one.actors & other.actors or any(_is_one_name(mine, its, body=one.body) for mine in one.names for its in other.names):
            return Judgement(Verdict.AGREE, "both go back to one source")
        if one.body and other.body and any(_is_told_closer(mine, its) for mine in one.names for its in other.names):
            return Judgement(Verdict.UNCLEAR, "one source is named more closely than the other, so they may be one")
        return _two_sources()
    if one.written != other.written or (one.known and one.body and other.several) or (other.known and other.body and one.several):
        return _two_sources()
    return Judgement(Verdict.UNCLEAR, "it is not told who a source is, so the two may be one")


def _two_sources() -> Judgement:
    return Judgement(Verdict.DIFFER, "each has its own source")


def _voice(teller: Teller, attribution: Attribution) -> Voice:
    lookup, source = teller.lookup, attribution.source
    actor = lookup.actors.get(source.actor or "")
    named = lookup.linked_ids([source.actor]) & lookup.named
    inside = lookup.linked_ids(lookup.inside[teller.account.article](source.spans)) & lookup.named
    spoken_for = frozenset(one for one in inside if lookup.linked_by_id[one].kind in BODIES)
    body = actor.kind in BODIES if actor else _names_body(source.name or "")
    written = [source.name, actor.name if actor and (body or named) else None]
    return Voice(
        actors=named | spoken_for,
        names=frozenset(fold_name(part) for name in written if name for part in _parts(name)),
        known=bool(named) or _is_told_who(source.kind, source.name or "", spoken_for, body=body),
        body=body,
        several=source.kind is SourceKind.COLLECTIVE,
        written=source.kind is SourceKind.DOCUMENT and not spoken_for,
    )


def _is_told_who(kind: SourceKind, name: str, actors: frozenset[str], *, body: bool) -> bool:
    if kind is SourceKind.DOCUMENT:
        return bool(actors) or any(word[0].isupper() for word in name.split()[1:])
    return kind is SourceKind.NAMED or (kind is SourceKind.COLLECTIVE and body)


def _parts(name: str) -> Iterator[str]:
    """The name, and those of whom it holds several ("the army and the governor")."""
    yield from dict.fromkeys((name, *filter(None, AND.split(name))))


def _names_body(name: str) -> bool:
    heads = (fold_name(part).split()[-1:] for part in _parts(name))
    return any(nouns()[word].sort in BODY_SORTS for head in heads for word in head if word in nouns())


def _is_one_name(one: str, other: str, *, body: bool) -> bool:
    """True for the same words, for a body in any order and form ("Varenia's army"), for a person also with a title before them."""
    if body and _stems(one) == _stems(other):
        return True
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return one == other or (len(shorter) >= FULL_NAME and longer[-len(shorter) :] == shorter)


def _is_told_closer(one: str, other: str) -> bool:
    return _stems(one) < _stems(other) or _stems(other) < _stems(one)


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(name))
