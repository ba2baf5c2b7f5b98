"""The small parts that the sections of the page share: words in an article, who tells them, ways from one place to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from rashomon.model import Attitude, SourceKind, Spans


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words in one article: `article` is its id, `words` the words folded to one line."""

    article: str
    spans: Spans
    words: str = ""

    @property
    def address(self) -> str:
        """Where the words stand on the page: `words-<article>-<start>-<end>`, further spans joined by `_`."""
        return f"words-{self.article[:8]}-" + "_".join(f"{span.start}-{span.end}" for span in self.spans)


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of act in plain words, and its PLOVER code ("COERCE-arrest")."""

    words: str
    code: str


class Teller(msgspec.Struct, frozen=True, kw_only=True):
    """Whose account: a source in an article."""

    siglum: str
    article: str
    source: str
    kind: SourceKind

    @property
    def short(self) -> str:
        """The source without the author's name, for where the article is plain already."""
        return "the author" if self.kind is SourceKind.AUTHOR else self.source

    @property
    def bare(self) -> str:
        """The source by name alone: an author without being called so."""
        return self.source.removeprefix("the author, ")


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One thing told: `lead` is "according to ..." where the words accuse; `passage` is where it says so.

    `quoted` holds the passage's words where `words` do not show them already, and `times` counts how often the same
    source uses the same words.
    """

    words: str
    teller: Teller
    lead: str = ""
    passage: Passage | None = None
    attitude: Attitude | None = None
    quoted: str = ""
    times: int = 1


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts that use the same words, with the same attitude, for one point."""

    words: str
    utterances: tuple[Utterance, ...]


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """One reason for taking accounts as one: `weight` in bits, 0 for what is missing on a side."""

    field: str
    weight: float
    note: str


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many sentences carry which attitude; `unsure` of how many that cannot be told for sure."""

    negative: int = 0
    neutral: int = 0
    positive: int = 0
    unsure: int = 0


def tally_of(attitudes: Iterable[Attitude], unsure: int = 0) -> Tally:
    """How often each attitude occurs."""
    counts = Counter(attitudes)
    return Tally(negative=counts[Attitude.NEGATIVE], neutral=counts[Attitude.NEUTRAL], positive=counts[Attitude.POSITIVE], unsure=unsure)


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """Some of a sentence's words; `decided` where its attitude rests on them."""

    words: str
    decided: bool


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How the one called `name` is said to stand to the one called `other`, and by whom: never a verdict of ours.

    `siglum` is that of the article that tells it; empty where the reader's alias table does, whose row names the source.
    """

    name: str
    words: str
    other: str
    source: str
    siglum: str
    in_alias_table: bool
    passage: Passage | None


class LeaningSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, the attitude toward an actor that it lets one think of and whether that is sure, and its words."""

    attitude: Attitude
    sure: bool
    passage: Passage
    phrases: tuple[Phrase, ...]


class Leaning(msgspec.Struct, frozen=True, kw_only=True):
    """What one source's sentences in one article let one think of an actor; `hidden` counts those that are not listed."""

    teller: Teller
    tally: Tally
    sentences: tuple[LeaningSentence, ...]
    hidden: int


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A way to another place on the page: an address without `#`, its words, and the passage where it leads to one."""

    address: str
    words: str
    passage: Passage | None = None


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    """The series that an incident is one of, or tells of as a whole (`lead` says which), and the ways to its other instances, by date."""

    lead: str
    series: Link
    others: tuple[Link, ...]

    @property
    def words(self) -> str:
        """In one line: "one of a series: yearly rally by Oru Front, Port Selm; also told: 1 July 2017, 2018"."""
        others = "; also told: " + ", ".join(other.words for other in self.others) if self.others else ""
        return f"{self.lead}: {self.series.words}{others}"


class NoteLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a note in the margin."""

    label: str
    words: str
    passage: Passage | None = None
    code: str = ""


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Who tells, or leaves out: the siglum of an article, empty for an outlet; a name, empty for an article."""

    siglum: str
    name: str


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """One incident, who tells it and who leaves it out, of one kind; `notes` say what reason each had, `hidden` how many more there are."""

    address: str
    title: str
    kind: str
    told_by: tuple[Party, ...]
    silent: tuple[Party, ...]
    hidden: int
    notes: tuple[str, ...]
