"""The page `docs/reference.md`, from the docstrings and the help texts, so that it says what the code says."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

import click
import msgspec

from rashomon import model
from rashomon.api import compare, open_case, read
from rashomon.case import Case
from rashomon.cli import main as commands

FUNCTIONS: tuple[Callable[..., Any], ...] = (read, compare, open_case)
NOUNS = (
    "Article",
    "Record",
    "Attribution",
    "Source",
    "Actor",
    "Event",
    "Time",
    "Place",
    "Label",
    "IncidentSummary",
    "BlamedOrganisation",
    "Filler",
    "Incident",
    "Account",
    "Contrast",
    "Reason",
    "Link",
    "Silence",
    "Sourcing",
    "SourcingProfile",
    "VoiceShare",
    "WordingRate",
    "Wording",
    "Voice",
    "SpokenAbout",
    "Correction",
)


WIDTH = 100


def reference() -> str:
    """The page as Markdown."""
    return "\n".join([*_head(), *_commands(), *_functions(), *_nouns(), *_values()]) + "\n"


def _head() -> Iterator[str]:
    yield "# Reference"
    yield ""
    yield "Made from docstrings and help texts by `make pages`. What stands here is kept stable; the JSON Schemas are in [schema](schema)."


def _commands() -> Iterator[str]:
    yield from ("", "## Commands", "")
    context = click.Context(commands, info_name="rashomon", terminal_width=WIDTH, max_content_width=WIDTH)
    yield from _block(commands.get_help(context))
    for name, command in sorted(commands.commands.items()):
        yield from ("", f"### rashomon {name}", "")
        yield from _block(
            command.get_help(click.Context(command, parent=context, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH))
        )


def _block(text: str) -> Iterator[str]:
    yield "```text"
    yield from (line.rstrip() for line in text.splitlines())
    yield "```"


def _functions() -> Iterator[str]:
    yield from ("", "## Python")
    for function in FUNCTIONS:
        yield from _callable(f"rashomon.{function.__name__}", function)
    methods = [value for name, value in vars(Case).items() if not name.startswith("_") and inspect.isfunction(value)]
    for method in methods:
        yield from _callable(f"Case.{method.__name__}", method)


def _callable(name: str, function: Callable[..., Any]) -> Iterator[str]:
    yield from ("", f"### {name}", "", f"`{name}{inspect.signature(function)}`", "", inspect.cleandoc(function.__doc__ or ""))


def _nouns() -> Iterator[str]:
    yield from ("", "## Nouns")
    for name in NOUNS:
        noun = getattr(model, name)
        yield from ("", f"### {name}", "", inspect.cleandoc(noun.__doc__ or ""), "", "| field | type |", "|---|---|")
        yield from (f"| `{field.name}` | {_type(noun, field.name)} |" for field in msgspec.structs.fields(noun))


def _type(noun: type, name: str) -> str:
    return str(noun.__annotations__[name]).replace("|", "or")


def _values() -> Iterator[str]:
    yield from ("", "## Values")
    enums = [value for name in model.__all__ if inspect.isclass(value := getattr(model, name)) and issubclass(value, StrEnum)]
    for enum in enums:
        yield from ("", f"**{enum.__name__}**. {inspect.cleandoc(enum.__doc__ or '')}", "", ", ".join(f"`{value}`" for value in enum))
