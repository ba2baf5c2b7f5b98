"""How actors are said to stand to each other stands where they are shown, with who says so."""

import re

import msgspec

from rashomon.link import link_actors
from rashomon.link.alias_table import AliasTable
from rashomon.model import ActorKind, AliasRelation, AliasRow, Comparison, LinkedActor, LinkedRelation, RelationKind, Verdict
from rashomon.report import render_report, render_text
from rashomon.view import build_page
from view import port_selm

PARLIAMENT = LinkedActor(id="p2", kind=ActorKind.GOVERNMENT_BODY, name="Parliament", members=())
GUARD = LinkedActor(id="p3", kind=ActorKind.ORGANISATION, name="Night Guard", members=())
ALMANAC = LinkedRelation(kind=RelationKind.FRONT_OF, other="p1", source="Selm Almanac 2019, page 12")
PART = LinkedRelation(kind=RelationKind.PART_OF, other="p2", source="the harbour <b>register")


def told(*others, relations=()):
    """The page of the articles on Port Selm where the others stand beside the Front, which has those relations itself."""
    found = port_selm.comparison()
    front = msgspec.structs.replace(found.actors[0], relations=relations)
    return build_page(port_selm.records(), msgspec.structs.replace(found, actors=(front, *others)))


def shown(page):
    """The report from the pictures of actors on, as read."""
    section = render_report(page).partition('id="actors"')[2].partition('id="voices"')[0]
    return " ".join(re.sub(r"<[^>]+>", " ", section).split())


def test_a_row_of_the_alias_table_stands_at_the_picture_of_either_actor_with_its_source():
    page = told(msgspec.structs.replace(GUARD, relations=(ALMANAC,)))
    line = "Night Guard is said to be a front of Oru Front, according to Selm Almanac 2019, page 12"
    assert f"{line} (alias table)" in shown(page)
    assert f"{line} (alias table)" in " ".join(render_text(page).split())
    assert page.standings == ()


def test_rows_between_actors_without_a_picture_are_listed_below_the_pictures():
    page = told(PARLIAMENT, msgspec.structs.replace(GUARD, relations=(PART,)))
    line = "Night Guard is said to be part of Parliament, according to the harbour"
    assert page.portraits[0].standings == ()
    assert "Others in the alias table" in shown(page)
    assert f"{line} &lt;b&gt;register (alias table)" in shown(page)
    assert "OTHERS IN THE ALIAS TABLE" in render_text(page)


def test_what_an_article_tells_leads_to_its_words_and_names_who_says_it():
    standard = port_selm.records()[1]
    start = standard.article.text.index("in the pay of foreign powers")
    span = msgspec.structs.replace(standard.labels[0].spans[0], start=start, end=start + 28)
    claim = LinkedRelation(
        kind=RelationKind.BACKED_BY, other="p2", source="the author", article=standard.article.id, spans=(span,), attribution=None
    )
    page = told(PARLIAMENT, relations=(claim,))
    assert "Oru Front is said to be backed by Parliament, according to the author B" in shown(page)
    assert "(alias table)" not in shown(page)
    assert f'href="#words-{standard.article.id[:8]}-{start}-{start + 28}">is said to be backed by</a>' in render_report(page)
    assert "according to the author in B" in " ".join(render_text(page).split())


def test_every_relation_of_the_table_that_links_has_its_words():
    rows = [
        AliasRow(name="the government", relation=relation, other="Parliament", source="the register")
        for relation in (AliasRelation.PART_OF, AliasRelation.SUCCESSOR, AliasRelation.FRONT_OF)
    ]
    said = []
    for row in rows:
        actors = link_actors(port_selm.records(), AliasTable((row,)))
        page = build_page(port_selm.records(), Comparison(articles=(), actors=actors))
        said += [f"{one.name} {one.words} {one.other}" for one in page.standings]
    assert said == [f"the government is said to be {words} Parliament" for words in ("part of", "the successor of", "a front of")]


def test_a_row_says_nothing_of_who_is_right():
    page = told(msgspec.structs.replace(GUARD, relations=(ALMANAC,)))
    assert not any(row.verdict is Verdict.CONTRADICT and "Night Guard" in row.note for card in page.cards for row in card.rows)
    assert "Night Guard is a front" not in shown(page)
