"""Units: what a number counts, told by the words behind it: people at large, a narrower group of them, or bundles of them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rashomon.link.acts import WORD, stem
from rashomon.link.names import is_function_word
from rashomon.model import Participant, Spans, quote
from rashomon.tables import cell_fault, load_table

CLASSES = frozenset({"general", "group", "bundle", "loose"})


class Unit(NamedTuple):
    """What is counted. `name` is the stem of its noun, empty for people at large; `words` is that noun as told.

    `bundles` is True for several at a time ("families"); `loose` when the words before the number promise nothing ("up to").
    """

    name: str = ""
    words: str = ""
    bundles: bool = False
    loose: bool = False


def unit_of(text: str, number: Spans, holder: Participant | None) -> Unit:
    """The unit of a number in `text`: the last word of the phrase behind it inside its holder ("nine police officers" counts officers)."""
    loose = any(quote(text, number).lower().startswith(words) for words in _words_of("loose"))
    behind = text[number[-1].end : holder.spans[-1].end] if holder is not None else ""
    noun = _last_of_phrase(behind)
    row = _row_of(stem(noun.lower()))
    if not noun or (row is not None and row["class"] == "general"):
        return Unit(loose=loose)
    name = stem((row["name"] if row is not None else "") or noun)
    return Unit(name, noun, row is not None and row["class"] == "bundle", loose)


def _last_of_phrase(words: str) -> str:
    """The word before the first preposition, clause or comma: "striking nurses of Dunmere" gives "nurses"."""
    noun, end = "", 0
    for match in WORD.finditer(words):
        is_noun = not is_function_word(match.group().lower()) or _row_of(stem(match.group().lower())) is not None
        if noun and (not is_noun or words[end : match.start()].strip()):
            break
        noun, end = (match.group() if is_noun else noun), match.end()
    return noun


@cache
def _words_of(kind: str) -> frozenset[str]:
    return frozenset(row["words"] for row in _rows() if row["class"] == kind)


@cache
def _row_of(stemmed: str) -> dict[str, str] | None:
    return next((row for row in _rows() if row["class"] != "loose" and stemmed in {stem(row["words"]), stem(row["name"])}), None)


def _rows() -> tuple[dict[str, str], ...]:
    def fault(row: dict[str, str]) -> str | None:
        return cell_fault([("class", row["class"], CLASSES)])

    return load_table("rashomon.compare", "tables/units.tsv", ("words", "class", "name"), key=("words",), fault=fault)
