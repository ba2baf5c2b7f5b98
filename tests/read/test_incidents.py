"""Incident summaries: which wordings could be told, which of them name the same, and what the trained reader makes of an article."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.ingest.text import ingest_text
from rashomon.model import Blame, BlamedOrganisation, Filler, IncidentSummary, Record
from rashomon.parse import Doc, parse
from rashomon.read import Reader, read_article
from rashomon.read.incidents.by_rules import summarise_by_rules
from rashomon.read.incidents.candidates import find_candidates, wording_key
from rashomon.read.incidents.choosing import BLAMES, choose, groups_of, is_same, with_rules_blame
from rashomon.read.incidents.told import ACTOR_COLUMNS, ROLES, TOLD_COLUMNS, categories, category_sizes, told_of

ATTACK = (
    "Guerrillas of the Oru Liberation Front (OLF) attacked a power station near Port Selm with four powerful rockets on Monday. "
    "Mayor Tomas Orudin was killed. The army blamed the OLF for the attack."
)


def doc_of(text: str) -> Doc:
    return parse(ingest_text(text.encode(), "invented"))


def keys(text: str) -> list[str]:
    return [candidate.key for candidate in find_candidates(doc_of(text))]


@pytest.mark.parametrize(
    "wording", ["four powerful rockets", "powerful rockets", "rockets", "tomas orudin", "oru liberation front", "power station"]
)
def test_every_wording_of_a_noun_is_a_candidate(wording: str) -> None:
    assert wording in keys(ATTACK)


def test_a_candidate_has_all_places_where_it_stands() -> None:
    doc = doc_of("Rebels burned the bank. The bank was empty.")
    bank = next(candidate for candidate in find_candidates(doc) if candidate.key == "bank")
    assert [doc.tokens[mention.top].text for mention in bank.mentions] == ["bank", "bank"]


def test_keys_leave_out_case_articles_and_punctuation() -> None:
    assert wording_key("The  “Oru” Front's\n a bomb") == "oru fronts bomb"


SAME = [
    ("rockets", "four powerful rockets", True),
    ("terrorist", "terrorists", True),
    ("policemen", "policeman", True),
    ("olf", "oru liberation front", True),
    ("flo", "oru liberation front", True),
    ("olf", "oru national army", False),
    ("front", "army", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_wordings_of_one_thing(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same
    assert is_same(other, one) is same


def test_the_likeliest_wording_leads_its_group() -> None:
    candidates = [candidate for candidate in find_candidates(doc_of(ATTACK)) if candidate.key in {"rockets", "powerful rockets", "army"}]
    likely = {"rockets": 0.4, "powerful rockets": 0.9, "army": 0.1}
    groups = groups_of(candidates, np.array([likely[candidate.key] for candidate in candidates], dtype=np.float32), 0.3)
    assert [[candidate.key for candidate in group] for group in groups] == [["powerful rockets", "rockets"]]


def test_what_is_chosen_is_grounded_and_blamed() -> None:
    doc = doc_of(ATTACK)
    record = read_article(doc.article, Reader.RULES)
    candidates = find_candidates(doc)
    roles = np.zeros((len(candidates), len(ROLES)), dtype=np.float32)
    blame = np.zeros((len(candidates), len(BLAMES)), dtype=np.float32)
    for row, candidate in enumerate(candidates):
        roles[row, 1] = candidate.key in {"olf", "oru liberation front"}
        blame[row, BLAMES.index(Blame.ACCUSED_BY_AUTHORITIES)] = 1
    summary = choose(doc, record, candidates, roles, blame, dict.fromkeys(ROLES, 0.5))
    (blamed,) = summary.organisations
    assert {mention.lower() for mention in blamed.organisation.mentions} == {"olf", "oru liberation front"}
    assert blamed.blame is Blame.ACCUSED_BY_AUTHORITIES
    assert all(
        record.article.text[span.start : span.end] in {"OLF", "Oru Liberation Front", "the Oru Liberation Front"}
        for span in blamed.organisation.spans
    )


def test_numbers_told_of_candidates_fit_their_columns() -> None:
    from rashomon.encode.weights import Labels, number_labels

    doc = doc_of(ATTACK)
    record: Record = read_article(doc.article, Reader.RULES)
    candidates = find_candidates(doc)
    labels = Labels(tag={}, dep=number_labels(["nsubj", "dobj", "pobj"]), entity=number_labels(["ORG", "PERSON"]))
    grammar = categories(doc, candidates, labels)
    assert (grammar >= 0).all()
    assert (grammar < np.array(category_sizes(labels))).all()
    told = told_of(doc, candidates, record, summarise_by_rules(record))
    assert told.shape == (len(candidates), TOLD_COLUMNS)
    agents = {candidate.key for candidate, row in zip(candidates, told, strict=True) if row[ACTOR_COLUMNS]}
    assert "guerrillas" in agents


def test_the_trained_reader_tells_who_did_what_to_whom() -> None:
    text = (
        "Gunmen killed the banker Tomas Orudin in Port Selm on Monday and burned his house. "
        "A bomb exploded outside a bank later that day. The Oru Front claimed responsibility for the bombing."
    )
    summary = read_article(doc_of(text).article, Reader.LEARNED).summary
    assert [filler.mentions[0] for filler in summary.individuals] == ["Gunmen"]
    assert [filler.mentions[0] for filler in summary.victims] == ["Tomas Orudin"]
    assert summary.weapons[0].mentions[0] == "bomb"
    assert [(blamed.organisation.mentions[0], blamed.blame) for blamed in summary.organisations] == [("Oru Front", Blame.CLAIMED)]
    assert "bank" in [filler.mentions[0] for filler in summary.targets]


def test_an_article_without_violence_has_an_empty_summary() -> None:
    summary = read_article(doc_of("The mayor opened a library in Port Selm on Monday. She thanked the builders.").article).summary
    assert summary == IncidentSummary()


def test_an_accusation_by_the_rules_is_not_told_as_a_fact() -> None:
    filler = Filler(mentions=("Oru Front",), spans=())
    fact, accused, claimed = (
        IncidentSummary(organisations=(BlamedOrganisation(organisation=filler, blame=blame, events=()),))
        for blame in (Blame.FACT, Blame.ACCUSED, Blame.CLAIMED)
    )
    assert with_rules_blame(fact, accused) == accused
    assert with_rules_blame(accused, fact) == accused
    assert with_rules_blame(accused, claimed) == claimed
    assert with_rules_blame(IncidentSummary(), claimed) == claimed
    assert with_rules_blame(IncidentSummary(), accused) == accused
    assert with_rules_blame(IncidentSummary(), fact) == IncidentSummary()
