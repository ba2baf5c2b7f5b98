"""Chains: the reports that stand inside what another report tells, so that A says that B said C."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.read.attributions.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, eq=False)
class _Layer:
    """One outer report with the places of the tokens of its content."""

    report: Report
    places: frozenset[int]


def inner_reports(reports_by_rules: Iterable[Report], outer_reports: Iterable[Report]) -> list[Report]:
    """The reports of the rules that stand inside the content of an outer report, trimmed to that content, in text order.

    `outer_reports` may come from any reader; they are not returned. A report is inside when its head word is, and is
    trimmed to the shortest content that holds it. One that shares a word of its cue with an outer report doubles that
    report and is left out; so is one that has no word left to report, or whose source is found outside: only the outer
    source itself may go on as the source of what it tells of itself ("denied having said that ...").
    """
    outer = list(outer_reports)
    cues = {token.i for report in outer for token in report.cue} | {report.head.i for report in outer}
    holding = _layers_by_place(outer)
    found = []
    for report in reports_by_rules:
        layer = holding.get(report.head.i)
        if layer is None or any(token.i in cues for token in report.cue):
            continue
        inner = _within(report, layer)
        if inner is not None:
            found.append(inner)
    return sorted(found, key=lambda report: (report.cue[0].i, report.head.i))


def _layers_by_place(outer: Iterable[Report]) -> dict[int, _Layer]:
    """For each token inside a content, the outer report with the shortest content that holds it."""
    layers = [_Layer(report, frozenset(token.i for token in report.content)) for report in outer]
    holding: dict[int, _Layer] = {}
    for layer in sorted(layers, key=lambda layer: len(layer.places), reverse=True):
        holding.update(dict.fromkeys(sorted(layer.places), layer))
    return holding


def _within(report: Report, layer: _Layer) -> Report | None:
    content = _inside(report.content, layer)
    if not any(token.is_alpha or token.like_num for token in content):
        return None
    source = report.source
    outer = layer.report
    if source is not None and source.i not in layer.places and source != outer.source and source not in outer.source_words:
        return None
    addressee = report.addressee if report.addressee is not None and report.addressee.i in layer.places else None
    return replace(report, cue=_inside(report.cue, layer), content=content, addressee=addressee, inset=_inside(report.inset, layer))


def _inside(tokens: Iterable[Token], layer: _Layer) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token.i in layer.places)
