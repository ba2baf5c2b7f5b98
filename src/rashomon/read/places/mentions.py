"""Which words of an article name a place: names that the parser takes for places, and names that stand where places stand.

A people's name ("Varenian"), a government meant by its capital or country ("Port Selm said") and a name inside a person's
or an organisation's are no mentions of a place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.places.gazetteer import AREA, Entry, Gazetteer
from rashomon.read.places.governments import is_government, word_before
from rashomon.read.places.told import is_building, is_told_as_place
from rashomon.read.places.words import first_names, place_words
from rashomon.read.times.rules import meaning
from rashomon.tables import choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
OTHER_NAMES = frozenset({"PERSON", "NORP", "ORG", "LANGUAGE", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
DATELINE_MARKS = frozenset({"-", "--", "---", "\u2014", "(", ",", ":"})
JOINING = frozenset({"and", "or", ",", "&"})
LONGEST_LIST = 24
LONGEST_ACRONYM = 5
GAP = 4


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


def find_place_mentions(doc: Doc, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The mentions in text order, none overlapping. A name that is a place's once is so wherever it stands alone."""
    possible = [mention for run in _name_runs(doc) if (mention := _mention(doc, run, gazetteer)) is not None]
    people = Counter(word for entity in doc.tokens.ents if entity.label_ == "PERSON" for word in entity.text.split())
    openings = _openings(doc)
    places: list[PlaceMention] = []
    others: list[PlaceMention] = []
    for mention in possible:
        found = _is_place(doc, mention, people, openings) or _is_beside_a_place(doc, mention, people, places)
        (places if found else others).append(mention)
    known = {mention.text for mention in places}
    again = [
        mention
        for mention in others
        if mention.text in known and mention.sort not in OTHER_NAMES and mention.candidates and not _means_government(doc, mention)
    ]
    return sorted([*places, *again], key=lambda mention: mention.first)


@cache
def prepositions() -> dict[str, str]:
    """Words before which a name is a place's, by what they tell: "inside", "near", "toward", "part"."""
    return {
        row["word"]: row["sense"] for row in load_table("rashomon.read.places", "tables/locative_words.tsv", ("word", "sense"), ("word",))
    }


@cache
def regions_by_abbreviation() -> dict[str, tuple[str, str]]:
    """Country and name of the state or province that each abbreviation ("Tex.") stands for."""
    rows = load_table("rashomon.read.places", "tables/region_abbreviations.tsv", ("country", "name", "abbreviations"), ("country", "name"))
    found: dict[str, tuple[str, str]] = {}
    for row in rows:
        for short in choices(row["abbreviations"]):
            found.setdefault(short, (row["country"], row["name"]))
    return found


def _name_runs(doc: Doc) -> Iterator[list[Token]]:
    """Runs of neighbouring words that make up one name; small words inside a place's name and hyphened parts belong to it."""
    run: list[Token] = []
    for token in doc.tokens:
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
    if token.ent_iob_ == "I" and token.ent_type_ in PLACE_ENTITIES and token.tag_ != "POS":
        return True
    if not before.whitespace_ and (token.text == "-" or before.text == "-"):
        return _is_hyphened_name(doc, token if token.text == "-" else before)
    return _may_be_named(token) and token.ent_type_ == before.ent_type_ and token.ent_iob_ != "B"


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


def _mention(doc: Doc, run: Sequence[Token], gazetteer: Gazetteer) -> PlaceMention | None:
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
    if text in regions_by_abbreviation() and "." in text:
        country, name = regions_by_abbreviation()[text]
        return tuple(entry for entry in gazetteer.find(name) if entry.kind == "region" and entry.country == country)
    found = _of_asked_kind(doc, tokens, gazetteer)
    if text.isupper() and len(text) <= LONGEST_ACRONYM and not any(token.is_lower for token in tokens[0].sent if token.is_alpha):
        return found
    if text.isupper() and len(text) <= LONGEST_ACRONYM:
        return tuple(entry for entry in found if entry.kind not in {"city", "capital", "district"})
    return found


def _of_asked_kind(doc: Doc, tokens: Sequence[Token], gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places of that name; only the regions among them, if any, where it says "Brenna province" or "Brenna Province"."""
    found = gazetteer.find(_text(doc, tokens))
    after = tokens[-1].i + 1
    asked = after < len(doc.tokens) and doc.tokens[after].lower_ in place_words("region")
    if not found and len(tokens) > 1 and tokens[-1].lower_ in place_words("region"):
        found, asked = gazetteer.find(_text(doc, tokens[:-1])), True
    return tuple(entry for entry in found if asked and entry.kind == "region") or found


def _text(doc: Doc, tokens: Sequence[Token]) -> str:
    return " ".join(doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])].split())


@cache
def _never() -> frozenset[str]:
    return place_words("never") | frozenset(meaning("month")) | frozenset(meaning("weekday")) | frozenset(meaning("season"))


def _openings(doc: Doc) -> frozenset[int]:
    starts = {block.span.start for block in doc.blocks()}
    return frozenset(token.i for token in doc.tokens if token.idx in starts)


def _is_place(doc: Doc, mention: PlaceMention, people: Counter[str], openings: frozenset[int]) -> bool:
    locative = mention.governor in prepositions() or _is_said_near(doc, mention)
    if (mention.first in openings and _is_dateline(doc, mention)) or is_told_as_place(doc, mention.first, mention.last, openings):
        return True
    if mention.sort in OTHER_NAMES:
        return _is_place_after_all(doc, mention)
    if _means_government(doc, mention) or (mention.text in people and not locative):
        return False
    if mention.sort in {"GPE", "LOC"}:
        return bool(mention.candidates) or prepositions().get(mention.governor) in {"inside", "near", "toward"}
    if mention.sort == "FAC":
        inside = prepositions().get(mention.governor) == "inside" and not is_building(doc.tokens[mention.last])
        return (inside and _stands_bare(doc, mention)) if not mention.candidates else (mention.candidates[0].main or locative)
    return bool(mention.candidates) and (locative or _is_container(doc, mention))


def _is_place_after_all(doc: Doc, mention: PlaceMention) -> bool:
    """True for a known name that the parser takes for a person's or a people's, where it stands as only places do."""
    whole = doc.tokens[mention.first].ent_iob_ == "B" and not _goes_on(doc, mention)
    if not whole or not mention.candidates or not mention.candidates[0].main:
        return False
    if doc.tokens[mention.last].lower_ in place_words("region") and mention.candidates[0].kind == "region":
        return True
    sense = prepositions().get(mention.governor)
    if mention.sort == "NORP":
        return sense == "inside" and _stands_bare(doc, mention)
    return (
        sense in {"inside", "near"}
        or (sense == "toward" and _is_gone_to(doc, mention))
        or _is_container(doc, mention)
        or (mention.sort == "ORG" and _is_said_near(doc, mention))
    )


def _is_gone_to(doc: Doc, mention: PlaceMention) -> bool:
    """True for where one flees or travels, and for a place of our own table, which is never a person's name."""
    root = doc.tokens[mention.first : mention.last + 1].root
    moves = root.head.head.lemma_ in place_words("motion") and root.text not in first_names()
    return root.dep_ == "pobj" and (moves or mention.candidates[0].id.startswith(AREA))


def _is_beside_a_place(doc: Doc, mention: PlaceMention, people: Counter[str], places: Sequence[PlaceMention]) -> bool:
    """True for a known name coordinated with a place before it: "in Selmouth and Orsk"."""
    root = doc.tokens[mention.first : mention.last + 1].root
    if root.dep_ != "conj" or not mention.candidates or not mention.candidates[0].main or _goes_on(doc, mention):
        return False
    if _means_government(doc, mention) or doc.tokens[mention.first].ent_iob_ == "I" or mention.governor not in JOINING:
        return False
    if people[mention.text] > (mention.sort == "PERSON"):
        return False
    return any(place.first <= root.head.i <= place.last for place in places) and not _are_divisions(doc, mention)


def _are_divisions(doc: Doc, mention: PlaceMention) -> bool:
    """True in "Selm, Orsk and Brenna counties", which are not the towns of those names."""
    rest = doc.tokens[mention.last + 1 : mention.last + LONGEST_LIST]
    after = next((token for token in rest if token.tag_ not in NAME_TAGS and token.lower_ not in JOINING), None)
    return after is not None and after.lower_ in place_words("divisions")


def _means_government(doc: Doc, mention: PlaceMention) -> bool:
    return is_government(doc.tokens[mention.first : mention.last + 1].root, mention.candidates, prepositions())


def _stands_bare(doc: Doc, mention: PlaceMention) -> bool:
    """True for "in Port Selm", unlike "in the Selm Rooms" and "in Port Selm customs house"."""
    return doc.tokens[mention.first - 1].lower_ == mention.governor and doc.tokens[mention.last].dep_ == "pobj"


def _goes_on(doc: Doc, mention: PlaceMention) -> bool:
    after = doc.tokens[mention.last + 1] if mention.last + 1 < len(doc.tokens) else None
    return after is not None and after.ent_iob_ == "I" and after.tag_ != "POS"


def _is_dateline(doc: Doc, mention: PlaceMention) -> bool:
    """True for the name in capitals with which a dispatch opens: "PORT SELM (AP) - "."""
    after = doc.tokens[mention.last + 1].text if mention.last + 1 < len(doc.tokens) else ""
    known = bool(mention.candidates) and mention.candidates[0].main
    return mention.text.isupper() and len(mention.text) > 3 and known and (after in DATELINE_MARKS or after[:1].isupper())


def _is_container(doc: Doc, mention: PlaceMention) -> bool:
    """True for the second name in "Selmouth, Varenia"."""
    return mention.first >= 2 and doc.tokens[mention.first - 1].text == "," and doc.tokens[mention.first - 2].ent_type_ == "GPE"


def _is_said_near(doc: Doc, mention: PlaceMention) -> bool:
    """True for the first name in "Selmouth, just outside Port Selm" and "the Selmouth halls near Port Selm"."""
    after = doc.tokens[mention.last + 1 : mention.last + 1 + GAP]
    at = next((token.i for token in after if token.lower_ in {"outside", "near"}), None)
    return at is not None and at + 1 < len(doc.tokens) and doc.tokens[at + 1].ent_type_ == "GPE" and not doc.tokens[at].is_sent_start
