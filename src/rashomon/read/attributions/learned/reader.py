"""The learned reader: words that are likely anchors of cues, and for each the cue, the source and the content it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from rashomon.encode.encoder import Encoded, encode
from rashomon.encode.grammar import Grammar, read_grammar
from rashomon.encode.weights import load_network, load_settings
from rashomon.model import Polarity
from rashomon.parse import Doc
from rashomon.read.attributions.learned.decoding import Decoded, barred, decode
from rashomon.read.attributions.learned.hints import hints_from
from rashomon.read.attributions.learned.stretches import stretch_around
from rashomon.read.attributions.learned.tags import PARTS
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.reporting import find_addressee
from rashomon.read.attributions.speech import Quote
from rashomon.read.attributions.typing import type_cue

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEAD = "attribution"


@dataclass(frozen=True, eq=False)
class _Question:
    """One possible anchor: its place among the window's words, the first stage's score, and the stretch it is asked about."""

    place: int
    score: float
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class _Asked:
    """A question put: the places in the parse that it is about, its anchor among them, and the scores of both stages."""

    words: NDArray[np.int64]
    anchor: int
    first_score: float
    tag_scores: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class _Answer:
    """What one anchor was found to report, as places in the parse; `score` sums up both stages."""

    anchor: int
    score: float
    parts: dict[str, tuple[int, ...]]


def find_learned_reports(doc: Doc, quotes: Iterable[Quote], by_rules: Iterable[Report]) -> list[Report]:
    """The outer layer of the article's attributions, in text order: none stands inside another's content.

    `by_rules` are the rules' reports: the reader sees what they say of each word, and has learned how far to trust it.

    Each anchor is first found by itself, then asked for its parts (two stages, as in question answering), and what the
    two stages say together decides. Where two anchors claim the same cue words, or one stands in what the other
    reports, the one with the higher score is kept.
    """
    settings = load_settings()
    quoted = [(quote.first, quote.last) for quote in quotes if quote.is_speech]
    grammar = read_grammar(doc, quoted, hints_from(by_rules), settings.labels)
    asked = [found for encoded in encode(doc, grammar) for found in _asked(doc, grammar, encoded)]
    return [_report(doc, answer) for answer in sorted(_without_rivals(list(_answers(asked))), key=lambda answer: answer.anchor)]


def _asked(doc: Doc, grammar: Grammar, encoded: Encoded) -> Iterator[_Asked]:
    words = np.array(encoded.window.words)
    for questions in _questions(doc, encoded, words, load_settings().heads[HEAD]["asked_from"]):
        for question, scores in zip(questions, _ask(grammar, encoded, words, questions), strict=True):
            stretch = words[question.first : question.last]
            yield _Asked(words=stretch, anchor=question.place - question.first, first_score=question.score, tag_scores=scores)


def _answers(asked: list[_Asked]) -> Iterator[_Answer]:
    head = load_settings().heads[HEAD]
    moves = barred(np.array(head["moves"], dtype=np.float32))
    found = decode([each.tag_scores for each in asked], moves, [each.anchor for each in asked])
    for each, decoded in zip(asked, found, strict=True):
        parts = _parts(each.words, decoded)
        score = each.first_score + head["margin_weight"] * min(decoded.margin, head["margin_cap"])
        if parts["content"] and score > head["kept_from"]:
            yield _Answer(anchor=int(each.words[each.anchor]), score=score, parts=parts)


def _questions(doc: Doc, encoded: Encoded, words: NDArray[np.int64], least: float) -> Iterator[list[_Question]]:
    """The possible anchors of a window, those that are asked about the same stretch together."""
    scores = encoded.scores["anchors"]
    starts = np.array([block.span.start for block in doc.blocks()])
    paragraphs = np.searchsorted(starts, [doc.tokens[int(i)].idx for i in words], side="right")
    possible = (int(place) for place in np.flatnonzero(scores > least))
    found = [_Question(place, float(scores[place]), *stretch_around(place, paragraphs)) for place in possible]
    for _, questions in groupby(found, key=lambda question: (question.first, question.last)):
        yield list(questions)


def _ask(grammar: Grammar, encoded: Encoded, words: NDArray[np.int64], questions: list[_Question]) -> NDArray[np.float32]:
    """Scores [questions, words of their stretch, tags]."""
    first, last = questions[0].first, questions[0].last
    inputs = {
        "words": np.repeat(encoded.vectors[np.newaxis, first:last], len(questions), axis=0),
        "anchors": encoded.vectors[[question.place for question in questions]],
        "relations": np.stack([grammar.relations(int(words[question.place]), words[first:last]) for question in questions]),
    }
    (scores,) = load_network("attribution.onnx").run(["tags"], inputs)
    return np.asarray(scores)


def _parts(stretch: NDArray[np.int64], decoded: Decoded) -> dict[str, tuple[int, ...]]:
    return {part: tuple(int(i) for i, tag in zip(stretch, decoded.tags, strict=True) if tag.endswith(f"-{part}")) for part in PARTS}


def _without_rivals(answers: list[_Answer]) -> Iterator[_Answer]:
    cues: set[int] = set()
    contents: set[int] = set()
    for answer in sorted(answers, key=lambda answer: (-answer.score, answer.anchor)):
        cue = answer.parts["cue"]
        if cues.isdisjoint(cue) and not contents.issuperset(cue):
            cues.update(cue)
            contents.update(answer.parts["content"])
            yield answer


def _report(doc: Doc, answer: _Answer) -> Report:
    cue, source, content = (tuple(doc.tokens[i] for i in answer.parts[part]) for part in PARTS)
    anchor = doc.tokens[answer.anchor]
    typed = type_cue(cue, anchor)
    return Report(
        entry=typed,
        head=anchor,
        cue=cue,
        content=content,
        source=next((token for token in source if token.head not in source), None) or next(iter(source), None),
        source_words=source,
        addressee=find_addressee(anchor, typed),
        denied=typed.polarity is Polarity.DENIED,
    )
