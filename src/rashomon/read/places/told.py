"""Names that the text itself tells to be places, whether or not the gazetteer lists them.

The cues are those of rule-based toponym recognition (Leidner 2007, "Toponym Resolution in Text", chapter 3): a word for
a settlement or a building before the name, and the dateline of a dispatch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.places.words import place_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Name
    from spacy.tokens import Token

NO_PLACES = frozenset({"PERSON", "NORP", "DATE", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
NAME_TAGS = frozenset({"NNP", "NNPS"})


def is_told_as_place(doc: Doc, first: int, last: int) -> bool:
    """True where the words around the name of tokens `first` to `last` say that it is a place's.

    Told are "the customs house of Port Selm", "the capital, Karsava", "Karsava, a port", "besieged Karsava" and both names of the
    dateline "PORT SELM, Varenia (Agency) -".
    """
    name = doc.tokens[first : last + 1]
    if _is_landmark(doc, first, last):
        return True
    if is_building(name[-1]) or not name[0].text[:1].isupper():
        return False
    if _is_in_dateline(doc, name) or _is_explained(name.root):
        return True
    if any(token.ent_type_ in NO_PLACES for token in name):
        return False
    return _is_of_a_place(name.root) or _is_called(name.root) or _is_besieged(name.root) or _is_settled(doc, name.root)


def _is_landmark(doc: Doc, first: int, last: int) -> bool:
    """True for the name in "at Selm Crossing" and "near Tull's Corner": its last word says what it is, and it stands where places do."""
    name = doc.tokens[first : last + 1]
    before = doc.tokens[max(0, first - 2) : first]
    led_by = next((token.lower_ for token in reversed(before) if token.lower_ != "the"), "")
    whole = name.root.dep_ == "pobj" and name.root.i == last and len(name) > 1
    return whole and led_by in place_words("at") and name[-1].lower_ in place_words("landmark")


def _is_settled(doc: Doc, root: Token) -> bool:
    """True for the name in "the Quillon camp"."""
    noun = root.head
    behind = root.dep_ == "compound" and noun.i == root.i + 1 and noun.tag_ == "NN" and noun.lemma_.lower() in place_words("named")
    return behind and root.tag_ in NAME_TAGS and root.left_edge.i > 0 and doc.tokens[root.left_edge.i - 1].lower_ == "the"


def is_building(token: Token) -> bool:
    """True for a word such as "Hall", which ends the name of a building and not of a town."""
    return token.lower_ in place_words("building") | place_words("never")


def _is_of_a_place(root: Token) -> bool:
    """True for the name in "the customs house of Port Selm"."""
    if root.dep_ != "pobj" or root.head.lower_ != "of" or root.ent_type_ == "ORG":
        return False
    noun = root.head.head
    places = place_words("building") | place_words("settlement") | place_words("dweller")
    return noun.tag_ in {"NN", "NNS"} and noun.lemma_.lower() in places


def _is_called(root: Token) -> bool:
    """True for the name in "the capital, Karsava"."""
    return root.dep_ == "appos" and root.head.tag_ == "NN" and root.head.lemma_.lower() in place_words("settlement")


def _is_explained(root: Token) -> bool:
    """True for the name in "Selmouth, a harbour town in Varenia" and "Selmouth is a town in Varenia"."""
    told = [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        told += [child for child in root.head.children if child.dep_ == "attr"]
    return root.tag_ in NAME_TAGS and any(_is_a_settlement(noun) for noun in told)


def _is_a_settlement(noun: Token) -> bool:
    articled = any(child.dep_ == "det" for child in noun.children)
    return noun.tag_ == "NN" and noun.lemma_.lower() in place_words("settlement") and articled


def _is_besieged(root: Token) -> bool:
    """True for the name in "shelled Selmouth" and "Selmouth was besieged", unlike "shelled the Selmouth Brigade"."""
    bare = root.ent_type_ != "ORG" and not any(child.dep_ == "det" for child in root.children)
    return bare and root.dep_ in {"dobj", "nsubjpass"} and root.head.lemma_ in place_words("siege")


def _is_in_dateline(doc: Doc, name: Name) -> bool:
    """True for the places that the article's dateline names, and no words beside them."""
    return doc.dateline is not None and doc.span(name[0], name[-1]) in doc.dateline.places
