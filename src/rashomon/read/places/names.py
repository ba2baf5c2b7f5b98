"""Names of places as they are looked up."""

from __future__ import annotations

import re
import unicodedata

ACCENTS = re.compile(r"[\u0300-\u036f]+")
DROPPED = "'’‘`ʿʻʼ"
PARTING = "-./,"
SHORT = {"Saint": "St.", "Mount": "Mt.", "Fort": "Ft."}
PLAIN = str.maketrans({**dict.fromkeys(DROPPED), **dict.fromkeys(PARTING, " ")})


def fold(name: str) -> str:
    """A name without accents, case, apostrophes, hyphens and points, its words parted by one space."""
    if not name.isascii():
        name = ACCENTS.sub("", unicodedata.normalize("NFKD", name))
    return " ".join(name.translate(PLAIN).casefold().split())


def shortened(name: str) -> str:
    """The name with its first word as print shortens it ("St. Selm")."""
    first, parting, rest = name.partition(" ")
    return f"{SHORT.get(first, first)}{parting}{rest}"
