"""Lines: headlines, interview turns and signatures whose layout alone says who speaks: "Vale: no talks", "No talks \u2014 Vale"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from rashomon.model import Block, BlockKind, CueType
from rashomon.parse import Doc
from rashomon.read.attributions.cues import CueEntry
from rashomon.read.attributions.headlines import SPOKEN_LINE, find_dialogue, find_headline
from rashomon.read.attributions.line_speakers import line_speaker
from rashomon.read.attributions.marks import CLAUSE_ENDS, DASHES, SENTENCE_ENDS
from rashomon.read.attributions.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.attributions.quotes import Quote

ASKED_LINE = CueEntry(lemma=":", frames=(), type=CueType.ASK, addressee="")
"""A speaker's line that asks."""
COLON = frozenset({":"})
LONGEST_LEAD = 16
"""More words than this before a colon are a sentence, not a speaker with what describes them."""
LONGEST_SIGNATURE = 14
"""More words than this behind a dash are no signature."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
FEWEST_TURNS = 3
"""From so many labelled paragraphs on, one of the labels twice, a text is a conversation, whose speakers go on until the next label."""
LONGEST_TURN = 4
"""At most so many paragraphs without a label go on with the speaker of the last one."""
TOPICS = frozenset({"a", "an", "the", "what", "how", "why", "who", "where", "when"})
"""How a line goes on that tells what it is about: "Port Selm: a city that waits", "The flood: what we know"."""


@dataclass(frozen=True, eq=False)
class _Lead:
    """A paragraph that a colon or dash parts near its start: what may be its speaker, the mark, and what may be said."""

    block: int
    opening: list[Token]
    mark: Token
    words: tuple[Token, ...]

    @property
    def wording(self) -> str:
        """The opening as one text."""
        return " ".join(token.lower_ for token in self.opening)


@dataclass(frozen=True, eq=False)
class _Turn:
    """A labelled paragraph: its place among the blocks, and what is said in it."""

    block: int
    report: Report


def find_lines(doc: Doc, quotes: Iterable[Quote]) -> Iterator[Report]:
    """The reports that the layout of headings and paragraphs makes.

    That is a speaker with a colon at the start of a line, a speaker behind a colon or dash at the end of a headline, and a
    signature under one of the `quotes`. In a conversation a paragraph without a label goes on with the last speaker, and a
    dash may stand for the colon.
    """
    blocks = list(doc.blocks())
    tokens = [doc.tokens_in([block.span]) for block in blocks]
    colons, dashes = _turns(tokens, COLON), _turns(tokens, DASHES)
    talk = colons if _is_conversation(colons) else dashes if _is_conversation(dashes) and _is_spoken(dashes) else []
    labelled = {turn.block for turn in talk}
    yield from (turn.report for turn in _with_rest(talk, blocks, tokens))
    yield from (turn.report for turn in colons if turn.block not in labelled and not _is_topic(turn.report.content))
    labelled |= {turn.block for turn in colons}
    quoted = {quote.last: quote.first for quote in quotes if not quote.quotation.depth}
    for place, words in enumerate(tokens):
        if place not in labelled:
            line = find_headline(words) or find_dialogue(words)
            if line is not None:
                yield line
            else:
                yield from _signatures(doc, words, tokens[place - 1] if place else [], quoted)


def quoted_line(opening: list[Token], words: tuple[Token, ...], *, trusted: bool, dashed: bool) -> Report | None:
    """The report of the quotation `words` when `opening` is a speaker with a colon and nothing else.

    With `dashed` a dash may stand for the colon where a clause is quoted; it also parts the place from a text that begins
    with a quotation. With `trusted`, or where the quotation speaks of "I" or "we", any capital makes a speaker.
    """
    opening = [token for token in opening if not (token.is_space or token.is_quote)]
    if len(opening) < 2 or not words or opening[-1].text not in COLON | DASHES:
        return None
    if opening[-1].text in DASHES and not (dashed and _is_clause(words)):
        return None
    return _line_report(opening[:-1], opening[-1], words, trusted=trusted or any("1" in token.morph.get("Person", []) for token in words))


def _line_report(opening: list[Token], mark: Token, words: tuple[Token, ...], *, trusted: bool) -> Report | None:
    dash = max((place for place, token in enumerate(opening) if token.text in DASHES), default=-1)
    speaker = line_speaker(opening[dash + 1 :], trusted=trusted)
    if speaker is None:
        return None
    asked = next((token.text for token in reversed(words) if not token.is_quote), "") == "?"
    return Report(entry=ASKED_LINE if asked else SPOKEN_LINE, head=mark, cue=(mark,), content=words, source=speaker)


def _is_clause(words: tuple[Token, ...]) -> bool:
    """True for words with a verb and its subject at their top: "the lion of Oru" is a name."""
    root = _root(words)
    return root.pos_ in {"VERB", "AUX"} and any(child.dep_ in SUBJECTS for child in root.children)


def _root(words: tuple[Token, ...]) -> Token:
    """The first of the words that hangs on none of the others."""
    return next((token for token in words if token.head not in words or token.head == token), words[0])


def _turns(tokens: list[list[Token]], marks: frozenset[str]) -> list[_Turn]:
    """The paragraphs that open with their speaker; where some ask, what opens two of them is a speaker whatever the tagger says."""
    leads = [lead for place, words in enumerate(tokens) if (lead := _lead(place, words, marks)) is not None]
    wordings = Counter(lead.wording for lead in leads)
    asks = any(lead.words[-1].text == "?" for lead in leads)
    turns = []
    for lead in leads:
        report = _line_report(lead.opening, lead.mark, lead.words, trusted=asks and wordings[lead.wording] > 1)
        if report is not None:
            turns.append(_Turn(lead.block, report))
    return turns


def _lead(block: int, tokens: list[Token], marks: frozenset[str]) -> _Lead | None:
    place = next((place for place, token in enumerate(tokens[: LONGEST_LEAD + 1]) if token.text in marks and _is_loose(token)), 0)
    if not place or place + 1 == len(tokens) or any(token.text in CLAUSE_ENDS for token in tokens[:place]):
        return None
    return _Lead(block, tokens[:place], tokens[place], _up_to_next_speaker(tokens[place + 1 :]))


def _is_loose(mark: Token) -> bool:
    """True for any colon, and for a dash between spaces, which does not join two words."""
    return mark.text in COLON or bool(mark.i and mark.whitespace_ and mark.nbor(-1).whitespace_)


def _up_to_next_speaker(words: list[Token]) -> tuple[Token, ...]:
    """The words before another speaker in the same paragraph: `"The port is dead." Tal: "It is not."`."""
    for place, (mark, following) in enumerate(pairwise(words)):
        if mark.text in COLON and following.is_quote:
            start = next((at for at in range(place, 0, -1) if words[at - 1].is_quote), 0)
            if 0 < start < place and line_speaker(words[start:place], trusted=True) is not None:
                return tuple(words[:start])
    return tuple(words)


def _is_conversation(turns: list[_Turn]) -> bool:
    speakers = Counter(turn.report.source.lower_ for turn in turns if turn.report.source is not None)
    return len(turns) >= FEWEST_TURNS and 1 < len(speakers) < len(turns)


def _is_spoken(turns: list[_Turn]) -> bool:
    """True where most turns hold a clause: a dash also stands in lists ("Port Selm - rain in the north")."""
    return sum(any(token.dep_ in SUBJECTS for token in turn.report.content) for turn in turns) * 2 > len(turns)


def _with_rest(turns: list[_Turn], blocks: list[Block], tokens: list[list[Token]]) -> Iterator[_Turn]:
    """The turns of a conversation, each with the paragraphs up to the next one; behind the last one none is taken for its."""
    for turn, following in zip_longest(turns, turns[1:]):
        between = range(turn.block + 1, following.block) if following is not None else range(0)
        if len(between) > LONGEST_TURN or any(_breaks_off(blocks[place], tokens[place]) for place in between):
            between = range(0)
        rest = [token for place in between for token in tokens[place]]
        yield replace(turn, report=replace(turn.report, content=(*turn.report.content, *rest)))


def _breaks_off(block: Block, tokens: list[Token]) -> bool:
    """True for what no speaker goes on with: a heading, and a paragraph that announces another one ("The talk in full:")."""
    return block.kind is not BlockKind.PARAGRAPH or bool(tokens and tokens[-1].text in COLON)


def _is_topic(words: tuple[Token, ...]) -> bool:
    """True for "a city that waits", "what we know so far": a line that says what a text is about, in nobody's voice."""
    if words[0].lower_ not in TOPICS or words[-1].text in SENTENCE_ENDS or any(token.is_quote for token in words):
        return False
    root = _root(words)
    return root.pos_ not in {"VERB", "AUX"} or words[0].tag_ in {"WP", "WRB"}


def _signatures(doc: Doc, tokens: list[Token], before: list[Token], quoted: Mapping[int, int]) -> Iterator[Report]:
    """The reports of quotations by the signature behind each, or under it in a paragraph of its own.

    `quoted` holds for the place of each quotation's last word that of its first.
    """
    for place, dash in enumerate(tokens):
        if dash.text not in DASHES or not (tokens[place - 1].is_quote if place else _is_quoted(before)):
            continue
        told = _signed(tokens[:place], quoted) if place else before
        named = _line(doc, tokens[place + 1 :])
        speaker = line_speaker(named) if len(named) <= LONGEST_SIGNATURE else None
        if told and speaker is not None and speaker.pos_ == "PROPN":
            yield Report(entry=SPOKEN_LINE, head=dash, cue=(dash,), content=tuple(told), source=speaker)


def _is_quoted(tokens: list[Token]) -> bool:
    return len(tokens) > 2 and tokens[0].is_quote and any(token.is_quote for token in tokens[-2:])


def _signed(tokens: list[Token], quoted: Mapping[int, int]) -> list[Token]:
    """All of a paragraph that opens with a quotation mark, else the quotation that ends with these tokens."""
    return tokens if tokens[0].is_quote else _last_quotation(tokens, quoted)


def _last_quotation(tokens: list[Token], quoted: Mapping[int, int]) -> list[Token]:
    """The words of the quotation that ends with these tokens; where its opening mark is missing, those behind the last mark."""
    closing = tokens[-1].i
    if closing - 1 in quoted:
        return [token for token in tokens[:-1] if token.i >= quoted[closing - 1]]
    opening = next((place for place in range(len(tokens) - 2, -1, -1) if tokens[place].is_quote), len(tokens))
    return tokens[opening + 1 : -1]


def _line(doc: Doc, tokens: list[Token]) -> list[Token]:
    """The tokens up to the end of their line, without the full stop."""
    ends = (place for place, (left, right) in enumerate(pairwise(tokens), start=1) if "\n" in doc.text[left.idx : right.idx])
    line = tokens[: next(ends, len(tokens))]
    return line[:-1] if line and line[-1].text == "." else line
