"""Kinds of differences in the cues of attributions that both sides have."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bench.errors.pieces import Piece, Where

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
OBJECTS = frozenset({"dobj", "dative", "pobj", "nsubj", "nsubjpass"})
ADDRESSING = frozenset({"to", "with", "at"})
"""Prepositions that lead to the one spoken to."""


def cue_kind(piece: Piece) -> str:
    """The name of the first kind whose test fits."""
    return next(name for name, fits in TESTS.items() if fits(piece))


def _is_auxiliary(piece: Piece) -> bool:
    return all(token.pos_ == "AUX" or token.dep_ in {"aux", "auxpass"} or token.lower_ == "to" for token in piece.words)


def _is_auxiliary_and_adverb(piece: Piece) -> bool:
    return all(token.pos_ in {"AUX", "ADV"} or token.dep_ in {"aux", "auxpass", "advmod"} for token in piece.words)


def _is_particle(piece: Piece) -> bool:
    return all(token.pos_ in {"ADP", "PART", "SCONJ"} or token.dep_ in {"prep", "prt", "mark"} for token in piece.words)


def _is_time(piece: Piece) -> bool:
    return any(token.ent_type_ in {"DATE", "TIME"} or token.dep_ == "npadvmod" for token in piece.words)


def _is_adverb(piece: Piece) -> bool:
    return all(token.pos_ == "ADV" or token.dep_ == "advmod" for token in piece.words)


def _is_addressee(piece: Piece) -> bool:
    first = piece.words[0]
    objects = any(token.dep_ in OBJECTS and token.pos_ in NOUNS for token in piece.words)
    return piece.where is not Where.BEFORE and objects and (first.pos_ != "ADP" or first.lower_ in ADDRESSING)


def _is_modifier(piece: Piece) -> bool:
    return all(token.pos_ in {"DET", "ADJ", "NUM", "ADV"} or token.dep_ in {"poss", "case", "det", "amod"} for token in piece.words)


TESTS: Mapping[str, Callable[[Piece], bool]] = {
    "same words": lambda piece: piece.same_words,
    "none": lambda piece: not piece.theirs,
    "other word": lambda piece: piece.where is Where.NOWHERE,
    "negation": lambda piece: any(token.dep_ == "neg" for token in piece.words),
    "auxiliary": _is_auxiliary,
    "preposition": _is_particle,
    "time": _is_time,
    "adverb": _is_adverb,
    "auxiliary and adverb": _is_auxiliary_and_adverb,
    "verb": lambda piece: any(token.pos_ == "VERB" for token in piece.words),
    "addressee": _is_addressee,
    "occasion": lambda piece: piece.where is not Where.BEFORE and piece.words[0].pos_ in {"ADP", "SCONJ"},
    "modifier": _is_modifier,
    "noun": lambda piece: any(token.pos_ in NOUNS for token in piece.words),
    "other": lambda _: True,
}
