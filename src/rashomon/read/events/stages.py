"""How far an act got, whether it is told as so, and how sure the teller is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Attribution, Certainty, CueType, EventType, Polarity, Stage
from rashomon.parse.syntax import opens_bound
from rashomon.read.events.clauses import governor
from rashomon.read.events.participants import Act
from rashomon.tables import cell_fault, choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("cue", "link", "stage", "polarity", "certainty")
STEPS = 7
FINITE = frozenset({"VBD", "VBZ", "VBP"})
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
    }
)
GATHERINGS = frozenset({EventType.PROTEST, EventType.CONSULT})
"""Types whose acts are announced in the present progressive: "the rally is being held on 9 August"."""
NOT_YET = frozenset({Stage.ATTEMPTED, Stage.PLANNED, Stage.THREATENED, Stage.DEMANDED, Stage.HYPOTHETICAL})
"""What is only to be foiled has not been foiled: "must stop the attacks", "nothing to prevent them"."""
OPEN_LINKS = frozenset({"inf", "ing", "obj", "conj", "advcl", "acl"})
"""Through these a word without a row still lends its auxiliaries and its negation; through others it only speaks about the act."""
MEANS = frozenset({"by", "through", "via", "with"})
"""Behind these stands the means to an end: it comes about no more than the end does ("may please Orsk by expelling him")."""
QUESTION_WORDS = frozenset({"why", "how", "what", "who", "whom", "whose", "which", "when", "where"})
PAST = frozenset({"VBD", "VBN"})
INDEFINITE = frozenset({"a", "an", "any", "another", "more", "further", "such", "no"})
UNDOUBTED = frozenset({"doubt", "question", "dispute"})
"""What nobody doubts is told as so: "there is no doubt that they attacked"."""
VOICES = {
    CueType.DEMAND: Stage.DEMANDED,
    CueType.WANT: Stage.DEMANDED,
    CueType.THREATEN: Stage.THREATENED,
    CueType.PROMISE: Stage.PLANNED,
    CueType.ASK: Stage.HYPOTHETICAL,
}


@dataclass(frozen=True)
class Standing:
    """What is told of an act's coming about. `told` is false once something says it is not simply told as done."""

    stage: Stage | None = None
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    settled: bool = False


def read_standing(act: Act, *, in_heading: bool, voice: Attribution | None) -> tuple[Stage, Polarity, Certainty]:
    """Stage, polarity and certainty of the act, from its own clause outward to the first word that settles it.

    `voice` is the innermost attribution it stands in: what is demanded, promised or threatened there did not come
    about by being told, and what is denied there is denied.
    """
    standing = _own(act)
    node = act.host or act.head
    for link, cue in _climb(node):
        standing = _beside(standing, cue) if link in {"subj", "csubj"} and _is_open(node) else _heed(standing, cue, link)
        if standing.settled:
            break
    standing = _in_voice(standing, voice, act)
    if standing.stage is None and _is_command(node):
        standing = replace(standing, stage=Stage.DEMANDED)
    if standing.stage is None and (_is_asked(node) or _is_topic(act)):
        standing = replace(standing, stage=Stage.HYPOTHETICAL)
    stage = standing.stage or _plain_stage(act, in_heading=in_heading)
    return stage, standing.polarity, standing.certainty


def _main_verb(node: Token) -> Token:
    """The verb of the clause that the words hang in as its infinitive, gerund, object or means."""
    for _ in range(STEPS):
        found = governor(node)
        if found is None or found[0] not in {"inf", "ing", "obj", "conj", *MEANS}:
            break
        node = found[1]
    return node


def _is_command(node: Token) -> bool:
    """True in a clause whose verb is a bare form without a subject: "expel the envoy now"."""
    verb = _main_verb(node)
    helped = any(child.dep_ in {"nsubj", "nsubjpass", "expl", "aux", "auxpass"} for child in verb.children)
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not helped


def _is_asked(node: Token) -> bool:
    """True for what a question asks or complains of; "why did they attack?" takes the past attack for granted."""
    verb = _main_verb(node)
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
        and preposition in {"of", "for", "about", "to", "against"}
        and (above.pos_ == "NOUN" or above.dep_ == "acl")
    )


def _own(act: Act) -> Standing:
    standing = _heed(Standing(), act.head, "gathering" if act.match.type is EventType.PROTEST else "self")
    if act.host is not None and act.host != act.head:
        standing = _heed(_modified(standing, act.head), act.host, "obj")
    else:
        standing = _modified(standing, act.head)
    judgement = _judgement(act.head)
    return _heed(standing, judgement, "that") if judgement is not None else standing


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


def _climb(node: Token) -> Iterator[tuple[str, Token]]:
    """The words above, each with how the one below hangs on it; the step's own modifiers count through the link "mod"."""
    for _ in range(STEPS):
        found = governor(node)
        if found is None or found[0] in {"relcl", "parataxis", "appos"} or (found[0] in {"advcl", "conj"} and node.tag_ in FINITE):
            return
        link, above = found
        if link == "that" and _tells_manner(node):
            return
        yield link, above
        node = above


def _tells_manner(verb: Token) -> bool:
    """True for an indirect question that takes its act for granted: "asked why the army had bombed the town"."""
    return verb.tag_ in PAST | FINITE and any(
        child.tag_ == "WRB" and child.lower_ in QUESTION_WORDS and child.i < verb.i for child in verb.children
    )


def _heed(standing: Standing, cue: Token, link: str) -> Standing:
    said = _predicate(cue) if link == "that" else cue
    row = (_cues().get((said.lemma_.lower(), "was")) if _is_told_of_past(link, said) else None) or _cues().get((said.lemma_.lower(), link))
    if row is None and _cues().get((link, "prep")) is not None:
        return _beside(_joined(standing, _cues()[link, "prep"]), cue)
    negated = any(
        child.dep_ in {"det", "neg"} and child.lower_ in {"no", "little", "not", "n't"} for child in (*said.children, *cue.children)
    )
    if negated and link == "that" and said.lemma_ in UNDOUBTED:
        return replace(standing, settled=True)
    changed = standing if row is None else _joined(standing, row)
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


def _is_told_of_past(link: str, said: Token) -> bool:
    """True in "was right to expel": the judgement of a past act, with no "would" or "will" about it."""
    copula = said.head
    helped = any(child.tag_ == "MD" for child in copula.children)
    return link == "inf" and said.dep_ == "acomp" and copula.lemma_ == "be" and copula.tag_ in PAST and not helped


def _beside(standing: Standing, cue: Token) -> Standing:
    """An act beside another, as its means or in its place, comes about no more than it does; what is denied of one is not of the other."""
    other = _modified(Standing(), cue)
    return _joined(standing, replace(other, polarity=Polarity.AFFIRMED))


def _modified(standing: Standing, node: Token) -> Standing:
    """What auxiliaries, adverbs, adjectives, negation and the word that opens the clause add."""
    for child in node.children:
        if child.dep_ in {"aux", "auxpass"} and child.tag_ == "MD":
            standing = _joined(
                standing, _foretold(node, child) or _cues().get((child.lemma_.lower(), "aux")) or _cues().get((child.lower_, "aux"))
            )
        elif child.dep_ == "mark":
            standing = _marked(standing, node, child)
        elif child.dep_ in {"advmod", "amod", "neg", "det", "preconj", "npadvmod", "nsubj", "nsubjpass"}:
            word = (
                child
                if child.dep_ not in {"nsubj", "nsubjpass"}
                else next((c for c in child.children if c.dep_ in {"preconj", "det"} and not opens_bound(c)), child)
            )
            standing = _joined(standing, _cues().get((word.lower_, "mod")) or _cues().get((word.lemma_.lower(), "mod")))
        elif child.lower_ == "every" or (
            child.dep_ == "prep" and child.lower_ == "as" and any(word.lower_ == "always" for word in child.children)
        ):
            standing = _joined(standing, Standing(stage=Stage.RECURRING))
        if child.dep_ == "npadvmod" and any(word.lower_ in {"every", "each"} for word in child.children):
            standing = _joined(standing, Standing(stage=Stage.RECURRING))
    return replace(standing, stage=Stage.HYPOTHETICAL) if standing.stage is Stage.PLANNED and _has_condition(node) else standing


def _foretold(verb: Token, auxiliary: Token) -> Standing | None:
    """In "said it would leave" the reported "would" is a past "will"."""
    reported = verb.dep_ == "ccomp" and verb.head.tag_ in PAST and auxiliary.lower_ in {"would", "'d"}
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    return _cues().get((verb.head.lemma_.lower(), "would")) if reported and not perfect else None


def _has_condition(node: Token) -> bool:
    clauses = (child for child in node.children if child.dep_ == "advcl")
    return any(word.dep_ == "mark" and word.lower_ in {"if", "unless"} for clause in clauses for word in clause.children)


def _marked(standing: Standing, node: Token, mark: Token) -> Standing:
    """An "if" before a plain past with no modal above tells a fact beside another ("if others failed, these did not")."""
    row = _cues().get((mark.lower_, "mark"))
    asked = any(child.text == "?" for child in node.sent[-3:])
    conceding = mark.lower_ == "if" and node.tag_ == "VBD" and not asked and not any(child.tag_ == "MD" for child in node.head.children)
    preceding = mark.lower_ in {"before", "until"} and node.tag_ in PAST
    return standing if conceding or preceding else _joined(standing, row)


def _joined(standing: Standing, row: Standing | None) -> Standing:
    if row is None:
        return standing
    stage = standing.stage
    if row.stage is Stage.ACCOMPLISHED:
        return replace(standing, settled=True)
    if row.stage is not None and (stage is None or (row.stage is Stage.FOILED and stage is not Stage.DEMANDED)):
        stage = row.stage
    if stage is Stage.PLANNED and row.stage in {Stage.RECURRING, Stage.HYPOTHETICAL, Stage.DEMANDED}:
        stage = row.stage
    if standing.stage is Stage.FOILED and row.stage in NOT_YET:
        stage = Stage.HYPOTHETICAL
    polarity = standing.polarity if row.polarity is Polarity.AFFIRMED else _flipped(standing.polarity)
    certainty = max(standing.certainty, row.certainty, key=list(Certainty).index)
    return Standing(stage=stage, polarity=polarity, certainty=certainty)


def _flipped(polarity: Polarity) -> Polarity:
    return Polarity.AFFIRMED if polarity is Polarity.DENIED else Polarity.DENIED


def _in_voice(standing: Standing, voice: Attribution | None, act: Act) -> Standing:
    if voice is None:
        return standing
    if voice.cue.type is CueType.DENY and standing.polarity is Polarity.AFFIRMED and standing.stage is None:
        return replace(standing, polarity=Polarity.DENIED)
    stage = VOICES.get(voice.cue.type) if not _is_presupposed(act) else None
    verb = act.host or act.head
    told_as_past = (verb.tag_ == "VBD" and verb.dep_ in {"relcl", "acl", "advcl"}) or _tells_manner(verb)
    return replace(standing, stage=stage) if stage is not None and standing.stage is None and not told_as_past else standing


def _is_presupposed(act: Act) -> bool:
    """True for "the murder of Vale" and "Vale's murder": who demands that it be investigated takes it to have happened."""
    noun = act.head
    definite = any(child.dep_ == "poss" or child.lower_ == "the" for child in noun.children)
    return act.match.type is EventType.ASSAULT and act.host is None and noun.pos_ in {"NOUN", "PROPN"} and definite


def _plain_stage(act: Act, *, in_heading: bool) -> Stage:
    """A material act in the plain present of running text is told as a habit; headings tell the past in the present."""
    verb = act.host or act.head
    if act.match.type in GATHERINGS and any(child.lower_ == "being" for child in verb.children):
        return Stage.PLANNED
    above = governor(verb)
    if verb.tag_ == "VB" and above is not None and above[0] == "inf":
        verb = above[1]
    habitual = verb.tag_ in {"VBZ", "VBP"} and act.match.type in MATERIAL and not in_heading
    return Stage.RECURRING if habitual and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children) else Stage.ACCOMPLISHED


@cache
def _cues() -> dict[tuple[str, str], Standing]:
    cues: dict[tuple[str, str], Standing] = {}
    for row in load_table("rashomon.read.events", "tables/stage_cues.tsv", COLUMNS, fault=cue_fault()):
        for link in choices(row["link"]):
            cues[row["cue"], link] = Standing(
                stage=Stage(row["stage"]) if row["stage"] else None,
                polarity=Polarity(row["polarity"] or Polarity.AFFIRMED),
                certainty=Certainty(row["certainty"] or Certainty.CERTAIN),
            )
    return cues


def cue_fault() -> Callable[[dict[str, str]], str | None]:
    """What is wrong with a row of the table: a word that may not stand there, or a cue and link that an earlier row has."""
    allowed: dict[str, list[str]] = {"stage": [*Stage, ""], "polarity": [*Polarity, ""], "certainty": [*Certainty, ""]}
    seen: set[tuple[str, str]] = set()

    def fault(row: dict[str, str]) -> str | None:
        wrong = cell_fault((column, row[column], words) for column, words in allowed.items())
        if wrong is not None:
            return wrong
        twice = next((link for link in choices(row["link"]) if (row["cue"], link) in seen), None)
        seen.update((row["cue"], link) for link in choices(row["link"]))
        return f"{row['cue']} with {twice} stands twice; keep one of the two" if twice is not None else None

    return fault
