"""The page as one HTML file that opens from disk and asks the network for nothing."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from rashomon.report.shapes import ATTITUDES, VERDICTS, bar_parts, mark_classes, mark_size, percent, percent_of, signed
from rashomon.version import __version__
from rashomon.view import NO_DATE, NO_PLACE, Page
from rashomon.view.words import field_words

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = "rashomon.report"
OPEN_READINGS = 4
"""Up to this many articles stand open; more are folded, so that a page of hundreds opens at once."""


def render_report(page: Page) -> str:
    """The report as HTML, the same for the same page.

    All text from articles is escaped, and a content security policy allows only the one style sheet and the one script
    that the file holds itself, by their hashes: nothing in an article can run, style or load.
    """
    style, script = _asset("report.css"), _asset("report.js")
    return (
        templates()
        .get_template("report.html.j2")
        .render(
            page=page,
            outlets={row.siglum: row.outlet for row in page.articles},
            version=__version__,
            style=style,
            script=script,
            policy=_policy(style, script),
            open_readings=len(page.readings) <= OPEN_READINGS,
        )
    )


def _policy(style: str, script: str) -> str:
    allowed = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files(PACKAGE).joinpath("static", name).read_text(encoding="utf-8")


@cache
def templates() -> Environment:
    """The templates of the report and its pictures; all text in them is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        no_date=NO_DATE,
        who=field_words("agent"),
        no_place=NO_PLACE,
        bar_parts=bar_parts,
        mark_size=mark_size,
        marks=mark_classes,
        percent=percent,
        percent_of=percent_of,
        signed=signed,
        VERDICTS=VERDICTS,
        ATTITUDES=ATTITUDES,
    )
    return environment
