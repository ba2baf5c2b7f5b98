import msgspec
import pytest
from hypothesis import given, settings

from rashomon.model import (
    ARTICLE,
    Account,
    Attitude,
    Blame,
    BlamedOrganisation,
    BlockKind,
    Comparison,
    Contrast,
    Count,
    EventType,
    Filler,
    Incident,
    IncidentSummary,
    Record,
    Role,
    SourceKind,
    Span,
    TellerKind,
    Verdict,
    Version,
)
from rashomon.report import render_report, render_text
from rashomon.view import build_page
from rashomon.view.words import act_of, field_order, field_words
from strategies import records as any_records
from view import port_selm
from view.drafts import Draft, draft_article

AUTHOR = SourceKind.AUTHOR


@pytest.fixture(scope="module")
def page():
    return build_page(port_selm.records(), port_selm.comparison())


def test_the_head_says_what_was_read_and_what_it_tells_of(page):
    assert (page.head.articles, page.head.outlets) == (3, 3)
    assert page.head.period == "June 2011 to May 2019"
    assert page.head.readers == ("rashomon 0 rules",)


def test_articles_go_by_letters_and_say_when_they_are_from(page):
    assert [(row.siglum, row.outlet, row.dated) for row in page.articles] == [
        ("A", "Selm Agency", "14 May 2019"),
        ("B", "The Varenian Standard", "no date found; tells of events up to 12 May 2019"),
        ("C", "Dockers’ Voice", "no date found; tells of events up to 13 May 2019"),
    ]


def test_sourcing_shares_add_up_and_quotations_lie_within_them(page):
    for row in page.articles:
        assert sum(share.share for share in row.sourcing) == pytest.approx(1)
        assert all(share.quoted <= share.share for share in row.sourcing)
    voice = {share.kind: share for share in page.articles[2].sourcing}
    assert voice[SourceKind.DOCUMENT].share > voice[SourceKind.UNNAMED].share > 0
    assert 0 < voice[SourceKind.NAMED].quoted < voice[SourceKind.NAMED].share


def test_the_most_contested_incident_comes_first(page):
    assert [card.title for card in page.cards] == ["Bombing, or accident, at a Port Selm warehouse", "Arrest of two men in Karsa"]
    assert [(row.label, row.verdict) for row in page.cards[0].rows] == [
        ("who", Verdict.AGREE),
        ("how many killed", Verdict.CONTRADICT),
        ("whether it happened", Verdict.CONTRADICT),
    ]


def test_an_accusation_opens_with_its_source_and_other_points_do_not(page):
    who, killed, _ = page.cards[0].rows
    assert {one.lead for cell in who.cells for one in cell.utterances} == {
        "according to Dana Velt:",
        "according to the author:",
    }
    assert {one.lead for cell in killed.cells for one in cell.utterances} == {""}


def test_a_source_named_in_the_value_is_not_named_twice():
    found = port_selm.comparison()
    incident = next(one for one in found.incidents if one.id == "i2")
    row = incident.contrasts[1]
    told = type(row.versions[0])(
        **{name: getattr(row.versions[0], name) for name in row.versions[0].__struct_fields__} | {"value": "according to X: Y"}
    )
    contrast = type(row)(field="agent", relation=row.relation, versions=(told,))
    changed = type(incident)(**{name: getattr(incident, name) for name in incident.__struct_fields__} | {"contrasts": (contrast,)})
    page = build_page(port_selm.records(), Comparison(articles=found.articles, incidents=(changed,)))
    (one,) = (one for cell in page.cards[0].rows[0].cells for one in cell.utterances)
    assert (one.lead, one.words) == ("according to X:", "Y")


def test_accounts_that_say_nothing_are_listed_as_silent(page):
    row = page.cards[1].rows[0]
    assert [(cell.column.name, len(cell.utterances)) for cell in row.cells] == [("Dana Velt", 0), ("Oru Front", 1)]
    assert [teller.source for teller in row.silent] == ["Dana Velt"]


def test_a_column_is_an_account_or_where_there_are_many_an_article(page):
    many, few = page.cards
    assert [(column.name, len(column.tellers)) for column in many.columns] == [
        ("Selm Agency", 3),
        ("The Varenian Standard", 1),
        ("Dockers’ Voice", 2),
    ]
    assert [(column.name, len(column.tellers)) for column in few.columns] == [("Dana Velt", 1), ("Oru Front", 1)]


def test_many_articles_are_shown_as_variants_of_the_wording():
    drafts = [Draft(draft_article(f"Report {number}\nNine died.\n", origin=f"{number}.txt")) for number in range(5)]
    for draft in drafts:
        draft.event("died", EventType.ASSAULT)
    accounts = tuple(Account(article=d.article.id, source="the author", source_kind=AUTHOR, events=(d.events[0].id,)) for d in drafts)
    versions = tuple(
        Version(value="nine", source="the author", source_kind=AUTHOR, article=d.article.id, spans=d.at("Nine")) for d in drafts
    )
    contrast = Contrast(field="count:killed", relation=Verdict.AGREE, versions=versions)
    incident = Incident(id="i1", type=EventType.ASSAULT, title="deaths", accounts=accounts, contrasts=(contrast,))
    comparison = Comparison(articles=tuple(draft.article.id for draft in drafts), incidents=(incident,))
    (card,) = build_page([draft.record() for draft in drafts], comparison).cards
    (variant,) = card.rows[0].variants
    assert card.columns == ()
    assert (variant.words, len(variant.utterances)) == ("nine", 5)


def test_what_one_side_alone_tells_stands_under_it_with_its_stage(page):
    told = {single.title: (single.stage, single.silent) for side in page.sides for single in side.singles}
    assert [side.siglum for side in page.sides] == ["B", "C"]
    assert told["Planned: attack on the capital, according to experts"] == ("planned", ())
    assert told["Demanded: a ban on the Oru Front"] == ("demanded", ())
    assert told["Bombing at Tel Arna, blamed on the Oru Front by the author"] == ("told as done", ("A",))


def test_what_one_side_alone_tells_says_who_did_an_act_of_force(page):
    told = {single.id: [one.words for one in single.agents] for side in page.sides for single in side.singles}
    assert told["incident-i3"] == ["the gang"]
    assert told["incident-i4"] == ["Parliament"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("bombing of the mill", [("how many killed", "9 people")]),
        ("bombing of the mill on 9 June 2019", [("how many killed", "9 people")]),
        ("killing of 9 people", []),
    ],
)
def test_what_one_side_alone_tells_counts_the_dead_where_its_title_does_not(title, told):
    draft = Draft(draft_article("The Oru Front bombed the mill.\nThe blast killed 9 people.\n", origin="mill.txt"))
    killed = Count(what="killed", number=9, low=9, high=9, spans=draft.at("9"))
    draft.event("bombed", EventType.ASSAULT, parts=[(Role.PATIENT, "9 people")], counts=(killed,))
    account = Account(article=draft.article.id, source="the author", source_kind=AUTHOR, events=(draft.events[0].id,))
    incident = Incident(id="i1", type=EventType.ASSAULT, title=title, time="2019-05-12", accounts=(account,))
    page = build_page([draft.record()], Comparison(articles=(draft.article.id,), incidents=(incident,)))
    (single,) = page.sides[0].singles
    assert [(label, passage.words) for label, passage in single.counts] == told
    assert ("how many killed: 9 people" in render_text(page)) is bool(told)


def test_what_is_left_out_comes_by_weight_and_names_the_silent_by_what_they_are(page):
    told = [(one.address, one.kind.partition(",")[0], one.told_by, one.silent) for one in page.left_out]
    assert [(address, kind) for address, kind, _, _ in told] == [
        ("incident-i5", "article"),
        ("incident-i2", "source"),
        ("incident-i1", "outlet"),
    ]
    assert [[(one.siglum, one.name) for one in silent] for _, _, _, silent in told] == [
        [("A", "")],
        [("A", "Dana Velt")],
        [("", "The Varenian Standard")],
    ]
    assert page.left_out_in_all == 3


def test_a_long_list_of_silences_is_cut_and_counted():
    found = port_selm.comparison()
    many = tuple(
        msgspec.structs.replace(found.silences[0], incident=f"i{number % 6 + 1}", kind=kind) for number in range(6) for kind in TellerKind
    )
    page = build_page(port_selm.records(), msgspec.structs.replace(found, silences=many))
    assert (len(page.left_out), page.left_out_in_all) == (10, 18)
    assert "and 8 more; --to json has them" in render_text(page)
    assert "8 more are told of with their incidents" in render_report(page)


def test_two_pictures_of_one_actor_stand_beside_each_other(page):
    (portrait,) = page.portraits
    assert (portrait.kind, portrait.code) == ("armed group", "REB")
    assert [column.siglum for column in portrait.columns] == ["A", "B", "C"]
    nature = next(row for row in portrait.rows if row.aspect == "nature")
    assert [[one.words for one in cell] for cell in nature.cells] == [[], ["a terrorist gang"], ["a movement of harbour workers"]]


def test_the_matrix_counts_who_speaks_about_whom_and_how(page):
    marks = {
        (speaker.name, actor): mark
        for speaker in page.matrix.speakers
        for actor, mark in zip(page.matrix.actors, speaker.marks, strict=True)
        if mark
    }
    assert marks["the author, Ilse Marn", "Oru Front"].attitude is Attitude.NEGATIVE
    assert marks["the author, Oren Tal", "Oru Front"].attitude is Attitude.NEUTRAL
    assert marks["experts (unnamed)", "Oru Front"].in_all == 1
    assert ("Oru Front", "Oru Front") not in marks


def test_planned_and_demanded_acts_are_hollow_and_unknown_dates_apart(page):
    hollow = {bar.title: bar.hollow for bar in (*page.timeline.bars, *page.timeline.undated)}
    assert hollow["Planned: attack on the capital, according to experts"]
    assert not hollow["Arrest of two men in Karsa"]
    assert {bar.title for bar in page.timeline.undated} == {"Demanded: a ban on the Oru Front", "Planned: breaking of the dock strike"}


def test_an_uncertain_date_is_a_longer_bar_than_a_day(page):
    lengths = {bar.when: bar.end - bar.start for bar in page.timeline.bars}
    assert lengths["summer 2019"] > 20 * lengths["13 May 2019"] > 0
    assert all(0 <= bar.start < bar.end <= 1 for bar in page.timeline.bars)


def test_long_times_without_incidents_are_left_out_of_the_axis(page):
    assert [tick.gap for tick in page.timeline.ticks] == [False, True, False]


def test_nested_words_carry_both_marks_and_lead_to_the_innermost(page):
    segments = [one for block in page.readings[0].blocks for one in block.segments]
    arrested = next(one for one in segments if one.text == "arrested")
    assert arrested.classes == ("event", "content", "nested")
    assert arrested.note.endswith("-e4")
    minister = next(one for one in segments if one.text == "the minister")
    assert minister.classes == ("source", "content")


def test_a_note_tells_the_chain_and_leads_to_the_other_tellings(page):
    note = next(note for note in page.readings[0].notes if note.id.endswith("-e4"))
    words = [link.words for link in note.links]
    assert words == [
        "according to Dana Velt",
        "as told by a senior official (unnamed)",
        "the accounts side by side",
        "C, Oru Front: “arrested”",
    ]
    assert ("when", "not told: the text names no time") in {(line.label, line.words) for line in note.lines}


def test_furniture_is_kept_and_says_why_it_was_not_read(page):
    grey = [block for block in page.readings[0].blocks if block.kind is BlockKind.FURNITURE]
    assert [(block.reason, block.segments[0].text) for block in grey] == [("cross-link", "ALSO READ: Ten years of the Oru Front")]


def test_the_same_input_gives_the_same_page(page):
    assert build_page(port_selm.records(), port_selm.comparison()) == page


@settings(max_examples=20, deadline=None)
@given(any_records())
def test_every_character_of_every_block_is_shown_once(record):
    page = build_page([record], Comparison(articles=(record.article.id,)))
    shown = ["".join(one.text for one in block.segments) for block in page.readings[0].blocks]
    assert shown == [record.article.text[block.span.start : block.span.end] for block in record.article.blocks]


CODES = [("COERCE", "arrest", "arrest or detention"), ("ASSAULT", "no such mode", "attack"), ("PROTEST", None, "protest")]


@pytest.mark.parametrize(("kind", "mode", "words"), CODES)
def test_codes_have_plain_words(kind, mode, words):
    assert act_of(kind, mode).words == words


def test_points_are_named_and_ordered_by_their_table_and_unknown_ones_come_last():
    assert field_words("count:arrested") == "how many arrested"
    assert sorted(["weather", "stage", "count:killed", "agent"], key=field_order) == ["agent", "count:killed", "stage", "weather"]


def test_an_article_in_brief_names_an_organisation_only_behind_who_says_so():
    text = "The army denies it\nA bomb killed a clerk. Minister Velt blamed the Oru Front."
    front = Filler(mentions=("the Oru Front",), spans=(Span(text.index("the Oru"), len(text) - 1),))
    bomb = Filler(mentions=("bomb",), spans=(Span(text.index("bomb"), text.index(" killed")),))
    blamed = BlamedOrganisation(organisation=front, blame=Blame.ACCUSED_BY_AUTHORITIES, events=(), according_to=("Minister Velt", ARTICLE))
    record = Record(
        article=draft_article(text, origin="invented"), reader="rules", summary=IncidentSummary(organisations=(blamed,), weapons=(bomb,))
    )
    found = build_page((record,), Comparison(articles=(record.article.id,))).readings[0].brief
    assert [(role.label, [(item.lead, item.words, item.firmness) for item in role.items]) for role in found] == [
        (
            "organisations held to be behind them",
            [("according to the article, Minister Velt:", "the Oru Front", "suspected or accused by authorities")],
        ),
        ("with what", [("", "bomb", "")]),
    ]
