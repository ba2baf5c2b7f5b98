"""Kinds of differences in the contents of attributions that both sides have."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bench.errors.pieces import Piece, Where

QUOTES = frozenset('\u201c\u201d"')
FEW = 3
"""A time within so many words of a piece's start is what the piece is about."""


def content_kind(piece: Piece) -> str:
    """The name of the first kind whose test fits."""
    return next(name for name, fits in TESTS.items() if fits(piece))


def _is_in_cue_or_source(piece: Piece) -> bool:
    others = {token.i for token in (*piece.other.cue, *piece.other.source)}
    return any(token.i in others for token in piece.words)


def _is_other_paragraph(piece: Piece) -> bool:
    return _is_other_sentence(piece) and "\n" in piece.gap


def _is_other_sentence(piece: Piece) -> bool:
    sentences = {token.sent.start for token in piece.common}
    return not any(token.sent.start in sentences for token in piece.words)


def _is_across_cue(piece: Piece) -> bool:
    start, end = piece.gap_span
    own = (token for side in (piece.owner, piece.other) for token in (*side.cue, *side.source))
    return any(start <= token.idx < end for token in own)


def _is_time(piece: Piece) -> bool:
    return any(token.ent_type_ in {"DATE", "TIME"} or token.dep_ == "npadvmod" for token in piece.words[:FEW])


def _is_relative_clause(piece: Piece) -> bool:
    return piece.where is Where.AFTER and piece.words[0].tag_ in {"WDT", "WP", "WP$", "WRB", "IN"} and any(_heads_relative(piece))


def _heads_relative(piece: Piece) -> list[bool]:
    return [token.dep_ == "relcl" for token in piece.words]


def _is_subordinate(piece: Piece) -> bool:
    first = piece.words[0]
    return piece.where is Where.AFTER and (first.dep_ == "mark" or first.tag_ == "WRB" or first.pos_ == "SCONJ")


def _is_conjunction(piece: Piece) -> bool:
    return piece.where is Where.BEFORE and all(token.pos_ in {"CCONJ", "SCONJ", "ADV", "INTJ", "PART"} for token in piece.words)


def _is_preposition(piece: Piece) -> bool:
    return piece.where is Where.BEFORE and all(token.pos_ in {"ADP", "PART"} for token in piece.words)


TESTS: Mapping[str, Callable[[Piece], bool]] = {
    "same words": lambda piece: piece.same_words,
    "none": lambda piece: not piece.theirs,
    "other words": lambda piece: piece.where is Where.NOWHERE,
    "border with cue or source": _is_in_cue_or_source,
    "paragraph": _is_other_paragraph,
    "sentence before": lambda piece: piece.where is Where.BEFORE and _is_other_sentence(piece),
    "sentence after": lambda piece: piece.where is not Where.BEFORE and _is_other_sentence(piece),
    "across the cue": _is_across_cue,
    "preposition": _is_preposition,
    "conjunction": _is_conjunction,
    "outside quotation marks": lambda piece: any(mark in QUOTES for mark in piece.gap),
    "time": _is_time,
    "relative clause": _is_relative_clause,
    "coordinated": lambda piece: piece.where is Where.AFTER and piece.words[0].dep_ == "cc",
    "subordinate clause": _is_subordinate,
    "participle": lambda piece: piece.where is Where.AFTER and piece.words[0].tag_ in {"VBG", "VBN", "TO"},
    "prepositional phrase": lambda piece: piece.where is Where.AFTER and piece.words[0].pos_ == "ADP",
    "words before": lambda piece: piece.where is Where.BEFORE,
    "words after": lambda piece: piece.where is Where.AFTER,
    "words within": lambda piece: piece.where is Where.WITHIN,
    "other": lambda _: True,
}
