"""Pronouns lead back to the actor they stand for, or to nobody."""

from __future__ import annotations

import pytest

from rashomon.ingest.text import ingest_text
from rashomon.model import MentionForm, Span
from rashomon.parse import parse
from rashomon.read.actors import read_actors

CASES = [
    ("Anna Marr and Daniel Marr left. Daniel Marr met Paul Tesk, whom he called a liar.", "he", "Daniel Marr"),
    ("Daniel Marr praised Paul Tesk, who he said had saved the town.", "he", "Daniel Marr"),
    ("Paul Tesk, whose brother he loved, left the town.", " he ", "Paul Tesk"),
    ("Anna Marr spoke. Daniel Marr scratched his head. She laughed.", "She", "Anna Marr"),
    ("Senator Paul Tesk resigned on Monday. He gave no reason.", "He", "Paul Tesk"),
    ("Anna Marr met Paul Tesk on Monday. She praised the plan.", "She", "Anna Marr"),
    ("Mrs Marr met Mr Tesk on Monday. He praised the plan.", "He", "Tesk"),
    ("Paul Tesk thanked Daniel Marr and said he would resign.", " he ", "Paul Tesk"),
    ("Paul Tesk told reporters that his party had won.", "his", "Paul Tesk"),
    ("Daniel Marr said that Paul Tesk had thanked him.", "him", "Daniel Marr"),
    ("In his speech, Paul Tesk rejected the plan.", "his", "Paul Tesk"),
    ("The Harbour League marched on Monday. It wants higher pay.", "It", "Harbour League"),
    ("According to the Harbour League, Norway raided the depot. It says nine people died.", "It", "Harbour League"),
    ("Norway raided the depot, according to the Harbour League. It said nine people had died.", "It", "Harbour League"),
    ("Norway raided the depot, according to the Harbour League. It expelled the envoy on Monday.", "It", "Norway"),
    ("Norway expelled the envoy and closed its embassy.", "its", "Norway"),
    ("The Norwegians rejected the plan because they had not been asked.", "they", "Norwegians"),
    ("Norway spoke on Monday. It is important to know the reason.", "It", None),
    ("Paul Tesk resigned. It was a bad day.", "It", None),
    (
        "Norway spoke on Monday. Many members of the exile groups blame the harbour policy of Norway, which they called weak.",
        "they",
        "many members of the exile groups",
    ),
    ("Analysts doubt that Norway will sign. In their view, the treaty is dead.", "their", "analysts"),
    ("The workers met Norway on Monday. They want higher pay.", "They", "the workers"),
    ("Many in Selm believe that the Lantern is too harsh. They should read it.", "They", "many in Selm"),
    ("Norway and Belgium met on Monday. They agreed on a plan.", "They", None),
    (
        "The United States spoke on Monday. Mr Marr praised efforts to stand up to Belgium and to counter its plots.",
        "its",
        "Belgium",
    ),
    (
        "Removing the Harbour League from Norway and other countries was hard because expelling them to Selm was not allowed.",
        "them",
        "Harbour League",
    ),
    ("Norway cannot act as long as a club imposes itself on the talks.", "itself", None),
    ("Norway armed itself on Monday.", "itself", "Norway"),
    ('We must ask the Norwegian government: "Why do you rent out your land?"', "your", "Norway"),
    ("Paul Tesk told us that you should never ask him.", "you", None),
    ('Paul Tesk emptied the fund. Daniel Marr said: "He stole the money."', "He", "Paul Tesk"),
    ('Paul Tesk emptied the fund. "He stole the money," said Daniel Marr.', "He", "Paul Tesk"),
    ('Paul Tesk emptied the fund. Daniel Marr said: "He stole the money." Paul Tesk said that it was late.', "He", "Paul Tesk"),
    ('Paul Tesk spoke first. "The man is a thief," Daniel Marr told reporters. "He stole the money."', "He", "Paul Tesk"),
    ('Paul Tesk spoke. "The fund is empty," he said, and left.', " he ", "Paul Tesk"),
]


@pytest.mark.parametrize(("text", "pronoun", "name"), CASES)
def test_pronoun(text: str, pronoun: str, name: str | None) -> None:
    bare = pronoun.strip()
    shifted = text.index(pronoun) + pronoun.index(bare)
    place = Span(shifted, shifted + len(bare))
    actors = read_actors(parse(ingest_text(text.encode(), "test.txt")))
    meaning = [
        actor.name for actor in actors for mention in actor.mentions if mention.form is MentionForm.PRONOUN and place in mention.spans
    ]
    assert meaning == ([] if name is None else [name])
