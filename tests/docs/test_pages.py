"""The pages: links lead somewhere, commands exist, and nothing names a registry's host or a path of one machine."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from rashomon.cli import main

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = {".git", ".venv", ".hypothesis", "__pycache__", "build", "dist", "out"}
BINARY = {".png", ".jpg", ".onnx", ".gz", ".pyc", ".rashomon", ".ico", ".woff2"}

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:    |\t)?\$ (rashomon .*(?:\\\n.*)*)", re.MULTILINE)
REGISTRY = re.compile(r"https?://(?:[\w.-]*\.)?(?:py" + r"pi\.|files\.python" + r"hosted|npm" + r"js\.|conda\.|index\.)")
MACHINE_PATH = re.compile(r"(?<![\w.~/:-])/(?:ro" + r"ot|ho" + r"me|Us" + r"ers|wo" + r"rk|t" + r"mp)/\w")


def files() -> Iterator[Path]:
    """The files of the repository: those git tracks or would track; all files where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    names = listed.stdout.splitlines() if listed.returncode == 0 else [str(path.relative_to(ROOT)) for path in ROOT.rglob("*")]
    for name in names:
        path = ROOT / name
        if path.is_file() and not SKIPPED & set(Path(name).parts) and path.suffix not in BINARY:
            yield path


PAGES = [path for path in files() if path.suffix == ".md"]
COMMANDS = [(path, command) for path in PAGES for command in COMMAND.findall(path.read_text(encoding="utf-8"))]


def name(path: object) -> str:
    return str(path.relative_to(ROOT)) if isinstance(path, Path) else str(path)[:50]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page):
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = [target.partition("#")[0] for target in LINK.findall(text) if not re.match(r"[a-z]+:", target)]
    assert [target for target in targets if target and not (page.parent / target).exists()] == []


@pytest.mark.parametrize(("page", "command"), COMMANDS, ids=name)
def test_commands_on_the_pages_exist(page, command):
    verb, *words = words_of(command)
    assert verb in main.commands, f"{name(page)}: there is no `rashomon {verb}`"
    known = {option for parameter in main.commands[verb].params for option in parameter.opts + parameter.secondary_opts} | {"-h", "--help"}
    assert [word for word in words if re.match(r"--?[a-z]", word) and word.partition("=")[0] not in known] == []


def words_of(command: str) -> list[str]:
    """The words of `rashomon ...` up to a pipe, a redirection or a comment."""
    lexer = shlex.shlex(command.replace("\\\n", " "), posix=True, punctuation_chars="|><&;")
    lexer.whitespace_split = True
    found: list[str] = []
    for word in lexer:
        if set(word) <= set("|><&;"):
            break
        found.append(word)
    return found[1:]


def test_some_command_is_shown():
    assert COMMANDS


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_command_and_option_has_help_and_is_told_of(verb):
    command = main.commands[verb]
    assert command.help
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []
    assert any(f"rashomon {verb}" in page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE_PATH], ids=["registry hosts", "paths of one machine"])
def test_nowhere_in_the_repository_stand(pattern):
    found = [
        f"{name(path)}: {match.group()}"
        for path in files()
        for match in [pattern.search(path.read_text(encoding="utf-8", errors="replace"))]
        if match
    ]
    assert found == []


@pytest.mark.parametrize("corpus", sorted((ROOT / "docs" / "corpora").glob("*.md")), ids=name)
def test_every_corpus_page_says_what_it_is_and_its_terms(corpus):
    text = corpus.read_text(encoding="utf-8")
    if corpus.name not in {"README.md", "others.md"}:
        assert [part for part in ("What", "Where", "Terms", "Halves", "How") if f"**{part}" not in text] == []
    assert corpus.name == "README.md" or f"({corpus.name})" in (corpus.parent / "README.md").read_text(encoding="utf-8")
