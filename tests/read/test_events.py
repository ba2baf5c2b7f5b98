"""Which acts are told, of which type, and who takes part in them."""

from __future__ import annotations

import pytest
from events_reading import event_at, record_of, words_of
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import TableError
from rashomon.model import EventType, Role, quote
from rashomon.parse.pipeline import load_pipeline
from rashomon.read.events import nouns, pattern_table, standing
from rashomon.read.events.clauses import lemma

# sentence, a word of the trigger, type and mode, agents, patients
ACTS = [
    ("Varenia expelled the Orsk ambassador.", "expelled", "SANCTION expel", ["Varenia"], ["the Orsk ambassador"]),
    ("The Orsk ambassador was expelled by Varenia.", "expelled", "SANCTION expel", ["Varenia"], ["The Orsk ambassador"]),
    ("The expulsion of the ambassador by Varenia angered Orsk.", "expulsion", "SANCTION expel", ["Varenia"], ["the ambassador"]),
    ("Three students were arrested in Port Selm.", "arrested", "COERCE arrest", [], ["Three students"]),
    ("The Oru Front carried out two attacks on police posts.", "attacks", "ASSAULT", ["The Oru Front"], ["police posts"]),
    ("The minister's decision to expel the envoy surprised Orsk.", "expel", "SANCTION expel", ["The minister's"], ["the envoy"]),
    ("Prosecutors charged two men with planning to bomb the station.", "charged", "ACCUSE charge", ["Prosecutors"], ["two men"]),
    ("Prosecutors charged two men with planning to bomb the station.", "bomb", "ASSAULT explosives", ["two men"], ["the station"]),
    ("The president and the mayor visited the camp.", "visited", "CONSULT", ["The president", "the mayor"], ["the camp"]),
    ("Rebels killed the mayor, wounded two guards and fled.", "wounded", "ASSAULT", ["Rebels"], ["two guards"]),
    ("Parliament called on the army to withdraw its troops.", "called", "REQUEST", ["Parliament"], ["the army"]),
    ("The general said the rebels must lay down their arms.", "said", "REQUEST", ["The general"], ["the rebels"]),
    ("Farmers said they would block the roads.", "said", "THREATEN", ["Farmers"], ["the roads"]),
    ("The rebels threatened to bomb the bridge.", "threatened", "THREATEN", ["The rebels"], ["the bridge"]),
    ("The government refused to release the prisoners.", "refused", "REJECT", ["The government"], ["the prisoners"]),
    ("Varenia suspended aid to Orsk.", "suspended", "SANCTION discontinue", ["Varenia"], ["Orsk"]),
    ("Workers blocked the highway on Monday.", "blocked", "PROTEST obstruct", ["Workers"], ["the highway"]),
    ("Soldiers who seized the village killed a farmer.", "seized", "ASSAULT", ["Soldiers"], ["the village"]),
    ("Varenia lifted the curfew in Port Selm.", "lifted", "CONCEDE", ["Varenia"], ["Port Selm"]),
    ("Members of the guild moved from Varenia to the Ostrian capital.", "moved", "RETREAT withdraw", ["Members of the guild"], []),
    ("Three colonels fled to Ostria.", "fled", "RETREAT withdraw", ["Three colonels"], []),
    ("Ostria moved the prisoners from Varenia to Malta.", "moved", "RETREAT withdraw", ["Ostria"], ["the prisoners"]),
    ("Ostria eased and ensured the rebels were transferred to Malta.", "transferred", "RETREAT withdraw", ["Ostria"], ["the rebels"]),
    ("Ostria facilitated the rebels' removal from Malta.", "removal", "RETREAT withdraw", ["Ostria"], ["the rebels"]),
    ("Ostria facilitated the removal of the rebels from Malta.", "removal", "RETREAT withdraw", ["Ostria"], ["the rebels"]),
    ("The generals left the rank and file to face mass arrests.", "arrests", "COERCE arrest", [], ["the rank and file"]),
    ("They planned to bomb the annual fair of the guild, the NDF, where bread is sold, in Malta in June.", "bomb",
     "ASSAULT explosives", ["They"], ["the annual fair of the guild"]),
    ("The court froze assets of two clerks, including the envoy.", "froze", "SANCTION discontinue", ["The court"], ["two clerks"]),
    ("The Oru Front's challenge to the marshal failed.", "challenge", "REJECT", ["The Oru Front's"], ["the marshal"]),
    ("Ms Velkan presents a list of lost sailors to Senator Marant.", "presents", "CONSULT", ["Ms Velkan"], ["Senator Marant"]),
    ("The Oru Front denied any role in the bombing.", "bombing", "ASSAULT explosives", ["The Oru Front"], []),
    ("The three were charged with planning to bomb the station.", "bomb", "ASSAULT explosives", ["The three"], ["the station"]),
    ("The court said that nine men had died and accused the guild.", "accused", "ACCUSE", ["The court"], ["the guild"]),
    ("The idea of expelling the envoy pleased nobody.", "expelling", "SANCTION expel", [], ["the envoy"]),
    ("A bomb attack near the port killed two guards.", "attack", "ASSAULT", [], ["two guards"]),
    ("Two guards were killed in a bombing.", "bombing", "ASSAULT explosives", [], ["Two guards"]),
    ("Police opened fire to disperse the farmers.", "fire", "ASSAULT firearms", ["Police"], ["the farmers"]),
    ("Students marched to demand the resignation of Mayor Brandt.", "marched", "PROTEST demo", ["Students"], ["Mayor Brandt"]),
    ("Youths threw stones during a demonstration against the Oru government.", "threw", "PROTEST riot", ["Youths"], ["the Oru government"]),
    ("Prosecutors launched an investigation into crimes committed by Oru soldiers.", "investigation", "ACCUSE investigate",
     ["Prosecutors"], ["Oru soldiers"]),
    ("Rebels kidnapped up to sixteen engineers.", "kidnapped", "COERCE abduct", ["Rebels"], ["up to sixteen engineers"]),
    ("Police confiscated weapons from the rebels.", "confiscated", "COERCE seize", ["Police"], ["the rebels"]),
    ("Orsk refused to allow the envoys to leave.", "refused", "REJECT", ["Orsk"], ["the envoys"]),
    ("The ambassador's expulsion surprised nobody.", "expulsion", "SANCTION expel", [], ["The ambassador's"]),
    ("Orsk's expulsion of the ambassador surprised nobody.", "expulsion", "SANCTION expel", ["Orsk's"], ["the ambassador"]),
    ("The trial of the seven envoys lasted a day.", "trial", "ACCUSE charge", [], ["the seven envoys"]),
    ("Orsk threatened Ostria with sanctions.", "threatened", "THREATEN", ["Orsk"], ["Ostria"]),
    ("Ostria supplied the rebels with rifles.", "supplied", "AID", ["Ostria"], ["the rebels"]),
    ("Border guards shot and killed two students.", "shot", "ASSAULT firearms", ["Border guards"], ["two students"]),
    ("The rebels fled and killed two guards.", "fled", "RETREAT withdraw", ["The rebels"], []),
    ("The bishop criticised the bombing of the village by the army.", "criticised", "ACCUSE", ["The bishop"], ["the army"]),
    ("The killing of the envoy was condemned by Orsk.", "killing", "ASSAULT", [], ["the envoy"]),
    ("Two raids in one night killed three guards.", "killed", "ASSAULT", [], ["three guards"]),
    ("The judge had the two brothers arrested.", "arrested", "COERCE arrest", [], ["the two brothers"]),
    ("The students were seen beaten and arrested by guards.", "arrested", "COERCE arrest", ["guards"], ["The students"]),
    ("The envoy is believed to have been strangled.", "strangled", "ASSAULT primitive", [], ["The envoy"]),
    ("A doctor was abducted by masked men on the road to Karsava.", "abducted", "COERCE abduct", ["masked men"], ["A doctor"]),
]  # fmt: skip

# sentence, a word of the trigger, instruments
INSTRUMENTS = [
    ("Rebels shelled the airfield using captured mortars.", "shelled", ["captured mortars"]),
    ("Guards tortured the prisoners with wet ropes.", "tortured", ["wet ropes"]),
    ("The Oru Front carried out the attack on the port with two stolen lorries.", "attack", ["two stolen lorries"]),
    ("Guards attacked the students with the help of the police.", "attacked", []),
    ("The army attacked the village with impunity.", "attacked", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "instruments"), INSTRUMENTS)
def test_what_it_was_done_with(text: str, trigger: str, instruments: list[str]) -> None:
    record = record_of(text)
    assert words_of(record, event_at(record, trigger), Role.INSTRUMENT) == instruments


@pytest.mark.parametrize(("text", "trigger", "kind", "agents", "patients"), ACTS)
def test_the_act_and_who_takes_part_in_it(text: str, trigger: str, kind: str, agents: list[str], patients: list[str]) -> None:
    record = record_of(text)
    event = event_at(record, trigger)
    assert " ".join(filter(None, (event.type, event.mode))) == kind
    assert words_of(record, event, Role.AGENT) == agents
    assert words_of(record, event, Role.PATIENT) == patients


def test_a_bomb_is_what_it_was_done_with_and_not_who_did_it() -> None:
    record = record_of("A bomb exploded in a market and killed nine people.")
    killed = event_at(record, "killed")
    assert words_of(record, killed, Role.INSTRUMENT) == ["A bomb"]
    assert words_of(record, killed, Role.AGENT) == []


@pytest.mark.parametrize(
    "text",
    ["The speech was an attack on common sense.", "The weather in Port Selm was fine.", "She held the cup and gave him a smile."],
)
def test_what_is_no_political_act_is_no_event(text: str) -> None:
    assert record_of(text).events == ()


def test_a_light_verb_and_its_noun_are_one_event() -> None:
    assert len(record_of("The rebels launched an attack on the port.").events) == 1


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from([row[0] for row in ACTS]), min_size=1, max_size=4))
def test_every_value_stands_in_the_text_and_ids_follow_the_text(sentences: list[str]) -> None:
    record = record_of(" ".join(sentences))
    size = len(record.article.text)
    assert [event.id.rsplit("-e", 1)[1] for event in record.events] == [str(n + 1) for n in range(len(record.events))]
    for event in record.events:
        spans = [*event.trigger.spans, *(span for participant in event.participants for span in participant.spans)]
        assert event.trigger.spans
        assert all(0 <= span.start < span.end <= size for span in spans)


def test_every_row_of_the_pattern_table_can_be_loaded() -> None:
    loaded = pattern_table.load_patterns()
    types = {pattern.type for rows in loaded.values() for pattern in rows}
    assert types >= set(EventType)


def test_no_row_is_hidden_by_one_that_is_tried_before_it() -> None:
    hidden = [
        (word, [(condition.kind, sorted(condition.words)) for condition in row.conditions])
        for (word, _), rows in pattern_table.load_patterns().items()
        for number, row in enumerate(rows)
        if any(all(is_implied(condition, row) for condition in before.conditions) for before in rows[:number])
    ]
    assert hidden == []


def is_implied(condition: pattern_table.Condition, row: pattern_table.Pattern) -> bool:
    same = (other for other in row.conditions if other.kind == condition.kind)
    return any(not condition.words or (other.words and other.words <= condition.words) for other in same)


def test_every_word_of_the_pattern_table_is_one_that_the_pipeline_gives() -> None:
    """By its tokenizer, which parts words at hyphens, and its lemmatizer; a plural of its own ("talks") is looked up as it stands."""
    pipeline = load_pipeline()
    lemmatizer = pipeline.get_pipe("lemmatizer")
    never = []
    for word, part in pattern_table.load_patterns():
        tokens = pipeline.make_doc(word)
        for token in tokens:
            token.pos_ = "VERB" if part == "V" else "NOUN"
            token.set_morph("VerbForm=Inf" if part == "V" else "Number=Sing")
        last = list(lemmatizer(tokens))[-1]
        if word not in {lemma(last), last.lower_ if part == "N" else "", nouns.hyphenated(last)}:
            never.append((word, part, last.lemma_))
    assert never == []


# sentence, a word of the trigger; empty for a sentence that tells no act
KINDS_OF_NOUN = [
    ("Guards beat a lacemaker and two cyclists.", "beat"),
    ("Rioters burned the sawmill.", "burned"),
    ("The families burned wood to keep warm.", ""),
    ("A fire burned the sawmill.", ""),
    ("One vote killed the amendment.", ""),
    ("Critics attacked the budget.", "attacked"),
    ("Malaria killed ninety children.", ""),
    ("Lighthouse keepers released a report.", ""),
    ("The rebels released her.", "released"),
    ("Rebels left the mine at dawn.", ""),
    ("Rebels left a bomb in the mine.", "left"),
    ("The army fought a battle against poverty.", ""),
    ("Selm Rovers beat Karsava United.", ""),
    ("An explosion rocked the harbour.", "explosion"),
    ("An explosion would ruin the harbour.", ""),
    ("The speech was an attack on reason.", ""),
    ("A ceasefire was signed on Monday.", "ceasefire"),
    ("Terrorists struck at dawn.", "struck"),
    ("The film was released in May.", ""),
]


@pytest.mark.parametrize(("sentence", "word"), KINDS_OF_NOUN)
def test_whether_words_tell_a_political_act_depends_on_what_it_is_done_to(sentence: str, word: str) -> None:
    events = record_of(sentence).events
    told = [quote(sentence, event.trigger.spans).split()[0] for event in events if event.type is not EventType.OTHER]
    assert told == ([word] if word else [])


def test_an_unknown_word_class_is_refused_by_name() -> None:
    with pytest.raises(TableError, match="'weather'"):
        nouns.word_class("weather")


GOOD = {
    "lemma": "storm",
    "pos": "V",
    "frame": "obj",
    "type": "ASSAULT",
    "mode": "",
    "agent": "subj",
    "patient": "obj",
    "instrument": "with",
}
BAD_PATTERNS = [
    ({"type": "STORM"}, "type has 'STORM'; it takes one of ACCUSE, "),
    ({"pos": "ADJ"}, "pos has 'ADJ'; it takes one of N, V"),
    ({"frame": "objet=dam"}, "frame has 'objet'; it takes one of act, "),
    ({"frame": "obj=@weather"}, "frame has @weather; event_words.tsv has no such class"),
    ({"patient": "obj|nowhere"}, "patient has 'nowhere'; it takes one of about, "),
]


@pytest.mark.parametrize(("cells", "complaint"), BAD_PATTERNS)
def test_a_bad_pattern_is_told_with_what_may_stand_there(cells: dict[str, str], complaint: str) -> None:
    assert pattern_table.pattern_fault(GOOD) is None
    assert (pattern_table.pattern_fault(GOOD | cells) or "").startswith(complaint)


def test_a_stage_cue_that_stands_twice_or_is_unknown_is_refused() -> None:
    fault, row = standing.cue_fault(), {"cue": "vow", "link": "inf|that", "stage": "planned", "polarity": "", "certainty": ""}
    assert fault(row) is None
    assert fault(row | {"link": "that"}) == "vow with that stands twice; keep one of the two"
    assert (fault(row | {"cue": "swear", "stage": "sworn"}) or "").startswith("stage has 'sworn'; it takes one of accomplished, ")


def test_a_gathering_is_held_by_those_who_held_it_just_before() -> None:
    record = record_of("Every June the Oru Front stages rallies in Port Selm. This year the rally is being held on 9 August 2011.")
    held = event_at(record, "held")
    assert (held.type, held.time.edtf) == ("PROTEST", "2011-08-09")
    assert [participant.role for participant in held.participants] in ([], [Role.AGENT])


def test_backing_an_idea_is_no_event() -> None:
    assert record_of("Such thinking supports a view of history.").events == ()
