"""Web pages: what is the article, what stands around it, and what the page tells of it. Everything in them is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import BrokenPage, EmptyInput
from rashomon.ingest.html import ingest_html
from rashomon.model import Article, BlockKind

META = """<meta charset="utf-8"><meta property="og:title" content="Council delays vote on Oru bridge">
<meta property="og:site_name" content="Varenia Post"><meta property="article:published_time" content="2018-03-12T08:00:00Z">
<meta name="author" content="Mira Talen">"""
QUOTED = "The plan will not be withdrawn, whatever the opposition says"
CUT_SENTENCE = "Engineers warned in a report last year that the old bridge would have to be closed by the summer"
PAGE = f"""<!doctype html>
<html lang="en"><head><title>Council delays vote on Oru bridge | Varenia Post</title>{META}<style>p {{ color: red }}</style></head><body>
<header><a href="/">Varenia Post</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article>
<h1>Council delays vote on Oru bridge</h1>
<div class="byline">By <a href="/mira">Mira Talen</a></div><div><time datetime="2018-03-12">12 March 2018</time></div>
<div class="share"><button>Share</button><button>Tweet</button></div>
<figure><img src="x.jpg"><figcaption>Mayor Tessa Lorn speaks to reporters in Port Selm</figcaption></figure>
<p>The council of Port Selm delayed its vote on the Oru bridge on Monday, after members said that the <b>costs</b> had been hidden.</p>
<p>Mayor Tessa Lorn said: “{QUOTED} in the newspapers.”<br>She denied that the costs had been hidden.</p>
<blockquote>{QUOTED}</blockquote>
<h2>A long dispute</h2>
<p>The bridge was first proposed on 3 May 2009, when the Oru Front held the council. Two earlier votes failed in the lower town.</p>
<aside><h3>Related</h3><ul><li><a href="/1">Harbour tolls to rise in the spring, says minister</a></li></ul></aside>
<p style="display:none">This paragraph is hidden from everybody who reads the page in a browser of any kind.</p>
<p>{CUT_SENTENCE} if no decision was taken, <a href="/3">the ministry said</a>.</p>
<p>Mira Talen is a reporter for the Varenia Post. She tweets at @miratalen.</p>
</article></main>
<section><h2>Most read</h2><ol><li><a href="/a">Ten things to do in Port Selm</a></li></ol></section>
<footer><p>© 2018 Varenia Post. All rights reserved.</p></footer><script>var x = "not shown";</script></body></html>"""


def read(page: str, encoding: str = "utf-8") -> Article:
    return ingest_html(page.encode(encoding), "page.html")


def parts(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[b.span.start : b.span.end] for b in article.blocks if b.kind is kind]


def test_the_article_is_told_from_the_page() -> None:
    article = read(PAGE)
    assert article.title == "Council delays vote on Oru bridge"
    assert article.authors == ("Mira Talen",)
    assert article.publisher == "Varenia Post"
    assert article.published == "2018-03-12"
    assert parts(article, BlockKind.TITLE) == ["Council delays vote on Oru bridge"]
    assert parts(article, BlockKind.HEADING) == ["A long dispute"]
    assert parts(article, BlockKind.CAPTION) == ["Mayor Tessa Lorn speaks to reporters in Port Selm"]
    assert [paragraph.split()[0] for paragraph in parts(article, BlockKind.PARAGRAPH)] == ["The", "Mayor", "The", "Engineers"]


def test_what_stands_around_it_is_kept_as_furniture() -> None:
    article = read(PAGE)
    reasons = {article.text[b.span.start : b.span.end]: b.reason for b in article.blocks if b.kind is BlockKind.FURNITURE}
    assert reasons["Sport"] == "outside the article"
    assert reasons["By Mira Talen"] == "byline"
    assert reasons["12 March 2018"] == "date line"
    assert reasons["Share"] == "share bar"
    assert reasons[QUOTED] == "pull quote"
    assert reasons["Harbour tolls to rise in the spring, says minister"] == "outside the article"
    assert reasons["Mira Talen is a reporter for the Varenia Post. She tweets at @miratalen."] == "author box"
    assert reasons["© 2018 Varenia Post. All rights reserved."] == "copyright"
    assert "not shown" not in article.text
    assert "hidden from everybody" not in article.text


def test_inline_markup_does_not_part_words_and_breaks_do() -> None:
    text = read(PAGE).text
    assert "said that the costs had been hidden." in text
    assert "newspapers.”\nShe denied" in text


def test_a_page_that_was_cut_off_is_read_as_far_as_it_goes() -> None:
    article = read(PAGE[: PAGE.index(CUT_SENTENCE) + len(CUT_SENTENCE)])
    assert parts(article, BlockKind.PARAGRAPH)[-1] == CUT_SENTENCE
    assert article.title == "Council delays vote on Oru bridge"


DATES = [
    ("<meta name='date' content='2018-03-12'>", "", "2018-03-12"),
    ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2018-03-12T08:00:00Z"}</script>', "", "2018-03-12"),
    ("<link rel='canonical' href='https://varenia.example/2018/03/12/oru-bridge'>", "", "2018-03-12"),
    ("", "<div><time datetime='2018-03-12T08:00'>Monday</time></div>", "2018-03-12"),
    ("", "<div>Published: 12 March 2018</div>", "2018-03-12"),
    ("", "<p>The council met on 12 March 2018 and decided nothing, members told the Varenia Post after it.</p>", None),
    ("", "<p>The council met on <time datetime='2018-03-12'>Monday</time> and decided nothing, members told the Varenia Post.</p>", None),
    ("", "", None),
]


@pytest.mark.parametrize(("head", "body", "published"), DATES)
def test_the_date_is_the_one_that_the_page_states(head: str, body: str, published: str | None) -> None:
    paragraphs = "".join(
        f"<p>{words} The bridge over the Oru was closed for good, and nobody in Port Selm knew why.</p>" for words in "ABC"
    )
    page = f"<html><head>{head}</head><body><article><h1>The bridge of 3 May 2009</h1>{body}{paragraphs}</article></body></html>"
    assert read(page).published == published


CHARSETS = [
    ("<meta charset='windows-1252'>", "cp1252"),
    ("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>", "cp1252"),
    ("<meta charset='iso-8859-1'>", "utf-8"),
    ("<meta charset='no-such-charset'>", "utf-8"),
    ("<meta charset='iso-8859-2'>", "iso-8859-2"),
    ("", "utf-8"),
    ("", "cp1252"),
    ("", "utf-16"),
]


@pytest.mark.parametrize(("meta", "encoding"), CHARSETS)
def test_the_declared_encoding_is_used_when_it_is_true(meta: str, encoding: str) -> None:
    name = "Željko Dorr" if encoding == "iso-8859-2" else "Renée Dorr"
    body = f"<p>The minister {name} said on Monday that the bridge would be built, whatever the council of Port Selm decided.</p>" * 3
    assert name in read(f"<html><head>{meta}<title>The bridge</title></head><body>{body}</body></html>", encoding).text


def test_a_page_without_headings_or_paragraph_elements() -> None:
    sentences = [
        "The council of Port Selm put off its vote on the bridge on Monday.",
        "The mayor denied that the costs had been hidden from it.",
    ]
    article = read(f"<html><body><b>Council puts off vote</b><br><br>{'<br><br>'.join(sentences)}<br><br>By Mira Talen</body></html>")
    assert article.title == "Council puts off vote"
    assert parts(article, BlockKind.PARAGRAPH) == sentences
    assert article.authors == ("Mira Talen",)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(PAGE)))
def test_wherever_a_page_is_cut_it_is_read_whole_or_refused(length: int) -> None:
    try:
        article = read(PAGE[:length])
    except (BrokenPage, EmptyInput):
        return
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end
        assert not article.text[end : block.span.start].strip()
        end = block.span.end
    assert not article.text[end:].strip()
    assert any(block.kind is BlockKind.PARAGRAPH for block in article.blocks)
