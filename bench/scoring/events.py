"""Events: one coded event a sentence, against whatever was read from the sentence.

Of the predicted events the one that shares most trigger words with the gold is held against it, as the PLOVER gold
standard codes one event a sentence and says nothing of the others. Quad classes as in the PLOVER manual.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bench.scoring.figures import Figures, Tally, share
from bench.scoring.words import content_words

QUAD_CLASS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "REJECT", "ACCUSE", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}


def score_events(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """Triggers found, types and quad classes right, agents and patients found; how many events were predicted."""
    found, typed, quad, agents, patients = Tally(), Tally(), Tally(), Tally(), Tally()
    by_type = {line["type"]: Tally() for line in gold.values()}
    predicted = 0
    for key, line in gold.items():
        events = predictions.get(key, {}).get("events", ())
        predicted += len(events)
        best = _closest(line, events)
        same = best.get("type") == line["type"]
        found.add(_shared(line, best) > 0, 0, 1)
        typed.add(same, 0, 1)
        by_type[line["type"]].add(same, 0, 1)
        quad.add(bool(best) and QUAD_CLASS.get(best["type"]) == QUAD_CLASS.get(line["type"]), 0, 1)
        for tally, role in ((agents, "agents"), (patients, "patients")):
            tally.add(*_phrases_found(line[role], best.get(role) or ()) if best else (0, 0, len(line[role])))
    return {
        "trigger_found": share(found.right, found.gold),
        "type_accuracy": share(typed.right, typed.gold),
        "quad_accuracy": share(quad.right, quad.gold),
        "agent_recall": share(agents.right, agents.gold),
        "patient_recall": share(patients.right, patients.gold),
        "events_per_100_sentences": share(predicted, len(gold)),
        "type_recall": {name: share(tally.right, tally.gold) for name, tally in sorted(by_type.items())},
    }


def _closest(line: Mapping[str, Any], events: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    return max(events, key=lambda event: (_shared(line, event), event["type"] == line["type"]), default={})


def _shared(line: Mapping[str, Any], event: Mapping[str, Any]) -> int:
    return len(content_words(line["trigger"]) & content_words(event.get("trigger")))


def _phrases_found(truth: Sequence[str], guess: Sequence[str]) -> tuple[int, int, int]:
    """How many gold phrases share a content word with some predicted phrase, and how many there are."""
    wanted = [words for words in map(content_words, truth) if words]
    given = [content_words(phrase) for phrase in guess]
    return sum(any(words & other for other in given) for words in wanted), 0, len(wanted)
