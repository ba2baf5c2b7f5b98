"""How an author words it: hedges and loaded wording in the author's own voice, by tables and by what attributions tell of their cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.compare.own_words import WordsOf
from rashomon.model import (
    Attribution,
    BlockKind,
    Certainty,
    Commitment,
    CueType,
    SourceKind,
    Span,
    Spans,
    Wording,
    WordingKind,
    quote,
)
from rashomon.tables import Row, cell_fault, choices, load_table

PACKAGE = "rashomon.compare"
COLUMNS = ("words", "kind", "not_after", "not_before")
HEDGES = frozenset({WordingKind.MODAL, WordingKind.ADVERB, WordingKind.VERB, WordingKind.PHRASE, WordingKind.REPORTING_HEDGE})
LOADED = frozenset(
    {WordingKind.JUDGING_NAME, WordingKind.EVALUATION, WordingKind.BOOSTER, WordingKind.DISTANCING, WordingKind.JUDGING_REPORT}
)
IN_CUES = frozenset({WordingKind.REPORTING_HEDGE, WordingKind.JUDGING_REPORT})
"""Kinds whose words count only inside a cue that the attribution tells to be one."""
SHORT_QUOTATION = 3
"""Words up to which a quotation that is nobody's marks a word and does not report a sentence."""
NEGATIONS = frozenset(
    {"no", "not", "never", "nobody", "nothing", "don't", "doesn't", "didn't", "isn't", "wasn't", "aren't", "cannot", "can't"}
)
"""Words in a cue that leave nothing open and judge nothing: "no reason to believe", "has not admitted"."""


@dataclass(frozen=True)
class _Form:
    """One form of a row: its words in small letters, and what it may not stand beside."""

    words: tuple[str, ...]
    kind: WordingKind
    not_after: frozenset[str]
    not_before: frozenset[str]


def hedges_of(told: WordsOf) -> tuple[Wording, ...]:
    """Where the author leaves open whether something is so, in text order.

    A reporting word counts once, whole ("may have said"); words of the table in any other cue tell of the source and hedge nothing.
    """
    cues = [span for attribution in told.record.attributions for span in attribution.cue.spans]
    reporting = _cues(WordingKind.REPORTING_HEDGE, "tables/hedges.tsv", HEDGES, told)
    listed = [(kind, spans) for kind, spans in _listed("tables/hedges.tsv", HEDGES, told) if not _overlap(spans, cues)]
    return _wordings([*reporting, *listed], told)


def loaded_of(told: WordsOf) -> tuple[Wording, ...]:
    """Where the author judges in passing, in text order: by a word of the table, by the reporting word, by quotation marks."""
    listed = list(_listed("tables/loaded_words.tsv", LOADED, told))
    taken = [span for _, spans in listed for span in spans]
    reporting = _cues(WordingKind.JUDGING_REPORT, "tables/loaded_words.tsv", LOADED, told)
    judged = [(kind, spans) for kind, spans in reporting if not _overlap(spans, taken)]
    taken += [span for _, spans in judged for span in spans]
    quoted = [(WordingKind.NOBODYS_QUOTATION, (span,)) for span in _nobodys_quotations(told) if not _overlap((span,), taken)]
    return _wordings([*listed, *judged, *quoted], told)


def _wordings(found: Iterable[tuple[WordingKind, Spans]], told: WordsOf) -> tuple[Wording, ...]:
    article = told.record.article
    wordings = (Wording(kind=kind, words=quote(article.text, spans), article=article.id, spans=spans) for kind, spans in found)
    return tuple(sorted(wordings, key=lambda wording: (wording.spans, wording.kind)))


def _cues(kind: WordingKind, name: str, kinds: frozenset[WordingKind], told: WordsOf) -> Iterator[tuple[WordingKind, Spans]]:
    """The reporting words of the author's choice that the attribution tells to be of this kind, and that hold a word of the table."""
    forms = {form.words[0] for found in _forms(name, kinds).values() for form in found if form.kind is kind}
    is_one = _hedges if kind is WordingKind.REPORTING_HEDGE else _judges
    for attribution in told.record.attributions:
        spans = attribution.cue.spans
        words = [word for span in spans for word in told.inside(span)]
        folded = {word.folded for word in words}
        chosen = attribution.parent is None and bool(words) and all(word.own for word in words)
        if chosen and folded & forms and not folded & NEGATIONS and is_one(attribution):
            yield kind, spans


def _hedges(attribution: Attribution) -> bool:
    return attribution.certainty is not Certainty.CERTAIN


def _judges(attribution: Attribution) -> bool:
    """True for a reporting word that sides against what is said ("lied", "claims"), or takes it for an admission.

    Words that only pass hearsay on ("allegedly", "is said to") keep a distance as well; they are hedges.
    """
    if attribution.source.kind is SourceKind.AUTHOR:
        return False
    match attribution.cue.commitment:
        case Commitment.REJECTED:
            return True
        case Commitment.DISTANCED:
            return attribution.certainty is Certainty.CERTAIN
        case Commitment.ENDORSED:
            return attribution.cue.type is CueType.ADMIT
        case _:
            return False


def _listed(name: str, kinds: frozenset[WordingKind], told: WordsOf) -> Iterator[tuple[WordingKind, Spans]]:
    """Where forms of a table stand in the author's voice and in no quotation marks; of several the longest."""
    forms, words = _forms(name, kinds), told.words
    place = 0
    while place < len(words):
        here = forms.get(words[place].folded, ())
        form = next((form for form in here if form.kind not in IN_CUES and _stands(form, place, told)), None)
        if form is None:
            place += 1
            continue
        last = words[place + len(form.words) - 1]
        yield form.kind, (Span(words[place].span.start, last.span.start + len(last.bare)),)
        place += len(form.words)


def _stands(form: _Form, place: int, told: WordsOf) -> bool:
    words = told.words[place : place + len(form.words)]
    if tuple(word.folded for word in words) != form.words or not all(word.own and not told.is_name(word) for word in words):
        return False
    if form.kind is WordingKind.MODAL and words[0].text[0].isupper():
        return False
    whole = Span(words[0].span.start, words[-1].span.end)
    text = told.record.article.text
    if _overlap((whole,), told.quotations) or any(mark in text[whole.start : whole.end] for mark in ".,;:!?\n"):
        return False
    return told.beside(place, -1) not in form.not_after and told.beside(place + len(form.words) - 1, 1) not in form.not_before


def _nobodys_quotations(told: WordsOf) -> Iterator[Span]:
    """Short quotations in running text whose words the author uses: no name, no saying, not what something is called."""
    blocks = told.record.article.blocks
    for span in told.quotations:
        words = told.inside(span)
        if not 0 < len(words) <= SHORT_QUOTATION or not all(word.own and not word.quoted for word in words):
            continue
        running = blocks[words[0].block].kind is BlockKind.PARAGRAPH
        small = words[0].text[0].islower()
        if running and small and told.beside(told.place(words[0]), -1) not in _naming_words():
            yield span


def _overlap(spans: Spans, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others for span in spans)


@cache
def _forms(name: str, kinds: frozenset[WordingKind]) -> dict[str, tuple[_Form, ...]]:
    """The forms of a table by their first word, the longest first."""

    def fault(row: Row) -> str | None:
        return cell_fault([("kind", row["kind"], kinds)])

    found: dict[str, list[_Form]] = {}
    for row in load_table(PACKAGE, name, COLUMNS, ("words", "kind"), fault):
        for words in choices(row["words"]):
            form = _Form(
                words=tuple(words.split()),
                kind=WordingKind(row["kind"]),
                not_after=frozenset(choices(row["not_after"])),
                not_before=frozenset(choices(row["not_before"])),
            )
            found.setdefault(form.words[0], []).append(form)
    return {first: tuple(sorted(forms, key=lambda form: -len(form.words))) for first, forms in found.items()}


@cache
def _naming_words() -> frozenset[str]:
    return frozenset(row["word"] for row in load_table(PACKAGE, "tables/naming_words.tsv", ("word",), ("word",)))
