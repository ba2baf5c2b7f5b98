"""Reporting constructions: the verbs, nouns and adjectives of a sentence that report, with what each takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import Commitment, CueType, Polarity
from rashomon.parse.syntax import is_passive, passive_agent, state_verb
from rashomon.read.attributions.clefts import experienced, inverted, turned_round
from rashomon.read.attributions.contents import find_content
from rashomon.read.attributions.cues import CueEntry, cue_entries, verb_words
from rashomon.read.attributions.feelings import find_feeling
from rashomon.read.attributions.messages import supporting_words
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.sources import ANSWERS, SUBJECTS, noun_source, verb_source
from rashomon.read.attributions.voicing import find_voicings

if TYPE_CHECKING:
    from spacy.tokens import Token

LEADING = frozenset({"use", "go", "come", "continue", "begin", "start"})
RAISING = frozenset({"make", "raise", "level", "voice", "float", "advance", "launch", "bring", "put", "circulate", "spread", "issue"})
MENTIONING = frozenset({"describe", "discuss", "mention", "cite", "detail", "document", "investigate", "face", "hear", "ignore", "address"})
INSET = frozenset({"parataxis", "advcl", "ccomp"})


def find_reports(sentence: Iterable[Token]) -> Iterator[Report]:
    """The reports of one sentence whose content the parse shows, in text order, those joined that make one."""
    tokens = list(sentence)
    voicings = {report.head.i: report for report in find_voicings(tokens)}
    voiced = {token.i for report in voicings.values() for token in report.cue}
    last: Report | None = None
    for token in tokens:
        report = voicings.get(token.i) or (_report(token) if token.i not in voiced else None)
        if report is None:
            continue
        joined = _joined(last, report) if last is not None else None
        if joined is not None:
            last = joined
            continue
        if last is not None:
            yield last
        last = report
    if last is not None:
        yield last


def _report(token: Token) -> Report | None:
    feeling = find_feeling(token)
    reader = _READERS.get(token.pos_)
    if feeling is not None or reader is None:
        return feeling
    return next((report for entry in cue_entries(token) if (report := reader(token, entry)) is not None), None)


def _joined(first: Report, second: Report) -> Report | None:
    """One report for "ask and call for", which share their content, and for "declined to say", where nothing was said."""
    words = first.head.doc[first.cue[0].i : second.cue[-1].i + 1]
    if second.head.dep_ == "conj" and second.head.head == first.head and second.content == first.content:
        return replace(first, cue=in_order(words), entry=second.entry if first.entry.type is CueType.ASK else first.entry)
    if first.entry.polarity is Polarity.DENIED and second.head.dep_ == "xcomp" and second.head.head == first.head:
        return replace(second, cue=in_order(words), source=first.source)
    return None


def _of_verb(verb: Token, entry: CueEntry) -> Report | None:
    turned = turned_round(verb, entry) or experienced(verb, entry) or inverted(verb, entry)
    if turned is not None:
        return turned
    if _is_set_off(verb):
        return None
    found = find_content(verb, entry.frames)
    if found is None:
        return None
    asked = _fronted(verb)
    source = None if asked is not None else told_of(verb) or verb_source(verb) or _holder(verb, found.preposition)
    if source is None and asked is None and not is_passive(verb):
        return None
    cue = [*_led_up_to(verb), *verb_words(verb), *([found.preposition] if found.preposition is not None else [])]
    return Report(
        entry=entry,
        head=verb,
        cue=in_order(cue),
        content=found.tokens,
        source=source,
        addressee=asked or find_addressee(verb, entry),
        inset=tuple(verb.subtree) if found.tokens and verb.dep_ in INSET and verb.head in found.tokens else (),
    )


def _is_set_off(verb: Token) -> bool:
    """True for "The families, denied visas, sued": a participle between commas, which parsers take for a past tense."""
    if verb.tag_ != "VBD" or verb.i < verb.sent.start + 2 or verb.nbor(-1).text != ",":
        return False
    closed = any(token.text == "," for token in verb.doc[verb.i : verb.sent.end])
    return closed and verb.nbor(-2).dep_ == "nsubj" and verb.nbor(-2).head == verb


def _led_up_to(verb: Token) -> list[Token]:
    """The words in front of a verb that only tell how it comes about: "used to say", "went on to say", "stands accused"."""
    state = state_verb(verb)
    if state is not None:
        return verb_words(state)
    leads = (
        verb.dep_ == "xcomp" and verb.head.i < verb.i and verb.head.lemma_ in LEADING and any(child.tag_ == "TO" for child in verb.children)
    )
    between = verb.doc[verb.head.i + 1 : verb.i] if leads else ()
    return [*verb_words(verb.head), *(token for token in between if token.lower_ == "on")] if leads else []


def _fronted(verb: Token) -> Token | None:
    """The subject of the clause behind "Asked whether ...": whoever is asked, not who asks."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or any(child.dep_ in {"aux", "auxpass", "mark", *SUBJECTS} for child in verb.children):
        return None
    if any(child.dep_ in {"dobj", "agent"} for child in verb.children):
        return None
    return next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)


def told_of(verb: Token) -> Token | None:
    """The one of whom it is told that they say so: "accused the union of claiming ...", "quoted an official as saying ..."."""
    if verb.dep_ != "pcomp" or verb.head.dep_ != "prep" or verb.head.lower_ not in {"of", "for", "as"}:
        return None
    teller = verb.head.head
    if teller.dep_ == "dobj" and verb.head.lower_ == "as" and cue_entries(teller.head):
        return teller
    wanted = {"nsubjpass"} if is_passive(teller) else {"dobj"}
    return next((child for child in teller.children if child.dep_ in wanted), None)


def _holder(verb: Token, preposition: Token | None) -> Token | None:
    """The noun before "called on both sides", which a parse may take for a participle: only with an object has that a passive sense."""
    if preposition is None or preposition.lower_ == "as":
        return None
    return verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT" else None


def _of_noun(noun: Token, entry: CueEntry) -> Report | None:
    found = find_content(noun, entry.frames)
    if found is None:
        return None
    source = _raiser(noun) or _own_source(noun)
    if source is None and found.preposition is not None and not (_is_charge(noun, entry) or _is_rumoured(noun, entry)):
        return None
    cue = [noun, *supporting_words(noun), *([found.preposition] if found.preposition is not None else [])]
    return Report(entry=entry, head=noun, cue=in_order(cue), content=found.tokens, source=source)


def _raiser(noun: Token) -> Token | None:
    """Who brought it up: "the allegation, first made by the union, that ..."; not who took it up after others ("repeated by")."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in RAISING:
            return passive_agent(child)
    return None


def _own_source(noun: Token) -> Token | None:
    """Whose claim it is; not whose who only answers or mentions it: "rumours, which his office denied", "described the rumours"."""
    source = noun_source(noun)
    if source is None or source in noun.children or source.head.dep_ in {"prep", "agent"}:
        return source
    entries = cue_entries(source.head) if source.head.dep_ == "relcl" else cue_entries(noun.head)
    return None if any(entry.type in ANSWERS for entry in entries) or noun.head.lemma_ in MENTIONING else source


def _is_charge(noun: Token, entry: CueEntry) -> bool:
    """True for "on the charge of plotting": the law speaks, though nobody is named."""
    return entry.type is CueType.ACCUSE and noun.head.dep_ == "prep" and noun.head.lower_ in {"on", "over"}


def _is_rumoured(noun: Token, entry: CueEntry) -> bool:
    """True for "amid claims of fraud": several claim it, though nobody is named."""
    return entry.commitment is Commitment.DISTANCED and noun.tag_ == "NNS"


def _of_adjective(adjective: Token, entry: CueEntry) -> Report | None:
    verb = adjective.head
    if adjective.dep_ != "acomp":
        return None
    found = find_content(adjective, entry.frames) or find_content(verb, ["clause"])
    source = verb_source(verb)
    if found is None or source is None:
        return None
    cue = [*verb_words(verb), adjective, *([found.preposition] if found.preposition is not None else [])]
    return Report(entry=entry, head=adjective, cue=in_order(cue), content=found.tokens, source=source)


def find_addressee(verb: Token, entry: CueEntry) -> Token | None:
    """The head word of the one spoken to, where the entry says that it stands."""
    if entry.addressee == "object":
        spoken_to = {"nsubjpass"} if is_passive(verb) else {"dobj", "dative"}
        return next((child for child in verb.children if child.dep_ in spoken_to and child.lower_ != "it"), None)
    if entry.addressee:
        for child in verb.children:
            if child.dep_ in {"prep", "dative"} and child.lower_ == entry.addressee:
                return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


_READERS = {"VERB": _of_verb, "AUX": _of_verb, "NOUN": _of_noun, "ADJ": _of_adjective}
