"""Who does and who undergoes what a verb says, wherever the grammar puts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.parse.syntax import antecedent, is_passive, passive_agent, passive_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECT_CONTROL_PREPOSITIONS = frozenset({"of", "with", "for", "from", "over"})
SUBJECT_CONTROLLERS = frozenset({"use", "promise", "make", "take", "give", "employ", "hold", "stage", "build"})
"""Verbs whose subject, not object, does what their infinitive says: "used the port to ship arms"."""
BINOMIALS = frozenset({("rank", "file"), ("law", "order"), ("men", "materiel"), ("life", "limb"), ("bed", "breakfast")})
CLAUSE_STEPS = 6


def logical_subjects(verb: Token) -> list[Token]:
    """Who does what the verb says, coordinated doers each on their own; empty when the text leaves it out."""
    doer = passive_agent(verb) if is_passive(verb) else _doer(verb, CLAUSE_STEPS)
    return coordinated(doer) if doer is not None else []


def logical_objects(verb: Token) -> list[Token]:
    """To whom or what it is done: the objects of an active verb, the subjects of a passive one."""
    if is_passive(verb):
        undergoer = passive_subject(verb)
        return coordinated(undergoer) if undergoer is not None else []
    found = [antecedent(child) for child in verb.children if child.dep_ == "dobj"] or _up_to(verb)
    if not found and verb.dep_ == "relcl" and _is_object_relative(verb):
        found = [verb.head]
    return [noun for head in found for noun in coordinated(head)]


def _up_to(verb: Token) -> list[Token]:
    """The noun of "kidnapped up to sixteen advisers", which parsers take for where somebody was kidnapped to."""
    behind = (child for child in verb.children if child.lower_ == "up" and child.i == verb.i + 1)
    nouns = (noun for up in behind for to in up.children if to.lower_ == "to" for noun in to.children if noun.dep_ == "pobj")
    return [noun for noun in nouns if any(child.dep_ == "nummod" for child in noun.children)]


def lemma(token: Token) -> str:
    """The lemma in lower case; the pipeline's rules make "stag" of "staged" where a final e belongs, as after g in "-aged"."""
    found = token.lemma_.lower()
    return (
        found + "e"
        if token.pos_ == "VERB" and token.lower_.endswith(("aged", "aging")) and found.endswith("ag") and not token.lower_.endswith("gged")
        else found
    )


def coordinated(noun: Token) -> list[Token]:
    """The noun and those joined to it by "and" or a comma, in text order; "the rank and file" is one thing."""
    if is_binomial(noun):
        return [noun]
    return sorted([noun, *(other for other in noun.conjuncts if other.pos_ not in {"VERB", "AUX"})], key=lambda token: token.i)


def first_coordinated(noun: Token) -> Token:
    """The first of the nouns that this one is coordinated with, which the clause hangs them all on."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    return noun


def is_binomial(noun: Token) -> bool:
    """True for the first word of a fixed pair that names one thing."""
    return any((noun.lower_, other.lower_) in BINOMIALS for other in noun.conjuncts)


def modifiers(noun: Token) -> Iterator[Token]:
    """The words before a noun that say of which kind or whose it is, theirs included ("deadly car bomb attack")."""
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod", "poss", "quantmod", "nummod", "npadvmod"} and child.i < noun.i:
            yield child
            yield from modifiers(child)


def governor(token: Token) -> tuple[str, Token] | None:
    """What the token hangs on, and how: inf, ing, that, obj, subj, a preposition, conj, or the bare dependency label; None for a root.

    An infinitive whose "to" stands right behind a verb or noun hangs on that word, which the parser often misses.
    """
    head = token.head
    if head == token:
        return None
    if token.dep_ == "conj":
        return "conj", _outside_quotation(token, head)
    if token.tag_ == "VB" and token.dep_ in {"advcl", "acl", "xcomp", "ccomp", "relcl", "conj", "pcomp"}:
        marker = next((child for child in token.children if child.lower_ == "to" and child.dep_ == "aux"), None)
        if marker is not None and token.dep_ != "conj":
            before = _content_before(marker)
            missed = before is not None and head.lemma_ != "leave" and (before.pos_ != "NOUN" or token.dep_ not in {"xcomp", "ccomp"})
            return "inf", before if before is not None and missed else head
    adverb = head.nbor(-1) if head.lower_ == "of" and head.i > token.sent.start else None
    if adverb is not None and token.dep_ in {"pobj", "pcomp"} and adverb.lower_ == "instead":
        return "of", adverb
    if (head.dep_ in {"prep", "agent"} and token.dep_ in {"pobj", "pcomp"}) or (head.pos_ == "ADP" and token.dep_ in {"pobj", "pcomp"}):
        return head.lower_, head.head
    return _link(token), head


def _outside_quotation(token: Token, head: Token) -> Token:
    """What a word behind a quotation is really coordinated with, when the parser ties it to a word inside the quotation."""
    marks = [other.i for other in token.doc[head.i : token.i] if other.text == '"']
    if len(marks) % 2 == 0:
        return head
    opening = max((i for i in range(head.sent.start, head.i) if token.doc[i].text == '"'), default=-1)
    above = head
    while above.i > opening and above.head != above:
        above = above.head
    return above


def _link(token: Token) -> str:
    if token.dep_ in {"dobj", "nsubjpass", "attr"}:
        return "obj"
    if token.dep_ == "nsubj":
        return "subj"
    if token.dep_ in {"xcomp", "pcomp"} and token.tag_ == "VBG":
        return "ing"
    if token.dep_ in {"ccomp", "xcomp"}:
        return (
            "that"
            if token.tag_ != "VB" or any(child.dep_ in {"aux", "mark", "nsubj"} and child.lower_ != "to" for child in token.children)
            else "inf"
        )
    if token.dep_ == "acl" and any(child.lower_ == "that" for child in token.children):
        return "that"
    return token.dep_


def _content_before(marker: Token) -> Token | None:
    if marker.i == 0:
        return None
    before = marker.nbor(-1)
    same_sentence = before.sent.start == marker.sent.start
    return before if same_sentence and before.pos_ in {"VERB", "NOUN", "ADJ"} and before.dep_ not in {"compound", "amod"} else None


def _doer(verb: Token, steps: int) -> Token | None:
    """The active subject, shared or controlled ones included: "decided to expel", "charged X with planning to bomb"."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return antecedent(own)
    found = governor(verb)
    if found is None or steps == 0:
        return None
    link, head = found
    if verb.dep_ == "conj" and verb.pos_ in {"VERB", "AUX"} and head.pos_ in {"VERB", "AUX"}:
        return (passive_subject(head) if is_passive(head) else _doer(head, steps - 1)) or _doer(head, steps - 1)
    if head.pos_ in {"NOUN", "PROPN"}:
        return _doer_behind_noun(verb, link, head, steps)
    if head.pos_ not in {"VERB", "AUX"} and not head.tag_.startswith("VB"):
        return _doer(head.head, steps - 1) if head.head != head else None
    return _controller(verb, link, head, steps)


def _controller(verb: Token, link: str, head: Token, steps: int) -> Token | None:
    if is_passive(head):
        return passive_subject(head)
    objects = logical_objects(head)
    object_controls = (link == "inf" and (verb.dep_ in {"xcomp", "ccomp"} or head.lemma_ == "leave")) or link in OBJECT_CONTROL_PREPOSITIONS
    if objects and object_controls and head.lemma_ not in SUBJECT_CONTROLLERS and objects[0].i < verb.i:
        return objects[0]
    called = next(
        (noun for child in head.children if child.lower_ in {"on", "upon"} for noun in child.children if noun.dep_ == "pobj"), None
    )
    if link == "inf" and called is not None and head.lemma_ == "call":
        return called
    return _doer(head, steps - 1)


def _doer_behind_noun(verb: Token, link: str, noun: Token, steps: int) -> Token | None:
    """In "the minister's decision to expel" the possessor, in "police arresting him" the noun itself."""
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBG"} and link != "inf":
        return noun
    owner = next((child for child in noun.children if child.dep_ == "poss"), None) or next(
        (other for child in noun.children if child.lower_ == "by" for other in child.children if other.dep_ == "pobj"), None
    )
    if owner is not None:
        return owner
    above = governor(noun)
    if above is None or steps == 0:
        return None
    link_above, head = above
    if head.pos_ not in {"VERB", "AUX"}:
        return _doer_behind_noun(head, link_above, head, steps - 1) if head.pos_ == "NOUN" else None
    if is_passive(head):
        return passive_subject(head) if link_above != "obj" else passive_agent(head)
    objects = logical_objects(head)
    if link_above in OBJECT_CONTROL_PREPOSITIONS | {"on"} and objects and noun not in objects:
        return objects[0]
    return _doer(head, steps - 1)


def _is_object_relative(verb: Token) -> bool:
    """As in "the bomb they planted": a relative clause with a subject of its own, no object and no gap elsewhere."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    return (
        subject is not None
        and subject.tag_ not in {"WDT", "WP"}
        and not any(child.dep_ in {"ccomp", "xcomp", "prep"} for child in verb.children)
    )
