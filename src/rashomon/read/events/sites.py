"""At which site an act took place: a market, a school, a bus; what tells two acts in one town apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from rashomon.model import Site, Spans, covers, quote
from rashomon.parse import Doc
from rashomon.read.events.act import Act
from rashomon.read.events.attachment import VERBS
from rashomon.read.events.clauses import coordinated, lemma, logical_objects, nouns_behind
from rashomon.tables import choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

AT = ("at", "in", "inside", "outside", "near", "on", "aboard", "behind", "beside", "opposite", "against", "through")
"""What leads to a site; what leads away from one or on to it ("fled to the mosque") tells no site of the act.

Nor is what an act is done to its site: accounts of one strike quarrel over whether a school or a police post was hit.
"""


def site_of(act: Act, sharing: Iterable[Token], doc: Doc, content: Spans | None = None) -> Site | None:
    """The site that is told for the act, or else for the first of the words that it shares adjuncts with; inside `content` if given.

    None where none is told, or sites of several kinds are.
    """
    words = dict.fromkeys((act.head, *act.match.others, *([act.host] if act.host is not None else [])))
    for named in (words, *([word] for word in sharing)):
        found = {noun.i: (noun, kind) for word in named for noun in _nouns(word) if (kind := _kind(noun, act)) is not None}
        if found:
            noun, kind = found[min(found)]
            spans = doc.spans([*_described(noun), noun])
            is_one = len({kind for _, kind in found.values()}) == 1 and (content is None or covers(content, spans))
            return Site(words=quote(doc.text, spans), spans=spans, kind=kind) if is_one else None
    return None


def _nouns(word: Token) -> Iterator[Token]:
    """The nouns of where it is told to take place, and those before a noun that names it ("the market bombing")."""
    placed = chain.from_iterable(map(_inside, nouns_behind(word, AT)))
    naming = (child for child in word.children if child.dep_ == "compound" and word.pos_ not in VERBS)
    return chain.from_iterable(map(coordinated, chain(placed, naming)))


def targets(act: Act) -> list[Token]:
    """The nouns of sites that the act is done to: "the bombing of a market", "shelled the school"."""
    done_to = logical_objects(act.head) if act.head.pos_ in VERBS else nouns_behind(act.head, ("of",))
    return [noun for noun in done_to if _kind(noun, act) is not None]


def _inside(noun: Token) -> Iterator[Token]:
    """The noun, or what it is a part of: "the front of the hotel", "two floors of a school"."""
    yield noun
    yield from nouns_behind(noun, ("of",))


def is_site(noun: Token) -> bool:
    """True for a word that may name a site."""
    return noun.lemma_.lower() in _heads()


def _kind(noun: Token, act: Act) -> str | None:
    """The kind of site that the noun names, by its compound first: a "police station" is no "station"; None for one that tells nothing."""
    before, word = noun.nbor(-1).lower_ if noun.i else "", noun.lemma_.lower()
    kind, not_of = _kinds().get(f"{before} {word}") or _kinds().get(word) or (None, frozenset())
    return None if lemma(act.head) in not_of else kind


@cache
def _kinds() -> dict[str, tuple[str, frozenset[str]]]:
    rows = load_table("rashomon.read.events", "tables/sites.tsv", ("kind", "words", "not_of"), key=("kind",))
    return {word: (row["kind"], frozenset(choices(row["not_of"]))) for row in rows for word in choices(row["words"])}


@cache
def _heads() -> frozenset[str]:
    """The last word of each name of a site."""
    return frozenset(name.split()[-1] for name in _kinds())


def _described(noun: Token) -> Iterator[Token]:
    """The words before the noun that say which or what sort of one it is, not whose."""
    for child in noun.lefts:
        if child.dep_ in {"amod", "compound", "nmod"}:
            yield from _described(child)
            yield child
