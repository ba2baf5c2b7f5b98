"""Joins that need something else to confirm them: another spelling of a name, an office without a name, an author's definition."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rashomon.link.bodies import body_words, deals_abroad, is_office
from rashomon.link.clusters import Cluster, Clusters, one_a_cluster
from rashomon.link.lands import Lands
from rashomon.link.named import UNJOINED, Named, is_named
from rashomon.link.periods import period_of
from rashomon.link.spellings import skeleton
from rashomon.model import ActorKind, Reason, RelationKind

SPELLING_WEIGHT, OFFICE_WEIGHT, DEFINITION_WEIGHT = 6.0, 6.0, 9.0
"""Bits of evidence of what is confirmed: a definition in the author's own words weighs nearly as much as the same name."""
COMPANY_WEIGHT = 5.0
MOST_COMPANY = 20
"""Of more persons and groups that an article shares with others these are looked at."""
SHORTEST_SKELETON = 4
"""Consonants of a name below which too many names have the same."""
TERM_DAYS = 366
"""Days between two articles within which an office is taken to be held by one person, if nobody else is told to hold it."""


def join_by_spelling(clusters: Clusters, named: Sequence[Named]) -> None:
    """Join names that differ as romanisations do, where both articles tell the same state and, of persons, an office in common."""
    holders: dict[tuple[str, ...], dict[int, Named]] = {}
    for one in named:
        bones = _bones(one)
        if bones is not None and one.land is not None and (one.person is None or one.offices):
            callings = one.offices if one.person is not None else {""}
            for calling in sorted(callings):
                holders.setdefault((bones, one.land, calling), {}).setdefault(id(clusters.of(one)), one)
    for (_, land, calling), sharing in holders.items():
        first, *others = sharing.values()
        for other in others:
            pair = f"“{first.forms[0].written}” and “{other.forms[0].written}” may be spellings of one name"
            note = f"{pair}, and both are of {land.title()}" + (f" and called {calling}" if calling else "")
            clusters.join(first, other, Reason(field="spelling", weight=SPELLING_WEIGHT, note=note), side_by_side=False)


def _bones(one: Named) -> str | None:
    """What romanisations leave of the fullest name; None for states, peoples, acronyms and names too short to tell."""
    if not one.forms or one.forms[0].is_acronym or (one.person is None and one.actor.kind in UNJOINED):
        return None
    if one.person is not None and one.person.first is None:
        return None
    words = one.forms[0].folded.split() if one.person is None else one.person.words
    bones = [skeleton(word) for word in words]
    return " ".join(bones) if sum(map(len, bones)) >= SHORTEST_SKELETON else None


def join_by_company(clusters: Clusters, named: Sequence[Named]) -> None:
    """Join bodies of one generic name in articles that name two of the same persons or groups besides, and so are of one matter.

    Not bodies that deal with other states: where two states quarrel each has its foreign ministry.
    """
    company: dict[str, dict[str, int]] = {}
    for one in named:
        if one.forms and not one.is_generic and (one.person.first is not None if one.person else one.actor.kind not in UNJOINED):
            told = company.setdefault(one.article, {})
            told[clusters.of(one).head] = len(clusters.of(one).articles)
    heads: dict[tuple[object, ...], Named] = {}
    for one in named:
        words = one.forms[0].words if one.is_generic and not one.forms[0].is_acronym else ()
        if not words or deals_abroad(words):
            continue
        known = company.get(one.article, {})
        shared = sorted(other for other, articles in known.items() if articles > 1)[:MOST_COMPANY]
        for pair in combinations(shared, 2):
            head = heads.setdefault((words, pair), one)
            if head is not one:
                note = f"both articles speak of “{one.forms[0].written}” and of the same persons or groups besides"
                clusters.join(head, one, Reason(field="company", weight=COMPANY_WEIGHT, note=note), side_by_side=False)


def join_by_office(clusters: Clusters, named: Sequence[Named], lands: Lands) -> None:
    """Join "the prime minister of Norway" with who is told to be so, where both articles are dated and within a term, and only one is."""
    by_id = {one.actor.id: one for one in named}
    holders: dict[tuple[object, ...], list[Named]] = {}
    nameless = []
    for one in named:
        if one.actor.kind is ActorKind.PERSON and one.published is not None:
            key = _office(one, clusters, by_id, lands)
            if key is None:
                continue
            if one.forms:
                holders.setdefault(key, []).append(one)
            elif not is_named(one.actor):
                nameless.append((key, one))
    for key, one in nameless:
        told = [holder for holder in holders.get(key, ()) if _within_a_term(one, holder)]
        heads = one_a_cluster(clusters, told)
        for holder in heads if len(heads) == 1 else ():
            note = f"“{one.actor.name}”: an article of that time says that {holder.forms[0].written} is"
            clusters.join(holder, one, Reason(field="office", weight=OFFICE_WEIGHT, note=note), side_by_side=False)


def _office(one: Named, clusters: Clusters, by_id: dict[str, Named], lands: Lands) -> tuple[object, ...] | None:
    """The office that the words of a person's description tell, and what it is held in; None where they tell none or not in what."""
    told = one.actor.description if one.forms else one.actor.name
    _, rest = lands.split((told or "").partition(" of ")[0])
    words = body_words(rest)
    if not is_office(words):
        _, rest = lands.split(told or "")
        words = body_words(rest)
    if not is_office(words):
        return None
    led = [by_id[relation.other] for relation in one.actor.relations if relation.kind is RelationKind.LEADER_OF and relation.other in by_id]
    groups = [other for other in led if other.actor.kind is not ActorKind.STATE]
    if groups:
        return (words, id(clusters.of(groups[0]))) if groups[0].forms else None
    land = next((other.land for other in led if other.land), None) or one.land
    return (words, land) if land else None


def _within_a_term(one: Named, other: Named) -> bool:
    mine, its = period_of(one.published), period_of(other.published)
    return mine is not None and its is not None and max(mine.last, its.last) - min(mine.first, its.first) <= TERM_DAYS


def join_by_definition(clusters: Clusters, named: Sequence[Named]) -> None:
    """Join two names that an article's author, in no one else's words, says are one's; not where another article tells the two apart."""
    by_id = {one.actor.id: one for one in named}
    told = [(one, by_id[other]) for one in named for other in _defined_as(one) if other in by_id and one.forms and by_id[other].forms]
    defining: dict[tuple[int, int], set[str]] = {}
    for one, other in told:
        defining.setdefault(_pair(clusters.of(one), clusters.of(other)), set()).add(one.article)
    for one, other in told:
        mine, its = clusters.of(one), clusters.of(other)
        if mine is its or (mine.articles & its.articles) - defining.get(_pair(mine, its), {one.article}):
            continue
        note = f"the author of an article says that “{one.forms[0].written}” and “{other.forms[0].written}” are one"
        clusters.join(one, other, Reason(field="definition", weight=DEFINITION_WEIGHT, note=note), kinds_free=True)


def _pair(one: Cluster, other: Cluster) -> tuple[int, int]:
    return min(id(one), id(other)), max(id(one), id(other))


def _defined_as(one: Named) -> list[str]:
    return [
        relation.other for relation in one.actor.relations if relation.kind is RelationKind.ALSO_KNOWN_AS and relation.attribution is None
    ]
