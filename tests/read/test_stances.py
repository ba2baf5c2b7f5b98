"""Stances: each sentence's attitude toward each actor that it mentions, in whose words, and by which of them."""

from __future__ import annotations

import msgspec
import pytest

from rashomon.encode.encoder import piece_vectors
from rashomon.encode.passages import cut_passages
from rashomon.encode.weights import load_settings, load_tokenizer
from rashomon.encode.windows import cut_windows
from rashomon.ingest.text import ingest_text
from rashomon.model import Attitude, Label, Record, Span, Spans, Stance
from rashomon.parse import parse
from rashomon.read import Reader, read_article
from rashomon.read.attitudes import judge_targets, judged_labels
from rashomon.read.attitudes.authors import author_feeling
from rashomon.read.attributions import encode_article, read_first

TOLD = (
    "The mayor of Port Selm praised Anna Kern, who rescued two children from the flood.\n\n"
    "“Paul Tesk is a corrupt liar,” Anna Kern said. He answered on Monday. Tesk travelled to Karsava.\n\n"
    "The Oru Front murdered three teachers in Karsava."
)
READERS = [Reader.LEARNED, Reader.RULES]


def words(record: Record, spans: Spans) -> list[str]:
    return [record.article.text[span.start : span.end] for span in spans]


def stances(record: Record, name: str) -> list[Stance]:
    ids = {actor.id for actor in record.actors if actor.name == name}
    return [stance for stance in record.stances if stance.actor in ids]


@pytest.fixture(scope="module", params=READERS)
def record(request: pytest.FixtureRequest) -> Record:
    return read_article(ingest_text(TOLD.encode(), "told.txt"), request.param)


def test_each_actor_has_one_stance_in_each_sentence_that_mentions_it(record):
    told = [(stance.actor, stance.sentence) for stance in record.stances]
    assert len(set(told)) == len(told)
    assert len(stances(record, "Paul Tesk")) == 3
    assert [stance.id.partition("-")[2] for stance in record.stances] == [f"v{number}" for number in range(1, len(told) + 1)]
    assert all(stance.sentence[0].contains(stance.target[0]) for stance in record.stances)


def test_praise_and_blame_are_told_from_each_other(record):
    assert [stance.attitude for stance in stances(record, "Oru Front")] == [Attitude.NEGATIVE]
    assert stances(record, "Anna Kern")[0].attitude is Attitude.POSITIVE
    assert stances(record, "Paul Tesk")[0].attitude is Attitude.NEGATIVE
    assert stances(record, "Paul Tesk")[2].attitude is Attitude.NEUTRAL


def test_the_words_that_decided_are_told(record):
    assert "murdered" in words(record, stances(record, "Oru Front")[0].decided_by)
    assert set(words(record, stances(record, "Anna Kern")[0].decided_by)) & {"praised", "rescued"}
    assert set(words(record, stances(record, "Paul Tesk")[0].decided_by)) & {"corrupt", "liar"}
    assert all(not stance.decided_by for stance in record.stances if stance.attitude is Attitude.NEUTRAL)


def test_an_accusation_is_its_speakers(record):
    said = next(stance for stance in stances(record, "Paul Tesk") if stance.attitude is Attitude.NEGATIVE)
    (attribution,) = (found for found in record.attributions if found.id == said.attribution)
    assert attribution.source.name == "Anna Kern"
    assert stances(record, "Oru Front")[0].attribution is None


def test_the_author_feels_what_the_author_says(record):
    (tesk,) = {stance.actor for stance in stances(record, "Paul Tesk")}
    assert author_feeling(record, {tesk}) is Attitude.NEUTRAL
    hostile = "Paul Tesk lied again. Paul Tesk betrayed the town. Paul Tesk murdered the truth."
    found = read_article(ingest_text(hostile.encode(), "hostile.txt"))
    assert author_feeling(found, {actor.id for actor in found.actors}) is Attitude.NEGATIVE


JUDGED = [
    ("Voters trust Paul Tesk, an honest and brave mayor.", "Paul Tesk", Attitude.POSITIVE),
    ("Critics accused the Harbour League of corruption and lies.", "the Harbour League", Attitude.NEGATIVE),
    ("Critics accused the Harbour League of corruption and lies.", "Critics", None),
    ("Paul Tesk was born in Karsava in 1950.", "Paul Tesk", Attitude.NEUTRAL),
    ("Anna Kern thanked Paul Tesk for saving her life.", "Paul Tesk", Attitude.POSITIVE),
    ("The Oru Front is a disgrace.", "The Oru Front", Attitude.NEGATIVE),
]


@pytest.mark.parametrize(("text", "target", "attitude"), JUDGED)
def test_the_trained_reader_judges(text, target, attitude):
    (verdict,) = judged(text, target)
    assert attitude is None or verdict.attitude is attitude
    assert verdict.attitude is not Attitude.NEUTRAL or not verdict.decided_by


def test_what_stands_around_a_sentence_seldom_changes_its_verdict():
    around = "The harbour was quiet. Ships lay at anchor.\n\n{}\n\nRain is expected in Port Selm. The market opens at nine."
    changed = [text for text, target, attitude in JUDGED if attitude and judged(around.format(text), target)[0].attitude is not attitude]
    assert len(changed) <= 1, changed


def judged(text, target):
    doc = parse(ingest_text(text.encode(), "test.txt"))
    start = text.index(target)
    return judge_targets(doc, [(Span(start, start + len(target)),)], encode_article(doc, read_first(doc)))


def test_a_target_without_words_is_neutral():
    doc = parse(ingest_text(b"Paul Tesk lied.\n\n", "test.txt"))
    (verdict,) = judge_targets(doc, [(Span(15, 16),)], encode_article(doc, read_first(doc)))
    assert (verdict.attitude, verdict.decided_by) == (Attitude.NEUTRAL, ())


def test_a_label_takes_the_attitude_that_its_own_words_decided():
    label = Label(id="d1", actor="p1", words="a sect", spans=(Span(10, 16),), aspect="nature")
    other = Label(id="d2", actor="p1", words="the League", spans=(Span(0, 10),), aspect="naming")
    stance = Stance(
        id="s1",
        actor="p1",
        sentence=(Span(0, 40),),
        target=(Span(0, 3),),
        attitude=Attitude.NEGATIVE,
        decided_by=(Span(12, 16), Span(30, 35)),
    )
    found = judged_labels((label, other), (stance,))
    assert (found[0].attitude, found[0].decided_by) == (Attitude.NEGATIVE, (Span(12, 16),))
    assert found[1] == other
    assert judged_labels((label, other), (msgspec.structs.replace(stance, sure=False),)) == (label, other)


def test_praise_or_blame_that_is_not_likely_enough_is_marked_as_unsure():
    least = load_settings().heads["attitude"]["sure"]
    plain = judged("Paul Tesk is a corrupt liar who stole from the poor.", "Paul Tesk")[0]
    vague = judged("The League continues to cling to its agenda.", "League")[0]
    assert (plain.sure, vague.sure) == (True, False)
    for verdict in (plain, vague, judged("The ferry company moved to the harbour.", "ferry company")[0]):
        assert verdict.likelihood is not None
        assert verdict.sure == (verdict.attitude is Attitude.NEUTRAL or verdict.likelihood >= least)


@pytest.mark.parametrize("text", ["One word.", "A first sentence. A second one.\n\nAnother paragraph.", "ship " * 600])
def test_passages_hold_every_word_once_with_its_own_pieces(text):
    doc = parse(ingest_text(text.encode(), "invented"))
    windows = cut_windows(doc, load_tokenizer())
    passages = list(cut_passages(doc, windows))
    assert [word for passage in passages for word in passage.words] == [word for window in windows for word in window.words]
    for passage in passages:
        window = windows[passage.window]
        assert (passage.rows[0], passage.rows[-1]) == (0, len(window.pieces) - 1)
        assert [passage.rows[start] for start in passage.starts[:-1]] == [window.firsts[window.words.index(word)] for word in passage.words]
        assert passage.rows_of(passage.words) == tuple(range(1, len(passage.rows) - 1))


def test_a_word_piece_has_one_vector_wherever_it_stands():
    one, other = ([*load_tokenizer().encode(text).ids] for text in ("The ship sailed.", "Nobody saw the ship."))
    ship = next(piece for piece in one if piece in other[2:-1] and piece != one[1])
    assert (piece_vectors(one)[one.index(ship)] == piece_vectors(other)[other.index(ship)]).all()
    assert len(piece_vectors(one)) == len(one)
