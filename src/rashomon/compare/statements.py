"""Statements side by side: what accounts tell of the same actors that is no event, paired by whom and what it is about.

Two statements are paired where they answer one question about the same actors: the same answer, its denial, an answer that the table
of answers knows beside it, or the same deed with the roles reversed. Whatever else is told of them is left unpaired.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from rashomon.compare.lookup import Lookup
from rashomon.compare.verdicts import Judgement
from rashomon.link.acts import stem
from rashomon.link.names import content_words, fold_name
from rashomon.model import ActorKind, Certainty, Party, Polarity, Statement, Verdict, Version
from rashomon.read.actors.words import nouns
from rashomon.tables import choices, load_table

WORDED = frozenset({"aims", "possession", "nature", "deed"})
"""Topics whose answer stands in the statement's words."""
MOST_PAIRED = 200
"""Statements of one actor beyond which the later ones are not paired, so that one comparison stays affordable."""
NOWHERE = frozenset({"defunct", "dead", "none"})
"""Answers that hold of every place when none is told: "defunct" beside "active in the north"."""
ENOUGH = 2
"""Words in common from which on an answer that holds all of another one's words says the same."""
CLEARLY_MORE = 1.5
"""Numbers without a bound in common contradict when the one's least is this many times the other's most; nearer ones differ."""


class Said(NamedTuple):
    """A statement as it is compared: parties as keys of actors and stems of words."""

    topic: str
    value: str
    holder: str
    holder_stems: frozenset[str]
    other: str
    other_stems: frozenset[str]
    stems: frozenset[str]
    scope: frozenset[str]
    denied: bool
    possible: bool
    past: bool
    low: int | None
    high: int | None
    is_person: bool
    among_persons: bool
    teller: str

    @property
    def keys(self) -> Iterator[str]:
        """By what those whom it is about, and who tells it, are looked up: an actor, or the words where there is none."""
        for key, stems in ((self.holder, self.holder_stems), (self.other, self.other_stems), (self.teller, frozenset())):
            if key or stems:
                yield key or " ".join(sorted(stems))


class Stated(NamedTuple):
    """One account's statement: who tells it where, what is compared, and how it is shown."""

    account: str
    version: Version
    said: Said
    names: tuple[str, ...]


def stated(lookup: Lookup) -> Iterator[Stated]:
    """All statements of the records, in the order of articles and text."""
    keys = _Keys(lookup)
    for record in lookup.records:
        article = record.article.id
        for statement in record.statements:
            source = lookup.source_key(article, statement.attribution)
            version = Version(
                value=lookup.according_to(article, statement.attribution) + _shown(statement),
                source=lookup.source_name(article, statement.attribution),
                source_kind=lookup.source_of(statement.attribution).kind,
                article=article,
                spans=statement.spans,
                attribution=statement.attribution,
            )
            parties = [party for party in (statement.holder, statement.other) if party is not None and keys.is_somebody(party)]
            names = tuple(dict.fromkeys(keys.shown(party) for party in parties))
            yield Stated(f"{article}/{source}", version, _said(statement, keys, keys.of_source(source)), names)


def gathered(statements: Sequence[Stated]) -> Iterator[list[Stated]]:
    """The statements that two accounts make on one question, one list a question, in the order of their first."""
    group = list(range(len(statements)))

    def first_of(number: int) -> int:
        while group[number] != number:
            number = group[number]
        return number

    for bucket in _buckets(statements):
        for one, other in combinations(bucket[:MOST_PAIRED], 2):
            if statements[one].account != statements[other].account and _related(statements[one], statements[other]) is not None:
                roots = sorted((first_of(one), first_of(other)))
                group[roots[1]] = roots[0]
    found: dict[int, list[Stated]] = {}
    for number, statement in enumerate(statements):
        found.setdefault(first_of(number), []).append(statement)
    yield from (told for told in found.values() if len({one.account for one in told}) > 1)


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
        return _cautious(_same_answer(one, other), one, other)
    row = _row(one.value, other.value, "same") if direct else _row(one.value, other.value, "reversed") if reverse else None
    if row is not None and one.value and other.value:
        return _cautious(_by_row(row, one, other), one, other)
    if _shares_a_party(one, other) and not one.denied and not other.denied:
        return Judgement(Verdict.DIFFER, "the same is told of another, and both may be so")
    return None


def _related(one: Stated, other: Stated) -> Judgement | None:
    return relation_of(one.said, other.said)


def _buckets(statements: Sequence[Stated]) -> Iterator[list[int]]:
    """The numbers of the statements that have an actor in common."""
    found: dict[str, list[int]] = {}
    for number, statement in enumerate(statements):
        for key in dict.fromkeys(statement.said.keys):
            found.setdefault(key, []).append(number)
    yield from found.values()


def _is_same_pair(one: Said, other: Said) -> bool:
    mutual = {one.value, other.value} <= _MUTUAL and _is_reversed_pair(one, other)
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
        return bool(common) and either - common <= _of_class("kind")
    return common in {one_stems, other_stems} or 2 * len(common) >= len(either)


def _is_linked(key: str) -> bool:
    """True for the id of a linked actor, which has a capital where folded names have none."""
    return key[0].isupper()


def _shares_a_party(one: Said, other: Said) -> bool:
    """True for the same told of a second pair of named ones that shares one side: "paid by A", "paid by B".

    Of persons it says nothing: each has many supporters.
    """
    if one.among_persons or other.among_persons or not all((one.holder, one.other, other.holder, other.other)):
        return False
    if not one.value or one.value != other.value or one.topic not in {"standing", "location"} or one.value in _MUTUAL:
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
    if one.stems & other.stems & _of_class("once"):
        return Judgement(Verdict.CONTRADICT, "each says that the other did it, and only one of them can have")
    return Judgement(Verdict.DIFFER, "each says it of the other, and both may be so")


def _same_answer(one: Said, other: Said) -> Judgement | None:
    if one.topic == "size":
        return _of_numbers(one, other)
    if one.topic in WORDED:
        return _of_words(one, other)
    if one.denied == other.denied:
        return Judgement(Verdict.AGREE, "both deny it" if one.denied else "both say so")
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
    """True for kinds of body ("a cult", "a party"), and for one noun with other words beside it ("a brave politician")."""
    return one.value == other.value or (not one.is_person and {one.value, other.value} <= nouns().keys())


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


def _cautious(judged: Judgement | None, one: Said, other: Said) -> Judgement | None:
    """The verdict, less where something is only possible, or told of another time or another place."""
    if judged is None or judged.relation in {Verdict.UNCLEAR, Verdict.DIFFER}:
        return judged
    if one.possible or other.possible:
        differently = one.possible != other.possible or one.denied != other.denied
        return Judgement(Verdict.UNCLEAR, "one is told as only possible") if differently else judged
    is_opposed = judged.relation is Verdict.CONTRADICT
    if one.past != other.past or (one.past and is_opposed):
        return Judgement(Verdict.DIFFER if one.topic == "size" else Verdict.UNCLEAR, "told of what may be two times")
    if one.scope and other.scope and not one.scope & other.scope:
        return Judgement(Verdict.DIFFER if is_opposed else Verdict.UNCLEAR, "told of two places or groups of people")
    everywhere = any(said.value in NOWHERE and not said.scope for said in (one, other))
    if is_opposed and bool(one.scope) != bool(other.scope) and not everywhere:
        return Judgement(Verdict.UNCLEAR, "one is told of a single place or group of people only")
    return judged


class _Keys:
    """By what a party is known across articles: an actor's name, told by any of its names; nothing for words without a name."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._by_name = {fold_name(alias): one.id for one in reversed(lookup.linked) for alias in one.aliases if one.id in lookup.named}
        self._by_name |= {fold_name(one.name): one.id for one in reversed(lookup.linked) if one.id in lookup.named}

    def of(self, party: Party) -> str:
        linked = self._linked(party)
        if linked is not None:
            return linked
        return fold_name(party.name) if self._is_name(party.name) else ""

    def of_source(self, source: str) -> str:
        """The key of whoever tells it: a linked actor, or the folded name."""
        return "" if source == "author" else source if source in self._lookup.linked_by_id else self._by_name.get(source, source)

    def is_somebody(self, party: Party) -> bool:
        return bool(self.of(party))

    def shown(self, party: Party) -> str:
        return self._linked(party) or party.name

    def is_person(self, party: Party) -> bool:
        linked = self._lookup.linked_of.get(party.actor or "")
        return linked is not None and linked.kind is ActorKind.PERSON

    def _linked(self, party: Party) -> str | None:
        linked = self._lookup.linked_of.get(party.actor or "")
        if linked is not None and linked.id in self._lookup.named:
            same_name = self._by_name.get(fold_name(linked.name))
            return linked.id if linked.kind is ActorKind.PERSON or same_name is None else same_name
        return self._by_name.get(fold_name(party.name))

    def _is_name(self, name: str) -> bool:
        """True for a name and nothing else: "the Green Bloc", and not "the campaign against the League"."""
        words = [word for word in name.split() if word.lower() not in {"the", "a", "an", "of", "and", "for"}]
        return bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)


def _said(statement: Statement, keys: _Keys, teller: str) -> Said:
    holder, other = statement.holder, statement.other
    return Said(
        topic=statement.topic,
        value=statement.value,
        holder=keys.of(holder),
        holder_stems=_stems(holder.name),
        other=keys.of(other) if other is not None else "",
        other_stems=_stems(other.name) if other is not None else frozenset(),
        stems=_meaning(statement.words) - _stems(holder.name) if statement.topic in WORDED else frozenset(),
        scope=_stems(statement.scope) - _of_class("home"),
        denied=statement.polarity is Polarity.DENIED,
        possible=statement.certainty is not Certainty.CERTAIN,
        past=statement.past,
        low=statement.low,
        high=statement.high,
        is_person=keys.is_person(holder),
        among_persons=any(keys.is_person(party) for party in (holder, other) if party is not None),
        teller=teller,
    )


def _shown(statement: Statement) -> str:
    """The statement as a person reads it: who, and what is said of it in the article's words."""
    inside = statement.spans[0].start <= statement.holder.spans[0].start < statement.spans[-1].end
    about = statement.other if inside and statement.other is not None else statement.holder
    return f"{about.name}: {statement.words}"


def _meaning(words: str) -> frozenset[str]:
    stems = _stems(words)
    return stems - _of_class("generic") or stems


def _stems(words: str) -> frozenset[str]:
    return frozenset(_representative(stem(word)) for word in content_words(words))


@cache
def _representative(word: str) -> str:
    same = (tuple(stem(each) for each in choices(row["words"])) for row in _words() if row["class"] == "same")
    return next((stems[0] for stems in same if word in stems), word)


@cache
def _of_class(kind: str) -> frozenset[str]:
    return frozenset(_representative(stem(word)) for row in _words() if row["class"] == kind for word in choices(row["words"]))


def _words() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.compare", "tables/statement_words.tsv", ("class", "words"), key=("words",))


_MUTUAL = frozenset({"ally of", "enemy of", "partner of"})
"""Answers that are told of two at once, whoever is named first."""


def _row(one: str, other: str, direction: str) -> dict[str, str] | None:
    return _rows().get((one, other, direction)) or _rows().get((other, one, direction))


@cache
def _rows() -> dict[tuple[str, str, str], dict[str, str]]:
    columns = ("one", "other", "direction", "relation", "whole", "why")
    rows = load_table("rashomon.compare", "tables/statements.tsv", columns, key=("one", "other", "direction"))
    return {(row["one"], row["other"], row["direction"]): row for row in rows}
