"""Lines: headlines, interview turns and signatures whose layout alone says who speaks: "Vale: no talks", "No talks \u2014 Vale"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.model import Block, BlockKind, CueType
from rashomon.parse import Doc
from rashomon.read.attributions.cues import CueEntry
from rashomon.read.attributions.headlines import DASHES, SPOKEN_LINE, find_headline
from rashomon.read.attributions.line_speakers import line_speaker
from rashomon.read.attributions.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED_LINE = CueEntry(lemma=":", frames=(), type=CueType.ASK, addressee="")
"""A speaker's line that asks."""
LONGEST_LEAD = 16
"""More words than this before a colon are a sentence, not a speaker with what describes them."""
LONGEST_SIGNATURE = 14
"""More words than this behind a dash are no signature."""
FEWEST_TURNS = 3
"""From so many labelled paragraphs on, one of the labels twice, a text is a conversation, whose speakers go on until the next label."""
LONGEST_TURN = 4
"""At most so many paragraphs without a label go on with the speaker of the last one."""
TOPICS = frozenset({"a", "an", "the", "what", "how", "why", "who", "where", "when"})
"""How a line goes on that tells what it is about: "Port Selm: a city that waits", "The flood: what we know"."""


@dataclass(frozen=True, eq=False)
class _Turn:
    """A labelled paragraph: its place among the blocks, and what is said in it."""

    block: int
    report: Report


def find_lines(doc: Doc) -> Iterator[Report]:
    """The reports that the layout of headings and paragraphs makes, in text order.

    That is a speaker with a colon at the start of a line, a speaker behind a colon or dash at the end of a headline, and a
    signature under a quotation. In a conversation a paragraph without a label goes on with the last speaker.
    """
    blocks = list(doc.blocks())
    tokens = [doc.tokens_in([block.span]) for block in blocks]
    turns = [_Turn(place, report) for place, words in enumerate(tokens) if (report := _lead(words)) is not None]
    yield from (turn.report for turn in (_with_rest(turns, blocks, tokens) if _is_conversation(turns) else _without_topics(turns)))
    labelled = {turn.block for turn in turns}
    for place, words in enumerate(tokens):
        if place not in labelled:
            headline = find_headline(words)
            if headline is not None:
                yield headline
            else:
                yield from _signatures(doc, words, tokens[place - 1] if place else [])


def spoken_line(opening: list[Token], words: tuple[Token, ...]) -> Report | None:
    """The report of `words` when `opening` is a speaker and a colon, and nothing else."""
    opening = [token for token in opening if not (token.is_space or token.is_quote)]
    if len(opening) < 2 or opening[-1].text != ":" or not words:
        return None
    dash = max((place for place, token in enumerate(opening[:-1]) if token.text in DASHES), default=-1)
    speaker = line_speaker(opening[dash + 1 : -1])
    if speaker is None:
        return None
    asked = next((token.text for token in reversed(words) if not token.is_quote), "") == "?"
    return Report(entry=ASKED_LINE if asked else SPOKEN_LINE, head=opening[-1], cue=(opening[-1],), content=words, source=speaker)


def _lead(tokens: list[Token]) -> Report | None:
    """The report of a paragraph or headline that opens with its speaker."""
    colon = next((place for place, token in enumerate(tokens[: LONGEST_LEAD + 1]) if token.text == ":"), 0)
    if not colon or any(token.text in {".", "!", "?", ";"} for token in tokens[:colon]):
        return None
    return spoken_line(tokens[: colon + 1], tuple(tokens[colon + 1 :]))


def _is_conversation(turns: list[_Turn]) -> bool:
    speakers = Counter(turn.report.source.lower_ for turn in turns if turn.report.source is not None)
    return len(turns) >= FEWEST_TURNS and 1 < len(speakers) < len(turns)


def _with_rest(turns: list[_Turn], blocks: list[Block], tokens: list[list[Token]]) -> Iterator[_Turn]:
    """The turns of a conversation, each with the paragraphs up to the next one; behind the last one none is taken for its."""
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        between = range(turn.block + 1, following.block) if following is not None else range(0)
        if len(between) > LONGEST_TURN or any(blocks[place].kind is not BlockKind.PARAGRAPH for place in between):
            between = range(0)
        rest = [token for place in between for token in tokens[place]]
        yield replace(turn, report=replace(turn.report, content=(*turn.report.content, *rest)))


def _without_topics(turns: list[_Turn]) -> Iterator[_Turn]:
    return (turn for turn in turns if not _is_topic(turn.report.content))


def _is_topic(words: tuple[Token, ...]) -> bool:
    """True for "a city that waits", "what we know so far": a line that says what a text is about, in nobody's voice."""
    if words[0].lower_ not in TOPICS or words[-1].text in {".", "?", "!"} or any(token.is_quote for token in words):
        return False
    root = next((token for token in words if token.head not in words or token.head == token), words[0])
    return root.pos_ not in {"VERB", "AUX"} or words[0].tag_ in {"WP", "WRB"}


def _signatures(doc: Doc, tokens: list[Token], before: list[Token]) -> Iterator[Report]:
    """The reports of quotations by the signature behind each, or under it in a paragraph of its own."""
    for place, dash in enumerate(tokens):
        if dash.text not in DASHES or not (tokens[place - 1].is_quote if place else _is_quoted(before)):
            continue
        told = _last_quotation(tokens[:place]) if place else before
        named = _line(doc, tokens[place + 1 :])
        speaker = line_speaker(named) if len(named) <= LONGEST_SIGNATURE else None
        if told and speaker is not None and speaker.pos_ == "PROPN":
            yield Report(entry=SPOKEN_LINE, head=dash, cue=(dash,), content=tuple(told), source=speaker)


def _is_quoted(tokens: list[Token]) -> bool:
    return len(tokens) > 2 and tokens[0].is_quote and any(token.is_quote for token in tokens[-2:])


def _last_quotation(tokens: list[Token]) -> list[Token]:
    """The words between the last two quotation marks; an inner quotation's are enough, for quotations are made whole later."""
    opening = next((place for place in range(len(tokens) - 2, -1, -1) if tokens[place].is_quote), len(tokens))
    return tokens[opening + 1 : -1]


def _line(doc: Doc, tokens: list[Token]) -> list[Token]:
    """The tokens up to the end of their line, without the full stop."""
    ends = (place for place, (left, right) in enumerate(pairwise(tokens), start=1) if "\n" in doc.text[left.idx : right.idx])
    line = tokens[: next(ends, len(tokens))]
    return line[:-1] if line and line[-1].text == "." else line
