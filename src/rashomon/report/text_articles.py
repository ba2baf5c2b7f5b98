"""The articles and the outlets as plain text, each with its sourcing profile."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.report.lines import counted, cut, wrap
from rashomon.report.shapes import percent
from rashomon.view import Page
from rashomon.view.articles import ArticleRow
from rashomon.view.profiles import Profile, Rate

OUTLETS = 20
"""So many outlets, and articles of one, are listed."""


def article_lines(page: Page) -> Iterator[str]:
    """The list of articles, and that of the outlets with several."""
    yield "ARTICLES"
    for article in page.articles:
        yield from _article(article)
    if page.outlets:
        yield from ("", f"OUTLETS WITH SEVERAL ARTICLES ({len(page.outlets)})")
    for outlet in page.outlets[:OUTLETS]:
        yield from _outlet(outlet)
    if len(page.outlets) > OUTLETS:
        yield from wrap(f"and {len(page.outlets) - OUTLETS} more")


def _article(article: ArticleRow) -> Iterator[str]:
    yield from wrap(article.title, f"{article.siglum}  ", "   ")
    outlet = article.outlet if article.outlet_known else "outlet not known"
    yield from wrap(f"{outlet}; {article.dated}; {article.words} words", "   ")
    if article.profile:
        yield from _profile(article.profile)


def _outlet(outlet: Profile) -> Iterator[str]:
    yield from wrap(f"{outlet.outlet} ({cut(outlet.sigla[:OUTLETS], len(outlet.sigla))}; {outlet.words} words)")
    yield from _profile(outlet)


def _profile(profile: Profile) -> Iterator[str]:
    shares = [f"{percent(share.share)} {share.label}" for share in profile.shares]
    quoted = sum(share.quoted for share in profile.shares)
    yield from wrap("; ".join([*shares, *([f"{percent(quoted)} word for word"] if quoted else [])]), "   ")
    for label, rate in (("hedges", profile.hedges), ("loaded wording", profile.loaded)):
        yield from wrap(f"{label}: {_rate(rate, profile)}", "   ", "     ")
    heard = [
        f"{voice.name} ({counted(voice.words, 'word')}{f', {voice.quoted} quoted' if voice.quoted else ''})" for voice in profile.heard
    ]
    yield from wrap(f"heard: {cut(heard, profile.heard_in_all) or 'nobody but the author'}", "   ", "     ")
    unheard = [f"{actor.name} ({counted(actor.mentions, 'mention')})" for actor in profile.unheard]
    yield from wrap(f"only spoken about: {cut(unheard, profile.unheard_in_all) or 'nobody at length'}", "   ", "     ")


def _rate(rate: Rate, profile: Profile) -> str:
    whole = f"in {profile.own_words} words of the author’s own"
    if not rate.times:
        return f"none found {whole}"
    often = f", {rate.per_thousand:.1f} in a thousand" if rate.per_thousand is not None else ", too few for a rate"
    words = [f"{one.words}{f' ({one.times} times)' if one.times > 1 else ''}" for one in rate.expressions]
    return f"{rate.times} {whole}{often}: {cut(words, len(words) + rate.hidden)}"
