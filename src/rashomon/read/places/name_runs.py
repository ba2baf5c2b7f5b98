"""Runs of words that make up one name, with the places that it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.places.gazetteer import Entry, Gazetteer
from rashomon.read.places.governments import word_before
from rashomon.read.places.words import place_words
from rashomon.read.times.words import meaning
from rashomon.tables import choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
LONGEST_ACRONYM = 5


@dataclass(frozen=True)
class PlaceMention:
    """Words that name a place.

    The tokens from `first` to `last` (both included), the word that governs them (`governor`), the places they may mean
    (`candidates`, most populous first), and the `sort` of entity that the parser took them for.
    """

    first: int
    last: int
    text: str
    governor: str
    candidates: tuple[Entry, ...]
    sort: str


def name_runs(doc: Doc) -> Iterator[list[Token]]:
    """Runs of neighbouring words that make up one name; small words inside a place's name and hyphened parts belong to it."""
    run: list[Token] = []
    for token in doc.words:
        if run and (_continues(doc, run[-1], token)):
            run.append(token)
            continue
        if run:
            yield run
        run = [token] if _may_be_named(token) else []
    if run:
        yield run


def _may_be_named(token: Token) -> bool:
    if token.ent_type_ in PLACE_ENTITIES:
        return token.text[:1].isalnum() and token.lower_ != "the"
    return token.tag_ in NAME_TAGS and token.text[:1].isupper()


def _continues(doc: Doc, before: Token, token: Token) -> bool:
    if token.is_space or (token.is_sent_start and not _goes_on_in_capitals(before, token)):
        return False
    if (token.ent_iob_ == "I" and token.ent_type_ in PLACE_ENTITIES and token.tag_ != "POS") or _is_of_landmark(doc, before, token):
        return True
    if not before.whitespace_ and (token.text == "-" or before.text == "-"):
        return _is_hyphened_name(doc, token if token.text == "-" else before)
    return _may_be_named(token) and token.ent_type_ == before.ent_type_ and token.ent_iob_ != "B"


def _is_of_landmark(doc: Doc, before: Token, token: Token) -> bool:
    """True at the last words of "Selm Valley" and "Tull's Corner", which the parser may take for two names."""
    after = doc.tokens[token.i + 1] if token.i + 1 < len(doc.tokens) else token
    owned = after if token.tag_ == "POS" else token
    named = before.tag_ in NAME_TAGS or before.tag_ == "POS"
    return (
        named
        and owned.tag_ in NAME_TAGS
        and owned.lower_ in place_words("landmark")
        and owned in (before.head, token.head, before.head.head)
    )


def _goes_on_in_capitals(before: Token, token: Token) -> bool:
    """True inside "PORT SELM", which the parser may take for two sentences."""
    return before.text.isalpha() and before.text.isupper() and token.text.isupper()


def _is_hyphened_name(doc: Doc, hyphen: Token) -> bool:
    """True where the parts joined by hyphens begin and end with a capital ("Selm-sur-Oru"), unlike "Varenia-backed"."""
    at = hyphen.i + 1
    while (
        at + 1 < len(doc.tokens) and not doc.tokens[at].whitespace_ and doc.tokens[at + 1].text == "-" and at - hyphen.i < LONGEST_ACRONYM
    ):
        at += 2
    return at < len(doc.tokens) and doc.tokens[at].text[:1].isupper()


def mention_of(doc: Doc, run: Sequence[Token], gazetteer: Gazetteer) -> PlaceMention | None:
    """The run as a mention; without "northern" and the like before it where only the rest is a known name."""
    tokens = list(run)
    while len(tokens) > 1 and tokens[-1].text in {"-", ",", ".", "'s", "'"}:
        tokens.pop()
    candidates = _candidates(doc, tokens, gazetteer)
    while not candidates and len(tokens) > 1 and tokens[0].lower_ in place_words("direction"):
        tokens = tokens[1:]
        candidates = _candidates(doc, tokens, gazetteer)
    hyphen = next((at for at, token in enumerate(tokens) if token.text == "-"), None)
    if not candidates and hyphen and (parts := _candidates(doc, tokens[:hyphen], gazetteer)):
        tokens, candidates = tokens[:hyphen], parts
    tokens = _with_region_word(doc, tokens, candidates)
    text = _text(doc, tokens)
    if len(text) < 2 or not text[:1].isalpha() or text.lower().rstrip(".") in _never():
        return None
    return PlaceMention(tokens[0].i, tokens[-1].i, text, word_before(tokens[0]), candidates, tokens[0].ent_type_)


def _with_region_word(doc: Doc, tokens: list[Token], candidates: Sequence[Entry]) -> list[Token]:
    """The name with the word behind it that asks for a region ("Brenna province"), where there is such a region."""
    after = doc.tokens[tokens[-1].i + 1] if tokens[-1].i + 1 < len(doc.tokens) else None
    asked = after is not None and after.text in place_words("region") and after.dep_ != "compound"
    return [*tokens, after] if after is not None and asked and candidates and candidates[0].kind == "region" else tokens


def _candidates(doc: Doc, tokens: Sequence[Token], gazetteer: Gazetteer) -> tuple[Entry, ...]:
    text = _text(doc, tokens)
    shortened = _shortened(doc, tokens)
    if shortened is not None:
        country, name = shortened
        return tuple(entry for entry in gazetteer.find(name) if entry.kind == "region" and entry.country == country)
    found = _of_asked_kind(doc, tokens, gazetteer)
    if text.isupper() and len(text) <= LONGEST_ACRONYM and not any(token.is_lower for token in tokens[0].sent if token.is_alpha):
        return found
    if text.isupper() and len(text) <= LONGEST_ACRONYM:
        return tuple(entry for entry in found if entry.kind not in {"city", "capital", "district"})
    return found


def _shortened(doc: Doc, tokens: Sequence[Token]) -> tuple[str, str] | None:
    """Country and name of the region in "Tex.", which behind "Selmouth," needs no stop."""
    text, first = _text(doc, tokens), tokens[0].i
    if "." in text:
        return regions_by_abbreviation().get(text)
    behind_a_name = first > 1 and doc.tokens[first - 1].text == "," and doc.tokens[first - 2].tag_ in NAME_TAGS
    return (regions_by_abbreviation().get(text) or regions_by_abbreviation().get(f"{text}.")) if behind_a_name else None


def _of_asked_kind(doc: Doc, tokens: Sequence[Token], gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places of that name; only the regions among them, if any, where it says "Brenna province" or "Brenna Province"."""
    found = gazetteer.find(_text(doc, tokens))
    after = tokens[-1].i + 1
    asked = after < len(doc.tokens) and doc.tokens[after].lower_ in place_words("region")
    if not found and len(tokens) > 1 and tokens[-1].lower_ in place_words("region"):
        found, asked = gazetteer.find(_text(doc, tokens[:-1])), True
    return tuple(entry for entry in found if asked and entry.kind == "region") or found


@cache
def regions_by_abbreviation() -> dict[str, tuple[str, str]]:
    """Country and name of the state or province that each abbreviation ("Tex.") stands for."""
    rows = load_table("rashomon.read.places", "tables/region_abbreviations.tsv", ("country", "name", "abbreviations"), ("country", "name"))
    found: dict[str, tuple[str, str]] = {}
    for row in rows:
        for short in choices(row["abbreviations"]):
            found.setdefault(short, (row["country"], row["name"]))
    return found


def _text(doc: Doc, tokens: Sequence[Token]) -> str:
    return " ".join(doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])].split())


@cache
def _never() -> frozenset[str]:
    return place_words("never") | frozenset(meaning("month")) | frozenset(meaning("weekday")) | frozenset(meaning("season"))
