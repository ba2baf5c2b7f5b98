"""Reading: articles under way together give the records that each gives alone."""

from __future__ import annotations

from passages_reading import article_of

from rashomon.read import Reading, read_article

TEXTS = (
    "The Oru Front bombed the mill at Orsk on 4 May 2019, police said.",
    "“They lied,” said Mara Tenn. Varenia expelled the envoy.",
    "Dockers struck in Selm. The mayor praised them.",
    "Nine people were killed in Karsava on 5 May 2019.",
)


def test_articles_under_way_together_are_read_as_each_alone():
    articles = [article_of({"text": text}) for text in TEXTS]
    reading = Reading()
    early = [record for article in articles for record in reading.add(article)]
    records = [*early, *reading.rest()]
    assert 0 < len(early) < len(records)
    assert records == [read_article(article) for article in articles]
    assert not list(reading.rest())
