import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from rashomon.model import Comparison
from rashomon.report import render_report
from rashomon.view import build_page
from strategies import records as any_records
from view import port_selm
from view.drafts import Draft, draft_article

HOSTILE = """<script>document.title = "taken"</script> </style><style>body { display: none }</style>
<img src="x" onerror="document.title = 'taken'"> <a href="javascript:alert(1)">here</a> {{ 7 * 7 }} &lt;b&gt; ]]> --> </textarea>
"""


class Tags(HTMLParser):
    """The tags, ids and addresses of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.ids, self.links, self.loads = [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        found = dict(attrs)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        self.loads += [
            value for name, value in attrs if name in {"src", "srcset", "action", "data", "poster", "style"} or name.startswith("on")
        ]


@pytest.fixture(scope="module")
def html():
    return render_report(build_page(port_selm.records(), port_selm.comparison()))


def test_every_link_stays_on_the_page_and_leads_somewhere(html):
    tags = Tags(html)
    assert len(tags.ids) == len(set(tags.ids))
    assert {link for link in tags.links if link.removeprefix("#") not in tags.ids} == set()


def test_every_value_leads_to_its_words(html):
    addresses = re.findall(r'href="#(words-[^"]+)"', html)
    records = {record.article.id[:8]: record.article.text for record in port_selm.records()}
    assert len(addresses) > 40
    for address in addresses:
        _, article, places = address.split("-", 2)
        for place in places.split("_"):
            start, end = map(int, place.split("-"))
            assert records[article][start:end].strip()


def test_the_page_loads_nothing_and_allows_only_its_own_style_and_script(html):
    assert Tags(html).loads == []
    assert not re.search(r"https?://|url\((?!#)|@import", html)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        (inline,) = re.findall(f"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_text_of_articles_is_shown_and_never_becomes_markup():
    draft = Draft(draft_article(HOSTILE, origin="<script>x</script>", title="<b>bold</b>", publisher='"><script>y</script>'))
    html = render_report(build_page([draft.record()], Comparison(articles=(draft.article.id,))))
    tags = Tags(html)
    assert tags.loads == []
    assert tags.tags.count("script") == tags.tags.count("style") == 1
    assert "img" not in tags.tags
    assert not any(link.startswith("javascript:") for link in tags.links)
    assert "{{ 7 * 7 }}" in html


def test_the_same_page_gives_the_same_bytes(html):
    assert render_report(build_page(port_selm.records(), port_selm.comparison())) == html


def test_contradictions_are_told_at_the_top(html):
    head = html.partition('id="articles"')[0]
    line = "".join(re.sub(r"<[^>]+>", " ", re.search(r'<ul class="opposed".*?</ul>', head, re.DOTALL)[0]).split())
    one = "Atleastninepeoplekilled:harbourpoliceinA;14dockworkerskilled:IlseMarninB"
    told = f"howmanykilled({one};Sevendockerskilled:areportbythefirebrigadeinC)"
    assert line == f"×contradictBombing,oraccident,ataPortSelmwarehouse:{told}"


def test_codes_stand_in_tooltips_and_plain_words_in_sight(html):
    assert '<abbr title="PLOVER COERCE-arrest">arrest or detention</abbr>' in html
    assert '<abbr title="PLOVER REB">armed group</abbr>' in html
    assert re.search(r'<a href="#[^"]+" title="PLOVER COP">harbour police[^<]*</a>', html)
    assert not re.search(r">[^<]*\b(?:REB|COP)\b[^<]*<", html)
    assert not re.search(r">[^<]*\bCOERCE\b[^<]*<", html)


def test_a_profile_describes_and_leads_to_its_words(html):
    section = html.partition('id="articles"')[2].partition('id="incidents"')[0]
    assert "says nothing on what is true or fair" in section
    folds = re.findall(r'<details class="profile">.*?</details>', section, re.DOTALL)
    assert len(folds) == 3 + 1
    assert re.search(r"loaded wording</dt><dd>2 in 60 words.*?>terrorist</a>", folds[1], re.DOTALL)
    assert re.search(r"only spoken about</dt><dd>.*?>Oru Front</a>", folds[1], re.DOTALL)
    assert all("#words-" in fold for fold in folds)


def test_an_outlet_that_is_not_told_is_said_to_be_unknown():
    draft = Draft(draft_article("Report\nNothing happened.\n", origin="x.txt", authors=("Ines Dahl",)))
    html = render_report(build_page([draft.record()], Comparison(articles=(draft.article.id,))))
    assert "outlet not known, by Ines Dahl" in html


def test_an_empty_comparison_says_what_was_compared():
    (record, *_) = port_selm.records()
    html = render_report(build_page([record], Comparison(articles=(record.article.id,))))
    assert "No incident is told by more than one source: 1 article and 0 told events were compared." in html
    assert "No actor is described by more than one account" in html
    assert "No incident has a date" in html


def test_three_short_articles_stay_far_below_the_size_allowed_for_two(html):
    assert len(html.encode()) < 150_000


def test_long_lists_are_cut_with_a_count():
    copies = []
    for number in range(25):
        draft = Draft(draft_article(f"Report {number}\nNothing happened.\n", origin=f"{number}.txt"))
        copies.append(draft.record())
    html = render_report(build_page(copies, Comparison(articles=tuple(record.article.id for record in copies))))
    assert "Show the other 5 articles" in html


@settings(max_examples=12, deadline=None)
@given(any_records())
def test_any_record_gives_a_page_without_dead_links(record):
    html = render_report(build_page([record], Comparison(articles=(record.article.id,))))
    tags = Tags(html)
    assert {link for link in tags.links if link.removeprefix("#") not in tags.ids} == set()
