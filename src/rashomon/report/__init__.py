"""Page in, what a person reads out: one self-contained HTML file, plain text for a terminal, or one picture."""

from rashomon.report.html import render_report
from rashomon.report.text import render_text
from rashomon.report.waterfall import render_waterfall

__all__ = ["render_report", "render_text", "render_waterfall"]
