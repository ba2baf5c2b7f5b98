"""Coordination: verbs that the parse hangs inside a reported clause, but that go on with the reporting one.

In "the ministry said there was no doubt and froze the assets" the ministry froze them; a parser often reads it as said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.cues import is_cue

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTE_MARKS = frozenset({'"', "''", "``"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def reporting_verb(conjunct: Token) -> Token | None:
    """The verb outside the reported clause that `conjunct` is truly coordinated with, or None when the parse is right.

    It leaves the clause when it has no subject of its own and either stands behind the end of a quotation, or the
    clause has only "there" to lend it, or it is itself a reporting verb; and its tense is that of the verb outside.
    """
    if conjunct.dep_ != "conj" or conjunct.pos_ != "VERB" or _subject_of(conjunct) is not None:
        return None
    first = conjunct.head
    while first.dep_ == "conj":
        first = first.head
    cue = first.head
    if first.dep_ != "ccomp" or cue.i > first.i or not is_cue(cue):
        return None
    lent = _subject_of(first)
    leaves = (lent is not None and lent.dep_ == "expl") or is_cue(conjunct) or _leaves_quotation(first, conjunct)
    return _in_same_tense(cue, conjunct) if leaves else None


def _in_same_tense(cue: Token, conjunct: Token) -> Token | None:
    """The reporting verb, or for "did so by saying ..." the verb above it, that `conjunct` can be coordinated with."""
    verb = cue
    while verb.tag_ != conjunct.tag_:
        if verb.dep_ not in {"pcomp", "prep", "advcl", "xcomp"}:
            return None
        verb = verb.head
    return verb


def stray_words(verb: Token) -> set[Token]:
    """The words under a reported clause of `verb` that belong to verbs coordinated with `verb` itself."""
    strays: set[Token] = set()
    for clause in verb.children:
        if clause.dep_ != "ccomp":
            continue
        for token in clause.subtree:
            if token.dep_ == "conj" and reporting_verb(token) is not None and clause in token.ancestors:
                strays.update(token.subtree)
                strays.update(child for child in token.head.children if child.dep_ == "cc" and child.i < token.i)
    return strays


def _subject_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _leaves_quotation(first: Token, conjunct: Token) -> bool:
    marks = sum(token.text in QUOTE_MARKS for token in conjunct.doc[first.left_edge.i : conjunct.i])
    before = first.left_edge.i > 0 and conjunct.doc[first.left_edge.i - 1].text in QUOTE_MARKS
    return (marks + before) % 2 == 0 and marks > 0
