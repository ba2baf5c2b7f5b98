"""Which words of an article name an act: the pattern table, matched against the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import EventType
from rashomon.parse import Doc
from rashomon.parse.syntax import is_negated, is_nobody, is_passive
from rashomon.read.events.clauses import lemma, logical_objects, modifiers, nouns_behind
from rashomon.read.events.doers import logical_subjects
from rashomon.read.events.nouns import hyphenated, is_a
from rashomon.read.events.pattern_table import PREPOSITIONS, Condition, Pattern, load_patterns
from rashomon.read.events.word_classes import word_class, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

THINGS = ("body", "human", "official", "locality", "target", "road", "border", "office", "outlet", "company", "premises", "product", "work")
"""Classes whose nouns are what an act is done to; other objects that a frame asks for name the act together with the verb."""
CONFLICT = frozenset(
    {
        EventType.REQUEST,
        EventType.REJECT,
        EventType.ACCUSE,
        EventType.THREATEN,
        EventType.PROTEST,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.ASSAULT,
    }
)
SELF_PRONOUNS = frozenset({"it", "he", "she", "they", "i", "we"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "acl"})


@dataclass(frozen=True, eq=False)
class Match:
    """A word that names an act, the row that says so, and the words that name it together with it."""

    head: Token
    pattern: Pattern
    type: EventType
    others: tuple[Token, ...]


def match_patterns(doc: Doc) -> list[Match]:
    """The acts named in the article, in text order; an object that its verb's row names is not a second act."""
    table = load_patterns()
    matches = {}
    for token in doc.words:
        part = _part_of_speech(token)
        rows = _rows(token, part, table) if part else ()
        found = _best(token, rows) if rows else None
        if found is not None:
            matches[token.i] = found
    taken = {other.i for match in matches.values() for other in match.others if not _is_ended(match, matches.get(other.i))}
    return [match for i, match in sorted(matches.items()) if i not in taken]


def _is_ended(match: Match, other: Match | None) -> bool:
    """True for the bombing of "halted the bombing": an act of another kind, which went on until then."""
    return match.pattern.mode == "ceasefire" and other is not None and other.type is not match.type


def _rows(token: Token, part: str, table: dict[tuple[str, str], tuple[Pattern, ...]]) -> tuple[Pattern, ...]:
    """The rows of the word: of the hyphenated one that it ends ("cease-fire"), of a noun's plural of its own ("talks"), or of its lemma."""
    words = (hyphenated(token), token.lower_ if part == "N" else "", lemma(token))
    return next((table[word, part] for word in words if (word, part) in table), ())


def _part_of_speech(token: Token) -> str:
    if token.pos_ == "VERB" or token.tag_.startswith("VB"):
        return "" if token.dep_ in {"amod", "compound", "aux", "auxpass"} else "V"
    if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and (token.is_lower or is_named(token))):
        return "" if token.dep_ in {"compound", "nmod", "amod"} else "N"
    return ""


def _best(token: Token, rows: tuple[Pattern, ...]) -> Match | None:
    for pattern in rows:
        others: list[Token] = []
        if all(_holds(token, condition, others) for condition in pattern.conditions):
            return None if pattern.type is None else Match(token, pattern, pattern.type, (*others, *name_before(token)))
    return None


def name_before(head: Token) -> list[Token]:
    """The other words of a happening's own name: "Selm" and "Grand" of the Selm Grand Prix; none where it has no name."""
    if not is_named(head):
        return []
    words = []
    for token in reversed(head.doc[head.sent.start : head.i]):
        if not (token.is_title or token.is_upper) or token.pos_ not in {"PROPN", "ADJ"}:
            break
        words.append(token)
    return words[::-1]


def is_named(head: Token) -> bool:
    """True for a name of a happening: a proper noun of the class `named`."""
    return head.pos_ == "PROPN" and head.lower_ in word_class("named")


def _holds(token: Token, condition: Condition, others: list[Token]) -> bool:
    if condition.kind == "act":
        return any(_tells(clause, condition.words) for clause in _fillers(token, "act"))
    found = next((filler for filler in _fillers(token, condition.kind) if not condition.words or is_a(filler, condition.words)), None)
    if condition.kind == "noobj":
        return found is None
    if found is None:
        return False
    if condition.words and _is_part(token, found, condition.kind) and _names_act(found, condition):
        others.append(found)
    return True


def _is_part(token: Token, filler: Token, kind: str) -> bool:
    """True for what stands so close that the act is named by both: "hunger" and "strike" with "began a hunger strike"."""
    if kind in PREPOSITIONS:
        return filler.head.head == token
    beside = filler.head == token or (token.dep_ in {"relcl", "acl"} and token.head == filler)
    return kind in {"obj", "prt", "mod", "happening"} and (beside or (kind == "mod" and _part_of_speech(token) == "V"))


def _in_clause(verb: Token, kind: str) -> Iterator[Token]:
    """What a frame asks of the clause that the verb reports: its auxiliaries, its subject, whose it is, its negation, its acts."""
    for clause in (child for child in verb.children if child.dep_ in {"ccomp", "xcomp"} and child.i > verb.i):
        subject = next((child for child in clause.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        about_itself = subject is None or subject.lower_ in SELF_PRONOUNS
        if kind == "says":
            yield from (child for child in clause.children if child.dep_ == "aux")
        elif kind == "negated":
            yield from (child for child in clause.children if child.dep_ == "neg")
        elif kind == "act":
            yield clause
            yield from (child for child in clause.children if child.dep_ == "xcomp")
        elif about_itself == (kind == "own"):
            yield clause


def _tells(clause: Token, quads: frozenset[str]) -> bool:
    rows = load_patterns().get((lemma(clause), "V"), ())
    match = _best(clause, rows)
    return match is not None and ("conflict" in quads) == (match.type in CONFLICT)


def _names_act(filler: Token, condition: Condition) -> bool:
    listed = {filler.lemma_.lower(), filler.lower_, hyphenated(filler)} & condition.words
    if condition.kind in {"prt", "mod"}:
        # the CIA of "CIA backing" takes part in it
        return bool(listed) or not filler.ent_type_
    return bool(listed) and filler.ent_type_ == "" and not is_a(filler, word_classes(*THINGS))


def _fillers(token: Token, kind: str) -> Iterator[Token]:
    if kind in {"obj", "noobj"}:
        yield from logical_objects(token)
    elif kind in {"subj", "happening"}:
        yield from logical_subjects(token)
    elif kind == "prt":
        yield from (child for child in token.children if child.dep_ in {"prt", "advmod", "acomp", "oprd"})
    elif kind == "prep":
        yield from (child for holder in _holders(token) for child in holder.children if child.dep_ in {"prep", "agent", "dative"})
    elif kind == "comp":
        yield from (child for child in token.children if child.dep_ in COMPLEMENTS and not (child.dep_ == "acl" and child.tag_ == "VBN"))
    elif kind in {"says", "own", "other", "act", "negated"}:
        yield from _in_clause(token, kind)
    elif kind in {"mod", "subjmod", "judged"}:
        yield from _said_of_nouns(token, kind)
    elif kind in PREPOSITIONS:
        yield from (noun for holder in _holders(token) for noun in nouns_behind(holder, (kind,)))
    elif kind == "lead":
        yield from _leading(token)
    elif kind == "inf":
        yield from (child for child in token.children if child.dep_ in {*COMPLEMENTS, "advcl"} and child.tag_ == "VB")
    elif (kind == "passive" and is_passive(token)) or (kind == "name" and is_named(token)) or (kind == "unsaid" and _is_unsaid(token)):
        yield token


def _leading(noun: Token) -> Iterator[Token]:
    """The preposition that the noun stands behind, where it is not one that the word above asks for ("charged with", "pleased with")."""
    above = noun.head.head
    if noun.dep_ == "pobj" and above.pos_ != "ADJ" and lemma(above) not in word_class("asking-with"):
        yield noun.head


def _is_unsaid(verb: Token) -> bool:
    """True for what is not said or by nobody: "did not claim", "no group claimed"."""
    return is_negated(verb) or any(is_nobody(noun) for noun in logical_subjects(verb))


def _said_of_nouns(token: Token, kind: str) -> Iterator[Token]:
    """The words before a noun of the clause, and what the verb holds its object to be ("held the guild responsible for the fire")."""
    if kind != "judged":
        yield from (word for noun in (_described(token) if kind == "mod" else logical_subjects(token)) for word in modifiers(noun))
        return
    yield from (child for child in token.children if child.dep_ in {"oprd", "acomp", "ccomp"} and child.pos_ == "ADJ")
    yield from (word for thing in logical_objects(token) for word in thing.children if word.dep_ == "amod" and word.i > thing.i)


def _described(word: Token) -> list[Token]:
    """The noun itself; the noun that a verb needs to name an act, as its object or behind "on" ("went on hunger strike")."""
    if _part_of_speech(word) != "V":
        return [word]
    return [*logical_objects(word), *(noun for child in word.children if child.lower_ == "on" for noun in child.children)]


def _holders(word: Token) -> list[Token]:
    """The words on which the parser hangs what belongs to the word itself ("see to the removal of the men from Orsk")."""
    if _part_of_speech(word) == "V":
        objects = logical_objects(word)
        return [word, *objects, *(inner for noun in objects for inner in nouns_of(noun))]
    return [word, *nouns_of(word), *([word.head] if word.dep_ == "dobj" else [])]


def nouns_of(noun: Token) -> Iterator[Token]:
    """The nouns that "of" ties to the noun."""
    return nouns_behind(noun, ("of",))
