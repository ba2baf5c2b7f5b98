"""Whom "you" means inside a quotation: the one to whom the words in front of it say that it is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import MentionForm
from rashomon.read.actors.discourse import THING, Discourse
from rashomon.read.actors.keys import Key
from rashomon.read.attributions.cues import cue_entries

if TYPE_CHECKING:
    from spacy.tokens import Token

SECOND_PERSON = frozenset({"you", "your", "yours", "yourself", "yourselves"})
OPENING = frozenset("\"'\u201c\u2018\u00ab:")
WINDOW = 10
"""Sentences back in which the addressee is looked for: a quotation may put several questions."""


def addressed(you: Token, discourse: Discourse) -> Key | None:
    """The key of the actor that the verb in front of the quotation speaks to; None outside one, or where none is named.

    Quotation and addressee must stand in one paragraph: "We ask the ministry: 'Why do you hide it?'"
    """
    text = discourse.doc.text
    for reference, _ in discourse.within(you.i, WINDOW):
        head = discourse.doc.tokens[reference.head]
        between = text[head.idx + len(head) : you.idx]
        if "\n" in between:
            return None
        if reference.form is not MentionForm.PRONOUN and reference.key != THING and is_addressee(head):
            return reference.key if any(mark in OPENING for mark in between[:40]) else None
    return None


def is_addressee(head: Token) -> bool:
    """True for the object of "asked", and for what follows the preposition that "said to" takes."""
    verb, role = (head.head.head, head.head.lower_) if head.dep_ == "pobj" else (head.head, "object")
    if role == "object" and head.dep_ not in {"dobj", "dative"}:
        return False
    return any(entry.addressee == role for entry in cue_entries(verb))
