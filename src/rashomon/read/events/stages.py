"""How far an act got, whether it is told as so, and how sure the teller is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import Attribution, Certainty, EventType, Polarity, Stage
from rashomon.read.events.act import Act
from rashomon.read.events.clauses import governor, lemma
from rashomon.read.events.climbing import PAST, QUESTION_WORDS, climb, is_asked_for, main_verb
from rashomon.read.events.control import places_of_doer
from rashomon.read.events.heeding import has_condition, heed, modified, told_beside
from rashomon.read.events.negation import NOBODY, is_taken_from, says_none
from rashomon.read.events.patterns import CONFLICT, SELF_PRONOUNS
from rashomon.read.events.slots import charges_with
from rashomon.read.events.standing import Standing, cues, joined
from rashomon.read.events.voices import in_voice, is_definite, is_presupposed
from rashomon.read.events.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

MATERIAL = frozenset(
    {
        EventType.COOPERATE,
        EventType.AID,
        EventType.RETREAT,
        EventType.PROTEST,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.ASSAULT,
        EventType.OTHER,
    }
)
GATHERINGS = frozenset({EventType.PROTEST, EventType.CONSULT})
"""Types whose acts are announced in the present progressive: "the rally is being held on 9 August"."""
ENDURED = frozenset({EventType.ASSAULT, EventType.PROTEST})
"""Types whose acts others mostly meet with: known ones ("the attack") are condemned, covered or mourned, and seldom brought about."""
INDEFINITE = frozenset({"a", "an", "any", "another", "more", "further", "such", "no"})


def read_standing(act: Act, *, in_heading: bool, voice: Attribution | None) -> tuple[Stage, Polarity, Certainty]:
    """Stage, polarity and certainty of the act, from its own clause outward to the first word that settles it.

    `voice` is the innermost attribution it stands in: what is demanded, promised or threatened there did not come
    about by being told, and what is denied there is denied. What somebody is charged with in no attribution is possible.
    """
    standing = _own(act)
    node = act.host or act.head
    for link, cue in climb(node):
        if is_presupposed(act) and is_asked_for(cue):
            break
        below = standing
        standing = told_beside(standing, cue) if link in {"subj", "csubj"} and _is_open(node) else heed(standing, cue, link)
        if standing.settled or (standing == below and link == "obj" and _is_taken_for_granted(act)):
            break
        if standing == replace(below, stage=Stage.PLANNED) and _is_done_at_once(act, link):
            standing = below
            break
    standing = in_voice(standing, voice, act)
    above = governor(node)
    if voice is None and above is not None and charges_with(*above):
        standing = replace(standing, certainty=max(standing.certainty, Certainty.POSSIBLE, key=list(Certainty).index))
    if standing.stage is Stage.HYPOTHETICAL and act.match.type in CONFLICT and _is_condition_set(node):
        standing = replace(standing, stage=Stage.THREATENED)
    if standing.stage is None and _is_command(node):
        standing = replace(standing, stage=Stage.DEMANDED)
    if standing.stage is None and (_is_asked(node) or _is_topic(act)):
        standing = replace(standing, stage=Stage.HYPOTHETICAL)
    stage = standing.stage or _plain_stage(act, in_heading=in_heading)
    return stage, standing.polarity, standing.certainty


def _is_done_at_once(act: Act, link: str) -> bool:
    """True for the protest of "dumped milk to protest", the demand of "marched to demand": what was done for it was it.

    Not where they agreed or were expected to: a verb that the table lists says itself how far what follows got.
    """
    verb = act.host or act.head
    told = act.match.type is EventType.PROTEST or lemma(act.head) in word_class("demand")
    return link == "inf" and told and verb.head.tag_ in PAST and (lemma(verb.head), "inf") not in cues()


def _is_taken_for_granted(act: Act) -> bool:
    """True for the rally of "came to cover the rally": it comes about whether or not they come."""
    return act.host is None and act.match.type in ENDURED and is_definite(act)


def _is_command(node: Token) -> bool:
    """True in a clause whose verb is a bare form without a subject: "expel the envoy now"."""
    verb = main_verb(node)
    helped = any(child.dep_ in {"nsubj", "nsubjpass", "expl", "aux", "auxpass"} for child in verb.children)
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not helped


def _is_asked(node: Token) -> bool:
    """True for what a question asks or complains of; "why did they attack?" takes the past attack for granted."""
    verb = main_verb(node)
    words = [token for token in verb.sent if not token.is_space and not token.is_punct]
    asks = any(token.text == "?" for token in verb.sent[-3:]) and verb == verb.sent.root
    if not asks or not words or words[0].lower_ not in QUESTION_WORDS:
        return asks
    finite = next((child for child in verb.children if child.dep_ in {"aux", "auxpass"}), verb)
    return finite.tag_ not in PAST and finite.lemma_ != "have" and any(child.dep_ == "advmod" for child in verb.children)


def _is_topic(act: Act) -> bool:
    """True for a gerund that a noun is about ("opponents of allowing refugees in"): named, not told."""
    verb = act.host or act.head
    preposition, above = governor(verb) or ("", verb)
    return (
        verb.tag_ == "VBG"
        and verb.dep_ == "pcomp"
        and preposition in {"of", "for", "about", "to", "against", "on", "over"}
        and (above.pos_ == "NOUN" or (above.dep_ == "acl" and "obj" not in places_of_doer(lemma(above), "V", preposition)))
    )


def _own(act: Act) -> Standing:
    standing = heed(Standing(), act.head, "gathering" if act.match.type is EventType.PROTEST else "self")
    if act.host is not None and act.host != act.head:
        known = is_definite(act) and is_asked_for(act.host)
        standing = standing if known else _of_noun(standing, act, act.host)
    else:
        standing = modified(standing, act.head)
        if says_none(act.head):
            standing = joined(standing, Standing(polarity=Polarity.DENIED))
    if is_taken_from(act.host or act.head):
        standing = joined(standing, Standing(polarity=Polarity.DENIED))
    judgement = _judgement(act.head)
    return heed(standing, judgement, "that") if judgement is not None else standing


def _of_noun(standing: Standing, act: Act, verb: Token) -> Standing:
    """What is said of "no arrests were made": the "no" of the noun is not heard again as that of the verb's subject."""
    own = modified(standing, act.head)
    if act.part is not None:
        return _with_part(own, act.part, verb, denies=act.denies)
    both = heed(own, verb, "obj")
    is_subject = act.head.head == verb and act.head.dep_ in {"nsubj", "nsubjpass"}
    return replace(both, polarity=own.polarity) if is_subject and own.polarity is Polarity.DENIED else both


def _with_part(standing: Standing, part: Token, verb: Token, *, denies: bool) -> Standing:
    """What is said of the part that somebody had in the act: "had no part in the attack", "was not behind it", "disclaimed any role"."""
    both = modified(standing, verb)
    if part != verb:
        both = modified(both, part)
    lacking = denies != (part.lower_ in NOBODY)
    return joined(both, Standing(polarity=Polarity.DENIED)) if lacking else both


def _is_open(node: Token) -> bool:
    """True for a gerund, or a noun that no word marks as known: "an attack would ruin the city" tells of none."""
    if node.tag_ == "VBG":
        return True
    words = {child.lower_ for child in node.children if child.dep_ in {"det", "poss", "amod", "nummod"}}
    return node.pos_ == "NOUN" and (bool(words & INDEFINITE) or not any(c.dep_ in {"det", "poss", "nummod"} for c in node.children))


def _judgement(act: Token) -> Token | None:
    """What is said of a bare gerund that is a subject ("closing the port was impossible"): the next predicate of "be"."""
    if act.tag_ != "VBG" or act.dep_ not in {"csubj", "acomp", "nsubj"}:
        return None
    following = act.doc[act.i + 1 : act.sent.end]
    copula = next((token for token in following if token.lemma_ == "be" and token.tag_ != "VBG"), None)
    return copula.nbor(1) if copula is not None and copula.i + 1 < act.sent.end else None


def _is_condition_set(verb: Token) -> bool:
    """True in "they said they would kill him if ..." and "they warned they would": one's own harmful act, foretold on a condition."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    own = verb.dep_ == "ccomp" and subject is not None and subject.lower_ in SELF_PRONOUNS
    return (
        own
        and (has_condition(verb) or (verb.head.lemma_.lower(), "own") in cues())
        and any(child.lower_ in {"will", "would", "'d", "'ll"} for child in verb.children)
    )


def _plain_stage(act: Act, *, in_heading: bool) -> Stage:
    """A material act in the plain present of running text is told as a habit; headings tell the past in the present."""
    verb = act.host or act.head
    if act.match.type in GATHERINGS and any(child.lower_ == "being" for child in verb.children):
        return Stage.PLANNED
    above = governor(verb)
    if _is_announced(main_verb(verb)):
        return Stage.PLANNED
    if verb.tag_ == "VB" and above is not None and above[0] == "inf":
        verb = above[1]
    habitual = act.part is None and verb.tag_ in {"VBZ", "VBP"} and act.match.type in MATERIAL and not in_heading
    return Stage.RECURRING if habitual and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children) else Stage.ACCOMPLISHED


def _is_announced(verb: Token) -> bool:
    """True in "Ostria to leave union": in headlines an infinitive with a subject tells what is to come."""
    subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    marked = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return verb.dep_ == "ROOT" and verb.tag_ == "VB" and subject and marked
