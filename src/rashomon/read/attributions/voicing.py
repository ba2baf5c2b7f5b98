"""Voicing: words that are put into a source's mouth, as opinion pieces do, without a reporting verb of the plain kind.

What is read so: "the regime would have us believe that ...", "what the ministry wants you to think is ...", "the message is: ...",
"their answer? ...", "the official line is that ...", "so the story goes", "legend has it that ...", "as if to say ...",
"to hear him tell it, ...", "as Tal put it", "if the ministry is to be believed, ...". These are attributions to the source whose words they
claim to be. The author vouches for none of them, so they hold the content at a distance, and those that only act the words out
("as if to say") are no more than possible. A question that nobody is said to ask, and an answer with no one to give it, are the
author's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.model import Certainty, Commitment, CueType
from rashomon.parse.syntax import is_passive, passive_agent
from rashomon.read.attributions.contents import find_content
from rashomon.read.attributions.cues import CueEntry, is_cue, verb_words
from rashomon.read.attributions.ideas import find_idea
from rashomon.read.attributions.messages import NOBODYS, behind_colon, find_message, owner_of
from rashomon.read.attributions.report import Report, in_order, without_that
from rashomon.read.attributions.sources import verb_source
from rashomon.read.attributions.surrounding import around
from rashomon.read.attributions.voicing_words import told_nouns, voicing_words

if TYPE_CHECKING:
    from spacy.tokens import Token

RESTATING_LENGTH = 6
"""How many words of a sentence are looked at: the phrase, the mark behind it and the opening quotation mark."""
BELIEVED = CueEntry(lemma="believe", frames=("clause",), type=CueType.CLAIM, addressee="", commitment=Commitment.DISTANCED)
WORDED = CueEntry(lemma="put", frames=("clause",), type=CueType.CALL, addressee="")
ACTED = CueEntry(
    lemma="say", frames=("clause",), type=CueType.SAY, addressee="", commitment=Commitment.DISTANCED, certainty=Certainty.POSSIBLE
)


def find_voicings(sentence: Iterable[Token]) -> Iterator[Report]:
    """The words put into a source's mouth in one sentence, in text order."""
    for token in sentence:
        report = _reader(token)
        if report is not None:
            yield report


def _reader(token: Token) -> Report | None:
    if token.is_sent_start or token.i == 0 or token.nbor(-1).is_space:
        restated = _restated(token)
        if restated is not None:
            return restated
    if token.pos_ in {"VERB", "AUX"}:
        lemma = token.lemma_.lower()
        if lemma in voicing_words("believe"):
            return _made_believe(token) or _if_believed(token)
        if lemma in voicing_words("act"):
            return _acted(token) or _told_it(token)
        if lemma in {"go", "have"}:
            return _goes(token)
        return _worded(token) if lemma in voicing_words("worded") else None
    return find_message(token) or find_idea(token) if token.pos_ in {"NOUN", "PROPN"} else None


def _restated(first: Token) -> Report | None:
    """For "Vale promised a wall. In other words: 'Wait for the next flood'": words put into the mouth of who spoke before."""
    sentence = first.sent
    words = sentence.doc[first.i : min(first.i + RESTATING_LENGTH, sentence.end)]
    mark = next((place for place, token in enumerate(words) if token.text in {":", ","}), None)
    if not mark or first.i == 0 or " ".join(token.lower_ for token in words[:mark]) not in voicing_words("restate"):
        return None
    if mark + 1 >= len(words) or not words[mark + 1].is_quote:
        return None
    told = first.nbor(-1).sent.root
    source = verb_source(told) if is_cue(told) else None
    content = without_that(sentence.doc[words[mark + 1].i : sentence.end])
    if source is None or not content:
        return None
    return Report(entry=ACTED, head=first, cue=tuple(words[:mark]), content=content, source=source)


def _made_believe(verb: Token) -> Report | None:
    """For "would have us believe that ...", "we are asked to believe ...", "what they want you to think is ..."."""
    maker = verb.head
    if verb.dep_ not in {"ccomp", "xcomp"} or maker.lemma_.lower() not in voicing_words("make") or verb.tag_ != "VB":
        return None
    passive = is_passive(maker)
    believer = next((child for child in (maker if passive else verb).children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    believer = believer or next((child for child in maker.children if child.dep_ == "dobj" and child.i < verb.i), None)
    if believer is None or (maker.lemma_ == "have" and not any(child.dep_ == "aux" for child in maker.children)):
        return None
    found = find_content(verb, ["clause"])
    content = found.tokens if found is not None else _equated_with(maker)
    source = passive_agent(maker) if passive else verb_source(maker)
    if not content or (source is None and not passive):
        return None
    to = [child for child in verb.children if child.tag_ == "TO"]
    cue = in_order([*verb_words(maker), *to, verb])
    return Report(entry=BELIEVED, head=verb, cue=cue, content=content, source=source, addressee=believer)


def _equated_with(maker: Token) -> tuple[Token, ...]:
    """What "what they want you to think" is, or what "this" is that they want us to think."""
    copula = maker.head
    if copula.lemma_ != "be" or maker.dep_ not in {"csubj", "ccomp", "nsubj"}:
        return ()
    if not any(token.lower_ == "what" and token.i < maker.i for token in maker.subtree):
        return ()
    dependencies = {"ccomp", "xcomp", "attr"} if maker.i < copula.i else {"nsubj"}
    words = [token for child in copula.children if child.dep_ in dependencies and child != maker for token in child.subtree]
    return without_that(words)


def _if_believed(verb: Token) -> Report | None:
    """For "If the ministry is to be believed, ...", "if you believe the ministry, ..."."""
    clause = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" else verb
    if clause.dep_ != "advcl" or not any(child.dep_ == "mark" and child.lower_ == "if" for child in clause.children):
        return None
    wanted = {"nsubj", "nsubjpass"} if clause != verb else {"dobj"}
    source = next((child for child in clause.children if child.dep_ in wanted), None)
    if source is None or (clause == verb and not any(child.lower_ in NOBODYS for child in verb.children)):
        return None
    taken = set(source.subtree)
    cue = in_order(token for token in clause.subtree if token not in taken and not token.is_punct)
    return _inset(BELIEVED, verb, cue, clause, source)


def _acted(verb: Token) -> Report | None:
    """For "He raised his hand, as if to say that the talks were over"."""
    marks = [child for child in verb.children if child.dep_ == "mark" and child.lower_ in {"as", "if", "though"}]
    if len(marks) < 2 or not any(child.tag_ == "TO" for child in verb.children):
        return None
    found = find_content(verb, ["clause"])
    content = found.tokens if found is not None else behind_colon(verb)
    source = verb_source(verb.head)
    if not content or source is None:
        return None
    return Report(entry=ACTED, head=verb, cue=in_order([*marks, *verb_words(verb)]), content=content, source=source)


def _told_it(verb: Token) -> Report | None:
    """For "To hear the ministry tell it, the flood was a success"."""
    hearing = verb.head
    source = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if hearing.lemma_ != "hear" or hearing.dep_ != "advcl" or source is None or not any(child.lower_ == "it" for child in verb.children):
        return None
    taken = set(source.subtree)
    cue = in_order(token for token in hearing.subtree if token not in taken and not token.is_punct)
    return _inset(BELIEVED, verb, cue, hearing, source)


def _worded(verb: Token) -> Report | None:
    """For "the harbour is dead, as Tal put it"; a quotation right behind is what he put so, and stands with the verb."""
    source = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    words = {(child.dep_, child.lower_) for child in verb.children}
    if source is None or verb.dep_ != "advcl" or not {("mark", "as"), ("dobj", "it")} <= words:
        return None
    behind = verb.doc[verb.right_edge.i + 1 : verb.sent.end]
    if next((token.is_quote for token in behind if token.text != ","), False):
        return None
    cue = in_order([*(child for child in verb.children if child.dep_ in {"mark", "dobj"}), *verb_words(verb)])
    return _inset(WORDED, verb, cue, verb, source)


def _goes(verb: Token) -> Report | None:
    """For "So the story goes, ...", "the theory goes that ...", "rumour has it that ...", "as the ministry would have it, ..."."""
    noun = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if noun is None:
        return None
    having = verb.lemma_ == "have"
    it = next((child for child in verb.children if child.dep_ == "dobj" and child.lower_ == "it"), None)
    if having and it is None:
        return None
    entry = told_nouns().get(noun.lemma_.lower())
    inset = verb.dep_ in {"ccomp", "parataxis", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}
    if entry is None:
        as_told = having and inset and any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children)
        if not as_told or noun.lower_ in NOBODYS:
            return None
        cue = in_order([*(child for child in verb.children if child.dep_ in {"mark", "aux", "dobj"}), verb])
        return _inset(BELIEVED, verb, cue, verb, noun)
    cue = in_order([noun, *verb_words(verb), *([it] if it is not None else [])])
    clauses = [child for child in verb.children if child.dep_ in {"ccomp", "relcl"} and child.i > verb.i]
    if clauses:
        content = without_that(token for clause in clauses for token in clause.subtree)
        return Report(entry=entry, head=verb, cue=cue, content=content, source=owner_of(noun))
    return _inset(entry, verb, cue, verb, owner_of(noun)) if inset else None


def _inset(entry: CueEntry, head: Token, cue: tuple[Token, ...], clause: Token, source: Token | None) -> Report | None:
    """The report of the clause that `clause` is set into."""
    content = without_that(around(clause.head, clause))
    return Report(entry=entry, head=head, cue=cue, content=content, source=source, inset=tuple(clause.subtree)) if content else None
