"""Who took part in an act, and as what: the places that a pattern names, looked up in the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import EventType, Participant, Role, Span
from rashomon.parse import Doc
from rashomon.parse.syntax import antecedent, is_passive
from rashomon.read.actor_index import ActorIndex
from rashomon.read.events.clauses import coordinated, governor, lemma, logical_objects, modifiers
from rashomon.read.events.control import places_of_doer
from rashomon.read.events.doers import logical_subjects
from rashomon.read.events.nouns import is_a, word_class
from rashomon.read.events.patterns import Match, load_patterns, nouns_of
from rashomon.read.events.wording import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

EMPTY_WORDS = frozenset(
    {"it", "this", "that", "which", "what", "there", "itself", "who", "whom", "one", "these", "those", "other", "you", "everyone", "anyone"}
)
TIME_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL"})
GOALS = frozenset({"from", "to"})
"""Where somebody moves from or to is a place of the act, and no part of who moves."""
ANSWERED = frozenset({EventType.ACCUSE, EventType.PROTEST, EventType.REQUEST})
"""Acts that are put to whoever did what they are about."""
HARMING = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
"""Acts that are done to somebody, told or not."""
ACTOR_NAMES = frozenset({"PERSON", "NORP", "GPE", "ORG", "FAC", "LOC"})


@dataclass(frozen=True, eq=False)
class Act:
    """A match with the verb that carries it: itself, or the light verb whose object it is; None for a bare noun.

    `subject` is the part that the subject of a light verb plays, `ensured` the verb that says that a verbal act was seen to.
    `part` are the words for a part that somebody had in the act ("behind", "responsible", "a hand"), which the host says of its
    subject; with `denies` it says that he had none ("disclaimed responsibility").
    """

    match: Match
    host: Token | None
    subject: Role = Role.AGENT
    ensured: Token | None = None
    part: Token | None = None
    denies: bool = False

    @property
    def head(self) -> Token:
        """The word that names the act."""
        return self.match.head


def read_participants(act: Act, doc: Doc, actors: ActorIndex, dated: frozenset[int]) -> tuple[Participant, ...]:
    """The act's participants in the order agent, patient, instrument; each coordinated noun is one of its own.

    `dated` are the positions of the tokens that tell a time: they are no part of anybody.
    """
    pattern = act.match.pattern
    found: list[tuple[Role, Token]] = []
    taken: set[int] = {act.head.i, *(token.i for token in act.match.others if not _is_counted(token))}
    is_verb = act.head.pos_ == "VERB" or act.head.tag_.startswith("VB")
    agents, patients = pattern.agent, pattern.patient
    if not is_verb and {"of", "poss"} <= set(patients) and _filled(act, "of", actors):
        agents = (*agents, "poss")
    if not is_verb and act.subject is Role.PATIENT:
        patients = ("support", *patients)
    elif not is_verb:
        agents = (*agents, "support")
    instruments = (*pattern.instrument, "using") if pattern.instrument else ()
    for role, slots in ((Role.AGENT, agents), (Role.PATIENT, patients), (Role.INSTRUMENT, instruments)):
        for noun in _first_filled(act, slots, role, taken, actors):
            if role is Role.PATIENT and pattern.type in ANSWERED:
                noun = _answerable(noun, actors)
            if noun.i in taken or noun.i in dated:
                continue
            taken.add(noun.i)
            found.append((_settled_role(role, noun), noun))
    parted = GOALS if act.match.pattern.mode == "withdraw" else frozenset()
    read = [_participant(role, noun, doc, actors, dated, parted) for role, noun in found]
    return tuple({(participant.role, participant.actor or participant.spans): participant for participant in reversed(read)}.values())[::-1]


def charges_with(link: str, verb: Token) -> bool:
    """True for a verb that accuses somebody of the act that hangs on it by `link`: "accused him of", "blamed him for"."""
    rows = load_patterns().get((lemma(verb), "V"), ())
    is_charge = verb.pos_ == "VERB" and any(row.type is EventType.ACCUSE for row in rows)
    return is_charge and "obj" in places_of_doer(lemma(verb), "V", link)


def _is_counted(noun: Token) -> bool:
    """True for the lives of "claimed sixteen lives", which name the act and tell to whom it was done."""
    return any(child.dep_ == "nummod" for child in noun.children)


def _filled(act: Act, slot: str, actors: ActorIndex) -> bool:
    return any(_can_take_part(noun, Role.PATIENT, actors) for noun in _fillers(act, slot, actors))


def _answerable(noun: Token, actors: ActorIndex) -> Token:
    """Whoever did what an accusation, a protest or a demand is about: "the crimes committed by the army", "the arrests by the police"."""
    people = word_class("human") | word_class("state")
    if actors.at(Span(noun.idx, noun.idx + len(noun))) is not None or noun.lemma_.lower() in people:
        return noun
    nouns = [noun, *nouns_of(noun)]
    deeds = [*nouns, *(child for told in nouns for child in told.children if child.dep_ == "acl" and child.tag_ == "VBN")]
    # the parser at times hangs the "by" of "criticised the bombing of the village by the army" on the verb
    deeds += [noun.head] if noun.dep_ == "dobj" else []
    return next((doer for deed in deeds for doer in _prepositional(deed, ("by",))), noun)


def _settled_role(role: Role, noun: Token) -> Role:
    """A bomb that kills is what the act was done with, not who did it."""
    return Role.INSTRUMENT if role is Role.AGENT and noun.lemma_.lower() in word_class("weapon") and not noun.ent_type_ else role


def _participant(role: Role, noun: Token, doc: Doc, actors: ActorIndex, dated: frozenset[int], parted: frozenset[str]) -> Participant:
    words = words_of(noun, dated, parted)
    spans = doc.spans(words)
    is_gathering = not noun.ent_type_ and noun.lemma_.lower() in word_class("gathering")
    actor = actors.at(doc.span(noun, noun)) if not is_gathering else None
    name = actor.name if actor is not None else " ".join(doc.text[span.start : span.end] for span in spans)
    return Participant(role=role, actor=actor.id if actor is not None else None, name=" ".join(name.split()), spans=spans)


def _first_filled(act: Act, slots: tuple[str, ...], role: Role, taken: set[int], actors: ActorIndex) -> list[Token]:
    barred = taken | _spoilers(act.head) if role is Role.AGENT else taken
    for slot in slots:
        nouns = [noun for noun in _fillers(act, slot, actors) if noun.i not in barred and _can_take_part(noun, role, actors)]
        if nouns:
            return nouns
    return []


def _can_take_part(noun: Token, role: Role, actors: ActorIndex) -> bool:
    known = noun.pos_ == "PRON" and actors.at(Span(noun.idx, noun.idx + len(noun))) is not None
    described = noun.dep_ in {"nsubj", "dobj", "nsubjpass"} or any(
        child.dep_ in {"det", "acl"} or child.lower_ == "of" for child in noun.children
    )
    one_of_them = noun.lower_ == "one" and any(child.lower_ in {"no", "of"} for child in noun.children)
    counted = noun.tag_ == "CD" and noun.ent_type_ == "CARDINAL" and described
    if noun.lower_ in EMPTY_WORDS and not known and not one_of_them:
        return False
    if noun.ent_type_ in TIME_NAMES and noun.pos_ != "NOUN" and not counted:
        return False
    if not noun.ent_type_ and noun.lemma_.lower() in word_class("adjunct"):
        return False
    if role is Role.INSTRUMENT:
        return is_a(noun, word_class("weapon") | word_class("tool"))
    if role is Role.AGENT and not noun.ent_type_ and (noun.lemma_.lower() in word_class("abstract") or _is_deed(noun)):
        return False
    return noun.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"} or noun.ent_type_ in ACTOR_NAMES or noun.tag_ in {"DT", "CD"}


def _is_deed(noun: Token) -> bool:
    """True for the attacks of "two attacks killed three guards": a deed is done by somebody and does nothing itself."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in word_class("weapon") or is_a(noun, word_class("human") | word_class("fighter")):
        return False
    return any(row.type is EventType.ASSAULT for row in load_patterns().get((lemma(noun), "N"), ()))


def _fillers(act: Act, slot: str, actors: ActorIndex) -> Iterator[Token]:
    head = act.head
    if slot == "subj":
        yield from logical_subjects(head) or _ensurer(act)
    elif slot == "support":
        yield from _support(act)
    elif slot == "obj":
        yield from logical_objects(head) or _shared_objects(act)
    elif slot == "using":
        verbs = (child for child in (act.host or head).children if child.dep_ in {"advcl", "acl"} and child.lower_ == "using")
        yield from (noun for verb in verbs for noun in logical_objects(verb))
    elif slot == "self":
        yield head
    elif slot == "poss":
        yield from (owner for child in head.children if child.dep_ == "poss" for owner in coordinated(child))
    elif slot == "mod":
        yield from (child for child in modifiers(head) if _names_actor(child))
    elif slot in {"objposs", "objmod", "objowner"}:
        yield from _around_object(head, slot, actors)
    elif slot in {"comp", "compobj"}:
        yield from _in_complement(head, slot)
    elif slot == "objcomp":
        yield from (noun for thing in (*logical_objects(head), *_prepositional(head, ("on",))) for noun in _in_complement(thing, "comp"))
    else:
        yield from _behind_preposition(act, slot)


def _shared_objects(act: Act) -> list[Token]:
    """Those whom "shot and killed" names once: the object of the next verb, joined to this one by "and" alone."""
    if act.match.type not in HARMING:
        return []
    joined = (child for child in act.head.children if child.dep_ == "conj" and child.i == act.head.i + 2 and child.tag_ == act.head.tag_)
    return [noun for verb in joined for noun in logical_objects(verb)]


def _spoilers(act: Token) -> frozenset[int]:
    """Where those stand who foil the act, straight or through its plan ("averted a plan to bomb the dam"): they are not its doers."""
    above = governor(act)
    if above is not None and above[0] == "inf" and any(noun.lemma_.lower() in word_class("plot") for noun in logical_objects(above[1])):
        above = "obj", above[1]
    if above is not None and above[0] in {"inf", "of"} and above[1].pos_ == "NOUN":
        above = governor(above[1])
    if above is None or above[0] != "obj" or lemma(above[1]) not in word_class("foiling"):
        return frozenset()
    return frozenset(noun.i for noun in logical_subjects(above[1]))


def _ensurer(act: Act) -> list[Token]:
    """Who saw to it that a passive act was done, where the act names no doer ("ensured that they were moved")."""
    return logical_subjects(act.ensured) if act.ensured is not None else []


def _support(act: Act) -> Iterator[Token]:
    if act.part is not None and act.host is not None:
        yield from having_part(act.part, act.host)
        return
    if act.host is not None and act.host != act.head:
        yield from logical_subjects(act.host)
        return
    above = governor(act.head)
    if above is None or act.match.type is EventType.OTHER:
        # who is blamed for a defeat, or hears of a crash, did not do it to anybody
        return
    link, verb = above
    if charges_with(link, verb):
        yield from logical_objects(verb)
        return
    if link == "obj" and verb.dep_ in {"pcomp", "xcomp", "advcl", "acl"}:
        yield from logical_subjects(verb)


def having_part(part: Token, verb: Token) -> Iterator[Token]:
    """Who is told to have had the part: "was behind the attack", "was involved in the attack", "the attack was the work of"."""
    if part.dep_ == "attr" and part.lemma_.lower() in word_class("making"):
        yield from _prepositional(part, ("of",))
    elif part == verb and is_passive(verb):
        yield from logical_objects(verb)
    else:
        yield from logical_subjects(verb)


def _names_actor(token: Token) -> bool:
    if token.dep_ == "poss":
        return True
    if token.ent_type_ in ACTOR_NAMES or (token.pos_ == "PROPN" and token.i > token.sent.start):
        return True
    return token.dep_ != "amod" and is_a(token, word_class("troops") | word_class("human") | word_class("state"))


def _around_object(head: Token, slot: str, actors: ActorIndex) -> Iterator[Token]:
    for noun in logical_objects(head):
        if slot == "objowner":
            yield from (owner for child in noun.children if child.lemma_ == "belong" for owner in _prepositional(child, ("to",)))
        elif slot == "objposs":
            if actors.at(Span(noun.idx, noun.idx + len(noun))) is not None or is_a(noun, word_class("human")):
                continue
            yield from (owner for child in noun.children if child.dep_ == "poss" for owner in coordinated(child))
        else:
            yield from (child for child in modifiers(noun) if child.dep_ != "poss" and _names_actor(child))


def _in_complement(head: Token, slot: str) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ not in {"ccomp", "xcomp", "acl"}:
            continue
        subjects = [antecedent(noun) for noun in child.children if noun.dep_ in {"nsubj", "nsubjpass"}]
        if slot == "comp":
            yield from (noun for subject in subjects for noun in coordinated(subject))
            continue
        verbs = [child, *(other for other in child.children if other.dep_ == "xcomp")]
        for verb in reversed(verbs):
            yield from logical_objects(verb)
        clauses = (other for verb in verbs for other in verb.children if other.dep_ == "ccomp" and other.tag_ == "VB")
        yield from (antecedent(noun) for clause in clauses for noun in clause.children if noun.dep_ == "nsubj")
        for verb in verbs:
            nouns = [verb, *logical_objects(verb)]
            yield from (noun for holder in nouns for noun in _prepositional(holder, ("against", "on", "with", "from", "to", "in")))


def _behind_preposition(act: Act, slot: str) -> Iterator[Token]:
    prepositions = tuple(slot.split("+"))
    holders = [act.head, *act.match.others, *([act.host] if act.host is not None and act.host != act.head else [])]
    above = governor(act.head) if act.host is None else None
    if above is not None and above[0] == "obj":
        holders.append(above[1])
    if "dative" in prepositions:
        yield from (noun for child in act.head.children if child.dep_ == "dative" and child.pos_ != "ADP" for noun in coordinated(child))
    for holder in holders:
        # in "the attack was condemned by Orsk" the one behind "by" did not attack
        judging = _accused_behind(holder) if above is not None and holder == above[1] else frozenset()
        judged = judging | {"by"} if above is not None and holder == above[1] and is_passive(holder) else judging
        yield from _prepositional(holder, tuple(word for word in prepositions if word not in judged))
    if act.head.pos_ == "VERB":
        objects = logical_objects(act.head)
        for noun in (*objects, *(inner for thing in objects for inner in nouns_of(thing))):
            yield from _prepositional(noun, prepositions)
    elif "by" in prepositions:
        # "the expulsion of the envoy by Varenia": the parser hangs "by" on the nearer noun
        for noun in _prepositional(act.head, ("of",)):
            yield from _prepositional(noun, ("by",))


def _accused_behind(verb: Token) -> frozenset[str]:
    """The prepositions behind which a verb names whom it accuses of the act that is its object: "blamed the attack on"."""
    rows = load_patterns().get((lemma(verb), "V"), ())
    asked = (condition for row in rows if row.type is EventType.ACCUSE for condition in row.conditions if condition.kind == "prep")
    return frozenset().union(*(condition.words for condition in asked))


def _prepositional(holder: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    for child in holder.children:
        if child.lower_ in prepositions and child.dep_ in {"prep", "agent", "dative"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from coordinated(noun)
