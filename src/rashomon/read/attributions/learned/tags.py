"""Tags: the words of one attribution as beginnings, insides, ends and single words of its three parts (BIOES, Ratinov & Roth 2009)."""

from __future__ import annotations

PARTS = ("cue", "source", "content")
OUTSIDE = "O"
TAGS = (OUTSIDE, *(f"{place}-{part}" for part in PARTS for place in "BIES"))


def _follows(left: str, right: str) -> bool:
    """True when `right` may stand behind `left`: what is open goes on or ends, what is not open does not go on."""
    if left[0] in "BI":
        return right[0] in "IE" and left[1:] == right[1:]
    return right[0] in "OBS"


ALLOWED = tuple(tuple(_follows(left, right) for right in TAGS) for left in TAGS)
STARTS = tuple(tag[0] in "OBS" for tag in TAGS)
ENDS = tuple(tag[0] in "OES" for tag in TAGS)


def tagged(parts: dict[str, list[bool]]) -> list[int]:
    """The tags of a stretch of words, given for each part which words belong to it."""
    length = len(next(iter(parts.values())))
    tags = [0] * length
    for part, inside in parts.items():
        for place in range(length):
            if inside[place]:
                before = place > 0 and inside[place - 1]
                behind = place + 1 < length and inside[place + 1]
                letter = ("I" if behind else "E") if before else ("B" if behind else "S")
                tags[place] = TAGS.index(f"{letter}-{part}")
    return tags
