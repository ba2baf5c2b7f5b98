"""Text set in one case, given the capitals that ordinary print would have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Article, Block, BlockKind, Span
from rashomon.parse.pipeline import is_word
from rashomon.parse.surface import surface
from rashomon.parse.truecase import truecased

CASES = [
    ("THE MAYOR OF VARENSK DIED.", "The mayor of Varensk died."),
    ("GENERAL TOMAS ORUDIN REPORTED THE ATTACK.", "General Tomas Orudin reported the attack."),
    ("THE GENERAL DIED. THE MAYOR REPORTED THAT.", "The general died. The mayor reported that."),
    ("THE ORU FREEDOM FRONT (OFF) ATTACKED. THE OFF KILLED A SOLDIER.", "The Oru Freedom Front (OFF) attacked. The OFF killed a soldier."),
    ("HE DIED ON 3 MAY AND MAY BE FROM SAN VARO.", "He died on 3 May and may be from San Varo."),
    ("GUERRILLAS CARRIED OUT THE BOMBING.", "Guerrillas carried out the bombing."),
    ("THE ARMY OF POPULAR UNITY [EUP] HELD HIM. THE EUP'S MEN FLED.", "The Army of Popular Unity [EUP] held him. The EUP's men fled."),
    ("the mayor said mr. orudin met senator lena marant in varensk.", "The mayor said Mr. Orudin met Senator Lena Marant in Varensk."),
]


@pytest.mark.parametrize(("flat", "print_"), CASES)
def test_names_and_sentence_starts_get_their_capitals(flat: str, print_: str) -> None:
    assert truecased([flat], is_word) == [print_]


def test_an_acronym_of_one_paragraph_is_one_in_the_next() -> None:
    first, second = "THE ORU FREEDOM FRONT (OFF) FLED.", "THE ORU FREEDOM FRONT RETURNED, AND THE OFF SPOKE."
    assert truecased([first, second], is_word)[1] == "The Oru Freedom Front returned, and the OFF spoke."


def test_a_remark_in_brackets_is_no_acronym() -> None:
    assert truecased(["THE MAYOR DIED (SUDDENLY) IN VARENSK [SIC]."], is_word) == ["The mayor died (suddenly) in Varensk [sic]."]


def test_an_article_without_capitals_gets_them() -> None:
    text = "the envoy of varenia flew to varensk on monday. " * 6
    assert "Varenia flew to Varensk on Monday." in surface(article(text), is_word)


def test_print_is_left_as_it_is() -> None:
    text = "The envoy of Varenia flew to Port Selm, and e.e. dunmore wrote of it. " * 4
    assert surface(article(text), is_word) == text


def article(text: str) -> Article:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    return Article(id="0123456789abcdef", origin="invented", text=text, blocks=(block,))


@given(st.lists(st.text(), max_size=3))
def test_letter_for_letter_as_long(blocks: list[str]) -> None:
    recased = truecased(blocks, is_word)
    assert [len(text) for text in recased] == [len(text) for text in blocks]
    pairs = (pair for old, new in zip(blocks, recased, strict=True) for pair in zip(old, new, strict=True))
    assert all(new in {old, old.lower(), old.upper()} for old, new in pairs)
