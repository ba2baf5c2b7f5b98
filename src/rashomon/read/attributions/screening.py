"""Screening: which of the reports that the parse offers tell of somebody's words or thoughts, and which only look like it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.parse.syntax import is_passive
from rashomon.read.actors.words import nouns
from rashomon.read.attributions.quotes import Quote
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.source_kinds import is_document, is_somebody, noun_endings

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKER = frozenset({"i", "me", "my", "myself"})
SPEAKERS = frozenset({"we", "us", "our"})
OBLIGATIONS = frozenset({"should", "must"})
READER = frozenset({"you", "your"})
ANYBODY = frozenset({"one", "anyone", "anybody", "everyone", "everybody", "people", "that", "which", "this", "those", "these"})
"""Whose thoughts are nobody's in particular: "everyone knows" inside a quotation is the speaker's own certainty."""
WORDLESS = frozenset({CueType.THINK, CueType.WANT, CueType.FEEL, CueType.SHOW, CueType.PRAISE, CueType.CRITICISE, CueType.CALL})
"""What goes on without words."""
MINDED = frozenset({CueType.THINK, CueType.WANT, CueType.FEEL})
NAMING = frozenset({CueType.CALL, CueType.THINK})
"""What somebody can do to themselves in words: "calls itself a parliament", "sees herself as a reformer"."""
ANSWERING = frozenset({CueType.DENY, CueType.ADMIT, CueType.CONFIRM})
"""What can be done to something said: "it" is that, whatever it was."""
ANYTHING = frozenset({"whatever", "whichever", "whoever", "whomever"})
"""What begins a content that is not told: "says whatever comes to mind"."""
IMAGINING = frozenset({"may", "might", "will", "'ll", "\u2019ll", "could", "would", "'d", "\u2019d"})


def is_attribution(report: Report, quotes: Iterable[Quote], reports: Iterable[Report]) -> bool:
    """True when somebody other than the one who is already speaking is the source, or the author says so: "I believe that ...".

    `reports` are all of the article. In what one of them or a quotation tells, whoever speaks of "I" or "we" tells their own
    thoughts. A "you" is nobody, unless words are put into the reader's mouth ("you may object that ..."). Inside a quotation
    "I told him that ..." leads to words said before; what others there think or want is an attribution where it is a thought
    in words ("he believes that ..."), by somebody in particular.
    """
    if _is_only_proposed(report) or _is_for_use(report.head) or _is_plan(report.head):
        return False
    inside = any(quote.is_speech and quote.holds(report.head.i) for quote in quotes)
    if report.source is None:
        return not inside
    word = report.source.lower_
    if word in READER:
        return report.entry.type not in WORDLESS and _is_imagined(report.head)
    if word in SPEAKER:
        return (word == "i" and _was_said(report)) if inside else _is_said_by_author(report, reports)
    if word in SPEAKERS and (inside or report.entry.type in WORDLESS):
        return False
    if word == "it" and (report.entry.type in WORDLESS or not _is_own_subject(report.source, report.head)):
        return False
    if _is_empty(report) or _is_quality(report) or _is_outlook(report):
        return False
    return not (inside and report.entry.type in WORDLESS) or _is_thought(report)


def _is_for_use(verb: Token) -> bool:
    """True for "a website to explain the rules": an infinitive tells what something is for, not what it says."""
    return verb.dep_ in {"acl", "relcl"} and any(child.tag_ == "TO" for child in verb.children)


def _is_plan(verb: Token) -> bool:
    """True for "the fleet was supposed to leave": that it "is supposed to have left" is what others say."""
    if verb.lemma_ != "suppose" or not is_passive(verb):
        return False
    told = [child for clause in verb.children if clause.dep_ == "xcomp" for child in clause.children]
    return not any(child.dep_ == "aux" and child.lower_ == "have" for child in told)


def _is_quality(report: Report) -> bool:
    """True for "policies promising growth": a participle that tells what a thing is like, and nobody who speaks."""
    source = report.source
    if source is None or report.head.dep_ != "acl" or report.head.tag_ != "VBG" or source.pos_ != "NOUN" or source != report.head.head:
        return False
    lemma = source.lemma_.lower()
    return lemma.endswith(noun_endings("quality")) and lemma not in nouns() and not is_document(source)


def _is_outlook(report: Report) -> bool:
    """True for "the deal promises calm": what a thing holds in store, and no promise that somebody makes."""
    source = report.source
    return "thing" in report.entry.frames and source is not None and not (is_somebody(source) or is_document(source))


def _is_imagined(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in IMAGINING for child in verb.children)


def _is_said_by_author(report: Report, reports: Iterable[Report]) -> bool:
    """True for "I believe that ...", "in my view ..." in nobody else's words; "I asked for bread" only tells what was done."""
    if any(other is not report and report.head in other.content for other in reports):
        return False
    return _is_thought(report) or (report.entry.type not in WORDLESS and _has_verb(report.content))


def _was_said(report: Report) -> bool:
    """True for "I told the minister that ...": said before, and to somebody."""
    return report.entry.type not in WORDLESS and report.head.tag_ == "VBD" and report.addressee is not None


def _is_thought(report: Report) -> bool:
    """True for a thought that is told as a clause, of somebody in particular: "he believes that ...", "they want us to go"."""
    source = report.source
    if source is None or report.entry.type not in MINDED or source.lower_ in ANYBODY or source.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return False
    return report.head.dep_ != "relcl" and _has_verb(report.content)


def _has_verb(content: tuple[Token, ...]) -> bool:
    return any(token.pos_ in {"VERB", "AUX"} for token in content)


def _is_only_proposed(report: Report) -> bool:
    """True for "the council should condemn it", "must explain": what somebody ought to say is not said yet.

    "We must ask: ..." asks all the same.
    """
    if report.source is not None and report.source.lower_ in SPEAKER | SPEAKERS:
        return False
    verb = report.head
    while True:
        auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
        if auxiliaries & OBLIGATIONS:
            return "have" not in auxiliaries
        if verb.lemma_ == "ought":
            return True
        if not _shares_auxiliaries(verb):
            return False
        verb = verb.head


def _shares_auxiliaries(verb: Token) -> bool:
    """True for "explain" in "should say sorry and explain", and for what follows on "ought to"."""
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ == "ought"
    return verb.dep_ == "conj" and verb.tag_ == "VB" and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _is_own_subject(source: Token, head: Token) -> bool:
    return source.head == head


def _is_empty(report: Report) -> bool:
    """True for a content that is or starts with what leads back elsewhere, or to anything at all: "asked them", "showed himself a master".

    What somebody calls or thinks "itself" says something ("calls itself a parliament"), and so does an answer to "it".
    """
    content = report.content
    if not content or content[0].lower_ in ANYTHING:
        return True
    if content[0].lower_.endswith(("self", "selves")):
        return len(content) == 1 or report.entry.type not in NAMING or (content[1].tag_ in {"IN", "TO"} and content[1].lower_ != "as")
    return len(content) == 1 and content[0].tag_ == "PRP" and not (content[0].lower_ == "it" and report.entry.type in ANSWERING)
