"""Articles: each as the list shows it, and in full, with what was read marked in it."""

from __future__ import annotations

import msgspec

from rashomon.model import BlockKind
from rashomon.view.parts import Link, NoteLine, Passage
from rashomon.view.profiles import Profile, Share


class ArticleRow(msgspec.Struct, frozen=True, kw_only=True):
    """One article in the list. `siglum` is the letter it goes by on the page; `dated` says the date or why there is none.

    `outlet_known` is False where the article does not tell its outlet, and `outlet` is whoever else it can be called after.
    `profile` is None where nobody profiled it.
    """

    id: str
    siglum: str
    title: str
    outlet: str
    outlet_known: bool
    authors: tuple[str, ...]
    origin: str
    dated: str
    words: int
    profile: Profile | None = None

    @property
    def sourcing(self) -> tuple[Share, ...]:
        """The shares of its voices."""
        return self.profile.shares if self.profile else ()


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A run of text with the same marks throughout: classes of "source", "cue", "content", "nested", "event".

    `note` is the id of the innermost thing marked; `opens` is True where that thing's own words begin. `anchors` are the
    addresses of passages that start here.
    """

    start: int
    text: str
    classes: tuple[str, ...] = ()
    note: str = ""
    opens: bool = False
    anchors: tuple[str, ...] = ()


class ReadingBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A block of an article; `reason` says why it was not read."""

    kind: BlockKind
    reason: str
    segments: tuple[Segment, ...]
    voices: tuple[tuple[str, str], ...] = ()


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the margin for one marked passage: an attribution or an event."""

    id: str
    kind: str
    heading: str
    lines: tuple[NoteLine, ...]
    links: tuple[Link, ...]


class BriefItem(msgspec.Struct, frozen=True, kw_only=True):
    """One person, organisation or thing in an article's acts of violence; `lead` is "according to ..." before an organisation."""

    words: str
    passage: Passage | None
    lead: str = ""
    firmness: str = ""


class BriefRole(msgspec.Struct, frozen=True, kw_only=True):
    """Those in one role, `label` in plain words."""

    label: str
    items: tuple[BriefItem, ...]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One article in full, marked; `brief` are the roles in the acts of violence that it tells."""

    article: ArticleRow
    blocks: tuple[ReadingBlock, ...]
    notes: tuple[Note, ...]
    brief: tuple[BriefRole, ...] = ()
