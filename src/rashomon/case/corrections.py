"""Corrections replayed: what was read, with what a reader changed put in its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from rashomon.errors import CaseError
from rashomon.model import Correction, Record

LISTS = ("attributions", "events", "actors", "times", "places", "labels", "stances")


def current_value(record: Record, target: str, field: str) -> str:
    """The value of `field` ("stage", "time.edtf") of the thing with id `target`, as JSON text.

    Raises CaseError when the record has no such thing or the thing no such field.
    """
    holder, name = _locate(msgspec.to_builtins(record), target, field)
    return msgspec.json.encode(holder[name]).decode()


def replay(record: Record, corrections: Iterable[Correction]) -> tuple[Record, tuple[Correction, ...]]:
    """The record with the corrections made, in their order, and those that no longer fit.

    A correction fits while the thing it names still has the old value; after a newer reading that is not always so.
    It is then kept and told, not applied to something else. Corrections of other records are passed over.
    """
    fields = msgspec.to_builtins(record)
    stale = []
    for correction in corrections:
        if not correction.target.startswith(record.article.id[:8]):
            continue
        if not _apply(fields, correction):
            stale.append(correction)
    return msgspec.convert(fields, Record), tuple(stale)


def _apply(fields: dict[str, Any], correction: Correction) -> bool:
    try:
        holder, name = _locate(fields, correction.target, correction.field)
    except CaseError:
        return False
    if msgspec.json.encode(holder[name]).decode() != correction.old:
        return False
    holder[name] = msgspec.json.decode(correction.new)
    return True


def _locate(fields: dict[str, Any], target: str, field: str) -> tuple[dict[str, Any], str]:
    things = (thing for name in LISTS for thing in fields[name])
    holder: Any = next((thing for thing in things if thing["id"] == target), None)
    *path, last = field.split(".")
    for step in path:
        holder = holder.get(step) if isinstance(holder, dict) else None
    if not isinstance(holder, dict) or last not in holder or last == "id":
        raise CaseError(f"{target}: there is no field {field!r} to correct; `rashomon why` shows what there is")
    return holder, last
