"""The page `docs/modules.md`: what each folder and module is for, in the words of its own docstring."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FLOW = ("model", "ingest", "parse", "encode", "read", "link", "compare", "case", "view", "report", "cli")
"""The folders of the package in the order in which data goes through them."""
HEAD = """# The map of the modules

Made from the modules' docstrings by `make pages`. Data flows in the order of the folders; imports point only
back along that line (`make check` enforces it).

    bytes --ingest--> Article --parse--> Doc --read--> Record --link--> Incident, Actor --compare--> Contrast --view--> report
                                                          `------------ case (one SQLite file) ------------'
"""


def module_map() -> str:
    """The page as Markdown."""
    package = ROOT / "src" / "rashomon"
    lines = [HEAD, "## rashomon", "", *_table(package)]
    for name in FLOW:
        lines += ["", f"## {name}/", "", *_folder(package / name)]
    lines += ["", "## bench/", "", *_folder(ROOT / "bench")]
    return "\n".join(lines) + "\n"


def _folder(folder: Path) -> Iterator[str]:
    yield _summary(folder / "__init__.py")
    yield ""
    yield from _table(folder)
    for inner in sorted(path.parent for path in folder.glob("*/__init__.py")):
        yield from ("", f"### {inner.relative_to(folder.parent)}/", "")
        yield from _folder(inner)


def _table(folder: Path) -> Iterator[str]:
    modules = sorted(path for path in folder.glob("*.py") if path.name not in {"__init__.py", "__main__.py"})
    if modules:
        yield from ("| module | what it is |", "|---|---|")
        yield from (f"| `{path.stem}` | {_summary(path)} |" for path in modules)


def _summary(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(docstring.partition("\n\n")[0].split()).replace("|", "\\|")
