"""What an actor is known by while an article is read."""

from __future__ import annotations

from typing import NamedTuple

Words = tuple[str, ...]


class Key(NamedTuple):
    """What one actor is known by inside an article.

    `sort` is "name" with the name's words in lower case, "state", "people" or "bloc" with its usual name, or a sort of
    common noun (see `tables/descriptions.tsv`) with what tells it apart.
    """

    sort: str
    words: Words
