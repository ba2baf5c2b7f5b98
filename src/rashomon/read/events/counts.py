"""Numbers told with an act: how many were killed, arrested, took part, with the bounds that the words allow."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Count, Participant, Role
from rashomon.parse import Doc
from rashomon.read.events.act import Act
from rashomon.read.events.clauses import lemma, logical_objects
from rashomon.read.events.doers import logical_subjects
from rashomon.read.events.numbers import find_number, number_words
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_NUMBER = frozenset({"nummod", "quantmod", "compound"})
UNNAMED = "people"
"""What a number without a noun counts among those who act ("thousands marched")."""


def read_counts(act: Act, participants: tuple[Participant, ...], dated: frozenset[int], doc: Doc) -> tuple[Count, ...]:
    """How many it was done to (named by the act: "killed"), how many did it, and the number of the noun that names the act.

    That noun is the act's own ("two attacks") or its verb's object ("claimed nine lives"). `dated` are the positions of the tokens
    that tell a time, whose numbers count nobody.
    """
    counts = [
        count
        for participant in participants
        if participant.role in {Role.PATIENT, Role.AGENT}
        for words in [[token for token in doc.tokens_in(participant.spans) if token.i not in dated]]
        for count in [_count(_named(act, participant, doc), words, doc)]
        if count is not None
    ]
    named = [other for other in act.match.others if other.dep_ in {"dobj", "nsubjpass"}]
    for noun in [act.head, *named] if act.head.pos_ == "NOUN" else named:
        own = [token for token in noun.subtree if token.i <= noun.i and (token.dep_ in OF_NUMBER or token.lower_ == "no" or token == noun)]
        count = _count(_count_names().get(lemma(noun), noun.text), own, doc)
        counts += [] if count is None or count in counts else [count]
    return tuple(counts)


def _named(act: Act, participant: Participant, doc: Doc) -> str:
    words = doc.tokens_in(participant.spans)
    is_own = any(token.i in {word.i for word in words} for token in (*logical_objects(act.head), *logical_subjects(act.head)))
    if participant.role is Role.PATIENT and act.head.pos_ != "NOUN" and is_own:
        harm = next((name for other in act.match.others for name in [_count_names().get(lemma(other))] if name), None)
        return harm or _count_names().get(lemma(act.head), act.head.text.lower())
    nouns = [
        token
        for token in words
        if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "nmod", "poss"} and token.lower_ not in number_words()
    ]
    return nouns[0].text if nouns else UNNAMED


def _count(what: str, tokens: list[Token], doc: Doc) -> Count | None:
    told = find_number(tokens)
    if told is None:
        return None
    number, low, high = told.bounds
    return Count(what=what, number=number, low=low, high=high, spans=doc.spans(told.tokens))


@cache
def _count_names() -> dict[str, str]:
    rows = load_table("rashomon.read.events", "tables/count_names.tsv", ("lemma", "what"), key=("lemma",))
    return {row["lemma"]: row["what"] for row in rows}
