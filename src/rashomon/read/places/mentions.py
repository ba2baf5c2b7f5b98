"""Which words of an article name a place: names that the parser takes for places, and names that stand where places stand.

A people's name ("Varenian"), a government meant by its capital or country ("Port Selm said") and a name inside a person's
or an organisation's are no mentions of a place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from rashomon.parse import Doc
from rashomon.read.places.gazetteer import AREA, Gazetteer
from rashomon.read.places.governments import is_government
from rashomon.read.places.name_runs import NAME_TAGS, PlaceMention, mention_of, name_runs
from rashomon.read.places.told import is_building, is_told_as_place
from rashomon.read.places.words import first_names, place_words
from rashomon.tables import load_table

OTHER_NAMES = frozenset({"PERSON", "NORP", "ORG", "LANGUAGE", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})
DATELINE_MARKS = frozenset({"-", "--", "---", "\u2014", "(", ",", ":"})
JOINING = frozenset({"and", "or", ",", "&"})
LONGEST_LIST = 24
GAP = 4


def find_place_mentions(doc: Doc, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The mentions in text order, none overlapping. A name that is a place's once is so wherever it stands alone."""
    possible = [mention for run in name_runs(doc) if (mention := mention_of(doc, run, gazetteer)) is not None]
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


def _openings(doc: Doc) -> frozenset[int]:
    starts = {block.span.start for block in doc.blocks()}
    return frozenset(token.i for token in doc.words if token.idx in starts)


def _is_place(doc: Doc, mention: PlaceMention, people: Counter[str], openings: frozenset[int]) -> bool:
    locative = mention.governor in prepositions() or _is_said_near(doc, mention)
    if (mention.first in openings and _is_dateline(doc, mention)) or is_told_as_place(doc, mention.first, mention.last):
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
    if not mention.candidates:
        return mention.sort == "" and prepositions().get(mention.governor) == "inside" and _is_unheard_of(doc, mention)
    return locative or _is_container(doc, mention)


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


def _is_unheard_of(doc: Doc, mention: PlaceMention) -> bool:
    """True for a name that no list holds, where it stands behind "in" by itself: "in Mirovan"."""
    name, after = doc.tokens[mention.first : mention.last + 1], doc.tokens[mention.last + 1 : mention.last + 2]
    is_numbered = any(token.like_num for token in after)
    by_itself = _stands_bare(doc, mention) and mention.governor == "in" and not is_numbered
    return by_itself and all(token.tag_ in NAME_TAGS and not token.is_upper for token in name)


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
