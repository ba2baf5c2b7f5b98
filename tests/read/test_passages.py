"""Invented passages with every attribution that a careful reader marks in them: `passages/*.toml`, one file an area.

A passage is read as a whole article, through `read_article`. A line stands for a paragraph; empty lines are no more
than layout. Its keys:

    text            the passage
    title = true    its first line is the title
    heading = 2     this line is a heading, and so is every other one in a list ([2, 5])
    author = "..."  who signed the article
    others = true   attributions that are not listed may be read too
    not_cues        words that must not be read as a cue

and for each `[[passage.attribution]]`, in text order: `source`, `cue` and `content` as they stand in the text, pieces
parted by " ... " ("" for a source without words), and what else is to be checked of it: `kind`, `name`, `type`,
`manner`, `commitment`, `certainty`, `polarity`, `addressee` (its words; "" for none), `parent` (the cue of the
attribution it stands in; "" for none).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from passages_reading import article_of, place, rows_of, wording

from rashomon.model import Attribution
from rashomon.read import Reader, read_article

PASSAGES = Path(__file__).with_name("passages")
LEAST = 150
WORDS = ("source", "cue", "content", "addressee")
"""What is compared as words of the text; everything else as it is."""
CHECKED = ("source", "kind", "name", "cue", "type", "content", "manner", "commitment", "certainty", "polarity", "addressee", "parent")
PASSAGE_KEYS = {"text", "title", "heading", "author", "others", "not_cues", "attribution"}

Told = dict[str, str]
"""One attribution, each of its parts as text."""


def expected(row: dict[str, Any]) -> list[Told]:
    text = row["text"].strip()
    return [
        {key: wording(text, place(text, value) or ()) if key in (*WORDS, "parent") else value for key, value in told.items()}
        for told in row.get("attribution", ())
    ]


def read(row: dict[str, Any]) -> list[Told]:
    given = article_of(row)
    found = read_article(given, Reader.RULES).attributions
    cues = {attribution.id: wording(given.text, attribution.cue.spans) for attribution in found}
    return [told(given.text, attribution, cues) for attribution in found]


def told(text: str, found: Attribution, cues: dict[str, str]) -> Told:
    return {
        "source": wording(text, found.source.spans),
        "kind": found.source.kind.value,
        "name": found.source.name or "",
        "cue": wording(text, found.cue.spans),
        "type": found.cue.type.value,
        "content": wording(text, found.content.spans),
        "manner": found.manner.value,
        "commitment": found.cue.commitment.value,
        "certainty": found.certainty.value,
        "polarity": found.polarity.value,
        "addressee": wording(text, found.addressee.spans) if found.addressee is not None else "",
        "parent": cues[found.parent] if found.parent is not None else "",
    }


def pairs(wanted: list[Told], found: list[Told]) -> list[tuple[Told | None, Told | None]]:
    """Each expected attribution with the one read that is most like it, the best matches first; then what is left over."""
    ranked = sorted(
        ((likeness(want, have), -i, -j) for i, want in enumerate(wanted) for j, have in enumerate(found)),
        reverse=True,
    )
    partner: dict[int, int] = {}
    for score, i, j in ranked:
        if score and -i not in partner and -j not in partner.values():
            partner[-i] = -j
    matched = [(want, found[partner[i]] if i in partner else None) for i, want in enumerate(wanted)]
    return [*matched, *((None, have) for j, have in enumerate(found) if j not in partner.values())]


def likeness(want: Told, have: Told) -> tuple[int, int, int] | tuple[()]:
    """How much two attributions have in common; empty where neither cue nor content is the same in part."""
    shared = [len(set(want[key].lower().split()) & set(have[key].lower().split())) for key in ("cue", "content", "source")]
    same = sum(want[key] == have[key] for key in ("cue", "content", "source"))
    return (same, shared[0], shared[1]) if shared[0] or shared[1] else ()


def differences(row: dict[str, Any]) -> list[str]:
    """What was read otherwise than the passage says, one line a difference."""
    lines: list[str] = []
    found = read(row)
    for want, have in pairs(expected(row), found):
        if have is None:
            lines.append(f"NOT READ      {brief(want or {})}")
        elif want is None:
            if not row.get("others"):
                lines.append(f"NOT EXPECTED  {brief(have)}")
        elif wrong := [key for key in CHECKED if key in want and want[key] != have[key]]:
            lines.append(f"READ OTHERWISE  {brief(want)}")
            lines.extend(f"    {key:10}  expected {want[key]!r}\n    {'':10}  read     {have[key]!r}" for key in wrong)
    for word in row.get("not_cues", ()):
        lines.extend(f"NO CUE        {brief(have)}" for have in found if place(have["cue"], word))
    return lines


def brief(attribution: Told) -> str:
    return " | ".join(attribution[key] or "-" for key in ("source", "cue", "content"))


@pytest.mark.parametrize("row", list(rows_of(PASSAGES)))
def test_passage_is_read_as_by_a_careful_reader(row: dict[str, Any]) -> None:
    wrong = differences(row)
    if wrong:
        pytest.fail("\n".join(["", row["text"].strip(), "", *wrong]), pytrace=False)


@pytest.mark.parametrize("row", list(rows_of(PASSAGES)))
def test_what_is_expected_stands_in_the_passage(row: dict[str, Any]) -> None:
    text = row["text"].strip()
    assert not set(row) - PASSAGE_KEYS
    for attribution in row.get("attribution", ()):
        assert {"source", "cue", "content"} <= set(attribution) <= set(CHECKED)
        assert attribution["cue"]
        assert attribution["content"]
        missing = [words for key in (*WORDS, "parent") if (words := attribution.get(key)) and place(text, words) is None]
        assert not missing
        assert not (parent := attribution.get("parent")) or parent in [other["cue"] for other in row["attribution"]]
    assert not [words for words in row.get("not_cues", ()) if place(text, words) is None]


def test_there_are_enough_passages() -> None:
    assert len(list(rows_of(PASSAGES))) >= LEAST
