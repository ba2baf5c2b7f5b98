"""How far an act got, whether it is told as so, and how sure the teller is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from rashomon.errors import TableError
from rashomon.model import Attribution, Certainty, CueType, EventType, Polarity, Stage
from rashomon.read.clauses import governor
from rashomon.read.event_patterns import PACKAGE
from rashomon.read.participants import Act
from rashomon.tables import choices, load_table

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
QUESTION_WORDS = frozenset({"why", "how", "what", "who", "whom", "whose", "which", "when", "where"})
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
        standing = _heed(standing, cue, link)
        if standing.settled:
            break
    standing = _in_voice(standing, voice, act)
    if standing.stage is None and (_is_asked(act) or _is_topic(act)):
        standing = replace(standing, stage=Stage.HYPOTHETICAL)
    stage = standing.stage or _plain_stage(act, in_heading=in_heading)
    return stage, standing.polarity, standing.certainty


def _is_asked(act: Act) -> bool:
    """True for the main clause of a question to be answered by yes or no; "why did they attack?" takes the attack for granted."""
    words = [token for token in act.head.sent if not token.is_space and not token.is_punct]
    asks = any(token.text == "?" for token in act.head.sent[-3:])
    return asks and (act.host or act.head) == act.head.sent.root and words[0].lower_ not in QUESTION_WORDS


def _is_topic(act: Act) -> bool:
    """True for a gerund that a noun is about ("opponents of allowing refugees in"): named, not told."""
    verb = act.host or act.head
    preposition = verb.head
    return (
        verb.tag_ == "VBG"
        and verb.dep_ == "pcomp"
        and preposition.lower_ in {"of", "for", "about", "to", "against"}
        and preposition.head.pos_ == "NOUN"
    )


def _own(act: Act) -> Standing:
    standing = _heed(Standing(), act.head, "self")
    if act.host is not None and act.host != act.head:
        standing = _heed(_modified(standing, act.head), act.host, "obj")
    else:
        standing = _modified(standing, act.head)
    judgement = _judgement(act.head)
    return _heed(standing, judgement, "that") if judgement is not None else standing


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
        yield link, above
        node = above


def _heed(standing: Standing, cue: Token, link: str) -> Standing:
    row = _cues().get((cue.lemma_.lower(), link))
    changed = standing if row is None else _joined(standing, row)
    if link == "self" or changed.settled:
        return changed
    if row is None and link not in OPEN_LINKS:
        return replace(changed, settled=True)
    if row is None and link == "inf" and changed.stage is None:
        changed = replace(changed, stage=Stage.PLANNED)
    if row is None and link == "inf" and changed.stage is Stage.FOILED:
        changed = replace(changed, stage=Stage.HYPOTHETICAL)
    return _modified(changed, cue)


def _modified(standing: Standing, node: Token) -> Standing:
    """What auxiliaries, adverbs, adjectives, negation and the word that opens the clause add."""
    for child in node.children:
        if child.dep_ in {"aux", "auxpass"} and child.tag_ == "MD":
            standing = _joined(standing, _cues().get((child.lemma_.lower(), "aux")) or _cues().get((child.lower_, "aux")))
        elif child.dep_ == "mark":
            standing = _marked(standing, node, child)
        elif child.dep_ in {"advmod", "amod", "neg", "det", "preconj", "npadvmod", "nsubj", "nsubjpass"}:
            word = (
                child
                if child.dep_ not in {"nsubj", "nsubjpass"}
                else next((c for c in child.children if c.dep_ in {"preconj", "det"}), child)
            )
            standing = _joined(standing, _cues().get((word.lower_, "mod")) or _cues().get((word.lemma_.lower(), "mod")))
        elif child.lower_ == "every" or (
            child.dep_ == "prep" and child.lower_ == "as" and any(word.lower_ == "always" for word in child.children)
        ):
            standing = _joined(standing, Standing(stage=Stage.RECURRING))
        if child.dep_ == "npadvmod" and any(word.lower_ in {"every", "each"} for word in child.children):
            standing = _joined(standing, Standing(stage=Stage.RECURRING))
    return replace(standing, stage=Stage.HYPOTHETICAL) if standing.stage is Stage.PLANNED and _has_condition(node) else standing


def _has_condition(node: Token) -> bool:
    clauses = (child for child in node.children if child.dep_ == "advcl")
    return any(word.dep_ == "mark" and word.lower_ in {"if", "unless"} for clause in clauses for word in clause.children)


def _marked(standing: Standing, node: Token, mark: Token) -> Standing:
    """An "if" before a plain past with no modal above tells a fact beside another ("if others failed, these did not")."""
    row = _cues().get((mark.lower_, "mark"))
    conceding = mark.lower_ == "if" and node.tag_ == "VBD" and not any(child.tag_ == "MD" for child in node.head.children)
    return standing if conceding else _joined(standing, row)


def _joined(standing: Standing, row: Standing | None) -> Standing:
    if row is None:
        return standing
    stage = standing.stage
    if row.stage is Stage.ACCOMPLISHED:
        return replace(standing, settled=True)
    if row.stage is not None and (stage is None or (row.stage is Stage.FOILED and stage is not Stage.DEMANDED)):
        stage = row.stage
    if row.stage is Stage.RECURRING and stage is Stage.PLANNED:
        stage = Stage.RECURRING
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
    stage = VOICES.get(voice.cue.type)
    verb = act.host or act.head
    told_as_past = verb.tag_ == "VBD" and verb.dep_ in {"relcl", "acl", "advcl"}
    return replace(standing, stage=stage) if stage is not None and standing.stage is None and not told_as_past else standing


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
    for row in load_table(PACKAGE, "tables/stage_cues.tsv", COLUMNS):
        for link in choices(row["link"]):
            if (row["cue"], link) in cues:
                raise TableError(f"tables/stage_cues.tsv: {row['cue']} with {link} stands twice; keep one of the two")
            cues[row["cue"], link] = Standing(
                stage=Stage(row["stage"]) if row["stage"] else None,
                polarity=Polarity(row["polarity"] or Polarity.AFFIRMED),
                certainty=Certainty(row["certainty"] or Certainty.CERTAIN),
            )
    return cues
