"""How far an act got, whether it is told as so, and how sure the teller is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import Attribution, Certainty, EventType, Polarity, Stage
from rashomon.parse.syntax import opens_bound
from rashomon.read.events.clauses import governor, phrasal
from rashomon.read.events.climbing import MEANS, PAST, QUESTION_WORDS, climb, is_asked_for, main_verb
from rashomon.read.events.negation import NOBODY, denies_nothing, is_taken_from, says_none
from rashomon.read.events.participants import Act, charges_with
from rashomon.read.events.patterns import CONFLICT, SELF_PRONOUNS
from rashomon.read.events.standing import Standing, cues, joined
from rashomon.read.events.voices import in_voice, is_definite, is_presupposed

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
OPEN_LINKS = frozenset({"inf", "other", "ing", "obj", "conj", "advcl", "acl"})
"""Through these a word without a row still lends its auxiliaries and its negation; through others it only speaks about the act."""
INVERTED = frozenset({"had", "were", "should"})
"""With these before its subject a clause is a condition: "had they left"."""
INDEFINITE = frozenset({"a", "an", "any", "another", "more", "further", "such", "no"})
UNDOUBTED = frozenset({"doubt", "question", "dispute"})
"""What nobody doubts is told as so: "there is no doubt that they attacked"."""


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
        standing = _beside(standing, cue) if link in {"subj", "csubj"} and _is_open(node) else _heed(standing, cue, link)
        if standing.settled:
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
        and (above.pos_ == "NOUN" or above.dep_ == "acl")
    )


def _own(act: Act) -> Standing:
    standing = _heed(Standing(), act.head, "gathering" if act.match.type is EventType.PROTEST else "self")
    if act.host is not None and act.host != act.head:
        known = is_definite(act) and is_asked_for(act.host)
        standing = standing if known else _of_noun(standing, act, act.host)
    else:
        standing = _modified(standing, act.head)
        if says_none(act.head):
            standing = joined(standing, Standing(polarity=Polarity.DENIED))
    if is_taken_from(act.host or act.head):
        standing = joined(standing, Standing(polarity=Polarity.DENIED))
    judgement = _judgement(act.head)
    return _heed(standing, judgement, "that") if judgement is not None else standing


def _of_noun(standing: Standing, act: Act, verb: Token) -> Standing:
    """What is said of "no arrests were made": the "no" of the noun is not heard again as that of the verb's subject."""
    own = _modified(standing, act.head)
    if act.part is not None:
        return _with_part(own, act.part, verb, denies=act.denies)
    both = _heed(own, verb, "obj")
    is_subject = act.head.head == verb and act.head.dep_ in {"nsubj", "nsubjpass"}
    return replace(both, polarity=own.polarity) if is_subject and own.polarity is Polarity.DENIED else both


def _with_part(standing: Standing, part: Token, verb: Token, *, denies: bool) -> Standing:
    """What is said of the part that somebody had in the act: "had no part in the attack", "was not behind it", "disclaimed any role"."""
    both = _modified(standing, verb)
    if part != verb:
        both = _modified(both, part)
    lacking = denies != (part.lower_ in NOBODY)
    return joined(both, Standing(polarity=Polarity.DENIED)) if lacking else both


def _predicate(copula: Token) -> Token:
    """What "it is ... that" says of its clause: the adjective or noun; any other verb stands for itself."""
    if copula.lemma_ != "be":
        return copula
    return next((child for child in copula.children if child.dep_ in {"acomp", "attr"}), copula)


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


def _heed(standing: Standing, cue: Token, link: str) -> Standing:
    said = _said_of(cue, link)
    row = (cues().get((said.lemma_.lower(), "was")) if _is_told_of_past(link, said) else None) or _row(said, link)
    if row is None and cues().get((link, "prep")) is not None:
        return _beside(joined(standing, cues()[link, "prep"]), cue)
    negated = any(
        child.dep_ in {"det", "neg"} and child.lower_ in {"no", "little", "not", "n't"} for child in (*said.children, *cue.children)
    )
    if negated and link == "that" and said.lemma_ in UNDOUBTED:
        return replace(standing, settled=True)
    changed = standing if row is None else joined(standing, row)
    if row is not None and link in {"subj", "csubj"} and any(child.lower_ == "no" for child in said.children):
        changed = joined(changed, Standing(polarity=Polarity.DENIED))
    if link in {"self", "gathering"} or changed.settled:
        return changed
    if row is not None and negated and said.pos_ == "NOUN" and link in {"that", "of"} and row.stage is None:
        return replace(changed, stage=changed.stage or Stage.HYPOTHETICAL)
    if row is None and link in MEANS:
        return _beside(changed, cue)
    if row is None and link in {"subj", "csubj"}:
        return replace(changed, settled=True)
    if row is None and link not in OPEN_LINKS:
        return replace(changed, settled=True)
    if row is None and link == "inf" and changed.stage is None:
        changed = replace(changed, stage=Stage.PLANNED)
    if row is None and link == "inf" and changed.stage is Stage.FOILED:
        changed = replace(changed, stage=Stage.HYPOTHETICAL)
    return _modified(changed, cue)


def _row(said: Token, link: str) -> Standing | None:
    """The table's row for the word with its particle ("made up a plot"), or else for the word."""
    return cues().get((phrasal(said), link)) or cues().get((said.lemma_.lower(), link))


def _said_of(cue: Token, link: str) -> Token:
    if link in {"subj", "csubj"}:
        place = next((child for child in cue.children if child.dep_ == "dobj" and child.lower_ == "place"), None)
        return place if place is not None and cue.lemma_ == "take" else _predicate(cue)
    return _predicate(cue) if link == "that" else _still_open(cue) if link == "inf" else cue


def _still_open(verb: Token) -> Token:
    """The "yet" of "has yet to ratify"; any other word stands for itself."""
    yet = next((child for child in verb.children if child.lower_ == "yet"), verb)
    return verb if verb.lemma_ not in {"have", "be", "remain"} or any(child.dep_ == "neg" for child in verb.children) else yet


def _is_told_of_past(link: str, said: Token) -> bool:
    """True in "was right to expel" and "how kind of them to wait": the judgement of a past act, with no "would" or "will" about it."""
    copula = said.head
    helped = any(child.tag_ == "MD" for child in copula.children)
    owned = any(child.lower_ == "of" for child in said.children)
    past = said.dep_ == "acomp" and copula.lemma_ == "be" and copula.tag_ in PAST
    return link == "inf" and (past or owned) and not helped


def _beside(standing: Standing, cue: Token) -> Standing:
    """An act beside another, as its means or in its place, comes about no more than it does; what is denied of one is not of the other."""
    other = _modified(Standing(), cue)
    return joined(standing, replace(other, polarity=Polarity.AFFIRMED))


def _modified(standing: Standing, node: Token) -> Standing:
    """What auxiliaries, adverbs, adjectives, negation and the word that opens the clause add."""
    for child in node.children:
        if denies_nothing(child):
            continue
        if child.lower_ in INVERTED and node.dep_ == "advcl" and _stands_before_subject(node, child):
            standing = joined(standing, Standing(stage=Stage.HYPOTHETICAL))
        elif child.dep_ in {"aux", "auxpass"} and child.tag_ == "MD":
            standing = joined(standing, _of_auxiliary(node, child))
        elif child.dep_ == "mark":
            standing = _marked(standing, node, child)
        elif child.dep_ in {"advmod", "amod", "neg", "det", "preconj", "npadvmod", "nsubj", "nsubjpass"}:
            word = (
                child
                if child.dep_ not in {"nsubj", "nsubjpass"}
                else next((c for c in child.children if c.dep_ in {"preconj", "det"} and not opens_bound(c)), child)
            )
            standing = joined(standing, cues().get((word.lower_, "mod")) or cues().get((word.lemma_.lower(), "mod")))
        elif child.lower_ == "every" or (
            child.dep_ == "prep" and child.lower_ == "as" and any(word.lower_ == "always" for word in child.children)
        ):
            standing = joined(standing, Standing(stage=Stage.RECURRING))
        if child.dep_ == "npadvmod" and any(word.lower_ in {"every", "each"} for word in child.children):
            standing = joined(standing, Standing(stage=Stage.RECURRING))
    return replace(standing, stage=Stage.HYPOTHETICAL) if standing.stage is Stage.PLANNED and _has_condition(node) else standing


def _of_auxiliary(verb: Token, auxiliary: Token) -> Standing | None:
    """What a modal says: "must have gone" guesses at the past, and "should never have gone" blames for what was done."""
    perfect = any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
    link = "" if not perfect else "reproach" if any(child.dep_ == "neg" for child in verb.children) else "perfect"
    row = cues().get((auxiliary.lower_, link)) or _foretold(verb, auxiliary)
    return row or cues().get((auxiliary.lemma_.lower(), "aux")) or cues().get((auxiliary.lower_, "aux"))


def _stands_before_subject(verb: Token, auxiliary: Token) -> bool:
    """True in "had they left": a condition without "if"."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.i > auxiliary.i for child in verb.children)


def _foretold(verb: Token, auxiliary: Token) -> Standing | None:
    """In "said it would leave" the reported "would" is a past "will"."""
    reported = verb.dep_ == "ccomp" and verb.head.tag_ in PAST and auxiliary.lower_ in {"would", "'d"}
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    return cues().get((verb.head.lemma_.lower(), "would")) if reported and not perfect else None


def _has_condition(node: Token) -> bool:
    clauses = (child for child in node.children if child.dep_ == "advcl")
    return any(word.dep_ == "mark" and word.lower_ in {"if", "unless"} for clause in clauses for word in clause.children)


def _is_condition_set(verb: Token) -> bool:
    """True in "they said they would kill him if ..." and "they warned they would": one's own harmful act, foretold on a condition."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    own = verb.dep_ == "ccomp" and subject is not None and subject.lower_ in SELF_PRONOUNS
    return (
        own
        and (_has_condition(verb) or (verb.head.lemma_.lower(), "own") in cues())
        and any(child.lower_ in {"will", "would", "'d", "'ll"} for child in verb.children)
    )


def _marked(standing: Standing, node: Token, mark: Token) -> Standing:
    """An "if" before a plain past with no modal above tells a fact beside another ("if others failed, these did not")."""
    row = cues().get((mark.lower_, "mark"))
    asked = any(child.text == "?" for child in node.sent[-3:])
    beside = mark.lower_ == "if" and node.dep_ != "ccomp" and node.tag_ == "VBD" and node.lemma_ != "be"
    conceding = beside and not asked and not any(child.tag_ == "MD" or child.dep_ == "acomp" for child in node.head.children)
    preceding = mark.lower_ in {"before", "until"} and node.tag_ in PAST
    return standing if conceding or preceding else joined(standing, row)


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
