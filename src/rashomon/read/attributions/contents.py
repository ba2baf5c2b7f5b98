"""Contents: where, around a reporting verb, noun or adjective, the words stand that it reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.parse.syntax import is_passive, prepositional_object
from rashomon.read.attributions.asides import without_asides
from rashomon.read.attributions.coordination import stray_words
from rashomon.read.attributions.cues import cue_entries, idea_nouns, is_question
from rashomon.read.attributions.report import in_order

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPLEMENTS = frozenset({"as", "for", "of", "against", "over"})
"""Prepositions that tell more of an object that is spoken about; others ("in a speech") tell of the speaking."""
AMONG = frozenset({"among", "between", "towards", "toward", "against"})
NOUN_CLAUSES = frozenset({"acl", "ccomp", "advcl", "relcl"})
CONTINUING_MARKS = frozenset({"because", "if", "unless"})


@dataclass(frozen=True, eq=False)
class Found:
    """The content in one frame, and the preposition that leads to it, which belongs to the cue."""

    tokens: tuple[Token, ...]
    preposition: Token | None = None


def find_content(head: Token, frames: Iterable[str]) -> Found | None:
    """The content of `head` in the first of `frames` that the sentence fills, or None."""
    for frame in frames:
        found = _in_frame(head, frame)
        if found is not None and found.tokens:
            strays = stray_words(head)
            kept = tuple(token for token in found.tokens if token not in strays)
            return Found(_strip(without_asides(kept, head)), found.preposition)
    return None


def _in_frame(head: Token, frame: str) -> Found | None:
    if head.pos_ in {"NOUN", "ADJ"}:
        return _of_noun(head, frame)
    if frame == "clause":
        return _clause(head)
    if frame == "inf":
        return _complement_verb(head, gerund=False)
    if frame == "gerund":
        return _complement_verb(head, gerund=True)
    if frame == "object":
        return _object(head, COMPLEMENTS, required=None)
    if frame == "idea":
        return _idea(head)
    if frame == "small":
        return _small_clause(head)
    if frame.startswith("object+"):
        return _object(head, COMPLEMENTS | {frame[7:]}, required=frame[7:])
    return _prepositional(head, frame)


def _clause(verb: Token) -> Found | None:
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    if clauses:
        conditions = [child for child in verb.children if child.dep_ in {"advcl", "conj"} and _belongs_to_content(child, verb, clauses)]
        return Found(in_order(token for clause in (*clauses, *conditions) for token in clause.subtree))
    questions = [child for child in verb.children if child.dep_ == "advcl" and child.i > verb.i and _mark(child) in {"if", "whether"}]
    if questions and is_question(verb):
        return Found(in_order(token for clause in questions for token in clause.subtree))
    if is_passive(verb) and not _is_told_to_somebody(verb):
        complement = _complement_verb(verb, gerund=False)
        if complement is not None and complement.tokens:
            return complement
    if verb.dep_ == "parataxis":
        return Found(around(verb.head, verb))
    if verb.dep_ == "advcl" and _mark(verb) == "as":
        return Found(around(_clause_before(verb) or verb.head, verb))
    return None


def _is_told_to_somebody(verb: Token) -> bool:
    """True for "was told to leave": the subject is whom it is said to, and is told no content by the infinitive alone."""
    return any(entry.addressee == "object" for entry in cue_entries(verb))


def _belongs_to_content(condition: Token, verb: Token, clauses: list[Token]) -> bool:
    """True for "said it would close if ..." and, set around the cue, "If ..., she said, it would close".

    Also for a finite verb right behind the clause, without mark or subject: the parse took its subject for a clause.
    """
    if condition.left_edge.i == max(clause.right_edge.i for clause in clauses) + 1 and condition.tag_ in {"VBZ", "VBP"}:
        return not _has_subject(condition) and not _mark(condition)
    if condition.dep_ == "conj":
        return False
    if condition.i > max(clause.i for clause in clauses):
        return _mark(condition) in CONTINUING_MARKS
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject is not None and condition.i < subject.i < min(clause.i for clause in clauses) and _mark(condition) in {"if", "unless"}


def _clause_before(verb: Token) -> Token | None:
    """The clause that ends right before the comma in front of "as admitted by ...", where it is not the main clause."""
    place = verb.left_edge.i - 1
    while place >= 0 and verb.doc[place].is_punct:
        place -= 1
    token = verb.doc[place] if place >= 0 else verb
    found = None
    while token.dep_ != "ROOT" and token != verb.head:
        if (
            token.pos_ in {"VERB", "AUX"}
            and token.dep_ in {"advcl", "ccomp", "conj", "relcl"}
            and place <= token.right_edge.i < verb.left_edge.i
        ):
            found = token
        token = token.head
    return found


def around(clause: Token, inset: Token) -> tuple[Token, ...]:
    """The words of a clause without those of another that is set into it; clauses coordinated on the far side stay out.

    An inset that closes its sentence ("Vale said the dam was safe, according to the paper") goes with the whole of it.
    """
    if _closes_sentence(inset):
        while clause.dep_ in {"ccomp", "conj"} and clause.head.pos_ in {"VERB", "AUX"} and clause.head.i < clause.i:
            clause = clause.head
    left_out = set(inset.subtree)
    edge = inset.right_edge.i
    for child in clause.children:
        if child.dep_ == "conj" and child.i > edge and child.pos_ in {"VERB", "AUX"} and _has_subject(child):
            left_out.update(child.subtree)
    return _strip(in_order(token for token in clause.subtree if token not in left_out))


def _closes_sentence(inset: Token) -> bool:
    """True when a comma parts the inset from all that stands before it, and no word stands behind it."""
    first, last = inset.left_edge.i, inset.right_edge.i
    before = inset.doc[first - 1].text if first > inset.sent.start else ""
    own = inset.doc[first].text
    return "," in {before, own} and not any(token.is_alpha for token in inset.doc[last + 1 : inset.sent.end])


def _complement_verb(verb: Token, *, gerund: bool) -> Found | None:
    for child in verb.children:
        if child.dep_ == "xcomp" and child.i > verb.i and _is_gerund(child) is gerund:
            words = list(child.subtree)
            if is_passive(verb):
                words += _passive_subject(verb)
            return Found(in_order(words))
    return None


def _is_gerund(verb: Token) -> bool:
    """True for "telling" and for "having told"."""
    return verb.tag_ == "VBG" or any(child.dep_ == "aux" and child.lower_ == "having" for child in verb.children)


def _object(verb: Token, prepositions: frozenset[str], required: str | None) -> Found | None:
    named = _named(verb)
    rest = [child for child in verb.children if child.i > verb.i and _is_complement(child, prepositions)]
    if required == "inf":
        clause = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and _is_infinitive(c)), None)
        if clause is None:
            return None
        return Found(in_order([*named, *clause.subtree]))
    if required is not None:
        heads = {child.lower_ for child in rest} | {token.lower_ for token in named if token.dep_ in {"prep", "mark"}}
        if required not in heads:
            return None
    if not named:
        return None
    words = [*named, *(token for child in rest for token in child.subtree)]
    last = max(token.i for token in words)
    words += [
        t for c in verb.children if c.dep_ in {"advcl", "xcomp"} and c.left_edge.i == last + 1 and _is_infinitive(c) for t in c.subtree
    ]
    free = any(token.tag_ == "WP" and token.lower_ == "what" for token in named)
    link = next((child for child in rest if child.lower_ == "as"), None) if free or is_passive(verb) else None
    if free and link is not None:
        words = [token for token in words if token not in _circumstances(link)]
    return Found(in_order(token for token in words if token != link), link)


def _circumstances(link: Token) -> list[Token]:
    """In "what they regard as a victory in their war", the words on when and where: the teller's, who so places the victory."""
    complements = [child for child in link.children if child.dep_ == "pobj"]
    return [
        token
        for complement in complements
        for child in complement.children
        if child.dep_ == "prep" and child.lower_ not in COMPLEMENTS
        for token in child.subtree
    ]


def _named(verb: Token) -> list[Token]:
    """The words of what the verb speaks about: its object, for a passive its subject."""
    if is_passive(verb):
        return _passive_subject(verb)
    return [token for child in verb.children if child.dep_ == "dobj" for token in child.subtree]


def _idea(verb: Token) -> Found | None:
    """The object of "spread", "promote", where it is something told: a story, a rumour."""
    found = _object(verb, frozenset({"that"}), required=None)
    if found is None:
        return None
    heads = [token for token in found.tokens if token.head not in found.tokens or token.dep_ == "pobj"]
    return found if any(token.lemma_.lower() in idea_nouns() for token in heads) else None


def _small_clause(verb: Token) -> Found | None:
    predicate = [
        child for child in verb.children if child.dep_ in {"oprd", "xcomp", "acomp"} and child.i > verb.i and not _is_infinitive(child)
    ]
    clause = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i and _is_small(child)]
    named = _named(verb)
    if clause:
        return Found(in_order(token for child in clause for token in child.subtree))
    if not predicate or not named:
        return None
    return Found(in_order([*named, *(token for child in predicate for token in child.subtree)]))


def _prepositional(head: Token, preposition: str) -> Found | None:
    for child in head.children:
        if child.dep_ in {"prep", "prt", "dative"} and child.lower_ == preposition and child.i > head.i:
            governed = prepositional_object(child)
            if governed is not None:
                words = [token for token in child.subtree if token != child]
                words += [
                    token for c in head.children if c.dep_ == "prep" and c.i == words[-1].i + 1 and c.lower_ in AMONG for token in c.subtree
                ]
                words += [
                    t for c in head.children if c.dep_ in {"xcomp", "advcl"} and c.i > child.i and _is_infinitive(c) for t in c.subtree
                ]
                return Found(in_order(words), child)
        if child.dep_ == "advcl" and child.i > head.i and preposition == "for" and _mark(child) == "for":
            mark = next(token for token in child.children if token.dep_ == "mark")
            return Found(in_order(token for token in child.subtree if token != mark), mark)
    return None


def _of_noun(head: Token, frame: str) -> Found | None:
    if frame == "clause":
        for child in head.children:
            if child.dep_ in NOUN_CLAUSES and child.i > head.i and (_mark(child) == "that" or child.dep_ == "ccomp"):
                return Found(in_order(child.subtree))
        verb = head.head
        if head.dep_ == "nsubj" and verb.lemma_ == "be":
            clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
            return Found(in_order(token for clause in clauses for token in clause.subtree)) if clauses else None
        return None
    if frame == "inf":
        clause = next((c for c in head.children if c.dep_ in {"acl", "xcomp"} and c.i > head.i and _is_infinitive(c)), None)
        return Found(in_order(clause.subtree)) if clause is not None else None
    return _prepositional(head, frame)


def _is_complement(child: Token, prepositions: frozenset[str]) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in prepositions
    return child.dep_ == "oprd" or (child.dep_ == "advcl" and _mark(child) in prepositions)


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _is_small(predicate: Token) -> bool:
    """True for "the plan a sham": a clause without a verb, as the parser sees it."""
    return predicate.pos_ not in {"VERB", "AUX"} and not any(child.dep_ in {"aux", "cop", "mark"} for child in predicate.children)


def _passive_subject(verb: Token) -> list[Token]:
    """What a passive verb speaks about; for a bare participle ("assets frozen in May") the noun phrase in front of it."""
    holder = verb
    while (subject := next((child for child in holder.children if child.dep_ in {"nsubjpass", "nsubj"}), None)) is None:
        if holder.dep_ == "acl":
            return [token for token in holder.head.subtree if token.i < holder.left_edge.i]
        if holder.dep_ not in {"conj", "xcomp"}:
            return []
        holder = holder.head
    return list(subject.subtree) if subject.lower_ != "it" else []


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in verb.children)


def _mark(clause: Token) -> str:
    return next((str(child.lower_) for child in clause.children if child.dep_ == "mark"), "")


def _strip(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
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
    return token.dep_ == "cc" or (token.dep_ == "mark" and token.lower_ == "that")
