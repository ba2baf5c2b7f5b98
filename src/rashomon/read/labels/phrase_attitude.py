"""The attitude of a label: what its words say of the one whom they name or describe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.model import Attitude
from rashomon.read.labels.valence import valence_of
from rashomon.read.labels.words import is_word

if TYPE_CHECKING:
    from spacy.tokens import Token

MODIFIERS = frozenset({"amod", "compound", "nmod", "advmod", "conj", "acomp", "npadvmod", "oprd"})


def attitude_of_phrase(head: Token, words: Sequence[Token], *, denied: bool = False) -> Attitude:
    """The attitude of `words` around `head`, turned round when the whole is denied.

    What stands nearest to the head decides: a "threat to security" is bad, whatever security is; of a word such as
    "capable" what follows decides first. Where good and bad stand equally near, the first counts. Of a verb it is what
    doing so says of the doer, else of what is done. Capitalised words are names and judge nobody.
    """
    kept = {word.i for word in words}
    layers = list(_layers(head, kept))
    if is_word(head, "open"):
        layers = [*layers[1:], layers[0]]
    for layer in layers:
        values = [_value(token, head) for token in sorted(layer, key=lambda token: token.i)]
        balanced = 0 if head in layer else next((value for value in values if value), 0)
        total = (sum(values) or balanced) * (-1 if denied else 1)
        if total:
            return Attitude.NEGATIVE if total < 0 else Attitude.POSITIVE
    return Attitude.NEUTRAL


def head_of(words: Sequence[Token]) -> Token:
    """The word of the phrase that the others hang on."""
    inside = {word.i for word in words}
    return next((word for word in reversed(words) if word.head.i not in inside), words[-1])


def _layers(head: Token, kept: set[int]) -> Iterator[list[Token]]:
    """The head with its modifiers, then what hangs on these by a preposition or as an object, with its modifiers, and so on."""
    tops = [head]
    while tops:
        layer: list[Token] = []
        below: list[Token] = []
        while tops:
            top = tops.pop()
            layer.append(top)
            for child in top.children:
                if child.i in kept:
                    (tops if child.dep_ in MODIFIERS else below).append(child)
        yield layer
        tops = below


def _value(token: Token, head: Token) -> int:
    if token.text[0].isupper() and not token.is_sent_start:
        return 0
    valence = valence_of(token)
    return valence.agent if token.pos_ == "VERB" and token == head else valence.own
