"""Bytes to text, or a clear refusal: never a guess that would put wrong characters into an article."""

from __future__ import annotations

import codecs
import re

from rashomon.errors import BinaryInput, EmptyInput, TooLongInput, UndecodableInput

MAX_CHARACTERS = 500_000
"""More than any article has (it is a book of 250 pages), and little enough for the parser's memory."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks (Unicode Standard, section 23.8); UTF-32 before UTF-16, whose mark it starts with."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MAX_CONTROL_SHARE = 0.01
"""Text holds hardly any control characters; other data holds many."""

UTF16_ZERO_SHARE = 0.4
"""In UTF-16 nearly every second byte of English text is zero, all of them at even or all at odd places."""


def decode(raw: bytes, origin: str, declared: str | None = None) -> str:
    """The text that the bytes stand for, a byte order mark left out.

    Tried in this order: the byte order mark, UTF-8, the encoding the page declares, UTF-16 without a mark, Windows-1252 (which
    stands for ISO 8859-1 too, as in the WHATWG Encoding Standard) when the outcome reads like clean text.
    Raises EmptyInput, BinaryInput or UndecodableInput.
    """
    if not raw.strip(b" \t\r\n\0"):
        raise EmptyInput(origin, "there is no text in it", "check that the file was saved whole")
    text = _from_mark(raw, origin)
    if text is None:
        text = _from_utf8(raw) or _from_declared(raw, declared) or _from_bare_utf16(raw)
    if text is None and b"\0" not in raw:
        text = _from_windows(raw)
    if text is None and b"\0" not in raw:
        raise UndecodableInput(origin, f"its encoding cannot be told ({_first_fault(raw)})", "save it as UTF-8 and pass it again")
    if text is None or len(CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise BinaryInput(origin, "this is binary data, not text", "pass the article as a text or HTML file")
    return text


def check_length(text: str, origin: str) -> None:
    """Raises EmptyInput for white space alone and TooLongInput for more than MAX_CHARACTERS."""
    if not text.strip():
        raise EmptyInput(origin, "there is no text in it", "check that the file was saved whole")
    if len(text) > MAX_CHARACTERS:
        raise TooLongInput(
            origin,
            f"its text has {len(text):,} characters, and one article may have {MAX_CHARACTERS:,}",
            "split it into its articles, one file each",
        )


def _from_mark(raw: bytes, origin: str) -> str | None:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError as error:
                wrong = f"it is marked as {encoding.removesuffix('-sig').upper()} but is not (byte {error.start})"
                raise UndecodableInput(origin, wrong, "save it as UTF-8 and pass it again") from error
    return None


def _from_utf8(raw: bytes) -> str | None:
    return None if _looks_utf16(raw) else _try(raw, "utf-8")


def _from_declared(raw: bytes, declared: str | None) -> str | None:
    if declared is None or b"\0" in raw:
        return None
    label = declared.strip().lower()
    return _try(raw, "cp1252" if label in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"} else label)


def _from_bare_utf16(raw: bytes) -> str | None:
    if not _looks_utf16(raw):
        return None
    return _try(raw, "utf-16-le" if raw[1::2].count(0) > raw[0::2].count(0) else "utf-16-be")


def _looks_utf16(raw: bytes) -> bool:
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    return max(even, odd) > UTF16_ZERO_SHARE * len(raw) and min(even, odd) <= 0.01 * len(raw)


def _from_windows(raw: bytes) -> str | None:
    """The bytes as Windows-1252, when charset-normalizer finds the outcome clean enough to be a language."""
    import charset_normalizer

    match = charset_normalizer.from_bytes(raw, cp_isolation=["cp1252"], enable_fallback=False).best()
    return None if match is None else str(match)


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _first_fault(raw: bytes) -> str:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"byte {error.start} is no UTF-8"
    return "it decodes as UTF-8 but not to text"
