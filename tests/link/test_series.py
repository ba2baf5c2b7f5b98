"""Which incidents are instances of one series: only where words say that the act comes again."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare import compare_records
from rashomon.link.recurrence import signs_of, unit_of
from rashomon.model import Comparison, Record, quote
from rashomon.model.codec import decode_comparison, encode_comparison
from rashomon.tables import load_table
from varenia import read_text

PUBLISHED = "2018-07-20"
EVERY_JUNE = "The Oru Front holds a rally in Port Selm every June."
ANNUAL = "The Oru Front held its annual rally in Port Selm on 30 June 2018."
RALLY_2016 = "The Oru Front rallied in Port Selm on 25 June 2016."
RALLY_2017 = "On 1 July 2017 supporters of the Oru Front rallied in Port Selm."
RALLY_2018 = "On 30 June 2018 the Oru Front rallied in Port Selm."
LEAGUE_2017 = "The Harbour League rallied in Port Selm on 20 June 2017."
ELSEWHERE = "The Oru Front rallied in Orsk on 3 July 2017."
IN_MARCH = "The Oru Front rallied in Port Selm on 3 March 2017."


class Found(NamedTuple):
    """A series as it is expected: its title, the dates of its instances, and whether anybody tells of all of them together."""

    title: str
    dates: tuple[str, ...]
    together: bool = False


YEARLY = "yearly rally by Oru Front, Port Selm"

SERIES = {
    "told every June, and once": ((EVERY_JUNE, RALLY_2018), [Found(YEARLY, ("2018-06-30",), together=True)]),
    "told every June, and twice": ((EVERY_JUNE, RALLY_2018, RALLY_2017), [Found(YEARLY, ("2017-07-01", "2018-06-30"), together=True)]),
    "annual, and the year before": ((ANNUAL, RALLY_2017), [Found(YEARLY, ("2017-07-01", "2018-06-30"))]),
    "annual, told once": ((ANNUAL,), [Found(YEARLY, ("2018-06-30",))]),
    "two of one year told, one in the season": ((EVERY_JUNE, IN_MARCH, RALLY_2017), [Found(YEARLY, ("2017-07-01",), together=True)]),
    "the previous year's, without people and place": (
        (f"{RALLY_2018} The previous year's rally was larger.",),
        [Found(YEARLY, ("2017", "2018-06-30"))],
    ),
    "this year's and last year's": (
        (f"{RALLY_2016} This year’s rally drew fewer people than last year’s rally.",),
        [Found(YEARLY, ("2016-06-25", "2017", "2018"))],
    ),
    "its annual winter meeting": (
        ("The Harbour League held its annual winter meeting in Orsk on 3 May 2017.",),
        [Found("yearly meeting by Harbour League, Orsk", ("2017-05-03",))],
    ),
    "as every year": (
        ("Like every year, the Oru Front rallied in Port Selm on 30 June 2018.",),
        [Found(YEARLY, ("2018-06-30",))],
    ),
    "this annual event, the event": (
        ("This annual event is a feast for the Oru Front. The event was held by the Oru Front in Port Selm on 1 July 2017.",),
        [Found("yearly gathering by Oru Front, Port Selm", ("2017-07-01",))],
    ),
    "only told as recurring": (
        ("The dockers demonstrate in Port Selm every spring.",),
        [Found("yearly protest by the dockers, Port Selm", (), together=True)],
    ),
    "another rhythm is another series": (
        (EVERY_JUNE, "The Oru Front holds a rally in Port Selm every Friday."),
        [Found(YEARLY, (), together=True), Found("weekly rally by Oru Front, Port Selm", (), together=True)],
    ),
    "an annual congress that moves": (
        (
            "The Harbour League held its annual congress in Orsk on 3 May 2017.",
            "The Harbour League held its annual congress in Port Selm in May 2018.",
        ),
        [Found("yearly protest by Harbour League", ("2017-05-03", "2018-05"))],
    ),
    "a happening with a name": (
        (
            "The Harbour League holds the Selm Grand Prix every June.",
            "Ana Marr won the Selm Grand Prix on 10 June 2018.",
            "The dockers stopped the Orsk Grand Prix on 3 June 2018.",
            "A car crashed at the Selm Grand Prix on 9 June 2019.",
        ),
        [Found("yearly Selm Grand Prix by Harbour League", ("2018-06-10", "2019-06-09"), together=True)],
    ),
    "recurring according to a source": (
        ("According to Ana Marr, the Oru Front holds a rally in Port Selm every June.",),
        [Found(f"{YEARLY}, according to Ana Marr", (), together=True)],
    ),
}

NO_SERIES = {
    "two rallies and no sign": (RALLY_2017, RALLY_2018),
    "two bombings in one town": ("A bomb exploded in Port Selm on 3 March 2017.", "A bomb exploded in Port Selm on 5 May 2018."),
    "this year's attack is a date": ("A bomb exploded in Port Selm on 3 March 2017. This year's bombing in Port Selm killed nine people.",),
    "last year's rally alone is a date": ("Last year's rally of the Oru Front in Port Selm was large.",),
    "demanded every year": ("The Harbour League demanded that the Oru Front hold a rally every year.",),
    "how much, not how often": ("Varenia cut 150,000 crowns in annual aid to the Harbour League on 3 May 2017.",),
    "said every day": ("Ana Marr accuses the Oru Front every day.",),
    "somebody else's annual thing": ("The annual congress of the Harbour League condemned the raid on the customs house.",),
}

NOT_INSTANCES = {
    "other year's rally by other people": (EVERY_JUNE, LEAGUE_2017),
    "other people without a name": ("Every June the dockers rally in Port Selm.", "Teachers rallied in Port Selm on 2 June 2017."),
    "same people, other place": (EVERY_JUNE, ELSEWHERE),
    "same place, a bombing": (EVERY_JUNE, "A bomb exploded in Port Selm on 3 June 2017."),
    "same people and place, a hunger strike": (EVERY_JUNE, "The Oru Front went on hunger strike in Port Selm on 3 June 2017."),
    "no date": (EVERY_JUNE, "The Oru Front rallied in Port Selm."),
    "did not take place": (EVERY_JUNE, "The Oru Front did not rally in Port Selm on 30 June 2017."),
    "two of one year, and nothing tells which": (
        "The Oru Front holds a rally in Port Selm every year.",
        IN_MARCH,
        "The Oru Front rallied in Port Selm on 2 October 2017.",
    ),
}


@cache
def read(text: str) -> Record:
    return read_text(text, text, PUBLISHED)


@cache
def compared(texts: tuple[str, ...]) -> Comparison:
    return compare_records([read(text) for text in texts])


def found_in(comparison: Comparison) -> list[Found]:
    times = {incident.id: incident.time or "" for incident in comparison.incidents}
    return [Found(one.title, tuple(times[instance] for instance in one.instances), bool(one.tellings)) for one in comparison.series]


@pytest.mark.parametrize("case", SERIES)
def test_series(case: str) -> None:
    texts, expected = SERIES[case]
    assert found_in(compared(texts)) == expected


@pytest.mark.parametrize("case", NO_SERIES)
def test_no_series(case: str) -> None:
    assert compared(NO_SERIES[case]).series == ()


@pytest.mark.parametrize("case", NOT_INSTANCES)
def test_no_instance(case: str) -> None:
    comparison = compared(NOT_INSTANCES[case])
    assert [one.instances for one in comparison.series] == [()]


def test_a_series_says_why_in_words_of_the_articles() -> None:
    (series,) = compared((EVERY_JUNE, RALLY_2017)).series
    told = [(reason.field, reason.note) for reason in series.why]
    assert ("recurrence", "“every June” says that it recurs (yearly)") in told
    assert {"act", "agent", "place"} <= {field for field, _ in told}
    assert {reason.weight for reason in series.why} == {0.0}
    assert next((one.field, one.value, one.code) for one in series.constants) == ("rhythm", "yearly", "XXXX-06")


def test_counts_and_blame_are_never_looked_at() -> None:
    blamed = "Police blamed the Harbour League for the violence, in which nine people were hurt."
    plain, contested = compared((EVERY_JUNE, RALLY_2017)), compared((EVERY_JUNE, f"{RALLY_2017} {blamed}"))
    assert found_in(plain) == found_in(contested)


POOL = (EVERY_JUNE, ANNUAL, RALLY_2016, RALLY_2017, RALLY_2018, LEAGUE_2017, ELSEWHERE, *SERIES["only told as recurring"][0])


@given(st.lists(st.sampled_from(POOL), unique=True, max_size=4))
def test_series_are_grounded_and_the_order_of_articles_changes_nothing(texts: list[str]) -> None:
    comparison = compared(tuple(texts))
    articles = {read(text).article.id: text for text in texts}
    assert sorted(found_in(comparison)) == sorted(found_in(compared(tuple(sorted(texts)))))
    assert decode_comparison(encode_comparison(comparison)).series == comparison.series
    told = [instance for one in comparison.series for instance in one.instances]
    assert len(set(told)) == len(told)
    assert set(told) <= {incident.id for incident in comparison.incidents}
    for one in comparison.series:
        assert one.instances or one.tellings
        for version in (*one.tellings, *(version for constant in one.constants for version in constant.versions)):
            assert version.value == quote(articles[version.article], version.spans)


@given(st.permutations((RALLY_2016, RALLY_2017, RALLY_2018, LEAGUE_2017, ELSEWHERE)))
def test_without_a_sign_nothing_is_a_series(texts: list[str]) -> None:
    assert compared(tuple(texts[:4])).series == ()


def test_every_rhythm_of_the_table_of_signs_has_its_row() -> None:
    rows = load_table("rashomon.link", "tables/recurrence.tsv", ("words", "rhythm", "alone", "types"), key=("words",))
    assert {unit_of(row["rhythm"]) for row in rows} <= {"year", "month", "week", "day"}


FRONT = "The Council of Selm is a front of the Oru Front. "
OF_A_FRONT = FRONT + "Varenia charged two men with planning to bomb the rally of the Council of Selm in {month}."


def test_what_a_front_holds_is_an_instance_and_what_is_done_to_it_is_told() -> None:
    comparison = compare_records([read(ANNUAL), read_text("undated", OF_A_FRONT.format(month="June"))])
    titles = {incident.id: incident.title for incident in comparison.incidents}
    (series,) = comparison.series
    assert series.title == YEARLY
    assert [titles[one] for one in series.instances] == [
        "rally by the Oru Front, Port Selm, 30 June 2018",
        "rally by the Council of Selm, June, according to Varenia",
    ]
    assert [titles[one] for one in series.done_to] == ["planned bombing of the rally of the Council of Selm, June, according to Varenia"]
    assert {(one.value, version.value) for one in series.constants if one.field == "agent" for version in one.versions} == {
        ("Oru Front", "The Oru Front"),
        ("Council of Selm", "the Council of Selm"),
    }
    assert [reason.note for reason in series.why if reason.field == "standing"] == [
        "of Oru Front and Council of Selm, one is a part or a front of the other according to the author of undated"
    ]


def test_a_front_that_is_denied_holds_nothing_for_another() -> None:
    denied = "The Council of Selm denied that it is a front of the Oru Front. " + OF_A_FRONT.removeprefix(FRONT).format(month="June")
    comparison = compare_records([read(ANNUAL), read_text("undated", denied)])
    assert found_in(comparison) == [Found(YEARLY, ("2018-06-30",))]


def test_what_a_front_holds_at_another_time_of_the_year_is_no_instance() -> None:
    comparison = compare_records([read(ANNUAL), read_text("undated", OF_A_FRONT.format(month="November"))])
    assert found_in(comparison) == [Found(YEARLY, ("2018-06-30",))]


def test_what_is_called_by_other_words_is_told_and_what_is_called_by_one_is_not() -> None:
    (rallies,) = compared((EVERY_JUNE, RALLY_2017)).series
    assert "act" not in {constant.field for constant in rallies.constants}


def test_a_sign_belongs_to_the_act_it_stands_before() -> None:
    record = read("The annual rally of the Oru Front, where police arrested Lio Tesk, was held in Port Selm on 1 July 2017.")
    signed = {quote(record.article.text, event.trigger.spans) for event in record.events if event.id in signs_of(record)}
    assert signed
    assert "arrested" not in signed
