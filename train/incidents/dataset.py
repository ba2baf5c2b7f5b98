"""A corpus of incidents as what the head learns from: the inputs that it is given at run time, and the roles and blame that people read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from bench.articles import article_from_text

from rashomon.parse import parse
from rashomon.read import read_parsed
from rashomon.read.attributions import encode_article, read_first
from rashomon.read.incidents.by_rules import summarise_by_rules
from rashomon.read.incidents.candidates import Candidate, find_candidates, wording_key
from rashomon.read.incidents.choosing import BLAMES
from rashomon.read.incidents.learned import candidate_inputs

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""The corpus's names for the roles, in the order of `rashomon.read.incidents.told.ROLES`."""
CONFIDENCE = "perp_organization_confidence"
UNTOLD = -1


@dataclass(frozen=True)
class Example:
    """One article: its candidates' keys, the head's inputs, the roles [candidates, roles] and the blame [candidates] of its gold."""

    id: str
    keys: tuple[str, ...]
    inputs: dict[str, NDArray[Any]]
    roles: NDArray[np.float32]
    blame: NDArray[np.int64]


def read_examples(path: Path) -> Iterator[Example]:
    """The articles of a file of the incident corpus, read as at run time."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            example = read_example(json.loads(line))
            if example is not None:
                yield example


def read_example(document: Mapping[str, Any]) -> Example | None:
    """One article of the corpus; None for one without any candidate."""
    doc = parse(article_from_text(document["id"], document["text"]))
    first = read_first(doc)
    encoding = encode_article(doc, first)
    record, _ = read_parsed(doc, first, encoding)
    candidates = find_candidates(doc)
    if not candidates:
        return None
    inputs = candidate_inputs(doc, candidates, record, summarise_by_rules(record), encoding)
    halved = {name: values.astype(np.float16) if values.dtype == np.float32 else values for name, values in inputs.items()}
    keys = tuple(candidate.key for candidate in candidates)
    return Example(document["id"], keys, halved, _roles(document, candidates), _blame(document, candidates))


def _roles(document: Mapping[str, Any], candidates: list[Candidate]) -> NDArray[np.float32]:
    gold = [{wording_key(words) for entity in document["roles"].get(role, ()) for words in entity} for role in ROLES]
    return np.array([[candidate.key in keys for keys in gold] for candidate in candidates], dtype=np.float32)


def _blame(document: Mapping[str, Any], candidates: list[Candidate]) -> NDArray[np.int64]:
    """The place in `BLAMES` of each organisation's blame, the first where people gave several; `UNTOLD` for all other candidates."""
    names = [blame.value.upper() for blame in BLAMES]
    slots = [slot for template in document.get("templates", ()) for slot in template["slots"].get(CONFIDENCE, ())]
    told: dict[str, int] = {}
    for slot in slots:
        if slot.get("value", "").upper() in names:
            for words in slot.get("strings", ()):
                told.setdefault(wording_key(words), names.index(slot["value"].upper()))
    return np.array([told.get(candidate.key, UNTOLD) for candidate in candidates], dtype=np.int64)
