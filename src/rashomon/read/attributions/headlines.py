"""Headlines: lines that end with their speaker ("Deal is void, court rules") or name none ("Mayor accused of lying")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.parse.syntax import passive_agent
from rashomon.read.attributions.contents import find_content
from rashomon.read.attributions.cues import SPOKEN, CueEntry, cue_entries, line_labels, listed_entries
from rashomon.read.attributions.line_speakers import line_speaker
from rashomon.read.attributions.marks import DASHES, SENTENCE_ENDS
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.sources import verb_source

if TYPE_CHECKING:
    from spacy.tokens import Token

SPOKEN_LINE = CueEntry(lemma=":", frames=(), type=CueType.SAY, addressee="")
CLAIMED_LINE = CueEntry(lemma="'", frames=(), type=CueType.CLAIM, addressee="")
FEWEST_CLAIMED = 3
"""Fewer words than this in the quotation marks of a headline are held at a distance, not quoted."""
PREDICATES = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
"""Tags (Penn Treebank) of the verb that such a quotation opens with."""
NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "POS"})
"""Tags of the words in front of it."""
LONGEST_TAIL = 6
"""More words than this behind the last mark of a headline are what is told, not who tells it."""
PASSIVE_FRAMES = {"object+of": frozenset({"prep"}), "object+inf": frozenset({"xcomp", "advcl"})}
"""Frames that need an object, with how their complement hangs on the verb: "accused of lying", "told to leave"."""


def find_headline(tokens: list[Token]) -> Report | None:
    """The report of a line without a full stop that ends with its speaker, or tells in the passive of words without one; or None."""
    if len(tokens) < 3 or (tokens[-1].is_punct and not tokens[-1].is_quote):
        return None
    report = _behind_mark(tokens) or _behind_comma(tokens) or _bare_passive(tokens) or _in_marks(tokens)
    return replace(report, content=_unlabelled(report.content)) if report is not None else None


def find_dialogue(tokens: list[Token]) -> Report | None:
    """The report of a paragraph that a dash opens and a verb with its speaker ends: "\u2014 Never, replied Tal."."""
    if len(tokens) < 5 or tokens[0].text not in DASHES:
        return None
    end = next((place for place, token in enumerate(tokens) if token.text == "." and place > 2), len(tokens))
    return _behind_comma(tokens[1:end], SENTENCE_ENDS)


def _unlabelled(content: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words behind a label that names no speaker: "Exclusive: ..."."""
    labelled = len(content) > 2 and content[1].text == ":" and content[0].lower_ in line_labels()
    return content[2:] if labelled else content


def _behind_mark(tokens: list[Token]) -> Report | None:
    place = _last(tokens, lambda token: token.text == ":" or (token.text in DASHES and bool(token.whitespace_)))
    if place is None or place < 2:
        return None
    speaker = line_speaker(tokens[place + 1 :], tail=True)
    if speaker is None or (speaker.pos_ == "PROPN" and not _speaks_below(speaker, tokens)):
        return None
    mark = tokens[place]
    return Report(entry=SPOKEN_LINE, head=mark, cue=(mark,), content=tuple(tokens[:place]), source=speaker)


def _speaks_below(name: Token, headline: list[Token]) -> bool:
    """True when the name is the subject of a reporting verb in the text: the other names at a headline's end are the outlet's."""
    return any(token.text == name.text and token.dep_ == "nsubj" and cue_entries(token.head) for token in name.doc[headline[-1].i + 1 :])


def _behind_comma(tokens: list[Token], others: frozenset[str] = frozenset()) -> Report | None:
    """The report of "..., says Vale" and "..., court rules", whose verb or speaker a parse of the headline often misses.

    In `others` are marks that may stand for the comma.
    """
    place = _last(tokens, lambda token: token.text == "," or token.text in others or token.is_quote)
    rest = tokens[place + 1 :] if place else []
    if place is None or len(rest) < 2:
        return None
    for verb, named in ((rest[0], rest[1:]), (rest[-1], rest[:-1])):
        entry = _spoken_entry(verb)
        speaker = line_speaker(named) or _pronoun(named) if entry is not None else None
        if entry is not None and speaker is not None and (find_content(verb, entry.frames) is None or verb_source(verb) not in named):
            return Report(entry=entry, head=verb, cue=(verb,), content=tuple(tokens[:place]), source=speaker, source_words=tuple(named))
    return None


def _pronoun(named: list[Token]) -> Token | None:
    return named[0] if len(named) == 1 and named[0].tag_ == "PRP" and named[0].lower_ != "it" else None


def _spoken_entry(word: Token) -> CueEntry | None:
    """What a word says as a verb, whatever the tagger takes it for; "rules" is often a noun to it."""
    for lemma in (word.lemma_.lower(), word.lower_, word.lower_.removesuffix("s")):
        entry = next((entry for entry in listed_entries(lemma, "VERB") if SPOKEN & set(entry.frames)), None)
        if entry is not None:
            return entry
    return None


def _bare_passive(tokens: list[Token]) -> Report | None:
    """The report of "Mayor accused of taking bribes", "Crews told to stay": a passive without its auxiliary, which parses as active.

    Verbs that take an infinitive without an object as well ("Dockers wanted to leave") are left to the parse.
    """
    verb = next((token for token in tokens if token.dep_ == "ROOT" and token.tag_ in {"VBD", "VBN"}), None)
    parts = {child.dep_: child for child in verb.children} if verb is not None else {}
    subject = parts.get("nsubj")
    if verb is None or subject is None or subject.pos_ == "PRON" or parts.keys() & {"aux", "auxpass", "dobj", "dative"}:
        return None
    entries = cue_entries(verb)
    for entry in entries if not any("inf" in entry.frames for entry in entries) else ():
        complement = next((told for frame in entry.frames if (told := _complement(verb, frame)) is not None), None)
        if complement is not None:
            words = in_order([*subject.subtree, *complement.subtree])
            addressee = subject if entry.addressee == "object" else None
            return Report(entry=entry, head=verb, cue=(verb,), content=words, source=passive_agent(verb), addressee=addressee)
    return None


def _complement(verb: Token, frame: str) -> Token | None:
    """What stands behind the verb in a frame that needs an object: "of taking bribes", "to stay in port"."""
    wanted = PASSIVE_FRAMES.get(frame, frozenset())
    opening = frame.partition("+")[2].replace("inf", "to")
    return next((child for child in verb.children if child.dep_ in wanted and child.i > verb.i and _opens(child, opening)), None)


def _opens(complement: Token, opening: str) -> bool:
    return complement.doc[complement.left_edge.i].lower_ == opening


def _in_marks(tokens: list[Token]) -> Report | None:
    """The report of "Dam 'could break any day'": a noun, and what an unnamed source says of it, from its verb on, in quotation marks.

    A title, a name or a single word held at a distance has no such verb.
    """
    opening = next((place for place, token in enumerate(tokens) if token.is_quote), 0)
    quoted = tokens[opening + 1 : -1]
    if not opening or not tokens[-1].is_quote or len(quoted) < FEWEST_CLAIMED or any(token.is_quote for token in quoted):
        return None
    if not quoted[0].is_lower or quoted[0].tag_ not in PREDICATES or any(token.tag_ not in NAMING for token in tokens[:opening]):
        return None
    mark = tokens[opening]
    return Report(entry=CLAIMED_LINE, head=mark, cue=(mark,), content=(*tokens[:opening], *quoted), source=None)


def _last(tokens: list[Token], is_mark: Callable[[Token], bool]) -> int | None:
    """The place of the last mark that at most LONGEST_TAIL words, and at least one, stand behind."""
    return next((place for place in range(len(tokens) - 2, max(len(tokens) - LONGEST_TAIL - 2, 0), -1) if is_mark(tokens[place])), None)
