"""Extents: contents of the trained reader are made whole, or cut, where marks, colons and the parse show their ends."""

from __future__ import annotations

import pytest

from rashomon.ingest.text import ingest_text
from rashomon.model import CueType, Span
from rashomon.parse import Doc, parse
from rashomon.read.attributions.cues import CueEntry
from rashomon.read.attributions.learned.extents import (
    as_announced,
    with_carried_cues,
    with_clauses_behind,
    with_continuations,
    with_whole_quotes,
    with_whole_source,
    without_coordinated,
)
from rashomon.read.attributions.learned.second_opinion import with_second_opinion
from rashomon.read.attributions.quotations import find_quotations
from rashomon.read.attributions.quotes import find_quotes
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.rules import find_reports_by_rules

ENTRY = CueEntry(lemma="say", frames=("clause",), type=CueType.SAY, addressee="")


def doc_of(text: str) -> Doc:
    return parse(ingest_text(text.encode(), "invented"))


def report(doc: Doc, source: str, cue: str, content: str) -> Report:
    """The report of these words, each part where it first stands in the text."""
    parts = [tuple(doc.tokens_in([Span(start, start + len(words))])) if words else () for words, start in starts(doc, source, cue, content)]
    return Report(entry=ENTRY, head=parts[1][0], cue=parts[1], content=parts[2], source=next(iter(parts[0]), None), source_words=parts[0])


def starts(doc: Doc, *parts: str) -> list[tuple[str, int]]:
    return [(words, doc.text.index(words)) for words in parts]


def words(tokens) -> str:
    """The words from the first of the tokens to the last."""
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text


def told(found: Report) -> str:
    """The content's words from its first to its last as they were parsed, without marks at its edges."""
    return words(found.content).strip('“”"., ')


def quotes(doc: Doc):
    return [quote for quote in find_quotes(doc, find_quotations(doc)) if quote.is_speech]


def test_a_quotation_is_told_whole():
    doc = doc_of("The mayor said the plan was “a gift to those who already own the whole harbour”.")
    (found,) = with_whole_quotes([report(doc, "The mayor", "said", "the plan was “a gift to those")], quotes(doc))
    assert told(found) == 'the plan was "a gift to those who already own the whole harbour'


def test_a_colon_announces_what_the_rules_find_behind_it():
    doc = doc_of("The mayor wrote: The toll is unjust. It has to go.")
    short, long = (report(doc, "The mayor", "wrote", content) for content in ("The toll is unjust", "The toll is unjust. It has to go"))
    assert [told(found) for found in as_announced([short], [long])] == ["The toll is unjust. It has to go"]


def test_the_words_that_announce_belong_to_the_cue():
    doc = doc_of("The mayor made the following remark: The toll is unjust.")
    learned, by_rules = report(doc, "The mayor", "made", "the following remark"), report(doc, "The mayor", "remark", "The toll is unjust")
    (found,) = as_announced([learned], [by_rules])
    assert (" ".join(token.text for token in found.cue), told(found)) == ("made the following remark", "The toll is unjust")


def test_without_a_colon_the_trained_reader_decides_the_end():
    doc = doc_of("The mayor wrote the toll was unjust. It has to go.")
    short, long = (report(doc, "The mayor", "wrote", content) for content in ("the toll was unjust", "the toll was unjust. It has to go"))
    assert [told(found) for found in as_announced([short], [long])] == ["the toll was unjust"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "kept"),
    [
        ("Experts praised the new dam but also had to leave.", "praised", "the new dam but also had to leave", "the new dam"),
        (
            "The mayor wants to mend the dam and close the port.",
            "wants",
            "to mend the dam and close the port",
            "to mend the dam and close the port",
        ),
    ],
)
def test_what_goes_on_with_the_cue_is_not_told(text, cue, content, kept):
    doc = doc_of(text)
    assert told(without_coordinated(report(doc, "", cue, content))) == kept


def test_a_clause_that_goes_on_with_a_content_is_part_of_it():
    doc = doc_of("Oru said the board rated guests by rank and talked about their debts.")
    outer = report(doc, "Oru", "said", "the board rated guests by rank")
    inner = report(doc, "", "talked about", "their debts")
    assert told(with_continuations([outer, inner])[0]) == "the board rated guests by rank and talked about their debts"
    other = report(doc, "Oru", "talked about", "their debts")
    assert [told(found) for found in with_continuations([outer, other])][1] == "their debts"


def test_a_quotation_in_a_clause_of_grounds_goes_with_the_content():
    doc = doc_of("She said she sings more often because “nobody here asks me to stop singing”.")
    found = with_clauses_behind([report(doc, "She", "said", "she sings more often")], quotes(doc))
    assert told(found[0]) == 'she sings more often because "nobody here asks me to stop singing'


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("He said he was cheated after he mended the dam.", "he was cheated", "he was cheated after he mended the dam"),
        ("He said he was cheated, while Oru kept the dam.", "he was cheated", "he was cheated"),
    ],
)
def test_a_clause_that_no_comma_parts_from_the_content_belongs_to_it(text, content, expected):
    doc = doc_of(text)
    assert told(with_clauses_behind([report(doc, "He", "said", content)], [])[0]) == expected


def test_a_quotation_that_somebody_tells_is_left_to_them():
    doc = doc_of("She said she sings more often because Oru told her “nobody here asks me to stop singing”.")
    own, told_by_oru = report(doc, "She", "said", "she sings more often"), report(doc, "Oru", "told", "nobody here asks me to stop singing")
    assert told(with_clauses_behind([own, told_by_oru], quotes(doc))[0]) == "she sings more often"


def test_a_source_that_only_the_rules_find_is_taken():
    doc = doc_of("The mayor wrote that the toll was unjust.")
    learned, by_rules = report(doc, "", "wrote", "the toll was unjust"), report(doc, "The mayor", "wrote", "the toll was unjust")
    (found,) = with_second_opinion([learned], [by_rules], [])
    assert found.source == by_rules.source


def test_a_refusal_to_say_is_a_saying_that_did_not_take_place():
    doc = doc_of("The mayor declined to say why the dam leaks.")
    short = report(doc, "The mayor", "declined", "to say why the dam leaks")
    (whole,) = with_carried_cues([short], [rule for rule in find_reports_by_rules(doc, []) if rule.denied])
    assert (words(whole.cue), told(whole), whole.denied) == ("declined to say", "why the dam leaks", True)


def test_a_refusal_to_do_something_stays_as_it_is():
    doc = doc_of("The mayor declined to open the dam.")
    short = report(doc, "The mayor", "declined", "to open the dam")
    assert list(with_carried_cues([short], find_reports_by_rules(doc, []))) == [short]


def test_a_source_ends_with_the_clause_that_describes_it():
    doc = doc_of("The company, which the report accuses of fraud, rejects the plan.")
    (cut, other) = (report(doc, source, "rejects", "the plan") for source in ("The company, which the report", "The company"))
    assert words(with_whole_source(cut).source_words) == "The company, which the report accuses of fraud"
    assert words(with_whole_source(other).source_words) == "The company"


def test_what_a_colon_announces_is_told_once():
    doc = doc_of("The mayor wrote and added: The toll is unjust. It has to go.")
    found = [report(doc, "The mayor", cue, "The toll is unjust") for cue in ("wrote", "added")]
    whole = report(doc, "The mayor", "added", "The toll is unjust. It has to go")
    assert [told(each) for each in as_announced(found[1:] + found[1:], [whole])] == [
        "The toll is unjust. It has to go",
        "The toll is unjust",
    ]


def test_what_the_speaker_goes_on_to_do_is_not_said():
    doc = doc_of("The mayor said that nobody cared, before flying home.")
    assert told(without_coordinated(report(doc, "The mayor", "said", "nobody cared, before flying home"))) == "nobody cared"


def test_words_that_only_lead_to_the_colon_are_part_of_the_cue():
    doc = doc_of("The mayor said this: tolls will rise.")
    (found,) = as_announced([report(doc, "The mayor", "said", "this: tolls will rise")], find_reports_by_rules(doc, []))
    assert (words(found.cue), told(found)) == ("said this", "tolls will rise")
