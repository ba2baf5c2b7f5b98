import json
from pathlib import Path

import axe_core_python
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from rashomon.model import Comparison, EventType, Role
from rashomon.report import render_report, render_waterfall
from rashomon.view import build_page
from rashomon.view.index import build_index
from rashomon.view.waterfall import waterfalls
from view import port_selm
from view.drafts import Draft, draft_article

AXE = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
HOSTILE = """<script>document.title = "taken"</script> </style><style>body { display: none }</style>
<img src="x" onerror="document.title = 'taken'"> <svg onload="document.title = 'taken'"> <a href="javascript:alert(1)">here</a>
"""


def press(browser, *keys):
    browser.switch_to.active_element.send_keys(*keys)


def click(browser, element):
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def address(browser):
    return browser.execute_script("return decodeURIComponent(location.hash.slice(1))")


def focused(browser):
    return browser.execute_script("const item = document.activeElement.closest('[id]'); return item && item.id")


def shown(browser, selector):
    return [found.text for found in browser.find_elements(By.CSS_SELECTOR, selector) if found.is_displayed()]


def selected_words(browser):
    """The words that the page marks: what stands under the highlight."""
    return browser.execute_script("return [...(CSS.highlights.get('words') || [])].map(String)")


def violations(browser):
    browser.execute_script(AXE)
    found = browser.execute_async_script("const done = arguments[0]; axe.run(document).then((results) => done(results.violations))")
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 360])
def test_axe_finds_no_violation(report, scheme, width):
    report.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    report.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    report.execute_script("for (const fold of document.querySelectorAll('details')) fold.open = true")
    click(report, report.find_element(By.CSS_SELECTOR, ".matrix .cell"))
    found = violations(report)
    report.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    report.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert found == []


def test_nothing_is_wider_than_a_small_screen(report):
    report.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": False})
    width = report.execute_script("return document.documentElement.scrollWidth")
    report.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert width <= 360


def test_nothing_is_fetched_and_the_console_is_silent(report):
    report.get_log("performance")
    report.refresh()
    asked = [json.loads(entry["message"])["message"] for entry in report.get_log("performance")]
    requests = [entry["params"]["request"]["url"] for entry in asked if entry["method"] == "Network.requestWillBeSent"]
    assert [url for url in requests if not url.startswith("file:") or not url.endswith("report.html")] == []
    assert report.get_log("browser") == []


def test_a_value_leads_to_its_words_and_escape_leads_back(report):
    value = next(link for link in report.find_elements(By.CSS_SELECTOR, "#incident-i1 a.words") if link.text == "Seven dockers killed")
    click(report, value)
    assert selected_words(report) == ["Seven dockers"]
    assert focused(report).startswith("article-")
    press(report, Keys.ESCAPE)
    assert report.switch_to.active_element == value
    assert selected_words(report) == []


def test_words_lead_to_their_note_and_the_note_to_the_incident(report):
    click(report, report.find_element(By.LINK_TEXT, "planting a bomb"))
    (note,) = shown(report, ".note")
    assert "according to Dana Velt" in note
    click(report, report.find_element(By.LINK_TEXT, "the accounts side by side"))
    assert address(report) == "incident-i1"
    assert focused(report) == "incident-i1"


def test_keys_reach_a_note_and_its_links(report):
    report.find_element(By.LINK_TEXT, "planting a bomb").send_keys(Keys.ENTER)
    press(report, Keys.TAB)
    assert report.switch_to.active_element.text == "Oru Front"
    press(report, Keys.ESCAPE)
    assert report.switch_to.active_element.text == "planting a bomb"


def test_without_the_script_links_still_lead_to_words_and_notes(report, harbour):
    report.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    report.get("about:blank")
    report.get(harbour.as_uri())
    click_at = report.find_element(By.LINK_TEXT, "planting a bomb")
    click_at.send_keys(Keys.ENTER)
    (note,) = shown(report, ".note")
    found = report.current_url
    report.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert "according to Dana Velt" in note
    assert "#note-" in found


def test_a_click_into_what_is_said_tells_who_says_it(report):
    click(report, report.find_element(By.CSS_SELECTOR, ".con.nested[data-n]"))
    (note,) = shown(report, ".note")
    assert "Dana Velt" in note
    assert "as told by a senior official (unnamed)" in note


def test_j_and_k_go_through_the_incidents_and_the_address_follows(report):
    press(report, "j")
    assert (focused(report), address(report)) == ("incident-i1", "incident-i1")
    press(report, "j")
    assert (focused(report), address(report)) == ("incident-i2", "incident-i2")
    press(report, "k")
    assert focused(report) == "incident-i1"


def test_arrows_go_through_the_accounts_and_enter_to_the_words(report):
    press(report, "j", "j")
    press(report, Keys.ARROW_RIGHT)
    assert report.switch_to.active_element.text == "the police"
    press(report, Keys.ARROW_RIGHT)
    assert report.switch_to.active_element.text == "two suspects"
    press(report, Keys.ENTER)
    assert selected_words(report) == ["two suspects"]
    press(report, Keys.ESCAPE)
    assert report.switch_to.active_element.text == "two suspects"


SEARCHES = [
    ("voice", "outlet", {"incident-i1", "incident-i2", "incident-i6"}, {"incident-i4"}),
    ("tel arna", "place", {"incident-i5"}, {"incident-i1", "incident-i2"}),
    ("experts", "source", {"incident-i3"}, {"incident-i2", "incident-i5"}),
    ("oru", "actor", {"incident-i1", "incident-i2", "incident-i5"}, {"incident-i6"}),
    ("coerce-arrest", "code of an act", {"incident-i2"}, {"incident-i1"}),
    ("summer 2019", "time", {"incident-i3"}, {"incident-i2"}),
]


@pytest.mark.parametrize(("query", "kind", "found", "hidden"), SEARCHES)
def test_the_search_filters_everything(report, query, kind, found, hidden):
    press(report, "/")
    press(report, query)
    WebDriverWait(report, 5).until(lambda browser: address(browser) == f"find={query}")
    visible = {item.get_attribute("id") for item in report.find_elements(By.CSS_SELECTOR, ".item[id]") if item.is_displayed()}
    assert found <= visible
    assert not hidden & visible
    assert "found" in report.find_element(By.ID, "found").text


def test_a_search_that_finds_nothing_says_so_and_escape_ends_it(report):
    press(report, "/")
    press(report, "zeppelin")
    WebDriverWait(report, 5).until(lambda browser: shown(browser, ".nothing"))
    assert shown(report, ".item") == []
    press(report, Keys.ESCAPE)
    assert shown(report, ".nothing") == []
    assert len(shown(report, "#incidents .item")) == 2


def test_an_address_opens_its_view(report, harbour):
    report.get("about:blank")
    report.get(harbour.as_uri() + "#find=experts")
    assert report.find_element(By.ID, "find").get_attribute("value") == "experts"
    report.get("about:blank")
    report.get(harbour.as_uri() + "#incident-i2")
    assert focused(report) == "incident-i2"


def test_offsets_count_code_points_as_the_exports_do(browser, tmp_path):
    draft = Draft(draft_article("Harbour\n\U0001f525\U0001f525 At dawn \U0001f525 nine dockers marched.\n", origin="x"))
    draft.event("marched", EventType.PROTEST, parts=[(Role.AGENT, "nine dockers")])
    (span,) = draft.at("nine dockers")
    path = tmp_path / "code-points.html"
    path.write_text(render_report(build_page([draft.record()], Comparison(articles=(draft.article.id,)))), encoding="utf-8")
    browser.get(f"{path.as_uri()}#words-{draft.article.id[:8]}-{span.start}-{span.end}")
    assert selected_words(browser) == ["nine dockers"]


def test_a_mark_of_the_matrix_lists_its_sentences(report):
    click(report, report.find_element(By.CSS_SELECTOR, "[aria-label^='the author, Ilse Marn about Oru Front']"))
    (said,) = shown(report, ".said")
    assert "a terrorist gang" in said


def test_a_loaded_word_of_a_profile_leads_to_where_it_stands(report):
    row = report.find_element(By.CSS_SELECTOR, "#articles tbody tr:nth-child(2)")
    click(report, row.find_element(By.CSS_SELECTOR, ".profile summary"))
    click(report, row.find_element(By.LINK_TEXT, "terrorist"))
    assert selected_words(report) == ["terrorist"]
    assert focused(report).startswith("article-")


def test_why_one_incident_shows_bars_beside_their_weights(report):
    fold = report.find_element(By.CSS_SELECTOR, "#incident-i1 .why")
    click(report, fold.find_element(By.TAG_NAME, "summary"))
    link = fold.find_element(By.CSS_SELECTOR, ".waterfall")
    rows = [row.text.split("\n") for row in link.find_elements(By.CSS_SELECTOR, "tbody tr")]
    assert [" ".join(row).split(" before ")[0] for row in rows[:2]] == ["at the start −5.5", "when +6.5 same day"]
    bars = {
        row.find_element(By.TAG_NAME, "th").text: row.find_element(By.TAG_NAME, "rect").rect
        for row in link.find_elements(By.CSS_SELECTOR, "tbody tr")
    }
    assert bars["when"]["x"] == pytest.approx(bars["at the start"]["x"], abs=2)
    assert bars["where"]["x"] == pytest.approx(bars["when"]["x"] + bars["when"]["width"], abs=2)
    click(report, link.find_element(By.LINK_TEXT, "“bombed”"))
    assert selected_words(report) == ["bombed"]


def test_a_picture_of_a_link_is_accessible_on_its_page(browser, tmp_path):
    found = port_selm.comparison()
    falls = waterfalls(found.incidents[1], build_index(port_selm.records(), found))
    path = tmp_path / "why.html"
    path.write_text(render_waterfall("i1: blast", falls, page=True), encoding="utf-8")
    for scheme in ("light", "dark"):
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        browser.get(path.as_uri())
        assert violations(browser) == []
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    ends = browser.execute_script("return [...document.querySelectorAll('text')].map((text) => text.getBBox().x + text.getBBox().width)")
    assert max(ends) <= 860


def test_text_of_articles_cannot_run_style_or_load(browser, tmp_path):
    draft = Draft(draft_article(HOSTILE, origin="x", title="<img src=x onerror=alert(1)>", publisher="</title><script>alert(1)</script>"))
    path = tmp_path / "hostile.html"
    path.write_text(render_report(build_page([draft.record()], Comparison(articles=(draft.article.id,)))), encoding="utf-8")
    browser.get_log("browser")
    browser.get(path.as_uri())
    assert browser.title.endswith("Rashomon")
    assert browser.find_element(By.TAG_NAME, "body").is_displayed()
    assert "onerror" in browser.find_element(By.ID, "texts").text
    assert browser.find_elements(By.TAG_NAME, "img") == []
    assert browser.get_log("browser") == []
