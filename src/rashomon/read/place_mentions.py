"""Which words of an article name a place: names that the parser takes for places, and names that stand where places stand.

A people's name ("Varenian"), a government meant by its capital or country ("Port Selm said") and a name inside a person's
or an organisation's are no mentions of a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.gazetteer import Entry, Gazetteer
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
LONGEST = 5
"""No name of a place that is looked up has more words than this."""
MENTION_LIMIT = 4000


@dataclass(frozen=True)
class PlaceMention:
    """Words that name a place: the tokens from `first` to `last` (both included), the word that governs them, the places they may mean."""

    first: int
    last: int
    text: str
    governor: str
    candidates: tuple[Entry, ...]
    sort: str


def find_place_mentions(doc: Doc, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The mentions in text order, none overlapping."""
    found: list[PlaceMention] = []
    known: set[str] = set()
    for run in _name_runs(doc):
        for first, last in _parts(doc, run, gazetteer, known):
            mention = _mention(doc, first, last, gazetteer)
            if mention is not None and _is_place(doc, mention, known):
                known.add(mention.text)
                found.append(mention)
    return found


@cache
def prepositions() -> dict[str, str]:
    """Words before which a name is a place's, by what they tell: "inside", "near", "toward"."""
    return {row["word"]: row["sense"] for row in load_table("rashomon.read", "tables/locative_words.tsv", ("word", "sense"))}


def _name_runs(doc: Doc) -> Iterator[list[Token]]:
    """Runs of neighbouring words that are names: entities of places, and other words tagged as names."""
    run: list[Token] = []
    for token in doc.tokens:
        if _may_be_named(token):
            if run and (token.i != run[-1].i + 1 or _breaks(run[-1], token)):
                yield run
                run = []
            run.append(token)
        elif run and not (token.text in {"-", "'", "of", "the", "de", "la", "sur", "al", "el", "upon", "and"} and _joins(doc, token)):
            yield run
            run = []
        elif run:
            run.append(token)
    if run:
        yield run


def _may_be_named(token: Token) -> bool:
    if token.ent_type_ in PLACE_ENTITIES:
        return not token.is_space and (token.lower_ != "the" or token.ent_iob_ != "B") and token.tag_ != "POS"
    return token.tag_ in NAME_TAGS and token.text[:1].isupper()


def _breaks(before: Token, token: Token) -> bool:
    return token.is_sent_start or (token.ent_iob_ == "B" and token.ent_type_ != "" and before.ent_type_ != "") or (before.ent_type_ != token.ent_type_)


def _joins(doc: Doc, token: Token) -> bool:
    """True for a small word inside one entity of a place ("Isle of Wight") or a hyphen inside a name."""
    following = doc.tokens[token.i + 1] if token.i + 1 < len(doc.tokens) else None
    if following is None or not following.text[:1].isalpha():
        return False
    inside = token.ent_type_ in PLACE_ENTITIES and following.ent_iob_ == "I"
    return inside or (token.text == "-" and not token.whitespace_ and following.ent_type_ == doc.tokens[token.i - 1].ent_type_)


def _parts(doc: Doc, run: Sequence[Token], gazetteer: Gazetteer, known: set[str]) -> Iterator[tuple[int, int]]:
    """The whole run where it is a place's entity or a known name, else the longest names of places inside it."""
    start = 0
    while start < len(run):
        for end in range(min(len(run), start + LONGEST), start, -1):
            text = doc.text[run[start].idx : run[end - 1].idx + len(run[end - 1])]
            if text in known or gazetteer.find(text):
                yield run[start].i, run[end - 1].i
                start = end
                break
        else:
            whole = start == 0 and run[0].ent_type_ in PLACE_ENTITIES
            if whole:
                yield run[0].i, run[-1].i
                return
            start += 1


def _mention(doc: Doc, first: int, last: int, gazetteer: Gazetteer) -> PlaceMention | None:
    tokens = doc.tokens
    while first < last and tokens[first].lower_ in {"the", "'s"}:
        first += 1
    while last > first and (tokens[last].tag_ == "POS" or tokens[last].text in {"-", ",", "."}):
        last -= 1
    text = " ".join(doc.text[tokens[first].idx : tokens[last].idx + len(tokens[last])].split())
    if not any(letter.isalpha() for letter in text) or len(text) < 2:
        return None
    governor = _governor(doc, first)
    return PlaceMention(first, last, text, governor, gazetteer.find(text), tokens[first].ent_type_)


def _governor(doc: Doc, first: int) -> str:
    """The word before the name, small words and "northern" and the like left out."""
    at = first - 1
    while at >= 0 and (doc.tokens[at].lower_ in {"the", "just", "central", "downtown"} or doc.tokens[at].lower_.endswith(("ern", "ern-"))):
        at -= 1
    return doc.tokens[at].lower_ if at >= 0 else ""


def _is_place(doc: Doc, mention: PlaceMention, known: set[str]) -> bool:
    head = doc.tokens[mention.first : mention.last + 1].root
    locative = mention.governor in prepositions()
    if mention.sort in {"PERSON", "NORP", "ORG", "LANGUAGE", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"}:
        if _is_part_of_name(doc, mention):
            return False
        return bool(mention.candidates) and (locative or _names_container(doc, mention)) and mention.sort != "NORP"
    if _acts(head, mention):
        return False
    if mention.sort == "GPE" or mention.sort == "LOC":
        return bool(mention.candidates) or locative
    if mention.sort == "FAC":
        return bool(mention.candidates) and any(entry.main for entry in mention.candidates)
    return bool(mention.candidates) and (locative or _names_container(doc, mention) or mention.text in known)


def _is_part_of_name(doc: Doc, mention: PlaceMention) -> bool:
    """True when the words are only part of the person's or organisation's name that the parser found."""
    before, after = doc.tokens[mention.first - 1] if mention.first else None, doc.tokens[mention.last + 1] if mention.last + 1 < len(doc.tokens) else None
    if before is not None and before.ent_type_ == mention.sort and doc.tokens[mention.first].ent_iob_ == "I":
        return before.lower_ != "the"
    return after is not None and after.ent_iob_ == "I"


def _names_container(doc: Doc, mention: PlaceMention) -> bool:
    """True for the second name in "Selmouth, Varenia"."""
    return mention.first >= 2 and doc.tokens[mention.first - 1].text == "," and doc.tokens[mention.first - 2].ent_type_ == "GPE"


def _acts(head: Token, mention: PlaceMention) -> bool:
    """True when a country or a capital is what does or says something: its government is meant."""
    if head.dep_ == "nsubj" and any(entry.kind == "country" for entry in mention.candidates[:3]):
        return head.head.pos_ == "VERB" and head.head.lemma_ not in {"have", "lie", "remain", "become", "see"}
    if head.dep_ == "nsubj":
        return head.head.lemma_ in {"say", "tell", "announce", "deny", "accuse", "condemn", "warn", "claim", "insist", "argue", "declare", "reject", "demand"}
    return False
