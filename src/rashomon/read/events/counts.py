"""Numbers told with an act: how many were killed, arrested, took part, with the bounds that the words allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Count, Participant, Role
from rashomon.parse import Doc
from rashomon.read.events.clauses import lemma, logical_objects
from rashomon.read.events.doers import logical_subjects
from rashomon.read.events.participants import Act
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("word", "kind", "low", "high")
LONGEST_BOUND = 3
NUMERAL = frozenset("0123456789")
UNNAMED = "people"
"""What a number without a noun counts among those who act ("thousands marched")."""


@dataclass(frozen=True)
class NumberWord:
    """A row of the table."""

    kind: str
    low: str
    high: str


def read_counts(act: Act, participants: tuple[Participant, ...], doc: Doc) -> tuple[Count, ...]:
    """How many it was done to (named by the act: "killed"), how many did it, and how many acts there were (named by the noun)."""
    counts = [
        count
        for participant in participants
        if participant.role in {Role.PATIENT, Role.AGENT}
        for count in [_count(_named(act, participant, doc), doc.tokens_in(participant.spans), doc)]
        if count is not None
    ]
    if act.head.pos_ == "NOUN":
        own = [
            token
            for token in act.head.subtree
            if token.i <= act.head.i and (token.dep_ in {"nummod", "quantmod", "compound"} or token == act.head)
        ]
        count = _count(act.head.text, own, doc)
        counts += [] if count is None else [count]
    return tuple(counts)


def read_number(words: list[str]) -> tuple[int | None, int | None, int | None] | None:
    """The value, least and most that words of number allow: `["seventy", "three"]` is 73, 73, 73; None when there is no number in them."""
    table = _number_words()
    total, current, seen = 0, 0, False
    for word in words:
        row = table.get(word)
        if word and word[0] in NUMERAL:
            digits = word.replace(",", "")
            if not digits.isdigit():
                return None
            current, seen = current + int(digits), True
        elif row is not None and row.kind == "unit":
            current, seen = current + int(row.low), True
        elif row is not None and row.kind == "scale":
            current, seen = max(current, 1) * int(row.low), True
            if int(row.low) >= 1000:
                total, current = total + current, 0
        elif row is not None and row.kind == "vague" and not seen:
            low, high = (int(edge) if edge else None for edge in (row.low, row.high))
            return (low if low == high else None), low, high
    return (total + current, total + current, total + current) if seen else None


def _named(act: Act, participant: Participant, doc: Doc) -> str:
    words = doc.tokens_in(participant.spans)
    is_own = any(token.i in {word.i for word in words} for token in (*logical_objects(act.head), *logical_subjects(act.head)))
    if participant.role is Role.PATIENT and act.head.pos_ != "NOUN" and is_own:
        return _count_names().get(lemma(act.head), act.head.text.lower())
    nouns = [
        token
        for token in words
        if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "nmod", "poss"} and token.lower_ not in _number_words()
    ]
    return nouns[0].text if nouns else UNNAMED


def _count(what: str, tokens: list[Token], doc: Doc) -> Count | None:
    run = list(_number_run(tokens))
    if not run:
        return None
    value = read_number([token.lower_ for token in run])
    if value is None:
        return None
    number, low, high = value
    if number is None and low is None and high is None:
        return None
    before = _bound_before(run[0])
    if before:
        row = _number_words()[" ".join(token.lower_ for token in before)]
        low, high = _stretched(number, row.low, low), _stretched(number, row.high, high)
        run = [*before, *run]
    return Count(what=what, number=number, low=low, high=high, spans=doc.spans(run))


def _number_run(tokens: list[Token]) -> Iterator[Token]:
    """The first neighbouring words of number; years and other dates are none."""
    started = False
    for token in tokens:
        row = _number_words().get(token.lower_)
        if token.dep_ == "nummod" and token.i > token.head.i:
            continue
        if started and token.text == "-":
            yield token
            continue
        is_number = (token.lower_[0] in NUMERAL or (row is not None and row.kind != "bound")) and token.ent_type_ not in {
            "DATE",
            "TIME",
            "MONEY",
            "PERCENT",
            "ORDINAL",
        }
        if is_number:
            started = True
            yield token
        elif started:
            return


def _bound_before(first: Token) -> list[Token]:
    for length in range(LONGEST_BOUND, 0, -1):
        if first.i - length >= first.sent.start:
            before = [first.doc[i] for i in range(first.i - length, first.i)]
            row = _number_words().get(" ".join(token.lower_ for token in before))
            if row is not None and row.kind == "bound":
                return before
    return []


def _stretched(number: int | None, rule: str, edge: int | None) -> int | None:
    if rule == "=" or number is None:
        return edge
    return None if rule == "-" else round(number * float(rule))


@cache
def _number_words() -> dict[str, NumberWord]:
    rows = load_table("rashomon.read.events", "tables/count_words.tsv", COLUMNS, key=("word",))
    return {row["word"]: NumberWord(row["kind"], row["low"], row["high"]) for row in rows}


@cache
def _count_names() -> dict[str, str]:
    rows = load_table("rashomon.read.events", "tables/count_names.tsv", ("lemma", "what"), key=("lemma",))
    return {row["lemma"]: row["what"] for row in rows}
