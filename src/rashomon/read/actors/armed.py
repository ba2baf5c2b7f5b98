"""Which organisations an article calls armed. No word that is as common in the names of parties and unions ("front") does so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.model import ActorKind, MentionForm, Sector
from rashomon.parse import Doc
from rashomon.parse.syntax import is_negated
from rashomon.read.actors.discourse import Discourse, Reference
from rashomon.read.actors.keys import Key
from rashomon.read.actors.kinds import Nature
from rashomon.read.actors.sectors import described_sectors
from rashomon.read.actors.words import may_be_armed, nouns

ARMED = frozenset({Sector.REB, Sector.PRM, Sector.UAF})
"""Sectors of those who fight and are no forces of a state, criminals apart."""
OWN = frozenset({"ROOT", "conj", "relcl"})
"""How the verb of a clause hangs on its sentence that is nobody's speech or thought."""
JOINED = frozenset({"compound", "nmod", "poss"})


def armed_natures(
    doc: Doc, discourse: Discourse, references: Mapping[Key, Sequence[Reference]], roles: Mapping[Key, tuple[str, ...]]
) -> dict[Key, Nature]:
    """The natures told in the article: those whose name armed groups often bear are one where it describes them so.

    A description tells it ("the Oru Front, a rebel group"), a sentence ("the Oru Front is a militia"), or what its people
    are called ("guerrillas of the Oru Front").
    """
    natures = dict(discourse.natures)
    for key, nature in discourse.natures.items():
        may_be = nature.kind is ActorKind.ORGANISATION and may_be_armed(" ".join(key.words))
        if may_be and _is_called_armed(doc, references.get(key, ()), roles.get(key, ())):
            natures[key] = Nature(ActorKind.ARMED_GROUP, nature.gender, nature.sure)
    return natures


def _is_called_armed(doc: Doc, references: Sequence[Reference], roles: Sequence[str]) -> bool:
    described = [doc.tokens[one.first : one.last + 1].text for one in references if one.form is MentionForm.DESCRIPTION]
    told = [text for one in references for text in _predicates(doc, one)]
    if any(described_sectors(text) & ARMED for text in (*roles, *described, *told)):
        return True
    return any(_has_fighters(doc, one) for one in references if one.form is not MentionForm.PRONOUN)


def _predicates(doc: Doc, reference: Reference) -> Iterator[str]:
    """What the reference is said to be, in a sentence of the article's own and not one that somebody is said to have said."""
    subject = doc.tokens[reference.head]
    verb = subject.head
    if subject.dep_ == "nsubj" and verb.lemma_ == "be" and verb.dep_ in OWN and not is_negated(verb):
        for child in verb.rights:
            if child.dep_ == "attr":
                yield doc.tokens[child.left_edge.i : child.right_edge.i + 1].text


def _has_fighters(doc: Doc, reference: Reference) -> bool:
    """True for the Front of "Front guerrillas", "the Front's fighters" and "rebels of the Front"."""
    name = doc.tokens[reference.head]
    is_behind = name.dep_ == "pobj" and name.head.lower_ == "of"
    if not is_behind and name.dep_ not in JOINED:
        return False
    noun = nouns().get((name.head.head if is_behind else name.head).lower_)
    return noun is not None and noun.reach == "armed"
