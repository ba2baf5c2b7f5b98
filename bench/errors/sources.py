"""Kinds of differences in the sources of attributions that both sides have."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bench.errors.pieces import Piece, Where
from bench.errors.relations import Tokens

RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where"})


def source_kind(piece: Piece) -> str:
    """The name of the first kind whose test fits."""
    return next(name for name, fits in TESTS.items() if fits(piece))


def _is_relative_against_noun(piece: Piece) -> bool:
    return piece.where is Where.NOWHERE and any(len(words) == 1 and words[0].lower_ in RELATIVE for words in (piece.words, piece.theirs))


def _is_pronoun_against_name(piece: Piece) -> bool:
    return piece.where is Where.NOWHERE and _is_pronoun(piece.words) != _is_pronoun(piece.theirs)


def _is_pronoun(words: Tokens) -> bool:
    return len(words) == 1 and words[0].pos_ == "PRON"


def _is_nearby(piece: Piece) -> bool:
    return piece.where is Where.NOWHERE and piece.words[0].sent == piece.theirs[0].sent


def _is_relative_clause(piece: Piece) -> bool:
    return any(token.dep_ in {"relcl", "acl"} or token.lower_ in RELATIVE for token in piece.words)


def _is_coordinated(piece: Piece) -> bool:
    edge = piece.words[-1] if piece.where is Where.BEFORE else piece.words[0]
    return edge.dep_ in {"cc", "conj", "preconj"}


def _is_apposition(piece: Piece) -> bool:
    tokens = piece.owner.doc.tokens
    at_comma = {Where.AFTER: piece.words[0].i - 1, Where.BEFORE: piece.words[-1].i + 1}.get(piece.where)
    return any(token.dep_ == "appos" for token in piece.words) or (at_comma is not None and tokens[at_comma].text == ",")


def _is_modifier(piece: Piece) -> bool:
    return all(token.pos_ in {"DET", "PRON", "NUM", "ADV", "ADJ"} or token.dep_ == "case" for token in piece.words)


TESTS: Mapping[str, Callable[[Piece], bool]] = {
    "same words": lambda piece: piece.same_words,
    "none": lambda piece: not piece.theirs,
    "relative pronoun": _is_relative_against_noun,
    "pronoun": _is_pronoun_against_name,
    "nearby": _is_nearby,
    "elsewhere": lambda piece: piece.where is Where.NOWHERE,
    "only relative pronoun": lambda piece: len(piece.words) == 1 and piece.words[0].lower_ in RELATIVE,
    "relative clause": _is_relative_clause,
    "coordination": _is_coordinated,
    "apposition": _is_apposition,
    "preposition": lambda piece: piece.where is not Where.BEFORE and piece.words[0].pos_ in {"ADP", "SCONJ"},
    "modifier": _is_modifier,
    "words before": lambda piece: piece.where is Where.BEFORE,
    "words after": lambda piece: piece.where is Where.AFTER,
    "other": lambda _: True,
}
