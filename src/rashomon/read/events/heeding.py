"""Heeding: what a word above an act, with its auxiliaries and its negation, adds to the act's standing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import Polarity, Stage
from rashomon.parse.syntax import opens_bound
from rashomon.read.events.clauses import phrasal
from rashomon.read.events.climbing import MEANS, PAST
from rashomon.read.events.negation import NOBODY, denies_nothing
from rashomon.read.events.standing import Standing, cues, joined

if TYPE_CHECKING:
    from spacy.tokens import Token

OPEN_LINKS = frozenset({"inf", "other", "ing", "obj", "conj", "advcl", "acl"})
"""Through these a word without a row still lends its auxiliaries and its negation; through others it only speaks about the act."""
INVERTED = frozenset({"had", "were", "should"})
"""With these before its subject a clause is a condition: "had they left"."""
OWN_SUBJECT = {"subj": "nsubj", "obj": "nsubjpass"}
"""How an act that is the subject stands in the parse, by how it hangs on its verb."""
CONDITIONS = frozenset({"if", "unless"})
ABILITY = frozenset({"can", "ca", "could"})
UNDOUBTED = frozenset({"doubt", "question", "dispute"})
"""What nobody doubts is told as so: "there is no doubt that they attacked"."""


def heed(standing: Standing, cue: Token, link: str) -> Standing:
    """The standing with what `cue` adds, a word above the act on which what is below hangs by `link`."""
    said = _said_of(cue, link)
    row = (cues().get((said.lemma_.lower(), "was")) if _is_told_of_past(link, said) else None) or _row(said, link)
    if row is None and cues().get((link, "prep")) is not None:
        return told_beside(joined(standing, cues()[link, "prep"]), cue)
    negated = any(
        child.dep_ in {"det", "neg"} and child.lower_ in {"no", "little", "not", "n't"} for child in (*said.children, *cue.children)
    )
    if negated and link == "that" and said.lemma_ in UNDOUBTED:
        return replace(standing, settled=True)
    changed = standing if row is None else joined(standing, row)
    if row is not None and link in {"subj", "csubj"} and any(child.lower_ == "no" for child in said.children):
        changed = joined(changed, Standing(polarity=Polarity.DENIED))
    if link in {"self", "gathering"} or changed.settled:
        return changed
    if row is not None and negated and said.pos_ == "NOUN" and link in {"that", "of"} and row.stage is None:
        return replace(changed, stage=changed.stage or Stage.HYPOTHETICAL)
    if row is None and link in MEANS:
        return told_beside(changed, cue)
    if row is None and link in {"subj", "csubj"}:
        return replace(changed, settled=True)
    if row is None and link not in OPEN_LINKS:
        return replace(changed, settled=True)
    if row is None and link == "inf" and changed.stage is None:
        changed = replace(changed, stage=Stage.PLANNED)
    if row is None and link == "inf" and changed.stage is Stage.FOILED:
        changed = replace(changed, stage=Stage.HYPOTHETICAL)
    if row is not None and row.stage is Stage.FOILED and _is_unable(cue, link):
        return Standing(certainty=changed.certainty, settled=True)
    return modified(changed, cue, below=link)


def _row(said: Token, link: str) -> Standing | None:
    """The table's row for the word with its particle ("made up a plot"), or else for the word."""
    return cues().get((phrasal(said), link)) or cues().get((said.lemma_.lower(), link))


def _said_of(cue: Token, link: str) -> Token:
    if link in {"subj", "csubj"}:
        place = next((child for child in cue.children if child.dep_ == "dobj" and child.lower_ == "place"), None)
        return place if place is not None and cue.lemma_ == "take" else _predicate(cue)
    return _predicate(cue) if link == "that" else _still_open(cue) if link == "inf" else cue


def _predicate(copula: Token) -> Token:
    """What "it is ... that" says of its clause: the adjective or noun; any other verb stands for itself."""
    if copula.lemma_ != "be":
        return copula
    return next((child for child in copula.children if child.dep_ in {"acomp", "attr"}), copula)


def _still_open(verb: Token) -> Token:
    """The "yet" of "has yet to ratify"; any other word stands for itself."""
    yet = next((child for child in verb.children if child.lower_ == "yet"), verb)
    return verb if verb.lemma_ not in {"have", "be", "remain"} or any(child.dep_ == "neg" for child in verb.children) else yet


def _is_told_of_past(link: str, said: Token) -> bool:
    """True in "was right to expel" and "how kind of them to wait": the judgement of a past act, with no "would" or "will" about it."""
    copula = said.head
    helped = any(child.tag_ == "MD" for child in copula.children)
    owned = any(child.lower_ == "of" for child in said.children)
    past = said.dep_ == "acomp" and copula.lemma_ == "be" and copula.tag_ in PAST
    return link == "inf" and (past or owned) and not helped


def told_beside(standing: Standing, cue: Token) -> Standing:
    """An act beside another, as its means or in its place, comes about no more than it does; what is denied of one is not of the other."""
    other = modified(Standing(), cue)
    return joined(standing, replace(other, polarity=Polarity.AFFIRMED))


def modified(standing: Standing, node: Token, below: str = "") -> Standing:
    """What auxiliaries, adverbs, adjectives, negation and the word that opens the clause add.

    `below` is how the act hangs on the node: the "no" of a subject that is the act's own noun is heard with the noun.
    """
    for child in node.children:
        if denies_nothing(child) or child.dep_ == OWN_SUBJECT.get(below):
            continue
        if child.lower_ in INVERTED and node.dep_ == "advcl" and _stands_before_subject(node, child):
            standing = joined(standing, Standing(stage=Stage.HYPOTHETICAL))
        elif child.dep_ in {"aux", "auxpass"} and child.tag_ == "MD":
            standing = joined(standing, _of_auxiliary(node, child))
        elif child.dep_ == "mark":
            standing = _marked(standing, node, child)
        elif child.dep_ in {"advmod", "amod", "neg", "det", "preconj", "npadvmod", "nsubj", "nsubjpass"}:
            word = (
                child
                if child.dep_ not in {"nsubj", "nsubjpass"}
                else next((c for c in child.children if c.dep_ in {"preconj", "det"} and not opens_bound(c)), child)
            )
            standing = joined(standing, cues().get((word.lower_, "mod")) or cues().get((word.lemma_.lower(), "mod")))
        elif child.lower_ == "every" or (
            child.dep_ == "prep" and child.lower_ == "as" and any(word.lower_ == "always" for word in child.children)
        ):
            standing = joined(standing, Standing(stage=Stage.RECURRING))
        if child.dep_ == "npadvmod" and any(word.lower_ in {"every", "each"} for word in child.children):
            standing = joined(standing, Standing(stage=Stage.RECURRING))
    return replace(standing, stage=Stage.HYPOTHETICAL) if standing.stage is Stage.PLANNED and has_condition(node) else standing


def _is_unable(verb: Token, link: str) -> bool:
    """True in "did not prevent", "could not stop", "nobody averted": what they did not keep from coming about did.

    Not in "must not", "will not", "nobody can stop" and under "if", which speak of what is to come, nor where "any" on the act itself
    leaves open that there was one ("did not foil any attack").
    """
    words = {child.lower_ for child in verb.children}
    modals = {child.lower_ for child in verb.children if child.tag_ == "MD"}
    negated = modals <= ABILITY and any(child.dep_ == "neg" for child in verb.children)
    by_nobody = bool(words & NOBODY) and not modals
    acts = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}] if link == "obj" else []
    open_ = any(word.lower_ == "any" for act in acts for word in act.children)
    conditional = any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.children)
    return (negated or by_nobody) and not open_ and not conditional


def _of_auxiliary(verb: Token, auxiliary: Token) -> Standing | None:
    """What a modal says: "must have gone" guesses at the past, and "should never have gone" blames for what was done."""
    perfect = any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
    link = "" if not perfect else "reproach" if any(child.dep_ == "neg" for child in verb.children) else "perfect"
    row = cues().get((auxiliary.lower_, link)) or _foretold(verb, auxiliary)
    return row or cues().get((auxiliary.lemma_.lower(), "aux")) or cues().get((auxiliary.lower_, "aux"))


def _stands_before_subject(verb: Token, auxiliary: Token) -> bool:
    """True in "had they left": a condition without "if"."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.i > auxiliary.i for child in verb.children)


def _foretold(verb: Token, auxiliary: Token) -> Standing | None:
    """In "said it would leave" the reported "would" is a past "will"."""
    reported = verb.dep_ == "ccomp" and verb.head.tag_ in PAST and auxiliary.lower_ in {"would", "'d"}
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    return cues().get((verb.head.lemma_.lower(), "would")) if reported and not perfect else None


def has_condition(node: Token) -> bool:
    """True where an "if" or "unless" hangs on the verb."""
    clauses = (child for child in node.children if child.dep_ == "advcl")
    return any(word.dep_ == "mark" and word.lower_ in CONDITIONS for clause in clauses for word in clause.children)


def _marked(standing: Standing, node: Token, mark: Token) -> Standing:
    """An "if" before a plain past with no modal above tells a fact beside another ("if others failed, these did not")."""
    row = cues().get((mark.lower_, "mark"))
    asked = any(child.text == "?" for child in node.sent[-3:])
    beside = mark.lower_ == "if" and node.dep_ != "ccomp" and node.tag_ == "VBD" and node.lemma_ != "be"
    conceding = beside and not asked and not any(child.tag_ == "MD" or child.dep_ == "acomp" for child in node.head.children)
    preceding = mark.lower_ in {"before", "until"} and node.tag_ in PAST
    return standing if conceding or preceding else joined(standing, row)
