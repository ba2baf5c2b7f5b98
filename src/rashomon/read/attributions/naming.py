"""Naming: which words name a source, whom they lead back to, and what sort of source it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Actor, ActorKind, Addressee, Source, SourceKind, Span, quote
from rashomon.parse import Doc
from rashomon.parse.syntax import antecedent, conjuncts, phrase
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors.words import nouns
from rashomon.read.attributions.report import Report, in_order
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

PLURAL_TAGS = frozenset({"NNS", "NNPS"})
PLURAL_PRONOUNS = frozenset({"they", "them", "their", "we", "us", "our", "both", "all"})
QUANTIFIERS = frozenset(
    {"some", "many", "others", "most", "few", "several", "one", "someone", "somebody", "everyone", "everybody", "nobody", "none"}
)
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
AUTHOR_AS_WE = "the author, as \u201cwe\u201d"
FOCUS = frozenset({"even", "also", "now", "still", "too", "again", "just"})
"""Adverbs that set a source among others or in time; they are no part of its name."""
OF_GROUPS = frozenset({"people", "body", "organisation", "armed group", "government", "group"})


def name_source(doc: Doc, actors: ActorIndex, report: Report, *, retold: bool = False) -> Source:
    """The source of a report with its words, its best name and the actor it leads back to.

    A source that the construction leaves out is unnamed and has no words. A "we" in the author's own text is the author
    with others; in `retold` words, which stand in what somebody else says, it is not.
    """
    if report.source is None:
        return Source(kind=SourceKind.UNNAMED)
    spans = doc.spans(source_words(report.source, (*report.cue, *report.content)))
    head = antecedent(report.source)
    actor = _actor_at(actors, report.source) or _actor_at(actors, head)
    author_as_we = actor is None and not retold and is_we(head)
    return Source(
        kind=_kind(head, actor),
        name=AUTHOR_AS_WE if author_as_we else _name(doc, actors, head),
        actor=actor.id if actor is not None else None,
        spans=spans,
    )


def is_we(token: Token) -> bool:
    """True for "we", "us", "our"; "US" is a state, whatever the tagger takes it for."""
    return token.pos_ == "PRON" and token.lower_ in WE and token.text != "US"


def name_addressee(doc: Doc, actors: ActorIndex, head: Token) -> Addressee | None:
    """The one spoken to, by the fullest name known."""
    spans = doc.spans(_up_to_complement(head))
    if not spans:
        return None
    actor = _actor_at(actors, head)
    return Addressee(
        name=_single_name(doc, actors, head) or quote(doc.text, spans), actor=actor.id if actor is not None else None, spans=spans
    )


def _up_to_complement(head: Token) -> list[Token]:
    """The noun phrase without "of treason" in "accused the captain of treason", which parsers hang on the noun."""
    charge = next(
        (child.left_edge.i for child in head.children if child.dep_ == "prep" and child.lower_ in {"of", "for"} and _names_a_deed(child)),
        None,
    )
    return [token for token in phrase(head) if charge is None or token.i < charge]


def _names_a_deed(preposition: Token) -> bool:
    return preposition.head.head.lemma_ in {"accuse", "suspect", "blame", "thank", "praise", "congratulate"}


def source_words(head: Token, taken: Iterable[Token] = ()) -> tuple[Token, ...]:
    """The words of a source phrase, appositions and relative clauses included, without those in `taken`.

    Of words parted by what is taken only the stretch around the head is kept.
    """
    blocked = {token.i for token in taken}
    words = [token for token in in_order(head.subtree) if token.i not in blocked]
    kept = [head]
    for side in ([t for t in reversed(words) if t.i < head.i], [t for t in words if t.i > head.i]):
        place = head.i
        for token in side:
            if abs(token.i - place) != 1:
                break
            kept.append(token)
            place = token.i
    return in_order(kept)


def _actor_at(actors: ActorIndex, head: Token) -> Actor | None:
    return actors.at(Span(head.idx, head.idx + len(head)))


def _name(doc: Doc, actors: ActorIndex, head: Token) -> str | None:
    """The best name of each of those that are named together, joined as in prose."""
    together = [token for token in conjuncts(head) if token == head or token.dep_ == "conj"]
    names = [name for name in (_single_name(doc, actors, token) for token in together) if name]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else next(iter(names), None)


def _single_name(doc: Doc, actors: ActorIndex, head: Token) -> str | None:
    actor = _actor_at(actors, head)
    if actor is not None and not (_is_only_described(actor) and head.pos_ == "NOUN"):
        return actor.name
    if head.pos_ == "PRON" and head.lower_ not in QUANTIFIERS:
        return None
    words = [token for token in phrase(head, with_conjuncts=False) if not (token.head == head and token.lower_ in FOCUS)]
    return quote(doc.text, doc.spans(words))


def _kind(head: Token, actor: Actor | None) -> SourceKind:
    if actor is not None and not _is_only_described(actor):
        return SourceKind.COLLECTIVE if actor.kind is ActorKind.POPULATION else SourceKind.NAMED
    if head.pos_ == "PRON":
        return SourceKind.COLLECTIVE if head.lower_ in PLURAL_PRONOUNS else SourceKind.UNNAMED
    known = _source_nouns().get(head.lemma_.lower()) or _source_nouns().get(head.lower_)
    if known is SourceKind.DOCUMENT:
        return known
    if head.pos_ == "PROPN" and head.tag_ == "NNP":
        return SourceKind.NAMED
    plural = head.tag_ in PLURAL_TAGS
    if plural and known is None:
        return SourceKind.COLLECTIVE
    if plural:
        return SourceKind.COLLECTIVE if _is_definite(head) else SourceKind.UNNAMED
    noun = nouns().get(head.lower_)
    if any(child.pos_ == "PROPN" and child.dep_ in {"compound", "poss", "appos"} for child in head.children):
        return SourceKind.NAMED
    return SourceKind.COLLECTIVE if noun is not None and noun.sort in OF_GROUPS else SourceKind.UNNAMED


def _is_only_described(actor: Actor) -> bool:
    return not actor.name[:1].isupper()


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "poss" or child.lower_ in {"the", "these", "those"} for child in noun.children)


@cache
def _source_nouns() -> dict[str, SourceKind]:
    return {
        row["noun"]: SourceKind(row["kind"])
        for row in load_table("rashomon.read.attributions", "tables/source_nouns.tsv", ("noun", "kind"), ("noun",))
    }
