"""Speakers: whom the sources of an article lead back to, each read after the ones before it.

A source often says no more than that the same one goes on: "he also stressed", "the 52-year-old added", "it said in a
statement". What the words alone leave open is closed here by the sources before, and "I" by whoever is quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from rashomon.model import Actor, ActorKind, MentionForm, Source, SourceKind
from rashomon.parse import Doc
from rashomon.parse.syntax import antecedent
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors.words import first_names
from rashomon.read.attributions.epithets import epithet_gender, holds_another_office, is_age, is_definite, is_epithet
from rashomon.read.attributions.naming import actor_at, is_first_person, name_of, name_source, source_head
from rashomon.read.attributions.quotes import Quote
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.source_kinds import is_document, is_named, kind_of

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 3
"""Sentences back in which a source goes on to speak without being named again."""
MALE, FEMALE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
SINGLE = frozenset({"it", "its"})
SEVERAL = frozenset({"they", "them", "their", "theirs"})
BODIES = frozenset(
    {ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_GROUP, ActorKind.OUTLET, ActorKind.UNKNOWN}
)


@dataclass(frozen=True, eq=False)
class _Spoken:
    """One source that was named already, with its head word and the number of its sentence."""

    head: Token
    sentence: int
    source: Source
    report: Report


def name_sources(doc: Doc, actors: ActorIndex, reports: Sequence[Report], quotes: Sequence[Quote]) -> list[Source]:
    """The source of each report, in the order of the reports: see `name_source`, and the head of this module.

    First persons are the speaker in whose words they stand, the author where they stand in nobody's.
    """
    heads = [source_head(report) for report in reports]
    sources: dict[int, Source] = {}
    spoken: list[_Spoken] = []
    people = {actor.id: actor for actor in actors}
    sentence_of = _sentence_numbers(doc)
    for place in sorted(range(len(reports)), key=lambda place: (_position(reports[place], heads[place]), place)):
        head = heads[place]
        sources[place] = name_source(
            doc, actors, reports[place], retold=head is not None and _is_retold(head, reports[place], reports, quotes)
        )
        if head is None or is_first_person(head):
            continue
        source = _carried_on(reports[place], head, sources[place], spoken, sentence_of[head.i], people)
        told_by_others = head.pos_ != "PRON" and _holder(head, reports[place], reports) is not None
        if source is sources[place] and _is_open(head, source, people) and not told_by_others:
            source = _subject_before(doc, actors, reports[place], head, source)
        sources[place] = source
        spoken.append(_Spoken(head, sentence_of[head.i], source, reports[place]))
    for place in range(len(reports)):
        sources[place] = _third_person(place, heads, reports, sources, quotes)
    return [_first_person(place, heads, reports, sources) for place in range(len(reports))]


def _position(report: Report, head: Token | None) -> int:
    return (head or report.head).i


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers = [0] * len(doc.tokens)
    for number, sentence in enumerate(doc.tokens.sents):
        numbers[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    return numbers


def _is_retold(head: Token, report: Report, reports: Sequence[Report], quotes: Sequence[Quote]) -> bool:
    """True for a first person that stands in what somebody is quoted or reported as saying."""
    if not is_first_person(head):
        return False
    return any(quote.is_speech and quote.holds(head.i) for quote in quotes) or _holder(head, report, reports) is not None


def _holder(head: Token, report: Report, reports: Sequence[Report]) -> int | None:
    """The place of the report with the shortest content that holds the word."""
    holding = [
        (len(other.content), place)
        for place, other in enumerate(reports)
        if other is not report and other.content and other.content[0].i <= head.i <= other.content[-1].i and head in other.content
    ]
    return min(holding)[1] if holding else None


def _first_person(place: int, heads: Sequence[Token | None], reports: Sequence[Report], sources: dict[int, Source]) -> Source:
    """The source, a quoted first person with the name and actor of its speaker."""
    own, seen = sources[place], {place}
    while (head := heads[place]) is not None and is_first_person(head):
        holder = _holder(head, reports[place], reports)
        if holder is None or holder in seen:
            break
        seen.add(holder)
        place = holder
    speaker = sources[place]
    return own if speaker is own else msgspec.structs.replace(speaker, spans=own.spans)


def _third_person(
    place: int, heads: Sequence[Token | None], reports: Sequence[Report], sources: dict[int, Source], quotes: Sequence[Quote]
) -> Source:
    """The source; a "he" in a quotation without the name of who is quoted, who would say "I"."""
    head, own = heads[place], sources[place]
    if own.actor is None or head is None or head.lower_ not in MALE | FEMALE:
        return own
    quote = next((quote for quote in quotes if quote.is_speech and quote.holds(head.i)), None)
    if quote is None:
        return own
    tellers = {sources[at].actor for at, other in enumerate(reports) if head in other.content and not quote.holds(other.head.i)}
    return Source(kind=SourceKind.UNNAMED, spans=own.spans) if own.actor in tellers else own


def _carried_on(report: Report, head: Token, source: Source, spoken: Sequence[_Spoken], sentence: int, people: dict[str, Actor]) -> Source:
    """The source, where its words leave open whom they mean, with the name and actor of the last one that they fit.

    One who was last named in what a person says is not that person, and so does not go on to speak: '"Tesk is our best
    man," he said.'
    """
    named = people.get(source.actor or "")
    recent = [earlier for earlier in spoken if sentence - earlier.sentence <= REACH]
    told_of = named is not None and head.lower_ in MALE | FEMALE and _is_told_of(named, head, [report, *(one.report for one in recent)])
    if not told_of and not _is_open(head, source, people):
        return source
    for earlier in reversed(recent):
        if not (told_of and earlier.source.actor == source.actor) and _goes_on(antecedent(head), earlier, people):
            return msgspec.structs.replace(earlier.source, spans=source.spans)
    return source


def _is_open(head: Token, source: Source, people: dict[str, Actor]) -> bool:
    """True where the words of a source lead to no actor with a name, and a pronoun's to no actor at all."""
    actor = people.get(source.actor or "")
    return actor is None or not (is_named(actor) or antecedent(head).pos_ == "PRON")


def _is_told_of(actor: Actor, head: Token, reports: Sequence[Report]) -> bool:
    """True when the last words before `head` that name the actor stand in what one of the reports reports."""
    starts = [
        mention.spans[0].start
        for mention in actor.mentions
        if mention.form is not MentionForm.PRONOUN and mention.spans[0].start < head.idx
    ]
    if not starts:
        return False
    return any(
        report.content
        and report.content[0].idx <= max(starts) <= report.content[-1].idx
        and any(token.idx == max(starts) for token in report.content)
        for report in reports
    )


def _subject_before(doc: Doc, actors: ActorIndex, report: Report, head: Token, source: Source) -> Source:
    """The source as the subject of the sentence before, where its words can mean that."""
    start = head.sent.start
    root = doc.tokens[start - 1].sent.root if start else None
    before = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None) if root is not None else None
    if before is None or not _can_mean(head, before):
        return source
    actor = actor_at(actors, before)
    is_person = actor is not None and actor.kind is ActorKind.PERSON and is_named(actor) and not holds_another_office(actor, head)
    if head.pos_ != "PRON" and not is_person:
        return source
    kind = kind_of(before, actor, report.entry.type, actors)
    name = name_of(doc, actors, before)
    return Source(kind=kind, name=name, actor=actor.id if actor is not None else None, spans=source.spans)


def _can_mean(head: Token, before: Token) -> bool:
    word, several = head.lower_, before.tag_ in {"NNS", "NNPS"}
    if word in SEVERAL:
        return several
    if word in SINGLE:
        return not several and is_document(before)
    return not several and is_definite(head) and (is_age(head) or is_epithet(head))


def _goes_on(head: Token, earlier: _Spoken, people: dict[str, Actor]) -> bool:
    """Whether the word can mean an earlier source. In what somebody tells, "the minister" is somebody else."""
    source, actor = earlier.source, people.get(earlier.source.actor or "")
    word = head.lower_
    if word in MALE | FEMALE:
        return _is_person(source, actor) and _gender(source) in {"", "male" if word in MALE else "female"}
    if word in SINGLE:
        return source.kind is SourceKind.DOCUMENT or (actor is not None and actor.kind in BODIES)
    if word in SEVERAL:
        return source.kind in {SourceKind.COLLECTIVE, SourceKind.UNNAMED} and source.name is not None and not _is_person(source, actor)
    if is_document(head):
        return source.kind is SourceKind.DOCUMENT and head.lemma_ == earlier.head.lemma_ and _is_bare(head)
    if actor is None or actor.kind is not ActorKind.PERSON or not is_named(actor) or head in earlier.report.content:
        return False
    if holds_another_office(actor, head):
        return False
    return is_definite(head) and is_epithet(head) and epithet_gender(head) in {"", _gender(source)}


def _is_person(source: Source, actor: Actor | None) -> bool:
    if actor is not None:
        return actor.kind in {ActorKind.PERSON, ActorKind.UNKNOWN}
    return source.kind in {SourceKind.NAMED, SourceKind.UNNAMED} and source.name is not None


def _gender(source: Source) -> str:
    return next((first_names()[word] for word in (source.name or "").split() if word in first_names()), "")


def _is_bare(head: Token) -> bool:
    """True for "the report" alone, which goes back to one told more fully."""
    return [child.lower_ for child in head.children] in (["the"], ["this"], ["that"])
