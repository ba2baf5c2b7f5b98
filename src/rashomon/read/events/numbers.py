"""Words of number: what "at least two hundred and five", "tens of thousands" and "between 40 and 50" allow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from rashomon.tables import cell_fault, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("word", "kind", "low", "high")
KINDS = frozenset({"unit", "scale", "vague", "bound", "after", "share"})
LENGTHS = (3, 2, 1)
"""Words in a phrase of the table, the longest first."""
NUMERAL = re.compile(r"\d+(,\d{3})*(\.\d+)?")
YEAR = re.compile(r"1\d{3}|20\d{2}")
DIGITS = frozenset("0123456789")
NO_COUNTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
ARTICLES = frozenset({"a", "an"})
RANGES = frozenset({"to", "or"})

Bounds = tuple[int | None, int | None, int | None]
"""The number told, or None, with the least and the most that its words allow; None where open."""
OPEN: Bounds = (None, None, None)


@dataclass(frozen=True)
class NumberWord:
    """A row of the table."""

    kind: str
    low: str
    high: str


@dataclass(frozen=True, eq=False)
class Told:
    """The words of a number, in text order, and what they allow."""

    tokens: Sequence[Token]
    bounds: Bounds


def find_number(tokens: list[Token]) -> Told | None:
    """The first number that the words tell of people or things; years, shares ("one in ten", "a third of the 60") and sums are none."""
    start = _start(tokens)
    if start is None:
        return None
    length, row = _phrase(tokens, start)
    between = tokens[start].i > tokens[start].sent.start and tokens[start].nbor(-1).lower_ == "between"
    run = tokens[start : start + length] if row is not None and length > 1 else _run(tokens[start:], between=between)
    if row is not None and row.kind == "vague" and length > 1:
        return Told(run, (int(row.low), int(row.low), int(row.high)))
    bounds = _range([token.lower_ for token in run], between=between) if not _is_share(run[-1]) else None
    return _bounded(run, bounds, between=between) if bounds is not None and bounds != OPEN else None


def read_number(words: list[str]) -> Bounds | None:
    """The value, least and most that words of number allow: `["seventy", "three"]` is 73, 73, 73; None when there is no number in them."""
    total, current, seen = Fraction(0), Fraction(0), False
    vague: tuple[int | None, int | None] | None = None
    for word in words:
        row, scale = number_words().get(word), _scale(word)
        if vague is not None:
            vague = _multiplied(vague, scale)
        elif word[:1] in DIGITS or (row is not None and row.kind == "unit"):
            value = _value(word)
            if value is None or not _may_follow(current, value):
                return None
            current, seen = current + value, True
        elif row is not None and row.kind == "scale":
            current, seen = (current or Fraction(1)) * scale, True
            if scale >= 1000:
                total, current = total + current, Fraction(0)
        elif row is not None and row.kind == "vague" and not seen:
            vague = (int(row.low) if row.low else None, int(row.high) if row.high else None)
    if vague is not None:
        return (vague[0] if vague[0] == vague[1] else None), *vague
    number = int(total + current)
    return (number, number, number) if seen and number == total + current else None


@cache
def number_words() -> dict[str, NumberWord]:
    """The table, by word or phrase."""
    rows = load_table("rashomon.read.events", "tables/count_words.tsv", COLUMNS, key=("word",), fault=_fault)
    return {row["word"]: NumberWord(row["kind"], row["low"], row["high"]) for row in rows}


def _fault(row: dict[str, str]) -> str | None:
    return cell_fault([("kind", row["kind"], KINDS)])


def _value(word: str) -> Fraction | None:
    if word[:1] in DIGITS:
        return Fraction(word.replace(",", "")) if NUMERAL.fullmatch(word) else None
    return Fraction(number_words()[word].low)


def _may_follow(current: Fraction, value: Fraction) -> bool:
    """After "twenty" a "five" adds up, after "40" a "50" is another number."""
    return value < 1 or current % 100 == 0 or (current % 10 == 0 and value < 10)


def _scale(word: str) -> int:
    """What the word multiplies by, in the plural too ("tens of thousands"); 0 for others."""
    rows = (number_words().get(form) for form in (word, word.removesuffix("s")))
    return next((int(row.low) for row in rows if row is not None and row.kind == "scale"), 0)


def _multiplied(edges: tuple[int | None, int | None], scale: int) -> tuple[int | None, int | None]:
    if not scale:
        return edges
    low, high = edges
    return (None if low is None else low * scale), (None if high is None else high * scale + scale - 1)


def _start(tokens: list[Token]) -> int | None:
    """Where the first number starts, past the words that bound it ("no fewer than")."""
    i = 0
    while i < len(tokens):
        length, row = _phrase(tokens, i)
        if row is not None and row.kind == "bound":
            i += length
        elif row is not None and row.kind == "share":
            return None
        elif (row is not None and length > 1 and row.kind == "vague") or _is_number(tokens[i]):
            return i
        else:
            i += 1
    return None


def _phrase(tokens: Sequence[Token], start: int) -> tuple[int, NumberWord | None]:
    """The longest phrase of the table that starts here, and its length."""
    for length in LENGTHS:
        row = number_words().get(" ".join(token.lower_ for token in tokens[start : start + length]))
        if row is not None and start + length <= len(tokens):
            return length, row
    return 0, None


def _is_number(token: Token) -> bool:
    if (token.ent_type_ in NO_COUNTS and not _counts_noun(token)) or (token.dep_ == "nummod" and token.i > token.head.i):
        return False
    row = number_words().get(token.lower_)
    return token.lower_[0] in DIGITS or (row is not None and row.kind in {"unit", "scale", "vague"})


def _counts_noun(token: Token) -> bool:
    """True for the "40" of "between 40 and 50 monks", taken for a date though it counts a noun that is none; "1998" counts none."""
    top = token
    while top.dep_ in {"quantmod", "compound", "conj", "advmod"} and top.head.tag_ == "CD":
        top = top.head
    return token.ent_type_ == "DATE" and top.dep_ == "nummod" and top.head.ent_type_ == "" and not YEAR.fullmatch(token.text)


def _run(tokens: list[Token], *, between: bool) -> list[Token]:
    """The words of the number that starts here."""
    end = 1
    while end < len(tokens):
        ahead = [token for token in tokens[end + 1 : end + 3] if token.lower_ not in ARTICLES]
        joined = bool(ahead) and _is_number(ahead[0]) and _joins(tokens[end - 1], tokens[end], ahead[0], between=between)
        if not joined and not _is_number(tokens[end]):
            break
        end += 1
    return tokens[:end]


def _joins(before: Token, word: Token, ahead: Token, *, between: bool) -> bool:
    """True for a word inside a number: "thirty-five", "tens of thousands", "two hundred and five", "half a million", "40 to 50"."""
    if word.lower_ == "of":
        row = number_words().get(before.lower_)
        return row is not None and row.kind == "vague" and bool(_scale(ahead.lower_))
    if word.lower_ == "and":
        return between or ahead.lower_ == "half" or (_scale(before.lower_) > 0 and not _scale(ahead.lower_))
    if word.lower_ in ARTICLES:
        return before.lower_ in {"half", "and", *RANGES}
    return word.text in {"-", "–"} or word.lower_ in RANGES


def _range(words: list[str], *, between: bool) -> Bounds | None:
    """What the words allow; a range has no number of its own."""
    parting = {*RANGES, "–", *(["and"] if between else [])}
    cut = next((i for i, word in enumerate(words) if word in parting or _parts(words, i)), None)
    if cut is None:
        return read_number(words)
    left, right = words[:cut], words[cut + 1 :]
    scales = [word for word in right if _scale(word) >= 1000]
    least, most = read_number(left), read_number(right)
    if least is not None and scales and not any(_scale(word) for word in left):
        least = read_number([*left, *scales])
    if least is None or most is None or least[1] is None or most[2] is None or least[1] >= most[2]:
        return None
    return None, least[1], most[2]


def _parts(words: list[str], i: int) -> bool:
    return words[i] == "-" and 0 < i < len(words) - 1 and words[i - 1][0] in DIGITS and words[i + 1][0] in DIGITS


def _is_share(last: Token) -> bool:
    """True for the "one" of "one in ten" and "four out of five"."""
    after = [token for token in last.doc[last.i + 1 : last.i + 4] if token.lower_ != "of"]
    return len(after) > 1 and after[0].lower_ in {"in", "out"} and after[0].dep_ == "quantmod" and _is_number(after[1])


def _bounded(run: list[Token], bounds: Bounds, *, between: bool) -> Told:
    """The number with the words before and after it that open or stretch its bounds."""
    number, low, high = bounds
    doc, sentence, first = run[0].doc, run[0].sent, run[0].i
    start = first - 1 if first > sentence.start and doc[first - 1].lower_ in ARTICLES else first
    before = next((words for size in LENGTHS if _row_of(words := list(doc[max(start - size, sentence.start) : start]), "bound")), [])
    after = next((words for size in LENGTHS if _row_of(words := list(doc[run[-1].i + 1 : run[-1].i + 1 + size]), "after")), [])
    for row in (_row_of(before, "bound"), _row_of(after, "after")):
        if row is not None:
            low, high = _stretched(number, row.low, low), _stretched(number, row.high, high)
    opening = [*before, *doc[start:first]] if before else [doc[first - 1]] if between else []
    return Told([*opening, *run, *after], (number, low, high))


def _row_of(words: list[Token], kind: str) -> NumberWord | None:
    row = number_words().get(" ".join(token.lower_ for token in words))
    return row if row is not None and row.kind == kind else None


def _stretched(number: int | None, rule: str, edge: int | None) -> int | None:
    if rule == "-":
        return None
    return edge if rule == "=" or number is None else round(number * float(rule))
