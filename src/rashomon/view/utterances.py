"""Utterances: what one account tells of one point, in its words, and the wordings in which several tell the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from rashomon.model import Version
from rashomon.view.index import Index, shorten
from rashomon.view.parts import Utterance, Variant

ACCORDING = "according to"
QUOTED = 140
"""Length in characters to which the words beside a value are cut; its link leads to all of them."""


def utterance_of(version: Version, index: Index, *, blames: bool = False) -> Utterance:
    """One version as it is shown: an accusation opens with its source, whether or not its value says so itself."""
    teller = index.teller(version.article, version.source, version.source_kind)
    passage = index.passage(version.article, version.spans)
    lead, words = split_lead(version.value)
    return Utterance(
        words=words,
        teller=teller,
        lead=lead or (f"{ACCORDING} {teller.short}:" if blames else ""),
        passage=passage,
        attitude=version.attitude,
        quoted=shorten(passage.words, QUOTED) if passage and not _words(passage.words) <= _words(version.value) else "",
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def split_lead(value: str) -> tuple[str, str]:
    """A value as "according to ...:", or nothing, and the words after it."""
    lead, colon, words = value.partition(": ")
    return (f"{lead}:", words) if colon and lead.startswith(ACCORDING) else ("", value)


def distinct(utterances: Iterable[Utterance]) -> tuple[Utterance, ...]:
    """Each wording of a source once, with how often it is used; the first place stands for all."""
    found: dict[tuple[object, ...], list[Utterance]] = {}
    for utterance in utterances:
        found.setdefault((utterance.words.casefold(), utterance.teller, utterance.attitude), []).append(utterance)
    first = [(same[0], len(same)) for same in found.values()]
    return tuple(msgspec.structs.replace(one, times=times) for one, times in first)


def variants_of(utterances: Iterable[Utterance]) -> tuple[Variant, ...]:
    """The wordings, those of most sources first, each with who uses it."""
    wordings: dict[object, list[Utterance]] = {}
    for utterance in distinct(utterances):
        wordings.setdefault((utterance.words.casefold(), utterance.attitude), []).append(utterance)
    ordered = sorted(wordings.values(), key=lambda same: -len(same))
    return tuple(Variant(words=same[0].words, utterances=tuple(same)) for same in ordered)
