"""Imagined speech: how certain it is that a reported act of saying or thinking takes place at all.

"The union said" tells of a fact; "critics might say", "if the governor says", "imagine that he said ..." do not. The levels are
those of FactBank (Sauri & Pustejovsky 2009), which reads them off modal verbs, conditions and questions in the same way.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Certainty, Polarity
from rashomon.parse.syntax import is_negated
from rashomon.read.attributions.cues import cue_entries
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

MODALS = frozenset({"would", "'d", "\u2019d", "might", "may", "could", "can", "must"})
FUTURE = frozenset({"will", "'ll", "\u2019ll", "wo", "shall"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
CARRYING = frozenset({"ccomp", "xcomp", "dobj", "relcl", "acl", "conj"})
"""How what is imagined hangs on the verb that imagines it, in one step or several."""
ANYONE = frozenset({"you", "one", "i"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
LEVELS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


def weaker(first: Certainty, second: Certainty) -> Certainty:
    """The less certain of the two."""
    return max(first, second, key=LEVELS.index)


def certainty_of_saying(head: Token) -> Certainty:
    """How certain it is that what the cue word `head` tells of takes place, for any word, known to the tables or not.

    Possible where somebody only imagines it, under a modal verb, a condition, a question that can be answered by yes or no or
    asks who says it, and in the infinitive behind a verb that does not bring it about; probable in the future; certain
    otherwise. A refusal ("would not say") is certain: it is told as a fact, with its polarity denied.
    """
    if _is_imagined(head):
        return Certainty.POSSIBLE
    verb = _verb_of(head)
    if verb is None:
        return Certainty.CERTAIN
    auxiliaries = _auxiliaries(verb)
    if auxiliaries & MODALS and not _is_refusal(verb) and not _is_habit(verb):
        return Certainty.PROBABLE if _is_future_in_past(verb, auxiliaries) else Certainty.POSSIBLE
    if _is_conditional(verb) or _is_asked(verb) or _is_open_infinitive(verb):
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if auxiliaries & FUTURE and not _is_refusal(verb) else Certainty.CERTAIN


def _is_imagined(word: Token) -> bool:
    """True behind "imagine that ...", "picture a minister who ...", "you can almost hear him say ..."."""
    while word.dep_ in CARRYING:
        if word.dep_ in {"relcl", "acl"} and not _is_anyone(word.head):
            return False
        coordinated = word.dep_ == "conj"
        word = word.head
        if not coordinated and _imagines(word):
            return True
    return False


def _is_anyone(noun: Token) -> bool:
    """True for "a minister": of a certain one ("the minister who said so") a clause tells what is known."""
    return noun.pos_ == "NOUN" and not any(child.dep_ == "poss" or child.lower_ in DEFINITE for child in noun.children)


def _imagines(verb: Token) -> bool:
    """True for a call to imagine, for "you can imagine"; what "nobody imagined" or "had imagined" took place or not."""
    if verb.tag_ not in {"VB", "VBP"} or is_negated(verb) or any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux"):
        return False
    if verb.lemma_.lower() not in _words("hears"):
        return verb.lemma_.lower() in _words("imagines")
    words = {(child.dep_, child.lower_) for child in verb.children}
    heard = ("aux", "can") in words and any(("nsubj", word) in words for word in ANYONE)
    return heard or ("advmod", "almost") in words


@cache
def _words(use: str) -> frozenset[str]:
    rows = load_table("rashomon.read.attributions", "tables/happening_words.tsv", ("word", "use"), ("word",))
    return frozenset(row["word"] for row in rows if row["use"] == use)


def _verb_of(head: Token) -> Token | None:
    """The verb that says whether it happens: the cue itself, or the "be" or "make" of "is sure", "made the claim"."""
    if head.pos_ in {"VERB", "AUX"}:
        return head
    if head.dep_ in {"acomp", "dobj", "attr", "oprd"} and head.head.pos_ in {"VERB", "AUX"}:
        return head.head
    return None


def _auxiliaries(verb: Token) -> frozenset[str]:
    """The verb's own auxiliaries, or those it shares with the verb that it is coordinated with."""
    own = frozenset(child.lower_ for child in verb.children if child.dep_ == "aux" and child.tag_ == "MD")
    if (
        own
        or any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
        or verb.dep_ != "conj"
        or verb.tag_ != "VB"
        or any(child.dep_ == "nsubj" for child in verb.children)
    ):
        return own
    return _auxiliaries(verb.head)


def _is_refusal(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _is_habit(verb: Token) -> bool:
    return any(child.lower_ in _words("habit") for child in verb.children if child.dep_ == "advmod")


def _is_future_in_past(verb: Token, auxiliaries: frozenset[str]) -> bool:
    """True for "said that she would tell the court": a "will" that is told in the past."""
    return "would" in auxiliaries and verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"}


def _is_conditional(verb: Token) -> bool:
    """True in "if the governor says", "whether he said"; a "would" in the main clause is not asked for."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    return bool(CONDITIONS & marks) or {"as", "though"} <= marks


def _is_asked(verb: Token) -> bool:
    """True in a question whose answer tells whether, or by whom, it is said: "Is he saying that ...?", "Who says that ...?"."""
    if verb.sent[-1].text != "?" and not any(token.text == "?" for token in verb.sent[-3:]):
        return False
    holder = verb.head if verb.dep_ in {"advcl", "ccomp"} and verb.tag_ == "VBG" and verb.head.lemma_ == "be" else verb
    if holder.dep_ not in {"ROOT", "ccomp", "conj"}:
        return False
    subject = next((child for child in holder.children if child.dep_ == "nsubj"), None)
    if subject is None:
        return False
    if subject.lower_ == "who":
        return True
    inverted = holder != verb or any(child.dep_ == "aux" and child.i < subject.i for child in verb.children)
    return inverted and not any(token.tag_ in {"WRB", "WP", "WDT"} and token.i < subject.i for token in holder.subtree)


def _is_open_infinitive(verb: Token) -> bool:
    """True for "tried to say"; "claims to have said" tells of what happened before, "refused to say" of what did not."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.dep_ != "xcomp" or "to" not in auxiliaries or "have" in auxiliaries:
        return False
    if verb.head.pos_ != "VERB" or verb.head.lemma_.lower() in _words("happens") | _words("hears"):
        return False
    return not any(entry.polarity is Polarity.DENIED for entry in cue_entries(verb.head))
