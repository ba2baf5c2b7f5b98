"""Descriptions: the pictures that several accounts give of one actor, aspect by aspect."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.compare.labels import Told, judge_labels, told_labels
from rashomon.compare.lookup import Lookup
from rashomon.compare.verdicts import most_opposed
from rashomon.model import Description, Verdict


def compare_descriptions(lookup: Lookup) -> tuple[Description, ...]:
    """A Description of each linked actor that two articles or two sources name or qualify, in the order of the actors.

    Its verdict is that of the most opposed labels of two tellers: attitudes that are opposed differ, words that exclude
    each other contradict, words in common agree; anything else is unclear, for two pictures can differ without a word at odds.
    """
    by_actor = told_labels(lookup)
    pictured = [(actor, by_actor[actor.id]) for actor in lookup.linked if len({one.teller for one in by_actor.get(actor.id, ())}) > 1]
    return tuple(
        Description(actor=actor.id, relation=_relation(told), versions=tuple(one.version for one in told)) for actor, told in pictured
    )


def _relation(told: Sequence[Told]) -> Verdict:
    judgements = [judge_labels(one, other) for place, one in enumerate(told) for other in told[place + 1 :] if one.teller != other.teller]
    return most_opposed(judgements).relation
