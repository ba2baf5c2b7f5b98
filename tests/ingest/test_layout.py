"""What each part of a plain text is taken for. All texts, places and people are invented."""

from __future__ import annotations

import time

import pytest

from rashomon.ingest.text import ingest_text
from rashomon.model import Article, BlockKind, quote

FIRST = "The council of Port Selm put off its vote on the bridge on Monday, after members said that the costs had been hidden from them."
SECOND = "Mayor Tessa Lorn denied it and said that the plan would not be withdrawn, whatever the opposition told the newspapers about it."
THIRD = "The Oru Front has held the lower town since 2009 and says that it will stay until the prisoners taken in June are released."
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def read(text: str) -> Article:
    return ingest_text(text.encode(), "article.txt")


def kinds(article: Article) -> dict[str, tuple[BlockKind, str | None]]:
    """Kind and reason of each block by its words."""
    return {" ".join(article.text[b.span.start : b.span.end].split()): (b.kind, b.reason) for b in article.blocks}


PARTS = [
    # The text, then kind and reason of some of its blocks.
    (f"The bridge nobody wanted\n\n{BODY}", {"The bridge nobody wanted": (BlockKind.TITLE, None)}),
    (f"The Bridge That Nobody in Port Selm Wanted.\n\n{BODY}", {"The Bridge That Nobody in Port Selm Wanted.": (BlockKind.TITLE, None)}),
    (f"# The bridge nobody wanted\n\n{BODY}", {"#": (BlockKind.FURNITURE, "markup"), "The bridge nobody wanted": (BlockKind.TITLE, None)}),
    (f"ANALYSIS: Why the bridge failed\n\n{BODY}", {"ANALYSIS: Why the bridge failed": (BlockKind.TITLE, None)}),
    (BODY, {FIRST: (BlockKind.PARAGRAPH, None), THIRD: (BlockKind.PARAGRAPH, None)}),
    (f"{FIRST}\n\nA long dispute\n\n{SECOND}", {"A long dispute": (BlockKind.HEADING, None)}),
    (f"{FIRST}\n\nWho pays for it?\n\n{SECOND}", {"Who pays for it?": (BlockKind.HEADING, None)}),
    (f"{FIRST}\n\n“Never again”\n\n{SECOND}", {"“Never again”": (BlockKind.PARAGRAPH, None)}),
    (f"{FIRST}\n\nShe was wrong.\n\n{SECOND}", {"She was wrong.": (BlockKind.PARAGRAPH, None)}),
    (
        f"{FIRST}\nTessa Lorn hands the list of names to Minister Dorr in Port Selm 2014\n{SECOND}",
        {"Tessa Lorn hands the list of names to Minister Dorr in Port Selm 2014": (BlockKind.CAPTION, "tells what a picture shows")},
    ),
    (
        f"{FIRST}\n\nA man walks past a burned car in Port Selm. REUTERS/Jo Dee\n\n{SECOND}",
        {"A man walks past a burned car in Port Selm. REUTERS/Jo Dee": (BlockKind.CAPTION, "ends with a picture credit")},
    ),
    (
        f"{BODY}\n\nALSO READ: What the farmers of the delta want\n\n{FIRST} Again.",
        {"ALSO READ: What the farmers of the delta want": (BlockKind.FURNITURE, "cross-link"), THIRD: (BlockKind.PARAGRAPH, None)},
    ),
    (
        f"{FIRST}\n\nANALYSIS: Who gains from the bridge?\n\n{SECOND}",
        {"ANALYSIS: Who gains from the bridge?": (BlockKind.FURNITURE, "cross-link")},
    ),
    (
        f"The bridge\n100% Font Size\nEnable Read mode\nPublished: Updated:\n{BODY}",
        {
            "100% Font Size": (BlockKind.FURNITURE, "font and reading controls"),
            "Enable Read mode": (BlockKind.FURNITURE, "font and reading controls"),
            "Published: Updated:": (BlockKind.FURNITURE, "date line"),
        },
    ),
    (
        f"{BODY}\n\nMost read\n\nStorm closes the harbour\n\nTen walks in Port Selm",
        {
            "Most read": (BlockKind.FURNITURE, "trending box"),
            "Storm closes the harbour": (BlockKind.FURNITURE, "trending box"),
            "Ten walks in Port Selm": (BlockKind.FURNITURE, "trending box"),
        },
    ),
    (
        f"{FIRST}\n\nThe plan would not be withdrawn, whatever the opposition told the newspapers\n\nTessa Lorn, mayor\n\n{SECOND}",
        {
            "The plan would not be withdrawn, whatever the opposition told the newspapers": (BlockKind.FURNITURE, "pull quote"),
            "Tessa Lorn, mayor": (BlockKind.FURNITURE, "pull quote"),
            SECOND: (BlockKind.PARAGRAPH, None),
        },
    ),
    (
        f"{BODY}\n\nThe writer is a former ambassador of Varenia.",
        {"The writer is a former ambassador of Varenia.": (BlockKind.FURNITURE, "author box")},
    ),
    (f"{FIRST}\n\n* * *\n\n{SECOND}", {"* * *": (BlockKind.FURNITURE, "separator")}),
    # Glued to a sentence: parted from it.
    (f"{BODY} Top Content Trending", {THIRD: (BlockKind.PARAGRAPH, None), "Top Content Trending": (BlockKind.FURNITURE, "trending box")}),
    (f"{BODY}Top Content Trending", {THIRD: (BlockKind.PARAGRAPH, None), "Top Content Trending": (BlockKind.FURNITURE, "trending box")}),
    (
        f"Enable Read mode100% Font Size{BODY}",
        {
            "Enable Read mode": (BlockKind.FURNITURE, "font and reading controls"),
            "100% Font Size": (BlockKind.FURNITURE, "font and reading controls"),
            FIRST: (BlockKind.PARAGRAPH, None),
        },
    ),
    (
        f"{FIRST} ALSO READ: What the delta wants\n\n{SECOND}",
        {FIRST: (BlockKind.PARAGRAPH, None), "ALSO READ: What the delta wants": (BlockKind.FURNITURE, "cross-link")},
    ),
    (f"{SECOND}\n\nAdvertisement {FIRST}", {"Advertisement": (BlockKind.FURNITURE, "advertisement"), FIRST: (BlockKind.PARAGRAPH, None)}),
    (f"{BODY}\nBy Mira Talen", {THIRD: (BlockKind.PARAGRAPH, None), "By Mira Talen": (BlockKind.FURNITURE, "byline")}),
    (f"{BODY}By Mira Talen", {THIRD: (BlockKind.PARAGRAPH, None), "By Mira Talen": (BlockKind.FURNITURE, "byline")}),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_each_part_is_what_it_is(text: str, expected: dict[str, tuple[BlockKind, str | None]]) -> None:
    found = kinds(read(text))
    assert {words: found.get(words) for words in expected} == expected


SENTENCES = [
    # Sentences of articles that look like furniture and are not.
    "By Monday the council of Port Selm had lost its majority, and nobody knew who would sign the papers for the bridge.",
    "The report published on Tuesday showed that the ministry had paid for more than half of the weapons found in the delta.",
    "Share prices fell in Port Selm after the minister said that the bank would not be saved by the government of Varenia.",
    "Follow the money, the prosecutor said, and the way leads to the harbour and to those who sold it to the Oru Front.",
    "Tessa Lorn is a former minister who left the government in May, after the police had searched her house in Port Selm.",
    "Watch what they do, not what they say, a member of the council told the reporters who waited outside the town hall.",
    "Related or not, the two attacks on the harbour have made the people of Port Selm afraid of going out at night.",
    "Views expressed by the mayor in private, a councillor said, were not those that she had defended in public since June.",
    "Comments by the minister on the prisoners angered their families, who have waited for news of them for two years now.",
    "Copyright law in Varenia is older than the republic itself, and the court has not changed its reading of it since.",
    "Advertisement revenue of the state newspaper fell by half, its director said, and the government would have to pay.",
    "Opinion in the lower town is divided: some want the Oru Front to leave, others fear the soldiers more than the Front.",
    "Loading of the ships had begun before the strike was called, a dock worker said, and it could not be stopped by then.",
    "Print the names, the widow demanded, and let everybody see who signed the order to shoot at the crowd in March 2014.",
    "Advertisement Standards Authority officials said that the poster of the Oru Front had broken no law that they knew of.",
    "Published: that was the word on the stamp, a clerk told the court, and nobody had asked who had put it on the order.",
    "The text size of the warning on the poster was too small, the court held, and the party was fined for hiding it.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("text", ["{s}\n\n{body}", "{body}\n\n{s}\n\n{body2}", "{body}\n\n{s}", "{s}"])
def test_a_sentence_of_the_article_is_never_furniture(sentence: str, text: str) -> None:
    other = "Nobody in the upper town believes it. Tessa Lorn has been seen in the capital since, where her party met on Sunday evening."
    article = read(text.format(s=sentence, body=FIRST, body2=other))
    assert kinds(article)[sentence] == (BlockKind.PARAGRAPH, None)


AUTHORS = [
    (f"The bridge\nBy Mira Talen\n{BODY}", ("Mira Talen",)),
    (f"The bridge\nBY MIRA TALEN AND JO DEE\n{BODY}", ("Mira Talen", "Jo Dee")),
    (f"The bridge\nBy Mira Talen, Jo Dee and Anna van Orden\n{BODY}", ("Mira Talen", "Jo Dee", "Anna van Orden")),
    (f"The bridge\nBy Mira Talen, staff writer\n{BODY}", ("Mira Talen",)),
    (f"The bridge\nBy Mira Talen in Port Selm | Published: 12 March 2018\n{BODY}", ("Mira Talen",)),
    (f"The bridge\nBy Varenia Press Agency\n{BODY}", ("Varenia Press Agency",)),
    (f"The bridge\n\nMira Talen\n\n{BODY}", ("Mira Talen",)),
    (f"The bridge\n\nDr. Mira Talen\n\n{BODY}", ("Mira Talen",)),
    (f"The bridge\n\nMira Talen in Port Selm\n\n{BODY}", ("Mira Talen",)),
    (f"The bridge\n\nTessa Lorn\n\n{BODY}", ()),  # the article speaks of her
    (f"The bridge\n\nTessa Lorn\n\n{BODY}\n\nTessa Lorn is the mayor of Port Selm. She tweets at @tessalorn.", ("Tessa Lorn",)),
    (f"{BODY}\nBy Mira.talen", ("Mira Talen",)),
    (f"{BODY}By mira talen", ()),
    (f"{BODY}\n\nMira Talen is a freelance journalist in Port Selm.", ("Mira Talen",)),
    (f"{BODY}\n\nMira Talen can be reached at @miratalen; Mira Talen works in Port Selm.", ()),
    (f"{BODY}\n\nFollow Mira Talen on Twitter @miratalen.", ("Mira Talen",)),
    (f"{BODY}\n\n(Reporting by Mira Talen in Port Selm; Editing by Jo Dee)", ("Mira Talen",)),
    (BODY, ()),
]


@pytest.mark.parametrize(("text", "authors"), AUTHORS)
def test_authors(text: str, authors: tuple[str, ...]) -> None:
    assert read(text).authors == authors


DATES = [
    (f"The bridge\nPublished: 12 March 2018\n{BODY}", "2018-03-12"),
    (f"The bridge\nPublished: 12 March 2018 Updated: 14 March 2018\n{BODY}", "2018-03-12"),
    (f"The bridge\nMon 12 Mar 2018 14.35 GMT\n{BODY}", "2018-03-12"),
    (f"The bridge\nMarch 12th, 2018 at 2:35 pm\n{BODY}", "2018-03-12"),
    (f"The bridge\n2018-03-12\n{BODY}", "2018-03-12"),
    (f"The bridge\nBy Mira Talen | March 12, 2018\n{BODY}", "2018-03-12"),
    (f"PORT SELM, March 12, 2018 (Oru News) -- {BODY}", "2018-03-12"),
    (f"PORT SELM, 12 MAR 88 (ORU NEWS) -- {BODY}", "1988-03-12"),
    (f"The bridge\nPublished: 13/03/2018\n{BODY}", "2018-03-13"),
    (f"The bridge\nPublished: 03/04/2018\n{BODY}", None),  # March or April
    (f"The bridge\nPublished: Updated:\n{BODY}", None),
    (f"The bridge\nUpdated: 14 March 2018\n{BODY}", None),
    (f"The bridge\n31 February 2018\n{BODY}", None),
    (f"PORT SELM, March 12 (Oru News) -- {BODY}", None),
    (f"On 12 March 2018 the bridge fell. {BODY}", None),
    (f"{BODY} The bridge had been opened on 3 May 2001.", None),
]


@pytest.mark.parametrize(("text", "published"), DATES)
def test_the_date_of_publication_is_never_an_event_date(text: str, published: str | None) -> None:
    assert read(text).published == published


PUBLISHERS = [
    (f"{BODY}\n\nDisclaimer: Views expressed are the writers' own and do not reflect Varenia Daily's point-of-view.", "Varenia Daily"),
    (
        f"{BODY}\n\nThe views expressed here are the author's own and do not necessarily represent the views of The Oru Post.",
        "The Oru Post",
    ),
    (f"{BODY}\n\n© 2018 Varenia Daily. All rights reserved.", "Varenia Daily"),
    (f"{BODY}\n\nCopyright Varenia Daily 2018", "Varenia Daily"),
    (f"The choir votes\nBy Pavel Rusk\nThe Free Bell\n\n{BODY}", "The Free Bell"),
    (f"The choir votes\n\nBy Pavel Rusk\n\n12 March 2018\n\nOru News Agency\n\n{BODY}", "Oru News Agency"),
    (f"The choir votes\nBy Pavel Rusk\nThe Free Bell\n\n{BODY}\n\nCopyright Varenia Daily 2018", "Varenia Daily"),
    (f"The choir votes\nBy Pavel Rusk\nThe choir sang.\n\n{BODY}", None),
    (f"The choir votes\nBy Pavel Rusk\nThe Sports Correspondent\n\n{BODY}", None),
    (f"The choir votes\nBy Pavel Rusk\nMira Talen\n\n{BODY}", None),
    (BODY, None),
]


@pytest.mark.parametrize(("text", "publisher"), PUBLISHERS)
def test_publisher(text: str, publisher: str | None) -> None:
    assert read(text).publisher == publisher


def test_the_outlet_under_a_byline_is_no_author() -> None:
    article = read(f"The choir votes\nBy Pavel Rusk\nThe Free Bell\n\n{BODY}")
    assert article.authors == ("Pavel Rusk",)
    assert "The Free Bell" not in [quote(article.text, [block.span]) for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


def test_the_title_is_told_without_its_marks() -> None:
    assert read(f"# The bridge nobody wanted\n\n{BODY}").title == "The bridge nobody wanted"
    assert read(BODY).title is None


def test_a_paragraph_that_stands_twice_is_not_lost() -> None:
    assert [block.kind for block in read(f"{FIRST}\n\n{SECOND}\n\n{FIRST}\n\n{FIRST}").blocks] == [BlockKind.PARAGRAPH] * 4


@pytest.mark.parametrize("words", ["updated: ", "share ", "news | ", "Home > a ", "by by ", "12 March 2018 ", "the views expressed "])
def test_no_line_takes_long(words: str) -> None:
    began = time.perf_counter()
    read(words * 60)
    read(words * 5000)
    assert time.perf_counter() - began < 2
