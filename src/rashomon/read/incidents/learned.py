"""The trained reader of incidents: a weight for each wording in each role, and the wordings that are told of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from rashomon.encode.networks import run_network
from rashomon.encode.weights import load_settings
from rashomon.model import Blame, BlamedOrganisation, IncidentSummary, Record
from rashomon.parse import Doc
from rashomon.read.incidents.by_rules import is_violent
from rashomon.read.incidents.candidates import Candidate, find_candidates
from rashomon.read.incidents.choosing import choose, with_rules_blame
from rashomon.read.incidents.told import categories, told_of

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    from rashomon.encode.encoder import Encoding

HEAD = "incidents"


def summarise(doc: Doc, record: Record, by_rules: IncidentSummary, encoding: Encoding) -> IncidentSummary:
    """The roles of the article's incidents; none where the rules see no violent act told.

    The head learned from reports of attacks. An article in which it finds nobody and nothing is unlike them, so there the
    known organisations stand that the rules find blamed, but for those that are only named near an act.
    """
    candidates = find_candidates(doc) if any(map(is_violent, record.events)) else []
    if not candidates:
        return IncidentSummary()
    found = run_network("incidents.onnx", [candidate_inputs(doc, candidates, record, by_rules, encoding)])[0]
    least = load_settings().heads[HEAD]["from"]
    summary = with_rules_blame(choose(doc, record, candidates, found["roles"], found["blame"], least), by_rules)
    if summary != IncidentSummary():
        return summary
    return IncidentSummary(organisations=tuple(filter(_is_blamed, by_rules.organisations)))


def _is_blamed(blamed: BlamedOrganisation) -> bool:
    return blamed.organisation.actor is not None and blamed.blame is not Blame.POSSIBLE


def candidate_inputs(
    doc: Doc, candidates: Sequence[Candidate], record: Record, by_rules: IncidentSummary, encoding: Encoding
) -> dict[str, NDArray[Any]]:
    """What the head is given: `pooled` [candidates, 3 * width], `article` [1, 2 * width], `categories` and `told`, one row a candidate."""
    vectors = word_vectors(doc, encoding)
    seen = vectors[vectors.any(axis=1)]
    return {
        "pooled": np.stack([_pooled(vectors, candidate) for candidate in candidates]),
        "article": np.concatenate([seen.mean(axis=0), seen.max(axis=0)])[np.newaxis],
        "categories": categories(doc, candidates, encoding.grammar.labels),
        "told": told_of(doc, candidates, record, by_rules),
    }


def word_vectors(doc: Doc, encoding: Encoding) -> NDArray[np.float32]:
    """The vector of each token of the parse, [tokens, width]; zeros for white space, which is not encoded."""
    width = encoding.windows[0].vectors.shape[1]
    vectors = np.zeros((len(doc.tokens), width), dtype=np.float32)
    for encoded in encoding.windows:
        vectors[list(encoded.window.words)] = encoded.vectors
    return vectors


def _pooled(vectors: NDArray[np.float32], candidate: Candidate) -> NDArray[np.float32]:
    """Mean and maximum of the heads of all mentions, and the mean of the mentions' own means."""
    if len(candidate.mentions) == 1:
        # most candidates: nothing to average, which takes half the time
        (mention,) = candidate.mentions
        head = vectors[mention.top]
        return np.concatenate([head, head, vectors[mention.first : mention.last + 1].mean(axis=0)])
    heads = vectors[[mention.top for mention in candidate.mentions]]
    whole = np.mean([vectors[mention.first : mention.last + 1].mean(axis=0) for mention in candidate.mentions], axis=0)
    return np.concatenate([heads.mean(axis=0), heads.max(axis=0), whole])
