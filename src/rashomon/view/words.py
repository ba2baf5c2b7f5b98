"""Codes as plain words, from the tables beside this module."""

from __future__ import annotations

from functools import cache

from rashomon.compare.told import told_rows
from rashomon.model import Actor, EventType, LinkedActor, Source, SourceKind
from rashomon.tables import load_table
from rashomon.view.parts import Act

PACKAGE = "rashomon.view"


@cache
def act_of(kind: EventType, mode: str | None = None) -> Act:
    """The kind of act in words; its code is `TYPE` or `TYPE-mode`."""
    words = _acts()
    return Act(words=words.get((kind, mode or ""), words[kind, ""]), code=f"{kind}-{mode}" if mode else str(kind))


def actor_code(actor: Actor | LinkedActor) -> str:
    """PLOVER's codes for an actor, "KEN COP", country first; empty where none is told."""
    return " ".join(filter(None, (actor.country, *actor.sectors)))


def term(kind: str, code: str) -> str:
    """The words for one code of an enumeration; empty for what goes without saying ("certain", "neutral")."""
    return _terms().get((kind, str(code)), "")


def field_words(field: str) -> str:
    """What a point of comparison is called on the page: "who" for `agent`, "how many killed" for `count:killed`."""
    name, _, rest = field.partition(":")
    return " ".join(filter(None, (_field(name)[1], rest)))


def field_brief(field: str) -> str:
    """What a point of comparison is called where room is short: "who did it" for `agent`."""
    return _field(field)[3] or field_words(field)


def evidence_words(field: str) -> str:
    """What a ground for linking is called: its own word ("at the start" for `prior`), or that of the point it speaks of."""
    return _evidence().get(field) or field_words(field)


def field_order(field: str) -> tuple[int, str]:
    """Where a point of comparison stands among the others."""
    return _field(field.partition(":")[0])[0], field


def field_blames(field: str) -> bool:
    """Whether a value of this field says that somebody did something."""
    return _field(field.partition(":")[0])[2]


def aspect_words(aspect: str) -> str:
    """What an aspect of an actor is called on the page."""
    return dict(_aspects()).get(aspect, aspect)


def aspect_order(aspect: str) -> tuple[int, str]:
    """Where an aspect stands among the others."""
    names = [name for name, _ in _aspects()]
    return (names.index(aspect) if aspect in names else len(names)), aspect


def standing_words(kind: str) -> str:
    """What stands between two names: "is said to be a front of"."""
    return _standings()[str(kind)]


def source_words(source: Source) -> str:
    """The source as the page names it: its name, "unnamed: experts", "an unnamed source"."""
    return named_source(source.name, source.kind)


def named_source(name: str | None, kind: SourceKind) -> str:
    """A source's name, or what kind of source it is where it has none; unnamed ones are always called so."""
    if not name:
        return term("speaker", kind)
    if kind is SourceKind.UNNAMED and "unnamed" not in name.lower():
        return f"{name} (unnamed)"
    return name


@cache
def _acts() -> dict[tuple[str, str], str]:
    rows = load_table(PACKAGE, "tables/acts.tsv", ("type", "mode", "words"), key=("type", "mode"))
    return {(row["type"], row["mode"]): row["words"] for row in rows}


@cache
def _terms() -> dict[tuple[str, str], str]:
    rows = load_table(PACKAGE, "tables/terms.tsv", ("kind", "code", "words"), key=("kind", "code"))
    return {(row["kind"], row["code"]): row["words"] for row in (*told_rows(), *rows)}


def _field(name: str) -> tuple[int, str, bool, str]:
    return _fields().get(name, (len(_fields()), name.replace("_", " "), False, ""))


@cache
def _fields() -> dict[str, tuple[int, str, bool, str]]:
    rows = load_table(PACKAGE, "tables/fields.tsv", ("field", "words", "blames", "brief"), key=("field",))
    return {row["field"]: (order, row["words"], row["blames"] == "yes", row["brief"]) for order, row in enumerate(rows)}


@cache
def _evidence() -> dict[str, str]:
    return {row["field"]: row["words"] for row in load_table(PACKAGE, "tables/evidence.tsv", ("field", "words"), key=("field",))}


@cache
def _standings() -> dict[str, str]:
    return {row["kind"]: row["words"] for row in load_table(PACKAGE, "tables/standings.tsv", ("kind", "words"), key=("kind",))}


@cache
def _aspects() -> tuple[tuple[str, str], ...]:
    rows = load_table(PACKAGE, "tables/aspects.tsv", ("aspect", "words"), key=("aspect",))
    return tuple((row["aspect"], row["words"]) for row in rows)
