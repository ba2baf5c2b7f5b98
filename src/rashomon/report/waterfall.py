"""The waterfall of an incident's links as a picture of its own: one SVG file, or that picture on a page."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

import msgspec

from rashomon.report.html import templates
from rashomon.report.shapes import signed
from rashomon.view.waterfall import Step, Telling, Waterfall

WIDTH = 860
"""The picture's width in SVG units; it scales to the room it is given."""
LABELS, BARS, NUMBERS, NOTES = 20, 190, 500, 520
"""Where the columns begin; numbers end there."""
LINE = 17
"""Height of a line of words."""
LETTERS = {"title": 88, "telling": 118, "label": 25, "note": 50}
"""How many letters fit into one line of each, at the width that a usual sans has."""


class _Row(msgspec.Struct, frozen=True):
    step: Step
    top: int
    bar: float
    width: float
    label: tuple[str, ...]
    number: str
    note: tuple[str, ...]
    middle: int


class _Panel(msgspec.Struct, frozen=True):
    top: int
    bottom: int
    heading: tuple[str, ...]
    zero: float
    rows: tuple[_Row, ...]


def render_waterfall(title: str, links: Sequence[Waterfall], *, hidden: int = 0, page: bool = False) -> str:
    """The links as SVG that needs nothing else, for light and dark; with `page`, as HTML that holds it.

    `title` says which incident; `hidden` is how many further links are left out, and told. The same input gives the same bytes.
    """
    heading = () if page else tuple(wrap(f"Why one incident? {title}", LETTERS["title"]))
    top = 30 + (LINE + 3) * len(heading)
    panels = []
    for link in links:
        panel = _panel(link, top)
        panels.append(panel)
        top = panel.bottom + 2 * LINE
    return (
        templates()
        .get_template("waterfall_page.html.j2" if page else "waterfall.svg.j2")
        .render(
            title=f"Why one incident? {title}",
            heading=heading,
            told=_told(links),
            panels=panels,
            hidden=hidden,
            width=WIDTH,
            height=top + LINE,
            left=LABELS,
            numbers=NUMBERS,
            notes=NOTES,
            line=LINE,
        )
    )


def _panel(link: Waterfall, top: int) -> _Panel:
    heading = tuple(line for one in link.tellings for line in wrap(_telling(one), LETTERS["telling"]))
    rows = []
    place = top + (len(heading) - 1) * LINE + 10
    for fall in link.falls:
        label, note = tuple(wrap(fall.label, LETTERS["label"])), tuple(wrap(fall.note, LETTERS["note"]))
        height = LINE * max(len(label), len(note), 1) + 6
        rows.append(
            _Row(
                step=fall.step,
                top=place,
                bar=_place(fall.left),
                width=max(round(_place(fall.right) - _place(fall.left), 1), 1.5),
                label=label,
                number=signed(fall.weight),
                note=note,
                middle=place + height // 2,
            )
        )
        place += height
    return _Panel(top=top, bottom=place, heading=heading, zero=_place(link.zero), rows=tuple(rows))


def _place(share: float) -> float:
    """Where a place from 0 to 1 lies between the labels and the numbers."""
    return round(BARS + share * (NUMBERS - 60 - BARS), 1)


def _telling(one: Telling) -> str:
    return f"{one.teller.siglum} {one.teller.source}: {one.words}"


def _told(links: Sequence[Waterfall]) -> str:
    """The picture in words, for whoever does not see it."""
    return " ".join(f"{_telling(link.tellings[0])} and {_telling(link.tellings[1])}, in bits: {link.in_words}." for link in links)
