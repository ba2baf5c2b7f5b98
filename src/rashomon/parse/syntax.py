"""Questions about a parse that several readers ask: subjects, objects, phrases, negation.

Dependency labels are those of the ClearNLP scheme that the pipeline was trained on (spaCy's English models).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis"})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
STATES = frozenset({"stand"})
"""Verbs that are to a participle what "be" is to a passive: "stands accused"."""
PARTICIPLES = frozenset({"VBN", "VBD"})
"""Tags of participles; the parser at times takes one for a finite past."""
CAUSING = frozenset({"have", "get", "leave", "want", "see", "find", "keep"})
"""Verbs before a bare participle that is told of their object: "had the clerk arrested", "left two men wounded"."""
NOBODY = frozenset({"nobody", "none", "neither"})
NONE_OF = frozenset({"no", "neither", "hardly", "scarcely"})


def subject(verb: Token) -> Token | None:
    """The verb's active subject; one shared with the verb it is coordinated with or controlled by is found there.

    A relative pronoun ("who") leads back to the noun that the clause describes.
    """
    for holder in _subject_holders(verb):
        for child in holder.children:
            if child.dep_ in SUBJECTS and child.dep_ != "expl":
                return antecedent(child)
        if any(child.dep_ in PASSIVE_SUBJECTS for child in holder.children):
            return passive_subject(holder) if holder is not verb else None
        if holder.dep_ == "acl" and holder.tag_ == "VBG":
            return holder.head
    return None


def passive_subject(verb: Token) -> Token | None:
    """What a passive verb is done to; also the noun that a bare participle describes ("assets frozen in May").

    That of a passive infinitive stands in the clause above ("is believed to have been shot", "ordered the men to be shot").
    """
    for holder in _coordinated(verb):
        undergoers = PASSIVE_SUBJECTS | ({"nsubj"} if _is_bare_passive(holder) else set())
        for child in holder.children:
            if child.dep_ in undergoers:
                return antecedent(child)
        caused = _caused_object(holder) if holder.tag_ in PARTICIPLES else None
        if caused is not None:
            return caused
        if holder.dep_ == "acl" and holder.tag_ == "VBN":
            return holder.head
        if _is_bare_clause(holder) and holder.i < holder.head.i:
            return passive_subject(holder.head) if is_passive(holder.head) else subject(holder.head)
    if verb.dep_ == "xcomp" and any(child.dep_ == "auxpass" for child in verb.children):
        return direct_object(verb.head) or passive_subject(verb.head) or subject(verb.head)
    return None


def direct_object(verb: Token) -> Token | None:
    """What an active verb is done to."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.dep_ == "dobj":
            return antecedent(child)
    return None


def passive_agent(verb: Token) -> Token | None:
    """The noun behind "by" under a passive verb."""
    for child in verb.children:
        if child.dep_ == "agent":
            return prepositional_object(child)
    return None


def prepositional_object(preposition: Token) -> Token | None:
    """The noun that a preposition governs."""
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            return child
    return None


def complements(head: Token, *prepositions: str) -> Iterator[Token]:
    """The nouns that hang on `head` by one of the prepositions ("against", "of")."""
    for child in head.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            noun = prepositional_object(child)
            if noun is not None:
                yield noun


def is_passive(verb: Token) -> bool:
    """True for "was arrested", "stands accused", "the arrested man's" participle clause, and verbs coordinated under one passive."""
    if state_verb(verb) is not None or any(child.dep_ in {"auxpass", *PASSIVE_SUBJECTS} for child in verb.children):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return not any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    return _is_bare_passive(verb) or (verb.dep_ == "conj" and verb.tag_ == "VBN" and not _has_subject(verb) and is_passive(verb.head))


def _is_bare_passive(verb: Token) -> bool:
    """True in "were killed and 200 people injured", "left 12 dead and 40 injured", "had the clerk arrested": a passive without "be"."""
    if verb.tag_ not in PARTICIPLES or any(child.dep_ in {"aux", "auxpass", "dobj"} for child in verb.children):
        return False
    if _is_bare_clause(verb):
        return True
    if not any(child.dep_ == "nsubj" for child in verb.children):
        return _caused_object(verb) is not None
    if verb.tag_ != "VBN" or verb.dep_ not in {"conj", "ccomp"}:
        return False
    return verb.head.lemma_ in CAUSING or (verb.dep_ == "conj" and (verb.head.dep_ == "oprd" or is_passive(verb.head)))


def _is_bare_clause(verb: Token) -> bool:
    """True in "Backed by Ostria, they marched" and "praised the guard, wounded in the blast": a participle clause without a subject."""
    beside = verb.i and verb.nbor(-1).text == ","
    alone = not any(child.dep_ in {"nsubj", "mark", "prt", "acomp"} for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and alone and bool(verb.i < verb.head.i or beside)


def _caused_object(verb: Token) -> Token | None:
    """The "two men" of "left two men wounded"."""
    participle = verb.dep_ == "oprd" or (verb.tag_ == "VBN" and verb.dep_ in {"advcl", "xcomp", "ccomp"})
    if not participle or verb.head.lemma_ not in CAUSING or _has_subject(verb) or verb.nbor(-1).text == ",":
        return None
    found = direct_object(verb.head) or (passive_subject(verb.head) if is_passive(verb.head) else None)
    return found if found is not None and found.i < verb.i else None


def state_verb(participle: Token) -> Token | None:
    """The "stands" of "stands accused", for its participle."""
    holds = participle.dep_ in {"xcomp", "advcl"} and participle.tag_ == "VBN" and participle.head.i == participle.i - 1
    return participle.head if holds and participle.head.lemma_ in STATES else None


def is_negated(token: Token) -> bool:
    """True when "not", "never", "no longer" or a determiner "no" stands on the token itself."""
    return any(
        child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ in {"no", "neither"} and not opens_bound(child))
        for child in token.children
    )


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token stands for itself."""
    if token.tag_ in {"WDT", "WP"} or (token.lower_ == "that" and (token.tag_ != "IN" or token.dep_ == "dobj")):
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return ancestor.head
    return token


def conjuncts(token: Token) -> list[Token]:
    """The token and those coordinated with it, in text order."""
    return sorted([token, *token.conjuncts], key=lambda other: other.i)


def phrase(noun: Token, *, with_clauses: bool = False, with_conjuncts: bool = True) -> list[Token]:
    """The tokens of a noun phrase around its head: determiners, modifiers and prepositional phrases.

    Relative and other clauses, appositions and parentheses are left out unless asked for.
    """
    skipped = {"punct", "cc"} if not with_conjuncts else set()
    if not with_clauses:
        skipped |= {*CLAUSES, "appos"}
    tokens = [noun]
    for child in noun.children:
        if child.dep_ in skipped or (not with_conjuncts and child.dep_ in {"conj", "cc", "preconj"}):
            continue
        tokens.extend(child.subtree)
    return sorted(set(tokens), key=lambda token: token.i)


def _subject_holders(verb: Token) -> Iterator[Token]:
    yield verb
    holder = verb
    while (holder.dep_ in {"conj", "xcomp"} and not _has_subject(holder)) and holder.head != holder:
        holder = holder.head
        yield holder


def _coordinated(verb: Token) -> Iterator[Token]:
    yield verb
    while verb.dep_ == "conj" and not _has_subject(verb):
        verb = verb.head
        yield verb


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS for child in verb.children)


def is_nobody(head: Token) -> bool:
    """True for the head word of "nobody", "neither side", "no official", "hardly anyone"."""
    return head.lower_ in NOBODY or any(child.lower_ in NONE_OF and not opens_bound(child) for child in head.children)


def opens_bound(negation: Token) -> bool:
    """True for the "no" of "no fewer than sixty" and "no more than ten", which bounds a number and denies nothing."""
    following = list(negation.doc[negation.i + 1 : negation.i + 3])
    return len(following) == 2 and following[0].lower_ in {"fewer", "less", "more"} and following[1].lower_ == "than"
