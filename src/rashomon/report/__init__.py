"""Page in, what a person reads out: one self-contained HTML file, or plain text for a terminal."""

from rashomon.report.html import render_report
from rashomon.report.text import render_text

__all__ = ["render_report", "render_text"]
