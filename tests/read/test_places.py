"""Places read from sentences about the invented Republic of Varenia, with an invented gazetteer."""

import hashlib

import pytest

from rashomon.model import Article, Block, BlockKind, Span
from rashomon.parse import parse
from rashomon.read import places as reader
from rashomon.read.places import read_places
from rashomon.read.places.gazetteer import Entry, fold, open_gazetteer

ENTRIES = [
    Entry("x:1", "Varenia", "country", "VA", "", 40.0, 20.0, 5_000_000, True),
    Entry("x:2", "Oruland", "country", "OR", "", 10.0, 90.0, 9_000_000, True),
    Entry("x:3", "Port Selm", "capital", "VA", "01", 41.0, 20.0, 900_000, True),
    Entry("x:4", "Selmouth", "city", "OR", "07", 11.0, 91.0, 70_000, True),
    Entry("x:5", "Selmouth", "city", "VA", "01", 41.1, 20.1, 9_000, True),
    Entry("x:6", "Brenna", "region", "VA", "02", 39.0, 21.0, 300_000, True),
    Entry("x:7", "Tarn-sur-Oru", "city", "VA", "02", 39.1, 21.1, 4_000, True),
    Entry("x:9", "Brenna", "city", "VA", "02", 39.2, 21.2, 400_000_000, True),
    Entry("x:10", "Tarnia", "country", "TA", "", 60.0, 60.0, 8_000_000, True),
    Entry("x:11", "Tarnia", "region", "VA", "03", 42.0, 22.0, 900_000, True),
    Entry("x:12", "Dolver", "city", "VA", "03", 42.1, 22.1, 80_000, True),
    Entry("x:13", "Kesten", "city", "TA", "01", 60.1, 60.1, 80_000, True),
    Entry("x:8", "May", "city", "OR", "01", 12.0, 92.0, 1_000, True),
]


class Invented:
    """As much of a gazetteer as the reader asks for."""

    def find(self, name):
        key = fold(name)
        return tuple(sorted((entry for entry in ENTRIES if fold(entry.name) == key), key=lambda entry: -entry.population))


@pytest.fixture
def _invented(monkeypatch):
    monkeypatch.setattr(reader, "open_gazetteer", Invented)


def places_of(text):
    raw = text.encode()
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    return read_places(parse(Article(id=hashlib.sha256(raw).hexdigest()[:16], origin="test", text=text, blocks=(block,), raw=raw)))


@pytest.mark.usefixtures("_invented")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were arrested in Selmouth, Varenia.", [("Selmouth", "x:5"), ("Varenia", "x:1")]),
        ("Two men were arrested in Selmouth, Oruland.", [("Selmouth", "x:4"), ("Oruland", "x:2")]),
        ("Two men were arrested in Selmouth.", [("Selmouth", "x:4")]),
        ("They met in Selmouth, just outside Port Selm.", [("Selmouth", "x:5"), ("Port Selm", "x:3")]),
        ("They lived near Tarn-sur-Oru for years.", [("Tarn-sur-Oru", "x:7")]),
        ("They fled to Brenna.", [("Brenna", "x:9")]),
        ("They fled to Brenna province.", [("Brenna province", "x:6")]),
        ("They fled to northern Brenna province.", [("Brenna province", "x:6")]),
        ("They lived in Tarnia.", [("Tarnia", "x:10")]),
        ("They lived in Dolver, Tarnia.", [("Dolver", "x:12"), ("Tarnia", "x:11")]),
        ("They lived in Kesten, Tarnia.", [("Kesten", "x:13"), ("Tarnia", "x:10")]),
        ("They lived in Dolver, Tarnia. Others stayed in Tarnia.", [("Dolver", "x:12"), ("Tarnia", "x:11"), ("Tarnia", "x:11")]),
        ("They met in May.", []),
    ],
)
def test_context_tells_which_place_is_meant(text, expected):
    assert [(place.expression, place.entry) for place in places_of(text)] == expected


@pytest.mark.usefixtures("_invented")
def test_one_name_means_one_place_in_an_article():
    found = places_of("He was arrested in Selmouth, Varenia. Police in Selmouth searched his house.")
    assert {place.entry for place in found if place.expression == "Selmouth"} == {"x:5"}


@pytest.mark.usefixtures("_invented")
@pytest.mark.parametrize(
    "text", ["Port Selm said it would not negotiate.", "Port Selm denied the report.", "The treaty was broken by Port Selm."]
)
def test_a_capital_that_stands_for_its_government_is_no_place(text):
    assert places_of(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Relations between Moscow and Ankara have soured.", []),
        ("Paris has urged London and Rome to sign it.", []),
        ("Reporters told Athens and Lisbon that the vote was late.", []),
        ("The train between Paris and London was stopped by snow.", ["Paris", "London"]),
        ("The envoys visited London and Rome.", ["London", "Rome"]),
    ],
)
def test_governments_that_are_dealt_with_are_no_places(text, expected):
    assert [place.expression for place in places_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They moved to Lisbon and Mr Savino got a job.", ["Lisbon"]),
        ("They moved to Lisbon and Porto.", ["Lisbon", "Porto"]),
        ("She wrote a letter to Morales and to Clinton.", []),
        ("Aldo Kern, a town clerk, was arrested.", []),
        ("The army shelled the Oru Brigade.", []),
        ("Reporters besieged Tom Kern as he left.", []),
    ],
)
def test_a_name_beside_a_place_is_one_unless_it_is_a_persons(text, expected):
    assert [place.expression for place in places_of(text)] == expected


def test_a_town_called_so_in_another_language_needs_support():
    (place,) = places_of("Gunmen attacked the toll station at Karst.")
    assert place.entry is None
    assert "nothing in the article points there" in place.unknown


@pytest.mark.usefixtures("_invented")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council imposed new sanctions against Varenia.", []),
        ("The generals planned a war against Varenia.", []),
        ("The minister signed a treaty with Varenia.", []),
        ("The minister signed a treaty with Oruland and Varenia.", []),
        ("Soldiers closed the border with Varenia.", ["Varenia"]),
        ("Two soldiers were killed in Varenia.", ["Varenia"]),
    ],
)
def test_a_country_that_is_dealt_with_or_acted_against_is_no_place(text, expected):
    assert [place.expression for place in places_of(text)] == expected


@pytest.mark.usefixtures("_invented")
def test_a_name_that_no_gazetteer_lists_stays_unresolved_with_the_reason():
    for place in places_of("Two soldiers were killed in Dolverin and in London."):
        assert place.entry is None
        assert place.latitude is None
        assert place.unknown


UNLISTED = [
    ("A bomb exploded at the customs house of Port Dolverin on Thursday.", ["Port Dolverin"]),
    ("PORT DOLVERIN, Kestria (Meridian Agency) - A bomb exploded on Thursday.", ["PORT DOLVERIN", "Kestria"]),
    ("The minister spoke to reporters in the capital, Dolverin.", ["Dolverin"]),
    ("The people of Port Dolverin demand an inquiry.", ["Port Dolverin"]),
    ("Two soldiers were killed in Dolverin, a harbour town.", ["Dolverin"]),
    ("The Front shelled Tolmen on Friday.", ["Tolmen"]),
    ("Rebels stopped the convoy at Tolmen Crossing on Friday.", ["Tolmen Crossing"]),
    ("Rebels stopped the convoy at Tell's Corner on Friday.", ["Tell's Corner"]),
    ("Bailiffs evicted 230 people from the Tolmen camp.", ["Tolmen"]),
    ("The Front kidnapped two clerks in Tolmen.", ["Tolmen"]),
    ("She was commander in Chief of the fleet.", []),
    ("The fire began in Block 8 of the mill.", []),
    ("She praised the house of Edda Rhun.", []),
    ("The chairman, Pell Hanover, spoke to reporters.", []),
]


@pytest.mark.usefixtures("_invented")
@pytest.mark.parametrize(("text", "expected"), UNLISTED)
def test_a_name_told_to_be_a_place_is_one_though_not_listed(text, expected):
    found = places_of(text)
    assert [place.expression for place in found] == expected
    assert all(place.entry is None and place.unknown for place in found)


DOUBTED = [
    ("They met in Dolver. Two soldiers were killed in Kestria.", None),
    ("They met in Dolver, Varenia. Two soldiers were killed in Kestria.", "x:12"),
    ("They met in Dolver. Varenia sent troops. Two soldiers were killed in Kestria.", "x:12"),
    ("They met in Dolver and in Tarn-sur-Oru. Two soldiers were killed in Kestria.", "x:12"),
    ("They met in Dolver. Two soldiers were killed in the hills.", "x:12"),
]


@pytest.mark.usefixtures("_invented")
def test_an_unlisted_landmark_does_not_cast_doubt_on_towns():
    found = places_of("Rebels stopped the convoy at Tolmen Crossing and drove on to Kesten.")
    assert [place.entry for place in found] == [None, "x:13"]


@pytest.mark.usefixtures("_invented")
@pytest.mark.parametrize(("text", "entry"), DOUBTED)
def test_a_small_town_beside_unlisted_places_needs_support(text, entry):
    place = next(place for place in places_of(text) if place.expression == "Dolver")
    assert place.entry == entry
    assert (place.unknown is None) == (entry is not None)
    assert entry is not None or "nothing in the article points there" in place.unknown


WORLD = [
    ("They were held at a camp in Paris, Texas.", "Paris", "US", "city"),
    ("They met in Paris on Monday.", "Paris", "FR", "city"),
    ("A shop burned down in Glasgow, Ky.", "Glasgow", "US", "city"),
    ("He flew to Washington from France.", "Washington", "US", "city"),
    ("The fleet sailed through the Red Sea.", "Red Sea", None, "region"),
    ("The attack took place in Bavaria.", "Bavaria", "DE", "region"),
    ("A house burned down in Atlanta, Georgia.", "Georgia", "US", "region"),
    ("A house burned down in Tbilisi, Georgia.", "Georgia", "GE", "country"),
    ("A house burned down in Barrie, Ont, on Monday.", "Ont", "CA", "region"),
    ("Two men were arrested in Kharkiv province.", "Kharkiv province", "UA", "region"),
    ("Two men were arrested in Kharkiv.", "Kharkiv", "UA", "city"),
    ("South African miners marched in Newcastle.", "Newcastle", "ZA", "city"),
    ("Costa Rica closed the road to San Jose.", "San Jose", "CR", "city"),
    ("Texan ranchers met in Paris.", "Paris", "US", "city"),
    ("Welsh singers met in Newport.", "Newport", "GB", "city"),
    ("Latin American poets met in Paris.", "Paris", "FR", "city"),
    ("A shop burned down in Palestine, Texas.", "Palestine", "US", "city"),
    ("They have lived in Palestine for years.", "Palestine", "PS", "country"),
    ("The choir sang in Kandahar and Herat.", "Herat", "AF", "city"),
    ("Farmers marched across Punjab.", "Punjab", "PK", "region"),
    ("Two men were held in Herat province on Monday.", "Herat province", "AF", "region"),
    ("The nurses were sent to Zaatari.", "Zaatari", "JO", "city"),
    ("The museum in Seville opened a room for clocks.", "Seville", "ES", "city"),
    ("German police closed the toll station at Karst.", "Karst", "DE", "city"),
    ("In Bergen dockers rejected an offer that had been made in Hamburg.", "Bergen", "NO", "city"),
    ("The clerks rode to San Jose by bus.", "San Jose", "US", "city"),
    ("A stall burned down in St. Paul.", "St. Paul", "US", "city"),
]


@pytest.mark.parametrize(("text", "expression", "country", "precision"), WORLD)
def test_real_places(text, expression, country, precision):
    place = next(place for place in places_of(text) if place.expression == expression)
    assert (place.country, place.precision) == (country, precision)
    assert place.latitude is not None


def test_a_name_of_a_country_and_of_a_region_speaks_for_the_towns_of_the_region():
    places = places_of("Bakers in Georgia met bakers of a hall in Texas, and then they all went on to a fair in Atlanta.")
    (atlanta,) = (place for place in places if place.expression == "Atlanta")
    assert (round(atlanta.latitude), round(atlanta.longitude)) == (34, -84)


def test_values_are_grounded_and_the_same_each_time():
    text = "Troops left France for Germany, then Vienna, Austria. Berlin said nothing."
    first = places_of(text)
    assert first == places_of(text)
    for place in first:
        assert text[place.spans[0].start : place.spans[0].end] == place.expression


def test_the_index_stays_open():
    assert open_gazetteer() is open_gazetteer()
