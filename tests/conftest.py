"""What all tests share: `strategies` can be imported from anywhere under tests, and the end of a run says what is not there to test on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from browsers import CHROMIUM, DRIVER

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")

ROOT = Path(__file__).resolve().parent.parent
SHARED = {
    "eval/score.py": "the scorer is held against frozen figures alone",
    "data": "the gate is tested on invented corpora alone",
    "seeds": "speed and reading are tested on the examples alone",
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A line for each thing outside the repository that some tests would use, so that no run passes for a fuller one."""
    shared = ROOT.parent / "shared"
    for name, instead in SHARED.items():
        if not (shared / name).exists():
            terminalreporter.write_line(f"absent: ../shared/{name}; {instead}")
    if not (CHROMIUM and DRIVER):
        terminalreporter.write_line("browser tests not run: no Chromium found (apt-get install chromium chromium-driver)")
