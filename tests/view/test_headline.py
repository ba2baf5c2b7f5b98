"""The counts at the head of the page tell of what stands between articles."""

import re

import pytest

from rashomon.model import Account, Comparison, Contrast, EventType, Incident, SourceKind, Verdict, Version
from rashomon.report import render_report
from rashomon.view import build_page
from view.drafts import Draft, draft_article

DRAFTS = [Draft(draft_article(f"Report {letter}\nNine dockers struck.\n", origin=f"{letter}.txt")) for letter in "AB"]
for draft in DRAFTS:
    draft.event("struck", EventType.PROTEST)
A, B = (draft.article.id for draft in DRAFTS)


def incident(number, *tellers, contrasts=()):
    """An incident that the tellers tell, each an article and a source."""
    accounts = tuple(account(article, source) for article, source in tellers)
    return Incident(id=f"I{number}", type=EventType.PROTEST, title="strike", accounts=accounts, contrasts=contrasts)


def account(article, source):
    events = tuple(draft.events[0].id for draft in DRAFTS if draft.article.id == article)
    return Account(article=article, source=source, source_kind=SourceKind.NAMED, events=events)


def point(relation, *tellers, sides=()):
    """A point of an incident as the tellers tell it; `sides` holds the positions of those on either side."""
    versions = tuple(
        Version(value="nine", source=source, source_kind=SourceKind.NAMED, article=article, spans=DRAFTS[0].at("Nine"))
        for article, source in tellers
    )
    return Contrast(field="count:striking", relation=relation, versions=versions, sides=sides)


def glance(*incidents):
    """The sentence at the head of the report, as read."""
    page = build_page([draft.record() for draft in DRAFTS], Comparison(articles=(A, B), incidents=incidents))
    words = re.search(r'<p class="glance">(.*?)</p>', render_report(page), re.DOTALL)[1]
    return " ".join(re.sub(r"<[^>]+>", "", words).split()).partition(". ")[2]


VELL, PELL, BELL = (A, "Vell"), (A, "Pell"), (B, "Bell")
ACROSS = (VELL, PELL, BELL)
ONE = "1 incident is told by several articles"
CONTRADICT, DIFFER, AGREE, SILENT = Verdict.CONTRADICT, Verdict.DIFFER, Verdict.AGREE, Verdict.SILENT
CASES = [
    ("articles on two sides", point(CONTRADICT, *ACROSS, sides=((0, 1), (2,))), f"{ONE}: the articles contradict on 1 point"),
    ("two voices of one article on two sides, the other fits both", point(CONTRADICT, *ACROSS, sides=((0,), (1,))), ONE),
    ("one article alone tells it", point(AGREE, VELL, PELL), ONE),
    ("both tell it alike", point(AGREE, *ACROSS), f"{ONE}: the articles agree on 1 point"),
    ("one is silent", point(SILENT, VELL), ONE),
]


@pytest.mark.parametrize(("contrast", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_only_points_between_articles_are_counted(contrast, told):
    assert glance(incident(1, *ACROSS, contrasts=(contrast,))) == f"{told}; 0 are told by one side only."


def test_what_meets_within_one_article_is_told_apart_and_its_points_are_not_counted():
    across = incident(1, VELL, BELL, contrasts=(point(DIFFER, VELL, BELL, sides=((0,), (1,))), point(AGREE, VELL, BELL)))
    within = incident(2, VELL, PELL, contrasts=(point(CONTRADICT, VELL, PELL, sides=((0,), (1,))),))
    alone = incident(3, BELL)
    counts = "the articles differ on 1 point, agree on 1 point"
    assert glance(across, within, alone) == (f"{ONE}: {counts}; 1 is told by several voices of one article; 1 is told by one side only.")
    assert glance(within) == "1 incident is told by several voices of one article; 0 are told by one side only."
    assert glance(alone) == "1 incident is told by one side only."
