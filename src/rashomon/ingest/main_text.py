"""Which passages of a page are the article: trafilatura's judgement, with the page's own prose never lost to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.ingest.page import Passage
from rashomon.model import BlockKind

MIN_PROSE_WORDS = 10
MAX_LINKED = 0.5
"""A passage with a larger share of its characters in links is a list of links."""
MIN_FOUND = 25
"""A passage of fewer letters is found only as a line of its own: short words stand by chance inside longer lines."""

MAX_HEAD = 4
"""How many passages above the first paragraph may be title, byline and the like, in a page without a first-level heading."""

LETTERS = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*$", re.MULTILINE)


def find_article(source: str, passages: Sequence[Passage]) -> tuple[bool, ...]:
    """For each passage whether it is of the article: its title, headings, captions and paragraphs.

    Trafilatura (Barbaresi 2021) finds where the article is; between its first and last passage, prose that it left out counts as
    the article's all the same, and so does what stands between the title and the first paragraph. All false when there is none.
    """
    found = _found_by_trafilatura(source, passages)
    certain = [n for n, passage in enumerate(passages) if _is_prose(passage) and (found[n] or not any(found))]
    if not certain:
        return tuple(False for _ in passages)
    head, last = _head_of_article(passages, certain[0]), _end_of_prose(passages, certain[-1])
    return tuple(
        head <= n <= last and (found[n] or (not p.aside and (n < certain[0] or p.linked <= MAX_LINKED or p.kind is BlockKind.HEADING)))
        for n, p in enumerate(passages)
    )


def _found_by_trafilatura(source: str, passages: Sequence[Passage]) -> list[bool]:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    document = bare_extraction(source, include_comments=False, date_extraction_params={"max_date": "2099-12-31", "extensive_search": False})
    text = (document.text or "") if isinstance(document, Document) else ""
    lines = {_letters(line) for line in text.splitlines()}
    whole = _letters(text)
    return [letters in lines or (len(letters) >= MIN_FOUND and letters in whole) for letters in (_letters(p.words) for p in passages)]


def _letters(words: str) -> str:
    return "".join(LETTERS.findall(words.lower()))


def _is_prose(passage: Passage, *, ended: bool = True) -> bool:
    """True for a paragraph of some length that ends a sentence; with `ended` false it need not."""
    plain = passage.kind is BlockKind.PARAGRAPH and not passage.aside and passage.linked <= MAX_LINKED
    return plain and len(passage.words.split()) >= MIN_PROSE_WORDS and (not ended or SENTENCE_END.search(passage.words) is not None)


def _end_of_prose(passages: Sequence[Passage], last: int) -> int:
    """The last passage of the prose that goes on, asides apart, behind what was found: an author box, a disclaimer, a sentence cut off."""
    for number in range(last + 1, len(passages)):
        passage = passages[number]
        is_cut_off = number == len(passages) - 1 and _is_prose(passage, ended=False)
        if _is_prose(passage) or is_cut_off:
            last = number
        elif not passage.aside:
            break
    return last


def _head_of_article(passages: Sequence[Passage], first: int) -> int:
    """The nearest first-level heading above the first paragraph, or, without one, the first of the few passages right above it."""
    titles = [n for n in range(first) if passages[n].is_title and not passages[n].aside]
    if titles:
        return titles[-1]
    head = first
    while head > max(0, first - MAX_HEAD) and not passages[head - 1].aside and passages[head - 1].linked <= MAX_LINKED:
        head -= 1
    return head
