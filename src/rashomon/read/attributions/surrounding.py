"""Surrounding: the words of a clause into which another, such as the one that reports it, is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.attributions.report import in_order

if TYPE_CHECKING:
    from spacy.tokens import Token


def around(clause: Token, inset: Token) -> tuple[Token, ...]:
    """The words of a clause without those of another that is set into it; clauses coordinated on the far side stay out.

    An inset that closes its sentence ("Vale said the dam was safe, according to the paper") goes with the whole of it, one
    right behind a quoted apposition ('the mayor - "a fox", as Tal put it - left') with that alone.
    """
    quoted = _quoted_apposition(inset)
    if quoted:
        return quoted
    if _closes_sentence(inset):
        while clause.dep_ in {"ccomp", "conj"} and clause.head.pos_ in {"VERB", "AUX"} and clause.head.i < clause.i:
            clause = clause.head
    left_out = set(inset.subtree)
    edge = inset.right_edge.i
    for child in clause.children:
        if child.dep_ == "conj" and child.i > edge and child.pos_ in {"VERB", "AUX"} and has_subject(child):
            left_out.update(child.subtree)
    return stripped(in_order(token for token in clause.subtree if token not in left_out))


def _quoted_apposition(inset: Token) -> tuple[Token, ...]:
    """The words of an apposition that stands in quotation marks and ends right before the inset; none for any other."""
    doc, place = inset.doc, inset.left_edge.i - 1
    while place > inset.sent.start and doc[place].is_punct and not doc[place].is_quote:
        place -= 1
    if not doc[place].is_quote or place <= inset.sent.start:
        return ()
    last = doc[place - 1]
    described = next((word for word in (last, *last.ancestors) if word.dep_ == "appos"), None)
    words = [token for token in described.subtree if token.i < place] if described is not None else []
    opened = bool(words) and (words[0].is_quote or doc[words[0].i - 1].is_quote)
    return tuple(token for token in words if not token.is_quote) if opened else ()


def _closes_sentence(inset: Token) -> bool:
    """True when a comma parts the inset from all that stands before it, and no word stands behind it."""
    first, last = inset.left_edge.i, inset.right_edge.i
    before = inset.doc[first - 1].text if first > inset.sent.start else ""
    own = inset.doc[first].text
    return "," in {before, own} and not any(token.is_alpha for token in inset.doc[last + 1 : inset.sent.end])


def has_subject(verb: Token) -> bool:
    """True for a verb with a subject of its own."""
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in verb.children)


def stripped(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the words that only tie the content to what stands around it: "that", "but", "as", an "and" at its end."""
    start = 0
    while start < len(tokens) and (tokens[start].is_punct or _is_tie(tokens[start], tokens)):
        start += 1
    end = len(tokens)
    while end > start and tokens[end - 1].dep_ == "cc":
        end -= 1
    return tokens[start:end]


def _is_tie(token: Token, tokens: tuple[Token, ...]) -> bool:
    if token.dep_ == "mark" and token.lower_ == "as":
        return token.head.head not in tokens
    return token.dep_ == "cc" or (token.lower_ == "that" and (token.dep_ == "mark" or token.tag_ == "IN"))
