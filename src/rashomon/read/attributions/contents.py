"""Contents: where, around a reporting verb, noun or adjective, the words stand that it reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.parse.syntax import is_passive, prepositional_object
from rashomon.read.attributions.asides import without_asides
from rashomon.read.attributions.coordination import stray_words
from rashomon.read.attributions.cues import cue_entries, is_question
from rashomon.read.attributions.objects import Found, find_object, is_dated, is_infinitive, leading_object, mark_of, passive_subject_words
from rashomon.read.attributions.report import in_order
from rashomon.read.attributions.source_kinds import is_document
from rashomon.read.attributions.surrounding import around, has_subject, stripped

if TYPE_CHECKING:
    from spacy.tokens import Token

AMONG = frozenset({"among", "between", "towards", "toward", "against"})
NOUN_CLAUSES = frozenset({"acl", "ccomp", "advcl", "relcl"})
OBJECTS = frozenset({"object", "idea", "deed", "thing", "small"})
QUESTION_WORDS = frozenset({"WRB", "WP"})
CONTINUING_MARKS = frozenset({"because", "if", "unless"})


def find_content(head: Token, frames: Iterable[str]) -> Found | None:
    """The content of `head` in the first of `frames` that the sentence fills, or None.

    None for a verb that only leads to a colon ("announced the following: ..."): what is told stands behind it.
    """
    if leading_object(head):
        return None
    for frame in frames:
        found = _in_frame(head, frame)
        if found is not None and found.tokens:
            strays = stray_words(head)
            kept = tuple(token for token in found.tokens if token not in strays)
            return Found(stripped(without_asides(kept, head)), found.preposition)
    return None


def has_content(head: Token) -> bool:
    """True for a word of the table whose content the parse shows: what stands before it, or behind a colon, is not its content."""
    return any(find_content(head, entry.frames) is not None for entry in cue_entries(head))


def _in_frame(head: Token, frame: str) -> Found | None:
    if head.pos_ in {"NOUN", "ADJ"}:
        return _of_noun(head, frame)
    if frame == "clause" or (frame == "that" and any(mark_of(child) == "that" for child in head.children)):
        return _clause(head)
    if frame == "inf":
        return _complement_verb(head, gerund=False)
    if frame == "gerund":
        return _complement_verb(head, gerund=True)
    if frame in OBJECTS or frame.startswith("object+"):
        return find_object(head, frame)
    return _prepositional(head, frame)


def _clause(verb: Token) -> Found | None:
    clauses = [child for child in verb.children if child.dep_ == "ccomp"] or _behind_document(verb)
    if clauses:
        conditions = [child for child in verb.children if child.dep_ in {"advcl", "conj"} and _belongs_to_content(child, verb, clauses)]
        return Found(in_order(token for clause in (*clauses, *conditions) for token in clause.subtree))
    resumed = _behind_inset(verb)
    if resumed is not None:
        return Found(in_order(resumed.subtree))
    questions = [child for child in verb.children if child.dep_ == "advcl" and child.i > verb.i and mark_of(child) in {"if", "whether"}]
    if questions and is_question(verb):
        return Found(in_order(token for clause in questions for token in clause.subtree))
    asked = [child for child in verb.children if child.i > verb.i and child.tag_ in QUESTION_WORDS]
    if asked:
        return Found(in_order(asked[0].subtree))
    if is_passive(verb) and not _is_told_to_somebody(verb):
        complement = _complement_verb(verb, gerund=False)
        if complement is not None and complement.tokens:
            return complement
    if verb.dep_ == "parataxis":
        return Found(around(verb.head, verb))
    if verb.dep_ == "advcl" and mark_of(verb) == "as":
        return Found(around(_clause_before(verb) or verb.head, verb))
    return None


def _behind_document(verb: Token) -> list[Token]:
    """The clause in "said in a report that ...", "told the council in a letter that ...", which the parse hangs on the document."""
    if any(child.dep_ == "dobj" for child in verb.children) and not _is_told_to_somebody(verb):
        return []
    places = [child for child in verb.children if child.dep_ == "prep" and child.i > verb.i]
    documents = [noun for place in places for noun in place.children if noun.dep_ == "pobj" and is_document(noun)]
    return [clause for noun in documents for clause in noun.children if clause.dep_ in NOUN_CLAUSES and _is_told(clause)]


def _is_told(clause: Token) -> bool:
    """True for a clause whose "that" stands for none of its parts, unlike that of "a letter that the council sent"."""
    return any(child.lower_ == "that" and child.dep_ in {"mark", "advmod"} for child in clause.children)


def _behind_inset(verb: Token) -> Token | None:
    """The clause of "reported, citing two officials, that ...", which parsers hang on a participle that takes none."""
    for inset in verb.children:
        if inset.dep_ == "advcl" and inset.tag_ == "VBG" and inset.i > verb.i and not _takes_clause(inset):
            clauses = (child for child in inset.children if child.dep_ == "ccomp" and mark_of(child) == "that")
            return next((clause for clause in clauses if verb.doc[clause.left_edge.i - 1].text == ","), None)
    return None


def _takes_clause(verb: Token) -> bool:
    return any("clause" in entry.frames for entry in cue_entries(verb))


def _is_told_to_somebody(verb: Token) -> bool:
    """True for "was told to leave": the subject is whom it is said to, and is told no content by the infinitive alone."""
    return any(entry.addressee == "object" for entry in cue_entries(verb))


def _belongs_to_content(condition: Token, verb: Token, clauses: list[Token]) -> bool:
    """True for "said it would close if ..." and, set around the cue, "If ..., she said, it would close".

    Also for a finite verb right behind the clause, without mark or subject: the parse took its subject for a clause.
    """
    if condition.left_edge.i == max(clause.right_edge.i for clause in clauses) + 1 and condition.tag_ in {"VBZ", "VBP"}:
        return not has_subject(condition) and not mark_of(condition)
    if condition.dep_ == "conj":
        return False
    if condition.i > max(clause.i for clause in clauses):
        return mark_of(condition) in CONTINUING_MARKS
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject is not None and condition.i < subject.i < min(clause.i for clause in clauses) and mark_of(condition) in {"if", "unless"}


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


def _complement_verb(verb: Token, *, gerund: bool) -> Found | None:
    for child in verb.children:
        if child.dep_ == "xcomp" and child.i > verb.i and _is_gerund(child) is gerund:
            words = list(child.subtree)
            if is_passive(verb):
                words += passive_subject_words(verb)
            return Found(in_order(words))
    return None


def _is_gerund(verb: Token) -> bool:
    """True for "telling" and for "having told"."""
    return verb.tag_ == "VBG" or any(child.dep_ == "aux" and child.lower_ == "having" for child in verb.children)


def _prepositional(head: Token, preposition: str) -> Found | None:
    if preposition == "to" and any(child.dep_ in {"dobj", "auxpass"} for child in head.children):
        return None  # where somebody or something goes: "was admitted to hospital", "referred the case to the court"
    for child in head.children:
        if child.dep_ in {"prep", "prt", "dative", "agent"} and child.lower_ == preposition and child.i > head.i:
            governed = prepositional_object(child)
            if governed is not None and not is_dated(child):
                words = [token for token in child.subtree if token != child]
                words += [
                    token for c in head.children if c.dep_ == "prep" and c.i == words[-1].i + 1 and c.lower_ in AMONG for token in c.subtree
                ]
                words += [
                    t for c in head.children if c.dep_ in {"xcomp", "advcl"} and c.i > child.i and is_infinitive(c) for t in c.subtree
                ]
                return Found(in_order(words), child)
        if child.dep_ == "advcl" and child.i > head.i and preposition == "for" and mark_of(child) == "for":
            mark = next(token for token in child.children if token.dep_ == "mark")
            return Found(in_order(token for token in child.subtree if token != mark), mark)
    return None


def _of_noun(head: Token, frame: str) -> Found | None:
    if frame == "clause":
        for child in head.children:
            if child.dep_ in NOUN_CLAUSES and child.i > head.i and (mark_of(child) == "that" or child.dep_ == "ccomp"):
                return Found(in_order(child.subtree))
        verb = head.head
        if head.dep_ == "nsubj" and verb.lemma_ == "be":
            clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
            return Found(in_order(token for clause in clauses for token in clause.subtree)) if clauses else None
        return None
    if frame == "inf":
        clause = next((c for c in head.children if c.dep_ in {"acl", "xcomp"} and c.i > head.i and is_infinitive(c)), None)
        return Found(in_order(clause.subtree)) if clause is not None else None
    return _prepositional(head, frame)
