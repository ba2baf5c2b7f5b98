"""Sharing: the verbs whose expressions of time and place hold for an act too, its own and those it is joined to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import Time
from rashomon.read.events.act import Act
from rashomon.read.events.attachment import VERBS, Attached
from rashomon.read.events.clauses import SUBJECTS, governor
from rashomon.read.events.patterns import is_named
from rashomon.read.times.tense import looks_ahead

if TYPE_CHECKING:
    from spacy.tokens import Token

SHARED_UPWARD = frozenset({"xcomp", "pcomp", "advcl", "conj", "acl"})
DURING = frozenset({"in", "at", "on", "during", "amid", "by", "within", "throughout", "inside"})
"""An act in, at or during a thing has that thing's date: "killed in the attack of 3 May"."""
MEANWHILE = frozenset({"when", "as", "while"})
"""A clause behind these has the same time as the act: "nine were killed when a tram overturned on Friday"."""


@dataclass(frozen=True)
class Sharing:
    """A verb whose adjuncts an act may share, and how the act's own verb differs from it."""

    verb: Token
    other_subject: bool = False
    other_tense: bool = False
    """The own verb tells of another time than this one does."""

    def lends(self, attached: Attached) -> bool:
        """True when the expression, told of this verb, holds for the act too.

        Across a new subject only what opens the sentence does ("In Orsk, miners struck, and three were arrested"); no time
        does across a new tense ("struck in May and has threatened ...").
        """
        if attached.verb != self.verb or (self.other_tense and isinstance(attached.expression, Time)):
            return False
        subject = next((child for child in self.verb.children if child.dep_ in SUBJECTS), self.verb)
        return not self.other_subject or attached.path[0].i < subject.left_edge.i


def sharing_verbs(act: Act, said: frozenset[int]) -> list[Sharing]:
    """The verbs that share adjuncts with the act: its own and those it is coordinated with or completes, never one that reports it.

    `said` are the words of acts of speech: the day of a charge is not that of what is charged.
    """
    node = act.host or verb_above(act.head)
    inside = [Sharing(child) for child in act.head.children if _tells_of_it(child)]
    if node is None:
        return inside
    below = [child for child in node.children if child.dep_ in {"conj", "xcomp"} and not has_subject(child) and child.pos_ in VERBS]
    coordinated = [node, *(child for child in node.children if child.dep_ == "conj" and child.pos_ in VERBS)]
    below += [child for verb in coordinated for child in verb.children if _is_meanwhile(child)]
    sharing = [Sharing(node), *inside, *(Sharing(child, other_tense=differs_in_tense(child, node)) for child in below)]
    other_subject = other_tense = False
    if _is_cleft(node):
        sharing.append(Sharing(node.head))
    while node.dep_ in SHARED_UPWARD:
        above = governor(node)
        if above is None or above[1].pos_ == "NOUN" or (above[1].i in said and node.dep_ != "conj"):
            break
        other_subject |= node.dep_ == "conj" and has_subject(node)
        other_tense |= differs_in_tense(node, above[1]) or _is_measured(node)
        node = above[1]
        if node.pos_ in VERBS:
            sharing.append(Sharing(node, other_subject, other_tense))
    return sharing


def _is_cleft(verb: Token) -> bool:
    """True in "it was on 22 March that they bombed the house"."""
    copula = verb.head
    said = {child.dep_ for child in copula.children}
    is_empty = any(child.dep_ == "nsubj" and child.lower_ == "it" for child in copula.children) and not said & {"acomp", "attr"}
    return verb.dep_ == "ccomp" and copula.lemma_ == "be" and is_empty


def _tells_of_it(verb: Token) -> bool:
    """True for the clause of "the crash in which the mayor died": what it tells came about in the act."""
    first = verb.left_edge
    asks = first.tag_ == "WRB" or (first.lower_ in DURING and first.nbor().tag_ == "WDT")
    return verb.dep_ == "relcl" and first.i < verb.i and asks


def _is_measured(verb: Token) -> bool:
    """True in "on 7 May, three days after they struck": the day told above is another one."""
    said = {child.dep_ for child in verb.children}
    return verb.dep_ == "advcl" and {"mark", "npadvmod"} <= said


def _is_meanwhile(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(child.lower_ in MEANWHILE for child in verb.children)


def differs_in_tense(verb: Token, above: Token) -> bool:
    """True for a verb in another tense than the one above it, or still to come when that one happens ("threatened to strike")."""
    if verb.dep_ == "xcomp":
        return looks_ahead(above)
    finite = _finite_tag(verb)
    return verb.dep_ == "conj" and finite is not None and finite != (_finite_tag(above) or above.tag_)


def _finite_tag(verb: Token) -> str | None:
    """The tag of the first auxiliary, or of a verb with a subject of its own; None where both come from another verb."""
    auxiliary = next((child for child in verb.children if child.dep_ in {"aux", "auxpass"}), None)
    return auxiliary.tag_ if auxiliary is not None else verb.tag_ if has_subject(verb) else None


def verb_above(noun: Token) -> Token | None:
    """The verb a bare noun is subject or object of, unless that verb speaks about it or it stands deeper in the phrase.

    What took place at the Selm Grand Prix took place when that did, so for a happening with a name it is that verb too.
    """
    if noun.pos_ in VERBS:
        return noun
    if is_named(noun) and noun.dep_ == "pobj" and noun.head.lower_ in DURING and noun.head.head.pos_ in VERBS:
        return noun.head.head
    return noun.head if noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and noun.head.pos_ in VERBS else None


def has_subject(verb: Token) -> bool:
    """True for a verb with a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)
