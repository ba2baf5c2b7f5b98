"""The learned reader: words that are likely anchors of cues, and for each the cue, the source and the content it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from rashomon.encode.encoder import Encoded, Encoding
from rashomon.encode.grammar import Grammar
from rashomon.encode.networks import run_network
from rashomon.encode.weights import load_settings
from rashomon.model import Polarity
from rashomon.parse import Doc
from rashomon.read.attributions.learned.decoding import Decoded, barred, decode
from rashomon.read.attributions.learned.stretches import stretch_around
from rashomon.read.attributions.learned.tags import PARTS
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.reporting import find_addressee
from rashomon.read.attributions.typing import is_listed, type_cue

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEAD = "attribution"


@dataclass(frozen=True, eq=False)
class _Question:
    """Possible anchors that are asked about one stretch: their places among the window's words, and the stretch's."""

    encoded: Encoded
    anchors: tuple[int, ...]
    first: int
    last: int

    @property
    def words(self) -> NDArray[np.int64]:
        """The stretch's places in the parse."""
        return np.array(self.encoded.window.words[self.first : self.last])


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


def find_learned_reports(doc: Doc, encoding: Encoding) -> list[Report]:
    """The outer layer of the article's attributions, in text order: none stands inside another's content.

    Each anchor is first found by itself, then asked for its parts (two stages, as in question answering), and what the
    two stages say together decides; it takes more for a cue that no table knows ("was stymied by"). Where two anchors claim the
    same cue words, or one stands in what the other reports, the one with the higher score is kept.
    """
    settings = load_settings()
    least = settings.heads[HEAD]["asked_from"]
    starts = np.array([block.span.start for block in doc.blocks()])
    paragraphs = np.searchsorted(starts, [token.idx for token in doc.words], side="right")
    asked = _ask(encoding.grammar, [question for window in encoding.windows for question in _questions(window, paragraphs, least)])
    found = ((answer, _report(doc, answer)) for answer in _without_rivals(list(_answers(asked))))
    sure = settings.heads[HEAD]["unlisted_from"]
    return sorted((report for answer, report in found if is_listed(report.entry) or answer.score > sure), key=lambda report: report.head.i)


def _answers(asked: list[_Asked]) -> Iterator[_Answer]:
    head = load_settings().heads[HEAD]
    moves = barred(np.array(head["moves"], dtype=np.float32))
    found = decode([each.tag_scores for each in asked], moves, [each.anchor for each in asked])
    for each, decoded in zip(asked, found, strict=True):
        parts = _parts(each.words, decoded)
        score = each.first_score + head["margin_weight"] * min(decoded.margin, head["margin_cap"])
        if parts["content"] and score > head["kept_from"]:
            yield _Answer(anchor=int(each.words[each.anchor]), score=score, parts=parts)


def _questions(encoded: Encoded, paragraphs: NDArray[np.int64], least: float) -> Iterator[_Question]:
    """The possible anchors of a window, those that are asked about the same stretch together; `paragraphs` has a number for each token."""
    own = paragraphs[list(encoded.window.words)]
    possible = (int(place) for place in np.flatnonzero(encoded.scores["anchors"] > least))
    for (first, last), places in groupby(possible, key=lambda place: stretch_around(place, own)):
        yield _Question(encoded, tuple(places), first, last)


def _ask(grammar: Grammar, questions: list[_Question]) -> list[_Asked]:
    """Each possible anchor with what the second stage says of the words of its stretch."""
    found = run_network("attribution.onnx", (_inputs(grammar, question) for question in questions))
    return [
        _Asked(question.words, place - question.first, float(question.encoded.scores["anchors"][place]), scores)
        for question, outputs in zip(questions, found, strict=True)
        for place, scores in zip(question.anchors, outputs["tags"], strict=True)
    ]


def _inputs(grammar: Grammar, question: _Question) -> dict[str, NDArray[Any]]:
    vectors, words, places = question.encoded.vectors, question.words, question.encoded.window.words
    return {
        "words": np.repeat(vectors[np.newaxis, question.first : question.last], len(question.anchors), axis=0),
        "anchors": vectors[list(question.anchors)],
        "relations": np.stack([grammar.relations(places[place], words) for place in question.anchors]),
    }


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
