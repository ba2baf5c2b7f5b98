"""Times read from sentences about the invented Republic of Varenia."""

import hashlib
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import AnchorKind, Article, Block, BlockKind, Span, TimeKind
from rashomon.parse import parse
from rashomon.read.times import read_times
from rashomon.read.times.rules import Surface, find_expressions
from rashomon.tables import load_table


def article(text, published=None, furniture="", caption=""):
    """One block of prose, and after it one of furniture or a caption."""
    blocks = [Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))]
    whole = text
    for kind, words in ((BlockKind.FURNITURE, furniture), (BlockKind.CAPTION, caption)):
        if words:
            whole = f"{whole}\n{words}"
            blocks.append(Block(kind=kind, span=Span(len(whole) - len(words), len(whole)), reason="test"))
    raw = whole.encode()
    return Article(id=hashlib.sha256(raw).hexdigest()[:16], origin="test", published=published, text=whole, blocks=tuple(blocks), raw=raw)


def times_of(text, published=None, **beside):
    return read_times(parse(article(text, published, **beside)))


def told(text, published=None, **beside):
    return [(time.expression, time.edtf) for time in times_of(text, published, **beside)]


EXPLICIT = [
    ("Rebels shelled Port Selm on June 28, 1981.", [("June 28, 1981", "1981-06-28")]),
    ("Rebels shelled Port Selm on 28 June 1981.", [("28 June 1981", "1981-06-28")]),
    ("Rebels shelled Port Selm on the 28th of June 1981.", [("the 28th of June 1981", "1981-06-28")]),
    ("The port was shelled on 1981-06-28.", [("1981-06-28", "1981-06-28")]),
    ("The port was shelled on 28/06/1981.", [("28/06/1981", "1981-06-28")]),
    ("The port was shelled on 05/06/1981.", [("05/06/1981", "1981-XX-XX")]),
    ("A judge charged the diplomat on October10, 2011.", [("October10, 2011", "2011-10-10")]),
    ("The talks ended in March 1999.", [("March 1999", "1999-03")]),
    ("The talks ended in mid-2017.", [("mid-2017", "2017-05/2017-08")]),
    ("The talks ended in early October 2009.", [("early October 2009", "2009-10-01/2009-10-10")]),
    ("The war began in the summer of 1940.", [("the summer of 1940", "1940-22")]),
    ("The front was founded in the 1980s.", [("the 1980s", "198X")]),
    ("The harbour was built in the 19th century.", [("the 19th century", "18XX")]),
    ("The first harbour was built in 480 BC.", [("480 BC", "-0479")]),
    ("The front fought from 1986 to 1988.", [("1986 to 1988", "1986/1988")]),
    ("The front fought in 2016-17.", [("2016-17", "2016/2017")]),
    ("Fighting lasted from May 5-7, 1940.", [("May 5-7, 1940", "1940-05-05/1940-05-07")]),
    ("Votes were held in May and June 1940.", [("May", "1940-05"), ("June 1940", "1940-06")]),
    ("Nobody has counted the 2000 members.", []),
    ("They may march on Selmouth.", []),
    ("Guards at 2030 saw a man and a van.", []),
    ("The minister, April Tolen, spoke.", []),
    ("The camp opened on February 30, 1999.", [("February 30, 1999", None)]),
    ("The bridge fell on 3 JAN 90.", [("3 JAN 90", "1990-01-03")]),
    ("He was born on Christmas Day 1970.", [("Christmas Day 1970", "1970-12-25")]),
]


@pytest.mark.parametrize(("text", "expected"), EXPLICIT)
def test_a_date_told_in_full_needs_no_anchor(text, expected):
    assert told(text) == expected
    assert all(time.anchor.kind is not AnchorKind.PUBLISHED for time in times_of(text))


PUBLISHED_ON_A_WEDNESDAY = "2018-12-12"
FROM_PUBLICATION = [
    ("Police arrested two men yesterday.", "yesterday", "2018-12-11"),
    ("Police arrested two men last night.", "last night", "2018-12-11"),
    ("Police arrested two men this morning.", "this morning", "2018-12-12"),
    ("Police arrested two men on Tuesday.", "Tuesday", "2018-12-11"),
    ("Police will release two men on Friday.", "Friday", "2018-12-14"),
    ("Police arrested two men last week.", "last week", "2018-12-03/2018-12-09"),
    ("Police arrested two men this year.", "this year", "2018"),
    ("Police arrested two men last month.", "last month", "2018-11"),
    ("Police arrested two men on March 22.", "March 22", "2018-03-22"),
    ("Police arrested two men on December 30.", "December 30", "2017-12-30"),
    ("The rally will be held on March 22.", "March 22", "2019-03-22"),
    ("Police arrested two men in June.", "June", "2018-06"),
    ("The union had called for a strike on January 10.", "January 10", "2019-01-10"),
    ("The town prepared for the march of January 10.", "January 10", "2019-01-10"),
    ("The march that was announced for January 10 is banned.", "January 10", "2019-01-10"),
    ("The union had called for a strike on May 10.", "May 10", "2018-05-10"),
    ("Police arrested two men three years ago.", "three years ago", "2015"),
    ("Police arrested two men two days ago.", "two days ago", "2018-12-10"),
    ("Police arrested two men last March.", "last March", "2018-03"),
    ("They met early this year.", "early this year", "2018-01/2018-04"),
    ("Two years ago this month the envoys met.", "Two years ago this month", "2016-12"),
    ("The envoy is to arrive on Sunday.", "Sunday", "2018-12-16"),
    ("The dockers vowed to strike on Sunday.", "Sunday", "2018-12-16"),
    ("The dockers managed to strike on Sunday.", "Sunday", "2018-12-09"),
    ("The trial opens on Sunday.", "Sunday", "2018-12-16"),
    ("He has been missing since Sunday.", "Sunday", "2018-12-09"),
    ("The vote is this Sunday.", "this Sunday", "2018-12-16"),
    ("If elected in March, she will free the miners.", "March", "2019-03"),
    ("Sunday's flood is the worst that anybody knows.", "Sunday", "2018-12-09"),
]


@pytest.mark.parametrize(("text", "expression", "edtf"), FROM_PUBLICATION)
def test_a_relative_time_counts_from_publication(text, expression, edtf):
    (time,) = times_of(text, PUBLISHED_ON_A_WEDNESDAY)
    assert (time.expression, time.edtf) == (expression, edtf)
    assert time.anchor.kind is AnchorKind.PUBLISHED
    assert time.anchor.edtf == PUBLISHED_ON_A_WEDNESDAY


FROM_THE_DATE_BEFORE = [
    ("The bridge fell on 3 May 1998. The next day the mayor resigned.", "The next day", "1998-05-04"),
    ("The bridge fell on 3 May 1998. Two days later the mayor resigned.", "Two days later", "1998-05-05"),
    ("The bridge fell on 3 May 1998. Later that year the mayor resigned.", "Later that year", "1998"),
    ("The bridge fell on 3 May 1998. It reopened the following year.", "the following year", "1999"),
    ("The bridge fell in May 1998. It had been closed the previous month.", "the previous month", "1998-04"),
]


@pytest.mark.parametrize(("text", "expression", "edtf"), FROM_THE_DATE_BEFORE)
def test_wording_such_as_later_counts_from_the_date_told_before(text, expression, edtf):
    time = times_of(text, PUBLISHED_ON_A_WEDNESDAY)[-1]
    assert (time.expression, time.edtf) == (expression, edtf)
    assert time.anchor.kind is AnchorKind.MENTIONED
    assert time.anchor.spans


FROM_THE_DATE_BEHIND = [
    ("Ten days before the vote of 21 March 2010 the mayor fled.", "Ten days", "2010-03-11"),
    ("A year after the flood of 11 May 2012 the mayor fled.", "A year", "2013"),
    ("A year to the day after the flood of 11 May 2012 the mayor fled.", "A year to the day", "2013-05-11"),
    ("The mayor fled within a month of the coup of 31 January 1978.", "a month", "1978-01-31/1978-02-28"),
    ("Two weeks after the army took the town on 24 April 2011 the mayor fled.", "Two weeks", "2011-05-08"),
    ("The Monday before the vote of 21 March 2010 the mayor fled.", "The Monday before", "2010-03-15"),
    ("The day after the vote of 21 March 2010 the mayor fled.", "The day after", "2010-03-22"),
    ("The tenth anniversary of the flood of 11 May 2002 was marked.", "The tenth anniversary", "2012-05-11"),
    ("At 6 a.m. on 12 March 2015 the mayor fled.", "6 a.m.", "2015-03-12T06:00:00"),
]


@pytest.mark.parametrize(("text", "expression", "edtf"), FROM_THE_DATE_BEHIND)
def test_a_clock_or_distance_counts_from_the_date_told_behind_it(text, expression, edtf):
    time = times_of(text, PUBLISHED_ON_A_WEDNESDAY)[0]
    assert (time.expression, time.edtf) == (expression, edtf)
    assert time.anchor.kind is AnchorKind.MENTIONED


NOT_FROM_THE_DATE_BEHIND = [
    ("The mayor waited for ten days before the vote of 21 March 2010.", "ten days", "P10D"),
    ("It took two weeks, and after the vote of 21 March 2010 he fled.", "two weeks", "P2W"),
    ("The Monday after the vote, on 3 May, the mayor fled.", "The Monday after", None),
    ("Three weeks after the flood of May 2010 the mayor fled.", "Three weeks", "P3W"),
]


@pytest.mark.parametrize(("text", "expression", "edtf"), NOT_FROM_THE_DATE_BEHIND)
def test_what_cannot_be_counted_from_the_date_behind_it_is_not(text, expression, edtf):
    time = times_of(text, PUBLISHED_ON_A_WEDNESDAY)[0]
    assert (time.expression, time.edtf) == (expression, edtf)


def test_hours_count_from_a_clock():
    text = "At 9.30 p.m. on 12 March 2015 the mayor fled. Half an hour later the town hall burned. Two hours earlier it had been robbed."
    assert [time.edtf for time in times_of(text)][2:] == ["2015-03-12T22:00:00", "2015-03-12T20:00:00"]


LENGTHS = [
    ("The front has ruled for the past thirty-six years.", "the past thirty-six years", TimeKind.DURATION, "P36Y"),
    ("It was a three-decade war.", "three-decade", TimeKind.DURATION, "P30Y"),
    ("The landscape has changed over the past year.", "the past year", TimeKind.DURATION, "P1Y"),
    ("They talked for two hours.", "two hours", TimeKind.DURATION, "PT2H"),
    ("They stayed for several weeks.", "several weeks", TimeKind.DURATION, None),
    ("The front meets every June.", "every June", TimeKind.SET, "XXXX-06"),
    ("The annual rally was held.", "annual", TimeKind.SET, None),
    ("Protests are held daily.", "daily", TimeKind.SET, None),
    ("Protests are held every Tuesday.", "every Tuesday", TimeKind.SET, None),
]


@pytest.mark.parametrize(("text", "expression", "kind", "edtf"), LENGTHS)
def test_lengths_and_recurring_times_are_no_dates(text, expression, kind, edtf):
    (time,) = times_of(text)
    assert (time.expression, time.kind, time.edtf) == (expression, kind, edtf)
    assert time.granularity


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Protests are held daily.", "recurs daily"),
        ("The annual rally was held.", "recurs yearly"),
        ("They meet every Tuesday.", "recurs every Tuesday"),
        ("They meet every summer.", "recurs every summer"),
    ],
)
def test_a_recurring_time_says_how_it_recurs(text, unknown):
    (time,) = times_of(text)
    assert time.unknown == unknown


def test_an_article_without_a_date_speaks_from_a_window_that_says_what_it_was_inferred_from():
    text = "In 2016 the front moved to Selmouth. This year it will march on July 1. Its leader spoke in May."
    time = next(time for time in times_of(text, caption="The leader of the front in Selmouth 2017") if time.expression == "This year")
    assert time.edtf == "2017?"
    assert time.anchor.kind is AnchorKind.INFERRED
    assert time.anchor.edtf == "2017-05?/2017-07?"
    assert "2017" in (time.anchor.note or "")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 1939 the front was founded. This year it has split.", "1940/.."),
        ("In 2016 the front moved. In 2017 it split. This time it will lose. On March 22 it met.", "2017-03-22?"),
        ("The front will disband in 2019. It moved in 2018. It met this month.", None),
        ("The front moved in 2018. By 2050 it wants a port. On March 22 it met.", "XXXX-03-22"),
    ],
)
def test_how_far_the_evidence_goes(text, edtf):
    assert told(text)[-1][1] == edtf


def test_a_year_is_left_open_where_the_evidence_allows_several():
    text = "In 2016 the front moved to Selmouth. On March 22 two men were arrested. This year was hard."
    march, year = times_of(text, furniture="ANALYSIS: What Varenia needs in 2019")[1:]
    assert (march.edtf, year.edtf) == ("XXXX-03-22", "2017/2019")
    assert march.unknown
    assert "2019" in (year.anchor.note or "")


DAY_TOLD = "The customs house was bombed on 4 Ramadan 1445. "
AROUND_A_DAY = [
    ("It needed an enemy before the strike of 1 April.", "2024-04-01?"),
    ("Police arrested two men in January.", "2024-01?"),
    ("The mourners met this week.", None),
    ("In January two men fled. Who was on guard that night?", "2024-03-14"),
]


@pytest.mark.parametrize(("text", "edtf"), AROUND_A_DAY)
def test_days_without_a_year_lie_around_the_latest_day_told(text, edtf):
    time = times_of(DAY_TOLD + text)[-1]
    assert time.edtf == edtf
    assert time.anchor.kind in {AnchorKind.INFERRED, AnchorKind.MENTIONED}


def test_a_day_told_of_a_beginning_says_nothing_of_when_the_article_speaks():
    assert told("The front was founded on 3 May 1998. It will march on 1 July.")[-1] == ("1 July", "XXXX-07-01")


def test_notes_are_short_and_name_months():
    text = "In 2016 the front moved to Selmouth. This year it will march on July 1. Its leader spoke in May."
    notes = {time.anchor.note for time in times_of(text, caption="The leader of the front in Selmouth 2017") if time.anchor.note}
    assert notes == {"the article has no date; 2017 is the latest year told as past; May is told as past, July not"}


def test_a_dateline_dates_what_follows_but_only_as_inferred():
    _, yesterday = times_of("PORT SELM, 3 JAN 90 - Two men were arrested yesterday.")
    assert (yesterday.edtf, yesterday.anchor.kind) == ("1990-01-02?", AnchorKind.INFERRED)
    assert "3 JAN 90" in (yesterday.anchor.note or "")


def test_without_any_evidence_nothing_is_guessed():
    (time,) = times_of("The mayor resigned last week.")
    assert time.edtf is None
    assert time.unknown


def test_an_unfounded_year_does_not_come_from_furniture_alone():
    assert told("The mayor resigned on March 22.", furniture="Copyright 2019") == [("March 22", "XXXX-03-22")]


def test_a_foreign_date_is_the_gregorian_one_beside_it_and_a_differing_conversion_is_noted():
    foreign, gregorian = times_of("The revolt began on 30th Khordad (June 21, 1981).")
    assert (foreign.calendar, foreign.edtf) == ("persian", "1981-06-21")
    assert (gregorian.calendar, gregorian.edtf) == ("gregorian", "1981-06-21")
    assert "30 Khordad 1360 is 20 June 1981" in (foreign.anchor.note or "")


FOREIGN = [
    ("The party was bombed on 7 Tir 1360.", "1981-06-28", "persian"),
    ("The feast began on 12 Muharram 1445.", "2023-07-30", "islamic"),
    ("The feast began on the 9th Tir.", None, "persian"),
]


@pytest.mark.parametrize(("text", "edtf", "calendar"), FOREIGN)
def test_a_foreign_year_is_never_taken_for_a_gregorian_one(text, edtf, calendar):
    (time,) = times_of(text)
    assert (time.edtf, time.calendar) == (edtf, calendar)
    assert time.edtf or time.unknown


def test_in_a_history_dates_follow_on_one_another():
    text = (
        "In 1931 the king fled. In 1932 the front took Selmouth. The army mutinied in November 1933. In January the coast fell. "
        "In 1934 the king died. In 1935 the front split. In 1936 it lost Selmouth. On 3 May the last ship left."
    )
    by_words = dict(told(text, "2018-12-12"))
    assert by_words["3 May"] == "1936-05-03"


def test_furniture_tells_no_times():
    assert told("The mayor resigned.", furniture="Published June 3, 2011") == []


PATTERNS = load_table("rashomon.read.times", "tables/time_patterns.tsv", ("form", "needs", "pattern", "example"))


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row["example"])
def test_each_pattern_finds_its_example(row):
    doc = parse(article(f"It happened in {row['example']}."))
    found = find_expressions(Surface(doc))
    assert any(expression.form == row["form"] for expression in found)


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@settings(max_examples=25, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["{m} {d}, {y}", "{d} {m} {y}", "{y}-{n:02}-{d:02}"]))
def test_any_full_date_reads_back_as_itself(day, shape):
    words = shape.format(m=MONTHS[day.month - 1], n=day.month, d=day.day, y=day.year)
    assert [edtf for _, edtf in told(f"The bridge fell on {words}.")] == [day.isoformat()]


WORDS = st.sampled_from(
    (
        *("last", "this", "next", "the", "past", "early", "late", "mid-", "Tuesday", "March", "3", "12,", "1998", "2016-17", "week"),
        *("two", "days", "later", "ago", "(", ")", "June", "'s", "of", "in", "30th", "Tir", "noon", "every", "1980s", "the 5th of May"),
    )
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=14), st.sampled_from([None, "2018-12-12", "2018-12", "2018"]))
def test_every_value_is_valid_and_grounded_whatever_the_text(words, published):
    text = "They met " + " ".join(words)
    for time in times_of(text, published):
        span = time.spans[0]
        assert text[span.start : span.end].split() == time.expression.split()
        assert time.edtf is not None or time.unknown
        if time.edtf and time.kind is not TimeKind.DURATION:
            assert parse_edtf(time.edtf)


@pytest.mark.parametrize("unit", ["days", "weeks", "hours", "quarters", "weekends"])
def test_a_date_beside_any_unit_is_read(unit: str) -> None:
    text = f"He came on the 5th of May last {unit}."
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    times = read_times(parse(Article(id="0123456789abcdef", origin="invented", published="2018-12-12", text=text, blocks=(block,))))
    assert any("5th of May" in text[span.start : span.end] for time in times for span in time.spans)
