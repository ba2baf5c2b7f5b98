"""Sourcing profiles: shares of words, wording in the author's own voice, who is heard and who only spoken about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from rashomon.compare.lookup import Lookup
from rashomon.compare.own_words import WordsOf
from rashomon.compare.sourcing import ENOUGH_WORDS, profile_sourcing
from rashomon.compare.wording import hedges_of, loaded_of
from rashomon.link import link_actors
from rashomon.model import (
    ActorKind,
    Block,
    BlockKind,
    Certainty,
    Commitment,
    CueType,
    Manner,
    Polarity,
    Record,
    Relation,
    RelationKind,
    SourceKind,
    SourcingProfile,
    WordingKind,
)
from strategies import records as any_records
from view.drafts import Draft, draft_article

NAMED, UNNAMED = SourceKind.NAMED, SourceKind.UNNAMED


def draft(text: str, **fields: str) -> Draft:
    return Draft(draft_article(f"Harbour\n{text}\n", origin="invented.txt", **fields))


def hedges(text: str) -> list[str]:
    return [wording.words for wording in hedges_of(WordsOf(draft(text).record()))]


def loaded(text: str) -> list[str]:
    return [wording.words for wording in loaded_of(WordsOf(draft(text).record()))]


def profile(*drafts: Draft) -> SourcingProfile:
    return profile_of(*(one.record() for one in drafts))


def profile_of(*records: Record) -> SourcingProfile:
    return profile_sourcing(Lookup.of(records, link_actors(records))).articles[0]


HEDGES = [
    ("The fuel may have leaked.", ["may"]),
    ("The port opened in May.", []),
    ("May was wet in Port Selm.", []),
    ("The fleet shows military might.", []),
    ("The pier might collapse.", ["might"]),
    ("The pier could collapse.", ["could"]),
    ("Nobody could reach it, the divers could not, and how could they?", []),
    ("Perhaps the tanks were full; the guards apparently slept.", ["Perhaps", "apparently"]),
    ("The mayor appears to agree. The mayor appeared in court.", ["appears to"]),
    ("It is unclear who opened the gate.", ["It is unclear"]),
    ("The alleged bribes were paid. Prosecutors alleged that bribes were paid.", ["alleged"]),
    ("They dived in pursuit of the likely cause.", []),
    ("The pier fell. “It may fall again,” it says on a wall.", []),
]


@pytest.mark.parametrize(("text", "found"), HEDGES)
def test_hedges(text: str, found: list[str]) -> None:
    assert hedges(text) == found


LOADED = [
    ("The regime in Karsava fell.", ["regime"]),
    ("Talks on regime change and the sanctions regime began.", []),
    ("The terrorists fled.", ["terrorists"]),
    ("It is on the terrorist list. Counter-terrorism police came. The anti-terrorist unit came.", []),
    ("The Foreign Terrorist Office closed the Heroes Bridge.", []),
    ("Terrorists fled.", ["Terrorists"]),
    ("The regime’s men left.", ["regime"]),
    ("The minister shamefully left; the brave dockers stayed.", ["shamefully", "brave"]),
    ("Of course the gate was open.", ["Of course"]),
    ("The so-called peace fleet sailed.", ["so-called"]),
    ("The puppet theatre opened, and the puppet of Ostria spoke.", ["puppet"]),
    ("The town lies on the coast. The speech was full of lies.", ["lies"]),
    ("They cheered the ‘free’ vote.", ["‘free’"]),
    ("The ship is called “good hope”. The word “vote” has four letters.", []),
    ("The paper ran “Selm Wakes” in its pages.", []),
    ("They told him to “stand strong” there.", []),
    ("Seven were killed in a bomb attack, and the violent strike ended.", []),
    ("“The regime is brutal,” it says on a wall.", []),
]


@pytest.mark.parametrize(("text", "found"), LOADED)
def test_loaded_wording(text: str, found: list[str]) -> None:
    assert loaded(text) == found


REPORTS = [
    # source, cue, type, commitment, certainty, what it is counted as
    ("Vale", "claims", CueType.CLAIM, Commitment.DISTANCED, Certainty.CERTAIN, WordingKind.JUDGING_REPORT),
    ("Vale", "falsely said", CueType.SAY, Commitment.REJECTED, Certainty.CERTAIN, WordingKind.JUDGING_REPORT),
    ("Vale", "admits", CueType.ADMIT, Commitment.ENDORSED, Certainty.CERTAIN, WordingKind.JUDGING_REPORT),
    ("Vale", "says", CueType.SAY, Commitment.NEUTRAL, Certainty.CERTAIN, None),
    ("Vale", "notes", CueType.SAY, Commitment.ENDORSED, Certainty.CERTAIN, None),
    ("Vale", "believes", CueType.THINK, Commitment.NEUTRAL, Certainty.PROBABLE, WordingKind.REPORTING_HEDGE),
    ("Vale", "is said to think", CueType.THINK, Commitment.DISTANCED, Certainty.PROBABLE, WordingKind.REPORTING_HEDGE),
    ("Vale", "fears", CueType.FEEL, Commitment.NEUTRAL, Certainty.POSSIBLE, None),
    ("Vale", "has no reason to believe", CueType.THINK, Commitment.NEUTRAL, Certainty.PROBABLE, None),
]


@pytest.mark.parametrize(("source", "cue", "kind", "commitment", "certainty", "counted"), REPORTS)
def test_what_an_attribution_tells_of_its_cue_is_used(
    source: str, cue: str, kind: CueType, commitment: Commitment, certainty: Certainty, counted: WordingKind | None
) -> None:
    told = draft(f"{source} {cue} that the dam holds.")
    told.says(NAMED, source, source, cue, "that the dam holds", type=kind, commitment=commitment, certainty=certainty)
    words = WordsOf(told.record())
    found = [(wording.kind, wording.words) for wording in (*hedges_of(words), *loaded_of(words))]
    assert found == ([(counted, cue)] if counted else [])


def test_what_others_say_is_not_the_authors_wording() -> None:
    told = draft("Vale said the brutal regime may fall. The regime answered.")
    told.says(NAMED, "Vale", "Vale", "said", "the brutal regime may fall")
    found = profile(told)
    assert [wording.words for wording in found.loaded.found] == ["regime"]
    assert found.hedges.found == ()
    assert found.own_words == 6


def test_shares_are_of_words_and_count_the_outermost_source() -> None:
    told = draft("Vale said that Tesk had said no. All went home.")
    outer = told.says(NAMED, "Vale", "Vale", "said", "that Tesk had said no", manner=Manner.MIXED)
    told.says(UNNAMED, "Tesk", "Tesk", "had said", "no", parent=outer)
    found = profile(told)
    assert {share.kind: share.words for share in found.shares} == {SourceKind.AUTHOR: 6, NAMED: 5}
    assert sum(share.share for share in found.shares) == pytest.approx(1)


def test_quoted_words_lie_within_the_share_of_who_says_them() -> None:
    told = draft("Vale called it “a sad day” at noon. “We stay,” she said.")
    told.says(NAMED, "Vale", "Vale", "called", "it|“a sad day” at noon", manner=Manner.MIXED, type=CueType.CALL)
    told.says(NAMED, "Vale", "she", "said", "We stay", manner=Manner.DIRECT)
    found = profile(told)
    assert found.quoted == pytest.approx(5 / found.words)
    assert [(voice.times, voice.words, voice.quoted) for voice in found.heard] == [(2, 8, 5)]


def test_furniture_and_pull_quotes_are_not_counted() -> None:
    record = draft("The regime fell.\nALSO READ: The shameful regime\nThe regime fell.").record()
    blocks = tuple(
        Block(kind=BlockKind.CAPTION, span=block.span, reason="pull quote") if number == 3 else block
        for number, block in enumerate(record.article.blocks)
    )
    article = type(record.article)(
        **{name: getattr(record.article, name) for name in record.article.__struct_fields__} | {"blocks": blocks}
    )
    found = profile_of(Record(article=article, reader="by hand"))
    assert (found.words, len(found.loaded.found)) == (4, 1)


@pytest.mark.parametrize(("words", "told"), [(ENOUGH_WORDS - 10, False), (ENOUGH_WORDS + 10, True)])
def test_a_rate_is_told_only_where_there_are_enough_words(words: int, told: bool) -> None:
    found = profile(draft("The regime fell. " + "rain " * words))
    assert (found.loaded.per_thousand is not None) is told
    assert len(found.loaded.found) == 1


SPEECH = [
    # cue, type, polarity, certainty, quoted, heard
    ("said", CueType.SAY, Polarity.AFFIRMED, Certainty.CERTAIN, Manner.INDIRECT, True),
    ("denied", CueType.DENY, Polarity.AFFIRMED, Certainty.CERTAIN, Manner.INDIRECT, True),
    ("did not say", CueType.SAY, Polarity.DENIED, Certainty.CERTAIN, Manner.INDIRECT, False),
    ("would say", CueType.SAY, Polarity.AFFIRMED, Certainty.POSSIBLE, Manner.INDIRECT, False),
    ("wanted", CueType.WANT, Polarity.AFFIRMED, Certainty.CERTAIN, Manner.INDIRECT, False),
    ("wanted", CueType.WANT, Polarity.AFFIRMED, Certainty.CERTAIN, Manner.DIRECT, True),
    ("regarded it", CueType.THINK, Polarity.AFFIRMED, Certainty.CERTAIN, Manner.INDIRECT, False),
]


@pytest.mark.parametrize(("cue", "kind", "polarity", "certainty", "manner", "heard"), SPEECH)
def test_whose_mind_is_told_is_not_heard(
    cue: str, kind: CueType, polarity: Polarity, certainty: Certainty, manner: Manner, heard: bool
) -> None:
    told = draft(f"Vale {cue} peace now. Vale left. Vale slept.")
    vale = told.actor("Vale", ActorKind.PERSON, "Vale")
    told.says(NAMED, "Vale", "Vale", cue, "peace now", type=kind, polarity=polarity, certainty=certainty, manner=manner, actor=vale)
    assert [voice.name for voice in profile(told).heard] == (["Vale"] if heard else [])


LEAGUE = "The Harbour League struck. The League marched, and the League sang. "
SPOKEN_ABOUT = [
    ("", "", "", ["Harbour League"]),
    ("The League said no.", "The League", "Harbour League", []),
    ("League spokeswoman Marr said no.", "League spokeswoman Marr", "Marr", []),
    ("Critics of the League said no.", "Critics of the League", "Critics", ["Harbour League"]),
    ("Port officials said no.", "Port officials", "Port officials", ["Harbour League"]),
]


@pytest.mark.parametrize(("sentence", "source", "name", "unheard"), SPOKEN_ABOUT)
def test_who_is_spoken_about_and_never_heard(sentence: str, source: str, name: str, unheard: list[str]) -> None:
    told = draft(LEAGUE + sentence)
    league = told.actor("Harbour League", ActorKind.ORGANISATION, "League")
    if source:
        told.says(NAMED, name, source, "said", "no", actor=league if name == "Harbour League" else None)
    assert [spoken.name for spoken in profile(told).only_spoken_about] == unheard


@pytest.mark.parametrize("leads", [True, False])
def test_a_heard_leader_speaks_for_the_group(leads: bool) -> None:
    told = draft(LEAGUE + "Ana Marr said no.")
    league = told.actor("Harbour League", ActorKind.ORGANISATION, "Harbour League", "The League", "the League")
    relations = (Relation(kind=RelationKind.LEADER_OF, other=league, spans=told.at("Ana Marr")),) if leads else ()
    marr = told.actor("Ana Marr", ActorKind.PERSON, "Ana Marr", relations=relations)
    told.says(NAMED, "Ana Marr", "Ana Marr", "said", "no", actor=marr)
    assert bool(profile(told).only_spoken_about) is not leads


def test_a_state_where_things_only_happen_is_not_spoken_about() -> None:
    told = draft("It rained in Ostria. Ostria is wet, Ostria is cold.")
    told.actor("Ostria", ActorKind.STATE, "Ostria", "Ostria is wet", "Ostria is cold")
    assert profile(told).only_spoken_about == ()


def test_an_outlet_is_profiled_over_its_articles_and_an_unknown_one_is_not() -> None:
    one = draft("The regime fell.", publisher="The Selm Post")
    two = draft("The dockers may march.", publisher="The Selm Post")
    lone = draft("Nobody came.")
    records = [told.record() for told in (one, two, lone)]
    made = profile_sourcing(Lookup.of(records, link_actors(records)))
    assert [article.outlet for article in made.articles] == ["The Selm Post", "The Selm Post", None]
    (outlet,) = made.outlets
    assert outlet.articles == (records[0].article.id, records[1].article.id)
    assert outlet.words == made.articles[0].words + made.articles[1].words
    assert ([one.words for one in outlet.hedges.found], [one.words for one in outlet.loaded.found]) == (["may"], ["regime"])


def test_who_is_unheard_in_one_article_and_heard_in_another_is_heard_by_the_outlet() -> None:
    one = draft(LEAGUE, publisher="The Selm Post")
    one.actor("Harbour League", ActorKind.ORGANISATION, "Harbour League", "The League", "the League")
    two = draft("The Harbour League said no.", publisher="The Selm Post")
    league = two.actor("Harbour League", ActorKind.ORGANISATION, "Harbour League")
    two.says(NAMED, "Harbour League", "Harbour League", "said", "no", actor=league)
    records = [one.record(), two.record()]
    made = profile_sourcing(Lookup.of(records, link_actors(records)))
    assert [[spoken.name for spoken in found.only_spoken_about] for found in (*made.articles, *made.outlets)] == [
        ["Harbour League"],
        [],
        [],
    ]


@settings(max_examples=15, deadline=None)
@given(any_records())
def test_every_wording_stands_in_its_article_and_shares_add_up(record: Record) -> None:
    found = profile_of(record)
    assert sum(share.words for share in found.shares) == found.words
    assert all(share.quoted <= share.share for share in found.shares)
    for wording in (*found.hedges.found, *found.loaded.found):
        assert all(record.article.text[span.start : span.end].strip() for span in wording.spans)
    assert all(0 <= voice.quoted <= voice.words for voice in found.heard)
