"""All errors of a prediction: attributions that only one side has, and the spans that differ in those that both have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.errors.contents import content_kind
from bench.errors.cues import cue_kind
from bench.errors.kinds import Direction, Error, Part, load_kinds
from bench.errors.pieces import pieces
from bench.errors.relations import Pairs, Relation, pair, relation
from bench.errors.sources import source_kind
from bench.errors.whole import Lone, whole_kind
from bench.errors.wording import cue_lemma
from rashomon.parse import Doc

Line = Mapping[str, Any]
Found = tuple[Part, str, Direction, int]

PIECE_KINDS = {Part.SOURCE: source_kind, Part.CUE: cue_kind, Part.CONTENT: content_kind}


def find_errors(docs: Sequence[Doc], gold: Sequence[Line], predictions: Mapping[str, Line]) -> list[Error]:
    """The errors in all documents, in text order.

    `docs` are the parses of the lines of `gold`, one each; `predictions` are by the document's id, and a document without one counts
    as if nothing had been found in it. An attribution that only one side has is one error; in one that both have, each run of words
    that only one side has is one.
    """
    truth = [_relations(doc, line) for doc, line in zip(docs, gold, strict=True)]
    uses = Counter(cue_lemma(each.cue) for relations in truth for each in relations)
    errors: list[Error] = []
    for doc, line, relations in zip(docs, gold, truth, strict=True):
        pairs = pair(relations, _relations(doc, predictions.get(line["id"], {})))
        errors += _errors(line["id"], [*_unpaired(pairs, uses), *_different(pairs)])
    return errors


def _relations(doc: Doc, line: Line) -> list[Relation]:
    return [relation(doc, item) for item in line.get("attributions", ())]


def _errors(document: str, found: Sequence[Found]) -> Iterator[Error]:
    kinds = load_kinds()
    for part, name, direction, start in sorted(found, key=lambda each: each[3]):
        yield Error(kinds[part, name], direction, document, start)


def _unpaired(pairs: Pairs, uses: Mapping[str, int]) -> Iterator[Found]:
    gold, predicted = tuple(one for one, _ in pairs.both), tuple(two for _, two in pairs.both)
    for each in pairs.gold:
        yield Part.RELATION, whole_kind(Lone(each, gold, predicted, uses)), Direction.MISSED, each.start
    for each in pairs.predicted:
        yield Part.RELATION, whole_kind(Lone(each, predicted, gold, uses)), Direction.ADDED, each.start


def _different(pairs: Pairs) -> Iterator[Found]:
    for gold, predicted in pairs.both:
        for part, kind in PIECE_KINDS.items():
            for piece in pieces(part, gold, predicted):
                yield part, kind(piece), piece.direction, piece.start
