"""Mistakes of the parser that can be told from the words alone, put right before anybody reads the parse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING

from rashomon.tables import choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Doc as Tokens
    from spacy.tokens import Span as Entity
    from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
PAST = frozenset({"VBD", "VBN"})
PRESENT = frozenset({"VB", "VBP"})
GIVERS = frozenset({"ORG", "PERSON", "NORP"})
THIRD = frozenset({"it", "they", "he", "she"})
FULL = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "dobj", "mark"})
"""What a participle alone does not have beside it."""


def repair(tokens: Tokens, pasts: Mapping[str, str], silent: Mapping[str, str]) -> None:
    """All repairs that need the words alone, in their order. Changes `tokens` in place; see the single ones for `pasts` and `silent`."""
    words = tuple(tokens)
    repair_silent_e(words, silent)
    repair_irregular_past(words, pasts)
    for repair_one in (
        repair_shot_dead,
        repair_doers_in_action,
        repair_wished_for,
        repair_named_to_office,
        repair_told_of_object,
        repair_received_from,
    ):
        repair_one(words)
    repair_coordinated_past(words, pasts)
    repair_deeds_of_the_dead(words)
    repair_clause_of_time(words)


@cache
def repair_words(name: str) -> frozenset[str]:
    """The words of a class in repairs.tsv."""
    rows = load_table("rashomon.parse", "tables/repairs.tsv", ("class", "words"), key=("class",))
    return frozenset(next(choices(row["words"]) for row in rows if row["class"] == name))


def repair_silent_e(tokens: Sequence[Token], silent: Mapping[str, str]) -> None:
    """The lemma of verbs that the lemmatizer cuts too short: `silent` leads from "fined" to "fine". Changes `tokens` in place."""
    for token in tokens:
        if token.pos_ == "VERB" and token.lower_ in silent:
            token.lemma_ = silent[token.lower_]


def repair_irregular_past(tokens: Sequence[Token], pasts: Mapping[str, str]) -> None:
    """The lemma, and the tag where it is that of a present, of verbs in a form that is nothing but a past: "retook" is of "retake".

    `pasts` leads from such forms to their verbs. Changes `tokens` in place.
    """
    for token in tokens:
        if token.pos_ == "VERB" and token.lower_ in pasts:
            token.lemma_ = pasts[token.lower_]
            token.tag_ = "VBD" if token.tag_ in PRESENT else token.tag_


def repair_coordinated_past(tokens: Sequence[Token], pasts: Mapping[str, str]) -> None:
    """A past form taken for an adjective behind "and" is a verb beside the sentence's own: "A said that B fled and froze assets".

    `pasts` leads from forms that are nothing but a verb's past ("froze") to the verb ("freeze"). Changes `tokens` in place.
    """
    for token in tokens:
        if token.lower_ in pasts and token.dep_ in {"amod", "compound"} and token.pos_ != "VERB":
            noun, root = token.head, token.sent.root
            behind_and = token.i > 0 and token.nbor(-1).dep_ == "cc"
            if behind_and and noun.dep_ == "conj" and root.pos_ == "VERB" and root.i < token.i:
                _make_verb(token, noun, root, pasts[token.lower_])


def repair_shot_dead(tokens: Sequence[Token]) -> None:
    """In "Two men on a motorcycle shot dead the editor" no shot of a motorcycle is dead: it is the verb. Changes `tokens` in place."""
    for shot in tokens[:-1]:
        dead = shot.nbor(1)
        is_object_told = any(child.dep_ == "dobj" for child in dead.children)
        if shot.lower_ != "shot" or shot.pos_ != "NOUN" or dead.lower_ != "dead" or not is_object_told or dead not in shot.ancestors:
            continue
        before = [child for child in shot.children if child.i < shot.i]
        bearer = next((child for child in reversed(before) if child.dep_ in {"compound", "nmod"}), None)
        if bearer is not None:
            bearer.head, bearer.dep_ = shot.head, shot.dep_
            for child in before:
                if child != bearer:
                    child.head = bearer
        _take_over(shot, dead)
        shot.tag_, shot.pos_, shot.lemma_ = "VBD", "VERB", "shoot"
        dead.dep_ = "oprd"


def repair_doers_in_action(tokens: Sequence[Token]) -> None:
    """In "was blown up by retreating troops" the troops are who did it; nothing is done to them. Changes `tokens` in place."""
    for doing in tokens:
        if doing.dep_ != "pcomp" or doing.lower_ not in repair_words("moving"):
            continue
        by, told = doing.head, list(doing.children)
        if by.dep_ != "agent" or doing.i != by.i + 1:
            continue
        if len(told) == 1 and told[0].dep_ == "dobj" and told[0].i == doing.i + 1:
            told[0].head, told[0].dep_ = by, "pobj"
            doing.head, doing.dep_ = told[0], "amod"


def repair_wished_for(tokens: Sequence[Token]) -> None:
    """In "called for the mayor to resign" the clause is what was called for, and not what it was done for. Changes `tokens` in place."""
    for verb in tokens:
        marks = [child for child in verb.children if child.dep_ == "mark"]
        wished = verb.dep_ == "advcl" and verb.tag_ == "VB" and any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
        if wished and verb.head.pos_ == "VERB" and any(mark.lower_ == "for" and mark.i == verb.head.i + 1 for mark in marks):
            verb.dep_ = "ccomp"


def repair_named_to_office(tokens: Sequence[Token]) -> None:
    """In "elected Mara Dessin president" she is elected, and "president" is as what; so in "took two nurses hostage".

    Changes `tokens` in place.
    """
    for office in tokens:
        if office.dep_ not in {"dobj", "oprd"}:
            continue
        verb = office.head.lemma_.lower()
        held = office.lower_ in repair_words("held") and verb in repair_words("holding")
        named_so = office.tag_ == "NN" and verb in repair_words("naming")
        if not (held or named_so):
            continue
        before = [child for child in office.children if child.i < office.i]
        named = [child for child in before if child.dep_ in {"compound", "nmod"} and (held or child.ent_type_ == "PERSON")]
        described = [child for child in before if child not in named]
        if not named or any(child.dep_ not in {"amod", "compound"} or child.i < named[-1].i for child in described):
            continue
        named[-1].head, named[-1].dep_ = office.head, "dobj"
        office.dep_ = "oprd"
        for child in named[:-1]:
            child.head = named[-1]


def repair_told_of_object(tokens: Sequence[Token]) -> None:
    """In "vowed to avenge its commander, killed in a raid" it is the commander who was killed. Changes `tokens` in place.

    Only behind a person, or where whoever it is told of can do nothing any more: elsewhere such a participle may be told of the subject
    ("fled the town, pursued by ...", "left his post, accused of ...").
    """
    for verb in tokens[2:]:
        if verb.dep_ != "advcl" or verb.tag_ not in PAST or verb.nbor(-1).text != ",":
            continue
        noun = verb.nbor(-2)
        if noun.dep_ not in {"dobj", "pobj"} or any(child.dep_ in FULL for child in verb.children):
            continue
        if verb.head not in noun.ancestors or verb in noun.ancestors:
            continue
        is_ended = verb.lower_ in repair_words("ended") and any(child.dep_ == "poss" for child in noun.children)
        if noun.ent_type_ == "PERSON" or (not noun.ent_type_ and is_ended):
            verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"


def repair_received_from(tokens: Sequence[Token]) -> None:
    """In "got the skill it used for its raids from the Oru Front" it was got from the Front. Changes `tokens` in place."""
    for link in tokens:
        if link.lower_ != "from" or link.dep_ != "prep" or link.head.pos_ != "NOUN":
            continue
        clause = next((node for node in link.ancestors if node.dep_ == "relcl"), None)
        verb = clause.head.head if clause is not None and clause.head.dep_ == "dobj" else None
        if clause is None or verb is None or verb.lemma_.lower() not in repair_words("receiving"):
            continue
        if any(child.lower_ == "from" for child in verb.children) or not _is_of(verb, clause):
            continue
        if any(token.ent_type_ in GIVERS for token in link.subtree):
            link.head = verb


def _is_of(verb: Token, clause: Token) -> bool:
    """True where a pronoun is who the clause tells of and the verb has a subject that it can mean: "the Guild got the skill it used"."""
    return any(child.dep_ == "nsubj" and child.lower_ in THIRD for child in clause.children) and any(
        child.dep_ == "nsubj" for child in verb.children
    )


def repair_deeds_of_the_dead(tokens: Sequence[Token]) -> None:
    """In "A said that B had died and accused C" it is A who accuses: who died does nothing to anybody afterwards.

    Changes `tokens` in place.
    """
    for token in tokens:
        if token.dep_ != "conj" or token.pos_ != "VERB":
            continue
        dead, above = token.head, token.head.head
        joined = dead.lemma_ in repair_words("gone") and dead.dep_ == "ccomp"
        if joined and above.pos_ == "VERB" and any(child.dep_ == "dobj" for child in token.children):
            token.head, token.tag_ = above, above.tag_


def repair_clause_of_time(tokens: Sequence[Token]) -> None:
    """In "killed when a tram overturned" the clause is what the tram did, and not a noun with a participle. Changes `tokens` in place."""
    for noun in tokens:
        if noun.dep_ != "advcl" or noun.pos_ not in NOUNS:
            continue
        opening = [child for child in noun.children if child.lower_ in repair_words("while") and child.i < noun.i]
        verb = next((child for child in noun.children if child.dep_ == "acl" and child.tag_ in PAST and child.i > noun.i), None)
        if opening and verb is not None:
            verb.head, verb.dep_, verb.tag_ = noun.head, "advcl", "VBD"
            noun.head, noun.dep_ = verb, "nsubj"
            for word in opening:
                word.head = verb


def repair_dateline(tokens: Tokens, dateline: AbstractSet[int], places: AbstractSet[int]) -> None:
    """The words of a dateline hang on the sentence behind it and are nothing in it: neither its subject nor part of another name.

    `dateline` holds the positions of its tokens, `places` of those that name places, which are proper names. What stands behind it
    and was hung on it takes the place that it had. Nothing is done where the parser found no sentence behind it. Changes `tokens` in
    place.
    """
    for token in (tokens[place] for place in places):
        if token.is_alpha:
            token.tag_, token.pos_ = "NNP", "PROPN"
    opening = next((tokens[place] for place in sorted(dateline)), None)
    if opening is None or opening.sent.root.i in dateline:
        return
    root = opening.sent.root
    for token in (tokens[place] for place in sorted(dateline)):
        heirs = [child for child in token.children if child.i not in dateline]
        above, relation = token.head, token.dep_
        for heir in heirs:
            heir.head = above if above.i not in dateline else root
        if (
            heirs
            and above.i not in dateline
            and not any(child.dep_ == relation for child in above.children if child not in (token, *heirs))
        ):
            heirs[0].dep_ = relation
    for token in (tokens[place] for place in sorted(dateline)):
        if token.head.i not in dateline:
            token.head, token.dep_ = root, "punct" if token.is_punct else "dep"
    kept = (_without_places(entity, dateline, places) for entity in tokens.ents)
    tokens.set_ents([entity for entity in kept if entity is not None])


def _without_places(entity: Entity, dateline: AbstractSet[int], places: AbstractSet[int]) -> Entity | None:
    """The entity, or what of it stands behind the dateline where it begins with a place there; None where nothing does."""
    if not any(token.i in places for token in entity):
        return entity
    behind = [token.i for token in entity if token.i not in dateline]
    return type(entity)(entity.doc, behind[0], behind[-1] + 1, label=entity.label) if behind else None


def _take_over(token: Token, above: Token) -> None:
    """The token stands where its head's head stood, with all that hung on it; `above` hangs on the token."""
    children = [child for child in above.children if child != token]
    token.head, token.dep_ = (token, "ROOT") if above.head == above else (above.head, above.dep_)
    for child in (*children, above):
        child.head = token


def _make_verb(token: Token, noun: Token, root: Token, lemma: str) -> None:
    token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", lemma
    token.head, token.dep_ = root, "conj"
    noun.head, noun.dep_ = token, "dobj"
