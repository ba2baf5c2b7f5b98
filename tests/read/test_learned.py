"""The learned reader: windows hold every word once, decoding is exact, and articles are read as their words say."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.encode import weights
from rashomon.encode.grammar import COLUMNS, HINTED, read_grammar
from rashomon.encode.weights import load_settings, load_tokenizer
from rashomon.encode.windows import LARGEST, cut_windows
from rashomon.errors import MissingWeights
from rashomon.ingest.text import ingest_text
from rashomon.model import Attribution, CueType, SourceKind, Span
from rashomon.parse import Doc, parse
from rashomon.read import Reader, choose_reader, read_article
from rashomon.read.attributions.cues import CueEntry
from rashomon.read.attributions.learned.contested import settle_contested
from rashomon.read.attributions.learned.decoding import barred, decode
from rashomon.read.attributions.learned.hints import hints_from
from rashomon.read.attributions.learned.tags import ALLOWED, ENDS, STARTS, TAGS, tagged
from rashomon.read.attributions.quotes import find_quotes
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.rules import find_reports_by_rules

ENTRY = CueEntry(lemma="say", frames=("clause",), type=CueType.SAY, addressee="")

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


def test_what_worries_somebody_is_told_in_full():
    text = "What worries the experts in Oru most is that the dam, which leaks, was never tested."
    found = [words(text, each) for each in read_article(ingest_text(text.encode(), "invented"), Reader.LEARNED).attributions]
    assert any("worries" in cue and "the dam, which leaks, was never tested" in content for _, cue, content in found), found
    assert "What" not in [content for _, _, content in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There is no reason to believe that the guild will leave Orsk.", SourceKind.AUTHOR),
        ("It is crucial to know why Varenia has become so important for the guild.", SourceKind.AUTHOR),
        ("It is unclear whether the guild was behind the strike.", SourceKind.AUTHOR),
        ("It was announced that the guild had left Orsk.", SourceKind.UNNAMED),
        ("It is widely believed that the guild was behind the strike.", SourceKind.UNNAMED),
        ("There were fears that the dam would break.", SourceKind.UNNAMED),
    ],
)
def test_who_judges_is_the_author_and_whom_a_passive_leaves_out_is_not(text, kind):
    (only,) = read_article(ingest_text(text.encode(), "invented"), Reader.LEARNED).attributions
    assert (only.source.kind, only.source.spans) == (kind, ())


def test_which_is_what_was_said():
    text = "The ministry said it was too early to comment, which Pell called an insult."
    found = read_article(ingest_text(text.encode(), "invented"), Reader.LEARNED).attributions
    assert [words(text, each)[2] for each in found] == ["it was too early to comment", "it was too early to comment ... an insult"]
    assert [each.parent for each in found] == [None, None]


def test_the_same_article_is_read_the_same_way_in_any_company():
    given_article = ingest_text((SENTENCE * 8).encode(), "invented")
    alone = read_article(given_article, Reader.LEARNED)
    read_article(ingest_text(b"Tal denied that the dam had burst.", "another"), Reader.LEARNED)
    assert read_article(given_article, Reader.LEARNED) == alone


def report(doc: Doc, cue: str, *content: str) -> Report:
    cue_words, words = (tuple(doc.tokens_in(doc_span(doc, piece) for piece in pieces)) for pieces in ((cue,), content))
    return Report(entry=ENTRY, head=cue_words[0], cue=cue_words, content=words, source=None)


def doc_span(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    return Span(start, start + len(words))


TWO_SPEAK = '"We will not pay," Oru said. The toll was "too high", Venn added on Sunday. "It feeds nobody but the clerks."'
BY_ORU, BY_VENN = "We will not pay", "It feeds nobody but the clerks."
CONTESTED = [
    (("said", BY_ORU, BY_VENN), ("added", BY_VENN), BY_VENN),
    (("added", BY_ORU, BY_VENN), ("said", BY_ORU), BY_ORU),
]


@pytest.mark.parametrize(("one", "other", "kept"), CONTESTED)
def test_words_that_two_claim_stay_with_the_nearer_cue(one, other, kept):
    doc = parse(ingest_text(TWO_SPEAK.encode(), "invented"))
    settled = settle_contested([report(doc, *one), report(doc, *other)])
    places = [{token.i for token in each.content} for each in settled]
    assert places[1] == {token.i for token in doc.tokens_in([doc_span(doc, kept)])}
    assert not places[0] & places[1]
    assert places[0]


def test_each_run_of_contested_words_is_settled_by_itself():
    doc = parse(ingest_text(TWO_SPEAK.encode(), "invented"))
    both = [report(doc, cue, BY_ORU, BY_VENN) for cue in ("said", "added")]
    expected = [{token.i for token in doc.tokens_in([doc_span(doc, kept)])} for kept in (BY_ORU, BY_VENN)]
    assert [{token.i for token in each.content} for each in settle_contested(both)] == expected


def test_what_stands_inside_a_content_is_told_by_both():
    doc = parse(ingest_text(b"Oru said that Venn denies the debt.", "invented"))
    outer, inner = report(doc, "said", "Venn denies the debt"), report(doc, "denies", "the debt")
    assert [each.content for each in settle_contested([outer, inner])] == [outer.content, inner.content]


def test_the_rules_hints_are_told_word_by_word_and_to_their_own_anchor():
    doc = parse(ingest_text(b"Oru said that Venn denies the debt.", "invented"))
    reports = find_reports_by_rules(doc, find_quotes(doc, ()))
    grammar = read_grammar(doc, (), hints_from(reports), load_settings().labels)
    told = [HINTED[number] for number in grammar.words[:, COLUMNS.index("hint")]]
    assert told == ["source", "cue", "outside", "content", "content", "content", "content", "outside"]
    places = np.arange(len(doc.tokens))
    to_denies = grammar.relations(4, places)[:, -1]
    assert [HINTED[number - 1] for number in to_denies] == ["outside"] * 3 + ["source", "cue", "content", "content", "outside"]
    assert not grammar.relations(3, places)[:, -1].any()


def test_each_record_names_its_reader():
    article = ingest_text(SENTENCE.encode(), "invented")
    assert read_article(article, Reader.RULES).reader.endswith(" rules")
    assert " learned " in read_article(article).reader


def test_with_weights_of_another_format_the_rules_read(monkeypatch, tmp_path):
    for name in weights.FILES:
        (tmp_path / name).write_text(json.dumps({"format": weights.FORMAT - 1}))
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    assert choose_reader() is Reader.RULES


def test_without_weights_the_rules_read(monkeypatch, tmp_path):
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    assert choose_reader() is Reader.RULES
    with pytest.raises(MissingWeights, match="--reader rules"):
        choose_reader("learned")
