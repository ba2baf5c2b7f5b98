"""A small invented gold a task, predictions for it that are partly right, and the figures they should get.

Used by the tests of the scorers and of the gate. Everything in the texts is made up.
"""

from __future__ import annotations

from typing import Any

HARBOUR = (
    "Harbour strike ends\n\nThe dockers' union said that it would \u201creturn to work on Monday\u201d. "
    "\u201cWe were promised talks,\u201d Lena Oru told reporters. Talks are widely expected in May, according to the Selm Courier."
)
BRIDGE = "Officials in Port Selm denied the report. The bridge, engineers believe, is safe."


def _at(text: str, *phrases: str) -> list[list[int]]:
    starts = [text.index(phrase) for phrase in phrases]
    return [[start, start + len(phrase)] for start, phrase in zip(starts, phrases, strict=True)]


def _relation(text: str, source: str, cue: str, *content: str) -> dict[str, Any]:
    return {"source": _at(text, source) if source else [], "cue": _at(text, cue) if cue else [], "content": _at(text, *content)}


def _span(text: str, phrase: str, **rest: Any) -> dict[str, Any]:
    start = text.index(phrase)
    return {"start": start, "end": start + len(phrase), **rest}


def _mentions(*rows: tuple[str, str, str]) -> list[dict[str, Any]]:
    return [{"id": number, "start": 0, "end": 4, "chain": chain, "kind": kind} for number, chain, kind in rows]


def _quoted(speaker: str) -> dict[str, Any]:
    return {"start": 0, "end": 1, "speaker": speaker, "quoted": True}


WARS = "The siege began on 3 May 1911. Two years later, in the spring of 1913, it ended; talks took three weeks."
PLACES = "Rain fell on Varenia and on Port Selm, but Oru Bay and Kesh stayed dry."
FIRM = "REPORTED AS FACT"

GOLD: dict[str, list[dict[str, Any]]] = {
    "attribution": [
        {
            "id": "harbour",
            "text": HARBOUR,
            "attributions": [
                _relation(HARBOUR, "The dockers' union", "said", "that it would \u201creturn to work on Monday\u201d"),
                _relation(HARBOUR, "Lena Oru", "told", "\u201cWe were promised talks,\u201d"),
                _relation(HARBOUR, "", "widely expected", "Talks", "in May"),
                _relation(HARBOUR, "the Selm Courier", "according to", "Talks are widely expected in May"),
            ],
        },
        {
            "id": "bridge",
            "text": BRIDGE,
            "attributions": [
                _relation(BRIDGE, "Officials in Port Selm", "denied", "the report"),
                _relation(BRIDGE, "engineers", "believe", "The bridge", "is safe"),
            ],
        },
        {"id": "silent", "text": "Nothing is said here.", "attributions": []},
    ],
    "incidents": [
        {
            "id": "depot",
            "text": "",
            "roles": {
                "PerpInd": [["two gunmen", "gunmen"]],
                "PerpOrg": [["the oru front", "front"], ["kesh brigade"]],
                "Target": [["fuel depot", "depot"], ["pipeline"]],
                "Victim": [],
                "Weapon": [["a mine"]],
            },
            "templates": [
                {
                    "slots": {
                        "perp_organization_confidence": [
                            {"value": FIRM, "strings": ["THE ORU FRONT"]},
                            {"value": "POSSIBLE", "strings": ["KESH BRIGADE"]},
                        ]
                    }
                },
                {"slots": {"perp_organization_confidence": [{"value": "CLAIMED OR ADMITTED", "strings": ["Oru Front"]}]}},
            ],
        },
        {"id": "quiet", "text": "", "roles": {role: [] for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}, "templates": []},
    ],
    "events": [
        {
            "id": "1",
            "text": "",
            "type": "COERCE",
            "trigger": "arrested",
            "agents": ["police of Varenia"],
            "patients": ["two editors", "a printer"],
        },
        {"id": "2", "text": "", "type": "CONSULT", "trigger": "held talks", "agents": ["the envoy"], "patients": []},
        {"id": "3", "text": "", "type": "ASSAULT", "trigger": "shelled", "agents": ["the army"], "patients": ["the"]},
    ],
    "five_w": [
        {
            "id": "1",
            "text": "",
            "gold": {
                "who": ["the dockers' union", "dockers"],
                "what": ["ended their strike"],
                "when": ["on Monday"],
                "where": ["in Port Selm"],
                "how": [],
            },
        },
        {"id": "2", "text": "", "gold": {"who": ["engineers"], "what": ["closed the bridge"], "when": [], "where": ["of"]}},
    ],
    "same_event": [
        {
            "id": "a",
            "text": "",
            "mentions": _mentions(
                ("1", "strike", "event"),
                ("2", "talks", "event"),
                ("3", "union", "entity"),
                ("4", "strike", "event"),
                ("5", "fire", "event"),
            ),
        },
        {"id": "b", "text": "", "mentions": _mentions(("1", "strike", "event"), ("2", "talks", "event"), ("6", "vote", "event"))},
        {"id": "c", "text": "", "mentions": _mentions(("1", "talks", "event"))},
    ],
    "shared_incidents": [
        {"id": "1", "title": "Strike in Selm", "event": "strike", "text": ""},
        {"id": "1", "title": "Dockers stay away", "event": "strike", "text": ""},
        {"id": "2", "title": "Harbour at rest", "event": "strike", "text": ""},
        {"id": "3", "title": "Fire in Kesh", "event": "fire", "text": ""},
        {"id": "4", "title": "Kesh burns", "event": "fire", "text": ""},
        {"id": "5", "title": "Oru votes", "event": "vote", "text": ""},
    ],
    "times": [
        {
            "id": "siege",
            "text": WARS,
            "times": [
                _span(WARS, "3 May 1911", value="1911-05-03"),
                _span(WARS, "Two years later", value="1913"),
                _span(WARS, "the spring of 1913", value="1913-SP"),
                _span(WARS, "three weeks", value="P3W"),
            ],
        }
    ],
    "places": [
        {
            "id": "rain",
            "text": PLACES,
            "places": [
                _span(PLACES, "Varenia", lat=10.0, lon=20.0),
                _span(PLACES, "Port Selm", lat=10.5, lon=20.5),
                _span(PLACES, "Oru Bay", lat=-3.0, lon=179.9),
                _span(PLACES, "Kesh", lat=40.0, lon=40.0),
            ],
        }
    ],
    "attitude": [
        {"id": str(number), "text": "", "start": start, "end": start + 1, "polarity": polarity}
        for number, start, polarity in [
            (1, 0, "negative"),
            (1, 9, "positive"),
            (2, 0, "neutral"),
            (3, 0, "neutral"),
            (4, 2, "negative"),
            (5, 0, "positive"),
        ]
    ],
    "basil": [
        {
            "id": "harbour",
            "event": "strike",
            "text": "",
            "author_feeling": {"Lena_Oru": "neg", "Tomas_Venn": "neu", "Selm_officials": "neu", "main_event": "neu"},
            "spans": [
                _quoted("Lena_Oru"),
                _quoted("Lena_Oru"),
                _quoted("other_anti"),
                _quoted("other_pro"),
                _quoted("Selm_officials"),
                {"start": 0, "end": 1, "speaker": None, "quoted": False},
            ],
        },
        {"id": "bridge", "event": "strike", "text": "", "author_feeling": {"Tomas_Venn": "pos"}, "spans": [_quoted("Tomas_Venn")]},
    ],
    "pronouns": [
        {"id": "1", "text": "", "a_coref": True, "b_coref": False},
        {"id": "2", "text": "", "a_coref": False, "b_coref": True},
        {"id": "3", "text": "", "a_coref": False, "b_coref": False},
        {"id": "4", "text": "", "a_coref": True, "b_coref": False},
    ],
}

PREDICTIONS: dict[str, list[dict[str, Any]]] = {
    "attribution": [
        {
            "id": "harbour",
            "attributions": [
                _relation(HARBOUR, "The dockers' union", "said", "it would \u201creturn to work on Monday"),
                _relation(HARBOUR, "reporters", "told", "We were promised talks"),
                _relation(HARBOUR, "", "widely expected", "Talks", "in May"),
                _relation(HARBOUR, "Selm Courier", "according to", "expected in May"),
            ],
        },
        {
            "id": "bridge",
            "attributions": [_relation(BRIDGE, "Officials", "denied", "the report"), _relation(BRIDGE, "engineers", "believe", "safe")],
        },
    ],
    "incidents": [
        {
            "id": "depot",
            "roles": {
                "PerpInd": [["The gunmen"], ["two gunmen"]],
                "PerpOrg": [["Oru Front", "kesh brigade"]],
                "Target": [["pipeline"], ["depot", "fuel depot"]],
                "Victim": [["a guard"]],
            },
            "confidence": {"Oru Front": "claimed or admitted", "the Kesh Brigade": FIRM, "harbour police": FIRM},
        }
    ],
    "events": [
        {
            "id": "1",
            "events": [
                {"type": "ACCUSE", "trigger": "charged", "agents": [], "patients": []},
                {"type": "COERCE", "trigger": "were arrested", "agents": ["Police"], "patients": ["editors of the paper"]},
            ],
        },
        {"id": "2", "events": [{"type": "SUPPORT", "trigger": "talks", "agents": ["envoys"], "patients": []}]},
    ],
    "five_w": [
        {"id": "1", "who": "dockers of Selm", "what": "strike ended", "when": "", "where": "Port Selm"},
        {"id": "2", "who": "the engineers", "what": "the bridge fell", "when": "Friday", "where": "Selm"},
    ],
    "same_event": [
        {"id": "a", "clusters": {"1": "x", "2": "x", "3": "x", "4": "y"}},
        {"id": "b", "clusters": {"1": "y", "2": "x", "6": "z"}},
        {"id": "c", "clusters": {"1": "z"}},
    ],
    "shared_incidents": [
        {"id": "1", "title": "Strike in Selm", "incidents": ["I1", "I2"]},
        {"id": "1", "title": "Dockers stay away", "incidents": ["I2", "I1", "I3"]},
        {"id": "2", "title": "Harbour at rest", "incidents": ["I3"]},
        {"id": "3", "title": "Fire in Kesh", "incidents": ["I3"]},
        {"id": "4", "title": "Kesh burns", "incidents": []},
    ],
    "times": [
        {
            "id": "siege",
            "times": [
                _span(WARS, "3 May 1911", value="1911-05-03T00:00"),
                _span(WARS, "Two years", value="1913"),
                _span(WARS, "later, in the spring", value="1913-SP"),
                _span(WARS, "talks", value=None),
            ],
        }
    ],
    "places": [
        {
            "id": "rain",
            "places": [
                _span(PLACES, "Varenia", lat=10.9, lon=20.0),
                _span(PLACES, "Selm", lat=0.0, lon=0.0),
                _span(PLACES, "Oru Bay", lat=-3.0, lon=-179.9),
                _span(PLACES, "Rain", lat=1.0, lon=1.0),
                _span(PLACES, "Kesh", lat=None, lon=None),
            ],
        }
    ],
    "attitude": [
        {"id": str(number), "start": start, "polarity": polarity}
        for number, start, polarity in [(1, 0, "negative"), (1, 9, "negative"), (2, 0, "neutral"), (4, 2, "negative"), (5, 0, "positive")]
    ],
    "basil": [
        {
            "id": "harbour",
            "event": "strike",
            "feelings": {"Lena_Oru": "neg", "Tomas_Venn": "neg", "Selm_officials": "neu", "main_event": "neu"},
            "speakers": ["Mrs Oru the mayor", "Tomas Venn", "Ada Kesh, a docker", "Lena Oru", "Per Lund of Selm", "Ada Kesh"],
        },
    ],
    "pronouns": [
        {"id": "1", "a": True, "b": True},
        {"id": "2", "a": False, "b": True},
        {"id": "3", "a": False, "b": False},
    ],
}

IN_TOKENS: dict[str, list[dict[str, Any]]] = {
    "documents": [
        {
            "doc_key": "7/70/a",
            "sentences": [["2031-05-06"], ["Dockers", "strike", "in", "Port", "Selm", ".", "//n"], ["The", "long", "strike", "ended", "."]],
        },
        {"doc_key": "7/71/b", "sentences": [["2031-05-07"], ["//n", "A", "strike", "in", "Kesh", "failed", "."]]},
        {"doc_key": "7/71/c", "sentences": [["2031-05-08"], ["Nothing", "happened", "."]]},
    ],
    "mentions": [
        {"mention_id": "m1", "conll_doc_key": "7/70/a", "sent_id": 1, "tokens_number": [1], "coref_chain": "walkout"},
        {"mention_id": "m2", "conll_doc_key": "7/71/b", "sent_id": 1, "tokens_number": [2], "coref_chain": "other"},
        {"mention_id": "m3", "conll_doc_key": "7/70/a", "sent_id": 2, "tokens_number": [1, 2], "coref_chain": "walkout"},
    ],
}
"""Documents in tokens, and their mentions."""

FILLERS: dict[str, Any] = {
    "pronoun": [0, 1],
    "a": [2, 3],
    "b": [4, 5],
    "start": 0,
    "end": 1,
    "mentions": [],
    "spans": [],
    "author_feeling": {"Lena_Oru": "neu"},
    "title": "Harbour",
    "event": "strike",
}
"""Required inputs that the scorers do not look at, for the documents above that lack them."""
