"""Whether the words that name an act tell of one: somebody takes part in it, or it is told to have happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.model import EventType, Participant, Role
from rashomon.parse import Doc
from rashomon.parse.syntax import is_passive
from rashomon.read.events.act import Act
from rashomon.read.events.clauses import first_coordinated, logical_objects
from rashomon.read.events.doers import logical_subjects
from rashomon.read.events.foiled import foiled_plot, points_back
from rashomon.read.events.nouns import is_a
from rashomon.read.events.patterns import is_named
from rashomon.read.events.sites import is_site
from rashomon.read.events.voices import is_presupposed
from rashomon.read.events.word_classes import word_class, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

VAGUE = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.REQUEST})
"""Types whose words ("accept", "back", "need") tell an act only where somebody does it or it is done to somebody."""
REAL = ("human", "target", "locality", "troops", "crowd", "state", "official")
"""Classes of nouns of which one must take part in an act named by a bare noun ("an attack on reason" is none)."""
BODIES = frozenset({"@someone", "@something"})
"""What else can suffer an act of force that is taken to have happened: "the bombing of a ferry"."""
UNNAMED = frozenset({"one", "everyone", "anyone", "nobody", "none"})
KNOWN = frozenset({"the", "this", "that", "these", "those", "such"})
PAST = frozenset({"VBD", "VBN"})
AROUND = frozenset({"after", "following", "since", "during", "amid", "in"})
"""What these lead in has happened beside the act of a past clause: "after two explosions the harbour was closed"."""

THERE = frozenset({"in", "at", "near", "outside"})
PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})


def is_told(act: Act, participants: tuple[Participant, ...], before: Iterable[Act], dated: frozenset[int], doc: Doc) -> bool:
    """True when the act is an event of the article.

    `before` are the acts already told, `dated` the positions of the tokens that tell a time.
    """
    taking_part = [participant for participant in participants if participant.role is not Role.INSTRUMENT]
    if is_a(act.head, word_class("standalone")) or _is_foiled(act.head):
        return True
    if taking_part and act.host is not None and act.match.type not in VAGUE:
        return True
    real = word_classes(*REAL) | (BODIES if is_presupposed(act) else frozenset())
    return (
        any(one.actor is not None or any(is_a(token, real) or is_site(token) for token in doc.tokens_in(one.spans)) for one in taking_part)
        or (_is_verb(act) and _is_done_to_nobody(act))
        or _happens(act, before, dated)
        or _is_placed(act)
    )


def held_to_be(act: Act) -> tuple[Token, ...]:
    """The noun that tells what kind of act it was: "accident" of "the explosion was an accident", none where that is denied."""
    noun = act.head
    copula = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or copula.lemma_ != "be" or any(child.dep_ == "neg" for child in copula.children):
        return ()
    told = (child for child in copula.children if child.dep_ == "attr" and is_a(child, word_class("verdict")))
    return tuple(child for child in told if not any(left.lower_ == "no" for left in child.lefts))


def _is_verb(act: Act) -> bool:
    return act.host is not None and act.host == act.head


def _is_foiled(noun: Token) -> bool:
    """True for "foiled a plot": it is told even where nobody is named; "foiled that plot" tells again what was told before."""
    return noun.dep_ in {"dobj", "nsubjpass"} and foiled_plot(noun.head) == noun and not points_back(noun)


def _is_done_to_nobody(act: Act) -> bool:
    """True for a passive whose subject names the act ("a treaty was signed"), and where only "one" or "nobody" takes part."""
    verb = act.head
    if is_passive(verb) and any(noun in act.match.others for noun in logical_objects(verb)):
        return True
    return any(noun.lower_ in UNNAMED for noun in (*logical_subjects(verb), *logical_objects(verb)))


def _happens(act: Act, before: Iterable[Act], dated: frozenset[int]) -> bool:
    """True for a noun like "explosion" that has a time of its own, or stands in or beside a past clause, unless it points back."""
    noun = act.head
    if is_named(noun):
        return any(above.pos_ == "VERB" and _is_past(above) for above in noun.ancestors)
    if not is_a(noun, word_class("happening")) or _is_known(act, before):
        return False
    if any(token.i in dated for child in noun.children for token in child.subtree):
        return True
    held = first_coordinated(noun)
    above = held.head
    if held.dep_ in {"nsubj", "nsubjpass"}:
        return above.lemma_ != "be" and _is_past(above)
    if held.dep_ == "attr":
        # "there was a march"
        return any(child.dep_ == "expl" for child in above.children) and _is_past(above)
    return held.dep_ == "pobj" and above.lower_ in AROUND and _is_past(above.head)


def _is_placed(act: Act) -> bool:
    """True for "the massacre at the salt works": taken to have happened, and told where."""
    behind = next(iter(act.head.doc[act.head.i + 1 : act.head.sent.end]), act.head)
    there = behind.children if behind.lower_ in THERE else ()
    return is_presupposed(act) and any(noun.ent_type_ in PLACE_NAMES or is_site(noun) for noun in there)


def _is_known(act: Act, before: Iterable[Act]) -> bool:
    """True for "the attack" where an act of such a kind was told before."""
    pointed = any(child.lower_ in KNOWN for child in act.head.children)
    return pointed and any(other.match.type is act.match.type for other in before)


def _is_past(verb: Token) -> bool:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    return (verb.tag_ in PAST or verb.lower_ == "dead") and not any(child.tag_ == "MD" for child in helpers)
