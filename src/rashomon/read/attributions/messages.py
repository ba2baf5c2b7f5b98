"""Messages: what a noun says that somebody tells: "the message is: ...", "the official line is that ...", "their answer? ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.attributions.cues import verb_words
from rashomon.read.attributions.report import Report, in_order, without_that
from rashomon.read.attributions.sources import noun_source
from rashomon.read.attributions.voicing_words import only_sourced, told_nouns, voicing_words

if TYPE_CHECKING:
    from spacy.tokens import Token

BELONGING = frozenset({"of", "from", "behind", "by", "in", "on", "among"})
NOBODYS = frozenset({"i", "my", "me", "we", "us", "our", "you", "your", "one", "it", "there"})


def find_message(noun: Token) -> Report | None:
    """For "The message is: ...", "their message is simple: ...", "the official line is that ...", "the council's answer? ..."."""
    entry = told_nouns().get(noun.lemma_.lower())
    if entry is None:
        return None
    source = owner_of(noun)
    if (source is None and noun.lemma_.lower() in only_sourced()) or (source is not None and source.lower_ in NOBODYS):
        return None
    if noun.dep_ == "ROOT":
        content = _answer(noun) if source is not None else ()
    elif noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        content = _predicated(noun.head)
    else:
        content = ()
    cue = in_order([noun, *supporting_words(noun)])
    return Report(entry=entry, head=noun, cue=cue, content=content, source=source) if content else None


def supporting_words(noun: Token) -> list[Token]:
    """The verb of "the message which it gives is that ...", which belongs to the cue."""
    if noun.dep_ != "nsubj":
        return []
    return [word for child in noun.children if child.dep_ == "relcl" for word in verb_words(child)]


def owner_of(noun: Token) -> Token | None:
    """Whose message or story it is: "his", "of the march", "from the palace", "which the union gives", "the party line"."""
    found = noun_source(noun)
    if found is not None:
        return found
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in BELONGING:
            owner = next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
            if owner is not None:
                return owner
    return next((child for child in noun.children if child.dep_ == "compound"), None)


def _predicated(copula: Token) -> tuple[Token, ...]:
    """The words a message is: a clause behind "is", or all behind "is:", "is simple:"."""
    clauses = [child for child in copula.children if child.dep_ == "ccomp" and child.i > copula.i]
    if clauses and any(token.dep_ == "mark" for clause in clauses for token in clause.children):
        return without_that(token for clause in clauses for token in clause.subtree)
    return behind_colon(copula)


def behind_colon(verb: Token) -> tuple[Token, ...]:
    """The rest of the sentence behind a colon that follows on the verb, or on it and a plain predicate."""
    doc, end = verb.doc, verb.sent.end
    place = verb.i + 1
    while place < end and (doc[place].lower_ in voicing_words("plain") or doc[place].pos_ in {"ADV", "DET"}):
        place += 1
    if place >= end or doc[place].text not in {":", "\u2014", "\u2013"}:
        return ()
    return without_that(doc[place + 1 : end])


def _answer(noun: Token) -> tuple[Token, ...]:
    """The sentence behind a question that is only a noun phrase: "The council's answer? Blame the fishermen."."""
    sentence = noun.sent
    after = sentence.end
    if not any(token.text == "?" for token in sentence[-2:]) or after >= len(noun.doc) or noun.doc[after].is_space:
        return ()
    return without_that(noun.doc[after].sent)
