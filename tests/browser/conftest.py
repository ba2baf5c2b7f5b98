"""A Chromium without a screen, and the report of the invented harbour in it. Where there is no Chromium these tests are not collected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsers import CHROMIUM, DRIVER
from rashomon.report import render_report
from rashomon.view import build_page
from view import port_selm

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

collect_ignore_glob = [] if CHROMIUM and DRIVER else ["test_*.py"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Chrome]:
    """One browser for all tests; it keeps what the console says."""
    from selenium.webdriver import Chrome, ChromeOptions, ChromeService

    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1300,900", "--disable-gpu"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=ChromeService(str(DRIVER)))
    driver.set_page_load_timeout(30)
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the three articles on disk."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_report(build_page(port_selm.records(), port_selm.comparison())), encoding="utf-8")
    return path


@pytest.fixture
def report(browser: Chrome, harbour: Path) -> Chrome:
    """The browser, with the report freshly opened."""
    browser.get("about:blank")
    browser.get_log("browser")
    browser.get(harbour.as_uri())
    return browser
