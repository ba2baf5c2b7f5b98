"""Those named only to say that it was not they: "attacked the barracks, not the school", "not the army but the militia attacked it"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from rashomon.model import Event, Participant, Polarity, Role, Stage
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.events.act import Act
from rashomon.read.events.slots import HARMING

if TYPE_CHECKING:
    from spacy.tokens import Token

OPENING = frozenset({",", ";", "and", "but"})
PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
NAMING = frozenset({"NOUN", "PROPN"})


def part_contrasted(act: Act, event: Event, doc: Doc, actors: ActorIndex, dated: frozenset[int]) -> tuple[Event, Event | None]:
    """The event without those it was not, and beside it the same act denied of them; None where nobody is named so.

    `dated` are the positions of the tokens that tell a time.
    """
    if event.polarity is not Polarity.AFFIRMED or event.stage is not Stage.ACCOMPLISHED or event.type not in HARMING:
        return event, None
    excepted = tuple(one for one in event.participants if _is_excepted(one, doc) and _has_other(one, event))
    kept = tuple(one for one in event.participants if one not in excepted)
    added = tuple(excepted) or tuple(_behind(act, event, doc, actors, dated))
    if not added:
        return event, None
    roles = {one.role for one in added}
    others = tuple(one for one in kept if one.role not in roles)
    denied = msgspec.structs.replace(event, participants=(*others, *added), polarity=Polarity.DENIED, counts=())
    return msgspec.structs.replace(event, participants=kept), denied


def _is_excepted(one: Participant, doc: Doc) -> bool:
    """True behind "not", where "but" leads to who it was: "not farmers but fighters"; and behind "and not"."""
    words = doc.tokens_in(one.spans)
    before = words[0].nbor(-1) if words and words[0].i > words[0].sent.start else None
    if before is None or before.lower_ != "not":
        return False
    behind = words[-1].nbor() if words[-1].i + 1 < words[-1].sent.end else None
    opens = before.nbor(-1).lower_ in OPENING if before.i > before.sent.start else False
    return opens or (behind is not None and behind.lower_ == "but")


def _has_other(one: Participant, event: Event) -> bool:
    return any(other.role is one.role and other is not one for other in event.participants)


def _behind(act: Act, event: Event, doc: Doc, actors: ActorIndex, dated: frozenset[int]) -> Iterator[Participant]:
    """Those behind a "not" of the act's sentence that takes up its patients, or stands right behind its agents."""
    for token in act.head.sent:
        opens = token.lower_ == "not" and token.i > token.sent.start and token.nbor(-1).lower_ in OPENING
        phrase = _phrase(token) if opens else []
        if not phrase or any(word.i in dated or word.ent_type_ in {"DATE", "TIME"} for word in phrase):
            continue
        role = _taken_up(token, act, event, doc)
        if role is not None:
            actor = actors.at(doc.span(phrase[-1], phrase[-1]))
            spans = doc.spans(phrase)
            name = actor.name if actor is not None else " ".join(doc.text[span.start : span.end] for span in spans)
            yield Participant(role=role, actor=actor.id if actor is not None else None, name=name, spans=spans)
            return


def _phrase(negation: Token) -> list[Token]:
    """The noun phrase that stands for itself behind the negation; empty before a verb or an adverb ("not yet")."""
    phrase: list[Token] = []
    for token in negation.doc[negation.i + 1 : negation.sent.end]:
        if token.pos_ not in PHRASE:
            behind = token
            break
        phrase.append(token)
    else:
        return []
    complete = behind.is_punct or behind.pos_ == "ADP"
    return phrase if complete and phrase and phrase[-1].pos_ in NAMING else []


def _taken_up(negation: Token, act: Act, event: Event, doc: Doc) -> Role | None:
    parties = {role: doc.tokens_in([span for one in event.participants if one.role is role for span in one.spans]) for role in Role}
    agents, patients = parties[Role.AGENT], parties[Role.PATIENT]
    if agents and 0 < negation.i - agents[-1].i <= len((",", "and", "not")) and negation.i < act.head.i:
        return Role.AGENT
    between = negation.doc[act.head.i + 1 : negation.i]
    told_on = any(token.pos_ == "VERB" or token.lower_ in {"who", "which", "that"} for token in between)
    return Role.PATIENT if patients and act.head.i < negation.i and not told_on else None
