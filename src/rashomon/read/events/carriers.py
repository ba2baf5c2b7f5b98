"""What carries an act: its own verb, a light verb ("carried out an attack"), or words for a part in it ("was behind the attack")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.model import Participant, Polarity, Role
from rashomon.read.events.act import Act
from rashomon.read.events.clauses import first_coordinated, lemma, logical_objects, particle
from rashomon.read.events.nouns import is_a
from rashomon.read.events.patterns import Match
from rashomon.read.events.slots import having_part
from rashomon.read.events.stages import read_standing
from rashomon.read.events.word_classes import word_class
from rashomon.tables import cell_fault, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

DENIES, OWNS = "denies", "owns"
VERBAL = frozenset({"VERB", "AUX"})
THINGS = frozenset({"@idea", "@something"})
BESIDE = frozenset({"acomp", "attr", "dobj", "nsubjpass"})
"""How words for a part hang on the verb that says of its subject that it had it."""


class _Row(NamedTuple):
    subject: Role
    tells: str


def carried(match: Match) -> Act:
    """The act with the verb that carries it.

    Who does not own up to an act does not deny it either ("did not claim responsibility"): it is carried by nothing then.
    """
    head = match.head
    if head.pos_ == "VERB" or head.tag_.startswith("VB"):
        ensured = head.head if head.dep_ == "ccomp" and (lemma(head.head), "that") in _light_verbs() else None
        return Act(match, head, ensured=ensured)
    part = _part(first_coordinated(head))
    if part is None:
        verb, row = _light_verb(head)
        return Act(match, verb, row.subject)
    word, verb, row = part
    if any(_is_thing(noun) for noun in having_part(word, verb)):
        return Act(match, None)
    act = Act(match, verb, row.subject, part=word, denies=row.tells == DENIES)
    is_said = row.tells != OWNS or read_standing(act, in_heading=True, voice=None)[1] is Polarity.AFFIRMED
    return act if is_said else Act(match, None)


def with_doer(act: Act, participants: Iterable[Participant]) -> Act:
    """The act; told by its noun alone where it is not known whose part is spoken of ("it was not behind the attack" denies no attack)."""
    has_doer = any(one.role is Role.AGENT for one in participants)
    return act if act.part is None or has_doer else Act(act.match, None)


def _is_thing(noun: Token) -> bool:
    """True for the wiring of "poor wiring was responsible for the explosion": it caused it, and had no part in it."""
    return not noun.ent_type_ and is_a(noun, THINGS) and not is_a(noun, word_class("human") | word_class("state") | {"@someone"})


def _light_verb(noun: Token) -> tuple[Token | None, _Row]:
    """The verb whose object the noun is, when that verb only says that the act took place, and the part its subject plays.

    It may stand in a clause behind the noun: "the attack that they carried out", "the attack carried out by them".
    """
    noun = first_coordinated(noun)
    for clause in noun.rights:
        row = _light_verbs().get((lemma(clause), particle(clause))) if _is_done_in(clause, noun) else None
        if row is not None:
            return clause, row
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"}:
        beside = particle(verb)
    elif noun.dep_ == "pobj" and verb.dep_ == "prep" and not (verb.i and verb.nbor(-1).pos_ == "NOUN"):
        verb, beside = verb.head, verb.lower_
    else:
        return None, _Row(Role.AGENT, "")
    row = _light_verbs().get((lemma(verb), beside))
    return (verb, row) if row is not None else (None, _Row(Role.AGENT, ""))


def _is_done_in(clause: Token, noun: Token) -> bool:
    """True for the clause of "the raid they launched on Orsk", "the raid that was launched" and "the raid launched by them"."""
    return (clause.dep_ == "relcl" or (clause.dep_ == "acl" and clause.tag_ == "VBN")) and noun in logical_objects(clause)


def _part(noun: Token) -> tuple[Token, Token, _Row] | None:
    """The words that say that somebody had a part in the act, the verb that says so, and the row that tells what it says of its subject."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        made = (child for child in noun.head.children if child.dep_ == "attr" and _is_made_by(child))
        return next(((word, noun.head, _Row(Role.AGENT, "")) for word in made), None)
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.dep_ != "prep":
        return None
    for word in _parts(preposition):
        verb = _verb_of(word)
        row = _light_verbs().get((lemma(verb), _kind(word, preposition))) if verb is not None else None
        if verb is not None and row is not None and row.subject is Role.AGENT:
            return word, verb, row
    return None


def _is_made_by(word: Token) -> bool:
    return word.lemma_.lower() in word_class("making") and any(child.lower_ == "of" for child in word.children)


def _parts(preposition: Token) -> Iterator[Token]:
    """The words before the preposition that can say what part somebody had: the one it hangs on, or the noun before it."""
    above = preposition.head
    if above.lemma_ == "do" and preposition.lower_ == "with":
        nouns = (above.head, *above.head.children)
        yield from (noun for noun in nouns if noun.i < above.i and noun.lemma_.lower() in word_class("concern"))
        return
    yield above
    before = [preposition.nbor(-1)] if preposition.i > preposition.sent.start else []
    yield from (noun for noun in (*before, *above.children) if noun != above and noun.pos_ == "NOUN" and noun.i < preposition.i)


def _kind(word: Token, preposition: Token) -> str:
    """What the table calls such a part: the word and its preposition, or the class of its noun."""
    if word.lemma_.lower() == "responsibility":
        return "responsibility"
    is_part = word.pos_ == "NOUN" and word.lemma_.lower() in word_class("part-taking")
    is_concern = preposition.lower_ == "with" and word.lemma_.lower() in word_class("concern")
    if is_part or is_concern:
        return "role"
    return preposition.lower_ if word.pos_ in VERBAL else f"{word.lower_} {preposition.lower_}"


def _verb_of(word: Token) -> Token | None:
    """The verb that says of its subject that it had such a part; none for a part that belongs to another ("denied the mayor's role")."""
    while word.dep_ == "conj" and word.head.pos_ in {"ADJ", "VERB", "NOUN"} and word.pos_ == word.head.pos_:
        word = word.head
    if word.pos_ in VERBAL:
        return word
    owned = any(child.dep_ == "poss" and child.pos_ != "PRON" for child in word.children)
    return word.head if word.dep_ in BESIDE and word.head.pos_ in VERBAL and not owned else None


@cache
def _light_verbs() -> dict[tuple[str, str], _Row]:
    columns = ("lemma", "particle", "subject", "tells")
    allowed = {"subject": [*Role], "tells": ["", DENIES, OWNS]}
    rows = load_table(
        "rashomon.read.events",
        "tables/light_verbs.tsv",
        columns,
        key=("lemma", "particle"),
        fault=lambda row: cell_fault((column, row[column], words) for column, words in allowed.items()),
    )
    return {(row["lemma"], row["particle"]): _Row(Role(row["subject"]), row["tells"]) for row in rows}
