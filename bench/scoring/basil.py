"""BASIL: the author's feeling toward each entity, and who speaks in the quotations that hold biased words (Fan et al. 2019).

feeling
    Macro F1 over negative, neutral and positive, all entities and the main event of all articles counted alike. An entity without a
    prediction counts as neutral.
speaker
    Of the spans that the annotators mark as quoted: `named`, those whose speaker they name as a person or body, right when the speaker
    found has the last word of that name among the words that name it ("Michael_Steele": "Mr. Steele"). `others`, those whose speaker
    they give only as another (`other_anti` and the like) or as a camp ("Republican_Lawmakers", `tables/camps.tsv`), for which the article
    names one of them: right when somebody is found who is none of the article's other annotated entities. Which of the camp's
    people it is, the corpus does not tell. `named_count` and `others_count` say how many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from bench.scoring.figures import Figures, precision_recall, share
from bench.scoring.words import name_words
from rashomon.tables import load_table

FEELINGS = ("neg", "neu", "pos")
OTHER = "other_"


def score_basil(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """The figures described above; a document without a prediction has no feelings and no speakers."""
    cells: Counter[tuple[str, str]] = Counter()
    named: list[bool] = []
    others: list[bool] = []
    for key, line in gold.items():
        found = predictions.get(key, {})
        cells.update((feeling, found.get("feelings", {}).get(name, "neu")) for name, feeling in line["author_feeling"].items())
        for span, words in _quoted(line, found):
            if span["speaker"].startswith(OTHER) or name_words(span["speaker"])[-1] in _camps():
                others.append(_is_another(words, span["speaker"], line["author_feeling"]))
            else:
                named.append(name_words(span["speaker"])[-1] in name_words(words))
    feelings = {feeling: _figures(cells, feeling) for feeling in FEELINGS}
    return {
        "feeling": {"macro_f1": sum(each["f1"] for each in feelings.values()) / len(FEELINGS), "labels": feelings},
        "speaker": {
            "named": share(sum(named), len(named)),
            "others": share(sum(others), len(others)),
            "named_count": len(named),
            "others_count": len(others),
        },
    }


def _quoted(line: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Each quoted span whose speaker is told, with the words that name the speaker found."""
    speakers = found.get("speakers") or [""] * len(line["spans"])
    return ((span, words) for span, words in zip(line["spans"], speakers, strict=True) if span["quoted"] and span["speaker"])


def _is_another(words: str, speaker: str, entities: Mapping[str, str]) -> bool:
    others = {name_words(name)[-1] for name in entities if name != speaker} - _camps()
    return bool(words) and not others & set(name_words(words))


@cache
def _camps() -> frozenset[str]:
    return frozenset(row["word"] for row in load_table("bench", "tables/camps.tsv", ("word",), ("word",)))


def _figures(cells: Counter[tuple[str, str]], feeling: str) -> Figures:
    predicted = sum(cells[other, feeling] for other in FEELINGS)
    there = sum(cells[feeling, other] for other in FEELINGS)
    return precision_recall(share(cells[feeling, feeling], predicted), share(cells[feeling, feeling], there))
