"""Asides: clauses that the parse hangs at the end of a reported content, but that the one who reports it adds.

"The union says it will not strike, though an official said it might"; "he blamed the tax, which the council denies";
"she said she saw no need for talks, telling reporters that ...". In each the words behind the comma have a report of their own,
which does not stand inside the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.parse.syntax import is_nobody
from rashomon.read.attributions.cues import UNSPOKEN, cue_entries
from rashomon.read.attributions.marks import DASHES

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTRASTS = frozenset({"though", "although", "while", "whereas"})
CIRCUMSTANCES = frozenset({"as", "because", "when", "after", "before"}) | CONTRASTS
BREAKS = DASHES | {","}
SEQUENCES = frozenset({"before", "after"})
RELATIVES = frozenset({"which", "something", "whom"})


def without_asides(content: tuple[Token, ...], head: Token) -> tuple[Token, ...]:
    """The content of the cue word `head` without the clauses at its end that are reports of their own, beside it."""
    while content:
        aside = _aside(content, head)
        if aside is None:
            return without_departure(content, head)
        content = _up_to(content, aside.left_edge.i)
    return content


def without_departure(content: tuple[Token, ...], head: Token) -> tuple[Token, ...]:
    """The content without what the speaker goes on to do: "said that nobody cared, before flying home".

    Where the content tells of somebody or something that could do it ("said the envoy met him, before flying home"), it is part
    of that.
    """
    if not content or content[0].i < head.i:
        return content
    words = {token.i for token in content}
    for link in content:
        doing = next((child for child in link.children if child.tag_ == "VBG" and child.dep_ == "pcomp"), None)
        holder = link.head
        if doing is None or link.lower_ not in SEQUENCES or holder.i not in words or link.nbor(-1).text != "," or link.i < holder.i:
            continue
        subject = next((child for child in holder.children if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        if link.right_edge.i >= content[-1].i and subject is not None and (subject.dep_ == "expl" or is_nobody(subject)):
            return _up_to(content, link.i)
    return content


def _up_to(content: tuple[Token, ...], start: int) -> tuple[Token, ...]:
    """The words of the content in front of a place, without what only leads on at their end."""
    content = tuple(token for token in content if token.i < start)
    while content and (content[-1].is_punct or content[-1].dep_ == "cc"):
        content = content[:-1]
    return content


def _aside(content: tuple[Token, ...], head: Token) -> Token | None:
    last = next((token for token in reversed(content) if not token.is_punct), content[-1])
    places = {token.i for token in content}
    for clause in (last, *last.ancestors):
        if clause == head or clause.i not in places:
            return None
        if clause.left_edge.i > content[0].i and clause.left_edge.i > head.i and _is_aside(clause, head):
            return clause
    return None


def _is_aside(clause: Token, head: Token) -> bool:
    entries = [entry for entry in cue_entries(clause) if entry.type not in UNSPOKEN]
    if not entries or clause.pos_ not in {"VERB", "AUX"}:
        return False
    parted = clause.doc[clause.left_edge.i - 1].text in BREAKS
    subject = next((child for child in clause.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if clause.dep_ == "advcl":
        marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
        if subject is not None and marks & CIRCUMSTANCES and (clause.head == head or (parted and marks & CONTRASTS)):
            return True
        if subject is not None and subject.pos_ == "PRON":
            return bool(marks & CIRCUMSTANCES)
        return subject is None and parted and clause.tag_ == "VBG" and _is_pronoun_s(clause.head)
    return clause.dep_ == "relcl" and parted and _is_object_gap(clause, subject)


def _is_pronoun_s(verb: Token) -> bool:
    """True when the clause in front has a pronoun for its subject, which most often is the one who speaks."""
    for holder in (verb, *verb.ancestors):
        subject = next((child for child in holder.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None:
            return bool(subject.pos_ == "PRON")
    return False


def _is_object_gap(clause: Token, subject: Token | None) -> bool:
    """True for "which the council denies", "something he denies", "which he said was a lie"."""
    if subject is None or subject.tag_ in {"WDT", "WP"}:
        return False
    first: Iterable[Token] = clause.doc[clause.left_edge.i : subject.i]
    return any(token.lower_ in RELATIVES for token in first) or clause.head.lower_ in RELATIVES
