"""Which ingester reads which bytes.

Text and HTML are built in and told apart by what the bytes hold, not by the ending alone: pages are saved as .txt and
texts as .html. A package that reads another format registers a function `(raw, origin) -> Article` in the entry point
group `rashomon.ingesters` under the format's file ending ("docx"). Entry points are looked up only when a folder is
listed or a file has an ending of its own, because the look-up takes as long as reading an article.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from rashomon.errors import BinaryInput, UnsupportedInput
from rashomon.ingest.html import ingest_html
from rashomon.ingest.text import ingest_text
from rashomon.model import Article
from rashomon.tables import load_table

Ingester = Callable[[bytes, str], Article]

GROUP = "rashomon.ingesters"
TEXT_ENDINGS = (".txt", ".text", ".md")
HTML_ENDINGS = (".html", ".htm", ".xhtml")

SNIFFED = 4096
"""How many bytes from the start are looked at to tell what they are."""

PAGE_START = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
DATA_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\b|<(?:rss|feed|rdf:RDF|nitf|TEI)\b|\{\s*\"|\[\s*[{\"])", re.IGNORECASE)
MARKUP = re.compile(rb"<(p|div|article|section|main|span|a|h[1-6]|meta|title|br)\b[^<>]*>", re.IGNORECASE)


def choose_ingester(raw: bytes, origin: str, ending: str) -> Ingester:
    """The function that reads these bytes.

    Raises BinaryInput when they are of a format that is not text, named by its signature, and UnsupportedInput for XML or JSON.
    """
    built_in = ending in {"", *TEXT_ENDINGS, *HTML_ENDINGS}
    if not built_in and (added := added_formats().get(ending)):
        ingester: Ingester = added.load()
        return ingester
    refuse_binary(raw, origin)
    if _is_page(raw, ending):
        return ingest_html
    if DATA_START.match(raw):
        raise UnsupportedInput(
            origin, "this is data (XML or JSON), not an article", "save each article in it as text or HTML and pass that"
        )
    return ingest_text


@cache
def readable_endings() -> tuple[str, ...]:
    """The file endings that are read when they are found in a folder, those of registered formats included."""
    return (*TEXT_ENDINGS, *HTML_ENDINGS, *sorted(added_formats()))


@cache
def added_formats() -> dict[str, EntryPoint]:
    """The formats that other packages registered, by file ending; the built-in ones cannot be replaced."""
    found = {f".{point.name.lower()}": point for point in entry_points(group=GROUP) if point.name not in {"text", "html"}}
    return {ending: point for ending, point in found.items() if ending not in {*TEXT_ENDINGS, *HTML_ENDINGS}}


def refuse_binary(raw: bytes, origin: str) -> None:
    """Raises BinaryInput when the bytes start as a known format does that is not text."""
    for prefix, name, remedy in _signatures():
        if raw.startswith(prefix):
            raise BinaryInput(origin, f"this is {name}, not text", remedy)


def _is_page(raw: bytes, ending: str) -> bool:
    # Taking out NUL bytes makes the ASCII of UTF-16 readable here.
    start = raw[:SNIFFED].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    if PAGE_START.match(start):
        return True
    return ending in HTML_ENDINGS and MARKUP.search(raw.replace(b"\0", b"")) is not None


@cache
def _signatures() -> tuple[tuple[bytes, str, str], ...]:
    rows = load_table("rashomon.ingest", "tables/signatures.tsv", ("hex", "name", "remedy"), key=("hex",))
    return tuple((bytes.fromhex(row["hex"]), row["name"], row["remedy"]) for row in rows)
