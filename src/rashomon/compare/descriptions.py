"""Descriptions: the pictures that several accounts give of one actor, aspect by aspect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.compare.labels import NAMING, OPPOSED, Told, judge_pictures
from rashomon.compare.lookup import Lookup
from rashomon.model import Description


def compare_descriptions(lookup: Lookup, labels: Mapping[str, Sequence[Told]]) -> tuple[Description, ...]:
    """A Description of each linked actor that two articles or two sources qualify, or name with praise or blame, in the actors' order.

    Its verdict is that of the most opposed labels of two tellers: attitudes that are opposed differ, words that exclude
    each other contradict, words in common agree; anything else is unclear, for two pictures can differ without a word at odds.
    """
    pictured = [(actor, labels[actor.id]) for actor in lookup.linked if _is_pictured(labels.get(actor.id, ()))]
    return tuple(_description(actor.id, told) for actor, told in pictured)


def _description(actor: str, told: Sequence[Told]) -> Description:
    return Description(actor=actor, relation=judge_pictures(told).relation, versions=tuple(one.version for one in told))


def _is_pictured(told: Sequence[Told]) -> bool:
    """True when two tellers say more of the actor than its plain name."""
    return len({one.teller for one in told if one.version.aspect != NAMING or one.version.attitude in OPPOSED}) > 1
