"""The kinds of error with their counts, on a terminal and as the page `docs/attribution-errors.md`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table

from bench.errors.kinds import Direction, Error, Kind, Part, load_kinds
from bench.scoring.figures import share

MOST_FREQUENT = 20
LABELS: Mapping[tuple[Part, Direction], str] = {
    (Part.RELATION, Direction.MISSED): "attribution missed",
    (Part.RELATION, Direction.ADDED): "attribution added",
    **{
        (part, direction): f"{part} {verb}"
        for part in (Part.SOURCE, Part.CUE, Part.CONTENT)
        for direction, verb in ((Direction.MISSED, "lacks"), (Direction.ADDED, "has too much"), (Direction.CHANGED, "differs"))
    },
}
HEAD = """# What fails in attribution

Made by `python -m bench errors`; figures and kinds are the command's, and no text of a corpus stands here. All examples are invented.

Measured {date}, version {version}, on `{corpus}`: {documents:,} documents with {gold:,} attributions.

Gold and predicted attributions are joined by their cues, or else by half of their contents. One that stays alone is an error, *missed* or
*added*; in those that are joined every run of words that only one side has is one, so that a span cut wrong at both ends counts twice and
a border drawn elsewhere counts in both spans that meet there. White space, quotation marks, punctuation at the edges and a leading
"that" do not count, as in the score. The kind of an error is decided by tests on spans, words and the parse, tried in the order of the
last table; the first that fits wins. The parse is a machine's, so that now and then a noun is taken for a verb.
"""

Counts = Mapping[tuple[Kind, Direction], int]


@dataclass(frozen=True)
class Findings:
    """The errors of one reader, by the name of its file of predictions."""

    reader: str
    errors: Sequence[Error]

    @property
    def counts(self) -> Counts:
        """How often each kind occurs in each direction; the most frequent first, those equally frequent in the order of the table."""
        order = {kind: place for place, kind in enumerate(load_kinds().values())}
        counted = Counter((error.kind, error.direction) for error in self.errors)
        return dict(sorted(counted.items(), key=lambda item: (-item[1], order[item[0][0]], item[0][1])))


@dataclass(frozen=True)
class Measured:
    """What the errors were counted on, and when."""

    corpus: str
    documents: int
    gold: int
    date: str
    version: str


def table(findings: Findings, most: int | None = None) -> Table:
    """One row a kind and direction, the most frequent first; only the first `most` where a number is given."""
    shown = Table("count", "share", "error", box=None, pad_edge=False)
    for (kind, direction), count in list(findings.counts.items())[:most]:
        shown.add_row(str(count), _percent(count, len(findings.errors)), f"{LABELS[kind.part, direction]}: {kind.title}")
    return shown


def page(measured: Measured, all_findings: Sequence[Findings]) -> str:
    """The page as Markdown: the most frequent errors of each reader, then all kinds with what they mean."""
    head = HEAD.format(**vars(measured))
    blocks = [head, *("\n".join(_most_frequent(findings)) + "\n" for findings in all_findings), "\n".join(_all_kinds(all_findings)) + "\n"]
    return "\n".join(blocks)


def _most_frequent(findings: Findings) -> Iterator[str]:
    counts, total = findings.counts, len(findings.errors)
    yield f"## The {MOST_FREQUENT} most frequent errors: {findings.reader}"
    yield ""
    yield f"{total:,} errors. By part: {_by_part(findings)}."
    yield ""
    yield "|  | error | count | share | example |"
    yield "|---:|---|---:|---:|---|"
    for rank, ((kind, direction), count) in enumerate(list(counts.items())[:MOST_FREQUENT], start=1):
        yield f"| {rank} | {LABELS[kind.part, direction]}: {kind.title} | {count} | {_percent(count, total)} | {kind.example} |"
    rest = sum(list(counts.values())[MOST_FREQUENT:])
    yield f"|  | all others | {rest} | {_percent(rest, total)} |  |"


def _by_part(findings: Findings) -> str:
    counted = Counter((error.kind.part, error.direction) for error in findings.errors)
    return ", ".join(f"{label} {counted[key]}" for key, label in LABELS.items())


def _all_kinds(all_findings: Sequence[Findings]) -> Iterator[str]:
    yield "## All kinds"
    yield ""
    yield "For each reader: how often gold alone has the words / the reader alone has them / both have something else."
    for part in Part:
        yield from ("", f"### {'Whole attributions' if part is Part.RELATION else f'{part.capitalize()}s'}", "")
        readers = [findings.reader for findings in all_findings]
        yield f"| kind | what it is | example | {' | '.join(readers)} |"
        yield f"|---|---|---|{'---:|' * len(readers)}"
        for kind in load_kinds().values():
            if kind.part is part:
                cells = [_cell(findings, kind) for findings in all_findings]
                yield f"| {kind.title} | {kind.meaning} | {kind.example} | {' | '.join(cells)} |"


def _cell(findings: Findings, kind: Kind) -> str:
    directions = [direction for part, direction in LABELS if part is kind.part]
    return " / ".join(str(findings.counts.get((kind, direction), 0)) for direction in directions)


def _percent(count: int, total: int) -> str:
    return f"{100 * share(count, total):.1f} %"
