"""Files, folders and standard input."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from rashomon.ingest import formats, ingest
from rashomon.model import Article, Block, BlockKind, Span

TEXT = "The council of Port Selm put off its vote on the bridge on Monday, after members said that the costs had been hidden from them."


def numbered(number: int) -> bytes:
    return f"{TEXT} This was vote number {number}.".encode()


def test_folders_are_read_in_order_and_other_files_passed_over(tmp_path: Path) -> None:
    names = ["b.txt", "a.md", "deep/er/c.TXT", "deep/d.text", "e.html", "f.htm", "g.xhtml"]
    others = ["h.jpg", "notes.csv", "README", ".hidden.txt", ".git/i.txt", "j.txt/"]
    for number, name in enumerate([*names, *others]):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir()
        else:
            path.write_bytes(numbered(number))
    found = [str(Path(article.origin).relative_to(tmp_path)) for article in ingest([str(tmp_path)])]
    assert found == ["a.md", "b.txt", "deep/d.text", "deep/er/c.TXT", "e.html", "f.htm", "g.xhtml"]


def test_inputs_keep_their_order_and_their_bytes(tmp_path: Path) -> None:
    for number, name in enumerate(["b.txt", "a.txt"]):
        (tmp_path / name).write_bytes(numbered(number))
    articles = list(ingest([str(tmp_path / "b.txt"), str(tmp_path / "a.txt")]))
    assert [article.raw for article in articles if isinstance(article, Article)] == [numbered(0), numbered(1)]
    assert [article.id for article in articles if isinstance(article, Article)] == [
        hashlib.sha256(numbered(number)).hexdigest()[:16] for number in (0, 1)
    ]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(numbered(1))))
    (article,) = ingest(["-"])
    assert isinstance(article, Article)
    assert article.origin == "standard input"
    assert article.raw == numbered(1)


def test_a_file_with_another_ending_is_read_when_it_is_text(tmp_path: Path) -> None:
    (tmp_path / "article.asc").write_bytes(numbered(1))
    (article,) = ingest([str(tmp_path / "article.asc")])
    assert isinstance(article, Article)


def test_a_registered_format_is_used_by_its_ending(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ingest_shouted(raw: bytes, origin: str) -> Article:
        text = raw.decode().lower()
        return Article(id="x", origin=origin, text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),), raw=raw)

    point = SimpleNamespace(name="shouted", load=lambda: ingest_shouted)
    monkeypatch.setattr(formats, "entry_points", lambda group: [point])
    formats.added_formats.cache_clear()
    formats.readable_endings.cache_clear()
    (tmp_path / "article.shouted").write_bytes(numbered(1).upper())
    (article,) = ingest([str(tmp_path)])
    formats.added_formats.cache_clear()
    formats.readable_endings.cache_clear()
    assert isinstance(article, Article)
    assert article.text == numbered(1).decode().lower()


def test_plain_text_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from rashomon.ingest import ingest; list(ingest([sys.argv[1]]));"
        "print([name for name in ('lxml', 'trafilatura', 'htmldate', 'charset_normalizer', 'py3langid') if name in sys.modules])"
    )
    (tmp_path / "article.txt").write_bytes(numbered(1))
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
