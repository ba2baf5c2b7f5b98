"""The rules' attitude of a sentence toward somebody in it.

Each word with a valence counts by how it stands to the target: as what is said of it, as what it does or suffers, or only
nearby. The weights stand in `tables/attitude.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Attitude, Spans
from rashomon.parse import Doc
from rashomon.parse.syntax import direct_object, is_passive, passive_agent, passive_subject, subject
from rashomon.read.attitudes.verdict import MOST, Verdict
from rashomon.read.labels.valence import valence_of
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

SAID_OF = frozenset({"amod", "compound", "nmod", "appos", "relcl", "acl"})


def judge_by_rules(doc: Doc, target: Spans) -> Verdict:
    """The attitude toward the words at `target`, from the sentence that holds them; neutral when nothing tells."""
    tokens = doc.tokens_in(target)
    if not tokens:
        return Verdict()
    weights = _weights()
    weighed = [(weights[relation] * value, word) for word, relation, value in evaluations(tokens)]
    score = sum(value for value, _ in weighed)
    if weights["negative below"] < score < weights["positive above"]:
        return Verdict()
    deciding = sorted((each for each in weighed if each[0] * score > 0), key=lambda each: (-abs(each[0]), each[1].i))
    attitude = Attitude.NEGATIVE if score <= weights["negative below"] else Attitude.POSITIVE
    return Verdict(attitude, tuple(doc.span(word, word) for _, word in deciding[:MOST]))


def evaluations(target: Sequence[Token]) -> Iterator[tuple[Token, str, float]]:
    """Each word with a valence in the target's sentence, how it stands to the target, and its valence toward it."""
    inside = {token.i for token in target}
    head = next((token for token in target if token.head.i not in inside), target[0])
    above = _path(head)
    for word in head.sent:
        if word.i in inside:
            continue
        valence = valence_of(word)
        if any(valence):
            found = _evaluation(word, head, above, valence.own, valence.agent, valence.patient)
            yield from ((word, relation, value) for relation, value in found)


@cache
def _weights() -> dict[str, float]:
    rows = load_table("rashomon.read.attitudes", "tables/attitude.tsv", ("relation", "weight"), ("relation",))
    return {row["relation"]: float(row["weight"]) for row in rows}


def _evaluation(word: Token, head: Token, above: dict[int, int], own: int, agent: int, patient: int) -> Iterator[tuple[str, float]]:
    if word.pos_ == "VERB":
        if _is_agent(word, head):
            yield "agent", float(agent)
            return
        if _is_patient(word, head):
            yield "patient", float(patient)
            return
    relation = _relation(word, head, above)
    if own:
        yield relation, float(own)


def _is_agent(verb: Token, head: Token) -> bool:
    doer = passive_agent(verb) if is_passive(verb) else subject(verb)
    return doer is not None and (doer == head or head in doer.conjuncts)


def _is_patient(verb: Token, head: Token) -> bool:
    sufferer = passive_subject(verb) if is_passive(verb) else direct_object(verb)
    return sufferer is not None and (sufferer == head or head in sufferer.conjuncts)


def _relation(word: Token, head: Token, above: dict[int, int]) -> str:
    """How a word that is no verb of the target's stands to it."""
    if word.head == head and word.dep_ in SAID_OF:
        return "said of it"
    if head.head == word and head.dep_ in {"poss", "compound", "nmod"}:
        return "its own"
    verb = word.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if verb.pos_ in {"VERB", "AUX"}:
        doer = subject(verb)
        if doer == head:
            return "predicate" if verb.lemma_ == "be" else "what it does"
    if head.dep_ == "pobj" and head.head.head == word:
        return "about it"
    steps = _distance(word, above)
    return "near" if steps <= 3 else "far"


def _path(head: Token) -> dict[int, int]:
    """The steps from the head up to each of its ancestors."""
    path, token, steps = {head.i: 0}, head, 0
    while token.head != token:
        token, steps = token.head, steps + 1
        path[token.i] = steps
    return path


def _distance(word: Token, above: dict[int, int]) -> int:
    """Steps between two words along the parse."""
    token, steps = word, 0
    while token.i not in above and token.head != token:
        token, steps = token.head, steps + 1
    return steps + above.get(token.i, 9)
