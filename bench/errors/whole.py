"""Kinds of attributions that only one side has: the same kinds whether the reader missed them or added them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bench.errors.relations import Relation, inside
from bench.errors.wording import content_form, cue_head, cue_lemma, is_finite, is_headline, lemmas
from bench.scoring.attribution import FOUND, manner

if TYPE_CHECKING:
    from spacy.tokens import Token

TERM = 3
"""So many words in quotation marks, or fewer, are a term that is quoted rather than something somebody said."""
SHORT = 2
"""A content of so many words, or fewer, is hardly a statement."""
CLOSING = frozenset(",.?!")
RARE = 5
"""A word that is the cue of fewer attributions than this in the whole gold is a rare cue."""


@dataclass(frozen=True)
class Lone:
    """An attribution without a partner. `mine` are those on its own side that have one, `theirs` those on the other side.

    `uses` counts the attributions of the whole gold by the lemma that their cue hangs on.
    """

    relation: Relation
    mine: Sequence[Relation]
    theirs: Sequence[Relation]
    uses: Mapping[str, int]

    @cached_property
    def cue(self) -> Token | None:
        """The word that its cue hangs on."""
        return cue_head(self.relation.cue)

    @cached_property
    def manner(self) -> str:
        """Whether its content stands in quotation marks, those behind a comma or a full stop too: "direct", "mixed" or "indirect"."""
        text = self.relation.doc.text
        widened = [(start, end + (text[end : end + 1] in CLOSING)) for start, end in self.relation.spans["content"]]
        return manner(text, widened)

    @cached_property
    def form(self) -> str:
        """What its content is: "infinitive", "clause" or "phrase"."""
        return content_form(self.relation.content)

    @property
    def rare(self) -> bool:
        """Whether its cue is a verb that few attributions of the gold hang on."""
        return self.is_a("VERB", "AUX") and self.uses.get(cue_lemma(self.relation.cue), 0) < RARE

    def is_a(self, *parts_of_speech: str) -> bool:
        """True when its cue hangs on a word of one of these parts of speech."""
        return self.cue is not None and self.cue.pos_ in parts_of_speech


def whole_kind(lone: Lone) -> str:
    """The name of the first kind whose test fits."""
    return next(name for name, fits in TESTS.items() if fits(lone))


def _is_nested(lone: Lone) -> bool:
    cue = lone.relation.cue
    return bool(cue) and any(inside(cue, other.content) == 1 for other in (*lone.mine, *lone.theirs))


def _is_part(lone: Lone) -> bool:
    return any(inside(lone.relation.content, other.content) >= FOUND for other in lone.theirs)


def _shares_cue(lone: Lone) -> bool:
    return any(inside(lone.relation.cue, other.cue) > 0 for other in lone.mine)


def _stands_behind_colon(lone: Lone) -> bool:
    cue, content = lone.relation.spans["cue"], lone.relation.spans["content"]
    return bool(cue and content) and lone.relation.doc.text[cue[-1][1] : content[0][0]].strip().startswith(":")


def _is_passive(lone: Lone) -> bool:
    return not lone.relation.source and lone.cue is not None and any(child.dep_ == "auxpass" for child in lone.cue.children)


def _is_preposition(lone: Lone) -> bool:
    return lone.is_a("ADP", "SCONJ") or cue_lemma(lone.relation.cue) == "accord"


def _is_not_finite(lone: Lone) -> bool:
    return lone.cue is not None and lone.cue.tag_ in {"VBG", "VB", "VBN"} and not is_finite(lone.cue)


def _is_led_to_by_preposition(lone: Lone) -> bool:
    content, cue = lone.relation.content, lone.relation.cue
    return any(words and words[edge].dep_ == "prep" for words, edge in ((content, 0), (cue, -1)))


TESTS: Mapping[str, Callable[[Lone], bool]] = {
    "nested": _is_nested,
    "part": _is_part,
    "shared cue": _shares_cue,
    "no cue": lambda lone: not lone.relation.cue,
    "no content": lambda lone: not lone.relation.content,
    "headline": lambda lone: is_headline(lone.relation.doc, lone.relation.start),
    "colon": _stands_behind_colon,
    "quoted term": lambda lone: lone.manner == "direct" and len(lone.relation.content) <= TERM,
    "preposition": _is_preposition,
    "passive": _is_passive,
    "no source": lambda lone: not lone.relation.source,
    "noun with clause": lambda lone: lone.is_a("NOUN", "PROPN", "PRON") and lone.form != "phrase",
    "noun": lambda lone: lone.is_a("NOUN", "PROPN", "PRON"),
    "adjective": lambda lone: lone.is_a("ADJ", "ADV"),
    "quotation": lambda lone: lone.manner == "direct",
    "intention": lambda lone: lone.cue is not None and lone.cue.lemma_ in lemmas("intention"),
    "infinitive": lambda lone: lone.form == "infinitive",
    "rare verb with clause": lambda lone: lone.rare and lone.form == "clause",
    "rare verb": lambda lone: lone.rare,
    "short": lambda lone: len(lone.relation.content) <= SHORT,
    "not finite": _is_not_finite,
    "clause": lambda lone: lone.form == "clause",
    "preposition before content": _is_led_to_by_preposition,
    "phrase": lambda lone: lone.is_a("VERB", "AUX"),
    "other": lambda _: True,
}
