"""Extents: where a content of the trained reader ends, as quotation marks, colons and the parse tell.

Each function was kept because it raised contents on polnear.dev (docs/decisions/0008).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.read.attributions.asides import without_departure
from rashomon.read.attributions.coordination import coordinated_words
from rashomon.read.attributions.quotes import Quote
from rashomon.read.attributions.report import Report, in_order

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = frozenset({"relcl", "acl"})
"""How a clause hangs on a source that it describes."""
HUNG = frozenset({"advcl", "relcl"})
"""How a clause hangs on a word of a content that it ends."""
TAKEN = 0.15
"""A quotation of which a content has this share of its words belongs to it whole."""


def as_announced(reports: Iterable[Report], rules: Iterable[Report]) -> Iterator[Report]:
    """The reports, each that leads to a colon with all that the rules find the colon to announce.

    A colon announces whole paragraphs, more than the trained reader dares to take. Where that takes the announcing words
    for what is said ("Vale made | the following comment: ..."), they are part of the cue.
    """
    announced = {rule.head.i: rule for rule in rules if _is_behind_colon(rule.content)}
    for report in reports:
        leading = next((token.i for token in (*report.cue, *report.content) if token.i in announced), None)
        whole = _with_announced(report, announced[leading]) if leading is not None else None
        if whole is not None and leading is not None:
            del announced[leading]
        yield whole or report


def _with_announced(report: Report, rule: Report) -> Report | None:
    told = set(rule.content)
    if not told.isdisjoint(report.source_words):
        return None
    if rule.head.i > report.cue[0].i and told.isdisjoint((*report.cue, *report.content)):
        return replace(report, cue=in_order([*report.cue, *report.content]), content=rule.content)
    leading = {token for token in report.content if token.is_alpha} - told
    if leading and leading <= set(rule.cue):
        return replace(report, cue=in_order([*report.cue, *rule.cue]), content=rule.content)
    return replace(report, content=rule.content) if told > set(report.content) else None


def with_carried_cues(reports: Iterable[Report], rules: Iterable[Report]) -> Iterator[Report]:
    """The reports, each with all of its cue where the trained reader tells but one verb of two.

    In "declined to say why the dam leaks" nothing is said: the trained reader tells the refusal ("declined | to say why ..."),
    the rules the saying that did not take place. In "they would have us believe that ..." it is they who say it, not "us".
    """
    rules = list(rules)
    denied = {rule.cue[0].i: rule for rule in rules if rule.denied}
    made = {rule.addressee.i: rule for rule in rules if rule.addressee is not None}
    for report in reports:
        voiced = made.get(report.source.i) if report.source is not None else None
        if voiced is not None and set(report.cue) < set(voiced.cue) and set(report.content) == set(voiced.content):
            yield voiced
            continue
        rule = denied.get(report.cue[0].i)
        content = tuple(token for token in report.content if rule is not None and token.i > rule.cue[-1].i)
        if rule is not None and len(rule.cue) > len(report.cue) and {*report.cue, *report.content} == {*rule.cue, *content} and content:
            yield replace(report, entry=rule.entry, head=rule.head, cue=rule.cue, content=content, denied=True)
        else:
            yield report


def _is_behind_colon(content: Sequence[Token]) -> bool:
    place = content[0].i - 1 if content else -1
    while place >= 0 and (content[0].doc[place].is_space or content[0].doc[place].is_quote):
        place -= 1
    return place >= 0 and content[0].doc[place].text == ":"


def with_whole_quotes(reports: Iterable[Report], quotes: Iterable[Quote]) -> list[Report]:
    """The reports, each with the whole of each quotation that its content has part of, on through the paragraphs it goes on in."""
    found = list(reports)
    doc = found[0].head.doc if found else ()
    quoted = [(quote, [token for token in doc[quote.first : quote.last + 1] if not token.is_space]) for quote in quotes]
    return [_with_whole(report, quoted) for report in found]


def _with_whole(report: Report, quoted: Iterable[tuple[Quote, list[Token]]]) -> Report:
    own = {token.i for token in (*report.cue, *report.source_words)}
    content = {token.i: token for token in report.content}
    goes_on = False
    for quote, words in quoted:
        shared = sum(word.i in content for word in words)
        taken = own.isdisjoint(word.i for word in words) and (goes_on or shared >= TAKEN * len(words))
        goes_on = taken and quote.quotation.continues
        if taken:
            content.update((word.i, word) for word in words)
    return replace(report, content=in_order(content.values())) if len(content) > len(report.content) else report


def with_whole_source(report: Report) -> Report:
    """The report, its source with the whole of a clause that describes it: "the firm, which the union accuses", not "the firm, which"."""
    own = {token.i for token in report.source_words}
    clauses = (clause for token in report.source_words for clause in token.rights if clause.dep_ in CLAUSES and clause.left_edge.i in own)
    words = {token for clause in clauses for token in clause.subtree if token.i not in own}
    if not words or not words.isdisjoint((*report.cue, *report.content)):
        return report
    return replace(report, source_words=in_order([*report.source_words, *words]))


def without_coordinated(report: Report) -> Report:
    """The report without what goes on with its cue: "praised the board and left", "said that nobody came, before leaving"."""
    strays = coordinated_words(report.head, report.content)
    kept = [token for token in report.content if token not in strays]
    while strays and kept and (kept[-1].dep_ == "cc" or (kept[-1].is_punct and not kept[-1].is_quote)):
        kept.pop()
    content = without_departure(tuple(kept), report.head)
    return replace(report, content=content) if any(token.is_alpha for token in content) else report


def with_continuations(reports: Iterable[Report]) -> list[Report]:
    """The reports, each on through a clause that goes on with its content and that "he", "they" or nobody is found to tell.

    In "Vale said the board rated guests and talked about them" the talking is part of what Vale said; as a report of its
    own it then stands inside that content.
    """
    found = list(reports)
    holders = {token.i: number for number, report in enumerate(found) for token in report.content}
    for inner in found:
        number = holders.get(inner.head.head.i) if inner.head.dep_ == "conj" and _has_no_other_source(inner) else None
        if number is not None and found[number].cue[0].i < found[number].content[0].i:
            behind = found[number].content[-1].i + 1
            last = max(token.i for token in (*inner.cue, *inner.source_words, *inner.content))
            if inner.head.i >= behind:
                added = (token for token in inner.head.doc[behind : last + 1] if not token.is_space)
                found[number] = replace(found[number], content=(*found[number].content, *added))
    return found


def _has_no_other_source(report: Report) -> bool:
    return all(token.pos_ == "PRON" for token in report.source_words) and len(report.source_words) <= 1


def with_clauses_behind(reports: Iterable[Report], quotes: Iterable[Quote]) -> list[Report]:
    """The reports, each with the clause right behind its content that the parse hangs on a word of it.

    "He said he was cheated after he mended the dam", "She said she sings because “nobody asks”": no comma parts such a
    clause from what is said. Where another report tells the end of it, it is taken up to the end of a quotation in it, if at all.
    """
    found = list(reports)
    taken = {token.i for report in found for token in (*report.cue, *report.source_words, *report.content)}
    lasts = [quote.last for quote in quotes]
    for number, report in enumerate(found):
        clause = _clause_behind(report)
        if clause is not None:
            first = report.content[-1].i + 1
            ends = (last for last in sorted({clause.right_edge.i, *lasts}, reverse=True) if first <= last <= clause.right_edge.i)
            end = next((last for last in ends if taken.isdisjoint(range(first, last + 1))), first - 1)
            added = [token for token in clause.doc[first : end + 1] if not token.is_space]
            found[number] = replace(report, content=(*report.content, *added))
    return found


def _clause_behind(report: Report) -> Token | None:
    place = report.content[-1].i + 1
    if place == len(report.head.doc) or report.cue[0].i > report.content[0].i:
        return None
    clause = report.head.doc[place]
    while clause.head not in report.content and clause.head != clause:
        clause = clause.head
    return clause if clause.dep_ in HUNG and clause.head in report.content and clause.left_edge.i == place else None
