"""Five Ws: the best phrase for who, what, when and where, by the words it shares with the annotators' phrases.

The corpus is that of Giveme5W1H (Hamborg et al. 2019); token F1 as in reading comprehension (SQuAD, Rajpurkar et al. 2016),
over sets of content words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bench.scoring.figures import Figures, Tally, precision_recall, share
from bench.scoring.words import content_words

QUESTIONS = ("who", "what", "when", "where")


def score_five_w(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """Token F1 a question, against the annotators' phrase that fits best, and the mean over all answered questions."""
    tallies: dict[str, Tally] = {}
    for key, line in gold.items():
        for question in QUESTIONS:
            phrases = line["gold"].get(question)
            if phrases:
                fit = _best_fit(predictions.get(key, {}).get(question), phrases)
                tallies.setdefault(question, Tally()).add(fit, 0, 1)
    answered = tallies.values()
    return {
        "token_f1": {question: share(tally.right, tally.gold) for question, tally in tallies.items()},
        "mean": share(sum(tally.right for tally in answered), sum(tally.gold for tally in answered)),
    }


def _best_fit(answer: str | None, phrases: Iterable[str]) -> float:
    given = content_words(answer)
    return max(_token_f1(given, content_words(phrase)) for phrase in phrases)


def _token_f1(given: frozenset[str], wanted: frozenset[str]) -> float:
    common = len(given & wanted)
    f1: float = precision_recall(share(common, len(given)), share(common, len(wanted)))["f1"]
    return f1
