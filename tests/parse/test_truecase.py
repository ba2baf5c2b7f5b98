"""Text in capitals, given the capitals that ordinary print would have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.parse.truecase import truecased

WORDS = """the guerrilla attack town mayor of a bomb kill general and report that he die in freedom front national by carry out soldier
san member may be will arrive on from"""
KNOWN = frozenset(WORDS.split())

CASES = [
    ("THE MAYOR OF VARENSK DIED.", "The mayor of Varensk died."),
    ("GENERAL TOMAS ORUDIN REPORTED THE ATTACK.", "General Tomas Orudin reported the attack."),
    ("THE GENERAL DIED. THE MAYOR REPORTED THAT.", "The general died. The mayor reported that."),
    ("THE ORU FREEDOM FRONT (OFF) ATTACKED. THE OFF KILLED A SOLDIER.", "The Oru Freedom Front (OFF) attacked. The OFF killed a soldier."),
    ("HE DIED ON 3 MAY AND MAY BE FROM SAN VARO.", "He died on 3 May and may be from San Varo."),
    ("GUERRILLAS CARRIED OUT THE BOMBING.", "Guerrillas carried out the bombing."),
]


@pytest.mark.parametrize(("capitals", "print_"), CASES)
def test_names_and_sentence_starts_keep_their_capitals(capitals: str, print_: str) -> None:
    assert truecased(capitals, KNOWN.__contains__) == print_


@given(st.text())
def test_letter_for_letter_as_long(text: str) -> None:
    recased = truecased(text, KNOWN.__contains__)
    assert len(recased) == len(text)
    assert all(new in {old, old.lower()} for old, new in zip(text, recased, strict=True))
