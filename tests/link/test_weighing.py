"""What two tellings are compared in, and what each outcome weighs."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

import rashomon.link.comparisons as comparisons_of
from rashomon.errors import TableError
from rashomon.link import link_actors, weighing
from rashomon.link.comparisons import bits, comparisons
from rashomon.link.matters import Matters
from rashomon.link.tellings import Telling, tellings_of
from rashomon.link.weighing import weigh
from rashomon.model import PRIOR, EventType
from varenia import Told, record

BLAST = Told("bombed", agent="Oru Front", patient="the customs house", when="2018-03-22", where="Port Selm")
ARREST = Told("arrested", EventType.COERCE, "arrest", agent="Port Police", patient="Lio Tesk", when="2018-03-22")
RALLY = Told("rallied", EventType.PROTEST, "demo", agent="Oru Front", when="2017-07-01", where="Port Selm")
FORBIDDEN = {"count", "counts", "number", "blame", "blamed", "motive", "label", "labels", "attitude"}
NO_MATTERS = Matters({})
HOPELESS = -100.0


def tellings(*articles: tuple[Told, ...]) -> list[Telling]:
    records = [record(f"Author {number}", *told) for number, told in enumerate(articles)]
    return list(tellings_of(records, link_actors(records)))


def outcomes(one: Told, other: Told) -> dict[str, str]:
    (pair,) = weigh(tellings((one,), (other,)), NO_MATTERS, least=HOPELESS)
    return dict(pair.outcomes)


def test_what_nobody_tells_weighs_nothing() -> None:
    told = outcomes(BLAST._replace(when=None), BLAST._replace(where=None))
    assert not {"time", "place"} & set(told)
    assert told["patient"] == "same phrase"


@pytest.mark.parametrize(
    ("change", "field", "outcome"),
    [
        ({"when": "2018-03"}, "time", "same month"),
        ({"when": "2018-03-24"}, "time", "days apart"),
        ({"when": "2016"}, "time", "apart"),
        ({"when": "XXXX-03-22"}, "time", "same day, year untold"),
        ({"where": "Karsava"}, "place", "other place"),
        ({"where": "Varenia"}, "place", "one within the other"),
        ({"where": "Ostria"}, "place", "other country"),
        ({"trigger": "the explosion"}, "act", "same kind"),
    ],
)
def test_outcome(change: dict[str, str], field: str, outcome: str) -> None:
    assert outcomes(BLAST, BLAST._replace(**change))[field] == outcome


def test_who_is_blamed_weighs_nothing() -> None:
    assert outcomes(BLAST, BLAST) == outcomes(BLAST, BLAST._replace(agent="Varenia"))
    assert "agent" not in outcomes(BLAST, BLAST)


def test_nothing_quarrelled_over_is_compared() -> None:
    table = files("rashomon.link").joinpath("tables/comparisons.toml").read_text(encoding="utf-8")
    compared = tomllib.loads(table)
    conditions = str(compared["fragments"]) + str(
        [[row["missing"], [sql for _, sql, _ in row["outcomes"]]] for row in compared["comparison"]]
    )
    assert not set(re.findall(r"[a-z]+", conditions.lower())) & FORBIDDEN


def test_what_is_shared_never_speaks_against_and_what_differs_never_for() -> None:
    against = ("apart", "other", "different", "swapped", "far", "no word", "nothing", "something new", "hardly")
    for one in comparisons():
        for outcome in one.outcomes:
            if outcome.name.startswith("same") and outcome.name not in {"same kind, of saying", "same type"}:
                assert bits(one.field, outcome.name) >= 0, (one.field, outcome.name)
            if one.field not in {"article", "roles"} and outcome.name.startswith(against):
                assert bits(one.field, outcome.name) <= 0, (one.field, outcome.name)


def test_many_tellings_are_compared_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where blocks decide which meet, those that meet compare as they would among a few."""
    told = tellings((BLAST, ARREST), (BLAST._replace(agent=None), RALLY), (ARREST._replace(when=None), RALLY._replace(when="2018-07-01")))
    among_few = {(pair.left, pair.right): pair.outcomes for pair in weigh(told, NO_MATTERS)}
    monkeypatch.setattr(weighing, "ALL_PAIRS_UP_TO", 0)
    monkeypatch.setattr("rashomon.link.blocking.ALL_PAIRS_UP_TO", 0)
    among_many = {(pair.left, pair.right): pair.outcomes for pair in weigh(told, NO_MATTERS)}
    assert (0, 2) in among_many
    assert among_many == {pair: among_few[pair] for pair in among_many}


def test_pairs_compare_alike_however_many_are_compared_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = tellings(*((BLAST._replace(agent=None), ARREST, RALLY) for _ in range(9)))
    matters = Matters((telling.article, telling.words) for telling in told)
    monkeypatch.setattr(weighing, "ALL_PAIRS_UP_TO", 0)
    monkeypatch.setattr("rashomon.link.blocking.ALL_PAIRS_UP_TO", 0)
    at_once = list(weigh(told, matters))
    monkeypatch.setattr(weighing, "PAIRS_AT_ONCE", 7)
    assert list(weigh(told, matters)) == at_once
    assert len(at_once) > 2 * 7


def test_the_odds_are_the_sum_of_the_weights() -> None:
    (pair,) = weigh(tellings((BLAST,), (BLAST._replace(agent=None),)), NO_MATTERS)
    assert pair.bits == pytest.approx(bits(PRIOR) + sum(bits(field, outcome) for field, outcome in pair.outcomes))
    assert pair.probability == pytest.approx(2**pair.bits / (1 + 2**pair.bits))


def test_an_outcome_without_a_weight_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {key: weight for key, weight in comparisons_of._weights().items() if key != ("time", "same day")}
    monkeypatch.setattr(comparisons_of, "_weights", lambda: weights)
    comparisons.cache_clear()
    with pytest.raises(TableError, match=r"weights.tsv.*'time', 'same day'"):
        comparisons()
    monkeypatch.undo()
    comparisons.cache_clear()
    assert comparisons()
