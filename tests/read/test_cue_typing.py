"""What a cue tells, whatever its words: type, commitment, certainty and polarity."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Token

from rashomon.model import Article, Block, BlockKind, Certainty, Commitment, CueType, Polarity, Span
from rashomon.parse import Doc, parse
from rashomon.read.attributions.cues import CueEntry
from rashomon.read.attributions.typing import type_cue, type_fault

NEUTRAL, ENDORSED, DISTANCED, REJECTED = Commitment.NEUTRAL, Commitment.ENDORSED, Commitment.DISTANCED, Commitment.REJECTED
CERTAIN, PROBABLE, POSSIBLE = Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE

TYPES = [
    # by the table, in the frame the word stands in
    ("The mayor called for talks.", "called for", "demand"),
    ("The mayor called the plan a sham.", "called", "call"),
    ("The mayor told the crowd to leave.", "told", "demand"),
    ("The mayor told the crowd that the dam was safe.", "told", "say"),
    ("Voters are convinced that the mayor took the money.", "are convinced", "think"),
    ('The street is known as "The Ladder".', "known as", "call"),
    ("The deputies voted against the plan.", "voted against", "criticise"),
    ("The deputies voted for the plan.", "voted for", "praise"),
    # phrases
    ("The mayor threw cold water on the plan.", "threw cold water on", "deny"),
    ("The union took issue with the report.", "took issue with", "criticise"),
    ("The mayor paid tribute to the firemen.", "paid tribute to", "praise"),
    # a word that only carries another
    ("The committee made it clear that the dam was unsafe.", "made it clear", "say"),
    ("The mayor made a promise to rebuild the dam.", "made a promise", "promise"),
    ("She was critical of the plan.", "was critical of", "criticise"),
    ("The mayor expressed concern that the dam would break.", "expressed concern", "feel"),
    ("The union issued a warning that the dam was weak.", "issued a warning", "warn"),
    ("The report appears to suggest that the dam is weak.", "appears to suggest", "claim"),
    ("The mayor went on to praise the firemen.", "went on to praise", "praise"),
    # nouns, adjectives, phrases without a verb
    ("Residents have concerns about the dam.", "concerns about", "feel"),
    ("The mayor met supporters of the plan.", "supporters of", "praise"),
    ("According to the mayor, the dam is safe.", "According to", "say"),
    ('Vale: "The dam is safe."', ":", "say"),
    ("She seemed tired of the talks.", "seemed", "show"),
    ("The strike is expected to end on Monday.", "is expected", "think"),
    ("She is widely regarded as the best mayor of the coast.", "is widely regarded as", "think"),
    # words of no table
    ("The insinuations that he was paid hurt the mayor.", "insinuations", "claim"),
    ("Slams Mayor Over Dam", "Slams", "criticise"),
    ('"Enough," he snorted.', "snorted", "say"),
]
WEIGHED = [
    ("The mayor openly admitted that the dam was weak.", "openly admitted", ENDORSED, CERTAIN),
    ("The mayor rightly noted that the dam was weak.", "rightly noted", ENDORSED, CERTAIN),
    ("The mayor rightly claimed that the dam was weak.", "rightly claimed", ENDORSED, CERTAIN),
    ("The mayor claimed that the dam was safe.", "claimed", DISTANCED, CERTAIN),
    ("The mayor reportedly said that the dam was weak.", "reportedly said", DISTANCED, PROBABLE),
    ("The mayor reportedly admitted that the dam was weak.", "reportedly admitted", DISTANCED, PROBABLE),
    ("Orin Vale is said to have fled.", "is said", DISTANCED, PROBABLE),
    ("It is said that Orin Vale fled.", "is said", DISTANCED, PROBABLE),
    ("The mayor falsely claimed that the dam was safe.", "falsely claimed", REJECTED, CERTAIN),
    ("The council baselessly accused the union of theft.", "baselessly accused", REJECTED, CERTAIN),
    ("The paper repeated the baseless allegation that the union stole.", "baseless allegation", REJECTED, CERTAIN),
    ("The paper quoted a so-called statement that the dam was safe.", "so-called statement", DISTANCED, CERTAIN),
    ("The mayor lied that the dam was safe.", "lied", REJECTED, CERTAIN),
    ("The mayor may have said that the dam was weak.", "may have said", NEUTRAL, POSSIBLE),
    ("She seemed to say that all was lost.", "seemed to say", NEUTRAL, PROBABLE),
    ("Critics would say that the dam was never safe.", "would say", NEUTRAL, POSSIBLE),
    ("She would like to see the dam repaired.", "would like to see", NEUTRAL, CERTAIN),
    ("She believes that the dam is safe.", "believes", NEUTRAL, PROBABLE),
    ("The mayor did not admit that the dam was weak.", "did not admit", ENDORSED, CERTAIN),
    ("The mayor did not confirm that the dam was weak.", "did not confirm", NEUTRAL, CERTAIN),
]
DENIED = [
    ("The mayor did not say whether the dam was safe.", "did not say"),
    ("Nobody said that the dam was safe.", "said"),
    ("No official said that the dam was safe.", "said"),
    ("The mayor declined to say whether the dam was safe.", "declined to say"),
    ("The mayor refused to confirm that the dam was weak.", "refused to confirm"),
    ("The mayor has yet to explain why the dam broke.", "has yet to explain"),
    ("The mayor stopped short of confirming the deal.", "stopped short of confirming"),
    ("The mayor couldn't say when the dam would be safe.", "couldn't say"),
    ("The union made no mention of the strike.", "made no mention of"),
    ("She left without saying that the dam was weak.", "saying"),
    ("He neither confirmed nor denied that he had paid.", "neither confirmed nor denied"),
    ("The agency no longer believes that the dam is safe.", "no longer believes"),
    ("His refusal to condemn the attack angered the coast.", "refusal to condemn"),
]
AFFIRMED = [
    ("The mayor denied that the dam was weak.", "denied"),
    ("The mayor declined the offer of talks.", "declined"),
    ("The mayor did not refuse to say who had paid.", "did not refuse to say"),
    ("She not only said that the dam was weak but wept.", "not only said"),
    ("The mayor said that nobody had been hurt.", "said"),
]


@cache
def parsed(text: str) -> Doc:
    return parse(
        Article(id="0123456789abcdef", origin="invented", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),))
    )


def typed(text: str, cue: str) -> CueEntry:
    start = text.index(cue)
    words = parsed(text).tokens_in([Span(start, start + len(cue))])
    return type_cue(tuple(words), anchor(words))


def anchor(words: list[Token]) -> Token:
    """The word that hangs on none of the others, a verb if there is one."""
    tops = [word for word in words if word.head not in words or word.head == word]
    return next((word for word in tops if word.pos_ in {"VERB", "AUX"}), tops[0])


@pytest.mark.parametrize(("text", "cue", "told"), TYPES)
def test_what_the_source_does_with_the_content(text: str, cue: str, told: str) -> None:
    assert typed(text, cue).type is CueType(told)


@pytest.mark.parametrize(("text", "cue", "commitment", "certainty"), WEIGHED)
def test_how_far_the_reporter_stands_by_it_and_how_sure_it_is(text: str, cue: str, commitment: Commitment, certainty: Certainty) -> None:
    entry = typed(text, cue)
    assert (entry.commitment, entry.certainty) == (commitment, certainty)


@pytest.mark.parametrize(("text", "cue"), DENIED)
def test_a_reporting_that_does_not_take_place_is_denied(text: str, cue: str) -> None:
    assert typed(text, cue).polarity is Polarity.DENIED


@pytest.mark.parametrize(("text", "cue"), AFFIRMED)
def test_a_reporting_that_takes_place_is_affirmed(text: str, cue: str) -> None:
    assert typed(text, cue).polarity is Polarity.AFFIRMED


def test_a_reader_that_knows_its_row_keeps_the_type_and_gets_the_rest() -> None:
    words = tuple(parsed("The mayor falsely said that the dam was safe.").tokens[2:4])
    known = CueEntry(lemma="say", frames=("clause",), type=CueType.WARN, addressee="")
    entry = type_cue(words, words[1], known)
    assert (entry.type, entry.commitment) == (CueType.WARN, REJECTED)


LONG = "The old mayor, who never liked the union, reportedly declined to say that nobody would have been blamed for the so-called flood."


@settings(deadline=None)
@given(places=st.sets(st.integers(0, 22), min_size=1), pick=st.integers(0, 22))
def test_any_words_and_any_anchor_are_typed(places: set[int], pick: int) -> None:
    tokens = parsed(LONG).tokens
    words = tuple(tokens[place] for place in sorted(places))
    entry = type_cue(words, words[pick % len(words)])
    assert entry.type in CueType
    assert entry == type_cue(words, words[pick % len(words)])


def test_a_fault_in_a_row_of_types_names_the_column_the_word_and_what_may_stand_there() -> None:
    good = {"lemma": "laud", "pos": "VERB", "frame": "", "type": "praise", "commitment": "neutral", "certainty": "certain"}
    assert type_fault(good) is None
    assert type_fault({**good, "commitment": "sure"}) == ("commitment has 'sure'; it takes one of distanced, endorsed, neutral, rejected")
