"""Proper names in an article: those the parser found, repaired, and those it overlooked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.model import BlockKind
from rashomon.parse import Doc
from rashomon.read.actors.longer_names import with_what_follows, with_what_precedes
from rashomon.read.actors.proper_name import ORDINAL, Name, is_no_name, is_office, looks_like_acronym, name_of, names_in, title_before
from rashomon.read.actors.words import blocs, first_names, name_words, state_word, titles

if TYPE_CHECKING:
    from spacy.tokens import Span as Entity
    from spacy.tokens import Token

KEPT = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
"""The parser's types that can be actors; it often takes a group or an outlet for a product or a work of art, and some for a law."""

BREAKS = frozenset('()[],;:"/\u2014')
"""Signs that end a name: what the parser takes for one name across them is several."""

MISTAGGED = frozenset({"NOUN", "ADJ", "ADV", "NUM", "INTJ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_names(doc: Doc) -> list[Name]:
    """The proper names of the article in text order; none overlaps another, and none is a place of the dateline."""
    names: list[Name] = []
    taken: set[int] = set()
    for entity in doc.tokens.ents:
        taken.update(range(entity.start, entity.end))
        if entity.label_ in KEPT or (entity.label_ == "LAW" and entity[-1].text in name_words()):
            names.extend(_repair(entity, _left_out_before(entity)))
    known = {word for name in names for word in (name.text, name.words[-1])}
    persons = {name.words[end] for name in names if name.type == "PERSON" and len(name.words) > 1 for end in (0, -1)}
    names.extend(_overlooked(doc, taken, known, persons))
    names = sorted((name for name in names if name.first not in doc.dateline_places), key=lambda name: name.first)
    return with_what_follows(doc, with_what_precedes(doc, names))


def _left_out_before(entity: Entity) -> list[Token]:
    """What the parser left out of a name: the given name of a person ("Ana" Tal), the number of a group ("2nd" Oru Brigade)."""
    if entity.start == 0 or entity[0].nbor(-1).head not in entity:
        return []
    before = entity[0].nbor(-1)
    is_given = entity.label_ == "PERSON" and len(entity) == 1 and before.text in first_names() and before.dep_ == "compound"
    is_number = entity.label_ == "ORG" and entity[-1].text in name_words() and ORDINAL.fullmatch(before.text) is not None
    return [before] if (is_given and before.pos_ == "PROPN" and not before.ent_type_) or is_number else []


def _repair(entity: Entity, before: list[Token]) -> Iterator[Name]:
    """The entity without determiners, titles and possessive endings, cut where punctuation shows several names."""
    piece = before
    for token in entity:
        if token.text in BREAKS or token.is_space or _is_dash(token) or (token.lower_ == "of" and entity.label_ == "PERSON"):
            yield from names_in(piece, entity.label_)
            piece = []
        else:
            piece.append(token)
    yield from names_in(piece, entity.label_)


def _is_dash(token: Token) -> bool:
    """True for a dash between names; a hyphen inside one stands close."""
    return token.text in {"-", "--"} and (token.i == 0 or bool(token.doc[token.i - 1].whitespace_) or bool(token.whitespace_))


def _overlooked(doc: Doc, taken: set[int], known: set[str], persons: set[str]) -> Iterator[Name]:
    """Runs of proper nouns that the parser gave no type, and acronyms and names of persons that it took for common words.

    `persons` are first and last names of those it knew. A word that the article writes small as well is no name.
    """
    in_heading = _heading_tokens(doc)
    small = {token.lower_ for token in doc.words if token.is_lower}
    mistagged = {token.i for token in doc.words if token.i not in in_heading and _is_person(token, persons, small)}
    run: list[Token] = []
    common: set[str] = set()
    runs: list[list[Token]] = []
    for token in doc.words:
        is_known = (token.text in known and looks_like_acronym(token.text)) or token.i in mistagged
        if (token.pos_ == "PROPN" or is_known) and token.i not in taken and token.text[0].isupper() and token.text not in BREAKS:
            run.append(token)
            continue
        if token.is_lower:
            common.add(token.text)
        if run:
            runs.append(run)
            run = []
    named = known | {doc.tokens[place].text for place in mistagged}
    for capitalised in [*runs, run]:
        yield from _run(capitalised, named, in_heading, common)


def _is_person(token: Token, persons: set[str], small: set[str]) -> bool:
    """True for a person's name that the tagger does not know: "Brandt" behind "Ilse Brandt", "Alice" as the subject of a verb."""
    if not token.is_title or token.lower_ in small or token.pos_ not in MISTAGGED or token.lower_ in titles():
        return False
    return token.text in persons or (token.text in first_names() and (token.dep_ in SUBJECTS or not token.is_sent_start))


def _run(run: list[Token], known: set[str], in_heading: set[int], common: set[str]) -> Iterator[Name]:
    while len(run) > 1 and run[0].lower_ in titles():
        run = run[1:]
    if not run or run[0].lower_ in titles() or is_no_name(run) or is_office(run[-1]):
        return
    text = " ".join(token.text for token in run)
    sure = (
        text in known
        or bool(title_before(run[0]))
        or (len(run) == 1 and looks_like_acronym(text))
        or state_word(text) is not None
        or text.lower() in blocs()
    )
    if sure or (run[0].i not in in_heading and _stands_as_name(run, common)):
        yield name_of(run, "")


def _stands_as_name(run: list[Token], common: set[str]) -> bool:
    """True for a capitalised run that fills a noun's place; at the start of a sentence only when it is nowhere written small."""
    last = run[-1]
    if last.tag_ not in {"NNP", "NNPS"} or (
        run[0].is_sent_start and (run[0].lower_ in common or last.dep_ not in {"nsubj", "nsubjpass", "poss"})
    ):
        return False
    return last.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos", "agent"}


def _heading_tokens(doc: Doc) -> set[int]:
    inside: set[int] = set()
    for block in doc.blocks():
        if block.kind in {BlockKind.TITLE, BlockKind.HEADING}:
            inside.update(token.i for token in doc.tokens_in([block.span]))
    return inside
