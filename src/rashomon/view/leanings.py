"""Leanings: the sentences that mention an actor, by who says them, with the attitude each lets one think of and the words that decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rashomon.model import Attitude, Span, Stance
from rashomon.view.index import Index
from rashomon.view.parts import Leaning, LeaningSentence, Passage, Phrase, Tally, tally_of

SHOWN = 5
"""So many sentences of one attitude, and of those whose attitude is unsure, are listed of one source in one article."""
LISTED = (Attitude.NEGATIVE, Attitude.POSITIVE, Attitude.NEUTRAL)
"""The order of a list: what leans stands before what does not, and before what is unsure."""

Stances = Mapping[tuple[str, str], Sequence[Stance]]
"""The stances by linked actor and article, in text order."""


def stances_of(index: Index) -> Stances:
    """All stances of the records, by whom they are about."""
    found: dict[tuple[str, str], list[Stance]] = {}
    for article, record in index.records.items():
        for stance in record.stances:
            if stance.actor in index.actors:
                found.setdefault((index.actors[stance.actor].id, article), []).append(stance)
    return found


def leanings_of(actor: str, article: str, stances: Stances, index: Index) -> tuple[Leaning, ...]:
    """What the sentences of an article on a linked actor let one think of it: the author's own first, then those of who speaks most."""
    by_source: dict[str, list[Stance]] = {}
    for stance in stances.get((actor, article), ()):
        by_source.setdefault(index.speaker(article, stance.attribution).source, []).append(stance)
    ordered = sorted(by_source.values(), key=lambda said: (said[0].attribution is not None, -len(said)))
    return tuple(_leaning(said, article, index) for said in ordered)


def tally_of_sentences(said: Sequence[Stance]) -> Tally:
    """How many of the sentences carry which attitude, those apart of which it is unsure."""
    return tally_of((stance.attitude for stance in said if stance.sure), unsure=sum(not stance.sure for stance in said))


def in_order(stance: Stance) -> int:
    """By which a list of sentences is sorted."""
    return LISTED.index(stance.attitude) if stance.sure else len(LISTED)


def _leaning(said: Sequence[Stance], article: str, index: Index) -> Leaning:
    groups = ([one for one in said if in_order(one) == place] for place in range(len(LISTED) + 1))
    listed = tuple(sentence_of(stance, article, index) for group in groups for stance in group[:SHOWN])
    return Leaning(
        teller=index.speaker(article, said[0].attribution),
        tally=tally_of_sentences(said),
        sentences=listed,
        hidden=len(said) - len(listed),
    )


def sentence_of(stance: Stance, article: str, index: Index) -> LeaningSentence:
    """A sentence with its attitude and its words, those marked that decided."""
    text = index.records[article].article.text
    return LeaningSentence(
        attitude=stance.attitude,
        sure=stance.sure,
        passage=Passage(article=article, spans=stance.sentence),
        phrases=tuple(phrase for span in stance.sentence for phrase in _phrases(text, span, stance)),
    )


def _phrases(text: str, sentence: Span, stance: Stance) -> Iterator[Phrase]:
    """The sentence's words on one line, cut where the words that decided begin and end."""
    start = sentence.start
    for span in sorted(span for span in stance.decided_by if sentence.contains(span)):
        if start < span.start:
            yield _phrase(text[start : span.start], decided=False)
        yield _phrase(text[span.start : span.end], decided=True)
        start = span.end
    if start < sentence.end:
        yield _phrase(text[start : sentence.end], decided=False)


def _phrase(words: str, *, decided: bool) -> Phrase:
    return Phrase(words=re.sub(r"\s+", " ", words), decided=decided)
