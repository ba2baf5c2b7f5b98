"""The nouns as JSON: what is written is read back the same, and is what the published schemas promise."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import rashomon.model
from rashomon.model import Actor, ActorKind, Article, Block, BlockKind, Comparison, Correction, Record, Sector, Source, SourceKind, Span
from rashomon.model.codec import decode_comparison, decode_record, encode_comparison, encode_record, schemas
from strategies import records, values

NOUNS = sorted(
    (noun for noun in vars(rashomon.model).values() if isinstance(noun, type) and issubclass(noun, msgspec.Struct)),
    key=lambda noun: noun.__name__,
)
SCHEMAS = {name: Draft202012Validator(schema) for name, schema in schemas().items()}


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_every_noun_comes_back_from_json_as_it_went(noun, data):
    value = data.draw(values(noun))
    assert msgspec.json.decode(msgspec.json.encode(value), type=noun) == value


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_every_noun_is_frozen_and_can_be_counted_as_a_value(noun, data):
    value = data.draw(values(noun))
    assert {value, value} == {value}
    field = msgspec.structs.fields(noun)[0].name
    with pytest.raises(AttributeError):
        setattr(value, field, getattr(value, field))


@settings(max_examples=25, deadline=None)
@given(record=records())
def test_a_record_is_one_line_and_comes_back_but_for_its_raw_bytes(record):
    line = encode_record(record)
    assert b"\n" not in line
    without_raw = msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, raw=b""))
    assert decode_record(line) == without_raw
    assert encode_record(decode_record(line)) == line


@settings(max_examples=25, deadline=None)
@given(record=records())
def test_a_record_is_what_its_schema_promises(record):
    SCHEMAS["record"].validate(json.loads(encode_record(record)))


@settings(max_examples=25, deadline=None)
@given(comparison=values(Comparison))
def test_a_comparison_comes_back_and_is_what_its_schema_promises(comparison):
    line = encode_comparison(comparison)
    assert decode_comparison(line) == comparison
    SCHEMAS["comparison"].validate(json.loads(line))


@settings(max_examples=25, deadline=None)
@given(correction=values(Correction))
def test_a_correction_is_what_its_schema_promises(correction):
    SCHEMAS["correction"].validate(msgspec.to_builtins(correction))


ARTICLE = Article(
    id="0123456789abcdef",
    origin="harbour.txt",
    title="Harbour closed",
    text="Harbour closed",
    blocks=(Block(kind=BlockKind.TITLE, span=Span(0, 14)),),
    raw=b"Harbour closed",
)
FIELDS = [
    *("id", "origin", "title", "authors", "publisher", "published", "language", "text", "blocks"),
    *("reader", "attributions", "events", "actors", "times", "places", "labels", "stances", "statements", "summary"),
]


def test_a_record_lists_the_articles_fields_beside_its_own():
    assert list(json.loads(encode_record(Record(article=ARTICLE, reader="test")))) == FIELDS


def test_a_line_written_before_actors_had_codes_is_still_read():
    actor = Actor(id="01234567-p1", kind=ActorKind.STATE, name="Kenya", country="KEN", sectors=(Sector.GOV,), mentions=())
    line = json.loads(encode_record(Record(article=ARTICLE, reader="test", actors=(actor,))))
    del line["actors"][0]["country"], line["actors"][0]["sectors"]
    assert decode_record(json.dumps(line)).actors == (msgspec.structs.replace(actor, country=None, sectors=()),)


def test_spans_are_pairs():
    source = Source(kind=SourceKind.NAMED, name="Port Selm harbour office", spans=(Span(3, 9), Span(12, 20)))
    assert msgspec.to_builtins(source)["spans"] == [[3, 9], [12, 20]] or json.loads(msgspec.json.encode(source))["spans"] == [
        [3, 9],
        [12, 20],
    ]
    assert json.loads(encode_record(Record(article=ARTICLE, reader="test")))["blocks"][0]["span"] == [0, 14]


BROKEN_LINES = [
    ("not JSON", b"{"),
    ("no text", b'{"id": "1", "origin": "a", "blocks": [], "reader": "r"}'),
    ("a span of three", b'{"id": "1", "origin": "a", "text": "t", "blocks": [{"kind": "title", "span": [0, "1"]}], "reader": "r"}'),
    ("an unknown kind of block", b'{"id": "1", "origin": "a", "text": "t", "blocks": [{"kind": "advert", "span": [0, 1]}], "reader": "r"}'),
]


@pytest.mark.parametrize("line", [line for _, line in BROKEN_LINES], ids=[why for why, _ in BROKEN_LINES])
def test_a_broken_line_is_refused(line):
    with pytest.raises(msgspec.DecodeError):
        decode_record(line)
