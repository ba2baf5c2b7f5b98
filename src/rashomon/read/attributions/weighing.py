"""Weighing: what the words in and around a cue do to it: hedges, judging adverbs, negation, "declined to", "is said to"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, reduce
from typing import TYPE_CHECKING

from rashomon.model import Certainty, Commitment, CueType, Polarity
from rashomon.parse.syntax import is_nobody, is_passive, passive_agent, subject
from rashomon.read.attributions.cues import CueEntry
from rashomon.read.attributions.imagined import certainty_of_saying, weaker
from rashomon.tables import choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

CARRIER_COLUMNS = ("lemma", "links", "commitment", "certainty", "polarity")
MODIFIER_COLUMNS = ("word", "commitment", "certainty", "polarity")
DOUBT = (Commitment.NEUTRAL, Commitment.ENDORSED, Commitment.DISTANCED, Commitment.REJECTED)
"""Of several commitments the last one in this order holds."""
CANCELLED = frozenset({CueType.SHOW, CueType.CONFIRM})
"""Endorsed only while it takes place: "did not show that it leaked" leaves open whether it did, "did not admit" does not."""
ONLY = frozenset({"only", "just", "merely", "simply"})
AWAY = frozenset({"without", "instead", "than"})
NOT_YET = frozenset({"have", "be", "remain"})
LINKED = {"acomp": "adj", "oprd": "adj", "dobj": "noun", "attr": "noun"}
BESIDE = frozenset({"advmod", "aux", "neg", "amod", "preconj", "cc"})


@dataclass(frozen=True)
class Effect:
    """What a word does to a cue; None for nothing."""

    commitment: Commitment | None
    certainty: Certainty | None
    denies: bool
    links: tuple[str, ...] = ()


def weigh(entry: CueEntry, head: Token, cue: tuple[Token, ...]) -> CueEntry:
    """The entry with what the words in and around the cue do to it; `head` is the word that the entry is about.

    The lowest certainty holds: the source's ("believes"), or that of the reporting itself ("may have said"); a wish is
    no less certain for its modal ("would like"). Words that judge ("falsely") settle the commitment, those that pass a
    report on ("is said to") can only lower it.
    """
    chain, carriers = _chain(head, frozenset(cue))
    modifiers = _modifiers(chain, head, cue)
    negated = any(effect.denies for effect in modifiers) or any(_is_negated(token) for token in chain)
    hedges = [effect.certainty for effect in (*modifiers, *carriers) if effect.certainty is not None]
    if entry.type is not CueType.WANT:
        hedges.append(certainty_of_saying(chain[-1]))
    denied = negated != (sum(effect.denies for effect in carriers) % 2 == 1)
    judged = [effect.commitment for effect in modifiers if effect.commitment is not None]
    doubts = [effect.commitment for effect in carriers if effect.commitment is not None]
    commitment = max([*(judged or [entry.commitment]), *doubts], key=DOUBT.index)
    if denied and commitment is Commitment.ENDORSED and entry.type in CANCELLED:
        commitment = Commitment.NEUTRAL
    return replace(
        entry,
        commitment=commitment,
        certainty=reduce(weaker, hedges, entry.certainty),
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
    )


def judged_by(word: Token) -> Commitment | None:
    """How far a word that judges ("absurd", "rightly") commits the one who uses it; None for any other word."""
    effect = _modifier_table().get(_form(word))
    return effect.commitment if effect is not None else None


def carries(token: Token) -> bool:
    """True for a word that can carry a reporting word: "declined", "seems", "made"; "is said to have claimed" reports by itself."""
    effect = _carriers().get(token.lemma_.lower())
    return effect is not None and effect.links != ("passive",)


def _chain(head: Token, cue: frozenset[Token]) -> tuple[list[Token], list[Effect]]:
    """The reporting word with the words that carry it, and what these do to it."""
    chain, effects = [head], []
    own = _carriers().get(head.lemma_.lower())
    if own is not None and "passive" in own.links and _is_hearsay(head):
        effects.append(own)
    token = head
    while (step := _carrier(token)) is not None:
        carrier, link = step
        effect = _carriers().get(carrier.lemma_.lower())
        if link == "inf" and _is_yet_to(carrier, token):
            effects.append(Effect(None, None, denies=True))
        elif effect is not None and _takes(effect, carrier, link):
            effects.append(effect)
        elif carrier not in cue:
            break
        chain.append(carrier)
        token = carrier
    return chain, effects


def _carrier(token: Token) -> tuple[Token, str] | None:
    """The word that a reporting word hangs on, and how: inf, gerund, a preposition, adj or noun."""
    above = token.head
    if above == token:
        return None
    if token.dep_ in {"xcomp", "ccomp", "acl", "advcl"}:
        if any(child.tag_ == "TO" for child in token.children):
            return above, "inf"
        return (above, "gerund" if token.tag_ == "VBG" else "clause") if token.dep_ == "xcomp" else None
    if token.dep_ in {"pcomp", "pobj"} and above.dep_ == "prep":
        holder = above.head
        return (holder.head if holder.dep_ in {"prt", "advmod"} and holder.pos_ == "ADP" else holder), above.lower_
    link = LINKED.get(token.dep_)
    return (above, link) if link is not None else None


def _is_yet_to(carrier: Token, verb: Token) -> bool:
    """True for "has yet to explain"."""
    return carrier.lemma_ in NOT_YET and any(carrier.doc[place].lower_ == "yet" for place in range(carrier.i, verb.i))


def _takes(effect: Effect, carrier: Token, link: str) -> bool:
    if link in effect.links:
        return True
    return link == "inf" and "passive" in effect.links and is_passive(carrier) and passive_agent(carrier) is None


def _is_hearsay(verb: Token) -> bool:
    """True for "is said to have fled" and "it is said that ...": a passive that names nobody."""
    if not is_passive(verb) or passive_agent(verb) is not None:
        return False
    if any(child.dep_ in {"nsubjpass", "nsubj"} and child.lower_ == "it" for child in verb.children):
        return True
    return verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].tag_ == "TO"


def _modifiers(chain: list[Token], head: Token, cue: tuple[Token, ...]) -> list[Effect]:
    """The words in the cue, or beside the words of the chain, that change it."""
    around = [child for token in chain for child in token.children if child.dep_ in BESIDE and (child.i < head.i or child.i == head.i + 1)]
    words = {token.i: token for token in (*cue, *around) if token not in chain and (token.pos_ != "VERB" or token.dep_ == "amod")}
    found = ((token, _modifier_table().get(_form(token))) for token in words.values())
    return [effect for token, effect in found if effect is not None and not _is_not_only(token)]


def _form(token: Token) -> str:
    """The word in lower case; "so-called", which the parser cuts up, whole."""
    first = token.i
    while first >= 2 and token.doc[first - 1].text == "-":
        first -= 2
    return "".join(str(part.lower_) for part in token.doc[first : token.i + 1])


def _is_not_only(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.lower_ in {"not", "n't"} and token.doc[token.i + 1].lower_ in ONLY


def _is_negated(token: Token) -> bool:
    """True for "made no mention", "no longer says", "without saying", "nobody said", and for a verb that shares a "not".

    A "no ..." that is said before its speaker ("No talks, says Vale") negates nothing: parsers take both for the subject.
    """
    if any(child.dep_ == "det" and child.lower_ in {"no", "neither"} for child in token.children):
        return True
    if any(child.lower_ == "longer" and _before(child) == "no" for child in token.children):
        return True
    if token.dep_ == "pcomp" and {token.head.lower_, token.head.head.lower_} & AWAY:
        return True
    who = subject(token) if token.pos_ in {"VERB", "AUX"} else None
    told_behind = any(child.dep_ == "nsubj" and child.i > token.i for child in token.children)
    if who is not None and who.i < token.i and is_nobody(who) and not told_behind:
        return True
    return token.dep_ == "conj" and token.head.i < token.i and _shares_negation(token)


def _before(token: Token) -> str:
    return str(token.doc[token.i - 1].lower_) if token.i else ""


def _shares_negation(verb: Token) -> bool:
    """True for "suggest" in "did not say or suggest", "denied" in "neither confirmed nor denied"."""
    joints = {child.lower_ for child in verb.head.children if child.dep_ == "cc"}
    own = any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in verb.children)
    negated = any(child.dep_ == "neg" or child.lower_ == "neither" for child in verb.head.children)
    return not own and negated and bool(joints & {"or", "nor"})


@cache
def _carriers() -> dict[str, Effect]:
    rows = load_table("rashomon.read.attributions", "tables/cue_carriers.tsv", CARRIER_COLUMNS, ("lemma",))
    return {row["lemma"]: _effect(row, choices(row["links"])) for row in rows}


@cache
def _modifier_table() -> dict[str, Effect]:
    rows = load_table("rashomon.read.attributions", "tables/cue_modifiers.tsv", MODIFIER_COLUMNS, ("word",))
    return {row["word"]: _effect(row) for row in rows}


def _effect(row: dict[str, str], links: tuple[str, ...] = ()) -> Effect:
    return Effect(
        commitment=Commitment(row["commitment"]) if row["commitment"] else None,
        certainty=Certainty(row["certainty"]) if row["certainty"] else None,
        denies=row["polarity"] == Polarity.DENIED,
        links=links,
    )
