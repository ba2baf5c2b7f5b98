"""The learned reader: windows hold every word once, decoding is exact, and articles are read as their words say."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.encode import weights
from rashomon.encode.weights import load_tokenizer
from rashomon.encode.windows import LARGEST, cut_windows
from rashomon.errors import MissingWeights
from rashomon.ingest.text import ingest_text
from rashomon.model import Attribution
from rashomon.parse import parse
from rashomon.read import Reader, choose_reader, read_article
from rashomon.read.attributions.learned.decoding import barred, decode
from rashomon.read.attributions.learned.tags import ALLOWED, ENDS, STARTS, TAGS, tagged

SENTENCE = "The harbour master of Port Selm said that the cranes, which were built in Oru, would stand still until May. "


@pytest.mark.parametrize(
    "paragraphs", [["One word."], [SENTENCE] * 3, [SENTENCE * 40], [SENTENCE * 3, SENTENCE * 30, SENTENCE], ["ship " * 900]]
)
def test_every_word_stands_in_one_window(paragraphs):
    doc = parse(ingest_text("\n\n".join(paragraphs).encode(), "invented"))
    windows = cut_windows(doc, load_tokenizer())
    assert [i for window in windows for i in window.words] == [token.i for token in doc.tokens if not token.is_space]
    assert all(len(window.pieces) <= LARGEST + 2 for window in windows)
    assert all(len(window.firsts) == len(window.words) for window in windows)


def test_a_paragraph_that_fits_is_not_cut():
    doc = parse(ingest_text("\n\n".join([SENTENCE * 5] * 4).encode(), "invented"))
    starts = {block.span.start for block in doc.blocks()}
    assert all(doc.tokens[window.words[0]].idx in starts for window in cut_windows(doc, load_tokenizer()))


def best_by_hand(scores, moves, anchor):
    """The best sequence of all there are, and its score."""
    allowed = [
        tags
        for tags in itertools.product(range(len(TAGS)), repeat=len(scores))
        if STARTS[tags[0]]
        and ENDS[tags[-1]]
        and TAGS[tags[anchor]].endswith("-cue")
        and all(ALLOWED[left][right] for left, right in itertools.pairwise(tags))
    ]
    return max((sum(scores[range(len(tags)), tags]) + sum(moves[x, y] for x, y in itertools.pairwise(tags)), tags) for tags in allowed)


def test_decoding_finds_the_best_sequence_and_its_margin():
    draw = np.random.default_rng(1)
    moves = barred(draw.normal(size=(len(TAGS), len(TAGS))).astype(np.float32))
    scores = [draw.normal(scale=2, size=(length, len(TAGS))).astype(np.float32) for length in (3, 1, 4)]
    for each, anchor, found in zip(scores, (1, 0, 3), decode(scores, moves, (1, 0, 3)), strict=True):
        score, tags = best_by_hand(each, moves, anchor)
        assert found.tags == tuple(TAGS[tag] for tag in tags)
        assert found.margin == pytest.approx(score - each[:, 0].sum() - moves[0, 0] * (len(each) - 1), abs=1e-3)


@given(st.lists(st.sampled_from(["cue", "source", "content", None]), min_size=1, max_size=30))
def test_tags_of_any_parts_may_follow_each_other(parts):
    tags = tagged({part: [each == part for each in parts] for part in ("cue", "source", "content")})
    assert STARTS[tags[0]]
    assert ENDS[tags[-1]]
    assert all(ALLOWED[left][right] for left, right in itertools.pairwise(tags))
    assert [None if tag == 0 else TAGS[tag][2:] for tag in tags] == parts


def words(text: str, found: Attribution) -> tuple[str, str, str]:
    spans = found.source.spans, found.cue.spans, found.content.spans
    source, cue, content = (" ... ".join(text[span.start : span.end] for span in each) for each in spans)
    return source, cue, content


TOLD = {
    "“We will not pay,” said Lena Oru, the harbour master. “Not this year.”": ("Lena Oru, the harbour master", "said", "We will not pay"),
    "The council is expected to raise the harbour tax in May.": ("", "is expected", "raise the harbour tax in May"),
    "Fishermen accused the ministry of hiding the report.": ("Fishermen", "accused", "the ministry of hiding the report"),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_plain_cases_are_read(text, expected):
    found = [words(text, each) for each in read_article(ingest_text(text.encode(), "invented"), Reader.LEARNED).attributions]
    assert any(source == expected[0] and expected[1] in cue and expected[2] in content for source, cue, content in found), found


def test_the_same_article_is_read_the_same_way_in_any_company():
    given_article = ingest_text((SENTENCE * 8).encode(), "invented")
    alone = read_article(given_article, Reader.LEARNED)
    read_article(ingest_text(b"Tal denied that the dam had burst.", "another"), Reader.LEARNED)
    assert read_article(given_article, Reader.LEARNED) == alone


def test_each_record_names_its_reader():
    article = ingest_text(SENTENCE.encode(), "invented")
    assert read_article(article, Reader.RULES).reader.endswith(" rules")
    assert " learned " in read_article(article).reader


def test_without_weights_the_rules_read(monkeypatch, tmp_path):
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    assert choose_reader() is Reader.RULES
    with pytest.raises(MissingWeights, match="--reader rules"):
        choose_reader("learned")
