"""Country and sector codes: of each actor what the article's own words tell, and nothing where they tell none."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from rashomon import tables
from rashomon.errors import TableError
from rashomon.ingest.text import ingest_text
from rashomon.model import Actor, ActorKind, Sector
from rashomon.parse import parse
from rashomon.read.actors import read_actors
from rashomon.read.actors.sectors import sector_fault, table
from rashomon.read.actors.words import alpha3, alpha3_fault, state_words
from rashomon.tables import Row, load_table


@cache
def actors_of(text: str) -> tuple[Actor, ...]:
    return read_actors(parse(ingest_text(text.encode(), "test.txt")))


def found(text: str, name: str) -> Actor:
    matching = [actor for actor in actors_of(text) if name in (actor.name, *actor.aliases)]
    assert len(matching) == 1, f"{name!r} is {len(matching)} of {[actor.name for actor in actors_of(text)]}"
    return matching[0]


TOLD = [
    # states, their peoples and bodies
    ("Kenya closed its harbour on Monday.", "Kenya", "KEN", "GOV"),
    ("Scotland praised the bakers.", "Scotland", "GBR", "GOV"),
    ("The Kenyan police arrested six bakers. The police gave no reason.", "the Kenyan police", "KEN", "COP"),
    ("Kenya's Supreme Court met on Monday.", "Kenya's Supreme Court", "KEN", "JUD"),
    ("The Ministry of Justice of Peru praised the bakers.", "Ministry of Justice of Peru", "PER", "GOV"),
    ("The Scottish parliament met at noon and praised the bakers.", "the Scottish parliament", "GBR", "LEG"),
    ("The Georgian army built a bridge.", "the Georgian army", "GEO", "MIL"),
    ("The intelligence agency praised the bakers.", "the intelligence agency", None, "SPY"),
    # a body told without a name is that of the only state the article speaks of, where that state acts
    ("Kenya closed its harbour. The parliament met at noon.", "the parliament", "KEN", "LEG"),
    ("Kenya closed its harbour. The army built a bridge.", "the army", "KEN", "MIL"),
    # people in office
    ("Kenya's foreign minister, Ana Tal, praised the harvest.", "Ana Tal", "KEN", "GOV"),
    ("Norwegian Foreign Minister Ilse Marant flew to Peru on Sunday.", "Ilse Marant", "NOR", "GOV"),
    ("President Aldo Kern of Ghana opened a bakery.", "Aldo Kern", "GHA", "GOV"),
    ("US Senator Paul Marr met South Korean President Ana Tal.", "Paul Marr", "USA", "LEG"),
    ("US Senator Paul Marr met South Korean President Ana Tal.", "Ana Tal", "KOR", "GOV"),
    ("The Kenyan ambassador to France, Ana Tal, opened a bakery.", "Ana Tal", "KEN", "GOV"),
    ("British MP Ana Tal praised the bakers.", "Ana Tal", "GBR", "LEG"),
    ("Colonel Aldo Kern opened the bakery.", "Aldo Kern", None, "MIL"),
    ("Judge Ana Tal praised the bread.", "Ana Tal", None, "JUD"),
    ("Police spokesman Aldo Kern praised the bakers.", "Aldo Kern", None, "COP"),
    ("Kenya's intelligence chief, Ana Tal, sang.", "Ana Tal", "KEN", "SPY"),
    ("Varenian President Aldo Kern praised Varenia.", "Aldo Kern", None, "GOV"),
    ("Former president Aldo Kern of Ghana opened a bakery.", "Aldo Kern", "GHA", "ELI"),
    ("Attorney General Aldo Kern sang.", "Aldo Kern", None, "GOV"),
    ("Kenya's former trade minister, Ana Tal, sang.", "Ana Tal", "KEN", "ELI"),
    ("General Aldo Kern, head of Kenya's army, sang.", "Aldo Kern", "KEN", "MIL"),
    ("Judge Ana Tal of the Supreme Court of Kenya sang.", "Ana Tal", "KEN", "JUD"),
    ("Ex-president Ana Tal of Peru sang.", "Ana Tal", "PER", "ELI"),
    ("Retired Colonel Aldo Kern praised the bakers.", "Aldo Kern", None, "ELI"),
    ("Aldo Kern, chief of staff of the Kenyan president, sang.", "Aldo Kern", "KEN", "GOV"),
    # several sectors, the most specific first
    ("Aldo Kern, a retired general, praised the bakers. Kern, now a senator, sang.", "Aldo Kern", None, "LEG ELI"),
    ("The Kenyan Farmers' Union called a strike.", "Kenyan Farmers' Union", "KEN", "AGR LAB"),
    ("The Free Teachers' Union joined the strike.", "Free Teachers' Union", None, "EDU LAB"),
    # parties, armed groups, the press, trades and faiths
    ("The Labour Party praised the bakers.", "Labour Party", None, "PTY"),
    ("The Irish opposition leader, Ana Tal, sang.", "Ana Tal", "IRL", "OPP"),
    ("Rebel commander Aldo Kern freed six monks.", "Aldo Kern", None, "REB"),
    ("The Oru Liberation Army freed six monks.", "Oru Liberation Army", None, "REB"),
    ("The Orsk Courier printed the minutes.", "Orsk Courier", None, "JRN"),
    ("Ghanaian journalist Ana Tal praised the bakers.", "Ana Tal", "GHA", "JRN"),
    ("Selm Shipping fired 200 dockers.", "Selm Shipping", None, "BUS"),
    ("President Aldo Kern of the Selm Bank opened a bakery.", "Aldo Kern", None, "BUS"),
    ("Doctor Aldo Kern praised the bakers.", "Aldo Kern", None, "MED"),
    ("Father Tomas Rell sang.", "Tomas Rell", None, "REL"),
    ("The two Norwegian students sang, and they praised their teachers.", "the two Norwegian students", "NOR", "EDU"),
    ("The charity Tern Relief praised the bakers.", "Tern Relief", None, "NGO"),
    # bodies that states form are of no country
    ("The European Union praised the bakers.", "European Union", None, "IGO"),
    ("UN Secretary-General Ana Tal praised the bakers.", "Ana Tal", None, "IGO"),
]


@pytest.mark.parametrize(("text", "name", "country", "sectors"), TOLD)
def test_the_words_tell_country_and_sectors(text: str, name: str, country: str | None, sectors: str) -> None:
    actor = found(text, name)
    assert (actor.country, " ".join(actor.sectors)) == (country, sectors)


SILENT = [
    # invented and former states have no code, and which of several states is meant is not guessed
    ("Varenia thanked the bakers of Orsk.", "Varenia", "country"),
    ("The Soviet Union praised the bakers.", "Soviet Union", "country"),
    ("Kenya and Norway signed a treaty. The parliament praised it.", "the parliament", "country"),
    ("Ostria praised the bread. The bread of Kenya is good. The army sang.", "the army", "country"),
    ("In France, the police praised the bakers.", "the police", "country"),
    ("Ana Tal, the French head of the Kenyan army, sang.", "Ana Tal", "country"),
    ("Georgia governor Ana Tal praised the bakers.", "Ana Tal", "country"),
    ("The New Mexico Farmers' Union called a strike.", "New Mexico Farmers' Union", "country"),
    ("Turkish-backed rebels freed six monks. The rebels sang.", "Turkish-backed rebels", "country"),
    # whom or what somebody speaks of is not whose they are
    ("Aldo Kern, a critic of Iran, opened a bakery.", "Aldo Kern", "country"),
    ("Ana Tal, a professor of Chinese history, sang.", "Ana Tal", "country"),
    ("Russia correspondent Ana Tal praised the bakers.", "Ana Tal", "country"),
    ("Ana Tal, an expert on Russia, praised the bakers.", "Ana Tal", "country"),
    ("The Kenyan president's daughter, Ana Tal, praised the bakers.", "Ana Tal", "country"),
    # kin, critics, suspects and officers of clubs have no sector of those beside them
    ("The minister's brother, Aldo Kern, opened a bakery.", "Aldo Kern", "sectors"),
    ("Police critic Aldo Kern opened a bakery.", "Aldo Kern", "sectors"),
    ("Alleged spy Ana Tal praised the bakers.", "Ana Tal", "sectors"),
    ("Aldo Kern, president of the Orsk Chess Club, praised the bakers.", "Aldo Kern", "sectors"),
    ("Ana Tal, a mother of three, praised the bakers.", "Ana Tal", "sectors"),
    ("Judge Ana Tal praised Aldo Bishop.", "Aldo Bishop", "sectors"),
    ("Norway spoke. Norwegians protested.", "Norwegians", "sectors"),
]


@pytest.mark.parametrize(("text", "name", "untold"), SILENT)
def test_what_the_words_do_not_tell_is_left_out(text: str, name: str, untold: str) -> None:
    assert not getattr(found(text, name), untold)


def test_an_armed_group_is_never_armed_forces_of_a_state() -> None:
    group = found("The rebel Oru Army freed six monks.", "Oru Army")
    assert group.kind is ActorKind.ARMED_GROUP
    assert group.sectors == (Sector.UAF,)


def test_each_state_has_a_line_for_its_code() -> None:
    assert set(alpha3()) == {meaning.state for meanings in state_words().values() for meaning in meanings}


def test_each_sector_that_words_can_tell_is_one_of_plovers() -> None:
    assert {sense.sector for senses in table().values() for sense in senses} <= {None, *Sector}


SECTOR_COLUMNS = ("words", "plural", "sector", "use")
MALFORMED = [
    ("sectors.tsv", SECTOR_COLUMNS, sector_fault, "judge\tjudges\tJUG\trole", r"sectors\.tsv, line 2: sector has 'JUG'"),
    ("sectors.tsv", SECTOR_COLUMNS, sector_fault, "judge\tjudges\tJUD\tpost", r"sectors\.tsv, line 2: use has 'post'"),
    ("sectors.tsv", SECTOR_COLUMNS, sector_fault, "judge\tjudges\t\trole", r"sectors\.tsv, line 2: sector has ''"),
    ("sectors.tsv", SECTOR_COLUMNS, sector_fault, "Judge\tjudges\tJUD\trole", r"sectors\.tsv, line 2: words has 'Judge'"),
    ("sectors.tsv", SECTOR_COLUMNS, sector_fault, "judge\tjudges\tJUD", r"sectors\.tsv, line 2: 3 cells"),
    ("alpha3.tsv", ("state", "alpha3", "namesake"), alpha3_fault, "Kenya\tKE\t", r"alpha3\.tsv, line 2: alpha3 has 'KE'"),
    ("alpha3.tsv", ("state", "alpha3", "namesake"), alpha3_fault, "Varenia\tVAR\t", r"alpha3\.tsv, line 2: state has 'Varenia'"),
    ("alpha3.tsv", ("state", "alpha3", "namesake"), alpha3_fault, "Kenya\tKEN\tno", r"alpha3\.tsv, line 2: namesake has 'no'"),
]


@pytest.mark.parametrize(("name", "columns", "fault", "line", "message"), MALFORMED)
def test_a_malformed_table_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    columns: tuple[str, ...],
    fault: Callable[[Row], str | None],
    line: str,
    message: str,
) -> None:
    state_words()
    (tmp_path / name).write_text("\t".join(columns) + f"\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)
    with pytest.raises(TableError, match=message):
        load_table("rashomon.read.actors", name, columns, (), fault)
