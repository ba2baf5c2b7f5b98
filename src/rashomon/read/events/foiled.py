"""Planned acts that a later word tells as foiled: "a plot that the police say they foiled", "the police thwarted that plot"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from rashomon.model import Event, Polarity, Stage
from rashomon.parse import Doc
from rashomon.read.events.act import Act
from rashomon.read.events.clauses import lemma, logical_objects
from rashomon.read.events.patterns import CONFLICT, SELF_PRONOUNS
from rashomon.read.events.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = frozenset({"the", "that", "this", "those", "these", "their", "his", "her", "its"})
DONE = frozenset({"VBD", "VBN", "VBZ", "VBP"})
ACTING = frozenset({"do", "act", "strike", "carry"})
"""Verbs that stand for a plan told before: "before they could act", "carry it out"."""
REPORTS = 3
"""Verbs of saying at most that may stand between a plot and the verb that foiled it ("a plot that the police say they foiled")."""


def with_foiled(told: list[tuple[Act, Event]], doc: Doc) -> list[Event]:
    """The events in their order; a planned one that a plot foiled in the same or the next sentence points back to has that stage."""
    plots = [plot for token in doc.tokens for plot in [foiled_plot(token)] if plot is not None and points_back(plot)]
    cut_short = [token for token in doc.words if _is_cut_short(token)]
    foiled = {event.id for plot in (*plots, *cut_short) for event in _meant(plot, told)}
    return [msgspec.structs.replace(event, stage=Stage.FOILED) if event.id in foiled else event for _, event in told]


def foiled_plot(verb: Token) -> Token | None:
    """The plot or attack that the verb tells as foiled; None for other verbs, and where it is denied, wanted or foretold."""
    if verb.pos_ != "VERB" or verb.tag_ not in DONE or lemma(verb) not in word_class("foiling"):
        return None
    if any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children):
        return None
    objects = [*logical_objects(verb), *_relative_head(verb)]
    return next((noun for noun in objects if noun.lemma_.lower() in word_class("plot")), None)


def points_back(plot: Token) -> bool:
    """True for "that plot", and for one that sums up the words before its comma ("planning to bomb the dam, a plot that ...")."""
    words = [token for token in plot.subtree if token.i <= plot.i]
    known = any(child.lower_ in POINTING for child in plot.children)
    described = any(child.dep_ in {"prep", "acl"} for child in plot.children)
    first = words[0]
    return (known and not described) or (first.i > plot.sent.start and first.nbor(-1).text == "," and plot.dep_ not in {"dobj", "conj"})


def _is_cut_short(verb: Token) -> bool:
    """True in "before they could do it": what was planned did not come about."""
    if verb.lemma_ not in ACTING:
        return False
    words = {child.lower_ for child in verb.children}
    return "before" in words and bool(words & {"could", "can"}) and bool(words & SELF_PRONOUNS)


def _relative_head(verb: Token) -> list[Token]:
    """The noun whose relative clause the verb stands in, reports between them left out, when the verb has no object of its own."""
    if any(child.dep_ == "dobj" and child.tag_ not in {"WDT", "WP"} for child in verb.children):
        return []
    above = verb
    for _ in range(REPORTS):
        if above.dep_ != "ccomp":
            break
        above = above.head
    return [above.head] if above.dep_ == "relcl" else []


def _meant(plot: Token, told: list[tuple[Act, Event]]) -> list[Event]:
    planned = [
        (act, event)
        for act, event in told
        if event.stage is Stage.PLANNED and event.polarity is Polarity.AFFIRMED and event.type in CONFLICT and act.head.i < plot.i
    ]
    here = [event for act, event in planned if act.head.sent.start == plot.sent.start]
    return here or [event for act, event in planned if act.head.sent.end == plot.sent.start]
