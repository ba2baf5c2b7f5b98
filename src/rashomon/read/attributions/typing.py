"""The kind of a cue: what its source does with the content, told by the cue's words whichever reader found them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Certainty, Commitment, CueType, Polarity
from rashomon.parse.syntax import is_passive
from rashomon.read.attributions.contents import find_content
from rashomon.read.attributions.cues import CueEntry, cue_entries, listed_entries, spoken_entry
from rashomon.read.attributions.objects import is_dated
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.weighing import carries, weigh
from rashomon.tables import cell_fault, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("lemma", "pos", "frame", "type", "commitment", "certainty")
UNKNOWN = CueEntry(lemma="", frames=(), type=CueType.SAY, addressee="")
"""A cue that no table knows reports speech: most often it is a verb of manner beside a quotation ("he shrugged")."""
PARTS_OF_SPEECH = ("VERB", "NOUN", "ADJ", "ADV", "ADP")
TELLING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
LEAST_STEM = 3
"""Fewer letters than this before an ending are no word it was made from."""
FAR = 99


def type_cue(words: Sequence[Token], anchor: Token, entry: CueEntry | None = None) -> CueEntry:
    """What a cue tells: its type, the reporter's commitment, the source's certainty, and whether the reporting takes place.

    `words` are the cue's tokens in text order, `anchor` the one that all others hang on; any words will do. A reader
    that knows the row of the table its cue was found by gives it as `entry`. The polarity of the result is that of the
    reporting: denied for "did not say", "nobody said", "declined to say"; "denied" itself is affirmed.

    The type is that of the first that holds: a phrase of the table ("threw cold water"); the word that the anchor only
    carries ("made a promise", "was critical", "seemed to suggest"); the anchor's own row, in the frame it stands in;
    that of the same word in another part of speech; that of the word it is made from; that of another word of the
    cue; and otherwise say. Commitment is described in docs/commitment.md.
    """
    cue = tuple(words) or (anchor,)
    head, typed = _refused(anchor) or ((anchor, entry) if entry is not None else _typed(cue, anchor))
    return weigh(typed, head, cue)


def is_listed(entry: CueEntry) -> bool:
    """False for the entry of a cue that no table knows."""
    return bool(entry.lemma)


def type_report(report: Report) -> Report:
    """The report of a reader that knows its row of the table, with that row and the polarity weighed by all its words."""
    entry = type_cue(report.cue, report.head, report.entry)
    return replace(report, entry=entry, denied=entry.polarity is Polarity.DENIED)


def _typed(cue: tuple[Token, ...], anchor: Token) -> tuple[Token, CueEntry]:
    phrase = _phrase(cue, anchor)
    if phrase is not None and not (phrase.type is CueType.SAY and carries(anchor)):
        return anchor, phrase
    own = _row(anchor, cue)
    if own is None or carries(anchor) or anchor.pos_ not in TELLING:
        told = _carried(cue, anchor)
        if told is not None:
            return told
    return anchor, own or _derived(anchor, cue) or UNKNOWN


def _refused(anchor: Token) -> tuple[Token, CueEntry] | None:
    """What is not said in "declined to comment", "refused to answer": the word of saying, which the refusal then denies."""
    if not any(entry.polarity is Polarity.DENIED for entry in cue_entries(anchor)):
        return None
    verb = next((child for child in anchor.children if child.dep_ == "xcomp" and child.i > anchor.i), None)
    entry = spoken_entry(verb) if verb is not None else None
    return (verb, entry) if verb is not None and entry is not None else None


def _phrase(cue: tuple[Token, ...], anchor: Token) -> CueEntry | None:
    """The longest phrase of the table whose words stand in the cue in its order, the anchor or a word it carries among them."""
    words = sorted({*cue, *(child for child in anchor.children if child.dep_ == "prt")}, key=lambda token: token.i)
    rows = (row for token in words for row in _phrases().get(token.lemma_.lower(), ()))
    found = [(row, held) for row in rows if (held := _held(row.lemma.split(), words))]
    fitting = [(row, held) for row, held in found if carries(anchor) or anchor in held]
    return max(fitting, key=lambda pair: len(pair[1]))[0] if fitting else None


def _held(phrase: list[str], words: Sequence[Token]) -> list[Token]:
    """The words of the phrase, in their order, a particle or preposition hanging on one of the others; none when one is missing."""
    held: list[Token] = []
    for word in words:
        if (
            len(held) < len(phrase)
            and word.lemma_.lower() == phrase[len(held)]
            and not (held and word.pos_ == "ADP" and word.head not in held)
        ):
            held.append(word)
    return held if len(held) == len(phrase) else []


def _carried(cue: tuple[Token, ...], anchor: Token) -> tuple[Token, CueEntry] | None:
    """Of the cue's other words with a row the one nearest to the anchor; one that tells more than that something is said comes first."""
    found = []
    for token in cue:
        row = _row(token, cue) if token != anchor and token.pos_ in TELLING and not token.dep_.startswith("aux") else None
        if row is not None and not (carries(token) and row.type is CueType.SAY):
            found.append(((row.type is CueType.SAY, _depth(token, anchor), token.i), token, row))
    if not found:
        return None
    _, token, row = min(found, key=lambda candidate: candidate[0])
    return token, row


def _depth(token: Token, anchor: Token) -> int:
    depth = 0
    while token != anchor and token.head != token:
        token, depth = token.head, depth + 1
    return depth if token == anchor else FAR


def _row(token: Token, cue: tuple[Token, ...]) -> CueEntry | None:
    """The row of the tables for a word in the frame it stands in, or its plain one."""
    pos = "VERB" if token.pos_ == "AUX" else token.pos_
    framed, plain = _rows().get((token.lemma_.lower(), pos), ((), None))
    for row in framed:
        if _stands_in(token, row.frames[0], cue):
            return row
    entries = cue_entries(token)
    if len(entries) > 1 or (entries and plain is not None):
        fitting = (entry for entry in entries if any(_stands_in(token, frame, cue) for frame in entry.frames))
        return next(fitting, plain or entries[0])
    return entries[0] if entries else plain


def _stands_in(token: Token, frame: str, cue: tuple[Token, ...]) -> bool:
    if frame == "passive":
        return is_passive(token) or (token.tag_ == "VBN" and token.dep_ in {"acomp", "oprd"})
    if any(child.lower_ == frame and child.dep_ in {"prep", "prt", "mark", "dative"} and not is_dated(child) for child in token.children):
        return True
    if cue[-1].lower_ == frame and cue[-1].i > token.i:
        return True
    return token.pos_ in TELLING and find_content(token, (frame,)) is not None


def _derived(anchor: Token, cue: tuple[Token, ...]) -> CueEntry | None:
    """The row of the same word in another part of speech, or of the word it is made from."""
    for word in (anchor.lemma_.lower(), anchor.lower_):
        for base in (word, *_bases(word)):
            row = _any_row(base)
            if row is not None:
                return row
    told = _carried(cue, anchor)
    return told[1] if told is not None else None


def _bases(word: str) -> Iterator[str]:
    for row in load_table("rashomon.read.attributions", "tables/cue_endings.tsv", ("ending", "base"), ("ending", "base")):
        if word.endswith(row["ending"]) and len(word) - len(row["ending"]) >= LEAST_STEM:
            yield word[: -len(row["ending"])] + row["base"]


def _any_row(lemma: str) -> CueEntry | None:
    for pos in PARTS_OF_SPEECH:
        listed = listed_entries(lemma, pos)
        if listed:
            return listed[0]
        _, plain = _rows().get((lemma, pos), ((), None))
        if plain is not None:
            return plain
    return None


@cache
def _rows() -> dict[tuple[str, str], tuple[tuple[CueEntry, ...], CueEntry | None]]:
    """For a word in one part of speech its rows with a frame, and the one without."""
    rows: dict[tuple[str, str], tuple[tuple[CueEntry, ...], CueEntry | None]] = {}
    for pos, row in _table():
        framed, plain = rows.get((row.lemma, pos), ((), None))
        rows[row.lemma, pos] = ((*framed, row), plain) if row.frames else (framed, row)
    return rows


@cache
def _phrases() -> dict[str, tuple[CueEntry, ...]]:
    """The phrases by their first word."""
    phrases: dict[str, tuple[CueEntry, ...]] = {}
    for _, row in _table():
        first, _, rest = row.lemma.partition(" ")
        if rest:
            phrases[first] = (*phrases.get(first, ()), row)
    return phrases


@cache
def _table() -> tuple[tuple[str, CueEntry], ...]:
    return tuple(
        (
            row["pos"],
            CueEntry(
                lemma=row["lemma"],
                frames=(row["frame"],) if row["frame"] else (),
                type=CueType(row["type"]),
                addressee="",
                commitment=Commitment(row["commitment"]),
                certainty=Certainty(row["certainty"]),
            ),
        )
        for row in load_table("rashomon.read.attributions", "tables/cue_types.tsv", COLUMNS, ("lemma", "pos", "frame"), type_fault)
    )


def type_fault(row: dict[str, str]) -> str | None:
    """What is wrong with a row of the table of types, with the words that may stand there; None for a good row."""
    allowed: dict[str, Iterable[str]] = {"pos": PARTS_OF_SPEECH, "type": CueType, "commitment": Commitment, "certainty": Certainty}
    return cell_fault((column, row[column], words) for column, words in allowed.items())
