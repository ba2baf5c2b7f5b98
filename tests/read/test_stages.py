"""How far an act got, whether it is told as so, and how sure the teller is."""

from __future__ import annotations

import pytest
from events_reading import event_at, record_of

# sentence, a word of the trigger, stage, polarity, certainty
STANDINGS = [
    ("The army attacked the village.", "attacked", "accomplished", "affirmed", "certain"),
    ("The army did not attack the village.", "attack", "accomplished", "denied", "certain"),
    ("The army never attacked the village.", "attacked", "accomplished", "denied", "certain"),
    ("Neither the Front nor the government condemned the bombing.", "condemned", "accomplished", "denied", "certain"),
    ("The colonel denied that his men had killed the prisoners.", "killed", "accomplished", "denied", "certain"),
    ("The minister's decision to expel the envoy surprised Orsk.", "expel", "planned", "affirmed", "certain"),
    ("Varenia will withdraw its troops from Orsk.", "withdraw", "planned", "affirmed", "certain"),
    ("Two men were charged with planning to bomb the station.", "bomb", "planned", "affirmed", "certain"),
    ("The fair is being held on 9 August.", "held", "planned", "affirmed", "certain"),
    ("Police thwarted a plot against the president.", "plot", "foiled", "affirmed", "certain"),
    ("The guards prevented the rebels from attacking the town.", "attacking", "foiled", "affirmed", "certain"),
    ("There is nothing to prevent the Front from attacking the town.", "attacking", "hypothetical", "affirmed", "certain"),
    ("The rebels tried to assassinate the governor.", "assassinate", "attempted", "affirmed", "certain"),
    ("Soldiers failed to capture the town.", "capture", "attempted", "denied", "certain"),
    ("The rebels threatened to bomb the bridge.", "bomb", "threatened", "affirmed", "certain"),
    ("The opposition demanded the release of the prisoners.", "release", "demanded", "affirmed", "certain"),
    ("Parliament called on the army to withdraw its troops.", "withdraw", "demanded", "affirmed", "certain"),
    ("The rebels must lay down their arms.", "lay", "demanded", "affirmed", "certain"),
    ("If the army attacks the village, thousands will flee.", "attacks", "hypothetical", "affirmed", "certain"),
    ("If the army attacks the village, thousands will flee.", "flee", "hypothetical", "affirmed", "certain"),
    ("The militia may attack the port.", "attack", "hypothetical", "affirmed", "possible"),
    ("Did the army attack the village?", "attack", "hypothetical", "affirmed", "certain"),
    ("Why did the army attack the village?", "attack", "accomplished", "affirmed", "certain"),
    ("The union demonstrates against the government every year.", "demonstrates", "recurring", "affirmed", "certain"),
    ("The rebels used the camp to attack the port.", "attack", "accomplished", "affirmed", "certain"),
    ("Rebels reportedly attacked the port.", "attacked", "accomplished", "affirmed", "probable"),
    ("The rebels began to shell the city.", "shell", "accomplished", "affirmed", "certain"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "stage", "polarity", "certainty"), STANDINGS)
def test_stage_polarity_and_certainty(text: str, trigger: str, stage: str, polarity: str, certainty: str) -> None:
    event = event_at(record_of(text), trigger)
    assert (event.stage, event.polarity, event.certainty) == (stage, polarity, certainty)


NOT_DONE = [
    "demanded that the army attack {}",
    "want the army to attack {}",
    "planned to attack {}",
    "threatened to attack {}",
    "were urged to attack {}",
]


@pytest.mark.parametrize("frame", NOT_DONE)
@pytest.mark.parametrize("target", ["the port", "the village", "Orsk"])
def test_demands_plans_and_threats_are_never_told_as_done(frame: str, target: str) -> None:
    event = event_at(record_of(f"The rebels {frame.format(target)}."), "attack")
    assert event.stage != "accomplished"
