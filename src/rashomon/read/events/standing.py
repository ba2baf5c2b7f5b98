"""What words say of an act's coming about: a standing, how two are joined, and the table of cues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from rashomon.model import Certainty, Polarity, Stage
from rashomon.tables import cell_fault, choices, load_table

COLUMNS = ("cue", "link", "stage", "polarity", "certainty")
NOT_YET = frozenset({Stage.ATTEMPTED, Stage.PLANNED, Stage.THREATENED, Stage.DEMANDED, Stage.HYPOTHETICAL})
"""What is only to be foiled has not been foiled: "must stop the attacks", "nothing to prevent them"."""


@dataclass(frozen=True)
class Standing:
    """What is told of an act's coming about. `told` is false once something says it is not simply told as done."""

    stage: Stage | None = None
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    settled: bool = False


def joined(standing: Standing, row: Standing | None) -> Standing:
    """What the act stands at with a further word above it; a stage that is settled nearer to the act stays."""
    if row is None:
        return standing
    stage = standing.stage
    if stage is Stage.FOILED and row.stage is Stage.ATTEMPTED and row.polarity is Polarity.DENIED:
        # "failed to prevent it": it came about
        return Standing(certainty=standing.certainty, settled=True)
    if row.stage is Stage.ACCOMPLISHED:
        return replace(standing, settled=True)
    if row.stage is not None and (stage is None or (row.stage is Stage.FOILED and stage is not Stage.DEMANDED)):
        stage = row.stage
    if stage is Stage.PLANNED and row.stage in {Stage.RECURRING, Stage.HYPOTHETICAL, Stage.DEMANDED}:
        stage = row.stage
    if standing.stage is Stage.FOILED and row.stage in NOT_YET:
        stage = Stage.HYPOTHETICAL
    polarity = standing.polarity if row.polarity is Polarity.AFFIRMED else _flipped(standing.polarity)
    certainty = max(standing.certainty, row.certainty, key=list(Certainty).index)
    return Standing(stage=stage, polarity=polarity, certainty=certainty)


def _flipped(polarity: Polarity) -> Polarity:
    return Polarity.AFFIRMED if polarity is Polarity.DENIED else Polarity.DENIED


@cache
def cues() -> dict[tuple[str, str], Standing]:
    """The rows of the table, by cue and link."""
    found: dict[tuple[str, str], Standing] = {}
    for row in load_table("rashomon.read.events", "tables/stage_cues.tsv", COLUMNS, fault=cue_fault()):
        for link in choices(row["link"]):
            found[row["cue"], link] = Standing(
                stage=Stage(row["stage"]) if row["stage"] else None,
                polarity=Polarity(row["polarity"] or Polarity.AFFIRMED),
                certainty=Certainty(row["certainty"] or Certainty.CERTAIN),
            )
    return found


def cue_fault() -> Callable[[dict[str, str]], str | None]:
    """What is wrong with a row of the table: a word that may not stand there, or a cue and link that an earlier row has."""
    allowed: dict[str, list[str]] = {"stage": [*Stage, ""], "polarity": [*Polarity, ""], "certainty": [*Certainty, ""]}
    seen: set[tuple[str, str]] = set()

    def fault(row: dict[str, str]) -> str | None:
        wrong = cell_fault((column, row[column], words) for column, words in allowed.items())
        if wrong is not None:
            return wrong
        twice = next((link for link in choices(row["link"]) if (row["cue"], link) in seen), None)
        seen.update((row["cue"], link) for link in choices(row["link"]))
        return f"{row['cue']} with {twice} stands twice; keep one of the two" if twice is not None else None

    return fault
