"""Mistakes of the parser that are put right before anybody reads the parse."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from rashomon.model import Article, Block, BlockKind, Span
from rashomon.parse import parse
from rashomon.parse.pipeline import load_pipeline
from rashomon.parse.repairs import repair_told_of_object


def test_a_past_form_behind_and_is_a_verb_with_its_object() -> None:
    text = "The court said that the guild was behind the April raid and froze accounts of two firms."
    doc = parse(Article(id="0" * 16, origin="invented", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)))
    froze = next(token for token in doc.tokens if token.text == "froze")
    assert froze.pos_ == "VERB"
    assert froze.lemma_ == "freeze"
    assert [child.text for child in froze.children if child.dep_ == "dobj"] == ["accounts"]
    assert "".join(token.text_with_ws for token in doc.tokens) == text


def test_who_died_accuses_nobody() -> None:
    text = "The ministry said that nine people had died and accused the guild."
    doc = parse(Article(id="1" * 16, origin="invented", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)))
    accused = next(token for token in doc.tokens if token.text == "accused")
    assert accused.head.text == "said"


def test_a_verb_keeps_its_silent_e() -> None:
    text = "They hoped and hopped: the mill was fined, the envoy raped, the line cordoned off, while she was singing and he planned it."
    doc = parse(Article(id="2" * 16, origin="invented", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)))
    verbs = [token.lemma_ for token in doc.tokens if token.pos_ == "VERB"]
    assert verbs == ["hope", "hop", "fine", "rape", "cordon", "sing", "plan"]


def test_a_past_behind_a_prefix_is_of_the_same_verb() -> None:
    text = "The army retook the town. They overheard him. The league strove on."
    doc = parse(Article(id="4" * 16, origin="invented", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)))
    told = [(token.lemma_, token.tag_) for token in doc.tokens if token.pos_ == "VERB"]
    assert told == [("retake", "VBD"), ("overhear", "VBD"), ("strive", "VBD")]


def test_a_clause_of_time_has_its_verb() -> None:
    text = "Nine people were killed when a tram overturned on 4 May 2019."
    doc = parse(Article(id="3" * 16, origin="invented", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)))
    overturned = next(token for token in doc.tokens if token.text == "overturned")
    assert (overturned.dep_, overturned.head.text) == ("advcl", "killed")
    assert [child.text for child in overturned.children if child.dep_ == "nsubj"] == ["tram"]


def told(text: str, digit: str) -> list[tuple[str, str, str]]:
    doc = parse(Article(id=digit * 16, origin="invented", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)))
    return [(token.text, token.dep_, token.head.text) for token in doc.tokens]


def test_who_is_named_to_an_office_is_named() -> None:
    words = told("The parliament of Sudria elected Mara Dessin president.", "5")
    assert ("Dessin", "dobj", "elected") in words
    assert ("president", "oprd", "elected") in words
    assert ("Mara", "compound", "Dessin") in words


def test_a_shot_behind_a_noun_is_a_verb() -> None:
    words = told("Two men on a motorcycle shot dead the editor.", "6")
    assert {("men", "nsubj", "shot"), ("editor", "dobj", "shot"), ("motorcycle", "pobj", "on")} <= set(words)


def test_doers_in_action_did_it() -> None:
    assert ("troops", "pobj", "by") in told("The dam was blown up by retreating troops.", "7")


def test_what_is_called_for_is_called_for() -> None:
    assert ("resign", "ccomp", "called") in told("She called for the president to resign.", "8")


def test_a_noun_below_the_participle_is_not_put_above_it() -> None:
    words = ["With", "Marr", ",", "killed", "in", "May", ",", "it", "is", "told"]
    heads = [3, 0, 3, 9, 3, 4, 9, 9, 9, 9]
    deps = ["prep", "pobj", "punct", "advcl", "prep", "pobj", "punct", "nsubjpass", "auxpass", "ROOT"]
    tags = ["IN", "NNP", ",", "VBN", "IN", "NNP", ",", "PRP", "VBZ", "VBN"]
    ents = ["O", "B-PERSON", *["O"] * 8]
    tokens = Doc(load_pipeline().vocab, words=words, heads=heads, deps=deps, tags=tags, ents=ents)
    repair_told_of_object(tuple(tokens))
    assert [token.head.i for token in tokens] == heads


@pytest.mark.parametrize(("told_last", "noun"), [("accused", False), ("killed", True)])
def test_who_left_his_captain_is_accused_and_the_captain_was_killed(told_last: str, noun: bool) -> None:
    words = ["They", "avenged", "their", "captain", ",", told_last, "in", "May"]
    heads = [1, 1, 3, 1, 1, 1, 5, 6]
    deps = ["nsubj", "ROOT", "poss", "dobj", "punct", "advcl", "prep", "pobj"]
    tags = ["PRP", "VBD", "PRP$", "NN", ",", "VBN", "IN", "NNP"]
    tokens = Doc(load_pipeline().vocab, words=words, heads=heads, deps=deps, tags=tags)
    repair_told_of_object(tuple(tokens))
    assert (tokens[5].head.text == "captain") is noun


def test_a_place_is_not_named_to_an_office() -> None:
    assert ("harbour", "oprd", "made") not in told("They made Orsk harbour the seat of the league.", "a")


def test_what_others_took_from_somebody_was_not_received_from_them() -> None:
    words = told("The court received documents that officers took from the Oru Front.", "b")
    assert ("from", "prep", "received") not in words
