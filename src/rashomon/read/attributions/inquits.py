"""Inquits: the verb, or the speaker and colon, that stands beside a quotation and says whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.parse import Doc
from rashomon.read.attributions.cues import CueEntry, spoken_entry, verb_words
from rashomon.read.attributions.insets import is_inset
from rashomon.read.attributions.lines import quoted_line
from rashomon.read.attributions.marks import CLAUSE_ENDS
from rashomon.read.attributions.quotes import Quote
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.sources import FINITE, surface_source, verb_source

if TYPE_CHECKING:
    from spacy.tokens import Token

UNLISTED = CueEntry(lemma="", frames=("quote",), type=CueType.SAY, addressee="")
"""Any verb can report when it stands right beside a quotation with its speaker: '"Enough," he snapped.'"""
NEAR = 8
"""How many words from the quotation's edge such a verb may stand."""
LINE_END = 20
"""How many characters behind a quotation are looked at to see that the line ends."""
LONGEST_LABEL = 4
"""More words than this between two quotations are no speaker and a colon."""
RELATIVE = frozenset({"WP", "WDT"})
REACH = 30
"""How many words from a quotation's edge its cue may stand."""


def report_beside(doc: Doc, quote: Quote, bounds: tuple[int, int], starts: frozenset[int]) -> Report | None:
    """The report of a verb, or of a speaker and a colon, right behind or in front of the quotation."""
    inset = is_inset(doc, quote)
    closed = inset or doc.tokens[quote.last].text == "."
    after = _stretch(doc, range(quote.last + 1, bounds[1]), starts) if not closed else []
    before = _stretch(doc, range(quote.first - 1, bounds[0], -1), starts)
    words = tuple(doc.tokens[quote.first : quote.last + 1])
    listed = [report for verb in (*after, *before) if (report := spoken(verb, spoken_entry(verb), words)) is not None]
    if listed:
        return next((report for report in listed if report.source is not None and report.source.tag_ not in RELATIVE), listed[0])
    alone = inset or fills_line(doc.text, quote)
    line = quoted_line(before[::-1], words, trusted=_is_in_dialogue(doc, quote, bounds), dashed=alone)
    if line is not None:
        return line
    opening = next((token.text for token in before if not token.is_quote), "")
    unlisted = after if doc.tokens[quote.last].text in {",", "!", "?"} else before if opening in {":", ","} else []
    near = [token for token in unlisted if not token.is_punct][:NEAR]
    return next((report for verb in near if (report := spoken(verb, UNLISTED, words)) is not None), None)


def _is_in_dialogue(doc: Doc, quote: Quote, bounds: tuple[int, int]) -> bool:
    """True where only a label stands between this quotation and the one before or behind it: `"It is dead." Tal: "It is not."`."""
    before = doc.tokens[bounds[0] + 1 : quote.first] if bounds[0] >= 0 else ()
    after = doc.tokens[quote.last + 1 : bounds[1]] if bounds[1] < len(doc.tokens) else ()
    return _is_label(before) or _is_label(after)


def _is_label(gap: Iterable[Token]) -> bool:
    words = [token for token in gap if not (token.is_quote or token.is_space)]
    return 1 < len(words) <= LONGEST_LABEL + 1 and words[-1].text == ":"


def spoken(verb: Token, entry: CueEntry | None, words: tuple[Token, ...]) -> Report | None:
    """The report of `words` by the verb, where it can be one and has a speaker outside of them."""
    if entry is None or (entry is UNLISTED and (verb.pos_ != "VERB" or verb.tag_ not in FINITE)):
        return None
    source = next((source for source in _candidates(verb, entry) if not words[0].i <= source.i <= words[-1].i), None)
    if source is None:
        return None
    return Report(entry=entry, head=verb, cue=in_order(verb_words(verb)), content=words, source=source)


def _candidates(verb: Token, entry: CueEntry) -> Iterator[Token]:
    """Who may speak by this verb, the likeliest first.

    A parse that takes the last noun of a quotation for the verb's subject hangs the speaker beside it.
    """
    source = verb_source(verb)
    if source is not None:
        yield source
        yield from (child for child in verb.children if child.dep_ == "nsubj" and child != source)
        yield from (child for child in source.children if child.dep_ == "appos")
    found = surface_source(verb)
    if found is not None and not (entry.addressee == "object" and found.i > verb.i):
        yield found


def _stretch(doc: Doc, places: range, starts: frozenset[int]) -> list[Token]:
    """The words at `places`, in that order, up to the end of the sentence or paragraph."""
    found: list[Token] = []
    for place in places[:REACH]:
        token = doc.tokens[place]
        if token.text in CLAUSE_ENDS or (places.step > 0 and token.idx in starts):
            break
        found.append(token)
        if token.idx in starts:
            break
    return [token for token in found if not token.is_space]


def fills_line(text: str, quote: Quote) -> bool:
    """True when nothing stands behind the quotation in its paragraph."""
    return not text[quote.quotation.marked.end : quote.quotation.marked.end + LINE_END].split("\n", 1)[0].strip()
