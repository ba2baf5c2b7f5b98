"""Attitudes: what each sentence lets one think of the actors that it mentions, and the words that decided it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from rashomon.model import Attitude, Attribution, CueType, Label, Mention, MentionForm, Span, Spans, Stance, make_id
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.attitudes.rules import judge_by_rules
from rashomon.read.attitudes.verdict import Verdict
from rashomon.read.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

    from rashomon.encode.encoder import Encoding


@dataclass(frozen=True, slots=True)
class _Target:
    """One mention that stands for an actor in a sentence."""

    actor: str
    sentence: Spans
    mention: Mention


def judge_targets(doc: Doc, targets: Sequence[Spans], encoding: Encoding | None = None) -> list[Verdict]:
    """The attitude toward the words at each of the targets, from the sentence that holds them.

    With an encoding it is the trained reader's, otherwise the rules'. Neutral where a target has no words.
    """
    return _start_judging(doc, targets, encoding)()


def _start_judging(doc: Doc, targets: Sequence[Spans], encoding: Encoding | None) -> Callable[[], list[Verdict]]:
    if encoding is None:
        return lambda: [judge_by_rules(doc, target) for target in targets]
    from rashomon.read.attitudes.learned import start_judging

    return start_judging(doc, targets, encoding)


def start_stances(
    doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...], encoding: Encoding | None = None
) -> Callable[[], tuple[Stance, ...]]:
    """Begin to judge; what comes back waits for one stance for each actor in each sentence that mentions it, in text order.

    The actor's first mention there that is no pronoun is the target, else the first. An adjective ("the Varenian coast") and a
    name inside another's name mention nobody. Words that only say that somebody
    says it ("said"), or that name somebody, decide no attitude.
    """
    targets = list(_targets(doc, actors))
    judged = _start_judging(doc, [target.mention.spans for target in targets], encoding)
    return lambda: _stances(doc, actors, attributions, targets, judged())


def _stances(
    doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...], targets: Sequence[_Target], verdicts: Sequence[Verdict]
) -> tuple[Stance, ...]:
    saying = (span for one in attributions if one.cue.type is CueType.SAY for span in one.cue.spans)
    naming = (span for actor in actors for one in actor.mentions if one.form is MentionForm.NAME for span in one.spans)
    telling_nothing = {token.idx for token in doc.tokens_in([*saying, *naming])}
    decided = [tuple(span for span in verdict.decided_by if span.start not in telling_nothing) for verdict in verdicts]
    return tuple(
        Stance(
            id=make_id(doc.article, "v", number),
            actor=target.actor,
            sentence=target.sentence,
            target=target.mention.spans,
            attitude=verdict.attitude,
            decided_by=words,
            attribution=_voice(words[:1] or target.mention.spans, attributions),
            likelihood=verdict.likelihood,
            sure=verdict.sure,
        )
        for number, (target, verdict, words) in enumerate(zip(targets, verdicts, decided, strict=True), start=1)
    )


def _targets(doc: Doc, actors: ActorIndex) -> Iterator[_Target]:
    numbers = doc.sentence_numbers
    sentences = {numbers[sentence[0].i]: _whole(doc, sentence) for sentence in doc.sentences()}
    found: dict[tuple[int, str], _Target] = {}
    for actor in actors:
        for mention in actor.mentions:
            tokens = doc.tokens_in(mention.spans)
            if not tokens or (len(tokens) == 1 and tokens[0].dep_ in {"amod", "compound"}):
                continue
            key = (numbers[tokens[0].i], actor.id)
            if key not in found or (found[key].mention.form is MentionForm.PRONOUN and mention.form is not MentionForm.PRONOUN):
                found[key] = _Target(actor.id, sentences[key[0]], mention)
    return iter(sorted(found.values(), key=lambda target: (target.mention.spans, target.actor)))


def _whole(doc: Doc, sentence: Sentence) -> Spans:
    words = [token for token in sentence if not token.is_space]
    return (doc.span(words[0], words[-1]),)


def _voice(spans: Spans, attributions: tuple[Attribution, ...]) -> str | None:
    voice = voice_of(spans, attributions)
    return voice.id if voice else None


def judged_labels(labels: tuple[Label, ...], stances: tuple[Stance, ...]) -> tuple[Label, ...]:
    """The labels, with a sure stance's attitude where the words that decided it stand in the label's own words.

    Otherwise the label keeps what its words say by themselves: a sentence can tell ill of somebody whom it calls by a kind name.
    """
    by_actor: dict[str, list[Stance]] = {}
    for stance in stances:
        if stance.sure and stance.attitude is not Attitude.NEUTRAL:
            by_actor.setdefault(stance.actor, []).append(stance)
    return tuple(_judged(label, by_actor.get(label.actor, ())) for label in labels)


def _judged(label: Label, stances: Sequence[Stance]) -> Label:
    for stance in stances:
        inside = tuple(span for span in stance.decided_by if _is_inside(span, label.spans))
        if inside:
            return msgspec.structs.replace(label, attitude=stance.attitude, decided_by=inside)
    return label


def _is_inside(span: Span, spans: Spans) -> bool:
    return any(outer.contains(span) for outer in spans)


__all__ = ["Verdict", "judge_targets", "judged_labels", "start_stances"]
