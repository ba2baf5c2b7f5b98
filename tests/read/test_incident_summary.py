"""Who did the article's violent acts, to what and whom, and how firmly each organisation is blamed."""

from __future__ import annotations

import pytest
from events_reading import record_of

from rashomon.model import Blame, IncidentSummary
from rashomon.read.incidents.by_rules import summarise_by_rules


def test_roles_of_an_attack() -> None:
    text = "Rebels of the Oru Front attacked a bank in Port Selm with grenades and killed Tomas Orudin on Monday."
    summary = summarise_by_rules(record_of(text))
    assert [filler.mentions[0] for filler in summary.individuals] == ["Rebels"]
    assert [filler.mentions[0] for filler in summary.targets] == ["bank"]
    assert [filler.mentions[0] for filler in summary.victims] == ["Tomas Orudin"]
    assert [filler.mentions[0] for filler in summary.weapons] == ["grenades"]


def test_every_filler_stands_in_the_text() -> None:
    record = record_of("Gunmen killed the banker Tomas Orudin and burned his house.")
    summary = summarise_by_rules(record)
    for filler in (*summary.individuals, *summary.targets, *summary.victims, *summary.weapons):
        assert all(record.article.text[span.start : span.end] for span in filler.spans)


def test_fighting_between_forces_alone_is_no_incident() -> None:
    summary = summarise_by_rules(record_of("Guerrillas clashed with soldiers and killed a sergeant."))
    assert summary.organisations == ()
    assert summary.targets == ()


def test_a_claim_of_responsibility_is_not_reported_as_fact() -> None:
    text = "A bomb exploded in a bank and killed Tomas Orudin. The Oru Liberation Front claimed responsibility for the attack."
    organisations = summarise_by_rules(record_of(text)).organisations
    assert [blamed.blame for blamed in organisations] == [Blame.CLAIMED]


BLAMED = [
    ("The Oru Front took responsibility for the attack.", Blame.CLAIMED, "Oru Front"),
    ("In a communique, the Oru Front said that its fighters attacked the bank.", Blame.CLAIMED, "Oru Front"),
    ("The police attributed the bombing to the Oru Front.", Blame.ACCUSED_BY_AUTHORITIES, "the police"),
    ("The Oru Front claimed credit for the bombing.", Blame.CLAIMED, "Oru Front"),
    ("President Venn holds the Oru Front responsible for the killing of Tomas Orudin.", Blame.ACCUSED_BY_AUTHORITIES, "Venn"),
    ("The attack was blamed on the Oru Front.", Blame.ACCUSED, ""),
    ("Authorities suspect that the Oru Front planted the bomb.", Blame.ACCUSED_BY_AUTHORITIES, "Authorities"),
    ("The bomb was presumably planted by the Oru Front.", Blame.ACCUSED, "the article"),
]


@pytest.mark.parametrize(("sentence", "blame", "teller"), BLAMED)
def test_how_firmly_and_by_whom_an_organisation_is_blamed(sentence: str, blame: Blame, teller: str) -> None:
    organisations = read_summary(f"A bomb exploded in a bank and killed Tomas Orudin. {sentence}").organisations
    assert [blamed.blame for blamed in organisations if blamed.organisation.mentions[0].endswith("Oru Front")] == [blame]
    assert "".join(organisations[0].according_to) == teller


def test_what_is_blamed_for_no_violence_is_not_told() -> None:
    text = "A bomb exploded in a bank and killed Tomas Orudin. The mayor accused the Oru Bakers' Union of greed."
    assert read_summary(text).organisations == ()


def test_who_blames_an_organisation_is_named() -> None:
    text = "A bomb exploded in a bank and killed Tomas Orudin. President Venn accused the Oru Liberation Front of planting the bomb."
    organisations = read_summary(text).organisations
    assert [blamed.organisation.mentions[0] for blamed in organisations] == ["Oru Liberation Front"]
    assert "Venn" in organisations[0].according_to[0]


def test_what_the_article_says_itself_is_according_to_the_article() -> None:
    organisations = read_summary("The Oru Liberation Front bombed a bank and killed Tomas Orudin.").organisations
    assert [(blamed.blame, blamed.according_to) for blamed in organisations] == [(Blame.FACT, ("the article",))]


def read_summary(text: str) -> IncidentSummary:
    """As the rules' reader gives it."""
    return record_of(text).summary
