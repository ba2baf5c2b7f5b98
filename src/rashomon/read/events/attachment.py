"""Attachment: expressions of time and place with the words they hang on, up to the first verb."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import Place, Time
from rashomon.parse import Doc
from rashomon.read.events.nouns import is_a
from rashomon.read.events.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, eq=False)
class Attached:
    """An expression with the words it hangs on: from its own head up to and including the first verb; `by` are the prepositions passed."""

    expression: Time | Place
    path: tuple[Token, ...]
    by: tuple[str, ...]
    links: tuple[str, ...]
    """The preposition that leads to each word of the path from the one before it, if any."""

    @property
    def led_by(self) -> str:
        """The preposition before the expression, or before the part that it is named of ("from the north of Orsk"); else empty."""
        return next((word for word in self.by if word != "of"), "")

    @property
    def verb(self) -> Token:
        """The verb of the clause the expression stands in, or the top of a clause without one."""
        return self.path[-1]


def attached_by_sentence(doc: Doc, expressions: Iterable[Time] | Iterable[Place]) -> dict[int, list[Attached]]:
    """The expressions with what they hang on, by where their sentence starts."""
    found: dict[int, list[Attached]] = {}
    for expression in expressions:
        tokens = doc.tokens_in(expression.spans)
        if tokens:
            inside = {token.i for token in tokens}
            root = next((token for token in tokens if token.head.i not in inside or token.head == token), tokens[0])
            found.setdefault(root.sent.start, []).append(_attach(expression, root))
    return found


def bounded_date(time: Time, attached: Attached) -> str | None:
    """The date of an act told to have come "before 20 January": open towards the past."""
    root = attached.path[0]
    measured = any(child.i < root.head.i for child in root.head.children)
    is_bound = time.edtf is not None and "/" not in time.edtf and root.dep_ == "pobj" and root.head.lower_ == "before" and not measured
    return f"../{time.edtf}" if is_bound else time.edtf


def dates_a_thing(attached: Attached) -> bool:
    """True for the year in "a law passed in 1994", told of the law, and in "Founded in 1994, the league struck"."""
    expression, verb = attached.expression, attached.verb
    participle = verb.dep_ == "acl" or (verb.dep_ == "advcl" and verb.tag_ == "VBN")
    return isinstance(expression, Time) and expression.granularity == "year" and participle


def _attach(expression: Time | Place, root: Token) -> Attached:
    path = [root]
    prepositions: list[str] = []
    links = [""]
    link = ""
    node = root
    while node.head != node and (node == root or node.pos_ not in VERBS or _is_measured_to(root, node)):
        node = node.head
        if node.dep_ == "prep" or node.pos_ == "ADP":
            if all(token.dep_ in {"appos", "compound", "nmod"} or _is_of_place(token) for token in path[:-1]):
                prepositions.append(node.lower_)
            link = link or node.lower_
        elif not _is_measured_to(root, node):
            path.append(node)
            links.append(link)
            link = ""
    return Attached(expression, tuple(path), tuple(prepositions), tuple(links))


def _is_of_place(name: Token) -> bool:
    """True for the name in "the town of Selmouth" and "the outskirts of Selmouth": where that is told, the name is."""
    holder = name.head.head
    named = name.dep_ == "pobj" and name.head.lower_ == "of"
    return named and (is_a(holder, word_class("locality")) or is_a(holder, word_class("part-of-place")))


def _is_measured_to(root: Token, verb: Token) -> bool:
    """True for the verb of a clause that a distance is told to: "ten days after the army entered Orsk" dates what is told above it."""
    return verb.dep_ == "advcl" and root.head == verb and any(child.dep_ == "mark" and child.i > root.i for child in verb.children)
