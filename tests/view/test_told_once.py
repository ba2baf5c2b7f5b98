"""How far an act got and whether it happened are told once where all accounts say the same of both."""

import pytest

from rashomon.compare.accounts import tellers_of
from rashomon.compare.incidents import contrasts_of
from rashomon.compare.lookup import Lookup
from rashomon.link import link_actors
from rashomon.model import Comparison, EventType, Incident, Polarity, Stage
from rashomon.report import render_report, render_text
from rashomon.view import build_page
from view.drafts import Draft, draft_article

DONE, PLANNED, SUPPOSED = Stage.ACCOMPLISHED, Stage.PLANNED, Stage.HYPOTHETICAL
SO, DENIED = Polarity.AFFIRMED, Polarity.DENIED
ONCE, FAR, WHETHER = "whether it happened, how far it got", "how far it got", "whether it happened"
CASES = [
    ("told as done by both", (DONE, SO), (DONE, SO), [ONCE]),
    ("planned in both", (PLANNED, SO), (PLANNED, SO), [ONCE]),
    ("planned in one, done in the other", (PLANNED, SO), (DONE, SO), [FAR, WHETHER]),
    ("done in one, denied in the other", (DONE, SO), (DONE, DENIED), [FAR, WHETHER]),
    ("denied by both", (DONE, DENIED), (DONE, DENIED), [FAR, WHETHER]),
    ("a plan told and a plan denied", (PLANNED, SO), (PLANNED, DENIED), [FAR, WHETHER]),
    ("left open by one", (SUPPOSED, SO), (DONE, SO), [FAR, WHETHER]),
]


def page_of(*tellings):
    """The page of one strike, told by each article as far along, and as so or not."""
    texts = [f"Report {number}\nThe dockers struck in Port Selm.\n" for number in range(len(tellings))]
    drafts = [Draft(draft_article(text, origin="report.txt")) for text in texts]
    for draft, (stage, polarity) in zip(drafts, tellings, strict=True):
        draft.event("struck", EventType.PROTEST, "strike", stage=stage, polarity=polarity)
    records = [draft.record() for draft in drafts]
    tellers = tellers_of([record.events[0].id for record in records], Lookup.of(records, link_actors(records)))
    incident = Incident(
        id="I1",
        type=EventType.PROTEST,
        title="strike",
        accounts=tuple(teller.account for teller in tellers),
        contrasts=contrasts_of(tellers),
    )
    return build_page(records, Comparison(articles=tuple(record.article.id for record in records), incidents=(incident,)))


@pytest.mark.parametrize(("one", "other", "rows"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_two_rows_are_one_only_where_every_account_says_the_same(one, other, rows):
    (card,) = page_of(one, other).cards
    assert [row.label for row in card.rows if row.field != "act"] == rows


def test_what_is_told_once_keeps_its_words_and_its_verdict():
    page = page_of((DONE, SO), (DONE, SO))
    assert f"{ONCE}: agree (both: told as done)" in " ".join(render_text(page).split())
    assert render_text(page).count("told as done: struck") == 2
    assert f"{ONCE} <" in render_report(page)
    assert "told as so" not in render_report(page)
