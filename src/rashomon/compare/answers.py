"""Answers: how two statements on one question stand to each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.compare.caution import ENOUGH, ORIGINS, cautious
from rashomon.compare.said import Said
from rashomon.compare.synonyms import Synonyms
from rashomon.compare.verdicts import Judgement
from rashomon.model import Verdict
from rashomon.read.actors.words import nouns
from rashomon.tables import load_table

WORDED = frozenset({"aims", "possession", "nature", "deed", "activity"})
"""Topics whose answer stands in the statement's words."""
CLEARLY_MORE = 1.5
"""Numbers without a bound in common contradict when the one's least is this many times the other's most; nearer ones differ."""
SYNONYMS = Synonyms("tables/statement_words.tsv")
MUTUAL = frozenset({"ally of", "enemy of", "partner of"})
"""Answers that are told of two at once, whoever is named first."""


def judge_statements(one: Said, other: Said) -> Judgement:
    """How two statements stand to each other; those that answer different questions may both be meant."""
    return relation_of(one, other) or Judgement(Verdict.UNCLEAR, "they answer different questions, and may both be meant")


def relation_of(one: Said, other: Said) -> Judgement | None:
    """The verdict on two statements that answer one question about the same actors; None for any others.

    The same answer agrees, its denial contradicts, and so do answers that the table says exclude each other; a contradiction
    between something only possible, told of another time or of another place is none.
    """
    if _each_of_the_other(one, other):
        return _of_accusations(one, other)
    direct, reverse = _is_same_pair(one, other), _is_reversed_pair(one, other)
    if direct and one.topic == other.topic and (one.value == other.value or one.topic == "nature"):
        return cautious(_same_answer(one, other), one, other)
    for first, second in _worded_alike(one, other):
        row = _row(first.value, second.value, "same") if direct else _row(first.value, second.value, "reversed") if reverse else None
        if row is not None and first.value and second.value:
            return cautious(_by_row(row, first, second), first, second)
    if _shares_a_party(one, other) and not one.denied and not other.denied:
        return Judgement(Verdict.DIFFER, "the same is told of another, and both may be so")
    return None


def _worded_alike(one: Said, other: Said) -> Iterator[tuple[Said, Said]]:
    """The two as they are told, then each denial as the answer that it says: "no longer exists" as "is defunct"."""
    yield one, other
    yield _as_told(one), _as_told(other)


def _as_told(said: Said) -> Said:
    """A denial of one of two answers without a third as the other answer."""
    opposite = _wholes().get(said.value) if said.denied and not said.possible else None
    return said._replace(value=opposite, denied=False) if opposite is not None else said


def _is_same_pair(one: Said, other: Said) -> bool:
    mutual = {one.value, other.value} <= MUTUAL and _is_reversed_pair(one, other)
    both = bool(one.other_stems) == bool(other.other_stems) or "puppet of" in {one.value, other.value}
    others = not (one.other_stems and other.other_stems) or _is_one_thing(one.other, one.other_stems, other.other, other.other_stems)
    return mutual or (both and others and _is_one_thing(one.holder, one.holder_stems, other.holder, other.holder_stems))


def _is_reversed_pair(one: Said, other: Said) -> bool:
    return (
        bool(one.other_stems and other.other_stems)
        and _is_one_thing(one.holder, one.holder_stems, other.other, other.other_stems)
        and _is_one_thing(one.other, one.other_stems, other.holder, other.holder_stems)
    )


def _is_one_thing(one: str, one_stems: frozenset[str], other: str, other_stems: frozenset[str]) -> bool:
    """True for one actor, and for things whose words are the same or stand in the other's ("Karn", "the town of Karn")."""
    if one == other and one:
        return True
    if one and other:
        return one_stems == other_stems and not (_is_linked(one) and _is_linked(other))
    if not one_stems or not other_stems:
        return False
    common, either = one_stems & other_stems, one_stems | other_stems
    if one or other:
        return bool(common) and either - common <= SYNONYMS.of_class("kind")
    return common in {one_stems, other_stems} or 2 * len(common) >= len(either)


def _is_linked(key: str) -> bool:
    """True for the id of a linked actor, which has a capital where folded names have none."""
    return key[0].isupper()


def _shares_a_party(one: Said, other: Said) -> bool:
    """True for the same told of a second pair of named ones that shares one side: "paid by A", "paid by B".

    Of persons it says nothing, for each has many supporters, but where it says who brought a thing about ("is behind the campaign").
    """
    if one.value == other.value and one.value in ORIGINS and one.holder and other.holder and not (one.other or other.other):
        return one.holder != other.holder and one.other_stems == other.other_stems and len(one.other_stems) >= ENOUGH
    if one.among_persons or other.among_persons or not all((one.holder, one.other, other.holder, other.other)):
        return False
    if not one.value or one.value != other.value or one.topic not in {"standing", "location"} or one.value in MUTUAL:
        return False
    holders = _is_one_thing(one.holder, one.holder_stems, other.holder, other.holder_stems)
    others = _is_one_thing(one.other, one.other_stems, other.other, other.other_stems)
    return holders != others


def _each_of_the_other(one: Said, other: Said) -> bool:
    """True where each is told by the one whom the other tells it of: "A accuses B", "B accuses A" of the same."""
    same = one.topic == other.topic and one.value == other.value and not one.denied and not other.denied
    crossed = bool(one.teller and other.teller) and one.teller == other.holder and other.teller == one.holder and one.holder != other.holder
    return same and crossed and (one.stems == other.stems or bool(one.value)) and one.topic in {"standing", "deed"}


def _of_accusations(one: Said, other: Said) -> Judgement:
    if one.stems & other.stems & SYNONYMS.of_class("once"):
        return Judgement(Verdict.CONTRADICT, "each says that the other did it, and only one of them can have")
    return Judgement(Verdict.DIFFER, "each says it of the other, and both may be so")


def _same_answer(one: Said, other: Said) -> Judgement | None:
    if one.topic == "size":
        return _of_numbers(one, other)
    if one.topic in WORDED:
        return _of_words(one, other)
    if one.denied == other.denied and one.outcome and other.outcome:
        return None
    if one.denied == other.denied:
        return Judgement(Verdict.AGREE, "both deny it" if one.denied else "both say so")
    if one.topic == "quality" and one.is_person:
        return Judgement(Verdict.UNCLEAR, "told as so in one account, denied in the other, perhaps of two times")
    return Judgement(Verdict.CONTRADICT, "told as so in one account, denied in the other")


def _of_words(one: Said, other: Said) -> Judgement | None:
    """Answers in words: the same agree or deny each other; other aims and kinds differ, the rest is unpaired."""
    if one.stems == other.stems and one.stems:
        if one.denied == other.denied:
            return Judgement(Verdict.AGREE, "both say so in the same words or others for them")
        return Judgement(Verdict.CONTRADICT, "told as so in one account, denied in the other")
    if one.denied or other.denied or not (one.stems and other.stems):
        return None
    if (one.stems <= other.stems or other.stems <= one.stems) and len(one.stems & other.stems) >= ENOUGH:
        return Judgement(Verdict.AGREE, "one says it more closely than the other")
    if (one.topic == "aims" and not one.is_person) or (one.topic == "nature" and _are_kinds(one, other)):
        return Judgement(Verdict.DIFFER, "told in different words, and both may be so")
    return None


def _are_kinds(one: Said, other: Said) -> bool:
    """True for kinds of body: "a cult" beside "a party". What persons are called beside each other makes no claim."""
    return not one.is_person and {one.value, other.value} <= nouns().keys()


def _of_numbers(one: Said, other: Said) -> Judgement | None:
    if one.denied or other.denied:
        return None
    if (one.low, one.high) == (None, None) or (other.low, other.high) == (None, None):
        return Judgement(Verdict.UNCLEAR, "one account gives no number")
    least, most = max(one.low or 0, other.low or 0), min(_high(one), _high(other))
    if least <= most:
        return Judgement(Verdict.AGREE, "the numbers told can be the same")
    if most * CLEARLY_MORE <= least:
        return Judgement(Verdict.CONTRADICT, "no number fits both")
    return Judgement(Verdict.DIFFER, "no number fits both, but they are near each other")


def _high(said: Said) -> float:
    return float("inf") if said.high is None else said.high


def _by_row(row: dict[str, str], one: Said, other: Said) -> Judgement | None:
    relation = Verdict(row["relation"])
    if not one.denied and not other.denied:
        return Judgement(relation, row["why"])
    if relation is not Verdict.CONTRADICT or (one.denied and other.denied):
        return None
    if row["whole"] and not one.possible and not other.possible:
        return Judgement(Verdict.AGREE, "one denies the opposite of what the other says")
    return Judgement(Verdict.UNCLEAR, "one denies the opposite of what the other says, which may leave a third")


def _row(one: str, other: str, direction: str) -> dict[str, str] | None:
    return _rows().get((one, other, direction)) or _rows().get((other, one, direction))


@cache
def _wholes() -> dict[str, str]:
    """The other answer, for those where there is no third."""
    whole = [(one, other) for (one, other, _), row in _rows().items() if row["whole"]]
    return dict([*whole, *((other, one) for one, other in whole)])


@cache
def _rows() -> dict[tuple[str, str, str], dict[str, str]]:
    columns = ("one", "other", "direction", "relation", "whole", "why")
    rows = load_table("rashomon.compare", "tables/statements.tsv", columns, key=("one", "other", "direction"))
    return {(row["one"], row["other"], row["direction"]): row for row in rows}
