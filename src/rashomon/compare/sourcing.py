"""Sourcing profiles: in whose voice each article and each outlet tells, in which wording, who is heard and who only spoken about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.compare.lookup import Lookup
from rashomon.compare.voices import Voices, voices_of
from rashomon.compare.wording import hedges_of, loaded_of
from rashomon.link.names import fold_name
from rashomon.model import Record, SourceKind, Sourcing, SourcingProfile, VoiceShare, Wording, WordingRate

ORDER = (SourceKind.AUTHOR, SourceKind.NAMED, SourceKind.COLLECTIVE, SourceKind.UNNAMED, SourceKind.DOCUMENT)
ENOUGH_WORDS = 100
"""Words in the author's own voice from which on a rate is told: in fewer, one word more or less makes ten in a thousand."""


def profile_sourcing(lookup: Lookup) -> Sourcing:
    """A profile for each article, and for each outlet that is known, over all its articles.

    Articles that do not tell their outlet stand in no outlet's profile: they need not be from one.
    """
    counted = [_Counted.of(record, lookup) for record in lookup.records]
    outlets: dict[str, list[_Counted]] = {}
    for one in counted:
        if one.record.article.publisher:
            outlets.setdefault(fold_name(one.record.article.publisher), []).append(one)
    return Sourcing(
        articles=tuple(_profile([one]) for one in counted),
        outlets=tuple(_profile(found) for _, found in sorted(outlets.items())),
    )


@dataclass(frozen=True)
class _Counted:
    """What is counted in one article; outlets' profiles are sums of these."""

    record: Record
    words: dict[SourceKind, int]
    quoted: dict[SourceKind, int]
    hedges: tuple[Wording, ...]
    loaded: tuple[Wording, ...]
    voices: Voices

    @classmethod
    def of(cls, record: Record, lookup: Lookup) -> _Counted:
        told = lookup.words[record.article.id]
        words, quoted = dict.fromkeys(ORDER, 0), dict.fromkeys(ORDER, 0)
        for word in told.words:
            words[word.kind] += 1
            quoted[word.kind] += word.quoted
        return cls(record, words, quoted, hedges_of(told), loaded_of(told), voices_of(told, lookup))


def _profile(counted: Sequence[_Counted]) -> SourcingProfile:
    words = sum(sum(one.words.values()) for one in counted)
    own = sum(one.words[SourceKind.AUTHOR] for one in counted)
    shares = tuple(share for kind in ORDER if (share := _share(kind, counted, words)).words)
    voices = Voices.together([one.voices for one in counted])
    return SourcingProfile(
        articles=tuple(one.record.article.id for one in counted),
        outlet=counted[0].record.article.publisher or None,
        words=words,
        own_words=own,
        shares=shares,
        quoted=sum(share.quoted for share in shares),
        hedges=_rate((wording for one in counted for wording in one.hedges), own),
        loaded=_rate((wording for one in counted for wording in one.loaded), own),
        heard=voices.heard_voices(),
        only_spoken_about=voices.only_spoken_about(),
    )


def _share(kind: SourceKind, counted: Sequence[_Counted], words: int) -> VoiceShare:
    whole = max(words, 1)
    told = sum(one.words[kind] for one in counted)
    return VoiceShare(kind=kind, words=told, share=told / whole, quoted=sum(one.quoted[kind] for one in counted) / whole)


def _rate(found: Iterable[Wording], own: int) -> WordingRate:
    wordings = tuple(found)
    return WordingRate(per_thousand=round(1000 * len(wordings) / own, 1) if own >= ENOUGH_WORDS else None, found=wordings)
