"""What cannot be read: each input is named with what is wrong and what to do, and never stops the others."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from rashomon import errors
from rashomon.ingest import ingest
from rashomon.model import Article

ENGLISH = (
    "The council of Port Selm put off its vote on the bridge on Monday, after members said that the costs had been hidden from them. "
    "The mayor’s office denied it – “there was nothing to hide”, it said, and the café in the town hall stayed open."
)
GERMAN = (
    "Der Rat der Stadt hat gestern beschlossen, dass die Brücke nicht gebaut wird. Die Kosten sind zu hoch, sagte der Minister am Montag."
)
RUSSIAN = "Совет города вчера решил, что мост не будет построен, потому что он стоит слишком дорого и никому не нужен."

BAD = [
    # name, bytes, error, what is said
    ("empty.txt", b"", errors.EmptyInput, "no text"),
    ("blank.txt", b" \n\t\r\n ", errors.EmptyInput, "no text"),
    ("blank16.txt", "\n \n".encode("utf-16"), errors.EmptyInput, "no text"),
    ("blank.html", b"\n\n", errors.EmptyInput, "no text"),
    ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", errors.BinaryInput, "PDF"),
    ("letter.txt", b"PK\x03\x04\x14\x00\x06\x00", errors.BinaryInput, "ZIP"),
    ("picture.html", b"\x89PNG\r\n\x1a\n\x00\x00", errors.BinaryInput, "PNG"),
    ("numbers.txt", bytes(range(256)) * 20, errors.BinaryInput, "binary"),
    ("control.txt", b"\x01\x02\x03 words \x04" * 50, errors.BinaryInput, "binary"),
    ("russian.txt", RUSSIAN.encode("koi8-r"), errors.UndecodableInput, "encoding"),
    ("broken8.txt", b"The minister said \x81\x8d\x8f\x90 on Monday.", errors.UndecodableInput, "UTF-8"),
    ("broken16.txt", b"\xff\xfeT\x00h\x00e", errors.UndecodableInput, "UTF-16"),
    ("long.txt", (ENGLISH + "\n").encode() * 22_000, errors.TooLongInput, "characters"),
    ("german.txt", GERMAN.encode(), errors.NotEnglishInput, "German"),
    ("german.html", f"<html><body><p>{GERMAN}</p><p>{GERMAN}</p></body></html>".encode(), errors.NotEnglishInput, "German"),
    ("russian8.txt", RUSSIAN.encode(), errors.NotEnglishInput, "Russian"),
    ("hollow.html", b"<html><head><title>The bridge</title></head><body></body></html>", errors.BrokenPage, "no article"),
    ("frame.html", b"<html><body><nav>Home News</nav><iframe src='a.html'></iframe></body></html>", errors.BrokenPage, "no article"),
    ("script.html", b"<!doctype html><div id=app></div><script>load('article about the bridge')</script>", errors.BrokenPage, "no article"),
    ("cut.html", b"<!doctype html><html><head><meta char", errors.BrokenPage, "no article"),
    ("feed.txt", b"<?xml version='1.0'?><rss><channel/></rss>", errors.UnsupportedInput, "XML"),
    ("data.txt", b'{"title": "The bridge", "text": "The council of Port Selm"}', errors.UnsupportedInput, "JSON"),
]


@pytest.mark.parametrize(("name", "raw", "kind", "said"), BAD, ids=[name for name, *_ in BAD])
def test_bad_files_are_named_with_cause_and_remedy(tmp_path: Path, name: str, raw: bytes, kind: type[errors.InputError], said: str) -> None:
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    failure, article = ingest([str(tmp_path / name), str(tmp_path / "good.txt")])
    assert type(failure) is kind
    assert str(failure).startswith(str(tmp_path / name))
    assert said in failure.wrong
    assert failure.remedy
    assert isinstance(article, Article)


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.docx.bak").write_bytes(b"x")
    names = [str(tmp_path / "nowhere.txt"), str(tmp_path), "https://varenia.example/bridge", ""]
    missing, folder, address, nameless = ingest(names)
    assert isinstance(missing, errors.MissingInput)
    assert isinstance(folder, errors.NoArticles)
    assert ".html" in str(folder)
    assert isinstance(address, errors.UnsupportedInput)
    assert "save the page" in str(address)
    assert isinstance(nameless, errors.MissingInput)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_that_can_be_told_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "article.txt").write_bytes(ENGLISH.encode(encoding))
    (article,) = ingest([str(tmp_path)])
    assert isinstance(article, Article)
    assert article.text == ENGLISH


def test_short_texts_and_names_are_not_refused_for_their_language(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Two held in Port Selm.", encoding="utf-8")
    (article,) = ingest([str(tmp_path / "short.txt")])
    assert isinstance(article, Article)


def test_the_same_bytes_are_read_once_and_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("a.txt", "copy.txt"):
        (tmp_path / name).write_text(ENGLISH, encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        found = list(ingest([str(tmp_path), str(tmp_path / "a.txt")]))
    assert [article.origin for article in found] == [str(tmp_path / "a.txt")]
    assert [record.getMessage() for record in caplog.records] == [
        f"{tmp_path / name}: the same bytes as {tmp_path / 'a.txt'}; read once" for name in ("copy.txt", "a.txt")
    ]
