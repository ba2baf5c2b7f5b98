"""Who does what an infinitive or a gerund says, by the word it hangs on: what the table of control tells."""

from __future__ import annotations

from functools import cache

from rashomon.tables import cell_fault, choices, load_table

COLUMNS = ("lemma", "pos", "link", "doer")
SOMEBODY = "somebody"
"""In the table: the object, where it is people or somebody."""
PLACES = frozenset({"subj", "obj", SOMEBODY, "poss", "dative", "answer", "of", "to", "on", "upon", "for", "with", "at", "against"})


@cache
def places_of_doer(lemma: str, pos: str, link: str) -> tuple[str, ...]:
    """Where beside the word the doer stands, the first that is filled; empty where the table says nothing.

    `pos` is V or N, `link` how the infinitive or gerund hangs on the word: "inf" or a preposition.
    """
    return _control().get((lemma, pos, link)) or _control().get((lemma, pos, "*"), ())


def answers(lemma: str) -> bool:
    """True for a verb whose subject is who was accused or ordered, where an accusation or an order is its object."""
    return (lemma, "V", "answer") in _control()


def judges(lemma: str) -> bool:
    """True for a verb that only judges the plan or decision that is its object."""
    return (lemma, "V", "judge") in _control()


@cache
def _control() -> dict[tuple[str, str, str], tuple[str, ...]]:
    rows = load_table("rashomon.read.events", "tables/control.tsv", COLUMNS, key=("lemma", "pos", "link"), fault=control_fault)
    return {(row["lemma"], row["pos"], link): choices(row["doer"]) for row in rows for link in choices(row["link"])}


def control_fault(row: dict[str, str]) -> str | None:
    """What is wrong with a row of the table, with what may stand there; None for a good row."""
    return cell_fault([("pos", row["pos"], {"V", "N"}), *(("doer", place, PLACES) for place in choices(row["doer"]))])
