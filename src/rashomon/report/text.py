"""The page as plain text for a terminal of 80 columns: the accounts, what one side alone tells, the pictures of actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model import Attitude
from rashomon.report.lines import counted, cut, wrap
from rashomon.report.text_articles import article_lines
from rashomon.view import Page
from rashomon.view.cards import Card, Dispute, OneSide, Row
from rashomon.view.page import Head, Portrait, SeriesRow
from rashomon.view.parts import Leaning, LeftOut, Party, Standing, Teller, Utterance
from rashomon.view.words import field_words

LEANINGS = 4
"""So many who speak of an actor in an article are listed."""
DECIDING = 4
"""So many of the words that decided an attitude are listed."""
STANDINGS = 6
"""So many of the ways in which an actor is said to stand to others are listed."""
ACCORDING = "according to"
DONE_TO = "done to one of them"


def render_text(page: Page) -> str:
    """The comparison in lines of at most 80 columns, where words allow; verdicts are words and accusations begin with their source."""
    sections = (
        _head(page),
        article_lines(page),
        _disputes(page),
        _meeting(page),
        _series(page),
        _silences(page),
        _sides(page),
        _portraits(page),
    )
    return "\n\n".join("\n".join(lines) for section in sections if (lines := list(section))) + "\n"


def _disputes(page: Page) -> Iterator[str]:
    if page.disputes:
        yield "SHARPEST CONTRADICTIONS"
    for dispute in page.disputes:
        yield from _dispute(dispute)


def _meeting(page: Page) -> Iterator[str]:
    yield f"WHERE ACCOUNTS MEET ({len(page.cards)})"
    if not page.cards:
        yield from wrap(f"No incident is told by more than one source: {page.compared}.")
    for number, card in enumerate((*page.cards, *page.claims), start=1):
        yield from ("", *_card(number, card))


def _series(page: Page) -> Iterator[str]:
    if page.series:
        yield f"TOLD TO COME AGAIN ({len(page.series)})"
    for row in page.series:
        yield from ("", *_series_row(row))


def _silences(page: Page) -> Iterator[str]:
    yield f"LEFT OUT ({page.left_out_in_all})"
    if not page.left_out:
        yield from wrap(f"Nothing was found that one tells and another had reason to tell: {page.compared}.")
    for left_out in page.left_out:
        yield from _left_out(left_out)
    if page.left_out_in_all > len(page.left_out):
        yield from wrap(f"and {page.left_out_in_all - len(page.left_out)} more; --to json has them")


def _sides(page: Page) -> Iterator[str]:
    yield f"TOLD BY ONE SIDE ONLY ({sum(len(side.singles) for side in page.sides)})"
    for side in page.sides:
        yield from ("", *_side(side))


def _portraits(page: Page) -> Iterator[str]:
    yield f"PICTURES OF EACH ACTOR ({len(page.portraits)})"
    if not page.portraits:
        yield from wrap(f"No actor is described by more than one account: {page.compared}.")
    for portrait in page.portraits:
        yield from ("", *_portrait(portrait))
    if page.standings:
        yield from ("", "OTHERS IN THE ALIAS TABLE")
    for standing in page.standings:
        yield from wrap(_standing(standing), "   - ", "     ")


def _head(page: Page) -> Iterator[str]:
    head = page.head
    period = f", telling of {head.period}" if head.period else ""
    yield from wrap(head.title)
    yield from wrap(f"{counted(head.articles, 'article')}, {_outlets(head)}{period}. Read by {', '.join(head.readers)}.")
    yield from wrap("Who says what is shown here, not who is right.")


def _outlets(head: Head) -> str:
    known = counted(head.outlets, "outlet") if head.outlets else "no outlet"
    return known if head.all_known else f"{known} named"


def _dispute(dispute: Dispute) -> Iterator[str]:
    points = []
    for label, sides in dispute.points:
        told = [(f"{side.words}: " if side.words else "") + _sources(side.sources) for side in sides]
        points.append(f"{label} ({('; ' if sides[0].words else ' against ').join(told)})")
    yield from wrap(f"{dispute.title}: {', '.join(points)}", "x  ", "   ")


def _sources(sources: tuple[tuple[str, str], ...]) -> str:
    return (", " if len(sources) > 2 else " and ").join(f"{name} in {siglum}" for name, siglum in sources)


def _card(number: int, card: Card) -> Iterator[str]:
    yield from wrap(card.title, f"{number}. ", "   ")
    if card.within_one_article:
        yield from wrap("within one article", "   ")
    if card.act:
        yield from wrap("; ".join([card.act.words, card.when, card.where, *card.stages]), "   ")
    if card.series:
        yield from wrap(card.series.words, "   ", "     ")
    for row in card.rows:
        yield from _row(row)
    if card.silent:
        yield from wrap(f"left out by {', '.join(card.silent)}", "   ")


def _row(row: Row) -> Iterator[str]:
    yield from wrap(f"{row.label}: {row.verdict}" + (f" ({row.note})" if row.note else ""), "   ", "      ")
    told = row.cells or row.variants
    for utterance in (one for found in told for one in found.utterances):
        yield from wrap(f"{utterance.teller.siglum} {_told(utterance)}", "     ", "       ")
    if row.silent:
        yield from wrap(f"silent: {'; '.join(_name(teller) for teller in row.silent)}", "     ", "       ")


def _series_row(row: SeriesRow) -> Iterator[str]:
    yield from wrap(row.title, "~  ", "   ")
    for point in row.points:
        yield from wrap(f"{point.label}: {point.value}", "   ", "     ")
        for utterance in (one for variant in point.variants for one in variant.utterances):
            yield from wrap(f"{utterance.teller.siglum} {_told(utterance)}", "     ", "       ")
    for instance in row.instances:
        yield from wrap(instance.words, "   - ", "     ")
    if not row.instances:
        yield from wrap("no single one of them is told", "   ")
    for done in row.done_to:
        yield from wrap(f"{DONE_TO}: {done.words}", "   ", "     ")


def _left_out(left_out: LeftOut) -> Iterator[str]:
    yield from wrap(left_out.title, "   - ", "     ")
    silent = _parties(left_out.silent) + (f" and {left_out.hidden} more" if left_out.hidden else "")
    yield from wrap(f"told by {_parties(left_out.told_by)}; left out by {silent} (by {left_out.kind})", "     ")
    yield from wrap("; ".join(left_out.notes), "     ")


def _parties(parties: Sequence[Party]) -> str:
    return ", ".join(" ".join(filter(None, (one.siglum, one.name))) for one in parties)


def _side(side: OneSide) -> Iterator[str]:
    yield from wrap(f"{side.siglum}  {side.name}")
    definite = [single for single in side.singles if not single.vague]
    for single in definite:
        yield from wrap(single.title, "   - ", "     ")
        teller = "" if ACCORDING in single.title else f"; {ACCORDING} {single.teller.short}"
        yield from wrap(f"{single.when}; {single.where}; {single.stage}{teller}", "     ")
        if single.agents:
            yield from wrap(f"{field_words('agent')}: {'; '.join(one.words for one in single.agents)}", "     ", "       ")
        for label, passage in single.counts:
            yield from wrap(f"{label}: {passage.words}", "     ", "       ")
        if single.series:
            yield from wrap(single.series.words, "     ", "       ")
        if single.silent:
            yield from wrap(f"silent: {', '.join(single.silent)}", "     ")
    if len(side.singles) > len(definite):
        yield from wrap(_vague(len(side.singles) - len(definite)), "   - ", "     ")


def _vague(number: int) -> str:
    return f"and {number} more, without date, place or a second participant, or only supposed"


def _portrait(portrait: Portrait) -> Iterator[str]:
    yield from wrap(f"{portrait.name} ({portrait.kind})" if portrait.kind else portrait.name)
    for standing in portrait.standings[:STANDINGS]:
        yield from wrap(_standing(standing), "   ", "     ")
    if len(portrait.standings) > STANDINGS:
        yield from wrap(f"and {len(portrait.standings) - STANDINGS} more on how it is said to stand to others", "   ")
    for row in portrait.rows:
        yield from wrap(row.label, "   ")
        for cell in row.cells:
            for utterance in (one for variant in cell for one in variant.utterances):
                attitude = f"{utterance.attitude}: " if utterance.attitude else ""
                yield from wrap(f"{utterance.teller.siglum} {attitude}{_said(utterance)}", "     ", "       ")
    leaned = [column for column in portrait.columns if column.leanings]
    if leaned:
        yield from wrap("sentences, read as", "   ")
    for column in leaned:
        counts = [_leaning(leaning) for leaning in column.leanings[:LEANINGS]]
        yield from wrap(f"{column.siglum} {cut(counts, len(column.leanings))}", "     ", "       ")


def _standing(one: Standing) -> str:
    where = "(alias table)" if one.in_alias_table else f"in {one.siglum}"
    return f"{one.name} {one.words} {one.other}, {ACCORDING} {one.source} {where}"


def _leaning(leaning: Leaning) -> str:
    counts = ((name, getattr(leaning.tally, name)) for name in leaning.tally.__struct_fields__)
    return f"{', '.join(f'{number} {name}{_decided(leaning, name)}' for name, number in counts if number)} ({leaning.teller.short})"


def _decided(leaning: Leaning, attitude: str) -> str:
    """The words on which sentences that surely lean rest, in brackets; nothing for neutral and unsure ones."""
    leaning_so = (one for one in leaning.sentences if one.sure and one.attitude is not Attitude.NEUTRAL and one.attitude == attitude)
    told = dict.fromkeys(phrase.words.strip() for one in leaning_so for phrase in one.phrases if phrase.decided)
    return f" ({cut([f'“{words}”' for words in [*told][:DECIDING]], len(told))})" if told else ""


def _told(utterance: Utterance) -> str:
    return f"{utterance.lead or f'{utterance.teller.source}:'} {utterance.words}"


def _said(utterance: Utterance) -> str:
    source = utterance.teller.short
    return f"{ACCORDING} {source}: {utterance.words}" if utterance.attitude is Attitude.NEGATIVE else f"{utterance.words} ({source})"


def _name(teller: Teller) -> str:
    return f"{teller.siglum} {teller.source}"
