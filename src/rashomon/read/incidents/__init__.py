"""Incidents in brief: who did the article's violent acts, to what and whom, with what, and how firmly each organisation is blamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import IncidentSummary, Record
from rashomon.parse import Doc
from rashomon.read.incidents.accusers import with_accusers
from rashomon.read.incidents.by_rules import summarise_by_rules

if TYPE_CHECKING:
    from rashomon.encode.encoder import Encoding


def read_incident_summary(doc: Doc, record: Record, encoding: Encoding | None = None) -> IncidentSummary:
    """The roles of the violent acts that the article tells, merged over its mentions; `record` is what else was read from it.

    Without an encoding they are the rules'; with one, a trained head weighs every noun phrase of the article, and what the rules
    find is part of what it weighs.
    """
    by_rules = summarise_by_rules(record)
    if encoding is None:
        return with_accusers(by_rules, record)
    from rashomon.read.incidents.learned import summarise

    return with_accusers(summarise(doc, record, by_rules, encoding), record)


__all__ = ["read_incident_summary"]
