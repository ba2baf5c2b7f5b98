"""Once: two points of an incident that say the same of every account are told as one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.model import Contrast, Event, Polarity, Stage, Verdict
from rashomon.view.index import Index

STAGE, POLARITY = "stage", "polarity"
BOTH = "stage and polarity"
"""The point that stands for the two, by its row in tables/fields.tsv."""


def told_once(contrasts: Sequence[Contrast], index: Index) -> tuple[Contrast, ...]:
    """The contrasts of one incident, with how far it got and whether it happened told as one where they say the same.

    They do where both agree, the same accounts stand in both, and each account tells the act as so and as far along in the one as in
    the other: "told as done" says that it happened. A denial, a doubt, a difference or a silence in either keeps both.
    """
    found = {contrast.field: contrast for contrast in contrasts}
    stage, polarity = found.get(STAGE), found.get(POLARITY)
    if stage is None or polarity is None or not _say_the_same(stage, polarity, index):
        return tuple(contrasts)
    both = msgspec.structs.replace(stage, field=BOTH)
    return tuple(both if one is stage else one for one in contrasts if one is not polarity)


def _say_the_same(stage: Contrast, polarity: Contrast, index: Index) -> bool:
    if not stage.relation is polarity.relation is Verdict.AGREE or stage.silent or polarity.silent:
        return False
    far, so = _by_account(stage, index), _by_account(polarity, index)
    return far.keys() == so.keys() and all(_is_same(far[account], so[account]) for account in far)


def _by_account(contrast: Contrast, index: Index) -> dict[tuple[str, str, str], Event | None]:
    told = {(version.article, version.source, str(version.source_kind)): version.event or "" for version in contrast.versions}
    return {account: index.events[event][1] if event in index.events else None for account, event in told.items()}


def _is_same(far: Event | None, so: Event | None) -> bool:
    if far is None or so is None or Stage.HYPOTHETICAL in (far.stage, so.stage):
        return False
    return far.polarity is so.polarity is Polarity.AFFIRMED and far.stage is so.stage
