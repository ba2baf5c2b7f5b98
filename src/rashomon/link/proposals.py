"""Proposals: pairs of actors that may be one, for a reader to decide. Likeness of spelling and of company proposes; it never decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

import msgspec

from rashomon.link.actors import NO_ALIASES, link_actors
from rashomon.link.alias_table import AliasTable, toml_text
from rashomon.link.kinds import are_compatible
from rashomon.link.named import is_named
from rashomon.link.names import acronyms_of, content_words, fold_name, is_acronym
from rashomon.link.spellings import skeleton
from rashomon.model import ActorKind, AliasRelation, LinkedActor, Record, RelationKind

MOST_SHARING = 30
"""A word that more actors have in their names than these proposes nothing."""
LEAST_SCORE = 0.5
NEVER_PROPOSED = frozenset({ActorKind.STATE, ActorKind.POPULATION})
SHOWN_COMPANY = 3
PREAMBLE = """\
# Pairs of names that may be one actor's, the most alike first. Likeness decides nothing: two different groups are often more
# alike than one group's two names. Keep the rows that you know to be true, say in source who says so, and delete the others.
"""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """Two names that may be one actor's.

    `spelling` and `company` (whom the same articles name) are likenesses from 0 to 1; `score` is their mean, or `spelling`
    alone where one has no company, or 1 where somebody says that they are one. `grounds` says in words what is shared.
    """

    name: str
    relation: AliasRelation
    other: str
    score: float
    spelling: float
    company: float
    grounds: str


def propose_aliases(records: Sequence[Record], aliases: AliasTable = NO_ALIASES, limit: int = 50) -> tuple[Proposal, ...]:
    """At most `limit` pairs of linked actors that may be one, the likeliest first; none that a row of the table speaks of.

    Only pairs that share a word, an acronym, a romanisation or somebody's "also known as" are looked at, and none that
    one article names side by side, unless it is there that somebody says so.
    """
    named = {actor.id for record in records for actor in record.actors if is_named(actor)}
    linked = [one for one in link_actors(records, aliases) if one.kind not in NEVER_PROPOSED and named & set(one.members)]
    company = _company(records, linked)
    claimed = _claimed(records, linked)
    found = []
    for one, other in sorted({*_sharing(linked), *claimed}):
        mine, its = linked[one], linked[other]
        aside = (one, other) in claimed
        rows = [[form for name in (who.name, *who.aliases) for form in aliases.rows_of(name)] for who in (mine, its)]
        if aliases.tells_apart(*rows) or not (aside or are_compatible(mine.kind, its.kind)):
            continue
        if not aside and company.articles[one] & company.articles[other]:
            continue
        found.append(_proposal(mine, its, company.of(one), company.of(other), linked, aside=aside))
    kept = [one for one in found if one.score >= LEAST_SCORE]
    return tuple(sorted(kept, key=lambda one: (-one.score, one.name, one.other))[:limit])


def write_proposals(proposals: Iterable[Proposal]) -> str:
    """The proposals as rows of an alias table in TOML, their sources left empty, so that none counts before a reader fills it in."""
    if not (told := list(proposals)):
        return "# Nothing to propose: no two actors of these articles have names that are alike enough.\n"
    return f"{PREAMBLE}\n" + "\n".join(_block(one) for one in told)


def _block(one: Proposal) -> str:
    return (
        f"# {one.score:.2f} (spelling {one.spelling:.2f}, company {one.company:.2f}): {one.grounds}\n"
        f'[[actor]]\nname = {toml_text(one.name)}\nrelation = {toml_text(one.relation)}\nother = {toml_text(one.other)}\nsource = ""\n'
    )


class _Company(msgspec.Struct):
    """Of each linked actor, by its position, the articles that name it; of each article, whom it names."""

    articles: Mapping[int, set[str]]
    named: Mapping[str, set[int]]

    def of(self, position: int) -> set[int]:
        """Those whom the same articles name."""
        return set().union(*(self.named[article] for article in self.articles[position])) - {position}


def _company(records: Sequence[Record], linked: Sequence[LinkedActor]) -> _Company:
    position = {member: number for number, one in enumerate(linked) for member in one.members}
    articles: dict[int, set[str]] = {number: set() for number in range(len(linked))}
    named: dict[str, set[int]] = {}
    for record in records:
        here = {position[actor.id] for actor in record.actors if actor.id in position}
        named[record.article.id] = here
        for number in here:
            articles[number].add(record.article.id)
    return _Company(articles, named)


def _claimed(records: Sequence[Record], linked: Sequence[LinkedActor]) -> set[tuple[int, int]]:
    """The pairs of which somebody says "also known as"."""
    position = {member: number for number, one in enumerate(linked) for member in one.members}
    told = (
        sorted({position[actor.id], position[relation.other]})
        for record in records
        for actor in record.actors
        for relation in actor.relations
        if relation.kind is RelationKind.ALSO_KNOWN_AS and actor.id in position and relation.other in position
    )
    return {(pair[0], pair[1]) for pair in told if len(pair) > 1}


def _sharing(linked: Sequence[LinkedActor]) -> Iterator[tuple[int, int]]:
    """The pairs that share something in their names that few others have."""
    holders: dict[tuple[str, str], set[int]] = {}
    for number, one in enumerate(linked):
        for name in (one.name, *one.aliases):
            for key in _shared_by(name):
                holders.setdefault(key, set()).add(number)
    for sharing in holders.values():
        if len(sharing) <= MOST_SHARING:
            yield from combinations(sorted(sharing), 2)


def _shared_by(name: str) -> Iterator[tuple[str, str]]:
    if is_acronym(name):
        yield "letters", fold_name(name)
        return
    for word in content_words(name):
        yield "word", word
        yield "bones", skeleton(word)
    for letters in acronyms_of(name):
        yield "letters", letters


def _proposal(
    one: LinkedActor, other: LinkedActor, mine: set[int], its: set[int], linked: Sequence[LinkedActor], *, aside: bool
) -> Proposal:
    spelling = max(_alike(left, right) for left in (one.name, *one.aliases) for right in (other.name, *other.aliases))
    both = mine & its
    company = len(both) / len(mine | its) if mine | its else 0.0
    is_short = is_acronym(one.name) != is_acronym(other.name)
    short, full = (other, one) if is_acronym(other.name) else (one, other)
    grounds = [f"both are told of with {', '.join(linked[number].name for number in sorted(both)[:SHOWN_COMPANY])}"] if both else []
    grounds += ["somebody says that they are one"] if aside else []
    return Proposal(
        name=short.name,
        relation=AliasRelation.ABBREVIATION if is_short else AliasRelation.ALIAS_OF,
        other=full.name,
        score=round(1.0 if aside else (spelling + company) / 2 if mine and its else spelling, 2),
        spelling=round(spelling, 2),
        company=round(company, 2),
        grounds="; ".join(grounds) or "nothing but their spelling",
    )


def _alike(one: str, other: str) -> float:
    """How alike two names are spelled: 1 for an acronym and a name that gives it, else the share of letters in common runs."""
    if fold_name(one) in acronyms_of(other) or fold_name(other) in acronyms_of(one):
        return 1.0
    return SequenceMatcher(None, fold_name(one), fold_name(other), autojunk=False).ratio()
