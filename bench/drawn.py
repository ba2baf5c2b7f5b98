"""Drawn records: as many as are asked for, from a few that were really read, with a few accounts of each happening.

Each happening is one read article with other actors' names, other places, other days and other words; its accounts differ from each
other in some words, and each leaves out some events, dates and places. So however many are drawn, as many tell of each happening.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar, overload
from zlib import crc32

import msgspec

from rashomon.link.acts import WORD
from rashomon.link.names import is_function_word
from rashomon.model import Actor, Event, Place, Record, When, Where

ACCOUNTS = 5
"""How many records tell of one happening."""
FEWEST_EVENTS, MOST_EVENTS = 16, 40
"""Only articles of so many events are drawn from, and of longer ones the first: about 20 are left after what an account leaves out."""
SPAN = 10 * 365
"""Days over which the happenings are spread, however many they are: a larger archive is a denser one."""
OWN_WORDS = 0.75
"""The share of an article's words that each happening replaces by others; of its names two thirds get an ending of their own.

With these two records of different happenings are as near to each other in their words as two read articles: the median of the cosines
is 0.05, that of happenings drawn from one article is 0.09 and so that of the nearest tenth of read ones, that of one happening 0.7.
"""
OTHER_WORDS = 0.15
"""The share of words that each account of a happening replaces by others."""
LEFT_OUT = 0.2
"""The share of events that an account leaves out, and of those that it tells the share without a date, and without a place."""
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(.*)")
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(.*)")
YEAR = re.compile(r"(\d{4})(.*)")
PARTS = 1000
MID_MONTH, MID_YEAR = 15, 7


Id = TypeVar("Id", str, "str | None")


class Drawing:
    """So many records of so many happenings, each made when it is asked for, always the same."""

    def __init__(self, read: Sequence[Record], size: int) -> None:
        self._read = [record for record in read if len(record.events) >= FEWEST_EVENTS] or read
        self._size = size
        self._happenings = -(-size // ACCOUNTS)
        self._words: dict[int, list[str]] = {}
        for word in sorted({word.lower() for record in read for word in WORD.findall(record.article.text)}):
            self._words.setdefault(len(word), []).append(word)
        self._places: dict[str | None, list[Place]] = {}
        for record in read:
            for place in record.places:
                if place.entry:
                    self._places.setdefault(place.precision, []).append(place)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Record]:
        """The records, those of one happening far from each other."""
        return map(self._record, range(self._size))

    def happening(self, number: int) -> int:
        """Which happening the record of that number tells of."""
        return number % self._happenings

    def _record(self, number: int) -> Record:
        happening = self.happening(number)
        record = self._read[happening % len(self._read)]
        account = _Account(happening, number // self._happenings, record.article.id[:8], f"{number:08x}")
        places = tuple(self._place(place, account) for place in record.places)
        names = {place.id: place.name for place in places}
        told = [event for event in record.events[:MOST_EVENTS] if _share(happening, account.number, event.id) >= LEFT_OUT]
        return Record(
            reader=record.reader,
            article=msgspec.structs.replace(
                record.article,
                id=f"{account.new}{happening:08x}",
                raw=b"",
                published=_shifted(record.article.published, account.days + account.number // 2),
                text=self._text(record, account),
            ),
            actors=tuple(_actor(actor, account) for actor in record.actors),
            events=tuple(self._event(event, names, account) for event in told),
            places=places,
            labels=record.labels,
        )

    def _text(self, record: Record, account: _Account) -> str:
        """The article's text in other words, but for what the acts are called."""
        kept = {start for event in record.events for span in event.trigger.spans for start in range(span.start, span.end)}
        return self._in_other_words(record.article.text, account, kept)

    def _in_other_words(self, text: str, account: _Account, kept: Collection[int] = ()) -> str:
        """The text with other words of the same length, so that every span stays right; those that begin at `kept` stay."""
        own, accounts = crc32(b"%d" % account.happening), crc32(b"%d of %d" % (account.number, account.happening))

        def other(match: re.Match[str]) -> str:
            word = match.group()
            low = word.lower()
            if match.start() in kept or is_function_word(low):
                return word
            for salt, share in ((accounts, OTHER_WORDS), (own, OWN_WORDS)):
                drawn = crc32(low.encode(), salt)
                if drawn % PARTS < share * PARTS:
                    known = self._words.get(len(low), [low])
                    low = known[drawn // PARTS % len(known)]
                    break
            return low.capitalize() if word[0].isupper() else low

        return WORD.sub(other, text)

    def _place(self, place: Place, account: _Account) -> Place:
        known = self._places.get(place.precision, [])
        if not place.entry or not known:
            return msgspec.structs.replace(place, id=account.own_id(place.id))
        other = known[_drawn(len(known), account.happening, place.entry)]
        return msgspec.structs.replace(other, id=account.own_id(place.id), spans=place.spans)

    def _event(self, event: Event, names: Mapping[str, str | None], account: _Account) -> Event:
        left_out = _share(account.number, account.happening, event.id)
        time = When() if left_out < LEFT_OUT else event.time
        where = Where() if LEFT_OUT <= left_out < 2 * LEFT_OUT else event.place
        place = account.own_id(where.place)
        return msgspec.structs.replace(
            event,
            id=account.own_id(event.id),
            participants=tuple(
                msgspec.structs.replace(one, actor=account.own_id(one.actor), name=self._in_other_words(one.name, account))
                for one in event.participants
            ),
            time=msgspec.structs.replace(time, edtf=_shifted(time.edtf, account.days), time=account.own_id(time.time)),
            place=msgspec.structs.replace(where, place=place, name=names.get(place or "") or account.own_name(where.name)),
            attribution=account.own_id(event.attribution),
        )


class _Account(NamedTuple):
    """One of the accounts of a happening; `old` stands at the start of the ids of the article it is drawn from, `new` of its own."""

    happening: int
    number: int
    old: str
    new: str

    @property
    def days(self) -> int:
        """How many days later it is than in the article it is drawn from."""
        return _drawn(SPAN, self.happening)

    def own_id(self, read: Id) -> Id:
        """The id of what it tells, by the id of what was read."""
        return read.replace(self.old, self.new, 1) if read else read

    def own_name(self, name: str | None) -> str | None:
        """The name with the happening's ending, which is its number in letters."""
        return f"{name}{''.join(chr(97 + int(digit)) for digit in str(self.happening))}" if name else name


class Filed(Sequence[Record]):
    """Records in a file, of which one at a time is in memory, as those of a case are."""

    def __init__(self, path: Path, records: Iterator[Record]) -> None:
        self._path = path
        self._starts = [0]
        with path.open("wb") as file:
            for record in records:
                self._starts.append(self._starts[-1] + file.write(msgspec.msgpack.encode(record)))

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, number: int) -> Record: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Record]: ...
    def __getitem__(self, number: int | slice) -> Record | Sequence[Record]:
        """The record of that number."""
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        with self._path.open("rb") as file:
            return self._at(file, range(len(self))[number])

    def __iter__(self) -> Iterator[Record]:
        with self._path.open("rb") as file:
            for number in range(len(self)):
                yield self._at(file, number)

    def _at(self, file: BinaryIO, number: int) -> Record:
        file.seek(self._starts[number])
        return msgspec.msgpack.decode(file.read(self._starts[number + 1] - self._starts[number]), type=Record)


def _actor(actor: Actor, account: _Account) -> Actor:
    def renamed(name: str) -> str:
        return name if _share(name) < 1 / 3 else account.own_name(name) or name

    return msgspec.structs.replace(
        actor,
        id=account.own_id(actor.id),
        name=renamed(actor.name),
        aliases=tuple(map(renamed, actor.aliases)),
        relations=tuple(msgspec.structs.replace(one, other=account.own_id(one.other)) for one in actor.relations),
    )


def _drawn(many: int, *salt: object) -> int:
    """A number below `many`, always the same for the same salt."""
    return crc32(" ".join(map(str, salt)).encode()) % many


def _share(*salt: object) -> float:
    return _drawn(PARTS, "share", *salt) / PARTS


def _shifted(edtf: str | None, days: int) -> str | None:
    """The EDTF value so many days later, as coarse as it is."""
    if edtf is None:
        return None
    return "/".join(_later(part, days) for part in edtf.split("/"))


def _later(edtf: str, days: int) -> str:
    if match := DAY.fullmatch(edtf):
        return f"{_moved(int(match[1]), int(match[2]), int(match[3]), days).isoformat()}{match[4]}"
    if match := MONTH.fullmatch(edtf):
        return f"{_moved(int(match[1]), int(match[2]), MID_MONTH, days).isoformat()[:7]}{match[3]}"
    if match := YEAR.fullmatch(edtf):
        return f"{_moved(int(match[1]), MID_YEAR, 1, days).year:04}{match[2]}"
    return edtf


def _moved(year: int, month: int, day: int, days: int) -> date:
    return date(year, month, day) + timedelta(days)
