"""Strategies for made-up gold and predictions of every task, odd ones included, to hold two scorers against each other."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Lines = list[dict[str, Any]]

PIECES = st.sampled_from(
    ["that ", "That ", "Oru ", "said ", "“", "”", '"', "‘", ", ", ". ", "\n\n", "  ", "a ", "Selm", "—", "talks ", "é", "…"]
)
TEXTS = st.lists(PIECES, min_size=3, max_size=25).map("".join)
PHRASES = st.lists(
    st.sampled_from(["the", "Oru", "oru", "Front", "dockers'", "of", "a", "strike", "strikes", "Selm.", "-", "an"]), max_size=4
).map(" ".join)
SHARE = st.sampled_from([True, True, True, False])


@st.composite
def _pairs(draw: st.DrawFn, gold: st.SearchStrategy[dict[str, Any]], prediction: Any) -> tuple[Lines, Lines]:
    """Documents with ids, and for most of them a prediction that `prediction` makes from the gold."""
    truth = [{"id": str(number), **line} for number, line in enumerate(draw(st.lists(gold, min_size=1, max_size=4)))]
    guess = [{"id": line["id"], **draw(prediction(line))} for line in truth if draw(SHARE)]
    return truth, guess


@st.composite
def _spans(draw: st.DrawFn, text: str, most: int = 2) -> list[list[int]]:
    """Some spans of the text, in order, none of them empty, some touching."""
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=2 * most)))
    return [[start, end] for start, end in zip(ends[::2], ends[1::2], strict=False)]


@st.composite
def _relations(draw: st.DrawFn, text: str, known: Lines) -> Lines:
    """Attributions of the text: new ones, and known ones with a part exchanged."""
    new = st.fixed_dictionaries({role: _spans(text) for role in ("source", "cue", "content")})
    found = draw(st.lists(new, max_size=3))
    for relation in known:
        if draw(SHARE):
            role = draw(st.sampled_from(["source", "cue", "content"]))
            found.append({**relation, role: draw(st.one_of(_spans(text), st.just(relation[role])))})
    return draw(st.permutations(found))


def attribution() -> st.SearchStrategy[tuple[Lines, Lines]]:
    gold = TEXTS.flatmap(lambda text: st.fixed_dictionaries({"text": st.just(text), "attributions": _relations(text, [])}))
    return _pairs(gold, lambda line: st.fixed_dictionaries({"attributions": _relations(line["text"], line["attributions"])}))


def incidents() -> st.SearchStrategy[tuple[Lines, Lines]]:
    entities = st.lists(st.lists(PHRASES, max_size=3), max_size=4)
    roles = st.fixed_dictionaries(dict.fromkeys(("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"), entities))
    labels = st.sampled_from(["REPORTED AS FACT", "possible", "CLAIMED OR ADMITTED"])
    fillers = st.lists(st.fixed_dictionaries({"value": labels, "strings": st.lists(PHRASES, max_size=2)}), max_size=2)
    templates = st.lists(st.fixed_dictionaries({"slots": st.fixed_dictionaries({"perp_organization_confidence": fillers})}), max_size=2)
    gold = st.fixed_dictionaries({"roles": roles}, optional={"templates": templates})
    guess = st.fixed_dictionaries({"roles": roles}, optional={"confidence": st.dictionaries(PHRASES, labels, max_size=3)})
    return _pairs(gold, lambda _: guess)


def events() -> st.SearchStrategy[tuple[Lines, Lines]]:
    event = {
        "type": st.sampled_from(["COERCE", "CONSULT", "SUPPORT", "ASSAULT"]),
        "trigger": PHRASES,
        "agents": st.lists(PHRASES, max_size=2),
        "patients": st.lists(PHRASES, max_size=2),
    }
    several = st.fixed_dictionaries({"events": st.lists(st.fixed_dictionaries(event), max_size=3)})
    return _pairs(st.fixed_dictionaries(event), lambda _: several)


def five_w() -> st.SearchStrategy[tuple[Lines, Lines]]:
    questions = ("who", "what", "when", "where")
    gold = st.fixed_dictionaries({"gold": st.fixed_dictionaries({each: st.lists(PHRASES, min_size=1, max_size=2) for each in questions})})
    return _pairs(gold, lambda _: st.fixed_dictionaries(dict.fromkeys(questions, PHRASES)))


@st.composite
def same_event(draw: st.DrawFn) -> tuple[Lines, Lines]:
    chain = st.sampled_from(["strike", "talks", "fire", "vote"])
    gold, guess = [], []
    for number in range(draw(st.integers(1, 4))):
        mentions = [{"id": str(m), "chain": draw(chain), "kind": draw(st.sampled_from(["event", "event", "entity"]))} for m in range(4)]
        gold.append({"id": str(number), "mentions": mentions})
        guess.append({"id": str(number), "clusters": {m["id"]: draw(chain) for m in mentions if draw(SHARE)}})
    # A chain of two mentions keeps the measures without singletons defined.
    gold.append({"id": "last", "mentions": [{"id": each, "chain": "pair", "kind": "event"} for each in "ab"]})
    return gold, guess


@st.composite
def shared_incidents(draw: st.DrawFn) -> tuple[Lines, Lines]:
    events = st.sampled_from(["strike", "talks", "fire", "vote"])
    gold = [
        {"id": str(number), "title": "Selm", "event": event} for number, event in enumerate(draw(st.lists(events, min_size=1, max_size=6)))
    ]
    told = st.lists(st.sampled_from(["I1", "I2", "I3"]), max_size=3)
    return gold, [{"id": line["id"], "title": "Selm", "incidents": draw(told)} for line in gold if draw(SHARE)]


def _spanned(field: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Lines, Lines]]:
    ends = st.tuples(st.integers(0, 20), st.integers(1, 5)).map(lambda pair: {"start": pair[0], "end": sum(pair)})
    items = st.lists(st.builds(lambda place, rest: {**place, **rest}, ends, st.fixed_dictionaries(fields)), max_size=4)
    lines = st.fixed_dictionaries({field: items})
    return _pairs(lines, lambda _: lines)


def times() -> st.SearchStrategy[tuple[Lines, Lines]]:
    return _spanned("times", value=st.sampled_from(["1911-05-03", "1911-05-03T00:00", "1911-05-03T00:00:00", "P3W", " P3W", "", None]))


def places() -> st.SearchStrategy[tuple[Lines, Lines]]:
    ends = st.tuples(st.integers(0, 20), st.integers(1, 5)).map(lambda pair: {"start": pair[0], "end": sum(pair)})
    where = st.sampled_from([(0.0, 0.0), (0.5, 0.5), (1.5, 0.0), (-89.0, 10.0), (-89.0, -170.0), (0.0, 180.0), (0.0, -180.0)])
    gold = st.builds(lambda span, at: {**span, "lat": at[0], "lon": at[1]}, ends, where)
    guess = st.builds(lambda span, at: {**span, "lat": at and at[0], "lon": at and at[1]}, ends, st.one_of(st.none(), where))
    return _pairs(
        st.fixed_dictionaries({"places": st.lists(gold, max_size=4)}),
        lambda _: st.fixed_dictionaries({"places": st.lists(guess, max_size=4)}),
    )


def attitude() -> st.SearchStrategy[tuple[Lines, Lines]]:
    line = st.fixed_dictionaries({"start": st.just(3), "polarity": st.sampled_from(["negative", "neutral", "positive"])})
    return _pairs(line, lambda _: line)


@st.composite
def basil(draw: st.DrawFn) -> tuple[Lines, Lines]:
    names = st.sampled_from(["Lena_Oru", "Tomas_Venn", "Selm_officials", "main_event"])
    feelings = st.dictionaries(names, st.sampled_from(["neg", "neu", "pos"]), max_size=3)
    speakers = st.sampled_from(["Lena_Oru", "other_anti", "Selm_officials", None])
    spans = st.lists(st.fixed_dictionaries({"speaker": speakers, "quoted": st.booleans()}), max_size=4)
    gold = [
        {"id": str(number), "event": "strike", **line}
        for number, line in enumerate(
            draw(st.lists(st.fixed_dictionaries({"author_feeling": feelings, "spans": spans}), min_size=1, max_size=3))
        )
    ]
    words = st.sampled_from(["", "Lena Oru", "Venn", "a docker"])
    guess = [
        {"id": line["id"], "event": "strike", "feelings": draw(feelings), "speakers": [draw(words) for _ in line["spans"]]}
        for line in gold
        if draw(SHARE)
    ]
    return gold, guess


def pronouns() -> st.SearchStrategy[tuple[Lines, Lines]]:
    gold = st.fixed_dictionaries({"a_coref": st.booleans(), "b_coref": st.booleans()})
    return _pairs(gold, lambda _: st.fixed_dictionaries({"a": st.booleans()}, optional={"b": st.booleans()}))


MADE_UP = {
    each.__name__: each
    for each in (attribution, incidents, events, five_w, same_event, shared_incidents, times, places, attitude, basil, pronouns)
}
