"""Retold words: quotations inside what another report tells, by the verb in front of each.

"Vale quoted a witness as telling the court: 'He said, "Burn it."'": the whole belongs to Vale, what stands in the outer marks
to the witness, and what stands in the inner ones to whoever "he" is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.attributions.cues import spoken_entry, verb_words
from rashomon.read.attributions.marks import CLAUSE_ENDS, SENTENCE_ENDS
from rashomon.read.attributions.quotes import Quote
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.reporting import find_addressee, told_of
from rashomon.read.attributions.sources import verb_source

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 8
"""How many words in front of a quotation its verb may stand."""

SHORT_ENDS = SENTENCE_ENDS | {","}
"""Marks that close a word or two that are said; a name has none."""


def find_retold(doc: Doc, reports: Sequence[Report], quotes: Sequence[Quote]) -> Iterator[Report]:
    """The reports of quotations that stand, with the verb in front of them, in the content of one of `reports`."""
    heads = {report.head.i for report in reports}
    for quote in quotes:
        verb = _introducing(doc, quote) if quote.is_speech or _is_led_up_to(doc, quote) else None
        if verb is None or verb.i in heads:
            continue
        entry, source = spoken_entry(verb), told_of(verb) or verb_source(verb)
        words = tuple(doc.tokens[quote.first : quote.last + 1])
        if entry is None or source is None or source in words:
            continue
        if any(verb in report.content and words[0] in report.content and words[-1] in report.content for report in reports):
            cue = in_order(verb_words(verb))
            yield Report(entry=entry, head=verb, cue=cue, content=words, source=source, addressee=find_addressee(verb, entry))


def _is_led_up_to(doc: Doc, quote: Quote) -> bool:
    """True behind "He said," or "it read:", where one or two words that end with a mark of their own are said too."""
    before = [token for token in doc.tokens[max(quote.first - 3, 0) : quote.first] if not (token.is_quote or token.is_space)]
    said = not quote.is_title and doc.text[quote.quotation.span.end - 1] in SHORT_ENDS
    return said and bool(before) and before[-1].text in {",", ":"}


def _introducing(doc: Doc, quote: Quote) -> Token | None:
    """The verb in front of the quotation, with nothing between them but whom it is said to."""
    between: list[Token] = []
    for token in reversed(doc.tokens[max(quote.first - REACH, 0) : quote.first]):
        if spoken_entry(token) is not None:
            return token if all(token.is_ancestor(word) for word in between) else None
        if not (token.is_punct or token.is_quote or token.is_space):
            between.append(token)
        elif token.is_sent_start or token.text in CLAUSE_ENDS:
            return None
    return None
