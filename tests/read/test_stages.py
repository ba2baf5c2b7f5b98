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
    ("The court cleared the captain of shooting the envoy.", "shooting", "accomplished", "denied", "certain"),
    ("The captain was acquitted of shooting the envoy.", "shooting", "accomplished", "denied", "certain"),
    ("The captain was acquitted of the murder of the envoy.", "murder", "accomplished", "affirmed", "certain"),
    ("The Oru Front said it had no part in the attack on the port.", "attack", "accomplished", "denied", "certain"),
    # whose part it was is not known here, and the attack itself is not denied
    ("The Front said it had no part in the attack on the port.", "attack", "accomplished", "affirmed", "certain"),
    ("The Front said it had a part in the attack on the port.", "attack", "accomplished", "affirmed", "certain"),
    ("Police foiled a plot by the Front to bomb the port.", "bomb", "foiled", "affirmed", "certain"),
    ("The militia often raided the market.", "raided", "recurring", "affirmed", "certain"),
    ("The Green Banner was accused by the council of burning the archive.", "burning", "accomplished", "affirmed", "possible"),
    ("Soldiers failed to capture the town.", "capture", "attempted", "denied", "certain"),
    ("The rebels threatened to bomb the bridge.", "bomb", "threatened", "affirmed", "certain"),
    ("The opposition demanded the release of the prisoners.", "release", "demanded", "affirmed", "certain"),
    ("Parliament called on the army to withdraw its troops.", "withdraw", "demanded", "affirmed", "certain"),
    ("The rebels must lay down their arms.", "lay", "demanded", "affirmed", "certain"),
    ("If the army attacks the village, thousands will flee.", "attacks", "hypothetical", "affirmed", "certain"),
    ("If the army attacks the village, thousands will flee.", "flee", "hypothetical", "affirmed", "certain"),
    ("Orsk will begin bombing the port.", "bombing", "planned", "affirmed", "certain"),
    ("The minister should never have been jailed.", "jailed", "accomplished", "affirmed", "certain"),
    ("The minister should have resigned.", "resigned", "demanded", "affirmed", "certain"),
    ("Police must have killed him.", "killed", "accomplished", "affirmed", "probable"),
    ("Police must arrest him.", "arrest", "demanded", "affirmed", "certain"),
    ("Sailors warned that they would blockade the port.", "blockade", "threatened", "affirmed", "certain"),
    ("Sailors warned that pirates would blockade the port.", "blockade", "hypothetical", "affirmed", "certain"),
    ("The bishop denied claims that monks had beaten the novice.", "beaten", "accomplished", "denied", "certain"),
    ("Reports that rebels had seized the fort were confirmed by the ministry.", "seized", "accomplished", "affirmed", "certain"),
    ("He wants the army to withdraw.", "withdraw", "demanded", "affirmed", "certain"),
    ("The rebels wanted to kill the mayor.", "kill", "planned", "affirmed", "certain"),
    ("Should the dam be bombed, we will leave.", "bombed", "hypothetical", "affirmed", "certain"),
    ("It was cruel of the guards to beat them.", "beat", "accomplished", "affirmed", "certain"),
    ("Orsk has yet to withdraw its troops.", "withdraw", "planned", "denied", "certain"),
    ("Orsk has not yet withdrawn its troops.", "withdrawn", "accomplished", "denied", "certain"),
    ("Nobody knows who ordered the murder of the mayor.", "murder", "accomplished", "affirmed", "certain"),
    ("The militia may attack the port.", "attack", "hypothetical", "affirmed", "possible"),
    ("Did the army attack the village?", "attack", "hypothetical", "affirmed", "certain"),
    ("Why did the army attack the village?", "attack", "accomplished", "affirmed", "certain"),
    ("The Front's annual rally in Port Selm on 30 June 2018 was peaceful.", "rally", "accomplished", "affirmed", "certain"),
    ("The union demonstrates against the government every year.", "demonstrates", "recurring", "affirmed", "certain"),
    ("The rebels used the camp to attack the port.", "attack", "accomplished", "affirmed", "certain"),
    ("Rebels reportedly attacked the port.", "attacked", "accomplished", "affirmed", "probable"),
    ("The rebels began to shell the city.", "shell", "accomplished", "affirmed", "certain"),
    ("The ministry can improve its standing by expelling the envoy.", "expelling", "hypothetical", "affirmed", "possible"),
    ("The ministry should answer by freezing the accounts of the Front.", "freezing", "demanded", "affirmed", "certain"),
    ("Varenia angered Orsk by expelling the envoy.", "expelling", "accomplished", "affirmed", "certain"),
    ("Varenia may anger Orsk by its expulsion of the envoy.", "expulsion", "hypothetical", "affirmed", "possible"),
    ("Varenia must respond with sanctions against the banks of Orsk.", "sanctions", "demanded", "affirmed", "certain"),
    ("Nobody has reason to think Orsk cannot arrange the transfer of men from Malta.", "transfer", "hypothetical", "affirmed", "possible"),
    ("Expelling the rebels to Orsk was impossible.", "Expelling", "hypothetical", "affirmed", "possible"),
    ("There is nothing to prevent the rebels attacking the town.", "attacking", "hypothetical", "affirmed", "certain"),
    ("Why do you continue training the rebels?", "training", "hypothetical", "affirmed", "certain"),
    ("How can the council allow the Front to attack the villages?", "attack", "hypothetical", "affirmed", "possible"),
    ("What would happen if the army bombed the town?", "bombed", "hypothetical", "affirmed", "certain"),
    ("The mayor asked why the army had bombed the town.", "bombed", "accomplished", "affirmed", "certain"),
    ("The mayor asked whether the army had bombed the town.", "bombed", "hypothetical", "affirmed", "certain"),
    ("The party supports the expulsion of the envoy.", "expulsion", "hypothetical", "affirmed", "certain"),
    ("The party opposes the expulsion of the envoy.", "expulsion", "hypothetical", "affirmed", "certain"),
    ("The senate proposed the expulsion of the envoy.", "expulsion", "hypothetical", "affirmed", "certain"),
    ("The senate called for the arrest of the general.", "arrest", "demanded", "affirmed", "certain"),
    ("The senate debated the expulsion of the envoy.", "expulsion", "accomplished", "affirmed", "certain"),
    ("The minister ruled out an attack on the port.", "attack", "hypothetical", "affirmed", "certain"),
    ("An attack on the port would ruin the city.", "attack", "hypothetical", "affirmed", "certain"),
    ("The attack on the port could ruin the city.", "attack", "accomplished", "affirmed", "certain"),
    ("The guards are there to prevent attacks on the port.", "attacks", "hypothetical", "affirmed", "certain"),
    ("Nobody believes that the army killed the mayor.", "killed", "accomplished", "denied", "probable"),
    ("It is not true that the rebels bombed the bridge.", "bombed", "accomplished", "denied", "certain"),
    ("There is no evidence that the army bombed the town.", "bombed", "hypothetical", "affirmed", "probable"),
    ("There is no doubt that the army bombed the town.", "bombed", "accomplished", "affirmed", "certain"),
    ("The party fears that the army will bomb the town.", "bomb", "hypothetical", "affirmed", "certain"),
    ("Instead of attacking the port, the rebels fled.", "attacking", "hypothetical", "denied", "certain"),
    ("Far from attacking the town, the army fled.", "attacking", "accomplished", "denied", "certain"),
    ("Let the senate expel the envoy.", "expel", "demanded", "affirmed", "certain"),
    ("Expel the envoy now!", "Expel", "demanded", "affirmed", "certain"),
    ("It is time to expel the envoy.", "expel", "demanded", "affirmed", "certain"),
    ("The general would have attacked the village had the envoy stayed.", "attacked", "hypothetical", "affirmed", "certain"),
    ("The army bought tanks to attack the port.", "attack", "planned", "affirmed", "certain"),
    ("The senate rejected a plan to bomb the dam.", "bomb", "hypothetical", "affirmed", "certain"),
    ("The mayor was nearly killed by the rebels.", "killed", "attempted", "affirmed", "certain"),
    ("Troops left before the rebels attacked the village.", "attacked", "accomplished", "affirmed", "certain"),
    ("Orsk said it would expel two diplomats.", "expel", "planned", "affirmed", "certain"),
    ("The union had called for a strike at the port.", "called", "demanded", "affirmed", "certain"),
    ("The union announced a strike for 1 April.", "announced", "planned", "affirmed", "certain"),
    ("After the coup d'état failed, two colonels fled.", "d'état", "attempted", "affirmed", "certain"),
    ("The Oru Front denied any role in the bombing.", "bombing", "accomplished", "denied", "certain"),
    ("Neither Varenia nor the guild condemned the attacks on the port.", "attacks", "accomplished", "affirmed", "certain"),
    ("Two men were charged with planning to bomb the dam, a plot the guards say they foiled.", "bomb", "foiled", "affirmed", "certain"),
    ("Two men planned to bomb the dam. The guards thwarted that plot.", "bomb", "foiled", "affirmed", "certain"),
    ("Two men planned to bomb the dam. The plot was thwarted by the guards.", "bomb", "foiled", "affirmed", "certain"),
    ("Two men planned to bomb the dam. The guards did not foil the plot.", "bomb", "planned", "affirmed", "certain"),
    ("Two men planned to bomb the dam. The guards must stop that plot.", "bomb", "planned", "affirmed", "certain"),
    ("The guards announced that they had foiled a plot.", "plot", "foiled", "affirmed", "certain"),
    ("The senate was right to expel the envoy.", "expel", "accomplished", "affirmed", "certain"),
    ("The rebels were quick to attack the port.", "attack", "accomplished", "affirmed", "certain"),
    ("The senate is right to expel the envoy.", "expel", "hypothetical", "affirmed", "certain"),
    ("The senate would be wrong to expel the envoy.", "expel", "hypothetical", "affirmed", "certain"),
    ("The Oru Front has led daily protests in Port Selm.", "protests", "recurring", "affirmed", "certain"),
    ("No arrests were made at the mill.", "arrests", "accomplished", "denied", "certain"),
    ("No ban was imposed on the guild.", "ban", "accomplished", "denied", "certain"),
    ("The guards arrested nobody at the mill.", "arrested", "accomplished", "denied", "certain"),
    ("The rebels freed no hostages.", "freed", "accomplished", "denied", "certain"),
    ("Not a single clerk was arrested.", "arrested", "accomplished", "denied", "certain"),
    ("The rebels freed no fewer than nine hostages.", "freed", "accomplished", "affirmed", "certain"),
    ("The rebels freed nine hostages without a single condition.", "freed", "accomplished", "affirmed", "certain"),
    ("Not only clerks were arrested at the mill.", "arrested", "accomplished", "affirmed", "certain"),
    ("The senate not only banned the guild but closed its paper.", "banned", "accomplished", "affirmed", "certain"),
    ("It was not the army that bombed the mill.", "bombed", "accomplished", "denied", "certain"),
    ("It was the army that bombed the mill.", "bombed", "accomplished", "affirmed", "certain"),
    ("The raid on the village never took place.", "raid", "accomplished", "denied", "certain"),
    ("The raid on the village took place at dawn.", "raid", "accomplished", "affirmed", "certain"),
    ("The raid on the village did not take long.", "raid", "accomplished", "affirmed", "certain"),
    ("The abduction of nine clerks was a hoax.", "abduction", "accomplished", "denied", "certain"),
    ("The abduction of nine clerks was no hoax.", "abduction", "accomplished", "affirmed", "certain"),
    ("That the army bombed the mill is a lie.", "bombed", "accomplished", "denied", "certain"),
    ("Reports that the army bombed the mill are false.", "bombed", "accomplished", "denied", "certain"),
    ("The guards fabricated the story that the army bombed the mill.", "bombed", "accomplished", "denied", "certain"),
    ("The colonel did not deny that his men had killed the prisoners.", "killed", "accomplished", "affirmed", "certain"),
    ("Nobody disputes that the army bombed the mill.", "bombed", "accomplished", "affirmed", "certain"),
    ("The Front denied that it had planned the attack in which the mill was bombed.", "bombed", "accomplished", "affirmed", "certain"),
    ("It is unclear if the army bombed the mill.", "bombed", "hypothetical", "affirmed", "certain"),
    ("Whether or not the army bombed the mill is not known.", "bombed", "hypothetical", "affirmed", "certain"),
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


FOILED = ["The guards foiled a plot.", "The guards averted a plan to bomb the dam.", "An attack was thwarted by the guards."]


@pytest.mark.parametrize("text", FOILED)
def test_those_who_foil_an_act_do_not_take_part_in_it(text: str) -> None:
    foiled = [event for event in record_of(text).events if event.stage == "foiled"]
    assert foiled
    assert not any(participant.role == "agent" for event in foiled for participant in event.participants)
