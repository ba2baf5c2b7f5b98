"""Coordination: verbs that the parse hangs inside a reported clause, but that go on with the reporting one.

In "the ministry said there was no doubt and froze the assets" the ministry froze them; a parser often reads it as said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.read.attributions.cues import is_cue

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTE_MARKS = frozenset({'"', "''", "``"})
DYING = frozenset({"die", "perish", "drown", "fall", "suffer"})
KILLING = frozenset({"kill", "murder", "execute", "assassinate", "slay", "massacre", "shoot"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def reporting_verb(conjunct: Token) -> Token | None:
    """The verb outside the reported clause that `conjunct` is truly coordinated with, or None when the parse is right.

    It leaves the clause when it has no subject of its own and either stands behind the end of a quotation, or the
    clause has only "there" to lend it, or it is itself a reporting verb (and the clause's own is none of the same form); and
    its tense is that of the verb outside.
    """
    if conjunct.dep_ != "conj" or conjunct.pos_ != "VERB" or _subject_of(conjunct) is not None:
        return None
    first = conjunct.head
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "relcl":
        return _above_relative(first, conjunct)
    cue = first.head
    if first.dep_ != "ccomp" or cue.i > first.i or not is_cue(cue):
        return None
    lent = _subject_of(first)
    if is_cue(conjunct) and conjunct.tag_ == "VBN" and lent is not None and _is_victim(lent, first) and _acts(conjunct):
        return _in_tense(cue, "VBD")
    speaks = is_cue(conjunct) and not (is_cue(first) and first.tag_ == conjunct.tag_)
    leaves = (lent is not None and lent.dep_ == "expl") or speaks or _leaves_quotation(first, conjunct)
    return _in_tense(cue, conjunct.tag_) if leaves else None


def _above_relative(clause: Token, conjunct: Token) -> Token | None:
    """The verb for "asked" in "called for the list of those who have been hit and asked why": no clause in between has its tense."""
    if not is_cue(conjunct) or conjunct.tag_ not in {"VBD", "VBZ"}:
        return None
    for verb in (clause, *clause.ancestors):
        tenses = {verb.tag_, *(child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"})}
        if conjunct.tag_ in tenses:
            return verb if is_cue(verb) and verb.tag_ == conjunct.tag_ and verb != clause else None
    return None


def _is_victim(subject: Token, verb: Token) -> bool:
    """True for those who are told to have died or to have been killed, and so accuse nobody: "said that 14 people had died and accused"."""
    counted = any(child.dep_ == "nummod" for child in subject.children)
    return verb.lemma_ in DYING or (subject.dep_ == "nsubjpass" and (counted or verb.lemma_ in KILLING))


def _acts(participle: Token) -> bool:
    """True for "accused the front": a past tense that the tagger takes for a participle has an object behind it."""
    return any(child.dep_ == "dobj" and child.i > participle.i for child in participle.children)


def _in_tense(cue: Token, tag: str) -> Token | None:
    """The reporting verb, or for "did so by saying ..." the verb above it, that a verb with this tag can be coordinated with."""
    verb = cue
    while verb.tag_ != tag:
        if verb.dep_ not in {"pcomp", "prep", "advcl", "xcomp"}:
            return None
        verb = verb.head
    return verb


def stray_words(verb: Token) -> set[Token]:
    """The words under a reported clause of `verb` that belong to verbs coordinated with `verb` itself."""
    strays: set[Token] = set()
    for clause in verb.children:
        if clause.i < verb.i:
            continue
        for token in clause.subtree:
            if token.dep_ == "conj" and reporting_verb(token) is not None and clause in token.ancestors:
                strays.update(token.subtree)
                strays.update(child for child in token.head.children if child.dep_ == "cc" and child.i < token.i)
    return strays


def coordinated_words(verb: Token, content: Sequence[Token]) -> set[Token]:
    """The words of `content` that go on with `verb` itself: "praised the board and left" tells nothing of the leaving.

    Parsers hang what a clause goes on with on the wrong verb as often as not, so one that they hang on `verb` counts only
    in its tense, and when no verb before it in the content could be meant.
    """
    found = stray_words(verb)
    for child in verb.children:
        if child.dep_ == "conj" and child.i > verb.i and _goes_on_with(child, verb, content):
            found.update(child.subtree)
            found.update(word for word in verb.children if word.dep_ == "cc" and word.i < child.i)
    return found.intersection(content)


def _goes_on_with(conjunct: Token, verb: Token, content: Sequence[Token]) -> bool:
    """True in the verb's tense, where the content holds no other verb that could be meant; "there was no doubt" holds none."""
    tops = [child for child in verb.children if child.dep_ == "ccomp" and child in content]
    lends_nothing = any(subject is not None and subject.dep_ == "expl" for subject in map(_subject_of, tops))
    others = () if lends_nothing else [token for token in content if token.i < conjunct.left_edge.i]
    return conjunct.tag_ == verb.tag_ and verb.tag_ in FINITE and not any(token.tag_ == verb.tag_ for token in others)


def _subject_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _leaves_quotation(first: Token, conjunct: Token) -> bool:
    marks = sum(token.text in QUOTE_MARKS for token in conjunct.doc[first.left_edge.i : conjunct.i])
    before = first.left_edge.i > 0 and conjunct.doc[first.left_edge.i - 1].text in QUOTE_MARKS
    return (marks + before) % 2 == 0 and marks > 0
