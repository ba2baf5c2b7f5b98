"""Joining: the grounds on which actors of different articles are taken as one, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rashomon.link.alias_table import JOINING, AliasTable, folded_names
from rashomon.link.clusters import Clusters, differ, exclude_each_other, fitting, one_a_cluster
from rashomon.link.kinds import GROUPS
from rashomon.link.name_keys import (
    Key,
    acronyms,
    exact_keys,
    fuller_names,
    initials,
    lower_case_acronyms,
    order_keys,
    shorter_name,
    titled_name,
)
from rashomon.link.named import Named
from rashomon.link.names import acronyms_of
from rashomon.link.person_names import is_fuller
from rashomon.model import ActorKind, Reason

TABLE_WEIGHT = 20.0
"""A row of the alias table is a reader's word: no other ground outweighs it."""
NAME_WEIGHT, ORDER_WEIGHT, ACRONYM_WEIGHT, SHORTER_WEIGHT, SURNAME_WEIGHT = 10.0, 7.0, 7.0, 6.0, 5.0
"""Bits of evidence that one reading of a name gives: the same full name hardly ever names two, a surname now and then."""
MOST_HEADS = 100
"""With more bearers of a surname than these, in all records, none is looked for by it."""


def join_by_table(clusters: Clusters, named: Sequence[Named], table: AliasTable) -> None:
    """Join all that bear the names of a joining row, whatever else tells them apart."""
    holders: dict[str, list[Named]] = {}
    for one in named:
        for name in one.rows:
            holders.setdefault(name, []).append(one)
    heads: dict[str, Named] = {}
    for row in table.rows:
        if row.relation not in JOINING:
            continue
        reason = Reason(
            field="alias table",
            weight=TABLE_WEIGHT,
            note=f"“{row.name}” is {row.relation} “{row.other}” (source: {row.source})",
        )
        keys = sorted(folded_names(row.name) | folded_names(row.other))
        called = [one for key in keys for one in ([heads[key]] if key in heads else holders.get(key, ()))]
        for one in called[1:]:
            clusters.join_by_reader(called[0], one, reason)
        heads |= dict.fromkeys(keys, called[0]) if called else {}


def join_by_name(clusters: Clusters, named: Sequence[Named]) -> None:
    """Join those that are called the same: the same name, then the same words in another order or spelling."""
    for keys, field, weight, side_by_side, note in (
        (exact_keys, "name", NAME_WEIGHT, True, "both are called “{}”"),
        (order_keys, "words", ORDER_WEIGHT, False, "both names are made of the words of “{}”"),
    ):
        for sharing in _by_key(named, keys).values():
            reason = Reason(field=field, weight=weight, note=note.format(sharing[0][1]))
            for first, second in _pairs_to_try([one for one, _ in sharing]):
                clusters.join(first, second, reason, side_by_side=side_by_side)


def _by_key(named: Iterable[Named], keys: Callable[[Named], Mapping[Key, str]]) -> dict[Key, list[tuple[Named, str]]]:
    found: dict[Key, list[tuple[Named, str]]] = {}
    for one in named:
        for key, written in keys(one).items():
            found.setdefault(key, []).append((one, written))
    return found


def _pairs_to_try(sharing: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """One representative for each kind is enough: what joins it joins the others of that kind."""
    heads: list[Named] = []
    for one in sharing:
        head = next((head for head in heads if head.actor.kind is one.actor.kind and not differ(head.traits, one.traits)), None)
        if head is None:
            for other in heads:
                yield other, one
            heads.append(one)
        else:
            yield head, one


def join_by_acronym(clusters: Clusters, named: Sequence[Named]) -> None:
    """Join an acronym with what it is short for, as long as it can mean only one.

    Those that an article calls by the acronym and by a full name come first; where there are none, those whose words
    have its letters.
    """
    bearing = _by_key(named, acronyms)
    spelled: dict[Key, list[Named]] = {}
    for one in named:
        for key in lower_case_acronyms(one):
            if key in bearing:
                bearing[key].append((one, key[1]))
        for key in initials(one):
            if key in bearing:
                spelled.setdefault(key, []).append(one)
    for key, sharing in bearing.items():
        letters, written = key[1], sharing[0][1]
        defined = [one for one, _ in sharing if any(not form.is_acronym and form.folded != letters for form in one.forms)]
        alone = [one for one, _ in sharing if all(form.is_acronym or form.folded == letters for form in one.forms)]
        foreign = [one for one in defined if not _gives(one, letters)]
        _join_foreign(clusters, foreign, defined, Reason(field="acronym", weight=ACRONYM_WEIGHT, note=f"both go by “{written}”"))
        note = f"“{written}” is the acronym of the other's name"
        _join_short(clusters, alone, defined or spelled.get(key, ()), note, side_by_side=bool(defined))
        if len(foreign) == len(defined):
            _join_short(clusters, spelled.get(key, ()), foreign, note, side_by_side=False)
        if not defined and key not in spelled:
            for one in alone[1:]:
                clusters.join(alone[0], one, Reason(field="name", weight=NAME_WEIGHT, note=f"both are called “{written}”"))


def _gives(one: Named, letters: str) -> bool:
    """True where a full name has the letters of the acronym; where none does it is another language's, and nobody else's by chance."""
    return any(letters in acronyms_of(form.written) for form in one.forms if not form.is_acronym)


def _join_foreign(clusters: Clusters, foreign: Sequence[Named], defined: Sequence[Named], reason: Reason) -> None:
    """Join those that articles define by one acronym, where the full name of one does not give it."""
    for one in foreign[:1]:
        for other in defined:
            if other is not one and not _are_of_two_lands(one, other):
                clusters.join(one, other, reason, side_by_side=False)


def _are_of_two_lands(one: Named, other: Named) -> bool:
    return one.land is not None and other.land is not None and one.land != other.land


def _join_short(clusters: Clusters, seekers: Iterable[Named], full: Iterable[Named], note: str, *, side_by_side: bool) -> None:
    """Join each acronym to the only one it can mean; of several to the only one of the land that its article speaks of."""
    heads = one_a_cluster(clusters, full)
    for one in seekers:
        found = fitting(clusters, clusters.of(one), heads)
        if len(found) > 1 and one.home is not None:
            found = [head for head in found if head.land == one.home]
        for head in found if len(found) == 1 else ():
            clusters.join(head, one, Reason(field="acronym", weight=ACRONYM_WEIGHT, note=note), side_by_side=side_by_side)


def join_by_shorter_name(clusters: Clusters, named: Sequence[Named]) -> None:
    """Join a person told by initial, short form or surname with the bearers of the fuller name, where these may be one person."""
    holders: dict[Key, dict[int, Named]] = {}
    for one in named:
        for key in fuller_names(one):
            holders.setdefault(key, {}).setdefault(id(clusters.of(one)), one)
    people = [one for one in named if one.person is not None]
    for is_bare in (False, True):
        for one in people:
            if (one.person is not None and one.person.first is None) is is_bare:
                _join_to_bearers(clusters, one, _told_by(titled_name(one), holders) or _told_by(shorter_name(one), holders))
    _join_bare_surnames(clusters, named, [one for one in people if one.person is not None and one.person.first is None], holders)


def _told_by(keys: Iterable[Key], holders: Mapping[Key, Mapping[int, Named]]) -> list[Named]:
    """Those that bear one of the names, one a cluster; nobody where too many do."""
    found = [holders[key] for key in keys if key in holders]
    return list({place: head for told in found for place, head in told.items()}.values()) if sum(map(len, found)) <= MOST_HEADS else []


def _join_to_bearers(clusters: Clusters, one: Named, heads: Sequence[Named]) -> None:
    found = fitting(clusters, clusters.of(one), [head for head in heads if _fits(one, head)], side_by_side=True)
    if exclude_each_other(clusters, found):
        return
    written = one.forms[0].written
    is_surname = one.person is not None and one.person.first is None
    for head in found:
        note = f"“{written}” is the surname of one person only in these articles" if is_surname else _shorter_note(written, head)
        clusters.join(
            head,
            one,
            Reason(field="surname" if is_surname else "name", weight=SURNAME_WEIGHT if is_surname else SHORTER_WEIGHT, note=note),
            side_by_side=not _is_short_form(one, head),
        )


def _is_short_form(one: Named, head: Named) -> bool:
    """True for "Bill Harlan" and "William Harlan": an article that has both means two persons."""
    mine, its = one.person, head.person
    return mine is not None and its is not None and mine.first is not None and len(mine.first) > 1 and mine.first not in its.given


def _shorter_note(written: str, head: Named) -> str:
    return f"“{written}” may be a way of writing “{head.forms[0].written}”, and nobody else of these articles bears such a name"


def _fits(one: Named, head: Named) -> bool:
    """True where the other name is the fuller one, and title and gender of the shorter do not speak against its bearer."""
    if one.person is not None and head.person is not None and not is_fuller(head.person, one.person):
        return False
    if one.traits.gender and head.first_gender and one.traits.gender != head.first_gender:
        return False
    return one.person is None or one.person.first is not None or not (one.offices and head.offices) or bool(one.offices & head.offices)


def _join_bare_surnames(clusters: Clusters, named: Sequence[Named], bare: Sequence[Named], holders: Mapping[Key, object]) -> None:
    """Join those told by one surname of which no article tells a full name, unless their titles differ.

    Where a group goes by that one word, and neither title nor gender says that it is a person's, the parser took the group for one.
    """
    heads: dict[tuple[str, frozenset[str]], Named] = {}
    groups = {form.folded: one for one in reversed(named) if one.actor.kind in GROUPS for form in one.forms if " " not in form.folded}
    for one in bare:
        if one.person is None or ("surname", one.person.surname) in holders:
            continue
        group = groups.get(one.forms[0].folded)
        if group is not None and one.traits.kind is ActorKind.UNKNOWN:
            clusters.join(group, one, Reason(field="name", weight=SURNAME_WEIGHT, note=f"both are called “{one.forms[0].written}”"))
        head = heads.setdefault((one.person.surname, one.offices), one)
        if head is not one:
            note = f"both are called “{one.forms[0].written}”"
            clusters.join(head, one, Reason(field="surname", weight=SURNAME_WEIGHT, note=note))
