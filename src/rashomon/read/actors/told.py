"""What an article says of an actor in so many words: names, titles, descriptions, and the states beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import MentionForm
from rashomon.parse import Doc
from rashomon.read.actors.discourse import Reference
from rashomon.read.actors.keys import Key
from rashomon.read.actors.kinds import Nature
from rashomon.read.actors.proper_name import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

QUALIFYING = frozenset({"amod", "compound", "nmod", "poss"})


@dataclass(frozen=True, slots=True)
class Told:
    """The texts of an actor's names, of the titles before them with whose they are, and of the descriptions beside them and elsewhere.

    `beside` are other words before a name and behind "of" after it. `states` are the words, in lower case, by which the article
    names states.
    """

    key: Key
    nature: Nature
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()


def told_of(
    doc: Doc,
    key: Key,
    nature: Nature,
    names: Sequence[Name],
    roles: tuple[str, ...],
    references: Iterable[Reference],
    states: frozenset[str],
) -> Told:
    """What the article says of the actor `key`, whose names, roles beside them and references are given."""
    bare = {" ".join(name.title) for name in names}
    described = (_words(doc, reference) for reference in references if reference.form is MentionForm.DESCRIPTION)
    return Told(
        key=key,
        nature=nature,
        names=_distinct(_text(doc, doc.tokens[name.first], doc.tokens[name.last]) for name in names),
        titles=_distinct(_title(doc, name) for name in names),
        beside=_distinct(text for name in names for text in (_before(doc, name), _behind(doc, name))),
        roles=tuple(role for role in roles if role not in bare),
        descriptions=_distinct(described),
        states=states,
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _title(doc: Doc, name: Name) -> str:
    """The title with whose it is: "President of Ghana" for "President Aldo Kern of Ghana"; none of what a hyphen ties to other words."""
    start = name.first - len(name.title)
    if not name.title or (start > 0 and doc.tokens[start - 1].text == "-"):
        return ""
    behind = _behind(doc, name)
    return " ".join((*name.title, "of", behind) if behind else name.title)


def _words(doc: Doc, reference: Reference) -> str:
    """The words of a description with the phrases that hang on it: "head of the army"."""
    head = doc.tokens[reference.last]
    last = max((child.right_edge for child in head.rights if child.dep_ == "prep"), default=head, key=lambda token: token.i)
    return _text(doc, doc.tokens[reference.first], last)


def _before(doc: Doc, name: Name) -> str:
    """What qualifies a name in front of it, outside it: "Kenyan" in "the Kenyan Farmers' Union", "Kenya" in "Kenya's Supreme Court"."""
    lefts = [child for child in doc.tokens[name.head].lefts if child.dep_ in QUALIFYING and child.i < name.first]
    return _text(doc, lefts[0].left_edge, lefts[-1]) if lefts else ""


def _behind(doc: Doc, name: Name) -> str:
    after = doc.tokens[name.last + 1] if name.last + 1 < len(doc.tokens) else None
    return _text(doc, after.nbor(), after.right_edge) if after is not None and after.lower_ == "of" and after.right_edge != after else ""


def _text(doc: Doc, first: Token, last: Token) -> str:
    return " ".join(doc.text[first.idx : last.idx + len(last)].split())
