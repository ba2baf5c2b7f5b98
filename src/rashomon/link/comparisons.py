"""Comparisons: what two tellings are compared in, as settings for Splink, and what each outcome weighs.

The model is Fellegi & Sunter's (1969): each outcome of each field adds log2(m/u) bits, m and u being how often it is seen in true pairs
and in others. The conditions stand in `tables/comparisons.toml`, the bits in `tables/weights.tsv`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from rashomon.errors import TableError
from rashomon.link.periods import DAYS_OF_A_MONTH, DAYS_OF_A_YEAR, DAYS_THAT_ACCOUNTS_ERR
from rashomon.model import PRIOR
from rashomon.tables import load_table

if TYPE_CHECKING:
    from splink import SettingsCreator
    from splink.internals.comparison_level_creator import ComparisonLevelCreator

DECIMALS = 2
"""Weights are given in hundredths of a bit."""
EVEN = 0.5
"""Splink takes probabilities: the larger of m and u is set to a half, the other so that log2(m/u) is the weight."""


class Outcome(NamedTuple):
    """How two tellings may compare: its name, the condition in SQL, and what a reader is told of it."""

    name: str
    condition: str
    note: str


@dataclass(frozen=True, eq=False)
class Comparison:
    """One field: when it is missing, and its outcomes in the order in which they are asked."""

    field: str
    missing: str
    outcomes: tuple[Outcome, ...]
    alike: str | None = None
    """What a reader is told where both tell it in the same words."""

    def note(self, outcome: str) -> str:
        """What a reader is told of an outcome, with {places} for what the two tell."""
        return next(one.note for one in self.outcomes if one.name == outcome)

    def outcome(self, weight: float) -> str | None:
        """The outcome of this weight, None for no weight: Splink hands back weights, and each outcome of a field has its own."""
        return self._by_weight.get(round(weight, DECIMALS)) if weight else None

    @cached_property
    def _by_weight(self) -> dict[float, str]:
        weighed = dict.fromkeys(outcome.name for outcome in self.outcomes if bits(self.field, outcome.name))
        found = {bits(self.field, outcome): outcome for outcome in weighed}
        if len(found) < len(weighed):
            raise TableError(f"tables/weights.tsv: two outcomes of {self.field} have one weight; set them a hundredth of a bit apart")
        return found


@cache
def comparisons() -> tuple[Comparison, ...]:
    """The comparisons in the order in which a person reads of them, with their fragments filled in.

    Raises TableError where an outcome has no weight.
    """
    found = tomllib.loads(files("rashomon.link").joinpath("tables/comparisons.toml").read_text(encoding="utf-8"))
    fragments = {"slip": str(DAYS_THAT_ACCOUNTS_ERR), "month": str(DAYS_OF_A_MONTH), "year": str(DAYS_OF_A_YEAR)}
    for name, sql in found["fragments"].items():
        fragments[name] = sql.format(**fragments)
    read = tuple(
        Comparison(
            field=row["field"],
            missing=row["missing"].format(**fragments),
            outcomes=tuple(Outcome(name, sql.format(**fragments), note) for name, sql, note in row["outcomes"]),
            alike=row.get("alike"),
        )
        for row in found["comparison"]
    )
    named = {(one.field, outcome.name) for one in read for outcome in one.outcomes} | {(PRIOR, "")}
    if named != set(_weights()):
        odd = sorted(named.symmetric_difference(_weights()))
        raise TableError(f"tables/weights.tsv and tables/comparisons.toml differ in {odd}; each outcome needs one weight")
    return read


def bits(field: str, outcome: str = "") -> float:
    """What an outcome weighs; of PRIOR what any pair starts with."""
    return _weights()[(field, outcome)]


@cache
def pair_query() -> str:
    """SQL for DuckDB that compares all tellings in the table `told`: Splink's columns for the pairs that weigh at least a parameter."""
    weights = [f"mw_{one.field}" for one in comparisons()]
    total = " + ".join((f"{bits(PRIOR):e}", *weights))
    compared = ", ".join(f"{_weighing(one)} as {weight}" for one, weight in zip(comparisons(), weights, strict=True))
    return (
        "with l as (select columns('(.*)') as '\\1_l' from told), r as (select columns('(.*)') as '\\1_r' from told), "  # noqa: S608, our own tables
        f"compared as (select telling_l, telling_r, {compared} from l join r on telling_l < telling_r) "
        f"select *, {total} as match_weight from compared where match_weight >= ?"
    )


def _weighing(one: Comparison) -> str:
    told = " ".join(f"when {outcome.condition} then {bits(one.field, outcome.name):e}" for outcome in one.outcomes)
    return f"case when {one.missing} then 0e0 {told} end"


def settings(*, numbered: bool = False) -> SettingsCreator:
    """Splink's settings: one comparison a field with the table's conditions and weights.

    With `numbered` the number of each field's outcome is given back (`gamma_<field>`, the last outcome 0, missing -1) instead of
    its weight (`mw_<field>`). Which pairs are compared is told by `blocking.py`: Splink asks for a rule, but does not follow it where pairs
    are given.
    """
    import splink.comparison_level_library as levels
    from splink import SettingsCreator, block_on
    from splink.comparison_library import CustomComparison

    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="telling",
        probability_two_random_records_match=1 / (1 + 2 ** -bits(PRIOR)),
        blocking_rules_to_generate_predictions=[block_on("telling")],
        retain_intermediate_calculation_columns=not numbered,
        retain_matching_columns=numbered,
        comparisons=[
            CustomComparison(
                output_column_name=one.field,
                comparison_levels=[
                    levels.CustomLevel(one.missing, "missing").configure(is_null_level=True),
                    *(_level(levels.CustomLevel(outcome.condition, outcome.name), one, outcome) for outcome in one.outcomes[:-1]),
                    _level(levels.ElseLevel(), one, one.outcomes[-1]),
                ],
            )
            for one in comparisons()
        ],
    )


def _level(level: ComparisonLevelCreator, one: Comparison, outcome: Outcome) -> ComparisonLevelCreator:
    m, u = _probabilities(bits(one.field, outcome.name))
    return level.configure(m_probability=m, u_probability=u)


def _probabilities(weight: float) -> tuple[float, float]:
    """M and u whose ratio is the weight."""
    odds = 2.0**weight
    return (EVEN, EVEN / odds) if odds >= 1 else (EVEN * odds, EVEN)


@cache
def _weights() -> dict[tuple[str, str], float]:
    rows = load_table("rashomon.link", "tables/weights.tsv", ("field", "outcome", "bits", "origin"), key=("field", "outcome"))
    return {(row["field"], row["outcome"]): float(row["bits"]) for row in rows}
