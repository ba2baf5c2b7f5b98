"""The trained reader of attitudes: a branch of the encoder reads each sentence from the shared word vectors and judges its targets.

A word weighs what the target draws from it in the last layer (Kobayashi et al. 2020), times by how much less likely the verdict becomes
when the head may not look at it (occlusion, Zeiler & Fergus 2014).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from rashomon.encode.networks import run_network, start_network
from rashomon.encode.passages import Passage, cut_passages
from rashomon.encode.weights import load_settings
from rashomon.model import Attitude, Spans
from rashomon.parse import Doc
from rashomon.read.attitudes.verdict import MOST, Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rashomon.encode.encoder import Encoding

HEAD = "attitude"
DECIMALS = 2
"""Of a likelihood."""
SHARE_OF_WEIGHTIEST = 1 / 3
"""Words decide that weigh at least this much of what the weightiest weighs."""
TELLING = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "INTJ", "PART", "NUM"})
"""Parts of speech of words that can be told as deciding; a head may look at a comma, but a comma decides nothing for a reader."""

Asked = tuple[int, tuple[int, ...]]
"""The number of a target, and the places of its words in the parse."""


@dataclass(frozen=True, eq=False)
class _Question:
    """A passage, its targets, and the inputs of the network that judges them."""

    passage: Passage
    asked: Sequence[Asked]
    inputs: Mapping[str, NDArray[Any]]


@dataclass(frozen=True, eq=False)
class _Answer:
    """Some of a question's targets, and the inputs of the network that tells which words decided."""

    passage: Passage
    asked: Sequence[Asked]
    inputs: Mapping[str, NDArray[Any]]


def start_judging(doc: Doc, targets: Sequence[Spans], encoding: Encoding) -> Callable[[], list[Verdict]]:
    """Begin to judge; what comes back waits for the verdict on each target. A sentence without any is not read on."""
    questions = _questions(doc, targets, encoding)
    found = start_network("attitude.onnx", [question.inputs for question in questions])
    return partial(_verdicts, doc, len(targets), questions, found)


def _verdicts(doc: Doc, many: int, questions: Sequence[_Question], found: Iterable[Mapping[str, NDArray[Any]]]) -> list[Verdict]:
    verdicts = [Verdict()] * many
    leaning: list[_Answer] = []
    for question, outputs in zip(questions, found, strict=True):
        for (number, _), likely in zip(question.asked, outputs["likely"], strict=True):
            verdicts[number] = _verdict(likely)
        leaning.extend(_leaning(question, outputs, verdicts))
    weighed = run_network("deciding.onnx", (answer.inputs for answer in leaning))
    for answer, outputs in zip(leaning, weighed, strict=True):
        for (number, places), weights in zip(answer.asked, outputs["weights"], strict=True):
            verdicts[number] = replace(verdicts[number], decided_by=_deciding(doc, answer.passage, places, weights))
    return verdicts


def _questions(doc: Doc, targets: Sequence[Spans], encoding: Encoding) -> list[_Question]:
    passages = list(cut_passages(doc, [encoded.window for encoded in encoding.windows]))
    return [_Question(passage, asked, _inputs(passage, asked, encoding)) for passage, asked in _asked(doc, targets, passages)]


def _asked(doc: Doc, targets: Sequence[Spans], passages: Sequence[Passage]) -> list[tuple[Passage, list[Asked]]]:
    """The passages that hold a target's first word, each with the targets."""
    holding = {place: number for number, passage in enumerate(passages) for place in passage.words}
    found: dict[int, list[Asked]] = {}
    for number, target in enumerate(targets):
        places = tuple(token.i for token in doc.tokens_in(target))
        if places:
            found.setdefault(holding[places[0]], []).append((number, places))
    return [(passages[number], asked) for number, asked in sorted(found.items())]


def _inputs(passage: Passage, asked: Sequence[Asked], encoding: Encoding) -> Mapping[str, NDArray[Any]]:
    """`embedded` [1, rows, width], and for each target the share of each row in its mean, `targets` [targets, rows]."""
    shares = np.zeros((len(asked), len(passage.rows)), dtype=np.float32)
    for row, (_, places) in enumerate(asked):
        own = passage.rows_of(places)
        shares[row, list(own)] = 1 / len(own)
    return {"embedded": encoding.windows[passage.window].embedded[list(passage.rows)][np.newaxis], "targets": shares}


def _verdict(likely: NDArray[np.float32]) -> Verdict:
    """The likeliest attitude, from the likelihoods [attitudes]."""
    head = load_settings().heads[HEAD]
    attitude = Attitude(head["labels"][int(likely.argmax())])
    likelihood = round(float(likely.max()), DECIMALS)
    return Verdict(attitude, likelihood=likelihood, sure=attitude is Attitude.NEUTRAL or likelihood >= head["sure"])


def _leaning(question: _Question, outputs: Mapping[str, NDArray[np.float32]], verdicts: Sequence[Verdict]) -> Iterator[_Answer]:
    """What is still to be asked about those targets of a question toward which the attitude is not neutral, where there are any."""
    rows = [row for row, (number, _) in enumerate(question.asked) if verdicts[number].attitude is not Attitude.NEUTRAL]
    if rows:
        yield _Answer(
            passage=question.passage,
            asked=[question.asked[row] for row in rows],
            inputs={
                "below": outputs["below"],
                "vectors": outputs["vectors"],
                "targets": question.inputs["targets"][rows],
                "told": outputs["likely"].argmax(axis=1)[rows],
            },
        )


def _deciding(doc: Doc, passage: Passage, target: Sequence[int], weights: NDArray[np.float32]) -> Spans:
    """From what each row weighs [rows]."""
    weighed = sorted(_weighed(doc, passage, target, weights), key=lambda found: (-found[0], found[1]))
    deciding = [doc.tokens[place] for weight, place in weighed[:MOST] if weight > SHARE_OF_WEIGHTIEST * weighed[0][0]]
    return tuple(doc.span(token, token) for token in deciding)


def _weighed(doc: Doc, passage: Passage, target: Sequence[int], weights: NDArray[np.float32]) -> Iterator[tuple[float, int]]:
    """What each telling word outside the target weighs, its word pieces together, and its place."""
    for number, place in enumerate(passage.words):
        if place not in target and doc.tokens[place].pos_ in TELLING:
            yield float(weights[passage.starts[number] : passage.starts[number + 1]].sum()), place
