"""Attributions read from short invented passages: who says what, by which words."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Article, Attribution, Block, BlockKind, Span, quote
from rashomon.parse import parse
from rashomon.read.actor_index import ActorIndex
from rashomon.read.attributions import read_attributions, read_first


def article(text: str) -> Article:
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=Span(*match.span())) for match in re.finditer(r"\S.*\S|\S", text))
    return Article(id="0123456789abcdef", origin="invented", text=text, blocks=blocks)


@cache
def attributions(text: str) -> tuple[Attribution, ...]:
    doc = parse(article(text))
    return read_attributions(doc, ActorIndex(()), read_first(doc))


def told(text: str) -> list[str]:
    """Each attribution as `source | cue | content`."""
    return [
        " | ".join(quote(text, spans) or "-" for spans in (found.source.spans, found.cue.spans, found.content.spans))
        for found in attributions(text)
    ]


READINGS = [
    # the plain verbs, with and without "that", cue first and last
    ("The union said that the port would close.", ["The union | said | the port would close"]),
    ("The port would close, the union said on Monday.", ["the union | said | The port would close"]),
    ("Ana Tal has repeatedly warned that the dam is unsafe.", ["Ana Tal | has repeatedly warned | the dam is unsafe"]),
    ("Tal told reporters that the talks had failed.", ["Tal | told | the talks had failed"]),
    ("The minister asked whether the bridge was safe.", ["The minister | asked | whether the bridge was safe"]),
    ("Experts warn that the flood could return.", ["Experts | warn | the flood could return"]),
    ("The minister promised to rebuild the bridge.", ["The minister | promised | to rebuild the bridge"]),
    ("The plan, Ana Tal said, was dead.", ["Ana Tal | said | The plan ... was dead"]),
    # what somebody takes for what: when and where is told by the author
    (
        "The day is close to what the Oru Front regards as a great success in its long bombing campaign against Varenia.",
        ["the Oru Front | regards as | what ... a great success"],
    ),
    # quotations
    ('"The port is closed," Ana Tal said.', ["Ana Tal | said | The port is closed"]),
    (
        "\u201cThe port is closed,\u201d said Ana Tal, the mayor of Port Selm.",
        ["Ana Tal, the mayor of Port Selm | said | The port is closed"],
    ),
    (
        '"The port is closed," Ana Tal said. "It will stay closed."',
        ["Ana Tal | said | The port is closed ... It will stay closed"],
    ),
    (
        "We must ask the council \u2018why do you pay these people? What have they done for us? How long can this go on?\u2019",
        ["We | must ask | why do you pay these people? What have they done for us? How long can this go on"],
    ),
    (
        "''The port is closed,'' Ana Tal said. ''It will stay closed.''",
        ["Ana Tal | said | The port is closed ... It will stay closed"],
    ),
    (
        "Tal drew attention to this by tweeting \u201cthe Republic has foiled two plots this year\u201d and called on the council to act.",
        ["Tal | tweeting | the Republic has foiled two plots this year", "Tal | called on | the council to act"],
    ),
    (
        'Tal thanked Mr Rand for "steady efforts to calm the coast and to help the fishermen."',
        ['Tal | thanked | Mr Rand for "steady efforts to calm the coast and to help the fishermen."'],
    ),
    # phrases beside the clause
    ("According to the coast guard, nine sailors died.", ["the coast guard | According to | nine sailors died"]),
    ("Nine sailors died, according to the coast guard.", ["the coast guard | according to | Nine sailors died"]),
    ("In their view, the council is responsible for the flood.", ["their | view | the council is responsible for the flood"]),
    ("The council, in Tal's opinion, has failed.", ["Tal's | opinion | The council ... has failed"]),
    ("The envoy reportedly left the city.", ["- | reportedly | The envoy ... left the city"]),
    # "as ... by"
    ("The rally drew thousands, as admitted by senior officials.", ["senior officials | admitted | The rally drew thousands"]),
    (
        "As the group has led protests in the country, as admitted by senior officials, it is vital to act.",
        ["senior officials | admitted | the group has led protests in the country"],
    ),
    # the passive
    ("The group is widely regarded as a spent force.", ["- | is widely regarded as | The group ... a spent force"]),
    ("The fleet is expected to sail on Friday.", ["- | is expected | The fleet ... to sail on Friday"]),
    ("The tale has been spread by the ministry.", ["the ministry | has been spread | The tale"]),
    ("This rally is known inside the movement as a celebration.", ["the movement | is known ... as | This rally ... a celebration"]),
    # objects, and what is said of them
    ("The council accused the union of inciting the strike.", ["The council | accused | the union of inciting the strike"]),
    ("Tal denied the claims.", ["Tal | denied | the claims"]),
    (
        "Prosecutors charged the captain with planning to sink the ferry.",
        ["Prosecutors | charged | the captain with planning to sink the ferry"],
    ),
    ("Tal called the vote a sham.", ["Tal | called | the vote a sham"]),
    ("The union called for a strike.", ["The union | called for | a strike"]),
    ("Residents attribute the flood to the failed dam.", ["Residents | attribute | the flood to the failed dam"]),
    ("Tal pointed to this mood among the settlers.", ["Tal | pointed to | this mood among the settlers"]),
    # nouns
    (
        "Tal repeated his claim that the vote was stolen.",
        ["his | claim | the vote was stolen", "Tal | repeated | his claim that the vote was stolen"],
    ),
    ("Two sailors were arrested on the charge of plotting an attack.", ["- | charge of | plotting an attack"]),
    ("The message which the rally gives to observers is that the coup was right.", ["the rally | message ... gives | the coup was right"]),
    # turned round
    ("What worries experts is that the group gained money.", ["experts | worries | the group gained money"]),
    (
        "The council must pay for the dam. This is what the fishermen and many voters ask and call for.",
        ["the fishermen and many voters | ask and call for | The council must pay for the dam"],
    ),
    # what leads back to other words is put into these
    ("The harbour tax, which the council condemned, is due in May.", ["the council | condemned | The harbour tax"]),
    (
        "Tal praised the mayor's plan for the coast, which the council condemned.",
        [
            "Tal | praised | the mayor's plan for the coast",
            "the council | condemned | the mayor's plan for the coast",
        ],
    ),
    ("They met the mayor of the port, whom the council condemned.", ["the council | condemned | the mayor of the port"]),
    ("The port is lost. This the council denied.", ["the council | denied | The port is lost"]),
    ("The strike that the union has announced for May is legal.", ["the union | has announced | The strike ... for May"]),
    # verbs coordinated with the reporting one, wherever the parse hangs them
    (
        "The ministry said on Friday that 14 people had died and accused the Oru Front (OF) of carrying out the attack.",
        ["The ministry | said | 14 people had died", "The ministry | accused | the Oru Front (OF) of carrying out the attack"],
    ),
    (
        "The ministry said that nine sailors had been killed and blamed the front.",
        ["The ministry | said | nine sailors had been killed", "The ministry | blamed | the front"],
    ),
    (
        "Tal said the port was closed and called on the council to act.",
        ["Tal | said | the port was closed", "Tal | called on | the council to act"],
    ),
    (
        "Tal said the union had claimed victory and accused the council of fraud.",
        ["Tal | said | the union had claimed victory", "the union | had claimed | victory", "Tal | accused | the council of fraud"],
    ),
    # a claim that nobody is named for, and one that is answered by somebody else
    ("The vote was lost amid claims of fraud.", ["- | claims of | fraud"]),
    ("Tal rejected the accusations of fraud.", ["Tal | rejected | the accusations of fraud", "- | accusations of | fraud"]),
    # a verb that the parse takes for a participle
    ("The observers' mission called on both sides to hold talks.", ["The observers' mission | called on | both sides to hold talks"]),
    # a chain
    (
        "Tal said that the union had claimed that the port was closed.",
        ["Tal | said | the union had claimed that the port was closed", "the union | had claimed | the port was closed"],
    ),
    # a verb that the table does not know, right beside the quotation
    ('"The port is closed for good," Tal snarled.', ["Tal | snarled | The port is closed for good"]),
    # a speaker and a colon
    ("Tal: No talks before the spring", ["Tal | : | No talks before the spring"]),
]


@pytest.mark.parametrize(("text", "expected"), READINGS, ids=[text[:40] for text, _ in READINGS])
def test_passage_is_read(text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == sorted(expected)


SILENT = [
    "The port closed on Monday and the ferries stayed away.",
    "That is to say, the port closed.",
    "The 'regime change' speeches bored the crowd.",
    "The \u2018Council of the Oru Coast\u2019 hired a hall in Port Selm.",
    "She said nothing, and he left.",
    "The council hired a crowd to wave flags.",
    "I asked for bread and watched the ferries.",
    "It is crucial to know why the port closed.",
    # what somebody ought to say is not said
    "The council should demand that the port be opened.",
    "The council must explain what it knew.",
    "The council should say sorry and explain what it knew.",
    "The council ought to apologise for the flood.",
    # nothing is told
    "This is what the fishermen ask for.",
    "The dam broke and her clients confessed to nothing.",
    'The sign over the "Blue Anchor" fell into the street.',
    'The crowd broke "through the gate and into the yard.',
]


@pytest.mark.parametrize("text", SILENT)
def test_author_speaks_alone(text: str) -> None:
    assert told(text) == []


KINDS = [
    ("Ana Tal said the port was closed.", "named"),
    ("The Oru Front said the port was closed.", "named"),
    ("Experts said the port was closed.", "unnamed"),
    ("A senior official said the port was closed.", "unnamed"),
    ("It is believed that the port was closed.", "unnamed"),
    ("The Varenian people demand that the port be closed.", "collective"),
    ("Many members of the fishing villages said the port was closed.", "collective"),
    ("They said the port was closed.", "collective"),
    ("The report said the port was closed.", "document"),
    ("A statement said the port was closed.", "document"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_of_source(text: str, kind: str) -> None:
    assert [found.source.kind.value for found in attributions(text)] == [kind]


NAMES = [
    ("Even government officials admit that the port is closed.", "government officials"),
    ("Even the harbour officials now say that the port is closed.", "the harbour officials"),
    ("We must ask the council why the port is closed.", "the author"),
    ("We must ask the council \u2018why do you pay these people? What have they done for us?\u2019", "the author"),
    ("The US said that the port is closed.", "The US"),
    ("They said that the port is closed.", None),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_name_of_source(text: str, name: str | None) -> None:
    assert [found.source.name for found in attributions(text)] == [name]


RETOLD = [
    "Ana Tal: We must ask the council why the port is closed.",
    "Ana Tal said that we must ask the council why the port is closed.",
    '"It is late. We must ask the council whether the port is closed," Ana Tal said.',
]


@pytest.mark.parametrize("text", RETOLD)
def test_we_in_what_another_says_is_not_the_author(text: str) -> None:
    assert not [found for found in attributions(text) if found.source.name and "author" in found.source.name]


QUALITIES = [
    ("Tal did not say that the port was closed.", "say", "denied", "neutral"),
    ("Neither side said that the port was closed.", "say", "denied", "neutral"),
    ("Tal declined to say whether the port was closed.", "say", "denied", "neutral"),
    ("Tal denied that the port was closed.", "deny", "affirmed", "neutral"),
    ("Tal claimed that the port was closed.", "claim", "affirmed", "distanced"),
    ("Tal admitted that the port was closed.", "admit", "affirmed", "endorsed"),
    ("Tal revealed that the port was closed.", "reveal", "affirmed", "endorsed"),
    ("Tal threatened to close the port.", "threaten", "affirmed", "neutral"),
    ("Tal urged the council to close the port.", "demand", "affirmed", "neutral"),
    ("Tal praised the closing of the port.", "praise", "affirmed", "neutral"),
    ("Neither Tal nor Rand condemned the attacks.", "criticise", "denied", "neutral"),
    ("The poll shows that the port was closed.", "show", "affirmed", "endorsed"),
]


@pytest.mark.parametrize(("text", "cue", "polarity", "commitment"), QUALITIES)
def test_what_the_cue_does(text: str, cue: str, polarity: str, commitment: str) -> None:
    found = attributions(text)
    assert [(a.cue.type.value, a.polarity.value, a.cue.commitment.value) for a in found] == [(cue, polarity, commitment)]


MANNERS = [
    ('"The port is closed for good," Tal said.', "direct"),
    ("Tal said the port was closed for good.", "indirect"),
    ('Tal said the port was "closed for good and all time."', "mixed"),
    ("Tal said the 'regime change' was over.", "indirect"),
]


@pytest.mark.parametrize(("text", "manner"), MANNERS)
def test_manner(text: str, manner: str) -> None:
    assert [found.manner.value for found in attributions(text)] == [manner]


def test_chain_leads_to_the_one_who_reports() -> None:
    outer, inner = attributions("Tal said that the union had claimed that the port was closed.")
    assert outer.parent is None
    assert inner.parent == outer.id


def test_words_quoted_inside_a_quotation_belong_to_both() -> None:
    outer, inner = attributions('"The union claimed the port was closed, and the mayor agreed," Tal said.')
    assert outer.parent is None
    assert inner.parent == outer.id


def test_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"The port is closed," Tal said. "It will stay closed.\n\n"Nobody will be paid."'
    (found,) = attributions(text)
    assert quote(text, found.content.spans).endswith('... It will stay closed. "Nobody will be paid')


def test_paragraph_that_is_all_quotation_goes_on_with_the_last_speaker() -> None:
    text = '"The port is closed," Tal said.\n\n"Nobody will be paid before the spring."\n\nThe fishermen left.'
    (found,) = attributions(text)
    assert quote(text, found.content.spans) == "The port is closed ... Nobody will be paid before the spring"


def test_speaker_of_the_next_paragraph_does_not_get_the_last_quotation() -> None:
    text = '"The port is closed for good," Tal said.\n\nRand replied: "It never was."'
    assert told(text) == ["Tal | said | The port is closed for good", "Rand | replied | It never was"]


def test_the_one_spoken_to_is_kept() -> None:
    (found,) = attributions("Tal told the fishermen that the port was closed.")
    assert found.addressee is not None
    assert found.addressee.name == "the fishermen"


def test_ids_count_up_in_text_order() -> None:
    found = attributions("Tal said the port was closed. The union denied it had struck. Experts warn that the dam leaks.")
    assert [a.id for a in found] == ["01234567-a1", "01234567-a2", "01234567-a3"]


PIECES = st.sampled_from(
    [
        "Tal said ",
        "that ",
        "the port ",
        "was closed",
        ", ",
        ". ",
        '"',
        "\u201c",
        "\u201d",
        "\u2018",
        "\u2019",
        "''",
        ": ",
        "according to ",
        "as ",
        "\n",
        "(",
        ")",
        "the union ",
        "denied ",
        "what ",
        "is ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25).map("".join))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    if not text.strip():
        return
    ids = set()
    doc = parse(article(text))
    for found in read_attributions(doc, ActorIndex(()), read_first(doc)):
        ids.add(found.id)
        assert found.content.spans
        assert found.parent != found.id
        for span in (*found.source.spans, *found.cue.spans, *found.content.spans):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
