"""Naming: which words name a source, whom they lead back to, and what sort of source it is.

What each kind of source is, is told by `rashomon.model.SourceKind`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.model import Actor, ActorKind, Addressee, Source, SourceKind, Span, quote
from rashomon.parse import Doc
from rashomon.parse.syntax import NOMINALS, antecedent, conjuncts, is_passive, phrase
from rashomon.read.actor_index import ActorIndex
from rashomon.read.attributions.quotations import with_marks
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.source_kinds import QUANTIFIERS, is_named, kind_of

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
AUTHOR = "the author"
IMPERSONAL = frozenset({"it", "there"})
NOTHING = frozenset({"no", "little", "nothing"})
"""Of what there is none, the author says so: "there is no doubt"; that there are doubts, others may."""
FOCUS = frozenset({"even", "also", "now", "still", "too", "again", "just"})
"""Adverbs that set a source among others or in time; they are no part of its name."""
THIS_WRITER = frozenset({"author", "writer", "reporter", "correspondent", "columnist", "column", "reviewer"})


def name_source(doc: Doc, actors: ActorIndex, report: Report, *, retold: bool = False) -> Source:
    """The source of a report with its words, its best name and the actor it leads back to, as its own words tell them.

    A source that the construction leaves out is unnamed and has no words; who judges by "it is crucial to know" or "there is no reason
    to believe" is the author. An "I" or "we" in the author's own text is the
    author; in `retold` words, which stand in what somebody else says, it is not.
    """
    head = source_head(report)
    if head is None:
        return Source(kind=SourceKind.AUTHOR, name=AUTHOR) if _is_judgement(report) and not retold else Source(kind=SourceKind.UNNAMED)
    spans = doc.spans(report.source_words or source_words(head, (*report.cue, *report.content)))
    meant = _bearer(head)
    actor = actor_at(actors, head) or actor_at(actors, meant)
    called = _called(actors, quote(doc.text, spans)) if actor is None else None
    actor = actor or called
    if not retold and _is_author(meant):
        return Source(kind=SourceKind.AUTHOR, name=AUTHOR, spans=spans)
    return Source(
        kind=kind_of(meant, actor, report.entry.type, actors),
        name=called.name if called is not None else name_of(doc, actors, meant, report.source_words),
        actor=actor.id if actor is not None else None,
        spans=spans,
    )


def _is_judgement(report: Report) -> bool:
    """True for what nobody is told to say or think, and no passive leaves out who does ("it is said", "there were reports")."""
    words = [*report.cue, *_clause_above(report.cue)]
    if not any(token.lower_ in IMPERSONAL for token in words) or any(is_passive(token) for token in words if token.tag_ == "VBN"):
        return False
    nothing = any(token.lower_ in NOTHING for token in words) and any(token.pos_ == "NOUN" for token in words)
    return nothing or any(token.pos_ == "ADJ" and token.dep_ in {"acomp", "oprd"} for token in words)


def _clause_above(cue: Iterable[Token]) -> Iterator[Token]:
    """The "there is no" of "there is no reason to believe", the "it is crucial" of "it is crucial to know"."""
    for token in cue:
        for above in (token.head, token.head.head):
            if above.lemma_ == "be" or above.dep_ in {"attr", "acomp"}:
                yield above
                yield from (child for child in above.children if child.dep_ in {"expl", "nsubj", "det", "acomp", "attr"})


def source_head(report: Report) -> Token | None:
    """The head word of a report's source: of all its words the one that most of the others hang on."""
    if not report.source_words:
        return report.source
    words = set(report.source_words)
    tops = [token for token in report.source_words if token.head not in words or token.head == token]
    known = [report.source] if report.source in words and report.source.pos_ in NOMINALS else []
    tops = [token for token in tops if token.pos_ in NOMINALS] or known or tops or list(report.source_words)
    return max(tops, key=lambda token: (sum(other in words for other in token.subtree), -token.i))


def is_first_person(token: Token) -> bool:
    """True for "I", "me", "we", "our"; "US" is a state, whatever the tagger takes it for."""
    return token.pos_ == "PRON" and token.lower_ in FIRST_PERSON and token.text != "US"


def name_addressee(doc: Doc, actors: ActorIndex, head: Token) -> Addressee | None:
    """The one spoken to, by the fullest name known."""
    spans = doc.spans(_up_to_complement(head))
    if not spans:
        return None
    actor = actor_at(actors, head)
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
    blocked |= {token.i for token in _retelling(head)}
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


def _retelling(head: Token) -> list[Token]:
    """The words of "as telling the court", which a parse hangs on the witness who is so quoted."""
    links = [child for child in head.children if child.dep_ == "prep" and child.lower_ == "as"]
    return [token for link in links if any(child.dep_ == "pcomp" for child in link.children) for token in link.subtree]


def actor_at(actors: ActorIndex, head: Token) -> Actor | None:
    """The actor whose mention covers the head word of a phrase."""
    return actors.at(Span(head.idx, head.idx + len(head)))


def _bearer(head: Token) -> Token:
    """Whom a word leads to inside its own sentence: "who" and "whose" to their noun, "self" in "self-described" likewise."""
    if head.tag_ == "WP$":
        return next((ancestor.head for ancestor in head.ancestors if ancestor.dep_ == "relcl"), head)
    if head.lower_ == "self":
        noun = next((ancestor for ancestor in head.ancestors if ancestor.pos_ in {"NOUN", "PROPN"}), head)
        return noun.head if noun.dep_ == "appos" else noun
    return antecedent(head)


def _called(actors: ActorIndex, words: str) -> Actor | None:
    """The actor that goes by these very words, or the only person of that last name, for a name that the parse did not take for one."""
    if not words[:1].isupper():
        return None
    people = [actor for actor in actors if actor.kind is ActorKind.PERSON and is_named(actor) and actor.name.split()[-1] == words]
    return next((actor for actor in actors if words == actor.name or words in actor.aliases), people[0] if len(people) == 1 else None)


def _is_author(head: Token) -> bool:
    return is_first_person(head) or (head.lower_ in THIS_WRITER and any(child.lower_ == "this" for child in head.children))


def name_of(doc: Doc, actors: ActorIndex, head: Token, among: Iterable[Token] = ()) -> str | None:
    """The best name of each of those that are named together, joined as in prose.

    Of a description only the words `among` those of the source are taken, where these are given.
    """
    kept = frozenset(among)
    together = [token for token in conjuncts(head) if token == head or (token.dep_ == "conj" and (not kept or token in kept))]
    names = [name for name in (_single_name(doc, actors, token, kept) for token in together) if name]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else next(iter(names), None)


def _single_name(doc: Doc, actors: ActorIndex, head: Token, kept: frozenset[Token] = frozenset()) -> str | None:
    actor = actor_at(actors, head)
    if actor is not None and (is_named(actor) or head.pos_ == "PRON"):
        return actor.name
    if head.pos_ == "PRON" and head.lower_ not in QUANTIFIERS:
        return None
    left_out = _retelling(head)
    left_out += [child for child in head.children if child.lower_ in FOCUS]
    words = [token for token in phrase(head, with_conjuncts=False) if token not in left_out]
    if head in kept:
        words = [token for token in words if token in kept]
    words += [token for token in doc.tokens[words[0].i : words[-1].i] if token.is_punct]
    owner = next((child for child in head.children if child.dep_ == "poss" and child.tag_ in {"PRP$", "WP$"}), None)
    holder = _owner_name(doc, actors, owner) if owner is not None else None
    if owner is None or (holder is None and owner.tag_ == "PRP$"):
        return _wording(doc, words)
    return f"{holder}'s {_wording(doc, [token for token in words if token.i > owner.i])}" if holder else None


def _owner_name(doc: Doc, actors: ActorIndex, owner: Token) -> str | None:
    """The name of the one that "his" or "whose" leads back to; a "his" that leads to nobody with a name has none."""
    if owner.tag_ == "WP$":
        bearer = _bearer(owner)
        return _single_name(doc, actors, bearer) if bearer != owner else None
    holder = actor_at(actors, owner)
    return holder.name if holder is not None and is_named(holder) else None


def _wording(doc: Doc, words: Iterable[Token]) -> str:
    """The words as a name, in one piece, quotation marks with their partners."""
    return " ".join(quote(doc.text, [with_marks(doc.text, span)]) for span in doc.spans(words))
