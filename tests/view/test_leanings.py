"""What each source's sentences on an actor let one think of it, beside each other, with the words that decided."""

import re

import msgspec
import pytest

from rashomon.report import render_report, render_text
from rashomon.view import build_page
from view import port_selm


@pytest.fixture(scope="module")
def page():
    return build_page(port_selm.records(), port_selm.comparison())


def leanings(page):
    (portrait,) = page.portraits
    return {column.siglum: column.leanings for column in portrait.columns}


def test_sentences_are_counted_by_who_says_them_in_each_article(page):
    told = {
        siglum: [(one.teller.short, one.tally.negative, one.tally.neutral, one.tally.positive) for one in found]
        for siglum, found in leanings(page).items()
    }
    assert told == {"A": [], "B": [("the author", 2, 1, 0), ("experts (unnamed)", 1, 0, 0)], "C": [("the author", 0, 1, 0)]}


def test_what_leans_is_listed_first_with_the_words_that_decided(page):
    sentences = leanings(page)["B"][0].sentences
    assert [(str(one.attitude), [phrase.words for phrase in one.phrases if phrase.decided]) for one in sentences] == [
        ("negative", ["terrorist", "murdered"]),
        ("negative", ["blew"]),
        ("neutral", []),
    ]
    whole = "".join(phrase.words for phrase in sentences[1].phrases)
    assert whole == "In June 2011 the same men blew up the rail bridge at Tel Arna."


def test_the_report_marks_the_words_and_leads_to_each_sentence(page):
    html = render_report(page)
    shown = re.search(
        r'<a class="words" href="#([^"]+)">In June 2011 the same men <mark>blew</mark> up the rail bridge at Tel Arna\.</a>', html
    )
    assert shown
    assert f'id="{shown[1]}"' in html


def test_no_attitude_is_shown_as_a_fact(page):
    html = " ".join(re.sub(r"<[^>]+>", " ", render_report(page)).split())
    assert "sentences, read as" in html
    assert "according to experts (unnamed): ▼ 1 negative" in html


def test_the_plain_text_has_the_counts_and_the_words_that_decided(page):
    told = " ".join(render_text(page).split())
    assert "sentences, read as B 2 negative (“terrorist”; “murdered”; “blew”), 1 neutral (the author);" in told
    assert "1 negative (“attacks”) (experts (unnamed)) C 1 neutral (the author)" in told


def test_the_matrix_counts_the_very_sentences_of_the_pictures(page):
    pictured = {one.teller.source: one.tally for found in leanings(page).values() for one in found}
    marks = {speaker.name: mark for speaker in page.matrix.speakers for mark in speaker.marks if mark}
    assert {name: mark.tally for name, mark in marks.items()} == pictured
    html = " ".join(re.sub(r"<[^>]+>", " ", render_report(page)).split())
    assert "the author, Ilse Marn about Oru Front ▼ 2 negative ● 1 neutral" in html
    assert "A number counts sentences, the same as in the pictures above" in html


def test_what_a_source_says_of_itself_is_in_the_picture_only():
    agency, standard, voice = port_selm.records()
    own = msgspec.structs.replace(voice.stances[0], attribution=voice.attributions[2].id)
    page = build_page((agency, standard, msgspec.structs.replace(voice, stances=(own,))), port_selm.comparison())
    assert [one.teller.source for one in leanings(page)["C"]] == ["Oru Front"]
    assert "Oru Front" not in {speaker.name for speaker in page.matrix.speakers}


def test_a_long_list_is_cut_and_counted():
    agency, standard, voice = port_selm.records()
    many = [msgspec.structs.replace(standard.stances[0], id=f"{standard.stances[0].id}-{number}") for number in range(9)]
    page = build_page((agency, msgspec.structs.replace(standard, stances=tuple(many)), voice), port_selm.comparison())
    (author,) = leanings(page)["B"]
    assert (len(author.sentences), author.hidden, author.tally.negative) == (5, 4, 9)
    assert "and 4 more" in render_report(page)


def test_articles_whose_sentences_were_not_judged_show_no_such_row():
    unjudged = tuple(msgspec.structs.replace(record, stances=()) for record in port_selm.records())
    page = build_page(unjudged, port_selm.comparison())
    assert "sentences, read as" not in render_report(page)
    assert "sentences, read as" not in render_text(page)


def test_words_of_an_article_stay_words():
    agency, standard, voice = port_selm.records()
    text = standard.article.text.replace("Tel Arna", "<b>Arna")
    sly = msgspec.structs.replace(standard, article=msgspec.structs.replace(standard.article, text=text))
    html = render_report(build_page((agency, sly, voice), port_selm.comparison()))
    assert "the rail bridge at &lt;b&gt;Arna" in html
    assert "<b>Arna" not in html


def test_what_is_unsure_is_counted_apart_and_listed_last_as_perhaps():
    agency, standard, voice = port_selm.records()
    doubted = tuple(msgspec.structs.replace(stance, sure=number > 0) for number, stance in enumerate(standard.stances))
    page = build_page((agency, msgspec.structs.replace(standard, stances=doubted), voice), port_selm.comparison())
    author = leanings(page)["B"][0]
    assert (author.tally.negative, author.tally.neutral, author.tally.unsure) == (1, 1, 1)
    assert [one.sure for one in author.sentences] == [True, True, False]
    assert "perhaps negative:" in render_report(page)
    assert "1 negative (“blew”), 1 neutral, 1 unsure (the author)" in " ".join(render_text(page).split())
