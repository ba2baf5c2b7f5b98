"""What an article has mentioned so far: who, where, in which role."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, takewhile

from rashomon.model import ActorKind, MentionForm
from rashomon.parse import Doc
from rashomon.read.actors.keys import Key
from rashomon.read.actors.kinds import Nature
from rashomon.read.actors.speakers import speakers_by_word
from rashomon.read.actors.words import noun_genders

THING = Key("thing", ())
"""Stands for all that is mentioned and no actor: "it" may mean a plan or a day."""

MEMORY = 100
"""How many actors back a description can reach: more than articles have, and a bound for very long texts."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens `first` to `last` (the head of the phrase at `head`) that mean the actor `key`."""

    first: int
    last: int
    head: int
    key: Key
    form: MentionForm
    plural: bool = False


class Discourse:
    """The references made so far, in text order, and what is known of those they mean. The only thing here that changes."""

    def __init__(
        self,
        doc: Doc,
        natures: Mapping[Key, Nature],
        described: Mapping[Key, frozenset[str]],
        names: Sequence[Reference],
        owners: Mapping[Key, frozenset[Key]],
    ) -> None:
        self.doc = doc
        self.natures = dict(natures)
        self.names_by_head = {name.head: name for name in names}
        self.references: list[Reference] = []
        self.topic: Key | None = None
        self.sentence_of = _sentence_numbers(doc)
        self._described = {key: set(nouns) for key, nouns in described.items()}
        self._owners = owners
        self._heads: dict[Key, list[int]] = {}
        self._marks_before = list(accumulate((token.is_quote for token in doc.words), initial=0))
        self._in_brackets = _in_brackets(doc)
        self._speakers = speakers_by_word(doc)
        self._last: dict[Key, Reference] = {}

    def mention(self, reference: Reference, noun: str | None, kind: ActorKind) -> None:
        """Notes the reference; `noun` is the common noun it was made by; `kind` is that of a key seen for the first time."""
        self.references.append(reference)
        if self.topic is None and reference.key in self.natures and self.natures[reference.key].kind is ActorKind.PERSON:
            self.topic = reference.key
        if reference.key not in self.natures:
            self.natures[reference.key] = Nature(kind, noun_genders().get(noun or "", "") if kind is ActorKind.PERSON else "")
        if noun is not None:
            self._described.setdefault(reference.key, set()).add(noun)
        self._heads.setdefault(reference.key, []).append(reference.head)
        self._last.pop(reference.key, None)
        self._last[reference.key] = reference

    def count(self, key: Key) -> int:
        """How often the actor was mentioned."""
        return len(self._heads.get(key, ()))

    def count_before(self, reference: Reference) -> int:
        """How often the actor of the reference was mentioned before it."""
        return bisect_left(self._heads.get(reference.key, []), reference.head)

    def quotation_marks(self, first: int, last: int) -> int:
        """How many quotation marks stand from the token `first` up to the one before `last`."""
        return self._marks_before[last] - self._marks_before[first] if first < last else 0

    def is_said_by(self, token: int, reference: Reference) -> bool:
        """True for a word of a quotation that the words beside it tell to be said by the one referred to."""
        speaker = self._speakers.get(token)
        if speaker is None:
            return False
        named = self.names_by_head.get(speaker) or next((one for one in reversed(self.references) if one.head == speaker), None)
        return named is not None and named.key == reference.key

    def is_in_brackets(self, token: int) -> bool:
        """True for a token behind a bracket that its sentence has not closed yet."""
        return self._in_brackets[token]

    def is_described_as(self, key: Key, noun: str) -> bool:
        """True when the noun was used of the actor, here or beside one of its names anywhere in the article."""
        return noun in self._described.get(key, ())

    def latest(self, fits: Callable[[Key], bool]) -> Key | None:
        """The last mentioned actor that fits, among the last `MEMORY` that were mentioned."""
        return next((key for key in self.latest_first() if fits(key)), None)

    def latest_first(self) -> Iterator[Key]:
        """The last `MEMORY` actors that were mentioned, the latest first."""
        return islice(reversed(self._last), MEMORY)

    def owners(self, key: Key) -> frozenset[Key]:
        """The states and bodies told beside a name of the actor: "President Aldo Kern of Varenia"."""
        return self._owners.get(key, frozenset())

    def last_mentions(self) -> Iterator[tuple[Key, Reference]]:
        """The last reference to each of the last `MEMORY` actors, the latest first."""
        return ((key, self._last[key]) for key in self.latest_first())

    def within(self, token: int, sentences: int) -> Iterator[tuple[Reference, int]]:
        """The references before the token, up to so many sentences back, the latest first, each with its distance in sentences."""
        here = self.sentence_of[token]
        earlier = (reference for reference in reversed(self.references) if reference.head < token)
        placed = ((reference, here - self.sentence_of[reference.head]) for reference in earlier)
        return takewhile(lambda place: place[1] <= sentences, placed)


def _in_brackets(doc: Doc) -> list[bool]:
    inside: list[bool] = []
    for sentence in doc.tokens.sents:
        opened = 0
        for token in sentence:
            inside.append(opened > 0)
            opened += (token.text == "(") - (token.text == ")")
    return inside


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers = [0] * len(doc.tokens)
    for number, sentence in enumerate(doc.tokens.sents):
        for index in range(sentence.start, sentence.end):
            numbers[index] = number
    return numbers
