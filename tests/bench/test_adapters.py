"""The adapters with the real readers: each task's plainest case, and the same answers from several processes as from one."""

from __future__ import annotations

from concurrent.futures import Executor, ThreadPoolExecutor
from functools import cache
from typing import Any

import pytest
from bench.adapters import attribution
from bench.run import Failure, run_task, workers

from rashomon.encode import weights
from rashomon.errors import MissingWeights

SAID = "Lena Oru said that the harbour would close."
RETOLD = "Lena Oru said that the mayor had promised that the harbour would close."
SIEGE = "The siege began on 3 May 1911. It ended two years later."
ARREST = "Police arrested two editors in Lisbon on Monday."
BLAST = "A bomb exploded at the depot of Kesh on Tuesday, police said. The Oru Front claimed responsibility for the bombing."
PRONOUN = "Lena Oru resigned on Friday after she lost the vote. Tomas Venn stayed."
QUAKE = ("An earthquake struck Kesh on Monday.", "The earthquake in Kesh killed nobody. Rain followed.")
FOLDER = (
    ("Blast at the depot of Kesh", "A bomb exploded at the fuel depot of Kesh on 6 May 2031, killing four guards, police said."),
    ("Dockers of Port Selm strike", "Dockers went on strike in Port Selm on 2 May 2031. Their union demanded higher wages."),
    ("Bombing in Kesh kills four", "Four guards were killed when a bomb exploded at the fuel depot of Kesh on 6 May 2031."),
)

LIAR = "\u201cPaul Tesk is a corrupt liar,\u201d Lena Oru said. The harbour was quiet on Monday."
LIAR_SPANS = [
    {"start": LIAR.index("corrupt"), "end": LIAR.index(" liar") + 5},
    {"start": LIAR.index("quiet"), "end": LIAR.index("quiet") + 5},
]


def at(text: str, phrase: str) -> list[int]:
    start = text.index(phrase)
    return [start, start + len(phrase)]


def mention(number: int, text: str, phrase: str) -> dict[str, Any]:
    start, end = at(text, phrase)
    return {"id": str(number), "start": start, "end": end, "kind": "event"}


DOCUMENTS: dict[str, list[dict[str, Any]]] = {
    "attribution": [{"text": SAID}, {"text": RETOLD}],
    "incidents": [{"text": BLAST}],
    "events": [{"text": ARREST}],
    "five_w": [{"text": f"Editors arrested\n\n{ARREST}", "title": "Editors arrested", "published": "2031-05-06"}],
    "same_event": [
        {"text": QUAKE[0], "topic": "1", "subtopic": "1a", "mentions": [mention(1, QUAKE[0], "earthquake")]},
        {"text": QUAKE[1], "topic": "1", "subtopic": "1a", "mentions": [mention(1, QUAKE[1], "earthquake"), mention(2, QUAKE[1], "Rain")]},
    ],
    "shared_incidents": [{"text": text, "title": title, "published": "2031-05-07"} for title, text in FOLDER],
    "times": [{"text": SIEGE, "published": "2031-05-06"}],
    "places": [{"text": "Rain fell on Lisbon in Portugal."}],
    "attitude": [{"text": "Critics called Lena Oru a corrupt liar.", "start": 15, "end": 23, "mention": "Lena Oru"}],
    "basil": [
        {
            "event": "1",
            "text": LIAR,
            "entities": ["Paul_Tesk", "main_event"],
            "author_feeling": {"Paul_Tesk": "", "main_event": ""},
            "spans": LIAR_SPANS,
        }
    ],
    "pronouns": [{"text": PRONOUN, "pronoun": at(PRONOUN, "she"), "a": at(PRONOUN, "Lena Oru"), "b": at(PRONOUN, "Tomas Venn")}],
}


def predicted(task: str, executor: Executor) -> list[dict[str, Any]]:
    lines = [{"id": f"{task}-{number}", **document} for number, document in enumerate(DOCUMENTS[task])]
    found = list(run_task(task, lines, executor))
    assert [str(each) for each in found if isinstance(each, Failure)] == []
    return found


@cache
def answers(task: str) -> list[dict[str, Any]]:
    """What the readers say of the task's documents."""
    with ThreadPoolExecutor(1) as executor:
        return predicted(task, executor)


def test_attributions():
    [relation] = answers("attribution")[0]["attributions"]
    words = {role: " ".join(SAID[start:end] for start, end in spans) for role, spans in relation.items()}
    assert (words["source"], words["cue"]) == ("Lena Oru", "said")
    assert words["content"].removeprefix("that ") == "the harbour would close"


def test_attributions_inside_another_are_left_out():
    [relation] = answers("attribution")[1]["attributions"]
    assert [RETOLD[start:end] for start, end in relation["cue"]] == ["said"]


def test_incidents():
    prediction = answers("incidents")[0]
    assert any("oru front" in mention.lower() for entity in prediction["roles"]["PerpOrg"] for mention in entity)
    assert "CLAIMED OR ADMITTED" in prediction["confidence"].values()


def test_events():
    [event] = answers("events")[0]["events"]
    assert (event["type"], event["trigger"]) == ("COERCE", "arrested")
    assert "Police" in event["agents"][0]
    assert "editors" in event["patients"][0]


def test_five_w():
    prediction = answers("five_w")[0]
    assert "Police" in prediction["who"] or "editors" in prediction["who"].lower()
    assert "arrested" in prediction["what"].lower()
    assert "Monday" in prediction["when"]
    assert "Lisbon" in prediction["where"]


def test_same_event():
    first, second = (prediction["clusters"] for prediction in answers("same_event"))
    assert first["1"] == second["1"] != second.get("2")


def test_shared_incidents():
    blast, strike, bombing = (set(prediction["incidents"]) for prediction in answers("shared_incidents"))
    assert blast & bombing
    assert not strike


def test_times():
    first = answers("times")[0]["times"][0]
    assert (SIEGE[first["start"] : first["end"]], first["value"]) == ("3 May 1911", "1911-05-03")


def test_places():
    placed = [place for place in answers("places")[0]["places"] if place["start"] == 13]
    assert [(round(place["lat"]), round(place["lon"])) for place in placed] == [(39, -9)]


def test_attitude():
    assert answers("attitude")[0]["polarity"] == "negative"


def test_basil():
    found = answers("basil")[0]
    assert found["speakers"] == ["Lena Oru Lena Oru Lena Oru", ""]
    assert found["feelings"] == {"Paul_Tesk": "neu", "main_event": "neu"}


def test_pronouns():
    assert (answers("pronouns")[0]["a"], answers("pronouns")[0]["b"]) == (True, False)


def test_several_processes_give_the_same_in_the_same_order():
    with workers(2) as executor:
        assert predicted("times", executor) == answers("times")
        assert predicted("same_event", executor) == answers("same_event")


def test_attributions_are_read_by_the_reader_that_is_asked_for(monkeypatch, tmp_path):
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    document = {"id": "1", "text": "Oru said that the dam was safe."}
    (found,) = attribution.predict({**document, "reader": "rules"})["attributions"]
    assert found["cue"] == [[4, 8]]
    with pytest.raises(MissingWeights):
        attribution.predict({**document, "reader": "learned"})
